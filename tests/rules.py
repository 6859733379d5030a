"""What every screen keeps to, whoever made it: short, tappable, and in one language.

The numbers are those of docs and of Telegram itself: 700 letters, 8 rows, 28 letters on a button of
its own and 14 where two share a row, 64 bytes in a button.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.ui.voice import labels
from content.kinds import Language

LONGEST, ROWS, BYTES = 700, 8, 64
WIDEST = {1: 28, 2: 14, 3: 8, 4: 6, 5: 6}  # letters of a label, by how many share its row
EMOJI = re.compile("[\u231a-\u23ff\u2600-\u27bf\u2b50\U0001f1e6-\U0001faff]|[0-9]\ufe0f\u20e3")
MARKS = {"‹", "›"}  # the two labels that are neither words nor numbers

QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|“[^”]*”|\"[^\"]*\"")
KAZAKH = re.compile("[әіңғүұқөһ]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яёәіңғүұқөһ]", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Names that keep their own spelling in a Russian text. Quoted names need no mention here.
NAMES = {
    "Жетісу",
    "Ұлытау",
    "СМУ-Шығыс",
    "Өскемен",
    "Серпін",
    "Жарқын",
    "болашақ",
    "Мамандығым",
    "болашағым",
}
TONGUES = {"Қазақша", "Русский", "English"}  # the three buttons that say their own language
# Words of one language that no sentence of another one holds, names and quotations left aside.
RUSSIAN = re.compile(
    "и|в|с|для|что|это|как|или|из|из-за|его|их|только|нет|при|без|если|чтобы|когда"
)
ENGLISH = re.compile("the|is|are|was|were|this|that|with|from|for|which|what|how|when|their|your?")


@dataclass(frozen=True)
class Seen:
    """A screen as somebody sees it: what was asked, in which language, its words and buttons."""

    asked: str
    language: Language
    text: str
    rows: tuple[tuple[str, ...], ...]
    carried: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The code of the intent that was asked."""
        return self.asked.partition("-")[0]


def broken(seen: Seen, *, long: bool = False) -> list[str]:
    """The rules this screen breaks, each in a line."""
    found = [*_text(seen, long=long), *_buttons(seen), *foreign(seen)]
    return [f"{seen.language} {seen.asked}: {each}" for each in found]


def _text(seen: Seen, *, long: bool) -> Iterator[str]:
    if len(seen.text) > LONGEST and not long:
        yield f"{len(seen.text)} letters"
    if len(kinds := set(EMOJI.findall(seen.text))) > 3:
        yield f"{len(kinds)} different emoji"
    if "\n\n\n" in seen.text:
        yield "a gap of two lines"


def _buttons(seen: Seen) -> Iterator[str]:
    if len(seen.rows) > ROWS:
        yield f"{len(seen.rows)} rows of buttons"
    for row in seen.rows:
        yield from (f"{label!r} is too wide" for label in row if _width(label) > WIDEST[len(row)])
    said = [label for row in seen.rows for label in row]
    yield from (f"two buttons say {one!r}" for one in set(said) if said.count(one) > 1)
    for label in set(said) - MARKS:
        if not re.search(r"\w", EMOJI.sub("", label)):
            yield f"{label!r} says nothing to whoever cannot see it"
    yield from (f"{data!r} is too long" for data in seen.carried if len(data.encode()) > BYTES)


def _width(label: str) -> int:
    return len(label.replace("\ufe0f", ""))


def home(seen: Seen) -> str:
    """What is missing in the last row, if anything: the way home."""
    return "" if _leads(seen, "home", "pause") else f"{seen.asked}: no way home"


def back(seen: Seen) -> str:
    """What is missing in the last row, if anything: the way back, or out of a test's question."""
    return "" if _leads(seen, "back", "pause") else f"{seen.asked}: no way back"


def _leads(seen: Seen, *words: str) -> bool:
    wanted = {labels()[word][seen.language] for word in words}
    return bool(seen.rows) and not wanted.isdisjoint(seen.rows[-1])


def foreign(seen: Seen) -> list[str]:
    """Words of another language than the screen's."""
    words = [*_words(seen), *(word for row in seen.rows for label in row for word in _bare(label))]
    strange = [word for word in words if _is_foreign(word, seen.language)]
    return [f"{word!r} is not {seen.language}" for word in strange]


def _words(seen: Seen) -> list[str]:
    """The words of the text; a term's last line says it in the other languages, and is left out."""
    text = seen.text.rpartition("\n")[0] if seen.code == "term" else seen.text
    return _bare(text)


def _bare(text: str) -> list[str]:
    """The words outside of quotations."""
    return WORD.findall(QUOTED.sub(" ", text))


def _is_foreign(word: str, language: Language) -> bool:
    if word in TONGUES or word in NAMES:
        return False
    if language == "en":
        return bool(CYRILLIC.search(word))
    if ENGLISH.fullmatch(word):
        return True
    return bool(KAZAKH.search(word) if language == "ru" else RUSSIAN.fullmatch(word))
