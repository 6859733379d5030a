"""Sharing what is not words: pictures, voices, places, contacts, other people's messages."""

import base64
import struct
import zlib
from collections.abc import Callable

from bot.playground.acts.talking import bring
from bot.playground.files import File
from bot.playground.refusals import bad
from bot.playground.shapes import Json, filled
from bot.playground.world import World

Make = Callable[[World, Json], Json]


def send(
    world: World,
    person: int,
    kind: str,
    *,
    chat: int | None = None,
    content: str | bytes = b"",
    name: str = "",
    caption: str = "",
    **more: object,
) -> Json:
    """Send something of a kind; what is not said is made up."""
    if kind not in KINDS:
        raise bad(f"there is no kind {kind}; there are {', '.join(sorted(KINDS))}")
    wish = {"content": _bytes(content), "name": name, "kind": kind, **more}
    body = KINDS[kind](world, wish) | filled(caption=caption)
    return bring(world, person, chat, None, **body)


def forward(world: World, person: int, message_id: int, *, chat: int | None = None) -> Json:
    """Send a message of this chat once more, as forwarded."""
    message = world.chats.find(chat or person, message_id)
    if message is None:
        raise bad("there is no such message")
    kept = ("text", "entities", "photo", "document", "caption", "caption_entities", "voice")
    content = {name: message[name] for name in kept if name in message}
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    return bring(world, person, chat, None, forward_origin=origin, **content)


def tiny_picture(red: int = 52, green: int = 152, blue: int = 219) -> bytes:
    """A small picture of one colour."""
    rows = b"".join(b"\0" + bytes((red, green, blue)) * 64 for _ in range(48))
    header = struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    check = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)


def _bytes(content: str | bytes) -> bytes:
    return base64.b64decode(content) if isinstance(content, str) else content


def _kept(world: World, wish: Json, kind: str, name: str, type: str) -> File:
    content = wish["content"] or (tiny_picture() if kind == "photo" else b"playground")
    return world.files.keep(kind, content, wish["name"] or name, wish.get("type", type))


def _photo(world: World, wish: Json) -> Json:
    return {"photo": _kept(world, wish, "photo", "photo.png", "image/png").as_photo()}


def _document(world: World, wish: Json) -> Json:
    file = _kept(world, wish, "document", "letter.pdf", "application/pdf")
    return {"document": file.as_document()}


def _voice(world: World, wish: Json) -> Json:
    file = _kept(world, wish, "voice", "voice.ogg", "audio/ogg")
    return {"voice": file.size() | {"duration": 3, "mime_type": "audio/ogg"}}


def _video(world: World, wish: Json) -> Json:
    file = _kept(world, wish, "video", "video.mp4", "video/mp4")
    return {"video": file.size() | {"width": 320, "height": 240, "duration": 3}}


def _video_note(world: World, wish: Json) -> Json:
    file = _kept(world, wish, "video_note", "note.mp4", "video/mp4")
    return {"video_note": file.size() | {"length": 240, "duration": 3}}


def _audio(world: World, wish: Json) -> Json:
    file = _kept(world, wish, "audio", "song.mp3", "audio/mpeg")
    return {"audio": file.size() | {"duration": 3}}


def _sticker(world: World, wish: Json) -> Json:
    file = _kept(world, wish, "sticker", "sticker.webp", "image/webp")
    shape = {"type": "regular", "width": 512, "height": 512}
    moves = {"is_animated": False, "is_video": False, "emoji": wish.get("emoji", "👍")}
    return {"sticker": file.size() | shape | moves}


def _location(world: World, wish: Json) -> Json:
    place = {"latitude": wish.get("latitude", 49.9483), "longitude": wish.get("longitude", 82.6275)}
    return {"location": place}


def _contact(world: World, wish: Json) -> Json:
    phone = str(wish.get("phone_number", "+77000000000"))
    return {"contact": {"phone_number": phone, "first_name": str(wish["name"] or "Contact")}}


def _dice(world: World, wish: Json) -> Json:
    return {"dice": {"emoji": "🎲", "value": wish.get("value", 4)}}


def _poll(world: World, wish: Json) -> Json:
    options = [{"persistent_id": t, "text": t, "voter_count": 0} for t in ("A", "B")]
    asked = {"id": "1", "question": wish.get("question", "?"), "options": options}
    counts = {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular"}
    allows = {"allows_multiple_answers": False, "allows_revoting": False, "members_only": False}
    return {"poll": asked | counts | allows}


def _web_app_data(world: World, wish: Json) -> Json:
    data = {"data": wish.get("data", "{}"), "button_text": wish.get("button_text", "App")}
    return {"web_app_data": data}


def _anything(world: World, wish: Json) -> Json:
    return dict(wish.get("body", {}))


KINDS: dict[str, Make] = {
    "photo": _photo,
    "document": _document,
    "voice": _voice,
    "video": _video,
    "video_note": _video_note,
    "audio": _audio,
    "sticker": _sticker,
    "location": _location,
    "contact": _contact,
    "dice": _dice,
    "poll": _poll,
    "web_app_data": _web_app_data,
    "anything": _anything,
}
