"""Before the test and in it: its front page, how it works, its questions, its cards."""

from collections.abc import Sequence
from typing import get_args

from bot.rooms.announcements.intents import UnmuteTopic
from bot.rooms.home.intents import GoHome
from bot.rooms.interests.intents import (
    AskAgain,
    AskNext,
    BeginInterests,
    BeginYoung,
    Chapter,
    OpenHistory,
    OpenInterests,
    PickAgain,
    PickBest,
    PickWorst,
    Rate,
    Rated,
    ReadMethod,
)
from bot.rooms.interests.screens.bar import bar, minutes
from bot.ui import Button, Screen
from content.catalogue import Card, Item, Trait

HOME = Button("home", GoHome())
PAUSE = Button("pause", GoHome())
REMIND = Button("remind-me", UnmuteTopic("reminders"))
VALUES: tuple[Rated, ...] = (5, 4, 3, 2, 1)


def begin_page(*, going: int | None, earlier: bool, remind: bool = False) -> Screen:
    """What the test is, before it begins; `remind`: it may be asked for to be reminded of it."""
    rows = [
        [Button("go-on", AskNext(going))] if going else [],
        [Button("begin-anew" if going else "begin", BeginInterests())],
        [REMIND] if going and remind else [],
        [Button("young", BeginYoung())],
        [Button("how-it-works", ReadMethod())],
        [Button("earlier", OpenHistory())] if earlier else [],
        [HOME],
    ]
    return Screen("interests/begin", {"going": bool(going)}, rows)


def method(chapter: Chapter, *, questions: int, sets: int, draws: int) -> Screen:
    """How the test works, a chapter at a time."""
    others = [one for one in get_args(Chapter) if one != chapter]
    doors = [[Button(f"method-{one}", ReadMethod(one))] for one in others]
    facts = {"chapter": chapter, "questions": questions, "sets": sets, "draws": draws}
    return Screen("interests/method", facts, [*doors, [Button("back", OpenInterests()), HOME]])


def question(attempt: int, item: Item, number: int, most: int, chosen: int | None = None) -> Screen:
    """One activity, and how much one would like it."""
    answers = [
        [Button(_marked(str(value), value == chosen), Rate(attempt, item.slug, value))]
        for value in VALUES
    ]
    unknown = [Button(_marked("unknown", chosen == 0), Rate(attempt, item.slug, 0))]
    facts = {
        "item": item,
        "number": number,
        "most": most,
        "bar": bar(number - 1, most),
        "minutes": minutes(most - number + 1),
        "changing": chosen is not None,
    }
    return Screen("interests/question", facts, [*answers, unknown, foot(attempt, number)])


def _marked(answer: str, chosen: bool) -> str:
    return f"answer-{answer}-chosen" if chosen else f"answer-{answer}"


def foot(attempt: int, number: int) -> list[Button]:
    """Back to the question before, where there is one, and a rest."""
    before = [Button("before", AskAgain(attempt, number - 1))] if number > 1 else []
    return [*before, PAUSE]


def best(attempt: int, number: int, most: int, cards: Sequence[tuple[Card, Trait]]) -> Screen:
    """Four cards: which draws most?"""
    doors = [[Button(trait.label, PickBest(attempt, number, trait.slug))] for _, trait in cards]
    return Screen("interests/best", _facts(number, most, cards), [*doors, [PAUSE]])


def worst(attempt: int, number: int, most: int, cards: Sequence[tuple[Card, Trait]]) -> Screen:
    """The three that are left: which draws least?"""
    doors = [[Button(trait.label, PickWorst(attempt, number, trait.slug))] for _, trait in cards]
    before = Button("before", PickAgain(attempt, number))
    return Screen("interests/worst", _facts(number, most, cards), [*doors, [before, PAUSE]])


def _facts(number: int, most: int, cards: Sequence[tuple[Card, Trait]]) -> dict[str, object]:
    return {"cards": cards, "number": number, "most": most, "bar": bar(number - 1, most)}
