"""The door of the Bot API: a call comes in, is done, is written down, is answered or spoilt."""

import asyncio
import inspect
import time
from typing import Any

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.playground.api import breaking
from bot.playground.api.answers import ANSWERS, REMARKS
from bot.playground.api.reading import Call, call, known, raw_parameters
from bot.playground.faults import Rule
from bot.playground.refusals import Refused
from bot.playground.shapes import Json
from bot.playground.world import World

NOT_IN_REPLY = ("get", "setWebhook", "deleteWebhook", "close", "logOut")


class Door:
    """The address `/bot<token>/<method>`."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        status, body, rule = await self._answered(request)
        await asyncio.sleep(self._world.knobs.latency_ms / 2000)
        await breaking.respond(scope, receive, send, status, body, rule)

    async def _answered(self, request: Request) -> tuple[int, Json, Rule | None]:
        try:
            self._world.admit(request.path_params["token"])
            method = known(request.path_params["method"])
            raw, uploads = await raw_parameters(request)
        except Refused as refused:
            return refused.code, refused.told(), None
        await asyncio.sleep(self._world.knobs.latency_ms / 2000)
        return await perform(self._world, method, raw, uploads)


async def perform(
    world: World, method: str, raw: Json, uploads: Any = None, via: str = "http"
) -> tuple[int, Json, Rule | None]:
    """Do one call, and write it down; also says which fault spoils the answer, if one does."""
    begun, at = time.perf_counter(), world.clock()
    chat_id = _chat_id(raw)
    rule = world.faults.strike(method, chat_id)
    uploads = uploads or {}
    status, body = await _outcome(world, method, raw, uploads, via, rule)
    world.calls.note(
        at=at, method=method, chat_id=chat_id, status=status, via=via,
        params=_noted(raw, uploads), description=body.get("description", ""),
        result=body.get("result"), fault=rule.fault if rule else None,
        seconds=time.perf_counter() - begun,
    )  # fmt: skip
    return status, body, rule


async def perform_reply(world: World, reply: Json) -> None:
    """Do the call a webhook answered with; its result is nobody's concern."""
    method = str(reply.get("method", ""))
    if method.startswith(NOT_IN_REPLY):
        world.calls.note(
            at=world.clock(), method=method, chat_id=None, status=400, via="webhook",
            params=reply, description="not allowed in a webhook's reply", result=None,
            fault=None, seconds=0.0,
        )  # fmt: skip
        return
    raw = {name: value for name, value in reply.items() if name != "method"}
    await perform(world, known(method), raw, via="webhook")


async def _outcome(
    world: World, method: str, raw: Json, uploads: Any, via: str, rule: Rule | None
) -> tuple[int, Json]:
    try:
        if rule is not None and not rule.takes_effect:
            return _unhappened(rule)
        body = await _done(world, call(method, raw, uploads, via))
        if rule is not None and (refusal := rule.refusal()):
            raise refusal
        return 200, body
    except Refused as refused:
        return refused.code, refused.told()


def _unhappened(rule: Rule) -> tuple[int, Json]:
    if refusal := rule.refusal():
        raise refusal
    return 200, {"ok": True, "result": True}


async def _done(world: World, wish: Call) -> Json:
    result = ANSWERS[wish.method](world, wish)
    if inspect.isawaitable(result):
        result = await result
    remark = REMARKS.get(wish.method)
    return {"ok": True, "result": result} | ({"description": remark} if remark else {})


def _chat_id(raw: Json) -> int | None:
    try:
        return int(raw["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def _noted(raw: Json, uploads: Any) -> Json:
    files = {name: {"file": each.name, "size": len(each.content)} for name, each in uploads.items()}
    return raw | files if uploads else raw
