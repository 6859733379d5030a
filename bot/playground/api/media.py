"""Sending pictures, documents and albums; fetching files."""

import time

from telegram.constants import FileSizeLimit, MediaGroupLimit

from bot.playground import wording
from bot.playground.api.reading import Call, Upload
from bot.playground.api.sending import envelope, post, ready
from bot.playground.files import File
from bot.playground.refusals import bad
from bot.playground.shapes import Json, filled
from bot.playground.world import World

ALBUM = {"photo", "document", "video", "audio"}
OUTSIDE = "failed to get HTTP URL content"


def send_photo(world: World, call: Call) -> Json:
    """Send a picture."""
    return post(world, call, **content(world, call, _described(call, "photo")))


def send_document(world: World, call: Call) -> Json:
    """Send a document."""
    return post(world, call, **content(world, call, _described(call, "document")))


def send_media_group(world: World, call: Call) -> list[Json]:
    """Send an album: two to ten pictures or documents that stand together."""
    described = call.params["media"]
    limits = MediaGroupLimit.MIN_MEDIA_LENGTH, MediaGroupLimit.MAX_MEDIA_LENGTH
    if not limits[0] <= len(described) <= limits[1]:
        raise bad("media group must contain 2-10 items")
    _check_alike(described)
    contents = [content(world, call, each) for each in described]
    chat = ready(world, call, len(contents))
    album = {**envelope(world, call, chat), "media_group_id": str(time.time_ns())}
    return [world.chats.post(chat, album | each) for each in contents]


def content(world: World, call: Call, described: Json) -> Json:
    """The picture or document and its caption, as a message holds them."""
    kind = str(described.get("type", ""))
    if kind not in ALBUM:
        raise bad(f"can't parse InputMedia: media type {kind!r} is not taken here")
    caption, entities = wording.caption_of(described)
    file = _file(world, call, kind, str(described.get("media", "")))
    return {kind: file.as_photo() if kind == "photo" else file.as_document()} | filled(
        caption=caption,
        caption_entities=entities,
        show_caption_above_media=described.get("show_caption_above_media"),
        has_media_spoiler=described.get("has_spoiler"),
    )


def get_file(world: World, call: Call) -> Json:
    """Where a file can be downloaded from."""
    file = world.files.find(call.params["file_id"])
    if len(file.content) > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise bad("file is too big")
    return {**file.size(), "file_path": file.path}


def _described(call: Call, kind: str) -> Json:
    return {**call.params, "type": kind, "media": call.params.get(kind, f"attach://{kind}")}


def _file(world: World, call: Call, kind: str, where: str) -> File:
    if upload := call.attached(where) or call.uploads.get(where):
        return _taken(world, kind, upload)
    if "://" in where:
        raise bad(OUTSIDE if where.startswith("http") else "wrong file identifier specified")
    return world.files.find(where, kind)


def _taken(world: World, kind: str, upload: Upload) -> File:
    return world.files.keep(kind, upload.content, upload.name, upload.type)


def _check_alike(described: list[Json]) -> None:
    kinds = {str(each.get("type")) for each in described}
    if len(kinds) > 1 and not kinds <= {"photo", "video"}:
        raise bad("document can't be mixed with other media types")
