"""Getting: buttons of an announcement, answers to it, and topics switched off and on."""

from dataclasses import replace

from bot.rooms.announcements.drafts import CARDS
from bot.rooms.announcements.intents import (
    AnswerAnnouncement,
    MuteTopic,
    OpenTopics,
    PressKey,
    SwitchOff,
    UnmuteTopic,
)
from bot.rooms.announcements.saying import keys_of
from bot.rooms.announcements.screens import getting as screens
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Gone
from db import announcements
from db.segments import EVERY_TOPIC


def press(intent: PressKey, turn: Turn) -> Screen | Intent:
    """Count it, and lead where the button leads; by whom it was pressed is not kept."""
    one = announcements.found(turn.session, intent.number)
    keys = keys_of(one) if one and one.stage != "draft" else []
    if intent.key >= len(keys):
        raise Gone(f"announcements/{intent.number}/{intent.key}")
    announcements.press(turn.session, intent.number, intent.key)
    key = keys[intent.key]
    if key.url:
        return screens.link(key.says, key.url)
    turn.apart = True
    kind, _, slug = key.path.partition("/")
    return CARDS[kind](slug)  # type: ignore[call-arg]


def answer(intent: AnswerAnnouncement, turn: Turn) -> Screen:
    """Keep the answer; the newest counts."""
    given = intent.answer
    if not announcements.answer(turn.session, intent.number, turn.person.id, given, turn.now):
        raise Gone(f"announcements/{intent.number}")
    return screens.thanks(intent.number, given)


def topics(intent: OpenTopics, turn: Turn) -> Screen:
    """What they are told of."""
    return screens.topics(announcements.muted(turn.session, turn.person.id))


def mute(intent: MuteTopic, turn: Turn) -> Screen:
    """Tell them of this no more: said in a message of its own, for what was tapped stays."""
    return replace(switch_off(SwitchOff(intent.topic), turn), fresh=True)


def switch_off(intent: SwitchOff, turn: Turn) -> Screen:
    """Tell them of this no more."""
    announcements.mute(turn.session, turn.person.id, intent.topic, turn.now)
    return _switched(turn, "muted")


def unmute(intent: UnmuteTopic, turn: Turn) -> Screen:
    """Tell them of this again; where all was switched off, the others stay off."""
    whose = turn.session, turn.person.id
    if EVERY_TOPIC in announcements.muted(*whose):
        announcements.unmute(*whose, EVERY_TOPIC)
        _all_but(intent.topic, turn)
    announcements.unmute(*whose, intent.topic)
    if intent.topic == EVERY_TOPIC:
        for each in announcements.muted(*whose):
            announcements.unmute(*whose, each)
    return _switched(turn, "unmuted")


def _all_but(topic: str, turn: Turn) -> None:
    if topic != EVERY_TOPIC:
        for each in screens.TOPICS:
            announcements.mute(turn.session, turn.person.id, each, turn.now)


def _switched(turn: Turn, toast: str) -> Screen:
    muted = announcements.muted(turn.session, turn.person.id)
    return replace(screens.topics(muted), toast=toast)
