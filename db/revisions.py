"""Revisions: where the tables stand, where the code needs them. Cheap to ask, unlike Alembic."""

import re
from functools import cache
from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

STEPS = Path(__file__).parent.parent / "migrations" / "versions"
_SET = re.compile(r'^(revision|down_revision) = "(\w+)"', re.MULTILINE)


@cache
def newest() -> str:
    """The revision the code needs: that of the step no other step follows."""
    said = [_SET.findall(step.read_text()) for step in STEPS.glob("*.py")]
    followed = {value for step in said for name, value in step if name == "down_revision"}
    steps = {value for step in said for name, value in step if name == "revision"}
    return ", ".join(sorted(steps - followed))


def reached(session: Session) -> str:
    """The revision the database stands at, or nothing where it has no tables yet."""
    connection = session.connection()
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")
