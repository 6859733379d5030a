"""The bot's profile is told only where it differs."""

from dataclasses import replace

import pytest

from bot.edges.telegram import Profile

from .conftest import AIYM, Stage

KAZAKH = Profile("Мамандық", "Жұмысшы мамандықтар туралы", "Мамандық таңда",
                 (("start", "Бастау"), ("help", "Көмек")))  # fmt: skip
RUSSIAN = Profile("Профессия", "О рабочих профессиях", "Выбери профессию",
                  (("start", "Начать"), ("help", "Помощь")))  # fmt: skip
PROFILES = {"": KAZAKH, "kk": KAZAKH, "ru": RUSSIAN}


def changes(stage: Stage) -> list[str]:
    return [call["method"] for call in stage.playground.calls.find() if "set" in call["method"]]


async def test_all_is_told_once(stage: Stage) -> None:
    await stage.edge.open(PROFILES)
    profile = stage.playground.profile
    assert profile.text("name", "ru") == "Профессия"
    assert profile.text("description", "kk") == "Жұмысшы мамандықтар туралы"
    assert profile.text("short_description", "") == "Мамандық таңда"
    assert [each["command"] for each in profile.menu(AIYM, "ru")] == ["start", "help"]
    assert profile.menu_button(None)["type"] == "commands"


async def test_what_is_the_same_is_not_told_again(stage: Stage) -> None:
    await stage.edge.open(PROFILES)
    before = len(changes(stage))
    await stage.another(stage.listener).open(PROFILES)
    assert len(changes(stage)) == before


async def test_only_what_differs_is_told(stage: Stage) -> None:
    await stage.edge.open(PROFILES)
    before = len(changes(stage))
    another = {**PROFILES, "ru": replace(RUSSIAN, about="Другое")}
    await stage.another(stage.listener).open(another)
    assert changes(stage)[before:] == ["setMyShortDescription"]


@pytest.mark.parametrize(
    "more", [{"name": "x" * 65}, {"description": "x" * 513}, {"about": "x" * 121}]
)
def test_too_long_is_refused_before_telegram_does(more: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="at most"):
        replace(RUSSIAN, **more)  # type: ignore[arg-type]
