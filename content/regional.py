"""What there is in each region."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from content.catalogue import College, Employer, Figure, Profession


class Placed(Protocol):
    """A thing with a region, or with none."""

    @property
    def region(self) -> str | None: ...


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True)
class There:
    """What our sources know in a region; trades are there where one of their employers is."""

    professions: tuple[Profession, ...] = ()
    colleges: tuple[College, ...] = ()
    employers: tuple[Employer, ...] = ()
    figures: tuple[Figure, ...] = ()


def regional(
    professions: Iterable[Profession],
    colleges: Iterable[College],
    employers: Iterable[Employer],
    figures: Iterable[Figure],
) -> Mapping[str, There]:
    """By region, each kind in its order; what belongs to none is under the empty word."""
    taught, at_work, told = _sorted(colleges), _sorted(employers), _sorted(figures)
    found = {}
    for region in {*taught, *at_work, *told}:
        here = {employer.slug for employer in at_work.get(region, ())}
        near = tuple(p for p in professions if any(e.employer in here for e in p.employers))
        found[region] = There(
            near, taught.get(region, ()), at_work.get(region, ()), told.get(region, ())
        )
    return found


def _sorted(things: Iterable[P]) -> dict[str, tuple[P, ...]]:
    found: dict[str, list[P]] = {}
    for thing in things:
        found.setdefault(thing.region or "", []).append(thing)
    return {region: tuple(here) for region, here in found.items()}
