"""Where a finding can be seen on the forge, and where no link is made."""

from dataclasses import replace

import pytest

from oss_scan.checks import Place
from oss_scan.report.links import commit_link, place_link
from tests.report.made_up import judged

_COMMIT = f"{1:040x}"


def test_commits_are_linked_only_on_the_web() -> None:
    one, two = judged(1, "PPPPP"), judged(2, "PPPPP")
    assert commit_link(one) == f"https://git.example/org/project-01/commit/{_COMMIT}"
    assert commit_link(two) == ""
    assert commit_link(replace(one, repository="http://git.example/a")) == ""
    assert commit_link(replace(one, repository="javascript:alert(1)//https://git.example/a")) == ""
    bitbucket = commit_link(replace(one, repository="https://bitbucket.org/a/b"))
    assert bitbucket == f"https://bitbucket.org/a/b/commits/{_COMMIT}"
    assert commit_link(judged(11, "!")) == ""


@pytest.mark.parametrize(
    ("repository", "path", "line", "expected"),
    [
        ("https://github.com/o/r", "src/a.py", 3, f"https://github.com/o/r/blob/{_COMMIT}/src/a.py#L3"),
        ("https://github.com/o/r", "src/a.py", None, f"https://github.com/o/r/blob/{_COMMIT}/src/a.py"),
        ("https://github.com/o/r", "README.md", 3, f"https://github.com/o/r/blob/{_COMMIT}/README.md?plain=1#L3"),
        ("https://gitlab.com/o/s/r", "a.py", 3, f"https://gitlab.com/o/s/r/-/blob/{_COMMIT}/a.py#L3"),
        ("https://gitlab.example.nl/o/r", "a.py", 3, f"https://gitlab.example.nl/o/r/-/blob/{_COMMIT}/a.py#L3"),
        ("https://git.gitlab.example/o/r", "a", 3, f"https://git.gitlab.example/o/r/-/blob/{_COMMIT}/a#L3"),
        ("https://codeberg.org/o/r", "a.md", 3, f"https://codeberg.org/o/r/src/commit/{_COMMIT}/a.md#L3"),
        ("https://code.overheid.nl/o/r", "a", 3, f"https://code.overheid.nl/o/r/src/commit/{_COMMIT}/a#L3"),
        ("https://forgejo.example.nl/o/r", "a", 3, f"https://forgejo.example.nl/o/r/src/commit/{_COMMIT}/a#L3"),
        ("https://bitbucket.org/o/r", "a", 3, f"https://bitbucket.org/o/r/src/{_COMMIT}/a#lines-3"),
        ("https://git.example/o/r", "a", 3, ""),
        ("https://example.gitlab/o/r", "a", 3, ""),
        ("https://notgithub.com/o/r", "a", 3, ""),
        ("/srv/github.com/o/r", "a", 3, ""),
        ("https://github.com/o/r", "../../evil/x", 3, ""),
        ("https://github.com/o/r", "a//b", 3, ""),
        ("https://github.com/o/r", "/etc/passwd", 3, ""),
        ("https://github.com/o/r", ".", None, ""),
        (
            "https://github.com/o/r",
            "a b?c#d%2e\"'<\udcff>é",
            1,
            f"https://github.com/o/r/blob/{_COMMIT}/a%20b%3Fc%23d%252e%22%27%3C%FF%3E%C3%A9#L1",
        ),
    ],
)
def test_a_place_is_linked_where_the_forge_is_known(
    repository: str, path: str, line: int | None, expected: str
) -> None:
    one = replace(judged(1, "PPPPP"), repository=repository)
    assert place_link(one, Place(path, line)) == expected


def test_without_a_commit_there_is_no_link() -> None:
    one = replace(judged(1, "PPPPP"), repository="https://github.com/o/r", commit=None)
    assert place_link(one, Place("a", 1)) == ""
