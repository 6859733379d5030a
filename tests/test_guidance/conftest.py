"""The index of the whole catalogue, made once."""

import pytest

from bot.guidance.search import Index
from content.atlas import Catalogue


@pytest.fixture(scope="session")
def known(catalogue: Catalogue) -> Index:
    """All names of the catalogue, ready to be asked."""
    return Index(catalogue)
