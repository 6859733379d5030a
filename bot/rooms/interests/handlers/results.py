"""Results: what came of a test, why, how sure, as a picture, to send on, and over the years."""

from dataclasses import replace

from bot.guidance.growth import came_forward
from bot.guidance.matching import DRAWS
from bot.guidance.pairs import Leanings
from bot.guidance.reasons import otherwise, reasons
from bot.guidance.sitting import LONG, instrument
from bot.rooms.interests import telling
from bot.rooms.interests.handlers import weighty, young
from bot.rooms.interests.intents import (
    AskNext,
    OpenHistory,
    OpenInterests,
    OpenResult,
    ReadResult,
    ShowRadar,
    SuggestMissions,
    TellResult,
)
from bot.rooms.interests.outcome import Outcome, front_of, leanings_found
from bot.rooms.interests.screens import results as screens
from bot.rooms.interests.screens.results import Suggested, Told
from bot.rooms.interests.sittings import attempt_of
from bot.rooms.missions.intents import OpenMissions
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.catalogue import Profession, Trait
from content.shifts import Mission
from db import interests as memory
from db.interests import Attempt

EDITION = 12  # letters of the catalogue's edition that tell it from any other
AT_ONCE = 3  # suggestions on a page
LOOKED_AT = 12  # professions among which a younger pupil's shifts are looked for


def result(intent: OpenResult, turn: Turn) -> Screen | Intent:
    """The trades worth a closer look, or a broad profile and a way to explore."""
    attempt = attempt_of(intent.attempt, turn)
    if attempt.finished_at is None:
        return AskNext(attempt.id)
    if attempt.kind == "young":
        return young.result(attempt, turn)
    outcome = Outcome.found(attempt.result)
    if outcome.verdict != "clear":
        return screens.broad(attempt.id, outcome.verdict, more=attempt.most < LONG)
    front = front_of(attempt.kind, attempt.result)
    shown = page(_suggested(outcome, turn), intent.page, size=AT_ONCE)
    return screens.result(attempt.id, front, shown)


def _suggested(outcome: Outcome, turn: Turn) -> list[Suggested]:
    """The suggestions that are still in the catalogue."""
    known = {profession.slug: profession for profession in turn.catalogue.professions}
    return [Suggested(known[slug], band) for slug, band in outcome.suggestions if slug in known]


def read(intent: ReadResult, turn: Turn) -> Screen | Intent:
    """Why these, how sure, what it is and is not; for grades 5-7, what to play."""
    attempt = attempt_of(intent.attempt, turn)
    front = front_of(attempt.kind, attempt.result) if attempt.finished_at else ()
    if not front:
        return OpenResult(attempt.id)
    if intent.part == "what":
        remind = "reminders" not in turn.person.topics.split()
        return screens.what(attempt.id, young=attempt.kind == "young", remind=remind)
    if attempt.kind == "young":
        return young.read(attempt, intent.part, front, turn)
    outcome = Outcome.found(attempt.result)
    if intent.part == "why":
        return _why(attempt, outcome, intent.page, turn)
    answered, change = len(outcome.answered), _would_change(outcome, turn)
    return screens.sure(attempt.id, answered, DRAWS, change, more=attempt.most < LONG)


def _why(attempt: Attempt, outcome: Outcome, number: int, turn: Turn) -> Screen:
    matcher = instrument(turn.catalogue).matcher
    found = _suggested(outcome, turn)
    told = [
        (one.profession, reasons(matcher, outcome.means, outcome.wishes, one.profession.slug))
        for one in found
    ]
    traits = {trait.slug: trait for trait in turn.catalogue.every("features", Trait)}
    shown = [one.profession.slug for one in found if one.band != "stretch"]
    mattered = weighty.of(attempt, shown, turn)
    return screens.why(attempt.id, mattered, page(told, number, size=AT_ONCE), traits)


def _would_change(outcome: Outcome, turn: Turn) -> tuple[str, Suggested] | None:
    """The interest which, a little stronger, would bring another trade first; ranked again."""
    found = otherwise(instrument(turn.catalogue).matcher, outcome.means, outcome.wishes)
    if found is None:
        return None
    return found.letter, Suggested(turn.catalogue.profession(found.slug), "try")


# --- a picture, a message to send on ---


def picture(intent: ShowRadar, turn: Turn) -> Screen | Intent:
    """The result as a picture, and in words what the picture says."""
    attempt = attempt_of(intent.attempt, turn)
    if not (attempt.finished_at and front_of(attempt.kind, attempt.result)):
        return OpenResult(attempt.id)
    order, drawn = _young(attempt) if attempt.kind == "young" else _full(attempt)
    name = f"radar/{drawn}/{turn.catalogue.edition[:EDITION]}"
    front = front_of(attempt.kind, attempt.result)
    then = [one for one in order if one not in front]
    return replace(screens.picture(attempt.id, front, then), picture=name)


def _full(attempt: Attempt) -> tuple[list[str], str]:
    """The interests in their order, and how far each draws, as the name of a picture has it."""
    outcome = Outcome.found(attempt.result)
    means = "-".join(str(round(100 * mean)) for mean in outcome.means)
    return list(outcome.letters), f"interests/{means}"


def _young(attempt: Attempt) -> tuple[list[str], str]:
    found: Leanings = leanings_found(attempt.result)
    counts = "-".join(str(count) for count in found.counts.values())
    return [one for level in found.order for one in level], f"objects/{counts}"


def tell(intent: TellResult, turn: Turn) -> Screen | Intent:
    """The result in a message of its own, without a word of who they are."""
    attempt = attempt_of(intent.attempt, turn)
    found = telling.told(attempt, turn.catalogue)
    if found is None:
        return OpenResult(attempt.id)
    link = OpenInterests().address(turn.bot)
    return screens.tell(attempt.id, found.front, found.professions, link)


def shifts(intent: SuggestMissions, turn: Turn) -> Screen | Intent:
    """Shifts on which the suggested professions are seen; all shifts where there is none."""
    attempt = attempt_of(intent.attempt, turn)
    if not (attempt.finished_at and front_of(attempt.kind, attempt.result)):
        return OpenResult(attempt.id)
    found: dict[str, tuple[Mission, Profession]] = {}
    for trade in _trades(attempt, turn):
        for mission in turn.catalogue.missions_of(trade.slug):
            found.setdefault(mission.slug, (mission, trade))
    return screens.shifts(attempt.id, list(found.values())[:AT_ONCE]) if found else OpenMissions()


def _trades(attempt: Attempt, turn: Turn) -> list[Profession]:
    """The professions a result suggests, the first first."""
    if attempt.kind == "young":
        return telling.suggested(attempt, LOOKED_AT, turn.catalogue)
    return [one.profession for one in _suggested(Outcome.found(attempt.result), turn)]


# --- over the years ---


def history(intent: OpenHistory, turn: Turn) -> Screen:
    """Earlier results, the newest first, and what moved between them."""
    return screens.history(page(_told(turn), intent.page, size=4))


def _told(turn: Turn) -> list[Told]:
    """What each result said, and what came forward since the one before it of its kind."""
    told: list[Told] = []
    latest: dict[str, tuple[str, ...]] = {}
    for one in reversed(memory.attempts(turn.session, turn.person)):
        if one.finished_at is None:
            continue
        front = front_of(one.kind, one.result)
        before = latest.get(one.kind)
        forward = came_forward(before, front) if before and front else []
        held = bool(before and front) and not forward
        told.append(Told(one.id, one.finished_at, front, forward, held=held))
        latest |= {one.kind: front} if front else {}
    return told[::-1]
