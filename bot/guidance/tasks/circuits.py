"""Circuits: which lamps are lit, which stay lit when one burns out, which is the brightest.

The current goes through every part of the circuit, one after another; a part is one branch or
several side by side; a branch is lamps and switches in a row. All lamps are alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from typing import Literal

from bot.guidance.tasks.rungs import OFFERED, Option, Told, mixed, plain

Asks = Literal["lit", "burnt", "brightest"]
KINDS: tuple[Asks, ...] = ("lit", "burnt", "brightest")


@dataclass(frozen=True)
class Piece:
    """A lamp or a switch, numbered on its own; `whole` is a lamp that works, a switch closed."""

    kind: Literal["lamp", "switch"]
    number: int
    whole: bool = True


Branch = tuple[Piece, ...]
Part = tuple[Branch, ...]


@dataclass(frozen=True)
class Circuit:
    """The parts, one after another; `burnt` is the lamp that burns out, if one does."""

    asks: Asks
    parts: tuple[Part, ...]
    burnt: int = 0

    @property
    def pieces(self) -> list[Piece]:
        """Every lamp and switch."""
        return [piece for part in self.parts for branch in part for piece in branch]

    @property
    def lamps(self) -> list[int]:
        """The numbers of the lamps."""
        return [piece.number for piece in self.pieces if piece.kind == "lamp"]


# What stands in each branch of each part: L a lamp, S a switch.
PLANS: dict[str, tuple[tuple[str, ...], ...]] = {
    "lit": (
        ("S L L", "L S L S", "LS|L", "LS|LS", "L S LS"),
        ("S LS|LS", "LS|LS|LS", "L LS|LS", "LLS|LS", "LS|L S", "S LS|LLS"),
        ("LS|LS LS|LS", "L LS|LLS S", "LS|LLS|LS", "LS|LS|LS S L", "LLS|LS LS|L"),
    ),
    "burnt": (
        ("LS L", "LS|L", "LS|L|L", "LL|LS", "S L L", "S L|L", "LS|LS", "LLS"),
        ("L L|L", "LL|LL", "L L|L|L", "LS|LS|L", "L LL|L", "L L LS|L"),
        ("L|L L|L", "LL|L L|LS", "L|L|LS L|LL", "LS|L LL|LS", "L LL|LS|L", "LL|LL L|LS"),
    ),
    "brightest": (
        ("LS L|L", "LLS|L", "S LL|L", "LS L|L|LS", "LL|LLS|L S", "LLL|LS", "L LS|L S"),
        ("LL|L L|L", "LS|LL|L", "L LS|L|LL", "LL|L|LS LS|L|L", "L|LL|LL L|L"),
        ("LL|L L|LL|L", "LLL|L LL|L", "LS|LLL|LL L|LL", "LL|LLL|LS", "LLS|LL|LLL L|L"),
    ),
}


def make(chance: Random, kind: str, size: int) -> Circuit:
    """A circuit of a kind and a size: its parts and branches in any order, switches set anyhow."""
    while True:
        circuit = _numbered(_planned(chance, chance.choice(PLANS[kind][size])), kind)
        circuit = _set(chance, circuit)
        if _is_worth_asking(circuit):
            return circuit


def _planned(chance: Random, plan: str) -> list[list[list[str]]]:
    """Letters of branches of parts, each shuffled."""
    parts = [[list(branch) for branch in part.split("|")] for part in plan.split()]
    for part in parts:
        for branch in part:
            chance.shuffle(branch)
        chance.shuffle(part)
    chance.shuffle(parts)
    return parts


def _numbered(parts: list[list[list[str]]], kind: str) -> Circuit:
    """Lamps and switches numbered from left to right, from above downwards."""
    lamps, switches = iter(range(1, 20)), iter(range(1, 20))

    def piece(letter: str) -> Piece:
        if letter == "L":
            return Piece("lamp", next(lamps))
        return Piece("switch", next(switches))

    made = tuple(tuple(tuple(map(piece, branch)) for branch in part) for part in parts)
    return Circuit(next(one for one in KINDS if one == kind), made)


def _set(chance: Random, circuit: Circuit) -> Circuit:
    """Switches closed or open; and the lamp that is to burn out."""

    def set_(piece: Piece) -> Piece:
        closed = piece.kind == "lamp" or chance.random() < 0.6
        return replace(piece, whole=closed)

    parts = tuple(tuple(tuple(map(set_, branch)) for branch in part) for part in circuit.parts)
    burnt = chance.choice(circuit.lamps) if circuit.asks == "burnt" else 0
    return replace(circuit, parts=parts, burnt=burnt)


def _is_worth_asking(circuit: Circuit) -> bool:
    """Whether something can be said of it: one lamp is the brightest, the burnt one was lit."""
    if circuit.asks == "brightest":
        shares = sorted(currents(circuit).values())
        return bool(shares) and shares[-1] > 0 and shares[-1] != shares[-2]
    if circuit.asks == "burnt":
        return currents(circuit)[circuit.burnt] > 0
    return any(not piece.whole for piece in circuit.pieces)


# --- the answer ---


def solve(circuit: Circuit) -> Option:
    """The lamps that are lit, or the number of the brightest."""
    shares = currents(without(circuit))
    if circuit.asks == "brightest":
        return Fraction(max(shares, key=lambda lamp: shares[lamp]))
    return tuple(lamp for lamp, share in shares.items() if share)


def without(circuit: Circuit) -> Circuit:
    """The circuit once the lamp is burnt out."""

    def left(piece: Piece) -> Piece:
        is_burnt = piece.kind == "lamp" and piece.number == circuit.burnt
        return replace(piece, whole=piece.whole and not is_burnt)

    parts = tuple(tuple(tuple(map(left, branch)) for branch in part) for part in circuit.parts)
    return replace(circuit, parts=parts)


def currents(circuit: Circuit) -> dict[int, Fraction]:
    """How much of the whole current goes through each lamp; none where the circuit is broken."""
    flows = all(any(map(_conducts, part)) for part in circuit.parts)
    return {
        piece.number: _share(branch, part) if flows else Fraction(0)
        for part in circuit.parts
        for branch in part
        for piece in branch
        if piece.kind == "lamp"
    }


def _conducts(branch: Branch) -> bool:
    return all(piece.whole for piece in branch)


def _share(branch: Branch, part: Part) -> Fraction:
    """The share of a branch: the fewer lamps in it, the more of the current it takes."""
    if not _conducts(branch):
        return Fraction(0)
    if len(part) == 1:
        return Fraction(1)
    return _ease(branch) / sum(map(_ease, filter(_conducts, part)))


def _ease(branch: Branch) -> Fraction:
    """One over the lamps in it; a branch beside others always has one."""
    return Fraction(1, sum(piece.kind == "lamp" for piece in branch))


def options(circuit: Circuit, chance: Random) -> tuple[Option, ...]:
    """The lamps, or four sets of them: all, none, all but the burnt one, and others."""
    if circuit.asks == "brightest":
        return tuple(Fraction(lamp) for lamp in circuit.lamps)
    answer = solve(circuit)
    wrong = dict.fromkeys(one for one in _likely(circuit, chance) if one != answer)
    return mixed(chance, [answer, *list(wrong)[: OFFERED - 1]])


def _likely(circuit: Circuit, chance: Random) -> Iterator[tuple[int, ...]]:
    lamps = circuit.lamps
    yield tuple(lamp for lamp in lamps if lamp != circuit.burnt)
    yield ()
    sets = [tuple(lamp for at, lamp in enumerate(lamps) if number >> at & 1)
            for number in range(1 << len(lamps))]  # fmt: skip
    yield from chance.sample(sets, len(sets))


# --- in words ---


def told(circuit: Circuit) -> Told:
    """What the picture shows: of each part the branches, of each branch its lamps and switches."""
    return {"parts": circuit.parts, "burnt": circuit.burnt, "lamps": circuit.lamps}


def why(circuit: Circuit) -> Told:
    """Where the current is cut, which lamps are lit and dark; and each lamp's share of it."""
    after = without(circuit)
    shares = currents(after)
    return {
        "burnt": circuit.burnt,
        "cut": [at for at, part in enumerate(after.parts, 1) if not any(map(_conducts, part))],
        "lit": [lamp for lamp, share in shares.items() if share],
        "dark": [lamp for lamp, share in shares.items() if not share],
        "shares": [(lamp, percent(share)) for lamp, share in shares.items()],
        "answer": plain(max(shares.values())) and max(shares, key=lambda lamp: shares[lamp]),
    }


def percent(share: Fraction) -> int:
    """A share in per cent, as near as people need it."""
    return round(100 * share)
