"""Faults on order: each goes wrong as it says, before or after the call has had its effect."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from telegram.error import ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.playground import Playground
from bot.playground.faults import FAULTS, WORDED
from bot.playground.refusals import Refused

from .conftest import AIYM, MARAT, TOKEN, Ask

TOLD = [str(code) for code in WORDED]


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    """A client that gives up after half a second."""
    timeout = aiohttp.ClientTimeout(total=0.5)
    async with aiohttp.ClientSession(timeout=timeout) as client:
        yield client


async def send(client: aiohttp.ClientSession, address: str, chat: int = AIYM) -> Any:
    """One message over plain HTTP: the status and the body."""
    url = f"{address}/bot{TOKEN}/sendMessage"
    async with client.post(url, json={"chat_id": chat, "text": "x"}) as response:
        return response.status, await response.read(), response.content_type


async def test_too_many_requests(bot: Any, playground: Playground) -> None:
    playground.faults.order(fault=429, retry_after=7, times=1)
    with pytest.raises(RetryAfter) as refusal:
        await bot.send_message(AIYM, "x")
    assert refusal.value.message.endswith("Retry in 7 seconds")
    assert await bot.send_message(AIYM, "x")


async def test_too_many_requests_without_saying_how_long(ask: Ask, playground: Playground) -> None:
    playground.faults.order(fault="429_bare")
    told = await ask("sendMessage", chat_id=AIYM, text="x")
    assert (told["error_code"], "parameters" in told) == (429, False)


@pytest.mark.parametrize("code", TOLD)
@pytest.mark.parametrize("after", [False, True])
async def test_codes_before_and_after_the_effect(
    ask: Ask, playground: Playground, code: str, after: bool
) -> None:
    playground.faults.order(fault=code, after=after, description="Bad Request: as ordered")
    told = await ask("sendMessage", chat_id=AIYM, text="x")
    assert (told["ok"], told["error_code"]) == (False, int(code))
    assert told["description"] == "Bad Request: as ordered"
    assert len(playground.messages(AIYM)) == after


async def test_a_blocked_answer_is_forbidden(bot: Any, playground: Playground) -> None:
    playground.faults.order(fault=403, chat=AIYM)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(AIYM, "x")


@pytest.mark.parametrize(
    ("fault", "effect"), [("timeout", 0), ("no_reply", 1), ("half_open", 0), ("slow", 1)]
)
async def test_answers_that_never_come_whole(
    client: aiohttp.ClientSession, address: str, playground: Playground, fault: str, effect: int
) -> None:
    playground.faults.order(fault=fault)
    with pytest.raises(TimeoutError):
        await send(client, address)
    assert len(playground.messages(AIYM)) == effect


@pytest.mark.parametrize(("fault", "effect"), [("reset_before", 0), ("reset_after", 1)])
async def test_connections_torn_down(
    client: aiohttp.ClientSession, address: str, playground: Playground, fault: str, effect: int
) -> None:
    playground.faults.order(fault=fault)
    with pytest.raises(aiohttp.ClientError):
        await send(client, address)
    assert len(playground.messages(AIYM)) == effect


@pytest.mark.parametrize(
    ("fault", "status", "begins", "kind"),
    [
        ("bad_json", 200, b'{"ok":true,"result":{', "application/json"),
        ("html", 502, b"<html>", "text/html"),
        ("empty", 200, b"", "application/json"),
        ("no_result", 200, b'{"ok":true}', "application/json"),
        ("wrong_type", 200, b'{"ok":true,"result":{', "text/plain"),
        ("huge", 200, b'{"ok":true,"result":{', "application/json"),
    ],
)
async def test_answers_that_are_spoilt(
    client: aiohttp.ClientSession,
    address: str,
    playground: Playground,
    fault: str,
    status: int,
    begins: bytes,
    kind: str,
) -> None:
    playground.faults.order(fault=fault)
    told, body, content_type = await send(client, address)
    assert (told, content_type) == (status, kind)
    assert body.startswith(begins)
    assert len(body) > 1_000_000 if fault == "huge" else len(body) < 1000
    assert len(playground.messages(AIYM)) == 1


async def test_a_slow_answer_arrives_in_the_end(
    client: aiohttp.ClientSession, address: str, playground: Playground
) -> None:
    playground.faults.order(fault="slow", seconds=0.0001)
    assert (await send(client, address))[0] == 200


async def test_latency_by_rule_and_for_all(ask: Ask, playground: Playground) -> None:
    playground.faults.order(fault="latency", latency_ms=60, method="getMe")
    playground.knobs.turn(latency_ms=40)
    begun = asyncio.get_running_loop().time()
    assert (await ask("getMe"))["ok"]
    assert 0.1 <= asyncio.get_running_loop().time() - begun < 0.3
    assert (await ask("sendMessage", chat_id=AIYM, text="x"))["result"]["text"] == "x"


async def test_a_group_moves(bot: Any, playground: Playground) -> None:
    playground.faults.order(fault="migrate", to=-100123)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(AIYM, "x")
    assert moved.value.new_chat_id == -100123


async def test_a_rule_strikes_the_nth_call_of_its_method_and_chat(
    ask: Ask, playground: Playground
) -> None:
    playground.faults.order(fault=500, method="sendMessage", chat=MARAT, nth=2)
    playground.person(MARAT).started = True
    calls = [("sendMessage", AIYM), *[("sendMessage", MARAT)] * 3, ("getChat", MARAT)]
    told = [
        await ask(m, chat_id=c, **({"text": "x"} if m == "sendMessage" else {})) for m, c in calls
    ]
    assert [each["ok"] for each in told] == [True, True, False, True, True]


async def test_a_rule_strikes_so_many_times_and_can_be_taken_back(
    ask: Ask, playground: Playground
) -> None:
    playground.faults.order(fault=500, times=2)
    forever = playground.faults.order(fault=503)
    codes = [(await ask("getMe")).get("error_code") for _ in range(4)]
    playground.faults.drop(forever.id)
    assert codes == [500, 500, 503, 503]
    assert (await ask("getMe"))["ok"]


async def test_the_library_sees_what_it_would_see(bot: Any, playground: Playground) -> None:
    for fault, error in (("html", NetworkError), ("reset_after", NetworkError)):
        playground.faults.order(fault=fault, times=1)
        with pytest.raises(error):
            await bot.send_message(AIYM, "x")
    playground.faults.order(fault="timeout", times=1)
    with pytest.raises(TimedOut):
        await bot.send_message(AIYM, "x", read_timeout=0.1)


def test_a_fault_there_is_none_of_is_refused(playground: Playground) -> None:
    with pytest.raises(Refused, match="no such fault: earthquake"):
        playground.faults.order(fault="earthquake")
    assert {"429", "502", "timeout", "reset_before", "slow", "bad_json"} <= FAULTS
