"""The staircase of the ability tasks: how far from the truth the level is that it finds."""

from bot.guidance.sitting import Instrument
from tests.method.rows import Row
from tests.test_tasks.climbers import Climber, bias, fewer_at_first, pooled

TRUE = (-2.0, -1.0, 0.0, 1.0, 2.0)
PEOPLE = 6_000
BAR = 0.1  # logits


def rows(instrument: Instrument, size: float) -> list[Row]:
    """The worst bias of any level: of those who guess, and of those who say "I don't know"."""
    many = max(500, int(PEOPLE * size))
    guessing = [Climber(level, True, fewer_at_first) for level in TRUE]
    honest = [Climber(level, False) for level in TRUE]
    return [
        Row(
            "bias after twelve tasks, guessing, the worst level", _worst(guessing, many), "<=", BAR
        ),
        Row(
            "bias after twelve tasks, “I don't know”, the worst level",
            _worst(honest, many),
            "<=",
            BAR,
        ),
        Row("error of one level, guessing (root mean square)", pooled(guessing, many // 5, 2)[1]),
        Row("error of one level, “I don't know”", pooled(honest, many // 5, 2)[1]),
    ]


def _worst(climbers: list[Climber], many: int) -> float:
    return max(abs(bias(one, many, 1)) for one in climbers)
