"""Towns: where the colleges and employers of a trade are, as far as sources know it."""

from collections import defaultdict
from dataclasses import dataclass

from content.atlas import Catalogue
from content.catalogue import College, Employer, Place, Profession


@dataclass(frozen=True)
class Town:
    """A town with colleges and employers of a trade."""

    place: Place
    colleges: tuple[College, ...]
    employers: tuple[Employer, ...]


def towns(profession: Profession, known: Catalogue) -> list[Town]:
    """The towns near a trade, those with most things first; what has no town known is left out."""
    colleges: dict[str, list[College]] = defaultdict(list)
    employers: dict[str, list[Employer]] = defaultdict(list)
    for link in profession.colleges:
        college = known.college(link.college)
        colleges[college.place].append(college)
    for employer in (known.employer(link.employer) for link in profession.employers):
        if employer.place:
            employers[employer.place].append(employer)
    found = [
        Town(known.place(slug), tuple(colleges[slug]), tuple(employers[slug]))
        for slug in {**colleges, **employers}
    ]
    return sorted(found, key=lambda town: -len(town.colleges) - len(town.employers))


def elsewhere(profession: Profession, known: Catalogue) -> list[Employer]:
    """The employers of a trade whose town no source tells."""
    every = (known.employer(link.employer) for link in profession.employers)
    return [employer for employer in every if not employer.place]
