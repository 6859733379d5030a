"""Writing YAML as our files are written: readable blocks, short groups and lists in one line."""

import json
import re
from typing import Any

import yaml

from content.tree import NOTHING

WIDE = 100  # signs that a group in one line may take
QUOTED = re.compile(r"0\d|\d+:\d\d|[-+.]?\d[\d_]*e\d")  # what a spreadsheet or a person may misread
SHORT = re.compile(r"[\w.-]{1,40}")


def word(value: str, *, flow: bool = False, quoted: bool = False) -> str:
    """The value as a scalar: plain where that is read back as it is, else in double quotes."""
    if not quoted and not QUOTED.match(value) and _plain(value, flow=flow):
        return value
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\x7f")


def _plain(value: str, *, flow: bool) -> bool:
    if not value or value in NOTHING or value != value.strip() or not value.isprintable():
        return False
    try:
        words = f"- [{value}]" if flow else f"- a: {value}"
        node: Any = yaml.compose(words, Loader=yaml.CBaseLoader)
        inside = node.value[0].value[0] if flow else node.value[0].value[0][1]
        return isinstance(inside, yaml.ScalarNode) and inside.value == value and not inside.style
    except (yaml.YAMLError, AttributeError, IndexError):
        return False


def block(value: Any, indent: int = 0) -> str:
    """A group or a list, a line each, below one another; the first line is not moved right."""
    pad = "\n" + " " * indent
    if isinstance(value, dict):
        return pad.join(pair(name, inside, indent) for name, inside in value.items())
    return pad.join(f"- {one_line(item) or block(item, indent + 2)}" for item in value)


def pair(name: str, value: Any, indent: int) -> str:
    """A name and its value: on one line, or the value below and moved right."""
    if line := one_line(value):
        return f"{word(name)}: {line}"
    return f"{word(name)}:\n{' ' * (indent + 2)}{block(value, indent + 2)}"


def one_line(value: Any) -> str:
    """What is short enough for one line, or nothing."""
    if isinstance(value, str):
        return word(value)
    inside = value.values() if isinstance(value, dict) else value
    short = all(isinstance(one, str) for one in inside)
    if isinstance(value, dict):
        short = short and all(SHORT.fullmatch(one) for one in inside)
    line = flow(value) if short else ""
    return line if len(line) <= WIDE else ""


def flow(value: Any, *, quoted: bool = False) -> str:
    """A value in one line, whatever its length."""
    if isinstance(value, dict):
        inside = (f"{word(name, flow=True)}: {flow(one)}" for name, one in value.items())
        return "{" + ", ".join(inside) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    return word(value, flow=True, quoted=quoted)
