"""Rows of the table: what was measured, against which bar."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Row:
    """A measured number and its bar; without a bar it is only told."""

    name: str
    measured: float
    sign: Literal[">=", "<=", ""] = ""
    bar: float = 0.0
    unit: str = ""

    @property
    def passed(self) -> bool:
        """Whether the bar holds."""
        if not self.sign:
            return True
        return self.measured >= self.bar if self.sign == ">=" else self.measured <= self.bar

    def __str__(self) -> str:
        verdict = ("PASS" if self.passed else "FAIL") if self.sign else ""
        bar = f"{self.sign} {self.bar:g}" if self.sign else ""
        return f"{self.name:68}{self.measured:9.3f}{self.unit:4}{bar:>9}  {verdict}".rstrip()


Trial = Callable[[float], list[Row]]  # how large the samples are, 1 for the full size
