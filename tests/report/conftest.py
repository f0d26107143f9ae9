from pathlib import Path

import pytest

from tests.report.browser import installed


@pytest.fixture(scope="session")
def packages() -> Path:
    """The folder in which the packages of the page checks are installed."""
    return installed()
