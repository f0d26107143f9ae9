"""What stands between the texts of a file, and may give a licence besides: notices, and an exception for linking."""

import re
from collections.abc import Iterable

from oss_scan.licences.limits import LIMITS
from oss_scan.licences.names import find_all
from oss_scan.licences.patterns import Pattern, found_in
from oss_scan.licences.restricting import says_so
from oss_scan.regex import regex

#: Words besides copyright in which another licence is looked for, and that a notice has.
FEWEST_TOLD = 25
#: With what a notice begins that applies a licence.
_APPLIES = regex(
    r"licensed under the Apache License|is free software[;:,] you can redistribute"
    r"|This Source Code Form is subject to the terms".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_MODEL = regex(r"how\s+to\s+apply\s+th(?:ese|is)\s+(?:terms|licen[cs]e)", re.IGNORECASE)
_EMBEDDING = regex(
    (
        r"(?:^[^\w\n]{0,9}optional exception to the licen[cs]e[^\w\n]{0,9}\n\s{0,9})?^[^\w\n]{0,9}"
        r"as an exception, if, as a result of your compiling your source code, portions of this software are embedded"
        r" into a machine-executable object form of such source code, you may redistribute such embedded portions in"
        r" such object form without including the above copyright and permission notices\."
    ).replace(" ", r"\s+"),
    re.IGNORECASE | re.MULTILINE,
)
#: That a licence does or does not go together with one of the FSF, and for whom that is no matter: sentences of their
#: own, in which nothing is given or asked.
_GPL = r"(?:the )?(?:GNU )?[AL]?GPL(?:[ -]?v?\d(?:\.\d)?)?(?:[ -]only)?"
_COMPATIBLE = regex(
    (
        r"(?:(?<=[.:;]\s)|^)[^\w\n]{0,9}(?:if you use [\w.-]{1,40} (?:parts|code|files|components),? )?"
        r"(?:(?:please )?(?:note|be aware)(?: that)?,? )?"
        r"(?:(?:these|they|this|it)|(?:the )?[\w.-]{1,30}(?: [\w.-]{1,30})? licen[cs]e)"
        r"(?: (?:parts?|code|files|licen[cs]e))?"
        r" (?:may be|might be|is|are) (?:not |in)?compatible with"
        r" (?:(?:software|code|programs|projects|works)(?: (?:that|which) (?:is|are))?"
        r"(?: licen[cs]ed| released| distributed)?(?: exclusively| only| solely)? under )?{gpl}(?:\.(?!\d)|$)"
        r"(?: \(?most (?:software|code|programs|projects) (?:is|are) licen[cs]ed (?:as|under) {gpl} or later,?"
        r" in which case (?:this|that|it) is (?:not an issue|no issue|not a problem|no problem|fine)\.?\)?)?"
    )
    .replace("{gpl}", _GPL)
    .replace(" ", r"\s+"),
    re.IGNORECASE | re.MULTILINE,
)
_LINKING = regex(
    (
        r"in addition to the permissions in the GNU General Public Licen[cs]e, [^.,]{3,80} gives? you unlimited"
        r" permission to link the compiled version of this (?:file|library|program) into combinations with other"
        r" programs, and to distribute those combinations without any restriction coming from the use of this"
        r" (?:file|library|program)\. \(the General Public Licen[cs]e restrictions do apply in other respects; for"
        r" example, they cover modification of the (?:file|library|program), and distribution when not linked into a"
        r" combined? executable\.\)"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
#: The FSF's own words for a permission to link with a library, which takes nothing from the licence and may be deleted;
#: but those for OpenSSL, of which SPDX lists some.
_MAY_LINK = regex(
    (
        r"(?:in addition, )?as a special exception, [^.]{2,120}? gives? (?:you )?permission to link the code of"
        r" (?:this|the|its) [^.]{2,40}? with (?![^.]{0,80}\bopenssl\b)[^.]{2,400}? and (?:to )?distribute linked"
        r" combinations including the two\. you must obey the GNU (?:lesser |affero )?General Public Licen[cs]e in all"
        r" respects for all of the code used other than [^.]{2,80}\. if you modify (?:this|the) (?:file|program)s?, you"
        r" may extend this exception to your version of the (?:file|program)s?, but you are not obligated to do so\. if"
        r" you do not wish to do so, delete this exception statement from your version\."
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)

#: That what others made has its own licences, which stand in files that are named, and that the text is for the rest.
_BY_OTHERS = regex(
    (
        r"for (?:the |all )?(?:(?:third[- ]party|bundled|vendored) (?:parts|code|files|libraries|components|software)"
        r"|(?:parts|code|files|libraries|components|software)(?: (?:written|made|developed))? by"
        r" (?:others|third parties)),? (?:please )?see:? "
        r"(?>(?:and )?[\w./@-]{0,100}(?:licen[cs]e|copying)[\w./@-]{0,40},? ){1,20}(?:[=*#-]{3,100} )?"
        r"for (?:all (?:the )?(?:other|remaining) \w{1,20}|everything else|(?:all )?the rest):"
    ).replace(" ", r"\s++"),
    re.IGNORECASE,
)

#: A line in which Flaticon has people say whose an icon is.
_ICON = regex(
    (
        r"^[^\S\n]*+(?:[\w(),'-]{1,99}+ ){0,8}?made by (?:[\w.'-]{1,40}+ ){1,5}?from (?:https?://)?www\.flaticon\.com"
        r"(?: is licen[cs]ed (?:by|under) CC (?:3\.0 BY|BY 3\.0))?[^\w\n]*$"
    ).replace(" ", r"[ \t]++"),
    re.IGNORECASE | re.MULTILINE,
)

#: The line that the FSF asks for above the copyright, "to give the program's name and a brief idea of what it does".
_DESCRIBED = regex(r"(?<=\n)(?:[ \t]*[^\s][^\n]{0,200}\n){1,2}(?=[ \t]*copyright\b[^\n]*\n\s*\Z)", re.IGNORECASE)
_BRIEF = 25
#: Words that may limit elsewhere, and that tell there what a program can be used for.
_USED_FOR = regex(r"can|your|use|using|users?|servers?|report|send", re.IGNORECASE)
_TITLE = regex(r"\W*GNU (?:affero |lesser |library )?general public licen[cs]e\b", re.IGNORECASE)


def alone(text: str) -> tuple[Pattern, ...]:
    """The licences whose patterns cover a text without any known one, or those `told` below a title of GNU."""
    return told(text, 0, len(text)) if _TITLE.match(text) else found_in(text)


def told(text: str, start: int, end: int) -> tuple[Pattern, ...]:
    """The licences whose patterns cover what stands there, else their notices in it, however little of it they are."""
    found = found_in(text[start:end], start)
    if found or not _APPLIES.search(text, start, end):
        return found
    within = found_in(text[start:end], start, coverage=0)
    return tuple(each for each in within if _is_notice(text, each))


def _is_notice(text: str, found: Pattern) -> bool:
    """Whether a pattern is a notice, and none that stands below a licence as a model."""
    long = len(text[found.start : found.end].split()) >= FEWEST_TOLD
    return long and not found.whole and not _MODEL.search(text, 0, found.start)


def linking(text: str) -> tuple[int, int] | None:
    """Where the exception for linking stands that GCC's libraries have."""
    found = _LINKING.search(text)
    return found.span() if found else None


def embedding(text: str) -> tuple[int, int] | None:
    """Where the exception for object code that holds portions of the work stands, as {fmt} has it."""
    found = _EMBEDDING.search(text) if "embedded portions" in " ".join(text.split()) else None
    return found.span() if found else None


def without_asides(text: str, licences: Iterable[str]) -> str:
    """What stands beside licences without what takes nothing from them: where those of others stand, and the permission
    to link with a library that one of the FSF has."""
    linked = "exception" in text and any("GPL-" in each for each in licences)
    if "ompatible" in text:
        text = _COMPATIBLE.sub(" ", text)
    told = _BY_OTHERS.sub(" ", _MAY_LINK.sub(" ", text) if linked else text)
    return _ICON.sub(lambda found: found[0] if says_so(found[0]) else " ", told) if "flaticon" in told else told


def without_description(above: str) -> str:
    """What stands above a notice of GNU, without the line on what the program does."""
    found = _DESCRIBED.search(above)
    said = found.group() if found else ""
    limits = any(not _USED_FOR.fullmatch(each.group()) for each in LIMITS.finditer(said))
    if not said or len(said.split()) > _BRIEF or says_so(said) or limits or find_all(said):
        return above
    return above.replace(said, "", 1)
