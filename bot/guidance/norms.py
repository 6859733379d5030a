"""Norms: what our own pupils' answers would give as a reference, in place of the foreign sample.

Only told, never taken over by itself: a person looks, and writes the numbers into
content/interests/reference.yaml. Source: docs/method.md, "From scores to professions".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from statistics import fmean, pstdev

from bot.guidance.care import means
from bot.guidance.profiles import LETTERS, correlation
from bot.guidance.sitting import Instrument, Sitting, instrument
from content.atlas import Catalogue
from content.kinds import LANGUAGES

ENOUGH = 500  # pupils of a language
STRANGE = 0.05  # share of "I don't know what this is" from which an item's words want a look

Answer = tuple[str, int, str, int]  # language, sitting, item, value


def report(given: Iterable[Answer], catalogue: Catalogue) -> str:
    """Means, deviations and correlations by language; of too few pupils only how many there are."""
    known, every = instrument(catalogue), list(given)
    lines = [_language(known, every, language) for language in LANGUAGES]
    return "\n\n".join(lines)


def _language(known: Instrument, every: Sequence[Answer], language: str) -> str:
    ours = [one for one in every if one[0] == language]
    people = _people(known, ours)
    if len(people) < ENOUGH:
        return f"{language}: {len(people)} pupils; at least {ENOUGH} are wanted before this tells."
    return "\n".join([f"{language}: {len(people)} pupils", *_sample(people), *_strange(ours)])


def _people(known: Instrument, ours: Sequence[Answer]) -> list[list[float]]:
    """The six means of each sitting whose answers tell something or are only flat."""
    sittings: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for _, sitting, item, value in ours:
        sittings[sitting].append((item, value))
    sat = [Sitting(known, answered, len(answered)) for answered in sittings.values()]
    told = (one for one in sat if one.verdict in ("clear", "flat"))
    return [means(one.answers) for one in told]


def _sample(people: Sequence[Sequence[float]]) -> list[str]:
    columns = dict(zip(LETTERS, zip(*people, strict=True), strict=True))
    return [
        "  means: " + _told({letter: fmean(column) for letter, column in columns.items()}),
        "  deviations: " + _told({letter: pstdev(column) for letter, column in columns.items()}),
        "  correlations: "
        + _told({a + b: correlation(columns[a], columns[b]) for a, b in combinations(LETTERS, 2)}),
    ]


def _told(numbers: dict[str, float]) -> str:
    return "{" + ", ".join(f"{name}: {value:.3f}" for name, value in numbers.items()) + "}"


def _strange(ours: Sequence[Answer]) -> list[str]:
    """Items many do not know: their words want a look."""
    asked = Counter(item for _, _, item, _ in ours)
    unknown = Counter(item for _, _, item, value in ours if not value)
    shares = {item: unknown[item] / asked[item] for item in unknown}
    return [
        f"  not understood: {item}, by {share:.0%}"
        for item, share in sorted(shares.items(), key=lambda one: -one[1])
        if share >= STRANGE
    ]
