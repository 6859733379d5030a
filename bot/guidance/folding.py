"""Folding: any spelling brought to one Latin skeleton, so that what sounds alike is written alike.

Kazakh letters become the Russian ones people type instead, Cyrillic becomes Latin, the many ways to
write sh, ch, zh, ya in Latin letters become one sign each, doubled letters become one. Names and
queries go through the same fold. Measured in docs/method.md, "Finding by words".
"""

import re
import unicodedata

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
        **dict.fromkeys("ъь'’‘ʼ`´"),
    }
)
# The longest first: `shch` before `sh`. Ch and ts share a sign, so that `mechanic` is `mecanic`;
# q is the Kazakh қ.
_SOUNDS = (
    ("shch", "x"),
    ("sch", "x"),
    ("sh", "x"),
    ("ch", "c"),
    ("ts", "c"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("ck", "k"),
    ("ph", "f"),
    ("ya", "a"),
    ("yu", "u"),
    ("yo", "e"),
    ("ye", "e"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
)
_DOUBLE = re.compile(r"(.)\1+")
_WORD = re.compile(r"[a-z0-9]+")
_SILENT = ("Mn", "Cf")  # marks over letters, and signs of no width


def fold(words: str) -> str:
    """The skeleton of the words: `a-z`, digits and single spaces; of anything else, nothing."""
    written = words.lower().translate(_LETTERS).translate(_LATIN)
    if not written.isascii():
        plain = unicodedata.normalize("NFKD", written)
        written = "".join(c for c in plain if unicodedata.category(c) not in _SILENT).lower()
    for sound, sign in _SOUNDS:
        written = written.replace(sound, sign)
    return " ".join(_WORD.findall(_DOUBLE.sub(r"\1", written)))
