"""The interest test: ask, keep, and show what came of it."""

from collections.abc import Sequence

from bot.guidance import choices
from bot.guidance.reasons import otherwise, reasons
from bot.guidance.sitting import LONG, SHORT, Sitting, instrument
from bot.rooms.interests import screens
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
)
from bot.rooms.interests.outcome import Outcome
from bot.rooms.interests.screens import Suggested
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.catalogue import Card, Gone, Item, Trait
from db import interests as memory
from db.interests import Attempt, Pick


def begin_page(intent: OpenInterests, turn: Turn) -> Screen:
    """What the test is; and the way on, where one was begun."""
    theirs = memory.attempts(turn.session, turn.person)
    open_ = next((one.id for one in theirs if one.finished_at is None), None)
    return screens.begin_page(going=open_, earlier=any(one.finished_at for one in theirs))


def begin(intent: BeginInterests, turn: Turn) -> Intent:
    """A new attempt, and its first question."""
    return AskNext(memory.begin(turn.session, turn.person, SHORT, turn.now).id)


def ask(intent: AskNext, turn: Turn) -> Screen | Intent:
    """The next question, the next cards, or what came of it."""
    attempt = _attempt(intent.attempt, turn)
    if attempt.finished_at is not None:
        return OpenResult(attempt.id)
    sitting = _sitting(attempt, turn)
    if item := sitting.next():
        number = len(sitting.given) + 1
        return screens.question(attempt.id, item, number, max(number, attempt.most))
    if sitting.verdict != "clear":
        return _finish(attempt, sitting, (), turn)
    return _cards(attempt, sitting, turn)


def again(intent: AskAgain, turn: Turn) -> Screen | Intent:
    """An earlier question, with the answer it has."""
    attempt = _attempt(intent.attempt, turn)
    given = memory.ratings(turn.session, attempt)
    if attempt.finished_at is not None or not 1 <= intent.position <= len(given):
        return AskNext(attempt.id)
    rating = given[intent.position - 1]
    item = turn.catalogue.one("interests/items", rating.item, Item)
    return screens.question(attempt.id, item, intent.position, attempt.most, rating.value)


def rate(intent: Rate, turn: Turn) -> Intent:
    """Keep the answer; on to the next. After the result nothing changes any more."""
    attempt = _attempt(intent.attempt, turn)
    turn.catalogue.one("interests/items", intent.item, Item)
    if attempt.finished_at is None:
        memory.rate(turn.session, attempt, intent.item, intent.value)
    return AskNext(attempt.id)


def more(intent: AskMore, turn: Turn) -> Intent:
    """Ask all questions there are, in a new attempt that begins with the answers given."""
    attempt = _attempt(intent.attempt, turn)
    longer = memory.begin(turn.session, turn.person, LONG, turn.now)
    for rating in memory.ratings(turn.session, attempt):
        memory.rate(turn.session, longer, rating.item, rating.value)
    return AskNext(longer.id)


# --- the cards ---


def _cards(attempt: Attempt, sitting: Sitting, turn: Turn) -> Screen | Intent:
    """The set of cards that is open, or a new one; after the last, what came of it."""
    shown = memory.picks(turn.session, attempt)
    if len(shown) == choices.SETS and shown[-1].worst:
        return _finish(attempt, sitting, shown, turn)
    if not shown or shown[-1].worst:
        shown = [*shown, _new_set(attempt, sitting, shown, turn)]
    return _set(attempt, shown[-1], turn)


def _new_set(attempt: Attempt, sitting: Sitting, shown: Sequence[Pick], turn: Turn) -> Pick:
    """Four cards that part the trades now in front."""
    cards = [card.slug for card in turn.catalogue.every("interests/cards", Card)]
    matcher = sitting.instrument.matcher
    chosen = choices.next_set(matcher, sitting.belief.means, _choices(shown), cards)
    return memory.show(turn.session, attempt, len(shown) + 1, chosen)


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
    attempt = _attempt(intent.attempt, turn)
    pick = _open_pick(attempt, intent.number, intent.card, turn)
    if pick:
        pick.best = intent.card
    return AskNext(attempt.id)


def worst(intent: PickWorst, turn: Turn) -> Intent:
    """This card draws least."""
    attempt = _attempt(intent.attempt, turn)
    pick = _open_pick(attempt, intent.number, intent.card, turn)
    if pick and pick.best and pick.best != intent.card:
        pick.worst = intent.card
    return AskNext(attempt.id)


def _open_pick(attempt: Attempt, number: int, card: str, turn: Turn) -> Pick | None:
    """The set with this number, if it holds the card and is still to be answered."""
    shown = memory.picks(turn.session, attempt)
    last = shown[-1] if shown else None
    fits = last and last.number == number and card in last.cards.split() and not last.worst
    return last if fits and attempt.finished_at is None else None


def _choices(shown: Sequence[Pick]) -> list[choices.Choice]:
    return [
        choices.Choice(tuple(pick.cards.split()), pick.best, pick.worst)
        for pick in shown
        if pick.worst
    ]


# --- what came of it ---


def _finish(attempt: Attempt, sitting: Sitting, shown: Sequence[Pick], turn: Turn) -> Intent:
    """Work out what came of it, once, and keep it."""
    outcome = Outcome.of(sitting, choices.wishes(_choices(shown)), f"attempt {attempt.id}")
    memory.finish(turn.session, attempt, outcome.kept(), turn.now)
    turn.session.flush()
    return OpenResult(attempt.id)


def result(intent: OpenResult, turn: Turn) -> Screen | Intent:
    """The trades worth a closer look, or a broad profile and a way to explore."""
    attempt = _attempt(intent.attempt, turn)
    if attempt.finished_at is None:
        return AskNext(attempt.id)
    outcome = Outcome.found(attempt.result)
    if outcome.verdict != "clear":
        return screens.broad(attempt.id, outcome.verdict)
    shown = page(_suggested(outcome, turn), intent.page, size=4)
    return screens.result(attempt.id, outcome.letters[:2], shown)


def _suggested(outcome: Outcome, turn: Turn) -> list[Suggested]:
    """The suggestions that are still in the catalogue."""
    known = {profession.slug: profession for profession in turn.catalogue.professions}
    return [Suggested(known[slug], band) for slug, band in outcome.suggestions if slug in known]


def read(intent: ReadResult, turn: Turn) -> Screen | Intent:
    """Why these, how sure, what it is and is not."""
    attempt = _attempt(intent.attempt, turn)
    outcome = Outcome.found(attempt.result) if attempt.finished_at else None
    if outcome is None or outcome.verdict != "clear":
        return OpenResult(attempt.id)
    if intent.part == "why":
        return _why(attempt, outcome, intent.page, turn)
    if intent.part == "sure":
        return screens.sure(attempt.id, len(outcome.answered), _would_change(outcome, turn))
    return screens.what(attempt.id)


def _why(attempt: Attempt, outcome: Outcome, number: int, turn: Turn) -> Screen:
    matcher = instrument(turn.catalogue).matcher
    told = [
        (one.profession, reasons(matcher, outcome.means, outcome.wishes, one.profession.slug))
        for one in _suggested(outcome, turn)
    ]
    traits = {trait.slug: trait for trait in turn.catalogue.every("features", Trait)}
    return screens.why(attempt.id, page(told, number, size=4), traits)


def _would_change(outcome: Outcome, turn: Turn) -> tuple[str, Suggested] | None:
    """The interest which, a little stronger, would bring another trade first; ranked again."""
    found = otherwise(instrument(turn.catalogue).matcher, outcome.means, outcome.wishes)
    if found is None:
        return None
    return found.letter, Suggested(turn.catalogue.profession(found.slug), "try")


def history(intent: OpenHistory, turn: Turn) -> Screen:
    """Earlier results, the newest first, and what moved between them."""
    told = [
        (one.id, one.finished_at, Outcome.found(one.result))
        for one in memory.attempts(turn.session, turn.person)
        if one.finished_at
    ]
    return screens.history(page(told, intent.page, size=4))


def _attempt(number: int, turn: Turn) -> Attempt:
    """This attempt; somebody else's, or none, is gone."""
    found = memory.attempt(turn.session, turn.person, number)
    if found is None:
        raise Gone(f"attempts/{number}")
    return found


def _sitting(attempt: Attempt, turn: Turn) -> Sitting:
    given = [(rating.item, rating.value) for rating in memory.ratings(turn.session, attempt)]
    return Sitting(instrument(turn.catalogue), given, attempt.most)
