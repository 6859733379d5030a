"""Letters of parent and child: what is told unasked is the page one may open at that hour."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.rooms.family.handlers import linking, talking
from bot.rooms.family.intents import OpenEnded, OpenGap, OpenLink, OpenTalk
from bot.rooms.family.screens.talking import QUESTIONS
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Gone
from db import family, letters, weekly

Page = tuple[Callable[[int], Intent], Callable[[Any, Turn], Screen]]
PAGES: dict[str, Page] = {
    "link": (OpenLink, linking.link),
    "shown": (OpenLink, linking.link),
    "gap": (OpenGap, talking.gap),
    "over": (lambda about: OpenEnded(), linking.ended),
    "talk": (OpenTalk, talking.talk),
}


def read(kind: str, about: int, turn: Turn) -> Screen | None:
    """What the letter says now; None where that page is no more."""
    intent, page = PAGES[kind]
    try:
        return page(intent(about), turn)
    except Gone:
        return None


def write_weekly(session: Session, now: datetime, due: datetime) -> None:
    """A question for whoever wants one and has not had any for a week.

    At night none is counted; who is linked to nobody any more gets none, and is not asked again.
    """
    if due > now:
        return
    for person, number in weekly.due(session, now):
        if family.linked(session, person):
            about = number % QUESTIONS
            letters.write(session, person, "talk", about, now, not_before=due, again=True)
        else:
            weekly.stop(session, person)
