"""`oss-scan rules`: the shipped rules listed, shown and tested; and what a broken rule set gives."""

import json
from pathlib import Path

import pytest

from oss_scan.cli import main
from oss_scan.ruleset import load

_RULE = """\
title: {nl: Er is een wijzigingslog., en: There is a changelog.}
subject: repository
level: must
source: {policy: own, clause: Schrijf op wat verandert.}
since: "2026.1"
check: documents.present
with: {topic: changelog}
message: {nl: Een wijzigingslog ontbreekt., en: A changelog is missing.}
remedy: {nl: Voeg CHANGELOG.md toe., en: Add CHANGELOG.md.}
examples:
  - {name: with one, outcome: pass, files: {CHANGELOG.md: We mended the door.}}
  - {name: without, outcome: fail, files: {README.md: x}}
"""
_SOURCES = 'own: {title: Ours, issuer: Us, date: "2026", url: "https://example.org/", verified: true}\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A rule set of one rule, own/there."""
    folder = tmp_path / "rules"
    (folder / "own").mkdir(parents=True)
    (folder / "ruleset.yaml").write_text('name: mine\nversion: "1"\ntitle: {nl: Van ons, en: Ours}\n')
    (folder / "sources.yaml").write_text(_SOURCES)
    (folder / "own" / "there.yaml").write_text(_RULE)
    return folder


def test_list_shows_every_shipped_rule_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list"]) == 0
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["regel", "niveau", "vraagt"]
    assert [row.split()[0] for row in rows] == [rule.id for rule in load("open-tenzij").rules]


def test_list_of_ones_own_rules_in_english(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list", "--quiet", "--ruleset", str(own), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "own/there  must  There is a changelog.\n"


def test_list_as_json(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list", "--ruleset", str(own), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": "own/there",
            "ruleset": "mine",
            "level": "must",
            "subject": "repository",
            "since": "2026.1",
            "title": {"nl": "Er is een wijzigingslog.", "en": "There is a changelog."},
            "requires": [],
        }
    ]


def test_show_tells_the_rule_whole(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "own/there", "--ruleset", str(own), "--lang", "en"]) == 0
    assert capsys.readouterr().out == (
        "own/there (must)\n"
        "There is a changelog.\n"
        "\n"
        "message:      A changelog is missing.\n"
        "remedy:       Add CHANGELOG.md.\n"
        "source:       Ours, Us, 2026\n"
        "              Schrijf op wat verandert.\n"
        "              https://example.org/\n"
        "subject:      repository\n"
        "rule set:     mine 1\n"
        "since:        2026.1\n"
        "check:        documents.present (topic=changelog, organisation=False)\n"
        f"file:         {own / 'own' / 'there.yaml'}\n"
        "examples:\n"
        "  pass: with one\n"
        "  fail: without\n"
    )


@pytest.mark.parametrize("rule", [rule.id for rule in load("open-tenzij").rules])
def test_show_as_json_and_in_dutch_works_for_every_shipped_rule(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", rule, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == rule
    assert main(["rules", "show", rule]) == 0
    assert capsys.readouterr().out.startswith(f"{rule} (")


def test_show_names_rules_that_look_like_it(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "own/their", "--ruleset", str(own), "--lang", "en"]) == 2
    assert capsys.readouterr().err == "oss-scan: there is no rule own/their; perhaps you mean: own/there\n"


def test_show_of_what_looks_like_nothing(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "zzz", "--ruleset", str(own)]) == 2
    assert capsys.readouterr().err == "oss-scan: de regel zzz bestaat niet; zie oss-scan rules list\n"


def test_the_shipped_examples_all_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", "--lang", "en"]) == 0
    rules = load("open-tenzij").rules
    count = sum(len(rule.examples) for rule in rules)
    assert capsys.readouterr().out == (
        f"{count} examples of {len(rules)} rules, each in memory, and those with files in git too: all as they say\n"
    )


def test_an_example_that_fails_is_named_and_gives_1(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own / "own" / "there.yaml"
    path.write_text(_RULE + "  - {name: wrong, outcome: pass, files: {README.md: x}}\n")
    assert main(["rules", "test", str(own), "--lang", "en"]) == 1
    assert capsys.readouterr().out == (
        "own/there: wrong, in memory: expected: pass; got: fail\n"
        "own/there: wrong, in a git repository: expected: pass; got: fail\n"
        "2 of 6 runs failed (3 examples of 1 rules, each in memory, and those with files in git too)\n"
    )


def test_a_failing_example_as_json(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "own" / "there.yaml").write_text(_RULE + "  - {name: wrong, outcome: pass, files: {README.md: x}}\n")
    assert main(["rules", "test", str(own), "--format", "json"]) == 1
    ran = json.loads(capsys.readouterr().out)
    assert [(one["example"], one["tree"], one["ok"]) for one in ran] == [
        ("with one", "memory", True),
        ("with one", "git", True),
        ("without", "memory", True),
        ("without", "git", True),
        ("wrong", "memory", False),
        ("wrong", "git", False),
    ]
    assert ran[-1] == {
        "rule": "own/there",
        "example": "wrong",
        "tree": "git",
        "ok": False,
        "expected": "pass",
        "got": "fail",
        "because": None,
        "message": {"nl": "Een wijzigingslog ontbreekt.", "en": "A changelog is missing."},
    }


def test_verbose_names_every_example_and_quiet_none(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", str(own), "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["rules", "test", str(own), "--verbose", "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "own/there: with one, in memory: pass",
        "own/there: with one, in a git repository: pass",
    ]


def test_a_folder_that_is_no_rule_set_gives_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", str(tmp_path), "--lang", "en"]) == 2
    assert "is not a rule set" in capsys.readouterr().err


def test_a_rule_that_cannot_be_read_is_named_with_file_and_line(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own / "own" / "there.yaml"
    path.write_text(_RULE.replace("level: must", "level: always"))
    assert main(["rules", "test", str(own), "--lang", "en"]) == 2
    assert capsys.readouterr().err == f"oss-scan: {path}, line 3, level: choose must, should or may\n"


def test_a_folder_in_place_of_a_rule_gives_2(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "own" / "folder.yaml").mkdir()
    assert main(["rules", "test", str(own), "--lang", "en"]) == 2
    assert "folder.yaml" in capsys.readouterr().err
