"""Whether a document of a report is, line for line, what this program makes of the store.

The documents are made as `report make` makes them, so that nothing of what a reader sees goes unnoticed. What counts
them another way stands in `counting.py`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from oss_scan import __version__
from oss_scan.errors import OssScanError
from oss_scan.figures import LeftOut
from oss_scan.report import NAMES, documents
from oss_scan.report.claimed import Claimed
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.texts import Lang, Text

#: The rules that findings of a scan name, as they are now, and the names of the rule sets that have changed since.
RulesOf = Callable[[Scan], tuple[Mapping[str, Rule], Sequence[str]]]

_LINE = Text(
    "op regel {line} staat {said}, maar uit de opslag volgt {counted}",
    "line {line} says {said}, but the store gives {counted}",
)
_MAYBE = Text(
    "de tekst is niet te vergelijken: {nl}. Vanaf regel {line} is zij anders dan deze oss-scan haar nu maakt; alleen de"
    " cijfers en de vindplaatsen zijn nagegaan",
    "the text cannot be compared: {en}. From line {line} it is not what this oss-scan makes now; only the figures and"
    " the places were looked at",
)
_UNMADE = Text(
    "de tekst is niet te vergelijken: {nl}; alleen de cijfers en de vindplaatsen zijn nagegaan",
    "the text cannot be compared: {en}; only the figures and the places were looked at",
)
_VERSION = Text(
    "de scan is met oss-scan {made} gemaakt en dit is {here}",
    "the scan was made by oss-scan {made} and this is {here}",
)
_RULES = Text(
    "de regels zijn sinds de scan gewijzigd ({names})",
    "the rules have changed since the scan ({names})",
)
_LANGUAGES: tuple[Lang, ...] = ("nl", "en")
_BEFORE, _LONGEST = 30, 90  # characters of a line that are shown


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is to be told of a document."""

    document: str
    text: Text
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Line:
    """The first line in which two texts differ, and the column; None where a text has ended."""

    number: int
    column: int
    said: str | None
    made: str | None


def compare(
    claims: Sequence[Claimed], scan: Scan, rules_of: RulesOf, left_out: Sequence[LeftOut]
) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """The first line of each document that differs, and what could not be compared, with why.

    Whether it can be compared is asked of the store, not of the document, which could have been changed there too.
    """
    try:
        rules, changed = rules_of(scan)
    except OssScanError as error:
        return (), tuple(Difference(one.name, _UNMADE, {"nl": error.nl, "en": error.en}) for one in claims)
    made: dict[tuple[str, Lang], Mapping[str, str]] = {}

    def text(name: str, lang: Lang) -> str:
        form = next(form for form, names in NAMES.items() if name in names)
        if (form, lang) not in made:
            made[form, lang] = dict(documents(scan, rules, lang, [form], changed=changed, left_out=left_out))
        return made[form, lang][name]

    why = list(_why(scan, changed))
    found = [(one.name, line) for one in claims if (line := _differs(one, text))]
    if not why:
        return tuple(Difference(name, _LINE, _shown(line)) for name, line in found), ()
    told = {"nl": ", ".join(one for one, _ in why), "en": ", ".join(one for _, one in why)}
    return (), tuple(Difference(name, _MAYBE, {**told, "line": str(line.number)}) for name, line in found)


def _why(scan: Scan, changed: Sequence[str]) -> Iterator[tuple[str, str]]:
    if scan.run.tool_version != __version__:
        versions = {"made": scan.run.tool_version, "here": __version__}
        yield _VERSION.in_("nl", versions), _VERSION.in_("en", versions)
    if changed:
        names = {"names": ", ".join(changed)}
        yield _RULES.in_("nl", names), _RULES.in_("en", names)


def _differs(claimed: Claimed, text: Callable[[str, Lang], str]) -> _Line | None:
    """The first line that differs; of a table, which names no language, from the language that it is nearest to."""
    nearest = None
    for lang in (claimed.lang,) if claimed.lang else _LANGUAGES:
        line = _first(claimed.text, text(claimed.name, lang))
        if line is None:
            return None
        if nearest is None or (line.number, line.column) > (nearest.number, nearest.column):
            nearest = line
    return nearest


def _first(said: str, made: str) -> _Line | None:
    # Line ends say nothing, and git may have changed them
    lines = zip_longest(said.replace("\r\n", "\n").split("\n"), made.replace("\r\n", "\n").split("\n"))
    for number, (here, there) in enumerate(lines, 1):
        if here != there:
            pairs = zip_longest(here or "", there or "")
            return _Line(number, next((at for at, (one, other) in enumerate(pairs) if one != other), 0), here, there)
    return None


def _shown(line: _Line) -> Mapping[str, str]:
    said, counted = (_excerpt(text, line.column) for text in (line.said, line.made))
    return {"line": str(line.number), "said": said, "counted": counted}


def _excerpt(text: str | None, column: int) -> str:
    if text is None:
        return "-"
    start = max(0, column - _BEFORE)
    end = start + _LONGEST
    return f"“{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}”"
