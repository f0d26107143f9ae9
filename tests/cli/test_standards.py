"""`oss-scan standards`: the list, an export of the Forum, and domains."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from oss_scan.cli import main
from oss_scan.errors import OssScanError
from oss_scan.schemas import schema
from oss_scan.sources.download import download
from oss_scan.standards.exported import LIMIT, read_export
from tests.builder import Repo

EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<Standaarden>
  <Standaard>
    <Naam>REST-API Design Rules</Naam><Volledige_naam>NLGov REST API Design Rules</Volledige_naam>
    <Versie>2.2</Versie><Domein>Stelselstandaarden</Domein>
    <Functioneel_toepassingsgebied>
      De standaard NLGov REST API Design Rules moet worden toegepast bij het aanbieden van REST API's ten behoeve van
      het ontsluiten van overheidsinformatie en/of functionaliteit.
    </Functioneel_toepassingsgebied>
  </Standaard>
  <Standaard><Naam>Logboek dataverwerkingen</Naam><Versie>1.0</Versie></Standaard>
  <Standaard><Naam>TLS</Naam></Standaard>
</Standaarden>
"""


def test_the_list_shows_what_was_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "list", "--lang", "en", "--verbose"]) == 0
    out = capsys.readouterr().out
    assert "  REST-API Design Rules 2.0? (rest-api-design-rules): mandatory\n" in out
    assert "  NL LOM? (nl-lom): status unknown?\n" in out
    assert "measure the domain with internet.nl" in out
    assert "Beslisboom open standaarden" in out


def test_the_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "list", "--format", "json"]) == 0
    known = json.loads(capsys.readouterr().out)
    Draft202012Validator(json.loads(schema("standards-list"))).validate(known)
    assert (known["schema"], known["complete"]) == ("oss-scan/standards/v1", False)
    (adr,) = [one for one in known["standards"] if one["id"] == "rest-api-design-rules"]
    assert adr["versions"] == [{"version": "1.0", "from": "2020-07-09"}, {"version": "2.0", "from": "2025-09-24"}]
    assert adr["page"] == "https://www.forumstandaardisatie.nl/open-standaarden/rest-api-design-rules"
    assert "version" not in adr["verified"]


def _changes(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str | None]]:
    path = tmp_path / "verplicht.xml"
    path.write_text(text, encoding="utf-8")
    assert main(["standards", "import", str(path), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, list)
    Draft202012Validator(json.loads(schema("standards-import"))).validate(found)
    return found


def test_an_export_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _changes(tmp_path, EXPORT, capsys)
    others = [one for one in found if one["what"] != "gone"]
    assert others == [
        {"what": "new", "standard": "Logboek dataverwerkingen", "here": None, "there": "1.0"},
        {"what": "version", "standard": "rest-api-design-rules", "here": "2.0", "there": "2.2"},
    ]
    gone = {one["standard"] for one in found if one["what"] == "gone"}
    assert "dnssec" in gone
    assert "tls" not in gone


def test_an_export_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xml").write_text(EXPORT, encoding="utf-8")
    assert main(["standards", "import", str(tmp_path / "a.xml"), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "rest-api-design-rules: another version: here 2.0, there 2.2\n" in out
    assert "Logboek dataverwerkingen: new on the list\n" in out


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no XML"),
        (b"<html><body>404</body></html>", "there is no <Standaard> in it"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a DOCTYPE is not read"),
        (b"<a><Standaard><Versie>1</Versie></Standaard></a>", "a <Standaard> without <Naam>"),
        (b"<a><Standaard><Naam>x</Naam></Standaard><Standaard><Naam>x</Naam></Standaard></a>", "twice: x"),
        (b"<a><Standaard><Naam>" + b"x" * 20_001 + b"</Naam></Standaard></a>", "is too long"),
        (b"<?xml version='1.0' encoding='nonsense'?><a/>", "no XML"),
        (b" " * (LIMIT + 1), "larger than"),
    ],
)
def test_what_is_no_export_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(OssScanError) as error:
        read_export(data, "a.xml")
    assert told in error.value.en


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "import", str(tmp_path / "missing.xml"), "--lang", "en"]) == 2
    assert "cannot be read" in capsys.readouterr().err
    for address in ("http://example.org/a.xml", "file:///etc/passwd"):
        with pytest.raises(OssScanError, match="begins with https://"):
            download(address, 10)


PUBLICCODE = "publiccodeYmlVersion: '0.4'\nname: Bomen\nurl: https://git.example.org/bomen\nlandingURL: https://bomen.amsterdam.nl/\n"


def test_the_domains_of_a_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo.make(tmp_path / "trees")
    nginx = "server {\n  listen 443 ssl;\n  server_name api.bomen.amsterdam.nl elders.nl;\n}\n"
    repo.commit({"publiccode.yml": PUBLICCODE, "nginx/site.conf": nginx})
    assert main(["standards", "domains", str(repo.path)]) == 0
    assert capsys.readouterr().out == "api.bomen.amsterdam.nl\nbomen.amsterdam.nl\n"
    assert main(["standards", "domains", str(repo.path), "--verbose"]) == 0
    assert "  elders.nl (named)\n    nginx/site.conf:3 (server)\n" in capsys.readouterr().out


def test_the_domains_of_a_scan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo.make(tmp_path / "trees")
    repo.commit({"publiccode.yml": PUBLICCODE})
    store = str(tmp_path / "a.db")
    assert main(["scan", str(repo.path), "--store", store, "--format", "csv"]) == 0
    capsys.readouterr()
    assert main(["standards", "domains", "--scan", "latest", "--store", store, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    Draft202012Validator(json.loads(schema("standards-domains"))).validate(rows)
    (found,) = rows
    assert [one["host"] for one in found["domains"]] == ["bomen.amsterdam.nl"]
