"""From a text to an answer: known texts first, then patterns, then what a short text names."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from oss_scan.licences import index
from oss_scan.licences.fold import line_of, without_copyright, without_markup
from oss_scan.licences.layout import of_text
from oss_scan.regex import regex

Kind = Literal["text", "notice", "reference", "link", "modified", "unknown"]

CHOICE = regex(
    r"\b(?:[Ee]ither\b(?! (?:case|express)\b)|EITHER\b|at your (?:option|choice)\b"
    r"|(?:[Dd]ual|[Bb]i|[Tt]ri)[- ]?[Ll]icen[cs]ed?\b|[Dd]ual (?=[A-Z])|one of the following\b"
    r"|(?:[Cc]hoose|[Cc]hoice|[Kk]ie(?:s|st|zen)|[Kk]euze) (?:between|tussen|uit)\b"
    r"|naar (?:eigen )?keuze\b|or, at your\b|(?:MIT|ISC|BSD) OR (?=[A-Z(]))"
    r"|[\da-z)] OR (?=[A-Z(])|^[^\w\n]*OR[^\w\n]*$",
    re.MULTILINE,
)
#: The first line of a table with the licences of parts, as of `LICENSE-3rdparty.csv`.
_TABLE = regex(
    r'\W*(?:[\w "-]{1,40}[,;\t]){1,12}[ "]{0,3}licen[cs]es?[ "]{0,3}(?:[,;\t][^\n]{0,200})?\n', re.IGNORECASE
)
_GNU_TEXTS = ("GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "AGPL-3.0")


@dataclass(frozen=True, slots=True)
class Match:
    """What a file says of a licence: an SPDX expression or None, how it says it, and from which line to which.

    `score` is the part of the file's words that the known text or notice covers, at most 0.99 where not each of its
    words was compared; for a name or address it is 1.0 when that is exact, 0.9 when it is written freely; for an
    altered text it is the part that was recognised, 0.0 where that was not measured. Of a modified text, `removed` and
    `added` are the words that it lacks and those that it has more, pair by pair ("" where there are none). `reason`
    says why a PDF is unknown, or that the line contradicts the text. `engine` is who said it; None for this program.
    """

    expression: str | None
    kind: Kind
    score: float
    line: int = 1
    last_line: int | None = None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    reason: Literal["pdf-extra", "pdf-unreadable", "pdf-unclear", "contradicted"] | None = None
    engine: str | None = None


UNKNOWN = Match(None, "unknown", 0.0)
#: What a short text says that gives nobody a licence ("all rights reserved"): no SPDX id, and no licence.
RESERVED = "LicenseRef-all-rights-reserved"


def read(text: str) -> Match:
    """What a text says of a licence."""
    match = _read(text)
    if match.kind == "text" and match.expression in _GNU_TEXTS:
        from oss_scan.licences.gnu_advice import applied

        return replace(match, expression=applied(text, match.expression))
    return match


def _read(text: str) -> Match:
    text = without_markup(text)
    if text.lstrip().startswith("---"):
        from oss_scan.licences.front_matter import without_lists

        text = without_lists(text)
    bare = without_copyright(text)
    licence = index.whole(text, bare)
    if licence:
        start = len(bare) - len(bare.lstrip())
        return Match(licence, "text", 1.0, line_of(text, start), line_of(text, len(bare.rstrip())))
    plain = of_text(text)
    if plain is not text and plain != text:
        text, bare = plain, without_copyright(plain)
    if text.lstrip().startswith("/*"):
        from oss_scan.licences.comments import of_comments

        comments = of_comments(text)
        if comments:
            return comments
    if _TABLE.match(text):
        return UNKNOWN
    from oss_scan.licences.parts import parts
    from oss_scan.licences.x11 import with_clauses

    found = parts(text, bare)
    if found:
        from oss_scan.licences.settling import settled

        match = settled(text, with_clauses(text, found))
    else:
        from oss_scan.licences import gnu, notices

        match = gnu.notice(text) or notices.notice(text)
    return match if match.expression else _otherwise(text, known=bool(found)) or match


def _otherwise(text: str, *, known: bool) -> Match | None:
    """What a text says where neither the texts that are `known` in it nor the names in it settle that."""
    from oss_scan.licences import disclaiming, gnu, notices

    said = _of_work(text) or notices.proprietary(text)
    if known and not said:  # else it was asked
        said = gnu.notice(text) or disclaiming.notice(text)
    return said if said and said.expression else None


def _of_work(text: str) -> Match | None:
    """What is said above the parts that a file bundles: the licence of the work, where that is a text or a notice."""
    from oss_scan.licences.bundled import own_parts

    read_parts = map(read, own_parts(text))
    return next((each for each in read_parts if each.expression not in (None, RESERVED) and each.kind != "link"), None)


def read_pdf(data: bytes) -> Match:
    """What a PDF says of a licence: never that it was modified, since page numbers and columns get into the text."""
    from oss_scan.licences.pdf import AbsentError, UnreadableError, text_of

    try:
        found = read(text_of(data))
    except AbsentError:
        return replace(UNKNOWN, reason="pdf-extra")
    except UnreadableError:
        return replace(UNKNOWN, reason="pdf-unreadable")
    return replace(UNKNOWN, reason="pdf-unclear") if found.expression is None else found
