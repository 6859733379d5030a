"""Stock python-telegram-bot tells so many people the same, without a limiter; prints what it took.

python -m tests.bench.contestants.stock_sending 3000
"""

import asyncio
import json
import os
import resource
import sys
import time

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import Application

FIRST, UNDER_WAY = 10_000, 8
KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("🔕", callback_data="mute-news")]])


async def main(many: int) -> None:
    """Send, as many at a time as ours has on their way."""
    builder = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"])
    application = builder.base_url(f"{os.environ['TELEGRAM_API_URL']}/bot").build()
    async with application.bot as bot:
        people = iter(range(FIRST, FIRST + many))

        async def lane() -> None:
            for person in people:
                await bot.send_message(person, "Ашық есік күні", "HTML", reply_markup=KEYS)

        began, spent = time.perf_counter(), _cpu()
        await asyncio.gather(*(lane() for _ in range(UNDER_WAY)))
        took = {"seconds": time.perf_counter() - began, "cpu": _cpu() - spent}
        print(json.dumps(took))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
