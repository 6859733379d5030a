"""The spreadsheet: out and back, nothing lost, mistakes named by cell, nothing half-written."""

import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from content import reader
from content.kinds import Thing
from content.mistakes import Mistaken
from content.sheets import bring, export
from tests.test_content.small import FILES, Edited, made, words_of


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return made(tmp_path / "content")


@pytest.fixture
def file(home: Path, tmp_path: Path) -> Path:
    export(tmp_path / "content.xlsx", home)
    return tmp_path / "content.xlsx"


def changed(home: Path) -> dict[str, str]:
    return {file: words for file, words in words_of(home).items() if FILES.get(file) != words}


# --- nothing lost ---


def test_the_whole_real_content_goes_out_and_comes_back(tmp_path: Path) -> None:
    home, book = tmp_path / "content", tmp_path / "all.xlsx"
    shutil.copytree(reader.HOME, home, ignore=shutil.ignore_patterns("media", "__pycache__"))
    before = words_of(home)
    export(book, home)
    with Edited(book) as sheet:
        sheet.put("professions", ("welder",), "name.en", "Welder and cutter")
        sheet.put("labels", ("home",), "en", "🏠 Home page")
    assert bring(book, home) == ["labels.yaml", "professions/welder.yaml"]
    assert differing_lines(before, words_of(home)) == 2

    fresh = tmp_path / "fresh"
    bring(book, fresh)
    assert reader.read(fresh) == reader.read(home)
    assert reader.labels(fresh) == reader.labels(home)
    assert comments(fresh) == comments(home)


def differing_lines(before: dict[str, str], after: dict[str, str]) -> int:
    pairs = [
        zip(was.split("\n"), after[file].split("\n"), strict=True) for file, was in before.items()
    ]
    return sum(old != new for lines in pairs for old, new in lines)


def comments(home: Path) -> list[str]:
    found = [line for words in words_of(home).values() for line in words.split("\n")]
    return sorted(line for line in found if line.startswith("#"))


def test_untouched_files_stay_byte_for_byte(home: Path, file: Path) -> None:
    assert bring(file, home) == []
    assert changed(home) == {}


def test_formulas_are_words(home: Path, file: Path) -> None:
    page = load_workbook(file)["colleges"]
    assert page["B3"].value == "=СУММ(A1)"
    assert {cell.data_type for line in page for cell in line if cell.value} == {"s"}
    with zipfile.ZipFile(file) as packed:
        assert all(b"<f>" not in packed.read(name) for name in packed.namelist())
    assert bring(file, home) == []


def test_a_new_folder_gets_everything_and_the_comments(home: Path, file: Path) -> None:
    fresh = home.parent / "fresh"
    assert set(bring(file, fresh)) == set(FILES)
    assert reader.read(fresh) == reader.read(home)
    assert reader.labels(fresh) == reader.labels(home)
    for comment in ("# Two towns", "# --- working", "# Seen in 2025", "# not Ayagoz", "# Buttons"):
        assert any(comment in words for words in words_of(fresh).values())


# --- what is edited comes back, and nothing else ---


def test_a_word_changed_is_a_line_changed(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        sheet.put("colleges", ("first",), "name.ru", "Самый первый")
    assert bring(file, home) == ["colleges/first.yaml"]
    was = FILES["colleges/first.yaml"]
    assert changed(home) == {"colleges/first.yaml": was.replace("ru: Первый", "ru: Самый первый")}


def test_words_that_need_quotes_get_them(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        sheet.put("terms", ("shift",), "plain.kk", "Бірі: екі # үш")
        sheet.put("terms", ("dual",), "name.en", "[x, y]")
    bring(file, home)
    words = words_of(home)["terms.yaml"]
    assert 'kk: "Бірі: екі # үш"' in words
    assert 'en: "[x, y]"' in words
    assert words.count("\n") == FILES["terms.yaml"].count("\n")


def test_a_list_in_one_cell(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        sheet.put("terms", ("dual",), "other_names.ru", "дуалка, дуал")
        sheet.put("terms", ("dual",), "other_names.kk", "дуалка\nдуал, дуалды\n")
    bring(file, home)
    names = reader.read(home)["terms"]["dual"].other_names
    assert (names.ru, names.kk) == (("дуалка", "дуал"), ("дуалка", "дуал, дуалды"))


def test_a_row_put_between_two(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        sheet.add(
            "colleges.specialties", thing="first", number="1.5", title__kk="Токарь",
            title__ru="Токарь", title__en="Turner", source__reference="s-list",
        )  # fmt: skip
    bring(file, home)
    words = words_of(home)["colleges/first.yaml"]
    assert words.index("Welding") < words.index("Turner") < words.index("Sewing")
    assert "# the second one is new" in words
    assert "place: semey   # not Ayagoz" in words


def test_a_row_deleted_and_a_field_emptied(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        sheet.drop("colleges.specialties", "first", "2")
        sheet.put("colleges.specialties", ("first", "1"), "code", None)
        sheet.drop("colleges.facts", "first", "1")
    bring(file, home)
    words = words_of(home)["colleges/first.yaml"]
    assert "Sewing" not in words
    assert "code" not in words
    assert "facts" not in words
    assert words.startswith("# Seen in 2025.\nname:\n  kk: Бірінші\n")


def test_a_field_added_stands_where_it_belongs(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        for language in ("kk", "ru", "en"):
            sheet.put("colleges", ("first",), f"short.{language}", "A1")
    bring(file, home)
    words = words_of(home)["colleges/first.yaml"]
    assert "  en: First\nshort: {kk: A1, ru: A1, en: A1}\nregion: abai\n" in words


def test_comments_are_edited_too(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        sheet.put("terms", ("shift",), "comment", "--- at work\nand after")
        sheet.put("colleges", ("first",), "comment", None)
        sheet.put("colleges", ("second",), "comment", "Ask again.")
    bring(file, home)
    words = words_of(home)
    assert "# --- at work\n# and after\nshift:" in words["terms.yaml"]
    assert words["colleges/first.yaml"].startswith("name:")
    assert words["colleges/second.yaml"].startswith("# Ask again.\nname:")


def test_new_things_and_things_removed(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        sheet.add(
            "terms", slug="hostel", name__kk="Жатақхана", name__ru="Общежитие", name__en="Hostel"
        )
        sheet.add(
            "colleges", slug="third", name__kk="Үшінші", name__ru="Третий", name__en="Third",
            region="abai", place="semey", source__ours="knowledge",
        )  # fmt: skip
        sheet.drop("colleges", "second")
    assert "--remove" in mistakes_of(file, home)[0]
    assert changed(home) == {}
    assert bring(file, home, remove=True) == [
        "colleges/second.yaml", "colleges/third.yaml", "terms.yaml",
    ]  # fmt: skip
    assert set(reader.read(home)["colleges"]) == {"first", "third"}
    assert words_of(home)["terms.yaml"].startswith(FILES["terms.yaml"])


def test_what_changed_in_the_files_meanwhile_is_not_undone(home: Path, file: Path) -> None:
    newer = FILES["colleges/first.yaml"].replace("Первый", "Первейший")
    (home / "colleges/first.yaml").write_text(newer, "utf-8")
    with Edited(file) as sheet:
        sheet.put("colleges", ("second",), "name.en", "Second")
    assert bring(file, home) == ["colleges/second.yaml"]
    assert words_of(home)["colleges/first.yaml"] == newer

    with Edited(file) as sheet:
        sheet.put("colleges", ("first",), "name.en", "The first")
    assert "has changed since this sheet was made" in mistakes_of(file, home)[0]


def test_numbers_and_truths_a_spreadsheet_made(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        sheet.put("regions.places", ("abai", "1"), "latitude", 50.5)
        sheet.put("regions.places", ("abai", "1"), "longitude", 80)
        sheet.put("references", ("s-list",), "date", 2024)
        sheet.put("colleges.facts", ("first", "1"), "opinion", True)
    bring(file, home)
    things = reader.read(home)
    assert told(things["references"]["s-list"], "date") == "2024"
    assert told(things["regions"]["abai"], "places")[0].latitude == 50.5
    assert told(things["colleges"]["first"], "facts")[0].opinion is True


def told(thing: Thing, name: str) -> Any:
    return getattr(thing, name)


def test_rows_may_be_sorted_and_empty_ones_stand_between(home: Path, file: Path) -> None:
    with Edited(file) as sheet:
        sheet.book["colleges"].insert_rows(3, 2)
        sheet.book["colleges.specialties"].move_range("A2:J2", rows=5)
    assert bring(file, home) == []


# --- what is wrong is named by its cell ---


def mistakes_of(file: Path, home: Path) -> list[str]:
    with pytest.raises(Mistaken) as refused:
        bring(file, home)
    return [str(one) for one in refused.value.mistakes]


def put(sheet: str, keys: tuple[str, ...], head: str, value: object) -> Callable[[Edited], None]:
    return lambda book: book.put(sheet, keys, head, value)


def merged(book: Edited) -> None:
    book.book["colleges"].merge_cells("B2:B3")


def lost(name: str) -> Callable[[Edited], None]:
    return lambda book: book.book.remove(book.book[name])


def named(old: str, new: str) -> Callable[[Edited], None]:
    def rename(book: Edited) -> None:
        book.book[old].title = new

    return rename


FIRST, FACT = ("first",), ("first", "1")
WRONG: dict[str, tuple[Callable[[Edited], None], str, str]] = {
    "a formula": (
        put("colleges", FIRST, "name.ru", "=A1"), "colleges, cell C2", "a formula stands here",
    ),
    "an error": (put("colleges", FIRST, "name.ru", "#REF!"), "colleges, cell C2", "an error"),
    "a date": (
        put("colleges.facts", FACT, "when", date(2025, 11, 1)),
        "colleges.facts, cell", "made a date of this (2025-11-01",
    ),
    "a number for a code": (
        put("colleges.specialties", FACT, "code", 7150500),
        "colleges.specialties, cell F2", "made the number 7150500 of this: format the cell as Text",
    ),
    "a number for a name": (put("terms", ("dual",), "name.kk", 12.5), "terms, cell B2", "12.5"),
    "merged cells": (merged, "colleges, cell B2", "the cells B2:B3 are merged"),
    "a sheet missing": (lost("colleges.facts"), "colleges.facts, cell A1", "this sheet is missing"),
    "a sheet too many": (
        named("colleges.facts", "colleges.fact"),
        "colleges.fact, cell A1", "did you mean 'colleges.facts'?",
    ),
    "a column renamed": (
        lambda book: setattr(book.book["terms"]["C1"], "value", "name.rus"),
        "terms, cell C1", "no column is called so: did you mean 'name.ru'?",
    ),
    "a column twice": (
        lambda book: setattr(book.book["terms"]["C1"], "value", "name.kk"),
        "terms, cell C1", "this column stands here twice",
    ),
    "a column deleted": (
        lambda book: book.book["terms"].delete_cols(3), "terms, cell A1", "`name.ru` is missing",
    ),
    "words outside": (
        lambda book: setattr(book.book["terms"]["AD2"], "value", "?"), "terms, cell AD2", "no head",
    ),
    "words far outside": (
        lambda book: setattr(book.book["terms"]["AAA2"], "value", "?"), "terms, cell A1", "columns",
    ),
    "a slug twice": (
        lambda book: book.add("terms", slug="dual", name__kk="a"),
        "terms, cell A4", "row 2 has the same",
    ),
    "a row without a slug": (
        lambda book: book.add("terms", name__kk="a"), "terms, cell A4", "`slug` is empty",
    ),
    "a number twice": (
        put("colleges.specialties", ("first", "2"), "number", "1"),
        "colleges.specialties, cell B3", "row 2 has the same thing and number",
    ),
    "a number in words": (
        put("colleges.specialties", ("first", "2"), "number", "second"),
        "colleges.specialties, cell B3", "a number is wanted: 1, 2, 3",
    ),
    "a row of nobody": (
        put("colleges.specialties", ("first", "2"), "thing", "frist"),
        "colleges.specialties, cell A3", "no row frist: did you mean 'first'?",
    ),
    "a misspelt reference": (
        put("colleges", FIRST, "place", "semei"), "colleges, cell", "did you mean 'semey'?",
    ),
    "a language missing": (
        put("colleges", FIRST, "name.kk", None),
        "colleges, cell B2", "say it in Kazakh too",
    ),
    "a missing field": (
        put("colleges", FIRST, "region", None), "colleges, cell", "`region` is missing",
    ),
    "an over-long text": (
        put("colleges.facts", FACT, "says.en", "x" * 301),
        "colleges.facts, cell", "301 letters, at most",
    ),
    "null": (put("terms", ("shift",), "plain.en", "null"), "terms, cell", "null means nothing"),
    "a hidden sign": (put("terms", ("dual",), "name.en", "Du\u200bal"), "terms, cell D2", "U+200B"),
    "markup": (
        put("terms", ("dual",), "name.en", "<b>Dual</b>"), "terms, cell D2", "plain words only",
    ),
    "a label's gap": (
        put("labels", ("page",), "ru", "{{ pagge }}"),
        "labels, cell C3", "did you mean 'page'?",
    ),
    "a slug in capitals": (
        put("terms", ("dual",), "slug", "Dual"), "terms, cell A2", "small Latin",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_named_by_its_cell_and_nothing_is_written(
    name: str, home: Path, file: Path
) -> None:
    spoil, where, hint = WRONG[name]
    with Edited(file) as sheet:
        spoil(sheet)
    told = mistakes_of(file, home)
    assert any(one.startswith(where) and hint in one for one in told), "\n".join(told)
    assert changed(home) == {}
    assert [path.name for path in home.parent.iterdir() if path.name.startswith(".")] == []


# --- files that are no spreadsheets ---


def a_bomb(file: Path) -> None:
    """Little when packed, much when unpacked."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 120_000_000)


def a_liar(file: Path) -> None:
    """A bomb that says it is small."""
    a_bomb(file)
    words = file.read_bytes()
    size = (120_000_000).to_bytes(4, "little")
    file.write_bytes(words.replace(size, (1000).to_bytes(4, "little")))


def many_files(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as packed:
        for number in range(600):
            packed.writestr(str(number), b"")


def a_laugh(file: Path) -> None:
    """Words that are made of words that are made of words."""
    with zipfile.ZipFile(file, "a") as packed:
        words = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 9}">' for n in range(1, 10))
        packed.writestr("xl/more.xml", f'<!DOCTYPE l [<!ENTITY l0 "ha">{words}]><l>&l9;</l>')


def a_giant(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(51_000_000)


STRANGE: dict[str, Callable[[Path], object]] = {
    "a bomb": a_bomb,
    "a bomb that lies": a_liar,
    "many files": many_files,
    "entities": a_laugh,
    "a giant": a_giant,
    "nothing": lambda file: file.write_bytes(b""),
    "a letter": lambda file: file.write_bytes(b"Dear counselor"),
    "half a file": lambda file: file.write_bytes(file.read_bytes()[:9000]),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_no_spreadsheet_is_refused_in_words(name: str, home: Path, file: Path) -> None:
    STRANGE[name](file)
    (told,) = mistakes_of(file, home)
    assert told.startswith("content.xlsx:1:1: ")
    assert changed(home) == {}
