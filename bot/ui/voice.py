"""Voices: a screen said in one language. Templates and labels live in `content/`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from bot.ui.intent import Intent
from bot.ui.message import Key, Message
from bot.ui.screen import Button, Screen
from content import spoken
from content.kinds import Language, Text, Thing

CONTENT = Path(__file__).parent.parent.parent / "content"


class Voice:
    """Says screens in Kazakh, in Russian or in English."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.labels = labels()
        self.templates = _templates(language)

    def say(self, screen: Screen) -> Message:
        """The screen as a message: its template filled, its buttons named."""
        template = self._template(screen.template)
        rows = tuple(tuple(self._key(button) for button in row) for row in screen.rows if row)
        toast = self._word(screen.toast, {}) if screen.toast else ""
        text = self._notice(screen) + template.render(screen.facts).strip()
        picture = f"{screen.picture}/{self.language}" if screen.picture else ""
        made = Message(text, rows, toast, screen.fresh, picture, screen.attached)
        return replace(made, secret=True) if screen.secret else made

    @cache  # noqa: B019 - three voices live as long as the process
    def _template(self, name: str) -> Template:
        return self.templates.get_template(f"{name}.html")

    def _notice(self, screen: Screen) -> str:
        return f"<i>{self._word(screen.notice, {})}</i>\n\n" if screen.notice else ""

    def _key(self, button: Button) -> Key:
        if button.inline or button.copy:
            return self._sharing_key(button)
        if button.facts or isinstance(button.label, Text):
            label = self._word(button.label, button.facts)
            return Key(label, button.intent.pack() if button.intent else "", button.url)
        return self._plain_key(button.label, button.intent, button.url)

    def _sharing_key(self, button: Button) -> Key:
        inline = button.inline[self.language] if button.inline else None
        return Key(self._word(button.label, button.facts), inline=inline, copy=button.copy)

    @lru_cache(maxsize=4096)  # noqa: B019 - three voices live as long as the process
    def _plain_key(self, label: str, intent: Intent | None, url: str) -> Key:
        return Key(self._word(label, {}), intent.pack() if intent else "", url)

    def _word(self, label: str | Text, facts: Mapping[str, object]) -> str:
        """A word of the labels, its gaps filled, or a name of the catalogue."""
        text = label if isinstance(label, Text) else self.labels[label]
        words = text[self.language]
        return _filled(self.language, words, tuple(facts.items())) if facts else words


@cache
def labels() -> dict[str, Text]:
    """The words on buttons, by name."""
    return spoken.labels()


@cache
def _templates(language: Language) -> Environment:
    """The templates of a language: texts of the catalogue speak it, undefined names are errors."""
    made = Environment(
        loader=FileSystemLoader(CONTENT / "screens" / language),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_speaks(language),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["number"] = _number(language)
    made.filters["date"] = lambda when: _date(when, language)
    made.filters["day"] = lambda when: format_date(date.fromisoformat(when), "dd.MM.y", language)
    made.filters["listed"] = lambda things: ", ".join(_named(each)[language] for each in things)
    made.filters["plural"] = _plural(language)
    return made


@lru_cache(maxsize=4096)
def _filled(language: Language, words: str, facts: tuple[tuple[str, object], ...]) -> str:
    return _gapped(language, words).render(facts)


@cache
def _gapped(language: Language, words: str) -> Template:
    """A label with gaps, ready to be filled; labels are plain text, not HTML."""
    return _templates(language).overlay(autoescape=False).from_string(words)


def _speaks(language: Language) -> Callable[[object], object]:
    def said(value: object) -> object:
        return value[language] if isinstance(value, Text) else value

    return said


def _named(each: Text | Thing) -> Text:
    return each.label if isinstance(each, Thing) else each


def _date(when: str, language: Language) -> str:
    """A year, a month or a day, as people write it: 2025, January 2025, 14 October 2025."""
    if len(when) == len("2025"):
        return when
    if len(when) == len("2025-01"):
        return format_date(date.fromisoformat(f"{when}-01"), "LLLL y", locale=language)
    return format_date(date.fromisoformat(when), "d MMMM y", locale=language)


def _number(language: Language) -> Callable[[float], str]:
    return lru_cache(maxsize=4096)(lambda value: format_decimal(value, locale=language))


def _plural(language: Language) -> Callable[..., Markup]:
    """`{{ n|plural("колледж", "колледжа", "колледжей") }}`: the number with its word.

    Kazakh takes one form (nouns do not change after numerals), English two, Russian three
    (one, few, many: CLDR).
    """
    rule, written = Locale(language).plural_form, _number(language)
    order = {"kk": ("other",), "en": ("one", "other"), "ru": ("one", "few", "many")}[language]

    @lru_cache(maxsize=4096)
    def said(number: int, *forms: str) -> Markup:
        found = rule(number)
        form = forms[order.index(found)] if found in order else forms[-1]
        return Markup("{} {}").format(written(number), form)

    return said
