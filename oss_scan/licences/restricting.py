"""Words beside a known text that may take away what its licence permits, and the notices that take nothing away."""

import re
from collections.abc import Callable
from functools import lru_cache

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.described import without_subjects
from oss_scan.licences.excused import EXCUSED
from oss_scan.licences.limits import FORBIDS
from oss_scan.licences.names import find_all
from oss_scan.licences.spdx import for_content
from oss_scan.licences.told import without_told
from oss_scan.regex import regex

#: Words around a known text, and in one line of it, that are let pass unexplained when none of them restricts.
_MOST_WORDS, _LONGEST_LINE = 120, 12
#: Words of a line that is let pass in a language in which a restriction would be seen.
_LONGEST_READABLE = 60
#: Words of a line in English or Dutch for which one at least is among the commonest.
_PER_COMMON = 8
#: Words of known texts for which one word may stand between them.
_BETWEEN = 10

#: In lower case, in which it is looked for far sooner than in any case.
_RESTRICTS = regex(
    rf"\b({'|'.join(FORBIDS.split())}"
    r"|no|exclusively|provided that|additional terms|commons clause|revok\w*"
    r"|(?:academic|research) (?:only|use|purposes?)|for (?:academic|research)|uitsluitend|voorbehouden|allow\w*"
    r"|pa(?:y|id|yments?)|purchas\w*|costs?|subscri\w*|euros?|dollars?|beta\w*|kost\w*|koop(?!handel)\w*|ends?"
    r"|ended|expir\w+|valid until|void|withdrawn?|lapses?|regist(?:er|ration)|agree|mandatory|requir\w+|oblig\w+"
    r"|(?:is|are) reserved|illegal|unlawful|display|send|members|eindigt|vervalt|verloopt|geldig|ingetrokken|intern"
    r"|limited to|(?:a |one |the )period|period of|(?:personal|private|own|trial|persoonlijk|eigen) (?:use|gebruik)"
    r"|(?:free|gratis) (?:for|voor) (?!all|any|every|alle|ieder)|prices?|prijs|ask (?:us )?first"
    r"|needs? (?:a|an|our) licen[cs]e|separate (?:agreement|contract|licen[cs]e)|overeenkomst(?:en)?|general terms"
    r"|terms of (?:use|service)|(?:de|onze|haar) gebruiksvoorwaarden|moeten|dienen|geldt (?:tot|t/m|vanaf)"
    r"|registratie|registers|untersagt|utilisation|r[e\u00e9]serv[e\u00e9]e?s?|(?:is|are) needed|verplicht\w*"
    r"|stuurt?|leden|toegestaan|vergoeding|abonnement|au\u00dfer"
    r")\b"
)
#: Notices that a licence itself asks for, and pointers to it; a blank stands for any, also where a line ends.
_HARMLESS = Caseless(
    (
        r"\b(licen[cs]ed under the (EUPL|European Union Public Licen[cs]e)(?: only)?|all rights reserved"
        r"|alle rechten voorbehouden|no copyright is claimed|mit no attribution"
        r"|tenzij (?:dit )?(?:anders|uitdrukkelijk) (?:is |staat )?(?:vermeld|aangegeven)"
        r"|(?:this|the) (?:web)?site is not (?:sponsored|endorsed)(?: or (?:sponsored|endorsed))? by"
        r"|(?:except|unless)(?: where| when| as)?(?: explicitly| otherwise){0,2} (?:noted|stated|indicated|specified)"
        r"(?: otherwise)?(?: in the source files)?"
        r"|do not edit|this licen[cs]e is approved by the \w+ and \w+ as GPL[- ]compatible"
        r"|the following licen[cs]e applies to all parts of"
        r" (?:this (?:software|project)|[\w.-]{1,40}(?: [\w.-]{1,40})?) except as|documented below"
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
        r"|(?m:^)[^\w\n]*(?:begin|start|end)(?: of(?: the)?(?: [\w.-]{1,20}){0,2})? (?:un)?licen[cs]e"
        r"(?: block| text)?[^\w\n]*(?m:$)"
        r"|free software foundation,(?: inc\.?,)? (?:51 franklin|59 temple|675 mass) [\w ,.-]{0,60}(?m:$)"
        r"|(?m:^)files:(?: [\w+-]*[.*/][\w.*/+-]*,?)+"
        r"(?: except(?: for)? (?:those|the) files (?:noted|listed|named) below)?(?m:$)"
        r"|(?m:^)repository: [\w@:./+-]{1,200}(?m:$)"
        r"|(?m:^)[^\S\n]{0,200}@?[\w./-]{2,80} v?\d{1,4}\.\d[\w.+-]{0,40}[^\S\n]{0,200}(?m:$)"
        r"|(?m:^)used by: [\w@./-]{2,60}(?: v?\d[\w.+-]*)?(?:, [\w@./-]{2,60}(?: v?\d[\w.+-]*)?){1,300}(?m:$)"
        r"|\$(?:Id|File|Header): [\w./-]{1,100}(?:,v)? [\d.]{1,12} [\d/-]{10} [\d:]{8}Z? \w{1,30}(?: \w{1,10})? \$"
        r"|\$(?:Rev(?:ision)?|Author|State|Date|LastChanged\w{2,4})(?:: [\w./+-]{1,60}(?: [\d/:.TZ+-]{1,20}){0,2})? ?\$"
        r"|-\*-[ \w:;.=-]{1,100}-\*-|(?m:^)\W{0,8}(?:vim?|ex): (?=[^\n]{0,80}=)(?:set )?"
        r"(?:\w{1,12}(?:=\w{1,12})?[ :]{0,2}){1,8}(?m:$)"
    ).replace(" ", r"\s+")
)
_READABLE = regex(
    r"\b(the|of|to|and|in|is|for|by|this|are|was|with|that|from|de|het|een|van|en|voor|met|door|op|dit|zijn|wordt"
    r"|have|been|some|also|under|these)\b",
    re.I,
)
_IN_LINE, _GAPS = regex(r"[^\n]"), regex(r"[^\S\n]{2,}|_{4,}")
_NAME = regex(r"[^\W_]+(?:[-./_][^\W_]+)*")
_ADDRESS = regex(
    r"https?://\S{1,500}(?:(?<=-)\n[^\w\n]{0,6}\S{1,100})?|(?<![\w.+-])[\w.+-]{1,64}@\w[\w.-]{1,200}", re.IGNORECASE
)


def restricts(left: str, known: int = 0) -> bool:
    """Whether what is left may take away what the licence permits, as it says so or is too much to tell.

    `known` is the number of words of the texts beside it: a collection of many may have more between them.
    """
    if restrictions(left):
        return True
    most = max(_MOST_WORDS, known // _BETWEEN)
    if len(left) <= most:
        return False
    return sum(map(str.islower, without_harmless(left).split())) > most  # names tell nothing


def without_harmless(left: str, notice: str = " ", address: str = " ") -> str:
    """What is left over with a mark for each address, and one for the notices that a licence itself asks for."""
    return _HARMLESS.sub(notice, _without_addresses(left, address))


def _without_addresses(text: str, instead: str | Callable[[re.Match[str]], str]) -> str:
    return _ADDRESS.sub(instead, text) if "://" in text or "@" in text else text


def says_so(words: str) -> bool:
    """Whether words are among those that restrict."""
    return bool(_RESTRICTS.search(words.lower()) and _RESTRICTS.search(without_subjects(words).lower()))


@lru_cache(maxsize=4)  # asked three times of a long text, and of what widens its parts in between
def restrictions(left: str) -> tuple[str, ...]:
    """The lines of what is left over that may restrict."""
    if not says_so(left) and not any(map(_tells_too_much, left.split("\n"))):
        return ()
    text = _without_addresses(left, _kept)
    told = _HARMLESS.sub(_as_many_lines, _GAPS.sub(" ", _without_content(text)))
    if not _restricting(text, told):  # asked first, since what follows is slow
        return ()
    return _restricting(text, EXCUSED.sub(_as_many_lines, without_told(told)))


def _restricting(text: str, told: str) -> tuple[str, ...]:
    """The lines of a text that may restrict, by what is left of each."""
    lines = zip(text.split("\n"), told.split("\n"), strict=True)
    return tuple(
        line.strip() for line, rest in lines if says_so(rest) or (_tells_too_much(rest) and not find_all(line))
    )


def _kept(found: re.Match[str]) -> str:
    """An address without the words in it that might be taken for a restriction; its licence, if any, stays."""
    address: str = found.group()
    names_licence = any(each.expression for each in find_all(address))
    return address.partition("\n")[0] if names_licence else " "


def _without_content(left: str) -> str:
    """The same without the names of licences for texts, and of exceptions: they are weighed elsewhere."""
    for each in reversed(find_all(left)):
        if each.expression and (" WITH " in each.expression or for_content(each.expression)):
            left = f"{left[: each.start]}{_IN_LINE.sub('', left[each.start : each.end])}{left[each.end :]}"
    return left


def _as_many_lines(found: re.Match[str]) -> str:
    return " " + "\n" * found.group().count("\n")


def _tells_too_much(line: str) -> bool:
    """Whether a line is too long to be let pass, or long in a language in which a restriction would not be seen."""
    if len(line) <= 2 * _LONGEST_LINE:
        return False
    words = _NAME.findall(line)
    telling = sum(not word.isdigit() for word in words)  # a figure is the same in any language
    if telling <= _LONGEST_LINE:
        return False
    return len(words) > _LONGEST_READABLE or len(_READABLE.findall(line)) * _PER_COMMON < telling
