"""The strict reader: files into things, or every mistake with its file, line, column and a hint.

Every scalar is read as plain words (YAML's `no`, `9:30` and `1.10` stay what was written); the
kinds in `catalogue.py` say what each must be. Aliases, tags, doubled names, deep nesting and files
over 1 MB are refused before anything is built.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from content.catalogue import KINDS
from content.kinds import Gapped, Part, Text, Thing, did_you_mean

HOME = Path(__file__).parent
LARGEST, DEEPEST = 1_000_000, 20

Things = dict[str, dict[str, Thing]]


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a file, told to whoever wrote it."""

    file: str
    line: int
    column: int
    value: str
    says: str

    def __str__(self) -> str:
        shown = f" (it says {self.value!r})" if self.value else ""
        return f"{self.file}:{self.line}:{self.column}: {self.says}{shown}"


class Mistaken(ValueError):
    """The content cannot be used; `mistakes` says why, all at once."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = sorted(mistakes, key=lambda m: (m.file, m.line, m.column))
        super().__init__("\n".join(map(str, self.mistakes)))


@dataclass(frozen=True)
class Entry:
    """One thing as written: its kind, its slug, its node and the file it stands in."""

    kind: str
    slug: str
    node: yaml.Node
    file: str


def read(home: Path = HOME) -> Things:
    """Everything under `content/`, by kind and slug; raises Mistaken with all that is wrong."""
    mistakes: list[Mistake] = []
    entries = list(_entries(home, mistakes))
    known = _known(entries)
    things: Things = {kind: {} for kind in KINDS}
    for entry in entries:
        if thing := _thing(entry, known, mistakes):
            things[entry.kind][entry.slug] = thing
    if mistakes:
        raise Mistaken(mistakes)
    return things


def labels(home: Path = HOME) -> dict[str, Text]:
    """The words on buttons, by name; raises Mistaken."""
    mistakes: list[Mistake] = []
    node = _node(home / "labels.yaml", home, mistakes)
    words: dict[str, Text] = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        try:
            words[str(key.value)] = Gapped.model_validate(_plain(value))
        except ValidationError as error:
            mistakes += [_mistake(wrong, value, "labels.yaml") for wrong in error.errors()]
    if mistakes:
        raise Mistaken(mistakes)
    return words


def _entries(home: Path, mistakes: list[Mistake]) -> Iterator[Entry]:
    """A file of its own for each thing (`professions/welder.yaml`), or one for a short kind."""
    for kind in KINDS:
        if (one := home / f"{kind}.yaml").exists():
            node = _node(one, home, mistakes)
            for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
                yield Entry(kind, key.value, value, str(one.relative_to(home)))
        for path in sorted((home / kind).glob("*.yaml")):
            if (node := _node(path, home, mistakes)) is not None:
                yield Entry(kind, path.stem, node, str(path.relative_to(home)))


def _known(entries: list[Entry]) -> dict[str, set[str]]:
    """The slugs there are, by kind; places are named inside their regions."""
    known: dict[str, set[str]] = {kind: set() for kind in (*KINDS, "places")}
    for entry in entries:
        known[entry.kind].add(entry.slug)
        if entry.kind == "regions":
            places = _plain(entry.node).get("places", ())
            known["places"] |= {place.get("slug", "") for place in places}
    return known


def _node(path: Path, home: Path, mistakes: list[Mistake]) -> yaml.Node | None:
    """The file as a tree of nodes that know their lines, if it is plain and sound YAML."""
    file = str(path.relative_to(home))
    try:
        words = path.read_text("utf-8")
        wrong = list(_unsafe(words, file))
        node = None if wrong else yaml.compose(words, Loader=yaml.CBaseLoader)
        wrong += _doubled(node, file) if node else []
    except yaml.MarkedYAMLError as error:
        wrong, node = [_at(error.problem_mark, file, str(error.problem))], None
    except UnicodeDecodeError:
        wrong, node = [Mistake(file, 1, 1, "", "not UTF-8: save the file as UTF-8")], None
    mistakes += wrong
    if node is None and not wrong:
        mistakes.append(Mistake(file, 1, 1, "", "the file is empty"))
    return None if wrong else node


def _unsafe(words: str, file: str) -> Iterator[Mistake]:
    """What plain content never needs, and an attack does."""
    if len(words) > LARGEST:
        yield Mistake(file, 1, 1, "", f"over {LARGEST} letters: cut the file in parts")
        return
    depth = 0
    for event in yaml.parse(words, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            yield _at(event.start_mark, file, f"nested deeper than {DEEPEST} levels")
            return
        if getattr(event, "anchor", None):
            yield _at(event.start_mark, file, "& and * (aliases) are not used here: write it out")
        if getattr(event, "tag", None):
            yield _at(event.start_mark, file, "tags (!…) are not used here")


def _doubled(node: yaml.Node, file: str) -> list[Mistake]:
    """Names written twice in one place: the second would silently win."""
    found: list[Mistake] = []
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                found.append(_at(key.start_mark, file, f"`{key.value}` stands here twice"))
            seen.add(str(key.value))
            found += _doubled(value, file)
    elif isinstance(node, yaml.SequenceNode):
        found += [mistake for item in node.value for mistake in _doubled(item, file)]
    return found


def _at(mark: Any, file: str, says: str, value: str = "") -> Mistake:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Mistake(file, line, column, value, says)


def _plain(node: yaml.Node) -> Any:
    """The node as dicts, lists and words."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _thing(entry: Entry, known: dict[str, set[str]], mistakes: list[Mistake]) -> Thing | None:
    """The entry as its kind, or its mistakes noted."""
    if not isinstance(entry.node, yaml.MappingNode):
        mistakes.append(_at(entry.node.start_mark, entry.file, "names and values are wanted here"))
        return None
    try:
        body = _plain(entry.node) | {"slug": entry.slug}
        return KINDS[entry.kind].model_validate(body, context=known)
    except ValidationError as error:
        mistakes += [_mistake(wrong, entry.node, entry.file) for wrong in error.errors()]
        return None


def _mistake(wrong: ErrorDetails, top: yaml.Node, file: str) -> Mistake:
    """The complaint, at the line and column it speaks of."""
    node = _find(top, wrong["loc"])
    value = node.value if isinstance(node, yaml.ScalarNode) else ""
    return _at(node.start_mark, file, _says(wrong), value[:60])


def _find(node: yaml.Node, address: tuple[int | str, ...]) -> yaml.Node:
    """The node an error speaks of, or the nearest one above it."""
    for step in address:
        if isinstance(node, yaml.MappingNode):
            found = [pair for pair in node.value if pair[0].value == step]
            node = found[0][1] if found else node
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else node
    return node


def _says(wrong: ErrorDetails) -> str:
    """The complaint in plain words, with what was probably meant."""
    where = ".".join(map(str, wrong["loc"])) or "here"
    last = str(wrong["loc"][-1]) if wrong["loc"] else ""
    if wrong["type"] == "missing":
        return f"`{where}` is missing"
    if wrong["type"] == "extra_forbidden":
        return f"`{where}` is not a name we know{did_you_mean(last, _names())}"
    if wrong["type"] == "literal_error":
        allowed = str(wrong.get("ctx", {}).get("expected", ""))
        nearest = did_you_mean(
            str(wrong["input"]), allowed.replace("'", "").split(" or ")[0].split(", ")
        )
        return f"`{where}` must be one of {allowed}{nearest}"
    return f"`{where}`: {wrong['msg'].removeprefix('Value error, ')}"


def _names() -> set[str]:
    """Every name that may stand in a content file."""
    kinds = [Part]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return {name for kind in kinds for name in kind.model_fields}
