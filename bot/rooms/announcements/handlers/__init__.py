"""Announcements: from the first word to the report, and what people do with them."""

from bot.rooms.announcements.handlers import (
    adding,
    choosing,
    drafting,
    following,
    getting,
    sending,
    suggesting,
    timing,
)

__all__ = [
    "adding",
    "choosing",
    "drafting",
    "following",
    "getting",
    "sending",
    "suggesting",
    "timing",
]
