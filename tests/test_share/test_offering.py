"""What the bot offers in other chats: `@bot welder`."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.rooms.share.offering import offered
from content.atlas import Catalogue
from content.kinds import LANGUAGES, Thing
from db import heard, people
from tests.chat import Chat
from tests.wire import House

BOT = "guide_bot"


def titles(words: str, catalogue: Catalogue) -> list[str]:
    """The paths offered for words."""
    return [one.path for one in offered(words, catalogue, BOT)]


async def asked(chat: Chat, words: str) -> dict[str, Any]:
    """The answer to words typed after the bot's name in some chat."""
    playground = chat.playground
    query = playground.ask(chat.number, words)["query_id"]
    found = playground.queries.find(query)
    assert found is not None
    await playground.until(lambda: found.answer)
    return {**(found.answer or {}), "query": query}


# --- which things ---


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("дәнекерлеуші", "professions/welder"),
        ("данекерлеуши", "professions/welder"),
        ("danekerleushi", "professions/welder"),
        ("сварщик", "professions/welder"),
        ("сворщик", "professions/welder"),
        ("svarshik", "professions/welder"),
        ("welder", "professions/welder"),
        ("weldr", "professions/welder"),
        ("казцинк", "employers/kazzinc"),
        ("kazzinc", "employers/kazzinc"),
        ("дуальное обучение", "programmes/dual-training"),
        ("дуалды оқыту", "programmes/dual-training"),
        ("колледж әділет", "colleges/adilet"),
        ("Adilet College", "colleges/adilet"),
    ],
)
def test_the_likeliest_thing_is_offered_first(words: str, path: str, catalogue: Catalogue) -> None:
    assert titles(words, catalogue)[0] == path


def test_without_words_six_professions_of_six_directions_are_offered(catalogue: Catalogue) -> None:
    paths = titles("", catalogue)
    found = [catalogue.profession(path.partition("/")[2]) for path in paths]
    assert len({one.direction for one in found}) == len(paths) == 6
    assert titles("  ", catalogue) == paths


def test_a_place_offers_the_colleges_and_employers_there(catalogue: Catalogue) -> None:
    paths = titles("Костанай", catalogue)
    assert "colleges/kostanay-construction" in paths
    assert "employers/allur" in paths
    assert len(paths) <= 10


def test_a_kind_offers_ten_of_it(catalogue: Catalogue) -> None:
    paths = titles("колледж", catalogue)
    assert len(paths) == 10
    assert {path.partition("/")[0] for path in paths} == {"colleges"}


@pytest.mark.parametrize(
    "words",
    [
        "🙂🙂🙂",
        "жщпкмвш",
        "\u200b\u202e",
        "' OR 1=1 --",
        "<b></b>",
        "ا" * 256,
        "x" * 4096,
        "0" * 256,
    ],
)
def test_words_that_mean_nothing_do_no_harm(words: str, catalogue: Catalogue) -> None:
    assert len(offered(words, catalogue, BOT)) <= 10


def test_every_thing_can_be_sent_by_its_own_share_button(catalogue: Catalogue) -> None:
    """What the button types finds the thing, in the language it was tapped in."""
    missed = []
    for kind in ("professions", "colleges", "employers", "programmes"):
        for thing in catalogue.every(kind, Thing):
            for language in LANGUAGES:
                found = offered(f"{thing.label[language]} {language}", catalogue, BOT)
                if not found or found[0].path != f"{kind}/{thing.slug}":
                    missed.append(f"{kind}/{thing.slug} {language}")
    assert missed == []


# --- in which language ---


@pytest.mark.parametrize(
    ("words", "languages"),
    [
        ("дәнекерлеуші", ["kk"]),
        ("сварщик", ["ru"]),
        ("svarshik", ["ru"]),
        ("welder", ["en"]),
        ("токарь", ["kk", "ru"]),
        ("фотограф", ["kk", "ru"]),
        ("токарь kk", ["kk"]),
        ("welder ru", ["ru"]),
        ("ru", ["ru"]),
        ("", ["kk", "ru", "en"]),
    ],
)
def test_a_card_speaks_the_language_of_the_words(
    words: str, languages: list[str], catalogue: Catalogue
) -> None:
    assert list(offered(words, catalogue, BOT)[0].languages) == languages


# --- through Telegram ---


@pytest.mark.asyncio(loop_scope="session")
async def test_a_card_is_sent_into_a_chat(parent: Chat, house: House) -> None:
    answer = await asked(parent, "сварщик")
    assert (answer["cache_time"], answer["is_personal"]) == (300, False)
    first = answer["results"][0]
    assert first["title"] == "Сварщик"
    assert first["description"].startswith("Плавит края")
    parent.playground.choose(parent.number, answer["query"], first["id"])
    sent = parent.playground.last(parent.number)
    assert sent["text"].startswith("Сварщик\nПлавит края")
    assert "📰" in sent["text"]
    link = sent["reply_markup"]["inline_keyboard"][0][0]["url"]
    assert link == f"https://t.me/{house.conversation.bot}?start=p_welder"


@pytest.mark.asyncio(loop_scope="session")
async def test_everybody_is_offered_the_same(pupil: Chat, parent: Chat, reader: Chat) -> None:
    for words in ("", "токарь", "колледж"):
        pupils, parents, readers = [
            (await asked(chat, words))["results"] for chat in (pupil, parent, reader)
        ]
        assert pupils == parents == readers != []


@pytest.mark.asyncio(loop_scope="session")
async def test_nothing_is_kept_of_who_asked(house: House, pupil: Chat) -> None:
    await asked(pupil, "сварщик")
    assert await house.store.do(_kept) == 0


def _kept(session: Session) -> int:
    tables = (people.Person, heard.Told, heard.Aside)
    return sum(session.scalar(select(func.count()).select_from(one)) or 0 for one in tables)


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("words", ["🙂", "\u200b\u202e", "x" * 256, "<b>'; DROP TABLE people"])
async def test_any_words_are_answered_with_a_way_into_the_bot(pupil: Chat, words: str) -> None:
    answer = await asked(pupil, words)
    assert answer["button"]["start_parameter"] == "home"
    assert len(answer["button"]["text"]) <= 64
    calls = pupil.playground.calls.find(method="answerInlineQuery")
    assert {call["status"] for call in calls} == {200}


@pytest.mark.asyncio(loop_scope="session")
async def test_asking_does_not_lead_away_from_where_one_is(pupil: Chat) -> None:
    await pupil.starts("p_welder")
    await asked(pupil, "повар")
    await pupil.sends("sticker")
    assert "Дәнекерлеуші" in pupil.text
