"""Mistakes: what is wrong, where it stands, and what was probably meant."""

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 60  # letters of a wrong value that are worth repeating


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a file."""

    file: str
    line: int
    column: int
    value: str
    says: str

    @property
    def where(self) -> str:
        """The place, as an editor opens it."""
        return f"{self.file}:{self.line}:{self.column}"

    def __str__(self) -> str:
        shown = f" (it says {self.value[:SHOWN]!r})" if self.value else ""
        return f"{self.where}: {self.says}{shown}"


class Mistaken(ValueError):
    """The content cannot be used; `mistakes` says why, all at once."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = sorted(mistakes, key=lambda m: (m.file, m.line, m.column))
        super().__init__("\n".join(map(str, self.mistakes)))
