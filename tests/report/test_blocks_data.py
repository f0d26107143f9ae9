"""The data of a report: CSV by its own description, and the description for a catalogue."""

import json
import warnings
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from csvw import CSVW

from oss_scan.errors import OssScanError
from oss_scan.report.blocks import Report
from oss_scan.report.content import content
from oss_scan.report.formats import files
from oss_scan.report.formats.dcat import dcat
from oss_scan.report.formats.publication import CC0, read_publication
from tests.formats.made_up import HOSTILE
from tests.report.made_up_blocks import DATA, made
from tests.report.made_up_government import government, rules
from tests.report.read_back import csv_rows
from tests.report.reported import written_from
from tests.report.unusual_blocks import all_hostile

PUBLICATION = """\
publisher: {uri: "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034", name: Ministerie van BZK}
contact: {name: Team open source, email: open@example.nl}
page: https://example.nl/voortgang
base: https://example.nl/voortgang/2026
"""
NAMES = ("report.html", "report/all.html", "report.ods", "figures.csv", "figures.csv-metadata.json")


def written(report: Report, folder: Path) -> dict[str, bytes]:
    made_files = dict(files(report, ("csv",)))
    for name, said in made_files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(said)
    return made_files


def faults(path: Path) -> list[str]:
    """What a CSV is wrong in, by its own description."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        valid = CSVW(str(path), validate=True).is_valid
    said = [str(one.message) for one in told if one.category is UserWarning]
    return said or ([] if valid else ["not valid"])


def test_csv_is_read_back(tmp_path: Path) -> None:
    found = written(made(), tmp_path)
    assert list(found) == [
        "figures.csv",
        "figures.csv-metadata.json",
        "repositories.csv",
        "repositories.csv-metadata.json",
    ]
    assert csv_rows(found["figures.csv"]) == [
        ["figure", "numerator", "percentage", "final", "on", "at", "page"],
        [
            "licence/osi-approved",
            "1012",
            "84.3",
            "true",
            "2026-03-01",
            "2026-03-01T10:00:00Z",
            "https://forge.example/",
        ],
        ["licence/eupl", "", "", "false", "2026-03-01", "", ""],
    ]
    assert found["figures.csv"].startswith(b'"figure",')


@pytest.mark.parametrize("report", [made(), all_hostile(HOSTILE, 2)], ids=["quiet", "hostile"])
def test_csv_holds_to_its_description(report: Report, tmp_path: Path) -> None:
    names = [one for one in written(report, tmp_path) if one.endswith(".csv")]
    assert len(names) == 2
    for name in names:
        assert faults(tmp_path / name) == []


def test_the_data_of_the_made_up_government_hold_to_their_description(tmp_path: Path) -> None:
    report = content(written_from(government(), rules(), "nl", audience="public"))
    names = [one for one in written(report, tmp_path) if one.endswith(".csv")]
    assert {"figures.csv", "states.csv", "systems.csv"} <= set(names)
    for name in ("figures.csv", "states.csv", "systems.csv"):
        assert faults(tmp_path / name) == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [('"84.3"', '"84,3"'), ('"1012"', '"veel"'), ('"2026-03-01"', '"2026-13-01"'), ('"licence/eupl"', '""')],
)
def test_bad_csv_is_refused(good: str, bad: str, tmp_path: Path) -> None:
    said = written(made(), tmp_path)["figures.csv"].decode()
    assert good in said
    (tmp_path / "figures.csv").write_text(said.replace(good, bad), newline="")
    assert faults(tmp_path / "figures.csv")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    texts = ("=1+1", "+1", "-1", "@x", "\t=1", "a;=1", " =1")
    table = replace(DATA[1], rows=tuple((one,) for one in texts))
    (_, *rows) = csv_rows(written(replace(made(), data=(table,)), tmp_path)["repositories.csv"])
    assert [row[0][0] for row in rows] == ["'", "'", "'", "'", "'", "a", "'"]
    assert rows[5] == ["a;'=1"]


def test_numbers_are_as_they_are() -> None:
    rows = ((Decimal("1E+3"), 10**18, True), (Decimal("0.10"), -1, False))
    columns = tuple(replace(DATA[0].columns[at], name=f"c{at}") for at in (2, 1, 3))
    ((_, said), _) = files(replace(made(), data=(replace(DATA[0], columns=columns, rows=rows, key=()),)), ("csv",))
    assert csv_rows(said)[1:] == [["1000", "1000000000000000000", "true"], ["0.10", "-1", "false"]]


def test_description_names_who_publishes_and_each_file(tmp_path: Path) -> None:
    path = tmp_path / "publication.yaml"
    path.write_text(PUBLICATION)
    publication = read_publication(path)
    (dataset,) = json.loads(dcat(made(), publication, NAMES))["@graph"]
    assert dataset["dct:publisher"]["@id"] == "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034"
    assert dataset["dcat:contactPoint"]["vcard:hasEmail"] == {"@id": "mailto:open@example.nl"}
    assert [one["dcat:downloadURL"]["@id"] for one in dataset["dcat:distribution"]] == [
        "https://example.nl/voortgang/2026/report.html",
        "https://example.nl/voortgang/2026/report.ods",
        "https://example.nl/voortgang/2026/figures.csv",
    ]
    assert {one["dct:license"]["@id"] for one in dataset["dcat:distribution"]} == {CC0}


@pytest.mark.parametrize(
    ("good", "bad", "line"),
    [
        ("open@example.nl", "open at example", "line 2, email: an e-mail address"),
        ("https://example.nl/voortgang\n", "http://example.nl/voortgang\n", "line 3, page: an address that begins"),
        ("base:", "bass:", "line 4, bass: unknown key"),
        ("name: Ministerie van BZK", "nam: x", "line 1, nam: unknown key"),
        ("page: https://example.nl/voortgang\n", "", "page: is missing"),
        ("tooi/id", "too i", "line 1, uri: an address"),
        ("https://identifier", "https://user:word@identifier", "line 1, uri: an address"),
    ],
)
def test_publication_is_read_strictly(good: str, bad: str, line: str, tmp_path: Path) -> None:
    path = tmp_path / "publication.yaml"
    assert good in PUBLICATION
    path.write_text(PUBLICATION.replace(good, bad))
    with pytest.raises(OssScanError) as error:
        read_publication(path)
    assert line in error.value.en
