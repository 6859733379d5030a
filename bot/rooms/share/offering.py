"""What is offered in other chats: up to ten things for the words typed after the bot's name.

Nobody is known here: the same words are answered alike for everybody, and nothing is stored.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from bot.guidance.search import Found, index
from bot.guidance.tongues import asked_in, tongues
from bot.rooms.share import screens
from bot.rooms.share.intents import Shared, card_of
from bot.ui.offer import Choice
from content.atlas import Catalogue
from content.catalogue import College, Employer, Profession, Programme
from content.kinds import LANGUAGES, Language, Text, Thing

MOST, TASTE = 10, 6
KINDS: tuple[Shared, ...] = ("colleges", "employers", "programmes", "professions")
Path = tuple[Shared, str]


def offered(words: str, known: Catalogue, bot: str) -> list[Choice]:
    """What the words may mean, the likeliest first; without words, a taste of everything."""
    asked, wanted = asked_in(words)
    if not asked:
        return [_choice(path, known, bot, wanted or LANGUAGES) for path in _taste(known)]
    found = index(known).find(asked, MOST)
    paths = islice(_meant(found, known), MOST)
    return [
        _choice(path, known, bot, wanted or _spoken(asked, path, found, known)) for path in paths
    ]


def _taste(known: Catalogue) -> Iterable[Path]:
    """The profession of each direction that articles speak of most, up to six."""
    first = {one.direction: one.slug for one in reversed(known.professions)}
    return [("professions", slug) for slug in list(first.values())[-TASTE:]][::-1]


def _meant(found: Found, known: Catalogue) -> Iterator[Path]:
    """The things guessed; else those of the place, or of the kind, that the words name."""
    guessed = [(kind, one.slug) for one in found.guesses for kind in KINDS if one.kind == kind]
    if guessed or found.guesses or not (found.region or found.wanted):
        yield from guessed
        return
    for kind in KINDS:
        if found.wanted in ("", kind):
            yield from ((kind, thing.slug) for thing in _there(kind, found.region, known))


def _there(kind: Shared, region: str, known: Catalogue) -> Iterable[Thing]:
    """All things of a kind, or those of a region."""
    if kind == "professions" and region:
        return known.professions_of_region(region)
    every = known.every(kind, Thing)
    return [one for one in every if region in ("", getattr(one, "region", None))]


def _spoken(asked: str, path: Path, found: Found, known: Catalogue) -> tuple[Language, ...]:
    """In which languages to speak of a thing: those the words are of."""
    thing = known.thing("/".join(path))
    if found.guesses:
        return tongues(asked, [thing.name, thing.label])
    places = [known.region(found.region)] if found.region else []
    named = [name for region in places for one in (region, *region.places) for name in (one.name,)]
    return tongues(asked, named) if named else LANGUAGES


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
    if isinstance(thing, Profession | Programme):
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
    if isinstance(thing, College | Programme):
        source = thing.source if isinstance(thing, College) else thing.summary_source
        return "article" if source.article else "reference" if source.reference else "ours"
    if known.about(f"professions/{thing.slug}"):
        return "article"
    routes = thing.routes if isinstance(thing, Profession) else ()
    return "reference" if any(route.source.reference for route in routes) else "ours"
