"""The content as it stands in the files now: each thing with its rows and its comments."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from content import reader, written
from content.mistakes import Mistaken
from content.sheets.layout import COMMENT, INSIDE, LABELS, MARK
from content.sheets.mending import Mending
from content.sheets.rows import Row, rows


@dataclass(frozen=True)
class Present:
    """A thing in a file; `name` is its name there, where the file holds several."""

    kind: str
    slug: str
    file: str
    node: yaml.MappingNode
    name: yaml.Node | None
    mending: Mending

    @cached_property
    def body(self) -> Any:
        return written.plain(self.node)

    @cached_property
    def rows(self) -> list[Row]:
        """Its rows, the first with what stands beside the words: comments."""
        found = list(rows(self.kind, self.slug, self.body))
        first = self.name or self.node.value[0][0]
        found[0].cells[COMMENT] = self.mending.comment_of(first)
        found[0].cells[INSIDE] = "\n".join(self.mending.comments_inside(first, self.node))
        return found


def everything(home: Path) -> dict[tuple[str, str], Present]:
    """Every thing and every label by kind and slug; raises Mistaken where a file cannot be read."""
    return {(one.kind, one.slug): one for one in _everything(home)}


def _everything(home: Path) -> Iterator[Present]:
    found, mistakes = reader.entries(home)
    files: dict[str, Mending] = {}
    for entry in found:
        if entry.file not in files:
            files[entry.file] = _file_of(entry, home)
    if (home / reader.LABELS).exists():
        found += _labels(home, files)
    if mistakes:
        raise Mistaken(mistakes)
    for entry in found:
        yield _present(entry, files[entry.file])


def _labels(home: Path, files: dict[str, Mending]) -> list[reader.Written]:
    files[reader.LABELS] = opened = _opened(home / reader.LABELS, home)
    return [
        reader.Written(LABELS, name.value, written.plain(node), reader.LABELS, node)
        for name, node in opened.node.value
    ]


def _file_of(entry: reader.Written, home: Path) -> Mending:
    """The file an entry stands in; one of its own has been read already."""
    if entry.file == f"{entry.kind}.yaml" or not isinstance(entry.node, yaml.MappingNode):
        return _opened(home / entry.file, home)
    return Mending((home / entry.file).read_text("utf-8"), entry.node)


def _opened(path: Path, home: Path) -> Mending:
    node, mistakes = written.read(path, home)
    if not isinstance(node, yaml.MappingNode):
        raise Mistaken(mistakes)
    return Mending(path.read_text("utf-8"), node)


def _present(entry: reader.Written, mending: Mending) -> Present:
    shared = entry.file == f"{entry.kind}.yaml"
    names = {name.value: (name, node) for name, node in mending.node.value} if shared else {}
    name, node = names.get(entry.slug, (None, mending.node))
    return Present(entry.kind, entry.slug, entry.file, node, name, mending)


def mark(found: list[Row]) -> str:
    """A short sign of all that a thing's rows say: another sign, another content."""
    said = sorted((row.sheet, sorted(_said(row).items())) for row in found)
    return "m" + hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]


def _said(row: Row) -> dict[str, str]:
    """The filled cells that may be edited."""
    return {head: cell for head, cell in row.cells.items() if cell and head not in (INSIDE, MARK)}
