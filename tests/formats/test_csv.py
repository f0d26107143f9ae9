import csv
import io

from oss_scan.formats import render
from oss_scan.results import Scan
from tests.formats.made_up import HOSTILE, RULES, hostile, several


def rows(scan: Scan) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render("csv", scan, RULES, "nl"), newline="")))


def test_a_row_for_each_finding_and_each_unreadable_repository() -> None:
    made = rows(several())
    assert len(made) == 11
    assert made[4] == {
        "repository": "https://git.example/voorbeeld",
        "commit": "0123456789abcdef0123456789abcdef01234567",
        "rule": "licence/osi-approved",
        "level": "must",
        "outcome": "fail",
        "because": "",
        "message": "De licentie SSPL-1.0 is niet door het Open Source Initiative goedgekeurd, "
        "zodat de code geen open source is.",
        "path": "LICENSE",
        "line": "1",
        "explained": "",
        "organisation": "",
    }
    assert [row["explained"] for row in made] == ["valid", *[""] * 7, "expired", "", ""]
    assert (made[10]["rule"], made[10]["outcome"], made[10]["because"]) == ("", "unknown", "corrupt")


def test_every_cell_is_quoted_and_no_part_of_it_a_formula() -> None:
    scan, rules = hostile("LICENSE.x;=1+1;y")
    made = render("csv", scan, rules, "nl")
    for line in made.splitlines():
        assert line.startswith('"')
        assert line.endswith('"')
    assert ";=" not in made
    assert "LICENSE.x;'=1+1;y" in made


def test_no_hostile_cell_is_a_formula() -> None:
    for text in HOSTILE:
        scan, rules = hostile(text)
        for row in csv.reader(io.StringIO(render("csv", scan, rules, "nl"), newline="")):
            assert len(row) == 11
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
