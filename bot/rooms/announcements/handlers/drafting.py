"""Drafting: the list of announcements, a new one, its words, its topic, and throwing it away."""

from collections.abc import Callable
from typing import Any

from markupsafe import escape

from bot.rooms.announcements import drafts
from bot.rooms.announcements.intents import (
    AskDropDraft,
    DropDraft,
    DropWords,
    NewAnnouncement,
    OpenAnnouncement,
    OpenAnnouncements,
    OpenTopic,
    OpenWords,
    SetTopic,
    SpeakInstead,
    WriteWords,
)
from bot.rooms.announcements.saying import title_of
from bot.rooms.announcements.screens import composing as screens
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from db import announcements, audit, classes
from db.announcements import Announcement
from db.segments import Segment

Shown = Screen | Intent
Drafting = Callable[[Any, Turn, Announcement], Shown]
AT_ONCE = 4


def on_a_draft(*stages: str) -> Callable[[Drafting], Callable[[Any, Turn], Shown]]:
    """A handler for what is still being written; an old button shows how it stands instead."""

    def door(handler: Drafting) -> Callable[[Any, Turn], Shown]:
        def opened(intent: Any, turn: Turn) -> Shown:
            one = drafts.mine(turn, intent.number)
            writes = one.author_id == turn.person.id and one.stage in ("draft", *stages)
            return handler(intent, turn, one) if writes else OpenAnnouncement(one.id)

        return opened

    return door


def listed(intent: OpenAnnouncements, turn: Turn) -> Screen:
    """What they wrote, and how many wait for a second person."""
    written = announcements.written_by(turn.session, turn.person.id)
    waiting = [
        one
        for one in announcements.awaiting_a_second(turn.session)
        if one.author_id != turn.person.id
    ]
    found = [drafts.titled(one, turn.language) for one in written]
    return screens.listed(page(found, intent.page, size=AT_ONCE), len(waiting))


def new(intent: NewAnnouncement, turn: Turn) -> Intent:
    """A new draft, for those its author may speak to; they hear of it who joined a class."""
    one = announcements.draft(turn.session, turn.person.id, turn.now)
    one.segment = drafts.scope(turn.session, turn.person.id, Segment()).kept()
    one.topic = classes.TOPIC
    turn.session.flush()
    return OpenAnnouncement(one.id)


# --- words ---


@on_a_draft("done")
def words(intent: OpenWords, turn: Turn, one: Announcement) -> Screen:
    """What it says in a language."""
    return _words(intent, one)


def _words(
    intent: OpenWords | WriteWords, one: Announcement, flaw: screens.Flaw | None = None
) -> Screen:
    said = one.spoken.get(intent.language, "")
    instead = one.fallback == intent.language
    most = drafts.most(one)
    return screens.words(one.id, intent.language, said, most=most, instead=instead, flaw=flaw)


@on_a_draft("done")
def write(intent: WriteWords, turn: Turn, one: Announcement) -> Shown:
    """Keep the typed words; what cannot be sent is refused at once, and what was there stays."""
    html = (turn.html or str(escape(turn.words))).strip()
    for flaw in drafts.in_words(html, intent.language, one, turn):
        return _words(intent, one, flaw)
    one.speak(intent.language, html)
    return OpenAnnouncement(one.id)


@on_a_draft("done")
def drop_words(intent: DropWords, turn: Turn, one: Announcement) -> Intent:
    """Let it say nothing in this language."""
    one.speak(intent.language, "")
    one.fallback = "" if one.fallback == intent.language else one.fallback
    return OpenAnnouncement(one.id)


@on_a_draft("done")
def speak_instead(intent: SpeakInstead, turn: Turn, one: Announcement) -> Intent:
    """Say it in this language where there are no other words."""
    one.fallback = intent.language
    return OpenAnnouncement(one.id)


# --- its topic, and its end ---


@on_a_draft()
def topic(intent: OpenTopic, turn: Turn, one: Announcement) -> Screen:
    """What it is about."""
    return screens.topic(one.id, one.topic)


@on_a_draft()
def set_topic(intent: SetTopic, turn: Turn, one: Announcement) -> Intent:
    """It is about this."""
    one.topic = intent.topic
    return OpenAnnouncement(one.id)


@on_a_draft()
def ask_drop(intent: AskDropDraft, turn: Turn, one: Announcement) -> Screen:
    """Throw it away?"""
    return screens.sure_to_drop(one.id, title_of(one, turn.language))


@on_a_draft()
def drop(intent: DropDraft, turn: Turn, one: Announcement) -> Intent:
    """Throw it away."""
    announcements.drop(turn.session, one.id)
    what = f"announcements/{intent.number}"
    audit.note(turn.session, turn.person.id, "draft-dropped", what, turn.now)
    return OpenAnnouncements()
