"""The first minute: which language, what there is, how to change it."""

import pytest

from tests.chat import Chat

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_pupil_reaches_a_profession_in_two_taps(pupil: Chat) -> None:
    await pupil.says("/start")
    assert pupil.title == "Жұмысшы мамандықтарының қалта нұсқаулығы"
    await pupil.taps("🔎 Мамандықтар")
    print(pupil.text, pupil.rows)
