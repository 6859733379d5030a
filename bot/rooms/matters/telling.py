"""Telling: matters and contributions in words."""

from collections.abc import Mapping

from bot.guidance.masking import is_allowed
from bot.rooms.answers.ways import CARDS, card
from bot.rooms.matters.intents import Part
from bot.rooms.matters.screens import Shown, Told, Way, guarded
from bot.turn import Turn
from bot.ui.hours import day
from content.catalogue import Gone, Unknown
from content.kinds import LANGUAGES, Text, Thing
from content.links import hosts
from db import contributions as memory
from db import matters
from db.contributions import Contribution
from db.matters import Matter
from db.questions import Subject

LONGEST: dict[Part, int] = {"words": 1500, "source": 200, "ends": 10, "speaker": 60}


def told(one: Matter, counts: Mapping[str, int], turn: Turn) -> Told:
    """A matter: what was asked of what, and how often."""
    subject = Subject(one.topic, one.thing, one.place)
    return Told(one.id, topic(one.topic, turn), about(subject, turn), guarded(counts))


def topic(slug: str, turn: Turn) -> Text:
    """What was asked; its address, where we no longer tell of it."""
    try:
        return _heading(turn.catalogue.one("unknowns", slug, Unknown).name)
    except Gone:
        return Text(kk=slug, ru=slug, en=slug)


def _heading(words: Text) -> Text:
    """The same words, as a line begins with them."""
    return Text(**{one: words[one][:1].upper() + words[one][1:] for one in LANGUAGES})


def about(subject: Subject, turn: Turn) -> Text | None:
    """What it was asked of: a thing, or else a place."""
    try:
        if subject.thing:
            thing: Thing = turn.catalogue.thing(subject.thing)
            return thing.name
        return turn.catalogue.region(subject.place).name if subject.place else None
    except Gone:
        return None


def shown(one: Contribution, turn: Turn) -> Shown:
    """A contribution, as it is read."""
    link = one.source if is_allowed(one.source, hosts(turn.catalogue)) else ""
    subject = matters.subject_of(turn.session, one.matter_id) if one.matter_id else None
    return Shown(
        one.id,
        one.kind == "voice",
        _whom(one, turn) if subject is None else about(subject, turn),
        topic(subject.topic, turn) if subject else None,
        one.words,
        one.speaker,
        one.source,
        link if link.startswith("http") or not link else f"https://{link}",
        one.role,
        _region(one.region, turn),
        day(one.published_at or one.made_at),
        day(one.ends_at) if one.ends_at else "",
        one.stage,
        _card(subject.thing, turn) if subject else None,
    )


def _card(thing: str, turn: Turn) -> Way | None:
    """The way to the card of what was asked about, if there is one."""
    if thing.partition("/")[0] not in CARDS:
        return None
    try:
        found = card(thing, turn.catalogue)
        return Way(found.name, found.intent)
    except Gone:
        return None


def _whom(one: Contribution, turn: Turn) -> Text | None:
    try:
        return turn.catalogue.employer(one.employer).name
    except Gone:
        return None


def _region(slug: str, turn: Turn) -> Text | None:
    try:
        return turn.catalogue.region(slug).name if slug else None
    except Gone:
        return None


def missing(one: Contribution) -> list[str]:
    """What it lacks before it may be published."""
    parts = ("words", "speaker", "ends") if one.kind == "voice" else ("words", "source", "ends")
    has = {"words": one.words, "speaker": one.speaker, "source": one.source, "ends": one.ends_at}
    return [part for part in parts if not has[part]]


def contribution(number: int, turn: Turn) -> Contribution:
    """This contribution, whatever its stage."""
    found = memory.found(turn.session, number)
    if found is None:
        raise Gone(f"contributions/{number}")
    return found
