"""Routes: which steps lead into a trade, for somebody who leaves school and has chosen a way."""

from collections.abc import Sequence

from content.catalogue import Route, Step


def steps(every: Sequence[Step], grade: int, way: str) -> list[Step]:
    """The steps meant for this school leaver on this way, in their order."""
    return [
        step
        for step in every
        if (not step.ways or way in step.ways) and (not step.after or grade in step.after)
    ]


def open_after(routes: Sequence[Route], grade: int) -> list[Route]:
    """The specialties that take pupils after this grade, as far as the sources tell."""
    return [route for route in routes if grade in route.after]
