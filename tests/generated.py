"""A great catalogue, made up: the real one, filled up with colleges and professions nobody knows.

The same every time. Names are made of the words real names are made of and of an invented one, so
that words are shared and spread as in life.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

from content.catalogue import College, Profession, Region
from content.kinds import Names, Text, Thing

COLLEGES, PROFESSIONS = 5_000, 1_000
TOPICS = (
    ("политехникалық", "политехнический", "polytechnic"),
    ("құрылыс", "строительный", "construction"),
    ("медициналық", "медицинский", "medical"),
    ("аграрлық", "аграрный", "agrarian"),
    ("көлік", "транспортный", "transport"),
    ("гуманитарлық", "гуманитарный", "humanitarian"),
    ("экономикалық", "экономический", "economic"),
    ("тау-кен", "горный", "mining"),
    ("энергетика", "энергетический", "energy"),
    ("музыка", "музыкальный", "music"),
)
SYLLABLES = ("ба", "бе", "да", "ди", "за", "ко", "лу", "ла", "ми", "на", "ро", "са", "шор", "жан")
Things = dict[str, dict[str, Thing]]


def great(real: Mapping[str, Mapping[str, Thing]]) -> Things:
    """The catalogue with as many colleges and professions as its scale asks for."""
    invented, things = _invented(), {kind: dict(found) for kind, found in real.items()}
    regions = [region for region in things["regions"].values() if isinstance(region, Region)]
    for kind, wanted in (("colleges", COLLEGES), ("professions", PROFESSIONS)):
        models = list(things[kind].values())
        for number in range(wanted - len(models)):
            made = _made(models[number % len(models)], number, next(invented), regions)
            things[kind][made.slug] = made
    return things


def _invented() -> Iterator[str]:
    """Words nobody knows, in no order."""
    words = ["".join(parts) for parts in product(SYLLABLES, repeat=4)]
    Random(0).shuffle(words)
    return iter(words)


def _made(model: Thing, number: int, word: str, regions: list[Region]) -> Thing:
    if isinstance(model, College):
        return _college(model, number, word, regions[number % len(regions)])
    assert isinstance(model, Profession)
    return _profession(model, number, word)


def _college(model: College, number: int, word: str, region: Region) -> College:
    """«Баконара» medical college of Taraz, in a region that is there."""
    kk, ru, en = TOPICS[number % len(TOPICS)]
    town = region.places[number % len(region.places)]
    name = Text(
        kk=f"{town.name.kk} «{word}» {kk} колледжі",
        ru=f"{town.name.ru}: {ru} колледж «{word}»",
        en=f"{town.name.en} {word} {en} college",
    )
    changed = {"slug": f"college-{number}", "name": name, "short": _same(word)}
    others = Names(kk=(f"{word} колледжі",), ru=(f"{ru} {word}",), en=(f"{word} {en}",))
    found = {"region": region.slug, "place": town.slug, "other_names": others}
    return model.model_copy(update=changed | found)


def _profession(model: Profession, number: int, word: str) -> Profession:
    """A welder of a kind nobody has heard of."""
    label = model.label
    name = Text(kk=f"{word} {label.kk}", ru=f"{label.ru} {word}", en=f"{word} {label.en}")
    others = Names(
        kk=tuple(f"{word} {other}" for other in model.other_names.kk),
        ru=tuple(f"{other} {word}" for other in model.other_names.ru),
        en=tuple(f"{word} {other}" for other in model.other_names.en),
    )
    changed = {"slug": f"profession-{number}", "name": name, "short": _same(word)}
    return model.model_copy(update=changed | {"other_names": others})


def _same(word: str) -> Text:
    return Text(kk=word, ru=word, en=word)
