"""Errands: one run of an announcement, and all of it that stays as it is while it runs."""

from collections.abc import Mapping
from typing import cast

from sqlalchemy.orm import Session

from bot.rooms.announcements.saying import told, withdrawn
from bot.ui import Message, Voice
from content.atlas import Catalogue
from content.kinds import Language
from db import ledger
from db.announcements import Announcement
from db.claims import Parcel


class Errand:
    """An announcement as this run sends it: read once, and said once in each language."""

    def __init__(self, one: Announcement) -> None:
        self.one, self._objections = one, ledger.objections(one)
        self._said: dict[tuple[str, str, str], Message] = {}

    def objection(self, session: Session, parcel: Parcel) -> str:
        """Why this recipient gets it no more; empty where they do, and for what follows it."""
        if parcel.due != "send":
            return ""
        return ledger.still(session, self._objections, parcel.person)

    def words(
        self, parcel: Parcel, voices: Mapping[Language, Voice], catalogue: Catalogue
    ) -> Message:
        """What this recipient is to read."""
        how = (parcel.language, parcel.due, catalogue.edition)
        if how not in self._said:
            language = cast(Language, parcel.language)
            screen = told if parcel.due != "recall" else withdrawn
            self._said[how] = voices[language].say(screen(self.one, language, catalogue))
        return self._said[how]
