"""The audience: by what those who get an announcement may be chosen, and how many they are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.rooms.announcements.intents import Part
from bot.rooms.announcements.screens.choosing import Option
from bot.turn import Turn
from content.catalogue import Gone
from content.kinds import LANGUAGES, Text, Thing
from db import announcements, classes, segments, staff
from db.announcements import Announcement
from db.segments import Segment

FEWEST = 5  # of a group that is chosen by what its people like or did
SINCE = (7, 30, 90)  # days
ANSWERS = ("done", "help", "no", "none")
MANY = ("grades", "languages", "regions", "classes")  # parts of which several may be chosen


def reach(one: Announcement, segment: Segment, turn: Turn) -> dict[str, int]:
    """How many get it, and how many do not, by reason."""
    return segments.reach(turn.session, segment, one.topic, turn.now, one.author_id)


def is_private(segment: Segment) -> bool:
    """Whether the people are chosen by what they like or did, and a few would be known by it."""
    return bool(segment.direction or segment.saved or segment.answered or segment.unanswered)


def options(one: Announcement, part: Part, turn: Turn) -> list[Option]:
    """What may be chosen of this part."""
    return OFFERED[part](one, Segment.found(one.segment), turn) if part in OFFERED else []


def changed(segment: Segment, part: Part, value: str, turn: Turn, *, kept: bool) -> Segment:
    """The segment with this value of a part, or without it."""
    if part in MANY:
        several: dict[str, Any] = {part: _several(segment, part, value, kept=kept)}
        return replace(segment, **several)
    if part == "since":
        since = turn.now - timedelta(days=int(value)) if kept else None
        return replace(segment, joined_since=since)
    if part == "answered":
        return _answered(segment, value if kept else "")
    chosen = f"professions/{value}" if part == "saved" else value
    single: dict[str, Any] = {part: chosen if kept else ""}
    return replace(segment, **single)


def _several(segment: Segment, part: str, value: str, *, kept: bool) -> tuple[Any, ...]:
    one: Any = int(value) if value.isdecimal() else value
    others = tuple(each for each in getattr(segment, part) if each != one)
    return tuple(sorted((*others, one))) if kept else others


def _answered(segment: Segment, value: str) -> Segment:
    number, _, answer = value.partition("-")
    bare = replace(segment, answered=0, answer="", unanswered=0)
    if not number:
        return bare
    if answer == "none":
        return replace(bare, unanswered=int(number))
    return replace(bare, answered=int(number), answer=answer)


# --- what is offered ---


def _role(one: Announcement, segment: Segment, turn: Turn) -> list[Option]:
    roles = (("pupil", "ann-pupils"), ("parent", "ann-parents"))
    return [Option(role, label, chosen=segment.role == role) for role, label in roles]


def _grades(one: Announcement, segment: Segment, turn: Turn) -> list[Option]:
    return [
        Option(str(grade), "ann-grade", {"grade": grade}, chosen=grade in segment.grades)
        for grade in range(5, 12)
    ]


def _languages(one: Announcement, segment: Segment, turn: Turn) -> list[Option]:
    return [Option(each, f"ann-in-{each}", chosen=each in segment.languages) for each in LANGUAGES]


def _regions(one: Announcement, segment: Segment, turn: Turn) -> list[Option]:
    """For those who speak for the whole country only."""
    member = staff.member(turn.session, turn.person.id)
    if member and member.role == "counselor" and (member.region or member.school_id):
        return []
    known = turn.catalogue.regions
    return [Option(each.slug, each.label, chosen=each.slug in segment.regions) for each in known]


def _classes(one: Announcement, segment: Segment, turn: Turn) -> list[Option]:
    return [
        Option(str(each.id), _same(each.name), chosen=each.id in segment.classes)
        for each in classes.led(turn.session, turn.person.id)
    ]


def _direction(one: Announcement, segment: Segment, turn: Turn) -> list[Option]:
    """The directions of five people or more; of fewer nobody shall be told apart."""
    anybody = replace(segment, direction="")
    many = segments.by_direction(turn.session, anybody, one.author_id)
    return [
        Option(each.slug, each.label, chosen=each.slug == segment.direction)
        for each in turn.catalogue.every("directions", Thing)
        if many.get(each.slug, 0) >= FEWEST
    ]


def _since(one: Announcement, segment: Segment, turn: Turn) -> list[Option]:
    return [
        Option(str(days), "ann-since", {"days": days}, chosen=_joined(segment, days, turn))
        for days in SINCE
    ]


def _joined(segment: Segment, days: int, turn: Turn) -> bool:
    since = segment.joined_since
    return since is not None and (turn.now - since).days == days


def _answers(one: Announcement, segment: Segment, turn: Turn) -> list[Option]:
    """The newest two that asked for something."""
    asked = [
        each
        for each in announcements.written_by(turn.session, turn.person.id)
        if each.asks and each.id != one.id and each.sent_from
    ]
    return [
        Option(f"{each.id}-{answer}", f"ann-got-{answer}", {"number": each.id},
               chosen=_is_asked(segment, each.id, answer))
        for each in asked[:5]
        for answer in ANSWERS
    ]  # fmt: skip


def _is_asked(segment: Segment, number: int, answer: str) -> bool:
    if answer == "none":
        return segment.unanswered == number
    return (segment.answered, segment.answer) == (number, answer)


Offered = Callable[[Announcement, Segment, Turn], list[Option]]
OFFERED: dict[str, Offered] = {
    "role": _role,
    "grades": _grades,
    "languages": _languages,
    "regions": _regions,
    "classes": _classes,
    "direction": _direction,
    "since": _since,
    "answered": _answers,
}


# --- how it is told ---


def told(segment: Segment, turn: Turn) -> dict[str, object]:
    """What those who get it are chosen by, in names."""
    known = turn.catalogue
    return {
        "role": segment.role,
        "grades": ", ".join(map(str, segment.grades)),
        "languages": segment.languages,
        "regions": _named("regions", segment.regions, turn),
        "direction": _named("directions", [segment.direction] if segment.direction else [], turn),
        "saved": [known.thing(segment.saved)] if segment.saved else [],
        "classes": _class_names(segment.classes, turn),
        "school": bool(segment.schools),
        "since": segment.joined_since.date().isoformat() if segment.joined_since else "",
        "answered": segment.answered or segment.unanswered,
        "answer": segment.answer or ("none" if segment.unanswered else ""),
    }


def _named(kind: str, slugs: Sequence[str], turn: Turn) -> list[Thing]:
    return [turn.catalogue.one(kind, slug, Thing) for slug in slugs]


def _class_names(numbers: Sequence[int], turn: Turn) -> str:
    found = [turn.session.get(classes.Class, number) for number in numbers]
    return ", ".join(each.name if each else "—" for each in found)


def _same(words: str) -> Text:
    """A name that is the same in every language."""
    return Text.model_construct(kk=words, ru=words, en=words)


def offered(one: Announcement, part: Part, value: str, turn: Turn) -> None:
    """See that this may be chosen; raises Gone for a forged or an old button."""
    if value not in [option.value for option in options(one, part, turn)]:
        raise Gone(f"{part}/{value}")
