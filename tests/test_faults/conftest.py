"""Both databases, and a Telegram of our own."""

from tests.databases import address, bare, kind, postgres, store
from tests.test_processes.conftest import telegram

__all__ = ["address", "bare", "kind", "postgres", "store", "telegram"]
