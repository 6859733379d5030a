"""The witness: counts what really happened to the shelves, inside the database, by triggers.

The bot knows nothing of it. Every save and every forget of `taps.Crowd` changes one row; so there
must be as many changes as taps, of each person and thing.
"""

from collections import Counter

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.base import open_store
from tests.test_faults.taps import TRADES, Crowd, found

TABLE = "CREATE TABLE changes (person_id BIGINT, path VARCHAR)"
IN_SQLITE = (
    TABLE,
    "CREATE TRIGGER came AFTER INSERT ON saved BEGIN"
    " INSERT INTO changes VALUES (NEW.person_id, NEW.path); END",
    "CREATE TRIGGER went AFTER DELETE ON saved BEGIN"
    " INSERT INTO changes VALUES (OLD.person_id, OLD.path); END",
)
IN_POSTGRES = (
    TABLE,
    "CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " INSERT INTO changes VALUES (COALESCE(NEW.person_id, OLD.person_id),"
    " COALESCE(NEW.path, OLD.path)); RETURN NULL; END $$",
    "CREATE TRIGGER changed AFTER INSERT OR DELETE ON saved FOR EACH ROW EXECUTE FUNCTION noted()",
)


async def watch(address: str) -> None:
    """Have every change of a shelf noted from now on."""
    store = open_store(address)
    statements = IN_SQLITE if address.startswith("sqlite") else IN_POSTGRES
    await store.do(lambda session: [session.execute(text(each)) for each in statements] and None)
    await store.close()


async def judge(address: str, crowd: Crowd) -> tuple[int, int]:
    """How many of the crowd's taps were lost, and how many acted more than once."""
    done, wanted = await _changes(address), _taps(crowd)
    updates, kept, aside = await found(address)
    lost = sum((wanted - done).values()) + len(set(crowd.updates) - set(updates)) + aside
    return lost, sum((done - wanted).values()) + len(kept ^ crowd.kept)


def _taps(crowd: Crowd) -> Counter[tuple[int, str]]:
    """How often each person tapped for each thing."""
    return Counter(
        (person, f"professions/{TRADES[(person + turn) % len(TRADES)]}")
        for turn in range(crowd.each)
        for person in range(5000, 5000 + crowd.people)
    )


async def _changes(address: str) -> Counter[tuple[int, str]]:
    def work(session: Session) -> Counter[tuple[int, str]]:
        rows = session.execute(text("SELECT person_id, path FROM changes"))
        return Counter((person, path) for person, path in rows)

    store = open_store(address)
    try:
        return await store.do(work)
    finally:
        await store.close()
