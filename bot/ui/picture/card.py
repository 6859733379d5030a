"""The card of a profession, as a picture to send to a friend."""

from dataclasses import dataclass

from bot.ui.picture.emblems import colour, emblem
from bot.ui.picture.letters import Lines, fitted, height
from bot.ui.picture.paper import Paper, rounded
from bot.ui.picture.qr import code

WIDTH, HEIGHT = 1080, 1350
EDGE, INSIDE = 40, 84  # from the border to the sheet, and to the words on it
SHEET, FOOT = 432, 1104  # where the sheet begins and ends
CODE = 214
WIDE = WIDTH - 2 * INSIDE
NAMES = (128, 112, 98, 86, 76, 68, 60, 54, 50)
SUMMARIES, FACTS = (44, 40, 36, 33), (36, 32, 29)
INK, WHITE = "#14202e", "#ffffff"
TINT = 0.10  # how much lighter than the ground the large drawing is


@dataclass(frozen=True)
class Card:
    """What the card says: words in one language, ready to be drawn.

    `facts` are up to three, each a title and what it says; `direction` is an address, for colour
    and drawing.
    """

    direction: str
    above: str
    name: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    invites: str
    address: str
    link: str


def card(told: Card) -> bytes:
    """Draw it."""
    ground = colour(told.direction)
    paper = Paper(WIDTH, HEIGHT, ground)
    name, *words = laid(told)
    _head(paper, told, name)
    _sheet(paper, *words)
    _foot(paper, told)
    return paper.png()


def lighter(ground: str) -> str:
    """The ground with a little white in it."""
    parts = (int(ground[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * TINT):02x}" for part in parts)


def laid(told: Card) -> list[Lines]:
    """The name, the summary, then each fact's title and words, in the lines they take."""
    facts = [
        fitted(words, WIDE, tall, sizes, bold=bold)
        for title, fact in told.facts
        for words, tall, sizes, bold in ((title, 40, (30,), True), (fact, 92, FACTS, False))
    ]
    name = fitted(told.name, WIDE, SHEET - 34 - 124, NAMES, bold=True)
    return [name, fitted(told.summary, WIDE, 170, SUMMARIES, bold=True), *facts]


def _head(paper: Paper, told: Card, name: Lines) -> None:
    """The name, standing on the sheet, over a large drawing of the direction."""
    tint = lighter(paper.ground)
    paper.press(emblem(told.direction, 500), (WIDTH - 430, -50), tint, paper.ground)
    paper.lines(fitted(told.above, 880, 50, (36, 32)), (INSIDE, 60), WHITE, tint)
    paper.lines(name, (INSIDE, SHEET - 34 - height(name)), WHITE, tint)


def _sheet(paper: Paper, summary: Lines, *facts: Lines) -> None:
    """One line about it and the facts, as far apart as there is room."""
    paper.press(rounded(WIDTH - 2 * EDGE, FOOT - SHEET, 44), (EDGE, SHEET), WHITE, paper.ground)
    filled = height(summary) + sum(map(height, facts))
    gap = (FOOT - SHEET - filled - 2 * 34) // (len(facts) // 2 + 1)
    y = paper.lines(summary, (INSIDE, SHEET + 34 + gap // 2), INK, WHITE)
    for title, words in zip(facts[::2], facts[1::2], strict=True):
        y = paper.lines(title, (INSIDE, y + gap), paper.ground, WHITE)
        y = paper.lines(words, (INSIDE, y), INK, WHITE)


def _foot(paper: Paper, told: Card) -> None:
    """Where to read on, in words and as a code."""
    dots = code(told.link, CODE)
    left, top = WIDTH - EDGE - CODE, FOOT + (HEIGHT - FOOT - CODE) // 2
    paper.press(rounded(CODE, CODE, 28), (left, top), WHITE, paper.ground)
    off = (CODE - dots.width) // 2
    paper.press(dots, (left + off, top + off), INK, WHITE)
    wide = left - INSIDE - 30
    invites = fitted(told.invites, wide, 100, (38, 34, 30))
    address = fitted(told.address, wide, 64, (48, 42, 36, 30, 24), bold=True)
    y = top + (CODE - height(invites) - height(address) - 8) // 2
    y = paper.lines(invites, (INSIDE, y), WHITE, paper.ground) + 8
    paper.lines(address, (INSIDE, y), WHITE, paper.ground)
