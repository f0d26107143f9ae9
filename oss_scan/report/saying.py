"""What a finding says in one sentence, wherever a report shows it."""

from collections.abc import Mapping

from oss_scan.engine import Finding
from oss_scan.results import sentence
from oss_scan.rule import Rule
from oss_scan.texts import Lang


def said(finding: Finding, rules: Mapping[str, Rule], lang: Lang) -> str | None:
    """The sentence; None where the rule is not among those of now."""
    rule = rules.get(finding.rule)
    return sentence(finding, rule, lang) if rule else None


def explained_in_short(finding: Finding) -> str | None:
    """The reason of the explanation, in brackets where it does not count."""
    if finding.explained is None:
        return None
    reason = finding.explained.explanation.reason
    return reason if finding.explained.counts else f"({reason})"
