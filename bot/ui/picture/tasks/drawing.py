"""Drawing a task: which hand draws what."""

from bot.guidance.tasks.circuits import Circuit
from bot.guidance.tasks.faults import Chain
from bot.guidance.tasks.gears import Gears
from bot.guidance.tasks.levers import Lever
from bot.guidance.tasks.measuring import Caliper, Fit, Ruler
from bot.guidance.tasks.projections import Blocks
from bot.guidance.tasks.rungs import Given
from bot.ui.picture.tasks import circuits, faults, gears, levers, measuring, projections
from bot.ui.picture.tasks.board import Words


def draw(given: Given, words: Words) -> bytes:
    """The picture of what is given, as a file."""
    match given:
        case Gears():
            return gears.draw(given, words)
        case Lever():
            return levers.draw(given, words)
        case Circuit():
            return circuits.draw(given, words)
        case Ruler() | Caliper() | Fit():
            return measuring.draw(given, words)
        case Blocks():
            return projections.draw(given, words)
        case Chain():
            return faults.draw(given, words)
    raise TypeError(type(given).__name__)
