"""Systems as they were judged: for programs, and as lines for people."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from oss_scan.checks import Outcome
from oss_scan.engine import Finding
from oss_scan.formats.shown import because, notice_keys, spot
from oss_scan.inert import json_text, printable
from oss_scan.results import JudgedSystem, Notice, sentence
from oss_scan.rule import Rule
from oss_scan.texts import OUTCOMES, Lang, Text

_UNNAMED = Text("(niet genoemd)", "(not named)")
_TALLY = Text("{number} systemen, peildatum {date}: {counts}", "{number} systems, reference date {date}: {counts}")


def document(one: JudgedSystem, rules: Mapping[str, Rule], lang: Lang, notices: Sequence[Notice]) -> dict[str, object]:
    """A system as JSON, with its notices (`attributing.of_systems`); what may not be named is null."""
    return {
        "key": one.key or None,
        "name": json_text(one.name) if one.name else None,
        "organisation": one.organisation,
        "openness": one.openness,
        "ground": one.ground,
        "review_by": one.review_by.isoformat() if one.review_by else None,
        "repositories": [json_text(address) for address in one.repositories],
        "findings": [_finding(finding, rules[finding.rule], lang) for finding in one.findings],
        "notices": [notice_keys(notice, lang) for notice in notices],
    }


def _finding(one: Finding, rule: Rule, lang: Lang) -> dict[str, object]:
    return {
        "rule": one.rule,
        "level": str(one.level),
        "outcome": str(one.outcome),
        "because": because(one.because),
        "message": json_text(sentence(one, rule, lang)),
        "explained": bool(one.explained and one.explained.counts),
        "corrected": one.correction is not None,
        "asks": one.asks,
        "fingerprint": one.fingerprint or None,
    }


def lines(
    systems: Sequence[JudgedSystem],
    day: date,
    rules: Mapping[str, Rule],
    lang: Lang,
    notices: Mapping[str, Sequence[Notice]],
    *,
    brief: bool,
) -> Iterator[str]:
    """Each system with its outcome and its notices, and how many there are of each; in brief without what passes."""
    counted = Counter(finding.outcome for one in systems for finding in one.findings)
    for one in systems:
        for finding in one.findings:
            if brief and finding.outcome is Outcome.PASS:
                continue
            yield f"{printable(one.name) if one.name else _UNNAMED.in_(lang)}: {OUTCOMES[finding.outcome].in_(lang)}"
            if finding.outcome is not Outcome.PASS:
                yield f"  {printable(sentence(finding, rules[finding.rule], lang))}"
        for notice in notices.get(one.key, ()):
            where = f"{spot(notice.place)}: " if notice.place else ""
            yield f"  {printable(where + notice.reason.in_(lang))}"
    counts = ", ".join(f"{counted[outcome]} {OUTCOMES[outcome].in_(lang)}" for outcome in Outcome)
    yield _TALLY.in_(lang, {"number": str(len(systems)), "date": str(day), "counts": counts})
