"""Sharing, as people see it; and the cards they send into other chats."""

from collections.abc import Sequence

from bot.guidance.portrait import Portrait
from bot.guidance.towns import Town
from bot.rooms.home.intents import GoHome
from bot.rooms.professions.intents import ProfessionColleges, ProfessionEmployers
from bot.rooms.share.intents import (
    Located,
    Nearby,
    OpenShare,
    Shared,
    ShowCard,
    ShowCode,
    ShowTown,
    card_of,
)
from bot.ui import Button, Intent, Screen
from content.catalogue import Employer, Place, Profession, Region
from content.kinds import LANGUAGES, Text, Thing

HOME = Button("home", GoHome())


def share(kind: Shared, thing: Thing, link: str, where: ShowTown | None) -> Screen:
    """The ways to show a thing to somebody; `where` it is, if that is known of it."""
    pictures = [Button("picture", ShowCard(thing.slug))] if kind == "professions" else []
    rows = [
        [Button("send-to-chat", inline=_asked(thing.label))],
        [Button("copy-link", copy=link)],
        [Button("map", where)] if where else [],
        [*pictures, Button("code", ShowCode(kind, thing.slug))],
        [Button("back", card_of(kind, thing.slug)), HOME],
    ]
    return Screen("share/share", {"name": thing.name, "link": link}, rows)


def _asked(name: Text) -> Text:
    """What to ask for in another chat: the name, and the language the card shall speak."""
    return Text(**{language: f"{name[language]} {language}" for language in LANGUAGES})


def card(told: Portrait, link: str) -> Screen:
    """A profession as a picture, and in words what the picture says."""
    rows = [_back(OpenShare("professions", told.profession.slug))]
    return Screen("share/card", {"told": told, "link": link}, rows)


def code(kind: Shared, thing: Thing, link: str) -> Screen:
    """A square code, and in words where it leads."""
    rows = [_back(OpenShare(kind, thing.slug))]
    return Screen("share/code", {"name": thing.name, "link": link}, rows)


def map_of(
    profession: Profession, towns: Sequence[Town], elsewhere: Sequence[Employer], near: Nearby
) -> Screen:
    """A map of towns, and in words who is in which, by their whole names."""
    facts = {"name": profession.name, "towns": towns, "elsewhere": elsewhere}
    lists = {"colleges": ProfessionColleges, "employers": ProfessionEmployers}
    return Screen("share/map", facts, [_back(lists[near](profession.slug))], long=True)


def town(kind: Located, thing: Thing, place: Place | None, region: Region) -> Screen:
    """A map with one town, and in words which town and region that is."""
    facts = {"kind": kind, "name": thing.name, "place": place, "region": region}
    return Screen("share/town", facts, [_back(OpenShare(kind, thing.slug))])


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]


# --- what is sent into other chats ---


def sent(
    name: Text, about: Text | None, place: Text | None, *, basis: str, told: int, link: str
) -> Screen:
    """A thing in short, who says so, and the way to all that is told of it."""
    facts = {"name": name, "about": about, "place": place, "basis": basis, "told": told}
    return Screen("share/sent", facts, [[Button("open-card", url=link)]])
