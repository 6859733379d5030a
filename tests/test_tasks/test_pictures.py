"""The pictures of tasks: they show just what is asked, small, quick, and without any colour."""

import io
import time
from dataclasses import replace

import pytest
from PIL import Image

from bot.guidance.tasks import EDITION, FAMILIES, RUNGS, Family, make
from bot.guidance.tasks.circuits import Circuit
from bot.guidance.tasks.projections import Blocks
from bot.studio import Studio
from bot.ui.picture.letters import known
from bot.ui.picture.paper import READABLE, contrast
from bot.ui.picture.tasks.board import INK, WHITE
from bot.ui.picture.tasks.circuits import laid
from bot.ui.voice import labels
from content.atlas import Catalogue
from content.catalogue import Gone
from content.kinds import LANGUAGES, Language
from tests.test_share.test_radar import Known
from tests.test_tasks import brute, seen

MOST, LONGEST = 100_000, 0.080  # bytes; seconds for a task and its picture
MANY: dict[Family, int] = dict.fromkeys(FAMILIES, 400) | {"projections": 100}

every_family = pytest.mark.parametrize("family", FAMILIES)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def studio(catalogue: Catalogue) -> Studio:
    """A studio that draws from the real catalogue."""
    return Studio(Known(catalogue))


@every_family
def test_whoever_measures_the_picture_finds_the_answer(family: Family) -> None:
    tasks = brute.drawn(family, MANY[family])
    wrong = [one for one in tasks if seen.READERS[family](one.given) != one.answer]
    assert wrong == []


def test_a_picture_of_another_task_would_be_noticed() -> None:
    given = make("projections", 5, 1).given
    assert isinstance(given, Blocks)
    assert seen.painted(given.stacks) != seen.hit(((3, 3, 3), (3, 3, 3), (3, 3, 3)))
    circuit = make("circuits", 5, 1).given
    assert isinstance(circuit, Circuit)
    whole = replace(circuit, burnt=0)
    assert laid(whole) == laid(circuit)  # a burnt lamp stands where it stood
    assert seen.circuits(whole) != seen.circuits(circuit)


@every_language
@every_family
def test_it_is_small_and_grey(studio: Studio, family: Family, language: Language) -> None:
    for rung in range(1, RUNGS + 1):
        drawn = studio.draw(f"task/{family}/{rung}-7/{EDITION}/{language}")
        assert len(drawn) <= MOST
        picture = Image.open(io.BytesIO(drawn))
        assert picture.width == 1000
        assert 180 <= picture.height <= 800
        assert _colours(picture) <= {INK, WHITE} | _between()


def _colours(picture: Image.Image) -> set[str]:
    found = picture.convert("RGB").getcolors(256)
    assert found is not None
    return {"#" + "".join(f"{part:02x}" for part in colour) for _, colour in found}  # type: ignore[union-attr]


def _between() -> set[str]:
    """The shades of the one ink."""
    ink, white = (tuple(int(one[at : at + 2], 16) for at in (1, 3, 5)) for one in (INK, WHITE))
    shades = ([round(b + (a - b) * step / 15) for a, b in zip(ink, white, strict=True)]
              for step in range(16))  # fmt: skip
    return {"#" + "".join(f"{part:02x}" for part in shade) for shade in shades}


@every_family
def test_a_task_and_its_picture_are_made_quickly(studio: Studio, family: Family) -> None:
    studio.draw(f"task/{family}/5-1/{EDITION}/kk")
    took = []
    for rung in (3, 6, 9):
        for seed in (11, 12, 13):
            began = time.process_time()
            studio.draw(f"task/{family}/{rung}-{seed}/{EDITION}/kk")
            took.append(time.process_time() - began)
    assert sorted(took)[len(took) // 2] <= LONGEST


def test_the_same_task_is_drawn_once(studio: Studio) -> None:
    name = f"task/gears/5-1/{EDITION}/ru"
    assert studio.draw(name) is studio.draw(name)


def test_it_is_read_without_any_colour() -> None:
    assert contrast(INK, WHITE) >= READABLE


@every_language
def test_the_font_has_every_letter_of_its_words(language: Language) -> None:
    words = [text[language] for name, text in labels().items() if name.startswith("picture-task-")]
    assert {letter for word in words for letter in word if not letter.isspace()} <= {
        letter for word in words for letter in word if known(letter)
    }


@pytest.mark.parametrize("name", ["task/poems/1-1/1/ru", "task/gears/5-1/1/de"])
def test_what_is_no_task_is_gone(studio: Studio, name: str) -> None:
    with pytest.raises(Gone):
        studio.draw(name)
