"""`oss-scan scan --every`: which days are meant, and what is said of the scans that were made."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tabulate import tabulate

from oss_scan.cli.options import write
from oss_scan.errors import OssScanError
from oss_scan.inert import printable
from oss_scan.results import Run
from oss_scan.scan.series import Every, days
from oss_scan.store import RunInfo, Store
from oss_scan.texts import BASES, Lang, Text

SCHEMA = "oss-scan/series/v1"
_FIRST = date(1970, 1, 1)
_HEADS = (
    Text("peildatum", "reference date"),
    Text("grondslag", "basis"),
    Text("repository's", "repositories"),
    Text("niet leesbaar", "unreadable"),
    Text("buiten beschouwing", "left out"),
    Text("scan", "scan"),
)
_COLUMNS = ("reference_date", "basis", "repositories", "unreadable", "skipped", "id")


def asked_days(every: Every | None, since: date | None, today: date, *, alone: bool) -> tuple[date, ...]:
    """The days of the series that is asked for; none where none is. `alone` says that only one scan can be meant.
    Raises OssScanError.
    """
    if every is None and since is None:
        return ()
    if every is None or since is None:
        raise OssScanError(
            nl="--every en --since horen bij elkaar: --every year --since 2020-12-31",
            en="--every and --since go together: --every year --since 2020-12-31",
        )
    if alone:
        raise OssScanError(
            nl="een reeks (--every) gaat tot vandaag en wordt bewaard; laat --as-of en --no-store weg",
            en="a series (--every) goes to this day and is kept; leave out --as-of and --no-store",
        )
    if since < _FIRST:
        raise OssScanError(
            nl=f"--since {since} ligt voor 1970, waarin git nog geen dagen kent; kies een latere dag",
            en=f"--since {since} lies before 1970, where git knows no days; choose a later day",
        )
    found = days(every, since, today)
    if not found:
        raise OssScanError(
            nl=f"tussen --since {since} en vandaag eindigt geen periode van --every {every}; kies een eerdere dag",
            en=f"no period of --every {every} ends between --since {since} and today; choose an earlier day",
        )
    return found


def told(store: Store, runs: Sequence[Run], form: str, lang: Lang, output: Path | None, *, quiet: bool) -> int:
    """Print a line for each scan of a series, and give the exit status."""
    wanted = {run.id for run in runs}
    found = sorted((one for one in store.runs() if one.run.id in wanted), key=lambda one: one.run.reference_date)
    if form == "json":
        document = {"schema": SCHEMA, "series": runs[-1].series, "scans": [_brief(one) for one in found]}
        text = json.dumps(document, indent=2, sort_keys=True)
    elif form == "csv":
        text = _csv(found)
    else:
        heads = [] if quiet else [head.in_(lang) for head in _HEADS]
        rows = [[printable(str(value)) for value in _row(one, lang)] for one in found]
        text = tabulate(rows, heads, tablefmt="plain" if quiet else "simple", disable_numparse=True)
    write(text, output)
    return 3 if any(one.unreadable for one in found) else 0


def _row(one: RunInfo, lang: Lang) -> list[object]:
    brief = _brief(one)
    return [BASES[one.run.basis].in_(lang) if name == "basis" else brief[name] for name in _COLUMNS]


def _brief(one: RunInfo) -> dict[str, object]:
    return {
        "id": one.run.id,
        "reference_date": one.run.reference_date.isoformat(),
        "basis": one.run.basis,
        "repositories": one.repositories,
        "unreadable": one.unreadable,
        "skipped": one.skipped,
        **({"shard": one.run.shard} if one.run.shard else {}),
    }


def _csv(found: Sequence[RunInfo]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_brief(one)[name] for name in _COLUMNS] for one in found)
    return text.getvalue()
