"""Opening rooms: their handlers are imported when somebody first knocks at one of their doors.

To import all of them takes a third of the time a process needs to begin, and most are for
the few who work at the counselors' desk.
"""

from functools import cache, cached_property, reduce
from importlib import import_module
from typing import Any


class Room:
    """A module of handlers, or one handler in it: named as in an import, imported by a call."""

    def __init__(self, module: str, *names: str) -> None:
        self._module, self._names = module, names

    def __getattr__(self, name: str) -> "Room":
        return Room(self._module, *self._names, name)

    def __call__(self, *given: Any) -> Any:
        return self._behind(*given)

    @cached_property
    def _behind(self) -> Any:
        _lay_tables()
        return reduce(getattr, self._names, import_module(self._module))


def behind(door: Any) -> Any:
    """The handler itself; raises ImportError or AttributeError where there is none."""
    return door._behind if isinstance(door, Room) else door


@cache
def _lay_tables() -> None:
    """Know every table: rows of one point to rows of others, whose rooms nobody may have opened."""
    from db import belonging

    belonging.tables()
