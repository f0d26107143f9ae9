"""A small rule set for tests, with checks of its own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oss_scan.checks import Answer, check, failed, passed, unknown
from oss_scan.facts import Facts, Known
from oss_scan.tree import History

HEAD = "name: test\nversion: '1'\ntitle: {nl: Proef, en: Test}\n"

RULE = """title: {nl: Er is een bestand A., en: There is a file A.}
subject: repository
level: must
source: {policy: spc, clause: "1"}
since: "2026.1"
check: test.has-files
with: {least: 2}
message: {nl: "Er zijn {found} bestanden.", en: "There are {found} files."}
remedy: {nl: Voeg er een toe., en: Add one.}
examples:
  - {name: two, outcome: pass, files: {a: "", b: ""}}
  - {name: one, outcome: fail, files: {a: ""}}
"""


@dataclass(frozen=True, slots=True)
class Least:
    """How many files there must be at least."""

    least: int
    words: tuple[str, ...] = ()


@check("test.has-files", Least, values=("found",))
def has_files(facts: Facts, params: Least, _date: date) -> Answer:
    """Whether there are so many files."""
    if not isinstance(facts.tree, Known):
        return unknown(facts.tree.reason)
    count = facts.tree.value.files
    return passed() if count >= params.least else failed(found=str(count))


def write(folder: Path, rules: dict[str, str], head: str = HEAD) -> Path:
    """Write a rule set and give its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ruleset.yaml").write_text(head, encoding="utf-8")
    for name, text in rules.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def history() -> History:
    """Some history."""
    from datetime import UTC, datetime

    return History("0" * 40, datetime(2026, 11, 1, tzinfo=UTC), "main", shallow=False, tags=())
