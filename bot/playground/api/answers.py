"""Every method on one page: what it is called, and the function that answers it."""

from collections.abc import Callable
from typing import Any

from bot.playground.api import answering, editing, hearing, media, oneself, rich, sending
from bot.playground.api.reading import Call
from bot.playground.world import World

Answer = Callable[[World, Call], Any]

ANSWERS: dict[str, Answer] = {
    "getMe": oneself.get_me,
    "getUpdates": hearing.get_updates,
    "setWebhook": hearing.set_webhook,
    "deleteWebhook": hearing.delete_webhook,
    "getWebhookInfo": hearing.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendMediaGroup": media.send_media_group,
    "sendRichMessage": rich.send_rich_message,
    "sendRichMessageDraft": rich.send_rich_message_draft,
    "sendMessageDraft": sending.send_message_draft,
    "sendChatAction": sending.send_chat_action,
    "copyMessage": sending.copy_message,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": sending.delete_message,
    "deleteMessages": sending.delete_messages,
    "setMessageReaction": sending.set_message_reaction,
    "answerCallbackQuery": answering.answer_callback_query,
    "answerInlineQuery": answering.answer_inline_query,
    "answerWebAppQuery": answering.answer_web_app_query,
    "savePreparedInlineMessage": answering.save_prepared_inline_message,
    "setMyCommands": oneself.set_my_commands,
    "getMyCommands": oneself.get_my_commands,
    "deleteMyCommands": oneself.delete_my_commands,
    "setMyName": oneself.set_my_name,
    "getMyName": oneself.get_my_name,
    "setMyDescription": oneself.set_my_description,
    "getMyDescription": oneself.get_my_description,
    "setMyShortDescription": oneself.set_my_short_description,
    "getMyShortDescription": oneself.get_my_short_description,
    "setChatMenuButton": oneself.set_chat_menu_button,
    "getChatMenuButton": oneself.get_chat_menu_button,
    "getChat": oneself.get_chat,
    "leaveChat": oneself.leave_chat,
    "getFile": media.get_file,
}

REMARKS = {
    "setWebhook": "Webhook was set",
    "deleteWebhook": "Webhook was deleted",
}
