"""How fast a bot may send, counted as Telegram counts."""

import pytest

from bot.playground import Playground
from bot.playground.knobs import Knobs
from bot.playground.limits import Limits
from bot.playground.refusals import Refused

from .conftest import AIYM, Ask


def passed(limits: Limits, calls: list[tuple[float, int]]) -> list[bool]:
    """Which of the calls (when, where) pass."""
    return [not refusal(limits, at, chat) for at, chat in calls]


def refusal(limits: Limits, at: float, chat: int) -> Refused | None:
    """The refusal a call meets, if it meets one."""
    try:
        limits.count(chat, at)
    except Refused as refused:
        return refused
    return None


def test_never_more_than_thirty_in_any_one_second() -> None:
    limits = Limits(Knobs())
    at_once = [(0.5, chat) for chat in range(1, 41)]
    assert sum(passed(limits, at_once)) == 30
    assert passed(limits, [(1.49, 99), (1.5, 99)]) == [False, True]


def test_an_even_pace_passes() -> None:
    limits = Limits(Knobs())
    assert all(passed(limits, [(number / 29.4, number + 1) for number in range(300)]))


def test_a_chat_takes_a_burst_and_then_one_a_second() -> None:
    limits = Limits(Knobs())
    assert passed(limits, [(0, 1)] * 6) == [True] * 5 + [False]
    assert passed(limits, [(0.9, 1), (1.0, 1), (1.1, 1), (0.0, 2)]) == [False, True, False, True]


def test_a_group_takes_twenty_a_minute() -> None:
    limits = Limits(Knobs())
    calls = [(2.0 * number, -5) for number in range(22)]
    assert passed(limits, calls) == [True] * 20 + [False] * 2
    assert passed(limits, [(59.9, -5), (60.0, -5)]) == [False, True]


def test_the_wait_is_told_in_whole_seconds() -> None:
    limits = Limits(Knobs())
    for number in range(20):
        limits.count(-5, 2.0 * number)
    told = refusal(limits, 40.5, -5)
    assert told is not None
    assert told.parameters == {"retry_after": 20}
    assert told.description == "Too Many Requests: retry after 20"


async def test_the_bot_is_refused_and_messages_are_not_sent(
    ask: Ask, playground: Playground
) -> None:
    playground.knobs.turn(limits=True)
    told = [await ask("sendMessage", chat_id=AIYM, text="x") for _ in range(7)]
    assert [each.get("error_code") for each in told] == [None] * 5 + [429] * 2
    assert told[-1]["parameters"] == {"retry_after": 1}
    assert len(playground.messages(AIYM)) == 5


async def test_edits_and_answers_are_not_counted(ask: Ask, playground: Playground) -> None:
    playground.knobs.turn(limits=True, chat_burst=1)
    sent = (await ask("sendMessage", chat_id=AIYM, text="x"))["result"]["message_id"]
    for text in "abcdef":
        edit = await ask("editMessageText", chat_id=AIYM, message_id=sent, text=text)
        assert edit["ok"]


@pytest.mark.parametrize(
    "wish", [{"speed": 1}, {"limits": 1}, {"per_second": "many"}, {"latency_ms": True}]
)
def test_a_knob_takes_only_what_fits(playground: Playground, wish: dict[str, object]) -> None:
    with pytest.raises(Refused):
        playground.knobs.turn(**wish)
