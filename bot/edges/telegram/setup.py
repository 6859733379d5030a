"""Set-up: the bot's name, descriptions, commands and menu button, set only where they differ."""

from collections.abc import Mapping
from dataclasses import dataclass

import structlog
from telegram import BotCommandScopeAllPrivateChats, BotCommandScopeDefault, MenuButtonCommands
from telegram.constants import BotCommandLimit, BotDescriptionLimit, BotNameLimit, MenuButtonType

from bot.edges.telegram.caller import Caller

log = structlog.get_logger()

SCOPES = (BotCommandScopeDefault(), BotCommandScopeAllPrivateChats())


@dataclass(frozen=True)
class Profile:
    """What the bot tells about itself in one language; commands are names and what they do."""

    name: str
    description: str
    about: str
    commands: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        _check("name", self.name, BotNameLimit.MAX_NAME_LENGTH)
        _check("description", self.description, BotDescriptionLimit.MAX_DESCRIPTION_LENGTH)
        _check("about", self.about, BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH)
        _check("commands", self.commands, BotCommandLimit.MAX_COMMAND_NUMBER)


async def introduce(caller: Caller, profiles: Mapping[str, Profile]) -> int:
    """Tell Telegram what differs; `profiles` by language, "" for all others. Counts the changes."""
    changes = [await _menu_button(caller)]
    for language, profile in profiles.items():
        changes += await _texts(caller, language, profile)
        changes += [await _commands(caller, language, profile, scope) for scope in SCOPES]
    if any(changes):
        log.info("the bot's profile was changed", changes=sum(changes))
    return sum(changes)


async def _texts(caller: Caller, language: str, profile: Profile) -> list[bool]:
    told = {"Name": profile.name, "Description": profile.description}
    told["ShortDescription"] = profile.about
    return [await _text(caller, language, *each) for each in told.items()]


async def _text(caller: Caller, language: str, method: str, text: str) -> bool:
    """Set one text; its parameter is the method's name in Telegram's other spelling."""
    field = {"ShortDescription": "short_description"}.get(method, method.lower())
    now = await caller.call(f"getMy{method}", language_code=language)
    if now.get(field, "") == text:
        return False
    await caller.call(f"setMy{method}", language_code=language, **{field: text})
    return True


async def _commands(
    caller: Caller,
    language: str,
    profile: Profile,
    scope: BotCommandScopeDefault | BotCommandScopeAllPrivateChats,
) -> bool:
    now = await caller.get_my_commands(scope=scope, language_code=language)
    if tuple((each.command, each.description) for each in now) == profile.commands:
        return False
    await caller.set_my_commands(profile.commands, scope=scope, language_code=language)
    return True


async def _menu_button(caller: Caller) -> bool:
    if (await caller.get_chat_menu_button()).type == MenuButtonType.COMMANDS:
        return False
    await caller.set_chat_menu_button(menu_button=MenuButtonCommands())
    return True


def _check(what: str, given: str | tuple[object, ...], most: int) -> None:
    if len(given) > most:
        raise ValueError(f"the bot's {what} may have {most} at most, not {len(given)}")
