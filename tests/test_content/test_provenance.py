"""What we say of an article is looked up in its text, figure by figure and name by name."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from content import provenance
from content.atlas import Catalogue
from content.catalogue import Article
from content.kinds import Language
from content.reader import read
from content.stated import figures, ordinals
from content.stories import beginning, paragraphs, stories
from tests.test_content.small import made

PAGE = """\
 RU | KK | EN
Погода -30°   520.02 608.79

Колледжи области подвели итоги
фото - Новости 14.10.2025 В области подвели итоги года и наградили лучших.

Фото: акимат

В 27 колледжах Семея учатся 5 436 человек, из них 87 % работают. Зарплата от 1 млн до 1,2 млн тенге.
Среди партнёров - ТОО "Новый завод" и "Согринская ТЭЦ".

Уже четвертый год больше пяти тысяч студентов и 3,5 тыс. рабочих учатся вместе.

Подписывайтесь на нас
"""
ARTICLE = """\
name: {kk: Мақала, ru: Статья, en: An article}
publisher: {kk: Газет, ru: Газета, en: A paper}
begins: "В области подвели итоги"
date: 2025-11-13
language: ru
facts:
"""
FACT = """\
  - slug: f{number}
    says: {{kk: "{kk}", ru: "{ru}", en: "{en}"}}
    source: {{article: paper, paragraph: {paragraph}}}
"""
EMPLOYER = """\
name: {kk: «Жаңа зауыт» ЖШС, ru: ТОО «Новый завод», en: New Plant LLP}
region: abai
place: semey
place_source: {article: paper, paragraph: 3}
roles:
  - role: mentor
    source: {article: paper, paragraph: 1}
"""


def told(home: Path, texts: Path, *facts: tuple[int, str, str, str], page: str = PAGE) -> list[str]:
    """What is doubted of these facts."""
    made(home)
    (home / "roles.yaml").write_text("mentor: {name: {kk: Т, ru: Н, en: M}}\n", "utf-8")
    (home / "articles").mkdir()
    written = "".join(
        FACT.format(number=number, paragraph=paragraph, kk=kk, ru=ru, en=en)
        for number, (paragraph, kk, ru, en) in enumerate(facts, start=1)
    )
    (home / "articles/paper.yaml").write_text(ARTICLE + written, "utf-8")
    (home / "employers").mkdir()
    (home / "employers/new-plant.yaml").write_text(EMPLOYER, "utf-8")
    texts.mkdir()
    (texts / "000_saved.txt").write_text(page, "utf-8")
    return provenance.examine(Catalogue(read(home)), texts)[1]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "content"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return tmp_path / "articles"


PAPER = "articles/paper, fact"
ROLE = "employers/new-plant, role mentor: “New Plant LLP” is not in paper, paragraph 1; "
ROLE += "it stands in paragraph 3"


def test_what_stands_in_its_paragraph_is_not_told(home: Path, texts: Path) -> None:
    right = (
        (3, "27 колледжде 5436 адам оқиды.", "Учатся 5436 человек.", "There are 5,436 people."),
        (3, "87 пайызы жұмыс істейді.", "Работают 87 %.", "87% work."),
        (3, "1–1,2 миллион теңге.", "От 1 до 1,2 миллиона тенге.", "1 to 1.2 million tenge."),
        (3, "Жаңа зауытта.", "На «Новом заводе» в Семее.", "At New Plant, in Semey."),
        (4, "Бес мыңнан астам студент.", "Больше 5000 студентов.", "Over five thousand students."),
        (4, "3,5 мың жұмысшы, 2025 жылы.", "3500 рабочих.", "3.5 thousand workers."),
    )
    assert told(home, texts, *right) == [ROLE]


def test_a_wrong_figure_is_told_with_where_it_stands(home: Path, texts: Path) -> None:
    wrong = (
        (4, "27 колледж.", "27 колледжей.", "27 colleges."),
        (3, "28 колледж.", "28 колледжей.", "28 colleges."),
        (3, "5 436 адам.", "5 436 человек.", "5,463 people."),
    )
    assert told(home, texts, *wrong)[:3] == [
        f"{PAPER} f1: 27 is not in paper, paragraph 4; it stands in paragraph 3",
        f"{PAPER} f2: 28 is not in paper, paragraph 3; it stands nowhere in the story",
        f"{PAPER} f3: 5,463 is not in paper, paragraph 3; it stands nowhere in the story",
    ]


def test_a_name_and_a_town_that_are_not_there_are_told(home: Path, texts: Path) -> None:
    wrong = (
        (1, "«Жаңа зауыт».", "ТОО «Новый завод».", "New Plant."),
        (3, "Аягөзде.", "В Аягозе.", "In Ayagoz."),
    )
    assert told(home, texts, *wrong)[:2] == [
        f"{PAPER} f1: “New Plant LLP” is not in paper, paragraph 1; it stands in paragraph 3",
        f"{PAPER} f2: “Ayagoz” is not in paper, paragraph 3; it stands nowhere in the story",
    ]


def test_a_paragraph_beyond_the_end_is_told(home: Path, texts: Path) -> None:
    (first, *_) = told(home, texts, (9, "Бар.", "Есть.", "It is."))
    assert "the story has 5 paragraphs" in first


def test_an_article_whose_text_is_not_there_is_told(home: Path, texts: Path) -> None:
    (only,) = told(home, texts, (1, "Бар.", "Есть.", "It is."), page="Something else.")
    assert only == "articles/paper: its text was not found: no file here begins so"


def test_the_command_prints_what_it_doubts(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Nothing of ours.", "utf-8")
    said = CliRunner().invoke(main, ["content", "provenance", str(tmp_path)])
    assert said.exit_code == 0
    assert "no file here begins so" in said.output
    assert "0 statements looked up, 5 to look at" in said.output


# --- figures, as three languages write them ---


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ru", "5 436 и 5436, 94,3%, 125 000 машин", {5436, 94.3, 125000}),
        ("ru", "3,5 тыс. и 86 тысяч, от 1 млн до 1,2 млн", {3500, 86000, 1e6, 1.2e6}),
        ("ru", "в шесть раз, двух из трёх, восьмерых, пяти тысяч", {6, 2, 3, 8, 5000}),
        ("ru", "с 32 до 203, 45-дневную, WorldSkills-2025", {32, 203, 45}),
        ("ru", "в 2025 132 педагога", {2025, 132}),
        (
            "en",
            "5,436 people, 94.3%, 1 to 1.2 million, six of ten",
            {5436, 94.3, 1e6, 1.2e6, 6, 10},
        ),
        (
            "kk",
            "3,5 мың, бес мыңнан астам, сегіз түлек, 100 000–200 000",
            {3500, 5000, 8, 1e5, 2e5},
        ),
        ("kk", "1–1,2 миллион теңге", {1e6, 1.2e6}),
        ("en", "none at all", set()),
    ],
)
def test_figures_are_read_as_they_are_written(
    language: Language, text: str, found: set[float]
) -> None:
    assert figures(text, language) >= found
    assert len(figures(text, language)) <= len(found) + 1


def test_ordinals_are_figures_of_a_paragraph() -> None:
    assert ordinals("Уже четвертый год, первое место", "ru") == {4, 1}
    assert ordinals("for the fourth year", "en") == {4}


# --- where a story begins ---


def test_a_story_begins_with_its_first_words_whatever_stands_before() -> None:
    start = beginning(PAGE, "В области ПОДВЕЛИ, итоги")
    assert start is not None
    assert PAGE[start:].startswith("В области подвели итоги года")
    assert beginning(PAGE, "") is None
    assert len(paragraphs(PAGE[start:])) == 5


def test_a_file_named_after_the_article_comes_first(home: Path, texts: Path) -> None:
    told(home, texts, (1, "Бар.", "Есть.", "It is."))
    (texts / "paper-saved.txt").write_text("В области подвели итоги.\n\nДва.", "utf-8")
    found = stories(texts, Catalogue(read(home)).every("articles", Article))
    assert found == {"paper": ("В области подвели итоги.", "Два.")}
