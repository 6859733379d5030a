"""Uses: which professions meet the tasks of a family, and what somebody can solve already."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.guidance.tasks.families import KINDS
from bot.guidance.tasks.rungs import SIZES, Family, logit

USES: Mapping[Family, tuple[str, ...]] = {
    "gears": ("industrial-mechanic", "auto-mechanic", "farm-machinery-mechanic", "machinist"),
    "levers": ("crane-operator", "metal-structures-fitter", "fitter-repairman", "carpenter-joiner"),
    "circuits": (
        "electrical-installer",
        "substation-electrician",
        "electrical-fitter",
        "appliance-repairer",
    ),
    "measuring": ("turner", "quality-controller", "cnc-operator", "instrumentation-fitter"),
    "projections": ("welder", "building-technician", "machinist", "tailor"),
    "faults": (
        "mechatronics-technician",
        "power-supply-technician",
        "network-technician",
        "auto-mechanic",
    ),
}


@dataclass(frozen=True)
class Solved:
    """The kinds of a family that are solved already, and the one that comes next, if any."""

    family: Family
    kinds: tuple[str, ...]
    then: str


def solved(family: Family, level: float) -> Solved:
    """A kind is solved where its middle size is known more often than not."""
    kinds = KINDS[family]
    done = sum(level >= logit(at * SIZES + 2) for at in range(len(kinds)))
    return Solved(family, kinds[:done], kinds[done] if done < len(kinds) else "")
