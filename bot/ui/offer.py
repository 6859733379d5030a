"""Offers: what can be sent into any chat, for whoever types the bot's name and some words there.

An offer is the same for everybody who types the same, so it knows no person and no language but
that of the words; where these could be of several languages, it is said in each of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.ui.message import Key, Message
from bot.ui.screen import Screen
from bot.ui.voice import Voice
from content.kinds import LANGUAGES, Language, Text

KEPT = 300  # seconds Telegram may answer the same words without asking us


@dataclass(frozen=True)
class Choice:
    """A thing to send: its path, a title and a line to know it by, and the screen that is sent."""

    path: str
    title: Text
    line: Text
    screen: Screen
    languages: Sequence[Language] = LANGUAGES


@dataclass(frozen=True)
class Offered:
    """A choice as people see it."""

    path: str
    title: str
    line: str
    message: Message


@dataclass(frozen=True)
class Offer:
    """What is offered, and the words of the button that leads to the bot itself."""

    choices: tuple[Offered, ...]
    door: str
    seconds: int = KEPT


def offer(choices: Sequence[Choice], voices: Mapping[Language, Voice]) -> Offer:
    """The choices said, each in its languages."""
    door = " · ".join(voice.labels["open-bot"][language] for language, voice in voices.items())
    return Offer(tuple(_offered(choice, voices) for choice in choices), door)


def _offered(choice: Choice, voices: Mapping[Language, Voice]) -> Offered:
    said = [voices[language].say(choice.screen) for language in choice.languages]
    text = "\n\n".join(message.text for message in said)
    keys: tuple[tuple[Key, ...], ...] = said[0].rows
    title, line = _joined(choice.title, choice), _joined(choice.line, choice)
    return Offered(choice.path, title, line, Message(text, keys))


def _joined(text: Text, choice: Choice) -> str:
    """The text in the choice's languages, each wording once."""
    return " · ".join(dict.fromkeys(text[language] for language in choice.languages))
