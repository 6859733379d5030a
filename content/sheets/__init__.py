"""The catalogue in a spreadsheet and back: nothing lost, the same checks, only changes written."""

from content.sheets.bringing import bring
from content.sheets.writing import export

__all__ = ["bring", "export"]
