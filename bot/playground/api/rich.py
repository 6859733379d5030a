"""Rich messages: headings, tables and folding parts in one message."""

import re

from bot.playground.api.reading import Call
from bot.playground.api.sending import post, show_draft
from bot.playground.refusals import bad
from bot.playground.shapes import Json, units
from bot.playground.world import World

MOST, BLOCKS = 32_768, 500
WAYS = ("html", "markdown", "blocks")


def send_rich_message(world: World, call: Call) -> Json:
    """Send a rich message."""
    return post(world, call, rich_message=checked(call.params))


def send_rich_message_draft(world: World, call: Call) -> bool:
    """Show a rich message that is still being written."""
    return show_draft(world, call, rich_message=checked(call.params))


def checked(params: Json) -> Json:
    """The rich message, written in exactly one of three ways, and not too big."""
    wish: Json = params["rich_message"]
    given = [way for way in WAYS if wish.get(way)]
    if len(given) != 1:
        raise bad("rich message must be specified in exactly one of html, markdown or blocks")
    if len(wish.get("blocks") or []) > BLOCKS:
        raise bad("RICH_MESSAGE_TOO_MANY_BLOCKS")
    if _length(wish) > MOST:
        raise bad("RICH_MESSAGE_TOO_LONG")
    return {"blocks": [], **wish}


def _length(wish: Json) -> int:
    if html := wish.get("html"):
        return units(re.sub(r"<[^>]*>", "", html))
    return units(wish.get("markdown") or str(wish.get("blocks") or ""))
