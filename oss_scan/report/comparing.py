"""Whether a document of a report is, byte for byte, what this program makes of the store.

The documents are made as `report make` makes them, so that nothing of what a reader sees goes unnoticed. What counts
them another way stands in `recounting.py`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from oss_scan import __version__
from oss_scan.results import Scan
from oss_scan.texts import Text

_LINE = Text(
    "op regel {line} staat {said}, maar uit de opslag volgt {counted}",
    "line {line} says {said}, but the store gives {counted}",
)
_BYTES = Text("is niet wat uit de opslag volgt", "is not what the store gives")
_MAYBE = Text(
    "de tekst is niet te vergelijken: {nl}. Vanaf regel {line} is zij anders dan deze oss-scan haar nu maakt; alleen de"
    " cijfers en de vindplaatsen zijn nagegaan",
    "the text cannot be compared: {en}. From line {line} it is not what this oss-scan makes now; only the figures and"
    " the places were looked at",
)
_MAYBE_BYTES = Text(
    "de inhoud is niet te vergelijken: {nl}; alleen het controlegetal is nagegaan",
    "the content cannot be compared: {en}; only the checksum was looked at",
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
#: Documents that are no text for people to read line by line.
_BINARY = (".pdf", ".odt", ".ods", ".zip")
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
    name: str, content: bytes, made: bytes, why: Sequence[tuple[str, str]]
) -> tuple[Difference | None, Difference | None]:
    """How a document differs, or what could not be compared; `why` another text proves nothing, in both languages."""
    told = {"nl": ", ".join(one for one, _ in why), "en": ", ".join(one for _, one in why)}
    if name.endswith(_BINARY):
        if content == made:
            return None, None
        return (None, Difference(name, _MAYBE_BYTES, told)) if why else (Difference(name, _BYTES, {}), None)
    line = _first(_text(content), _text(made))
    if line is None:
        return None, None
    if why:
        return None, Difference(name, _MAYBE, {**told, "line": str(line.number)})
    return Difference(name, _LINE, _shown(line)), None


def unmade(name: str, nl: str, en: str) -> Difference:
    """A document that could not be made again."""
    return Difference(name, _UNMADE, {"nl": nl, "en": en})


def causes(scan: Scan, changed: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Why what is made now may differ without anything being wrong: asked of the store, not of the report, which could
    have been changed there too."""
    if scan.run.tool_version != __version__:
        yield _both(_VERSION, {"made": scan.run.tool_version, "here": __version__})
    if changed:
        yield _both(_RULES, {"names": ", ".join(changed)})


def _both(text: Text, values: Mapping[str, str]) -> tuple[str, str]:
    return text.in_("nl", values), text.in_("en", values)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


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
