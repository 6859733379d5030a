"""Letters: what each of them says, read when it leaves, in the language of whoever gets it."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.keys import Keys
from bot.rooms.asking import screens as asking
from bot.rooms.asking.telling import whom
from bot.rooms.counsel import telling
from bot.rooms.counsel.screens import acts, threads
from bot.rooms.family import letters as kin
from bot.rooms.matters.screens import contribution as answered
from bot.rooms.matters.telling import shown
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.hours import hour
from content.atlas import Catalogue
from content.kinds import Language
from db import contributions, questions, silences
from db.letters import Claimed
from db.people import Known, Person
from db.questions import Line, Question
from db.routing import Desk

COUNSELORS = ("question", "reminder", "pooled")
KINDS = (*COUNSELORS, *kin.PAGES, "reply", "told", "report", "silence")  # those it can read


class Reader:
    """Reads letters within one transaction."""

    def __init__(
        self, session: Session, catalogue: Catalogue, keys: Keys, moment: datetime
    ) -> None:
        self._session, self._known = session, catalogue
        self._keys, self._now = keys, moment

    def read(self, one: Claimed) -> tuple[Screen, Language] | None:
        """What the letter says, and in which language; None where it is not to be brought."""
        person = self._session.get(Person, one.person)
        if person is None or person.left_at is not None:
            return None
        language: Language = person.language  # type: ignore[assignment]
        screen = self._screen(one, self._turn(one.person, language))
        return (screen, language) if screen else None

    def _turn(self, person: int, language: Language) -> Turn:
        """What the rooms look things up with; nobody's turn is taken."""
        known = Known(person, language, "", "", False)
        return Turn(self._session, known, language, self._now, self._known, keys=self._keys)

    def _screen(self, one: Claimed, turn: Turn) -> Screen | None:
        if one.kind == "silence":
            return self._silence(one)
        if one.kind in kin.PAGES:
            return kin.read(one.kind, one.about, turn)
        if one.kind == "told":
            return self._told(one, turn)
        found = questions.line(self._session, one.about)
        if found is None:
            return None
        line, thread = found
        if one.kind in COUNSELORS:
            return self._for_counselor(one, line, thread, turn)
        if one.kind == "report":
            return acts.report_letter(telling.asked(thread, turn), line.report)
        return self._reply(line, thread, turn)

    def _for_counselor(
        self, one: Claimed, line: Line, thread: Question, turn: Turn
    ) -> Screen | None:
        """Nothing, where it was answered or given to somebody else in the meantime."""
        wanted = thread.counselor_id is None if one.kind == "pooled" else one.person
        mine = wanted is True or thread.counselor_id == wanted
        if not mine or thread.stage not in ("sent", "read"):
            return None
        words = turn.keys.open(line.words)
        return threads.letter(one.kind, telling.asked(thread, turn), words, line.flags.split())

    def _reply(self, line: Line, thread: Question, turn: Turn) -> Screen:
        to = whom(Desk(thread.counselor_id, thread.school_id, thread.region), turn)
        words, flags = turn.keys.open(line.words), line.flags.split()
        return asking.reply(words, flags, to, line.id, thread.id)

    def _told(self, one: Claimed, turn: Turn) -> Screen | None:
        """Nothing, where it has expired or was taken back before it left."""
        found = contributions.shown(self._session, one.about, self._now)
        return answered(shown(found, turn), own=False, asked=True) if found else None

    def _silence(self, one: Claimed) -> Screen | None:
        found = self._session.get(silences.Silence, one.about)
        return asking.silenced(hour(found.ends_at), found.reason) if found else None
