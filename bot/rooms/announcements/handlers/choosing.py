"""Choosing: who gets an announcement, always inside of what its author may speak for."""

from bot.guidance.search import index
from bot.rooms.announcements import audience, drafts
from bot.rooms.announcements.handlers.drafting import Shown, on_a_draft
from bot.rooms.announcements.intents import (
    Exclude,
    Include,
    OpenAudience,
    OpenPart,
    TypeSaved,
)
from bot.rooms.announcements.screens import choosing as screens
from bot.rooms.announcements.screens.choosing import Option
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from db.announcements import Announcement
from db.segments import Segment


@on_a_draft()
def whom(intent: OpenAudience, turn: Turn, one: Announcement) -> Screen:
    """Who gets it, how many they are, and who is left out."""
    segment = _within(Segment.found(one.segment), one, turn)
    told, reach = audience.told(segment, turn), audience.reach(one, segment, turn)
    return screens.audience(one.id, told, reach, private=audience.is_private(segment))


@on_a_draft()
def part(intent: OpenPart, turn: Turn, one: Announcement) -> Screen:
    """What may be chosen of a part."""
    if intent.part == "saved":
        return _saved(one, turn)
    offered = audience.options(one, intent.part, turn)
    return screens.part(one.id, intent.part, page(offered, intent.page, size=5))


def _saved(one: Announcement, turn: Turn, problem: str = "") -> Screen:
    path = Segment.found(one.segment).saved
    slug = path.rpartition("/")[2]
    found = [turn.catalogue.profession(slug)] if slug else []
    chosen = [Option(each.slug, each.label, chosen=True) for each in found]
    return screens.saved(one.id, chosen, problem)


@on_a_draft()
def include(intent: Include, turn: Turn, one: Announcement) -> Intent:
    """Only for those of whom this holds."""
    audience.offered(one, intent.part, intent.value, turn)
    _change(one, intent, turn, kept=True)
    return OpenPart(one.id, intent.part)


@on_a_draft()
def exclude(intent: Exclude, turn: Turn, one: Announcement) -> Intent:
    """This need not hold of them."""
    _change(one, intent, turn, kept=False)
    return OpenPart(one.id, intent.part)


def _change(one: Announcement, intent: Include | Exclude, turn: Turn, *, kept: bool) -> None:
    segment = Segment.found(one.segment)
    changed = audience.changed(segment, intent.part, intent.value, turn, kept=kept)
    _within(changed, one, turn)


def _within(segment: Segment, one: Announcement, turn: Turn) -> Segment:
    """The segment inside what its author may speak for, kept."""
    inside = drafts.scope(turn.session, one.author_id, segment)
    one.segment = inside.kept()
    return inside


@on_a_draft()
def type_saved(intent: TypeSaved, turn: Turn, one: Announcement) -> Shown:
    """Only for those who keep the profession these words name."""
    found = index(turn.catalogue).find(turn.words)
    trades = [each for each in found.guesses if each.kind == "professions"]
    if not trades:
        return _saved(one, turn, turn.words[:60])
    _change(one, Include(one.id, "saved", trades[0].slug), turn, kept=True)
    return OpenPart(one.id, "saved")
