"""Sentences beside the text of a licence, let pass only where they are of a harmless kind and limit nothing.

Nobody foresees each way to take a permission away. So a clause has to show what it is: names or a title, or one that
says whose the work is, where it comes from, under which licence it is or where to read more; and it may hold no word
that limits, which is asked of all of it together.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from oss_scan.licences.binding import BINDING
from oss_scan.licences.described import WORK, is_heading, names_work, without_subjects
from oss_scan.licences.doubts import ABOUT_CONTENT, speaks_of_contributions
from oss_scan.licences.excused import EXCUSED
from oss_scan.licences.informing import INFORMS
from oss_scan.licences.limits import LIMITS, MILD
from oss_scan.licences.names import expression_of, find_all
from oss_scan.licences.plain import JOINS, PLAIN
from oss_scan.licences.restricting import restrictions, without_harmless
from oss_scan.licences.spdx import normalise
from oss_scan.licences.told import told
from oss_scan.regex import regex

_POINTS = ".,:;!?()[]\"'“”‘’*"
#: A word that is no name.
_WORD = regex(rf"[{re.escape(_POINTS)}]*[a-zß-öø-ÿ]+(?:['’][a-z]+)?[{re.escape(_POINTS)}]*")
_LABEL = regex(r"\W*[^\W\d_][a-zß-öø-ÿ]*:")
#: A name before what it is the name of, and a colon for a dash.
_CALLED = regex(
    rf"^([^\w\n]{{0,9}}[^\W\d_][\w.-]{{0,40}}):(?= an? (?:[\w.-]+,? ){{0,5}}?{WORK} (?:for|to|that)\b)",
    re.IGNORECASE | re.MULTILINE,
)
#: A name that is written with dashes, alone or before the name of a licence; and that of a file.
_PACKAGE = regex(r"^[a-z]+(?:-[a-z]+)+(?= [A-Z]|$)|[\w./-]{1,80}\.(?:js|css|md|txt|html|py|json|toml|lock)\b")
#: A word that is no name: it says what was done.
_STATE = regex(r"(?!#)[\W_]*[^\W\d_]{3,60}(?<!e)(?<!hm)(?<!mm)ed[\W_]*", re.IGNORECASE)
#: Headings, of which a page has two at least, and those of its sections on something else than its licence.
_HEADING = regex(r"^#{1,6}[ \t]+\S[^\n]*$", re.MULTILINE)
_ELSEWHERE = regex(
    r"#{1,6}[ \t]+(?:contact|about|over|introducti\w+|inleiding|getting started|install\w+|build\w*|develop\w+"
    r"|ontwikkel\w+|contribut\w+|bijdragen|support|ondersteuning|document\w+|security|beveiliging|authors?|auteurs"
    r"|team)\b",
    re.IGNORECASE,
)
_FEWEST = 2
#: What the page is about, above anything else.
_PAGE_TITLE = regex(
    r"\s*#[ \t]+(?!(?:for|voor|für|pour|to|aan|by|door|of|van|was|were|proposal|voorstel|parts?|some|(?:onder)?delen)\b"
    r"|[^\n]{0,60}\b(?:and|or|en|of)\b)\S[^\n]{0,60}(?:\n|\Z)",
    re.IGNORECASE,
)
_BLOCK = regex(r"\n\s*\n|\n(?=#{1,6}[ \t])")
#: Characters of a clause that is too long to be told, and clauses that are asked at most: those beyond say anything.
_LONGEST, _MOST = 2000, 2000
#: Characters of what stands beside a text in which clauses are looked for that are only to be shown.
_READ = 50_000
_LETTER = regex(r"[^\W\d_]")
#: A tag, of which the id may hold words that would limit in prose (`Beerware`, `BSD-ask-to-endorse`).
_IDENTIFIER = regex(
    r"SPDX(?:-License-Identifier| (?:short |licen[cs]e )?(?:identifier|id)):[ \t]*([\w.+-]+(?:[ \t]+[\w.+()-]+)*)",
    re.IGNORECASE,
)
_MARK = regex(r"^[ \t]*\W{1,3}(?=\s)", re.MULTILINE)
_MAIL = regex(r"(?<![^\s<(])[^\s@]{1,64}@\S{1,200}")
_TAG = regex(r"<(?:style|script)\b[^<]{0,9000}|<[a-z!/?][^<>]{0,800}>?", re.IGNORECASE)
#: What stands in a clause for a notice that is known to be harmless, and for an address; and a few words before one.
_KNOWN, _ADDRESS = "\N{REFERENCE MARK}", "\N{ASTERISM}"
_POINTER = regex(rf"\W*(?:[\w-]+ ){{0,5}}[\w-]+(?: ?:)? {_ADDRESS}\W*")
#: A name in lower case before the address of whoever has it.
_HANDLE = regex(rf"(?<!\S)[a-z][\w.-]{{1,30}} ?<? ?{_ADDRESS}")
#: For whom alone it is, in turns of phrase of which others are harmless.
_FOR_WHOM = regex(
    rf"{_KNOWN}[\d\s.,v-]{{0,12}}(?:to|aan)\s|\bto be used (?:by|in|for)\b"
    r"|\b(?:this|it|dit|deze|software|program|project|code|package|broncode|programma)"
    r" (?:is|are|zijn) (?:(?!gekozen )\w{1,20} )?"
    r"(?:for|voor) (?!\w{1,20}ing\b)"
    r"|^\W*(?:for|voor|für|pour)(?: the| de| het)?(?-i:(?: (?:of |van |and |en )?(?:the |de )?[A-Z][\w-]*)+)"
    rf"[^\w:{_ADDRESS}]*$"
    r"|^\W*(?:meant|intended|bedoeld) (?:for|to|voor|om)\b"
    # a few words on whom, what or where it is for, and no more
    r"|^\W*(?:for|voor|on|op|within|inside|binnen|outside|buiten|during|tijdens)"
    r"(?![^.!?]{0,80}\b(?:was|were|had|became|moved|came|grew|started|began|werd|werden|kwam|see|zie|visit|leest"
    r"|vindt|staat|staan)\b)(?! (?:the |de |het )?(?:more|meer"
    r"|further|full|complete|details?|info\w*|help|questions?|vragen|support|basis|behalf|top|text|tekst|licen\w+"
    r"|copyright|versions?|versie)\b| (?:(?-i:[A-Z])|(?!(?:non|in|pre|no|on|off|self|end|third)-)(?=\w{1,30}-))[\w.-]+"
    r" (?:software|code|library|package|project)[.!]?$)"
    r"(?: [\w-]+){1,7}[.!]?$"
    r"|\blicen[cs]ed to (?!you\b|(?:\S{1,40} ){1,8}under (?:one|the|an?)\b)",
    re.IGNORECASE,
)
#: A label with one word, which is to be the name of a licence.
_LICENCE = regex(r"^[^\w\n]*(?:licen[cs]e|licentie)[ \t]*:[ \t]*([^\W\d_]{3,})[ \t]*$", re.IGNORECASE | re.MULTILINE)
#: A name that limits by itself, where no version makes it that of a licence.
_NON_COMMERCIAL = regex(r"\bBY-NC(?:-(?:SA|ND))?\b(?!-(?:SA|ND)|[ -]?\d)")
#: Where a clause ends, but not after an initial: also at an empty line, and before the mark of a list.
_ENDS = regex(
    rf"(?<=[.!?;:])(?<!\b[A-Z]\.)(?<!\b[Ii]nc\.)(?<!\bv\.)\s+(?![{_ADDRESS}\s])"
    r"|\n\s*\n|\n(?=[ \t]{0,40}(?:[-*#•>]|\w{1,3}[.)])\s)"
)


def statements(left: str) -> Iterator[str]:
    """The clauses beside a text that are of no harmless kind, or that may limit what it permits."""
    asked = 0
    yield from (
        each[0].strip()
        for each in _LICENCE.finditer(left)
        if not (PLAIN.fullmatch(each[1]) or expression_of(each[1]) or find_all(each[1]))
    )
    for section, opens in _sections(left):
        for clause in clauses(section):
            asked += 1
            long = len(clause) > _LONGEST or asked > _MOST
            if long or limits(clause) or not (opens or shows(clause)):
                yield " ".join(clause.replace(_KNOWN, " ").replace(_ADDRESS, " ").split())


def limiting(text: str) -> bool:
    """Whether a clause of a short text holds a word that limits."""
    return any(map(limits, clauses(text)))


def limiting_near(text: str, names: Callable[[str], bool]) -> bool:
    """Whether a longer text takes back what it gives: in a paragraph that `names` a licence, or below it and above the
    next heading."""
    near = False
    for block in _BLOCK.split(text):
        named = names(block) and not speaks_of_contributions(block)
        near = named or (near and not block.lstrip().startswith("#"))
        if near and any(map(_limits_strictly, clauses(block))):
            return True
    return False


def _limits_strictly(clause: str) -> bool:
    if _FOR_WHOM.search(clause):
        return True
    told = (_PACKAGE.sub(" ", EXCUSED.sub(" ", without_subjects(each))) for each in (clause, nameless(clause)))
    return all(any(not MILD.fullmatch(found.group()) for found in LIMITS.finditer(each)) for each in told)


def said(left: str, most: int) -> tuple[str, ...]:
    """What beside a text may limit it, to be read: lines, and then clauses, so many at most."""
    found = dict.fromkeys(line[:200] for line in (restrictions(left) if most else ()))
    if len(found) < most:  # each takes its time in a long text
        found |= dict.fromkeys(clause[:200] for clause in islice(statements(left[:_READ]), most))
    return tuple(found)[:most]


def _sections(left: str) -> Iterator[tuple[str, bool]]:
    """What of a page may speak of the licence, and whether it is what the page opens with; any other text whole."""
    starts = [found.start() for found in _HEADING.finditer(left)]
    if len(starts) < _FEWEST:
        title = _PAGE_TITLE.match(left)
        if title:
            yield title.group(), is_heading(title.group())
        yield left[title.end() :] if title else left, False
        return
    yield left[: starts[1]], True
    for start, end in pairwise((*starts[1:], len(left))):
        if not _ELSEWHERE.match(left, start):
            yield left[start:end], False


def clauses(left: str) -> Iterator[str]:
    """The clauses of a text, each in one line, with marks for addresses and for what is known to be harmless."""
    called = _CALLED.sub(r"\1 -", left) if ":" in left else left
    plain = _TAG.sub(" ", _MAIL.sub(f" {_ADDRESS} ", untagged(_unmarked(called))))
    for clause in _ENDS.split(without_harmless(plain, f" {_KNOWN} ", f" {_ADDRESS} ")):
        yield " ".join(clause.split())


def untagged(text: str) -> str:
    """A text with a mark for each tag that holds an expression and no more."""
    return _IDENTIFIER.sub(lambda found: f" {_KNOWN} " if normalise(found[1]) else found[0], text)


def _unmarked(left: str) -> str:
    """The same without the marks of a comment, where they stand before each line."""
    lines = [line for line in left.split("\n") if line.strip()]
    marks = {line.lstrip()[0] for line in lines}
    return _MARK.sub("", left) if len(lines) > 1 and len(marks) == 1 and not marks.pop().isalnum() else left


def limits(clause: str) -> bool:
    """Whether a clause holds a word that limits."""
    if _FOR_WHOM.search(clause) or (_NON_COMMERCIAL.search(clause) and not ABOUT_CONTENT.search(clause)):
        return True
    if BINDING.search(clause):
        return True
    ways = dict.fromkeys((clause, nameless(clause)))
    return LIMITS.search(clause) and all(map(_has_limit, ways)) and not told(clause)  # what is sooner told, first


def _has_limit(clause: str) -> bool:
    told = _PACKAGE.sub(" ", EXCUSED.sub(" ", clause))
    return LIMITS.search(told) and LIMITS.search(without_subjects(told))  # the first is far sooner told


def shows(clause: str) -> bool:
    """Whether a clause is of a harmless kind, whatever else it says."""
    return _is_of_kind(clause) or told(clause)


def _is_of_kind(clause: str) -> bool:
    if _KNOWN in clause or _POINTER.fullmatch(clause) or INFORMS.search(clause) or EXCUSED.search(clause):
        return True
    return _names(clause) or _plain(clause) or names_work(clause)


def _names(clause: str) -> bool:
    """Whether a clause has nothing but names, of which one may be in lower case, or is one word."""
    words = [word for word in _HANDLE.sub("X", nameless(clause)).split() if _LETTER.search(word)]
    plain = [word for word in words if _WORD.fullmatch(word) and not JOINS.fullmatch(word.strip(_POINTS))]
    if len(words) <= 1:
        return not (_LABEL.fullmatch(clause) or _STATE.fullmatch(clause.strip()))
    return not plain or (len(plain) == 1 and any(word.lstrip(_POINTS)[:1].isupper() for word in words[1:]))


def _plain(clause: str) -> bool:
    """Whether a clause, but for names, has none but the words of titles and labels; its first word is no name."""
    bare = nameless(clause).replace("'", " ").replace("’", " ")
    words = [word.strip(f"{_POINTS}@") for word in bare.split() if _LETTER.search(word)]
    return all(
        PLAIN.fullmatch(word) or JOINS.fullmatch(word) or (at > 0 and not _WORD.fullmatch(word))
        for at, word in enumerate(words)
    )


def nameless(clause: str) -> str:
    """A clause with something else for the names of licences."""
    for each in find_all(clause):
        clause = f"{clause[: each.start]}{'X' * (each.end - each.start)}{clause[each.end :]}"
    return clause
