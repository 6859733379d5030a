"""What people ask about announcements they got."""

from typing import Literal

from bot.ui import Intent

Topic = Literal["news", "admission", "events", "school", "work"]
Muting = Literal["news", "admission", "events", "school", "work", "reminders", "all"]
Answer = Literal["done", "help", "no"]


class PressKey(Intent, code="anpress", act=True):
    """Where does this button of the announcement lead?"""

    number: int
    key: int


class AnswerAnnouncement(Intent, code="anreply", act=True):
    """This is my answer to what the announcement asks for."""

    number: int
    answer: Answer


class OpenTopics(Intent, code="topics"):
    """What am I told of?"""


class MuteTopic(Intent, code="mute", act=True):
    """Tell me of this no more."""

    topic: Muting


class SwitchOff(Intent, code="topicoff", act=True):
    """Tell me of this no more, asked where all topics stand."""

    topic: Muting


class UnmuteTopic(Intent, code="unmute", act=True):
    """Tell me of this again."""

    topic: Muting
