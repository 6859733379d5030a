"""Two addresses on one button: they share its 64 bytes, so together they may be only so long."""

from collections.abc import Iterable, Iterator

from content.catalogue import Region
from content.mistakes import Mistake
from content.shape import Loc
from content.whole import Known

# Which kinds stand on a button together, and how many letters their two addresses have there.
TOGETHER: dict[tuple[str, str], int] = {
    ("professions", "professions"): 58,  # side by side
    ("figures", "figures"): 58,  # compared
    ("professions", "regions"): 54,  # a list of a trade, kept to a region
    ("regions", "places"): 54,  # a list of a region, kept to a town
}
Named = tuple[str, Known, Loc]


def mistakes(everything: Iterable[Known]) -> Iterator[Mistake]:
    """Addresses that do not fit a button together; the longer of two is to be mended."""
    named = _named(everything)
    for (one, other), most in TOGETHER.items():
        for long, known, loc in named.get(one, []):
            beside = _longest(one, other, long, named)
            if len(long) + len(beside) > most and (one != other or len(long) >= len(beside)):
                yield known.tell(loc, _says(long, f"{other}/{beside}", most - len(beside)))


def _named(everything: Iterable[Known]) -> dict[str, list[Named]]:
    """Every address, by kind, with where it is written."""
    named: dict[str, list[Named]] = {"places": []}
    for known in everything:
        named.setdefault(known.kind, []).append((known.thing.slug, known, ()))
        if isinstance(known.thing, Region):
            places = enumerate(known.thing.places)
            named["places"] += [(one.slug, known, ("places", at, "slug")) for at, one in places]
    return named


def _longest(one: str, other: str, slug: str, named: dict[str, list[Named]]) -> str:
    """The longest address of the other kind that is not this thing itself."""
    every = (found for found, _, _ in named.get(other, []) if (one, slug) != (other, found))
    return max(every, key=len, default="")


def _says(slug: str, beside: str, most: int) -> str:
    return (
        f"the address {slug!r} has {len(slug)} letters; beside {beside} a button has room for "
        f"{most}: choose a shorter one"
    )
