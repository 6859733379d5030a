"""Ways: every walk there is through a mission, and a few that take every choice."""

from collections.abc import Iterator

from content.shifts import Mission


def walks(mission: Mission) -> Iterator[tuple[tuple[str, int], ...]]:
    """Every walk from the first scene to an ending, as scenes and choices."""
    yield from _walks(mission, mission.scenes[0].slug, ())


def _walks(
    mission: Mission, here: str, way: tuple[tuple[str, int], ...]
) -> Iterator[tuple[tuple[str, int], ...]]:
    if here in mission.by_ending:
        yield way
        return
    for number, choice in enumerate(mission.by_scene[here].choices):
        yield from _walks(mission, choice.to, (*way, (here, number)))


def covering(mission: Mission) -> list[tuple[tuple[str, int], ...]]:
    """A few walks that between them take every choice at least once."""
    left = {(one.slug, at) for one in mission.scenes for at in range(len(one.choices))}
    chosen = []
    while left:
        best = max(walks(mission), key=lambda way: len(left & set(way)))
        chosen.append(best)
        left -= set(best)
    return chosen
