"""The store that a command was given, and the rules of a scan in it."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from oss_scan.checks import Outcome
from oss_scan.engine import Finding
from oss_scan.errors import OssScanError
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.ruleset import RuleSet, load, load_all
from oss_scan.texts import OUTCOMES, Text

if TYPE_CHECKING:
    from oss_scan.git.means import Means
    from oss_scan.store import Store


def opened(given: str | None, *, create: bool = True) -> "Store":
    """The store at a file name or SQLAlchemy URL, or without one the user's own. Raises OssScanError."""
    from oss_scan.store import open_store

    return open_store(address(given), create=create)


def address(given: str | None) -> str:
    """The file name or URL that was given, else that of the user's own store."""
    from platformdirs import user_data_dir

    return given or str(Path(user_data_dir("oss-scan")) / "oss-scan.db")


def cache() -> Path:
    """The folder for what forges said before: to be lost without harm."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("oss-scan")) / "forges"


def means(per_host: int, folder: Path | None, size: int, stack: ExitStack) -> "Means":
    """So many at a time from one host, and a cache of so many MB in the folder that was given, else the user's own.

    Where the user has no folder that can be written, one for this program does.
    """
    from platformdirs import user_cache_dir

    from oss_scan.git.hosts import Turns
    from oss_scan.git.kept import Cache
    from oss_scan.git.means import Means

    own = Path(user_cache_dir("oss-scan"))
    turns = own / "hosts"
    try:
        turns.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        turns = Path(stack.enter_context(TemporaryDirectory(prefix="oss-scan-")))
    kept = Cache(folder or own / "fetched", size * 1_000_000) if size else None
    return Means(Turns(turns, per_host), kept)


def rules_of(scan: Scan, given: Sequence[str]) -> tuple[Mapping[str, Rule], tuple[str, ...]]:
    """Every rule that a finding of the scan names, as it is now, and the names of the rule sets that have changed.

    `given` are the rule sets that the user names, else those of the scan. Raises OssScanError.
    """
    sets: Sequence[RuleSet] = load_all(given) if given else [load(one.name) for one in scan.run.rulesets]
    rules = {rule.id: rule for one in sets for rule in one.rules}
    findings = [finding for judged in scan.repositories for finding in judged.findings]
    findings += [finding for system in scan.systems for finding in system.findings]
    asked = {finding.rule for finding in findings}
    if asked - rules.keys():
        listed = ", ".join(sorted(asked - rules.keys())[:3])
        raise OssScanError(
            nl=f"de scan noemt regels die hier niet staan ({listed}); wijs de map van de regelset aan met --ruleset",
            en=f"the scan names rules that are not here ({listed}); name the folder of the rule set with --ruleset",
        )
    now = {one.digest for one in sets}
    return _sayable(rules, findings), tuple(one.name for one in scan.run.rulesets if one.digest not in now)


def _sayable(rules: Mapping[str, Rule], findings: Sequence[Finding]) -> Mapping[str, Rule]:
    """The rules, their title for a message where that now asks for what a kept finding does not hold."""
    lacking = {
        finding.rule
        for finding in findings
        if finding.outcome is Outcome.FAIL and _placeholders(rules[finding.rule].message) - finding.values.keys()
    }
    return {name: replace(rule, message=_title(rule)) if name in lacking else rule for name, rule in rules.items()}


def _placeholders(message: Text) -> set[str]:
    return {name for text in (message.nl, message.en) for _, name, _, _ in Formatter().parse(text) if name}


def _title(rule: Rule) -> Text:
    nl, en = (text.replace("{", "{{").replace("}", "}}") for text in (rule.title.nl, rule.title.en))
    outcome = OUTCOMES[Outcome.FAIL]
    return Text(f"{nl} ({outcome.nl})", f"{en} ({outcome.en})")
