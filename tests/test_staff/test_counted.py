"""Counted: what a class tried is told in numbers of five and more, and the league in sums."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.guidance.groups import FEW, MOST, furthest, told
from bot.rooms.announcements import intents as announce
from bot.rooms.classes import intents as group
from db import announcements, classes, consents, people
from db.announcements import Announcement
from db.base import Store
from db.missions import MissionRun
from db.segments import Segment, recipients
from db.tasks import TaskRun, TaskStep
from tests.test_staff.cast import HERE, MINE, PUPIL, THERE, conversation, populate, taps
from tests.wire import NOON

FIRST = 6000
LATER = NOON + timedelta(minutes=2)


def joining(number: int, *, version: int = 2) -> Callable[[Session], None]:
    """So many pupils join the class of the first counselor, and agree to these words."""

    def done(session: Session) -> None:
        populate(session)
        one = session.get(classes.Class, MINE)
        assert one is not None
        for person in range(FIRST, FIRST + number):
            known, _ = people.meet(session, person, "ru", 0, NOON)
            people.introduce(session, known, role="pupil")
            classes.join(session, one, person, "pupil", NOON)
            consents.give(session, person, "class", "ru", NOON, about=MINE)
        session.query(consents.Consent).update({"version": version})

    return done


def _plays(session: Session, person: int, mission: str) -> None:
    run = MissionRun(
        person_id=person, mission=mission, edition="", scene="", path="", begun_at=NOON,
        ended_at=NOON, ending="good",
    )  # fmt: skip
    session.add(run)


def solving(*persons: int) -> Callable[[Session], None]:
    """Each of them finishes a run of gears, and solves two tasks of it."""

    def done(session: Session) -> None:
        for person in persons:
            run = TaskRun(person_id=person, family="gears", begun_at=LATER, finished_at=LATER)
            run.level = 9.0
            session.add(run)
            session.flush()
            for number, right in enumerate((True, True, False), 1):
                step = TaskStep(run_id=run.id, number=number, rung=1, seed=1, options=2)
                step.picked, step.solved = 1, right
                session.add(step)

    return done


# --- how a count is told ---


def test_fewer_than_five_are_never_told_nor_who_is_left() -> None:
    """P15"""
    assert [told(count, 12) for count in (0, 4, 5, 7, 8, 12)] == [FEW, FEW, 5, 7, MOST, MOST]
    assert told(5, 5) == MOST


def test_a_step_is_told_where_five_reached_it() -> None:
    assert furthest([3, 3, 3, 2, 2, 1], 6) == 2
    assert furthest([3] * 4, 4) == 0
    assert furthest([0] * 9, 9) == 0


# --- the picture of a class ---


async def test_of_four_pupils_nothing_is_told(store: Store) -> None:
    await store.do(joining(4))
    said = await taps(await conversation(store), HERE, group.OpenPicture(MINE).pack())
    assert "Fewer than five pupils have agreed" in said.text
    assert "Tasks" not in said.text


async def test_what_five_did_is_told_and_what_four_did_is_not(store: Store) -> None:
    """P15"""

    def tried(session: Session) -> None:
        joining(12)(session)
        for person in range(FIRST, FIRST + 5):
            _plays(session, person, "kitchen")
            _plays(session, person, "kitchen")
        for person in range(FIRST, FIRST + 4):
            _plays(session, person, "foundry")

    await store.do(tried)
    await store.do(solving(*range(FIRST, FIRST + 6)))
    talk = await conversation(store)
    said = (await taps(talk, HERE, group.OpenPicture(MINE).pack())).text
    assert "Pupils who agreed: 12" in said
    assert "A banquet for sixty: an evening in the kitchen: 5" in said
    assert "foundry" not in said
    assert "Finished the interest test: fewer than 5" in said
    assert "Gears: tried by 6; five or more can" in said


async def test_whoever_agreed_to_older_words_is_not_counted(store: Store) -> None:
    await store.do(joining(9, version=1))
    said = await taps(await conversation(store), HERE, group.OpenPicture(MINE).pack())
    assert "Fewer than five pupils have agreed" in said.text


# --- the league ---


async def test_a_class_stands_in_the_league_once_five_play(store: Store) -> None:
    await store.do(joining(6))
    talk = await conversation(store)
    await taps(talk, HERE, group.TakeNickname(MINE, "eagle").pack())
    for person in range(FIRST, FIRST + 4):
        await taps(talk, person, group.PlayLeague(MINE).pack())
    await store.do(solving(*range(FIRST, FIRST + 6)))
    few = await taps(talk, FIRST, group.OpenLeague(MINE).pack())
    assert "класса, где участвуют пятеро" in few.text
    await taps(talk, FIRST + 4, group.PlayLeague(MINE).pack())
    seen = await taps(talk, FIRST + 5, group.OpenLeague(MINE).pack())
    assert "Беркут: 10 задач, это вы" in seen.text
    assert "Если вы согласитесь" in seen.text
    await taps(talk, FIRST, group.StopLeague(MINE).pack())
    again = await taps(talk, FIRST + 5, group.OpenLeague(MINE).pack())
    assert "Беркут:" not in again.text


async def test_only_pupils_of_the_class_and_its_counselor_see_the_league(store: Store) -> None:
    await store.do(joining(5))
    talk = await conversation(store)
    await taps(talk, HERE, group.TakeNickname(MINE, "swan").pack())
    for stranger in (PUPIL, THERE):
        said = await taps(talk, stranger, group.OpenLeague(MINE).pack())
        assert "Swan" not in said.text
    await taps(talk, PUPIL, group.PlayLeague(MINE).pack())
    assert not await store.do(lambda s: consents.holds(s, PUPIL, "league", MINE))
    assert "Swan" in (await taps(talk, HERE, group.OpenLeague(MINE).pack())).text


async def test_leaving_the_class_ends_playing_and_so_does_its_counselor(store: Store) -> None:
    await store.do(joining(2))
    talk = await conversation(store)
    await taps(talk, HERE, group.TakeNickname(MINE, "deer").pack())
    for person in (FIRST, FIRST + 1):
        await taps(talk, person, group.PlayLeague(MINE).pack())
    await taps(talk, FIRST, group.LeaveClass(MINE).pack())
    assert not await store.do(lambda s: consents.holds(s, FIRST, "league", MINE))
    await taps(talk, HERE, group.LeaveLeague(MINE).pack())
    assert not await store.do(lambda s: consents.holds(s, FIRST + 1, "league", MINE))
    gone = await taps(talk, FIRST + 1, group.OpenLeague(MINE).pack())
    assert "deer" not in gone.text.lower()


# --- a shift suggested ---


async def test_a_shift_is_suggested_as_a_draft_for_the_pupils_of_the_class(store: Store) -> None:
    await store.do(joining(5))
    talk = await conversation(store)
    listed = await taps(talk, HERE, announce.OpenSuggestions(MINE).pack())
    assert "Suggest a shift to" in listed.text
    await taps(talk, HERE, announce.SuggestShift(MINE, "kitchen").pack())
    (one,) = await store.do(lambda s: announcements.written_by(s, HERE))
    assert set(one.spoken) == {"kk", "ru", "en"}
    assert one.stage == "draft"
    assert "missions/kitchen" in one.keys
    reached = await store.do(lambda s: _reached(s, one))
    assert reached == set(range(FIRST, FIRST + 5))
    seen = await taps(talk, HERE, announce.Preview(one.id).pack())
    assert seen.before


def _reached(session: Session, one: Announcement) -> set[int]:
    whole = recipients(Segment.found(one.segment), one.topic, NOON, one.author_id).subquery()
    return set(session.scalars(select(whole.c.id)))


async def test_nothing_is_suggested_to_the_class_of_another(store: Store) -> None:
    await store.do(populate)
    talk = await conversation(store)
    await taps(talk, THERE, announce.SuggestShift(MINE, "kitchen").pack())
    await taps(talk, HERE, announce.SuggestShift(MINE, "lamplighter").pack())
    assert await store.do(lambda s: len(announcements.written_by(s, THERE))) == 0
    assert await store.do(lambda s: len(announcements.written_by(s, HERE))) == 0
