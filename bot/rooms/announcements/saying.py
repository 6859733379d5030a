"""Saying: an announcement as the very message one person gets; preview and courier share it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

import orjson
from babel.dates import format_date
from markupsafe import Markup

from bot.guidance.hours import ALMATY
from bot.rooms.announcements.intents import Answer, AnswerAnnouncement, MuteTopic, PressKey
from bot.rooms.announcements.screens.following import board, report
from bot.rooms.announcements.screens.getting import came_of_it, unfinished
from bot.ui import Attached, Button, Screen
from content.atlas import Catalogue
from content.kinds import LANGUAGES, Language, Text
from db.announcements import REMINDERS, Announcement
from db.ledger import Standing

TITLE = 30  # letters
PLACEHOLDERS = ("due", "professions", "colleges", "employers", "programmes")


@dataclass(frozen=True)
class Key:
    """A button of an announcement: it opens a page (`url`) or a thing of ours (`path`)."""

    says: Text
    url: str = ""
    path: str = ""

    def kept(self) -> dict[str, Any]:
        """The button as JSON has it."""
        says = {language: self.says[language] for language in LANGUAGES}
        where = (
            {"kind": "link", "url": self.url} if self.url else {"kind": "open", "path": self.path}
        )
        return {**where, "says": says}


def told(one: Announcement, language: Language, known: Catalogue) -> Screen:
    """The announcement as somebody who speaks this language gets it: the same for all of them."""
    if one.topic == REMINDERS:
        late = {"half-year": came_of_it(year=False), "year": came_of_it(year=True)}
        return late.get(one.reminder, unfinished())
    facts = {
        "words": Markup(filled(words_of(one, language), one, language, known)),  # noqa: S704 - it was parsed
        "again": bool(one.reminds),
        "asks": one.asks,
        "due": day_of(one.due_at),
    }
    rows = [*_keys(one), *_answers(one), [Button(f"mute-{one.topic}", MuteTopic(one.topic))]]  # type: ignore[arg-type]
    attached = attached_to(one)
    return Screen("announcements/told", facts, rows, fresh=True, long=True, attached=attached)


def withdrawn(one: Announcement, language: Language, known: Catalogue) -> Screen:
    """What stands where an announcement was taken back too late to be deleted."""
    return Screen("announcements/withdrawn", fresh=True)


def words_of(one: Announcement, language: Language) -> str:
    """Its words in this language; in the fallback's where there are none."""
    spoken = one.spoken
    return spoken.get(language) or spoken.get(one.fallback) or ""


def attached_to(one: Announcement) -> tuple[Attached, ...]:
    """The photos or documents that go with it."""
    return tuple(Attached(*each) for each in orjson.loads(one.attached))


def keys_of(one: Announcement) -> list[Key]:
    """Its buttons, up to three."""
    kept = orjson.loads(one.keys)
    return [Key(Text(**each["says"]), each.get("url", ""), each.get("path", "")) for each in kept]


def filled(html: str, one: Announcement, language: Language, known: Catalogue) -> str:
    """The words with their placeholders replaced, plainly: no template engine ever sees them."""
    values = {
        "due": format_date(one.due_at.astimezone(ALMATY), "d MMMM y", language)
        if one.due_at
        else "",
        "professions": str(len(known.professions)),
        "colleges": str(len(known.colleges)),
        "employers": str(len(known.employers)),
        "programmes": str(len(known.programmes)),
    }
    for name in PLACEHOLDERS:
        html = html.replace("{" + name + "}", values[name])
    return html


def day_of(moment: datetime | None) -> str:
    """The day in Almaty: 2026-12-01."""
    return moment.astimezone(ALMATY).date().isoformat() if moment else ""


def _keys(one: Announcement) -> list[list[Button]]:
    return [[Button(key.says, PressKey(one.id, number))] for number, key in enumerate(keys_of(one))]


def _answers(one: Announcement) -> list[list[Button]]:
    """A row for each answer, where it asks for something."""
    given: tuple[Answer, ...] = get_args(Answer) if one.asks else ()
    return [[Button(f"ann-{each}", AnswerAnnouncement(one.id, each))] for each in given]


def title_of(one: Announcement, language: Language) -> str:
    """Its first words, plain, as its author knows it by; its number where there are none."""
    words = words_of(one, language) or next(iter(one.spoken.values()), "")
    plain = Markup(words).striptags()  # noqa: S704 - the tags go
    return f"{plain[:TITLE].rstrip()}…" if len(plain) > TITLE else plain or f"№ {one.id}"


def progress(one: Announcement, standing: Standing, language: Language, ends: str = "") -> Screen:
    """How far it has come, for its author."""
    return board(one.id, title_of(one, language), standing, ends)


def outcome(one: Announcement, standing: Standing, language: Language) -> Screen:
    """What became of it, for its author."""
    keys = [key.says for key in keys_of(one)]
    return report(one.id, title_of(one, language), standing, asks=one.asks, keys=keys)
