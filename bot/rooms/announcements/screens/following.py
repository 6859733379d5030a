"""Following: how an announcement stands while it runs, and the report when it is over."""

from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from bot.rooms.announcements.intents import (
    AskCancel,
    AskRecall,
    ExportReport,
    OpenAnnouncement,
    OpenAnnouncements,
    OpenWords,
    PauseAnnouncement,
    Preview,
    ResumeAnnouncement,
    SendToMissed,
)
from bot.rooms.home.intents import GoHome
from bot.ui import Button, Screen
from content.kinds import LANGUAGES, Text

HOME = Button("home", GoHome())
FEWEST = 5  # of a group: fewer are not told, or somebody could be known by them
BLOCKS = 10  # of the bar


class Standing(Protocol):
    """How an announcement stands: `db.ledger.Standing`."""

    @property
    def stage(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def sent(self) -> int: ...
    @property
    def left(self) -> int: ...
    @property
    def unknown(self) -> int: ...
    @property
    def twice(self) -> int: ...
    @property
    def missed(self) -> Mapping[str, int]: ...
    @property
    def skipped(self) -> Mapping[str, int]: ...
    @property
    def answers(self) -> Mapping[str, int]: ...
    @property
    def presses(self) -> Mapping[int, int]: ...
    @property
    def muted(self) -> int: ...
    @property
    def recalled(self) -> int: ...
    @property
    def total(self) -> int: ...


def board(number: int, title: str, standing: Standing, ends: str = "") -> Screen:
    """How far it has come; `ends` is the day and hour it will be finished, as people write it."""
    done = standing.total - standing.left
    facts = {
        "title": title,
        "stage": standing.stage,
        "why": standing.why,
        "done": done,
        "total": standing.total,
        "bar": bar(done, standing.total),
        "missed": sum(standing.missed.values()),
        "ends": ends,
    }
    go_on = (
        Button("ann-resume", ResumeAnnouncement(number))
        if standing.stage == "paused"
        else Button("ann-pause", PauseAnnouncement(number))
    )
    rows = [
        [go_on, Button("ann-cancel", AskCancel(number))],
        [Button("ann-refresh", OpenAnnouncement(number))],
        [Button("back", OpenAnnouncements()), HOME],
    ]
    return Screen("announcements/board", facts, rows)


def bar(done: int, total: int) -> str:
    """Ten blocks, as many of them full as of ten are done."""
    full = BLOCKS * done // total if total else BLOCKS
    return "▓" * full + "░" * (BLOCKS - full)


def report(
    number: int, title: str, standing: Standing, *, asks: bool = False, keys: Sequence[Text] = ()
) -> Screen:
    """What became of it, when it is over."""
    facts = {
        "title": title,
        "stage": standing.stage,
        "why": standing.why,
        "sent": standing.sent,
        "total": standing.total,
        "recalled": standing.recalled,
        "unknown": standing.unknown,
        "twice": standing.twice,
        "missed": [(name, standing.missed.get(name, 0)) for name in ("blocked", "gone")],
        "failed": _others(standing.missed, ("blocked", "gone")),
        "skipped": {name: n for name, n in standing.skipped.items() if n},
        "asks": asks,
        "answers": {name: counted(standing.answers.get(name, 0)) for name in ANSWERS},
        "presses": [(key, counted(standing.presses.get(at, 0))) for at, key in enumerate(keys)],
        "muted": counted(standing.muted),
    }
    return Screen("announcements/report", facts, _after(number, standing), long=True)


FILES: tuple[Literal["csv", "xlsx"], ...] = ("csv", "xlsx")
ANSWERS = ("done", "help", "no")


def counted(many: int) -> int:
    """How many, where they are enough to be told of; 0 for a group under five."""
    return many if many >= FEWEST else 0


def _others(missed: Mapping[str, int], named: Sequence[str]) -> int:
    return sum(many for name, many in missed.items() if name not in named)


def _after(number: int, standing: Standing) -> list[list[Button]]:
    """What can still be done."""
    again = _others(standing.missed, ("blocked", "gone")) + standing.unknown
    words = [Button(f"ann-words-{language}", OpenWords(number, language)) for language in LANGUAGES]
    mend = [words, [Button("ann-preview", Preview(number))]] if standing.stage == "done" else []
    return [
        [Button("ann-missed", SendToMissed(number))] if again else [],
        [Button("ann-recall", AskRecall(number))] if standing.sent else [],
        *mend,
        [Button(f"ann-{kind}", ExportReport(number, kind)) for kind in FILES],
        [Button("back", OpenAnnouncements()), HOME],
    ]


def exported(
    number: int, kind: str, title: str, standing: Standing, edition: str, taken: tuple[int, str]
) -> Screen:
    """The report as a file, named by its numbers and by who has `taken` it, and when."""
    written = "-".join(map(str, (*_numbers(number, standing), *taken)))
    rows = [[Button("back", OpenAnnouncement(number)), HOME]]
    named = f"table/{kind}/{written}/{edition or 'none'}"
    return Screen("announcements/exported", {"title": title}, rows, picture=named, fresh=True)


def _numbers(number: int, standing: Standing) -> list[int]:
    """In the order of `bot.sheets.COLUMNS`, but for the last two."""
    missed, skipped = standing.missed, standing.skipped
    did = [standing.answers.get(each, 0) for each in ANSWERS]
    pressed = [standing.presses.get(at, 0) for at in range(3)]
    return [
        number, standing.sent, standing.left, standing.unknown, standing.twice,
        missed.get("blocked", 0), missed.get("gone", 0), _others(missed, ("blocked", "gone")),
        standing.recalled, *(skipped.get(why, 0) for why in WHYS),
        *map(counted, (*did, *pressed, standing.muted)),
    ]  # fmt: skip


WHYS = ("muted", "cap", "segment", "blocked", "cancelled")
