"""What the documents of a report claim, read back from each of them without trusting any.

Numbers are what a reader sees: in the page the text of the cells, not a second copy that could say something else.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from oss_scan.errors import OssScanError
from oss_scan.report.tables import FIGURES, FINDINGS

#: Figure → what is counted → the number as written, None where the document gives none.
Numbers = dict[str, dict[str, str | None]]
#: What is compared of each place of a finding, by its name in the table of findings.
COLUMNS = ("key", "commit", "rule", "outcome", "fingerprint", "file", "line")
_CELLS = {
    "met": "numerator",
    "of": "denominator",
    "share": "percentage",
    "not-met": "not_met",
    "not-applicable": "not_applicable",
    "unknown": "unknown",
    "corrected": "corrected",
    "left-out": "left_out",
}


@dataclass(slots=True)
class Claimed:
    """What one document says: of which scan, its figures, its work lists, and where it says that something stands."""

    name: str
    scan: str = ""
    figures: Numbers = field(default_factory=dict)
    work: list[tuple[str | None, str, dict[str, str | None]]] = field(default_factory=list)
    #: Of the page: fingerprint → what is shown as its places.
    shown: list[tuple[str, str]] = field(default_factory=list)
    #: Figure → key → the part under which it is listed; None where the document lists no members.
    members: Mapping[str, Mapping[str, str]] | None = None
    #: Each place of each finding, by `COLUMNS`; None where the document does not hold them all.
    rows: list[tuple[str | None, ...]] | None = None


def read(folder: Path) -> tuple[Claimed, ...]:
    """Each document of the report in a folder. Raises OssScanError where there is none, or one is not ours."""
    readers = {
        "report.json": _json,
        "figures.csv": _figures,
        "findings.csv": _findings,
        "report.html": _html,
    }
    found = []
    for name, reader in readers.items():
        path = folder / name
        if not path.exists():
            continue
        try:
            claimed = reader(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise _no_report(path, error.strerror or str(error)) from None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, csv.Error) as error:
            raise _no_report(path, type(error).__name__) from None
        found.append(claimed)
    if not any(one.scan for one in found):
        raise OssScanError(
            nl=f"{folder} bevat geen rapport van oss-scan; maak er een met oss-scan report make",
            en=f"{folder} holds no report of oss-scan; make one with oss-scan report make",
        )
    return tuple(found)


def _no_report(path: Path, detail: str) -> OssScanError:
    return OssScanError(
        nl=f"{path} is geen leesbaar rapport van oss-scan ({detail}); maak het opnieuw met oss-scan report make",
        en=f"{path} is no readable report of oss-scan ({detail}); make it again with oss-scan report make",
    )


def _json(text: str) -> Claimed:
    document = json.loads(text)
    if document["schema"] != "oss-scan/report/v1":
        raise ValueError("another schema")
    claimed = Claimed("report.json", scan=str(document["scan"]["id"]))
    claimed.members = {
        str(one["id"]): {str(member["key"]): str(member["part"]) for member in one["members"]}
        for one in document["figures"]
    }
    claimed.rows = [
        tuple(None if cell is None else str(cell) for cell in row)
        for judged in document["repositories"]
        for row in _places(judged)
    ]
    for one in document["figures"]:
        share = one["percentage"]
        claimed.figures[str(one["id"])] = {
            **{name: str(one[name]) for name in ("numerator", "denominator", "not_met", "not_applicable", "unknown")},
            "corrected": str(one["corrected"]),
            "left_out": str(len(one["left_out"])),
            "explained": str(sum(one["explained"].values())),
            "inventory": str(one["explained"]["inventory"]),
            "own": str(one["explained"]["repository"]),
            "percentage": None if share is None else str(share),
        }
    for listed in document["work_lists"]:
        for one in listed["work"]:
            numbers: dict[str, str | None] = {name: str(one[name]) for name in ("clears", "explained")}
            numbers["repositories"] = str(len(one["repositories"]))
            claimed.work.append((listed["organisation"], str(one["rule"]), numbers))
    return claimed


def _places(judged: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    known = (judged["key"], judged["commit"])
    if not judged["findings"]:
        yield *known, None, "unknown", None, None, None
    for found in judged["findings"]:
        what = (found["rule"], found["outcome"], found["fingerprint"])
        for spot in found["places"] or ({"path": None, "line": None},):
            yield *known, *what, spot["path"], spot["line"]


def _rows(text: str, head: tuple[str, ...]) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if tuple(reader.fieldnames or ()) != head:
        raise ValueError("other columns")
    rows = list(reader)
    if any(set(row) != set(head) or None in row.values() for row in rows):
        raise ValueError("a row of another length")
    return rows


def _figures(text: str) -> Claimed:
    claimed = Claimed("figures.csv")
    for row in _rows(text, FIGURES):
        claimed.scan = claimed.scan or row["scan"]
        if row["scan"] != claimed.scan:
            raise ValueError("figures of several scans")
        numbers: dict[str, str | None] = {
            name: row[name]
            for name in (
                *("numerator", "denominator", "not_met", "not_applicable", "unknown", "corrected", "left_out"),
                "explained",
            )
        }
        numbers |= {"inventory": row["explained_inventory"], "own": row["explained_repository"]}
        claimed.figures[row["id"]] = numbers | {"percentage": row["percentage"] or None}
    return claimed


def _findings(text: str) -> Claimed:
    return Claimed("findings.csv", rows=[tuple(row[name] or None for name in COLUMNS) for row in _rows(text, FINDINGS)])


def _html(text: str) -> Claimed:
    page = _Page()
    page.feed(text)
    page.close()
    if not page.claimed.scan:
        raise ValueError("no scan")
    return page.claimed


class _Page(HTMLParser):
    """Reads the cells that carry a figure, and the places that are shown with a finding."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.claimed = Claimed("report.html")
        self._row: dict[str, str | None] | None = None
        self._finding = ""
        self._organisation: str | None = None
        self._heard: list[str] | None = None  # what is being read
        self._until = ""
        self._name = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if "data-scan" in said:
            self.claimed.scan = said["data-scan"]
        if "data-list" in said:
            self._organisation = said.get("data-organisation")
        if tag == "tr":
            self._row, self._finding = None, said.get("data-finding", "")
            if "data-figure" in said:
                self._row = self.claimed.figures.setdefault(said["data-figure"], {})
            elif "data-work" in said:
                self._row = {}
                self.claimed.work.append((self._organisation, said["data-work"], self._row))
        elif tag == "td" and "data-count" in said and self._row is not None:
            self._hear(tag, said["data-count"])
        elif tag == "div" and said.get("class") == "place":
            self._hear(tag, "place")

    def handle_endtag(self, tag: str) -> None:
        if self._heard is None or tag != self._until:
            return
        text, self._heard = "".join(self._heard), None
        if self._name == "place":
            self.claimed.shown.append((self._finding, text))
        elif self._row is not None and self._name == "explained" and "(" in text:
            self._row["explained"] = _number(text.partition("(")[0])
        elif self._row is not None:
            name = _CELLS.get(self._name, self._name)
            self._row[name] = _share(text) if name == "percentage" else _number(text)

    def handle_data(self, data: str) -> None:
        if self._heard is not None:
            self._heard.append(data)

    def _hear(self, tag: str, name: str) -> None:
        self._heard, self._until, self._name = [], tag, name


def _number(text: str) -> str:
    """A whole number as the page writes it: groups of three, a dash for nil."""
    shown = text.strip()
    return "0" if shown == "-" else re.sub(r"[.,](?=\d{3})", "", shown)


def _share(text: str) -> str | None:
    """A share as the page writes it: a dash for nil, and a word where none is given."""
    shown = text.strip()
    if shown == "-":
        return "0.0"
    return shown.removesuffix("%").replace(",", ".") if shown.endswith("%") else None
