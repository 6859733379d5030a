"""A small content folder of our own, and spreadsheets of it in which cells are changed."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

FILES = {
    "regions.yaml": """\
# Two towns are enough.
abai:
  code: KZ-10
  kind: region
  name: {kk: "Абай облысы", ru: "область Абай", en: "Abai Region"}
  centre: semey
  places:
    - slug: semey
      name: {kk: "Семей", ru: "Семей", en: "Semey"}
      latitude: 50.41
      longitude: 80.23
    - slug: ayagoz
      name: {kk: Аягөз, ru: Аягоз, en: Ayagoz}
""",
    "references.yaml": """\
s-list:
  name: {kk: Тізім, ru: Список, en: A list}
  date: 2025-06
  reliability: high
""",
    "terms.yaml": """\
# Words of the field.
# --- learning
dual:
  name: {kk: Дуаль, ru: Дуальное, en: Dual}
  other_names:
    ru: [дуалка, "дуал, дуальное"]
# --- working
shift:
  name:
    kk: Ауысым
    ru: Смена
    en: Shift
  plain:
    kk: Жұмыс уақыты.
    ru: "Время: от и до."
    en: Working hours.
""",
    "colleges/first.yaml": """\
# Seen in 2025.
name:
  kk: Бірінші
  ru: Первый
  en: First
region: abai
place: semey   # not Ayagoz
source: {reference: s-list, confidence: medium}
specialties:
  - title: {kk: Дәнекерлеу, ru: Сварка, en: Welding}
    code: "07150500"
    source: {reference: s-list}
  # the second one is new
  - title: {kk: Тігін, ru: Шитьё, en: Sewing}
    source: {reference: s-list}
facts:
  - says:
      kk: Бар.
      ru: Есть.
      en: It is.
    source: {ours: knowledge, confidence: low}
    when: 2025-11
""",
    "colleges/second.yaml": """\
name: {kk: "=СУММ(A1)", ru: "+7 777", en: "-5 @cmd"}
short: {kk: "@A1", ru: "\\tТаб", en: "\\rCR"}
region: abai
place: ayagoz
source: {ours: knowledge}
""",
    "labels.yaml": """\
# Buttons.
home: {kk: Үй, ru: Домой, en: Home}
page: {kk: "{{ page }}", ru: "{{ page }}", en: "{{ page }}"}
""",
}


def made(home: Path) -> Path:
    """The small folder."""
    (home / "colleges").mkdir(parents=True)
    for file, words in FILES.items():
        (home / file).write_text(words, "utf-8")
    return home


def words_of(home: Path) -> dict[str, str]:
    """All files of a folder, byte for byte."""
    found = sorted(path for path in home.rglob("*.yaml"))
    return {str(path.relative_to(home)): path.read_bytes().decode() for path in found}


def column(page: Any, head: str) -> int:
    return int(next(cell.column for cell in page[1] if cell.value == head))


def row(page: Any, *keys: str) -> int:
    """The row that begins with these cells."""
    return next(
        line
        for line in range(2, page.max_row + 1)
        if [page.cell(line, n).value for n in range(1, len(keys) + 1)] == list(keys)
    )


class Edited:
    """A spreadsheet while somebody works in it."""

    def __init__(self, file: Path) -> None:
        self.file, self.book = file, load_workbook(file)

    def __enter__(self) -> "Edited":
        return self

    def __exit__(self, *wrong: object) -> None:
        self.book.save(self.file)

    def put(self, sheet: str, keys: tuple[str, ...], head: str, value: Any) -> None:
        """Type into the cell of this row and column."""
        page = self.book[sheet]
        page.cell(row(page, *keys), column(page, head)).value = value

    def add(self, sheet: str, **cells: Any) -> None:
        """Type a row below the others; a head's dots are written as double underscores."""
        page = self.book[sheet]
        line = page.max_row + 1
        for head, value in cells.items():
            page.cell(line, column(page, head.replace("__", "."))).value = value

    def drop(self, sheet: str, *keys: str) -> None:
        """Delete a row."""
        page = self.book[sheet]
        page.delete_rows(row(page, *keys))
