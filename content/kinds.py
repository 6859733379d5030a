"""What a text, a source and a fact are: frozen values, checked when they are read."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]


def _in_the_calendar(when: str) -> str:
    """A day, a month or a year there is: no 30 February."""
    try:
        date.fromisoformat(when + "0000-01-01"[len(when) :])
    except ValueError:
        raise ValueError("there is no such day or month in the calendar") from None
    return when


When = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20)\d\d(-\d\d){0,2}$"),
    AfterValidator(_in_the_calendar),
]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=700)]
Confidence = Literal["high", "medium", "low"]

BUTTON = 28  # letters that fit on a phone's button
_MARKUP = re.compile(r"</?[a-z]|[{}]|\*\*|__|[\u200b\u202a-\u202e\x00-\x08]")


_WRITTEN: set[str] = set()


class Part(BaseModel):
    """A piece of content: frozen, and strict about names it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    def model_post_init(self, context: Any, /) -> None:
        """Forget which fields were written and which took their defaults: a third of the memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _WRITTEN)


class Text(Part):
    """The same words in Kazakh, Russian and English; plain, for markup belongs to templates."""

    kk: Line
    ru: Line
    en: Line

    def __getitem__(self, language: Language) -> str:
        words: str = getattr(self, language)
        return words

    @model_validator(mode="after")
    def _plain(self) -> Self:
        for language in LANGUAGES:
            if found := _MARKUP.search(self[language]):
                raise ValueError(
                    f"{language}: plain words only, without {found.group()!r}: "
                    "bold, links and gaps belong to templates"
                )
        return self


class Gapped(Text):
    """Words on a button or in a notice: `{{ gaps }}` may be filled in."""

    @model_validator(mode="after")
    def _plain(self) -> Self:
        return self


def at_most(letters: int) -> Callable[[Text], Text]:
    """A check that a text is no longer than so many letters in any language."""

    def check(text: Text) -> Text:
        for language in LANGUAGES:
            if (length := len(text[language])) > letters:
                raise ValueError(
                    f"{language}: {length} letters, at most {letters} fit the screen: shorten it"
                )
        return text

    return check


def to(kind: str) -> AfterValidator:
    """A check that a slug names something of that kind; asked only while files are being read."""

    def check(slug: str, known: ValidationInfo) -> str:
        if known.context is not None and slug not in known.context[kind]:
            raise ValueError(f"there is no {kind}/{slug}{did_you_mean(slug, known.context[kind])}")
        return slug

    return AfterValidator(check)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word as a question to add to a complaint, or nothing."""
    near = nearest(word, known)
    return f": did you mean {near!r}?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one, or nothing."""
    near = get_close_matches(word[:60], list(known), n=1, cutoff=0.6)
    return near[0] if near else ""


Name = Annotated[Text, AfterValidator(at_most(110))]
Label = Annotated[Text, AfterValidator(at_most(BUTTON))]
Short = Annotated[Text, AfterValidator(at_most(60))]
Sentence = Annotated[Text, AfterValidator(at_most(150))]
Saying = Annotated[Text, AfterValidator(at_most(300))]
Passage = Annotated[Text, AfterValidator(at_most(450))]


class Names(Part):
    """Other names people use, each in its language: colloquial, feminine, plural, misspelt."""

    kk: tuple[Line, ...] = ()
    ru: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()


class Source(Part):
    """Where a statement comes from: an article's paragraph, a reference, or ourselves.

    Exactly one of the three. `ours` says what kind of our own word it is: `mapping` (we joined two
    things), `knowledge` (general knowledge of the trade), `derived` (worked out from printed
    figures), `translation` (a name we put into another language).
    """

    article: Annotated[Slug, to("articles")] | None = None
    paragraph: Annotated[int, Field(ge=1, le=99)] | None = None
    reference: Annotated[Slug, to("references")] | None = None
    ours: Literal["mapping", "knowledge", "derived", "translation"] | None = None
    confidence: Confidence = "high"

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        named = [name for name in (self.article, self.reference, self.ours) if name]
        if len(named) != 1:
            raise ValueError("name exactly one of article (with paragraph), reference, ours")
        if (self.article is None) != (self.paragraph is None):
            raise ValueError("an article is cited with its paragraph, and only an article is")
        return self


class Fact(Part):
    """One statement with its source.

    `when` is the day, month or year it was true; an article's fact is as old as its article where
    nothing is said. `opinion` marks somebody's judgement; `note` is our own remark on it.
    """

    says: Saying
    source: Source
    when: When | None = None
    opinion: bool = False
    note: Saying | None = None


class Thing(Part):
    """Anything with an address: its slug is the name of its file, and is never changed."""

    on_a_button: ClassVar[bool] = True

    slug: Slug
    name: Name
    short: Label | None = None
    other_names: Names = Names()
    translated: tuple[Language, ...] = ()

    @property
    def label(self) -> Text:
        """The name as a button shows it."""
        return self.short or self.name

    @model_validator(mode="after")
    def _fits_a_button(self) -> Self:
        if not self.on_a_button:
            return self
        longest = max(LANGUAGES, key=lambda language: len(self.label[language]))
        if (length := len(self.label[longest])) > BUTTON:
            raise ValueError(
                f"{'short' if self.short else 'name'}.{longest}: {length} letters, at most "
                f"{BUTTON} fit a button: shorten it, or give a `short` name for buttons"
            )
        return self
