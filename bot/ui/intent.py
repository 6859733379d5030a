"""Intents: everything a person can ask, small enough for a button, a link and a command.

A packed intent is its code, then its values: `save-welder`, `browse-engineering_2`. A deep link may
also be written with the intent's short letter: `p_welder`. A code is forever, for it already sits
on buttons in people's chats.
"""

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import (
    Any,
    ClassVar,
    Literal,
    Self,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

LARGEST = 64  # bytes of a button's data, and letters of a deep link's payload
_WORD = re.compile(r"[A-Za-z0-9-]*")
_PACKED = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NUMBER = re.compile(r"0|[1-9]\d{0,8}")


class Unreadable(ValueError):
    """No intent is written like this: an old, damaged or forged button or link."""


@dataclass_transform(frozen_default=True)
class Intent:
    """One thing a person can ask. Its fields are words of `a-z0-9-`, whole numbers or choices.

    `act` marks one that changes something: it is done where one stands, and is no place itself.
    `attach` marks one that, awaited, takes photos and documents too.
    """

    code: ClassVar[str]
    link: ClassVar[str | None]
    act: ClassVar[bool]
    attach: ClassVar[bool]
    _names: ClassVar[tuple[str, ...]]
    _by_code: ClassVar[dict[str, type["Intent"]]] = {}
    _by_link: ClassVar[dict[str, type["Intent"]]] = {}

    def __init_subclass__(
        cls, code: str, link: str | None = None, act: bool = False, attach: bool = False
    ) -> None:
        if code in Intent._by_code or not re.fullmatch("[a-z]{1,10}", code):
            raise TypeError(f"{cls.__name__}: {code!r} is taken, or is not up to ten letters a-z")
        cls.code, cls.link, cls.act, cls.attach = code, link, act, attach
        Intent._by_code[code] = dataclass(repr=False, eq=False, match_args=False)(cls)
        cls._names = tuple(field.name for field in fields(cls))  # type: ignore[arg-type]
        if link:
            Intent._by_link[link] = cls

    # Said once for all intents: written anew for each of hundreds, they would take a tenth of
    # the time a process needs to begin. That none is changed, the types see to.

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((self.code, *self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self.__dict__.values()))})"

    def pack(self) -> str:
        """The intent as a button's data; raises ValueError over 64 bytes or on a foreign sign."""
        values = [str(getattr(self, name)) for name in self._names]
        packed = self.code + ("-" + "_".join(values) if values else "")
        if not _PACKED.fullmatch(packed) or packed.count("_") >= max(1, len(values)):
            raise ValueError(f"{packed!r}: only A-z, 0-9 and - fit, in at most {LARGEST} bytes")
        return packed

    def address(self, bot: str) -> str:
        """The link that opens it in the bot: https://t.me/guide_bot?start=p_welder"""
        packed = self.pack()
        payload = packed.replace(f"{self.code}-", f"{self.link}_", 1) if self.link else packed
        return f"https://t.me/{bot}?start={payload}"

    @classmethod
    def unpack(cls, packed: str) -> "Intent":
        """The intent a button carries; raises Unreadable."""
        code, _, rest = packed.partition("-")
        if len(packed) > LARGEST or code not in cls._by_code:
            raise Unreadable(packed)
        return cls._by_code[code]._filled(rest)

    @classmethod
    def follow(cls, payload: str) -> "Intent":
        """The intent a deep link carries, `p_welder` or packed; raises Unreadable."""
        letter, _, rest = payload.partition("_")
        if letter in cls._by_link and len(payload) <= LARGEST:
            return cls._by_link[letter]._filled(rest)
        return cls.unpack(payload)

    @classmethod
    def _filled(cls, rest: str) -> Self:
        """This intent with the values written in `rest`; values left out take their defaults."""
        kinds = _kinds(cls)  # type: ignore[arg-type]
        written = rest.split("_") if rest else []
        if len(written) > len(kinds):
            raise Unreadable(rest)
        try:
            pairs = zip(kinds.items(), written, strict=False)
            return cls(**{name: _read(kind, value) for (name, kind), value in pairs})
        except (KeyError, TypeError, ValueError) as error:
            raise Unreadable(rest) from error


@cache
def _kinds(intent: type[Intent]) -> dict[str, Any]:
    hints = get_type_hints(intent)
    return {name: hints[name] for name in intent._names}


def _read(kind: Any, value: str) -> str | int:
    """A written value as its kind; raises ValueError, or KeyError where it is no choice."""
    if get_origin(kind) is Literal:
        choices: dict[str, str | int] = {str(choice): choice for choice in get_args(kind)}
        return choices[value]
    if kind is int and _NUMBER.fullmatch(value):
        return int(value)
    if kind is str and _WORD.fullmatch(value):
        return value
    raise ValueError(value)
