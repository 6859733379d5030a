"""The interest test, as people see it. No percentages, no ranks, no "not for you"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.guidance.matching import Band
from bot.guidance.reasons import Reason
from bot.rooms.home.intents import GoHome
from bot.rooms.interests.intents import (
    AskAgain,
    AskMore,
    AskNext,
    BeginInterests,
    OpenHistory,
    OpenInterests,
    OpenResult,
    PickBest,
    PickWorst,
    Rate,
    ReadResult,
    Value,
)
from bot.rooms.interests.outcome import Outcome
from bot.rooms.professions.intents import OpenProfession, OpenProfessions, OpenWays
from bot.ui import Button, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Card, Item, Profession, Trait

HOME = Button("home", GoHome())
VALUES: tuple[Value, ...] = (5, 4, 3, 2, 1)
BLOCKS = 10  # of the bar that shows how far one is
SECONDS = 6  # an answer takes about so long


@dataclass(frozen=True)
class Suggested:
    """A profession worth a closer look, and its band."""

    profession: Profession
    band: Band


def begin_page(*, going: int | None, earlier: bool) -> Screen:
    """What the test is, before it begins."""
    rows = [
        [Button("go-on", AskNext(going))] if going else [],
        [Button("begin-anew" if going else "begin", BeginInterests())],
        [Button("earlier", OpenHistory())] if earlier else [],
        [HOME],
    ]
    return Screen("interests/begin", {"going": bool(going)}, rows)


def question(attempt: int, item: Item, number: int, most: int, chosen: int | None = None) -> Screen:
    """One activity, and how much one would like it."""
    answers = [
        [Button(_marked(value, chosen), Rate(attempt, item.slug, value))] for value in VALUES
    ]
    unknown = [Button("answer-unknown", Rate(attempt, item.slug, 0))]
    before = [Button("before", AskAgain(attempt, number - 1))] if number > 1 else []
    facts = {
        "item": item,
        "number": number,
        "most": most,
        "bar": _bar(number - 1, most),
        "minutes": _minutes(most - number + 1),
        "changing": chosen is not None,
    }
    return Screen(
        "interests/question", facts, [*answers, unknown, [*before, Button("pause", GoHome())]]
    )


def _marked(value: int, chosen: int | None) -> str:
    return f"answer-{value}-chosen" if value == chosen else f"answer-{value}"


def _bar(done: int, most: int) -> str:
    full = min(BLOCKS, round(BLOCKS * done / most))
    return "▓" * full + "░" * (BLOCKS - full)


def _minutes(left: int) -> int:
    return max(1, round(left * SECONDS / 60))


def best(attempt: int, number: int, most: int, cards: Sequence[tuple[Card, Trait]]) -> Screen:
    """Four cards: which draws most?"""
    doors = [[Button(trait.label, PickBest(attempt, number, trait.slug))] for _, trait in cards]
    return _cards("interests/best", number, most, cards, doors)


def worst(attempt: int, number: int, most: int, cards: Sequence[tuple[Card, Trait]]) -> Screen:
    """The three that are left: which draws least?"""
    doors = [[Button(trait.label, PickWorst(attempt, number, trait.slug))] for _, trait in cards]
    return _cards("interests/worst", number, most, cards, doors)


def _cards(
    template: str,
    number: int,
    most: int,
    cards: Sequence[tuple[Card, Trait]],
    doors: list[list[Button]],
) -> Screen:
    facts = {"cards": cards, "number": number, "most": most, "bar": _bar(number - 1, most)}
    return Screen(template, facts, [*doors, [Button("pause", GoHome())]])


def result(attempt: int, letters: str, shown: Page[Suggested]) -> Screen:
    """The professions worth a closer look, a few at a time."""
    doors = [
        [Button(one.profession.label, OpenProfession(one.profession.slug))] for one in shown.things
    ]
    turn = turner(shown, lambda number: OpenResult(attempt, number))
    more = [
        [
            Button("why", ReadResult(attempt, "why")),
            Button("how-sure", ReadResult(attempt, "sure")),
        ],
        [Button("what-it-is", ReadResult(attempt, "what")), Button("again", OpenInterests())],
    ]
    facts = {"letters": letters, "found": shown.things}
    return Screen("interests/result", facts, [*doors, turn, *more, [HOME]])


def broad(attempt: int, verdict: str) -> Screen:
    """The answers tell too little to suggest anything: a way to explore instead."""
    rows = [
        [Button("ask-more-questions", AskMore(attempt))],
        [Button("professions", OpenProfessions()), Button("other-ways", OpenWays())],
        [Button("again", OpenInterests()), HOME],
    ]
    return Screen("interests/broad", {"verdict": verdict}, rows)


def why(
    attempt: int,
    shown: Page[tuple[Profession, list[Reason]]],
    traits: Mapping[str, Trait],
) -> Screen:
    """Two reasons for each suggestion, from the real terms of the score."""
    turn = turner(shown, lambda number: ReadResult(attempt, "why", number))
    facts = {"found": shown.things, "traits": traits}
    return Screen("interests/why", facts, [turn, _back(attempt)])


def sure(attempt: int, answered: int, change: tuple[str, Suggested] | None) -> Screen:
    """How sure this is, and what would change it."""
    letter, other = change or ("", None)
    rows = [[Button("ask-more-questions", AskMore(attempt))], _back(attempt)]
    facts = {"answered": answered, "letter": letter, "other": other.profession if other else None}
    return Screen("interests/sure", facts, rows)


def what(attempt: int) -> Screen:
    """What a result is, and what it is not."""
    return Screen("interests/what", {}, [_back(attempt)])


def _back(attempt: int) -> list[Button]:
    return [Button("back", OpenResult(attempt)), HOME]


def history(shown: Page[tuple[int, datetime, Outcome]]) -> Screen:
    """Earlier results."""
    doors = [
        [Button("result-of", OpenResult(number), facts={"when": when.date().isoformat()})]
        for number, when, _ in shown.things
    ]
    rows = [*doors, turner(shown, OpenHistory), [Button("back", OpenInterests()), HOME]]
    facts = {"results": [(when.date().isoformat(), one) for _, when, one in shown.things]}
    return Screen("interests/history", facts, rows)
