"""Runs the examples in the rules, through a tree in memory and through a real git repository."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

import pygit2
from pygit2.enums import FileMode, ObjectType

from oss_scan.checks import Outcome
from oss_scan.engine import Finding, evaluate, evaluate_system
from oss_scan.facts import Facts, Hosting, Known, NotLooked, Organisation, Part, collect, collect_organisation
from oss_scan.facts.declared import collect_declared
from oss_scan.git import open_repository
from oss_scan.inventory.model import System
from oss_scan.results import sentence
from oss_scan.rule import Example, Rule
from oss_scan.systems import said, system_facts
from oss_scan.tree import History, Link, MemoryTree, Tree


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one example; `stored` when it went through a real repository."""

    rule: str
    example: str
    stored: bool
    expected: Outcome
    got: Outcome
    because: str | None  # the reason code, or the required rule
    sentences: tuple[str, str]  # in Dutch and in English
    ok: bool


def run(rule: Rule, example: Example, rules: Mapping[str, Rule], *, stored: bool) -> Ran:
    """Evaluate all rules on the example, so that `requires` is live, and compare what this rule says."""
    if example.system:
        found = _of_system(rule, example, example.system, rules)
        return _ran(rule, example, found, stored=stored)
    if stored:
        with _stored(example) as (tree, history):
            facts = _facts(example, tree, history)
    else:
        committed = datetime.combine(example.committed, time(12), UTC)
        history = History("0" * 40, committed, "main", shallow=False, tags=tuple(sorted(example.tags)))
        facts = _facts(example, MemoryTree(example.files), history)
    findings = evaluate(facts, rules.values(), example.reference_date, key="example")
    return _ran(rule, example, next(finding for finding in findings if finding.rule == rule.id), stored=stored)


def _of_system(rule: Rule, example: Example, system: System, rules: Mapping[str, Rule]) -> Finding:
    published = system_facts(system, rules.values(), lambda _rule, address: said(example.scanned.get(address)))
    findings = evaluate_system(published, rules.values(), example.reference_date)
    return next(finding for finding in findings if finding.rule == rule.id)


def _ran(rule: Rule, example: Example, found: Finding, *, stored: bool) -> Ran:
    because = found.because.values.get("rule", found.because.code) if found.because else None
    ok = found.outcome is example.outcome and example.because in (None, because)
    sentences = (sentence(found, rule, "nl"), sentence(found, rule, "en"))
    return Ran(rule.id, example.name, stored, example.outcome, found.outcome, because, sentences, ok)


def run_all(rules: Mapping[str, Rule]) -> Iterator[Ran]:
    """Every example of every rule: a repository both ways, a system, which has no files, once."""
    for rule in rules.values():
        for example in rule.examples:
            for stored in (False,) if example.system else (False, True):
                yield run(rule, example, rules, stored=stored)


def _facts(example: Example, tree: Tree, history: History) -> Facts:
    hosting: Part[Hosting] = NotLooked("hosting-not-looked")
    if example.addresses is not None or example.archived is not None:
        archived = NotLooked("hosting-not-looked") if example.archived is None else Known(example.archived, "example")
        hosting = Known(Hosting(addresses=example.addresses or (), archived=archived), "example")
    organisation: Part[Organisation] = NotLooked("organisation-not-looked")
    if example.organisation is not None:
        files = dict.fromkeys(
            example.organisation, b"How to reach us: mail security@example.org about vulnerabilities.\n"
        )
        organisation = Known(collect_organisation(MemoryTree(files)), "example")
    return Facts(
        tree=Known(collect(tree), "example"),
        history=Known(history, "example"),
        hosting=hosting,
        organisation=organisation,
        declared=Known(collect_declared(tree), "example"),
    )


@contextmanager
def _stored(example: Example) -> Iterator[tuple[Tree, History]]:
    with tempfile.TemporaryDirectory(prefix="oss-scan-") as folder:
        commit_files(Path(folder), example)
        with open_repository(Path(folder)) as repository:
            assert repository.history is not None
            yield repository.tree, repository.history


def commit_files(folder: Path, example: Example) -> None:
    """Make a bare repository of one commit that holds the example's files."""
    repo = pygit2.init_repository(str(folder), bare=True, initial_head="main")
    seconds = int(datetime.combine(example.committed, time(12), UTC).timestamp())
    who = pygit2.Signature("Example", "example@example.org", seconds, 0)
    commit = repo.create_commit("refs/heads/main", who, who, "Example", write_tree(repo, example.files), [])
    for tag in example.tags:
        repo.create_tag(tag, commit, ObjectType.COMMIT, who, tag)


def write_tree(repo: pygit2.Repository, files: Mapping[str, bytes | Link]) -> pygit2.Oid:
    """Put files into the object store of a repository, by their paths: the id of their tree."""
    tree: dict[str, object] = {}
    for path, content in files.items():
        *folders, name = path.split("/")
        at = tree
        for part in folders:
            at = at.setdefault(part, {})  # type: ignore[assignment]
        at[name] = content
    return _write(repo, tree)


def _write(repo: pygit2.Repository, tree: Mapping[str, object]) -> pygit2.Oid:
    builder = repo.TreeBuilder()
    for name, content in tree.items():
        if isinstance(content, dict):
            builder.insert(name, _write(repo, content), FileMode.TREE)
        elif isinstance(content, Link):
            builder.insert(name, repo.create_blob(os.fsencode(content.target)), FileMode.LINK)
        else:
            assert isinstance(content, bytes)
            builder.insert(name, repo.create_blob(content), FileMode.BLOB)
    return builder.write()
