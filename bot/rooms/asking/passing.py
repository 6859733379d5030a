"""Passing on: what one side writes is masked, sealed, kept, and brought to the other.

Neither side learns the name, the number or the account of the other.
"""

from bot.guidance import alarm, relay
from bot.guidance.masking import Masked, masked
from bot.rooms.family import kin
from bot.turn import Turn
from content.links import hosts
from db import classes, letters, people, questions, silences
from db.questions import Line, Question


def is_alarm(words: str, turn: Turn) -> bool:
    """Whether these words may be a call for help."""
    return alarm.is_heard(words, turn.catalogue)


def may_not(words: str, turn: Turn) -> bool:
    """Whether they have to wait before they write to a counselor; never with a call for help."""
    said = questions.said_lately(turn.session, turn.person, turn.now)
    silent = silences.silenced(turn.session, turn.person.id, turn.now)
    return not is_alarm(words, turn) and (silent is not None or not relay.left(said))


def needs_parent(words: str, turn: Turn) -> bool:
    """Whether a parent allows it first: in the younger grades, but never for a call for help."""
    role, grade, _ = people.told_of(turn.session, turn.person)
    if role == "parent" or is_alarm(words, turn):
        return False
    joined = classes.joined_as(turn.session, turn.person.id, "pupil")
    return kin.needs_parent(turn.person.id, [grade, *(one.grade for one in joined)], turn)


def shown(words: str, turn: Turn) -> Masked:
    """The words of an asker as a counselor will see them."""
    return masked(words, own=turn.own)


def ask(one: Question, words: str, turn: Turn) -> None:
    """Put the asker's words into the thread, and have its counselor told."""
    one.urgent = one.urgent or is_alarm(words, turn)
    said = _said(one, "asker", shown(words, turn), turn)
    if one.counselor_id:
        bring(one, said, one.counselor_id, turn)


def bring(one: Question, said: Line, counselor: int, turn: Turn, *, again: bool = False) -> None:
    """Have a counselor told of these words; of a call for help at once, else not at night."""
    when = turn.now if one.urgent else turn.awake(turn.now)
    letters.write(
        turn.session, counselor, "question", said.id, turn.now,
        question=one.id, not_before=when, again=again,
    )  # fmt: skip


def answer(one: Question, words: str, turn: Turn) -> Masked:
    """Put the counselor's words into the thread, and have the asker told. What was struck out."""
    hidden = masked(words, own=turn.own, hosts=hosts(turn.catalogue))
    said = _said(one, "staff", hidden, turn, author=turn.person.id)
    one.stage, one.answered_at = "answered", turn.now
    one.read_at = one.read_at or turn.now
    when = turn.now if one.urgent else turn.awake(turn.now)
    letters.write(
        turn.session, one.person_id, "reply", said.id, turn.now, question=one.id, not_before=when
    )
    return hidden


def _said(
    one: Question, side: questions.Side, hidden: Masked, turn: Turn, author: int | None = None
) -> Line:
    sealed, flags = turn.keys.seal(hidden.words), " ".join(hidden.flags)
    return questions.say(turn.session, one, side, sealed, turn.now, author=author, flags=flags)
