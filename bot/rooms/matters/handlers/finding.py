"""Finding: what nobody could answer, and whose voice an answer is; a contribution is begun."""

from bot.rooms.counsel.telling import mine as question_of
from bot.rooms.matters import screens, telling
from bot.rooms.matters.intents import (
    AnswerAll,
    AnswerMatter,
    ChooseVoice,
    MakeVoice,
    OpenMatter,
    OpenMatters,
    OpenWriting,
)
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import Page, page
from content.catalogue import Employer, Gone
from db import contributions as memory
from db import matters, staff, threads
from db.contributions import Contribution
from db.questions import Question, Subject

AT_ONCE = 5
MENTOR = "mentor"


def listed(intent: OpenMatters, turn: Turn) -> Screen:
    """What nobody could answer, the most asked first."""
    shown = page(matters.asking(turn.session), intent.page, size=AT_ONCE)
    found = [telling.told(one, counts, turn) for one, counts in shown.things]
    told = Page(found, shown.number, shown.count, shown.total)
    return screens.matters(told, (shown.number - 1) * AT_ONCE + 1)


def matter(intent: OpenMatter, turn: Turn) -> Screen:
    """One of them."""
    one = _matter(intent.number, turn)
    held = memory.waiting(turn.session, one.id)
    counts = dict(matters.counts(turn.session, one.id))
    mine = held is not None and held.author_id == turn.person.id
    return screens.matter(telling.told(one, counts, turn), waits=held.id if held else 0, mine=mine)


def _matter(number: int, turn: Turn) -> matters.Matter:
    found = turn.session.get(matters.Matter, number)
    if found is None:
        raise Gone(f"matters/{number}")
    return found


def answer(intent: AnswerMatter, turn: Turn) -> Intent:
    """Begin an answer to it, or go on with one's own."""
    one = _matter(intent.number, turn)
    return OpenWriting(_drafted(one, turn).id)


def _drafted(one: matters.Matter, turn: Turn) -> Contribution:
    drafted = memory.drafted(turn.session, turn.person.id, one.id)
    return drafted or _begun(turn, matter_id=one.id)


def answer_all(intent: AnswerAll, turn: Turn) -> Intent:
    """Begin an answer for all with the newest one in a thread; its source is still to be told."""
    one = question_of(intent.number, turn)
    if one.answered_at is None or not one.topic:
        raise Gone(f"questions/{one.id}")
    about = matters.about(turn.session, Subject(one.topic, one.thing, one.place), turn.now)
    made, words = _drafted(about, turn), _answer(one, turn)
    if not made.words and len(words) <= telling.LONGEST["words"]:
        made.words = words
        turn.session.flush()
    return OpenWriting(made.id)


def _answer(one: Question, turn: Turn) -> str:
    """The newest words of the staff in a thread."""
    return turn.keys.open(threads.last(turn.session, one.id, "staff").words)


def _begun(turn: Turn, **of: object) -> Contribution:
    member = staff.member(turn.session, turn.person.id)
    region = (member.region or staff.region_of(turn.session, member.school_id)) if member else ""
    return memory.begin(
        turn.session, turn.person.id, turn.person.staff, region, turn.language, turn.now, **of
    )


# --- voices ---


def choose_voice(intent: ChooseVoice, turn: Turn) -> Screen:
    """Whose voice an answer is: enterprises that are mentors come first."""
    question_of(intent.number, turn)
    every = sorted(turn.catalogue.employers, key=_is_no_mentor)
    return screens.voices(intent.number, page(every, intent.page, size=AT_ONCE))


def _is_no_mentor(one: Employer) -> bool:
    return all(each.role != MENTOR for each in one.roles)


def make_voice(intent: MakeVoice, turn: Turn) -> Intent:
    """A voice card of the newest answer in a thread; its source is that answer."""
    one = question_of(intent.number, turn)
    employer: Employer = turn.catalogue.employer(intent.employer)
    if one.answered_at is None:
        raise Gone(f"questions/{one.id}")
    words = _answer(one, turn)
    made = _begun(turn, employer=employer.slug, question_id=one.id, words=words)
    made.source = employer.name[turn.language]
    turn.session.flush()
    return OpenWriting(made.id)
