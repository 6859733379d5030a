"""What each column holds of people is said beside it (P18)."""

import importlib
import pkgutil
from collections.abc import Iterator

from sqlalchemy import Column, LargeBinary

import db
from db.base import Base
from db.privacy import TAGS, tag


def _columns() -> Iterator[Column[object]]:
    """Every column of every table of every module of `db`."""
    for module in pkgutil.iter_modules(db.__path__):
        importlib.import_module(f"db.{module.name}")
    for table in Base.metadata.sorted_tables:
        yield from table.columns


def test_every_column_says_what_it_holds_of_people() -> None:
    """P18: a column without a tag of `db/privacy.py` is named here."""
    assert [str(column) for column in _columns() if tag(column) not in TAGS] == []


def test_every_column_that_points_to_a_person_says_so() -> None:
    """P18: whose a row is, is known of each column that points to `people`."""
    pointing = [one for one in _columns() if one.references(Base.metadata.tables["people"].c.id)]
    assert pointing
    assert [str(column) for column in pointing if tag(column) != "pseudonymous"] == []


def test_sealed_words_say_that_they_are_sealed() -> None:
    """P14: bytes of what people wrote are sealed, so that a new key reaches them (`SEALED`)."""
    written = [c for c in _columns() if tag(c) == "sensitive" and isinstance(c.type, LargeBinary)]
    plain = [str(column) for column in written if "sealed" not in column.info]
    assert plain == ["heard.reply"]  # sealed where it tells a secret; gone after a week
