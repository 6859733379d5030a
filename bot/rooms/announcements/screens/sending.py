"""Sending: what its author sees below the preview, and what is asked before it is too late."""

from collections.abc import Mapping, Sequence

from bot.rooms.announcements.intents import (
    CancelAnnouncement,
    Confirm,
    EditSent,
    OpenAnnouncement,
    OpenAttached,
    OpenWaiting,
    OpenWhen,
    RecallAnnouncement,
    Refuse,
    SendAnnouncement,
    SendAnyway,
)
from bot.rooms.announcements.screens.choosing import reached
from bot.rooms.home.intents import GoHome
from bot.ui import Button, Screen
from content.kinds import Language

HOME = Button("home", GoHome())
Previews = Sequence[tuple[Language, Screen]]


def previewed(
    number: int,
    title: str,
    previews: Previews,
    reach: Mapping[str, int],
    *,
    ends: str,
    at: str = "",
    private: bool = False,
    second: bool = False,
    whose: str = "author",
    seen: str = "",
) -> Screen:
    """Below the very messages: how many get it, until when, and the button that sends it.

    `whose` are the eyes: the `author`'s, the `second` person's, or (`sent`) its author's again.
    """
    facts = {"ends": ends, "at": at, "second": second, "whose": whose}
    facts |= reached(reach, private=private)
    rows = [*_ways(number, whose, seen), [_back(number, whose), HOME]]
    return Screen(
        "announcements/previewed",
        facts,
        rows,
        before=previews,
        fresh=True,
        otherwise=unsendable(number, title),
    )


def _ways(number: int, whose: str, seen: str) -> list[list[Button]]:
    if whose == "second":
        return [
            [Button("ann-confirm", Confirm(number, seen)), Button("ann-refuse", Refuse(number))]
        ]
    if whose == "sent":
        return [[Button("ann-edit", EditSent(number))]]
    return [[Button("ann-send", SendAnnouncement(number))]]


def _back(number: int, whose: str) -> Button:
    return Button("back", OpenWaiting() if whose == "second" else OpenAnnouncement(number))


def planned(number: int, title: str, at: str) -> Screen:
    """It is on its way, or waits for its hour."""
    rows = [
        [Button("ann-when", OpenWhen(number)), Button("ann-cancel", CancelAnnouncement(number))],
        [Button("ann-refresh", OpenAnnouncement(number))],
        [_back(number, ""), HOME],
    ]
    return Screen("announcements/planned", {"title": title, "at": at}, rows)


def held(number: int, title: str) -> Screen:
    """It waits for a second person."""
    rows = [
        [Button("ann-back-to", Refuse(number))],
        [_back(number, "second"), HOME],
    ]
    return Screen("announcements/held", {"title": title}, rows)


def unsendable(number: int, title: str) -> Screen:
    """It was not begun: Telegram does not take what goes with it."""
    rows = [[Button("ann-files", OpenAttached(number))], [_back(number, ""), HOME]]
    return Screen("announcements/unsendable", {"title": title}, rows)


def same(number: int, title: str, when: str) -> Screen:
    """The same words went to the same people a short while ago: really once more?"""
    rows = [[Button("ann-send-sure", SendAnyway(number))], [_back(number, ""), HOME]]
    return _sure("same", title, rows, when)


def sure_to_cancel(number: int, title: str) -> Screen:
    """Stop it for good?"""
    rows = [[Button("ann-cancel-sure", CancelAnnouncement(number))], [_back(number, ""), HOME]]
    return _sure("cancel", title, rows)


def sure_to_recall(number: int, title: str) -> Screen:
    """Take it back from everybody?"""
    rows = [[Button("ann-recall-sure", RecallAnnouncement(number))], [_back(number, ""), HOME]]
    return _sure("recall", title, rows)


def _sure(what: str, title: str, rows: list[list[Button]], when: str = "") -> Screen:
    return Screen("announcements/sure", {"what": what, "title": title, "when": when}, rows)
