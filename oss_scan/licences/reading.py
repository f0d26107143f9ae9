"""From a text to an answer: known texts first, then patterns, then what a short text names."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from oss_scan.licences import index
from oss_scan.licences.fold import line_of, without_copyright, without_markup
from oss_scan.licences.layout import of_text
from oss_scan.licences.match import RESERVED, UNKNOWN, Match
from oss_scan.licences.spdx import families
from oss_scan.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oss_scan.licences.parts import Part

#: The first line of a table with the licences of parts, as of `LICENSE-3rdparty.csv`.
_TABLE = regex(
    r'\W*(?:[\w "-]{1,40}[,;\t]){1,12}[ "]{0,3}licen[cs]es?[ "]{0,3}(?:[,;\t][^\n]{0,200})?\n', re.IGNORECASE
)
#: Words of a text that is the same for all who use it: a shorter one has a holder, and may be that of a part.
_NOBODYS = 1000
_GNU_TEXTS = ("GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "AGPL-3.0")


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
    if match.expression:
        return match
    said = _otherwise(text, known=bool(found))
    return _with_text(text, said, found) if said else match


def _otherwise(text: str, *, known: bool) -> Match | None:
    """What a text says where neither the texts that are `known` in it nor the names in it settle that."""
    from oss_scan.licences import disclaiming, gnu, notices

    said = _of_work(text) or notices.proprietary(text)
    if known and not said:  # else it was asked
        said = gnu.notice(text) or disclaiming.notice(text)
    return said if said and said.expression else None


def _with_text(text: str, said: Match, found: "Sequence[Part]") -> Match:
    """What is said; where the text of that licence stands in the file too, with the place of the text."""
    same = (
        part
        for part in found
        if part.whole
        and not part.altered
        and families(part.licence) == families(said.expression or "")
        and len(text[part.start : part.end].split()) >= _NOBODYS
    )
    part = next(same, None)
    if part:
        start, end = line_of(text, part.start), line_of(text, part.end)
        return replace(said, kind="text", score=part.likeness, line=start, last_line=end)
    return said


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
