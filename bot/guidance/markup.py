"""Markup: whether words with bold, italic and links are whole, and where their links lead.

Stricter than Telegram's own reading: what passes here, Telegram takes. No template engine, no
browser: the text is read once, from left to right.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

TAG = re.compile(r'<(?:(?P<open>[bi])|/(?P<close>[bia])|a href="(?P<href>[^"<>]*)")>')
ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7}));")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][^\s\\<>\"]*)?")
# What a Telegram app would make a link of by itself: Latin domains, Cyrillic ones, and @names.
BARE = re.compile(
    r"[a-z]+://[^\s<>\"]+|(?<![\w@.-])(?:[\w-]+\.)+(?:[a-z]{2,}|рф|қаз|рус|онлайн|сайт|орг|дети)"
    r"(?![\w-])(?:[/?#][^\s<>\"]*)?",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<![\w.])@([a-zA-Z]\w{3,})")
FILES = {"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "zip", "txt"}
TELEGRAM = {"t.me", "telegram.me", "telegram.dog"}


class Broken(ValueError):
    """The words cannot be sent like this: `kind` says why, `what` is the piece that is wrong."""

    def __init__(self, kind: str, what: str = "") -> None:
        super().__init__(kind, what)
        self.kind, self.what = kind, what


@dataclass(frozen=True)
class Written:
    """Words without their tags, and all that leads out of them."""

    plain: str
    links: tuple[str, ...]

    @property
    def units(self) -> int:
        """How long Telegram finds them: UTF-16 units."""
        return len(self.plain.encode("utf-16-le")) // 2


def read(html: str) -> Written:
    """The words, read strictly; raises Broken: `broken`, `tags` or `empty`."""
    plain, hrefs, opened, at = "", [], list[str](), 0
    while at < len(html):
        until = html.find("<", at)
        plain += unescaped(html[at : until if until >= 0 else len(html)])
        if until < 0:
            break
        tag = _tag(html, until)
        _nest(tag, opened)
        hrefs += [unescaped(tag["href"])] if tag["href"] is not None else []
        at = tag.end()
    if opened:
        raise Broken("broken", f"<{opened[-1]}>")
    return Written(_said(plain), (*hrefs, *_bare(plain)))


def unescaped(raw: str) -> str:
    """The text with its references resolved; unknown ones stay as they are."""
    return REFERENCE.sub(_character, raw)


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return NAMED[found[1]]
    code = int(found[2])
    if 0xD800 <= code < 0xE000:
        raise Broken("broken", found[0])
    return chr(code) if 0 < code < 0x110000 else found[0]


def _tag(html: str, at: int) -> re.Match[str]:
    if found := TAG.match(html, at):
        return found
    strange = ANY_TAG.match(html, at)
    raise Broken("tags" if strange else "broken", strange[0] if strange else html[at : at + 20])


def _nest(tag: re.Match[str], opened: list[str]) -> None:
    """Open it or close it; each is closed by its own, and no link stands in a link."""
    if tag["close"]:
        if not opened or opened.pop() != tag["close"]:
            raise Broken("broken", tag[0])
    else:
        name = tag["open"] or "a"
        if name in opened:
            raise Broken("broken", tag[0])
        opened.append(name)


def _said(plain: str) -> str:
    try:
        plain.encode()
    except UnicodeEncodeError:
        raise Broken("broken") from None
    if not re.search(r"\w", plain) or "\0" in plain:
        raise Broken("empty")
    return plain


def _bare(plain: str) -> Iterator[str]:
    """What an app would make a link of, though nobody marked it as one."""
    for found in BARE.finditer(plain):
        if found[0].lower().rpartition(".")[2] not in FILES:
            yield found[0] if "://" in found[0] else f"https://{found[0]}"
    yield from (f"https://t.me/{name}" for name in NAME.findall(plain))


def strange(links: Collection[str], hosts: Collection[str], bot: str) -> list[str]:
    """The links that lead where nobody has looked."""
    return [link for link in links if not _known(link, hosts, bot)]


def _known(link: str, hosts: Collection[str], bot: str) -> bool:
    if not ADDRESS.fullmatch(link):
        return False
    host = (urlsplit(link).hostname or "").removeprefix("www.").rstrip(".")
    if host in TELEGRAM:
        return bool(bot) and urlsplit(link).path.strip("/").lower() == bot.lower()
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def payload(link: str, bot: str) -> str | None:
    """What a link to the bot itself asks for; None where it leads elsewhere."""
    parts = urlsplit(link)
    ours = parts.hostname in TELEGRAM and parts.path.strip("/").lower() == bot.lower()
    return parse_qs(parts.query).get("start", [""])[0] if ours else None
