"""What is counted at this edge; numbers only, nothing of any person."""

from functools import cache

from prometheus_client import Counter, Histogram

HEARD = Counter("telegram_heard", "Updates that arrived, by what they were.", ["kind"])
STRANGE = Counter("telegram_strange", "Updates with unknown parts, or that could not be read.")
TURNS = Counter("telegram_turns", "Turns taken to their commit.")
TURN_SECONDS = Histogram(
    "telegram_turn_seconds",
    "From an update's arrival to the commit of its turn.",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
AWAY = Counter("telegram_away", "Updates not acknowledged because the database was away.")
LOST = Counter("telegram_lost", "Updates whose turn failed so badly that nothing was kept of them.")
CALLS = Counter("telegram_calls", "Calls to Telegram, by how they ended.", ["method", "outcome"])
SLOWED = Counter("telegram_slowed", "Answers 429: Telegram asked us to wait.")
AMBIGUOUS = Counter("telegram_ambiguous", "Calls of which nobody knows whether they were done.")
BLOCKED = Counter("telegram_blocked", "Replies that found a closed or vanished chat.")
UNSAID = Counter("telegram_unsaid", "Replies given up after all tries.")


@cache
def heard(kind: str) -> Counter:
    """The counter of one kind of update; to find it anew each time costs more than to count."""
    return HEARD.labels(kind)


@cache
def called(method: str, outcome: str) -> Counter:
    """The counter of calls that ended so."""
    return CALLS.labels(method, outcome)
