"""Sittings: the screens of the interest test, each after what was answered to come to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.doors import ROUTER
from bot.guidance.matching import DRAWS
from bot.guidance.reasons import Reason
from bot.rooms.home.intents import GoHome
from bot.rooms.interests import intents as interest
from bot.rooms.interests.screens import asking, results, young
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.atlas import Catalogue
from content.catalogue import Item, Pair, Trait
from db import interests as memory
from db import people
from db.interests import Pick, Rating
from tests.sitters import EVENLY, METAL, PEOPLE, UNSURE, Sitter

FIRST = 1  # the number of the first attempt in an empty database
FULL, YOUNG = interest.BeginInterests(), interest.BeginYoung()
Story = Callable[[Turn], Screen]


@dataclass(frozen=True)
class Paper:
    """A test somebody sat through: what was answered, what came of it, and the way it points."""

    rows: tuple[tuple[type[Rating | Pick], dict[str, Any]], ...]
    result: str
    direction: str

    @classmethod
    def of(cls, turn: Turn) -> "Paper":
        """Their newest."""
        session, attempt = turn.session, memory.attempts(turn.session, turn.person)[0]
        rated = ((Rating, _columns(row)) for row in memory.ratings(session, attempt))
        picked = ((Pick, _columns(row)) for row in memory.picks(session, attempt))
        return cls((*rated, *picked), attempt.result, people.direction_of(session, turn.person))


def _columns(row: Rating | Pick) -> dict[str, Any]:
    names = (column.key for column in row.__table__.columns)
    return {name: getattr(row, name) for name in names if name != "attempt_id"}


_papers: dict[tuple[int, Intent], Paper] = {}


def _handed_in(paper: Paper, kind: Intent, turn: Turn) -> Screen:
    """The result of this paper, as theirs."""
    asked(kind, turn)
    attempt = memory.attempts(turn.session, turn.person)[0]
    turn.session.add_all(of(attempt_id=attempt.id, **values) for of, values in paper.rows)
    memory.finish(turn.session, attempt, paper.result, turn.now)
    if paper.direction:
        people.introduce(turn.session, turn.person, direction=paper.direction)
    return asked(interest.OpenResult(attempt.id), turn)


def asked(intent: Intent, turn: Turn) -> Screen:
    """The screen its door answers with."""
    return ROUTER.answer(intent, turn)[1]


def offered(screen: Screen) -> Iterator[Intent]:
    """What the buttons of a screen ask."""
    return (button.intent for row in screen.rows for button in row if button.intent)


def sat(
    sitter: Sitter, turn: Turn, kind: Intent = FULL, until: type[Intent] | None = None
) -> Screen:
    """The screen after all of a test; or where its first button of this kind stands.

    Who sat through all of it once answers the same the next time: it is written down, not asked.
    """
    if not until and (id(sitter), kind) in _papers:
        return _handed_in(_papers[id(sitter), kind], kind, turn)
    screen = sat_through(sitter, turn, kind, until)
    if not until:
        _papers[id(sitter), kind] = Paper.of(turn)
    return screen


def sat_through(
    sitter: Sitter, turn: Turn, kind: Intent = FULL, until: type[Intent] | None = None
) -> Screen:
    """The same, with each question asked anew."""
    screen = asked(kind, turn)
    while answer := sitter.answers(offered(screen)):
        if isinstance(answer, until or ()):
            break
        screen = asked(answer, turn)
    return screen


def after(sitter: Sitter, intent: Intent, kind: Intent = FULL) -> Story:
    """What this asks once somebody has taken the test."""

    def told(turn: Turn) -> Screen:
        sat(sitter, turn, kind)
        return asked(intent, turn)

    return told


def _changing(kind: Intent) -> Story:
    """The first question again, with the answer it has."""

    def told(turn: Turn) -> Screen:
        screen = asked(kind, turn)
        answer = METAL.answers(offered(screen))
        assert answer
        asked(answer, turn)
        return asked(interest.AskAgain(FIRST, 1), turn)

    return told


def _begun(intent: Intent) -> Story:
    """What this asks in the middle of a test."""

    def told(turn: Turn) -> Screen:
        asked(FULL, turn)
        return asked(intent, turn)

    return told


def _twice(first: Sitter, second: Sitter) -> Story:
    def told(turn: Turn) -> Screen:
        sat(first, turn)
        sat(second, turn)
        return asked(interest.OpenHistory(), turn)

    return told


def _mattering(*values: str) -> Story:
    def told(turn: Turn) -> Screen:
        sat(METAL, turn)
        shown = [asked(interest.PickValue(FIRST, value), turn) for value in values]
        return shown[-1]

    return told


STORIES: dict[str, Story] = {
    "home, home, in mid-test": _begun(GoHome()),
    "interests, begin": lambda turn: asked(interest.OpenInterests(), turn),
    "interests, begin, begun": _begun(interest.OpenInterests()),
    "interests, begin, earlier": after(METAL, interest.OpenInterests()),
    "interests, method, asked": lambda turn: asked(interest.ReadMethod("asked"), turn),
    "interests, method, scored": lambda turn: asked(interest.ReadMethod("scored"), turn),
    "interests, method, limits": lambda turn: asked(interest.ReadMethod("limits"), turn),
    "interests, method, sources": lambda turn: asked(interest.ReadMethod("sources"), turn),
    "interests, question": lambda turn: asked(FULL, turn),
    "interests, question, changing": _changing(FULL),
    "interests, best": lambda turn: sat(METAL, turn, until=interest.PickBest),
    "interests, worst": lambda turn: sat(METAL, turn, until=interest.PickWorst),
    "interests, result": lambda turn: sat(METAL, turn),
    "interests, result, second page": after(METAL, interest.OpenResult(FIRST, 2)),
    "interests, result, last page": after(METAL, interest.OpenResult(FIRST, 3)),
    "interests, result, people": lambda turn: sat(PEOPLE, turn),
    "interests, broad": lambda turn: sat(EVENLY, turn),
    "interests, broad, few": lambda turn: sat(UNSURE, turn),
    "interests, why": after(METAL, interest.ReadResult(FIRST, "why")),
    "interests, sure": after(METAL, interest.ReadResult(FIRST, "sure")),
    "interests, what": after(METAL, interest.ReadResult(FIRST, "what")),
    "interests, picture": after(METAL, interest.ShowRadar(FIRST)),
    "interests, shifts": after(METAL, interest.SuggestMissions(FIRST)),
    "interests, tell": after(METAL, interest.TellResult(FIRST)),
    "interests, more": after(METAL, interest.AskMore(FIRST)),
    "interests, values": after(METAL, interest.OpenValues(FIRST)),
    "interests, values, picked": _mattering("money", "near-home"),
    "interests, values, enough": _mattering("money", "near-home", "helping", "travel", "stability"),
    "interests, history": _twice(METAL, PEOPLE),
    "interests, history, the same": _twice(METAL, METAL),
    "interests, history, broad": _twice(METAL, UNSURE),
    "interests, history, none": lambda turn: asked(interest.OpenHistory(), turn),
    "interests, pair": lambda turn: asked(YOUNG, turn),
    "interests, pair, changing": _changing(YOUNG),
    "interests, young": lambda turn: sat(METAL, turn, YOUNG),
    "interests, young, people": lambda turn: sat(PEOPLE, turn, YOUNG),
    "interests, young, what": after(METAL, interest.ReadResult(FIRST, "what"), YOUNG),
    "interests, young, picture": after(METAL, interest.ShowRadar(FIRST), YOUNG),
    "interests, young, tell": after(METAL, interest.TellResult(FIRST), YOUNG),
    "interests, games": after(METAL, interest.ReadResult(FIRST, "games"), YOUNG),
    "interests, young, why": after(METAL, interest.ReadResult(FIRST, "why"), YOUNG),
}


def kinds() -> set[type[Intent]]:
    """The kinds of questions of this room: the stories ask them, or tap them on their way."""
    every = Intent._by_code.values()
    return {one for one in every if one.__module__ == interest.__name__}


def by_hand(known: Catalogue) -> dict[str, Screen]:
    """What hardly ever comes of a test."""
    welder = known.profession("welder")
    both = [Reason("letter", "R", 0.2), Reason("trait", "metal", 0.1)]
    traits = {trait.slug: trait for trait in known.every("features", Trait)}
    three = ("nature", "technics", "art")
    item = known.one("interests/items", "lamp", Item)
    pair = known.one("interests/pairs", "pair-01", Pair)
    liked = [results.Given(item, value) for value in (1, 2, 3, 4, 5)]
    return {
        **{
            f"interests, question, answered {value}": asking.question(FIRST, item, 1, 20, value)
            for value in range(6)
        },
        "interests, pair, first chosen": young.pair(FIRST, pair, 1, 20, 1),
        "interests, pair, second chosen": young.pair(FIRST, pair, 1, 20, 2),
        "interests, why, of both kinds": results.why(
            FIRST, liked, page([(welder, both)], 1), traits
        ),
        "interests, why, no reason": results.why(FIRST, [], page([(welder, [])], 1), {}),
        "interests, sure, whatever": results.sure(FIRST, 54, DRAWS, None, more=False),
        "interests, young, three equal": young.result(FIRST, three, (), [welder]),
        "interests, young broad": young.broad("astray"),
        "interests, young broad, few": young.broad("few"),
        "interests, young broad, even": young.broad("even"),
        "interests, broad, flat": results.broad(FIRST, "flat", more=False),
        "interests, broad, careless": results.broad(FIRST, "careless", more=False),
    }
