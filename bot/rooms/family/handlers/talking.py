"""Talking: a parent guesses what a child answered, and both get something to talk about.

The child begins a round and may let it be; the parent alone guesses. Of answers and guesses neither
sees the other's: both see the topics, and the guesses are forgotten.
"""

from collections.abc import Sequence

from bot.guidance import gap as rule
from bot.guidance.sitting import instrument
from bot.rooms.family.intents import (
    BeginGap,
    DropGap,
    GuessAgain,
    MakeGuess,
    OpenGap,
    OpenTalk,
    StopWeekly,
    WantWeekly,
)
from bot.rooms.family.kin import as_child, as_parent, link_of, tell
from bot.rooms.family.screens import talking as screens
from bot.rooms.interests import telling
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Gone, Item
from db import consents, family, gaps, interests, weekly
from db.family import Link
from db.gaps import Gap
from db.interests import Attempt


def gap(intent: OpenGap, turn: Turn) -> Screen:
    """Where a round stands: to be agreed to, going, or over; as each of the two may see it."""
    one = link_of(intent.number, turn)
    found = gaps.newest(turn.session, one.id) if one.agreed_at else None
    mine = one.child_id == turn.person.id
    called = one.parent_number if mine else one.child_number
    if found and found.finished_at:
        again = mine and found.begun_at <= turn.now - gaps.REST
        return screens.seen(one.id, called, list(found.topics), mine=mine, again=again)
    if mine:
        return screens.waiting(one.id, called) if found else _ask(as_child(one.id, turn), turn)
    if found is None:
        raise Gone(f"links/{one.id}/gap")
    return _question(one, found, turn)


def _ask(one: Link, turn: Turn) -> Screen:
    """What the child agrees to; without enough answers, the test first."""
    _, items = _answered(turn)
    if not items:
        return screens.too_early(one.id)
    return screens.ask(one.id, one.parent_number, len(items))


def begin(intent: BeginGap, turn: Turn) -> Intent:
    """The child agrees: a round begins, and the parent is told."""
    one = as_child(intent.number, turn)
    attempt, items = _answered(turn)
    if attempt and items:
        gaps.begin(turn.session, one.id, attempt.id, items, turn.now)
        me = turn.person.id
        consents.give(turn.session, me, "guess", turn.language, turn.now, about=one.id)
        tell(one.parent_id, "gap", one.id, turn)
    return OpenGap(one.id)


def _answered(turn: Turn) -> tuple[Attempt | None, list[str]]:
    """Their newest finished test, and what of it can be guessed."""
    letters = {item.slug: item.letter for item in instrument(turn.catalogue).items}
    for one in interests.attempts(turn.session, turn.person):
        if one.finished_at and one.kind == "full":
            given = [(each.item, each.value) for each in interests.ratings(turn.session, one)]
            return one, rule.questions(given, letters)
    return None, []


def drop(intent: DropGap, turn: Turn) -> Intent:
    """The child lets it be; what was over stays."""
    one = as_child(intent.number, turn)
    found = gaps.newest(turn.session, one.id)
    if found and found.finished_at is None:
        gaps.drop(turn.session, found)
        consents.end(turn.session, "guess", one.id, turn.now)
    return OpenGap(one.id)


# --- the parent guesses ---


def guess(intent: MakeGuess, turn: Turn) -> Intent:
    """Keep the guess; after the last, work out the topics. What is over does not change."""
    one, found = _round(intent.round, turn)
    if found.finished_at is None and intent.item in found.items.split():
        gaps.guess(turn.session, found, turn.person.id, intent.item, intent.value)
        if not _left(found, turn):
            _finish(one, found, turn)
    return OpenGap(one.id)


def again(intent: GuessAgain, turn: Turn) -> Screen | Intent:
    """An earlier question, with the guess it has."""
    one, found = _round(intent.round, turn)
    items = _items(found, turn)
    if found.finished_at or not 1 <= intent.position <= len(items):
        return OpenGap(one.id)
    item = items[intent.position - 1]
    chosen = gaps.guesses(turn.session, found).get(item.slug)
    return screens.guess(one.id, found.id, item, intent.position, len(items), chosen)


def _round(number: int, turn: Turn) -> tuple[Link, Gap]:
    """This round, if they are its parent; to everybody else it is gone."""
    found = gaps.gap(turn.session, number)
    if found is None:
        raise Gone(f"gaps/{number}")
    return as_parent(found.link_id, turn), found


def _items(found: Gap, turn: Turn) -> Sequence[Item]:
    """Its questions; those we no longer ask are passed over."""
    known = {item.slug: item for item in instrument(turn.catalogue).items}
    return [known[slug] for slug in found.items.split() if slug in known]


def _left(found: Gap, turn: Turn) -> list[Item]:
    given = gaps.guesses(turn.session, found)
    return [item for item in _items(found, turn) if item.slug not in given]


def _question(one: Link, found: Gap, turn: Turn) -> Screen:
    items, left = _items(found, turn), _left(found, turn)
    if not left:  # the questions that were left are asked no longer
        _finish(one, found, turn)
        topics = list(found.topics)
        return screens.seen(one.id, one.child_number, topics, mine=False, again=False)
    at = items.index(left[0]) + 1
    return screens.guess(one.id, found.id, left[0], at, len(items))


def _finish(one: Link, found: Gap, turn: Turn) -> None:
    """The topics on which they differ; the child is told that they are there."""
    guesses = gaps.guesses(turn.session, found)
    attempt = telling.of(one.child_id, found.attempt_id, turn)
    given = {r.item: r.value for r in interests.ratings(turn.session, attempt)} if attempt else {}
    compared = [
        (item.letter, given.get(item.slug, 0), guesses.get(item.slug, 0))
        for item in _items(found, turn)
    ]
    gaps.finish(turn.session, found, rule.topics(compared), turn.now)
    tell(one.child_id, "gap", one.id, turn)


# --- a question a week ---


def talk(intent: OpenTalk, turn: Turn) -> Screen:
    """A question to talk about, for a parent where they are one here and no child."""
    me = turn.person.id
    parent = not family.parents(turn.session, me) and bool(family.children(turn.session, me))
    number = intent.number % screens.QUESTIONS
    return screens.talk(number, parent=parent, wanted=weekly.wants(turn.session, me))


def want(intent: WantWeekly, turn: Turn) -> Intent:
    """One a week, the first in a week."""
    weekly.want(turn.session, turn.person.id, turn.now)
    return OpenTalk()


def stop(intent: StopWeekly, turn: Turn) -> Intent:
    """None any more."""
    weekly.stop(turn.session, turn.person.id)
    return OpenTalk()
