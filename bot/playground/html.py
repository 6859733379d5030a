"""HTML as Telegram reads it: a text, and entities that point into it.

The rules and the words of the complaints are those of Telegram's own parser (byte offsets count
UTF-8, entity offsets UTF-16).
"""

import re
from dataclasses import dataclass, field
from typing import cast

from bot.playground.shapes import Json, part, units
from bot.playground.tags import TAGS, Opened, argument, broken, entity, unescaped

NAME = re.compile(r"<([^\s>]*)")
SPACE = re.compile(r"\s*")
ATTRIBUTE = re.compile(r"""([^\s=>/"']*)(?:\s*(=)\s*("[^"]*"?|'[^']*'?|[a-zA-Z0-9.\-]*))?""")
AFTER_TOKEN = re.compile(r"[\s>]|$")
END = re.compile(r"</([^\s>]*)\s*(>?)")


def parse(html: str) -> tuple[str, list[Json]]:
    """The plain text and its entities, outermost first."""
    text, entities = Reader(html).read()
    return text, sorted(entities, key=lambda each: (each["offset"], -each["length"]))


@dataclass
class Reader:
    """Reads one HTML text from left to right."""

    html: str
    at: int = 0
    text: str = ""
    length: int = 0
    entities: list[Json] = field(default_factory=list)
    nested: list[Opened] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        """The plain text, and the entities in the order their tags end."""
        while self.at < len(self.html):
            self._step()
        if self.nested:
            raise broken(f'Can\'t find end tag corresponding to start tag "{self.nested[-1].tag}"')
        return self.text, self.entities

    def _step(self) -> None:
        if self.html[self.at] != "<":
            self._words()
        elif self.html.startswith("</", self.at):
            self._end()
        else:
            self._start()

    def _words(self) -> None:
        until = self.html.find("<", self.at)
        raw = self.html[self.at : until if until >= 0 else None]
        self.at += len(raw)
        words = unescaped(raw)
        self.text += words
        self.length += units(words)

    def _start(self) -> None:
        where = self._bytes()
        tag = self._take(NAME)[1].lower()
        if self.at >= len(self.html):
            raise broken(f"Unclosed start tag at byte offset {where}")
        if tag not in TAGS:
            raise broken(f'Unsupported start tag "{tag}" at byte offset {where}')
        self.nested.append(Opened(tag, self._attributes(tag, where), self.length))

    def _attributes(self, tag: str, where: int) -> str:
        says = ""
        while not self._closes(tag, where):
            says = self._attribute(tag, where) or says
        if tag == "span" and says != "tg-spoiler":
            raise broken(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        return says

    def _closes(self, tag: str, where: int) -> bool:
        self._take(SPACE)
        if self.at >= len(self.html):
            raise broken(f'Unclosed start tag "{tag}" at byte offset {where}')
        closes = self.html[self.at] == ">"
        self.at += closes
        return closes

    def _attribute(self, tag: str, where: int) -> str:
        name, equals, value = self._take(ATTRIBUTE).groups()
        if not name:
            raise broken(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
        if equals and not value.startswith(('"', "'")):
            self._token_ends(len(value))
            return argument(tag, name.lower(), value.lower())
        return argument(tag, name.lower(), unescaped((value or "")[1:-1]))

    def _token_ends(self, length: int) -> None:
        if not AFTER_TOKEN.match(self.html, self.at):
            self.at -= length
            raise broken(f"Unexpected end of name token at byte offset {self._bytes()}")

    def _end(self) -> None:
        where = self._bytes()
        if not self.nested:
            raise broken(f"Unexpected end tag at byte offset {where}")
        name, bracket = self._take(END).groups()
        if not bracket:
            raise broken(f"Unclosed end tag at byte offset {where}")
        opened = self.nested.pop()
        if name and name != opened.tag:
            expected = f'expected "</{opened.tag}>", found "</{name}>"'
            raise broken(f"Unmatched end tag at byte offset {where}, {expected}")
        self._close(opened)

    def _close(self, opened: Opened) -> None:
        length = self.length - opened.start
        if length == 0:
            return
        if opened.tag == "pre":
            self._swallow_code(opened, length)
        closed = entity(opened, part(self.text, opened.start, length), length)
        self.entities += [closed] if closed else []

    def _swallow_code(self, opened: Opened, length: int) -> None:
        """Code that fills its pre gives it the language and is no entity of its own."""
        code = {"type": "code", "offset": opened.start, "length": length}
        if self.entities and code.items() <= self.entities[-1].items():
            opened.argument = self.entities.pop().get("language", "")

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = cast("re.Match[str]", pattern.match(self.html, self.at))
        self.at = found.end()
        return found

    def _bytes(self) -> int:
        return len(self.html[: self.at].encode("utf-8", "surrogatepass"))
