"""What the documents of a report claim, read back from each of them without trusting any."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from oss_scan.errors import OssScanError
from oss_scan.report.claimed import COLUMNS, NO_NUMBER, TWICE, Claimed, Numbers, RefusedError, named, once
from oss_scan.report.document import NUMBERS, SCHEMA
from oss_scan.report.manifest import NAME, parsed


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of the report in a folder. Raises OssScanError where there is none, or it is not ours."""
    path = folder / NAME
    if not path.exists():
        raise OssScanError(
            nl=f"{folder} bevat geen rapport van oss-scan; maak er een met oss-scan report make",
            en=f"{folder} holds no report of oss-scan; make one with oss-scan report make",
        )
    found: dict[str, Any] = _believed(path, parsed)
    return found


def read(folder: Path, names: Mapping[str, str]) -> Iterator[tuple[str, bytes, Claimed | None]]:
    """Each document that is there of those that the manifest names; without claims where it is not read back here.

    Raises OssScanError where one is not what it should be.
    """
    for name in names:
        path = folder / name
        if not path.is_file():
            continue
        reader = _READERS.get(name) or (_html if name.endswith(".html") else None)
        content = _believed(path, lambda content: content)
        if reader is None:
            yield name, content, None
            continue
        claimed = _believed(path, reader)
        claimed.name = name
        yield name, content, claimed


def _believed(path: Path, reader: Callable[[bytes], Any]) -> Any:
    try:
        return reader(path.read_bytes())
    except OSError as error:
        raise _no_report(path, *[error.strerror or str(error)] * 2) from None
    except RefusedError as error:
        raise _no_report(path, error.text.in_("nl", error.values), error.text.in_("en", error.values)) from None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, csv.Error) as error:
        raise _no_report(path, *[type(error).__name__] * 2) from None


def _no_report(path: Path, nl: str, en: str) -> OssScanError:
    return OssScanError(
        nl=f"{path} is geen leesbaar rapport van oss-scan ({nl}); maak het opnieuw met oss-scan report make",
        en=f"{path} is no readable report of oss-scan ({en}); make it again with oss-scan report make",
    )


def _json(content: bytes) -> Claimed:
    document = json.loads(content, object_pairs_hook=once)
    if document["schema"] != SCHEMA:
        raise ValueError("another schema")
    claimed = Claimed("", scan=named(str(document["scan"]["id"])), whole=True, work=[])
    claimed.figures = once((_scope(one), _numbers(one)) for one in document["figures"])
    claimed.members = once(
        (str(one["id"]), once((str(member["key"]), str(member["part"])) for member in one["members"]))
        for one in document["figures"]
        if "members" in one and one["status"] == "given"
    )
    claimed.rows = [
        tuple(None if cell is None else str(cell) for cell in row)
        for judged in document["repositories"]
        for row in _places(judged)
    ]
    for listed in document["work_lists"]:
        for one in listed["work"]:
            numbers: dict[str, str | None] = {name: str(one[name]) for name in ("clears", "explained")}
            numbers["repositories"] = str(len(one["repositories"]))
            assert claimed.work is not None
            claimed.work.append((listed["organisation"], str(one["rule"]), numbers))
    return claimed


def _scope(one: dict[str, Any]) -> tuple[str, str, str]:
    return str(one["id"]), str(one["scope"]["kind"]), str(one["scope"]["id"])


def _numbers(one: dict[str, Any]) -> dict[str, str | None]:
    if one["status"] in NO_NUMBER:
        return dict.fromkeys(NUMBERS, NO_NUMBER[one["status"]])
    said = {name: None if one[name] is None else str(one[name]) for name in NUMBERS}
    return said | {f"state:{state}": str(number) for state, number in one["states"].items()}


def _places(judged: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    known = (judged["key"], judged["commit"])
    if not judged["findings"]:
        yield *known, None, "unknown", None, None, None
    for found in judged["findings"]:
        what = (found["rule"], found["outcome"], found["fingerprint"])
        for spot in found["places"] or ({"path": None, "line": None},):
            yield *known, *what, spot["path"], spot["line"]


def _rows(content: bytes) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    rows = list(reader)
    if any(set(row) != set(reader.fieldnames or ()) or None in row.values() for row in rows):
        raise ValueError("a row of another length")
    return rows


def _figures(content: bytes) -> Claimed:
    claimed = Claimed("", whole=True)
    for row in _rows(content):
        claimed.scan = claimed.scan or named(row["scan"])
        if row["scan"] != claimed.scan:
            raise ValueError("figures of several scans")
        scope = (row["id"], row["scope_kind"], row["scope"])
        if scope in claimed.figures:
            raise RefusedError(TWICE, " ".join(scope))
        gone = NO_NUMBER.get(row["status"])
        claimed.figures[scope] = {name: gone or row[name] or None for name in NUMBERS}
    named(claimed.scan)
    return claimed


def _findings(content: bytes) -> Claimed:
    return Claimed("", rows=[tuple(row[name] or None for name in COLUMNS) for row in _rows(content)])


def _html(content: bytes) -> Claimed:
    page = _Page()
    page.feed(content.decode("utf-8"))
    page.close()
    return Claimed("", figures=page.figures)


class _Page(HTMLParser):
    """Reads the cells that carry a figure: numbers are what a reader sees, not a second copy."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.figures: Numbers = {}
        self._reference = ""
        self._heard: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("td", "th"):
            self._reference, self._heard = dict(attrs).get("data-figure") or "", []

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("td", "th") or not self._reference:
            return
        figure, _, rest = self._reference.partition(" ")
        where, _, what = rest.rpartition(" ")
        kind, _, scope = where.partition(":")
        said = _as_number("".join(self._heard).strip(), what)
        numbers = self.figures.setdefault((figure, kind, scope), {})
        if numbers.setdefault(what, said) != said:
            raise RefusedError(TWICE, self._reference)
        self._reference = ""

    def handle_data(self, data: str) -> None:
        if self._reference:
            self._heard.append(data)


def _as_number(shown: str, what: str) -> str | None:
    """A number as a page writes it: groups of three, a dash for nil, a word where there is none."""
    if shown in (".", "x"):
        return shown
    if shown == "-":
        return "0.0" if what == "percentage" else "0"
    if what == "percentage":
        return shown.removesuffix("%").replace(",", ".") if shown.endswith("%") else None
    return shown.replace(".", "").replace(",", "") or None


_READERS: Mapping[str, Callable[[bytes], Claimed]] = {
    "report.json": _json,
    "figures.csv": _figures,
    "findings.csv": _findings,
}
