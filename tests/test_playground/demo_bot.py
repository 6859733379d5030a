"""A tiny bot for the chat page's own tests and pictures: one of everything."""

import asyncio
from html import escape
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)

MENU = {
    "kk": [("start", "Басынан бастау"), ("professions", "Мамандықтар"), ("help", "Көмек")],
    "ru": [("start", "Начать сначала"), ("professions", "Профессии"), ("help", "Помощь")],
    "": [("start", "Start again"), ("professions", "Professions"), ("help", "Help")],
}
ABOUT = {
    "kk": "Шығыс Қазақстандағы жұмысшы мамандықтары туралы айтып беремін.\n\nСынақ 5 минут.",
    "ru": "Расскажу о рабочих профессиях Восточного Казахстана.\n\nТест на 5 минут.",
    "": "I tell about working professions of East Kazakhstan.\n\nA test of 5 minutes.",
}
CARD = (
    "<b>Дәнекерлеуші</b>\nМеталл бөлшектерді сызба бойынша <i>балқытып</i> біріктіреді.\n\n"
    "<blockquote>«Бірінші тігісім қисық болды, бірақ шебер күлген жоқ.»</blockquote>\n"
    'Айлығы: <tg-spoiler>350 000 ₸</tg-spoiler> · <a href="https://enbek.kz/job">enbek.kz</a>\n'
    "<code>5414</code> · /professions"
)


def keyboard(*rows: list[tuple[str, str]], **styles: str) -> InlineKeyboardMarkup:
    """Rows of buttons from (label, data)."""
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(t, callback_data=d, style=styles.get(d)) for t, d in row]
            for row in rows
        ]
    )


HOME = keyboard(
    [("Қызығушылық сынағы", "test")],
    [("Мамандықтар", "card"), ("Колледждер", "toast")],
    [("1", "n1"), ("2", "n2"), ("3", "n3"), ("4", "n4"), ("5", "n5")],
    test="primary",
)
SAVED = keyboard(
    [("Сақталған", "toast"), ("Ескерту", "alert")], [("Басты бет", "home")], toast="success"
)


async def set_up(bot: Bot) -> None:
    """Say who we are."""
    await bot.set_my_name("Career guide")
    for language, commands in MENU.items():
        await bot.set_my_commands([BotCommand(*c) for c in commands], language_code=language)
        await bot.set_my_description(ABOUT[language], language_code=language)


async def run(bot: Bot) -> None:
    """Answer whatever comes, until cancelled."""
    await set_up(bot)
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=20, allowed_updates=[]):
            offset = update.update_id + 1
            await answer(bot, update)


async def answer(bot: Bot, update: Update) -> None:
    """One update."""
    if update.message and not update.message.via_bot:
        await hear(bot, update.message)
    elif update.callback_query:
        await tap(bot, update.callback_query)
    elif update.inline_query:
        content = InputTextMessageContent("<b>Дәнекерлеуші</b>", parse_mode="HTML")
        found = InlineQueryResultArticle(
            "welder", "Дәнекерлеуші", content, description="Тот баспайтын іс"
        )
        await bot.answer_inline_query(update.inline_query.id, [found])


async def hear(bot: Bot, message: Any) -> None:
    """A message: the home screen, or a word back."""
    await bot.send_chat_action(message.chat_id, "typing")
    if (message.text or "").startswith("/start"):
        name, payload = escape(message.from_user.first_name), message.text[7:]
        told = f"<b>Сәлем, {name}!</b>\nНеден бастаймыз? {payload}"
        await bot.send_message(message.chat_id, told, parse_mode="HTML", reply_markup=HOME)
    else:
        await asyncio.sleep(0.3)
        await bot.send_message(message.chat_id, f"Сіз: {message.text or '…'}")


async def tap(bot: Bot, query: Any) -> None:
    """A tap: an edit in place, a toast, or an alert."""
    texts = {"toast": "Сақталды", "alert": "Бұл маңызды: алдымен келісім керек."}
    if query.data == "card":
        await query.edit_message_text(CARD, parse_mode="HTML", reply_markup=SAVED)
    elif query.data == "home":
        await query.edit_message_text("<b>Басты бет</b>", parse_mode="HTML", reply_markup=HOME)
    await query.answer(texts.get(query.data), show_alert=query.data == "alert")
