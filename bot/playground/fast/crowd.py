"""A crowd of made-up people, who all go through the same script, step by step."""

import time
from dataclasses import dataclass
from typing import NamedTuple

BASE = 1_000_000
PERSON = b'{"id":%d,"is_bot":false,"first_name":"P%d","language_code":"kk"}'
CHAT = b'{"id":%d,"type":"private","first_name":"P%d"}'
BOT = b'{"id":7000000001,"is_bot":true,"first_name":"Bot","username":"playground_bot"}'


class Told(NamedTuple):
    """An update as bytes, and the person it comes from."""

    person: int
    body: bytes


@dataclass
class Crowd:
    """Makes updates without end: everybody takes the first step, then everybody the second."""

    script: list[str]
    people: int = 1000
    made: int = 0

    def next(self) -> Told:
        """The next update."""
        turn, place = divmod(self.made, self.people)
        person = BASE + place
        self.made += 1
        kind, _, words = self.script[turn % len(self.script)].partition(":")
        inside = (_tap if kind == "tap" else _message)(person, self.made, quoted(words))
        return Told(person, b'{"update_id":%d,%s}' % (self.made, inside))


def quoted(words: str) -> bytes:
    """The words as they stand inside a JSON string."""
    return words.replace("\\", "\\\\").replace('"', '\\"').encode()


def _message(person: int, number: int, words: bytes) -> bytes:
    command = b""
    if words.startswith(b"/"):
        length = len(words.split(b" ")[0])
        command = b',"entities":[{"type":"bot_command","offset":0,"length":%d}]' % length
    return b'"message":{"message_id":%d,"date":%d,"chat":%s,"from":%s,"text":"%s"%s}' % (
        number, int(time.time()), CHAT % (person, person), PERSON % (person, person), words, command,
    )  # fmt: skip


def _tap(person: int, number: int, words: bytes) -> bytes:
    message = b'{"message_id":1,"date":%d,"chat":%s,"from":%s,"text":"menu"}' % (
        int(time.time()), CHAT % (person, person), BOT,
    )  # fmt: skip
    return b'"callback_query":{"id":"%d","from":%s,"chat_instance":"1","data":"%s","message":%s}' % (
        number, PERSON % (person, person), words, message,
    )  # fmt: skip
