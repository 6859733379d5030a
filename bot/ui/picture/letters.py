"""Letters: the one font of our pictures, which has every letter of Kazakh, and how words fit."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parents[3] / "content" / "media" / "fonts"
NEVER = "\uffff"  # no font has it, so it shows what a missing letter looks like

# What stays on one line: a word, or its part up to a hyphen, with the dash or dot that follows.
_PIECE = re.compile(r"\s*[^\s-]*-+|\s*[^\s-]+(?:\s[·—])?")
APART = 1.28  # from line to line, in sizes of the letters

Font = ImageFont.FreeTypeFont
Lines = tuple[Font, list[str]]


@cache
def font(size: int, *, bold: bool = False) -> Font:
    """The font in a size; laid out by Pillow itself, so that every machine draws alike."""
    path = FONTS / ("Inter-Bold.otf" if bold else "Inter-Regular.otf")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def known(letter: str) -> bool:
    """Whether the font has this letter; what it lacks would be drawn as an empty box."""
    face = font(32)
    return bytes(face.getmask(letter)) != bytes(face.getmask(NEVER))


def plain(words: str) -> str:
    """The words on one line, without what the font lacks (emoji, marks of direction)."""
    return " ".join("".join(c if not c.isspace() else " " for c in words if _shown(c)).split())


def _shown(letter: str) -> bool:
    return letter.isspace() or (letter.isprintable() and known(letter))


def shape(words: str, face: Font) -> Image.Image:
    """The words as a mask, from the top of their line."""
    width, height = max(1, round(face.getlength(words)) + 2), round(face.size * 1.3)
    mask = Image.new("L", (width, height))
    ImageDraw.Draw(mask).text((0, 0), words, fill=255, font=face)
    return mask


def fitted(words: str, width: int, tall: int, sizes: Sequence[int], *, bold: bool = False) -> Lines:
    """The words in lines that fill a box of this width and height at most, as large as they go.

    Words are broken only in the smallest size; what does not fit then either is cut, and ends in
    three dots.
    """
    told = plain(words)
    for size in sizes:
        face = font(size, bold=bold)
        lines, whole = _wrapped(told, width, face)
        if whole and height((face, lines)) <= tall:
            return face, lines
    most = max(1, tall // height((face, [""])))
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), width, face)]
    return face, lines


def height(lines: Lines) -> int:
    """How high the lines stand."""
    face, words = lines
    return round(face.size * APART) * len(words)


def _wrapped(words: str, width: int, face: Font) -> tuple[list[str], bool]:
    """Lines no wider than this, and whether all words stayed whole."""
    lines, whole = [""], True
    for word in _PIECE.findall(words):
        if face.getlength((lines[-1] + word).strip()) <= width:
            lines[-1] += word
            continue
        broken = _broken(word.strip(), width, face)
        whole = whole and len(broken) == 1
        lines += broken
    return [line.strip() for line in lines if line.strip()], whole


def _broken(word: str, width: int, face: Font) -> list[str]:
    """The word in pieces no wider than this; mostly it is one."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and face.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, width: int, face: Font) -> str:
    """As much of the line as fits, ending in three dots."""
    line = line[:width]  # no letter is narrower than a dot
    while line and face.getlength(f"{line}…") > width:
        line = line[:-1].rstrip(" ,.;:—-")
    return f"{line}…"
