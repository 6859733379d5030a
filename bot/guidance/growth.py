"""Growth: what moved between two results. It says what came to the front, never what was lost."""

from collections.abc import Sequence


def came_forward(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """What stands in front now and did not before, the strongest first."""
    return [one for one in after if one not in before]
