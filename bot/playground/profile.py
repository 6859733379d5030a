"""The bot as people see it: its name, descriptions, commands and menu button, in each language."""

import json
import re
from dataclasses import dataclass, field

from telegram.constants import BotCommandLimit

from bot.playground.refusals import bad
from bot.playground.shapes import Json, units

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
DEFAULT_SCOPE: Json = {"type": "default"}
SCOPES = {
    "default": set(),
    "all_private_chats": set(),
    "all_group_chats": set(),
    "all_chat_administrators": set(),
    "chat": {"chat_id"},
    "chat_administrators": {"chat_id"},
    "chat_member": {"chat_id", "user_id"},
}  # fmt: skip
LENGTHS = {"name": 64, "description": 512, "short_description": 120}


@dataclass
class Profile:
    """What the bot tells about itself."""

    id: int = 7_000_000_001
    username: str = "playground_bot"
    texts: dict[tuple[str, str], str] = field(default_factory=lambda: {("name", ""): "Playground"})
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def user(self) -> Json:
        """The bot as the sender of a message."""
        name = self.text("name", "")
        return {"id": self.id, "is_bot": True, "first_name": name, "username": self.username}

    def me(self) -> Json:
        """The bot as it sees itself."""
        return self.user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def text(self, name: str, language: str) -> str:
        """A text in this language, or the one for everybody."""
        return self.texts.get((name, language)) or self.texts.get((name, ""), "")

    def set_text(self, name: str, language: str, text: str) -> None:
        """Change a text; an empty one makes room for the one for everybody."""
        if units(text) > LENGTHS[name]:
            raise bad(f"bot {name.replace('_', ' ')} is too long")
        self.texts[name, _language(language)] = text

    def set_commands(self, scope: Json | None, language: str, commands: list[Json]) -> None:
        """Change the menu in one scope and language."""
        if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            _check(command)
        self.commands[_scope(scope), _language(language)] = commands

    def get_commands(self, scope: Json | None, language: str) -> list[Json]:
        """The menu of exactly this scope and language."""
        return self.commands.get((_scope(scope), _language(language)), [])

    def drop_commands(self, scope: Json | None, language: str) -> None:
        """Take one menu away."""
        self.commands.pop((_scope(scope), _language(language)), None)

    def menu(self, person: int, language: str) -> list[Json]:
        """The menu a person sees in the private chat: the nearest scope that has one."""
        near: list[Json] = [{"type": "chat", "chat_id": person}, {"type": "all_private_chats"}, {}]
        tried = [(scope or DEFAULT_SCOPE, spoken) for scope in near for spoken in (language, "")]
        menus = (self.get_commands(scope, spoken) for scope, spoken in tried)
        return next((menu for menu in menus if menu), [])

    def menu_button(self, chat: int | None) -> Json:
        """The button beside the text field."""
        button = self.menu_buttons.get(chat) or self.menu_buttons.get(None)
        return button or {"type": "commands" if self.commands else "default"}


def _scope(scope: Json | None) -> str:
    scope = scope or DEFAULT_SCOPE
    if scope.get("type") not in SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if not SCOPES[scope["type"]] <= scope.keys():
        raise bad("can't parse BotCommandScope: Can't find field \"chat_id\"")
    return json.dumps(scope, sort_keys=True)


def _language(language: str) -> str:
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad("invalid language code specified")
    return language


def _check(command: Json) -> None:
    if not COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
        raise bad("BOT_COMMAND_INVALID")
    text = str(command.get("description", ""))
    if not 1 <= units(text) <= BotCommandLimit.MAX_DESCRIPTION:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
