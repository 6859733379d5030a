"""The journal: sealed before it is kept, opened for whoever wrote it and nobody else."""

from collections.abc import Sequence
from itertools import groupby

from bot.guidance import imagination, walking
from bot.rooms.missions import trying
from bot.rooms.missions.intents import (
    AskDrop,
    DropEntry,
    ExportJournal,
    Imagine,
    OpenEntry,
    OpenJournal,
    OpenPlayed,
    OpenTried,
    WriteEntry,
)
from bot.rooms.missions.runs import ended_run
from bot.rooms.missions.screens import journal as screens
from bot.rooms.missions.screens.journal import LONGEST, PROMPTS, Entry, Steps
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.catalogue import Gone
from content.kinds import Text
from content.shifts import Sign
from db import missions as memory
from db.missions import Run, Written

TRADES = 3  # professions shown on the page of what was tried
SHIFTS = 5  # shifts on it


def imagine(intent: Imagine, turn: Turn) -> Screen:
    """One of the three questions, with what was answered to it."""
    return _asked(intent, turn)


def _asked(intent: Imagine | WriteEntry, turn: Turn, wrong: str = "") -> Screen:
    run, mission = ended_run(intent.run, turn)
    kept = _words(run, turn).get(intent.prompt, "")
    return screens.imagine(run.id, mission.label, intent.prompt, kept, wrong)


def write(intent: WriteEntry, turn: Turn) -> Screen | Intent:
    """Keep the words; on to a question without an answer, or to all that was written."""
    run, _ = ended_run(intent.run, turn)
    if wrong := _wrong(turn.words):
        return _asked(intent, turn, wrong)
    memory.write(turn.session, run, intent.prompt, turn.keys.seal(turn.words), turn.now)
    written = _words(run, turn)
    open_one = next((prompt for prompt in PROMPTS if prompt not in written), None)
    return Imagine(run.id, open_one) if open_one else OpenEntry(run.id)


def _wrong(words: str) -> str:
    """What keeps these words from being an answer, if anything."""
    if len(words.encode("utf-16-le")) // 2 > LONGEST:
        return "long"
    return "" if any(sign.isalnum() for sign in words) else "empty"


def _words(run: Run, turn: Turn) -> dict[str, str]:
    """What was written after this shift, opened."""
    theirs = memory.journal(turn.session, turn.person)
    return {one.prompt: turn.keys.open(one.words) for one in theirs if one.run == run.id}


def entry(intent: OpenEntry, turn: Turn) -> Screen:
    """All that was written after one shift."""
    run, mission = ended_run(intent.run, turn)
    found = next((one for one in _entries(turn) if one.run == run.id), None)
    shown = found or Entry(run.id, mission.name, turn.now, {}, ())
    return screens.entry(shown, _signs(turn))


def journal(intent: OpenJournal, turn: Turn) -> Screen:
    """The shifts somebody wrote after, and what came to it since the first."""
    entries = _entries(turn)
    if not entries:
        return screens.no_journal()
    grown = imagination.growth([one.signs for one in reversed(entries)])
    return screens.journal(page(entries, intent.page, size=screens.AT_ONCE), grown, _signs(turn))


def export(intent: ExportJournal, turn: Turn) -> Screen:
    """The journal as text, a shift a message."""
    entries = _entries(turn)
    return screens.export(page(entries, intent.page, size=1)) if entries else screens.no_journal()


def _entries(turn: Turn) -> list[Entry]:
    """What they wrote, shift by shift, the newest first."""
    every = groupby(memory.journal(turn.session, turn.person), key=lambda one: one.run)
    return [_entry(list(written), turn) for _, written in every]


def _entry(written: Sequence[Written], turn: Turn) -> Entry:
    opened = {one.prompt: turn.keys.open(one.words) for one in written}
    words = {prompt: opened[prompt] for prompt in PROMPTS if prompt in opened}
    signs = imagination.seen(" . ".join(words.values()), _signs(turn))
    first = min(one.written_at for one in written)
    return Entry(written[0].run, _name(written[0].mission, turn), first, words, signs)


def _name(mission: str, turn: Turn) -> Text | None:
    """What the shift is called; nothing where we no longer tell of it."""
    try:
        return turn.catalogue.mission(mission).name
    except Gone:
        return None


def _signs(turn: Turn) -> tuple[Sign, ...]:
    return turn.catalogue.every("imagination", Sign)


def ask_drop(intent: AskDrop, turn: Turn) -> Screen:
    """Really?"""
    return screens.ask_drop(intent.run)


def drop(intent: DropEntry, turn: Turn) -> Intent:
    """Delete what was written after a shift, or the whole journal."""
    if not intent.run:
        memory.drop_all(turn.session, turn.person)
    elif run := memory.run(turn.session, turn.person, intent.run):
        memory.drop(turn.session, run)
    return OpenJournal()


# --- what was tried ---


def tried(intent: OpenTried, turn: Turn) -> Screen:
    """All they tried, in short: shifts, tasks, days they imagined, and tests."""
    shifts, entries = trying.shifts(turn.person, turn), _entries(turn)
    front, forward = trying.fronts(turn.person, turn)
    steps = Steps(
        shifts=len(shifts),
        directions=trying.directions(shifts, turn),
        tasks=trying.solving(turn.person, turn),
        entries=len(entries),
        growth=imagination.growth([one.signs for one in reversed(entries)]),
        front=front,
        forward=forward,
    )
    return screens.tried(steps)


def played(intent: OpenPlayed, turn: Turn) -> Screen:
    """The shifts they played, and where what they liked leads."""
    over = trying.shifts(turn.person, turn)
    led = walking.liked((mission, run.liked) for run, mission in over)
    trades = [turn.catalogue.profession(slug) for slug, _ in led[:TRADES]]
    shown = [trying.told(run, mission, turn.now) for run, mission in over[:SHIFTS]]
    return screens.played(shown, len(turn.catalogue.missions), trades)
