"""Masking: what would let two people find each other outside is struck out of what they write.

Links, e-mails, @names and names of other messengers, phones and other long numbers, and addresses
of homes, as they are written in Kazakh, Russian and English. Numbers written as words are beyond
its scope. What it strikes out becomes one sign, so that nothing of it can be guessed; rather once
too often than once too few.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Flag = Literal["link", "email", "name", "phone", "address"]

SIGN = "▒▒▒"
SHORTEST = 3  # letters of a name that is struck out wherever it stands
PHONE, LOCAL = 10, 6  # digits of a phone at least; of one written in pairs and threes
TOPS = "kz|ru|com|net|org|me|info|io|app|link|su|biz|site|online|xyz|uz|kg|cc|gg|ly|to|tv|рф|қаз|club|pro|ai|co|uk|de|cn|tr|us|by|ua|page|store|shop|live|top|chat|dev"  # noqa: E501
_LINK = re.compile(
    r"(?:https?|tg|ftp)\s*:\s*/\s*/\s*\S+"
    rf"|(?<![\w@])(?:[\w-]+\s?[.。]\s?)+(?:{TOPS})(?![\w])(?:[/?:#]\S*)?"
    r"|(?<![\w@.])\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\S*)?(?![\w.])",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\s(?:собака|собачка)\s)\s?[\w-]+(?:\s?\.\s?[\w-]+)+",
    re.IGNORECASE,
)
_AT = re.compile(r"[@＠]\s?[\w.]{2,}")
_HANDLE = re.compile(r"(?<![\w])[A-Za-z][A-Za-z0-9.]*_[A-Za-z0-9_.]*|(?<![\w])_[A-Za-z0-9_.]{2,}")
_MESSENGER = (
    r"instagram|insta|inst|инстаграм\w*|инстаграмм\w*|инста\w*|инст|telegram|teleg|телеграм\w*|"
    r"телеграмм\w*|телега|телеге|телегу|тг|tg|whats\s?app|ватсап\w*|вацап\w*|вотсап\w*|уатсап\w*|"
    r"viber|вайбер\w*|tik\s?tok|тик\s?ток\w*|vk|вк|вконтакте|discord|дискорд\w*|snap\s?chat|"
    r"снап\w*|steam|стим\w*|imo|имо|ник|nick|nickname|username|юзернейм|никнейм|логин|login"
)
_ELSEWHERE = re.compile(
    rf"(?<![\w])((?:{_MESSENGER})(?:да|де|та|те|ым|ім|м)?)(\s*[:=—–-]\s*|\s+(?:is|это|мой|моя|my|ник|"
    r"менің|аты|атым)\s+|\s*\(\s*|\s+)([A-Za-z0-9][\w.-]{2,})",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?<![\w])(менің\s+атым(?:-жөнім)?|менің\s+есімім|атым(?:-жөнім)?|есімім|меня\s+зовут|мо[её]\s+"
    r"имя|my\s+name\s+is|my\s+name['’]s|i\s+am\s+called|call\s+me)(\s*[:—–-]?\s*)"
    r"([^\W\d_][\w'’-]+(?:\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w'’-]+){0,2})",
    re.IGNORECASE,
)
_GAP = "[\\s().\\-–—_/\\\\|*~,'’`\"+\ufe0f\u20e3\u2060\u00ad]"
_DIGITS = re.compile(rf"\+?\(?\d(?:{_GAP}{{0,3}}\d){{{LOCAL - 1},}}")
_DAY = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\D{1,3}(?:19|20)\d\d)*")
_MONEY = re.compile(r"[1-9]\d{0,2}(?:[\s\u00a0.,]\d{3}){1,3}")
_PAIRED = re.compile(r"\d{2,3}(?:[-–—]\d{2,3}){2}")
_WORD = r"[«\"“]?[\w.’'-]+[»\"”]?"
_NUMBER = r"(?:№\s?)?\d+[\w/-]*"
_ADDRESS = re.compile(
    "|".join(
        (
            # Russian: ул. Абая, д. 5, кв. 12
            rf"(?<![\w])(?:ул\.|улиц[аеуы]|ул(?=\s+[А-ЯЁӘҒҚҢӨҰҮҺІ])|пр-т|просп\.|проспект[ау]?|"
            rf"переул\w*|пер\.(?=\s*[А-Я])|бульвар\w*|мкр\.?|микрорайон\w*|шоссе)\s*{_WORD}"
            rf"(?:\s+(?!д\.|дом|кв)[А-ЯЁӘҒҚҢӨҰҮҺІ]{_WORD[1:] if False else _WORD}){{0,2}}"
            rf"(?:,?\s*(?:д\.|дом|д)?\s*{_NUMBER})?(?:,?\s*(?:кв\.?|квартира|подъезд)\s*{_NUMBER})?",
            rf"(?<![\w])(?:дом|д\.)\s*{_NUMBER}(?:,?\s*(?:кв\.?|квартира)\s*{_NUMBER})?",
            rf"(?<![\w])(?:кв\.|квартир[аеы])\s*{_NUMBER}",
            # Kazakh: Абай көшесі, 12-үй, 5-пәтер
            rf"(?<![\w]){_WORD}\s+(?:көшесі\w*|көше|даңғылы\w*|шағын\s?аудан\w*|ықшам\s?аудан\w*|"
            rf"бульвары\w*)(?:,?\s*{_NUMBER}(?:\s*үй\w*)?)?(?:,?\s*{_NUMBER}\s*-?\s*пәтер\w*)?",
            r"(?<![\w])\d+[\w/]*\s*-?\s*(?:үй|пәтер)(?:де|ге|і|ім|імде|імге)?(?![\w])",
            rf"(?<![\w])(?:үй|пәтер)\s*{_NUMBER}",
            # English: 12 Abai Street, flat 5
            rf"(?<![\w])(?:\d+\w?,?\s+)?(?:[A-Z][\w’'-]+\s+){{1,3}}(?:[Ss]treet|[Aa]venue|[Rr]oad|"
            rf"[Ll]ane|St\.|Ave\.?|Rd\.)(?:,?\s*{_NUMBER})?",
            rf"(?<![\w])(?:flat|apartment|apt\.?)\s*{_NUMBER}",
        )
    ),
)


@dataclass(frozen=True)
class Masked:
    """What is left of somebody's words, and the kinds of things that were struck out."""

    words: str
    flags: tuple[Flag, ...] = ()


def masked(words: str, *, own: Collection[str] = (), hosts: Collection[str] = ()) -> Masked:
    """The words without anything by which their writer could be found outside.

    `own` are the writer's name and username, struck out wherever they stand, though nobody keeps
    them; links to `hosts`, and to what lies below them, stay.
    """
    found: dict[Flag, None] = {}
    left = _plain(words)
    kept: list[str] = []
    left = _strike(left, _EMAIL, "email", found)
    left = _LINK.sub(lambda link: _linked(link[0], hosts, kept, found), left)
    left = _called(left, own, found)
    left = _strike(left, _AT, "name", found)
    left = _ELSEWHERE.sub(lambda one: _handle(one, found), left)
    left = _strike(left, _HANDLE, "name", found)
    left = _CALLED.sub(lambda one: _name(one, found), left)
    left = _strike(left, _ADDRESS, "address", found)
    left = _DIGITS.sub(lambda digits: _phone(digits[0], found), left)
    return Masked(_put_back(left, kept), tuple(found))


def _plain(words: str) -> str:
    """The words in their widest known letters: full-width and circled digits are digits."""
    return "".join(one if one.isalpha() else _digit(one) for one in words)


def _digit(sign: str) -> str:
    folded = unicodedata.normalize("NFKC", sign)
    if len(folded) == 1 and folded.isdecimal():
        return str(unicodedata.decimal(folded))
    return folded if folded.isascii() and folded.isdecimal() else sign


def _strike(words: str, what: re.Pattern[str], flag: Flag, found: dict[Flag, None]) -> str:
    def struck(_: re.Match[str]) -> str:
        found[flag] = None
        return SIGN

    return what.sub(struck, words)


def _linked(link: str, hosts: Collection[str], kept: list[str], found: dict[Flag, None]) -> str:
    """A link that may stay is laid aside, so that nothing of it is taken for a phone."""
    if hosts and is_allowed(link, hosts):
        kept.append(link)
        return f"\0{chr(0xE000 + len(kept))}"
    found["link"] = None
    return SIGN


def _put_back(words: str, kept: list[str]) -> str:
    for number, link in enumerate(kept, 1):
        words = words.replace(f"\0{chr(0xE000 + number)}", link)
    return words


def is_allowed(link: str, hosts: Iterable[str]) -> bool:
    """Whether a link leads by http to one of these hosts, or below it."""
    found = re.fullmatch(r"(?:https?://)?([\w.-]+)(?:[/?#]\S*)?", link.strip(), re.IGNORECASE)
    host = found[1].lower().removeprefix("www.").rstrip(".") if found else ""
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def _called(words: str, own: Collection[str], found: dict[Flag, None]) -> str:
    """The writer's own names, with the endings they are given."""
    for pattern in _names(frozenset(own)):
        words = _strike(words, pattern, "name", found)
    return words


@lru_cache(maxsize=256)
def _names(own: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    parts = {part for name in own for part in (name, *name.split()) if len(part) >= SHORTEST}
    longest_first = sorted(parts, key=lambda part: (-len(part), part))
    return tuple(re.compile(rf"\w*{re.escape(part)}\w*", re.IGNORECASE) for part in longest_first)


def _handle(one: re.Match[str], found: dict[Flag, None]) -> str:
    """A name in another messenger; a plain English word after a space is none."""
    said, between, handle = one.groups()
    english = said.isascii() and not between.strip() and handle.isalpha() and handle.islower()
    if english or handle == SIGN:
        return one[0]
    found["name"] = None
    return f"{said}{between}{SIGN}"


def _name(one: re.Match[str], found: dict[Flag, None]) -> str:
    found["name"] = None
    return f"{one[1]}{one[2]}{SIGN}"


def _phone(digits: str, found: dict[Flag, None]) -> str:
    """Struck out, unless it is a day, years, or a sum of money."""
    many = sum(one.isdecimal() for one in digits)
    bare = digits.strip(" ().,-–—")
    paired = _PAIRED.fullmatch(bare) and not _YEARS.fullmatch(bare)
    if not paired and (many < PHONE or _is_innocent(bare)):
        return digits
    found["phone"] = None
    return SIGN


def _is_innocent(digits: str) -> bool:
    rest = _DAY.sub("", digits)
    many = sum(one.isdecimal() for one in rest)
    return many < LOCAL or bool(_YEARS.fullmatch(rest.strip()) or _MONEY.fullmatch(rest.strip()))
