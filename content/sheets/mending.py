"""Mending a YAML file in place: only what changed is written anew, comments and habits stay."""

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Any

import yaml

from content.sheets.blocks import block, flow, pair, word
from content.written import plain


class Mending:
    """The changes to one file, collected first and made at once."""

    def __init__(self, words: str, node: yaml.MappingNode) -> None:
        self.words, self.node = words, node
        self._edits: list[tuple[int, int, str]] = []

    def mended(self) -> str:
        """The file's words with all changes."""
        made, here = "", 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            made, here = made + self.words[here:start] + new, end
        return made + self.words[here:]

    def change(self, node: yaml.Node, new: Any, *, inside_flow: bool = False) -> None:
        """Make the node say this."""
        if plain(node) == new:
            return
        flowing = inside_flow or bool(getattr(node, "flow_style", False))
        if isinstance(node, yaml.ScalarNode) and isinstance(new, str):
            self._put(node, word(new, flow=flowing, quoted=node.style == '"'))
        elif isinstance(node, yaml.MappingNode) and isinstance(new, dict) and not flowing:
            self._change_block(node, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(new, list) and not flowing:
            self._change_list(node, new)
        elif flowing and _alike(node, new):
            self._change_alike(node, new)
        else:
            self._put(node, flow(new) if flowing else block(new, node.start_mark.column))

    def _change_alike(self, node: Any, new: Any) -> None:
        pairs = (
            [(k.value, v) for k, v in node.value]
            if isinstance(new, dict)
            else enumerate(node.value)
        )
        for name, value in pairs:
            self.change(value, new[name], inside_flow=True)

    def _change_block(self, node: yaml.MappingNode, new: dict[str, Any]) -> None:
        if node.value[0][0].value not in new:  # the first name may share its line with a dash
            self._put(node, block(new, node.start_mark.column))
            return
        for name, value in node.value:
            if name.value in new:
                self.change(value, new[name.value])
            else:
                self.remove(name, value)
        self._add_names(node, new)

    def _add_names(self, node: yaml.MappingNode, new: dict[str, Any]) -> None:
        """What is new stands where a new file would have it: after what comes before it."""
        there = {name.value: value for name, value in node.value}
        after = node.value[0][1]
        for name, value in new.items():
            if name in there:
                after = there[name]
            else:
                self.add_after(after, pair(name, value, node.start_mark.column), node)

    def _change_list(self, node: yaml.SequenceNode, new: list[Any]) -> None:
        old = [plain(item) for item in node.value]
        first, last = _same(old, new), 0
        while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
            last += 1
        items, wanted = node.value[first : len(old) - last], new[first : len(new) - last]
        for item, value in zip(items, wanted, strict=False):
            self.change(item, value)
        for item in items[len(wanted) :]:
            self.remove(item, item)
        before = node.value[first + min(len(items), len(wanted)) - 1] if first or items else None
        for value in wanted[len(items) :]:
            self._add_item(node, before, block([value], node.start_mark.column))

    def _add_item(self, node: yaml.SequenceNode, before: yaml.Node | None, new: str) -> None:
        if before is not None:
            self.add_after(before, new, node)
        else:
            start = node.start_mark.index
            self._edits.append((start, start, new + "\n" + " " * node.start_mark.column))

    def remove(self, first: yaml.Node, last: yaml.Node) -> None:
        """Take away the lines from the one node to the other."""
        start = self.words.rfind("\n", 0, first.start_mark.index) + 1
        end = self._line_end(end_of(last))
        self._edits.append((start, min(end + 1, len(self.words)), ""))

    def add_after(self, node: yaml.Node, new: str, around: yaml.Node) -> None:
        """Put this on the lines after the node, as far to the right as its neighbours stand."""
        end = self._line_end(end_of(node))
        self._edits.append((end, end, "\n" + " " * around.start_mark.column + new))

    def comment(self, name: yaml.Node, said: str) -> None:
        """Make this the comment above the name."""
        start = self.words.rfind("\n", 0, name.start_mark.index) + 1
        lines = list(_comment_lines(self.words[:start]))
        begin = start - sum(len(line) + 1 for line in lines)
        new = "".join(f"# {line}".rstrip() + "\n" for line in said.split("\n")) if said else ""
        self._edits.append((begin, start, new))

    def comment_of(self, name: yaml.Node) -> str:
        """The comment above the name, without its signs."""
        start = self.words.rfind("\n", 0, name.start_mark.index) + 1
        lines = reversed(list(_comment_lines(self.words[:start])))
        return "\n".join(line.removeprefix("#").strip() for line in lines)

    def comments_inside(self, first: yaml.Node, last: yaml.Node) -> list[str]:
        """The comments between two nodes, wherever they stand."""
        here, found = first.start_mark.index, list[str]()
        spans = sorted((leaf.start_mark.index, end_of(leaf)) for leaf in leaves(last))
        edges = [(here, here), *spans, (self._line_end(end_of(last)),) * 2]
        for (_, end), (start, _) in pairwise(edges):
            for line in self.words[end:start].split("\n"):
                found += [line.partition("#")[2].strip()] if "#" in line else []
        return found

    def _line_end(self, index: int) -> int:
        found = self.words.find("\n", index)
        return len(self.words) if found < 0 else found

    def _put(self, node: yaml.Node, new: str) -> None:
        self._edits.append((node.start_mark.index, end_of(node), new))


def _comment_lines(before: str) -> Iterator[str]:
    """The lines of comment that end where this ends, the last one first."""
    lines = reversed(before.split("\n")[:-1])
    return takewhile(lambda line: line.lstrip().startswith("#"), lines)


def _same(old: list[Any], new: list[Any]) -> int:
    return sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(old, new, strict=False)))


def _alike(node: yaml.Node, new: Any) -> bool:
    """Whether the values differ and not the names, or the number of items."""
    if isinstance(node, yaml.MappingNode) and isinstance(new, dict):
        return [key.value for key, _ in node.value] == list(new)
    return isinstance(new, list) and len(node.value) == len(new)


def end_of(node: Any) -> int:
    """Where its last sign stands; a block's own end would be where the next thing begins."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return int(node.end_mark.index)
    last = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return end_of(last)


def leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    """The words of a node, its names too."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield from leaves(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from leaves(item)
    else:
        yield node
