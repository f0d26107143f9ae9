"""What was found of standards, as JSON and as lines for a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from oss_scan.facts import Known
from oss_scan.facts.apis import Api
from oss_scan.results import Judged
from oss_scan.texts import Lang, Text
from oss_scan.verdicts import Spot, StandardVerdict, Status
from oss_scan.verdicts.wording import STATUSES, because, name, sentence

#: What a reader of text is not shown line by line, but counted.
_COUNTED = (Status.APPLICABILITY_UNKNOWN, Status.NOT_APPLICABLE, Status.NOT_VISIBLE)
_SHOWN = 3  # places of one standard

HEAD = Text("Open standaarden van de lijst", "Open standards of the list")


def standard(verdict: StandardVerdict, lang: Lang) -> dict[str, object]:
    """One verdict as in `oss-scan/scan/v1`."""
    return {
        "standard": verdict.standard,
        "version": verdict.version,
        "listed": verdict.listed,
        "applicability": str(verdict.applicability),
        "because": {
            "code": verdict.because.code,
            "values": dict(verdict.because.values),
            "message": because(verdict.because, lang),
        },
        "evidence": str(verdict.evidence),
        "tested": verdict.tally
        and {"passed": verdict.tally.passed, "of": verdict.tally.of, "of_standard": verdict.tally.all},
        "counter_evidence": [_spot(spot) for spot in verdict.counter],
        "explanation": str(verdict.explained),
        "explanation_reason": verdict.explanation,
        "until": verdict.until.isoformat() if verdict.until else None,
        "agreement": verdict.agreement,
        "status": str(verdict.status),
        "message": sentence(verdict, lang),
        "places": [_spot(spot) for spot in verdict.places],
    }


def apis(judged: Judged) -> list[dict[str, object]] | None:
    """The OpenAPI files with their role, and for own ones what was tested; None where nobody looked."""
    tree = judged.facts.tree if judged.facts else None
    if not isinstance(tree, Known) or tree.value.apis is None:
        return None
    return [_api(api) for api in tree.value.apis.files]


def _api(api: Api) -> dict[str, object]:
    tested = api.tested
    return {
        "path": api.path,
        "blob": api.blob,
        "role": api.role,
        "reason": api.reason,
        "other": api.other,
        "openapi": api.version,
        "title": api.title,
        "release": api.release,
        "offer": api.offer,
        "tested": tested
        and {
            "valid": tested.valid,
            "ruleset": tested.ruleset,
            "rules": list(tested.clauses),
            "unknown": list(tested.unknown),
            "register_score": tested.score,
            "deviations": [
                {
                    "rule": one.rule,
                    "code": one.code,
                    "level": one.level,
                    "count": one.count,
                    "places": [{"path": at.path, "line": at.line, "column": at.column} for at in one.places],
                }
                for one in tested.deviations
            ],
        },
    }


def _spot(spot: Spot) -> dict[str, object]:
    return {"path": spot.path, "line": spot.line, "column": spot.column, "structure": spot.structure}


def lines(verdicts: Sequence[StandardVerdict], lang: Lang) -> Iterator[str]:
    """What there is to say of each standard, and how many there are of which nothing can be said."""
    for verdict in verdicts:
        if verdict.status in _COUNTED:
            continue
        yield f"{name(verdict)}: {sentence(verdict, lang)}"
        spots = verdict.counter or verdict.places
        for spot in spots[:_SHOWN]:
            line = f":{spot.line}" if spot.line else ""
            yield f"  · {spot.path}{line} {spot.structure}".rstrip()
    counts = Counter(verdict.status for verdict in verdicts)
    counted = [f"{STATUSES[one].in_(lang)}: {counts[one]}" for one in _COUNTED if counts[one]]
    if counted:
        yield "; ".join(counted)
