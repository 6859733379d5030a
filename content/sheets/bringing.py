"""Bringing a spreadsheet back: all is checked aside, then the files that changed are replaced."""

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content import reader
from content.mistakes import Mistake, Mistaken
from content.reader import Entry
from content.shape import Loc
from content.sheets import reading
from content.sheets.layout import COMMENT, INSIDE, LABELS, MARK, SLUG, sheets, title
from content.sheets.opening import Cells, opened
from content.sheets.present import Present, everything, mark
from content.sheets.renewing import Renewal
from content.sheets.rows import ALL_KINDS, Built, Row, build, rows

Key = tuple[str, str]


@dataclass(frozen=True)
class Brought(Entry):
    """A thing of the spreadsheet."""

    built: Built
    row: Row
    said: str = ""
    changed: bool = True
    inside: tuple[str, ...] = ()

    def mistake(self, loc: Loc, says: str, *, name: bool = False) -> Mistake:
        sheet, line, head = self._cell(loc)
        heads = sheets()[sheet].heads
        value = self.built_at(loc)
        return Cells(sheet, line, heads.index(head) + 1, value, says)

    def _cell(self, loc: Loc) -> tuple[str, int, str]:
        """The cell of a value, or of what is nearest to it."""
        if loc in self.built.cells:
            return self.built.cells[loc]
        inside = [cell for way, cell in self.built.cells.items() if way[: len(loc)] == loc]
        if inside and loc:
            return inside[0]
        return self._cell(loc[:-1]) if loc else (self.row.sheet, self.row.line, SLUG)

    def built_at(self, loc: Loc) -> str:
        value: Any = self.body
        for step in loc:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return ""
        return value if isinstance(value, str) else ""


def bring(file: Path, home: Path = reader.HOME, *, remove: bool = False) -> list[str]:
    """Bring the spreadsheet's things into the files; the files that changed; raises Mistaken.

    What is not on its sheet any more is removed only where that is asked for.
    """
    book = opened(file)
    found, mistakes = reading.read(book)
    if mistakes:
        raise Mistaken(mistakes)
    home.mkdir(parents=True, exist_ok=True)
    present = everything(home)
    brought = {(one.kind, one.slug): one for one in _brought(found, present)}
    mistakes = [*_sound(brought.values()), *_overtaken(brought, present)]
    gone = [one for key, one in present.items() if key not in brought]
    mistakes += [] if remove else [_lost(one, found) for one in gone]
    if mistakes:
        raise Mistaken(mistakes)
    return _replaced(_renewed(brought.values(), gone, present), home)


def _renewed(
    brought: Iterable[Brought], gone: Iterable[Present], present: dict[Key, Present]
) -> dict[str, str | None]:
    renewal = Renewal(present)
    for one in gone:
        renewal.remove(one)
    for new in brought:
        if new.changed:
            renewal.renew(new)
    return renewal.files()


def _brought(found: dict[str, list[Row]], present: dict[Key, Present]) -> Iterator[Brought]:
    for kind in ALL_KINDS:
        below = _by_thing(found, kind)
        for row in found[title(kind)]:
            slug = row.cells[SLUG]
            yield _thing(kind, slug, row, below[slug], present.get((kind, slug)))


def _by_thing(found: dict[str, list[Row]], kind: str) -> dict[str, dict[str, list[Row]]]:
    below: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for name, sheet in sheets().items():
        for row in found[name] if sheet.kind == kind else ():
            below[row.cells[sheet.keys[0]]][name].append(row)
    return below


def _thing(
    kind: str, slug: str, row: Row, below: dict[str, list[Row]], now: Present | None
) -> Brought:
    """The thing as its rows tell it; it is changed where they say other than the file does."""
    built = build(kind, slug, below)
    again = _again(built, row)
    inside = tuple(row.cells.get(INSIDE, "").split("\n")) if row.cells.get(INSIDE) else ()
    changed = now is None or mark(now.rows) != mark(again)
    if changed and now is not None and row.cells.get(MARK) == mark(again):
        changed = False  # untouched in the spreadsheet, and newer in the file: the file stays
    said = row.cells.get(COMMENT, "")
    return Brought(kind, slug, built.body, built, row, said, changed, inside)


def _again(built: Built, row: Row) -> list[Row]:
    """The rows an export would write of it, so that both are compared in the same words."""
    found = list(rows(built.kind, built.slug, built.body))
    found[0].cells[COMMENT] = row.cells.get(COMMENT, "")
    return found


def _sound(brought: Iterable[Brought]) -> Iterator[Mistake]:
    """The same checks as for files."""
    things = [one for one in brought if one.kind != LABELS]
    yield from reader.believed(things)[1]
    for one in brought:
        if one.kind == LABELS:
            yield from reader.believed_label(one)[1]


def _overtaken(brought: dict[Key, Brought], present: dict[Key, Present]) -> Iterator[Mistake]:
    """What was changed both in the spreadsheet and, since it was made, in the file."""
    for key, one in brought.items():
        exported = one.row.cells.get(MARK)
        if one.changed and key in present and exported and mark(present[key].rows) != exported:
            says = f"{present[key].file} has changed since this sheet was made: export again"
            yield one.mistake((), says)


def _lost(one: Present, found: dict[str, list[Row]]) -> Mistake:
    says = f"{one.slug!r} stands in {one.file} and has no row here: put it back, or use --remove"
    return Cells(title(one.kind), len(found[title(one.kind)]) + 1, 1, "", says)


def _replaced(files: dict[str, str | None], home: Path) -> list[str]:
    """All of it is tried in a copy of the folder; only then the files are replaced, each whole."""
    if not files:
        return []
    aside = Path(tempfile.mkdtemp(prefix=".import-", dir=home.parent))
    try:
        trial = aside / home.name
        shutil.copytree(home, trial, ignore=_no_content)
        for file, words in files.items():
            _write(trial / file, words)
        reader.check(trial)
        for file, words in files.items():
            _move(trial / file, home / file, words)
    finally:
        shutil.rmtree(aside)
    return sorted(files)


def _no_content(folder: str, names: list[str]) -> set[str]:
    """Code and pictures, which a trial of words does not need."""
    aside = {"__pycache__", "media"}
    packages = {name for name in names if (Path(folder) / name / "__init__.py").exists()}
    return packages | {name for name in names if name in aside or name.endswith(".py")}


def _write(path: Path, words: str | None) -> None:
    path.parent.mkdir(exist_ok=True)
    if words is None:
        path.unlink()
    else:
        path.write_text(words, "utf-8", newline="\n")


def _move(new: Path, old: Path, words: str | None) -> None:
    old.parent.mkdir(exist_ok=True)
    if words is None:
        old.unlink()
    else:
        os.replace(new, old)
