"""Questions the bot owes an answer: taps on buttons, and inline queries being typed."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground import refusals
from bot.playground.knobs import Knobs
from bot.playground.refusals import bad
from bot.playground.shapes import Json

INLINE_WITHIN = 30.0


@dataclass
class Query:
    """One question: who asked, when, and what was answered."""

    id: str
    kind: str
    person: int
    at: float
    asked: Json
    answer: Json | None = None


@dataclass
class Queries:
    """All questions, by their id."""

    knobs: Knobs
    clock: Callable[[], float]
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(4_000_000_001))
    _queries: dict[str, Query] = field(default_factory=dict)

    def ask(self, kind: str, person: int, **asked: object) -> Query:
        """Remember a question until it is answered."""
        query = Query(str(next(self._ids)), kind, person, self.clock(), asked)
        self._queries[query.id] = query
        self._trim()
        return query

    def find(self, query_id: str) -> Query | None:
        """A question, answered or not."""
        return self._queries.get(query_id)

    def owed(self, person: int) -> list[Query]:
        """What a person asked and was not answered yet."""
        theirs = (query for query in self._queries.values() if query.person == person)
        return [query for query in theirs if query.answer is None]

    def answer(self, kind: str, query_id: str, answer: Json) -> Query:
        """Answer once and in time, or hear that the query is too old."""
        query = self._queries.get(query_id)
        if query is None or query.kind != kind or query.answer is not None or self._late(query):
            raise bad(refusals.QUERY_TOO_OLD)
        query.answer = answer
        return query

    def _late(self, query: Query) -> bool:
        patience = {"tap": self.knobs.answer_within, "inline": INLINE_WITHIN}.get(query.kind, 3600)
        return self.clock() - query.at > patience

    def _trim(self) -> None:
        while len(self._queries) > self.knobs.keep:
            del self._queries[next(iter(self._queries))]
