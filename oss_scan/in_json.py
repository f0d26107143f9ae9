"""What every JSON document says in the same keys: a scan, a place, an explanation, a correction.

A document adds keys of its own.
"""

from oss_scan.checks import Place
from oss_scan.engine import Explained
from oss_scan.facts.declared import Correction
from oss_scan.results import Run, moment


def run_keys(run: Run) -> dict[str, object]:
    """Which scan it was: its dates, the program and what it judged by."""
    return {
        "id": run.id,
        "started": moment(run.started),
        "finished": moment(run.finished) if run.finished else None,
        "reference_date": run.reference_date.isoformat(),
        "basis": run.basis,
        "series": run.series,
        "tool": {"name": "oss-scan", "version": run.tool_version},
        "analysers": dict(run.analysers),
        "rulesets": rulesets(run),
    }


def rulesets(run: Run) -> list[dict[str, str]]:
    """The rules that were asked, by the digest of their files."""
    return [{"name": one.name, "version": one.version, "digest": one.digest} for one in run.rulesets]


def place_keys(place: Place) -> dict[str, object]:
    """Where something stands; `line` and `column` count from 1."""
    return {"path": place.path, "line": place.line, "column": place.column, "blob": place.blob}


def explanation_keys(explained: Explained) -> dict[str, object]:
    """Why the owner deviates, by whom, from when until when, and where it was written."""
    why = explained.explanation
    return {
        "reason": why.reason,
        "by": why.by,
        "on": why.on.isoformat(),
        "until": why.until.isoformat(),
        "origin": explained.origin,
    }


def correction_keys(correction: Correction) -> dict[str, object]:
    """What the owner says that is otherwise, by whom and when."""
    return {"evidence": correction.evidence, "by": correction.by, "on": correction.on.isoformat()}
