"""Every method, called by python-telegram-bot itself over real HTTP."""

from typing import Any

from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputMediaPhoto,
    InputTextMessageContent,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    WebAppInfo,
)

from bot.playground import Playground
from bot.playground.acts.sharing import tiny_picture

from .conftest import AIYM, MARAT

PICTURE = tiny_picture()
WELDER = InlineQueryResultArticle("welder", "Welder", InputTextMessageContent("A welder"))
KEYBOARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Save", callback_data="save-welder", style="primary")],
        [InlineKeyboardButton("Site", url="https://enbek.kz")],
        [InlineKeyboardButton("Copy", copy_text=CopyTextButton("5414"))],
        [InlineKeyboardButton("App", web_app=WebAppInfo("https://example.org/app"))],
        [InlineKeyboardButton("Share", switch_inline_query="welder")],
    ]
)


async def test_the_bot_knows_itself(bot: Any) -> None:
    me = await bot.get_me()
    assert (me.is_bot, me.username, me.supports_inline_queries) == (True, "playground_bot", True)


async def test_a_message_comes_back_whole(bot: Any) -> None:
    sent = await bot.send_message(AIYM, "<b>Сәлем</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    assert (sent.text, sent.chat.id, sent.from_user.id) == ("Сәлем", AIYM, bot.id)
    assert sent.text_html == "<b>Сәлем</b>"
    assert sent.reply_markup == KEYBOARD


async def test_a_keyboard_in_place_of_letters_is_no_part_of_the_message(
    bot: Any, playground: Playground
) -> None:
    sent = await bot.send_message(AIYM, "?", reply_markup=ReplyKeyboardMarkup([["Иә", "Жоқ"]]))
    assert sent.reply_markup is None
    assert playground.chats.keyboards[AIYM]["keyboard"] == [[{"text": "Иә"}, {"text": "Жоқ"}]]
    await bot.send_message(AIYM, "!", reply_markup=ReplyKeyboardRemove())
    assert "keyboard" not in playground.chats.keyboards[AIYM]


async def test_a_message_is_edited_in_place_and_loses_its_keyboard(
    bot: Any, playground: Playground
) -> None:
    sent = await bot.send_message(AIYM, "before", reply_markup=KEYBOARD)
    edited = await sent.edit_text("after")
    assert (edited.message_id, edited.text, edited.reply_markup) == (sent.id, "after", None)
    assert edited.edit_date
    assert [each["text"] for each in playground.messages(AIYM)] == ["after"]


async def test_the_keyboard_alone_is_edited(bot: Any) -> None:
    sent = await bot.send_message(AIYM, "menu")
    edited = await sent.edit_reply_markup(KEYBOARD)
    assert edited.text == "menu"
    assert edited.reply_markup == KEYBOARD


async def test_a_picture_is_sent_again_by_its_file_id(bot: Any) -> None:
    first = await bot.send_photo(AIYM, PICTURE, caption="<i>Result</i>", parse_mode="HTML")
    again = await bot.send_photo(AIYM, first.photo[-1].file_id)
    assert (first.caption, first.photo[0].width, first.photo[0].height) == ("Result", 64, 48)
    assert again.photo[-1].file_unique_id == first.photo[-1].file_unique_id


async def test_a_caption_and_a_picture_are_edited(bot: Any) -> None:
    sent = await bot.send_photo(AIYM, PICTURE, caption="before")
    assert (await sent.edit_caption("after")).caption == "after"
    edited = await sent.edit_media(InputMediaPhoto(tiny_picture(200, 0, 0), caption="red"))
    assert edited.caption == "red"
    assert edited.photo[-1].file_unique_id != sent.photo[-1].file_unique_id


async def test_a_document_is_sent_and_downloaded(bot: Any) -> None:
    sent = await bot.send_document(AIYM, b"a,b\n1,2\n", filename="report.csv", caption="Report")
    file = await bot.get_file(sent.document.file_id)
    assert sent.document.file_name == "report.csv"
    assert bytes(await file.download_as_bytearray()) == b"a,b\n1,2\n"


async def test_an_album_stands_together(bot: Any) -> None:
    album = await bot.send_media_group(
        AIYM, [InputMediaPhoto(PICTURE, caption="one"), InputMediaPhoto(tiny_picture(1, 2, 3))]
    )
    assert len({message.media_group_id for message in album}) == 1
    assert [message.caption for message in album] == ["one", None]


async def test_an_album_of_documents(bot: Any) -> None:
    papers = [InputMediaDocument(b"1", filename="1.txt"), InputMediaDocument(b"2")]
    assert [message.document is not None for message in await bot.send_media_group(AIYM, papers)]


async def test_rich_messages_and_drafts(bot: Any, playground: Playground) -> None:
    rich = {"html": "<h2>Welder</h2><table><tr><td>Pay</td></tr></table>"}
    for method, more in (("sendRichMessage", {}), ("sendRichMessageDraft", {"draft_id": 7})):
        await bot.do_api_request(method, {"chat_id": AIYM, "rich_message": rich, **more})
    assert await bot.send_message_draft(AIYM, 7, "Think")
    assert playground.last(AIYM)["rich_message"]["html"] == rich["html"]


async def test_a_chat_action_and_a_reaction(bot: Any, playground: Playground) -> None:
    said = playground.say(AIYM, "thanks")
    assert await bot.send_chat_action(AIYM, "typing")
    assert await bot.set_message_reaction(AIYM, said["message_id"], "👍")


async def test_messages_are_deleted(bot: Any, playground: Playground) -> None:
    ids = [(await bot.send_message(AIYM, str(each))).id for each in range(3)]
    assert await bot.delete_message(AIYM, ids[0])
    assert await bot.delete_messages(AIYM, ids)
    assert playground.messages(AIYM) == []


async def test_a_message_is_copied(bot: Any, playground: Playground) -> None:
    playground.person(MARAT).started = True
    sent = await bot.send_photo(AIYM, PICTURE, caption="original")
    copy = await bot.copy_message(MARAT, AIYM, sent.id, caption="<b>copy</b>", parse_mode="HTML")
    copied = playground.chats.find(MARAT, copy.message_id)
    assert copied is not None
    assert (copied["caption"], copied["photo"]) == ("copy", [p.to_dict() for p in sent.photo])


async def test_a_reply_points_at_what_it_answers(bot: Any, playground: Playground) -> None:
    said = playground.say(AIYM, "question")
    answer = await bot.send_message(AIYM, "answer", reply_to_message_id=said["message_id"])
    lost = ReplyParameters(987654, allow_sending_without_reply=True)
    assert answer.reply_to_message.text == "question"
    assert (await bot.send_message(AIYM, "x", reply_parameters=lost)).reply_to_message is None


async def test_a_tap_is_answered_once(bot: Any, playground: Playground) -> None:
    sent = await bot.send_message(AIYM, "menu", reply_markup=KEYBOARD)
    tap = playground.press(AIYM, sent.id, label="Save")
    assert await bot.answer_callback_query(tap["query_id"], "Saved", show_alert=True)
    query = playground.queries.find(tap["query_id"])
    assert query is not None
    assert query.answer == {"text": "Saved", "show_alert": True}


async def test_an_inline_query_is_answered_and_chosen(bot: Any, playground: Playground) -> None:
    asked = playground.ask(AIYM, "weld")
    assert await bot.answer_inline_query(asked["query_id"], [WELDER], cache_time=300)
    chosen = playground.choose(AIYM, asked["query_id"], "welder")
    assert playground.messages(AIYM)[-1]["via_bot"]["username"] == "playground_bot"
    kinds = [update.kind for update in playground.updates.first(9)]
    assert kinds == ["inline_query", "chosen_inline_result", "message"]
    await bot.edit_message_text("changed", inline_message_id=chosen["inline_message_id"])
    assert playground.messages(AIYM)[-1]["text"] == "changed"


async def test_mini_apps(bot: Any, playground: Playground) -> None:
    opened = playground.open_app(AIYM, token="7000000001:playground-token")
    sent = await bot.answer_web_app_query(opened["query_id"], WELDER)
    prepared = await bot.save_prepared_inline_message(AIYM, WELDER, allow_user_chats=True)
    assert sent.inline_message_id
    assert prepared.id


async def test_commands_by_scope_and_language(bot: Any, playground: Playground) -> None:
    scope = BotCommandScopeAllPrivateChats()
    commands = [BotCommand("start", "Басы"), BotCommand("help", "Көмек")]
    assert await bot.set_my_commands([("start", "Start")])
    assert await bot.set_my_commands(commands, scope=scope, language_code="kk")
    assert list(await bot.get_my_commands(scope=scope, language_code="kk")) == commands
    assert [each["command"] for each in playground.profile.menu(AIYM, "kk")] == ["start", "help"]
    assert [each["command"] for each in playground.profile.menu(MARAT, "ru")] == ["start"]
    assert await bot.delete_my_commands(scope=scope, language_code="kk")
    assert await bot.get_my_commands(scope=scope, language_code="kk") == ()


async def test_the_bot_tells_about_itself_in_each_language(bot: Any) -> None:
    await bot.set_my_name("Guide")
    await bot.set_my_name("Бағдар", language_code="kk")
    await bot.set_my_description("Long", language_code="en")
    await bot.set_my_short_description("Short")
    assert (await bot.get_my_name("kk")).name == "Бағдар"
    assert (await bot.get_my_name("ru")).name == "Guide"
    assert (await bot.get_my_description("en")).description == "Long"
    assert (await bot.get_my_short_description()).short_description == "Short"


async def test_the_menu_button(bot: Any) -> None:
    await bot.set_chat_menu_button(AIYM, MenuButtonCommands())
    assert (await bot.get_chat_menu_button(AIYM)).type == "commands"
    assert (await bot.get_chat_menu_button()).type == "default"


async def test_chats_and_leaving_them(bot: Any, playground: Playground) -> None:
    group = playground.found("Class 9A", by=AIYM)
    chat = await bot.get_chat(AIYM)
    assert (chat.first_name, chat.type) == ("Айым", "private")
    assert (await bot.get_chat(group["id"])).title == "Class 9A"
    assert await bot.leave_chat(group["id"])


async def test_the_webhook_is_set_and_taken_away(bot: Any) -> None:
    url = "https://guide.example/hook"
    await bot.set_webhook(
        url, secret_token="s3cret", max_connections=7, allowed_updates=["message"]
    )
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates) == (url, 7, ("message",))
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).url == ""
