"""The rule reference, written from the rules: one page a rule, and an index."""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from oss_scan.inventory.model import System
from oss_scan.rule import COMMITTED, REFERENCE_DATE, Example, Rule
from oss_scan.ruleset import RuleSet
from oss_scan.texts import LEVELS, OUTCOMES, Text
from oss_scan.tree import Link

_LINES = 12  # of a file in an example that are shown
_WIDTH = 200  # characters of a line that are shown
_MARKUP = re.compile(r"([\\`*_\[\]<>&#~])")
_TICKS = re.compile("`+")


def pages(rulesets: Iterable[RuleSet]) -> Mapping[str, str]:
    """Every page by its path below the checkout (`docs/rules/…`), as Markdown."""
    sets = tuple(rulesets)
    written = {f"docs/rules/{rule.id}.md": _page(rule, held) for held in sets for rule in held.rules}
    return {"docs/rules/README.md": _index(sets), **written}


def escaped(text: str) -> str:
    """A text on one line of Markdown, in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def prose(text: str) -> str:
    """A text on one line of Markdown, in which only `code` in backticks is markup."""
    line = " ".join(text.split())
    parts = line.split("`")
    if len(parts) % 2 == 0:
        return escaped(line)
    return "".join(code(part) if at % 2 else _MARKUP.sub(r"\\\1", part) for at, part in enumerate(parts))


def cell(text: str) -> str:
    """Markdown on one line made fit for a table."""
    return text.replace("|", "\\|")


def code(text: str) -> str:
    """A text as inline code, whatever backticks it holds."""
    fence = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{' '.join(text.split())}{pad}{fence}"


def block(text: str) -> str:
    """A text as a fenced block, whatever fences it holds; long ones are cut, with a remark."""
    lines = text.splitlines()
    shown = [line[:_WIDTH] + (" …" if len(line) > _WIDTH else "") for line in lines[:_LINES]]
    if len(lines) > _LINES:
        shown.append(f"… ({len(lines) - _LINES} more lines)")
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    return "\n".join([f"{fence}text", *shown, fence])


def _index(sets: Iterable[RuleSet]) -> str:
    parts = [
        "# The rules",
        "",
        "Written by `make docs` from the files below [rules/](../../rules/); change those, not this page.",
        "A rule's id is its path below the rule set, and is never used again for something else.",
    ]
    for held in sets:
        parts += ["", f"## {escaped(held.title.en)}", "", f"{escaped(held.title.nl)} · rule set {code(held.name)}"]
        family = None
        for rule in held.rules:
            if rule.id.split("/")[0] != family:
                family = rule.id.split("/")[0]
                parts += ["", f"### {escaped(family)}", "", "| rule | level | asks |", "|---|---|---|"]
            parts.append(f"| [{escaped(rule.id)}]({rule.id}.md) | {_level(rule)} | {cell(prose(rule.title.en))} |")
    return "\n".join(parts) + "\n"


def _level(rule: Rule) -> str:
    text = LEVELS[rule.level]
    return f"{text.en} ({text.nl})"


def _page(rule: Rule, held: RuleSet) -> str:
    up = "../" * (rule.id.count("/") + 2)
    requires = ", ".join(f"[{escaped(other)}]({up}docs/rules/{other}.md)" for other in rule.requires)
    rows = {
        "level": f"{_level(rule)} in the rule set {code(held.name)}",
        "subject": rule.subject,
        "since": escaped(rule.since),
        "requires": requires or "no other rule",
        "file": f"[rules/{held.name}/{escaped(rule.id)}.yaml]({up}rules/{held.name}/{rule.id}.yaml)",
    }
    parts = [
        f"# {escaped(rule.id)}",
        "",
        *_both(rule.title),
        "| | |",
        "|---|---|",
        *(f"| {name} | {cell(value)} |" for name, value in rows.items()),
        "",
        "## Where it comes from",
        "",
        *_source(rule),
        "## How it is checked",
        "",
        *_checked(rule),
        "## What is reported",
        "",
        *_both(rule.message),
        "## How to comply",
        "",
        *_both(rule.remedy),
        "## Examples",
        "",
        "Each is also a test, run by `oss-scan rules test`.",
        "",
        *(line for example in rule.examples for line in _example(example)),
    ]
    return "\n".join(parts).rstrip("\n") + "\n"


def _both(text: Text) -> list[str]:
    return [f"- nl: {prose(text.nl)}", f"- en: {prose(text.en)}", ""]


def _source(rule: Rule) -> Iterator[str]:
    source = rule.source
    yield f"[{escaped(source.title)}](<{source.url}>), {escaped(source.issuer)}, {escaped(source.date)}."
    yield ""
    yield f"> {escaped(rule.clause)}"
    yield ""
    if not source.verified:
        yield "This source was not verified: its words were not read where it was published."
        yield ""
    if source.note:
        yield from _both(source.note)


def _checked(rule: Rule) -> Iterator[str]:
    yield f"By the check {code(rule.check.name)} (revision {rule.check.revision})."
    told = inspect.getdoc(rule.check.ask)
    if told:
        yield ""
        yield prose(told)
    given = {part.name.replace("_", "-"): getattr(rule.params, part.name) for part in fields(rule.params)}
    if given:
        yield ""
        yield f"Its parameters: {prose(inspect.getdoc(rule.check.params) or '')}"
        yield ""
    for name, value in given.items():
        shown = ", ".join(map(str, value)) if isinstance(value, (tuple, frozenset)) else str(value)
        yield f"- {code(name)}: {code(shown) if shown else 'none'}"
    yield ""


def _example(example: Example) -> Iterator[str]:
    outcome = OUTCOMES[example.outcome]
    yield f"### {escaped(example.name)}: {outcome.en} ({outcome.nl})"
    yield ""
    circumstances = tuple(_circumstances(example))
    for line in circumstances:
        yield f"- {line}"
    if circumstances:
        yield ""
    if example.system:
        yield from ("In the inventory:", "", block("\n".join(_system(example.system))), "")
    for path, content in example.files.items():
        if isinstance(content, Link):
            yield f"{code(path)} is a symbolic link to {code(content.target)}."
        elif not content:
            yield f"{code(path)} is empty."
        else:
            text = _text(content)
            yield f"{code(path)}:" if text is not None else f"{code(path)}: {len(content)} bytes that are not text."
            if text is not None:
                yield ""
                yield block(text)
        yield ""


def _system(system: System) -> Iterator[str]:
    yield f"openness: {system.openness}"
    if system.repositories:
        yield f"repositories: [{', '.join(system.repositories)}]"
    if system.decision:
        yield "decision:"
        for name in ("ground", "motivation", "by", "on", "review_by"):
            value = getattr(system.decision, name)
            if value is not None:
                yield f"  {name}: {value}"
        if system.decision.parts:
            yield f"  parts: [{', '.join(system.decision.parts)}]"


def _text(content: bytes) -> str | None:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    return text if all(sign.isprintable() or sign in "\n\r\t" for sign in text) else None


def _circumstances(example: Example) -> Iterator[str]:
    if example.because:
        yield f"because: {code(example.because)}"
    if example.reference_date != REFERENCE_DATE:
        yield f"reference date: {example.reference_date}"
    if example.committed != COMMITTED:
        yield f"last commit: {example.committed}"
    if example.tags:
        yield f"tags: {', '.join(map(code, example.tags))}"
    if example.addresses is not None:
        yield f"addresses: {', '.join(map(code, example.addresses)) or 'none'}"
    if example.archived is not None:
        yield f"archived on its forge: {'yes' if example.archived else 'no'}"
    if example.organisation is not None:
        yield f"organisation-wide files: {', '.join(map(code, example.organisation)) or 'none'}"
    if not example.files and not example.system:
        yield "no files"
    for address, outcome in example.scanned.items():
        yield f"scanned: {code(address)}: {OUTCOMES[outcome].en}"
