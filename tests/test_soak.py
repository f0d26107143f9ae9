"""The soak test with a few hundred repositories; `make soak` takes ten thousand."""

from pathlib import Path

from tests.soak import soak


def test_three_hundred_repositories_and_kills(tmp_path: Path) -> None:
    seen = soak(tmp_path, 300, kills=4)
    assert sum(seen.killed.values()) >= 2
