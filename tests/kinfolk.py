"""Kinfolk: the screens of parent, child and counselor, each after what led to it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from bot.doors import ROUTER
from bot.guidance.codes import LONGER, codes
from bot.rooms.classes import intents as group
from bot.rooms.family import intents as kin
from bot.rooms.family.intents import Thing
from bot.rooms.interests.intents import BeginYoung
from bot.rooms.missions import intents as mission
from bot.rooms.privacy.intents import OpenConsents, OpenReceipt
from bot.turn import Turn
from bot.ui import Intent, Screen
from db import child_codes, family, gaps, given, people, staff
from db.statements import settle
from tests import shifts, sittings, tries
from tests.sitters import METAL, PEOPLE
from tests.wire import NOON

Story = Callable[[Turn], Screen]
OTHER, COUNSELOR = 2001, 2002  # the other one of two who are linked; a counselor
FIRST = 1  # the number of the first link, round, result, class in an empty database
SIGN = codes(Random(7), 1, LONGER)[0]
SECRET = "7d" * 16


def asked(intent: Intent, turn: Turn, words: str = "") -> Screen:
    """The screen its door answers with, after all that was done in the turns before."""
    settle(turn.session)
    turn.words = words
    return ROUTER.answer(intent, turn)[1]


def met(turn: Turn, number: int, role: str = "") -> Turn:
    """The turn of somebody else."""
    person, _ = people.meet(turn.session, number, turn.language, 1, NOON)
    return replace(turn, person=replace(person, staff=role), chance=Random(7))


def chanced(turn: Turn) -> Turn:
    """The same turn, where chance falls as it always does here."""
    return replace(turn, chance=Random(7))


def coded(turn: Turn) -> Screen:
    """A child makes a code."""
    return asked(kin.MakeCode(), chanced(turn))


def linking(child: Turn, parent: Turn, *, agreed: bool = True) -> None:
    """A parent asks by the child's code, and the child agrees."""
    coded(child)
    asked(kin.AskChild(SIGN), parent)
    if agreed:
        asked(kin.AgreeToLink(FIRST), child)


def as_child(*before: Intent, agreed: bool = True) -> Callable[[Intent], Story]:
    """Stories of a child with a parent, who did this before."""
    return lambda intent: lambda turn: _child(turn, (*before, intent), agreed=agreed)


def _child(turn: Turn, acts: Sequence[Intent], *, agreed: bool) -> Screen:
    linking(turn, met(turn, OTHER), agreed=agreed)
    return [asked(act, chanced(turn)) for act in acts][-1]


def as_parent(*before: Intent, agreed: bool = True) -> Callable[[Intent], Story]:
    """Stories of a parent whose child did this before."""
    return lambda intent: lambda turn: _parent(turn, before, intent, agreed=agreed)


def _parent(turn: Turn, before: Sequence[Intent], intent: Intent, *, agreed: bool) -> Screen:
    child = met(turn, OTHER)
    linking(child, turn, agreed=agreed)
    for act in before:
        asked(act, child)
    return asked(intent, turn)


def tested(story: Story) -> Story:
    """The same after the test was taken by everybody in it."""

    def told(turn: Turn) -> Screen:
        sittings.sat(METAL, met(turn, OTHER))
        sittings.sat(METAL, turn)
        return story(turn)

    return told


def everything(turn: Turn) -> Screen:
    """A child who has tried all there is, and shows it to a parent."""
    shifts.written(turn, shifts.SCANT)
    shifts.written(turn, run=shifts.SECOND)
    asked(mission.Like(FIRST, 0), turn)
    tries.tried(turn, "gears", tries.every)
    tries.tried(turn, "levers", tries.none)
    sittings.sat(PEOPLE, turn)
    sittings.sat(METAL, turn)
    people.save(turn.session, turn.person, "professions/welder", NOON)
    people.save(turn.session, turn.person, "colleges/adilet", NOON)
    return asked(mission.OpenTried(), turn)


def shown(what: kin.Seen, thing: Thing) -> Story:
    """What a parent sees of it, of a child who tried everything, and of one who tried nothing."""

    def told(turn: Turn) -> Screen:
        child = met(turn, OTHER)
        everything(child)
        linking(child, turn)
        asked(kin.ShowThing(FIRST, thing), child)
        return asked(kin.SeeThing(FIRST, what), turn)

    return told


def guessed(values: Sequence[kin.Guessed], intent: Intent, *, mine: bool = False) -> Story:
    """A parent guesses so, over and over, as many as there are values; what one of the two sees."""

    def told(turn: Turn) -> Screen:
        other = met(turn, OTHER)
        child, parent = (turn, other) if mine else (other, turn)
        sittings.sat(METAL, child)
        linking(child, parent)
        asked(kin.BeginGap(FIRST), child)
        found = gaps.gap(turn.session, FIRST)
        assert found
        for item, value in zip(found.items.split(), values, strict=False):
            asked(kin.MakeGuess(FIRST, item, value), parent)
        if intent == kin.BeginGap(FIRST):
            found.begun_at = NOON - gaps.REST
            return asked(kin.OpenGap(FIRST), turn)
        return asked(intent, turn)

    return told


# --- a result for the counselor ---


def classed(turn: Turn, grade: int = 9) -> Turn:
    """A counselor with a class, which the person of the turn has joined as a pupil."""
    school = staff.school(turn.session, "№ 12", "abai", NOON).id
    staff.invite(turn.session, SECRET, role="counselor", by=1, now=NOON, school=school)
    counselor = met(turn, COUNSELOR, "counselor")
    staff.accept(turn.session, SECRET, COUNSELOR, NOON)
    asked(group.MakeClass(grade), counselor, "9 A")
    asked(group.JoinClass(codes(Random(7))[0], "pupil"), turn)
    return counselor


def giving(*acts: Intent, grade: int = 9, parent: bool = False, looked: int = 0) -> Story:
    """A pupil with a result and a class, who does this; the counselor has looked so often."""

    def told(turn: Turn) -> Screen:
        sittings.sat(METAL, turn)
        counselor = classed(turn, grade)
        if parent:
            linking(turn, met(turn, OTHER))
        if looked:
            asked(kin.GiveResult(FIRST, FIRST), chanced(turn))
        for _ in range(looked):
            asked(kin.SeeResult(FIRST), counselor)
        return [asked(act, chanced(turn)) for act in acts][-1]

    return told


def looking(intent: Intent, *, gave: bool = True, young: bool = False) -> Story:
    """What the counselor sees of a class whose pupil gave a result, or did not."""

    def told(turn: Turn) -> Screen:
        pupil = met(turn, OTHER)
        sittings.sat(METAL, pupil, BeginYoung()) if young else sittings.sat(METAL, pupil)
        counselor = classed(pupil)
        if gave:
            asked(kin.GiveResult(FIRST, FIRST), pupil)
        return asked(intent, counselor)

    return told


def _by_admin(turn: Turn) -> Screen:
    giving(kin.GiveResult(FIRST, FIRST))(turn)
    found = given.open_of(turn.session, turn.person.id, NOON)
    assert found
    given.look(turn.session, found, "admin", None, NOON)
    return asked(kin.OpenLooks(), turn)


# --- stories ---


def _unlinked(*acts: Intent, words: str = "") -> Story:
    return lambda turn: [asked(act, chanced(turn), words) for act in acts][-1]


def _both(turn: Turn) -> Screen:
    """Somebody with a parent, another who asks to be one, a child, and one who has not answered."""
    sittings.sat(METAL, turn)
    for number, parent, agreed in (
        (3, True, True),
        (4, True, False),
        (5, False, True),
        (6, False, False),
    ):
        other = met(turn, 2000 + number)
        child, adult = (turn, other) if parent else (other, turn)
        child_codes.offer(turn.session, child.person.id, [SIGN], NOON)
        link = family.ask(turn.session, SIGN, adult.person.id, NOON)
        assert link
        if agreed:
            family.agree(turn.session, link, NOON)
            family.show(turn.session, link, "tried", NOON)
            family.show(turn.session, link, "saved", NOON)
    coded(turn)
    asked(kin.WantWeekly(), turn)
    return asked(kin.OpenLinks(), turn)


def _full(turn: Turn) -> Screen:
    """A child with as many parents as there may be, and a fourth who has an old code."""
    for number in range(3):
        child_codes.offer(turn.session, turn.person.id, [SIGN], NOON)
        assert family.ask(turn.session, SIGN, met(turn, 3000 + number).person.id, NOON)
    return asked(kin.OpenLinks(), turn)


def _too_many(turn: Turn) -> Screen:
    child = met(turn, OTHER)
    _full(child)
    child_codes.offer(turn.session, child.person.id, [SIGN], NOON)
    return asked(kin.OpenOffer(SIGN), turn)


def _offered(turn: Turn) -> Screen:
    coded(met(turn, OTHER))
    return asked(kin.OpenOffer(SIGN), turn)


def _linked(turn: Turn) -> Screen:
    """A code of somebody they are linked to."""
    linking(met(turn, OTHER), turn)
    coded(met(turn, OTHER))
    return asked(kin.OpenOffer(SIGN), turn)


STORIES: dict[str, Story] = {
    "family, links, none": _unlinked(kin.OpenLinks()),
    "family, links": _both,
    "family, links, full": _full,
    "family, links, a parent who sees nothing": as_child()(kin.OpenLinks()),
    "family, links, a child who shows nothing": as_parent()(kin.OpenLinks()),
    "family, links, weekly": as_parent(kin.ShowThing(FIRST, "tried"))(kin.OpenLinks()),
    "family, code": coded,
    "family, code, dropped": _unlinked(kin.MakeCode(), kin.DropCode()),
    "family, enter": _unlinked(kin.EnterCode()),
    "family, enter, unknown": _unlinked(kin.OpenOffer("none")),
    "family, enter, own": _unlinked(kin.MakeCode(), kin.OpenOffer(SIGN)),
    "family, enter, linked": _linked,
    "family, enter, many": _too_many,
    "family, offered": _offered,
    "family, waiting": as_parent(agreed=False)(kin.OpenLink(FIRST)),
    "family, asked": as_child(agreed=False)(kin.OpenLink(FIRST)),
    "family, parent": as_child()(kin.OpenLink(FIRST)),
    "family, parent, shown": tested(
        as_child(
            kin.ShowResult(FIRST, 0), kin.ShowThing(FIRST, "tried"), kin.ShowThing(FIRST, "saved")
        )(kin.OpenLink(FIRST))
    ),
    "family, parent, guessing": tested(as_child(kin.BeginGap(FIRST))(kin.OpenLink(FIRST))),
    "family, child": as_parent()(kin.OpenLink(FIRST)),
    "family, child, shown": tested(
        as_parent(
            kin.ShowResult(FIRST, 0),
            kin.ShowThing(FIRST, "tried"),
            kin.ShowThing(FIRST, "saved"),
            kin.BeginGap(FIRST),
        )(kin.AllowGiving(FIRST))
    ),
    "family, ended": _unlinked(kin.OpenEnded()),
    "family, links, ended": as_child()(kin.EndLink(FIRST)),
    "family, see-result": shown("result", "result"),
    "family, see-tried": shown("tried", "tried"),
    "family, see-tried, nothing": as_parent(kin.ShowThing(FIRST, "tried"))(
        kin.SeeThing(FIRST, "tried")
    ),
    "family, see-tasks": shown("tasks", "tried"),
    "family, see-tasks, none": as_parent(kin.ShowThing(FIRST, "tried"))(
        kin.SeeThing(FIRST, "tasks")
    ),
    "family, see-saved": shown("saved", "saved"),
    "family, see-saved, nothing": as_parent(kin.ShowThing(FIRST, "saved"))(
        kin.SeeThing(FIRST, "saved")
    ),
    "family, gap-none": as_child()(kin.OpenGap(FIRST)),
    "family, gap-ask": tested(as_child()(kin.OpenGap(FIRST))),
    "family, gap-waiting": tested(as_child()(kin.BeginGap(FIRST))),
    "family, gap-guess": guessed((), kin.OpenGap(FIRST)),
    "family, gap-guess, second": guessed((3,), kin.OpenGap(FIRST)),
    "family, gap-guess, again": guessed((3,), kin.GuessAgain(FIRST, 1)),
    "family, gap-guess, unsure": guessed((0,), kin.GuessAgain(FIRST, 1)),
    "family, gap-seen": guessed((1,) * 12, kin.OpenGap(FIRST)),
    "family, gap-seen, child": guessed((1, 5) * 6, kin.OpenGap(FIRST), mine=True),
    "family, gap-seen, once more": guessed((1,) * 12, kin.BeginGap(FIRST), mine=True),
    "family, gap-seen, alike": guessed((0,) * 12, kin.OpenGap(FIRST)),
    "family, gap-dropped": tested(as_child(kin.BeginGap(FIRST))(kin.DropGap(FIRST))),
    **{f"family, talk, {at}": as_parent()(kin.OpenTalk(at)) for at in range(10)},
    **{f"family, talk, child, {at}": as_child()(kin.OpenTalk(at)) for at in range(10)},
    "family, talk, weekly": as_child()(kin.WantWeekly()),
    "family, giving, none": _unlinked(kin.OpenGiving()),
    "family, giving, nobody": lambda turn: (
        sittings.sat(METAL, turn),
        asked(kin.OpenGiving(), turn),
    )[1],
    "family, giving": giving(kin.OpenGiving(), parent=True),
    "family, giving, given": giving(
        kin.ShowResult(FIRST, FIRST), kin.GiveResult(FIRST, FIRST), parent=True
    ),
    "family, give-ask": giving(kin.AskGive(FIRST, FIRST)),
    "family, parent-first": giving(kin.AskGive(FIRST, FIRST), grade=7),
    "family, parent-first, linked": giving(kin.AskGive(FIRST, FIRST), grade=7, parent=True),
    "family, looks": giving(kin.OpenLooks(), looked=2),
    "family, looks, none": giving(kin.GiveResult(FIRST, FIRST), kin.OpenLooks()),
    "family, looks, admin": _by_admin,
    "family, looks, over": giving(kin.GiveResult(FIRST, FIRST), kin.TakeResultBack()),
    "family, results": looking(kin.OpenResults(FIRST)),
    "family, results, none": looking(kin.OpenResults(FIRST), gave=False),
    "family, result": looking(kin.SeeResult(FIRST)),
    "family, result, young": looking(kin.SeeResult(FIRST), young=True),
    "missions, tried": everything,
    "privacy, consents, family": giving(kin.GiveResult(FIRST, FIRST), OpenConsents(), parent=True),
    "privacy, receipt, result": giving(kin.GiveResult(FIRST, FIRST), OpenReceipt(3), parent=True),
}


def kinds() -> set[type[Intent]]:
    """The kinds of questions of this room: the stories ask them, or tap them on their way."""
    every = Intent._by_code.values()
    return {one for one in every if one.__module__ == kin.__name__}
