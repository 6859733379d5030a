"""A counselor of a school, with a class of pupils; and an admin."""

import pytest_asyncio
from sqlalchemy.orm import Session

from bot.playground import Person
from db import classes, people, staff
from db.classes import As
from tests.chat import Chat
from tests.wire import ADMIN, NOON, PARENT, PUPIL, READER, House

SCHOOL, OTHERS = "№ 12", range(2001, 2009)


def hired(session: Session) -> None:
    """Helen is a counselor of a school; Aiym, her father and eight more are in her class 9A."""
    for person, language in ((READER, "en"), (PUPIL, "kk"), (PARENT, "ru"), (ADMIN, "ru")):
        people.meet(session, person, language, 0, NOON)  # type: ignore[arg-type]
    school = staff.school(session, SCHOOL, "abai", NOON)
    staff.invite(session, "x", role="counselor", by=ADMIN, now=NOON, school=school.id)
    staff.accept(session, "x", READER, NOON)
    made = classes.open_class(session, READER, school.id, "9A", 9, ["AAAA33"], NOON)
    whole: list[tuple[int, As]] = [(PUPIL, "pupil"), (PARENT, "parent")]
    for person, role in (*whole, *((each, "pupil") for each in OTHERS)):
        known, _ = people.meet(session, person, "kk", 0, NOON)
        people.introduce(session, known, role=role)
        classes.join(session, made, person, role, NOON)


@pytest_asyncio.fixture(loop_scope="session")
async def counselor(house: House) -> Chat:
    """Helen, a counselor of a school."""
    await house.store.do(hired)
    return Chat(house, READER)


@pytest_asyncio.fixture(loop_scope="session")
async def admin(house: House, counselor: Chat) -> Chat:
    """An admin, who speaks for everybody."""
    house.playground.people[ADMIN] = Person(ADMIN, "Әсел", "ru", "counselor")
    return Chat(house, ADMIN)
