"""Saved articles: which file is whose, where the story begins, and its paragraphs by number.

A saved page has furniture around the story. An article says in `begins` with which words its story
begins; from there, every block of text between blank lines is a paragraph, captions too.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from content.catalogue import Article

BLANK = re.compile(r"\n[ \t\r\u00a0]*\n")
SAME = str.maketrans({"ё": "е", "Ё": "Е", "\u00a0": " ", "\u202f": " ", "–": "-", "—": "-"})
WORDS = re.compile(r"[^\W_]+", re.UNICODE)
READABLE = (".txt", ".md", ".text", "")
LARGEST = 2_000_000

Story = tuple[str, ...]


def stories(folder: Path, articles: Iterable[Article]) -> dict[str, Story]:
    """The paragraphs of each article whose text lies in the folder, by the article's slug."""
    texts = {path.name: read(path) for path in sorted(folder.iterdir()) if _readable(path)}
    found = {article.slug: _story(article, texts) for article in articles}
    return {slug: story for slug, story in found.items() if story}


def _readable(path: Path) -> bool:
    small = path.is_file() and path.stat().st_size <= LARGEST
    return small and path.suffix.lower() in READABLE and not path.name.startswith(".")


def read(path: Path) -> str:
    """The file's words; what is no UTF-8 in it is of no use anyway."""
    return path.read_text("utf-8", "replace").replace("\r\n", "\n")


def _story(article: Article, texts: Mapping[str, str]) -> Story:
    """A file that is named after the article comes first, then any that holds its beginning."""
    named = sorted(texts, key=lambda name: not name.startswith(article.slug))
    for name in named:
        if (start := beginning(texts[name], article.begins or "")) is not None:
            return paragraphs(texts[name][start:])
    return ()


def beginning(text: str, begins: str) -> int | None:
    """Where these words stand in a row, whatever signs and spaces stand between them."""
    wanted = folded(begins)
    found = [(word.start(), fold(word.group())) for word in WORDS.finditer(text)]
    for number in range(len(found) - len(wanted) + 1 if wanted else 0):
        if [word for _, word in found[number : number + len(wanted)]] == wanted:
            return found[number][0]
    return None


def paragraphs(text: str) -> Story:
    """The blocks of text between blank lines."""
    return tuple(block.strip() for block in BLANK.split(text) if block.strip())


def folded(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [fold(word) for word in WORDS.findall(text)]


def fold(word: str) -> str:
    """A word as it is compared: small letters, and one letter where two look the same."""
    return word.translate(SAME).lower()
