"""The generated pages hold every rule and every command; and a new rule touches one file."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path

import click
import pytest

from examples import demo
from oss_scan.cli import docs, group, main
from oss_scan.docs import block, cell, code, escaped, pages, prose
from oss_scan.resources import data_folder
from oss_scan.rule import Rule
from oss_scan.ruleset import load, load_all
from tests.builder import Repo

ROOT = Path(__file__).parent.parent


def test_the_pages_are_up_to_date() -> None:
    assert docs.stale(ROOT) == ()


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    ids = {rule.id for held in load_all(()) for rule in held.rules}
    folder = ROOT / "docs" / "rules"
    written = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md")}
    assert written == ids | {"README"}


@pytest.mark.parametrize("rule", load("open-tenzij").rules, ids=lambda rule: str(rule.id))
def test_a_page_says_all_there_is_to_say(rule: Rule) -> None:
    page = (ROOT / "docs" / "rules" / f"{rule.id}.md").read_text(encoding="utf-8")
    for text in (rule.title, rule.message, rule.remedy):
        assert prose(text.nl) in page
        assert prose(text.en) in page
    for said in (rule.source.url, rule.check.name, *(escaped(one.name) for one in rule.examples)):
        assert said in page
    assert ("not verified" in page) is not rule.source.verified
    outside = re.sub(r"^(`{3,})text\n.*?^\1$", "", page, flags=re.MULTILINE | re.DOTALL)
    for link in re.findall(r"\]\(([^)<>]+)\)", outside):
        if "://" not in link:
            assert (ROOT / "docs" / "rules" / rule.id).parent.joinpath(link).is_file(), link


def _commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from _commands(found, f"{path} {name}")


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for path, command in _commands(group, "oss-scan"):
        section = page.partition(f"\n## {path}\n")[2].partition("\n## ")[0]
        assert section, path
        assert command.help, path
        for part in command.params:
            if isinstance(part, click.Option):
                assert part.opts[0] in section, f"{path} {part.opts[0]}"
                assert part.help, f"{path} {part.opts[0]} says nothing"


@pytest.mark.parametrize("page", ["README.md", "docs/cli.md"])
def test_every_exit_status_is_documented(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert re.findall(r"^\| (\d+) \|", text, re.MULTILINE) == [str(status) for status in docs.STATUSES]


def test_markup_in_texts_and_files_stays_text() -> None:
    assert escaped("a <b> [c](d)\n| `e`") == r"a \<b\> \[c\](d) | \`e\`"
    assert prose("a_b `c_d` e_f") == r"a\_b `c_d` e\_f"
    assert prose("one ` tick_") == r"one \` tick\_"
    assert cell("a|`b|c`") == r"a\|`b\|c`"
    assert code("a ``b`` c") == "```a ``b`` c```"
    assert code("`a`") == "`` `a` ``"
    assert block("```\nx\n````\n") == "`````text\n```\nx\n````\n`````"
    long = block("\n".join(map(str, range(30)))).splitlines()
    assert long[-3:] == ["11", "… (18 more lines)", "```"]


def test_a_stale_a_missing_and_a_needless_page_are_named(tmp_path: Path) -> None:
    assert sorted(docs.write(tmp_path)) == sorted(docs.generated(tmp_path))
    assert docs.stale(tmp_path) == ()
    changed, gone, needless = [*sorted(pages(load_all(())))[1:3], "docs/rules/left/over.md"]
    (tmp_path / changed).write_text("other")
    (tmp_path / gone).unlink()
    (tmp_path / needless).parent.mkdir()
    (tmp_path / needless).write_text("left over")
    assert docs.stale(tmp_path) == tuple(sorted((changed, gone, needless)))
    docs.write(tmp_path)
    assert docs.stale(tmp_path) == ()
    assert not (tmp_path / needless).exists()


def test_a_new_rule_touches_one_file(tmp_path: Path, repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "own"
    shutil.copytree(data_folder("rules") / "open-tenzij", folder)
    shutil.copyfile(folder / "documentation" / "changelog.yaml", folder / "documentation" / "news.yaml")
    repo.commit({"README.md": "# Something\n\nIt does something.\n"})

    assert main(["rules", "list", "--ruleset", str(folder), "--format", "json"]) == 0
    listed = [rule["id"] for rule in json.loads(capsys.readouterr().out)]
    assert set(listed) - {rule.id for rule in load("open-tenzij").rules} == {"documentation/news"}
    assert "docs/rules/documentation/news.md" in pages((load(str(folder)),))
    main(["check", str(repo.path), "--ruleset", str(folder), "--format", "json", "--community", "none"])
    (judged,) = json.loads(capsys.readouterr().out)["repositories"]
    assert [one["outcome"] for one in judged["findings"] if one["rule"] == "documentation/news"] == ["fail"]


_RULE = """\
title: {nl: "Er is <b>iets</b>.", en: "There is `something` | or other."}
subject: repository
level: should
source: {policy: own, clause: "Write it *down*."}
since: "2026.1"
check: documents.present
with: {topic: changelog}
message: {nl: Niets., en: Nothing.}
remedy: {nl: Iets., en: Something.}
examples:
  - {name: full, outcome: pass, tags: [v1], reference-date: 2026-12-01, hosting: {archived: false}, files: FILES}
  - {name: none, outcome: fail, organisation: [], committed: 2020-01-01, files: {}}
"""
_FILES = '{CHANGELOG.md: {text-of: EUPL-1.2, before: "```"}, b: {base64: AP8=}, empty: "", l: {link: b}}'


def test_a_page_shows_whatever_an_example_holds(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "ruleset.yaml").write_text('name: mine\nversion: "1"\ntitle: {nl: Van ons, en: Ours}\n')
    (tmp_path / "sources.yaml").write_text(
        'own: {title: T, issuer: I, date: "2026", url: "https://example.org/", verified: false, note: {nl: N, en: E}}\n'
    )
    (tmp_path / "own" / "one.yaml").write_text(_RULE.replace("FILES", _FILES))
    written = pages((load(str(tmp_path)),))
    assert r"| [own/one](own/one.md) | should (aanbevolen) | There is `something` \| or other. |" in (
        written["docs/rules/README.md"].splitlines()
    )
    page = written["docs/rules/own/one.md"]
    assert "- nl: Er is \\<b\\>iets\\</b\\>.\n- en: There is `something` | or other.\n" in page
    assert "> Write it \\*down\\*.\n\nThis source was not verified: " in page
    assert "- `topic`: `changelog`\n- `organisation`: `False`\n" in page
    assert "- reference date: 2026-12-01\n- tags: `v1`\n- archived on its forge: no\n" in page
    assert "\n````text\n```" in page
    assert re.search(r"\n… \(\d+ more lines\)\n````\n", page)
    assert "`b`: 2 bytes that are not text.\n\n`empty` is empty.\n\n`l` is a symbolic link to `b`.\n" in page
    assert page.endswith("- last commit: 2020-01-01\n- organisation-wide files: none\n- no files\n")


class _Then(datetime):
    """The clock of the day on which the README was written: later, other rules fail too."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_Then":
        return cls(2026, 11, 23, tzinfo=tz)


def test_the_readme_shows_what_the_demo_prints(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oss_scan.cli.checking.datetime", _Then)
    demo.build(tmp_path)
    assert main(["check", str(tmp_path / "no-licence"), "--community", "none"]) == 1
    printed = capfd.readouterr().out.splitlines()
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("--community none\n")[2].partition("\n(exit")[0]
    assert [line for line in shown.splitlines() if line != "…" and line not in printed] == []
