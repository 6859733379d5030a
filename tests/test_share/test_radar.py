"""The radar of a result: small, quick, readable without colour, of nobody in particular."""

import io
import time
from dataclasses import dataclass

import pytest
from PIL import Image

from bot.rooms.interests.intents import ShowRadar
from bot.studio import Studio, radar
from bot.ui.picture.paper import READABLE, contrast
from bot.ui.picture.radar import INK, SIDE, WHITE
from content.atlas import Catalogue
from content.catalogue import Gone
from content.kinds import LANGUAGES, Language
from tests.chat import Chat
from tests.sitters import METAL
from tests.test_conversations.sitting import sits

MOST, LONGEST = 200_000, 0.060  # bytes, seconds
NAMES = [
    "interests/460-385-131-210-155-372",
    "interests/500-500-500-500-500-500",
    "interests/100-100-100-100-100-100",
    "objects/3-7-2-5-3",
    "objects/0-8-6-4-2",
]

every_language = pytest.mark.parametrize("language", LANGUAGES)


@dataclass(frozen=True)
class Known:
    """A shelf with one catalogue, and a bot with a name."""

    catalogue: Catalogue
    bot: str = "guide_bot"

    @property
    def shelf(self) -> "Known":
        return self


@pytest.fixture
def studio(catalogue: Catalogue) -> Studio:
    """A studio that draws from the real catalogue."""
    return Studio(Known(catalogue))


@every_language
@pytest.mark.parametrize("name", NAMES)
def test_it_is_small_and_square(studio: Studio, name: str, language: Language) -> None:
    drawn = studio.draw(f"radar/{name}/0/{language}")
    assert len(drawn) <= MOST
    assert Image.open(io.BytesIO(drawn)).size == (SIDE, SIDE)


def test_it_is_drawn_quickly_once_warm(studio: Studio) -> None:
    studio.draw("radar/interests/460-385-131-210-155-372/0/ru")
    took = []
    for at in range(5):
        began = time.process_time()
        studio.draw(f"radar/interests/460-385-131-210-155-37{at}/1/ru")
        took.append(time.process_time() - began)
    assert min(took) <= LONGEST


def test_it_is_read_without_any_colour() -> None:
    """All there is stands in one dark ink on white: signs, full dots and stripes, no hues."""
    assert contrast(INK, WHITE) >= READABLE


def test_two_stand_in_front_of_six_and_whatever_is_even_of_five() -> None:
    six = radar("interests", "460-385-131-210-155-372", "en")
    assert [axis.words for axis in six.axes if axis.front] == [
        "Hands-on work and machines",
        "Finding out how things work",
    ]
    five = radar("objects", "6-6-4-2-2", "en")
    assert [axis.front for axis in five.axes] == [True, True, False, False, False]


@pytest.mark.parametrize("name", ["interests/460-385", "objects/1", "interests/1-2-3-4-5-6-7"])
def test_what_are_no_numbers_of_a_result_is_gone(studio: Studio, name: str) -> None:
    with pytest.raises(Gone):
        studio.draw(f"radar/{name}/0/ru")


@pytest.mark.asyncio(loop_scope="session")
async def test_somebody_sees_their_result_as_a_picture_and_reads_it_below(parent: Chat) -> None:
    number = await sits(parent, METAL)
    await parent.taps("🖼 Картинка")
    assert "photo" in parent.newest
    assert "делать руками, техника" in parent.text
    assert "Имени на картинке нет" in parent.text
    await parent.taps("← Назад")
    assert parent.title == "Профессии, на которые стоит взглянуть"
    assert ShowRadar(number).pack()
