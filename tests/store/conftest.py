"""What is kept is kept alike in both kinds of database."""

import pytest

from oss_scan.store import Store


@pytest.fixture
def store(both: Store) -> Store:
    """A new store."""
    return both
