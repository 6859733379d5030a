"""What our own pupils' answers would give, and that too few give nothing."""

from datetime import UTC, datetime
from random import Random

import pytest
from sqlalchemy.orm import Session

from bot.guidance import norms
from bot.guidance.sitting import instrument
from content.atlas import Catalogue
from db import interests
from db.norms import answers
from db.people import Known, Person
from tests.wire import House

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def sittings(catalogue: Catalogue, count: int) -> list[norms.Answer]:
    """So many pupils who like working with their hands, and some item none of them knows."""
    chance, items = Random(3), instrument(catalogue).items[:18]
    return [
        ("kk", number, item.slug, 0 if item is items[-1] else _liked(item.letter, chance))
        for number in range(count)
        for item in items
    ]


def _liked(letter: str, chance: Random) -> int:
    return chance.choice((4, 5)) if letter == "R" else chance.choice((1, 2))


def test_below_five_hundred_it_says_so(catalogue: Catalogue) -> None:
    told = norms.report(sittings(catalogue, 499), catalogue)
    assert "kk: 499 pupils; at least 500" in told
    assert "ru: 0 pupils" in told
    assert "means" not in told


def test_from_five_hundred_the_numbers_are_told(catalogue: Catalogue) -> None:
    told = norms.report(sittings(catalogue, 500), catalogue)
    assert "kk: 500 pupils" in told
    assert "means: {R: 4.4" in told
    assert told.count("RI: ") == 1
    assert f"not understood: {instrument(catalogue).items[17].slug}, by 100%" in told


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True)
async def test_only_the_newest_finished_sitting_of_a_person_counts(house: House) -> None:
    await house.store.do(_sit)
    given = await house.store.do(answers)
    assert [(one.language, one.item, one.value) for one in given] == [("ru", "lamp", 4)]


def _sit(session: Session) -> None:
    """An old sitting, a newer one, a young one of pairs, and one that is not finished."""
    session.add(Person(id=7, language="ru", trail="", awaited="", left_at=None, met_at=NOW))
    session.flush()
    person = Known(7, "ru", "", "", False)
    for kind, item, value in (("full", "lamp", 1), ("full", "lamp", 4), ("young", "pair-01", 2)):
        attempt = interests.begin(session, person, kind, 20, NOW)
        interests.rate(session, attempt, item, value)
        interests.finish(session, attempt, "", NOW)
    begun = interests.begin(session, person, "full", 20, NOW)
    interests.rate(session, begun, "lamp", 2)
