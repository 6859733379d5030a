"""The journal: three questions after a shift, what was written, and what it tells of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from bot.guidance.imagination import Growth
from bot.guidance.tasks.uses import Solved
from bot.guidance.walking import Tried
from bot.rooms.family.intents import OpenGiving, OpenLinks
from bot.rooms.home.intents import GoHome
from bot.rooms.interests.intents import OpenHistory
from bot.rooms.missions.intents import (
    AskDrop,
    DropEntry,
    ExportJournal,
    Imagine,
    OpenEntry,
    OpenJournal,
    OpenLearned,
    OpenMissions,
    OpenPlayed,
    OpenTried,
    Prompt,
    WriteEntry,
)
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.tasks.intents import OpenLevels
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Profession
from content.kinds import Text
from content.shifts import Sign

HOME = Button("home", GoHome())
LONGEST = 1000  # letters of an answer, as Telegram counts them
AT_ONCE = 4  # shifts on a page of the journal
PROMPTS: tuple[Prompt, ...] = get_args(Prompt)


@dataclass(frozen=True)
class Entry:
    """What somebody wrote after a shift, by question; and the signs seen in it."""

    run: int
    shift: Text | None
    when: datetime
    words: Mapping[Prompt, str]
    signs: Sequence[str]


def imagine(run: int, shift: Text, prompt: Prompt, words: str, wrong: str = "") -> Screen:
    """One of the three questions; the next typed words are the answer. `wrong`: long or empty."""
    after = PROMPTS[PROMPTS.index(prompt) + 1 :]
    skip = [Button("skip", Imagine(run, after[0]))] if after else []
    back = [Button("back", OpenLearned(run)), HOME]
    facts = {"shift": shift, "prompt": prompt, "words": words, "wrong": wrong, "most": LONGEST}
    rows = [[*skip, Button("entry-done", OpenEntry(run))], back]
    asks = WriteEntry(run, prompt)
    return Screen("missions/imagine", facts, rows, awaits=asks, long=True, secret=True)


def entry(one: Entry, signs: Sequence[Sign]) -> Screen:
    """What was written after a shift, what it tells of, and what to think of next time."""
    edit = [Button(f"edit-{prompt}", Imagine(one.run, prompt)) for prompt in PROMPTS]
    drop = [Button("drop-entry", AskDrop(one.run))] if one.words else []
    rows = [edit[:2], [*edit[2:], *drop], [Button("back", OpenJournal()), HOME]]
    missing = [sign for sign in signs if sign.slug not in one.signs]
    facts = {"entry": one, "signs": signs, "missing": missing[:1]}
    return Screen("missions/entry", facts, rows, long=True, secret=True)


def journal(shown: Page[Entry], growth: Growth | None, signs: Sequence[Sign]) -> Screen:
    """The shifts one wrote after, the newest first, and what came to it since the first."""
    first = (shown.number - 1) * AT_ONCE + 1
    doors = [
        Button("number", OpenEntry(one.run), facts={"number": at})
        for at, one in enumerate(shown.things, first)
    ]
    keep = [Button("export", ExportJournal()), Button("drop-journal", AskDrop(0))]
    rows = [doors, turner(shown, OpenJournal), keep, [Button("back", OpenMissions()), HOME]]
    added = [sign.name for sign in signs if growth and sign.slug in growth.added]
    facts = {"entries": shown.things, "first": first, "growth": growth, "added": added}
    return Screen("missions/journal", facts, rows)


def no_journal() -> Screen:
    """Nothing written yet, and where to begin."""
    rows = [[Button("missions", OpenMissions())], [Button("back", OpenMissions()), HOME]]
    return Screen("missions/no_journal", {}, rows)


def ask_drop(run: int) -> Screen:
    """Really?"""
    back: Intent = OpenEntry(run) if run else OpenJournal()
    rows = [[Button("drop-yes", DropEntry(run))], [Button("back", back), HOME]]
    return Screen("missions/drop", {"everything": not run}, rows)


def export(shown: Page[Entry]) -> Screen:
    """What was written after one shift, in a message of its own, to be kept or sent on."""
    rows = [turner(shown, ExportJournal), [Button("back", OpenJournal()), HOME]]
    facts = {"entry": shown.things[0], "number": shown.number, "count": shown.count}
    return Screen("missions/export", facts, rows, fresh=True, long=True, secret=True)


@dataclass(frozen=True)
class Steps:
    """All somebody tried, in short: for them alone.

    Shifts they played and the directions those belong to, kinds of tasks they solve, shifts they
    wrote after and how that grew, what drew most in their newest test and what came forward.
    """

    shifts: int
    directions: Sequence[Text]
    tasks: Sequence[Solved]
    entries: int
    growth: Growth | None
    front: Sequence[str]
    forward: Sequence[str]


def tried(steps: Steps) -> Screen:
    """What one has tried, the ways into each of it, and whom one may show it."""
    rows = [
        [Button("played", OpenPlayed()), Button("journal", OpenJournal())],
        [Button("levels", OpenLevels()), Button("tests", OpenHistory())],
        [Button("show-somebody", OpenGiving())],
        [Button("links", OpenLinks())],
        [Button("back", OpenMissions()), HOME],
    ]
    return Screen("missions/tried", {"steps": steps}, rows)


def played(shifts: Sequence[Tried], total: int, trades: Sequence[Profession]) -> Screen:
    """The shifts somebody played, what they liked, and the trades that leads to."""
    doors = [[Button(one.label, OpenProfession(one.slug))] for one in trades]
    rows = [
        *doors,
        [Button("missions", OpenMissions()), Button("journal", OpenJournal())],
        [Button("back", OpenTried()), HOME],
    ]
    facts = {"tried": shifts, "total": total, "trades": trades}
    return Screen("missions/played", facts, rows)
