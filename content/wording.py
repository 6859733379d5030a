"""What the strict types refuse, in the words of a person who edits content."""

import re
from collections.abc import Callable, Iterable
from typing import Any, get_args

from pydantic_core import ErrorDetails

from content.kinds import LANGUAGES, Text, did_you_mean, nearest
from content.shape import Loc, Shape

# What a pattern means: a name for it, and one that is right.
PATTERNS = {
    r"^[a-z0-9][a-z0-9-]{0,31}$": "an address is at most 32 small Latin letters, digits and "
    "hyphens, such as uk-valve-plant",
    r"^[a-z0-9][a-z0-9-]{0,19}$": "a mission's address is at most 20 small Latin letters, digits "
    "and hyphens, such as substation-night",
    r"^[a-z0-9][a-z0-9-]{0,15}$": "a scene's address is at most 16 small Latin letters, digits and "
    "hyphens, such as handover",
    r"^(19|20)\d\d(-\d\d){0,2}$": "a date is a day, a month or a year: 2025-11-13, 2025-11, 2025",
    r"^KZ-\d\d$": "a region's code is KZ- and two digits, such as KZ-63",
    r"^([01]\d|2[0-3]):[0-5]\d$": 'an hour is from "00:00" to "23:59", such as "09:30"',
    r"^\d{8}$": 'a specialty\'s code has eight digits, such as "07150500"',
    r"^\d\d-\d{4}\.\d\d$": "an O*NET code looks like 51-4121.00",
}
LANGUAGE = {"kk": "Kazakh", "ru": "Russian", "en": "English"}
POINTED = re.compile(r"^([a-z_]+(?:\.[a-z0-9_]+)*): (.+)$", re.DOTALL)


def told_once(errors: Iterable[ErrorDetails], kind: Shape) -> list[ErrorDetails]:
    """The complaints, without what only follows: a misspelt name is not missing as well."""
    errors = list(errors)
    meant = {(*one["loc"][:-1], _meant(one, kind)) for one in errors}
    inside = {one["loc"][:deep] for one in errors for deep in range(len(one["loc"]))}
    return [
        one
        for one in errors
        if not (one["type"] == "missing" and one["loc"] in meant)
        and not (one["type"] == "too_short" and one["loc"] in inside)
    ]


def _meant(wrong: ErrorDetails, kind: Shape) -> str:
    """The name a misspelt name is nearest to."""
    around = kind.at(wrong["loc"][:-1])
    if wrong["type"] != "extra_forbidden" or around is None:
        return ""
    return nearest(str(wrong["loc"][-1]), around.fields)


def address(wrong: ErrorDetails) -> tuple[Loc, bool]:
    """Where the mistake stands, and whether it is the name there that is wrong."""
    loc = wrong["loc"]
    if loc and loc[-1] == "[key]":
        return loc[:-1], True
    if wrong["type"] == "value_error" and (found := POINTED.match(_complaint(wrong))):
        return (*loc, *found.group(1).split(".")), False
    return loc, wrong["type"] == "extra_forbidden"


def says(wrong: ErrorDetails, kind: Shape) -> str:
    """The complaint in plain words, with what was probably meant."""
    loc = address(wrong)[0]
    words = SAYS.get(wrong["type"], _as_told)(wrong, kind, loc)
    return f"`{_path(loc)}`{words}"


def _path(loc: Loc) -> str:
    """The way to a value as people count: `day.2.at` is the second hour's."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in loc) or "here"


def _complaint(wrong: ErrorDetails) -> str:
    return wrong["msg"].removeprefix("Value error, ")


def _limit(wrong: ErrorDetails, name: str) -> Any:
    return wrong.get("ctx", {}).get(name)


def _as_told(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    complaint = _complaint(wrong)
    pointed = POINTED.match(complaint)
    return f": {pointed.group(2) if pointed else complaint}"


def _missing(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    language = LANGUAGE.get(str(loc[-1]))
    return f" is missing: say it in {language} too" if language else " is missing: add it"


def _unknown(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    around = kind.at(loc[:-1])
    known = tuple(around.fields) if around else LANGUAGES
    near = did_you_mean(str(loc[-1]), known)
    return f" is not a name we know{near or ': there may be ' + ', '.join(known)}"


def _choice(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    here = kind.at(loc)
    allowed = get_args(here.type) if here else ()
    near = did_you_mean(str(wrong["input"]), map(str, allowed))
    return f" is one of {', '.join(map(str, allowed))}{near}"


def _pattern(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    return f": {PATTERNS.get(_limit(wrong, 'pattern'), _complaint(wrong))}"


def _long(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    return f": {len(wrong['input'])} letters, at most {_limit(wrong, 'max_length')} fit: shorten it"


def _number(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    if wrong["type"].startswith("int"):
        return ": a whole number is wanted, in digits, such as 3"
    return ": a number is wanted, in digits with a point, such as 2.5"


def _range(sign: str, name: str) -> Callable[[ErrorDetails, Shape, Loc], str]:
    return lambda wrong, kind, loc: f": the number must be {sign} {_limit(wrong, name):g}"


def _few(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    least, given = _limit(wrong, "min_length"), _limit(wrong, "actual_length")
    return f": there are {given}, at least {least} are wanted"


def _many(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    given = len(wrong["input"]) if isinstance(wrong["input"], list) else "more"
    return f": there are {given}, at most {_limit(wrong, 'max_length')} fit"


def _form(wrong: ErrorDetails, kind: Shape, loc: Loc) -> str:
    """A word where a list is wanted, and the like."""
    here = kind.at(loc)
    if here is None or here.form == "word":
        return ": one value is wanted here, not a list or a group"
    if here.form == "list":
        return ": a list is wanted here, each item after `- ` or all in [ ]"
    inside = LANGUAGES if isinstance(here.type, type) and issubclass(here.type, Text) else ()
    names = ", ".join(inside or list(here.fields)[:4]) or "name: value"
    return f": a group is wanted here, with {names} below it, moved right"


SAYS: dict[str, Callable[[ErrorDetails, Shape, Loc], str]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _long,
    "string_too_short": lambda wrong, kind, loc: " is empty: write the words, or delete the line",
    "int_parsing": _number,
    "int_from_float": _number,
    "int_parsing_size": _number,
    "float_parsing": _number,
    "finite_number": _number,
    "bool_parsing": lambda wrong, kind, loc: ": only true or false may stand here",
    "greater_than_equal": _range("at least", "ge"),
    "less_than_equal": _range("at most", "le"),
    "too_short": _few,
    "too_long": _many,
    "string_type": _form,
    "int_type": _form,
    "float_type": _form,
    "bool_type": _form,
    "tuple_type": _form,
    "dict_type": _form,
    "model_type": _form,
    "model_attributes_type": _form,
}
