"""Whole scans as tables in Parquet files, for whoever computes with them. What each column holds: docs/parquet.md."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from oss_scan.errors import OssScanError
from oss_scan.facts import REVISION
from oss_scan.in_json import rulesets
from oss_scan.inert import json_text
from oss_scan.results import Judged, Run, Scan
from oss_scan.store.codec import facts_digest, to_json
from oss_scan.texts import Reason

Row = dict[str, object]

#: Table → column → the name of its type.
TABLES: Mapping[str, Mapping[str, str]] = {
    "scans": {
        "scan": "text",
        "started": "instant",
        "finished": "instant",
        "reference_date": "day",
        "tool_version": "text",
        "analysers": "json",
        "rulesets": "json",
        "basis": "text",
        "series": "text",
        "shard": "text",
        "repositories": "number",
    },
    "repositories": {
        "scan": "text",
        "key": "text",
        "repository": "text",
        "aliases": "texts",
        "organisation": "text",
        "status": "text",
        "reason": "json",
        "commit": "text",
        "committed": "instant",
        "branch": "text",
        "kinds": "texts",
        "facts": "text",
    },
    "findings": {
        "scan": "text",
        "key": "text",
        "rule": "text",
        "level": "text",
        "outcome": "text",
        "because": "json",
        "values": "json",
        "explained": "text",
        "explanation_counts": "truth",
        "corrected": "truth",
        "asks": "text",
        "fingerprint": "text",
    },
    "places": {
        "scan": "text",
        "key": "text",
        "rule": "text",
        "ordinal": "number",
        "path": "text",
        "line": "number",
        "column": "number",
        "blob": "text",
    },
    "facts": {"facts": "text", "revision": "number", "body": "json"},
}


def write(scans: Iterable[Scan], folder: Path) -> tuple[Path, ...]:
    """Write a file for each table into a folder; the files. Raises OssScanError without pyarrow, OSError."""
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
            for name, rows in _rows(scan, known).items():
                writers[name].write_table(pyarrow.Table.from_pylist(rows, schema=schemas[name]))
    return tuple(paths.values())


def _rows(scan: Scan, known: set[str]) -> dict[str, list[Row]]:
    """The rows of one scan; facts only where they are not `known` yet."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    rows["scans"].append(_scan(scan.run, len(scan.repositories)))
    for one in scan.repositories:
        digest = facts_digest(one.facts) if one.facts else None
        rows["repositories"].append(_repository(one, scan.run.id, digest))
        rows["findings"] += _findings(one, scan.run.id)
        rows["places"] += _places(one, scan.run.id)
        if one.facts and digest not in known:
            known.add(digest or "")
            rows["facts"].append({"facts": digest, "revision": REVISION, "body": to_json(one.facts)})
    return {name: [{column: _readable(value) for column, value in row.items()} for row in rows[name]] for name in rows}


def _scan(run: Run, repositories: int) -> Row:
    return {
        "scan": run.id,
        "started": run.started,
        "finished": run.finished,
        "reference_date": run.reference_date,
        "tool_version": run.tool_version,
        "analysers": _json(dict(run.analysers)),
        "rulesets": _json(rulesets(run)),
        "basis": run.basis,
        "series": run.series,
        "shard": run.shard,
        "repositories": repositories,
    }


def _repository(one: Judged, scan: str, facts: str | None) -> Row:
    return {
        "scan": scan,
        "key": one.key,
        "repository": one.repository,
        "aliases": list(one.aliases),
        "organisation": one.organisation,
        "status": one.status,
        "reason": _reason(one.reason),
        "commit": one.commit,
        "committed": one.committed,
        "branch": one.branch,
        "kinds": sorted(one.recognised.kinds) if one.recognised else None,
        "facts": facts,
    }


def _findings(one: Judged, scan: str) -> Iterator[Row]:
    for finding in one.findings:
        explained = finding.explained
        yield {
            "scan": scan,
            "key": one.key,
            "rule": finding.rule,
            "level": str(finding.level),
            "outcome": str(finding.outcome),
            "because": _reason(finding.because),
            "values": _json(dict(finding.values)),
            "explained": explained.origin if explained else None,
            "explanation_counts": explained.counts if explained else None,
            "corrected": finding.correction is not None,
            "asks": finding.asks,
            "fingerprint": finding.fingerprint,
        }


def _places(one: Judged, scan: str) -> Iterator[Row]:
    for finding in one.findings:
        for ordinal, place in enumerate(finding.places):
            yield {
                "scan": scan,
                "key": one.key,
                "rule": finding.rule,
                "ordinal": ordinal,
                "path": place.path,
                "line": place.line,
                "column": place.column,
                "blob": place.blob,
            }


def _reason(reason: Reason | None) -> str | None:
    return _json({"code": reason.code, "values": dict(reason.values)}) if reason else None


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _readable(value: object) -> Any:
    """Lone surrogates made visible: they are no UTF-8."""
    if isinstance(value, str):
        return json_text(value)
    return [json_text(one) for one in value] if isinstance(value, list) else value
