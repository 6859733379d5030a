"""Strangers: files and folders in `content/` that nobody would ever read."""

from collections.abc import Iterator
from pathlib import Path

from content.catalogue import KINDS
from content.kinds import did_you_mean
from content.mistakes import Mistake

ASIDE = ("screens", "media", "labels")
CODE = (".py", ".pyc")
SHELVES = {kind.partition("/")[0] for kind in KINDS if "/" in kind}  # folders of several kinds


def strangers(home: Path) -> Iterator[Mistake]:
    """Files and folders that nobody would ever read."""
    for path in sorted(home.iterdir()):
        if path.name.startswith((".", "_")):
            continue
        if path.is_dir() and path.name in (*KINDS, *SHELVES):
            yield from _strange_files(path, home)
        elif _a_stranger(path):
            near = did_you_mean(path.stem, KINDS)
            yield Mistake(path.name, 1, 1, "", f"nobody reads this: it is no kind of ours{near}")


def _a_stranger(path: Path) -> bool:
    if path.is_dir():
        words = any(one.is_file() and one.suffix not in CODE for one in path.rglob("*"))
        return path.name not in ASIDE and words
    known = path.suffix == ".yaml" and path.stem in (*KINDS, *ASIDE)
    return path.suffix not in (".py", ".md") and not known


def _strange_files(folder: Path, home: Path) -> Iterator[Mistake]:
    for path in sorted(folder.iterdir()):
        file = str(path.relative_to(home))
        kind = file.removesuffix(".yaml")
        if path.is_dir() and kind in KINDS:
            yield from _strange_files(path, home)
        elif path.suffix == ".yaml" and folder.name in SHELVES and kind not in KINDS:
            says = f"nobody reads this: it is no kind of ours{did_you_mean(kind, KINDS)}"
            yield Mistake(file, 1, 1, "", says)
        elif path.is_dir():
            yield Mistake(file, 1, 1, "", f"a folder in {folder.name}/ is not read: move it out")
        elif path.suffix != ".yaml" and not path.name.startswith("."):
            says = f"nobody reads this: name the file {path.stem}.yaml, or move it out"
            yield Mistake(file, 1, 1, "", says)
