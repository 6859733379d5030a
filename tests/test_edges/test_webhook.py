"""Updates told by webhook: who is let in, what is answered, what rides in the answer."""

import asyncio
import json
import time
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from starlette.routing import Route

from bot.edges.telegram import Edge, Pace
from bot.edges.telegram.webhook import Hook
from bot.heard import Heard
from bot.ui.message import Message
from db.base import Away

from .conftest import AIYM, MARAT, SECRET, Listener, Stage, echo, hooked, menu
from .seeds import SEEDS, message, update

JSON = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": SECRET}


async def post(url: str, body: Any, **headers: str) -> tuple[int, bytes]:
    """Post to the webhook as anybody might; an empty header is left out."""
    sent = {name: value for name, value in {**JSON, **headers}.items() if value}
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=content, headers=sent) as response,
    ):
        return response.status, await response.read()


async def raw(url: str, *pieces: bytes, pause: float = 0.0) -> bytes:
    """What comes back for these bytes, sent one after the other."""
    there = urlsplit(url)
    reader, writer = await asyncio.open_connection(there.hostname, there.port)
    try:
        for piece in pieces:
            writer.write(piece)
            await asyncio.sleep(pause)
        async with asyncio.timeout(5):
            return await reader.read(4096)
    finally:
        writer.close()


def head(length: int, secret: str = SECRET, more: str = "") -> bytes:
    return (
        "POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: {length}\r\n{more}\r\n"
    ).encode()


async def test_words_are_answered_in_the_answer(hook: Stage) -> None:
    hook.playground.say(AIYM, "welder")
    await hook.settled()
    assert [call["via"] for call in hook.calls("sendMessage")] == ["webhook"]
    assert "heard welder" in hook.texts()[0]


async def test_a_tap_is_edited_in_the_answer_and_answered_beside(hook: Stage) -> None:
    hook.playground.start(AIYM)
    await hook.settled()
    hook.listener.reply = lambda heard: menu("Saved", toast="Kept")
    hook.tap("save")
    await hook.until(lambda: hook.calls("answerCallbackQuery", status=200))
    await hook.until(lambda: hook.texts() == ["Saved"])
    assert [call["via"] for call in hook.calls("editMessageText")] == ["webhook"]
    assert [call["via"] for call in hook.calls("answerCallbackQuery")] == ["http"]


async def test_silence_on_a_tap_is_answered_in_the_answer(hook: Stage) -> None:
    hook.playground.start(AIYM)
    await hook.settled()
    hook.listener.reply = lambda heard: None
    hook.tap("x")
    await hook.until(lambda: hook.calls("answerCallbackQuery", status=200))
    assert [call["via"] for call in hook.calls("answerCallbackQuery")] == ["webhook"]


async def test_pieces_keep_their_order(hook: Stage) -> None:
    hook.listener.reply = lambda heard: menu("word " * 2000)
    hook.playground.say(AIYM, "x")
    await hook.until(lambda: len(hook.texts()) == 3)
    assert [call["via"] for call in hook.calls("sendMessage")] == ["http", "http", "webhook"]


async def test_it_can_be_switched_off(stage: Stage) -> None:
    async with hooked(stage, stage.edge.route(SECRET, in_response=False)):
        stage.playground.say(AIYM, "welder")
        await stage.settled()
        assert [call["via"] for call in stage.calls("sendMessage")] == ["http"]


async def test_who_taps_fast_is_answered_by_calls_that_are_heard(stage: Stage) -> None:
    stage.playground.knobs.turn(limits=True, chat_burst=5)
    async with hooked(stage):
        for number in range(7):
            stage.playground.say(AIYM, f"w{number}")
            await heard_so_many(stage, number + 1)
        await stage.until(lambda: len(stage.texts()) == 7, seconds=6)
        vias = [call["via"] for call in stage.calls("sendMessage", status=200)]
        assert vias[:4] == ["webhook"] * 4
        assert vias[-1] == "http"
        assert [text.split()[1] for text in stage.texts()] == [f"w{n}" for n in range(7)]


async def heard_so_many(stage: Stage, many: int) -> None:
    await stage.until(lambda: len(stage.listener.heard) == many)


def test_the_pace_of_a_chat_recovers() -> None:
    now = [0.0]
    pace = Pace(2, clock=lambda: now[0])
    assert [pace.is_calm(1) for _ in range(4)] == [True, True, False, False]
    assert pace.is_calm(2)
    now[0] = 2.0
    assert not pace.is_calm(1)
    now[0] = 4.0
    assert pace.is_calm(1)


async def test_a_held_up_reply_follows_after_the_acknowledgement(stage: Stage) -> None:
    stage.playground.faults.order(
        fault="429", method="sendMessage", chat=AIYM, retry_after=3, nth=1
    )
    edge = stage.edge = stage.another(stage.listener, pace=Pace(0))
    async with hooked(stage) as url:
        began = time.monotonic()
        status, body = await post(url, {"update_id": 5, **message(text="x")})
        assert (status, body) == (200, b"")
        assert 1.8 < time.monotonic() - began < 2.8
        await stage.until(lambda: stage.texts() == ["heard x 5"])
    assert isinstance(edge, Edge)


async def test_the_secret_is_asked_before_a_byte_is_read(hook: Stage) -> None:
    url = hook.playground.webhook.url
    answer = await raw(url, head(500_000, "wrong"))
    assert answer.startswith(b"HTTP/1.1 403")
    assert (await post(url, b"{", **{"X-Telegram-Bot-Api-Secret-Token": ""}))[0] == 403
    assert (await post(url, b"{", **{"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]}))[0] == 403
    assert not hook.listener.heard


async def test_wrong_types_sizes_and_methods(hook: Stage) -> None:
    url = hook.playground.webhook.url
    assert (await post(url, b"a=1", **{"Content-Type": "text/plain"}))[0] == 415
    assert (await post(url, b"a=1", **{"Content-Type": ""}))[0] == 415
    assert (await post(url, b" " * (2 << 20)))[0] == 413
    assert (await raw(url, head(50 << 20))).startswith(b"HTTP/1.1 413")
    assert (await post(url, {}, **{"Content-Type": "application/json; charset=utf-8"}))[0] == 200
    async with aiohttp.ClientSession() as session, session.get(url, headers=JSON) as response:
        assert response.status == 405


async def test_a_chunked_body_is_measured_too(hook: Stage) -> None:
    async def endless() -> Any:
        for _ in range(64):
            yield b" " * 65536

    async with aiohttp.ClientSession() as session:
        asked = session.post(hook.playground.webhook.url, data=endless(), headers=JSON)
        async with asked as response:
            assert response.status == 413


async def test_a_slow_body_is_given_up(stage: Stage) -> None:
    impatient = Hook(stage.edge.caller, stage.edge.turns, SECRET, body_within=0.3)
    async with hooked(stage, Route("/telegram", impatient)) as url:
        answer = await raw(url, head(1000), b'{"up')
    assert answer.startswith(b"HTTP/1.1 408")


async def test_broken_json_is_refused(hook: Stage) -> None:
    for body in (b"", b"{", b"[1,", b"\xff", b"[" * 100_000):
        assert (await post(hook.playground.webhook.url, body))[0] == 400


async def test_whatever_parses_is_acknowledged(hook: Stage) -> None:
    for body in (b"null", b"1", b"[]", b"{}", b'"x"', b'{"update_id":1}'):
        assert (await post(hook.playground.webhook.url, body)) == (200, b"")
    assert not hook.listener.heard


async def test_a_lone_surrogate_is_read(hook: Stage) -> None:
    body = json.dumps({"update_id": 1, **message(text="we\ud800lder")}).encode()
    assert (await post(hook.playground.webhook.url, body))[0] == 200
    assert hook.listener.words == ["welder"]


async def test_every_kind_is_acknowledged(hook: Stage) -> None:
    for number, seed in enumerate(SEEDS):
        status, _ = await post(hook.playground.webhook.url, update(seed, number + 1))
        assert status == 200, seed


async def test_away_means_later(hook: Stage) -> None:
    url = hook.playground.webhook.url

    async def away(url: str) -> aiohttp.ClientResponse:
        async with (
            aiohttp.ClientSession() as session,
            session.post(url, json={"update_id": 1, **message(text="x")}, headers=JSON) as told,
        ):
            return told

    hook.listener.reply = raise_away
    answer = await away(url)
    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert not hook.playground.calls.find(method="sendMessage")


def raise_away(heard: Heard) -> Message:
    raise Away("OperationalError")


async def test_what_was_told_while_away_is_told_again(hook: Stage) -> None:
    hook.listener.reply = raise_away
    hook.playground.say(AIYM, "x")
    await asyncio.sleep(0.2)
    assert hook.playground.updates.waiting
    hook.listener.reply = echo
    await hook.settled()
    assert len(hook.texts()) == 1


async def test_what_nobody_can_handle_is_acknowledged(hook: Stage) -> None:
    def burst(heard: Heard) -> Message:
        raise ZeroDivisionError

    hook.listener.reply = burst
    status, body = await post(hook.playground.webhook.url, {"update_id": 1, **message(text="x")})
    assert (status, body) == (200, b"")


async def test_a_poison_update_holds_up_nobody(hook: Stage) -> None:
    def poisoned(heard: Heard) -> Message | None:
        if heard.words == "poison":
            raise ZeroDivisionError
        return echo(heard)

    hook.listener.reply = poisoned
    hook.playground.say(AIYM, "poison")
    hook.playground.say(AIYM, "bread")
    hook.playground.say(MARAT, "water")
    await hook.settled()
    assert len(hook.texts(AIYM)) == len(hook.texts(MARAT)) == 1


async def test_one_person_has_one_turn_at_a_time(hook: Stage) -> None:
    inside: set[int] = set()
    crossed: list[int] = []

    async def slowly(heard: Heard) -> Message:
        crossed.extend(inside & {heard.person})
        inside.add(heard.person)
        await asyncio.sleep(0.02)
        inside.discard(heard.person)
        return menu(f"for {heard.update}")

    hook.listener.reply = slowly
    url = hook.playground.webhook.url
    told = [{"update_id": n + 1, **message(text="x")} for n in range(10)]
    answers = await asyncio.gather(*(post(url, each) for each in told))
    assert {status for status, _ in answers} == {200}
    assert not crossed
    assert [heard.update for heard in hook.listener.heard] == list(range(1, 11))


async def test_the_webhook_is_set_only_when_it_differs(stage: Stage) -> None:
    async with hooked(stage) as address:
        info = stage.playground.webhook
        assert info.url.startswith(address)
        assert info.secret == SECRET
        assert info.max_connections == 100
        assert "message" in stage.playground.updates.allowed
        await stage.edge.expect(address, SECRET)
        assert len(stage.calls("setWebhook")) == 1
        await stage.edge.expect(address, "another-secret")
        assert len(stage.calls("setWebhook")) == 2
        assert "another-secret" not in info.url


async def test_the_listener_is_asked_for_nothing_more(stage: Stage) -> None:
    listener: Listener = stage.listener
    async with hooked(stage):
        stage.playground.say(AIYM, "x")
        await stage.settled()
    assert listener.kinds == ["words"]
