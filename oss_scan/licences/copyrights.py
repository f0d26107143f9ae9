"""Lines that say no more than whose the work is."""

import re
from functools import lru_cache

from oss_scan.licences.described import without_holders
from oss_scan.licences.limits import LIMITS
from oss_scan.regex import regex

MARK = regex(r"©|\(c\)|\bcopyright\b|\bcopr\.|&copy;|\ball rights reserved\b", re.IGNORECASE)
_DATED = regex(r"\b(19|20)\d\d\b|[<\[{]\s*(year|yyyy|jaar)|\byyyy\b", re.IGNORECASE)
_OWNER = regex(
    r"\W*(?:[Pp]ortions |[Aa]ll )?"
    r"(?:[Cc]opyright\s*(?:\([cC]\)|©|:|by\b|[A-Z<\[{])|COPYRIGHT\s*(?:\(C\)|©)|(?:\([cC]\)|©)\s*[\w<\[{])",
    re.ASCII,
)
# words of a sentence *about* copyright, as it stands in the licences themselves
PROSE = regex(
    r"\b(notices?|licen[cs]\w*|licenti\w*|permission|law|holders?|shall|must|may|you|this|that|which|under|applies|use\w*"
    r"|not?|only|except|commercial\w*|prohibit\w*|restrict\w*|treat\w*|act|convention|section|article|owners?|niet|geen|alleen|verboden|toestemming|gebruik\w*)\b",
    re.IGNORECASE,
)
#: The same in any case, where others may be of a name (`Free Software Foundation`).
_LIMITED = regex(
    r"\b(?:confidential|proprietary|vertrouwelijk|geheim|NDA|EULA|trial|geldig|intern|hands off|exclud\w+|NC|CC[- ]?BY"
    r"|valid (?:until|till|for|to)|free (?:for|to|until|till)|(?:for|after|during) (?:an? )?evaluation|behalve|tenzij"
    r"|(?:demo|evaluation|review|preview|test) (?:version|copy|edition)|uitgezonderd"
    r"|internal(?:ly)?(?! (?:affairs|revenue|market|security|audit)))\b",
    re.IGNORECASE,
)
#: Such a word in the midst of a name: `Kadaster Internal Systems`.
_IN_NAME = regex(r"(?<=[a-z.\d&] )[A-Z][a-z]+ (?!Use\b|Version\b|Only\b|Copy\b)[A-Z][a-z]+")
#: With a word that limits elsewhere, and no limit.
_UNLIMITED = regex(
    r"\ball rights\b(?: are)?(?: reserved)?|\balle rechten(?: zijn)? voorbehouden\b|\{\{[^{}]{0,40}\}\}"
    r"|\b(?:until|till|tot) (?:the )?(?:present|now|today|heden|nu)\b"
    r"|\b\d{4} (?:until|till|tot) \d{4}\b|\buntil (?=https?:)|\ban? [\w.-]{1,40} company\b"
    r"|(?<=\d{4} )(?!(?:share|free|trial|donation|demo|charity|beer|post|care|cripple|abandon|guilt|regist\w+)ware)"
    r"\w{4,40}ware\W*$"
    r"|\b(?:who|die) (?:have |has |hebben )?(?:contribut|bijgedragen|meegewerkt)\w*"
    r"|(?<=\d{4} )(?!no[nt]-|\S{0,80}-(?:only|use)\b)[\w.]{1,40}(?:-[\w.]{1,40}){1,6}\W*$"
    r"|\b(?!no[nt]-)[\w.]{1,40}(?:-[\w.]{1,40}){1,6} (?:authors|contributors|developers|maintainers|team)\b"
    r"|\b(?:team|project|group|its) members\b|copyright: us\b|\bfree software\b|\bwithout (?:any )?warrant(?:y|ies)\b",
    re.IGNORECASE,
)
# what a licence leaves open, such as <copyright holder>
_BLANK = regex(r"[<\[{](?:\s|copyright|holders?|owners?|name|of|the|year|yyyy|full|author)+[>\]}]", re.IGNORECASE)
#: An address; brackets around anything else may hold a limit.
_CONTACT = regex(
    r"(?:https?://|www\.)\S{1,200}|[\w.+-]{1,64}@[\w.-]{1,100}|\([\w-]{1,60}(?:\.[\w-]{1,60})+(?:/[\w./-]{0,100})?\)"
    # which files are theirs
    r"|\((?:(?:only|for|in|files?:?) ){0,2}(?=[^\s)]{0,60}[/*])[\w./*-]{1,60}(?: (?:files?|folder|directory|only))?\)",
    re.IGNORECASE,
)
#: A sentence behind whose it is, which may say anything: no end of `Corp.` and no initial.
_FURTHER = regex(r"(?:[a-z]{4}|\d{4})(?<!Corp)(?<!Univ)(?<!Dept)(?<!Inst)(?<!Prof)\. (?!(?i:alle? r))[A-Z][\w-]")
_NAME = regex(r"[^\W_]+")
#: Words before the mark in a line that says whose the work is, and characters in all of it.
BEFORE, LINE = 3, 200


def is_copyright(line: str) -> bool:
    """Whether a line says no more than whose the work is: no part of any licence."""
    return len(line) <= LINE and _is_copyright(line)


@lru_cache(maxsize=4096)  # many texts have the same lines
def _is_copyright(line: str) -> bool:
    mark = MARK.search(line)
    if mark is None or len(line.split()) > 20 or len(_NAME.findall(line, 0, mark.start())) > BEFORE:
        return False
    rest = _BLANK.sub("", line)
    if _FURTHER.search(rest, mark.end()):
        return False
    if _says_more(rest) and _says_more(without_holders(rest)):
        return False
    return bool(_DATED.search(line) or _OWNER.match(line))


def _says_more(line: str) -> bool:
    return bool(PROSE.search(_CONTACT.sub("", line))) or _limits(_CONTACT.sub("", _UNLIMITED.sub(" ", line)))


def _limits(line: str) -> bool:
    """Whether what stands beside a holder takes something away; a word with a capital may be of the name."""
    if any(not _IN_NAME.match(line, found.start()) for found in _LIMITED.finditer(line)):
        return True
    return LIMITS.search(line) and any(line[found.start()].islower() for found in LIMITS.finditer(line))
