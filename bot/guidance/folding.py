"""Folding: any spelling brought to one Latin skeleton, so that what sounds alike is written alike.

Kazakh letters become the Russian ones people type instead, Cyrillic becomes Latin, the many ways to
write sh, ch, zh, ya in Latin letters become one sign each, doubled letters become one. Names and
queries go through the same fold. Measured in docs/method.md, "Finding by words".
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        **dict(zip("әғқңөұүіһё", "агкноууихе", strict=True)),
        **dict(zip("ıñğöüūäáóúńǵý", "ingouuaaoungu", strict=True)),
        "ş": "sh",
        "ç": "ch",
    }
)
_LATIN = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True)),
        "ж": "zh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ю": "yu",
        "я": "ya",
        "ъ": "",
        "ь": "",
        "'": "",
        "’": "",
        "`": "",
    }
)
# The longest first: `shch` before `sh`.
_SOUNDS = (
    ("shch", "x"),
    ("sch", "x"),
    ("sh", "x"),
    ("ch", "q"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("ts", "c"),
    ("ck", "k"),
    ("ph", "f"),
    ("ya", "a"),
    ("ja", "a"),
    ("yu", "u"),
    ("ju", "u"),
    ("yo", "e"),
    ("ye", "e"),
    ("w", "v"),
    ("y", "i"),
)
_DOUBLE = re.compile(r"(.)\1+")
_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=20_000)
def fold(words: str) -> str:
    """The skeleton of the words: `a-z`, digits and single spaces; idempotent for plain Latin."""
    written = words.lower().translate(_LETTERS).translate(_LATIN)
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", written) if not unicodedata.combining(c)
    )
    for sound, sign in _SOUNDS:
        plain = plain.replace(sound, sign)
    return " ".join(_DOUBLE.sub(r"\1", word) for word in _WORD.findall(plain))
