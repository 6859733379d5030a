"""Cards: sets of four, of which one draws most and one least."""

from collections.abc import Sequence

from bot.guidance import choices
from bot.guidance.choices import Choice
from bot.guidance.sitting import Sitting
from bot.rooms.interests.intents import AskNext, PickAgain, PickBest, PickWorst
from bot.rooms.interests.screens import asking as screens
from bot.rooms.interests.sittings import attempt_of, finish
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Card, Trait
from db import interests as memory
from db.interests import Attempt, Pick


def ask(attempt: Attempt, sitting: Sitting, turn: Turn) -> Screen | Intent:
    """The set of cards that is open, or a new one; after the last, what came of it."""
    shown = memory.picks(turn.session, attempt)
    done = [pick for pick in shown if pick.worst]
    if len(done) == choices.SETS:
        return finish(attempt, sitting, choices.wishes(_choices(done, turn)), turn)
    if len(done) == len(shown):
        return _set(attempt, _new_set(attempt, sitting, done, turn), turn)
    if _is_whole(shown[-1], turn):
        return _set(attempt, shown[-1], turn)
    memory.withdraw(turn.session, shown[-1])
    return _set(attempt, _new_set(attempt, sitting, done, turn), turn)


def _new_set(attempt: Attempt, sitting: Sitting, done: Sequence[Pick], turn: Turn) -> Pick:
    """Four cards that part the trades now in front."""
    matcher = sitting.instrument.matcher
    means, chosen = sitting.belief.means, _choices(done, turn)
    cards = choices.next_set(matcher, means, chosen, _known(turn))
    return memory.show(turn.session, attempt, len(done) + 1, cards)


def _known(turn: Turn) -> list[str]:
    return [card.slug for card in turn.catalogue.every("interests/cards", Card)]


def _is_whole(pick: Pick, turn: Turn) -> bool:
    """Whether all cards of a set are still in the catalogue."""
    return set(pick.cards.split()) <= set(_known(turn))


def _set(attempt: Attempt, pick: Pick, turn: Turn) -> Screen:
    cards = [turn.catalogue.one("interests/cards", slug, Card) for slug in pick.cards.split()]
    traits = [turn.catalogue.one("features", card.slug, Trait) for card in cards]
    pairs = list(zip(cards, traits, strict=True))
    if not pick.best:
        return screens.best(attempt.id, pick.number, choices.SETS, pairs)
    left = [pair for pair in pairs if pair[0].slug != pick.best]
    return screens.worst(attempt.id, pick.number, choices.SETS, left)


def best(intent: PickBest, turn: Turn) -> Intent:
    """This card draws most."""
    attempt = attempt_of(intent.attempt, turn)
    pick = _open(attempt, intent.number, turn)
    if pick and intent.card in pick.cards.split():
        pick.best = intent.card
    return AskNext(attempt.id)


def worst(intent: PickWorst, turn: Turn) -> Intent:
    """This card draws least."""
    attempt = attempt_of(intent.attempt, turn)
    pick = _open(attempt, intent.number, turn)
    if pick and pick.best and intent.card in set(pick.cards.split()) - {pick.best}:
        pick.worst = intent.card
    return AskNext(attempt.id)


def repick(intent: PickAgain, turn: Turn) -> Intent:
    """Another card draws most: the set is asked from its beginning."""
    attempt = attempt_of(intent.attempt, turn)
    if pick := _open(attempt, intent.number, turn):
        pick.best = ""
    return AskNext(attempt.id)


def _open(attempt: Attempt, number: int, turn: Turn) -> Pick | None:
    """The set with this number, if it is still to be answered."""
    shown = memory.picks(turn.session, attempt)
    last = shown[-1] if shown and attempt.finished_at is None else None
    return last if last and last.number == number and not last.worst else None


def chosen(attempt: Attempt, turn: Turn) -> list[Choice]:
    """What was chosen in a sitting that is over."""
    shown = memory.picks(turn.session, attempt)
    return _choices([pick for pick in shown if pick.worst], turn)


def _choices(done: Sequence[Pick], turn: Turn) -> list[Choice]:
    """What was chosen; a set that lost a card since tells nothing any more."""
    return [
        Choice(tuple(pick.cards.split()), pick.best, pick.worst)
        for pick in done
        if _is_whole(pick, turn)
    ]
