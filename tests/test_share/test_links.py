"""Deep links: every profession, college, employer and programme has one, and it opens its card."""

import re

import pytest

from bot.rooms.share.intents import card_of
from bot.ui import Intent, Unreadable
from content.atlas import Catalogue
from content.kinds import Thing
from tests.chat import Chat
from tests.wire import House

LETTERS = {"professions": "p", "colleges": "k", "employers": "w", "programmes": "g"}
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def every(catalogue: Catalogue) -> list[tuple[str, Thing]]:
    """All things that have a link."""
    return [(kind, thing) for kind in LETTERS for thing in catalogue.every(kind, Thing)]


def address(kind: str, slug: str, bot: str = "guide_bot") -> str:
    return card_of(kind, slug).address(bot)  # type: ignore[arg-type]


def test_a_link_is_a_letter_and_an_address() -> None:
    assert address("professions", "welder") == "https://t.me/guide_bot?start=p_welder"
    assert address("colleges", "adilet") == "https://t.me/guide_bot?start=k_adilet"
    assert address("employers", "kazzinc") == "https://t.me/guide_bot?start=w_kazzinc"
    assert address("programmes", "serpin") == "https://t.me/guide_bot?start=g_serpin"


def test_every_link_leads_back_to_what_it_was_made_of(catalogue: Catalogue) -> None:
    things = every(catalogue)
    assert len(things) > 190
    for kind, thing in things:
        payload = address(kind, thing.slug).partition("?start=")[2]
        assert PAYLOAD.fullmatch(payload)
        assert Intent.follow(payload) == card_of(kind, thing.slug)  # type: ignore[arg-type]


def test_an_intent_without_a_letter_has_a_link_too() -> None:
    packed = Intent.unpack("share-professions_welder")
    payload = packed.address("guide_bot").partition("?start=")[2]
    assert Intent.follow(payload) == packed


@pytest.mark.asyncio(loop_scope="session")
async def test_every_link_opens_its_card(pupil: Chat, catalogue: Catalogue, house: House) -> None:
    bot = house.conversation.bot
    opened = {}
    for kind, thing in every(catalogue):
        await pupil.starts(address(kind, thing.slug, bot).partition("?start=")[2])
        opened[kind, thing.slug] = pupil.title
    assert opened == {(kind, thing.slug): thing.name["kk"] for kind, thing in every(catalogue)}


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("payload", ["p_lamplighter", "z_welder", "p_", "p_welder_x", "qr-x_y"])
async def test_a_link_that_leads_nowhere_leads_home(pupil: Chat, payload: str) -> None:
    """S06: a forged payload is a plain start."""
    await pupil.starts(payload)
    assert "🔎 Мамандықтар" in pupil.buttons


def test_a_link_with_too_much_in_it_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        Intent.follow("p_" + "a" * 63)
