"""Paper: what pictures are drawn on. Few colours, all of them readable; plain PNG at the end.

Everything is a shape pressed in one colour on another, its edges softened in sixteen steps between
the two; so a picture has a small palette of its own, and is small and quickly written.
"""

from collections.abc import Callable
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from bot.ui.picture.letters import APART, Font, Lines, plain, shape

Colour = str
Point = tuple[int, int]
STEPS = 16
READABLE = 4.5  # to one: the least contrast of words and what they stand on
FINE = 4  # how much larger a shape is drawn before it is made small and soft


class Pale(ValueError):
    """These words could not be read on this ground."""


class Paper:
    """A sheet of one colour, to press shapes and words on."""

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        self.width, self.height, self.ground = width, height, ground
        self._steps: list[tuple[int, ...]] = []
        self._ramps: dict[tuple[Colour, Colour], int] = {}
        self._sheet = Image.new("L", (width, height), self._ramp(ground, ground) + STEPS - 1)

    def press(self, mask: Image.Image, at: Point, ink: Colour, on: Colour) -> None:
        """Press a shape in `ink` where the ground is `on`."""
        first = self._ramp(ink, on)
        levels = mask.point([first + level * STEPS // 256 for level in range(256)])
        self._sheet.paste(levels, at, mask.point([0] * STEPS + [255] * (256 - STEPS)))

    def block(self, box: tuple[int, int, int, int], ink: Colour) -> None:
        """Fill a box with one colour."""
        self._sheet.paste(self._ramp(ink, ink), box)

    def write(self, words: str, at: Point, face: Font, ink: Colour, on: Colour) -> None:
        """Write one line; raises Pale where nobody could read it."""
        if contrast(ink, on) < READABLE:
            raise Pale(f"{ink} on {on}")
        self.press(shape(plain(words), face), at, ink, on)

    def lines(
        self, lines: Lines, at: Point, ink: Colour, on: Colour, *, middle: bool = False
    ) -> int:
        """Write lines downwards, `at` being their left or their middle; gives where they end."""
        (face, words), (x, y) = lines, at
        for line in words:
            left = x - round(face.getlength(line)) // 2 if middle else x
            self.write(line, (left, y), face, ink, on)
            y += round(face.size * APART)
        return y

    def copy(self) -> "Paper":
        """The same sheet once more."""
        other = Paper.__new__(Paper)
        other.width, other.height, other.ground = self.width, self.height, self.ground
        other._steps, other._ramps = list(self._steps), dict(self._ramps)
        other._sheet = self._sheet.copy()
        return other

    def png(self) -> bytes:
        """The sheet as a file."""
        picture, file = self._sheet.copy(), BytesIO()
        picture.putpalette([part for step in self._steps for part in step])
        picture.save(file, "PNG", compress_level=6)
        return file.getvalue()

    def _ramp(self, ink: Colour, on: Colour) -> int:
        """Where the sixteen steps from the ground to the ink begin in the palette."""
        if (ink, on) not in self._ramps:
            self._ramps[ink, on] = len(self._steps)
            below, above = ImageColor.getrgb(on), ImageColor.getrgb(ink)
            pairs = list(zip(below, above, strict=True))
            for step in range(STEPS):
                share = step / (STEPS - 1)
                self._steps.append(tuple(round(a + (b - a) * share) for a, b in pairs))
        return self._ramps[ink, on]


# --- shapes ---


def drawn(width: int, height: int, draw: Callable[[ImageDraw.ImageDraw, int], None]) -> Image.Image:
    """A shape with soft edges: `draw` gets the pen and how much larger everything is."""
    large = Image.new("L", (width * FINE, height * FINE))
    draw(ImageDraw.Draw(large), FINE)
    return large.reduce(FINE)


@cache
def disc(across: int) -> Image.Image:
    """A round shape."""
    end = across * FINE - 1
    return drawn(across, across, lambda pen, _: pen.ellipse((0, 0, end, end), fill=255))


@cache
def rounded(width: int, height: int, corner: int) -> Image.Image:
    """A box with round corners."""
    mask, round_ = Image.new("L", (width, height), 255), disc(2 * corner)
    for x, left in ((0, 0), (corner, width - corner)):
        for y, top in ((0, 0), (corner, height - corner)):
            mask.paste(round_.crop((x, y, x + corner, y + corner)), (left, top))
    return mask


# --- colours ---


@cache
def contrast(one: Colour, other: Colour) -> float:
    """How well two colours stand apart, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [part / 255 for part in ImageColor.getrgb(colour)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
