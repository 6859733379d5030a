"""What the instruments of the interest test keep as wholes: order, balance, nothing missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import get_args

from content.catalogue import Card, Item, Klimov, Pair, Trait
from content.mistakes import Mistake
from content.whole import Known

LETTER = 8  # items a letter at least
PAIRS, AGAIN = 20, 10  # pairs; after how many the same two objects come again


def mistakes(everything: Iterable[Known]) -> Iterator[Mistake]:
    """What is wrong with the items, the cards and the pairs, each taken together."""
    known = tuple(everything)
    yield from _items([one for one in known if isinstance(one.thing, Item)])
    yield from _cards(known)
    yield from _pairs([one for one in known if isinstance(one.thing, Pair)])


def _items(items: Sequence[Known]) -> Iterator[Mistake]:
    """Enough of each letter, and two of a letter never side by side."""
    letters = [one.thing.letter for one in items if isinstance(one.thing, Item)]
    for number, (before, letter) in enumerate(pairwise(letters), start=1):
        if before == letter:
            says = f"the item above has the letter {letter} too: put one of another between them"
            yield items[number].tell(("letter",), says)
    counted = Counter[str](letters)
    if items and (few := [letter for letter in "RIASEC" if counted[letter] < LETTER]):
        says = f"at least {LETTER} items a letter are wanted; there are fewer of {', '.join(few)}"
        yield items[-1].tell((), says)


def _cards(known: Sequence[Known]) -> Iterator[Mistake]:
    """A card for every trait, once there are cards."""
    cards = {one.thing.slug for one in known if isinstance(one.thing, Card)}
    for one in known:
        if cards and isinstance(one.thing, Trait) and one.thing.slug not in cards:
            yield one.tell((), "this trait has no card in interests/cards.yaml: write one")


def _pairs(pairs: Sequence[Known]) -> Iterator[Mistake]:
    """Each object eight times, each two objects twice: once in each half, in the same place."""
    if pairs and len(pairs) != PAIRS:
        yield pairs[-1].tell((), f"{PAIRS} pairs are wanted, and there are {len(pairs)}")
        return
    chosen = [_objects(one) for one in pairs]
    for number, (first, again) in enumerate(zip(chosen, chosen[AGAIN:], strict=False)):
        if first != again:
            says = f"pair {number + 1} is about {_told(first)}: this one must be, too"
            yield pairs[number + AGAIN].tell((), says)
    yield from _unbalanced(pairs, chosen)


def _unbalanced(pairs: Sequence[Known], chosen: Sequence[frozenset[str]]) -> Iterator[Mistake]:
    counted, wanted = Counter(chosen[:AGAIN]), combinations(get_args(Klimov), 2)
    if pairs and (missing := [two for two in wanted if counted[frozenset(two)] != 1]):
        says = f"among the first {AGAIN} pairs these must stand once: "
        yield pairs[0].tell((), says + "; ".join(_told(two) for two in missing))


def _objects(one: Known) -> frozenset[str]:
    pair = one.thing
    assert isinstance(pair, Pair)  # noqa: S101 - for the types
    return frozenset((pair.one.object, pair.other.object))


def _told(objects: Iterable[str]) -> str:
    return " and ".join(sorted(objects))
