"""Of what would help, as much is fetched as the budget reaches, most telling first; what is needed always comes."""

import random
from collections.abc import Callable

import pytest

from oss_scan.facts.listing import Listing
from oss_scan.git import blobs, open_repository
from oss_scan.git.remote import open_remote
from oss_scan.git.wanted import BUDGET, Budget
from oss_scan.tree import WHOLE, Link, MemoryTree, Tree, Unread
from tests.builder import Repo
from tests.git_server import Traffic, serve

FILES: dict[str, str | bytes | Link] = {
    "LICENSE": "MIT License\n",
    "a/b/openapi.yaml": "openapi: 3.0.3\n",
    "a/values.yaml": "a: 1\n",
    "b.yaml": "b: 1\n",
    "c.yaml": "c: 1\n",
    "linked.yaml": Link("b.yaml"),
    "main.py": "print(1)\n",
}
ORDER = ["a/b/openapi.yaml", "b.yaml", "c.yaml", "a/values.yaml"]
Found = dict[str, bytes | Unread]


def rank(path: str) -> int | None:
    return None if not path.endswith(".yaml") else 0 if "openapi" in path else 2


def found(tree: Tree) -> Found:
    listing = Listing(tree)
    return {"LICENSE": listing.read("LICENSE"), **dict(listing.sought(rank))}


def over(url: str, budget: Budget, survey: Callable[[Tree], Found] = found) -> Found:
    last: list[Found] = []

    def once_more(tree: Tree) -> None:
        last[:] = [survey(tree)]

    with open_remote(url, once_more, budget=budget):
        return last[0]


def read(result: Found) -> list[str]:
    return [path for path, data in result.items() if isinstance(data, bytes)]


def test_a_repository_on_this_machine_has_no_budget(repo: Repo) -> None:
    repo.commit(FILES)
    with open_repository(repo.path) as opened:
        assert list(found(opened.tree)) == read(found(opened.tree)) == ["LICENSE", *ORDER]


@pytest.mark.parametrize("number", range(6))
def test_most_telling_first(repo: Repo, number: int) -> None:
    repo.commit(FILES)
    traffic = Traffic()
    with serve(repo.path.parent, traffic) as server:
        result = over(f"{server}/repo/.git", Budget.of(number))
    assert read(result) == ["LICENSE", *ORDER[:number]]
    beyond = [data for data in result.values() if isinstance(data, Unread)]
    assert beyond == [Unread("blob-not-fetched", path) for path in ORDER[number:]]
    assert traffic.visits == 3  # ls-remote, the commit, and all files at once


@pytest.mark.parametrize(("filters", "modern"), [(False, True), (True, False)])
def test_what_an_old_server_sends_unasked_changes_nothing(repo: Repo, *, filters: bool, modern: bool) -> None:
    repo.commit(FILES)
    with serve(repo.path.parent, filters=filters, modern=modern) as server:
        assert read(over(f"{server}/repo/.git", Budget.of(2))) == ["LICENSE", *ORDER[:2]]


def test_once_so_many_bytes_came_no_more_is_asked_for(repo: Repo) -> None:
    repo.commit({f"{number:03}.yaml": f"{number}" * 1000 for number in range(200)})

    def all_of(tree: Tree) -> Found:
        return dict(Listing(tree).sought(rank))

    traffic = Traffic()
    with serve(repo.path.parent, traffic) as server:
        result = over(f"{server}/repo/.git", Budget(blobs=1000, size=20_000), all_of)
        assert len(read(result)) == 15  # ten of 1,000 bytes and five of 2,000
        assert traffic.visits == 3
        assert len(read(over(f"{server}/repo/.git", Budget(blobs=1000, size=1_000_000), all_of))) == 200


def test_all_that_the_budget_allows_comes_at_once(repo: Repo) -> None:
    repo.commit({f"{number:03}.yaml": f"{number}" for number in range(200)})
    traffic = Traffic()
    with serve(repo.path.parent, traffic) as server:
        result = over(f"{server}/repo/.git", BUDGET, lambda tree: dict(Listing(tree).sought(rank)))
    assert len(read(result)) == 200
    assert traffic.visits == 3  # ls-remote, the commit, and all files


def test_what_is_needed_costs_nothing_of_the_budget(repo: Repo) -> None:
    repo.commit(FILES)

    def both(tree: Tree) -> Found:
        first = dict(Listing(tree).sought(rank))
        return {**first, "c.yaml, needed": tree.read("c.yaml")}

    with serve(repo.path.parent) as server:
        result = over(f"{server}/repo/.git", Budget.of(1), both)
    assert read(result) == ["a/b/openapi.yaml", "c.yaml", "c.yaml, needed"]


def test_what_a_file_leads_to_is_sought_with_what_is_left(repo: Repo) -> None:
    repo.commit({**FILES, "a/b/openapi.yaml": "$ref: main.py"})

    def following(tree: Tree) -> Found:
        listing = Listing(tree)
        result = dict(listing.sought(lambda path: rank(path) or None if path != "a/b/openapi.yaml" else 0))
        first = result["a/b/openapi.yaml"]
        return {**result, "main.py": listing.seek("main.py", 0)} if isinstance(first, bytes) else result

    with serve(repo.path.parent) as server:
        assert read(over(f"{server}/repo/.git", Budget.of(5), following)) == [*ORDER, "main.py"]
        assert read(over(f"{server}/repo/.git", Budget.of(4), following)) == ORDER


def test_what_helps_all_together_comes_whole_or_not_at_all(repo: Repo) -> None:
    repo.commit({"a.yaml": "a: 1", "b.yaml": "b: 1", **{f"src/{at}.py": f"print({at})" for at in range(4)}})

    def both(tree: Tree) -> Found:
        listing = Listing(tree)
        code = {path: listing.seek(path, WHOLE) for path in listing.below("src/")}
        return {**dict(listing.sought(rank)), **code}

    with serve(repo.path.parent) as server:
        assert read(over(f"{server}/repo/.git", Budget.of(64), both)) == [
            "a.yaml",
            "b.yaml",
            "src/0.py",
            "src/1.py",
            "src/2.py",
            "src/3.py",
        ]
        for budget in (5, 63):
            assert read(over(f"{server}/repo/.git", Budget.of(budget), both)) == ["a.yaml", "b.yaml"]


def test_the_same_content_counts_once(repo: Repo) -> None:
    repo.commit({f"{number}.yaml": "the same" for number in range(50)})
    with serve(repo.path.parent) as server:
        result = over(f"{server}/repo/.git", Budget.of(1), lambda tree: dict(Listing(tree).sought(rank)))
    assert len(read(result)) == 50


def test_a_batch_that_is_far_too_much_is_tried_by_half(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sizes are not known before: hostile or not, it takes no more than the budget, and what is needed is there."""
    monkeypatch.setattr(blobs, "_NEEDED", 0)
    big = {f"{number}.yaml": random.Random(number).randbytes(200_000) for number in range(20)}
    repo.commit({"LICENSE": "MIT License\n", "!.yaml": "small: 1\n", **big})
    traffic = Traffic()
    with serve(repo.path.parent, traffic) as server:
        result = over(f"{server}/repo/.git", Budget(blobs=256, size=300_000))
    assert read(result) == ["LICENSE", "!.yaml", "0.yaml"]
    assert traffic.visits == 8  # ls-remote, the commit; all, what is needed, the 21 that would help; 10 of them, 5, 2


def test_links_and_submodules_are_not_sought() -> None:
    listing = Listing(MemoryTree({"b.yaml": b"b", "linked.yaml": Link("b.yaml")}))
    assert dict(listing.sought(rank)) == {"b.yaml": b"b"}
    assert listing.seek("linked.yaml", 0) == Unread("blob-link", "linked.yaml")
