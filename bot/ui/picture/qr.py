"""A square code that a telephone's camera reads, alone or as a part of a picture."""

from functools import lru_cache

import segno
from PIL import Image

from bot.ui.picture.letters import fitted
from bot.ui.picture.paper import Paper, rounded

QUIET = 4  # modules of white around a code
SIDE = 900
INK, GREY, WHITE, GROUND = "#10213a", "#4a5a70", "#ffffff", "#dfe8f3"


@lru_cache(maxsize=64)
def code(link: str, across: int) -> Image.Image:
    """The code of a link as a shape, its white border included; whole dots, so maybe narrower."""
    rows = list(segno.make(link, error="m", micro=False).matrix_iter(border=QUIET))
    dots = Image.new("L", (len(rows), len(rows)))
    dots.putdata([255 if dot else 0 for row in rows for dot in row])
    return dots.resize((len(rows) * (across // len(rows)),) * 2, Image.Resampling.NEAREST)


def qr(name: str, link: str, address: str) -> bytes:
    """The code of a link, what it leads to, and the bot's address."""
    paper = Paper(SIDE, SIDE + 230, GROUND)
    paper.press(rounded(SIDE - 80, SIDE + 150, 44), (40, 40), WHITE, GROUND)
    dots, middle = code(link, SIDE - 120), SIDE // 2
    paper.press(dots, (middle - dots.width // 2, 60), INK, WHITE)
    named = fitted(name, SIDE - 180, 118, (64, 56, 50, 44, 40), bold=True)
    below = paper.lines(named, (middle, SIDE - 50), INK, WHITE, middle=True)
    told = fitted(address, SIDE - 180, 48, (36, 30, 24))
    paper.lines(told, (middle, max(below + 8, SIDE + 66)), GREY, WHITE, middle=True)
    return paper.png()
