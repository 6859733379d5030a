"""The bar that shows how far one is, and how long the rest will take."""

BLOCKS = 10
SECONDS = 6  # an answer takes about so long


def bar(done: int, most: int) -> str:
    """Ten blocks, as many of them full as is done; the number stands beside it in words."""
    full = min(BLOCKS, round(BLOCKS * done / most))
    return "▓" * full + "░" * (BLOCKS - full)


def minutes(left: int) -> int:
    """About how many minutes so many answers take; one at least."""
    return max(1, round(left * SECONDS / 60))
