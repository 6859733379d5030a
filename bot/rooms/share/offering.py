"""What is offered in other chats: up to ten things for the words typed after the bot's name.

Nobody is known here: the same words are answered alike for everybody, and nothing is stored.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from bot.guidance.folding import fold
from bot.guidance.search import Found, index
from bot.guidance.tongues import asked_in, tongues
from bot.rooms.share import screens
from bot.rooms.share.intents import Shared, card_of
from bot.ui.offer import Choice
from content.atlas import Catalogue
from content.catalogue import College, Employer, Profession, Programme
from content.kinds import LANGUAGES, Language, Text, Thing
from content.shifts import Mission

MOST, TASTE = 10, 6
KINDS: tuple[Shared, ...] = ("colleges", "employers", "programmes", "professions", "missions")
Path = tuple[Shared, str]


def offered(words: str, known: Catalogue, bot: str) -> list[Choice]:
    """What the words may mean, the likeliest first; without words, a taste of everything."""
    asked, wanted = asked_in(words)
    found = index(known).find(asked, MOST)
    paths = _meant(asked, found, known) if asked else _taste(known)
    return [
        _choice(path, known, bot, wanted or _spoken(asked, path, found, known))
        for path in islice(dict.fromkeys(paths), MOST)
    ]


def _taste(known: Catalogue) -> list[Path]:
    """The profession of each direction that articles speak of most, up to six."""
    first: dict[str, Path] = {}
    for one in known.professions:
        first.setdefault(one.direction, ("professions", one.slug))
    return list(first.values())[:TASTE]


def _meant(asked: str, found: Found, known: Catalogue) -> Iterator[Path]:
    """What is called just so; what it may be; else all of the place or the kind that is named."""
    yield from _called(known).get(fold(asked), ())
    yield from ((kind, one.slug) for one in found.guesses for kind in KINDS if one.kind == kind)
    if not found.guesses and (found.region or found.wanted):
        for kind in KINDS:
            if found.wanted in ("", kind):
                yield from ((kind, thing.slug) for thing in _there(kind, found.region, known))


@lru_cache(maxsize=2)
def _called(known: Catalogue) -> dict[str, list[Path]]:
    """Things by their folded names."""
    called: dict[str, list[Path]] = defaultdict(list)
    for kind in KINDS:
        for thing in known.every(kind, Thing):
            for words in {
                fold(name[each]) for name in (thing.name, thing.label) for each in LANGUAGES
            }:
                called[words].append((kind, thing.slug))
    return dict(called)


def _there(kind: Shared, region: str, known: Catalogue) -> Iterable[Thing]:
    """All things of a kind, or those of a region."""
    if kind == "professions" and region:
        return known.there(region).professions
    every = known.every(kind, Thing)
    return [one for one in every if region in ("", getattr(one, "region", None))]


def _spoken(asked: str, path: Path, found: Found, known: Catalogue) -> tuple[Language, ...]:
    """In which languages to speak of a thing: those its name, or its region's, was typed in."""
    thing = known.thing("/".join(path))
    names = [thing.name, thing.label]
    if found.region:
        region = known.region(found.region)
        names += [one.name for one in (region, *region.places)]
    return tongues(asked, names) if asked else LANGUAGES


def _choice(path: Path, known: Catalogue, bot: str, languages: tuple[Language, ...]) -> Choice:
    """A thing as it is offered."""
    kind, slug = path
    thing = known.thing(f"{kind}/{slug}")
    about, place = _about(thing), _place(thing, known)
    shown = screens.sent(
        thing.name,
        about,
        place,
        basis=_basis(thing, known),
        told=len(known.told(f"{kind}/{slug}")),
        link=card_of(kind, slug).address(bot),
    )
    return Choice(f"{kind}/{slug}", thing.label, about or place or thing.label, shown, languages)


def _about(thing: Thing) -> Text | None:
    """One line of what it is."""
    if isinstance(thing, Profession | Programme | Mission):
        return thing.summary
    return thing.industry if isinstance(thing, Employer) else None


def _place(thing: Thing, known: Catalogue) -> Text | None:
    """Its town, or else its region."""
    if isinstance(thing, College | Employer):
        return known.place(thing.place).name if thing.place else known.region(thing.region).name
    return None


def _basis(thing: Thing, known: Catalogue) -> str:
    """Who says that there is such a thing: an article, a reference, or only we."""
    if isinstance(thing, Employer):
        return "article"
    if isinstance(thing, Mission):
        return "ours"
    if isinstance(thing, College | Programme):
        source = thing.source if isinstance(thing, College) else thing.summary_source
        return "article" if source.article else "reference" if source.reference else "ours"
    if known.about(f"professions/{thing.slug}"):
        return "article"
    routes = thing.routes if isinstance(thing, Profession) else ()
    return "reference" if any(route.source.reference for route in routes) else "ours"
