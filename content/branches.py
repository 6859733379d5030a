"""The branches of a mission: every choice leads on, every scene is reached, every walk ends."""

from collections.abc import Iterable, Iterator, Mapping

from content.kinds import did_you_mean
from content.mistakes import Mistake
from content.shape import Loc
from content.shifts import Choice, Mission, Touches
from content.whole import Known, Tell

SHORTEST, LONGEST = 5, 10  # scenes from the first to an ending
POOR = 5  # choices of a mission that teach why they are poor
TAUGHT: tuple[tuple[Touches, ...], ...] = (("safety",), ("quality",), ("time", "team"))


def mistakes(everything: Iterable[Known]) -> Iterator[Mistake]:
    """What is wrong with the branches of the missions among these."""
    for one in everything:
        if isinstance(one.thing, Mission):
            yield from _wrong(one.thing, one.tell)


def _wrong(mission: Mission, tell: Tell) -> Iterator[Mistake]:
    """Addresses first; of ways only where every one of them leads somewhere."""
    lost = [*_twice(mission, tell), *_nowhere(mission, tell)]
    yield from lost
    if not lost:
        yield from _ways(mission, tell)
    yield from _teaches(mission, tell)


def _twice(mission: Mission, tell: Tell) -> Iterator[Mistake]:
    """Addresses given twice."""
    seen: set[str] = set()
    for loc, slug in _addresses(mission):
        if slug in seen:
            yield tell(loc, f"another scene or ending has the address {slug!r} too: name one anew")
        seen.add(slug)


def _addresses(mission: Mission) -> Iterator[tuple[Loc, str]]:
    """The address of every scene and ending, and where it stands."""
    for number, scene in enumerate(mission.scenes):
        yield ("scenes", number, "slug"), scene.slug
    for number, ending in enumerate(mission.endings):
        yield ("endings", number, "slug"), ending.slug


def _nowhere(mission: Mission, tell: Tell) -> Iterator[Mistake]:
    """Choices that lead to no scene and no ending."""
    known = (*mission.by_scene, *mission.by_ending)
    for number, scene in enumerate(mission.scenes):
        for place, choice in enumerate(scene.choices):
            if choice.to not in known:
                says = f"there is no scene or ending {choice.to!r}{did_you_mean(choice.to, known)}"
                yield tell(("scenes", number, "choices", place, "to"), says)


def _ways(mission: Mission, tell: Tell) -> Iterator[Mistake]:
    if ring := _ring(mission):
        number = [scene.slug for scene in mission.scenes].index(ring[0])
        says = f"a walk goes round for ever here: {' → '.join((*ring, ring[0]))}"
        yield tell(("scenes", number, "slug"), says)
        return
    yield from _unreached(mission, tell)
    yield from _lengths(mission, tell)


def _ring(mission: Mission) -> tuple[str, ...]:
    """The scenes of a walk that comes back to where it was; nothing where none does."""
    left = {slug: leads(mission, slug) & set(mission.by_scene) for slug in mission.by_scene}
    while ends := [slug for slug, onward in left.items() if not onward & set(left)]:
        for slug in ends:
            del left[slug]
    return _round(left) if left else ()


def _round(left: Mapping[str, set[str]]) -> tuple[str, ...]:
    """A walk among scenes of which each leads to another of them, from where it first returns."""
    walk = [min(left)]
    while (further := min(left[walk[-1]] & set(left))) not in walk:
        walk.append(further)
    return tuple(walk[walk.index(further) :])


def _unreached(mission: Mission, tell: Tell) -> Iterator[Mistake]:
    reached = set(lengths(mission))
    for loc, slug in _addresses(mission):
        if slug not in reached:
            yield tell(loc, f"no choice leads to {slug!r}: lead one there, or take it out")


def _lengths(mission: Mission, tell: Tell) -> Iterator[Mistake]:
    walked = lengths(mission)
    for number, ending in enumerate(mission.endings):
        least, most = walked.get(ending.slug, (SHORTEST, LONGEST))
        if least < SHORTEST or most > LONGEST:
            says = f"walks to this ending pass {least} to {most} scenes: keep to 5 to 10"
            yield tell(("endings", number, "slug"), says)


def leads(mission: Mission, scene: str) -> set[str]:
    """Where one may come from this scene; nowhere from an ending."""
    found = mission.by_scene.get(scene)
    return {choice.to for choice in found.choices} if found else set()


def lengths(mission: Mission) -> dict[str, tuple[int, int]]:
    """How many scenes the shortest and the longest walk pass before each place reached."""
    walked = {mission.scenes[0].slug: (0, 0)}
    here = dict(walked)
    while here:
        there: dict[str, tuple[int, int]] = {}
        for slug, (least, most) in here.items():
            for further in leads(mission, slug):
                near, far = walked.get(further, (least + 1, most + 1))
                there[further] = walked[further] = (min(near, least + 1), max(far, most + 1))
        here = there
    return walked


def _teaches(mission: Mission, tell: Tell) -> Iterator[Mistake]:
    """Enough poor choices, of safety, of quality, of time or team, that come to different ends."""
    poor = poor_choices(mission)
    if len(poor) < POOR:
        yield tell(("scenes",), f"there are {len(poor)} poor choices, at least {POOR} teach")
    for kinds in TAUGHT:
        if not any(choice.touches in kinds for choice in poor):
            yield tell(("scenes",), f"no poor choice is about {' or '.join(kinds)}: add one")
    if len({choice.to for choice in poor}) == 1:
        yield tell(("scenes",), "every poor choice leads to one place: let them differ")


def poor_choices(mission: Mission) -> list[Choice]:
    """The choices that teach why they are poor."""
    return [choice for scene in mission.scenes for choice in scene.choices if not choice.sound]
