"""A sitting: where somebody stands in the interest test, worked out from what they answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.guidance.belief import Belief, Reference, believed, next_letter
from bot.guidance.care import Verdict, verdict
from bot.guidance.matching import Matcher, Trade, Weights
from bot.guidance.profiles import LETTERS
from content.atlas import Catalogue
from content.catalogue import Item, Profession, ReferenceSample, Weighing

SHORT, LONG = 20, 54  # questions at most, in a short sitting and where everything is asked


@dataclass(frozen=True)
class Instrument:
    """What the test is made of: its items in order, and the sample answers are set against."""

    items: tuple[Item, ...]
    reference: Reference
    matcher: Matcher


@dataclass(frozen=True)
class Sitting:
    """The answers given so far (item, 0-5; 0 is "I don't know what this is"), in their order."""

    instrument: Instrument
    given: Sequence[tuple[str, int]]
    most: int

    @cached_property
    def answers(self) -> list[tuple[str, int]]:
        """Letter and value of what was really answered."""
        letters = self._letters
        return [(letters[slug], value) for slug, value in self.counted]

    @cached_property
    def counted(self) -> list[tuple[str, int]]:
        """What was really answered, by item; items that are gone do not count."""
        return [(slug, value) for slug, value in self.given if value and slug in self._letters]

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {item.slug: item.letter for item in self.instrument.items}

    @cached_property
    def belief(self) -> Belief:
        """What the answers tell of the six interests."""
        return believed(self.instrument.reference, self.answers)

    @property
    def verdict(self) -> Verdict:
        """Whether the answers tell something."""
        return verdict(len(self.given), self.answers, self.belief.means)

    @property
    def letters(self) -> str:
        """The six letters, the strongest interest first."""
        return self.belief.order()

    def next(self) -> Item | None:
        """The item to ask next; None where enough was asked."""
        asked = {slug for slug, _ in self.given}
        left = [item for item in self.instrument.items if item.slug not in asked]
        if self.most > SHORT or not left:
            return left[0] if left else None
        letter = next_letter(self.belief, self._asked())
        return next((item for item in left if item.letter == letter), None)

    def _asked(self) -> dict[str, int]:
        """How many questions of each letter were asked, answered or not."""
        letters = self._letters
        counted: Counter[str] = Counter(letters[slug] for slug, _ in self.given if slug in letters)
        return {letter: counted[letter] for letter in LETTERS}


@lru_cache(maxsize=2)
def instrument(catalogue: Catalogue) -> Instrument:
    """The test of a catalogue, made once an edition."""
    sample = catalogue.one("interests/reference", "markers", ReferenceSample)
    weighing = catalogue.one("interests/weights", "matching", Weighing)
    reference = Reference(
        sample.means.in_order, sample.deviations.in_order, sample.correlations.model_dump()
    )
    trades = [
        Trade(one.slug, one.direction, one.core, _scores(one), one.traits)
        for one in catalogue.professions
    ]
    weights = Weights(weighing.interests, weighing.wishes)
    matcher = Matcher(trades, sample.means.in_order, weights)
    return Instrument(catalogue.every("interests/items", Item), reference, matcher)


def _scores(profession: Profession) -> list[float]:
    """The profession's six scores, 1 to 7, in the order RIASEC."""
    return [getattr(profession.interests, letter) for letter in LETTERS]
