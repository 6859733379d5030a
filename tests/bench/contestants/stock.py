"""The base of all ratios: stock python-telegram-bot, polling, an echo with two buttons."""

import os

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

ONE, TWO = (InlineKeyboardButton(name, callback_data=name) for name in ("one", "two"))
KEYS = InlineKeyboardMarkup([[ONE, TWO]])


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it back."""
    if update.message:
        await update.message.reply_text(update.message.text or "", reply_markup=KEYS)


async def tapped(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer the tap, then change the message."""
    if update.callback_query:
        await update.callback_query.answer()
        await update.callback_query.edit_message_text("tapped", reply_markup=KEYS)


def main() -> None:
    """Poll until the end."""
    builder = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"])
    builder.base_url(f"{os.environ['TELEGRAM_API_URL']}/bot").concurrent_updates(True)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(tapped))
    application.run_polling()


if __name__ == "__main__":
    main()
