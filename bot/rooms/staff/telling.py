"""Telling: the audit trail as an admin reads it; never a word of what somebody wrote."""

import re

from bot.rooms.staff.places import region_of
from bot.rooms.staff.screens import Done
from bot.turn import Turn
from bot.ui.hours import hour
from content.kinds import Text
from db import staff
from db.audit import BY_HAND, Act

_PATH = re.compile(r"([a-z]+)/([\w-]+)(?: ([a-z]+) (\d+))?")
THEMSELVES = ("rules", "staff")  # what an act says by itself


def done(act: Act, turn: Turn) -> Done:
    """An act, and what it was done to by name or number."""
    who, found = str(act.who) if act.who != BY_HAND else "", _PATH.fullmatch(act.what)
    if found is None:
        what = "" if act.what in THEMSELVES else act.what
        return Done(hour(act.at), who, act.act, "", what, act.reach)
    kind, name, why, days = found.groups()
    named = _named(kind, name, turn)
    return Done(hour(act.at), who, act.act, kind, named, act.reach, why or "", int(days or 0))


def _named(kind: str, name: str, turn: Turn) -> Text | str:
    """A region and a school by their names, all else by its number."""
    if kind == "regions":
        return region_of(name, turn)
    return (staff.name_of(turn.session, int(name)) if kind == "schools" else "") or name
