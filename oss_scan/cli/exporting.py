"""What `oss-scan store export` does, apart from its options."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from oss_scan.cli.options import unwritable, write
from oss_scan.cli.replacing import replacing
from oss_scan.cli.stores import opened, rules_of
from oss_scan.errors import OssScanError
from oss_scan.figures import Audience
from oss_scan.formats import Options, render
from oss_scan.inert import printable
from oss_scan.store import LATEST, Store
from oss_scan.texts import Lang, Text

_WRITTEN = Text("Geschreven: {paths}", "Written: {paths}")


def export(
    given: str | None,
    scan_ids: Sequence[str],
    form: str,
    output: Path | None,
    audience: Audience | None,
    rulesets: Sequence[str],
    lang: Lang,
    *,
    every: bool,
    quiet: bool,
) -> None:
    """Write scans; a file is there only once all of it is written. Raises OssScanError."""
    if every and scan_ids:
        raise OssScanError(nl="noem scans of geef --all, niet beide", en="name scans or give --all, not both")
    if form == "parquet" and output is None:
        raise OssScanError(
            nl="Parquet bestaat uit meer bestanden; noem met --output de map waarin ze komen",
            en="Parquet is several files; name the folder that they go into with --output",
        )
    if form != "parquet" and audience:
        raise OssScanError(
            nl="JSON-regels bevatten de hele scan; --audience hoort bij --format parquet",
            en="JSON lines hold the whole scan; --audience goes with --format parquet",
        )
    store = opened(given, create=False)
    wanted = [one.run.id for one in store.runs()] if every else list(scan_ids or (LATEST,))
    try:
        if form == "parquet" and output:
            paths = _parquet(store, wanted, output, audience)
            if not quiet:
                shown = ", ".join(printable(str(path)) for path in paths)
                click.echo(_WRITTEN.in_(lang, {"paths": shown}), err=True)
        else:
            _lines(store, wanted, output, rulesets, lang)
    except OSError as error:
        assert output is not None
        raise unwritable(output, error) from None


def _lines(store: Store, wanted: Sequence[str], output: Path | None, rulesets: Sequence[str], lang: Lang) -> None:
    scans = (store.scan(one, facts=True) for one in wanted)
    lines = (_line(render("json", scan, rules_of(scan, rulesets)[0], lang, Options(fail_on=None))) for scan in scans)
    if output is None:
        for line in lines:
            write(line, None)
        return
    with replacing(output) as file:
        file.writelines(line.encode("ascii") for line in lines)


def _line(document: str) -> str:
    return json.dumps(json.loads(document), sort_keys=True, separators=(",", ":")) + "\n"


def _parquet(store: Store, wanted: Sequence[str], folder: Path, audience: Audience | None) -> list[Path]:
    from oss_scan.formats.parquet import write as write_tables

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".") as name:
        made = write_tables((store.scan(one, facts=True) for one in wanted), Path(name), audience)
        return [path.replace(folder / path.name) for path in made]
