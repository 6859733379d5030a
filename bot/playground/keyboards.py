"""Keyboards under messages: which Telegram takes, and which it refuses."""

import re

from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from bot.playground import refusals
from bot.playground.refusals import bad
from bot.playground.shapes import Json, units

ACTIONS = {
    "callback_data", "url", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
    "callback_game", "pay",
}  # fmt: skip
KINDS = {"inline_keyboard", "keyboard", "remove_keyboard", "force_reply"}
STYLES = {"primary", "success", "danger"}
ROW = 8
WEB = re.compile(r"(?:https?://|tg://|t\.me/)?[^\s/]+\.?\S*", re.IGNORECASE)


def checked(markup: Json | None, *, private: bool) -> Json | None:
    """The keyboard as it is kept: checked, without empty rows; none if nothing is left."""
    if markup is None:
        return None
    if not KINDS & markup.keys():
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"], private)
    return reply(markup)


def under(markup: Json | None, *, private: bool) -> Json | None:
    """The keyboard that stands under a message, which can only be an inline one."""
    kept = checked(markup, private=private)
    return kept if kept and "inline_keyboard" in kept else None


def inline(markup: Json | None, *, private: bool) -> Json | None:
    """The keyboard of an edited message, which can only be an inline one."""
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    return checked(markup, private=private)


def buttons(markup: Json | None) -> list[list[Json]]:
    """The rows of buttons under a message."""
    return (markup or {}).get("inline_keyboard") or []


def _inline(rows: object, private: bool) -> Json | None:
    kept = [row for row in _rows(rows) if row]
    for row in kept:
        for button in row:
            _button(button, private)
    too_many = sum(map(len, kept)) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER
    if too_many or any(len(row) > ROW for row in kept):
        raise bad(refusals.MARKUP_TOO_LONG)
    return {"inline_keyboard": kept} if kept else None


def _rows(rows: object) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" must be of type Array of Arrays')
    if not all(isinstance(button, dict) for row in rows for button in row):
        raise bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    return rows


def _button(button: Json, private: bool) -> None:
    if not str(button.get("text", "")).strip():
        raise bad('can\'t parse inline keyboard button: Field "text" must be non-empty')
    actions = ACTIONS & button.keys()
    if len(actions) != 1 and not (button.get("disabled") is not None and not actions):
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if button.get("style") not in (None, *STYLES):
        raise bad("can't parse inline keyboard button: invalid button style specified")
    _action(button, private)


def _action(button: Json, private: bool) -> None:
    match button:
        case {"callback_data": data}:
            _data(data)
        case {"url": url}:
            _url(url)
        case {"web_app": app}:
            _web_app(app, private)
        case {"copy_text": copied}:
            _copied(copied)


def _data(data: object) -> None:
    limit = InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
    if not isinstance(data, str) or not 1 <= len(data.encode("utf-8", "surrogatepass")) <= limit:
        raise bad(refusals.BUTTON_DATA)


def _url(url: object) -> None:
    if not isinstance(url, str) or not WEB.fullmatch(url) or ("." not in url and "://" not in url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _web_app(app: Json, private: bool) -> None:
    url = str(app.get("url", ""))
    if not private:
        raise bad("BUTTON_TYPE_INVALID")
    if not url.startswith("https://"):
        told = f"inline keyboard button Web App URL '{url}' is invalid"
        raise bad(f"{told}: Only HTTPS links are allowed")


def _copied(copied: Json) -> None:
    limit = InlineKeyboardButtonLimit.MAX_COPY_TEXT
    if not 1 <= units(str(copied.get("text", ""))) <= limit:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def reply(markup: Json) -> Json:
    """The keyboard that replaces the letters, every button an object."""
    if "keyboard" not in markup:
        return markup
    rows = [[_worded(button) for button in row] for row in markup["keyboard"]]
    if not all(str(button.get("text", "")).strip() for row in rows for button in row):
        raise bad('can\'t parse keyboard button: Field "text" must be non-empty')
    return {**markup, "keyboard": rows}


def _worded(button: Json | str) -> Json:
    return {"text": button} if isinstance(button, str) else button
