"""How typed questions are answered, as a table with its bars: `make answers`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time

from bot.guidance.answers import Understanding
from content.atlas import Catalogue
from content.kinds import LANGUAGES
from content.reader import read
from tests.answers.asked import SETS, Question, answerable, unanswerable

RIGHT, REFUSED, QUICK = 0.95, 1.0, 3.0  # the share answered rightly, refused; ms in the median


@dataclass(frozen=True)
class Row:
    """A line of the table: how many were asked, how many rightly met, in how many ms each.

    The time is the processor's, for other work may go on beside."""

    name: str
    asked: int
    right: int
    least: float
    took: float

    @property
    def passed(self) -> bool:
        """Whether it holds its bar."""
        return self.right >= self.least * self.asked

    def __str__(self) -> str:
        share = f"{self.right / self.asked:.1%}"
        verdict = "PASS" if self.passed else "FAIL"
        return f"{self.name:34}{self.asked:7}{share:>9}{self.took:9.2f}  {verdict}"


def rows(known: Understanding, sets: Sequence[str] = SETS) -> Iterator[Row]:
    """The table, line by line: each set in each language, then whole."""
    for name in sets:
        yield from _lines(f"{name}, answerable", answerable(name), RIGHT, known)
        yield from _lines(f"{name}, unanswerable", unanswerable(name), REFUSED, known)


Judged = tuple[bool, float]  # whether it was rightly met, in how many ms


def _lines(
    name: str, asked: Sequence[Question], least: float, known: Understanding
) -> Iterator[Row]:
    every: list[Judged] = []
    for language in LANGUAGES:
        some = [_judged(one, known) for one in asked if one.language == language]
        yield _row(f"  {name}, {language}", some, 0.0)
        every += some
    yield _row(name, every, least)


def _row(name: str, judged: Sequence[Judged], least: float) -> Row:
    took = median(took for _, took in judged)
    return Row(name, len(judged), sum(right for right, _ in judged), least, took)


def _judged(one: Question, known: Understanding) -> Judged:
    begun = process_time()
    told = known.of(one.words)
    return one.is_right(told), (process_time() - begun) * 1e3


def main(say: Callable[[str], None] = print) -> int:
    """Print the table; 1 where a bar is not held."""
    known = Understanding(Catalogue(read()))
    known.of("")  # what is made once is made before the clock runs
    table = list(rows(known))
    say(f"{'':34}{'asked':>7}{'right':>9}{'ms':>9}")
    for row in table:
        say(str(row))
    slow = median(row.took for row in table)
    say(f"\nmedian {slow:.2f} ms, at most {QUICK}: {'PASS' if slow <= QUICK else 'FAIL'}")
    return 0 if all(row.passed for row in table) and slow <= QUICK else 1


if __name__ == "__main__":
    sys.exit(main())
