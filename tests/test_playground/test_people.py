"""What people do, in Python and over the control API, and how it can be read afterwards."""

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import parse_qsl

import aiohttp
import pytest

from bot.playground import Person, Playground, serve
from bot.playground.acts.tapping import signed
from bot.playground.refusals import Refused
from bot.playground.serving import bound

from .conftest import AIYM, MARAT, TOKEN, Ask


async def test_people_are_there_and_more_can_come(control: Ask) -> None:
    invited = await control("POST", "/people", name="Дана", kind="parent", language_code="ru")
    people = await control("GET", "/people")
    assert [person["name"] for person in people] == ["Айым", "Марат", "Гүлнәр", "Ержан", "Дана"]
    assert (invited["kind"], invited["language_code"]) == ("parent", "ru")


async def test_a_whole_talk_over_the_control_api(control: Ask, ask: Ask) -> None:
    await control("POST", f"/people/{MARAT}/start", payload="s_41")
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    sent = await ask(
        "sendMessage", chat_id=MARAT, text="<b>hi</b>", parse_mode="HTML", reply_markup=keyboard
    )
    message_id = sent["result"]["message_id"]
    tapped = await control("POST", f"/people/{MARAT}/press", message_id=message_id, label="Go")
    await ask("editMessageText", chat_id=MARAT, message_id=message_id, text="done")
    chat = await control("GET", f"/chats/{MARAT}")
    assert tapped["data"] == "go"
    assert [message["text"] for message in chat] == ["/start s_41", "done"]
    happened = [each["happened"] for each in await control("GET", f"/transcript?chat={MARAT}")]
    assert happened == ["sent", "sent", "edited"]
    calls = await control("GET", f"/calls?method=sendMessage&chat={MARAT}&status=200")
    assert [call["params"]["text"] for call in calls] == ["<b>hi</b>"]
    assert len(await control("GET", "/updates")) == 2


async def test_faults_knobs_and_tokens_over_the_control_api(control: Ask, ask: Ask) -> None:
    rule = await control("POST", "/faults", fault="429", method="getMe", retry_after=9)
    assert (await ask("getMe"))["parameters"] == {"retry_after": 9}
    assert [each["id"] for each in await control("GET", "/faults")] == [rule["id"]]
    assert await control("DELETE", f"/faults?id={rule['id']}")
    assert (await control("PATCH", "/knobs", latency_ms=1, privacy=False))["latency_ms"] == 1.0
    await control("POST", "/tokens", token=TOKEN)
    assert (await ask("getMe"))["error_code"] == 401
    await control("POST", "/tokens", token=TOKEN, revoked=False)
    assert (await ask("getMe"))["ok"]


async def test_wrong_wishes_are_refused(control: Ask) -> None:
    for how, path, wish in (
        ("POST", f"/people/{AIYM}/fly", {}),
        ("POST", f"/people/{AIYM}/say", {"txet": "x"}),
        ("POST", "/people/999/say", {"text": "x"}),
        ("PATCH", "/knobs", {"speed": 1}),
        ("POST", "/faults", {"fault": "earthquake"}),
        ("POST", "/updates", {"message": {}, "poll": {}}),
    ):
        assert (await control(how, path, **wish))["error_code"] == 400


async def test_reset_starts_over(control: Ask, playground: Playground) -> None:
    playground.say(AIYM, "x")
    playground.faults.order(fault=500)
    await control("POST", "/reset")
    assert (playground.messages(AIYM), playground.updates.waiting) == ([], {})
    assert (playground.faults.rules, playground.transcript()) == ([], [])


def test_a_button_is_found_by_place_label_or_any_data(playground: Playground) -> None:
    rows = [[{"text": "A", "callback_data": "a"}, {"text": "B", "callback_data": "b"}]]
    keyboard = {"inline_keyboard": rows}
    person = playground.person(AIYM)
    there = playground.chats.post(person, {"from": {}, "text": "x", "reply_markup": keyboard})
    message_id = there["message_id"]
    assert playground.press(AIYM, message_id, row=0, column=1)["data"] == "b"
    assert playground.press(AIYM, message_id, label="A")["data"] == "a"
    assert playground.press(AIYM, message_id, "from-an-old-release")["data"]
    with pytest.raises(Refused, match=r"there is no such button; there are \['A', 'B'\]"):
        playground.press(AIYM, message_id, label="C")


async def test_a_tap_on_a_message_that_is_gone(ask: Ask, playground: Playground) -> None:
    playground.press(AIYM, 5, "go", inaccessible=True)
    (update,) = (await ask("getUpdates"))["result"]
    assert update["callback_query"]["message"]["date"] == 0


def test_a_group_keeps_most_from_the_bot(playground: Playground) -> None:
    group = playground.found("9A", by=AIYM)["id"]
    for text in ("hello", "/start", "/start@playground_bot", "/start@other_bot"):
        playground.say(AIYM, text, chat=group)
    texts = [update.body.get("text") for update in playground.updates.first(9)]
    assert texts == [None, None, "/start", "/start@playground_bot"]


async def test_a_group_moves_and_a_bot_is_thrown_out(ask: Ask, playground: Playground) -> None:
    old = playground.found("9A", by=AIYM, type="group")["id"]
    new = playground.migrate(old)["id"]
    told = await ask("sendMessage", chat_id=old, text="x")
    assert told["parameters"] == {"migrate_to_chat_id": new}
    playground.kick(new, by=AIYM)
    assert (await ask("sendMessage", chat_id=new, text="x"))["error_code"] == 403


async def test_channels_speak(ask: Ask, playground: Playground) -> None:
    channel = playground.found("News", by=AIYM, type="channel", username="news_kz")["id"]
    playground.post(channel, "a post")
    updates = (await ask("getUpdates"))["result"]
    assert [list(update)[1] for update in updates] == ["my_chat_member", "channel_post"]
    assert (await ask("sendMessage", chat_id="@news_kz", text="x"))["result"]["chat"][
        "id"
    ] == channel


def test_forwarding_and_deleting(playground: Playground) -> None:
    said = playground.say(AIYM, "look")
    assert playground.forward(AIYM, said["message_id"])["forward_origin"]["type"] == "user"
    playground.delete(AIYM, said["message_id"])
    assert [message["text"] for message in playground.messages(AIYM)] == ["look"]


def test_a_mini_app_gets_signed_words(playground: Playground) -> None:
    opened = playground.open_app(AIYM, token=TOKEN, start_param="p_welder")
    said = dict(parse_qsl(opened["init_data"]))
    theirs = said.pop("hash")
    assert said["start_param"] == "p_welder"
    assert theirs == signed(said, TOKEN)


async def test_strangers_are_welcome_when_the_knob_says_so(
    ask: Ask, playground: Playground
) -> None:
    playground.knobs.turn(welcome_strangers=True)
    assert (await ask("sendMessage", chat_id=777, text="x"))["ok"]
    assert playground.person(777).started


async def test_a_playground_can_start_empty_and_know_its_token(ask: Ask) -> None:
    playground = Playground([Person(5, "Only")], token="1:right")
    assert list(playground.people) == [5]
    with pytest.raises(Refused, match="Unauthorized"):
        playground.admit("1:wrong")


async def test_what_happens_is_told_live(playground: Playground) -> None:
    looking: AsyncIterator[dict[str, object]] = playground.live.watch()
    playground.live.tell("nobody looks yet")
    task = asyncio.ensure_future(anext(looking))
    await asyncio.sleep(0)
    playground.say(AIYM, "x")
    assert (await task)["kind"] == "sent"


async def test_it_is_served_until_cancelled_even_while_somebody_waits() -> None:
    with bound("127.0.0.1", 0) as sock:
        port = sock.getsockname()[1]
    serving = asyncio.create_task(serve(port))
    await asyncio.sleep(0.1)
    async with aiohttp.ClientSession() as client:
        poll = client.get(f"http://127.0.0.1:{port}/bot{TOKEN}/getUpdates?timeout=50")
        polling = asyncio.create_task(poll.__aenter__())
        async with client.get(f"http://127.0.0.1:{port}/playground/live") as live:
            assert live.status == 200
            serving.cancel()
            await asyncio.wait([serving], timeout=3)
    assert serving.cancelled()
    await asyncio.gather(polling, return_exceptions=True)
