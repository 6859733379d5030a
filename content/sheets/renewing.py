"""The files that change, in their new words: mended in place where there is a file already."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Protocol

import yaml

from content.sheets.blocks import block, pair
from content.sheets.layout import COMMENT
from content.sheets.mending import Mending
from content.sheets.present import Present
from content.written import plain

# The kinds whose every thing has a file of its own; the others share one file.
APART = ("articles", "professions", "employers", "colleges", "programmes", "answers", "voices")


class New(Protocol):
    """A thing as it shall be."""

    @property
    def kind(self) -> str: ...
    @property
    def slug(self) -> str: ...
    @property
    def body(self) -> Any: ...
    @property
    def said(self) -> str: ...
    @property
    def inside(self) -> tuple[str, ...]: ...


class Renewal:
    """The files of a folder while they are renewed."""

    def __init__(self, present: Mapping[tuple[str, str], Present]) -> None:
        self.present = present
        self._shared = {one.kind: one.file for one in present.values() if one.name is not None}
        self._mendings = {one.file: one.mending for one in present.values()}
        self._wanted: dict[str, dict[str, Any]] = {}
        self._fresh: dict[str, list[New]] = defaultdict(list)
        self._gone: list[str] = []

    def files(self) -> dict[str, str | None]:
        """The new words of every file that changes; nothing, where the file goes."""
        mended = {file: _sure(self._mendings[file], said) for file, said in self._wanted.items()}
        fresh = {file: _whole(file, things) for file, things in self._fresh.items()}
        return {**mended, **fresh, **dict.fromkeys(self._gone)}

    def remove(self, one: Present) -> None:
        """Take the thing away, with its file where it has one of its own."""
        if one.name is None:
            self._gone.append(one.file)
        else:
            one.mending.remove(one.name, one.node)
            self._want(one.file).pop(one.slug)

    def renew(self, new: New) -> None:
        """Let the thing say what it shall say: where it stands, or in a new place."""
        now = self.present.get((new.kind, new.slug))
        file = self._shared.get(new.kind) or _file(new)
        if now is not None:
            self._mend(now, new)
        elif file in self._mendings:
            mending = self._mendings[file]
            mending.add_after(mending.node.value[-1][1], pair(new.slug, new.body, 0), mending.node)
            self._want(file)[new.slug] = new.body
        else:
            self._fresh[file].append(new)

    def _mend(self, now: Present, new: New) -> None:
        now.mending.change(now.node, new.body)
        if now.rows[0].cells[COMMENT] != new.said:
            now.mending.comment(now.name or now.node.value[0][0], new.said)
        if now.name is None:
            self._wanted[now.file] = new.body
        else:
            self._want(now.file)[new.slug] = new.body

    def _want(self, file: str) -> dict[str, Any]:
        """What a shared file shall say in the end."""
        return self._wanted.setdefault(file, plain(self._mendings[file].node))


def _file(new: New) -> str:
    return f"{new.kind}/{new.slug}.yaml" if new.kind in APART else f"{new.kind}.yaml"


def _whole(file: str, things: list[New]) -> str:
    """A new file: of one thing, or of several one below another."""
    if file == f"{things[0].kind}.yaml":
        words = (_commented(new.said) + pair(new.slug, new.body, 0) for new in things)
        return "\n".join(words) + "\n"
    (new,) = things
    return _commented(new.said) + _commented("\n".join(new.inside)) + block(new.body) + "\n"


def _commented(said: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in said.split("\n")) if said else ""


def _sure(mending: Mending, wanted: dict[str, Any]) -> str:
    """The mended words, if they say what is wanted; else the whole file in new words."""
    words = mending.mended()
    node: Any = _composed(words)
    if node is not None and plain(node) == wanted:
        return words
    return _commented(mending.comment_of(mending.node.value[0][0])) + block(wanted) + "\n"


def _composed(words: str) -> yaml.Node | None:
    try:
        return yaml.compose(words, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return None
