"""Files as they are written: sound YAML as a tree that knows its lines, or what is wrong with it.

Every scalar is read as plain words (YAML's `no`, `9:30` and `1.10` stay what was written).
Aliases, tags, doubled names, deep nesting, hidden signs and files over 1 MB are refused before
anything is built.
"""

import codecs
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from content.mistakes import Mistake
from content.shape import Loc
from content.tree import HIDDEN, Tree, at, named

LARGEST, MANY = 1_000_000, 20

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
    tree = Tree(file)
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
        yield Mistake(file, line, column, "", named(found.group()))


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
