"""What stands around a known text: harmless, or words that may change what is permitted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.copyrights import is_copyright
from oss_scan.licences.described import without_subjects
from oss_scan.licences.index import references
from oss_scan.licences.kinds import EXCUSED
from oss_scan.licences.limits import LIMITS
from oss_scan.licences.names import find_all
from oss_scan.licences.own import folded, titles
from oss_scan.licences.spdx import family, for_content, full_text
from oss_scan.licences.vocabulary import HISTORY
from oss_scan.licences.words import codes_of

#: Words around a known text, and in one line of it, that are let pass unexplained when none of them restricts.
MOST_WORDS = 120
LONGEST_LINE, LONGEST_READABLE = 12, 60
#: Words of a line in English or Dutch for which one at least is among the commonest.
_PER_COMMON = 8
#: Words of known texts for which one word may stand between them.
_BETWEEN = 10
#: Lines that are looked up at most; those beyond stay unexplained.
MOST_LINES = 2000

#: In lower case, in which it is looked for far sooner than in any case.
_RESTRICTS = re.compile(
    r"\b(no|nor|not|cannot|non|never|only|solely|exclusively|exclud\w*|must|shall|prohibit\w*|forbid\w*|forbidden|restrict\w*"
    r"|except\w*|unless|without|provided that|conditions?|additional terms|sell\w*|commercial\w*|noncommercial"
    r"|commons clause|revok\w*|terminat\w*|proprietary|confidential|permission|evil|military|fees?|royalt\w*"
    r"|evaluation|(?:academic|research) (?:only|use|purposes?)|for (?:academic|research)"
    r"|niet|geen|nooit|uitsluitend|alleen|slechts|enkel|verbod\w*|verbied\w*|tenzij|mits|behalve|uitgezonderd|uitgesloten"
    r"|uitzondering\w*|voorwaarden?|toestemming|beperk\w*|commerci\w*|vertrouwelijk\w*|voorbehouden|moet|dient"
    r"|permitted|allow\w*|approv\w*|consent|pa(?:y|id|yments?)|purchas\w*|costs?|subscri\w*|euros?|dollars?|beta\w*|kost\w*|koop(?!handel)\w*"
    r"|ends?|ended|expir\w+|valid until|void|withdrawn?|lapses?|regist(?:er|ration)|agree|mandatory|requir\w+|oblig\w+"
    r"|(?:is|are) reserved|illegal|unlawful|display|send|members|eindigt|vervalt|verloopt|geldig|ingetrokken|intern"
    r"|limited to|(?:a |one |the )period|period of|(?:personal|private|own|trial|persoonlijk|eigen) (?:use|gebruik)"
    r"|(?:free|gratis) (?:for|voor) (?!all|any|every|alle|ieder)|prices?|prijs|ask (?:us )?first"
    r"|needs? (?:a|an|our) licen[cs]e|separate (?:agreement|contract|licen[cs]e)|overeenkomst(?:en)?|general terms"
    r"|terms of (?:use|service)|(?:de|onze|haar) gebruiksvoorwaarden|moeten|dienen|geldt (?:tot|t/m|vanaf)"
    r"|registratie|registers|untersagt|utilisation|r[e\u00e9]serv[e\u00e9]e?s?|(?:is|are) needed"
    r"|verplicht\w*|stuurt?|leden|toegestaan|vergoeding|abonnement|nicht|kein\w*|nur|verboten|au\u00dfer|interdit\w*|sauf|uniquement|commerciale?s?)\b"
)
#: Notices that a licence itself asks for, and pointers to it; a blank stands for any, also where a line ends.
_HARMLESS = Caseless(
    (
        r"\b(licen[cs]ed under the (EUPL|European Union Public Licen[cs]e)(?: only)?|all rights reserved"
        r"|alle rechten voorbehouden|no copyright is claimed"
        r"|tenzij (?:dit )?(?:anders|uitdrukkelijk) (?:is |staat )?(?:vermeld|aangegeven)"
        r"|(?:this|the) (?:web)?site is not (?:sponsored|endorsed)(?: or (?:sponsored|endorsed))? by"
        r"|(?:except|unless)(?: where| when| as)?(?: explicitly| otherwise){0,2} (?:noted|stated|indicated|specified)"
        r"(?: otherwise)?(?: in the source files)?"
        r"|do not edit|this licen[cs]e is approved by the \w+ and \w+ as GPL[- ]compatible"
        r"|the following licen[cs]e applies to all parts of this (?:software|project) except as|documented below"
        r"|own licen[cs]es; we recommend you read them, as their terms may differ from(?: the terms above)?"
        r"|the terms above|used with permission"
        r"|the only valid version of the GPL as far as (?:this|the) [\w-]+ is concerned is _?this_? particular version"
        r" of the licen[cs]e \(ie v2, not v2\.2 or v3\.x or whatever"
        r"|a GPL-compatible licen[cs]e makes it possible to combine \w+ with other software that is released under"
        r" the GPL, it does not mean that we're distributing \w+ under the GPL licen[cs]e\. the BSD licen[cs]e,"
        r" unlike the GPL, let you distribute a modified version without making your changes open source"
        r"|(?:the|this) licen[cs]e is an OSI[- ]approved open source licen[cs]e and is GPL[- ]compatible"
        r"|neither [\w.-]{1,40} nor [\w.-]{1,40}(?:, inc\.)? (?:is|are) affiliated with"
        r"|this licen[cs]e applies to all parts of [\w.-]{1,40} that are not externally maintained libraries"
        r"|the following is the required licen[cs]e notice for those parts"
        r"|subject to the conditions and terms laid out below\. by downloading and using this software you are agreeing"
        r" to the following conditions"
        r"|there are (?:minimal if )?no restrictions on the (?:\w+,? ){1,6}of the software|academic free licen[cs]e"
        r"|if you contribute code to this project, you are implicitly allowing your code to be distributed under"
        r"|some modules may not be the copyright of|no external contributions are allowed under licen[cs]es which are"
        r" fundamentally incompatible with|except as noted in per-module LICENSE files"
        r"|if a copy of the MPL was not distributed with this (?:file|project)"
        r"|this code is not standalone and requires a support library to be linked with it"
        r"|this software consists of voluntary contributions made by many individuals"
        r"|for exact contribution history, see the revision history available at"
        r"|as (?:noted|stated) below|[AL]?GPL-[123]\.[01]-only|permissive licen[cs]es?"
        r"|if not, (?:see|try|use|write|visit))\b"
        r"|unless you explicitly state otherwise, any contribution intentionally submitted for inclusion in the work by"
        r" you, as defined in the apache-2\.0 licen[cs]e, shall be (?:dual )?licensed as above, without any additional"
        r" terms or conditions|you may not use this (?:file|work|software) except in compliance with the licen[cs]e"
        r"|unless required by applicable law or agreed to in writing, software distributed under the licen[cs]e is"
        r" distributed on an \W?as is\W? basis, without warranties or conditions of any kind, either express or implied"
        r"|u kunt dit werk niet gebruiken behalve in overeenstemming met de licentie"
        r"|(?m:^)[^\w\n]*(?:\w+[^\w\n]+){0,4}exceptions?(?: to the \w+(?: [\d.]+)?(?: licen[cs]e)?)?[^\w\n]*(?m:$)"
        r"|\b(?:under|onder) (?:de |the )?(?:following|volgende|onderstaande) (?:terms and )?(?:conditions|voorwaarden)"
        r"[:.]?(?m:$)(?!\n\W{0,8}(?:[-*•]|\w{1,2}[.)]))"  # no list of conditions comes next
        r"|(?m:^)[^\w\n]*end of terms and conditions[^\w\n]*(?m:$)"
        r"|(?m:^)[^\w\n]*(?:begin|end)(?: of)? licen[cs]e(?: block| text)?[^\w\n]*(?m:$)"
        r"|free software foundation,(?: inc\.?,)? (?:51 franklin|59 temple|675 mass) [\w ,.-]{0,60}(?m:$)"
        r"|(?m:^)files:(?: [\w+-]*[.*/][\w.*/+-]*,?)+(?m:$)|(?m:^)repository: [\w@:./+-]{1,200}(?m:$)"
        r"|(?m:^)@?[\w./-]{2,80} v?\d{1,4}\.\d[\w.+-]{0,40}(?m:$)"
        r"|(?m:^)used by: [\w@./-]{2,60}(?: v?\d[\w.+-]*)?(?:, [\w@./-]{2,60}(?: v?\d[\w.+-]*)?){1,300}(?m:$)"
        r"|\$(?:Id|File|Header): [\w./-]{1,100}(?:,v)? [\d.]{1,12} [\d/-]{10} [\d:]{8}Z? \w{1,30}(?: \w{1,10})? \$"
        r"|\$(?:Rev(?:ision)?|Author|State|Date|LastChanged\w{2,4})(?:: [\w./+-]{1,60}(?: [\d/:.TZ+-]{1,20}){0,2})? ?\$"
        r"|-\*-[ \w:;.=-]{1,100}-\*-|(?m:^)\W{0,8}vim?: (?:set )?(?:\w{1,12}(?:=\w{1,12})?[ :]{0,2}){1,8}(?m:$)"
    ).replace(" ", r"\s+")
)
#: Above the licences of Python, and the terms that follow it.
_HISTORY = re.compile(
    r"^A\. HISTORY OF THE SOFTWARE$.{1,8000}?^B\. TERMS AND CONDITIONS FOR ACCESSING OR OTHERWISE USING PYTHON$"
    r"|^Starting with Python 3\.8\.6, examples, recipes, and other code in.{1,400}?listed with code falling under that"
    r" license\.$",
    re.DOTALL | re.MULTILINE,
)
#: Before whose it was.
_BASED = re.compile(r"^\W*based on (?:the )?original (?:work|code|software)\s+(?=copyright)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
#: One holder in a list.
_NAMES = re.compile(
    r"\W*(?:[A-Z][\w.\'-]*|of|and|the|van|de|der|von)(?:[\s,]+(?:[A-Z][\w.\'-]*|of|and|the|van|de|der|von)){0,6}\W*"
)
#: What is left of a line on whose it is that was wrapped.
_RIGHTS = re.compile(r"\W*(?:(?:all )?rights )?reserved\W*", re.IGNORECASE)
_READABLE = re.compile(
    r"\b(the|of|to|and|in|is|for|by|this|are|was|with|that|from|de|het|een|van|en|voor|met|door|op|dit|zijn|wordt"
    r"|have|been|some|also|under|these)\b",
    re.I,
)
#: The target of a link inside a page: not to be read.
_ANCHOR = re.compile(r"\]\(#[^)\s]{0,300}\)")
_SENTENCE, _NOTHING = re.compile(r"(?<=[.:;])\s+"), re.compile(r"[^\n]")
_WORD, _NAME = re.compile(r"[^\W_]+"), re.compile(r"[^\W_]+(?:[-./_][^\W_]+)*")
#: Words of a line that is too short to be known as part of a licence, and of the one before it by which it still is.
_SHORT, _BEFORE = 3, 6
#: Words of a last line that is known but for its last word; and of one of which nothing is, as it was cut off there.
_CUT, _CUT_FROM, _JOINS = 3, 2, {"or", "of", "and", "en"}
_ADDRESS = re.compile(
    r"https?://\S{1,500}(?:(?<=-)\n[^\w\n]{0,6}\S{1,100})?|(?<![\w.+-])[\w.+-]{1,64}@\w[\w.-]{1,200}", re.IGNORECASE
)


def unexplained(pieces: Sequence[str], licences: Iterable[str]) -> str:
    """What stands around known texts, no copyright nor part of those licences' texts; the last piece is below them."""
    licences = frozenset(map(family, licences))
    known = _known(licences)
    told = (_HISTORY.sub(_blank_if_known, _ANCHOR.sub("]", piece)) for piece in pieces)
    lines = _without_gaps(line for piece in told for line in piece.splitlines())
    if lines and _WORD.search(pieces[-1]) and (_breaks_off(lines[-1], known) or _is_cut(lines[-1], licences)):
        del lines[-1]
    own = titles(licences) if lines else frozenset()
    terms = ["" if folded(line) in own else line for line in _of_terms(lines[:MOST_LINES])]
    above = accumulate(terms, lambda before, line: line or before, initial="")  # below an empty line too
    left = (
        "" if not line else None if _ends(before, line, known) else _unknown(line, known, own) or None
        for before, line in zip(above, terms, strict=False)
    )
    return "\n".join((*(line for line in left if line is not None), *lines[MOST_LINES:])).strip("\n")


def _without_gaps(lines: Iterable[str]) -> list[str]:
    """The lines that have a word, and an empty one for those between paragraphs."""
    kept: list[str] = []
    for line in lines:
        if _WORD.search(line):
            kept.append(line)
        elif kept and kept[-1]:
            kept.append("")
    return kept[:-1] if kept and not kept[-1] else kept


def _of_terms(lines: Iterable[str]) -> Iterator[str]:
    """The lines that say more than whose the work is, also where the names stand in a list below the first."""
    names = False
    for line in lines:
        if not line:
            yield line
        elif is_copyright(_BASED.sub("", line)):
            names = True
        elif not names or not (_RIGHTS.fullmatch(line) or (_NAMES.fullmatch(line) and not _may_limit(line))):
            names = False
            yield line


def _blank_if_known(found: re.Match[str]) -> str:
    words = {word.encode() for word in _LETTERS.findall(found.group().lower())}
    return " " if words <= HISTORY else found.group()


@lru_cache(maxsize=64)
def _known(families: frozenset[str]) -> str:
    return "\n".join(text.codes for text in references().texts if family(text.licence) in families)


def restricts(left: str, known: int = 0) -> bool:
    """Whether what is left may take away what the licence permits, as it says so or is too much to tell.

    `known` is the number of words of the texts beside it: a collection of many may have more between them.
    """
    most = max(MOST_WORDS, known // _BETWEEN)
    if restrictions(left):
        return True
    return len(left) > most and sum(map(str.islower, without_harmless(left).split())) > most  # names tell nothing


def without_harmless(left: str, notice: str = " ", address: str = " ") -> str:
    """What is left over with a mark for each address, and one for the notices that a licence itself asks for."""
    return _HARMLESS.sub(notice, _ADDRESS.sub(address, left))


def says_so(words: str) -> bool:
    """Whether words are among those that restrict."""
    return bool(_RESTRICTS.search(words.lower()) and _RESTRICTS.search(without_subjects(words).lower()))


def _may_limit(line: str) -> bool:
    return says_so(line) or bool(LIMITS.search(line))


@lru_cache(maxsize=2)  # asked three times of a long text
def restrictions(left: str) -> tuple[str, ...]:
    """The lines of what is left over that may restrict."""
    if not says_so(left) and not any(map(_tells_too_much, left.split("\n"))):
        return ()
    text = _ADDRESS.sub(_kept, left)
    told = _HARMLESS.sub(_as_many_lines, _without_content(text))
    return _restricting(text, EXCUSED.sub(_as_many_lines, told)) if _restricting(text, told) else ()  # the first: slow


def _restricting(text: str, told: str) -> tuple[str, ...]:
    """The lines of a text that may restrict, by what is left of each."""
    lines = zip(text.split("\n"), told.split("\n"), strict=True)
    return tuple(
        line.strip() for line, rest in lines if says_so(rest) or (_tells_too_much(rest) and not find_all(line))
    )


def _kept(found: re.Match[str]) -> str:
    """An address without the words in it that might be taken for a restriction; its licence, if any, stays."""
    return found.group().partition("\n")[0] if any(each.expression for each in find_all(found.group())) else " "


def _without_content(left: str) -> str:
    """The same without the names of licences for texts, which are weighed elsewhere: some have a restriction."""
    for each in reversed(find_all(left)):
        if each.expression and for_content(each.expression):
            left = f"{left[: each.start]}{_NOTHING.sub('', left[each.start : each.end])}{left[each.end :]}"
    return left


def _as_many_lines(found: re.Match[str]) -> str:
    return " " + "\n" * found.group().count("\n")


def _tells_too_much(line: str) -> bool:
    """Whether a line is too long to be let pass, or long in a language in which a restriction would not be seen."""
    words = _NAME.findall(line)
    telling = sum(not word.isdigit() for word in words)  # a figure is the same in any language
    long = telling > LONGEST_LINE
    return long and (len(words) > LONGEST_READABLE or len(_READABLE.findall(line)) * _PER_COMMON < telling)


def _breaks_off(line: str, known: str) -> bool:
    """Whether a line is known but for its last word, in the midst of which it ends."""
    codes = codes_of(line)
    return len(codes) > _CUT and codes[:-1] in known and not says_so(line.split()[-1])


def _is_cut(line: str, families: frozenset[str]) -> bool:
    """Whether a line is no more than a word or two at which a text was cut off: the last may be the half of one."""
    said = folded(line)
    words = 0 if said in _JOINS else len(said.split())
    if not 0 < words <= _CUT_FROM or not line.rstrip()[-1:].isalnum():
        return False
    if _may_limit(line):  # no restriction where it is a word of the text and the half of another
        texts = [text for text in map(_folded_text, families) if f" {said}" in text]
        return bool(texts) and not any(f" {said} " in text for text in texts)
    # of a translation the words are not known
    return (words == 1 and line.islower()) or any(f" {said}" in text for text in map(_folded_text, families))


@lru_cache(maxsize=64)
def _folded_text(licence: str) -> str:
    return f" {folded(full_text(licence) or '')}"


def _ends(before: str, line: str, known: str) -> bool:
    """Whether a line is the last word or two of a sentence that stands in the known texts, or of an address there."""
    cut = before.endswith("-")
    if not before or (len(_WORD.findall(line)) >= _SHORT and not cut):
        return False
    return _part_of(" ".join(before.split()[-_BEFORE:]) + ("" if cut else " ") + line.lstrip(" \t/#*;>"), known)


def _unknown(line: str, known: str, own: frozenset[str]) -> str:
    """The sentences of a line that do not stand in the known texts."""
    if _part_of(line, known):
        return ""
    sentences = _SENTENCE.split(line)
    untold = (each for each in pairwise(("", *sentences)) if not _part_of(each[1], known))
    left = (part for before, part in untold if before.endswith(":") or folded(part) not in own)  # a label says of what
    return " ".join(left) if len(sentences) > 1 else line


def _part_of(line: str, known: str) -> bool:
    codes = codes_of(line)
    return len(codes) >= _SHORT and codes in known
