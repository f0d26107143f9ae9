"""A title, a label or a tag beside the text of a licence that names another one: which of them holds nobody can say."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from oss_scan.licences.copyrights import is_copyright
from oss_scan.licences.doubts import names_content
from oss_scan.licences.fold import line_of
from oss_scan.licences.names import Named, find_all
from oss_scan.licences.others import called, unknown
from oss_scan.licences.spdx import families, spelled
from oss_scan.regex import regex

if TYPE_CHECKING:
    from oss_scan.licences.parts import Part

#: Lines at the top of a text that may be its title, characters of one, and lines around texts that are asked at most.
_TITLES, _LONGEST, _MOST = 8, 120, 300
_FAR = _TITLES * _LONGEST
#: What a line may hold beside names to be a title or a label, or to give the work such a licence.
_IDLE = regex(
    r"(?:[\W_\d]|\b(?:the|de|het|an?|een|and|or|en|of|licen[cs]e[sd]?|lizenz(?:en)?|licenties?|licen[cs]ing|licentietekst|text|tekst"
    r"|SPDX|identifier|copyright|name|type|open|source|software|code|project|work|gnu|version|versie|v|full|under|onder"
    r"|dual|tri|terms|this|these|it|its|dit|deze|is|are|zijn|all|alle|released|published|available|distributed"
    r"|gelicen[cst]eerd|file)\b)*",
    re.IGNORECASE,
)
#: Right before a name: that the work is under that licence.
_UNDER = regex(
    r"(?<!\bwere )(?<!\bwas )\b(?:(?:licen[cs]ed|released|distributed|published|available|gelicen\w+|gepubliceerd"
    r"|beschikbaar|valt|vallen|used|copied|modified|shared|it|them)[ \t](?:under|onder)"
    r"|governed[ \t]by|subject[ \t]to)[ \t](?:the[ \t]terms[ \t]of[ \t])?"
    r"(?:(?:the|de|an?|both|either)[ \t])?(?:(?:GNU|MIT)\b[ \t]?(?:and|or|/)?[ \t]?)?\Z",
    re.IGNORECASE,
)
#: The same of what the work uses: not of it.
_OF_USED = regex(
    r"\b(?:uses?|(?:is|are) used|includes?|incorporates?|contains?|bundles?|requires?|depends on|based on)\b[^.;]{0,80}"
    r"[ ,](?:which|that) (?:is|are) (?:\w{1,12} )?\Z",
    re.IGNORECASE,
)
#: What SPDX has another name for.
_CALLED = {"X11": "MIT"}


def contrary(text: str, parts: "Sequence[Part]", left: str, licences: frozenset[str]) -> int | None:
    """The first line beside texts that says they are of another licence; `left` is what no licence explains."""
    ours = licences.union(*(families(part.licence) for part in parts if not part.licence.startswith("WITH ")))
    heads = (line for part in parts if part.whole for line in _heads(text, part.start))
    short = (line for line in left.split("\n")[:_MOST] if len(line) <= _LONGEST)
    told = chain(
        (line for line in heads if not all(_is_ours(line, each, ours) for each in _named(line))),
        (
            line
            for line in short
            if any(_denies(line, each, ours) for each in find_all(line)) or _gives_other(line, ours)
        ),
    )
    against = next(told, None)
    return None if against is None else line_of(text, max(0, text.find(against.strip())))


def _heads(text: str, start: int) -> Iterator[str]:
    """The lines right above a text and those with which it begins, as far as they are titles."""
    at = text.rfind("\n", 0, start) + 1
    above = text[max(0, at - _FAR) : at].split("\n")[::-1][:_TITLES]
    for lines in (above, text[at : at + _FAR].split("\n")[:_TITLES]):
        titles = (line for line in lines if line.strip() and not is_copyright(line))
        yield from takewhile(lambda line: len(line) <= _LONGEST and only_names(line), titles)


def _named(line: str) -> Sequence[Named]:
    """The licences that a line names, also where it is no more than an id."""
    bare = line.strip(" \t\r#*=`_/.-")
    licence = spelled(bare) if bare else None
    return [Named(licence, 0, len(line), "name")] if licence else find_all(line)


def only_names(line: str) -> bool:
    """Whether a line has the names of licences and no more than such a line has besides."""
    rest = list(line)
    for each in _named(line):
        rest[each.start : each.end] = " " * (each.end - each.start)
    return bool(_IDLE.fullmatch("".join(rest)))


def _is_ours(line: str, named: Named, ours: frozenset[str]) -> bool:
    """Whether a name is that of one of these licences, or leaves its version open."""
    if named.expression:
        return all(any(_CALLED.get(one, one).startswith(each) for one in ours) for each in families(named.expression))
    if named.form == "tag":
        value = line[named.start : named.end].partition(":")[2]
        within = find_all(value)
        return bool(within) and all(_is_ours(value, each, ours) for each in within)
    return named.form == "name" and line[named.start : named.end].lower() in called(ours)


def _gives_other(line: str, ours: frozenset[str]) -> bool:
    """Whether a line outside of the texts gives the work a licence of its own name: the Acme Licence."""
    return any(_UNDER.search(line, 0, start) for start in unknown(line, ours))


def _denies(line: str, named: Named, ours: frozenset[str]) -> bool:
    """Whether a line outside of the texts gives the work another licence, of which the version is not said.

    One with its version is weighed elsewhere.
    """
    written = line[named.start : named.end].lower()
    if named.expression or named.form == "url" or written == "public domain" or _is_ours(line, named, ours):
        return False
    if named.form == "tag" or only_names(line):
        return True
    under = _UNDER.search(line, 0, named.start)
    return under is not None and not (_OF_USED.search(line, 0, under.start()) or names_content(line, named))
