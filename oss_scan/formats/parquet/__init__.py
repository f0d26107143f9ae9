"""Whole scans as tables in Parquet files, for whoever computes with them. What each column holds: docs/parquet.md."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any

from oss_scan.errors import OssScanError
from oss_scan.figures import Audience
from oss_scan.formats.parquet.columns import TABLES, Row
from oss_scan.formats.parquet.counted import rows as counted
from oss_scan.formats.parquet.found import rows as found
from oss_scan.formats.parquet.inventoried import rows as inventoried
from oss_scan.formats.parquet.viewed import view
from oss_scan.inert import json_text
from oss_scan.results import Scan

__all__ = ["TABLES", "write"]

_AT_ONCE = 10_000  # rows of a table that are kept in memory before they are written


def write(scans: Iterable[Scan], folder: Path, audience: Audience | None = None) -> tuple[Path, ...]:
    """Write a file for each table into a folder; the files. Without an `audience` a scan that was made with an
    inventory is for the public. Raises OssScanError without pyarrow, OSError."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise OssScanError(
            nl="voor Parquet is pyarrow nodig; installeer het met pip install 'oss-scan[parquet]'",
            en="Parquet needs pyarrow; install it with pip install 'oss-scan[parquet]'",
        ) from None
    types = {
        "text": pyarrow.string(),
        "texts": pyarrow.list_(pyarrow.string()),
        "json": pyarrow.string(),
        "number": pyarrow.int64(),
        "percentage": pyarrow.decimal128(4, 1),
        "truth": pyarrow.bool_(),
        "day": pyarrow.date32(),
        "instant": pyarrow.timestamp("us", tz="UTC"),
    }
    schemas = {
        name: pyarrow.schema([(column, types[kind]) for column, kind in columns.items()])
        for name, columns in TABLES.items()
    }
    paths = {name: folder / f"{name}.parquet" for name in TABLES}
    known: set[str] = set()
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(parquet.ParquetWriter(paths[name], schema, compression="zstd"))
            for name, schema in schemas.items()
        }
        waiting: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}

        def put(name: str, most: int) -> None:
            if len(waiting[name]) > most:
                writers[name].write_table(pyarrow.Table.from_pylist(waiting[name], schema=schemas[name]))
                waiting[name].clear()

        for scan in scans:
            for name, row in _rows(scan, audience, known):
                waiting[name].append(row)
                put(name, _AT_ONCE)
        for name in TABLES:
            put(name, 0)
    return tuple(paths.values())


def _rows(scan: Scan, audience: Audience | None, known: set[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row of one scan with its table; facts only where they are not `known` yet."""
    seen = view(scan, audience or ("public" if scan.inventory else "internal"))
    for name, row in chain(found(seen, known), inventoried(seen), counted(seen)):
        yield name, {column: _readable(value) for column, value in _named(row, seen.scan.run.id).items()}


def _named(row: Row, scan: str) -> Row:
    return row if "revision" in row else {"scan": scan, **row}  # facts are of no scan in particular


def _readable(value: object) -> Any:
    """Lone surrogates made visible: they are no UTF-8."""
    if isinstance(value, str):
        return json_text(value)
    return [json_text(one) for one in value] if isinstance(value, (list, tuple)) else value
