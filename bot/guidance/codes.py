"""Codes of classes and of children: signs that look alike to nobody, and are on every keyboard.

Each letter is written the same in Latin and in Cyrillic, so that a code is typed on any keyboard;
no sign looks like another. A letter and a digit are in every code: no word and no number is one.
"""

import re
from random import Random

LETTERS, DIGITS = "ACEHKMPTXY", "34679"
LENGTH, LONGER = 6, 8  # of a class, which is written on a board; of a child, which is not guessed
_LATIN = str.maketrans("АСЕНКМРТХУЗ", "ACEHKMPTXY3")
_CODE = re.compile(f"[{LETTERS}{DIGITS}]+")


def codes(chance: Random, many: int = 5, length: int = LENGTH) -> list[str]:
    """Some codes, of which the first that is free will do."""
    return [_code(chance, length) for _ in range(many)]


def _code(chance: Random, length: int) -> str:
    """One code; a letter and a digit are put in, wherever that may be."""
    signs = [chance.choice(LETTERS), chance.choice(DIGITS)]
    signs += chance.choices(LETTERS + DIGITS, k=length - len(signs))
    chance.shuffle(signs)
    return "".join(signs)


def code_in(words: str, length: int = LENGTH) -> str:
    """The code of this length that was typed, as it is kept; nothing where the words are none."""
    typed = re.sub(r"[\s-]", "", words).upper().translate(_LATIN)
    signs = _CODE.fullmatch(typed) and len(typed) == length
    return typed if signs and not typed.isalpha() and not typed.isdecimal() else ""
