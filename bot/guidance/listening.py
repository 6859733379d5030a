"""Listening: whether words that belong together stand near one another in a text, however spelt.

A saying is parts joined by ` + `: each part is a few words side by side, the parts stand within
`WIDTH` words, in any order. A word that ends with a star stands for all that begin so; `<die>` is
each of the words and phrases of that meaning. Words are compared folded; in longer ones the vowels
that sound alike unstressed are one, and one letter may be wrong, unless `=` stands before the word.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product, takewhile

from rapidfuzz.distance import Levenshtein

from bot.guidance.folding import fold

WIDTH = 8  # words a saying may take up, those between its parts counted
SOUNDING = 5  # letters at least of a word in which vowels may be others
SLIPPING = 7  # letters at least of a word in which one may be wrong
REMEMBERED = 2048  # words, apart from whoever said them: people say the same ones
_TO_BE = re.compile(
    r"\bбы(?:ть|ла?|ло|ли)\b|\bby(?:t|la?|lo|li)\b", re.IGNORECASE
)  # folds like "beat"
_SOUNDS = str.maketrans("oe", "ai")
Words = tuple[str, ...]
Span = tuple[int, int]  # from this word up to that one
Learned = dict[str, list[Words]]  # sayings as their parts, by the first of these
Spans = Mapping[str, Sequence[Span]]  # where parts of sayings stand, in order


def spoken(text: str) -> list[str]:
    """The folded words of a text, as sayings are compared with them."""
    return fold(_TO_BE.sub(" ", text)).split()


class Sayings:
    """Sayings of one language to listen for, and those that take words away from them."""

    def __init__(
        self,
        sayings: Iterable[str],
        unless: Iterable[str] = (),
        among: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._among = among or {}
        self._starts: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        self._parts: set[str] = set()
        self._sayings, self._unless = self._learned(sayings), self._learned(unless)
        every = (words for starts in self._starts.values() for words, _ in starts)
        self._stems = _Stems({stem for words in every for stem in words})

    def heard(self, words: Sequence[str]) -> list[str]:
        """The sayings these `spoken` words hold; what belongs to an `unless` is passed over."""
        spans = self._spans(words)
        past = {at for _, span in _told(self._unless, spans) for at in range(*span)}
        left = {
            part: [one for one in found if past.isdisjoint(range(*one))]
            for part, found in spans.items()
        }
        return list(dict.fromkeys(" + ".join(parts) for parts, _ in _told(self._sayings, left)))

    def _learned(self, sayings: Iterable[str]) -> Learned:
        """The parts of each saying, by the first; each is known by its first words from now on."""
        learned: Learned = defaultdict(list)
        for parts in (tuple(saying.split(" + ")) for saying in dict.fromkeys(sayings)):
            learned[parts[0]].append(parts)
            for part in {*parts} - self._parts:
                self._parts.add(part)
                for words in {*self._meant(part)}:
                    self._starts[words[0]].append((words, part))
        return learned

    def _meant(self, part: str) -> Iterator[Words]:
        """Each way to say a part, its meanings replaced by their words."""
        ways = [self._ways(word) for word in part.split()]
        return (tuple(stem for each in way for stem in each) for way in product(*ways))

    def _ways(self, word: str) -> list[Words]:
        if not word.startswith("<"):
            *first, last = fold(word.removesuffix("*")).split()  # two where there is a hyphen
            return [(*first, "=" * word.startswith("=") + last + "*" * word.endswith("*"))]
        return [way for said in self._among[word[1:-1]] for way in self._meant(said)]

    def _spans(self, words: Sequence[str]) -> dict[str, list[Span]]:
        """Where each part stands among the words."""
        spans: dict[str, list[Span]] = defaultdict(list)
        fitting = list(map(self._stems.fitting, words))
        for at, stems in enumerate(fitting):
            for known, part in {one for stem in stems for one in self._starts.get(stem, ())}:
                end = at + len(known)
                if end <= len(fitting) and all(map(frozenset.__contains__, fitting[at:end], known)):
                    spans[part].append((at, end))
        return spans


def _told(learned: Learned, spans: Spans) -> Iterator[tuple[Words, Span]]:
    """The sayings all of whose parts stand near one another, with each place of a part."""
    for parts in (parts for part in spans for parts in learned.get(part, ())):
        yield from ((parts, span) for span in _near(parts, spans))


def _near(parts: Words, spans: Spans) -> Iterator[Span]:
    """Every place of a part, where all the parts stand near one another."""
    found = [spans.get(part, ()) for part in parts]
    for start in {at for each in found for at, _ in each} if all(found) else ():
        near = [list(_within(each, start)) for each in found]
        if all(near):
            yield from (one for each in near for one in each)


def _within(spans: Sequence[Span], start: int) -> Iterator[Span]:
    rest = spans[bisect_left(spans, (start,)) :]
    return takewhile(lambda span: span[1] <= start + WIDTH, rest)


class _Stems:
    """Folded words and stems, and which of them a typed word may be."""

    def __init__(self, stems: set[str]) -> None:
        self._plain = frozenset(stems)
        self._sounding: dict[str, list[str]] = defaultdict(list)
        self._slipping: dict[str, list[str]] = defaultdict(list)
        for stem in (one for one in stems if not one.startswith("=")):
            letters = len(stem.removesuffix("*"))
            if letters >= SOUNDING:
                self._sounding[stem.translate(_SOUNDS)].append(stem)
            if letters >= SLIPPING:
                self._slipping[stem[0]].append(stem)
        self.fitting: Callable[[str], frozenset[str]] = lru_cache(REMEMBERED)(self._fitting)

    def _fitting(self, word: str) -> frozenset[str]:
        """The stems this folded word may be; x is how people write the Russian х, too."""
        found = self._spelt(word)
        return frozenset(found | self._spelt(word.replace("x", "h")) if "x" in word else found)

    def _spelt(self, word: str) -> set[str]:
        beginnings = [word, *(f"{word[:end]}*" for end in range(1, len(word) + 1))]
        sounds = [one.translate(_SOUNDS) for one in beginnings]
        found = set(self._plain.intersection([*beginnings, *(f"={one}" for one in beginnings)]))
        found.update(one for sound in sounds for one in self._sounding.get(sound, ()))
        if len(word) >= SLIPPING - 1:
            found.update(one for one in self._slipping.get(word[0], ()) if _slipped(one, word))
        return found


def _slipped(stem: str, word: str) -> bool:
    """Whether the word is this one, or begins so, but for one letter."""
    if not stem.endswith("*"):
        return Levenshtein.distance(stem, word, score_cutoff=1) <= 1
    letters = len(stem) - 1
    begun = {word[: letters + more] for more in (-1, 0, 1)}
    return any(Levenshtein.distance(stem[:-1], one, score_cutoff=1) <= 1 for one in begun)
