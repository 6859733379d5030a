"""Inviting from the command line: the first counselors, before an admin ever wrote to the bot."""

import secrets
from datetime import UTC, datetime

import aiohttp
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.release import MEND, opened
from bot.rooms.staff.intents import OpenInvitation
from bot.settings import Settings, Wrong
from db import audit, catalogue, staff
from db.base import Away

ASKING = aiohttp.ClientTimeout(total=10)


async def invite(settings: Settings, school: str, region: str, bot: str) -> str:
    """The link of a new invitation, for a school of a region or for all of it."""
    name, secret = bot or await _own_name(settings), f"{secrets.randbits(128):032x}"
    async with opened(settings) as store:
        try:
            await store.do(lambda session: _invited(session, secret, school, region))
        except LookupError as strange:
            raise Wrong(str(strange.args[0])) from None
        except (DBAPIError, Away) as error:
            raise Wrong(f"Nobody was invited ({type(error).__name__}).\n{MEND}") from None
    return OpenInvitation(secret).address(name)


def _invited(session: Session, secret: str, school: str, region: str) -> None:
    """Keep the invitation, and that it was made by hand; raises LookupError."""
    regions = catalogue.read(session).get("regions", {})
    if region not in regions:
        raise LookupError(f"--region: there is no {region!r}. One of: {', '.join(sorted(regions))}")
    now = datetime.now(UTC)
    known = staff.school(session, school, region, now).id if school else None
    staff.invite(
        session, secret, role="counselor", by=audit.BY_HAND, now=now, school=known, region=region
    )
    what = f"schools/{known}" if known else f"regions/{region}"
    audit.note(session, audit.BY_HAND, "invited", what, now)


async def _own_name(settings: Settings) -> str:
    """The bot's own name, as Telegram knows it."""
    url = f"{settings.telegram_api_url}/bot{settings.token}/getMe"
    try:
        async with aiohttp.ClientSession() as session, session.get(url, timeout=ASKING) as said:
            told = await said.json(content_type=None)
        return str(told["result"]["username"])
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError):
        raise Wrong("The bot's name is not known: give it with --bot NAME") from None
