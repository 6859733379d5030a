"""The doctor: checks everything a bot needs, says what is wrong and how to mend it."""

import shutil
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import aiohttp
import click

from bot.settings import DATA, Settings
from content.reader import Mistaken
from content.reader import read as read_content
from db import catalogue, revisions
from db.base import Away, open_store

Check = Callable[[Settings], Awaitable[str]]

SKEW = 60.0  # seconds our clock may differ from Telegram's
FREE = 0.1  # share of the disk that should be free


class Ill(Exception):
    """Something is not right; the words say what, and the fix."""


async def examine(settings: Settings) -> int:
    """Every check in turn, a line each; 0 where all is well, 1 where something is not."""
    ill = 0
    for name, check in CHECKS.items():
        try:
            click.echo(f"ok    {name}: {await check(settings)}")
        except Ill as found:
            ill = 1
            click.echo(f"WRONG {name}: {found}")
    return ill


async def _token(settings: Settings) -> str:
    if settings.telegram_bot_token is None:
        return "none given: the playground will be used"
    return "given, and looks like one"


async def _api(settings: Settings) -> str:
    """Whether the Bot API answers, and knows the token."""
    if settings.telegram_bot_token is None:
        return "not asked: the playground brings its own"
    url = f"{settings.telegram_api_url}/bot{settings.token}/getMe"
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.get(url, timeout=_patience()) as said,
        ):
            told = await said.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise Ill(
            f"{settings.telegram_api_url} does not answer ({type(error).__name__}): "
            "check the network and TELEGRAM_API_URL"
        ) from None
    if not told.get("ok"):
        raise Ill("Telegram does not know this token: ask @BotFather for the right one")
    return f"answers as @{told['result'].get('username', '?')}"


def _patience() -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=10)


async def _database(settings: Settings) -> str:
    store = open_store(settings.database_url)
    try:
        await store.do(lambda session: session.connection().exec_driver_sql("SELECT 1").scalar())
    except Away:
        raise Ill("cannot be reached: check DATABASE_URL, and that the server runs") from None
    finally:
        await store.close()
    return "answers"


async def _migrations(settings: Settings) -> str:
    store = open_store(settings.database_url)
    try:
        found = await store.do(revisions.reached)
    except Exception:
        raise Ill("no tables yet: run `python -m bot release`") from None
    finally:
        await store.close()
    if found != revisions.newest():
        needed = f"at {found or 'nothing'}, the code needs {revisions.newest()}"
        raise Ill(f"{needed}: run `python -m bot release`")
    return f"at {found}, the newest"


async def _content(settings: Settings) -> str:
    try:
        count = sum(map(len, read_content().values()))
    except Mistaken as mistaken:
        raise Ill(f"{len(mistaken.mistakes)} mistakes: run `python -m bot content check`") from None
    store = open_store(settings.database_url)
    try:
        loaded = await store.do(catalogue.edition)
    except Exception:
        loaded = None
    finally:
        await store.close()
    if not loaded:
        raise Ill("sound, but not loaded: run `python -m bot content load`")
    return f"{count} things, sound and loaded"


async def _clock(settings: Settings) -> str:
    """Our clock beside the Bot API's own."""
    if settings.telegram_bot_token is None:
        return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.head(settings.telegram_api_url, timeout=_patience()) as said,
        ):
            theirs = parsedate_to_datetime(said.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        return "could not be compared"
    skew = abs((datetime.now(UTC) - theirs).total_seconds())
    if skew > SKEW:
        raise Ill(f"{skew:.0f} s away from Telegram's: switch on time synchronisation (NTP)")
    return f"within {skew:.0f} s of Telegram's"


async def _zone(settings: Settings) -> str:
    offset = datetime.now(ZoneInfo("Asia/Almaty")).strftime("%z")
    if offset != "+0500":
        raise Ill(f"Asia/Almaty is {offset}, should be +0500: update the tzdata package")
    return "Asia/Almaty is +05:00"


async def _disk(settings: Settings) -> str:
    usage = shutil.disk_usage(DATA if DATA.exists() else ".")
    share = usage.free / usage.total
    if share < FREE:
        raise Ill(f"{share:.0%} free: make room, under {FREE:.0%} the database may stop")
    return f"{share:.0%} free"


CHECKS: dict[str, Check] = {
    "token": _token,
    "API": _api,
    "database": _database,
    "migrations": _migrations,
    "content": _content,
    "clock": _clock,
    "time zone": _zone,
    "disk": _disk,
}
