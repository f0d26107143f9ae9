"""Every figure of the made-up government is the number that was counted by hand, in every form, read back by others."""

import json
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import pytest

from oss_scan.report.blocks import Table
from oss_scan.report.content import content
from oss_scan.report.content.material import Material
from oss_scan.report.document import render
from oss_scan.report.formats import files
from tests.report.made_up_government import HAND, HAND_SCOPES, HAND_STANDARDS, government, rules
from tests.report.read_back import Read, csv_rows, html_tables, ods_sheets, odt_tables, pdf_tables
from tests.report.reported import written_from

_PARTS = ("numerator", "denominator", "not_met", "not_applicable", "unknown")
_EVERY = HAND | HAND_STANDARDS
#: Figures that the tables for people do not have in every scope; the data have all.
_SCOPED = "licence-osi-approved"


@cache
def _material() -> Material:
    return written_from(government(), rules(), "nl", audience="public")


@cache
def _file(form: str, name: str) -> bytes:
    return dict(files(content(_material()), (form,)))[name]


def _read(form: str) -> Iterable[Read]:
    made = _file(form, f"report.{form}")
    return {"html": html_tables, "pdf": pdf_tables, "odt": odt_tables}[form](made)


def _expected(figure: str) -> str | None:
    """What has to stand in a cell by its name, as a Dutch reader sees it; None where it was not counted by hand."""
    ident, where, *rest = figure.replace(":", " ").split()
    scope, part = (("government", ""), rest[0]) if where == "government" else ((where, rest[0]), rest[-1])
    numbers = _EVERY.get(ident) if scope == ("government", "") else HAND_SCOPES.get(scope) if ident == _SCOPED else None
    if numbers is None or part not in (*_PARTS, "percentage"):
        return None
    numerator, denominator, _, _, unknown = numbers
    if denominator == unknown and part in ("numerator", "percentage", "not_met"):
        return "."  # of nobody could anything be established
    if part == "percentage":
        if denominator < 10:
            return "geen"
        share = (Decimal(100 * numerator) / denominator).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{share}%".replace(".", ",") if share else "-"
    number = numbers[_PARTS.index(part)]
    return f"{number:,}".replace(",", ".") if number else "-"


@pytest.mark.parametrize("form", ["html", "pdf", "odt"])
def test_what_people_read(form: str) -> None:
    read = {one.caption: one for one in _read(form)}
    wrong, seen = [], set()
    for table in (block for chapter in content(_material()).chapters for block in chapter.blocks):
        if not isinstance(table, Table):
            continue
        for row, cells in zip(table.rows, read[" ".join(table.caption.split())].rows, strict=True):
            for cell, said in zip(row, cells, strict=True):
                expected = _expected(cell.figure) if cell.figure else None
                if expected is not None:
                    seen.add(cell.figure)
                    wrong += [] if said == expected else [(cell.figure, said, expected)]
    assert wrong == []
    unseen = {"standard-dnssec"}  # which no source code shows: no table for people counts it
    assert {one.partition(" ")[0] for one in seen if one} == set(_EVERY) - unseen
    assert len(seen) > 150


def _told(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str, str], tuple[int, ...]]:
    """The numbers of each figure and scope as the data have them."""
    return {
        (str(row["id"]), str(row["scope_kind"]), str(row["scope"] or "")): tuple(int(row[part] or 0) for part in _PARTS)
        for row in rows
        if row["numerator"] not in (None, "")
    }


def _hand() -> dict[tuple[str, str, str], tuple[int, ...]]:
    found: dict[tuple[str, str, str], tuple[int, ...]] = {}
    found.update({(ident, "government", ""): numbers for ident, numbers in _EVERY.items()})
    found.update({(_SCOPED, kind, ident): numbers for (kind, ident), numbers in HAND_SCOPES.items()})
    return found


def test_what_programs_read() -> None:
    header, *rows = csv_rows(_file("csv", "figures.csv"))
    _, *cells = ods_sheets(_file("ods", "report.ods"))["figures"]
    found = {
        "csv": _told(dict(zip(header, row, strict=True)) for row in rows),
        "ods": _told(dict(zip(header, row, strict=True)) for row in cells),
        "json": _told(_flat(one) for one in json.loads(render(_material()))["figures"]),
    }
    for form, told in found.items():
        assert {key: told.get(key) for key in _hand()} == _hand(), form
    assert found["csv"] == found["ods"] == found["json"]


def _flat(figure: Mapping[str, Any]) -> dict[str, Any]:
    """A figure of the JSON document as a row of the data."""
    scope = figure["scope"]
    return {
        **{part: figure[part] for part in _PARTS},
        "id": figure["id"],
        "scope_kind": scope["kind"],
        "scope": scope["id"],
    }
