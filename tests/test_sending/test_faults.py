"""Named faults of Telegram, of the network, of the clock; and what the ledger says after them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.edges.telegram import Caller, Post
from bot.edges.telegram.request import Wire
from bot.playground import Person as Owner
from bot.playground import Playground
from bot.posting import Fate
from bot.tempo import Tempo
from bot.ui import Message
from db import classes, gate, ledger, people, topics
from db.announcements import Announcement, Delivery
from db.base import open_store
from db.gate import Gate
from db.people import Person
from tests.chaos.broadcast import AUTHOR, FIRST, IN_FLIGHT
from tests.databases import BOTH, furnished, stocked
from tests.postgres import free_port
from tests.test_sending.stand import NOON, SENT, Fates, Hour, Stand, announced, emptied
from tests.wire import TOKEN

pytestmark = pytest.mark.asyncio(loop_scope="session")
DEADLINE = 0.3  # seconds of a call, here
HALF_A_MINUTE = timedelta(seconds=31)


@dataclass
class Scene(Stand):
    """A stand before a playground, where rules make calls go wrong."""

    playground: Playground = None  # type: ignore[assignment]

    def got(self, person: int) -> int:
        """How many messages of ours somebody sees."""
        return len(self.playground.messages(person))

    def calls(self, person: int) -> int:
        """How often we tried to send them something."""
        found = self.playground.calls.find(chat=person)
        return sum(call["method"] in SENT for call in found)

    def goes_wrong(self, fault: str, person: int = FIRST, **how: Any) -> None:
        """Have a call for somebody go wrong, once unless it is said otherwise."""
        how = {"nth": 1, "method": "sendMessage", **how}
        self.playground.faults.order(fault=fault, chat=person, **how)

    async def later(self, number: int, by: timedelta = HALF_A_MINUTE, run: int = 1) -> None:
        """Serve again after a while."""
        self.hour.now += by
        await self.serve(number, run)


@pytest_asyncio.fixture(scope="module", loop_scope="session", params=BOTH)
async def stand(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stand]:
    """The stand on each database, made once."""
    store = open_store(furnished(request.param, tmp_path_factory.mktemp("stand")))
    shelf = await stocked(store)
    yield Stand(store, shelf)
    await store.close()


@pytest_asyncio.fixture(loop_scope="session")
async def scene(stand: Stand) -> AsyncIterator[Scene]:
    """A stand where nothing has happened yet, before a Telegram of our own."""
    await stand.do(emptied)
    playground = Playground(limits=False, welcome_strangers=True, time_scale=0.01)
    async with playground.open() as address:
        caller = Caller(TOKEN, address=address, wire=Wire(deadline=DEADLINE))
        yield Scene(stand.store, stand.shelf, Post(caller), Hour(), playground=playground)
        await caller.shutdown()


async def test_a_chat_that_must_wait_holds_up_nobody_else(scene: Scene) -> None:
    """F25: 429 for one chat: only that chat waits."""
    number = await scene.do(lambda session: announced(session, 4))
    scene.goes_wrong("429", retry_after=60)
    await scene.serve(number)
    assert [scene.got(FIRST + at) for at in range(4)] == [0, 1, 1, 1]
    await scene.later(number)
    assert scene.got(FIRST) == 0
    await scene.later(number)
    assert (scene.got(FIRST), scene.calls(FIRST)) == (1, 2)
    assert not (await scene.row(FIRST)).twice


async def test_when_many_chats_must_wait_all_of_us_slow_down_and_nobody_is_dropped(
    scene: Scene,
) -> None:
    """F26: 429 for three chats within ten seconds: half the pace, recovering by 10 % a minute."""
    number = await scene.do(lambda session: announced(session, 5))
    for at in range(3):
        scene.goes_wrong("429", FIRST + at, retry_after=20)
    await scene.serve(number)
    slowed = await scene.do(lambda session: session.get_one(Gate, 1).slowed_at)
    assert slowed == NOON.timestamp() + 20
    tempo, back = Tempo(28.0), NOON + timedelta(seconds=20)
    await scene.do(lambda session: tempo.leaves(session, back))
    speeds = [tempo.speed(back + timedelta(minutes=at)) for at in (0, 1, 3, 5, 60)]
    assert speeds == pytest.approx([14, 16.8, 22.4, 28, 28])
    await scene.later(number)
    assert await scene.tally() == {"sent": 5}
    assert [scene.got(FIRST + at) for at in range(5)] == [1] * 5


async def test_one_chat_asked_to_wait_again_and_again_does_not_slow_the_others(
    scene: Scene,
) -> None:
    """F26: it takes several chats."""
    tempo = Tempo(28.0)
    assert [tempo.is_for_all(FIRST, NOON) for _ in range(9)] == [False] * 9
    late = [NOON + timedelta(seconds=at) for at in (0, 6, 12)]
    assert [Tempo(28.0).is_for_all(at, moment) for at, moment in enumerate(late)] == [False] * 3


async def test_an_absurd_wait_is_capped_and_the_announcement_stands_still(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    """F27: retry_after 86,400: five minutes at most, an alert, a pause its author sees."""
    number = await scene.do(lambda session: announced(session, 3))
    scene.goes_wrong("429", FIRST + 1, retry_after=86_400)
    await scene.serve(number)
    one = await scene.one(number)
    assert (one.stage, one.why) == ("paused", "slowed")
    assert "nothing more is sent" in capsys.readouterr().out
    assert (await scene.row(FIRST + 1)).not_before == NOON + timedelta(minutes=5)
    await scene.dispatch().rest(number, 1)
    assert "Telegram ұзақ күтуді сұрады" in scene.playground.last(AUTHOR)["text"]
    await scene.change(_runs_again)
    await scene.later(number, timedelta(minutes=6))
    assert await scene.tally() == {"sent": 3}


async def test_a_wait_without_a_length_is_a_short_one(scene: Scene) -> None:
    """F27: 429 without retry_after."""
    number = await scene.do(lambda session: announced(session, 2))
    scene.goes_wrong("429_bare")
    await scene.serve(number)
    assert (await scene.row(FIRST)).not_before == NOON + timedelta(seconds=3)
    assert (await scene.one(number)).stage == "running"
    await scene.later(number)
    assert await scene.tally() == {"sent": 2}


def _runs_again(session: Session) -> None:
    session.execute(update(Announcement).values(stage="running", why=""))


UNSURE = {
    "500": "F28", "502": "F28", "503": "F28", "504": "F28", "no_reply": "F30", "timeout": "F31",
    "reset_before": "F31", "reset_after": "F31", "half_open": "F31", "slow": "F32",
    "bad_json": "F33", "html": "F33", "empty": "F33", "huge": "F33", "wrong_type": "F33",
}  # fmt: skip


@pytest.mark.parametrize("fault", UNSURE)
async def test_what_nobody_knows_is_sent_once_more_and_listed(scene: Scene, fault: str) -> None:
    """F28, F30, F31, F32, F33: once more after half a minute, listed; never a third time."""
    number = await scene.do(lambda session: announced(session, 2))
    scene.goes_wrong(fault, seconds=30)
    await scene.serve(number)
    assert scene.calls(FIRST) == 1
    await scene.later(number)
    await scene.later(number)
    row = await scene.row(FIRST)
    assert (row.state, row.twice, scene.calls(FIRST)) == ("sent", True, 2)
    assert 1 <= scene.got(FIRST) <= 2
    assert (await scene.standing(number)).twice == 1


async def test_what_is_never_known_is_never_sent_a_third_time(scene: Scene) -> None:
    """F28: a gateway that fails for ever, though it delivers: two copies at most, `unknown`."""
    number = await scene.do(lambda session: announced(session, 1))
    scene.goes_wrong("502", times=99, after=True)
    await scene.serve(number)
    for _ in range(4):
        await scene.later(number)
    assert ((await scene.row(FIRST)).state, scene.got(FIRST)) == ("unknown", 2)


async def test_what_never_left_is_tried_again_and_told_once(scene: Scene) -> None:
    """F29: nobody there, or no such host: safe to try again, and no attempt."""
    number = await scene.do(lambda session: announced(session, 2))
    there = scene.post
    for address in (f"http://127.0.0.1:{free_port()}", "http://no-such-host.invalid"):
        caller = Caller(TOKEN, address=address)
        scene.post = Post(caller)
        await scene.later(number)
        await caller.shutdown()
        row = await scene.row(FIRST)
        assert (row.state, row.attempts, row.twice) == ("waiting", 0, False)
    scene.post = there
    await scene.later(number)
    assert [scene.got(FIRST), scene.got(FIRST + 1)] == [1, 1]


async def test_the_rest_between_tries_doubles_up_to_a_minute(scene: Scene) -> None:
    """F29: 1 to 60 seconds, with jitter; from the start once Telegram is there again."""
    tempo = Tempo(28.0)
    rests = [tempo.lost() for _ in range(12)]
    for at, rest in enumerate(rests):
        assert min(60, 2**at) / 2 <= rest <= min(60, 2**at)
    assert len(set(rests)) == len(rests)
    tempo.reached()
    assert tempo.lost() <= 1


async def test_sent_without_a_number_is_sent_and_cannot_be_changed(scene: Scene) -> None:
    """F34: `ok` without a message_id: sent; neither edited nor taken back."""
    number = await scene.do(lambda session: announced(session, 2))
    scene.goes_wrong("no_result")
    await scene.serve(number)
    row = await scene.row(FIRST)
    assert (row.state, row.message_id, row.twice) == ("sent", None, False)
    for what in ("edit", "recall"):
        again = partial(ledger.again, number=number, what=what, states=("sent",))
        assert await scene.do(again) == 1
        await scene.change(lambda s: ledger.let_go(s, number, NOON))


async def test_a_token_that_was_revoked_stops_all_of_it_at_once(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    """F35: 401: the sender stops and tells, nothing is tried again and again."""
    number = await scene.do(lambda session: announced(session, 50))
    scene.playground.faults.order(fault="401", method="sendMessage")
    for lane in range(IN_FLIGHT):
        await scene.serve(number, lane=lane)
    await scene.later(number)
    assert len(scene.playground.calls.find(method="sendMessage")) == 1
    assert (await scene.row(FIRST)).attempts == 0
    one = await scene.one(number)
    assert (one.stage, one.why) == ("paused", "closed")
    assert await scene.dispatch().rest(number, 1) < 0
    said = capsys.readouterr().out
    assert said.count("nothing more is sent") == 1
    assert "closed" in said
    scene.playground.faults.drop()
    await scene.change(_runs_again)
    await scene.later(number)
    assert await scene.tally() == {"sent": 50}


def _owner(person: int, how: str) -> Owner:
    """Somebody who blocked the bot, or deleted the account."""
    gone = how == "deactivated"
    return Owner(person, "Айым", started=True, blocked=not gone, deactivated=gone)


@pytest.mark.parametrize(("how", "state"), [("blocked", "blocked"), ("deactivated", "gone")])
async def test_whom_it_cannot_reach_is_told_of_and_not_tried_again(
    scene: Scene, how: str, state: str
) -> None:
    """F36: blocked or deactivated: out of reach, with the reason and the moment."""
    number = await scene.do(lambda session: announced(session, 2))
    scene.playground.people[FIRST] = _owner(FIRST, how)
    await scene.serve(number)
    await scene.later(number)
    row = await scene.row(FIRST)
    assert (row.state, row.settled_at, scene.calls(FIRST)) == (state, NOON, 1)
    left = await scene.do(lambda session: session.get_one(Person, FIRST).left_at)
    assert left == NOON


async def test_a_chat_there_never_was_is_gone(scene: Scene) -> None:
    """F36: 400 chat not found."""
    number = await scene.do(lambda session: announced(session, 2))
    scene.goes_wrong("400", description="Bad Request: chat not found")
    await scene.serve(number)
    assert await scene.tally() == {"gone": 1, "sent": 1}


async def test_a_chat_that_moved_is_not_followed(scene: Scene) -> None:
    """F37: announcements go to private chats only, which never move: it is gone."""
    number = await scene.do(lambda session: announced(session, 1))
    scene.goes_wrong("migrate", to=-100777)
    await scene.serve(number)
    row = await scene.row(FIRST)
    assert (row.state, row.why, scene.calls(FIRST)) == ("gone", "moved", 1)


class Down(Fates):
    """A Telegram that cannot be reached until an hour comes."""

    def __init__(self, hour: Hour, until: Any) -> None:
        super().__init__()
        self._hour, self._until, self.tried = hour, until, 0

    async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
        """Never leaves, as long as it is down."""
        self.tried += 1
        if self._hour() < self._until:
            return Fate("unsent")
        return await super().send(person, message)


async def test_telegram_down_for_two_hours_and_then_it_is_night(stand: Stand) -> None:
    """F38: it pauses and resumes by itself, and quiet hours are kept."""
    await stand.do(emptied)
    at_eight = NOON + timedelta(hours=8)
    stand = replace(stand, hour=Hour(at_eight))
    stand.post = post = Down(stand.hour, at_eight + timedelta(hours=2))
    number = await stand.do(lambda session: announced(session, 3))
    for _ in range(12):  # until ten in the evening
        await stand.serve(number)
        stand.hour.now += timedelta(minutes=10)
    asked = post.tried
    assert asked > 0
    stand.hour.now = at_eight + timedelta(hours=12, minutes=59)
    await stand.serve(number)
    assert (post.tried, post.sent) == (asked, [])
    assert await stand.dispatch().rest(number, 1) == 60
    stand.hour.now = at_eight + timedelta(hours=13)
    await stand.serve(number)
    assert sorted(person for person, _ in post.sent) == [FIRST, FIRST + 1, FIRST + 2]


async def test_at_nine_in_the_evening_it_rests_and_at_nine_in_the_morning_goes_on(
    stand: Stand,
) -> None:
    """F63: quiet hours reached in the middle; the board names the hour it will end."""
    await stand.do(emptied)
    evening = NOON + timedelta(hours=8, minutes=59, seconds=59)
    stand = replace(stand, hour=Hour(evening), post=Fates())
    number = await stand.do(lambda session: announced(session, 3))
    await stand.serve(number, most=1)
    stand.hour.now += timedelta(seconds=1)
    await stand.serve(number)
    assert await stand.tally() == {"sent": 1, "waiting": 2}
    dispatch = stand.dispatch()
    await dispatch.carry(number, 1, 0)
    assert "24.11.2026 09:00" in stand.post.sent[-1][1]  # type: ignore[attr-defined]
    stand.hour.now = NOON + timedelta(hours=21)
    await stand.serve(number)
    assert await stand.tally() == {"sent": 3}


async def test_people_come_and_go_while_it_is_sent_and_totals_stay_right(scene: Scene) -> None:
    """F59: who blocks, unblocks or deletes the account is counted once."""
    number = await scene.do(lambda session: announced(session, 5))
    for at, how in enumerate(("blocked", "deactivated")):
        scene.playground.people[FIRST + at] = _owner(FIRST + at, how)
    await scene.serve(number, most=3)
    scene.playground.people[FIRST].blocked = False
    await scene.do(lambda session: people.meet(session, FIRST, "kk", 1, NOON) and None)
    await scene.later(number)
    await scene.later(number)
    standing = await scene.standing(number)
    assert (standing.total, standing.sent, standing.left) == (5, 3, 0)
    assert sum(standing.missed.values()) == 2
    assert [scene.got(FIRST + at) for at in range(5)] == [0, 0, 1, 1, 1]


async def test_who_leaves_opts_out_or_is_forgotten_gets_nothing_after_that(stand: Stand) -> None:
    """F60: not sent after that moment."""
    await stand.do(emptied)
    stand = replace(stand, hour=Hour(), post=(post := Fates()))
    number = await stand.do(_to_a_class)
    await stand.serve(number, most=1)
    await stand.change(lambda s: classes.leave(s, 1, FIRST + 1))
    await stand.change(lambda s: topics.unwant(s, FIRST + 2, "news"))
    await stand.change(lambda s: s.execute(delete(Person).where(Person.id == FIRST + 3)))
    await stand.serve(number)
    assert [person for person, _ in post.sent] == [FIRST, FIRST + 4]
    assert (await stand.row(FIRST + 1)).why == "segment"
    assert (await stand.row(FIRST + 2)).why == "muted"
    assert (await stand.standing(number)).left == 0


def _to_a_class(session: Session) -> int:
    number = announced(session, 5)
    made = classes.open_class(session, AUTHOR, None, "9A", 9, ["AAAA22"], NOON)
    for at in range(5):
        classes.join(session, made, FIRST + at, "pupil", NOON)
    one = session.get_one(Announcement, number)
    one.segment = f'{{"classes": [{made.id}]}}'
    session.flush()
    return number


class Forgetting(Fates):
    """Somebody asks to be forgotten while a message to them is on its way."""

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self._stand = stand

    async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
        """Bring it, and forget them."""
        await self._stand.change(lambda s: s.execute(delete(Person).where(Person.id == person)))
        return await super().send(person, message)


async def test_who_is_forgotten_while_it_is_on_its_way_leaves_nothing_behind(
    stand: Stand,
) -> None:
    """F60: the row went with the person; nothing stumbles over that."""
    await stand.do(emptied)
    stand = replace(stand, hour=Hour())
    stand.post = Forgetting(stand)
    number = await stand.do(lambda session: announced(session, 3))
    assert await stand.serve(number) == "over"
    assert await stand.do(lambda s: list(s.scalars(select(Delivery.person_id)))) == []


async def test_a_loop_that_stood_still_is_late_and_loses_nothing(stand: Stand) -> None:
    """F17: three seconds of a blocked loop: each message gets a new moment, and leaves once."""
    await stand.do(emptied)

    class Halting(Hour):
        looks = 0

        def __call__(self) -> Any:
            self.looks += 1
            return NOON + timedelta(seconds=3 if self.looks > 3 else 0)

    stand = replace(stand, hour=Halting(), post=(post := Fates()), tempo=Tempo(1000.0))
    number = await stand.do(lambda session: announced(session, 3))
    await stand.serve(number)
    assert sorted(person for person, _ in post.sent) == [FIRST, FIRST + 1, FIRST + 2]
    assert await stand.tally() == {"sent": 3}


@pytest.mark.parametrize("jump", [timedelta(hours=1), -timedelta(hours=1)])
async def test_a_clock_that_jumps_neither_stops_nor_doubles_anything(
    stand: Stand, jump: timedelta
) -> None:
    """F18: one hour forward or back: nobody waits for an hour, nothing is set going twice."""
    await stand.do(emptied)
    await stand.do(gate.open_gate)
    await stand.do(lambda session: gate.leave(session, 1.0, NOON))
    there = NOON + jump
    at, _ = await stand.do(lambda session: gate.leave(session, 1.0, there))
    assert at == there.timestamp()
    stand = replace(stand, hour=Hour(), post=(post := Fates()))
    number = await stand.do(lambda session: announced(session, 2))
    fresh = update(Announcement).values(stage="scheduled", run_at=NOON, running_run=0)
    await stand.change(lambda session: session.execute(fresh))
    await stand.carried()
    stand.hour.now = there
    for _ in range(3):
        await stand.carried()
    assert (await stand.one(number)).run == 1
    assert sorted(p for p, _ in post.sent if p >= FIRST) == [FIRST, FIRST + 1]


PHOTOS = '[["photo", "{0}", 9], ["photo", "{0}", 9]]'


async def _with_photos(scene: Scene, stage: str) -> int:
    """An announcement with two photos, to two people."""
    scene.playground.people[AUTHOR] = Owner(AUTHOR, "Динара", started=True)
    scene.playground.send(AUTHOR, "photo")
    photo = scene.playground.messages(AUTHOR)[-1]["photo"][-1]["file_id"]
    number = await scene.do(lambda session: announced(session, 2))
    more = {"attached": PHOTOS.format(photo), "stage": stage, "running_run": 0}
    await scene.change(lambda session: session.execute(update(Announcement).values(more)))
    return number


async def test_words_that_must_wait_behind_an_album_do_not_send_it_again(scene: Scene) -> None:
    """F25: 429 after the photos have arrived: the words follow, the photos stay as they are."""
    number = await _with_photos(scene, "running")
    scene.goes_wrong("429", retry_after=1)
    await scene.serve(number)
    methods = [call["method"] for call in scene.playground.calls.find(chat=FIRST)]
    assert methods == ["sendMediaGroup", "sendMessage", "sendMessage"]
    row = await scene.row(FIRST)
    assert (row.state, row.twice) == ("sent", False)


async def test_words_of_which_nobody_knows_behind_an_album_are_listed(scene: Scene) -> None:
    """F28: 502 after the photos have arrived: sent once more, and listed."""
    number = await _with_photos(scene, "running")
    scene.goes_wrong("502", times=99)
    await scene.serve(number)
    for _ in range(3):
        await scene.later(number)
    row = await scene.row(FIRST)
    assert (row.state, row.twice, row.attempts) == ("unknown", True, 2)
    assert (await scene.row(FIRST + 1)).state == "sent"


@pytest.mark.parametrize("why", ["wrong file identifier/HTTP URL specified", "file is too big"])
async def test_with_a_file_telegram_does_not_take_nothing_is_begun(scene: Scene, why: str) -> None:
    """F58: an expired or too large file: its author is told, nobody else gets anything."""
    number = await _with_photos(scene, "scheduled")
    before = scene.got(AUTHOR)
    description = f"Bad Request: {why}"
    scene.goes_wrong("400", AUTHOR, method="sendMediaGroup", description=description)
    assert not await scene.dispatch().open(number, 1)
    assert (await scene.one(number)).stage == "draft"
    assert scene.got(AUTHOR) == before + 1
    assert "Telegram оның файлын қабылдамайды" in scene.playground.last(AUTHOR)["text"]
    assert [scene.got(FIRST), scene.got(FIRST + 1)] == [0, 0]


async def test_with_a_good_file_its_author_gets_it_first(scene: Scene) -> None:
    """F58: then it begins."""
    number = await _with_photos(scene, "scheduled")
    assert await scene.dispatch().open(number, 1)
    assert (await scene.one(number)).stage == "running"
    sent = [call["chat_id"] for call in scene.playground.calls.find(method="sendMediaGroup")]
    assert sent == [AUTHOR]


async def test_speed_that_is_paid_for_is_asked_of_telegram_and_else_never(scene: Scene) -> None:
    number = await scene.do(lambda session: announced(session, 1))
    await scene.serve(number)
    await scene.do(lambda session: ledger.again(session, number, "send", ("sent",)))
    await scene.change(lambda session: session.execute(update(Announcement).values(paid=True)))
    await scene.serve(number)
    told = [call["params"] for call in scene.playground.calls.find(chat=FIRST)]
    assert [one.get("allow_paid_broadcast", False) for one in told] == [False, True]
