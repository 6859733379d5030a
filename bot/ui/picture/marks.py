"""Marks: what stands on a map for colleges (a disc) and for employers (a square), and how many."""

from bot.ui.picture.letters import font
from bot.ui.picture.paper import Colour, Paper, Point, disc, rounded

COLLEGE, EMPLOYER, WHITE = "#1b4b8f", "#9a3f06", "#ffffff"
MARK = 42


def college(paper: Paper, at: Point, count: str, on: Colour) -> None:
    """The mark of colleges: a disc."""
    paper.press(disc(MARK), at, COLLEGE, on)
    _number(paper, at, count, COLLEGE)


def employer(paper: Paper, at: Point, count: str, on: Colour) -> None:
    """The mark of employers: a square."""
    paper.press(rounded(MARK, MARK, 5), at, EMPLOYER, on)
    _number(paper, at, count, EMPLOYER)


def _number(paper: Paper, at: Point, count: str, on: Colour) -> None:
    face = font(26, bold=True)
    x = at[0] + (MARK - round(face.getlength(count))) // 2
    paper.write(count, (x, at[1] + 5), face, WHITE, on)
