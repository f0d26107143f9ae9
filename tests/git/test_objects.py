"""The files of a commit: read once, as far as there is room to keep them."""

from collections import Counter

import pytest

from oss_scan.git import objects
from oss_scan.git.objects import GitTree
from oss_scan.tree import Unread

ROOT, SMALL, LARGE = b"\1" * 20, b"\2" * 20, b"\3" * 20


class Store:
    """An object store that counts what is read."""

    def __init__(self) -> None:
        listing = b"100644 large\0" + LARGE + b"100644 small\0" + SMALL
        self.held = {ROOT: listing, SMALL: b"1234", LARGE: b"123456789"}
        self.reads: Counter[bytes] = Counter()

    def size(self, oid: bytes) -> int:
        return len(self.held[oid])

    def read(self, oid: bytes) -> bytes:
        self.reads[oid] += 1
        return self.held[oid]


def test_what_was_read_is_kept_as_far_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "_HELD", 8)
    store = Store()
    tree = GitTree(store, ROOT, "x")
    for _ in range(3):
        assert tree.read("small") == b"1234"
        assert tree.read("large") == b"123456789"
    assert (store.reads[SMALL], store.reads[LARGE]) == (1, 3)


def test_a_limit_holds_for_what_is_kept() -> None:
    tree = GitTree(Store(), ROOT, "x")
    assert tree.read("small") == b"1234"
    assert tree.read("small", 3) == Unread("blob-too-large", "small")
    assert tree.read("small", 4) == b"1234"


def test_what_comes_later_is_read_then() -> None:
    store = Store()
    tree = GitTree(store, ROOT, "x")
    data = store.held.pop(SMALL)
    assert tree.read("small") == Unread("blob-missing", "small")
    store.held[SMALL] = data
    assert tree.read("small") == data
