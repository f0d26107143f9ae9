"""The report as one JSON document of schema `oss-scan/report/v2`: the figures over every scope, and every finding that
may be named.

Keys are sorted; what is outside ASCII, and what HTML would act on, is escaped, so that no reader obeys it.
"""

from decimal import Decimal

from oss_scan.engine import Finding
from oss_scan.figures import GOVERNMENT, Definition, Figure
from oss_scan.figures.change import Change, Moved
from oss_scan.in_json import correction_keys, explanation_keys, place_keys, run_keys
from oss_scan.inert import json_document
from oss_scan.report.content.data import numbers, status
from oss_scan.report.content.material import Material
from oss_scan.report.links import commit_link, place_link
from oss_scan.report.saying import said
from oss_scan.results import Judged, JudgedSystem, moment
from oss_scan.texts import Lang
from oss_scan.worklist import WorkList, work_lists

SCHEMA = "oss-scan/report/v2"
NUMBERS = (
    *("numerator", "denominator", "percentage", "not_met", "explained", "explained_inventory", "explained_repository"),
    *("unknown", "not_applicable", "left_out", "corrected"),
)


def render(material: Material) -> str:
    """The document."""
    development = material.development
    measured = material.measured
    document: dict[str, object] = {
        "schema": SCHEMA,
        "lang": material.wording.lang,
        "final": material.final,
        "audience": material.audience,
        "author": material.author or None,
        "supersedes": material.errata.supersedes if material.errata else None,
        "errata": material.errata.text if material.errata else None,
        "scan": _scan(material),
        "compared_with": {"id": development.since.id, "reference_date": development.since.on.isoformat()}
        if development
        else None,
        "figures": (_figure(one, material) for one in material.counted),
        "changes": _changes(material),
        "work_lists": (_work_list(one, material) for one in work_lists(material.named_scan)),
        "systems": (_system(one) for one in measured.systems or () if one.key not in measured.hidden),
        "repositories": (_repository(one, material) for one in material.named_scan.repositories),
    }
    return json_document(document)


def defined(definition: Definition, lang: Lang) -> dict[str, object]:
    """A definition, whole, so that a later program can count by it."""
    return {
        "id": definition.id,
        "over": definition.over,
        "by": definition.by,
        "of": definition.of,
        "rules": list(definition.rules),
        "counts": sorted(definition.counts),
        "better": definition.better,
        "title": definition.title.in_(lang),
        "definition": definition.definition.in_(lang),
    }


def _scan(material: Material) -> dict[str, object]:
    run = material.measured.scan.run
    return {
        **run_keys(run),
        "rulesets_changed": list(material.changed),
        **({"shard": run.shard} if run.shard else {}),
    }


def _figure(figure: Figure, material: Material) -> dict[str, object]:
    given = status(figure) == "given"
    whole: dict[str, object] = {}
    if figure.scope == GOVERNMENT:
        whole = {**defined(figure.definition, material.wording.lang), **_members(figure, material)}
    counted = (float(one) if isinstance(one, Decimal) else one for one in numbers(figure))
    return {
        **whole,
        "id": figure.id,
        "scope": {"kind": figure.scope.kind, "id": figure.scope.id, "name": material.scope_name(figure.scope)},
        "status": status(figure),
        "basis": figure.basis,
        **dict(zip(NUMBERS, counted, strict=True)),
        "states": dict(figure.states) if given else {},
    }


def _members(figure: Figure, material: Material) -> dict[str, object]:
    """Who stands behind a figure, of those that may be named."""
    lang = material.wording.lang
    return {
        "members": [
            {
                "key": one.key,
                "part": str(figure.part(one)),
                "state": one.state,
                "fingerprint": one.finding.fingerprint if one.finding else None,
                "reason": one.because.in_(lang) if one.because else None,
            }
            for one in figure.members
            if one.named
        ],
        "left_out_of_it": [{"key": one.key, "reason": one.why.in_(lang)} for one in figure.left_out if one.named],
    }


def _changes(material: Material) -> list[dict[str, object]]:
    if material.development is None:
        return []
    found: list[dict[str, object]] = []
    for (name, scope), one in material.development.changes.items():
        if one.before.withheld or one.after.withheld:
            continue
        found.append(
            {
                "id": name,
                "scope": {"kind": scope.kind, "id": scope.id},
                "points": float(one.points) if one.points is not None else None,
                "breaks": [reason.in_(material.wording.lang) for reason in one.breaks],
                **{what: [each.key for each in keys if each.named] for what, keys in moves(one).items()},
            }
        )
    return found


def moves(change: Change) -> dict[str, tuple[Moved, ...]]:
    """Who came, went, or is counted elsewhere; whether that is better, a figure says, and some say neither."""
    gained, lost = change.gained, change.lost
    better, worse = {"higher": (gained, lost), "lower": (lost, gained), "neither": ((), ())}[
        change.after.definition.better
    ]
    found = {"appeared": change.appeared, "left": change.left, "improved": better, "worsened": worse}
    return found | {"gained": gained, "lost": lost, "unsure": change.unsure}


def _work_list(one: WorkList, material: Material) -> dict[str, object]:
    rules = material.rules
    return {
        "organisation": one.organisation,
        "work": [
            {
                "rule": work.rule,
                "level": str(work.level),
                "clears": work.clears,
                "explained": work.explained,
                "remedy": rules[work.rule].remedy.in_(material.wording.lang) if work.rule in rules else None,
                "repositories": [
                    {"key": mend.key, "fingerprint": mend.finding.fingerprint, "clears": mend.clears}
                    for mend in work.mends
                ],
            }
            for work in one.work
        ],
    }


def _system(system: JudgedSystem) -> dict[str, object]:
    return {
        "key": system.key,
        "name": system.name,
        "organisation": system.organisation,
        "openness": system.openness,
        "ground": system.ground,
        "review_by": system.review_by.isoformat() if system.review_by else None,
    }


def _repository(judged: Judged, material: Material) -> dict[str, object]:
    return {
        "key": judged.key,
        "repository": judged.repository,
        "organisation": judged.organisation,
        "status": judged.status,
        "reason": judged.reason.in_(material.wording.lang) if judged.reason else None,
        "commit": judged.commit,
        "committed": moment(judged.committed) if judged.committed else None,
        "link": commit_link(judged) or None,
        "findings": [_finding(judged, one, material) for one in judged.findings],
        "standards": [
            {"standard": one.standard, "status": str(one.status), "applicability": str(one.applicability)}
            for one in judged.standards
        ],
    }


def _finding(judged: Judged, finding: Finding, material: Material) -> dict[str, object]:
    explained, correction = finding.explained, finding.correction
    return {
        "rule": finding.rule,
        "level": str(finding.level),
        "outcome": str(finding.outcome),
        "message": said(finding, material.rules, material.wording.lang),
        "reason": finding.because.code if finding.because else None,
        "places": [{**place_keys(place), "link": place_link(judged, place) or None} for place in finding.places],
        "explanation": explained and {**explanation_keys(explained), "counts": explained.counts},
        "correction": correction and correction_keys(correction),
        "fingerprint": finding.fingerprint,
    }
