"""Files as they are written: sound YAML as a tree that knows its lines, or what is wrong with it.

Every scalar is read as plain words (YAML's `no`, `9:30` and `1.10` stay what was written).
Aliases, tags, doubled names, deep nesting, hidden signs and files over 1 MB are refused before
anything is built.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from content.mistakes import Mistake
from content.shape import Loc

LARGEST, DEEPEST, MANY = 1_000_000, 20, 20
NOTHING = ("~", "null", "Null", "NULL")

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb]|(?<=\\w)\u200d|\u200d(?=\\w)"
)

# What the YAML reader says, and what a person can do about it.
YAML_SAYS = {
    "mapping values are not allowed": "a second colon on this line, or the line is moved too far "
    "to the right: put words that hold a colon in double quotes",
    "could not find expected ':'": "a line without a colon: write `name: value`",
    "did not find expected ',' or ']'": "a `[` list is not closed, or a comma is missing",
    "did not find expected ',' or '}'": "a `{` group is not closed, or a comma is missing",
    "found unexpected end of stream": 'a quote is opened and never closed: add the missing "',
    "did not find expected '-' indicator": "the lines of a list are not one under another",
    "block sequence entries are not allowed": "`-` may not stand here: begin the list lower down",
    "found unknown escape character": "a \\ inside double quotes: write \\\\ for a backslash",
    "did not find expected key": "the line is moved out of its place, or a quote ends too early: "
    "names of one thing stand one under another",
    "did not find expected node content": "a value is missing here, or a comma too many",
    "did not find expected <document start>": "something stands before the first name",
    "while scanning a block scalar": "after > or | the words begin on the next line, moved right",
}


def read(path: Path, home: Path) -> tuple[yaml.Node | None, list[Mistake]]:
    """The file as a tree of nodes, or what is wrong with it."""
    file = str(path.relative_to(home))
    try:
        words = _words(path)
        return _sound(words, file)
    except UnicodeDecodeError as error:
        return None, [_undecoded(error, file)]
    except yaml.MarkedYAMLError as error:
        return None, [_broken(error, words, file)]
    except (yaml.YAMLError, _TooLarge, OSError) as error:
        return None, [Mistake(file, 1, 1, "", f"the file cannot be read: {error}")]


class _TooLarge(ValueError):
    """More than a content file ever needs."""


def _words(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        raise _TooLarge(f"it is over {LARGEST // 1_000_000} MB: cut it in parts")
    return path.read_bytes().decode("utf-8")


def _sound(words: str, file: str) -> tuple[yaml.Node | None, list[Mistake]]:
    if wrong := [*_begun(words, file), *_hidden(words, file)]:
        return None, wrong
    tree = _Tree(file)
    node = tree.grown(yaml.parse(words, Loader=yaml.CBaseLoader))
    if node is None and not tree.wrong:
        return None, [Mistake(file, 1, 1, "", "the file is empty: write the thing, or delete it")]
    return (None if tree.wrong else node), tree.wrong


def _begun(words: str, file: str) -> Iterator[Mistake]:
    if words.startswith("\ufeff"):
        yield Mistake(file, 1, 1, "", "a hidden mark (BOM) begins the file: save as UTF-8, no BOM")


def _hidden(words: str, file: str) -> Iterator[Mistake]:
    """Signs nobody sees: zero-width, turning the direction of writing, NUL."""
    for found in islice(HIDDEN.finditer(words, 1 if words[:1] == "\ufeff" else 0), MANY):
        before = words[: found.start()]
        line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
        yield Mistake(file, line, column, "", _named(found.group()))


def _named(sign: str) -> str:
    return f"a hidden sign (U+{ord(sign):04X}) stands here: delete it and type the letters anew"


def _undecoded(error: UnicodeDecodeError, file: str) -> Mistake:
    before: bytes = error.object[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    if before == b"" and error.object.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Mistake(file, 1, 1, "", "the file is UTF-16: save it as UTF-8")
    return Mistake(file, line, column, "", "not UTF-8 from here on: save the file as UTF-8")


def _broken(error: yaml.MarkedYAMLError, words: str, file: str) -> Mistake:
    """What YAML refuses, in plain words; where a quote or a bracket was opened, there."""
    problem, context = str(error.problem), str(error.context or "")
    unclosed = any(sign in problem for sign in ("end of stream", "expected ','", "expected ':'"))
    mark: Any = (error.context_mark if unclosed else None) or error.problem_mark
    if "found character that cannot start" in problem:
        return at(error.problem_mark, file, _strange(words, error.problem_mark))
    for known, says in YAML_SAYS.items():
        if known in problem or known in context:
            return at(mark, file, says)
    return at(mark, file, f"this is not YAML ({problem}): compare with a neighbouring file")


def _strange(words: str, mark: Any) -> str:
    """A sign no value may begin with."""
    sign = words[mark.index : mark.index + 1]
    if sign == "\t":
        return "a tab stands here: move lines to the right with spaces only"
    return f"words that begin with {sign!r} need double quotes"


class _Tree:
    """Nodes out of the YAML reader's events; what plain content never needs is a mistake."""

    def __init__(self, file: str) -> None:
        self.file, self.wrong = file, list[Mistake]()
        self._open: list[Any] = []
        self._roots: list[yaml.Node] = []

    def grown(self, events: Iterable[yaml.Event]) -> yaml.Node | None:
        """The one node all others hang on."""
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                self._refuse(event)
            if len(self._open) == DEEPEST and isinstance(event, yaml.CollectionStartEvent):
                self._tell(event, f"nested deeper than {DEEPEST} levels")
                break
            self._grow(event)
        return self._roots[0] if self._roots else None

    def _grow(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._hang(_leaf(event, event.value))
            self._judge(event)
        elif isinstance(event, yaml.AliasEvent):  # refused already; it only fills its place
            self._hang(_leaf(event, f"*{event.anchor}"))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open.append(_collection(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            node = self._open.pop()
            node.end_mark = event.end_mark
            if isinstance(node, yaml.MappingNode):
                node.value = list(zip(node.value[::2], node.value[1::2], strict=True))
                self._doubled(node)
            self._hang(node)
        elif isinstance(event, yaml.DocumentStartEvent) and self._roots:
            self._tell(event, "`---` begins a second document: one file is one thing")

    def _hang(self, node: yaml.Node) -> None:
        (self._open[-1].value if self._open else self._roots).append(node)

    def _tell(self, event: Any, says: str, value: str = "") -> None:
        self.wrong.append(at(event.start_mark, self.file, says, value))

    def _refuse(self, event: Any) -> None:
        if event.anchor:
            self._tell(event, "& and * (aliases) are not used here: use double quotes")
        if getattr(event, "tag", None):
            self._tell(event, "! (a tag) is not used here: use double quotes")

    def _judge(self, event: yaml.ScalarEvent) -> None:
        """Empty values, YAML's nothing, and signs hidden by an escape."""
        if not event.style and event.value == "":
            self._tell(event, "nothing stands here: write a value, or delete the line")
        if not event.style and event.value in NOTHING:
            says = f"{event.value} means nothing in YAML: leave the line out where nothing is known"
            self._tell(event, says, event.value)
        if event.style == '"' and (found := HIDDEN.search(event.value)):
            self._tell(event, _named(found.group()))

    def _doubled(self, node: yaml.MappingNode) -> None:
        """Names written twice: the second would silently win."""
        seen: dict[str, int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._tell(key, "a name is wanted before the colon, not a list or group")
            elif key.value in seen:
                says = f"`{key.value}` stands here twice, first in line {seen[key.value]}: keep one"
                self._tell(key, says)
            else:
                seen[key.value] = key.start_mark.line + 1


def _leaf(event: Any, words: str) -> yaml.ScalarNode:
    style = getattr(event, "style", None)
    return yaml.ScalarNode("", words, event.start_mark, event.end_mark, style)


def _collection(event: Any) -> yaml.CollectionNode:
    kind = yaml.MappingNode if isinstance(event, yaml.MappingStartEvent) else yaml.SequenceNode
    return kind("", [], event.start_mark, None, event.flow_style)


def at(mark: Any, file: str, says: str, value: str = "") -> Mistake:
    """A mistake at a mark of the YAML reader."""
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Mistake(file, line, column, value, says)


def plain(node: yaml.Node) -> Any:
    """The node as dicts, lists and words."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return node.value


def find(node: yaml.Node, loc: Loc, *, name: bool = False) -> yaml.Node:
    """The node at an address (or its name), or the nearest one above it."""
    key = node
    for step in loc:
        key, inside = _inside(node, step)
        node = inside
    return key if name else node


def _inside(node: yaml.Node, step: int | str) -> tuple[yaml.Node, yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return next((pair for pair in node.value if pair[0].value == str(step)), (node, node))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return node, node
