"""Both databases."""

from tests.databases import address, bare, kind, postgres, store

__all__ = ["address", "bare", "kind", "postgres", "store"]
