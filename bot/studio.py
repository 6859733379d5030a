"""The studio: draws the pictures that messages name, from the catalogue in force.

A name is what is drawn, of which thing, in which edition and language, with slashes between:
`card/professions/welder/3f2a91c0aa17/kk`. The edition makes a new picture a new name. The radar
of a test's result is named by its numbers alone, `radar/interests/431-250-120-199-140-380/…`: no
person is in it, and whoever answered alike gets the same one. A task is named by its rung and seed,
`task/gears/4-1207/1/kk`, from which it is made anew.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol, get_args

from bot.conversation import Shelf
from bot.guidance.portrait import portrait
from bot.guidance.profiles import LETTERS
from bot.guidance.tasks import FAMILIES, make
from bot.guidance.towns import towns
from bot.rooms.classes.intents import OpenClass
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.share.intents import Shared, card_of
from bot.sheets import sheet
from bot.ui import picture
from bot.ui.picture import COLLEGE, EMPLOYER, Axis, Card, Locator, Radar, Spot, tasks
from bot.ui.voice import labels
from content.atlas import Catalogue
from content.catalogue import College, Employer, Gone, Klimov, Place, Profession
from content.kinds import LANGUAGES, Language

SCALES: dict[str, tuple[Sequence[str], float, float]] = {
    "interests": (LETTERS, 1, 5),
    "objects": (get_args(Klimov), 0, 8),
}
IN_FRONT = 2  # interests that are said to draw most
NEAREST = 0.08  # of the way out, for what draws not at all
LATELY = 32  # pictures remembered, so that one that many ask for at once is drawn once


class Talking(Protocol):
    """Who says what the pictures go with: it knows the catalogue, and the bot's own name."""

    @property
    def shelf(self) -> Shelf: ...

    @property
    def bot(self) -> str: ...


class Studio:
    """Draws; asked by the edge, in a thread, after the turn that named the picture is committed."""

    def __init__(self, talk: Talking) -> None:
        self._talk = talk
        self.draw: Callable[[str], bytes] = lru_cache(LATELY)(self._draw)

    def _draw(self, name: str) -> bytes:
        """The picture of this name; raises Gone where there is none."""
        what, kind, slug, _, spoken = name.split("/")
        language = next((each for each in LANGUAGES if each == spoken), None)
        if language is None:
            raise Gone(name)
        if what == "radar":
            return picture.radar(radar(kind, slug, language))
        if what == "table":
            return sheet(kind, slug, language)
        if what == "task":
            return _task(kind, slug, language)
        if what == "code":
            return self._code(kind, slug, language)
        if what == "map":
            return picture.locator(located(kind, slug, self._talk.shelf.catalogue, language))
        return self._card(self._talk.shelf.catalogue.profession(slug), language)

    def _card(self, profession: Profession, language: Language) -> bytes:
        told = card(profession, self._talk.shelf.catalogue, language, self._talk.bot)
        return picture.card(told)

    def _code(self, kind: str, slug: str, language: Language) -> bytes:
        """A square code; that of a class stands under the signs that may be typed instead."""
        if kind == "classes":
            return picture.qr(slug, OpenClass(slug).address(self._talk.bot), f"@{self._talk.bot}")
        thing = self._talk.shelf.catalogue.thing(f"{kind}/{slug}")
        shared = next(each for each in get_args(Shared) if each == kind)
        return picture.qr(
            thing.name[language],
            card_of(shared, slug).address(self._talk.bot),
            f"@{self._talk.bot}",
        )


def card(profession: Profession, known: Catalogue, language: Language, bot: str) -> Card:
    """What the card of a profession says."""
    told = portrait(profession, known)
    facts = {
        "picture-tools": _listed([tool[language] for tool in told.tools]),
        "picture-lessons": _listed([one.label[language] for one in told.lessons]),
        "picture-hour": f"{told.hour.at} · {told.hour.what[language]}",
    }
    return Card(
        profession.direction,
        told.direction.name[language],
        profession.name[language],
        profession.summary[language],
        tuple((_word(title, language), words) for title, words in facts.items()),
        _word("picture-invites", language),
        f"@{bot}",
        OpenProfession(profession.slug).address(bot),
    )


def located(kind: str, slug: str, known: Catalogue, language: Language) -> Locator:
    """The map of this thing; raises Gone where there is none."""
    thing = known.thing(f"{kind}/{slug}")
    if isinstance(thing, College | Employer):
        return lone(thing, known, language)
    return locator(known.profession(slug), known, language)


def locator(profession: Profession, known: Catalogue, language: Language) -> Locator:
    """What the map of a profession says."""
    found = [
        _spot(town.place, language, len(town.colleges), len(town.employers))
        for town in towns(profession, known)
    ]
    return Locator(
        picture.colour(profession.direction),
        _word("picture-map", language),
        profession.name[language],
        tuple(one for one in found if one),
        _centres(known, language),
        _word("picture-colleges", language),
        _word("picture-employers", language),
        _word("picture-centre", language),
        _word("picture-places", language),
    )


def lone(thing: College | Employer, known: Catalogue, language: Language) -> Locator:
    """What the map of one college or employer says: its town and its region."""
    is_college = isinstance(thing, College)
    here = _spot(known.place(thing.place or ""), language, int(is_college), int(not is_college))
    return Locator(
        COLLEGE if is_college else EMPLOYER,
        known.region(thing.region).name[language],
        thing.name[language],
        (here,) if here else (),
        _centres(known, language),
        _word("picture-college", language) if is_college else "",
        "" if is_college else _word("picture-employer", language),
        _word("picture-centre", language),
        _word("picture-place", language),
    )


def _centres(known: Catalogue, language: Language) -> tuple[Spot, ...]:
    places = [known.place(region.centre) for region in known.regions]
    return tuple(one for place in places if (one := _spot(place, language)))


def radar(kind: str, numbers: str, language: Language) -> Radar:
    """What the radar of a result says; raises Gone where these are no numbers of a result."""
    names, least, most = SCALES[kind]
    values = [int(number) / (100 if kind == "interests" else 1) for number in numbers.split("-")]
    if len(values) != len(names):
        raise Gone(numbers)
    front = sorted(values, reverse=True)[IN_FRONT - 1] if kind == "interests" else max(values)
    axes = [
        Axis(_word(f"picture-{name}", language), _share(value, least, most), value >= front)
        for name, value in zip(names, values, strict=True)
    ]
    words = (_word(f"picture-{name}", language) for name in ("draws", "how", "hint"))
    title, how, hint = words
    return Radar(title, axes, how, hint)


def _task(kind: str, made: str, language: Language) -> bytes:
    """The picture of a task; raises Gone where it is no family's."""
    rung, _, seed = made.partition("-")
    family = next((one for one in FAMILIES if one == kind), None)
    if family is None:
        raise Gone(f"{kind}/{made}")
    words = tasks.Words(lambda name: _word(name, language), "." if language == "en" else ",")
    return tasks.draw(make(family, int(rung), int(seed)).given, words)


def _share(value: float, least: float, most: float) -> float:
    """How far out a value stands; never so near the middle that its dot would hide the others."""
    return min(1.0, max(NEAREST, (value - least) / (most - least)))


def _spot(place: Place, language: Language, colleges: int = 0, employers: int = 0) -> Spot | None:
    """A place on the map, if it is known where it lies."""
    if place.longitude is None or place.latitude is None:
        return None
    where = place.longitude, place.latitude
    return Spot(place.name[language], *where, colleges, employers, place.label[language])


def _listed(words: list[str]) -> str:
    """The words with dots between, the first with a capital letter."""
    told = " · ".join(words)
    return told[:1].upper() + told[1:]


def _word(name: str, language: Language) -> str:
    return labels()[name][language]
