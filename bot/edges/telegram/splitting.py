"""Splitting: a text in Telegram's HTML in as many pieces as Telegram takes.

Pieces end at a paragraph, else at a line, else at a word; never inside a tag, an entity or what
people see as one character. Tags open at a cut are closed there and opened again.
"""

import re

LONGEST = 4096  # UTF-16 units, as Telegram counts, tags not counted
LONGEST_CAPTION = 1024
_PART = re.compile(r"<(/?)([a-zA-Z-]+)[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|.", re.DOTALL)
# What belongs to the character before it: marks, selectors, skin tones, joiners and what they join.
_JOINED = re.compile("[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u200d]")
_BORDERS = (["\n", "\n"], ["\n"], [" "])


def split(html: str, longest: int = LONGEST) -> list[str]:
    """The text in pieces of at most so many visible units; mostly it is one."""
    if 2 * len(html) <= longest:
        return [html]
    parts = [match.group() for match in _PART.finditer(html)]
    pieces = []
    while (cut := _cut(parts, longest)) < len(parts):
        opened = _opened(parts[:cut])
        pieces.append("".join(parts[:cut]).rstrip() + _closing(opened))
        parts = opened + _without_space(parts[cut:])
    return [*pieces, "".join(parts)]


def units(html: str) -> int:
    """How long Telegram finds the text, tags taken away."""
    return sum(_width(match.group()) for match in _PART.finditer(html))


def _width(part: str) -> int:
    if len(part) > 1:
        return 0 if part[0] == "<" else 2
    return 2 if part > "\uffff" else 1


def _cut(parts: list[str], longest: int) -> int:
    """Before which part to cut; their number, if all of them fit."""
    room = longest
    for fit, part in enumerate(parts):
        room -= _width(part)
        if room < 0:
            return _border(parts, fit)
    return len(parts)


def _border(parts: list[str], fit: int) -> int:
    """The best place to cut in the second half of what fits."""
    least = max(fit // 2, next(i for i, part in enumerate(parts) if _width(part)))
    for border in _BORDERS:
        for place in range(fit, least, -1):
            if parts[place - len(border) : place] == border:
                return place
    return _between_characters(parts, fit, least)


def _between_characters(parts: list[str], fit: int, least: int) -> int:
    place = fit
    while place > least and (_JOINED.match(parts[place]) or parts[place - 1] == "\u200d"):
        place -= 1
    return place if place > least else fit


def _opened(parts: list[str]) -> list[str]:
    """The tags still open after these parts."""
    opened: list[str] = []
    for part in parts:
        if part.startswith("</") and opened:
            opened.pop()
        elif part.startswith("<") and len(part) > 1 and not part.startswith("</"):
            opened.append(part)
    return opened


def _closing(opened: list[str]) -> str:
    names = (_PART.fullmatch(tag) for tag in reversed(opened))
    return "".join(f"</{name.group(2)}>" for name in names if name)


def _without_space(parts: list[str]) -> list[str]:
    """The parts from the first that is seen."""
    first = next((i for i, part in enumerate(parts) if not part.isspace()), len(parts))
    return parts[first:]
