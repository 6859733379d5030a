"""Getting: buttons of an announcement, answers to it, and topics switched on and off."""

from collections.abc import Sequence
from dataclasses import replace

from bot.rooms.announcements.drafts import CARDS
from bot.rooms.announcements.intents import (
    AnswerAnnouncement,
    MuteTopic,
    Muting,
    OpenTopics,
    PressKey,
    SwitchOff,
    UnmuteTopic,
)
from bot.rooms.announcements.saying import Key, keys_of
from bot.rooms.announcements.screens import getting as screens
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Gone
from db import announcements
from db import topics as wishes
from db.announcements import Announcement

UNSENT = ("draft", "waiting", "scheduled")


def press(intent: PressKey, turn: Turn) -> Screen | Intent:
    """Lead where the button leads, and count it; by whom it was pressed is not kept."""
    one = _got(intent.number, turn)
    if intent.key >= len(keys := keys_of(one)):
        raise Gone(f"announcements/{intent.number}/{intent.key}")
    if one.stage not in UNSENT:
        announcements.press(turn.session, intent.number, intent.key)
    return _opened(keys[intent.key], turn)


def _opened(key: Key, turn: Turn) -> Screen | Intent:
    if key.url:
        return screens.link(key.says, key.url)
    turn.apart = True
    kind, _, slug = key.path.partition("/")
    return CARDS[kind](slug)  # type: ignore[call-arg]


def _got(number: int, turn: Turn) -> Announcement:
    """The announcement, if it was sent; of one that was not, the staff try the buttons."""
    one = announcements.found(turn.session, number)
    if one is None or (one.stage in UNSENT and not turn.person.staff):
        raise Gone(f"announcements/{number}")
    return one


def answer(intent: AnswerAnnouncement, turn: Turn) -> Screen:
    """Keep the answer, the newest counts; the staff may try the buttons too."""
    one, given = _got(intent.number, turn), intent.answer
    kept = announcements.answer(turn.session, one.id, turn.person.id, given, turn.now)
    if not kept and not turn.person.staff:
        raise Gone(f"announcements/{intent.number}")
    shown = screens.thanks(intent.number, given)
    return shown if kept else replace(shown, toast="ann-not-counted")


def topics(intent: OpenTopics, turn: Turn) -> Screen:
    """What they are told of: nothing but what they chose."""
    return screens.topics(wishes.wanted(turn.session, turn.person.id))


def mute(intent: MuteTopic, turn: Turn) -> Screen:
    """Tell them of this no more: said in a message of its own, for what was tapped stays."""
    return replace(switch_off(SwitchOff(intent.topic), turn), fresh=True)


def switch_off(intent: SwitchOff, turn: Turn) -> Screen:
    """Tell them of this no more."""
    wishes.unwant(turn.session, turn.person.id, *_of(intent.topic))
    return replace(topics(OpenTopics(), turn), toast="muted")


def unmute(intent: UnmuteTopic, turn: Turn) -> Screen:
    """Tell them of this from now on."""
    wishes.want(turn.session, turn.person.id, *_of(intent.topic))
    return replace(topics(OpenTopics(), turn), toast="unmuted")


def _of(topic: Muting) -> Sequence[str]:
    return wishes.EVERY if topic == "all" else (topic,)
