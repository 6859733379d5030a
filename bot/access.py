"""Access: who has it, as a list for whoever answers for it; by Telegram's number, without names.

Its name is `access/xlsx/<who takes it>/-/<language>`. It is made of the rows as they are when it is
sent, kept nowhere, and ends with who took it and when.
"""

import asyncio
from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.conversation import Conversation
from bot.guidance.tables import Cell, as_xlsx
from bot.release import MEND, opened
from bot.settings import Settings, Wrong
from bot.ui.hours import day, hour
from bot.ui.voice import labels
from content.atlas import Catalogue
from content.catalogue import Gone
from content.kinds import LANGUAGES, Language
from db import audit, catalogue, staff
from db.base import Away
from db.staff import Member

Row = tuple[Cell, ...]
COLUMNS = ("person", "role", "school", "region", "since", "agreed")


async def document(talk: Conversation, name: str) -> bytes:
    """The list as a workbook, for the admin who asked in chat."""
    _, _, by, _, spoken = name.split("/")
    language = next(each for each in LANGUAGES if each == spoken)
    made = Listing(talk.shelf.catalogue, language)
    rows = await talk.store.do(lambda session: made.rows(session, talk.admins))
    taken = made.taken(int(by), talk.clock())
    return await asyncio.to_thread(as_xlsx, [*rows, *taken])


async def by_hand(settings: Settings, language: Language) -> list[Row]:
    """The list for the command line, and that it was taken written down."""
    now = datetime.now(UTC)
    async with opened(settings) as store:
        try:
            made = Listing(Catalogue(await store.do(catalogue.read)), language)
            rows = await store.do(lambda session: made.noted(session, settings.admins, now))
        except (DBAPIError, Away) as error:
            raise Wrong(f"Nothing was listed ({type(error).__name__}).\n{MEND}") from None
    return [*rows, *made.taken(audit.BY_HAND, now)]


class Listing:
    """The list in one language, its regions called as the catalogue calls them."""

    def __init__(self, known: Catalogue, language: Language) -> None:
        self._known, self._language = known, language

    def noted(self, session: Session, admins: Collection[int], now: datetime) -> list[Row]:
        """The rows; that they were taken by hand goes into the audit trail."""
        audit.note(session, audit.BY_HAND, "staff-listed", "staff", now, staff.count(session))
        return self.rows(session, admins)

    def rows(self, session: Session, admins: Collection[int]) -> list[Row]:
        """What the columns are, the admins of the settings, and everybody who accepted."""
        chiefs = [(str(each), self._word("chief"), "", "", "", "") for each in sorted(admins)]
        members = [self._row(session, one) for one in staff.everybody(session)]
        return [tuple(map(self._word, COLUMNS)), *chiefs, *members]

    def _row(self, session: Session, one: Member) -> Row:
        school, region = staff.name_of(session, one.school_id), one.region
        there = self._region(region or staff.region_of(session, one.school_id))
        told = str(one.person_id), self._word(one.role), school, there
        return (*told, day(one.since), day(one.agreed_at))

    def _region(self, slug: str) -> str:
        """Its name; the slug, where it is no longer told of."""
        try:
            return self._known.region(slug).name[self._language]
        except Gone:
            return slug

    def taken(self, by: int, now: datetime) -> list[Row]:
        """Who took it (nobody in the chat: left out), and when."""
        at = (labels()["picture-table-at"][self._language], hour(now))
        return [(labels()["picture-table-by"][self._language], str(by)), at] if by else [at]

    def _word(self, name: str) -> str:
        return labels()[f"picture-access-{name}"][self._language]
