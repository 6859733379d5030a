"""How the bot hears: long polling, or a webhook."""

import asyncio

from telegram.constants import PollingLimit

from bot.playground import refusals
from bot.playground.api.reading import Call
from bot.playground.refusals import conflict, too_many
from bot.playground.shapes import Json
from bot.playground.updates import Update
from bot.playground.world import World

LONGEST = 50
MOST = int(PollingLimit.MAX_LIMIT)


async def get_updates(world: World, call: Call) -> list[Json]:
    """Wait for updates; asking from an offset confirms all before it."""
    if world.webhook.url:
        raise conflict(refusals.WEBHOOK_ACTIVE)
    turn = _take_turn(world)
    world.updates.ask_for(call.params.get("allowed_updates"))
    world.updates.confirm(call.params.get("offset", 0))
    updates = await _wait(world, turn, _limit(call), min(call.params.get("timeout", 0), LONGEST))
    return [update.told() for update in updates]


def set_webhook(world: World, call: Call) -> bool:
    """Have updates told to an address; an empty one stops it."""
    if not call.params["url"]:
        return delete_webhook(world, call)
    _not_too_often(world)
    wish = call.params
    connections = wish.get("max_connections", 40)
    world.webhook.set(
        wish["url"], wish.get("secret_token", ""), connections, wish.get("ip_address", "")
    )
    world.updates.ask_for(wish.get("allowed_updates"))
    _drop(world, call)
    _take_turn(world)
    return True


def delete_webhook(world: World, call: Call) -> bool:
    """Let updates wait to be polled."""
    world.webhook.drop()
    _drop(world, call)
    return True


def get_webhook_info(world: World, call: Call) -> Json:
    """How the webhook is doing."""
    world.updates.forget_expired()
    return world.webhook.told(len(world.updates.waiting), world.updates.allowed)


def _take_turn(world: World) -> int:
    """A newer poller ends the older one's waiting."""
    world.poll_turn += 1
    world.updates.stir()
    return world.poll_turn


async def _wait(world: World, turn: int, limit: int, seconds: float) -> list[Update]:
    deadline = asyncio.get_running_loop().time() + seconds
    while not (found := world.updates.first(limit)) and not world.closed:
        world.updates.came.clear()
        try:
            async with asyncio.timeout_at(deadline):
                await world.updates.came.wait()
        except TimeoutError:
            return []
        if world.poll_turn != turn:
            world.updates.came.set()
            raise conflict(refusals.OTHER_POLLER)
    return found


def _limit(call: Call) -> int:
    wish: int = call.params.get("limit", MOST)
    return min(max(wish, 1), MOST)


def _drop(world: World, call: Call) -> None:
    if call.params.get("drop_pending_updates"):
        world.updates.waiting.clear()


def _not_too_often(world: World) -> None:
    now = world.clock()
    if world.knobs.limits and now - world.webhook.set_at < 1:
        raise too_many(1)
    world.webhook.set_at = now
