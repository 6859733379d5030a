"""Long texts go out in pieces Telegram takes, and nothing is torn."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.edges.telegram.splitting import split, units
from bot.playground.html import parse

FAMILY = "👨‍👩‍👧‍👦"


def visible(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_a_short_text_is_one_piece() -> None:
    assert split("<b>Hi</b> &amp; welcome") == ["<b>Hi</b> &amp; welcome"]


def test_a_text_that_just_fits_is_one_piece() -> None:
    assert split("ә" * 4096) == ["ә" * 4096]


def test_tags_do_not_count() -> None:
    text = "<b>" + "x" * 4096 + "</b>"
    assert split(text) == [text]


def test_pieces_end_at_paragraphs() -> None:
    text = "\n\n".join(f"{n} " + "x" * 900 for n in range(8))
    assert [piece[0] for piece in split(text)] == ["0", "4"]


def test_pieces_end_at_lines_then_at_words() -> None:
    assert all(len(piece) % 11 == 10 for piece in split("\n".join(["x" * 10] * 900)))
    assert all(len(piece) % 11 == 10 for piece in split(" ".join(["x" * 10] * 900)))


def test_open_tags_are_closed_and_opened_again() -> None:
    first, second = split('<b><a href="https://x.kz">' + "word " * 1000 + "</a></b>")
    assert first.endswith("</a></b>")
    assert second.startswith('<b><a href="https://x.kz">word')


def test_an_entity_is_never_torn() -> None:
    pieces = split("&amp;" * 5000)
    assert all(re.fullmatch("(&amp;)+", piece) for piece in pieces)


def test_a_family_is_never_torn() -> None:
    pieces = split(FAMILY * 400)
    assert len(pieces) == 2
    assert all(len(piece) % len(FAMILY) == 0 for piece in pieces)


def test_units_are_telegrams() -> None:
    assert units("<b>a</b>👍") == 3


@given(st.lists(st.sampled_from(["<b>", "</b>", "x" * 50, "ә ", "\n\n", "&lt;", FAMILY, " "])))
def test_nothing_is_lost_and_all_pieces_fit(parts: list[str]) -> None:
    text = balanced(parts)
    pieces = split(text, 100)
    squeezed = re.sub(r"\s", "", visible("".join(pieces)))
    assert squeezed == re.sub(r"\s", "", visible(text))
    assert all(units(piece) <= 100 for piece in pieces)
    for piece in pieces:
        parse(piece)


def balanced(parts: list[str]) -> str:
    """The parts as HTML that Telegram takes: each tag closed."""
    out, is_open = [], False
    for part in parts:
        if (part == "<b>") == is_open and part in ("<b>", "</b>"):
            continue
        is_open = {"<b>": True, "</b>": False}.get(part, is_open)
        out.append(part)
    return "".join(out) + ("</b>" if is_open else "")
