"""From targets to what was found: open, collect, evaluate, one repository after another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from oss_scan import facts, licences, publiccode, standards
from oss_scan.checks import Place
from oss_scan.engine import evaluate
from oss_scan.errors import UnreadableError
from oss_scan.facts import Facts, Hosting, Known, NotLooked, Organisation, Part, collect
from oss_scan.facts.declared import Declared, Explanation, collect_declared
from oss_scan.git import Repository, open_repository
from oss_scan.inert import printable
from oss_scan.results import Judged, Notice, RuleSetRef, Run
from oss_scan.rule import Rule
from oss_scan.ruleset import RuleSet
from oss_scan.texts import Reason

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


def analysers() -> Mapping[str, str]:
    """Which analysers are present, each with its version: scans that differ in it do not compare silently."""
    return {
        "facts": str(facts.REVISION),
        "licence": licences.version(),
        "publiccode": str(publiccode.REVISION),
        "securitytxt": str(standards.REVISION),
    }


def begin(
    started: datetime, identifier: str, reference_date: date, tool_version: str, rulesets: Iterable[RuleSet]
) -> Run:
    """A run that has not finished; the clock is the caller's."""
    return Run(
        id=identifier,
        started=started,
        finished=None,
        reference_date=reference_date,
        tool_version=tool_version,
        analysers=analysers(),
        rulesets=tuple(RuleSetRef(one.name, one.version, one.digest) for one in rulesets),
    )


def judge(path: Path, target: str, asked: Asked, *, key: str | None = None) -> Judged:
    """Judge one repository. Raises UnreadableError."""
    with open_repository(path, worktree=asked.worktree, until=asked.until) as repository:
        known = _facts(repository, asked)
        key = key or repository.key
        findings = evaluate(known, asked.rules, asked.reference_date, key=key, explanations=asked.explanations)
        history = repository.history
        return Judged(
            key=key,
            repository=repository.addresses[0] if repository.addresses else printable(target),
            aliases=(printable(target),) if repository.addresses else (),
            status="scanned",
            commit=history.commit if history else None,
            committed=history.committed if history else None,
            branch=history.branch if history else None,
            facts=known,
            findings=findings,
            notices=tuple(_notices(repository, known, asked)),
        )


def _facts(repository: Repository, asked: Asked) -> Facts:
    empty = not repository.tree.paths() and repository.history is None
    declared: Part[Declared] = Known(collect_declared(repository.tree), "git")
    hosting: Part[Hosting] = NotLooked("hosting-not-looked")
    if repository.addresses:
        hosting = Known(Hosting(addresses=repository.addresses, archived=NotLooked("hosting-not-looked")), "config")
    return Facts(
        tree=NotLooked("tree-empty") if empty else Known(collect(repository.tree), "git"),
        history=Known(repository.history, "git") if repository.history else NotLooked("tree-empty"),
        hosting=hosting,
        organisation=asked.organisation,
        declared=declared,
    )


def _notices(repository: Repository, known: Facts, asked: Asked) -> Iterator[Notice]:
    if repository.history and repository.differs():
        yield Notice(Reason("worktree-differs", {"commit": repository.history.commit[:10]}))
    declared = known.declared.value if isinstance(known.declared, Known) else Declared()
    for problem in declared.problems:
        yield Notice(problem.reason, Place(problem.path, problem.line))
    rules = {rule.id for rule in asked.rules}
    for one in (*asked.explanations, *declared.explanations):
        if one.rule not in rules:
            yield Notice(Reason("explanation-rule", {"rule": one.rule}), Place(one.path, one.line))
        elif asked.reference_date > one.until:
            until = {"rule": one.rule, "until": str(one.until)}
            yield Notice(Reason("explanation-expired", until), Place(one.path, one.line))
        elif asked.reference_date < one.on:
            yield Notice(Reason("explanation-later", {"rule": one.rule, "on": str(one.on)}), Place(one.path, one.line))
    for correction in declared.corrections:
        if correction.rule not in rules:
            place = Place(correction.path, correction.line)
            yield Notice(Reason("correction-rule", {"rule": correction.rule}), place)


def sweep(targets: Sequence[tuple[Path, str]], asked: Asked, told: Callable[[Judged], None]) -> None:
    """Judge many repositories and tell of each as soon as it is done; one that fails is unreadable, with the reason.

    The same repository at several paths counts once, and the other paths are its aliases.
    """
    for key, copies in _apart(targets, asked).items():
        path, target = copies[0]
        judged = _bounded(target, partial(judge, path, target, asked, key=key))
        if isinstance(judged, Reason):
            judged = Judged(key=key, repository=printable(target), status="unreadable", reason=judged)
        others = tuple(printable(other) for _, other in copies[1:])
        told(replace(judged, aliases=(*judged.aliases, *others)))


T = TypeVar("T")


def _bounded(target: str, work: Callable[[], T]) -> T | Reason:
    """The boundary around one repository: whatever goes wrong inside is a reason, and the sweep goes on."""
    try:
        return work()
    except UnreadableError as error:
        return Reason(error.code, error.values)
    except Exception as error:  # noqa: BLE001 - the one place for it
        detail = printable(f"{type(error).__name__}: {error}")[:200]
        return Reason("internal", {"path": printable(target), "detail": detail})


def _apart(targets: Sequence[tuple[Path, str]], asked: Asked) -> Mapping[str, Sequence[tuple[Path, str]]]:
    """The targets under the key of each, in the order of their paths, so that the order of targets does not matter.

    What shares a key but not its HEAD is told apart by its path: forks and children of a template share a root commit,
    and any repository can name any `origin`.
    """
    named: dict[str, dict[str, list[tuple[Path, str]]]] = {}
    for path, target in sorted(targets):
        name = _bounded(target, partial(_name, path, asked.until))
        key, commit = (f"target:{printable(target)}", "") if isinstance(name, Reason) else name
        named.setdefault(key, {}).setdefault(commit or str(path), []).append((path, target))
    found: dict[str, Sequence[tuple[Path, str]]] = {}
    for key, commits in named.items():
        for copies in commits.values():
            apart = f"{key} {printable(str(copies[0][0].resolve()))}" if len(commits) > 1 else key
            found[apart] = copies
    return found


def _name(path: Path, until: date | None) -> tuple[str, str]:
    with open_repository(path, until=until) as repository:
        return repository.key, repository.history.commit if repository.history else ""


def community(path: Path, now: datetime) -> Part[Organisation]:
    """The organisation-wide community files in a repository. Raises UnreadableError."""
    with open_repository(path) as repository:
        return Known(facts.collect_organisation(repository.tree), "option", _stamp(now))


def no_community(now: datetime) -> Part[Organisation]:
    """What the user says: the organisation has no community files."""
    return Known(Organisation(documents=()), "option", _stamp(now))


def _stamp(now: datetime) -> str:
    return now.isoformat(timespec="seconds").replace("+00:00", "Z")


def finished(run: Run, moment: datetime) -> Run:
    """The run, finished."""
    return replace(run, finished=moment)
