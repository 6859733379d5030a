"""A crowd of made-up people, who all go through the same script, step by step."""

import time
from dataclasses import dataclass
from typing import NamedTuple

BASE = 1_000_000
PERSON = b'{"id":%d,"is_bot":false,"first_name":"P%d","language_code":"kk"}'
CHAT = b'{"id":%d,"type":"private","first_name":"P%d"}'
BOT = b'{"id":7000000001,"is_bot":true,"first_name":"Bot","username":"the_bot"}'


class Told(NamedTuple):
    """An update as bytes, and the person it comes from."""

    person: int
    body: bytes


@dataclass
class Crowd:
    """Makes updates without end: everybody takes the first step, then everybody the second.

    Where they are `spread`, everybody begins at another step than the one before. A `stride`
    that shares no factor with `people` has them come in an order without pattern;
    updates are numbered from `first` on.
    """

    script: list[str]
    people: int = 1000
    stride: int = 1
    first: int = 1
    spread: bool = False
    made: int = 0

    def next(self) -> Told:
        """The next update."""
        turn, place = divmod(self.made, self.people)
        person = BASE + place * self.stride % self.people
        number = self.first + self.made
        self.made += 1
        step = turn + place if self.spread else turn
        kind, _, words = self.script[step % len(self.script)].partition(":")
        inside = (_tap if kind == "tap" else _message)(person, number, quoted(words))
        return Told(person, b'{"update_id":%d,%s}' % (number, inside))


def quoted(words: str) -> bytes:
    """The words as they stand inside a JSON string."""
    return words.replace("\\", "\\\\").replace('"', '\\"').encode()


def _message(person: int, number: int, words: bytes) -> bytes:
    command = b""
    if words.startswith(b"/"):
        length = len(words.split(b" ")[0])
        command = b',"entities":[{"type":"bot_command","offset":0,"length":%d}]' % length
    chat, sender = CHAT % (person, person), PERSON % (person, person)
    return b'"message":{"message_id":%d,"date":%d,"chat":%s,"from":%s,"text":"%s"%s}' % (
        number, int(time.time()), chat, sender, words, command,
    )  # fmt: skip


def _tap(person: int, number: int, words: bytes) -> bytes:
    chat, sender = CHAT % (person, person), PERSON % (person, person)
    message = b'{"message_id":1,"date":%d,"chat":%s,"from":%s,"text":"menu"}'
    tap = b'"callback_query":{"id":"%d","from":%s,"chat_instance":"1","data":"%s","message":%s}'
    return tap % (number, sender, words, message % (int(time.time()), chat, BOT))
