"""Pictures of tasks: one drawing hand a family, black on white, read without any colour.

Each family first lays out what is drawn (`laid`), in places on the sheet, and then draws just that;
so a test can look at the layout and find the answer in another way than the solver did.
"""

from bot.ui.picture.tasks.board import Words
from bot.ui.picture.tasks.drawing import draw

__all__ = ["Words", "draw"]
