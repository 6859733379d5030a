"""How well words are found, as a table: `python -m tests.test_guidance.table`."""

from collections.abc import Callable, Iterable
from itertools import groupby
from statistics import median
from time import perf_counter

from bot.guidance.search import Index
from content.atlas import Catalogue
from content.reader import read
from tests.test_guidance.asked import Query, misses, nonsense, queries


def main() -> None:
    """Print the tables of both files, what is missed, and how long a query takes."""
    index = Index(Catalogue(read()))
    for file in ("queries", "held_out"):
        _print_file(file, index)
    _print_nonsense(index)
    _print_time(index)


def _print_file(file: str, index: Index) -> None:
    asked = queries(file)
    ranks = [(query, query.rank(index.find(query.words))) for query in asked]
    print(f"\n{file:24}{'queries':>8}{'top-1':>8}{'top-3':>8}")
    for by in (lambda one: one[0].language, lambda one: one[0].twist):
        for name, rows in _grouped(ranks, by):
            _print_row(f"  {name}", rows)
    _print_row("all", [rank for _, rank in ranks])
    if file != "held_out":  # nobody looks at these, or they would be tuned on
        print("\nnot first:")
        for line in misses(asked, [index.find(query.words) for query in asked], top=1):
            print(f"  {line}")


def _grouped(
    ranks: Iterable[tuple[Query, int]], by: Callable[[tuple[Query, int]], str]
) -> list[tuple[str, list[int]]]:
    every = sorted(ranks, key=by)
    return [(name, [rank for _, rank in rows]) for name, rows in groupby(every, by)]


def _print_row(name: str, ranks: list[int]) -> None:
    first, third = (sum(0 < rank <= top for rank in ranks) / len(ranks) for top in (1, 3))
    print(f"{name:24}{len(ranks):8}{first:8.1%}{third:8.1%}")


def _print_nonsense(index: Index) -> None:
    found = {words: index.find(words) for words in nonsense()}
    told = {words: one for words, one in found.items() if one.guesses or one.region}
    print(f"\nnonsense rejected: {1 - len(told) / len(found):.1%} of {len(found)}")
    for words, one in told.items():
        print(f"  {words}: {one}")


def _print_time(index: Index) -> None:
    taken = []
    for query in queries("queries") + queries("held_out"):
        begun = perf_counter()
        index.find(query.words)
        taken.append(perf_counter() - begun)
    print(f"\na query: {median(taken) * 1e3:.2f} ms in the median, {max(taken) * 1e3:.1f} at most")


if __name__ == "__main__":
    main()
