"""Guessing what draws a child, and questions to talk about."""

from collections.abc import Sequence

from bot.rooms.family.intents import (
    BeginGap,
    DropGap,
    GuessAgain,
    Guessed,
    MakeGuess,
    OpenLink,
    OpenLinks,
    OpenTalk,
)
from bot.rooms.family.screens.linking import back_to, weekly
from bot.rooms.interests.intents import OpenInterests
from bot.ui import Button, Screen
from content.catalogue import Item

VALUES: tuple[Guessed, ...] = (5, 4, 3, 2, 1)
QUESTIONS = 10  # to talk about, in content/screens/*/family/words.html
BLOCKS = 10


def ask(link: int, called: int, many: int) -> Screen:
    """What a child agrees to before a parent guesses."""
    rows = [[Button("gap-agree", BeginGap(link))], back_to(OpenLink(link))]
    return Screen("family/gap-ask", {"called": called, "many": many}, rows)


def too_early(link: int) -> Screen:
    """There is nothing to guess yet: the test comes first."""
    rows = [[Button("test", OpenInterests())], back_to(OpenLink(link))]
    return Screen("family/gap-none", {}, rows)


def waiting(link: int, called: int) -> Screen:
    """The parent is guessing; the child may still let it be."""
    rows = [[Button("gap-drop", DropGap(link))], back_to(OpenLink(link))]
    return Screen("family/gap-waiting", {"called": called}, rows)


def guess(
    link: int, number: int, item: Item, at: int, most: int, chosen: int | None = None
) -> Screen:
    """One activity: how would the child have answered?"""
    answers = [
        [Button(_marked(f"answer-{value}", value == chosen), MakeGuess(number, item.slug, value))]
        for value in VALUES
    ]
    unsure = Button(_marked("guess-unsure", chosen == 0), MakeGuess(number, item.slug, 0))
    before = [Button("before", GuessAgain(number, at - 1))] if at > 1 else []
    full = round(BLOCKS * (at - 1) / most)
    facts = {"item": item, "number": at, "most": most, "bar": "▓" * full + "░" * (BLOCKS - full)}
    rows = [*answers, [unsure], [*before, Button("pause", OpenLink(link))]]
    return Screen("family/gap-guess", facts, rows)


def _marked(label: str, chosen: bool) -> str:
    return f"{label}-chosen" if chosen else label


def seen(link: int, called: int, topics: Sequence[str], *, mine: bool, again: bool) -> Screen:
    """On which topics the two differ, and what to ask each other about them."""
    anew = [Button("gap-again", BeginGap(link))] if again else []
    rows = [anew, [Button("talk", OpenTalk())], back_to(OpenLink(link))]
    return Screen("family/gap-seen", {"called": called, "topics": topics, "mine": mine}, rows)


def talk(number: int, *, parent: bool, wanted: bool) -> Screen:
    """A question to talk about, for a parent or for a child."""
    rows = [
        [Button("talk-other", OpenTalk((number + 1) % QUESTIONS))],
        weekly(wanted),
        back_to(OpenLinks()),
    ]
    return Screen("family/talk", {"number": number, "parent": parent}, rows)
