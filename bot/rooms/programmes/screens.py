"""Programmes, as people see them."""

from collections.abc import Sequence

from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.programmes.intents import (
    BrowseProgrammes,
    ForgetProgramme,
    OpenProgramme,
    OpenProgrammes,
    Part,
    ReadProgramme,
    SaveProgramme,
)
from bot.rooms.share.intents import OpenShare
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Programme, Unknown
from content.kinds import Fact

HOME = Button("home", GoHome())


def kinds(found: Sequence[str]) -> Screen:
    """What kinds of programmes there are."""
    rows = [[Button(f"kind-{kind}", BrowseProgrammes(kind))] for kind in found]
    return Screen("programmes/kinds", {}, [*rows, [HOME]])


def kind(name: str, shown: Page[Programme]) -> Screen:
    """The programmes of one kind."""
    doors = [[Button(one.label, OpenProgramme(one.slug))] for one in shown.things]
    turn = turner(shown, lambda number: BrowseProgrammes(name, number))
    rows = [*doors, turn, [Button("back", OpenProgrammes()), HOME]]
    return Screen("programmes/kind", {"kind": name}, rows)


def card(
    programme: Programme,
    unknown: Sequence[Unknown],
    *,
    more: bool,
    saved: bool,
    back: Intent,
) -> Screen:
    """One programme: what it is."""
    slug = programme.slug
    doors = [
        Button("who-can-join", ReadProgramme(slug, "who")) if programme.who else None,
        Button("how-to-join", ReadProgramme(slug, "how")) if programme.how else None,
    ]
    rows = [
        [door for door in doors if door],
        [Button("what-is-known", ReadProgramme(slug, "more"))] if more else [],
        [_star(slug, saved=saved), Button("share", OpenShare("programmes", slug))],
        [Button("sources", OpenPassport("programmes", slug))],
        [Button("back", back), HOME],
    ]
    return Screen("programmes/card", {"programme": programme, "unknown": unknown}, rows)


def read(programme: Programme, part: Part, shown: Page[Fact]) -> Screen:
    """What is said of it, a few statements at a time."""
    turn = turner(shown, lambda number: ReadProgramme(programme.slug, part, number))
    sources = [Button("sources", OpenPassport("programmes", programme.slug))]
    rows = [turn, sources, [Button("back", OpenProgramme(programme.slug)), HOME]]
    return Screen(f"programmes/{part}", {"programme": programme, "facts": shown.things}, rows)


def _star(slug: str, *, saved: bool) -> Button:
    return Button("saved", ForgetProgramme(slug)) if saved else Button("save", SaveProgramme(slug))
