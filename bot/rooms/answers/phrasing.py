"""Phrasing: an answer said in other words, where a language model is switched on."""

from collections.abc import Callable
from functools import partial
from typing import Any

from bot.guidance.answers.phrasing import keeps_to, names_of
from bot.guidance.masking import masked
from bot.turn import Turn


def phrased(facts: str, turn: Turn) -> str:
    """The answer to what was typed in other words, which tell nothing else; often nothing."""
    if turn.phrase is None or turn.thoughts is None or not _asks(turn.words):
        return ""
    asked = masked(turn.words, own=turn.own).words
    work: Callable[[], Any] = partial(turn.phrase, asked, facts, turn.language)
    words: str = turn.think(f"phrased {facts}", work)
    return words if keeps_to(facts, words, turn.language, names_of(turn.catalogue)) else ""


def _asks(words: str) -> bool:
    return bool(words) and not words.startswith("/")
