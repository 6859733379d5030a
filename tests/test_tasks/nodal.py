"""A circuit as wires and lamps between places, solved by Kirchhoff's laws and nothing else."""

from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction

Node = Hashable


class Net:
    """Places joined by wires; lamps of one ohm between them; a battery of one volt."""

    def __init__(self) -> None:
        self._above: dict[Node, Node] = {}
        self._lamps: list[tuple[int, Node, Node]] = []

    def join(self, places: Sequence[Node]) -> None:
        """A wire through these places."""
        for one in places[1:]:
            self._above[self.root(one)] = self.root(places[0])

    def root(self, place: Node) -> Node:
        """The one place that stands for all it is joined with."""
        while (above := self._above.get(place, place)) != place:
            place = above
        return place

    def lamp(self, number: int, one: Node, other: Node) -> None:
        """A lamp between two places."""
        self._lamps.append((number, one, other))

    def currents(self, plus: Node, minus: Node) -> dict[int, Fraction]:
        """How much flows through each lamp."""
        volts = self._volts(self.root(plus), self.root(minus))
        none = Fraction(0)
        return {
            number: abs(volts.get(self.root(a), none) - volts.get(self.root(b), none))
            for number, a, b in self._lamps
        }

    def _volts(self, plus: Node, minus: Node) -> dict[Node, Fraction]:
        """The potential of every place that is joined with the battery in some way."""
        known = {plus: Fraction(1), minus: Fraction(0)}
        reached = self._reached([plus, minus])
        free = [one for one in reached if one not in known]
        rows = [self._row(one, free, known) for one in free]
        return known | dict(zip(free, _solved(rows), strict=True))

    def _ends(self) -> list[tuple[Node, Node]]:
        return [(self.root(a), self.root(b)) for _, a, b in self._lamps]

    def _reached(self, start: Iterable[Node]) -> list[Node]:
        reached = dict.fromkeys(start)
        for _ in self._lamps:
            for a, b in self._ends():
                if a in reached or b in reached:
                    reached |= {a: None, b: None}
        return list(reached)

    def _row(self, node: Node, free: list[Node], known: dict[Node, Fraction]) -> list[Fraction]:
        """What flows into a place flows out of it again."""
        row = [Fraction(0)] * (len(free) + 1)
        for a, b in self._ends():
            if node in (a, b) and a != b:
                other = b if node == a else a
                row[free.index(node)] += 1
                if other in known:
                    row[-1] += known[other]
                else:
                    row[free.index(other)] -= 1
        return row


def _solved(rows: list[list[Fraction]]) -> list[Fraction]:
    """The unknowns, by Gauss and Jordan, without rounding."""
    for at in range(len(rows)):
        pivot = next(row for row in range(at, len(rows)) if rows[row][at])
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [one / rows[at][at] for one in rows[at]]
        for other in range(len(rows)):
            if other != at and rows[other][at]:
                part = rows[other][at]
                rows[other] = [a - part * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]
