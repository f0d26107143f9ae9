"""From targets to what was found: open, collect, evaluate, one repository after another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from oss_scan import facts, licences, publiccode, standards
from oss_scan.addresses import canonical
from oss_scan.checks import Place
from oss_scan.engine import evaluate
from oss_scan.errors import UnreadableError
from oss_scan.facts import Facts, Hosting, Known, NotLooked, Organisation, Part, TreeFacts, collect
from oss_scan.facts.declared import Declared, Explanation, collect_declared
from oss_scan.git import Repository, open_repository
from oss_scan.inert import printable
from oss_scan.results import Judged, Notice, RuleSetRef, Run
from oss_scan.rule import Rule
from oss_scan.ruleset import RuleSet
from oss_scan.sources import Target
from oss_scan.texts import Reason
from oss_scan.tree import Tree

if TYPE_CHECKING:
    from oss_scan.git.remote import Advertised

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


@dataclass(frozen=True, slots=True)
class _Surveyed:
    """What the files of one commit show."""

    files: TreeFacts
    declared: Declared


def judge(target: Target, asked: Asked, *, key: str | None = None, known: "Advertised | None" = None) -> Judged:
    """Judge one repository; `known` is what its server said, where that was asked. Raises UnreadableError."""
    with _opened(target, asked, known) as (repository, surveyed):
        held = _facts(repository, surveyed, asked)
        key = key or repository.key
        findings = evaluate(held, asked.rules, asked.reference_date, key=key, explanations=asked.explanations)
        history = repository.history
        public = repository.addresses[:1]
        return Judged(
            key=key,
            repository=public[0] if public else printable(target.text),
            aliases=(printable(target.text),) if public and printable(target.text) != public[0] else (),
            status="scanned",
            commit=history.commit if history else None,
            committed=history.committed if history else None,
            branch=history.branch if history else None,
            facts=held,
            findings=findings,
            notices=tuple(_notices(repository, held, asked)),
        )


@contextmanager
def _opened(target: Target, asked: Asked, known: "Advertised | None") -> Iterator[tuple[Repository, _Surveyed]]:
    if target.path:
        with open_repository(target.path, worktree=asked.worktree, until=asked.until) as repository:
            yield repository, _survey(repository.tree)
        return
    if asked.until:
        raise UnreadableError("remote-past", url=printable(target.text), date=str(asked.until))
    surveys: list[_Surveyed] = []
    with _remote().open_remote(str(target.url), lambda tree: surveys.append(_survey(tree)), known=known) as repository:
        yield repository, surveys[-1] if surveys else _survey(repository.tree)


def _remote() -> ModuleType:
    try:
        from oss_scan.git import remote  # GitPython is slow to import
    except ImportError as error:
        raise UnreadableError("git-missing", path="git") from error
    return remote


def _survey(tree: Tree) -> _Surveyed:
    return _Surveyed(collect(tree), collect_declared(tree))


def _facts(repository: Repository, surveyed: _Surveyed, asked: Asked) -> Facts:
    empty = not surveyed.files.files and repository.history is None
    hosting: Part[Hosting] = NotLooked("hosting-not-looked")
    if repository.addresses:
        source = "target" if repository.url else "config"
        hosting = Known(Hosting(addresses=repository.addresses, archived=NotLooked("hosting-not-looked")), source)
    return Facts(
        tree=NotLooked("tree-empty") if empty else Known(surveyed.files, "git"),
        history=Known(repository.history, "git") if repository.history else NotLooked("tree-empty"),
        hosting=hosting,
        organisation=asked.organisation,
        declared=Known(surveyed.declared, "git"),
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


def sweep(targets: Sequence[Target], asked: Asked, told: Callable[[Judged], None]) -> None:
    """Judge many repositories and tell of each as soon as it is done; one that fails is unreadable, with the reason.

    The same repository at several places counts once, and the other places are its aliases.
    """
    for key, copies in _apart(targets, asked).items():
        target, known = copies[0]
        judged = _bounded(target.text, partial(judge, target, asked, key=key, known=known))
        if isinstance(judged, Reason):
            judged = Judged(key=key, repository=printable(target.text), status="unreadable", reason=judged)
        others = tuple(printable(other.text) for other, _ in copies[1:])
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


_Copies: TypeAlias = "list[tuple[Target, Advertised | None]]"


def _apart(targets: Sequence[Target], asked: Asked) -> Mapping[str, _Copies]:
    """The targets under the key of each, in the order of their names, so that the order of targets does not matter.

    What shares a key but not its HEAD is told apart by its place: forks and children of a template share a root commit,
    and any repository can name any `origin`.
    """
    named: dict[str, dict[str, _Copies]] = {}
    for target in sorted(targets, key=lambda one: one.text):
        name = _bounded(target.text, partial(_name, target, asked.until))
        key, commit, known = (f"target:{printable(target.text)}", "", None) if isinstance(name, Reason) else name
        named.setdefault(key, {}).setdefault(commit or target.text, []).append((target, known))
    found: dict[str, _Copies] = {}
    for key, commits in named.items():
        for copies in commits.values():
            place = copies[0][0].path
            name_of_place = str(place.resolve()) if place else copies[0][0].text
            found[f"{key} {printable(name_of_place)}" if len(commits) > 1 else key] = copies
    return found


def _name(target: Target, until: date | None) -> "tuple[str, str, Advertised | None]":
    if target.path:
        with open_repository(target.path, until=until) as repository:
            return repository.key, repository.history.commit if repository.history else "", None
    known = _remote().advertised(str(target.url))
    public = None if str(target.url).startswith("http:") else canonical(str(target.url))
    return public or target.text, known.head or "", known


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
