"""Errands: one run of an announcement, and all of it that stays as it is while it runs."""

from collections.abc import Iterable, Mapping
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
    """An announcement as this run sends it: read once, and said once in each language.

    `after`: nobody up to that person is due, as far as this errand knows.
    """

    def __init__(self, one: Announcement) -> None:
        self.one, self.after = one, 0
        self._said: dict[tuple[str, str, str], Message] = {}

    def objections(self, session: Session, parcels: Iterable[Parcel]) -> dict[int, str]:
        """Who gets it no more, and why; it is asked for what is sent, and not for what follows."""
        people = [parcel.person for parcel in parcels if parcel.due == "send"]
        asked = ledger.still(session, self.one, people)
        return {person: why for person, why in asked.items() if why}

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
