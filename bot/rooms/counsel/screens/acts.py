"""What is done with a question: passed on, labelled, its asker silenced; and how it is reviewed."""

from dataclasses import dataclass
from typing import get_args

from bot.rooms.counsel.intents import (
    AskSilence,
    ChooseColleague,
    ChooseDays,
    Days,
    Label,
    LiftSilence,
    MarkReviewed,
    OpenQuestion,
    OpenReported,
    OpenReview,
    PassTo,
    Reason,
    ReviewAny,
    SetLabel,
    Silence,
)
from bot.rooms.counsel.screens.threads import Asked, Said
from bot.rooms.home.intents import GoHome
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, pairs, turner
from content.kinds import Text

HOME = Button("home", GoHome())
LABELS: tuple[Label, ...] = get_args(Label)
REASONS: tuple[Reason, ...] = get_args(Reason)
DAYS: tuple[Days, ...] = get_args(Days)


@dataclass(frozen=True)
class Colleague:
    """Somebody of the staff, as another sees them: of a school or a region, and since when."""

    word: str
    school: str
    region: Text | None
    since: str


def colleagues(one: Asked, shown: Page[Colleague], first: int) -> Screen:
    """To whom to pass a question on."""
    doors = [
        Button("number", PassTo(one.number, each.word), facts={"number": first + at})
        for at, each in enumerate(shown.things)
    ]
    turn = turner(shown, lambda page: ChooseColleague(one.number, page))
    rows = [doors, turn, _back(OpenQuestion(one.number))]
    facts = {"one": one, "found": shown.things, "first": first}
    return Screen("counsel/colleagues", facts, rows)


def labels(one: Asked) -> Screen:
    """What a question is about, in a word."""
    each = [Button(f"label-{label}", SetLabel(one.number, label)) for label in LABELS]
    return Screen("counsel/labels", {"one": one}, [*pairs(each), _back(OpenQuestion(one.number))])


def silence(one: Asked) -> Screen:
    """Why its asker is to write to no counselor for a while."""
    each = [[Button(f"silence-{why}", ChooseDays(one.number, why))] for why in REASONS]
    return Screen("counsel/silence", {"one": one}, [*each, _back(OpenQuestion(one.number))])


def days(one: Asked, reason: Reason) -> Screen:
    """For how long."""
    each = [
        [Button("silence-days", Silence(one.number, reason, days), facts={"days": days})]
        for days in DAYS
    ]
    facts = {"one": one, "reason": reason}
    return Screen("counsel/days", facts, [*each, _back(AskSilence(one.number))])


# --- admins ---


def reported(shown: Page[tuple[Asked, str, str]], first: int) -> Screen:
    """Answers that were reported: of which thread, why, and when."""
    doors = [
        Button("number", OpenReview(one.number), facts={"number": first + at})
        for at, (one, _, _) in enumerate(shown.things)
    ]
    rows = [doors, turner(shown, OpenReported), [Button("review-any", ReviewAny())], [HOME]]
    facts = {"found": shown.things, "first": first, "total": shown.total}
    return Screen("counsel/reported", facts, rows)


def review(one: Asked, shown: Page[Said], silent: str, *, open_reports: int) -> Screen:
    """A thread as it is looked through: nothing can be taken out of it."""
    turn = turner(shown, lambda page: OpenReview(one.number, page))
    mark = [Button("review-done", MarkReviewed(one.number))] if open_reports else []
    lift = [Button("review-lift", LiftSilence(one.number))] if silent else []
    rows = [turn, mark, lift, _back(OpenReported())]
    facts = {"one": one, "said": shown.things, "silent": silent}
    return Screen("counsel/review", facts, rows, secret=True, long=True)


def no_threads() -> Screen:
    """There is no thread to look through."""
    return Screen("counsel/no-threads", {}, [_back(OpenReported())])


def report_letter(one: Asked, why: str) -> Screen:
    """An answer was reported: told to admins."""
    rows = [[Button("review-open", OpenReview(one.number))]]
    return Screen("counsel/report-letter", {"one": one, "why": why}, rows)


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]
