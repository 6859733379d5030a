"""The strict reader: files into things, or every mistake with its file, line, column and a hint.

What must be where is said by the types in `catalogue.py`; how a file is read, in `written.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from content import branches, buttons, instruments, templates, whole, wording, written
from content.catalogue import KINDS
from content.kinds import Gapped, Text, Thing
from content.mistakes import Mistake, Mistaken
from content.shape import Loc, shape
from content.strangers import strangers
from content.tree import at
from content.whole import Known

__all__ = ["HOME", "Entry", "Mistake", "Mistaken", "Things", "check", "labels", "read"]

HOME = Path(__file__).parent
LABELS = "labels.yaml"

Things = dict[str, dict[str, Thing]]


@dataclass(frozen=True)
class Entry:
    """One thing as written: its kind, its slug, and what it says, not yet believed."""

    kind: str
    slug: str
    body: Any

    def mistake(self, loc: Loc, says: str, *, name: bool = False) -> Mistake:
        """What is wrong at this address inside the thing, or with the name there."""
        raise NotImplementedError


@dataclass(frozen=True)
class Written(Entry):
    """A thing of a YAML file."""

    file: str
    node: yaml.Node = field(repr=False)

    def mistake(self, loc: Loc, says: str, *, name: bool = False) -> Mistake:
        node = written.find(self.node, loc, name=name)
        value = node.value if isinstance(node, yaml.ScalarNode) else ""
        return at(node.start_mark, self.file, says, value)


def read(home: Path = HOME) -> Things:
    """Everything under `content/`, by kind and slug; raises Mistaken with all that is wrong."""
    things, mistakes = _read(home)
    if mistakes:
        raise Mistaken(mistakes)
    return things


def check(home: Path = HOME) -> Things:
    """As `read`, and the labels and the templates too."""
    things, mistakes = _read(home)
    mistakes += templates.mistakes(home)
    if (home / LABELS).exists():
        mistakes += _labels(home)[1]
    if mistakes:
        raise Mistaken(mistakes)
    return things


def labels(home: Path = HOME) -> dict[str, Text]:
    """The words on buttons, by name; raises Mistaken."""
    words, mistakes = _labels(home)
    if mistakes:
        raise Mistaken(mistakes)
    return words


def believed(entries: Iterable[Entry], unread: Iterable[str] = ()) -> tuple[Things, list[Mistake]]:
    """The entries as things of their kinds, and all that is wrong with them.

    Of files that could not be read we know the name: what leads there is not a mistake as well.
    """
    entries, mistakes = list(entries), list[Mistake]()
    known, things = _known(entries, unread), {kind: dict[str, Thing]() for kind in KINDS}
    sound: list[Known] = []
    for entry in entries:
        if thing := _thing(entry, known, mistakes):
            things[entry.kind][entry.slug] = thing
            sound.append(Known(entry.kind, thing, entry.mistake))
    for wrong in (whole, branches, buttons, instruments):
        mistakes += wrong.mistakes(sound)
    return things, mistakes


def believed_label(entry: Entry) -> tuple[Text | None, list[Mistake]]:
    """The words of a button, and what is wrong with them."""
    try:
        words = Gapped.model_validate(entry.body)
    except ValidationError as error:
        return None, [_mistake(wrong, entry, Gapped) for wrong in error.errors()]
    return words, [entry.mistake((language,), says) for language, says in templates.gaps(words)]


def entries(home: Path) -> tuple[list[Written], list[Mistake]]:
    """Every thing as written, and what cannot be read."""
    mistakes = list(strangers(home))
    return list(_entries(home, mistakes)), mistakes


def _read(home: Path) -> tuple[Things, list[Mistake]]:
    found, mistakes = entries(home)
    things, more = believed(found, [one.file for one in mistakes])
    if not found and not mistakes:
        mistakes.append(Mistake(home.name, 1, 1, "", "there is no content in this folder"))
    return things, mistakes + more


def _labels(home: Path) -> tuple[dict[str, Text], list[Mistake]]:
    words: dict[str, Text] = {}
    node, mistakes = written.read(home / LABELS, home)
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        label, wrong = believed_label(Written("labels", key.value, _plain(value), LABELS, value))
        words |= {key.value: label} if label else {}
        mistakes += wrong
    return words, mistakes


def _entries(home: Path, mistakes: list[Mistake]) -> Iterator[Written]:
    """A file of its own for each thing (`professions/welder.yaml`), or one for a short kind."""
    for kind in KINDS:
        seen: set[str] = set()
        for entry in (*_together(kind, home, mistakes), *_apart(kind, home, mistakes)):
            if entry.slug in seen:
                says = f"{kind}/{entry.slug} stands in {kind}.yaml too: keep one"
                mistakes.append(entry.mistake((), says))
            seen.add(entry.slug)
            yield entry


def _together(kind: str, home: Path, mistakes: list[Mistake]) -> Iterator[Written]:
    one = home / f"{kind}.yaml"
    node = _node(one, home, mistakes) if one.exists() else None
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        yield Written(kind, key.value, _plain(value), f"{kind}.yaml", value)


def _apart(kind: str, home: Path, mistakes: list[Mistake]) -> Iterator[Written]:
    for path in sorted((home / kind).glob("*.yaml")):
        if (node := _node(path, home, mistakes)) is not None:
            yield Written(kind, path.stem, _plain(node), f"{kind}/{path.name}", node)


def _node(path: Path, home: Path, mistakes: list[Mistake]) -> yaml.Node | None:
    node, wrong = written.read(path, home)
    mistakes += wrong
    if node is not None and not isinstance(node, yaml.MappingNode):
        says = "names and values are wanted here, such as `name:` and the words below it"
        mistakes.append(at(node.start_mark, str(path.relative_to(home)), says))
        return None
    return node


def _plain(node: yaml.Node) -> Any:
    return written.plain(node)


class _Anything(set[str]):
    """The slugs of a file that could not be read: any."""

    def __contains__(self, slug: object) -> bool:
        return True


def _known(found: Iterable[Entry], unread: Iterable[str]) -> dict[str, set[str]]:
    """The slugs there are, by kind; places are named inside their regions."""
    known: dict[str, set[str]] = {kind: set() for kind in (*KINDS, "places")}
    for file in unread:
        name = file.removesuffix(".yaml")
        kind, _, slug = name.rpartition("/")
        if name in known:
            known[name] = _Anything()
        elif kind in known:
            known[kind] = known[kind] | {slug}
        if "regions" in (name, kind):
            known["places"] = _Anything()
    for entry in found:
        known[entry.kind].add(entry.slug)
        if entry.kind == "regions":
            known["places"] |= set(_places(entry.body))
    return known


def _places(region: Any) -> Iterator[str]:
    places = region.get("places") if isinstance(region, dict) else ()
    for place in places if isinstance(places, list) else ():
        if isinstance(place, dict) and isinstance(place.get("slug"), str):
            yield place["slug"]


def _thing(entry: Entry, known: dict[str, set[str]], mistakes: list[Mistake]) -> Thing | None:
    """The entry as its kind, or its mistakes noted."""
    kind = KINDS[entry.kind]
    if not isinstance(entry.body, dict):
        mistakes.append(entry.mistake((), "names and values are wanted here, moved right"))
        return None
    try:
        if "slug" in entry.body:
            mistakes.append(entry.mistake(("slug",), "`slug` is the file's name", name=True))
        return kind.model_validate(entry.body | {"slug": entry.slug}, context=known)
    except ValidationError as error:
        wrongs = wording.told_once(error.errors(), shape(kind))
        mistakes += [_mistake(wrong, entry, kind) for wrong in wrongs]
        return None


def _mistake(wrong: Any, entry: Entry, kind: type) -> Mistake:
    """The complaint, at the line and column it speaks of."""
    loc, name = wording.address(wrong)
    return entry.mistake(loc, wording.says(wrong, shape(kind)), name=name)
