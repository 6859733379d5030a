"""What somebody keeps: found again."""

from collections.abc import Sequence

from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.compare.intents import Kind
from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.programmes.intents import OpenProgramme
from bot.rooms.saved import screens
from bot.rooms.saved.intents import DropNote, OpenNote, OpenNotes, OpenSaved, WriteNote
from bot.rooms.saved.screens import Keepsake
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.catalogue import Gone
from db import people

CARDS = {
    "professions": OpenProfession,
    "colleges": OpenCollege,
    "employers": OpenEmployer,
    "programmes": OpenProgramme,
}


def shelf(intent: OpenSaved, turn: Turn) -> Screen:
    """The things they keep; what is gone from the catalogue is passed over."""
    paths = people.saved(turn.session, turn.person)
    found = _keepsakes(paths, turn)
    shown = page(found, intent.page, size=4)
    return screens.shelf(shown, _comparable(paths)) if found else screens.empty()


def _keepsakes(paths: Sequence[str], turn: Turn) -> list[Keepsake]:
    """What is kept and still in the catalogue, with the notes opened."""
    sealed = people.notes(turn.session, turn.person)
    notes = {path: turn.keys.open(note) for path, note in sealed.items()}
    return [one for path in paths if (one := _keepsake(path, notes.get(path, ""), turn))]


def _comparable(paths: Sequence[str]) -> list[Kind]:
    """The kinds of which at least two are kept."""
    kinds: tuple[Kind, ...] = ("professions", "colleges")
    return [kind for kind in kinds if sum(path.startswith(f"{kind}/") for path in paths) > 1]


def _keepsake(path: str, note: str, turn: Turn) -> Keepsake | None:
    kind, _, slug = path.partition("/")
    try:
        return Keepsake(turn.catalogue.thing(path), kind, CARDS[kind](slug), note)  # type: ignore[arg-type]
    except (Gone, KeyError):
        return None


def notes(intent: OpenNotes, turn: Turn) -> Screen:
    """On which of the kept things to write."""
    found = _keepsakes(people.saved(turn.session, turn.person), turn)
    return screens.notes(page(found, intent.page, size=5)) if found else screens.empty()


def note(intent: OpenNote, turn: Turn) -> Screen:
    """The note on a kept thing."""
    return screens.note(_kept(intent, turn))


def write(intent: WriteNote, turn: Turn) -> Screen | Intent:
    """Keep the typed words as the note; too long a note is asked for again, nothing is lost."""
    one = _kept(intent, turn)
    if len(turn.words) > screens.LONGEST:
        return screens.note(one, too_long=True)
    path = f"{intent.kind}/{intent.slug}"
    people.annotate(turn.session, turn.person, path, turn.keys.seal(turn.words))
    return OpenSaved()


def drop(intent: DropNote, turn: Turn) -> Intent:
    """Take the note off."""
    people.annotate(turn.session, turn.person, f"{intent.kind}/{intent.slug}", None)
    return OpenNote(intent.kind, intent.slug)


def _kept(intent: OpenNote | WriteNote, turn: Turn) -> Keepsake:
    """The kept thing; one that is not kept (any more) is gone."""
    path = f"{intent.kind}/{intent.slug}"
    found = _keepsakes([path] if people.has_saved(turn.session, turn.person, path) else [], turn)
    if not found:
        raise Gone(path)
    return found[0]
