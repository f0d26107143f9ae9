"""Systems judged beside the repositories of a scan: what the inventory says, and what was found of their source."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from oss_scan.addresses import canonical
from oss_scan.checks import Outcome
from oss_scan.engine import evaluate_system
from oss_scan.facts import Known, NotLooked, Part
from oss_scan.facts.declared import Correction, Explanation
from oss_scan.facts.systems import Published, SystemFacts
from oss_scan.inventory.audience import effective, public
from oss_scan.inventory.model import Inventory, Publish, System
from oss_scan.results import Judged, JudgedSystem, Scan
from oss_scan.rule import Rule
from oss_scan.texts import Reason

_NOT_SCANNED = NotLooked("system-repository-not-scanned")
_UNREADABLE = NotLooked("system-repository-unreadable")
_UNDECIDED = NotLooked("system-repository-undecided")


def judge(inventory: Inventory, scan: Scan, rules: Iterable[Rule]) -> tuple[JudgedSystem, ...]:
    """Every system that the inventory knew at the reference date, in its order."""
    asked = tuple(rules)
    by_address = _by_address(scan.repositories)
    on = scan.run.reference_date
    given, wrong = explanations(inventory), corrections(inventory)

    def met(rule: str, address: str) -> Part[bool]:
        judged = by_address.get(address)
        return _met(judged, rule) if judged else _NOT_SCANNED

    return tuple(
        JudgedSystem(
            key=f"system:{system.id}",
            name=system.name,
            organisation=system.organisation,
            openness=str(system.openness),
            ground=system.decision.ground if system.decision else None,
            review_by=system.decision.review_by if system.decision else None,
            repositories=system.repositories,
            findings=evaluate_system(
                system_facts(system, asked, met),
                asked,
                on,
                explanations=given.get(f"system:{system.id}", ()),
                corrections=wrong.get(f"system:{system.id}", ()),
            ),
        )
        for system in inventory.systems
        if system.recorded is None or system.recorded <= on
    )


def shown(judged: Iterable[JudgedSystem], inventory: Inventory) -> tuple[JudgedSystem, ...]:
    """What the public may see of judged systems: of one that only counts, no more than what is counted."""
    publish = {f"system:{name}": how for name, how in effective(inventory).items()}
    named = {f"system:{one.id}": one for one in public(inventory).systems if one.id}
    organisations = {one.id for one in inventory.organisations if one.publish is Publish.NAME}
    return tuple(
        _named(one, named[one.key]) if publish[one.key] is Publish.NAME else _counted(one, organisations)
        for one in judged
        if publish[one.key] is not Publish.NEVER
    )


def _named(judged: JudgedSystem, view: System) -> JudgedSystem:
    """A system that may be named, without the repositories and words that may not."""
    hidden = set(judged.repositories) - set(view.repositories)
    findings = tuple(replace(one, because=_hushed(one.because) if hidden else one.because) for one in judged.findings)
    return replace(judged, repositories=view.repositories, findings=findings)


def _counted(judged: JudgedSystem, organisations: Collection[str]) -> JudgedSystem:
    findings = tuple(
        replace(
            one,
            because=_hushed(one.because),
            values={},
            places=(),
            explained=one.explained and replace(one.explained, explanation=_without(one.explained.explanation)),
            correction=one.correction and replace(one.correction, evidence="", by="", path=""),
            fingerprint="",
        )
        for one in judged.findings
    )
    owner = judged.organisation if judged.organisation in organisations else None
    return replace(judged, key="", name=None, organisation=owner, repositories=(), findings=findings)


def _without(one: Explanation) -> Explanation:
    return replace(one, reason="", by="", path="")


def _hushed(because: Reason | None) -> Reason | None:
    """The reason, with dots for what could name something."""
    return because and Reason(
        because.code, {key: "…" if key == "found" else because.values[key] for key in because.values}
    )


def system_facts(system: System, rules: Iterable[Rule], met: Callable[[str, str], Part[bool]]) -> SystemFacts:
    """The facts of a system; `met` says of a rule about repositories and an address whether it is met there."""
    every = {rule.id: rule for rule in rules}
    wanted = sorted(
        {
            other
            for rule in every.values()
            if rule.subject == "system"
            for other in rule.requires
            if every[other].subject == "repository"
        }
    )
    return SystemFacts(
        system,
        tuple(Published(address, {rule: met(rule, address) for rule in wanted}) for address in system.repositories),
    )


def said(outcome: Outcome | None) -> Part[bool]:
    """What an outcome says of a rule being met; None where there is none."""
    if outcome is None:
        return _NOT_SCANNED
    known: Mapping[Outcome, Part[bool]] = {Outcome.PASS: Known(True, "scan"), Outcome.FAIL: Known(False, "scan")}
    return known.get(outcome, _UNDECIDED)


def explanations(inventory: Inventory) -> Mapping[str, tuple[Explanation, ...]]:
    """What the inventory explains, by what it is about: a repository (its canonical address) or `system:ID`."""
    found: dict[str, tuple[Explanation, ...]] = {}
    for one in inventory.explanations:
        given = Explanation(one.rule, one.reason, one.by, one.on, one.until, one.spot.path, one.spot.line)
        found[one.about] = (*found.get(one.about, ()), given)
    return found


def corrections(inventory: Inventory) -> Mapping[str, tuple[Correction, ...]]:
    """What the inventory corrects, by what it is about: a repository (its canonical address) or `system:ID`."""
    found: dict[str, tuple[Correction, ...]] = {}
    for one in inventory.corrections:
        wrong = Correction(one.rule, one.evidence, one.by, one.on, one.spot.path, one.spot.line)
        found[one.about] = (*found.get(one.about, ()), wrong)
    return found


def _by_address(repositories: Sequence[Judged]) -> Mapping[str, Judged]:
    found: dict[str, Judged] = {}
    for judged in repositories:
        for name in (judged.repository, *judged.aliases):
            address = canonical(name)
            if address:
                found.setdefault(address, judged)
    return found


def _met(judged: Judged, rule: str) -> Part[bool]:
    if judged.status == "unreadable":
        return _UNREADABLE
    finding = next((one for one in judged.findings if one.rule == rule), None)
    if finding is None:
        return _UNDECIDED
    if finding.outcome is Outcome.NOT_APPLICABLE and _failed(finding.because):
        return Known(False, "scan")
    return said(finding.outcome)


def _failed(because: Reason | None) -> bool:
    """Whether a rule does not apply since one that it requires fails."""
    return because is not None and because.code == "rule-failed"
