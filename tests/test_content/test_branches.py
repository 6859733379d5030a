"""Branches: what a mission must be as a whole, on small ones made for it; and how it reads."""

import re
from collections.abc import Iterator

import pytest

from content import branches
from content.atlas import Catalogue
from content.kinds import LANGUAGES, Fact, Language, Source, Text
from content.mistakes import Mistake
from content.shape import Loc
from content.shifts import Choice, Ending, Liking, Mission, Scene, Touches
from content.whole import Known
from tests.ways import covering, walks

WORDS = Text(kk="сөз", ru="слово", en="word")
Steps = list[tuple[str, bool, Touches]]
# eight scenes in a row, each with a sound way on and a poor one
ROW = {
    f"s{at}": [(f"s{at + 1}", True, "time"), (f"s{at + 1}", False, "quality")] for at in range(6)
}
SOUND: dict[str, Steps] = {
    **ROW,  # type: ignore[dict-item]
    "s6": [("s7", True, "safety"), ("late", False, "safety")],
    "s7": [("good", True, "team"), ("stopped", False, "team")],
}


def made(
    scenes: dict[str, Steps], endings: tuple[str, ...] = ("good", "late", "stopped")
) -> Mission:
    """A mission of these scenes."""
    fact = Fact(says=WORDS, source=Source(ours="knowledge"))
    liking = Liking(says=WORDS, because=WORDS, professions=("welder", "plumber"))
    return Mission(
        slug="made",
        name=WORDS,
        profession="welder",
        setting="power",
        minutes=5,
        summary=WORDS,
        scenes=tuple(_scene(slug, steps) for slug, steps in scenes.items()),
        endings=tuple(Ending(slug=slug, says=WORDS, learned=WORDS) for slug in endings),
        liked=(liking,) * 3,
        facts=(fact,) * 3,
    )


def _scene(slug: str, steps: Steps) -> Scene:
    choices = (
        Choice(says=WORDS, to=to, because=WORDS, touches=touches, sound=sound)
        for to, sound, touches in steps
    )
    return Scene(slug=slug, says=WORDS, choices=tuple(choices))


def wrong(mission: Mission) -> list[tuple[str, str]]:
    """What is complained of: where, and in which words."""

    def tell(loc: Loc, says: str) -> Mistake:
        return Mistake(".".join(map(str, loc)), 1, 1, "", says)

    return [(one.file, one.says) for one in branches.mistakes([Known("missions", mission, tell)])]


def changed(**scenes: Steps) -> dict[str, Steps]:
    return SOUND | scenes


def test_a_sound_mission_is_not_complained_of() -> None:
    assert wrong(made(SOUND)) == []


def test_a_choice_that_leads_nowhere() -> None:
    there = wrong(made(changed(s2=[("s33", True, "time"), ("s3", False, "quality")])))
    assert there == [
        ("scenes.2.choices.0.to", "there is no scene or ending 's33': did you mean 's3'?")
    ]


def test_a_ring() -> None:
    there = wrong(made(changed(s5=[("s6", True, "time"), ("s3", False, "quality")])))
    assert ("scenes.3.slug", "a walk goes round for ever here: s3 → s4 → s5 → s3") in there


def test_a_scene_that_leads_to_itself() -> None:
    there = wrong(made(changed(s5=[("s6", True, "time"), ("s5", False, "quality")])))
    assert [where for where, _ in there] == ["scenes.5.slug"]


def test_a_scene_and_an_ending_nobody_reaches() -> None:
    past = [("s2", True, "time"), ("s2", False, "quality")]
    there = wrong(made(changed(s0=past), endings=("good", "late", "stopped", "never")))  # type: ignore[arg-type]
    assert [where for where, _ in there] == ["scenes.1.slug", "endings.3.slug"]


def test_walks_too_short_and_too_long() -> None:
    short = wrong(made(changed(s1=[("s2", True, "time"), ("late", False, "quality")])))
    assert short == [("endings.1.slug", "walks to this ending pass 2 to 7 scenes: keep to 5 to 10")]
    more = {f"t{at}": [(f"t{at + 1}", True, "time")] * 2 for at in range(3)}
    last = {"t3": [("good", True, "team"), ("stopped", False, "team")]}
    scenes = SOUND | {"s7": [("t0", True, "team")] * 2} | more | last
    long = wrong(made(scenes))  # type: ignore[arg-type]
    assert [where for where, _ in long] == ["endings.0.slug", "endings.2.slug"]
    assert "pass 12 to 12 scenes" in long[0][1]


def test_an_address_of_two() -> None:
    there = wrong(made(SOUND, endings=("good", "late", "stopped", "s3")))
    assert there == [
        ("endings.3.slug", "another scene or ending has the address 's3' too: name one anew")
    ]


def test_too_few_poor_choices_and_none_about_safety() -> None:
    kind = {slug: [(to, True, "time") for to, _, _ in steps] for slug, steps in SOUND.items()}
    there = [says for _, says in wrong(made(kind))]  # type: ignore[arg-type]
    assert there[0] == "there are 0 poor choices, at least 5 teach"
    assert "no poor choice is about safety: add one" in there
    assert "no poor choice is about time or team: add one" in there


def test_poor_choices_that_all_lead_to_one_place() -> None:
    poor: Steps = [("s1", False, "quality"), ("s1", False, "safety"), ("s1", False, "time")]
    kind = {slug: [(to, True, about) for to, _, about in steps] for slug, steps in SOUND.items()}
    there = wrong(made(kind | {"s0": [*poor, ("s1", False, "team")]}))
    assert ("scenes", "every poor choice leads to one place: let them differ") in there


# --- the real ones ---


def test_there_are_enough_missions_and_games(catalogue: Catalogue) -> None:
    assert len(catalogue.missions) >= 14
    assert len({one.setting for one in catalogue.missions}) >= 9
    assert len(catalogue.games) >= 8


def test_every_walk_through_every_mission_ends(catalogue: Catalogue) -> None:
    for mission in catalogue.missions:
        found = list(walks(mission))
        assert {len(walk) for walk in found} <= set(range(5, 11)), mission.slug
        ends = {mission.by_scene[slug].choices[number].to for *_, (slug, number) in found}
        assert ends == set(mission.by_ending), mission.slug


def test_a_few_walks_take_every_choice(catalogue: Catalogue) -> None:
    for mission in catalogue.missions:
        taken = {step for walk in covering(mission) for step in walk}
        assert taken == {(s.slug, at) for s in mission.scenes for at in range(len(s.choices))}


# --- how they read ---

SENTENCE = re.compile(r"[.!?…]+[»\"”)]*\s+|:\s+[«\"“]|\n")
AVERAGE, MOST = 12, 24  # words of a sentence


def said(mission: Mission, language: Language) -> Iterator[str]:
    """All a mission tells."""
    yield mission.summary[language]
    for scene in mission.scenes:
        yield scene.says[language]
        yield from (choice.because[language] for choice in scene.choices)
    for ending in mission.endings:
        yield from (ending.says[language], ending.learned[language])


def lengths(words: str) -> list[int]:
    """How many words each sentence has; a dash alone is none."""
    each = (re.findall(r"[\w’'-]*\w", one) for one in SENTENCE.split(words))
    return [len(one) for one in each if one]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(catalogue: Catalogue, language: Language) -> None:
    for mission in catalogue.missions:
        counted = [
            (length, words) for words in said(mission, language) for length in lengths(words)
        ]
        assert sum(length for length, _ in counted) / len(counted) <= AVERAGE, mission.slug
        assert [words for length, words in counted if length > MOST] == [], mission.slug


def test_a_long_sentence_would_be_noticed() -> None:
    assert lengths("Раз, два, три. «Четыре!» Пять: «Шесть семь?»") == [3, 1, 1, 2]
    assert max(lengths("слово " * 30 + ".")) > MOST
