"""The webhook: order, retries, replies in the response; what the real server does."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.playground import Playground
from bot.playground.serving import listening

from .conftest import AIYM, MARAT, Ask

Reply = Callable[[dict[str, Any]], Response]
SECRET = "s3cret"
SCALED = (0.02, 0.04, 0.08)


class Hook:
    """A bot's webhook that does as the test says."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.times: list[float] = []
        self.secrets: set[str | None] = set()
        self.open = self.most_open = 0
        self.pause = 0.0
        self.reply: Reply = lambda update: Response()

    async def answer(self, request: Request) -> Response:
        """Take one update."""
        update = json.loads(await request.body())
        self.heard.append(update)
        self.times.append(time.monotonic())
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        await asyncio.sleep(self.pause)
        self.open -= 1
        return self.reply(update)

    @property
    def texts(self) -> list[str]:
        """What was said, in the order it was heard."""
        return [update["message"]["text"] for update in self.heard if "message" in update]


@pytest.fixture
async def hook(playground: Playground, address: str) -> AsyncIterator[Hook]:
    """A webhook the playground tells updates to."""
    hook = Hook()
    app = Starlette(routes=[Route("/hook", hook.answer, methods=["POST"])])
    async with listening(app, lambda: None) as there:
        playground.webhook.set(f"{there}/hook", SECRET, 40, "")
        yield hook


async def heard(playground: Playground) -> None:
    """Wait until the bot has everything."""
    await playground.until(lambda: not playground.updates.waiting)


async def test_updates_come_in_order_with_the_secret(hook: Hook, playground: Playground) -> None:
    for number in range(5):
        playground.say(AIYM, str(number))
    await heard(playground)
    assert hook.texts == ["0", "1", "2", "3", "4"]
    assert hook.secrets == {SECRET}


async def test_one_chat_has_one_update_under_way(hook: Hook, playground: Playground) -> None:
    hook.pause = 0.01
    for number in range(3):
        playground.say(AIYM, str(number))
    await heard(playground)
    assert hook.most_open == 1


async def test_chats_run_beside_each_other_up_to_the_limit(
    hook: Hook, playground: Playground
) -> None:
    hook.pause = 0.05
    playground.webhook.max_connections = 3
    for number in range(8):
        playground.say(playground.invite(f"Pupil {number}").id, "hi")
    await heard(playground)
    assert hook.most_open == 3


async def test_a_tap_overtakes_a_message_of_the_same_person(
    hook: Hook, playground: Playground
) -> None:
    message = playground.chats.post(playground.person(AIYM), {"from": {}, "text": "menu"})
    hook.reply = lambda update: Response(status_code=500 if "message" in update else 200)
    playground.say(AIYM, "stuck")
    playground.press(AIYM, message["message_id"], "go")
    await playground.until(lambda: len(playground.updates.waiting) == 1)
    assert [update.kind for update in playground.updates.waiting.values()] == ["message"]


async def test_a_refused_update_holds_up_its_chat_only(hook: Hook, playground: Playground) -> None:
    def poison(update: dict[str, Any]) -> Response:
        return Response(status_code=400 if update["message"]["text"] == "poison" else 200)

    hook.reply = poison
    for person, text in ((AIYM, "poison"), (AIYM, "behind"), (MARAT, "beside")):
        playground.say(person, text)
    await playground.until(lambda: len(hook.heard) > 4)
    assert "behind" not in hook.texts
    assert "beside" in hook.texts
    hook.reply = lambda update: Response()
    await heard(playground)
    assert hook.texts[-1] == "behind"


async def test_the_first_retry_is_at_once_and_the_waits_double(
    hook: Hook, playground: Playground
) -> None:
    hook.reply = lambda update: Response(status_code=502 if len(hook.heard) < 5 else 200)
    playground.say(AIYM, "again")
    await heard(playground)
    waits = [after - before for before, after in zip(hook.times, hook.times[1:], strict=False)]
    assert waits[0] < 0.02
    assert all(
        least <= wait < 2 * least + 0.1 for wait, least in zip(waits[1:], SCALED, strict=True)
    )


async def test_retry_after_is_honoured(hook: Hook, playground: Playground) -> None:
    hook.reply = lambda update: Response(
        status_code=503 if len(hook.heard) == 1 else 200, headers={"Retry-After": "10"}
    )
    playground.say(AIYM, "later")
    await heard(playground)
    assert 0.1 <= hook.times[1] - hook.times[0] < 0.3


async def test_a_webhook_that_says_it_is_gone_is_taken_away(
    hook: Hook, playground: Playground
) -> None:
    playground.knobs.turn(time_scale=1e-7)
    hook.reply = lambda update: Response(status_code=410)
    playground.say(AIYM, "anybody?")
    await playground.until(lambda: not playground.webhook.url)


async def test_the_last_error_is_told(hook: Hook, playground: Playground, ask: Ask) -> None:
    hook.reply = lambda update: Response(status_code=500)
    playground.say(AIYM, "x")
    await asyncio.sleep(0.05)
    info = (await ask("getWebhookInfo"))["result"]
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")
    assert info["pending_update_count"] == 1


async def test_an_update_nobody_takes_in_time_is_dropped(
    hook: Hook, playground: Playground
) -> None:
    hook.reply = lambda update: Response(status_code=500)
    playground.knobs.turn(lifetime_scale=0.001)
    playground.ask(AIYM, "thirty milliseconds")
    await asyncio.sleep(0.08)
    playground.say(AIYM, "wake")
    await playground.until(lambda: hook.texts)
    assert [update.kind for update in playground.updates.waiting.values()] == ["message"]


async def test_a_reply_in_the_response_is_done(hook: Hook, playground: Playground) -> None:
    hook.reply = lambda update: Response(
        json.dumps(
            {"method": "sendMessage", "chat_id": AIYM, "text": "<b>hi</b>", "parse_mode": "HTML"}
        )
    )
    playground.say(AIYM, "hello")
    await heard(playground)
    assert playground.last(AIYM)["text"] == "hi"
    assert [call["via"] for call in playground.calls.find("sendMessage")] == ["webhook"]


@pytest.mark.parametrize("method", ["getMe", "setWebhook", "deleteWebhook", "logOut", "nonsense"])
async def test_some_methods_are_refused_in_a_response(
    hook: Hook, playground: Playground, method: str
) -> None:
    url = playground.webhook.url
    hook.reply = lambda update: Response(json.dumps({"method": method, "url": ""}))
    playground.say(AIYM, "hello")
    await heard(playground)
    assert playground.webhook.url == url
    assert [c for c in playground.calls.find(method) if c["status"] == 200] == []


async def test_updates_told_twice_and_out_of_order(hook: Hook, playground: Playground) -> None:
    playground.knobs.turn(duplicates=3, shuffle=20)
    for number in range(20):
        playground.say(AIYM, str(number))
    await heard(playground)
    assert sorted(hook.texts) == sorted([str(number) for number in range(20)] * 3)
    assert hook.texts[::3] != [str(number) for number in range(20)]


async def test_what_waited_before_the_webhook_is_told_to_it(
    address: str, playground: Playground, ask: Ask
) -> None:
    playground.say(AIYM, "early")
    hook = Hook()
    app = Starlette(routes=[Route("/hook", hook.answer, methods=["POST"])])
    async with listening(app, lambda: None) as there:
        told = await ask("setWebhook", url=f"{there}/hook")
        await heard(playground)
    assert told == {"ok": True, "result": True, "description": "Webhook was set"}
    assert hook.texts == ["early"]
