"""Drafts: whose an announcement is, what is wrong with it, and what its author last saw of it."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

import orjson
from sqlalchemy.orm import Session

from bot.guidance import markup
from bot.guidance.hours import PAID, finished, local
from bot.guidance.markup import Broken
from bot.rooms.announcements.saying import attached_to, day_of, keys_of, title_of
from bot.rooms.announcements.screens.composing import Draft, Flaw, Titled
from bot.rooms.answers.intents import OpenAnswer
from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.missions.intents import OpenMission
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.programmes.intents import OpenProgramme
from bot.turn import Turn
from bot.ui import Intent, Unreadable
from content.catalogue import Gone
from content.kinds import LANGUAGES, Language
from content.links import hosts
from db import announcements, staff
from db.announcements import Announcement
from db.classes import Class
from db.segments import Segment

CAPTION, ALONE = 1024, 4096  # UTF-16 units Telegram takes
ASKING = 120  # of them for the line that asks
CARDS: dict[str, type[Intent]] = {
    "professions": OpenProfession,
    "colleges": OpenCollege,
    "employers": OpenEmployer,
    "programmes": OpenProgramme,
    "missions": OpenMission,
    "answers": OpenAnswer,
}


def mine(turn: Turn, number: int) -> Announcement:
    """The announcement, if it is theirs to see; gone for everybody else, and when it was deleted.

    An admin sees all that were sent, and whoever of the staff is the second person what waits.
    """
    one = announcements.found(turn.session, number)
    if one is None or not _is_theirs(one, turn):
        raise Gone(f"announcements/{number}")
    return one


def _is_theirs(one: Announcement, turn: Turn) -> bool:
    if one.author_id == turn.person.id or one.stage == "waiting":
        return True
    return turn.person.staff == "admin" and one.stage != "draft"


def titled(one: Announcement, language: Language) -> Titled:
    """The announcement as a list names it."""
    return Titled(one.id, title_of(one, language), one.stage)


def looked_at(one: Announcement, turn: Turn) -> Draft:
    """The draft as its page tells of it."""
    return Draft(
        number=one.id,
        title=title_of(one, turn.language),
        written=tuple(language for language in LANGUAGES if language in one.spoken),
        fallback=one.fallback,
        attached=len(attached_to(one)),
        keys=len(keys_of(one)),
        asks=one.asks,
        due=day_of(one.due_at),
        topic=one.topic,
        chosen=len(orjson.loads(one.segment)),
        when=local(one.run_at) if one.run_at else "",
        flaws=tuple(flaws(one, turn)),
    )


def ends(begins: datetime, many: int, one: Announcement, turn: Turn) -> str:
    """When the last of so many has it, as people write it."""
    pace = PAID if one.paid else turn.pace
    return local(finished(begins, many, pace, quiet=turn.quiet))


def with_flaws(draft: Draft, found: Sequence[Flaw]) -> Draft:
    """The draft with all that is wrong with it."""
    return replace(draft, flaws=tuple(found))


def mark(one: Announcement) -> str:
    """What its author has seen of it: changed by a letter, it is another."""
    seen = (
        one.words,
        one.fallback,
        one.attached,
        one.keys,
        one.asks,
        day_of(one.due_at),
        one.topic,
    )
    return hashlib.sha256(orjson.dumps(seen)).hexdigest()


def scope(session: Session, person: int, segment: Segment) -> Segment:
    """The segment inside what they may speak for: a counselor's own school or region."""
    member = staff.member(session, person)
    if member is None or member.role == "admin":
        return segment
    if member.school_id:
        return replace(segment, schools=(member.school_id,), regions=())
    return replace(segment, regions=(member.region,)) if member.region else segment


# --- what is wrong with it ---


def flaws(one: Announcement, turn: Turn) -> Iterator[Flaw]:
    """Why it cannot be sent like this."""
    for language, html in one.spoken.items():
        yield from in_words(html, language, one, turn)
    yield from _unspoken(one)
    yield from _dead_keys(one, turn)
    yield from _late(one, turn)
    if any(_is_closed(turn.session, each) for each in Segment.found(one.segment).classes):
        yield Flaw("class")


def in_words(html: str, language: str, one: Announcement, turn: Turn) -> Iterator[Flaw]:
    """What is wrong with the words of a language."""
    try:
        written = markup.read(html)
    except Broken as broken:
        yield Flaw(broken.kind, broken.what, language)
        return
    for link in markup.strange(written.links, hosts(turn.catalogue), turn.bot):
        yield Flaw("link", link[:60], language)
    for link in written.links:
        if is_dead(link, turn):
            yield Flaw("dead", link[:60], language)
    if (over := written.units - most(one)) > 0:
        yield Flaw("long", str(over), language)


def most(one: Announcement) -> int:
    """How many UTF-16 units its words may have: fewer below a photo, and where it asks."""
    room = CAPTION if len(attached_to(one)) == 1 else ALONE
    return room - ASKING if one.asks else room


def is_dead(link: str, turn: Turn) -> bool:
    """Whether it is a link to us that leads nowhere."""
    asked = markup.payload(link, turn.bot)
    return bool(asked) and path_of(asked or "", turn) is None


def path_of(payload: str, turn: Turn) -> str | None:
    """The thing of ours a deep link opens; empty where it is a page, None where it is dead."""
    try:
        intent = Intent.follow(payload)
    except Unreadable:
        return None
    for kind, card in CARDS.items():
        if type(intent) is card:
            path = f"{kind}/{next(iter(vars(intent).values()))}"
            return path if is_known(path, turn) else None
    return ""


def is_known(path: str, turn: Turn) -> bool:
    """Whether there is such a thing in the catalogue, and a page of it."""
    try:
        turn.catalogue.thing(path)
    except Gone:
        return False
    return path.partition("/")[0] in CARDS


def _unspoken(one: Announcement) -> Iterator[Flaw]:
    if not one.spoken:
        yield Flaw("words")
    elif len(one.spoken) < len(LANGUAGES) and one.fallback not in one.spoken:
        yield Flaw("fallback")


def _dead_keys(one: Announcement, turn: Turn) -> Iterator[Flaw]:
    for key in keys_of(one):
        if key.path and not is_known(key.path, turn):
            yield Flaw("dead", key.path)


def _late(one: Announcement, turn: Turn) -> Iterator[Flaw]:
    if one.due_at and one.due_at <= turn.now:
        yield Flaw("due")
    if one.run_at and one.run_at <= turn.now and one.stage in ("draft", "waiting"):
        yield Flaw("past")
    if "{due}" in one.words and not one.due_at:
        yield Flaw("no-due")


def _is_closed(session: Session, number: int) -> bool:
    found = session.get(Class, number)
    return found is None or found.closed_at is not None
