"""Reading and ordering, over HTTP: chats, calls, updates, faults, knobs."""

from dataclasses import asdict
from typing import Any

from starlette.requests import Request

from bot.playground.acts import gathering
from bot.playground.control.answers import Wish, number
from bot.playground.shapes import Json
from bot.playground.world import World


def bot(world: World, request: Request, wish: Json) -> Any:
    """The bot as people see it, in one language."""
    language = request.query_params.get("language", "")
    texts = {n: world.profile.text(n, language) for n in ("name", "description")}
    return {**world.profile.me(), **texts}


def chat(world: World, request: Request, wish: Json) -> Any:
    """A chat as people see it now."""
    return world.chats.messages(int(request.path_params["id"]))


def transcript(world: World, request: Request, wish: Json) -> Any:
    """All that ever happened, in one chat or in all."""
    return world.chats.transcript(number(request, "chat"))


def calls(world: World, request: Request, wish: Json) -> Any:
    """The call log, filtered."""
    asked = request.query_params
    since = float(asked.get("since", 0))
    status = number(request, "status")
    return world.calls.find(asked.get("method"), number(request, "chat"), status, since)


def forget_calls(world: World, request: Request, wish: Json) -> Any:
    """Empty the call log."""
    world.calls.clear()
    return True


def updates(world: World, request: Request, wish: Json) -> Any:
    """What the bot has not confirmed yet."""
    return [update.told() for update in world.updates.first(1000)]


def inject(world: World, request: Request, wish: Json) -> Any:
    """Tell the bot anything at all."""
    return {"update_id": gathering.inject(world, wish)}


def faults(world: World, request: Request, wish: Json) -> Any:
    """The rules in force."""
    return [rule.shown() for rule in world.faults.rules]


def order(world: World, request: Request, wish: Json) -> Any:
    """Order a fault."""
    return world.faults.order(**wish).shown()


def forgive(world: World, request: Request, wish: Json) -> Any:
    """Take back one rule, or all."""
    world.faults.drop(number(request, "id"))
    return True


def knobs(world: World, request: Request, wish: Json) -> Any:
    """How the knobs stand."""
    return world.knobs.shown()


def turn(world: World, request: Request, wish: Json) -> Any:
    """Turn some knobs."""
    world.knobs.turn(**wish)
    return world.knobs.shown()


def tokens(world: World, request: Request, wish: Json) -> Any:
    """Revoke a token, or take it back."""
    change = world.revoked.add if wish.get("revoked", True) else world.revoked.discard
    change(str(wish["token"]))
    return sorted(world.revoked)


def webhook(world: World, request: Request, wish: Json) -> Any:
    """The webhook's settings and troubles."""
    return asdict(world.webhook) | {"secret": bool(world.webhook.secret)}


def reset(world: World, request: Request, wish: Json) -> Any:
    """Start with empty chats."""
    world.reset()
    return True


WISHES: dict[tuple[str, str], Wish] = {
    ("GET", "/bot"): bot,
    ("GET", "/chats/{id}"): chat,
    ("GET", "/transcript"): transcript,
    ("GET", "/calls"): calls,
    ("DELETE", "/calls"): forget_calls,
    ("GET", "/updates"): updates,
    ("POST", "/updates"): inject,
    ("GET", "/faults"): faults,
    ("POST", "/faults"): order,
    ("DELETE", "/faults"): forgive,
    ("GET", "/knobs"): knobs,
    ("PATCH", "/knobs"): turn,
    ("POST", "/tokens"): tokens,
    ("GET", "/webhook"): webhook,
    ("POST", "/reset"): reset,
}
