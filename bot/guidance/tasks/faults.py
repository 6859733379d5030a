"""Fault finding: which block is broken, where to measure first, and where if some break more often.

One block is broken, and nothing works from it on. A mark after a block tells whether it still works
there. Blocks stand in a row, or as a trunk with branches; each is numbered.
"""

from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Literal

from bot.guidance.tasks.rungs import OFFERED, Option, Told

Asks = Literal["where", "half", "odds"]
KINDS: tuple[Asks, ...] = ("where", "half", "odds")


@dataclass(frozen=True)
class Chain:
    """The block before each block (0: none); what was measured after some; how often each broke."""

    asks: Asks
    before: tuple[int, ...]
    marks: tuple[tuple[int, bool], ...]
    broke: tuple[int, ...] = ()

    @property
    def blocks(self) -> range:
        """The numbers of the blocks."""
        return range(1, len(self.before) + 1)

    def way(self, block: int) -> list[int]:
        """The blocks up to this one, itself included, the last first."""
        way = [block]
        while before := self.before[way[-1] - 1]:
            way.append(before)
        return way


def make(chance: Random, kind: str, size: int) -> Chain:
    """A chain of a kind and a size."""
    if kind == "where":
        return _where(chance, size)
    return _half(chance, size) if kind == "half" else _odds(chance, size)


def _row(count: int) -> tuple[int, ...]:
    return tuple(range(count))


def _where(chance: Random, size: int) -> Chain:
    """A row measured everywhere; a row measured here and there; a trunk with branches."""
    before = (_row(chance.randint(4, 7)), _row(chance.randint(6, 10)), _tree(chance))[size]
    while True:
        broken, chain = chance.randint(1, len(before)), Chain("where", before, ())
        every = [(block, broken not in chain.way(block)) for block in chain.blocks]
        measured = every if size == 0 else [one for one in every if chance.random() < 0.45]
        chain = Chain("where", before, tuple(measured))
        if len(suspects(chain)) == 1 and (size == 0 or len(measured) < len(every)):
            return chain


def _tree(chance: Random) -> tuple[int, ...]:
    """A trunk of two or three, then two or three branches of one to three."""
    before = list(range(chance.randint(2, 3)))
    trunk = len(before)
    for _ in range(chance.randint(2, 3)):
        last = trunk
        for _ in range(chance.randint(1, 3)):
            before.append(last)
            last = len(before)
    return tuple(before)


def _half(chance: Random, size: int) -> Chain:
    """Four suspects; six or eight; and a long row in which more was measured than is needed."""
    count = chance.choice(((4,), (6, 8), (4, 6, 8))[size])
    total = 10 if size == 2 else chance.randint(count, min(10, count + 3))
    first = chance.randint(0, total - count)
    last = first + count
    needless = [
        (block, block < first) for block in range(1, total + 1) if first > block or block > last
    ]
    more = [one for one in needless if chance.random() < (0.15, 0.3, 0.6)[size]]
    good = [(first, True)] if first else []
    return Chain("half", _row(total), tuple(sorted([*more, *good, (last, False)])))


def _odds(chance: Random, size: int) -> Chain:
    """A row whose blocks broke down so and so often before."""
    count = (4, 6, 8)[size]
    while True:
        broke = tuple(chance.randint(1, 9) for _ in range(count))
        chain = Chain("odds", _row(count), ((count, False),), broke)
        best = sorted(_worst(chain, block) for block in chain.blocks[:-1])
        if best[0] < best[1] and solve(chain) != Fraction(count // 2):
            return chain


# --- the answer ---


def suspects(chain: Chain) -> list[int]:
    """The blocks which, broken alone, would explain every mark."""
    return [
        block
        for block in chain.blocks
        if all((block in chain.way(place)) != good for place, good in chain.marks)
    ]


def solve(chain: Chain) -> Option:
    """The broken block; or the one after which to measure, so that least is left at worst."""
    left = suspects(chain)
    if chain.asks == "where":
        return Fraction(left[0])
    return Fraction(min(left[:-1], key=lambda block: _worst(chain, block)))


def _worst(chain: Chain, block: int) -> int:
    """What is left at worst if one measures after this block: suspects, or their breakdowns."""
    left = suspects(chain)
    weight = {one: chain.broke[one - 1] if chain.broke else 1 for one in left}
    upto = sum(weight[one] for one in left if one <= block)
    return max(upto, sum(weight.values()) - upto)


def options(chain: Chain, chance: Random) -> tuple[Option, ...]:
    """The right block among others of the chain, in order."""
    answer = solve(chain)
    left = suspects(chain)
    wrong = left[:-1] if chain.asks != "where" else list(chain.blocks)
    others = [one for one in wrong if one != answer]
    others += [one for one in chain.blocks if one not in (*wrong, answer)]
    near = others[: OFFERED - 1] if len(wrong) < OFFERED else chance.sample(
        [one for one in wrong if one != answer], OFFERED - 1)  # fmt: skip
    return tuple(sorted([Fraction(one) for one in near] + [Fraction(answer)]))  # type: ignore[arg-type]


# --- in words ---


def told(chain: Chain) -> Told:
    """What the picture shows."""
    branches = [block for block in chain.blocks if chain.before[block - 1] != block - 1]
    return {
        "count": len(chain.before),
        "before": list(zip(chain.blocks, chain.before, strict=True)),
        "is_row": not branches,
        "good": [block for block, good in chain.marks if good],
        "bad": [block for block, good in chain.marks if not good],
        "broke": chain.broke,
    }


def why(chain: Chain) -> Told:
    """The suspects, and what is left of them whichever way the measurement goes."""
    left, answer = suspects(chain), solve(chain)
    upto = [one for one in left if isinstance(answer, Fraction) and one <= answer]
    after = [one for one in left if one not in upto]
    sums = [sum(chain.broke[one - 1] for one in half) for half in (upto, after) if chain.broke]
    return {**told(chain), "suspects": left, "upto": upto, "after": after, "sums": sums}
