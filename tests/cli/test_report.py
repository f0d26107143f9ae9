"""`oss-scan report make` and `verify`, called as a user calls them."""

from dataclasses import replace
from pathlib import Path

import pytest

from oss_scan.cli import main
from oss_scan.resources import data_folder
from oss_scan.results import Judged, RuleSetRef, Run, Scan
from oss_scan.ruleset import load
from oss_scan.store import open_store
from tests.report.made_up import twelve


def kept(path: Path, *, finish: bool = True) -> Run:
    """A store with the twelve repositories, judged by the shipped rules; the run that was kept."""
    store = open_store(str(path))
    shipped = load("open-tenzij")
    reference = RuleSetRef(shipped.name, shipped.version, shipped.digest)
    scan = twelve()
    run = replace(scan.run, id="20261123T200000Z-made-up", rulesets=(reference,), finished=None)
    store.begin(run)
    for judged in scan.repositories:
        store.add(run.id, judged)
    if finish and scan.run.finished:
        store.finish(run.id, scan.run.finished)
    return run


def test_a_report_of_the_latest_scan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(tmp_path / "scans.db")
    output = tmp_path / "new" / "folder"
    assert main(["report", "make", "--store", str(tmp_path / "scans.db"), "--output", str(output)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"Het rapport staat in {output}/report.html\n"
    page = (output / "report.html").read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="nl">')
    assert "66,7%" in page
    assert "De regels zijn sinds deze scan gewijzigd" not in page


def test_a_kept_finding_without_what_the_message_now_asks_for_says_the_title(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "publiccode").mkdir(parents=True)
    shipped = data_folder("rules") / "open-tenzij"
    for path in shipped.rglob("*.yaml"):
        target = own / path.relative_to(shipped)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    kept(tmp_path / "scans.db")
    with (own / "ruleset.yaml").open("a") as file:
        file.write("# changed\n")
    words = ["--store", str(tmp_path / "scans.db"), "--output", str(tmp_path), "--ruleset", str(own), "--lang", "en"]
    assert main(["report", "make", *words]) == 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "The rules have changed since this scan: open-tenzij." in page
    title = load("open-tenzij").rules
    asked = next(rule for rule in title if rule.id == "licence/osi-approved")
    assert "{found}" in asked.message.en
    assert f"{asked.title.en} (fail)" in page


def test_in_english_by_id_from_the_environment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = kept(tmp_path / "scans.db")
    monkeypatch.setenv("OSS_SCAN_STORE", str(tmp_path / "scans.db"))
    words = ["report", "make", "--scan", run.id, "--format", "html", "--output", str(tmp_path), "--lang", "en"]
    assert main(words) == 0
    assert capsys.readouterr().err == f"The report is in {tmp_path}/report.html\n"
    assert '<html lang="en">' in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_quiet_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(tmp_path / "scans.db")
    assert main(["report", "make", "--store", str(tmp_path / "scans.db"), "--output", str(tmp_path), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_an_unfinished_scan_is_reported_only_by_its_id_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = kept(tmp_path / "scans.db", finish=False)
    words = ["report", "make", "--store", str(tmp_path / "scans.db"), "--output", str(tmp_path)]
    assert main(words) == 2
    assert "bevat nog geen voltooide scan" in capsys.readouterr().err
    assert main([*words, "--scan", run.id]) == 0
    assert f"de scan {run.id} is niet voltooid" in capsys.readouterr().err
    assert "deze scan is niet voltooid" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--store", "{tmp}/missing.db", "--output", "{tmp}"], "{tmp}/missing.db does not exist; keep a scan with"),
        (["--store", "{tmp}/scans.db", "--scan", "x", "--output", "{tmp}"], "there is no scan x in the store"),
        (
            ["--store", "{tmp}/scans.db", "--output", "{tmp}/scans.db/x"],
            "{tmp}/scans.db/x/report.html cannot be written",
        ),
        (["--store", "{tmp}/scans.db", "--output", "{tmp}", "--ruleset", "what"], "what is not a rule set"),
    ],
    ids=["no store", "no scan", "no folder", "no rule set"],
)
def test_what_is_wrong_is_told_in_one_sentence(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(tmp_path / "scans.db")
    ready = [word.replace("{tmp}", str(tmp_path)) for word in words]
    assert main(["report", "make", *ready, "--lang", "en"]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"oss-scan: {said.replace('{tmp}', str(tmp_path))}")
    assert error.count("\n") == 1
    assert not (tmp_path / "missing.db").exists()


def test_rules_that_are_not_here_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "scans.db"
    store = open_store(str(path))
    scan = twelve()
    store.begin(replace(scan.run, finished=None))
    first: Judged = scan.repositories[0]
    other = replace(first.findings[0], rule="own/rule")
    whole: Scan = Scan(scan.run, (replace(first, findings=(other,)),))
    store.add(scan.run.id, whole.repositories[0])
    words = ["report", "make", "--store", str(path), "--scan", scan.run.id, "--output", str(tmp_path), "--lang", "en"]
    assert main(words) == 2
    assert "the scan names rules that are not here (own/rule); name the folder" in capsys.readouterr().err


def _words(command: str, store: Path, folder: Path, *more: str) -> list[str]:
    where = ["--output", str(folder)] if command == "make" else [str(folder)]
    return ["report", command, *where, "--store", str(store), "--lang", "en", *more]


def test_every_form_and_then_verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    kept(store)
    assert main(_words("make", store, folder, *("--format", "html"), *("--format", "csv"), *("--format", "json"))) == 0
    names = ["report.html", "figures.csv", "findings.csv", "report.json"]
    assert capsys.readouterr().err == f"The report is in {', '.join(str(folder / name) for name in names)}\n"
    assert sorted(one.name for one in folder.iterdir()) == sorted(names)
    assert main(_words("verify", store, folder)) == 0
    said = "all of it agrees with the store (report.json, figures.csv, findings.csv, report.html)."
    assert capsys.readouterr() == ("", f"{folder}: {said}\n")
    assert main(_words("verify", store, folder, "--quiet")) == 0
    assert capsys.readouterr() == ("", "")


def test_verify_names_what_differs_and_gives_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    kept(store)
    assert main(_words("make", store, folder, "--format", "csv", "--quiet")) == 0
    path = folder / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Has a licence,8,", "Has a licence,9,"), encoding="utf-8")
    assert main(_words("verify", store, folder)) == 1
    said = "figures.csv: licence-present: numerator is 9, but the store gives 8\n"
    assert capsys.readouterr() == (said, "")


def test_verify_of_what_is_no_report_gives_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(tmp_path / "scans.db")
    for folder in (tmp_path, tmp_path / "missing", tmp_path / "scans.db"):
        assert main(_words("verify", tmp_path / "scans.db", folder)) == 2
        said = f"oss-scan: {folder} holds no report of oss-scan; make one with oss-scan report make\n"
        assert capsys.readouterr() == ("", said)
    (tmp_path / "report.json").mkdir()
    assert main(_words("verify", tmp_path / "scans.db", tmp_path)) == 2
    assert "report.json is no readable report of oss-scan (Is a directory)" in capsys.readouterr().err
