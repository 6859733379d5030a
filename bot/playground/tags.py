"""What Telegram knows about HTML tags: which there are, and which entity each becomes."""

import re
from dataclasses import dataclass

from bot.playground.refusals import Refused, bad
from bot.playground.shapes import Json, filled

SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
TAGS = {*SIMPLE, "a", "code", "pre", "blockquote", "tg-emoji"}
NAMED = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
REFERENCE = re.compile(r"&(?:lt|gt|amp|quot);|&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")
LINK = re.compile(r"(?:https?|tg|ton|mailto|tel):\S+|[\w-]+(?:\.[\w-]+)+\S*", re.IGNORECASE)
USER = re.compile(r"tg://user\?id=(\d+)")


@dataclass
class Opened:
    """A tag that was opened and waits for its end."""

    tag: str
    argument: str
    start: int


def broken(text: str) -> Refused:
    """The complaint about HTML that cannot be read."""
    return bad(f"can't parse entities: {text}")


def unescaped(raw: str) -> str:
    """The text with its references resolved; unknown ones stay as they are."""
    return REFERENCE.sub(lambda found: NAMED.get(found[0]) or _character(found[0]), raw)


def argument(tag: str, name: str, value: str) -> str:
    """What an attribute says about its tag, if it says anything Telegram listens to."""
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            return value
        case "blockquote", "expandable":
            return "expandable"
    return ""


def entity(opened: Opened, words: str, length: int) -> Json | None:
    """The entity a closed tag becomes; a link that leads nowhere becomes none."""
    meaning = _meaning(opened, words)
    return meaning and {"offset": opened.start, "length": length, **meaning}


def _meaning(opened: Opened, words: str) -> Json | None:
    match opened.tag:
        case "a":
            return _link(opened.argument or words)
        case "code" | "pre" as tag:
            return {"type": tag, **filled(language=opened.argument)}
        case "blockquote":
            return {"type": "expandable_blockquote" if opened.argument else "blockquote"}
        case "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": opened.argument}
    return {"type": SIMPLE[opened.tag]}


def _link(address: str) -> Json | None:
    if found := USER.match(address):
        user = {"id": int(found[1]), "is_bot": False, "first_name": ""}
        return {"type": "text_mention", "user": user}
    if not LINK.fullmatch(address.strip()):
        return None
    return {"type": "text_link", "url": _whole(address.strip())}


def _whole(address: str) -> str:
    with_scheme = address if re.match(r"\w+:", address) else f"http://{address}"
    bare = re.fullmatch(r"https?://[^/?#]+", with_scheme)
    return f"{with_scheme}/" if bare else with_scheme


def _character(reference: str) -> str:
    digits = reference[2:-1]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return chr(code) if 0 < code < 0x110000 else reference
