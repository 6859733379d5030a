"""The parameters of every method are exactly those of the Bot API, as aiogram models them."""

import aiogram.methods
import pytest

from bot.playground.api.answers import ANSWERS
from bot.playground.api.methods import METHODS


def test_every_method_has_an_answer() -> None:
    assert METHODS.keys() == ANSWERS.keys()


@pytest.mark.parametrize("method", METHODS)
def test_parameters_are_those_of_the_bot_api(method: str) -> None:
    model = getattr(aiogram.methods, method[0].upper() + method[1:], None)
    if model is None:
        pytest.skip(f"aiogram does not know {method}")
    assert METHODS[method].keys() == set(model.model_fields)


@pytest.mark.parametrize("method", METHODS)
def test_what_telegram_insists_on_aiogram_insists_on(method: str) -> None:
    model = getattr(aiogram.methods, method[0].upper() + method[1:])
    insists = {name for name, field in model.model_fields.items() if field.is_required()}
    ours = {name for name, parameter in METHODS[method].items() if parameter.required}
    assert ours == insists
