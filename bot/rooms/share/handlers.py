"""Sharing: look up, and show; pictures are only named here, and drawn after the turn."""

from dataclasses import replace

from bot.guidance.portrait import portrait
from bot.guidance.towns import elsewhere, towns
from bot.rooms.share import screens
from bot.rooms.share.intents import (
    OpenShare,
    Shared,
    ShowCard,
    ShowCode,
    ShowMap,
    ShowTown,
    card_of,
)
from bot.turn import Turn
from bot.ui import Screen
from content.catalogue import College, Employer, Place
from content.kinds import Thing

EDITION = 12  # letters of the catalogue's edition that tell it from any other


def share(intent: OpenShare, turn: Turn) -> Screen:
    """The ways to show a thing to somebody."""
    thing = _thing(intent.kind, intent.slug, turn)
    link = _link(intent.kind, intent.slug, turn)
    return screens.share(intent.kind, thing, link, _map_of(thing, turn))


def card(intent: ShowCard, turn: Turn) -> Screen:
    """A profession as a picture."""
    profession = turn.catalogue.profession(intent.profession)
    link = _link("professions", profession.slug, turn)
    shown = screens.card(portrait(profession, turn.catalogue), link)
    return _drawn(shown, "card", f"professions/{profession.slug}", turn)


def code(intent: ShowCode, turn: Turn) -> Screen:
    """A square code that opens a thing."""
    thing = _thing(intent.kind, intent.slug, turn)
    shown = screens.code(intent.kind, thing, _link(intent.kind, intent.slug, turn))
    return _drawn(shown, "code", f"{intent.kind}/{intent.slug}", turn)


def map_of(intent: ShowMap, turn: Turn) -> Screen:
    """Where the colleges and employers of a trade are."""
    profession = turn.catalogue.profession(intent.profession)
    found = towns(profession, turn.catalogue)
    lost = elsewhere(profession, turn.catalogue)
    shown = screens.map_of(profession, found, lost, intent.near)
    return _drawn(shown, "map", f"professions/{profession.slug}", turn) if found else shown


def town(intent: ShowTown, turn: Turn) -> Screen:
    """In which town a college or an employer is."""
    known = turn.catalogue
    named = known.college if intent.kind == "colleges" else known.employer
    thing = named(intent.slug)
    place = _place(thing, turn)
    shown = screens.town(intent.kind, thing, place, known.region(thing.region))
    return _drawn(shown, "map", f"{intent.kind}/{thing.slug}", turn) if place else shown


def _map_of(thing: Thing, turn: Turn) -> ShowTown | None:
    """The way to the map of a college or an employer, if it is known where that lies."""
    if not isinstance(thing, College | Employer) or not _place(thing, turn):
        return None
    return ShowTown("colleges" if isinstance(thing, College) else "employers", thing.slug)


def _place(thing: College | Employer, turn: Turn) -> Place | None:
    """The town, if it is known where it lies."""
    if not thing.place:
        return None
    place = turn.catalogue.place(thing.place)
    return place if place.longitude is not None else None


def _thing(kind: Shared, slug: str, turn: Turn) -> Thing:
    return turn.catalogue.thing(f"{kind}/{slug}")


def _link(kind: Shared, slug: str, turn: Turn) -> str:
    return card_of(kind, slug).address(turn.bot)


def _drawn(shown: Screen, what: str, path: str, turn: Turn) -> Screen:
    """The screen with its picture named by what it shows, of which thing, in which edition."""
    return replace(shown, picture=f"{what}/{path}/{turn.catalogue.edition[:EDITION]}")
