"""Every button of the rooms of the staff is tapped, as a counselor and as an admin."""

import pytest
from sqlalchemy.orm import Session

from bot.doors import STAFF_COMMANDS
from bot.playground import Person
from bot.rooms.classes.intents import CloseClass
from bot.ui import Intent
from bot.ui.voice import labels
from content.kinds import LANGUAGES, Language
from db import classes, people, staff
from tests import rules
from tests.chat import Chat
from tests.walker import Walker
from tests.wire import ADMIN, NOON, House

pytestmark = pytest.mark.asyncio(loop_scope="session")

COUNSELOR, OTHER, CODE = 1005, 1006, "AC34E7"
OURS = ("bot.rooms.staff", "bot.rooms.classes", "bot.rooms.about")
ROOMS = {CloseClass, *(type(intent) for intent in STAFF_COMMANDS.values())}
KNOCKS = {
    "admin": (ADMIN, ("/start", "/staff", "/classes", "/settings")),
    "counselor": (COUNSELOR, ("/start", "/classes", "/settings", f"/start c_{CODE}")),
}


class Visitor(Walker):
    """Somebody who taps all there is in the rooms of the staff, and nothing else."""

    async def visit(self, knocks: tuple[str, ...]) -> None:
        """From these commands on, until no button of ours is left untapped."""
        for knock in knocks:
            await self.chat.says(knock)
            self._look("home")
            while self._untapped:
                await self._tap(next(iter(self._untapped)))

    def _look(self, asked: str) -> None:
        super()._look(asked)
        self._untapped = {data: None for data in self._untapped if _is_ours(data)}


def _is_ours(data: str) -> bool:
    return type(Intent.unpack(data)).__module__.startswith(OURS)


def _furnish(session: Session) -> None:
    """Two counselors, an invitation, a class of six and one of nobody."""
    school = staff.school(session, "№ 12", "abai", NOON).id
    for person in (COUNSELOR, OTHER):
        people.meet(session, person, "kk", 0, NOON)
        staff.invite(session, str(person), role="counselor", by=1, now=NOON, school=school)
        staff.accept(session, str(person), person, NOON)
    staff.invite(session, "open", role="counselor", by=1, now=NOON, region="pavlodar")
    led = classes.open_class(session, COUNSELOR, school, "9-1", 9, [CODE], NOON)
    for person in range(2001, 2007):
        people.meet(session, person, "kk", 0, NOON)
        classes.join(session, led, person, "pupil", NOON)
    other = classes.open_class(session, ADMIN, None, "STEM", None, ["AC34E9"], NOON)
    for one in (led, other):  # a league is come to before its class is closed
        classes.call(one, "eagle")


@pytest.mark.parametrize("role", KNOCKS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_button_of_the_staff_leads_somewhere(
    house: House, language: Language, role: str
) -> None:
    person, knocks = KNOCKS[role]
    house.playground.people[person] = Person(person, "Сауле", language)
    await house.store.do(_furnish)
    await house.store.do(lambda session: _speak(session, person, language))
    visitor = Visitor(Chat(house, person), language)
    await visitor.visit(knocks)
    seen = visitor.walked.seen
    assert len(seen) > (90 if role == "admin" else 40)
    assert visitor.walked.refused == []
    inside = [one for asked, one in seen.items() if asked != "home"]
    assert [line for one in inside for line in rules.broken(one)] == []
    assert [line for one in inside if (line := rules.home(one))] == []
    below = [one for one in inside if type(Intent.unpack(one.asked)) not in ROOMS]
    assert [line for one in below if (line := rules.back(one))] == []
    sorry = tuple(labels()[word][language] for word in ("old-button", "closed"))
    assert [one.asked for one in inside if one.text.startswith(sorry)] == []


def _speak(session: Session, person: int, language: Language) -> None:
    known, _ = people.meet(session, person, language, 0, NOON)
    people.speak(session, known, language)
