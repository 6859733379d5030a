"""Classes: made, led and joined; what they tried, in numbers, and their league."""

from bot.rooms.classes.handlers.counting import (
    league,
    leave_league,
    nicknames,
    picture,
    play,
    stop,
    take_nickname,
)
from bot.rooms.classes.handlers.leading import (
    ask_close,
    classes,
    close,
    grades,
    invite,
    invited,
    join,
    joined,
    leave,
    led,
    make,
    name,
    typed,
)

__all__ = [
    "ask_close",
    "classes",
    "close",
    "grades",
    "invite",
    "invited",
    "join",
    "joined",
    "league",
    "leave",
    "leave_league",
    "led",
    "make",
    "name",
    "nicknames",
    "picture",
    "play",
    "stop",
    "take_nickname",
    "typed",
]
