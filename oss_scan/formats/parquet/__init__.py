"""Whole scans as tables in Parquet files, for whoever computes with them. What each column holds: docs/parquet.md."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
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
        for scan in scans:
            for name, rows in _tables(scan, audience, known).items():
                writers[name].write_table(pyarrow.Table.from_pylist(rows, schema=schemas[name]))
    return tuple(paths.values())


def _tables(scan: Scan, audience: Audience | None, known: set[str]) -> Mapping[str, list[dict[str, Any]]]:
    """The rows of one scan; facts only where they are not `known` yet."""
    seen = view(scan, audience or ("public" if scan.inventory else "internal"))
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for name, row in (*found(seen, known), *inventoried(seen), *counted(seen)):
        tables[name].append({column: _readable(value) for column, value in _named(row, seen.scan.run.id).items()})
    return tables


def _named(row: Row, scan: str) -> Row:
    return row if "revision" in row else {"scan": scan, **row}  # facts are of no scan in particular


def _readable(value: object) -> Any:
    """Lone surrogates made visible: they are no UTF-8."""
    if isinstance(value, str):
        return json_text(value)
    return [json_text(one) for one in value] if isinstance(value, (list, tuple)) else value
