"""Suggesting: a shift to a class, as a draft that is seen, changed and sent like any other."""

import orjson

from bot.rooms.announcements import drafts
from bot.rooms.announcements.intents import OpenAnnouncement, OpenSuggestions, SuggestShift
from bot.rooms.announcements.saying import Key
from bot.rooms.announcements.screens import suggesting as screens
from bot.turn import Turn
from bot.ui import Intent, Screen, Voice
from bot.ui.pages import page
from content.catalogue import Gone
from content.kinds import LANGUAGES
from content.shifts import Mission
from db import announcements, classes
from db.classes import Class
from db.segments import Segment


def shifts(intent: OpenSuggestions, turn: Turn) -> Screen:
    """The shifts there are."""
    group = _mine(intent.group, turn)
    return screens.shifts(group.id, group.name, page(turn.catalogue.missions, intent.page))


def suggest(intent: SuggestShift, turn: Turn) -> Intent:
    """A draft for the pupils of the class, with a button that opens the shift."""
    group, mission = _mine(intent.group, turn), turn.catalogue.mission(intent.mission)
    one = announcements.draft(turn.session, turn.person.id, turn.now)
    wanted = Segment(role="pupil", classes=(group.id,))
    one.segment = drafts.scope(turn.session, turn.person.id, wanted).kept()
    one.topic, one.keys = classes.TOPIC, _opening(mission)
    for language in LANGUAGES:
        one.speak(language, Voice(language).say(screens.words(mission)).text)
    turn.session.flush()
    return OpenAnnouncement(one.id)


def _mine(number: int, turn: Turn) -> Class:
    """The class, if they lead it."""
    found = classes.led_by(turn.session, turn.person.id, number)
    if found is None:
        raise Gone(f"classes/{number}")
    return found


def _opening(mission: Mission) -> str:
    key = Key(mission.label, path=f"missions/{mission.slug}")
    return orjson.dumps([key.kept()]).decode()
