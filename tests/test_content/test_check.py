"""Every kind of mistake is named, with its file, line and column, and with what to do about it."""

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from content import reader
from content.mistakes import Mistake, Mistaken
from content.reader import HOME, check
from tests.test_content.seeds import BROKEN, HERE, LABELS, REFERRED, SAID, SCREENS, SHIFTS, Seed

FIRST = 0xE000  # a sign no content has, one a seed
MARKS = re.compile("[\ue000-\uf8ff]")
TANGLED = ("answers/college-types.yaml", "missions/car-weld.yaml")  # one is many mistakes


def copied(to: Path) -> Path:
    """The real content, to be spoilt."""
    shutil.copytree(HOME, to, ignore=shutil.ignore_patterns("*.py", "__pycache__", "sheets"))
    return to


def sow(seeds: Iterable[Seed], home: Path) -> dict[str, str]:
    """Put the mistakes in, and say where the check must point, by the seed's name."""
    files: dict[str, str] = {}
    for number, seed in enumerate(seeds := tuple(seeds)):
        was = files.get(seed.file) or (home / seed.file).read_text("utf-8")
        new = seed.new.replace(HERE, chr(FIRST + number))
        files[seed.file], times = re.subn(seed.old, new, was, count=1, flags=re.MULTILINE)
        assert times, f"nothing to change in {seed.file}: {seed.name}"
    for file, words in files.items():
        (home / file).write_bytes(MARKS.sub("", words).encode("utf-8", "surrogateescape"))
    return {one.name: at(one, files[one.file], chr(FIRST + n)) for n, one in enumerate(seeds)}


def at(seed: Seed, words: str, mark: str) -> str:
    before, marked, _ = words.partition(mark)
    before = MARKS.sub("", before)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return f"{seed.file}:{line}:{column}" if marked else seed.file


def mistakes_of(home: Path) -> list[Mistake]:
    with pytest.raises(Mistaken) as told:
        check(home)
    return told.value.mistakes


BEDS = {
    "said": SAID,
    "referred": REFERRED,
    "shifts": SHIFTS,
    "broken": BROKEN,
    "labels and screens": (*LABELS, *SCREENS),
}
Sown = dict[str, tuple[dict[str, str], list[Mistake]]]


@pytest.fixture(scope="module")
def sown(tmp_path_factory: pytest.TempPathFactory) -> Sown:
    """Five copies of the content, each with its mistakes, and what the check says of them."""
    found: Sown = {}
    for name, seeds in BEDS.items():
        home = copied(tmp_path_factory.mktemp("content") / "content")
        found[name] = sow(seeds, home), mistakes_of(home)
    return found


@pytest.mark.parametrize(
    ("bed", "seed"),
    [(bed, seed) for bed, seeds in BEDS.items() for seed in seeds],
    ids=lambda one: one.name if isinstance(one, Seed) else "",
)
def test_a_mistake_is_named_where_it_stands_and_with_a_hint(
    bed: str, seed: Seed, sown: Sown
) -> None:
    places, mistakes = sown[bed]
    there = [one.says for one in mistakes if one.where.startswith(places[seed.name])]
    assert any(seed.hint in says for says in there), "\n".join(map(str, mistakes))


@pytest.mark.parametrize("bed", BEDS)
def test_nothing_else_is_complained_of(bed: str, sown: Sown) -> None:
    places, mistakes = sown[bed]
    wrong = [m for m in mistakes if not m.where.startswith(tuple(places.values()))]
    assert [str(one) for one in wrong if one.file not in TANGLED] == []


# --- what stands in the wrong place, or in two ---


def new(file: str, words: str = "name: {kk: А, ru: Б, en: C}\n") -> Callable[[Path], None]:
    def make(home: Path) -> None:
        (home / file).parent.mkdir(exist_ok=True)
        (home / file).write_text(words, "utf-8")

    return make


def moved(file: str, to: str) -> Callable[[Path], None]:
    def move(home: Path) -> None:
        (home / file).rename(home / to)

    return move


def gone(file: str) -> Callable[[Path], None]:
    return lambda home: (home / file).unlink()


def changed(file: str, old: str, words: str) -> Callable[[Path], None]:
    def change(home: Path) -> None:
        was = (home / file).read_text("utf-8")
        assert old in was
        (home / file).write_text(was.replace(old, words, 1), "utf-8")

    return change


ADILET = (HOME / "colleges/adilet.yaml").read_text("utf-8")
WELDER = (HOME / "professions/welder.yaml").read_text("utf-8")
LENGTHY = "a-trade-with-two-buttons-of-32-l"
LONG = "a-college-with-a-name-that-never-ends"

MISPLACED = {
    "a foreign ending": (new("colleges/new.yml"), "colleges/new.yml:1:1", "new.yaml"),
    "a spreadsheet among files": (new("colleges/list.xlsx"), "colleges/list.xlsx:1:1", "nobody"),
    "a folder for an unknown kind": (
        new("proffesions/x.yaml"), "proffesions:1:1", "did you mean 'professions'?",
    ),
    "a file for an unknown kind": (
        new("colege.yaml"), "colege.yaml:1:1", "did you mean 'colleges'?",
    ),
    "a folder inside a folder": (new("voices/old/x.yaml"), "voices/old:1:1", "move it out"),
    "a file named in capitals": (
        moved("voices/allur-specialist.yaml", "voices/Allur.yaml"),
        "voices/Allur.yaml:1:1", "small Latin letters",
    ),
    "a file name with a space": (
        moved("voices/tyre-factory-director.yaml", "voices/tyre director.yaml"),
        "voices/tyre director.yaml:1:1", "small Latin letters",
    ),
    "a file name in Cyrillic": (new("terms/дуал.yaml"), "terms/дуал.yaml:1:1", "small Latin"),
    "a slug too long": (
        new(f"colleges/{LONG}.yaml", ADILET), f"colleges/{LONG}.yaml:1:1", "at most 32",
    ),
    "two slugs too long for a button": (
        new(f"professions/{LENGTHY}.yaml", WELDER), f"professions/{LENGTHY}.yaml:1:1",
        "beside professions/electrical-equipment-assembler a button has room for 28",
    ),
    "two slugs of one file too long for a button": (
        changed("figures.yaml", "allur-specialists:", f"{LENGTHY}:"), "figures.yaml:4:3",
        f"the address '{LENGTHY}' has 32 letters; beside figures/",
    ),
    "a town's slug too long for a button": (
        changed("regions.yaml", "slug: katon-karagay", f"slug: {'k' * 32}{'a' * 7}"),
        "regions.yaml:", "at most 32 small Latin letters",
    ),
    "a thing in a file and in a folder": (
        new("terms/college.yaml"), "terms/college.yaml:1:1", "stands in terms.yaml too",
    ),
    "an unknown hint": (
        changed("hints.yaml", "\ncolleges:", "\ncollege:"),
        "hints.yaml:", "did you mean 'colleges'?",
    ),
    "a template missing in a language": (
        gone("screens/kk/home/help.html"), "screens/kk/home/help.html:1:1", "missing in Kazakh",
    ),
    "screens in a fourth language": (
        new("screens/ky.html"), "screens/ky.html:1:1", "kk, ru and en",
    ),
    "a slug inside the file": (
        changed("voices/allur-project-manager.yaml", "name:", "slug: x\nname:"),
        "voices/allur-project-manager.yaml:1:1", "`slug` is the file's name",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def misplaced(tmp_path_factory: pytest.TempPathFactory) -> list[Mistake]:
    home = copied(tmp_path_factory.mktemp("content") / "content")
    for spoil, _, _ in MISPLACED.values():
        spoil(home)
    return mistakes_of(home)


@pytest.mark.parametrize("name", MISPLACED)
def test_what_stands_in_the_wrong_place_is_named(name: str, misplaced: list[Mistake]) -> None:
    _, where, hint = MISPLACED[name]
    there = [one.says for one in misplaced if one.where.startswith(where)]
    assert any(hint in says for says in there), "\n".join(map(str, misplaced))


def test_an_empty_folder_has_no_content(tmp_path: Path) -> None:
    assert "there is no content" in mistakes_of(tmp_path)[0].says


def test_the_table_knows_at_least_sixty_kinds_of_mistakes() -> None:
    assert sum(map(len, BEDS.values())) + len(MISPLACED) >= 60


# --- what is no mistake ---


def test_words_that_other_readers_of_yaml_would_turn_stay_words(tmp_path: Path) -> None:
    (tmp_path / "unknowns.yaml").write_text(TRAPS, "utf-8")
    names = [thing.name for thing in reader.read(tmp_path)["unknowns"].values()]
    assert [name.kk for name in names] == ["no", "yes", "9:30", "1.10", "0123", "2026-11-22", "1e3"]


TRAPS = "".join(
    f"trap-{number}: {{name: {{kk: {word}, ru: б, en: c}}, ask: {{kk: {word}, ru: б, en: c}}}}\n"
    for number, word in enumerate(("no", "yes", "9:30", "1.10", "0123", "2026-11-22", "1e3"))
)
