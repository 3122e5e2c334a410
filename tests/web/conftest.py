"""Pages are tested on SQLite: which database stands behind them is the store's matter."""

import pytest


@pytest.fixture
def database_kind() -> str:
    """The one database of these tests."""
    return "sqlite"
