"""The outcome of a sitting: what is kept of it, and what is shown from it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import orjson

from bot.guidance.care import Verdict
from bot.guidance.matching import Band
from bot.guidance.pairs import Leanings
from bot.guidance.sitting import Sitting

IN_FRONT = 2  # interests that are said to draw most


@dataclass(frozen=True)
class Outcome:
    """The verdict, the believed six means (1-5), the wishes (-1 to 1), and the suggestions."""

    verdict: Verdict
    letters: str
    means: tuple[float, ...]
    wishes: Mapping[str, float]
    suggestions: tuple[tuple[str, Band], ...]
    answered: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, sitting: Sitting, wishes: Mapping[str, float], seed: str) -> "Outcome":
        """What comes of a sitting; the same sitting gives the same, for the seed is its number."""
        verdict, belief = sitting.verdict, sitting.belief
        matcher = sitting.instrument.matcher
        found = matcher.suggest(belief, wishes, seed) if verdict == "clear" else []
        return cls(
            verdict,
            sitting.letters,
            tuple(belief.means),
            dict(wishes),
            tuple((one.slug, one.band) for one in found),
            tuple(sitting.answers),
        )

    def kept(self) -> str:
        """The outcome as words to keep."""
        return orjson.dumps(asdict(self)).decode()

    @classmethod
    def found(cls, kept: str) -> "Outcome":
        """The outcome that was kept."""
        fields = orjson.loads(kept)
        for name in ("means", "suggestions", "answered"):
            fields[name] = tuple(
                tuple(one) if isinstance(one, list) else one for one in fields[name]
            )
        return cls(**fields)


def leanings_found(kept: str) -> Leanings:
    """The leanings that were kept of a young sitting."""
    return Leanings(**orjson.loads(kept))


def leanings_kept(found: Leanings) -> str:
    """The leanings as words to keep."""
    return orjson.dumps(asdict(found)).decode()


def front_of(kind: str, kept: str) -> tuple[str, ...]:
    """What draws most, as letters or objects; nothing where the profile was broad."""
    if kind == "young":
        found = leanings_found(kept)
        return found.order[0] if found.verdict == "clear" else ()
    outcome = Outcome.found(kept)
    return tuple(outcome.letters[:IN_FRONT]) if outcome.verdict == "clear" else ()
