"""HTML as Telegram reads it, and what it says when it cannot."""

import pytest

from bot.playground.html import parse
from bot.playground.refusals import Refused
from bot.playground.shapes import units
from bot.playground.wording import text_of

FAMILY = "👨‍👩‍👧‍👦"

READ = {
    "plain": ("plain", []),
    "<b>b</b> <strong>s</strong>": ("b s", [("bold", 0, 1), ("bold", 2, 1)]),
    "<i>a</i><em>b</em>": ("ab", [("italic", 0, 1), ("italic", 1, 1)]),
    "<u>a</u><ins>b</ins>": ("ab", [("underline", 0, 1), ("underline", 1, 1)]),
    "<s>a</s><strike>b</strike><del>c</del>": (
        "abc",
        [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
    ),
    "<tg-spoiler>a</tg-spoiler>": ("a", [("spoiler", 0, 1)]),
    '<span class="tg-spoiler">a</span>': ("a", [("spoiler", 0, 1)]),
    "<code>x</code>": ("x", [("code", 0, 1)]),
    "<pre>x</pre>": ("x", [("pre", 0, 1)]),
    '<pre><code class="language-python">x</code></pre>': ("x", [("pre", 0, 1)]),
    "<blockquote>q</blockquote>": ("q", [("blockquote", 0, 1)]),
    "<blockquote expandable>q</blockquote>": ("q", [("expandable_blockquote", 0, 1)]),
    '<tg-emoji emoji-id="5">x</tg-emoji>': ("x", [("custom_emoji", 0, 1)]),
    '<a href="https://a.kz">x</a>': ("x", [("text_link", 0, 1)]),
    "<a href='tg://user?id=5'>x</a>": ("x", [("text_mention", 0, 1)]),
    "<a>x</a>": ("x", []),
    "<b></b>x": ("x", []),
    "<b>a<i>b</i></b>": ("ab", [("bold", 0, 2), ("italic", 1, 1)]),
    "<B>x</b>": ("x", [("bold", 0, 1)]),
    "&lt;b&gt; &amp; &quot; &#1040; &#x410; &nbsp;": ('<b> & " А А &nbsp;', []),
    f"{FAMILY}<b>x</b>": (f"{FAMILY}x", [("bold", 11, 1)]),
    "a > b": ("a > b", []),
    "<b>x</>": ("x", [("bold", 0, 1)]),
}

REFUSED = {
    "<h1>x</h1>": 'Unsupported start tag "h1" at byte offset 0',
    "ә < b": 'Unsupported start tag "" at byte offset 3',
    "<b>x": 'Can\'t find end tag corresponding to start tag "b"',
    "x</b>": "Unexpected end tag at byte offset 1",
    "<b>x</i>": 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    "<b><i>x</b></i>": 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    "x <b": "Unclosed start tag at byte offset 2",
    "x <b ": 'Unclosed start tag "b" at byte offset 2',
    '<a href="x': 'Unclosed start tag "a" at byte offset 0',
    "<b>x</b": "Unclosed end tag at byte offset 4",
    "<span>x</span>": 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    '<span class="red">x</span>': 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    "<a href=https://a.kz>x</a>": "Unexpected end of name token at byte offset 8",
    '<a ="x">x</a>': 'Empty attribute name in the tag "a" at byte offset 0',
}


@pytest.mark.parametrize("html", READ)
def test_html_becomes_text_and_entities(html: str) -> None:
    text, entities = parse(html)
    assert (text, [(e["type"], e["offset"], e["length"]) for e in entities]) == READ[html]


@pytest.mark.parametrize("html", REFUSED)
def test_broken_html_is_refused_in_telegrams_words(html: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {REFUSED[html]}"


def test_the_language_of_code_is_kept() -> None:
    _, entities = parse('<pre><code class="language-python">x</code></pre>')
    assert entities[0]["language"] == "python"


def test_a_link_gets_its_scheme() -> None:
    assert parse('<a href="enbek.kz">x</a>')[1][0]["url"] == "http://enbek.kz/"


def test_length_counts_utf_16_units() -> None:
    assert (len(FAMILY), units(FAMILY)) == (7, 11)
    assert text_of({"text": FAMILY * 372})[0] == FAMILY * 372
    with pytest.raises(Refused, match="message is too long"):
        text_of({"text": FAMILY * 373})


def test_length_is_counted_after_parsing() -> None:
    html = "<b>" + "&amp;" * 4096 + "</b>"
    assert text_of({"text": html, "parse_mode": "HTML"})[0] == "&" * 4096
    with pytest.raises(Refused, match="message is too long"):
        text_of({"text": html + "x", "parse_mode": "HTML"})


def test_only_a_hundred_entities_are_kept() -> None:
    _, entities = text_of({"text": "<b>x</b> " * 150, "parse_mode": "HTML"})
    assert len(entities) == 100


def test_space_around_is_trimmed_and_entities_follow() -> None:
    text, entities = text_of({"text": " \n<b>x </b>\n", "parse_mode": "HTML"})
    assert (text, entities) == ("x", [{"type": "bold", "offset": 0, "length": 1}])


def test_links_commands_and_names_are_noticed() -> None:
    text = "/start see https://enbek.kz/a. or @guide_bot #мамандық a@b.kz"
    _, entities = text_of({"text": text})
    found = [(e["type"], text[e["offset"] : e["offset"] + e["length"]]) for e in entities]
    assert found == [
        ("bot_command", "/start"),
        ("url", "https://enbek.kz/a"),
        ("mention", "@guide_bot"),
        ("hashtag", "#мамандық"),
        ("email", "a@b.kz"),
    ]
