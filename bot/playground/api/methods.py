"""Every method the playground knows, and the parameters it takes.

A parameter is `name:kind`; no kind means text, and `!` after it that Telegram insists on it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parameter:
    """One thing a method may be told."""

    name: str
    kind: str
    required: bool


Parameters = dict[str, Parameter]

PLACE = "business_connection_id message_thread_id:int "
COPY = (
    "message_thread_id:int chat_id:chat! direct_messages_topic_id:int disable_notification:bool"
    " protect_content:bool allow_paid_broadcast:bool message_effect_id reply_parameters:dict "
)
LIKE_OLD = "allow_sending_without_reply:bool reply_to_message_id:int "
NEW = COPY + "business_connection_id "
SEND = NEW + LIKE_OLD
FRESH = "suggested_post_parameters:dict reply_markup:dict "
PRIVATELY = "ephemeral_message_parameters:dict receiver_user_id:int callback_query_id "
CAPTION = "caption parse_mode caption_entities:list show_caption_above_media:bool "
WORDS = "parse_mode entities:list link_preview_options:dict disable_web_page_preview:bool "
EDIT = "business_connection_id chat_id:chat message_id:int inline_message_id reply_markup:dict "
DRAFT = "chat_id:int! draft_id:int! message_thread_id:int can_stop:bool keep_on_stop:bool "
SCOPED = "scope:dict language_code "

DECLARED = {
    "getMe": "",
    "getUpdates": "offset:int limit:int timeout:int allowed_updates:list",
    "setWebhook": "url:text! certificate:file ip_address max_connections:int allowed_updates:list"
    " drop_pending_updates:bool secret_token",
    "deleteWebhook": "drop_pending_updates:bool",
    "getWebhookInfo": "",
    "sendMessage": SEND + FRESH + PRIVATELY + WORDS + "text!",
    "sendPhoto": SEND + FRESH + PRIVATELY + CAPTION + "photo:file! has_spoiler:bool",
    "sendDocument": SEND + FRESH + PRIVATELY + "document:file! thumbnail:file caption parse_mode"
    " caption_entities:list disable_content_type_detection:bool",
    "sendMediaGroup": SEND + "media:list!",
    "sendRichMessage": NEW + FRESH + "rich_message:dict! ephemeral_message_parameters:dict",
    "sendRichMessageDraft": DRAFT + "rich_message:dict!",
    "sendMessageDraft": DRAFT + "text parse_mode entities:list",
    "sendChatAction": PLACE + "chat_id:chat! action!",
    "copyMessage": COPY + LIKE_OLD + FRESH + CAPTION + "from_chat_id:chat! message_id:int!"
    " video_start_timestamp:int",
    "editMessageText": EDIT + WORDS + "text rich_message:dict",
    "editMessageCaption": EDIT + CAPTION,
    "editMessageMedia": EDIT + "media:dict!",
    "editMessageReplyMarkup": EDIT,
    "deleteMessage": "chat_id:chat! message_id:int!",
    "deleteMessages": "chat_id:chat! message_ids:list!",
    "setMessageReaction": "chat_id:chat! message_id:int! reaction:list is_big:bool",
    "answerCallbackQuery": "callback_query_id! text show_alert:bool url cache_time:int",
    "answerInlineQuery": "inline_query_id! results:list! cache_time:int is_personal:bool"
    " next_offset button:dict switch_pm_parameter switch_pm_text",
    "answerWebAppQuery": "web_app_query_id! result:dict!",
    "savePreparedInlineMessage": "user_id:int! result:dict! allow_user_chats:bool"
    " allow_bot_chats:bool allow_group_chats:bool allow_channel_chats:bool",
    "setMyCommands": "commands:list! " + SCOPED,
    "getMyCommands": SCOPED,
    "deleteMyCommands": SCOPED,
    "setMyName": "name language_code",
    "getMyName": "language_code",
    "setMyDescription": "description language_code",
    "getMyDescription": "language_code",
    "setMyShortDescription": "short_description language_code",
    "getMyShortDescription": "language_code",
    "setChatMenuButton": "chat_id:int menu_button:dict",
    "getChatMenuButton": "chat_id:int",
    "getChat": "chat_id:chat!",
    "leaveChat": "chat_id:chat!",
    "getFile": "file_id!",
}

MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "url": "bad webhook: url is not specified",
    "action": "wrong parameter action in request",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}


def _parameter(word: str) -> Parameter:
    name, _, kind = word.rstrip("!").partition(":")
    return Parameter(name, kind or "text", word.endswith("!"))


METHODS: dict[str, Parameters] = {
    method: {each.name: each for each in map(_parameter, words.split())}
    for method, words in DECLARED.items()
}
SPELLINGS = {method.lower(): method for method in METHODS}
