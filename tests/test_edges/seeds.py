"""One update of every kind Telegram has, and what each is heard as."""

from typing import Any

from bot.heard import Kind

Json = dict[str, Any]
AIYM: Json = {"id": 1001, "is_bot": False, "first_name": "Айым", "language_code": "kk"}
PRIVATE: Json = {"id": 1001, "type": "private", "first_name": "Айым"}
GROUP: Json = {"id": -100200, "type": "supergroup", "title": "9А"}
BOT: Json = {"id": 7, "is_bot": True, "first_name": "Guide", "username": "guide_bot"}
FILE: Json = {"file_id": "F", "file_unique_id": "U", "file_size": 9}
SIZED: Json = {**FILE, "width": 9, "height": 9}
OWN: Json = {"message_id": 7, "date": 1, "chat": PRIVATE, "from": BOT}


def message(**content: Any) -> Json:
    """A private message of Aiym's."""
    return {"message": {"message_id": 5, "date": 1, "chat": PRIVATE, "from": AIYM, **content}}


def tap(**more: Any) -> Json:
    """A tap of Aiym's, on an ordinary message."""
    on = {"message": {**OWN, "text": "Menu"}}
    return {
        "callback_query": {"id": "9", "from": AIYM, "chat_instance": "1", "data": "x", **on, **more}
    }


def moved(status: str, chat: Json = PRIVATE) -> Json:
    """The bot's place in a chat changed."""
    sides = {
        "old_chat_member": {"user": BOT, "status": "left"},
        "new_chat_member": {"user": BOT, "status": status, "until_date": 0},
    }
    return {"my_chat_member": {"chat": chat, "from": AIYM, "date": 1, **sides}}


def in_group(text: str, **more: Any) -> Json:
    """A message of Aiym's in a group."""
    return message(chat=GROUP, text=text, **more)


def _from(number: int, **more: Any) -> Json:
    return {"from": {"id": number, "is_bot": False, "first_name": "Telegram"}, **more}


_ORIGIN: Json = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1}
_POLL: Json = {
    "id": "1", "question": "?", "options": [{"text": "A", "voter_count": 0, "persistent_id": "a"}],
    "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular",
    "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
}  # fmt: skip
_STICKER: Json = {**SIZED, "type": "regular", "is_animated": False, "is_video": False}
_CHANNEL: Json = {"id": -100300, "type": "channel", "title": "School"}

SEEDS: dict[str, tuple[Json, Kind]] = {
    "text": (message(text="сварщик"), "words"),
    "command": (message(text="/start"), "words"),
    "command with payload": (message(text="/start p_welder"), "words"),
    "reply": (message(text="yes", reply_to_message={**OWN, "text": "Menu"}), "words"),
    "quote": (message(text="yes", quote={"text": "Me", "position": 0}), "words"),
    "reply to a story": (message(text="wow", reply_to_story={"chat": PRIVATE, "id": 1}), "words"),
    "new fields": (message(text="hi", from_the_future={"a": [1]}), "words"),
    "premium emoji": (
        message(text="👍", entities=[{"type": "future", "offset": 0, "length": 2}]),
        "words",
    ),
    "forwarded text": (message(text="hi", forward_origin=_ORIGIN), "other"),
    "sent via a bot": (message(text="card", via_bot=BOT), "nothing"),
    "sticker": (message(sticker=_STICKER), "other"),
    "voice": (message(voice={**FILE, "duration": 3}), "other"),
    "video note": (message(video_note={**FILE, "duration": 3, "length": 9}), "other"),
    "video": (message(video={**SIZED, "duration": 3}), "other"),
    "animation": (
        message(animation={**SIZED, "duration": 3}, document={**FILE}),
        "other",
    ),
    "audio": (message(audio={**FILE, "duration": 3}), "other"),
    "photo": (message(photo=[SIZED]), "other"),
    "photo with caption": (message(photo=[SIZED], caption="my work"), "other"),
    "album": (message(photo=[SIZED], media_group_id="77"), "other"),
    "document": (message(document=FILE), "other"),
    "location": (message(location={"latitude": 49.9, "longitude": 82.6}), "place"),
    "forwarded location": (
        message(location={"latitude": 49.9, "longitude": 82.6}, forward_origin=_ORIGIN),
        "other",
    ),
    "venue": (
        message(
            venue={"location": {"latitude": 1, "longitude": 2}, "title": "T", "address": "A"},
            location={"latitude": 1, "longitude": 2},
        ),
        "place",
    ),
    "contact": (message(contact={"phone_number": "+7700", "first_name": "A"}), "other"),
    "poll": (message(poll=_POLL), "other"),
    "dice": (message(dice={"emoji": "🎲", "value": 4}), "other"),
    "game": (message(game={"title": "T", "description": "D", "photo": [SIZED]}), "other"),
    "story": (message(story={"chat": PRIVATE, "id": 1}), "other"),
    "web app data": (message(web_app_data={"data": "{}", "button_text": "App"}), "other"),
    "something new": (message(hologram={"depth": 3}), "other"),
    "only invisible text": (message(text="\u200b\u202e "), "other"),
    "pinned": (message(pinned_message={**OWN, "text": "Menu"}), "nothing"),
    "timer": (
        message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}),
        "nothing",
    ),
    "may write": (message(write_access_allowed={}), "nothing"),
    "edited": ({"edited_message": message(text="hi")["message"]}, "nothing"),
    "tap": (tap(), "tap"),
    "tap on a picture": (tap(message={**OWN, "photo": [SIZED]}), "tap"),
    "tap on a lost message": (tap(message={"chat": PRIVATE, "message_id": 7, "date": 0}), "tap"),
    "tap on a shared card": (tap(message=None, inline_message_id="I"), "tap"),
    "tap in a group": (tap(message={**OWN, "chat": GROUP, "text": "Hi"}), "nothing"),
    "tap on a game": (tap(data=None, game_short_name="g"), "nothing"),
    "command in a group": (in_group("/start"), "group"),
    "command to us": (in_group("/start@Guide_Bot x"), "group"),
    "command to another": (in_group("/start@other_bot"), "nothing"),
    "talk in a group": (in_group("hello"), "nothing"),
    "only a slash": (in_group("/"), "nothing"),
    "joined": (message(chat=GROUP, new_chat_members=[BOT]), "nothing"),
    "group moved": (message(chat=GROUP, migrate_to_chat_id=-100999), "nothing"),
    "anonymous admin": (in_group("/start", **_from(1087968824, sender_chat=GROUP)), "nothing"),
    "anonymous admin, bare": (in_group("/start", **_from(1087968824)), "nothing"),
    "in a channel's name": (
        in_group("/start", **_from(136817688, sender_chat=_CHANNEL)),
        "nothing",
    ),
    "linked channel": (
        in_group("/start", **_from(777000, sender_chat=_CHANNEL, is_automatic_forward=True)),
        "nothing",
    ),
    "777000 in private": (message(text="/start", **_from(777000)), "nothing"),
    "from nobody": ({"message": {**OWN, "chat": GROUP, "text": "/start", "from": None}}, "nothing"),
    "from a bot": (message(text="/start", **{"from": BOT}), "nothing"),
    "channel post": (
        {"channel_post": {"message_id": 1, "date": 1, "chat": _CHANNEL, "text": "/start"}},
        "nothing",
    ),
    "edited channel post": (
        {"edited_channel_post": {"message_id": 1, "date": 1, "chat": _CHANNEL, "text": "x"}},
        "nothing",
    ),
    "inline": (
        {"inline_query": {"id": "3", "from": AIYM, "query": "welder", "offset": ""}},
        "inline",
    ),
    "chosen": (
        {"chosen_inline_result": {"result_id": "1", "from": AIYM, "query": "w"}},
        "nothing",
    ),
    "blocked": (moved("kicked"), "left"),
    "unblocked": (moved("member"), "back"),
    "added to a group": (moved("member", GROUP), "nothing"),
    "thrown out of a group": (moved("kicked", GROUP), "nothing"),
    "reaction": (
        {
            "message_reaction": {
                "chat": PRIVATE, "message_id": 1, "date": 1, "user": AIYM,
                "old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}],
            }
        },
        "nothing",
    ),
    "poll alone": ({"poll": _POLL}, "nothing"),
    "pre-checkout": (
        {
            "pre_checkout_query": {
                "id": "1", "from": AIYM, "currency": "XTR", "total_amount": 1,
                "invoice_payload": "x",
            }
        },
        "nothing",
    ),
    "business": ({"business_message": message(text="hi")["message"]}, "nothing"),
    "from the future": ({"telepathy": {"from": AIYM, "thought": "x"}}, "nothing"),
    "nothing at all": ({}, "nothing"),
}  # fmt: skip


def update(seed: str, number: int = 1) -> Json:
    """A seed as Telegram tells it."""
    return {"update_id": number, **SEEDS[seed][0]}
