"""Whatever stands in a content file, the check says what is wrong; it never falls over."""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from content.mistakes import Mistake, Mistaken
from content.reader import HOME, read

# fmt: off
SPLINTERS = (
    "&a ", "*a", "!!python/object:os.system ", "!t ", "? ", ": ", "- ", "[", "]", "{", "}", ",",
    "|\n",
    ">-\n", "<<: *a\n", "%YAML 1.1\n", "---\n", "...\n", "#", "\t", "\r", "\n", "\n\n  ", '"',
    "'", "\\x",
    '"\\ud800"', "@", "`", "~", "null", "no", "yes", "1.10", "0123", "9:30", "2026-11-22",
    ".inf", ".nan",
    "1e999", "-1", "=", "\x00", "\x07", "\u200b", "\u202e", "\ufeff", "😀", "Ә", "<b>", "{{ x }}",
    "{% if %}",
    "slug: x\n", "name: 1\n", "a" * 800, "[" * 30, "{a: " * 30, "source: {ours: x}\n",
    "facts: [1]\n",
    "places: [{slug: [x]}]\n", "day: []\n", "features: {a: b}\n", "\udcff", "\udcc3(",
)
# fmt: on


def a_cut(words: str, chance: random.Random) -> str:
    start = chance.randrange(len(words))
    return words[:start] + words[start + chance.choice((1, 3, 20, 300)) :]


def a_splinter(words: str, chance: random.Random) -> str:
    start = chance.randrange(len(words))
    return words[:start] + chance.choice(SPLINTERS) + words[start:]


def a_line_moved(words: str, chance: random.Random) -> str:
    lines = words.split("\n")
    number = chance.randrange(len(lines))
    lines[number] = " " * chance.randrange(9) + lines[number].lstrip()
    return "\n".join(lines)


def a_line_elsewhere(words: str, chance: random.Random) -> str:
    lines = words.split("\n")
    lines.insert(chance.randrange(len(lines)), lines[chance.randrange(len(lines))])
    return "\n".join(lines)


def a_value_changed(words: str, chance: random.Random) -> str:
    lines = words.split("\n")
    number = chance.randrange(len(lines))
    lines[number] = lines[number].partition(":")[0] + ": " + chance.choice(SPLINTERS)
    return "\n".join(lines)


SPOILERS: tuple[Callable[[str, random.Random], str], ...] = (
    a_cut, a_splinter, a_line_moved, a_line_elsewhere, a_value_changed,
)  # fmt: skip


def spoilt(words: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 2, 4))):
        words = chance.choice(SPOILERS)(words, chance) if words else words
    return words


def fuzz(home: Path, times: int, seed: int) -> Counter[str]:
    """So many spoilt files, each read alone; how many were mistaken and how many still sound."""
    chance, told = random.Random(seed), Counter[str]()
    files = sorted(HOME.glob("*.yaml")) + sorted(HOME.glob("*/*.yaml"))
    small = [path for path in files if path.stat().st_size < 20_000 and path.stem != "labels"]
    for _ in range(times):
        path = chance.choice(small)
        told[read_alone(home, path, spoilt(path.read_text("utf-8"), chance))] += 1
    return told


def read_alone(home: Path, path: Path, words: str) -> str:
    """The file in a folder of its own; anything but Mistaken flies on."""
    shutil.rmtree(home, ignore_errors=True)
    copy = home / path.relative_to(HOME)
    copy.parent.mkdir(parents=True)
    copy.write_bytes(words.encode("utf-8", "surrogateescape"))
    try:
        read(home)
    except Mistaken as mistaken:
        return "mistaken" if all(map(told_well, mistaken.mistakes)) else "told badly"
    return "sound"


def told_well(one: Mistake) -> bool:
    return one.line > 0 and one.column > 0 and bool(one.says)


def test_two_thousand_spoilt_files_are_mistaken_or_sound(tmp_path: Path) -> None:
    told = fuzz(tmp_path / "content", 2_000, seed=5)
    assert told["mistaken"] + told["sound"] == 2_000
    assert told["mistaken"] > 1_000
