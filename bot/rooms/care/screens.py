"""The card with the numbers of help. It asks nothing, notes nothing, and sells nothing."""

from bot.guidance.alarm import Help
from bot.rooms.asking.intents import OpenAsk
from bot.rooms.care.intents import OpenCare
from bot.rooms.home.intents import GoHome, OpenHelp
from bot.ui import Button, Intent, Screen

HOME = Button("home", GoHome())


def card(help_: Help) -> Screen:
    """You matter; whom to call or write to, at any hour."""
    return _card(help_, [Button("back", OpenHelp()), HOME])


def heard(help_: Help, further: Intent | None) -> Screen:
    """The same after words of trouble, before anything else; then on to where they led."""
    on = further is not None and not isinstance(further, OpenCare | GoHome)
    return _card(help_, [Button("go-on", further), HOME] if on else [HOME])


def _card(help_: Help, last: list[Button]) -> Screen:
    chat = [Button("care-chat", url=help_.chat)] if help_.chat else []
    facts = {"number": help_.number, "chat": bool(help_.chat)}
    return Screen("care/card", facts, [chat, [Button("tell-counselor", OpenAsk())], last])
