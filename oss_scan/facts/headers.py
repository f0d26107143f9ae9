"""What the first lines of source files say of their licence: SPDX tags and notices.

Where REUSE is claimed every file is read for it; else a sample, spread evenly over the files with program code.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from oss_scan import licences
from oss_scan.facts.licence_files import folders_apart
from oss_scan.facts.listing import Listing
from oss_scan.facts.prevailing import Seen, is_generated, prevailing
from oss_scan.facts.tags import bare
from oss_scan.licences.names import find_all
from oss_scan.tree import Kind, Unread

#: Files that are read at most, and bytes and lines of each that are looked at.
SAMPLE = 30
_BYTES = 6000
_LINES = 60
_LIMIT = 1024 * 1024
_KINDS = 10  # notices of different words that are looked into

_NOT_OWN = re.compile(
    r"(?:^|/)(?:node_modules|bower_components|vendor\w*|third[-_]?part(?:y|ies)|extern(?:al|als)?|libs?|dist|build|target|static"
    r"|assets|public|fixtures?|tests?|tst|__tests__|test[-_]?data|dependencies|docs?|[\w-]+[-_]\d{1,4}(?:[._]\d{1,4}){1,3}|\.[^/]*)/"
    r"|\.min\.|\.ipynb$",
    re.IGNORECASE,
)
_TAG = re.compile(r"SPDX-License-Identifier:[ \t]*([^\r\n]{1,200})")
_MARKS = re.compile(r"^[ \t]*(?:/?\*+/?|//+|#+!?|!+|--+|;+|%+|<!--|\"\"\"|''')?[ \t]?")
_MARK = re.compile(r"[ \t]*(?:/?\*|//|#|--|;|%|<!--|\"\"\"|'''|[!cC][ \t*!])")
#: A comment of several lines that may have no mark of their own: where it opens, and what closes it.
_OPENS = re.compile(r"[ \t]*[rRuU]?(/\*|<!--|\"\"\"|'''|\{-|\(\*)")
_CLOSES = {"/*": "*/", "<!--": "-->", "{-": "-}", "(*": "*)"}
_QUOTES = ('"""', "'''", "`")
_HEREDOC = re.compile(r"<<[<~-]?[ \t]?[\"']?([A-Z][A-Z_]{1,20})[\"']?[ \t]*(?:>.{1,80}|\)?;?)?$")
_NOTICE = re.compile(
    r"licen[cs]ed under|general public licen[cs]e|\bEUPL\b|@licen[cs]e|gelicen[cst]|in licentie"
    r"|\blicen[cs]e:? [AL]?GPL-\d",
    re.IGNORECASE,
)
_GNU = re.compile(
    r"GNU (?P<kind>Affero |Lesser |Library )?General Public Licen[cs]e,?\s"
    r"(?P<published>as published by\s(?:the )?Free Software Foundation[,;]?\s)?(?P<either>either\s)?(?:under\s)?"
    r"(?:the terms of\s)?v(?:ersion)?\.?\s?(?P<version>[23](?:\.[01])?)(?: of the Licen[cs]e)?"
    r"(?P<later>\+|[,;]? ?\(?(?:or|and)[,;]? ?(?:\(?(?:at your (?:option|choice)|if you (?:prefer|wish|like))\)?,? )?"
    r"\(?(?:any |an? )?(?:later|newer|higher|above|greater|subsequent))?(?P<only>,? ?\(?only)?",
    re.IGNORECASE,
)
_APPLIES = re.compile(
    r"\b(?:this|the) (?:program|software|file|code|library|work|script)\b.{0,40}"
    r"\b(?:distributed|licen[cs]ed|released|provided) under (?:the terms of )?the $",
    re.IGNORECASE,
)
#: In the same sentence: before it that it does not hold, or not yet or not for all; behind it that more is meant.
_NOT_SO = re.compile(
    r"\b(?:not|never|no|formerly|previously|was|were|will|would|to be (?:distributed|licen[cs]ed|released)"
    r"|if|until|unless|except|alternatively|(?:parts|portions?|some|most) of)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:or|nor|later|newer|higher|above|greater|subsequent|versions?|except\w*|unless|until|commercial\w*|but"
    r"|combin\w+|link\w*)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?](?=\s|$)")
#: Anywhere: that there is an exception, or that not everybody may use it.
_OTHERWISE = re.compile(
    r"\b(?:special|linking|\w*path|following|additional|this) exceptions?\b|\badditional permission"
    r"|\bnon-?commercial|\b(?:no|for) commercial\b|\bcommercial use\b|\bcommons clause\b|\bproprietary\b"
    r"|\bconfidential\b|\b(?:evaluation|research|academic) (?:use|purposes?)\b|\bcommercie(?:el|le) gebruik"
    r"|\b(?:may|must|shall) not (?:be )?(?:use|sell|sold|copy|copied|(?:re)?distribute|modify|modified)",
    re.IGNORECASE,
)
_KIND = {"affero ": "AGPL", "lesser ": "LGPL", "library ": "LGPL", "": "GPL"}


@dataclass(frozen=True, slots=True)
class Header:
    """A licence that source files name in their first lines: in how many of those read, and where it stands first.

    `among` is the number of files read with an ending that one of them has.
    """

    expression: str
    files: int
    path: str
    blob: str
    line: int
    among: int = 0


@dataclass(frozen=True, slots=True)
class Headers:
    """What the headers of source files say, the commonest first; `read` is the number of files that were looked at.

    `most` is what most files say that are beyond doubt the work's own (`prevailing`).
    """

    read: int = 0
    said: tuple[Header, ...] = ()
    most: Header | None = None

    def common(self) -> tuple[Header, ...]:
        """What is said by most files of their kind, and no few: what fewer say may have come with what others made."""
        return tuple(one for one in self.said if 2 * one.files >= one.among and 4 * one.files >= self.read)


def collect_headers(listing: Listing, code: tuple[str, ...]) -> Headers:
    """Look at the headers of a sample of the files with program code."""
    own = [path for path in _own(code) if listing.tree.kind(path) is Kind.FILE]
    chosen = own if len(own) <= SAMPLE else [own[at * len(own) // SAMPLE] for at in range(SAMPLE)]
    known: dict[str, str | None] = {}
    seen: list[Seen] = []
    for path in chosen:
        data = listing.read(path, _LIMIT)
        if not isinstance(data, Unread):
            expression, line = _in_header(data, known) or (None, 0)
            seen.append(Seen(path, expression, line, expression is not None and is_generated(data[:_BYTES])))
    most = prevailing(seen, folders_apart(listing))
    return Headers(len(seen), _ranked(listing, seen), _ranked(listing, most)[0] if most else None)


def _ranked(listing: Listing, seen: Sequence[Seen]) -> tuple[Header, ...]:
    """Each licence that is named, the commonest first."""
    endings = Counter(one.ending for one in seen)
    of: dict[str, list[Seen]] = {}
    for one in seen:
        if one.expression:
            of.setdefault(one.expression, []).append(one)
    ranked = sorted(of.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Header(
            expression,
            len(those),
            those[0].path,
            listing.tree.blob(those[0].path),
            those[0].line,
            sum(endings[each] for each in {one.ending for one in those}),
        )
        for expression, those in ranked
    )


@lru_cache(maxsize=1)  # a remote tree is gone through again once more of its files are here
def _own(code: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(path for path in code if not _NOT_OWN.search(path))


def _in_header(data: bytes, known: dict[str, str | None]) -> tuple[str, int] | None:
    """The licence that a header names, and the line."""
    head = data[:_BYTES]
    if not (b"licen" in head.lower() or b"EUPL" in head or b"SPDX-" in head):
        return None
    lines = head.decode("utf-8", "replace").splitlines()[:_LINES]
    for number, line in enumerate(lines, 1):
        tag = _TAG.search(line)
        if tag:
            expression = licences.normalise(bare(tag[1]))
            return (expression, number) if expression else None
    named = [number for number, line in enumerate(lines) if _NOTICE.search(line)]
    inside, texts = _inside(lines) if named else (frozenset(), frozenset())
    marked = (number for number in named if number in inside or _MARK.match(lines[number]))
    at = next((number for number in marked if number not in texts), None)
    if at is None:
        return None
    text = "\n".join(_MARKS.sub("", line) for line in _comment(lines, at, inside))
    expression = meant_by_gnu(text) or _this_version(text)
    if expression is None:
        words = " ".join(text.split())
        if _GNU.search(words) and _OTHERWISE.search(words):
            return None
        if text not in known:
            known[text] = licences.identify(text.encode("utf-8", "replace")).expression if len(known) < _KINDS else None
        expression = known[text]
    return (expression, at + 1) if expression else None


def _inside(lines: list[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The lines (from 0) of comments that open at the start of a line, and those of texts within code."""
    found: set[int] = set()
    texts: set[int] = set()
    closes, is_comment = "", False
    for number, line in enumerate(lines):
        rest = line
        if not closes:
            opened = _OPENS.match(line)
            text = "" if opened else _closes_text(line)
            if not opened and not text:
                continue
            is_comment = opened is not None
            closes = _CLOSES.get(opened[1], opened[1]) if opened else text
            rest = line[opened.end() :] if opened else ""
        (found if is_comment else texts).add(number)
        closes = "" if closes in rest else closes
    return frozenset(found), frozenset(texts)


def _closes_text(line: str) -> str:
    """What closes a text of several lines that opens on a line of code; "" where none does."""
    if _MARK.match(line):
        return ""
    heredoc = _HEREDOC.search(line)
    return heredoc[1] if heredoc else next((each for each in _QUOTES if line.count(each) % 2), "")


def _comment(lines: list[str], at: int, inside: frozenset[int]) -> list[str]:
    """The lines around a line that are comment too."""
    start = end = at
    while start > 0 and (start - 1 in inside or (at not in inside and _is_comment(lines[start - 1]))):
        start -= 1
    while end + 1 < len(lines) and (end + 1 in inside or (at not in inside and _is_comment(lines[end + 1]))):
        end += 1
    return lines[start : end + 1]


def _is_comment(line: str) -> bool:
    return bool(re.match(r"[ \t]*(?:/?\*|//|#|!|--|;|%|<!--|\"\"\"|''')", line)) or not re.search(
        r"[=({;]|\bimport\b", line
    )


def _this_version(text: str) -> str | None:
    """The licence that a header applies in a version, and no later one (GPL 3, section 14)."""
    gnu = _clear(text)
    applied = gnu and _APPLIES.search(gnu.string, 0, gnu.start())
    return _of_version(gnu, "only") if gnu and applied and not gnu["later"] else None


def meant_by_gnu(text: str) -> str | None:
    """The licence in the FSF's own words; those with one version, and no later one, mean that version only."""
    gnu = _clear(text)
    if gnu and (gnu["later"] or gnu["only"] or (gnu["published"] and not gnu["either"])):
        return _of_version(gnu, "or-later" if gnu["later"] else "only")
    return None


def _clear(text: str) -> re.Match[str] | None:
    """Where a text gives a licence in the words of the FSF, and says nothing that may make it another one."""
    gnu = _GNU.search(" ".join(text.split()))
    if gnu is None or _OTHERWISE.search(gnu.string):
        return None
    before = _SENTENCE.split(gnu.string[: gnu.start()])[-1]
    behind = _SENTENCE.split(gnu.string[gnu.end() :])[0]
    behind = re.sub(r"^ versions?\b", "", behind) if gnu["later"] else behind
    if _NOT_SO.search(before) or _MORE.search(behind):
        return None
    ours = _of_version(gnu, "only")
    named = (each.expression for each in find_all(gnu.string) if each.expression)
    if ours is None or any(licences.families(each) != licences.families(ours) for each in named):
        return None
    return gnu


def _of_version(gnu: re.Match[str], later: str) -> str | None:
    version = gnu["version"] if "." in gnu["version"] else f"{gnu['version']}.0"
    return licences.normalise(f"{_KIND[(gnu['kind'] or '').lower()]}-{version}-{later}")
