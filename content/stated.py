"""What a sentence states: its figures, in the ways three languages write them, and names in it."""

import re
from collections.abc import Iterable, Iterator

from content.kinds import LANGUAGES, Language, Text, Thing
from content.stories import fold, folded

# A number, its thousands apart as the language has it, and the word that multiplies it.
_TAIL = r"(?:\s*(?P<times>{times})\w*)?"
_DIGITS = {
    "en": r"(?<![\w.,])(?P<n>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)",
    "ru": r"(?<![\w.,])(?P<n>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)",
}
_TIMES: dict[Language, dict[str, int]] = {
    "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9},
    "ru": {"тыс": 10**3, "млн": 10**6, "миллион": 10**6, "млрд": 10**9, "миллиард": 10**9},
    "kk": {"мың": 10**3, "млн": 10**6, "миллион": 10**6, "млрд": 10**9, "миллиард": 10**9},
}
_WORDS: dict[Language, tuple[str, ...]] = {
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "ru": (
        "дв(?:а|е|ух|ум|умя|ое)", "тр(?:и|ех|ем|емя|ое)", "четыр(?:е|ех|ем|ьмя)|четверо",
        "пят(?:ь|и|ью|еро)", "шест(?:ь|и|ью|еро)", "сем(?:ь|и|ью|еро)",
        "восемь|восьм(?:и|ью|еро|ерых)", "девят(?:ь|и|ью)", "десят(?:ь|и|ью)",
    ),
    "kk": tuple(
        f"{word}(?:і|еуі|еу|нің|тің|дің|ден|тен|нен|сы|сі|де|те|ге|ке|ті|ді|інің)?"
        for word in ("екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
    ),
}  # fmt: skip
_RANGE = r"(?:\s*(?:-|to|до|от|ден|тен)\s*)"
_ORDINAL = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
    "ru": "перв втор треть четверт пят шест седьм восьм девят десят",
    "kk": "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші",
}
LEGAL = {"тоо", "ао", "жшс", "ақ", "llp", "jsc"}
ADDED = re.compile(
    "[дт][ае](?:[ғг][ыі]|н)?|[ндт][ыі]ң?|[ғқ]а|[гк]е|н[ае]н|л[ыі][қк]|[мпб]ен|[is]|[ауоеыи]|о[мй]|ами?|ах"
)
FOREIGN = re.compile("[a-zәғқңөұүһі]")  # a name that does not bend as Russian names do


def figures(text: str, language: Language) -> set[float]:
    """The numbers of a text: 5 436, 5,436 and 5436 alike; 3,5 тыс. is 3500; five is 5."""
    folded_text = fold(text)
    return {*_digits(folded_text, language), *_worded(folded_text, language)}


def ordinals(text: str, language: Language) -> set[float]:
    """The numbers a text says as `first` or `fourth`."""
    ending = "(?:ый|ий|ой|ая|ое|ье|ого|его|ому|ем|ом|ую|ые|ых)" if language == "ru" else r"\w*"
    words = enumerate(_ORDINAL[language].split(), start=1)
    return {float(n) for n, word in words if re.search(rf"(?<!\w){word}{ending}(?!\w)", fold(text))}


def _digits(text: str, language: Language) -> Iterator[float]:
    times = _TIMES[language]
    number = _DIGITS["en" if language == "en" else "ru"]
    pattern = re.compile(number + _TAIL.format(times="|".join(times)))
    found = [(hit, _value(hit["n"], language), hit["times"]) for hit in pattern.finditer(text)]
    for place, (hit, value, many) in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        if not many and after and re.fullmatch(_RANGE, text[hit.end() : after[0].start()]):
            many = after[2]  # in "1 to 1.2 million" both are millions
        yield round(value * times.get(many or "", 1), 6)


def _value(digits: str, language: Language) -> float:
    plain = re.sub(r"[ \u00a0\u202f]", "", digits)
    return float(plain.replace(",", "") if language == "en" else plain.replace(",", "."))


def _worded(text: str, language: Language) -> Iterator[float]:
    times = _TIMES[language]
    for value, word in enumerate(_WORDS[language], start=2):
        tail = _TAIL.format(times="|".join(times))
        for hit in re.finditer(rf"(?<!\w)(?:{word})(?!\w){tail}", text):
            yield float(value * times.get(hit["times"] or "", 1))


def names(thing: Thing) -> list[str]:
    """All names a thing goes by."""
    own = [text[language] for text in (thing.name, thing.short) if text for language in LANGUAGES]
    return [
        *own,
        *(name for language in LANGUAGES for name in getattr(thing.other_names, language)),
    ]


def named(thing: Thing, text: str) -> bool:
    """Whether the text names the thing, in whatever case."""
    words = folded(text)
    return any(_stands(_bare(name), words) for name in names(thing))


def named_in(thing: Thing, texts: Iterable[Text]) -> bool:
    """Whether a text names it in any language; by-names in small letters do not count."""
    proper = [_bare(name) for name in names(thing) if name[:1].isupper()]
    said = [folded(text[language]) for text in texts for language in LANGUAGES]
    return any(_stands(name, words) for name in proper for words in said)


def _bare(name: str) -> list[str]:
    """The words of a name without its legal form."""
    return [word for word in folded(name) if word not in LEGAL]


def _stands(name: list[str], words: list[str]) -> bool:
    """Whether the words of a name stand in a row; endings may differ."""
    if not name or max(map(len, name)) < 3:
        return False
    windows = (words[start : start + len(name)] for start in range(len(words) - len(name) + 1))
    return any(all(map(_akin, name, window)) for window in windows)


def _akin(name: str, word: str) -> bool:
    """The same word, but for an ending: added in Kazakh, changed in Russian."""
    if name == word:
        return True
    if len(name) > 3 and word.startswith(name) and ADDED.fullmatch(word, len(name)):
        return True
    if name[-1] in "йь" and re.fullmatch(f"{name[:-1]}[аеиюя]м?", word):
        return True
    stem = name[: len(name) - 1 - (len(name) > 7)]
    bends = len(name) > 5 and not FOREIGN.search(name)
    return bends and word.startswith(stem) and len(word) <= len(name) + 3
