"""The house itself: its own shape, and every door with a way to it."""

import ast
import re
from collections.abc import Iterator
from inspect import signature
from itertools import combinations
from pathlib import Path

import pytest

from bot.doors import ADMINS, COMMANDS, COUNSELORS, EVERYONE, STAFF_COMMANDS
from bot.opening import behind
from bot.rooms.compare.intents import CompareTwo
from bot.rooms.figures.intents import CompareFigures
from bot.rooms.passports.intents import OpenPassport
from bot.running import profile
from bot.ui import Intent
from content.atlas import Catalogue
from content.catalogue import KINDS
from content.kinds import LANGUAGES, Thing
from tests.redraw import said

HOME = Path(__file__).parent.parent
CODE = sorted(path for floor in ("bot", "content", "db") for path in (HOME / floor).rglob("*.py"))
LONGEST = 240  # lines of a module: two screens, and a little
LONGER = {"content/catalogue.py", "content/reader.py", "content/written.py",
          "bot/rooms/professions/screens.py", "bot/doors.py"}  # fmt: skip
FORBIDDEN = re.compile(
    "manager|helper|utils?|common|services?|data|info|process(es)?", re.IGNORECASE
)
COMMITTERS = {"db/sqlite.py", "db/postgres.py"}  # the stores, and nobody above them


def _short(path: Path) -> str:
    return str(path.relative_to(HOME))


def _trees() -> Iterator[tuple[str, ast.Module]]:
    return ((_short(path), ast.parse(path.read_text("utf-8"))) for path in CODE)


# --- the code ---


def test_every_module_says_what_lives_in_it() -> None:
    assert [path for path, tree in _trees() if not ast.get_docstring(tree)] == []


def test_every_public_function_and_class_says_what_it_is() -> None:
    assert [line for path, tree in _trees() for line in _undocumented(path, tree)] == []


def _undocumented(path: str, tree: ast.Module) -> Iterator[str]:
    defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    public = (n for n in tree.body if isinstance(n, defined) and not n.name.startswith("_"))
    return (f"{path}: {node.name}" for node in public if not ast.get_docstring(node))


def test_modules_are_short_enough_to_read() -> None:
    long = {_short(path) for path in CODE if len(path.read_text("utf-8").splitlines()) > LONGEST}
    assert long <= LONGER


def test_nothing_has_a_name_that_says_nothing() -> None:
    classes = {
        f"{path}: {node.name}"
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and FORBIDDEN.fullmatch(_last_word(node.name))
    }
    modules = {path for path, _ in _trees() if FORBIDDEN.fullmatch(Path(path).stem)}
    assert classes == set()
    assert not modules


def _last_word(name: str) -> str:
    """`Manager` of `PageManager`."""
    return str(re.findall("[A-Z]?[a-z]+|[A-Z]+", name)[-1])


def test_nobody_commits_in_the_middle() -> None:
    found = {path for path, tree in _trees() for call in _calls(tree) if call in ENDING}
    assert found <= COMMITTERS


ENDING = {"commit", "rollback", "begin_nested"}


def _calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


# --- doors ---

DOORS = {**EVERYONE, **COUNSELORS, **ADMINS}


def _rooms() -> set[type[Intent]]:
    return {one for one in Intent._by_code.values() if one.__module__.startswith("bot.rooms.")}


def test_every_intent_has_a_door() -> None:
    assert _rooms() == set(DOORS)


def test_behind_every_door_is_a_handler() -> None:
    for intent, door in DOORS.items():
        parameters = signature(behind(door)).parameters
        assert list(parameters) == ["intent", "turn"], intent


def test_no_door_is_open_to_everybody_and_closed_to_most() -> None:
    for one, other in combinations((EVERYONE, COUNSELORS, ADMINS), 2):
        assert not one.keys() & other.keys()


def test_every_door_has_a_button_a_command_or_words_that_lead_to_it() -> None:
    tapped = {Intent.unpack(data) for data in _carried()}
    spoken = {"Find", "Hear", "OpenFact", "OpenThere", "WriteNote", "ShareSpot", "TypeChoice",
              "WriteEntry", "TypeCode", "MakeClass", "InviteSchool",
              "TypeChildCode", "OpenOffer", "OpenEnded",
              "WriteQuestion", "SayMore", "ReplyTo", "SayReply", "SayPart",
              "WriteWords", "Attach", "AddKey", "TypeDue", "TypeWhen", "TypeSaved",
              }  # by words, by a place, by a link, by a letter  # fmt: skip
    reached = {type(one) for one in (*tapped, *COMMANDS.values(), *STAFF_COMMANDS.values())}
    assert {intent.__name__ for intent in set(DOORS) - reached} == spoken


def _carried() -> set[str]:
    """What the buttons of the gallery carry."""
    return {key.data for one in said("kk").values() for row in one.rows for key in row if key.data}


def test_links_are_short_letters_that_open_cards() -> None:
    assert {link: intent.__name__ for link, intent in Intent._by_link.items()} == {
        "p": "OpenProfession",
        "k": "OpenCollege",
        "w": "OpenEmployer",
        "g": "OpenProgramme",
        "a": "OpenArticle",
        "q": "OpenAnswer",
        "t": "OpenTerm",
        "m": "OpenMission",
        "c": "OpenClass",
        "i": "OpenInvitation",
        "n": "OpenContribution",
        "f": "OpenOffer",
    }


def test_every_address_in_the_catalogue_fits_on_every_button(catalogue: Catalogue) -> None:
    """Two addresses share a button where two things are compared."""
    figures = [one.slug for one in catalogue.figures]
    trades = [one.slug for one in catalogue.professions]
    for one, other in combinations(figures, 2):
        assert CompareFigures(one, other).pack()
    for one, other in combinations(trades, 2):
        assert CompareTwo(one, other).pack()
    opened = [kind for kind in KINDS if "/" not in kind]  # an instrument's parts have no page
    for kind in opened:
        for thing in catalogue.every(kind, Thing):
            assert OpenPassport(kind, thing.slug, 999).pack()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bot_introduces_itself(language: str) -> None:
    shown = profile(language)  # type: ignore[arg-type]  # raises where Telegram has no room for it
    assert [name for name, _ in shown.commands] == list(COMMANDS)
    assert all(1 <= len(what) <= 256 for _, what in shown.commands)
