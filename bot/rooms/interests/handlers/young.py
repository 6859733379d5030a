"""The test for grades 5-7: of two things to do, one; and what came of it."""

from collections.abc import Sequence
from typing import get_args

from bot.guidance.pairs import Chosen, Leanings, leanings
from bot.rooms.interests.intents import AskNext, BeginYoung, OpenResult, PickSide
from bot.rooms.interests.outcome import leanings_found, leanings_kept
from bot.rooms.interests.screens import young as screens
from bot.rooms.interests.sittings import attempt_of
from bot.rooms.interests.telling import suggested
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Klimov, Pair, Side
from db import interests as memory
from db.interests import Attempt

SIDES = {"one": 1, "other": 2}
SHOWN = 3  # professions to look at
TOLD = 3  # choices that led there: each counts the same


def begin(intent: BeginYoung, turn: Turn) -> Intent:
    """A new attempt of pairs, and the first of them."""
    most = len(_pairs(turn))
    return AskNext(memory.begin(turn.session, turn.person, "young", most, turn.now).id)


def ask(attempt: Attempt, turn: Turn) -> Screen | Intent:
    """The next pair, or what came of it."""
    given = {rating.item for rating in memory.ratings(turn.session, attempt)}
    left = next((pair for pair in _pairs(turn) if pair.slug not in given), None)
    if left is None:
        return _finish(attempt, turn)
    number = len(given) + 1
    return screens.pair(attempt.id, left, number, max(number, attempt.most))


def again(attempt: Attempt, slug: str, position: int, value: int, turn: Turn) -> Screen:
    """An earlier pair, with the side that was chosen; raises Gone."""
    pair = turn.catalogue.one("interests/pairs", slug, Pair)
    return screens.pair(attempt.id, pair, position, max(position, attempt.most), value)


def pick_side(intent: PickSide, turn: Turn) -> Intent:
    """Keep the choice; on to the next pair. After the result nothing changes any more."""
    attempt = attempt_of(intent.attempt, turn)
    turn.catalogue.one("interests/pairs", intent.pair, Pair)
    if attempt.finished_at is None and attempt.kind == "young":
        memory.rate(turn.session, attempt, intent.pair, SIDES[intent.side])
    return AskNext(attempt.id)


def _finish(attempt: Attempt, turn: Turn) -> Intent:
    found = leanings_kept(_leanings(attempt, turn))
    memory.finish(turn.session, attempt, found, turn.now)
    turn.session.flush()
    return OpenResult(attempt.id)


def _leanings(attempt: Attempt, turn: Turn) -> Leanings:
    """What the choices come to; pairs that are gone do not count."""
    chosen = [_chosen(pair, value) for pair, value in _given(attempt, turn)]
    return leanings(chosen, get_args(Klimov))


def _given(attempt: Attempt, turn: Turn) -> list[tuple[Pair, int]]:
    """The pairs that were answered, each with its side."""
    pairs = {pair.slug: pair for pair in _pairs(turn)}
    given = memory.ratings(turn.session, attempt)
    return [(pairs[one.item], one.value) for one in given if one.item in pairs]


def _chosen(pair: Pair, value: int) -> Chosen:
    taken, left = _sides(pair, value)
    return Chosen(taken.object, left.object)


def _sides(pair: Pair, value: int) -> tuple[Side, Side]:
    """The side that was chosen, and the one that was left."""
    return (pair.one, pair.other) if value == SIDES["one"] else (pair.other, pair.one)


def _pairs(turn: Turn) -> tuple[Pair, ...]:
    return turn.catalogue.every("interests/pairs", Pair)


def read(attempt: Attempt, part: str, front: Sequence[str], turn: Turn) -> Screen:
    """Why this is in front, or what to play and to try."""
    if part != "why":
        return screens.games(attempt.id, front)
    given = [_sides(pair, value) for pair, value in _given(attempt, turn)]
    led = [(taken, left) for taken, left in given if taken.object in front]
    return screens.why(attempt.id, front, led[:TOLD], len(led), len(given))


def result(attempt: Attempt, turn: Turn) -> Screen:
    """Which objects draw most, and professions to look at; or a broad profile."""
    found = leanings_found(attempt.result)
    if found.verdict != "clear":
        return screens.broad(found.verdict)
    front, then = found.order[0], found.order[1] if len(found.order) > 1 else ()
    return screens.result(attempt.id, front, then, suggested(attempt, SHOWN, turn.catalogue))
