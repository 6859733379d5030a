"""What people see: as the snapshots have it, by the rules, in three languages, nothing unsaid."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import meta

from bot.doors import ADMINS, COMMANDS, COUNSELORS, EVERYONE
from bot.playground.html import parse
from bot.ui import Message, Screen, Voice
from bot.ui.voice import labels
from content.kinds import LANGUAGES, Language
from db.audit import Deed
from db.consents import VERSIONS
from tests import branches, gallery, redraw, rules

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def screens() -> dict[Language, dict[str, Screen]]:
    """The gallery, as each language draws it."""
    return {language: dict(gallery.drawn(language)) for language in LANGUAGES}


Screens = dict[Language, dict[str, Screen]]


@every_language
def test_people_see_what_the_snapshots_show(language: Language) -> None:
    now = {redraw.path_of(language, name): m for name, m in redraw.said(language).items()}
    kept = set((redraw.SNAPSHOTS / language).rglob("*.txt"))
    changed = [path for path in now if path in kept and path.read_text("utf-8") != _text(now, path)]
    differ = sorted(map(_short, {*changed, *(kept ^ now.keys())}))
    assert differ == [], "what people see has changed: run `make redraw`, and read the difference"


def _text(now: dict[Path, Message], path: Path) -> str:
    return redraw.written(now[path])


def _short(path: Path) -> str:
    return str(path.relative_to(redraw.SNAPSHOTS))


def test_the_page_of_all_screens_is_drawn_anew() -> None:
    everything = {language: redraw.said(language) for language in LANGUAGES}
    assert redraw.PAGE.read_text("utf-8") == redraw.page(everything), "run `make redraw`"


# --- the trail ---


@every_language
def test_every_act_of_the_staff_is_told_in_words(language: Language) -> None:
    told = (branches.SCREENS / language / "staff" / "trail.html").read_text("utf-8")
    words = told.partition("%}")[0]
    assert sorted(re.findall(r'"([a-z-]+)": "', words)) == sorted(get_args(Deed))


# --- templates and facts ---


def _templates(language: Language) -> set[str]:
    folder = branches.SCREENS / language
    return {str(path.relative_to(folder)) for path in folder.rglob("*.html")}


def test_every_template_is_in_three_languages() -> None:
    kk, ru, en = (_templates(language) for language in LANGUAGES)
    assert kk == ru == en


@every_language
def test_every_template_has_a_line_in_the_gallery(screens: Screens, language: Language) -> None:
    shown = {f"{screen.template}.html" for screen in screens[language].values()}
    shared = {
        "words.html",
        "counsel/words.html",
        "matters/words.html",
        "interests/words.html",
        "staff/words.html",
        "tasks/words.html",
        "family/words.html",
        *(f"privacy/words/{what}_{at}.html" for what in VERSIONS for at in _until(VERSIONS[what])),
    }
    assert _templates(language) - shown == shared


def _until(version: int) -> range:
    return range(1, version + 1)


@every_language
def test_templates_tell_all_facts_they_are_given_and_no_others(
    screens: Screens, language: Language
) -> None:
    told = {name: _told(screen.template, language) for name, screen in screens[language].items()}
    given = {name: set(screen.facts) for name, screen in screens[language].items()}
    assert told == given


@cache
def _told(template: str, language: Language) -> set[str]:
    path = branches.SCREENS / language / f"{template}.html"
    tree = Voice(language).templates.parse(path.read_text("utf-8"))
    return meta.find_undeclared_variables(tree)


@every_language
def test_every_shared_phrase_is_used(language: Language) -> None:
    folder = branches.SCREENS / language
    words = (folder / "words.html").read_text("utf-8")
    macros = {line.split()[2].partition("(")[0] for line in words.splitlines() if "macro " in line}
    macros -= {"%}"}
    everywhere = "".join((folder / name).read_text("utf-8") for name in _templates(language))
    assert {one for one in macros if everywhere.count(f"{one}(") < 2} == set()


@every_language
def test_the_gallery_goes_through_every_branch(screens: Screens, language: Language) -> None:
    assert branches.ungone(language, list(screens[language].values())) == []


def test_every_door_has_a_line_in_the_gallery() -> None:
    assert {*EVERYONE, *COUNSELORS, *ADMINS} == gallery.asked()


# --- labels ---


def test_every_label_is_used(screens: Screens) -> None:
    shown = {word for drawn in screens.values() for one in drawn.values() for word in _words(one)}
    profile = {"bot-name", "bot-about", "bot-description", *(f"command-{one}" for one in COMMANDS)}
    assert shown <= labels().keys()
    drawn = {name for name in labels() if name.startswith("picture-")}
    assert labels().keys() - shown == profile | drawn | {"open-bot"}


def _words(screen: Screen) -> Iterator[str]:
    yield from filter(None, (screen.toast, screen.notice))
    yield from (
        button.label for row in screen.rows for button in row if isinstance(button.label, str)
    )


def test_no_label_is_left_untranslated() -> None:
    same = {name for name, text in labels().items() if _is_same(text.kk, text.ru, text.en)}
    units = {f"picture-task-{unit}" for unit in ("kilogram", "newton", "millimetre")}
    assert same == {"speak-kk", "speak-ru", "speak-en"} | units


def _is_same(*words: str) -> bool:
    spoken = [word for word in words if "{{" not in word and rules.WORD.search(word)]
    return len(set(spoken)) < len(spoken)


# --- the rules ---


@every_language
def test_every_screen_keeps_the_rules(language: Language, screens: Screens) -> None:
    said = redraw.said(language)
    seen = {name: _seen(name, language, said[name]) for name in said}
    long = {name: screen.long for name, screen in screens[language].items()}
    assert [line for name in seen for line in rules.broken(seen[name], long=long[name])] == []


def _seen(name: str, language: Language, message: Message) -> rules.Seen:
    """The message as somebody sees it; raises where Telegram would refuse its HTML."""
    text, _ = parse(message.text)
    rows = tuple(tuple(key.label for key in row) for row in message.rows)
    carried = tuple(key.data for row in message.rows for key in row)
    asked = "term-" if name == "glossary, term" else name
    return rules.Seen(asked, language, text, rows, carried)


@every_language
def test_a_toast_is_one_short_line(language: Language) -> None:
    toasts = {m.toast for m in redraw.said(language).values()}
    assert {toast for toast in toasts if len(toast) > 60 or "\n" in toast} == set()
