"""What one comment at the top of a source file says of its licence."""

import re
from collections.abc import Sequence

from oss_scan import licences
from oss_scan.licences import gnu
from oss_scan.licences.doubts import holds_not_for_all, restricts
from oss_scan.licences.elsewhere import of_what_it_uses
from oss_scan.licences.names import expression_of, find_all
from oss_scan.regex import regex

#: That a comment gives the file a licence: in any of those near the top, and in those with which it begins.
_NOTICE = regex(
    r"licen[cs]ed under|general public licen[cs]e|\bEUPL\b|@licen[cs]e|gelicen[cst]|in licentie"
    r"|\blicen[cs]e:? [AL]?GPL-\d",
    re.IGNORECASE,
)
_LEADING = regex(
    r"^\W{0,3}(?:SPDX-)?licen[cs]e\W{0,3}[:=]|\blicen[cs]es? (?:this|the) (?:file|work|software|code|program)\b"
    r"|\b(?:released|distributed|distributable|published|available|provided|covered|developed|governed|used)\b.{0,60}\b(?:under|by)\b"
    r"|\bpermission is hereby granted\b|\bredistribution and use in source\b|\bfree and unencumbered\b"
    r"|\bsubject to the (?:terms|\S+ licen[cs]e)\b|\bvalt onder\b|(?:\bcopyright\b|©|\(c\)).{0,100}\blicen[cs]e\b",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = regex(r"^[^\w\n@]{0,3}@?licen[cs]e\W{0,2}[ \t:=]\s{0,20}(\S[^\n]{0,120})$", re.IGNORECASE | re.MULTILINE)
#: Behind the name in a field: where the text stands.
_WHERE = regex(r"[\s,;:-]{0,3}(?:[(<]?https?://\S{1,120}|[(,-]?\s?\(?see\b.{0,60})\W{0,2}$", re.IGNORECASE)
#: What is told by no name: licences that are short enough for a header, and the notice of the FSF.
_WHOLE = regex(
    r"permission is hereby granted|redistribution and use in source|free and unencumbered|general public", re.IGNORECASE
)
_ADDRESS = regex(r"UR[IL]\b|https?:", re.IGNORECASE)
_APPLIES = regex(
    r"\b(?:this|the) (?:program|software|file|code|library|work|script)\b.{0,40}"
    r"\b(?:distributed|licen[cs]ed|released|provided) under (?:the terms of )?the $",
    re.IGNORECASE,
)
#: Behind the name in the same sentence: that more is meant.
_MORE = regex(
    r"\b(?:or|nor|later|newer|higher|above|greater|subsequent|versions?|except\w*|unless|until|commercial\w*|but"
    r"|combin\w+|link\w*|where|when|once|if|soon|for example|as an example|not)\b",
    re.IGNORECASE,
)
_EMPTY = regex(r"\n\s*\n")
_SENTENCE = regex(r"[.!?](?=\s|$)")
#: Anywhere: that there is an exception.
_EXCEPTS = regex(
    r"\b(?:special|linking|\w*path|following|additional|this) exceptions?\b|\badditional permission", re.IGNORECASE
)
#: A name of one of the GNU licences, without its version.
_GNUS = regex(r".*(?:general public|gpl).*", re.IGNORECASE)
#: Words of a part of a comment that may say what one may do with the work: the other parts describe it.
_ON_USE = regex(
    r"licen[cs]|licenti|copyright|©|\(c\)|\brights?\b|permi[ts]|warrant|redistribut|provided that|restrict|\bgovern"
    r"|\bterms\b|exception|public domain|\bEUPL\b|GPL\b",
    re.IGNORECASE,
)
#: For whom or what alone it is.
_ALONE = regex(
    r"\bcommerci|proprietary|confidential|\binternal (?:use|purposes)\b|\bpersonal use\b|\bevaluation\b|\bnot for\b"
    r"|\bonly (?:for|by|within)\b|\b(?:use|uses) only\b|\bmembers\b|uitsluitend|vertrouwelijk|intern gebruik"
    r"|alleen voor|toestemming|forbidden|prohibited|verboden|\bEULA\b|end[- ]user licen|geheim|\bbetalen\b"
    r"|\bonly (?:\w+ ){1,4}(?:may|can) (?:use|copy|run|share|view|read)\b|\bask\b.{0,20}\b(?:before|first)\b"
    r"|\b(?:may|must|can|shall|should|do|does)(?:n['’]t| ?not)(?: be| \w+ly){0,2} (?:copy|copied|share|sell|sold"
    r"|used?\b(?! (?:them|it|these files|this \w+)\sexcept\b)|(?:re)?distribut|publish|disclos|disseminat|pass|spread)"
    r"|(?<!not )\b(?:don['’]t|never|no) (?:copy|share|sell|(?:re)?distribut|publish|disclos|sharing|copying)"
    r"|\b(?:keep|top|trade|strictly|is|are)\b.{0,20}\bsecret\b|\b(?:is|are) (?:sold|rented|leased)\b"
    r"|\b(?:must|shall|have to|has to) (?:pay|buy|purchase|ask)\b|\balleen \w+ (?:mag|mogen|kan|kunnen)\b"
    r"|\bniet (?:verspreid|del|gedeeld|kopi|gekopi|gebruik|publicer|gepubliceerd|doorgeg|verkop|verkocht)"
    r"|(?m:^\W*(?:for|voor) (?:the |de |our |onze )?(?:employees|staff|students|citizens|customers|clients|subscribers"
    r"|partners|companies|medewerkers|ambtenaren|leden|klanten|inwoners))",
    re.IGNORECASE,
)
_PART = regex(r"\n[ \t]*[-=*#%/_~+]{0,100}[ \t]*\n|\n(?=@\w)")
#: What others made of which this came.
_FROM = regex(
    r"\b(?:copied|adapted|taken|ported|borrowed|derived|extracted|translated|forked)\s(?:\w+\s){0,2}from\b"
    r"|\bbased\s(?:up)?on\b",
    re.IGNORECASE,
)
_SENTENCES = regex(r"(?<=[.!?])\s+(?=[A-Z])|\n[ \t]*\n")


def gives(lines: Sequence[str], *, leads: bool) -> int | None:
    """The line (from 0) of a comment in which it may give a licence; `leads` where the file begins with it."""
    return next(
        (at for at, line in enumerate(lines) if _NOTICE.search(line) or (leads and _LEADING.search(line))), None
    )


def names_any(text: str) -> bool:
    """Whether a comment is worth a closer look: it names a licence, or begins as one."""
    return bool(find_all(text) or _WHOLE.search(text)) or any(_fields(text))


def said(text: str) -> str | None:
    """The licence that a comment gives."""
    if any(_FROM.search(each) and find_all(each) for each in _SENTENCES.split(text)):
        return None
    meant = meant_by_gnu(text) or _this_version(text)
    if meant:
        return meant
    words = " ".join(text.split())
    if any(gnu.REFERENCE.finditer(words)) and _is_otherwise(words):
        return None
    return _in_field(text) or licences.identify(text.encode("utf-8", "replace")).expression or _in_part(text)


def names_another(text: str, expression: str) -> bool:
    """Whether a further comment names a licence that is not this one."""
    if find_all(text) and not licences.may_mean(text, expression):
        return True
    return any(each and licences.families(each) != licences.families(expression) for each in _fields(text))


def _fields(text: str) -> set[str | None]:
    """What the fields with the licence say, None for what is not known."""
    written = (_WHERE.sub("", found[1]).strip() for found in _FIELD.finditer(text))
    return {expression_of(each) for each in written if not _ADDRESS.match(each)}


def _in_field(text: str) -> str | None:
    """What a field with the licence says, where the comment names no other."""
    told = _fields(text)
    expression = told.pop() if len(told) == 1 else None
    if expression is None or _is_otherwise(" ".join(text.split())) or _ALONE.search(text):
        return None
    ours = licences.families(expression)
    named = (each.expression for each in find_all(text) if each.expression)
    if not all(licences.families(each) <= ours for each in named):
        return None
    more = gnu.notice(text)  # which may tell of later versions
    return more.expression if more and more.expression and licences.families(more.expression) == ours else expression


def _in_part(text: str) -> str | None:
    """What the parts of a comment say that speak of use, the others left out."""
    parts = [part for part in _PART.split(text) if part.strip()]
    telling = [part for part in parts if _ON_USE.search(part) or _ALONE.search(part)]
    if len(telling) in (0, len(parts)):
        return None
    return licences.identify("\n\n".join(telling).encode("utf-8", "replace")).expression


def _this_version(text: str) -> str | None:
    """The licence that a header applies in a version, and no later one (GPL 3, section 14)."""
    licence, before = _clear(text) or ("", "")
    plain = licences.families(licence) == {licence} and _APPLIES.search(before)
    return licences.normalise(f"{licence}-only") if plain else None


def meant_by_gnu(text: str) -> str | None:
    """The licence in the FSF's own words, where they say whether later versions hold too."""
    licence, _ = _clear(text) or ("", "")
    return licence if licence.endswith(("-only", "-or-later")) else None


def _clear(text: str) -> tuple[str, str] | None:
    """The licence that a text gives in the words of the FSF, and the words of the sentence before; None where it says
    something that may make it another one."""
    paragraphs = (" ".join(each.split()) for each in _EMPTY.split(text))
    words = " . ".join(each for each in paragraphs if each)
    found = next((each for each in gnu.REFERENCE.finditer(words) if "public" in each[0].lower()), None)
    licence = gnu.meant(words, found) if found else None
    if found is None or licence is None or _is_otherwise(words):
        return None
    before = _SENTENCE.split(words[: found.start()])[-1]
    behind = _SENTENCE.split(words[found.end() :])[0]
    if (
        holds_not_for_all(before)
        or of_what_it_uses(words[found.start() - len(before) : found.end()])
        or _MORE.search(behind)
    ):
        return None
    named = (each for each in find_all(words) if each.expression or not _GNUS.fullmatch(words, each.start, each.end))
    others = any(licences.families(each.expression or "") != licences.families(licence) for each in named)
    return None if others else (licence, before)


def _is_otherwise(words: str) -> bool:
    """Whether there is an exception, or not everybody may use it."""
    return bool(_EXCEPTS.search(words)) or restricts(words)
