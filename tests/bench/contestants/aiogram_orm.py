"""aiogram, polling, with the work of a turn through an async ORM session."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)

from tests.bench.contestants import ledger

KEYS = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text=label, callback_data=data) for label, data in row]
        for row in ledger.ROWS
    ]
)
dispatcher = Dispatcher()


@dispatcher.message()
async def said(message: Message, event_update: Update) -> None:
    """Answer words with a message."""
    if message.from_user:
        words = message.text or ""
        text = await ledger.turn(event_update.update_id, message.from_user.id, words)
        await message.answer(text, parse_mode=ParseMode.HTML, reply_markup=KEYS)


@dispatcher.callback_query()
async def tapped(tap: CallbackQuery, event_update: Update) -> None:
    """Answer a tap by changing the message."""
    text = await ledger.turn(event_update.update_id, tap.from_user.id, tap.data or "")
    await tap.answer()
    if isinstance(tap.message, Message):
        await tap.message.edit_text(text, parse_mode=ParseMode.HTML, reply_markup=KEYS)


async def main() -> None:
    """Poll until the end."""
    api = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"])
    bot = Bot(os.environ["TELEGRAM_BOT_TOKEN"], session=AiohttpSession(api=api))
    async with ledger.opened():
        await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
