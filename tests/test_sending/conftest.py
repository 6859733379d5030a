"""Both databases, furnished, and a Telegram of our own for real processes."""

from tests.databases import address, bare, kind, postgres, store
from tests.test_processes.conftest import telegram

__all__ = ["address", "bare", "kind", "postgres", "store", "telegram"]
