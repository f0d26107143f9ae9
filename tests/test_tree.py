"""Trees in memory, and links that stay inside."""

import pytest

from oss_scan.tree import Link, MemoryTree, Unread, read_through, resolve


@pytest.fixture
def tree() -> MemoryTree:
    return MemoryTree(
        {
            "LICENSE": Link("docs/LICENCE"),
            "docs/LICENCE": Link("../texts/eupl.txt"),
            "texts/eupl.txt": b"text",
            "passwd": Link("/etc/passwd"),
            "up": Link("../outside"),
            "folder": Link("docs"),
            "a": Link("b"),
            "b": Link("a"),
        }
    )


def test_links_inside_are_followed(tree: MemoryTree) -> None:
    assert resolve(tree, "LICENSE") == "texts/eupl.txt"
    assert read_through(tree, "LICENSE") == b"text"
    assert read_through(tree, "texts/eupl.txt", limit=3) == Unread("blob-too-large", "texts/eupl.txt")


@pytest.mark.parametrize("path", ["passwd", "up", "folder", "a"])
def test_links_to_elsewhere_are_not(tree: MemoryTree, path: str) -> None:
    assert read_through(tree, path) == Unread("blob-link", path)


def test_the_id_is_git_s() -> None:
    assert MemoryTree({"a": b"hello\n"}).blob("a") == "ce013625030ba8dba906f756967f9e9ca394464a"
