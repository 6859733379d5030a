"""What somebody keeps: keep it, forget it, find it again."""

from dataclasses import replace

from bot.rooms.colleges import handlers as colleges
from bot.rooms.colleges.intents import OpenCollege
