"""Programmes: look up, and show."""

from dataclasses import replace

from bot.rooms.programmes import screens
from bot.rooms.programmes.intents import (
    BrowseProgrammes,
    ForgetProgramme,
    OpenProgramme,
    OpenProgrammes,
    Part,
    ReadProgramme,
    SaveProgramme,
)
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import Gone, Programme
from content.kinds import Fact
from db import people


def kinds(intent: OpenProgrammes, turn: Turn) -> Screen:
    """What kinds of programmes there are."""
    return screens.kinds(list(dict.fromkeys(sorted(one.kind for one in turn.catalogue.programmes))))


def kind(intent: BrowseProgrammes, turn: Turn) -> Screen:
    """The programmes of one kind."""
    found = [one for one in turn.catalogue.programmes if one.kind == intent.kind]
    if not found:
        raise Gone(intent.kind)
    return screens.kind(intent.kind, page(found, intent.page))


def card(intent: OpenProgramme, turn: Turn) -> Screen:
    """One programme."""
    return shown(turn.catalogue.programme(intent.programme), turn)


def shown(programme: Programme, turn: Turn) -> Screen:
    """The card, its star as this person left it."""
    return screens.card(
        programme,
        turn.catalogue.unknowns(programme.unknown),
        more=bool(_facts(programme, "more", turn)),
        saved=people.has_saved(turn.session, turn.person, f"programmes/{programme.slug}"),
        back=turn.back(OpenProgramme(programme.slug), BrowseProgrammes(programme.kind)),
    )


def read(intent: ReadProgramme, turn: Turn) -> Screen:
    """What is said of it."""
    programme = turn.catalogue.programme(intent.programme)
    found = _facts(programme, intent.part, turn)
    return screens.read(programme, intent.part, page(found, intent.page, size=2))


def _facts(programme: Programme, part: Part, turn: Turn) -> tuple[Fact, ...]:
    if part == "more":
        return (*turn.catalogue.about(f"programmes/{programme.slug}"), *programme.facts)
    return programme.who if part == "who" else programme.how


def save(intent: SaveProgramme, turn: Turn) -> Screen:
    """Keep the programme, and show its card with the star lit."""
    programme = turn.catalogue.programme(intent.programme)
    people.save(turn.session, turn.person, f"programmes/{programme.slug}", turn.now)
    return replace(shown(programme, turn), toast="now-saved")


def forget(intent: ForgetProgramme, turn: Turn) -> Screen:
    """Keep it no longer, and show its card with the star out."""
    people.forget(turn.session, turn.person, f"programmes/{intent.programme}")
    programme = turn.catalogue.programme(intent.programme)
    return replace(shown(programme, turn), toast="now-forgotten")
