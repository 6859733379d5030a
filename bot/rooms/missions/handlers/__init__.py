"""Missions: choose one, play it, write what one imagines."""

from bot.rooms.missions.handlers.choosing import card, game, games, missions, of, play, setting
from bot.rooms.missions.handlers.journal import (
    ask_drop,
    drop,
    entry,
    export,
    imagine,
    journal,
    played,
    tried,
    write,
)
from bot.rooms.missions.handlers.playing import begin, choose, learned, like, shift, typed

__all__ = [
    "ask_drop",
    "begin",
    "card",
    "choose",
    "drop",
    "entry",
    "export",
    "game",
    "games",
    "imagine",
    "journal",
    "learned",
    "like",
    "missions",
    "of",
    "play",
    "played",
    "setting",
    "shift",
    "tried",
    "typed",
    "write",
]
