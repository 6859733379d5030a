"""Voices: numbers, dates and plurals, as each language writes them."""

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from bot.ui import Button, Message, Screen, Voice
from bot.ui.message import SILENCE
from content.kinds import LANGUAGES, Language, Text

WELDER = Text(kk="Дәнекерлеуші", ru="Сварщик", en="Welder")


def _said(language: Language, source: str, **facts: object) -> str:
    return Voice(language).templates.from_string(source).render(facts)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 колледжей"), (1, "1 колледж"), (2, "2 колледжа"), (4, "4 колледжа"),
        (5, "5 колледжей"), (11, "11 колледжей"), (12, "12 колледжей"), (21, "21 колледж"),
        (22, "22 колледжа"), (111, "111 колледжей"), (1001, "1\xa0001 колледж"),
    ],
)  # fmt: skip
def test_russian_has_three_forms(number: int, said: str) -> None:
    assert _said("ru", "{{ n|plural('колледж', 'колледжа', 'колледжей') }}", n=number) == said


def test_english_has_two_forms_and_kazakh_one() -> None:
    english = "{{ n|plural('college', 'colleges') }}"
    assert [_said("en", english, n=n) for n in (0, 1, 2)] == [
        "0 colleges",
        "1 college",
        "2 colleges",
    ]
    kazakh = "{{ n|plural('колледж') }}"
    assert [_said("kk", kazakh, n=n) for n in (1, 5)] == ["1 колледж", "5 колледж"]


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("kk", 24434, "24\xa0434"), ("ru", 24434, "24\xa0434"), ("en", 24434, "24,434"),
        ("kk", 94.3, "94,3"), ("ru", 94.3, "94,3"), ("en", 94.3, "94.3"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_the_language_writes_them(
    language: Language, number: float, said: str
) -> None:
    assert _said(language, "{{ n|number }}", n=number) == said


@pytest.mark.parametrize(
    ("language", "when", "said"),
    [
        ("kk", "2025", "2025"), ("ru", "2025", "2025"), ("en", "2025", "2025"),
        ("kk", "2025-01", "қаңтар 2025"), ("ru", "2025-01", "январь 2025"),
        ("en", "2025-01", "January 2025"),
        ("kk", "2025-10-14", "14 қазан 2025"), ("ru", "2025-10-14", "14 октября 2025"),
        ("en", "2025-10-14", "14 October 2025"),
    ],
)  # fmt: skip
def test_a_year_a_month_and_a_day(language: Language, when: str, said: str) -> None:
    assert _said(language, "{{ d|date }}", d=when).lower() == said.lower()


def test_a_text_speaks_the_language_of_its_screen() -> None:
    assert [_said(one, "{{ t }}", t=WELDER) for one in LANGUAGES] == list(
        WELDER.model_dump().values()
    )


def test_what_people_typed_is_shown_and_never_read_as_markup() -> None:
    canary = "<b>&\"'</b>"
    said = Voice("en").say(Screen("search/nothing", {"words": canary}))
    assert "&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;" in said.text
    assert canary not in said.text
    assert isinstance(Markup(said.text), str)


def test_an_undefined_fact_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        Voice("kk").say(Screen("search/nothing", {}))


def test_a_label_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        Voice("kk").say(Screen("home/group", {}, [[Button("no-such-word")]]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_found_as_it_was_kept(language: Language) -> None:
    message = Voice(language).say(Screen("home/sorry", toast="now-saved", fresh=True))
    assert Message.found(message.kept()) == message
    assert Message.found(SILENCE) is None
