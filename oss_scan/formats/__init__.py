"""What was found, as text for people and as files for the tools that they use: pure functions of a scan.

Each module has `render(scan, rules, lang, options)`; it is imported only when its format is asked for.
A result ends with a newline and can be encoded in UTF-8, whatever stands in the scanned repository.
"""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from oss_scan.errors import OssScanError
from oss_scan.results import Scan
from oss_scan.rule import Level, Rule
from oss_scan.texts import Lang

#: Format → the module that writes it.
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        name: f"oss_scan.formats.{name}"
        for name in ("text", "json", "sarif", "junit", "gitlab", "github", "markdown", "csv")
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a reader wants besides the language.

    `fail_on` is the weakest level that the caller fails on, None for never; `known` holds the fingerprints that a
    baseline already had, and is None without one; `width` is in columns.
    """

    fail_on: Level | None = Level.MUST
    known: frozenset[str] | None = None
    colour: bool = False
    verbose: bool = False
    width: int = 100


PLAIN = Options()


def render(name: str, scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options = PLAIN) -> str:
    """The scan in one of `FORMATS`; `rules` holds every rule that a finding names. Raises OssScanError."""
    if name not in FORMATS:
        listed = ", ".join(FORMATS)
        raise OssScanError(
            nl=f"het formaat {name!r} bestaat niet; kies uit {listed}",
            en=f"there is no format {name!r}; choose from {listed}",
        )
    rendered = importlib.import_module(FORMATS[name]).render(scan, rules, lang, options)
    assert isinstance(rendered, str)
    return rendered


def step_summary(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options = PLAIN) -> str:
    """What the caller appends to the file that `GITHUB_STEP_SUMMARY` names."""
    from oss_scan.formats.github import summary

    return summary(scan, rules, lang, options)
