"""Statements of the hot path: written out once, told straight to the driver, some of them together.

To go through all of SQLAlchemy each time costs three times as much, and its results, which must
learn their columns each time, as much again; one round trip for what many turns write
costs less than one for each.
"""

from collections.abc import Callable
from typing import Any, cast

from sqlalchemy import Dialect
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement

Binder = Callable[[Any], Any] | None
Plain = tuple[str, list[tuple[str, Binder]], dict[str, object]]
Values = dict[str, object]
Told = tuple[Any, ...]


class Statement:
    """A statement, and how each kind of database wants to be told it.

    One with `lists` has some in it (IN), and then every value, if only to begin with.
    """

    def __init__(self, written: ClauseElement, *, lists: bool = False) -> None:
        self._written, self._lists = written, lists
        self._plain: dict[str, Plain] = {}

    def __call__(self, session: Session, **values: object) -> list[Any]:
        """Run it now, after what the session holds, with these values for its `bindparam`s.

        The rows are tuples as the driver gives them.
        """
        session.flush()
        words, told = self._told(line(session), [values])
        return _rows(line(session), words, told[0])

    def later(self, session: Session, **values: object) -> None:
        """Run it before the transaction ends, in one with others of its kind."""
        due: dict[Statement, list[Values]] = session.info.setdefault("due", {})
        due.setdefault(self, []).append(values)

    def tell(self, connection: Connection, rows: list[Values]) -> None:
        """Run it for each of these rows of values."""
        words, told = self._told(connection, rows)
        connection.exec_driver_sql(words, told if len(told) > 1 else told[0])

    def _told(self, connection: Connection, rows: list[Values]) -> tuple[str, list[Told]]:
        """The words, and the values for each row, as this database's driver wants them."""
        words, names, fixed = self._plain.get(connection.dialect.name) or self._write(
            connection.dialect
        )
        rows = [fixed | row for row in rows] if fixed else rows
        return words, [
            tuple([bind(row[name]) if bind else row[name] for name, bind in names]) for row in rows
        ]

    def _write(self, dialect: Dialect) -> Plain:
        how = {"render_postcompile": self._lists}
        compiled = cast(SQLCompiler, self._written.compile(dialect=dialect, compile_kwargs=how))
        told, values = compiled.positiontup or (), compiled.params
        names = [(name, _binder(compiled, name)) for name in told]
        fixed = {n: values[n] for n in told if self._lists or not compiled.binds[n].required}
        self._plain[dialect.name] = str(compiled), names, fixed
        return self._plain[dialect.name]


def settle(session: Session) -> None:
    """Run all that was left for later."""
    due: dict[Statement, list[Values]] = session.info.pop("due", {})
    for statement, rows in due.items():
        statement.tell(line(session), rows)


def _rows(connection: Connection, words: str, values: Told) -> list[Any]:
    """What the driver itself finds; its errors become those of SQLAlchemy."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(words, values)
        return list(cursor.fetchall()) if cursor.description else []
    except Exception as error:
        raise _known(connection, words, error) from error
    finally:
        cursor.close()


def _known(connection: Connection, words: str, error: Exception) -> BaseException:
    """The driver's error as one of SQLAlchemy's; a connection that was lost is given up."""
    dialect, ours = connection.dialect, connection.connection
    lost = dialect.is_disconnect(error, ours, None)  # type: ignore[arg-type]
    if lost:
        connection.invalidate(error)
    kinds = dialect.loaded_dbapi.Error
    return DBAPIError.instance(
        words, None, error, kinds, connection_invalidated=lost, dialect=dialect
    )


def line(session: Session) -> Connection:
    """The connection under a session, for statements on the hot path (no unit of work)."""
    return cast(Connection, session.bind)


def _binder(compiled: SQLCompiler, name: str) -> Binder:
    """What makes a value ready for the driver; those of a list are numbered: `grade_1_2`."""
    dialect = compiled.dialect
    bound = name if name in compiled.binds else name.rpartition("_")[0]
    return compiled.binds[bound].type.dialect_impl(dialect).bind_processor(dialect)
