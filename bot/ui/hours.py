"""Hours: moments as people in Kazakhstan write them."""

from datetime import datetime

from bot.guidance.hours import ALMATY


def day(moment: datetime) -> str:
    """23.11.2026"""
    return moment.astimezone(ALMATY).strftime("%d.%m.%Y")


def hour(moment: datetime) -> str:
    """23.11.2026 12:00"""
    return moment.astimezone(ALMATY).strftime("%d.%m.%Y %H:%M")
