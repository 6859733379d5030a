"""Groups: how a count may be told without telling of anybody in it."""

FEWEST = 5  # of a group that is told; source: docs/privacy.md, P15
FEW, MOST = -1, -2  # what is told instead of a number


def told(count: int, of: int) -> int:
    """The count; FEW where fewer than five, MOST where those who are left are fewer than five."""
    if count < FEWEST:
        return FEW
    return MOST if of - count < FEWEST else count


def furthest(reached: list[int], of: int) -> int:
    """The furthest step that at least five of so many reached; 0 where there is none.

    `reached` are their steps, from 0.
    """
    steps = (step for step in range(max(reached, default=0), 0, -1))
    many = (step for step in steps if sum(one >= step for one in reached) >= FEWEST)
    return next(many, 0) if of >= FEWEST else 0
