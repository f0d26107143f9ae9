"""What repositories are told apart by: the findings of one or more rules, what kind they are, and where they live."""

from collections.abc import Iterator, Mapping, Sequence

from oss_scan.addresses import canonical, host_of
from oss_scan.checks import Outcome
from oss_scan.engine import Finding
from oss_scan.figures.measured import Measured
from oss_scan.figures.model import Member, Part
from oss_scan.inventory.model import Kind
from oss_scan.results import Judged
from oss_scan.texts import Reason
from oss_scan.verdicts import StandardVerdict

#: The worst of several rules decides: what fails, then what is unknown.
_WORST = (Part.NOT_MET, Part.UNKNOWN, Part.MET, Part.NOT_APPLICABLE)


def by_rules(measured: Measured, rules: Sequence[str]) -> Iterator[Member]:
    """Whether each repository meets the rules, all of them; the finding is the one that decided."""
    for judged in measured.scan.repositories:
        if judged.status == "unreadable":
            yield member(measured, judged, Part.UNKNOWN, because=judged.reason)
            continue
        findings = {finding.rule: finding for finding in judged.findings}
        answers = [_answer(findings, rule) for rule in rules]
        state, finding, because = min(answers, key=lambda one: _WORST.index(one[0]))
        yield member(measured, judged, state, finding, because)


def readable(measured: Measured) -> Iterator[Member]:
    """Whether each repository could be read."""
    for judged in measured.scan.repositories:
        if judged.status == "unreadable":
            yield member(measured, judged, "unknown", because=judged.reason)
        else:
            yield member(measured, judged, "read", evidence=judged.commit or "")


def archived(measured: Measured) -> Iterator[Member]:
    """Whether the forge says that a repository is archived, also where such repositories are in no other figure."""
    for judged in measured.found:
        told = measured.kinds[judged.key]
        if Kind.ARCHIVED in told.unknown:
            yield member(measured, judged, "unknown", because=judged.reason or Reason("hosting-not-looked"))
        elif Kind.ARCHIVED in told.kinds:
            yield member(measured, judged, "archived", because=told.kinds[Kind.ARCHIVED])
        else:
            yield member(measured, judged, "not-archived", because=Reason("population-not-archived"))


def platform(measured: Measured, foreign: Mapping[str, str]) -> Iterator[Member]:
    """Whether a repository lives on a platform of a company or foundation elsewhere, or on another host."""
    for judged in measured.scan.repositories:
        address = next((found for name in (judged.repository, *judged.aliases) if (found := canonical(name))), None)
        if address is None:
            yield member(measured, judged, "unknown", because=Reason("no-public-address"))
            continue
        host = host_of(address)
        yield member(measured, judged, "foreign" if host in foreign else "own", evidence=host)


def member(
    measured: Measured,
    judged: Judged,
    state: str,
    finding: Finding | None = None,
    because: Reason | None = None,
    evidence: str = "",
    verdict: StandardVerdict | None = None,
) -> Member:
    """A repository in a state."""
    owner = (judged.organisation,) if judged.organisation else ()
    return Member(judged.key, str(state), finding, because, owner, judged.key not in measured.hidden, evidence, verdict)


def _answer(findings: Mapping[str, Finding], rule: str) -> tuple[Part, Finding | None, Reason | None]:
    finding = findings.get(rule)
    if finding is None:
        return Part.UNKNOWN, None, Reason("rule-not-asked", {"rule": rule})
    return _part(finding, findings), finding, finding.because


def _part(finding: Finding, findings: Mapping[str, Finding]) -> Part:
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return Part.NOT_APPLICABLE if root(finding, findings) is None else Part.NOT_MET
    return {Outcome.PASS: Part.MET, Outcome.FAIL: Part.NOT_MET}.get(finding.outcome, Part.UNKNOWN)


def root(finding: Finding, findings: Mapping[str, Finding]) -> str | None:
    """The failing rule because of which a rule does not apply: one that it requires, or that that one requires.

    None where another reason is behind it; `findings` are those of the repository, by rule.
    """
    seen: set[str] = set()
    while finding.because and finding.rule not in seen:
        if finding.because.code == "rule-failed":
            return finding.because.values["rule"]
        if finding.because.code != "rule-not-applicable":
            return None
        seen.add(finding.rule)
        required = findings.get(finding.because.values["rule"])
        if required is None:
            return None
        finding = required
    return None
