"""Fast mode: a crowd drives a bot, and what people waited for is measured."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.playground.fast.counting import Counts
from bot.playground.fast.crowd import BASE, Crowd
from bot.playground.fast.ear import chat_in
from bot.playground.serving import bound, listening

from .conftest import library

ROOT = Path(__file__).parents[2]


async def drive(port: int, *words: str) -> asyncio.subprocess.Process:
    """The fast mode, as the benchmark starts it."""
    module = [sys.executable, "-m", "bot.playground.fast", "--port", str(port), *words]
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(*module, cwd=ROOT, stdout=pipe)


async def figures(process: asyncio.subprocess.Process) -> Any:
    """What it printed."""
    told, _ = await asyncio.wait_for(process.communicate(), 20)
    return json.loads(told)


def free_port() -> int:
    """A port nobody uses."""
    with bound("127.0.0.1", 0) as sock:
        port: int = sock.getsockname()[1]
        return port


async def reply(request: Request) -> Response:
    """A webhook that answers in the response."""
    update = json.loads(await request.body())
    chat = (update.get("message") or update["callback_query"]["message"])["chat"]["id"]
    return JSONResponse({"method": "sendMessage", "chat_id": chat, "text": "x"})


@pytest.mark.parametrize("pace", [["--rate", "400"], ["--in-flight", "8"]])
async def test_updates_are_pushed_and_replies_in_the_response_measured(pace: list[str]) -> None:
    app = Starlette(routes=[Route("/hook", reply, methods=["POST"])])
    async with listening(app, lambda: None) as address:
        wish = [
            "--webhook",
            f"{address}/hook",
            "--updates",
            "80",
            "--script",
            "say:/start",
            "tap:go",
        ]
        told = await figures(await drive(free_port(), *wish, *pace, "--people", "10"))
    assert (told["delivered"], told["replied"], told["failed"]) == (80, 80, 0)
    assert told["calls"] == {"sendMessage": 80}
    assert 0 < told["p50_ms"] <= told["p99_ms"] <= told["max_ms"]


async def test_a_polling_bot_of_the_library_is_driven() -> None:
    port = free_port()
    process = await drive(
        port, "--polling", "--updates", "30", "--distance-ms", "5", "--people", "3"
    )
    await answering(f"http://127.0.0.1:{port}")
    answered = asyncio.create_task(answer_all(f"http://127.0.0.1:{port}"))
    told = await figures(process)
    answered.cancel()
    assert (told["delivered"], told["replied"]) == (30, 30)
    assert told["calls"]["sendMessage"] == 30


async def answer_all(address: str) -> None:
    """A bot that polls, and answers everything."""
    async with library(address) as bot:
        offset = 0
        while True:
            for update in await bot.get_updates(offset=offset, timeout=5):
                offset = update.update_id + 1
                assert update.effective_chat
                await bot.send_message(update.effective_chat.id, "x")


async def answering(address: str) -> None:
    """Wait until it listens."""
    async with aiohttp.ClientSession() as client, asyncio.timeout(10):
        while True:
            try:
                async with client.get(f"{address}/bot1:a/getMe") as response:
                    assert (await response.json())["ok"]
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.02)


async def test_a_broadcast_is_counted_and_held_to_the_limit() -> None:
    port = free_port()
    process = await drive(port, "--per-second", "30", "--arrivals")
    await answering(f"http://127.0.0.1:{port}")
    async with aiohttp.ClientSession() as client:
        url = f"http://127.0.0.1:{port}/bot1:a/sendMessage"
        codes = []
        for chat in range(40):
            async with client.post(url, json={"chat_id": chat, "text": "x"}) as response:
                codes.append(response.status)
    process.terminate()
    told = await figures(process)
    assert (codes.count(200), codes.count(429)) == (30, 10)
    assert (told["most_in_a_second"], told["refused_429"]) == (30, 10)
    assert len(told["arrivals"]) == 30


def test_the_crowd_goes_through_the_script_together() -> None:
    crowd = Crowd(["say:/start", 'tap:"ә"'], people=2)
    told = [crowd.next() for _ in range(4)]
    updates = [json.loads(each.body) for each in told]
    assert [each.person for each in told] == [BASE, BASE + 1] * 2
    assert [u["message"]["text"] for u in updates[:2]] == ["/start"] * 2
    assert [u["callback_query"]["data"] for u in updates[2:]] == ['"ә"'] * 2
    assert [u["update_id"] for u in updates] == [1, 2, 3, 4]


def test_a_chat_is_found_in_any_kind_of_body() -> None:
    multipart = b'--x\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n-100\r\n--x--'
    bodies = [
        b'{"chat_id": 5}',
        b'{"text":"x","chat_id":"-5"}',
        b"text=x&chat_id=7",
        multipart,
        b"{}",
    ]
    assert [chat_in(body) for body in bodies] == [5, -5, 7, -100, 0]


def test_waits_are_matched_in_the_order_of_a_chat() -> None:
    counts = Counts(warm_up=1)
    for at in (0.0, 1.0, 2.0):
        counts.told(5, at)
    for at in (0.5, 1.25, 2.5):
        counts.came("sendMessage", 5, at)
    counts.came("sendMessage", 6, 3.0)
    told = counts.figures()
    assert (told["delivered"], told["replied"]) == (3, 3)
    assert (told["p50_ms"], told["max_ms"]) == (250.0, 500.0)
