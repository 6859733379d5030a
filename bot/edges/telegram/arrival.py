"""An arrival: what was heard, and what is needed to answer it. Nothing stranger gets past here."""

from dataclasses import dataclass
from typing import Any

from telegram import Chat, Location, User
from telegram.constants import ChatID

from bot.edges.telegram.cleaning import clean
from bot.heard import Heard, Kind
from bot.ui.message import Attached

LONGEST_NAME = 64  # letters, as Telegram has it
NO_PERSONS = {ChatID.SERVICE_CHAT, ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL}


@dataclass(frozen=True)
class Arrival:
    """What was heard; the tap or inline query to answer; and the message to edit in place.

    `message` is 0 where there is none that can be edited: it is gone, or it is a picture.
    """

    heard: Heard
    query: str = ""
    message: int = 0
    album: str = ""


def number_of(raw: object) -> int:
    """The update's number, 0 where there is none."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int and 0 < number < 2**63 else 0


def heard_from(
    number: int,
    kind: Kind,
    person: User,
    chat: Chat | None,
    words: str = "",
    tapped: str = "",
    spot: tuple[float, float] | None = None,
    html: str = "",
    attached: tuple[Attached, ...] = (),
) -> Heard:
    """What was heard, if everybody in it has a number of Telegram's."""
    who, where = _number(person.id), _number(chat.id if chat else person.id)
    if who < 0:
        raise ValueError("a group is no person")
    app = _language(person)
    return Heard(
        number, kind, who, where, app, words, html, attached, tapped, spot, own=_names(person)
    )


def _names(person: User) -> tuple[str, ...]:
    """What Telegram calls whoever writes: to be struck out of their words, and kept nowhere."""
    called = (person.first_name, person.last_name, person.username)
    return tuple(clean(name, LONGEST_NAME) for name in called if isinstance(name, str) and name)


def is_person(user: User) -> bool:
    """Whether somebody lives behind this account."""
    return not user.is_bot and user.id not in NO_PERSONS


def _number(given: Any) -> int:
    """A person's or a chat's number, which has 52 bits at most."""
    if type(given) is not int or not 0 < abs(given) < 2**52:
        raise ValueError("no number of anybody")
    return given


def query_of(given: Any) -> str:
    """The number of a tap or an inline query, which we only hand back."""
    if not isinstance(given, str) or not given.isascii() or not given.isprintable():
        raise ValueError("no query")
    return given


def spot_of(place: Location) -> tuple[float, float]:
    """Latitude and longitude of somewhere on Earth."""
    spot = place.latitude, place.longitude
    if any(type(each) not in (int, float) for each in spot):
        raise ValueError("no numbers of a place")
    if not (-90 <= spot[0] <= 90 and -180 <= spot[1] <= 180):
        raise ValueError("no place on Earth")
    return spot


def _language(user: User) -> str:
    code = user.language_code
    plain = isinstance(code, str) and code.isascii() and code.replace("-", "").isalpha()
    return code[:16] if code and plain else ""
