"""Trees of YAML: nodes that know their lines; what plain content never needs is refused."""

import re
from collections.abc import Iterable
from typing import Any

import yaml

from content.mistakes import Mistake

DEEPEST = 20
NO_VALUE = "nothing stands here: write a value, or delete the line"
NO_VALUE_IN_LINE = "a comma has cut the words here: put words that hold a comma in double quotes"
NOTHING = ("~", "null", "Null", "NULL")

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb]|(?<=\\w)\u200d|\u200d(?=\\w)"
)


class Tree:
    """Nodes out of the YAML reader's events; what plain content never needs is a mistake."""

    def __init__(self, file: str) -> None:
        self.file, self.wrong = file, list[Mistake]()
        self._open: list[Any] = []
        self._roots: list[yaml.Node] = []

    def grown(self, events: Iterable[yaml.Event]) -> yaml.Node | None:
        """The one node all others hang on."""
        for event in events:
            if type(event) is yaml.ScalarEvent:  # by far the most
                self._hang(_leaf(event, event.value))
                self._judge(event)
            elif not self._grow(event):
                break
        return self._roots[0] if self._roots else None

    def _grow(self, event: yaml.Event) -> bool:
        """Whether to go on."""
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event)
            self._hang(_leaf(event, f"*{event.anchor}"))  # so that its place is filled
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse(event)
            self._open.append(_collection(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self._roots:
            self._tell(event, "`---` begins a second document: one file is one thing")
        if len(self._open) > DEEPEST:
            self._tell(event, f"nested deeper than {DEEPEST} levels")
        return len(self._open) <= DEEPEST

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        node = self._open.pop()
        node.end_mark = event.end_mark
        if isinstance(node, yaml.MappingNode):
            node.value = list(zip(node.value[::2], node.value[1::2], strict=True))
            self._doubled(node)
        self._hang(node)

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
        if event.anchor or event.tag:
            self._refuse(event)
        if not event.style and event.value == "":
            self._tell(event, NO_VALUE_IN_LINE if self._in_line else NO_VALUE)
        if not event.style and event.value in NOTHING:
            says = f"{event.value} means nothing in YAML: leave the line out where nothing is known"
            self._tell(event, says, event.value)
        if event.style == '"' and (found := HIDDEN.search(event.value)):
            self._tell(event, named(found.group()))

    @property
    def _in_line(self) -> bool:
        """Whether this stands between { } or [ ], where a comma ends the words."""
        return bool(self._open and self._open[-1].flow_style)

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


def named(sign: str) -> str:
    """What to do about a sign nobody sees."""
    return f"a hidden sign (U+{ord(sign):04X}) stands here: delete it and type the letters anew"
