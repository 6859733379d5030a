"""Long polling: waiting, confirming, one poller at a time."""

import asyncio
from typing import Any

import pytest
from telegram import Update
from telegram.error import Conflict

from bot.playground import Playground

from .conftest import AIYM, MARAT, Ask


def texts(updates: tuple[Update, ...]) -> list[str | None]:
    """What was said in these updates."""
    return [update.message.text for update in updates if update.message]


async def test_a_poller_waits_until_somebody_speaks(bot: Any, playground: Playground) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    playground.say(AIYM, "сәлем")
    assert texts(await waiting) == ["сәлем"]


async def test_an_update_comes_again_until_it_is_confirmed(
    ask: Ask, playground: Playground
) -> None:
    playground.say(AIYM, "one")
    playground.say(AIYM, "two")
    first = (await ask("getUpdates", limit=1))["result"]
    assert (await ask("getUpdates"))["result"][:1] == first
    rest = (await ask("getUpdates", offset=first[0]["update_id"] + 1))["result"]
    assert [each["message"]["text"] for each in rest] == ["two"]
    assert rest[0]["update_id"] == first[0]["update_id"] + 1


async def test_a_negative_offset_leaves_only_the_last(ask: Ask, playground: Playground) -> None:
    for word in "abc":
        playground.say(AIYM, word)
    assert [u["message"]["text"] for u in (await ask("getUpdates", offset=-1))["result"]] == ["c"]
    assert len(playground.updates.waiting) == 1


async def test_an_empty_poll_ends_when_its_time_is_over(ask: Ask) -> None:
    assert (await ask("getUpdates", timeout=0))["result"] == []


async def test_a_second_poller_ends_the_first(bot: Any, playground: Playground) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot.get_updates(timeout=5))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    playground.say(AIYM, "to the second")
    assert texts(await second) == ["to the second"]


async def test_nobody_polls_while_a_webhook_is_set(ask: Ask) -> None:
    await ask("setWebhook", url="https://guide.example/hook")
    told = await ask("getUpdates")
    assert (told["error_code"], told["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )


async def test_only_what_was_asked_for_comes(ask: Ask, playground: Playground) -> None:
    await ask("getUpdates", allowed_updates=["callback_query"])
    playground.say(AIYM, "not wanted")
    assert (await ask("getUpdates"))["result"] == []


async def test_some_kinds_come_only_when_asked_for(ask: Ask, playground: Playground) -> None:
    change = {"chat": {"id": AIYM}}
    assert playground.inject({"chat_member": change}) == 0
    await ask("getUpdates", allowed_updates=["chat_member"])
    assert playground.inject({"chat_member": change}) > 0


async def test_old_updates_are_forgotten(ask: Ask, playground: Playground) -> None:
    playground.knobs.turn(lifetime_scale=0)
    playground.say(AIYM, "too old at once")
    playground.knobs.turn(lifetime_scale=1)
    playground.say(MARAT, "fresh")
    assert [u["message"]["text"] for u in (await ask("getUpdates"))["result"]] == ["fresh"]


async def test_every_kind_is_understood_by_the_library(bot: Any, playground: Playground) -> None:
    said = playground.say(AIYM, "/start s_41")
    playground.edit(AIYM, said["message_id"], "/start s_42")
    playground.press(AIYM, (await bot.send_message(AIYM, "menu")).id, "old-button")
    playground.ask(AIYM, "welder")
    playground.block(AIYM)
    playground.unblock(AIYM)
    kinds = ["message", "edited_message", "callback_query", "inline_query"]
    updates = await bot.get_updates()
    assert [u.to_dict().keys() - {"update_id"} for u in updates[:4]] == [{kind} for kind in kinds]
    assert [u.my_chat_member.new_chat_member.status for u in updates[4:]] == ["kicked", "member"]
    assert updates[0].message.entities[0].type == "bot_command"
    assert updates[2].callback_query.message.text == "menu"


SENT = """photo document voice video video_note audio sticker location contact dice poll
    web_app_data"""


@pytest.mark.parametrize("kind", SENT.split())
async def test_all_that_people_send_is_understood(
    bot: Any, playground: Playground, kind: str
) -> None:
    playground.send(AIYM, kind)
    (update,) = await bot.get_updates()
    assert getattr(update.message, kind)
