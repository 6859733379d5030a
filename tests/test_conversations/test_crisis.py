"""Words of trouble, wherever they are typed: the card is the same answer, and tells nobody."""

import pytest

from bot.playground import Person
from bot.rooms.asking.intents import OpenAsk
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.staff.intents import InviteInto
from tests.chat import Chat
from tests.wire import ADMIN, House

pytestmark = pytest.mark.asyncio(loop_scope="session")
on_both = pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True)
CARD = {"kk": "Сіз маңыздысыз", "ru": "Вы важны", "en": "You matter"}


def _is_card(chat: Chat) -> bool:
    return any(chat.text.startswith(begins) for begins in CARD.values())


@on_both
async def test_words_typed_anywhere_are_answered_with_the_card(
    house: House, pupil: Chat, parent: Chat, reader: Chat
) -> None:
    """P09: in the same message; nobody is told, and nothing is kept."""
    for chat, words in (
        (pupil, "olgim kelip tur"),
        (parent, "меня травят всем классом"),
        (reader, "my uncle touches me"),
    ):
        before = len(chat.told)
        await chat.says(words)
        assert _is_card(chat)
        assert "111" in chat.text
        assert "112" in chat.text
        assert len(chat.told) == before + 1
        assert words not in await house.memory()


async def test_the_card_leads_back_and_to_a_counselor(parent: Chat) -> None:
    await parent.taps_data(OpenProfession("welder").pack())
    await parent.says("не хочу жить")
    await parent.taps("▶️ Продолжить")
    assert parent.title == "Сварщик"
    await parent.says("не хочу жить")
    await parent.taps("👤 Написать профориентатору")
    assert parent.title == "Вопрос профориентатору"


async def test_a_question_to_a_counselor_waits_behind_the_card(house: House, parent: Chat) -> None:
    """P09: a counselor learns of it only where the person sends it."""
    await parent.taps_data(OpenAsk().pack())
    await parent.says("Отчим бьёт меня, что делать?")
    assert _is_card(parent)
    await parent.taps("▶️ Продолжить")
    assert "Отчим бьёт меня" in parent.text
    assert "📨 Отправить вопрос" in parent.buttons


async def test_a_photo_with_words_of_trouble_is_answered_with_the_card(parent: Chat) -> None:
    await parent.says("/start")
    await parent.sends("photo", caption="хочу умереть")
    assert "Вы важны" in parent.text


async def test_words_the_staff_writes_to_others_are_no_call(house: House) -> None:
    house.playground.people[ADMIN] = Person(ADMIN, "Сауле", "en")
    admin = Chat(house, ADMIN)
    await admin.says("/start")
    await admin.taps_data(InviteInto("abai").pack())
    await admin.says("School that helps if you want to die")
    assert not _is_card(admin)
    await admin.says("want to die")
    assert _is_card(admin)


async def test_the_card_is_a_command_and_stands_in_the_help(pupil: Chat) -> None:
    """P09: in the menu for everybody."""
    await pupil.says("/sos")
    assert "Сіз маңыздысыз" in pupil.text
    await pupil.says("/help")
    await pupil.taps("🤝 Қиын кезде")
    assert "Сіз маңыздысыз" in pupil.text


@pytest.mark.parametrize("words", ["убойный цех", "резать металл", "мал сою", "kill the process"])
async def test_everyday_words_are_looked_for(parent: Chat, words: str) -> None:
    await parent.says(words)
    assert not _is_card(parent)
