"""A scan read in the light of an inventory: whose each repository is, what is left out, and what the inventory explains
or corrects. Outcomes stay as they are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from oss_scan.addresses import canonical
from oss_scan.checks import Outcome, Place
from oss_scan.engine import Explained, Finding
from oss_scan.facts.declared import Correction, Explanation
from oss_scan.inert import printable
from oss_scan.inventory.model import Inventory, Kind, LeftOut, Organisation, Spot
from oss_scan.inventory.places import Places, places
from oss_scan.population import known
from oss_scan.results import Judged, JudgedSystem, ListedSource, Notice, Recognised, Scan
from oss_scan.systems import corrections, explanations
from oss_scan.texts import Reason


@dataclass(frozen=True, slots=True)
class Light:
    """An inventory, made ready to be asked of many repositories."""

    inventory: Inventory
    places: Places
    explanations: Mapping[str, tuple[Explanation, ...]]
    corrections: Mapping[str, tuple[Correction, ...]]
    forks: Mapping[str, str]  # what each comes from


@dataclass(frozen=True, slots=True)
class Attributed:
    """The scan without what is left out, and that with its reason."""

    scan: Scan
    left_out: tuple[tuple[Judged, LeftOut], ...]


def light(inventory: Inventory) -> Light:
    """The inventory by address."""
    forks = {one.repository: one.upstream for one in inventory.forks}
    return Light(inventory, places(inventory), explanations(inventory), corrections(inventory), forks)


def attributed(scan: Scan, inventory: Inventory) -> Attributed:
    """The scan as the inventory sees it."""
    by = light(inventory)
    kept: list[Judged] = []
    out: list[tuple[Judged, LeftOut]] = []
    for judged in scan.repositories:
        why = by.places.out(addresses_of(judged))
        if why:
            out.append((judged, why))
        else:
            kept.append(placed(judged, by, scan.run.reference_date))
    return Attributed(replace(scan, repositories=tuple(kept)), tuple(out))


@dataclass(frozen=True, slots=True)
class Covered:
    """An organisation of the inventory in a scan: what its sources gave, and how many repositories are its own."""

    organisation: Organisation
    sources: tuple[ListedSource, ...]
    repositories: int

    @property
    def measured(self) -> bool:
        """Whether there is a source, and it could be looked at."""
        return any(source.reason is None or source.repositories for source in self.sources)

    @property
    def complete(self) -> bool:
        """Whether it was measured, and every source was listed to its end."""
        return self.measured and all(source.reason is None for source in self.sources)


def covered(scan: Scan) -> tuple[Covered, ...]:
    """Every organisation of the inventory that a scan was made with; one without a source is not measured."""
    gave: dict[str, list[ListedSource]] = {}
    for source in scan.sources:
        gave.setdefault(source.organisation, []).append(source)
    lists = {printable(source.address) for source in scan.sources if source.reason}  # they stand for what is missing
    owned = Counter(one.organisation for one in scan.repositories if one.repository not in lists)
    return tuple(
        Covered(one, tuple(gave.get(one.id, ())), owned[one.id])
        for one in (scan.inventory.organisations if scan.inventory else ())
    )


def unseen(scan: Scan) -> tuple[tuple[str, Spot], ...]:
    """What explanations, corrections and forks of the inventory are about and the scan has not, each with where."""
    given = scan.inventory
    if given is None or scan.run.shard:
        return ()
    there = {address for one in scan.repositories for address in addresses_of(one)}
    there |= {address for one in scan.skipped if (address := canonical(one.repository))}
    said = [(one.about, one.spot) for one in given.explanations]
    said += [(one.about, one.spot) for one in given.corrections]
    said += [(one.repository, one.spot) for one in given.forks]
    return tuple((about, spot) for about, spot in said if not about.startswith("system:") and about not in there)


def addresses_of(judged: Judged) -> tuple[str, ...]:
    """The public addresses of a repository, canonical."""
    found = (canonical(name) for name in (judged.repository, *judged.aliases))
    return tuple(dict.fromkeys(address for address in found if address))


def placed(judged: Judged, by: Light, on: date, listed_by: str | None = None) -> Judged:
    """A repository with its organisation (`listed_by` where no address tells), and with what the inventory says of its
    findings, which goes before what its own file says."""
    addresses = addresses_of(judged)
    owner = by.places.organisation(addresses) or listed_by or judged.organisation
    given = [one for address in addresses for one in by.explanations.get(address, ())]
    wrong = [one for address in addresses for one in by.corrections.get(address, ())]
    findings = judged.findings
    if given or wrong:
        findings = tuple(
            replace(
                finding,
                explained=_first(
                    [
                        *(Explained(one, "inventory", one.on <= on <= one.until) for one in given if one.rule == rule),
                        *([finding.explained] if finding.explained else []),
                    ]
                ),
                correction=next((one for one in wrong if one.rule == rule), finding.correction),
            )
            for finding in findings
            for rule in [finding.rule]
        )
    rules = {finding.rule for finding in findings}
    told = (*notices(given, wrong, rules, on), *needless(given, findings, on))
    more = tuple(one for one in told if rules and one not in judged.notices)
    upstream = next((by.forks[one] for one in addresses if one in by.forks), None)
    recognised = _fork_of(upstream, known(judged)) if upstream else judged.recognised
    notices_too = (*judged.notices, *more)
    return replace(judged, organisation=owner, findings=findings, notices=notices_too, recognised=recognised)


def _fork_of(upstream: str, before: Recognised) -> Recognised:
    """What the inventory says, where no forge says so itself."""
    told = Reason("population-fork-inventory", {"repository": upstream})
    unknown = tuple(kind for kind in before.unknown if kind != Kind.FORK)
    return replace(before, kinds={Kind.FORK: told, **before.kinds}, unknown=unknown)


def of_systems(judged: Iterable[JudgedSystem], inventory: Inventory, on: date) -> Mapping[str, tuple[Notice, ...]]:
    """What the inventory says of its systems that does not count or is not needed, by the key of the system."""
    given, wrong = explanations(inventory), corrections(inventory)
    return {
        one.key: (
            *notices(given.get(one.key, ()), wrong.get(one.key, ()), [finding.rule for finding in one.findings], on),
            *needless(given.get(one.key, ()), one.findings, on),
        )
        for one in judged
    }


def notices(
    given: Iterable[Explanation], wrong: Iterable[Correction], rules: Iterable[str], on: date
) -> Iterator[Notice]:
    """What does not count of explanations and corrections, and why."""
    known = frozenset(rules)
    for one in given:
        place = Place(one.path, one.line)
        if one.rule not in known:
            yield Notice(Reason("explanation-rule", {"rule": one.rule}), place)
        elif on > one.until:
            yield Notice(Reason("explanation-expired", {"rule": one.rule, "until": str(one.until)}), place)
        elif on < one.on:
            yield Notice(Reason("explanation-later", {"rule": one.rule, "on": str(one.on)}), place)
    for correction in wrong:
        if correction.rule not in known:
            yield Notice(Reason("correction-rule", {"rule": correction.rule}), Place(correction.path, correction.line))


def needless(given: Iterable[Explanation], findings: Iterable[Finding], on: date) -> Iterator[Notice]:
    """Which explanations hold on the day and explain nothing: of a rule that does not fail, or after another of the
    same rule."""
    found = {finding.rule: finding for finding in findings}
    for one in given:
        finding, place = found.get(one.rule), Place(one.path, one.line)
        if finding is None or finding.explained is None or not one.on <= on <= one.until:
            continue
        first = finding.explained.explanation
        stopped = finding.because is not None and finding.because.code == "rule-failed"
        if first != one:
            values = {"rule": one.rule, "path": first.path, "line": str(first.line)}
            yield Notice(Reason("explanation-second", values), place)
        elif finding.outcome is Outcome.PASS or (finding.outcome is Outcome.NOT_APPLICABLE and not stopped):
            yield Notice(Reason("explanation-needless", {"rule": one.rule}), place)


def _first(given: Iterable[Explained]) -> Explained | None:
    """The first that counts, else the first: the inventory's before the repository's own."""
    every = list(given)
    return next((one for one in every if one.counts), every[0] if every else None)
