"""Getting: what people see of announcements they got, and of the topics they are told of."""

from collections.abc import Collection
from typing import get_args

from bot.rooms.announcements.intents import (
    Answer,
    AnswerAnnouncement,
    MuteTopic,
    Muting,
    OpenTopics,
    SwitchOff,
    Topic,
    UnmuteTopic,
)
from bot.rooms.home.intents import GoHome, OpenSettings
from bot.rooms.interests.intents import OpenHistory, OpenInterests
from bot.rooms.saved.intents import OpenSaved
from bot.ui import Button, Screen
from content.kinds import Text

HOME = Button("home", GoHome())
TOPICS: tuple[Topic, ...] = get_args(Topic)
SWITCHED: tuple[Muting, ...] = (*TOPICS, "reminders")


def topics(wanted: Collection[str]) -> Screen:
    """What they are told of, each to be switched on and off."""
    rows = [[_switch(each, on=each in wanted)] for each in SWITCHED]
    whole = (
        Button("topics-off", SwitchOff("all"))
        if wanted
        else Button("topics-on", UnmuteTopic("all"))
    )
    back = [Button("back", OpenSettings()), HOME]
    return Screen("announcements/topics", {"silent": not wanted}, [*rows, [whole], back])


def _switch(topic: Muting, *, on: bool) -> Button:
    if on:
        return Button(f"topic-{topic}", SwitchOff(topic))
    return Button(f"topic-{topic}-off", UnmuteTopic(topic))


def unfinished() -> Screen:
    """A test was begun some days ago, and it goes on where it stopped."""
    rows = [[Button("go-on", OpenInterests())], [Button("mute-reminders", MuteTopic("reminders"))]]
    return Screen("announcements/unfinished", {}, rows, fresh=True)


def came_of_it(*, year: bool) -> Screen:
    """What became of a result that is half a year old, or a year: asked kindly, once each."""
    rows = [
        [Button("result-again", OpenHistory())],
        [Button("saved-list", OpenSaved())],
        [Button("mute-reminders", MuteTopic("reminders"))],
    ]
    return Screen("announcements/later", {"year": year}, rows, fresh=True)


def thanks(number: int, given: Answer) -> Screen:
    """Their answer is kept, and may be changed."""
    others: list[Answer] = [each for each in get_args(Answer) if each != given]
    rows = [[Button(f"ann-{each}", AnswerAnnouncement(number, each))] for each in others]
    facts = {"given": given}
    shown = [*rows, [Button("topics", OpenTopics()), HOME]]
    return Screen("announcements/thanks", facts, shown, toast="ann-kept", fresh=True)


def link(says: Text, url: str) -> Screen:
    """Where a button leads, to be opened."""
    rows = [[Button("ann-open-link", url=url)], [HOME]]
    return Screen("announcements/link", {"says": says, "url": url}, rows, fresh=True)
