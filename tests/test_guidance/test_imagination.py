"""Imagination and alarm: what words tell of, however spelt; and what is no call for help."""

import pytest

from bot.guidance import alarm
from bot.guidance.folding import fold
from bot.guidance.imagination import FEATURES, Growth, growth, seen
from bot.guidance.phrases import Phrases
from bot.guidance.walking import further, meant, taken, tallies
from content.atlas import Catalogue
from content.kinds import LANGUAGES, Language, Names
from content.shifts import Sign
from tests.method.imagined import BAR, LEAST, PAIRS, agreed, coded, weighted_kappa


@pytest.fixture(scope="module")
def signs(catalogue: Catalogue) -> tuple[Sign, ...]:
    """The five signs."""
    return catalogue.every("imagination", Sign)


# --- phrases ---


def test_phrases_are_found_in_any_spelling() -> None:
    known = Phrases(Names(ru=("бригад*", "потому что", "бь* меня"), kk=("әріптес*",)))
    assert known.found("С БРИГАДОЙ") == ["brigad*"]
    assert known.found("s brigadoy, potomu chto nado") == ["brigad*", "potomu cto"]
    assert known.found("менің ариптесим") == ["ariptes*"]
    assert known.any(fold("отец бьёт меня"))
    assert not known.any(fold("бьёт не меня"))
    assert known.found("подбригадный потому, что-то") == ["potomu cto"]
    assert known.found("") == []


# --- the mark ---


def test_the_signs_are_the_five_of_the_method(signs: tuple[Sign, ...]) -> None:
    assert tuple(sign.slug for sign in signs) == FEATURES


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("", ()),
        ("Работаю", ()),
        ("5", ()),
        ("С бригадой", ("who",)),
        ("Потом", ()),
        ("Сначала проверяю", ("step",)),
        ("Ауыр, өйткені суық", ("difficulty", "reason")),
        ("With my crew I first check the pump. Cold, but I like it because it helps", FEATURES),
    ],
)
def test_a_text_tells_of_this(words: str, there: tuple[str, ...], signs: tuple[Sign, ...]) -> None:
    assert seen(words, signs) == there


def test_growth_is_what_came_since_the_first() -> None:
    assert growth([["who"]]) is None
    assert growth([]) is None
    assert growth([["who"], [], ["tool", "who", "reason"]]) == Growth(1, 3, ["tool", "reason"])
    assert growth([["who", "tool"], ["who"]]) == Growth(2, 1, [])


def test_kappa_is_what_the_books_say() -> None:
    assert weighted_kappa([0, 1, 2, 3], [0, 1, 2, 3]) == 1
    assert weighted_kappa([0, 5], [5, 0]) == pytest.approx(-1)
    # two marks: the same as Cohen's, (.7 - .5) / (1 - .5)
    one, other = [1] * 5 + [0] * 5, [1, 1, 1, 1, 0, 0, 0, 0, 1, 1]
    assert weighted_kappa(one, other) == pytest.approx(0.4, abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_readers_agree_and_the_words_with_both(language: Language) -> None:
    assert len(coded()[language].texts) >= LEAST
    assert {pair: agreed(language, *pair) for pair in PAIRS if agreed(language, *pair) < BAR} == {}


# --- alarm ---


@pytest.mark.parametrize(
    "words",
    [
        "Хочу умереть", "не хочу жить больше", "я порежу себя", "xochu umeret", "Отчим меня бьёт",
        "Меня травят в классе", "сбегу из дома", "Өлгім келеді", "мені ұрады", "olgim keledi",
        "Үйден қашқым келеді", "I want to kill myself", "he hits me", "I'm afraid to go home",
    ],
)  # fmt: skip
def test_a_call_for_help_is_heard(words: str, catalogue: Catalogue) -> None:
    assert alarm.is_heard(words, catalogue)


@pytest.mark.parametrize(
    "words",
    [
        "Режу металл и варю", "убойный цех", "Работа убивает скуку", "Устаю до смерти",
        "Ток может убить, поэтому проверяю напряжение", "Меня учат",
        "Балға ұрамын, пышақпен кесемін", "Өлшеймін", "Cutting metal is dangerous",
        "The hammer hits the nail", "Deadline", "",
    ],
)  # fmt: skip
def test_talk_of_hard_work_is_no_call_for_help(words: str, catalogue: Catalogue) -> None:
    assert not alarm.is_heard(words, catalogue)


# --- the way through a shift ---


def test_a_way_is_kept_and_read_again(catalogue: Catalogue) -> None:
    mission = catalogue.mission("substation-night")
    first, second = mission.scenes[0], mission.by_scene[mission.scenes[0].choices[0].to]
    path = further(further("", first.slug, 0), second.slug, 1)
    assert taken(mission, path) == [first.choices[0], second.choices[1]]
    assert sum(one.total for one in tallies(mission, path)) == 2
    assert taken(mission, "lamplighter-0 handover-9") == []


def test_a_choice_is_typed_as_its_number_or_its_words(catalogue: Catalogue) -> None:
    scene = catalogue.mission("substation-night").scenes[0]
    assert meant(scene, " 2 ") == 1
    for language in LANGUAGES:
        assert meant(scene, scene.choices[1].says[language].upper()) == 1
    assert meant(scene, "3") is None
    assert meant(scene, "") is None
