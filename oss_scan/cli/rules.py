"""`oss-scan rules`: list, show and test the rules."""

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from oss_scan.cli.options import form_option, lang_option, loudness, ruleset_option, write
from oss_scan.errors import OssScanError
from oss_scan.texts import LEVELS, OUTCOMES, Lang, Text

if TYPE_CHECKING:
    from oss_scan.examples import Ran
    from oss_scan.policy import Source
    from oss_scan.rule import Rule
    from oss_scan.ruleset import RuleSet

_SUBJECTS = {
    "repository": Text("repository", "repository"),
    "system": Text("systeem", "system"),
    "organisation": Text("organisatie", "organisation"),
}
_WORDS = {
    "rule": Text("regel", "rule"),
    "level": Text("niveau", "level"),
    "asks": Text("vraagt", "asks"),
    "subject": Text("onderwerp", "subject"),
    "ruleset": Text("regelset", "rule set"),
    "source": Text("bron", "source"),
    "unverified": Text("de bron is niet nagegaan", "the source was not verified"),
    "since": Text("sinds", "since"),
    "requires": Text("vereist", "requires"),
    "check": Text("check", "check"),
    "message": Text("melding", "message"),
    "remedy": Text("wat te doen", "remedy"),
    "examples": Text("voorbeelden", "examples"),
    "file": Text("bestand", "file"),
    "memory": Text("in het geheugen", "in memory"),
    "git": Text("in een git-repository", "in a git repository"),
}


@click.group("rules")
def command() -> None:
    """List, show and test the rules."""


@command.command("list")
@ruleset_option
@form_option
@lang_option
@loudness
def list_(rulesets: tuple[str, ...], form: str, lang: Lang, verbose: bool, quiet: bool) -> None:
    """List the rules with their level and what they ask."""
    from tabulate import tabulate

    from oss_scan.ruleset import load_all

    both = [(rule, held) for held in load_all(rulesets) for rule in held.rules]
    if form == "json":
        _write_json([_brief(rule, held) for rule, held in both])
        return
    headers = [] if quiet else [_WORDS[name].in_(lang) for name in ("rule", "level", "asks")]
    rows = [[_clean(rule.id), LEVELS[rule.level].in_(lang), _clean(rule.title.in_(lang))] for rule, _ in both]
    write(tabulate(rows, headers, tablefmt="plain" if quiet else "simple", disable_numparse=True), None)


@command.command("show")
@click.argument("rule_id", metavar="ID")
@ruleset_option
@form_option
@lang_option
@loudness
def show(rule_id: str, rulesets: tuple[str, ...], form: str, lang: Lang, verbose: bool, quiet: bool) -> None:
    """Show one rule whole: what it asks, on what ground, how it is checked, and what to do."""
    from oss_scan.ruleset import load_all

    found = {rule.id: (rule, held) for held in load_all(rulesets) for rule in held.rules}
    if rule_id not in found:
        near = ", ".join(difflib.get_close_matches(rule_id, found, n=3, cutoff=0.4))
        raise OssScanError(
            nl=f"de regel {rule_id} bestaat niet; "
            + (f"bedoeld kan zijn: {near}" if near else "zie oss-scan rules list"),
            en=f"there is no rule {rule_id}; " + (f"perhaps you mean: {near}" if near else "see oss-scan rules list"),
        )
    rule, held = found[rule_id]
    if form == "json":
        _write_json(_whole(rule, held))
    else:
        write("\n".join(_readable(rule, held, lang)), None)


@command.command("test")
@click.argument("folder", metavar="[DIR]", required=False)
@form_option
@lang_option
@loudness
def test(folder: str | None, form: str, lang: Lang, verbose: bool, quiet: bool) -> int:
    """Run every example of the shipped rules, or of the rule set in DIR, in memory and in a real git repository.

    Exit status: 0 all as they say, 1 an example fails, 2 the folder or a rule in it cannot be read.
    """
    from oss_scan.examples import run_all
    from oss_scan.ruleset import DEFAULT, load

    rules = {rule.id: rule for rule in load(folder or DEFAULT).rules}
    ran = tuple(run_all(rules))
    failed = sum(not one.ok for one in ran)
    if form == "json":
        _write_json([_tested(one) for one in ran])
    else:
        lines = [_told(one, lang) for one in ran if verbose or not one.ok]
        if not quiet:
            lines.append(
                _tally(len(rules), sum(len(rule.examples) for rule in rules.values()), len(ran), failed).in_(lang)
            )
        if lines:
            write("\n".join(lines), None)
    return 1 if failed else 0


def _write_json(value: object) -> None:
    write(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True), None)


def _clean(text: str) -> str:
    from oss_scan.inert import printable

    return printable(text)


def _brief(rule: "Rule", held: "RuleSet") -> dict[str, object]:
    return {
        "id": rule.id,
        "ruleset": held.name,
        "level": rule.level,
        "subject": rule.subject,
        "since": rule.since,
        "title": asdict(rule.title),
        "requires": list(rule.requires),
    }


def _whole(rule: "Rule", held: "RuleSet") -> dict[str, object]:
    return {
        **_brief(rule, held),
        "message": asdict(rule.message),
        "remedy": asdict(rule.remedy),
        "source": {**asdict(rule.source), "clause": rule.clause},
        "check": {"name": rule.check.name, "revision": rule.check.revision, "with": _parameters(rule)},
        "examples": [
            {"name": one.name, "outcome": one.outcome, "because": one.because, "files": list(one.files)}
            for one in rule.examples
        ],
    }


def _parameters(rule: "Rule") -> Mapping[str, object]:
    return {name.replace("_", "-"): value for name, value in asdict(rule.params).items()}


def _readable(rule: "Rule", held: "RuleSet", lang: Lang) -> Iterator[str]:
    def line(word: str, text: str) -> str:
        return f"{_WORDS[word].in_(lang) + ':':<14}{_clean(text)}".rstrip()

    yield f"{_clean(rule.id)} ({LEVELS[rule.level].in_(lang)})"
    yield _clean(rule.title.in_(lang))
    yield ""
    yield line("message", rule.message.in_(lang, {name: f"{{{name}}}" for name in rule.check.values}))
    yield line("remedy", rule.remedy.in_(lang))
    yield line("source", _cited(rule.source))
    yield f"{'':<14}{_clean(rule.clause)}"
    yield f"{'':<14}{_clean(rule.source.url)}"
    if not rule.source.verified:
        yield f"{'':<14}{_WORDS['unverified'].in_(lang)}"
    if rule.source.note:
        yield f"{'':<14}{_clean(rule.source.note.in_(lang))}"
    yield line("subject", _SUBJECTS[rule.subject].in_(lang))
    yield line("ruleset", f"{held.name} {held.version}")
    yield line("since", rule.since)
    if rule.requires:
        yield line("requires", ", ".join(rule.requires))
    given = ", ".join(f"{name}={value}" for name, value in _parameters(rule).items())
    yield line("check", f"{rule.check.name}{f' ({given})' if given else ''}")
    yield line("file", str(rule.path))
    yield line("examples", "")
    for one in rule.examples:
        yield f"  {OUTCOMES[one.outcome].in_(lang)}: {_clean(one.name)}"


def _cited(source: "Source") -> str:
    return f"{source.title}, {source.issuer}, {source.date}"


def _tested(one: "Ran") -> dict[str, object]:
    nl, en = one.sentences
    return {
        "rule": one.rule,
        "example": one.example,
        "tree": "git" if one.stored else "memory",
        "ok": one.ok,
        "expected": one.expected,
        "got": one.got,
        "because": one.because,
        "message": {"nl": nl, "en": en},
    }


def _told(one: "Ran", lang: Lang) -> str:
    where = _WORDS["git" if one.stored else "memory"].in_(lang)
    head = f"{_clean(one.rule)}: {_clean(one.example)}, {where}"
    got = OUTCOMES[one.got].in_(lang)
    if one.ok:
        return f"{head}: {got}"
    told = Text("verwacht: {expected}; gekregen: {got}", "expected: {expected}; got: {got}")
    because = f" ({one.because})" if one.because else ""
    return f"{head}: {told.in_(lang, {'expected': OUTCOMES[one.expected].in_(lang), 'got': got + because})}"


def _tally(rules: int, examples: int, ran: int, failed: int) -> Text:
    nl = f"{examples} voorbeelden bij {rules} regels, elk in het geheugen, en die met bestanden ook in git"
    en = f"{examples} examples of {rules} rules, each in memory, and those with files in git too"
    if failed:
        return Text(f"{failed} van {ran} proeven mislukt ({nl})", f"{failed} of {ran} runs failed ({en})")
    return Text(f"{nl}: alle met de genoemde uitkomst", f"{en}: all as they say")
