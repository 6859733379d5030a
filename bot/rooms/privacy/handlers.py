"""Privacy: look up what is theirs, take back what they agreed to, and forget them."""

from collections.abc import Callable

from bot.rooms.family import kin
from bot.rooms.privacy import screens
from bot.rooms.privacy.intents import (
    AskForget,
    ForgetMe,
    OpenConsents,
    OpenMine,
    OpenPrivacy,
    OpenReceipt,
    OpenSubject,
    OpenSubjects,
    SendMine,
    TakeBackConsent,
)
from bot.rooms.privacy.screens import Receipt
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import hour
from bot.ui.pages import page
from content.catalogue import Gone
from db import belonging, classes, family, forgetting, gaps, given, tombstones
from db import consents as memory
from db.classes import Class
from db.consents import Consent


def privacy(intent: OpenPrivacy, turn: Turn) -> Screen:
    """What the bot knows of people, in short."""
    return screens.privacy()


def subjects(intent: OpenSubjects, turn: Turn) -> Screen:
    """Of what to tell."""
    return screens.subjects()


def subject(intent: OpenSubject, turn: Turn) -> Screen:
    """One subject."""
    return screens.subject(intent.subject)


# --- consents ---


def consents(intent: OpenConsents, turn: Turn) -> Screen:
    """All they ever agreed to."""
    found = memory.receipts(turn.session, turn.person.id)
    shown = page([_receipt(one, turn) for one in found], intent.page, size=screens.AT_ONCE)
    return screens.consents(shown, (shown.number - 1) * screens.AT_ONCE + 1)


def _receipt(one: Consent, turn: Turn) -> Receipt:
    taken_back = hour(one.taken_back_at) if one.taken_back_at else ""
    return Receipt(one.id, one.what, one.version, hour(one.given_at), taken_back, _about(one, turn))


def _about(one: Consent, turn: Turn) -> str:
    """Which one it was: the class's name."""
    of_class = one.what in ("class", "league", "result")
    found = turn.session.get(Class, one.about) if of_class else None
    return found.name if found else ""


def receipt(intent: OpenReceipt, turn: Turn) -> Screen:
    """One of them."""
    return screens.receipt(_receipt(_mine(intent.number, turn), turn))


def _mine(number: int, turn: Turn) -> Consent:
    found = memory.receipt(turn.session, turn.person.id, number)
    if found is None:
        raise Gone(f"consents/{number}")
    return found


def take_back(intent: TakeBackConsent, turn: Turn) -> Intent:
    """Agree no more: what was agreed to ends with it."""
    one = _mine(intent.number, turn)
    if one.taken_back_at is None:
        ENDING[one.what](one, turn)
        memory.take_back(turn.session, turn.person.id, one.what, turn.now, one.about)
        turn.session.refresh(one)
    return OpenReceipt(intent.number)


def _leave_class(one: Consent, turn: Turn) -> None:
    classes.leave(turn.session, one.about, turn.person.id)


def _part(one: Consent, turn: Turn) -> None:
    if found := family.link(turn.session, turn.person.id, one.about):
        kin.part(found, turn)


def _no_guessing(one: Consent, turn: Turn) -> None:
    """What was guessed to the end stays; what is going is let be."""
    found = gaps.newest(turn.session, one.about)
    if found and found.finished_at is None:
        gaps.drop(turn.session, found)


def _take_result(one: Consent, turn: Turn) -> None:
    given.take_back(turn.session, turn.person.id, turn.now)


def _stop_league(one: Consent, turn: Turn) -> None:
    """Nothing is kept of it but the consent itself."""


ENDING: dict[str, Callable[[Consent, Turn], None]] = {
    "class": _leave_class,
    "child": _part,
    "parent": _part,
    "guess": _no_guessing,
    "result": _take_result,
    "league": _stop_league,
}


# --- what is theirs ---


def mine(intent: OpenMine, turn: Turn) -> Screen:
    """How much is kept of them."""
    found = belonging.rows(turn.session, turn.person.id)
    counts = {table: len(rows) for table, rows in found.items()}
    return screens.mine(screens.told(counts, belonging.SUBJECTS))


def send_mine(intent: SendMine, turn: Turn) -> Screen:
    """All of it, as a file."""
    return screens.sent(turn.person.id)


# --- forgetting ---


def ask_forget(intent: AskForget, turn: Turn) -> Screen:
    """Whether they mean it."""
    return screens.ask_forget(staff=bool(turn.person.staff))


def forget(intent: ForgetMe, turn: Turn) -> Screen:
    """Forget them; a tombstone keeps an old copy from bringing them back."""
    person, keys = turn.person.id, turn.keys
    for one in (*family.parents(turn.session, person), *family.children(turn.session, person)):
        kin.part(one, turn)
    forgetting.forget(turn.session, person, keys.pseudonym(person), turn.now)
    tombstones.lay(turn.session, {keys.marks(person)[0]: turn.now})
    turn.forgotten = True
    return screens.forgotten()
