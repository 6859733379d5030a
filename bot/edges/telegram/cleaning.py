"""Cleaning: what people type, without what no database or reader could bear.

Nothing visible is lost, and nothing is judged here.
"""

import re
import unicodedata

LONGEST = 4096
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_SURROGATE = "\ud800-\udfff"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u2060-\u2064\ufeff"
_EMOJI = "\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff"
# A joiner stays between two emoji, where it makes a family of them; anywhere else it only hides.
_STRAY = re.compile(
    f"[{_CONTROL}{_SURROGATE}{_DIRECTION}{_INVISIBLE}]|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])"
)


def clean(text: str, longest: int = LONGEST) -> str:
    """The text in its normal form, fit to keep and to show."""
    plain = text if text.isascii() and text.isprintable() else _rid(text)
    return plain[:longest]


def _rid(text: str) -> str:
    return unicodedata.normalize("NFC", _STRAY.sub("", text[: 4 * LONGEST].replace("\r\n", "\n")))
