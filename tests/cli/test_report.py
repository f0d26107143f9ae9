"""`oss-scan report make` and `verify`, called as a user calls them."""

import json
import shutil
import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from oss_scan import __version__
from oss_scan.cli import main
from oss_scan.resources import data_folder
from oss_scan.results import Judged, RuleSetRef, Run, Scan
from oss_scan.ruleset import load
from oss_scan.store import open_store
from oss_scan.store.beginning import begin
from oss_scan.store.keeping import whole
from oss_scan.store.schema import claim
from oss_scan.store.todo import Todo
from tests.report.made_up import twelve


def kept(path: Path, *, finish: bool = True, version: str = "2026.1") -> Run:
    """A store with the twelve repositories, judged by the shipped rules; the run that was kept."""
    store = open_store(str(path))
    shipped = load("open-tenzij")
    reference = RuleSetRef(shipped.name, shipped.version, shipped.digest)
    scan = twelve()
    name = "20261123T200000Z-made-up"
    run = replace(scan.run, id=name, rulesets=(reference,), finished=None, tool_version=version)
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
    assert said.err == f"Het rapport staat in {output}/report.html, {output}/manifest.json\n"
    page = (output / "report.html").read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="nl"')
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
    assert capsys.readouterr().err == f"The report is in {tmp_path}/report.html, {tmp_path}/manifest.json\n"
    assert '<html lang="en"' in (tmp_path / "report.html").read_text(encoding="utf-8")


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
    assert "Deze scan is niet voltooid" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--store", "{tmp}/missing.db", "--output", "{tmp}"], "{tmp}/missing.db does not exist; keep a scan with"),
        (["--store", "{tmp}/scans.db", "--scan", "x", "--output", "{tmp}"], "there is no scan x in the store"),
        (
            ["--store", "{tmp}/scans.db", "--output", "{tmp}/scans.db/x"],
            "{tmp}/scans.db/x cannot be written",
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
    kept(store, version=__version__)
    assert main(_words("make", store, folder, *("--format", "html"), *("--format", "csv"), *("--format", "json"))) == 0
    tables = ("figures.csv", "states.csv", "findings.csv", "members.csv")
    data = [name for table in tables for name in (table, f"{table}-metadata.json")]
    names = ["report.html", *data, "report.json", "manifest.json"]
    assert capsys.readouterr().err == f"The report is in {', '.join(str(folder / name) for name in names)}\n"
    assert sorted(one.name for one in folder.iterdir()) == sorted(names)
    assert main(_words("verify", store, folder)) == 0
    listed = ", ".join(("manifest.json", *sorted(one for one in names if one != "manifest.json")))
    said = f"all of it agrees with the store ({listed})."
    assert capsys.readouterr() == ("", f"{folder}: {said}\n")
    assert main(_words("verify", store, folder, "--quiet")) == 0
    assert capsys.readouterr() == ("", "")


def test_what_an_earlier_report_left_in_the_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    kept(store, version=__version__)
    assert main(_words("make", store, folder, *("--format", "html"), *("--format", "json"), "--quiet")) == 0
    (folder / "letter.docx").touch()
    assert main(_words("make", store, folder, "--quiet")) == 0
    told = f"Mind: {folder} still holds report.json; that is no part of this report. Remove it or make it again.\n"
    assert capsys.readouterr() == ("", told)
    assert main(_words("verify", store, folder, "--quiet")) == 0
    assert capsys.readouterr() == ("", told)


def test_verify_names_what_differs_and_gives_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    kept(store, version=__version__)
    assert main(_words("make", store, folder, "--format", "csv", "--quiet")) == 0
    path = folder / "figures.csv"
    text = path.read_bytes().decode()
    path.write_bytes(text.replace('"8","12"', '"9","12"', 1).encode())
    assert main(_words("verify", store, folder)) == 1
    said = capsys.readouterr()
    assert said.err == ""
    first, checksum, line = said.out.splitlines()
    assert first == "figures.csv: licence-present: numerator is 9, but the store gives 8"
    assert checksum == "figures.csv: the checksum does not agree with manifest.json"
    assert line.startswith("figures.csv: line ")
    assert '"9","12"' in line
    path.write_bytes(text.replace("Has a licence", "Has none", 1).encode())
    assert main(_words("verify", store, folder)) == 1
    assert "Has none" in capsys.readouterr().out


def test_verify_tells_that_the_text_of_another_program_proves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    kept(store, version="0.0.1")
    assert main(_words("make", store, folder, "--quiet")) == 0
    assert main(_words("verify", store, folder, "--quiet")) == 0
    assert capsys.readouterr() == ("", "")
    path = folder / "report.html"
    path.write_text(path.read_text(encoding="utf-8").replace("Dit volgt in maart", "Niets"), encoding="utf-8")
    assert main(_words("verify", store, folder)) == 1
    said = capsys.readouterr()
    assert said.out == "report.html: the checksum does not agree with manifest.json\n"
    (notice,) = said.err.splitlines()
    why = f"the scan was made by oss-scan 0.0.1 and this is {__version__}"
    assert notice.startswith(f"report.html: the text cannot be compared: {why}. From line ")


def test_verify_takes_the_rule_set_that_the_report_was_made_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    kept(store, version=__version__)
    own = tmp_path / "own"
    shutil.copytree(data_folder("rules") / "open-tenzij", own)
    with (own / "ruleset.yaml").open("a") as file:
        file.write("# changed\n")
    assert main(_words("make", store, folder, "--ruleset", str(own), "--quiet")) == 0
    assert main(_words("verify", store, folder, "--ruleset", str(own), "--quiet")) == 0
    assert capsys.readouterr() == ("", "")
    assert main(_words("verify", store, folder)) == 1
    assert "The rules have changed since this " in capsys.readouterr().out
    assert main(_words("verify", store, folder, "--ruleset", "what")) == 2
    assert "what is not a rule set" in capsys.readouterr().err


def test_a_scan_whose_rules_are_gone_is_counted_and_that_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    kept(store, version=__version__)
    assert main(_words("make", store, folder, "--quiet")) == 0
    connection = sqlite3.connect(store)
    connection.execute("UPDATE scan_ruleset SET name = 'gone'")
    connection.commit()
    connection.close()
    assert main(_words("verify", store, folder)) == 0
    notice, _, status = capsys.readouterr().err.splitlines()
    assert notice.startswith("report.html: the text cannot be compared: gone is not a rule set: name")
    assert status.endswith("the figures and the places agree with the store (manifest.json, report.html).")


def test_a_report_of_a_running_scan_loses_no_repository(tmp_path: Path) -> None:
    """One is judged between two questions to the store, but both answers are of one moment."""
    path = tmp_path / "scans.db"
    store = open_store(str(path))
    run = replace(twelve().run, finished=None)
    names = [one.repository for one in twelve().repositories]
    begin(store, run, b"q", [Todo(name, name, None) for name in names])
    with store.reading() as connection:
        assert whole(connection, 1)[1] == tuple(names)
        other = open_store(str(path))
        other.add(run.id, twelve().repositories[0])
        with other.writing() as writing:
            writing.execute(update(claim).where(claim.c.ordinal == 0).values(state="done"))
        scan, waiting = whole(connection, 1)
        assert (scan.repositories, waiting) == ((), tuple(names))
    scan, waiting = store.at_once(run.id)
    assert (len(scan.repositories), waiting) == (1, tuple(names[1:]))


def test_a_document_is_replaced_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    kept(store, version=__version__)
    folder.mkdir()
    (folder / "report.html").write_text("old", encoding="utf-8")

    def full(path: Path, target: Path) -> Path:
        assert (target.read_text(encoding="utf-8"), path.parent) == ("old", folder)
        assert path.read_text(encoding="utf-8").endswith("</html>\n")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        assert main(_words("make", store, folder)) == 2
    assert f"{folder} cannot be written (No space left on device)" in capsys.readouterr().err
    assert [one.read_text(encoding="utf-8") for one in folder.iterdir()] == ["old"]
    assert main(_words("make", store, folder)) == 0
    assert sorted(one.name for one in folder.iterdir()) == ["manifest.json", "report.html"]


def test_verify_of_what_is_no_report_gives_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(tmp_path / "scans.db")
    for folder in (tmp_path, tmp_path / "missing", tmp_path / "scans.db"):
        assert main(_words("verify", tmp_path / "scans.db", folder)) == 2
        said = f"oss-scan: {folder} holds no report of oss-scan; make one with oss-scan report make\n"
        assert capsys.readouterr() == ("", said)
    (tmp_path / "manifest.json").mkdir()
    assert main(_words("verify", tmp_path / "scans.db", tmp_path)) == 2
    assert "manifest.json is no readable report of oss-scan (Is a directory)" in capsys.readouterr().err


def test_a_final_report_is_refused_of_what_is_not_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    run = kept(store, finish=False)
    assert main(_words("make", store, folder, "--scan", run.id, "--final")) == 2
    assert "is not complete; a final report can only be about a complete scan" in capsys.readouterr().err
    assert not folder.exists()


def test_a_report_with_words_errata_and_an_earlier_scan_is_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, folder, words = tmp_path / "scans.db", tmp_path / "report", tmp_path / "words"
    run = kept(store, version=__version__)
    opened = open_store(str(store))
    earlier = replace(run, id="earlier", reference_date=date(2025, 11, 23), started=run.started - timedelta(days=365))
    opened.begin(earlier)
    for judged in twelve().repositories[:11]:
        opened.add("earlier", judged)
    opened.finish("earlier", run.started - timedelta(days=364))
    words.mkdir()
    (words / "samenvatting.md").write_text("Wij zijn **trots**.\n\n<b>niet vet</b>\n", encoding="utf-8")
    more = ["--final", "--audience", "internal", "--author", "BZK", "--words", str(words), "--compare", "2025"]
    more += ["--scan", run.id, "--supersedes", "an earlier one", "--errata", "One figure was wrong."]
    assert main(_words("make", store, folder, *more, "--quiet")) == 0
    page = (folder / "report.html").read_text(encoding="utf-8")
    for said in ("Wij zijn ", "&lt;b&gt;niet vet&lt;/b&gt;", "One figure was wrong.", "First measurement", "BZK"):
        assert said in page or said.lower() in page, said
    assert main(_words("verify", store, folder, "--quiet")) == 0
    assert capsys.readouterr() == ("", "")
    (words / "other.md").write_text("x", encoding="utf-8")
    assert main(_words("make", store, folder, "--words", str(words))) == 2
    assert "other.md belongs to no chapter; name it after one of leeswijzer," in capsys.readouterr().err
    assert main(_words("make", store, folder, "--compare", "1999")) == 2
    assert "there is no earlier complete scan 1999 in the store" in capsys.readouterr().err
    assert main(_words("make", store, folder, "--errata", "x")) == 2
    assert "--supersedes and --errata belong together" in capsys.readouterr().err


_PUBLICATION = """\
publisher: {uri: "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034", name: Ministerie van BZK}
contact: {name: Team open source, email: open@example.nl}
page: https://example.nl/voortgang
base: https://example.nl/voortgang/2026
"""


def test_forms_for_people_in_own_colours_and_described(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, folder = tmp_path / "scans.db", tmp_path / "report"
    kept(store, version=__version__)
    (tmp_path / "theme.yaml").write_text('colours: {accent: "#7a1e5b"}')
    (tmp_path / "publication.yaml").write_text(_PUBLICATION)
    shapes = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
    (tmp_path / "logo.svg").write_text(shapes)
    forms = [word for form in ("html", "pdf", "odt", "ods") for word in ("--format", form)]
    own = ["--theme", str(tmp_path), "--logo", str(tmp_path / "logo.svg")]
    described = ["--publication", str(tmp_path / "publication.yaml")]
    assert main(_words("make", store, folder, *forms, *own, *described)) == 0
    names = ["dcat.jsonld", "manifest.json", "report.html", "report.ods", "report.odt", "report.pdf"]
    assert sorted(one.name for one in folder.iterdir()) == names
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert "--accent: #7a1e5b;" in (folder / "report.html").read_text(encoding="utf-8")
    (dataset,) = json.loads((folder / "dcat.jsonld").read_bytes())["@graph"]
    assert len(dataset["dcat:distribution"]) == 4
    capsys.readouterr()
    assert main(_words("verify", store, folder)) == 0
    assert "all of it agrees with the store" in capsys.readouterr().err
    changed = (folder / "report.pdf").read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6")
    (folder / "report.pdf").write_bytes(changed)
    assert main(_words("verify", store, folder)) == 1
    assert "report.pdf" in capsys.readouterr().out


def test_a_theme_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "theme.yaml").write_text('colours:\n  ink: "#ffffff"\n')
    words = [
        "report",
        "make",
        "--store",
        str(tmp_path / "scans.db"),
        "--output",
        str(tmp_path / "report"),
        "--lang",
        "en",
    ]
    assert main([*words, "--theme", str(tmp_path)]) == 2
    assert "theme.yaml, line 2, ink: the contrast of ink with paper is 1.0:1" in capsys.readouterr().err
