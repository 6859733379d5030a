"""Words are read strictly: nothing passes that Telegram would refuse, or that leads elsewhere."""

import random

import pytest

from bot.guidance.markup import Broken, payload, read, strange
from bot.playground.html import parse
from bot.playground.refusals import Refused

WHOLE = [
    'Ертең <b>кездесу</b>: <a href="https://enbek.kz/kk">тізім</a> &amp; <i>жоспар</i>',
    "Приходите <b>завтра <i>в 15:00</i></b>, кабинет 12 &lt;второй этаж&gt; 🎓",
    '<a href="https://t.me/guide_bot?start=p_welder"><b>Welder</b></a>: 5 &#43; 3 places',
]
PIECES = ["<b>", "</b>", "<i>", "</a>", "<a>", '<a href="', '">', "<", ">", "&", "&lt", "&#0;",
          "🎓", "</", "<u>", "<script>", "&#55357;", "\0", "{{ 7*7 }}", "<tg-emoji>", "<B>", "'", 
          "\ud83d", '<a href="x" b="">', "<b", "/>", "</ b>", "<!-- -->", "&#1114112;"]  # fmt: skip
HOSTS = {"enbek.kz", "gov.kz"}


def mutated(chance: random.Random) -> str:
    """A whole text after a few accidents."""
    text = chance.choice(WHOLE)
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.choices(range(len(text) + 1), k=2))
        cut = text[at : min(to, at + 6)]
        text = (
            text[:at] + chance.choice([chance.choice(PIECES), "", cut * 2]) + text[at + len(cut) :]
        )
    return text


def test_of_ten_thousand_mutated_texts_none_passes_that_telegram_refuses() -> None:
    """F57: refused before it begins, by a parser of our own."""
    chance, passed, wrong = random.Random(7), 0, []
    for _ in range(10_000):
        text = mutated(chance)
        try:
            written = read(text)
        except Broken:
            continue
        passed += 1
        try:
            plain, _ = parse(text)
        except Refused as refused:
            wrong.append((text, str(refused)))
            continue
        wrong += [(text, plain)] if plain != written.plain else []
    assert wrong == []
    assert 500 < passed < 9_500


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_whole_passes(text: str) -> None:
    assert read(text).plain == parse(text)[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<b>no end", "broken"),
        ("<b>crossed <i>tags</b></i>", "broken"),
        ("5 < 6", "broken"),
        ("<u>underlined</u>", "tags"),
        ("<script>x</script>", "tags"),
        ('<a href="https://enbek.kz" onclick="x">y</a>', "tags"),
        ("<b> </b>", "empty"),
        ("", "empty"),
    ],
)
def test_what_is_not_whole_is_refused(text: str, kind: str) -> None:
    with pytest.raises(Broken) as refused:
        read(text)
    assert refused.value.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://evil.example">enbek.kz</a>',
        '<a href="https://enbek.kz">https://evil.com</a>',
        '<a href="https://enbek.kz@evil.com/">x</a>',
        '<a href="https://evil.com\\.enbek.kz">x</a>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="tg://user?id=1">x</a>',
        '<a href="https://notenbek.kz">x</a>',
        '<a href="https://enbek.kz.evil.com">x</a>',
        "Пишите на сайт evil.com сегодня",
        "кіріңіз: сайт.рф",
        "write to @stranger_bot",
        "t.me/stranger_bot",
    ],
)
def test_a_link_nobody_has_looked_at_is_found(text: str) -> None:
    assert strange(read(text).links, HOSTS, "guide_bot") != []


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://www.enbek.kz/atlas?x=1#y">x</a>',
        '<a href="http://college.gov.kz">x</a>',
        "на сайте enbek.kz и edu.gov.kz, в файле план.pdf и list.pdf",
        "23.11.2026 в 15.00, т.е. завтра. Ждём",
        "t.me/guide_bot?start=p_welder",
    ],
)
def test_a_link_that_is_known_passes(text: str) -> None:
    assert strange(read(text).links, HOSTS, "guide_bot") == []


def test_a_link_to_the_bot_tells_what_it_asks_for() -> None:
    assert payload("https://t.me/guide_bot?start=p_welder", "guide_bot") == "p_welder"
    assert payload("https://enbek.kz/?start=p_welder", "guide_bot") is None


def test_length_is_counted_as_telegram_counts() -> None:
    assert read("<b>🎓a</b>&amp;").units == 4
