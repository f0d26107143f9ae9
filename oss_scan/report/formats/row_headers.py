"""Marks the first cell of each row of a tagged PDF as the header of its row.

typst has this behind a switch that cannot be set from Python (`pdf.header-cell`); a test says when it no longer is.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name


def row_headers(made: bytes) -> bytes:
    """The PDF with header cells for rows; the same bytes for the same PDF."""
    with pikepdf.open(BytesIO(made)) as pdf:
        for row in _rows(pdf.Root.StructTreeRoot):
            first = _kids(row)[0]
            if first.get("/S") == Name.TD and _kids(first):
                first.S = Name.TH
                first.A = Array([*_list(first.get("/A")), Dictionary(O=Name.Table, Scope=Name.Row)])
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _rows(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The rows of the bodies of all tables."""
    for kid in _kids(node):
        if kid.get("/S") == Name.TBody:
            yield from (row for row in _kids(kid) if row.get("/S") == Name.TR)
        elif kid.get("/S") != Name.THead:
            yield from _rows(kid)


def _kids(node: pikepdf.Object) -> list[pikepdf.Object]:
    return [one for one in _list(node.get("/K")) if isinstance(one, Dictionary)]


def _list(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
