"""A verdict: what was counted, what it may be at most, and the one line that says so."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Size:
    """How much is told, how often something is killed or restarted, and where things may lie."""

    folder: Path
    updates: int
    kills: int


@dataclass(frozen=True)
class Verdict:
    """One thing counted; `most` is the goal."""

    name: str
    value: float
    most: float = 0
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether the goal is met."""
        return self.value <= self.most

    def __str__(self) -> str:
        end = f"  ({self.detail})" if self.detail else ""
        return f"{self.name} {self.value:g} {self.most:g} {'PASS' if self.holds else 'FAIL'}{end}"


Check = Callable[[Size], AsyncIterator[Verdict]]
