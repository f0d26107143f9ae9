"""One repository: open, collect, evaluate. What is collected depends on the repository, what is concluded on the rules
and the reference date too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from oss_scan.attributing import needless
from oss_scan.attributing import notices as said_of
from oss_scan.checks import Place
from oss_scan.engine import Finding, evaluate
from oss_scan.facts import (
    Facts,
    Hosting,
    Known,
    NotLooked,
    Organisation,
    Part,
    TreeFacts,
    collect,
    collect_organisation,
)
from oss_scan.facts.declared import Declared, Explanation, collect_declared
from oss_scan.git import Repository, open_repository
from oss_scan.git.means import MEANS, Means
from oss_scan.git.wanted import BUDGET, Budget
from oss_scan.inert import printable
from oss_scan.population import recognise
from oss_scan.results import Judged, Notice, moment
from oss_scan.rule import Rule
from oss_scan.standards.listed import standards_list
from oss_scan.texts import Reason
from oss_scan.tree import Tree
from oss_scan.verdicts.judging import is_expired
from oss_scan.verdicts.judging import judge as judge_standards

_NOT_LOOKED = NotLooked("organisation-not-looked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of every repository of a run."""

    rules: tuple[Rule, ...]
    reference_date: date
    worktree: bool = False
    until: date | None = None
    organisation: Part[Organisation] = _NOT_LOOKED
    explanations: tuple[Explanation, ...] = ()
    budget: Budget = BUDGET
    means: Means = MEANS
    history: bool = False  # whether all commits are gone through, by which forks are recognised


def judge(path: Path, target: str, asked: Asked) -> Judged:
    """Judge one repository on this machine. Raises UnreadableError."""
    with open_repository(path, worktree=asked.worktree, until=asked.until) as repository:
        known = facts_of(repository, asked)
        differs: tuple[Notice, ...] = ()
        if repository.history and repository.differs():
            differs = (Notice(Reason("worktree-differs", {"commit": repository.history.commit[:10]})),)
        return conclude(known, asked, key=repository.key, target=target, notices=differs)


def survey(tree: Tree) -> tuple[TreeFacts, Declared]:
    """All that is read of a tree."""
    return collect(tree), collect_declared(tree)


def facts_of(
    repository: Repository,
    asked: Asked,
    surveyed: tuple[TreeFacts, Declared] | None = None,
    hosting: Part[Hosting] | None = None,
    organisation: Part[Organisation] | None = None,
) -> Facts:
    """What is known of a repository that was opened; `surveyed` is what its tree showed, where that was read before.

    `hosting` and `organisation` are what a forge says, where it was asked.
    """
    empty = not repository.tree.paths() and repository.history is None
    history = repository.history
    if history and asked.history and repository.roots:
        history = replace(history, roots=tuple(sorted(repository.roots)))
    if hosting is None:
        hosting = NotLooked("hosting-not-looked")
    if repository.addresses and isinstance(hosting, NotLooked):
        hosting = Known(Hosting(addresses=repository.addresses, archived=NotLooked("hosting-not-looked")), "config")
    shown, declared = surveyed or survey(repository.tree)
    return Facts(
        tree=NotLooked("tree-empty") if empty else Known(shown, "git"),
        history=Known(history, "git") if history else NotLooked("tree-empty"),
        hosting=hosting,
        organisation=organisation if organisation and isinstance(asked.organisation, NotLooked) else asked.organisation,
        declared=Known(declared, "git"),
    )


def conclude(
    known: Facts,
    asked: Asked,
    *,
    key: str,
    target: str,
    aliases: tuple[str, ...] = (),
    notices: tuple[Notice, ...] = (),
) -> Judged:
    """What the rules say of these facts; `aliases` are other targets that are the same repository."""
    history = known.history.value if isinstance(known.history, Known) else None
    addresses = known.hosting.value.addresses if isinstance(known.hosting, Known) else ()
    named = printable(target)
    repository = addresses[0] if addresses else named
    others = sorted({named, *map(printable, aliases), *addresses[1:]} - {repository})
    findings = evaluate(known, asked.rules, asked.reference_date, key=key, explanations=asked.explanations)
    return Judged(
        key=key,
        repository=repository,
        aliases=tuple(others),
        status="scanned",
        commit=history.commit if history else None,
        committed=history.committed if history else None,
        branch=history.branch if history else None,
        facts=known,
        findings=findings,
        recognised=recognise(known),
        notices=(*notices, *_notices(known, findings, asked), *_of_standards(known, asked), *_of_parts(known)),
        standards=judge_standards(known, standards_list(), asked.reference_date),
    )


def _notices(known: Facts, findings: Sequence[Finding], asked: Asked) -> Iterator[Notice]:
    declared = known.declared.value if isinstance(known.declared, Known) else Declared()
    for problem in declared.problems:
        yield Notice(problem.reason, Place(problem.path, problem.line))
    given = (*asked.explanations, *declared.explanations)
    yield from said_of(given, declared.corrections, (rule.id for rule in asked.rules), asked.reference_date)
    yield from needless(declared.explanations, findings, asked.reference_date)


def _of_standards(known: Facts, asked: Asked) -> Iterator[Notice]:
    """What is declared of standards, and does not count."""
    for one in known.declared.value.of_standards if isinstance(known.declared, Known) else ():
        place = Place(one.path, one.line)
        if one.id not in standards_list().standards:
            yield Notice(Reason("standard-unlisted", {"standard": one.id}), place)
        elif is_expired(one, asked.reference_date):
            yield Notice(Reason("standard-expired", {"standard": one.id, "until": str(one.review_by)}), place)
        elif one.on and asked.reference_date < one.on:
            yield Notice(Reason("standard-later", {"standard": one.id, "on": str(one.on)}), place)


def _of_parts(known: Facts) -> Iterator[Notice]:
    """Which folders are under other terms than the rest."""
    if not isinstance(known.tree, Known):
        return
    licensing = known.tree.value.licensing
    for file in licensing.apart:
        values = {"folder": f"{file.path.rpartition('/')[0]}/", "found": licensing.expression or ""}
        yield Notice(Reason("licence-apart", values), Place(file.path, file.match.line if file.match else None))


def community(path: Path, now: datetime) -> Part[Organisation]:
    """The organisation-wide community files in a repository. Raises UnreadableError."""
    with open_repository(path) as repository:
        return Known(collect_organisation(repository.tree), "option", moment(now))


def no_community(now: datetime) -> Part[Organisation]:
    """What the user says: the organisation has no community files."""
    return Known(Organisation(documents=()), "option", moment(now))
