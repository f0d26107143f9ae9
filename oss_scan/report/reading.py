"""What the documents of a report claim, read back from each of them without trusting any."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from oss_scan.errors import OssScanError
from oss_scan.report.claimed import COLUMNS, TWICE, Claimed, RefusedError, language, named, once
from oss_scan.report.reading_page import html
from oss_scan.report.tables import FIGURES, FINDINGS


def read(folder: Path) -> tuple[Claimed, ...]:
    """Each document of the report in a folder. Raises OssScanError where there is none, or one is not ours."""
    readers = {
        "report.json": _json,
        "figures.csv": _figures,
        "findings.csv": _findings,
        "report.html": html,
    }
    found = []
    for name, reader in readers.items():
        path = folder / name
        if not path.exists():
            continue
        try:
            text = path.read_bytes().decode("utf-8")
            claimed = reader(text)
        except OSError as error:
            raise _no_report(path, *[error.strerror or str(error)] * 2) from None
        except RefusedError as error:
            raise _no_report(path, error.text.in_("nl", error.values), error.text.in_("en", error.values)) from None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, csv.Error) as error:
            raise _no_report(path, *[type(error).__name__] * 2) from None
        claimed.text = text
        found.append(claimed)
    if not any(one.scan for one in found):
        raise OssScanError(
            nl=f"{folder} bevat geen rapport van oss-scan; maak er een met oss-scan report make",
            en=f"{folder} holds no report of oss-scan; make one with oss-scan report make",
        )
    return tuple(found)


def _no_report(path: Path, nl: str, en: str) -> OssScanError:
    return OssScanError(
        nl=f"{path} is geen leesbaar rapport van oss-scan ({nl}); maak het opnieuw met oss-scan report make",
        en=f"{path} is no readable report of oss-scan ({en}); make it again with oss-scan report make",
    )


def _json(text: str) -> Claimed:
    document = json.loads(text, object_pairs_hook=once)
    if document["schema"] != "oss-scan/report/v1":
        raise ValueError("another schema")
    claimed = Claimed("report.json", scan=named(str(document["scan"]["id"])), lang=language(document["lang"]))
    claimed.members = once(
        (str(one["id"]), once((str(member["key"]), str(member["part"])) for member in one["members"]))
        for one in document["figures"]
    )
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
        claimed.scan = claimed.scan or named(row["scan"])
        if row["scan"] != claimed.scan:
            raise ValueError("figures of several scans")
        if row["id"] in claimed.figures:
            raise RefusedError(TWICE, row["id"])
        numbers: dict[str, str | None] = {
            name: row[name]
            for name in (
                *("numerator", "denominator", "not_met", "not_applicable", "unknown", "corrected", "left_out"),
                "explained",
            )
        }
        numbers |= {"inventory": row["explained_inventory"], "own": row["explained_repository"]}
        claimed.figures[row["id"]] = numbers | {"percentage": row["percentage"] or None}
    named(claimed.scan)
    return claimed


def _findings(text: str) -> Claimed:
    return Claimed("findings.csv", rows=[tuple(row[name] or None for name in COLUMNS) for row in _rows(text, FINDINGS)])
