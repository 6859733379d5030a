"""Stock python-telegram-bot, polling, with the work of a turn through an async ORM session."""

import os

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from tests.bench.contestants import ledger

KEYS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton(label, callback_data=data) for label, data in row]
        for row in ledger.ROWS
    ]
)


async def said(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer words with a message."""
    if update.message and update.effective_user:
        words = update.message.text or ""
        text = await ledger.turn(update.update_id, update.effective_user.id, words)
        await update.message.reply_text(text, parse_mode=ParseMode.HTML, reply_markup=KEYS)


async def tapped(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a tap by changing the message."""
    if tap := update.callback_query:
        text = await ledger.turn(update.update_id, tap.from_user.id, tap.data or "")
        await tap.answer()
        await tap.edit_message_text(text, parse_mode=ParseMode.HTML, reply_markup=KEYS)


async def begin(_: object) -> None:
    """Make the tables."""
    await ledger.opened().__aenter__()


def main() -> None:
    """Poll until the end."""
    builder = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"]).post_init(begin)
    builder.base_url(f"{os.environ['TELEGRAM_API_URL']}/bot").concurrent_updates(True)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, said))
    application.add_handler(CallbackQueryHandler(tapped))
    application.run_polling()


if __name__ == "__main__":
    main()
