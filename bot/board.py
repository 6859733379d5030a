"""The board: tells the author of an announcement how it goes, and when it is over or stands still.

How far it has come stands in one message, edited now and then; the rest is said anew.
"""

import time
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.courier import Courier
from bot.depot import insist
from bot.guidance.hours import local
from bot.rooms.announcements.saying import outcome, progress, title_of
from bot.rooms.announcements.screens.sending import unsendable
from bot.ui import Screen
from content.kinds import Language
from db import ledger
from db.announcements import Announcement, spoken
from db.base import Store

SHOWS = 3.0  # seconds between two edits
Said = tuple[int, Screen, Language]


class Board:
    """Speaks to authors, at the courier's hand."""

    def __init__(self, store: Store, courier: Courier, clock: Callable[[], datetime]) -> None:
        self._store, self._courier, self._clock = store, courier, clock
        self._shown: dict[int, float] = {}

    async def show(self, number: int) -> None:
        """Tell the author how far it has come, in one message, not too often."""
        if time.monotonic() - self._shown.get(number, -SHOWS) < SHOWS:
            return
        self._shown[number] = time.monotonic()
        said, board = await insist(self._store, lambda session: self._found(session, number))
        if said is None:
            return
        fate = await self._courier.say(*said, instead_of=board)
        if fate.message and not board:
            await insist(self._store, lambda session: _keep_board(session, number, fate.message))

    def _found(self, session: Session, number: int) -> tuple[Said | None, int | None]:
        one = session.get_one(Announcement, number)
        return self.progress(session, one), one.board

    def progress(self, session: Session, one: Announcement) -> Said | None:
        """How far it has come, and why it stands still; nobody is told of our own reminders."""
        standing = ledger.standing(session, one)
        ends = self._courier.ends(self._clock(), standing.left, paid=one.paid)
        when = local(ends) if one.stage == "running" else ""
        language = spoken(session, one)
        screen = progress(one, standing, language, when)
        return (one.author_id, screen, language) if one.author_id else None

    def returned(self, session: Session, one: Announcement) -> Said:
        """It is a draft again, for Telegram takes none of its files."""
        one.stage, one.seen, language = "draft", "", spoken(session, one)
        return one.author_id, unsendable(one.id, title_of(one, language)), language

    def report(self, session: Session, one: Announcement) -> Said | None:
        """What became of it."""
        language = spoken(session, one)
        screen = outcome(one, ledger.standing(session, one), language)
        return (one.author_id, screen, language) if one.author_id else None


def _keep_board(session: Session, number: int, message: int | None) -> None:
    session.get_one(Announcement, number).board = message
