"""Whether a clause of a short notice holds a word that limits, or is of no harmless kind.

There are more turns of phrase that give a work than anybody lists. So one may hold words that limit elsewhere (`may`,
`we`, `free`) where it has none but the words with which a work is given.
"""

import re
from itertools import pairwise

from oss_scan.licences.described import is_heading
from oss_scan.licences.doubts import ABOUT_CODE
from oss_scan.licences.limits import LIMITS, MILD
from oss_scan.licences.names import find_all
from oss_scan.licences.phrases import pattern
from oss_scan.licences.statements import clauses, limits, nameless, shows
from oss_scan.regex import regex

#: The words of a sentence that gives a work under a licence, and no more: what is done, by whom, and with what.
_GIVES = pattern(
    r"""
    we  wij  graag  gladly  i  ik  you  u  je  jij  men  iedereen  anyone  anybody  everyone  everybody  one
    may  can  mag  mogen  kun(?:t|nen)?  kan  are  is  be  zijn  bent  wordt  worden  word  been  has  have  heeft
    hebben
    free  freely  vrij  vrijelijk  welcome  om  te  to  and  en  or  of  also  ook  hereby  hierbij  now  nu  thus  dus
    (?:her)?gebrui(?:k|kt|ken)  (?:ge)?kopi\w+  wijzig\w*  gewijzigd  aanpassen  aangepast  verspreid\w*  delen  gedeeld
    verbeteren  bekijken  doorontwikkelen  use[ds]?  reused?  (?:re)?using  cop(?:y|ied)  modif(?:y|ied)  changed?
    adapt(?:ed)?
    (?:re)?distribut\w+  shared?  study  fork  run  build  improved?  extend(?:ed)?  view
    this  that  these  it  its  them  haar  hem  ze  dit  deze  die  het  de  the  an?  een  our  onze  ons  all  al
    alle
    hier  here  vindt?  vinden  find  found  staat  below  hieronder  above  everything  alles  entire  whole  hele
    volledige  open  source  bron  open-source  software  \w*code  programma  program
    project  projects?  repository  repo  application  applicatie  app  tool  library  bibliotheek  package  pakket
    module  work  werk
    website  dienst  service  component  plugin  files?  bestanden
    mak\w+  made  stel\w*  gesteld  ge(?:ven|geven)  geef[t]?  bied\w*  publish\w*  publice\w+  gepubliceerd  releas\w+
    offer\w*  provided?
    uitgebracht  brengen  uit  vrijgegeven  available  beschikbaar  licen[cs]\w+  licenti\w+  gelicen\w+
    under  onder  volgens  conform  krachtens  with  met  according  accordance  in  as  per  terms  conditions
    voorwaarden
    written  by  us  made  geschreven  gemaakt  door  developed  ontwikkeld  ter  beschikking  gemeente  provincie
    waterschap  ministerie  stichting  team  city  municipality  province  ministry  department
    university  universiteit  agency  so
    van  op  basis  bepalingen  version  versie  v  later  hoger  higher  latere  newer  terms  deed  x+  see  zie
    file  bestand  bij  licensed  naar  keuze  als  either  your  uw  choice  option  at
    """,
    {},
)
_WORD = regex(r"[^\W\d_][\w'’-]*")
#: That who speaks was given it, and that it is but one version, or one of several.
_NOT_ALL = regex(
    r"\b(?:we|wij|i|ik) (?:\w+ )?(?:may|can|mogen|mag|kunnen|kan)\b|\bversi(?:on|e) \d|\d\.x\b"
    r"|\b(?:free|vrije|open|public|gratis) (?:versi(?:on|e)|editi(?:on|e))\b",
    re.IGNORECASE,
)
#: Something that is ours, as the subject of what is given.
_OURS = regex(
    r"^\W*(?:our|my|onze|ons|mijn) (?:(?!versi(?:on|e)\b|editi(?:on|e)\b)[a-z-]{3,30} ){1,3}"
    r"(?=(?:is|are|valt|vallen|staat|wordt|worden|falls?|zijn)\b)",
    re.IGNORECASE,
)
#: Whose the work is, in SPDX's own field.
_HOLDER = regex(r"^\W{0,4}SPDX-(?:File|Snippet)CopyrightText:[^\n]*$", re.MULTILINE)
_TITLE = regex(r"\s*#[ \t]+([^\n]{1,60})(?:\n|\Z)")
#: Fields of which what stands behind their label tells whose a work is, or from where.
_OF_WHOM = (
    r"(?:source|bron|authors?|auteurs?|maintainers?|beheer(?:der)?|team|sponsors?|contact|origin|herkomst|opdrachtgever"
    r"|permission|toestemming|terms|conditions|voorwaarden|rights|rechten|gebruik|use|(?:keuze|choice)[\w ]{0,20}"
    r"|ontwikkeld door|developed by|made by|gemaakt door|funded by|gefinancierd door|project|name|naam|language|taal)"
)
_FIELD = regex(rf"\W*{_OF_WHOM} ?:", re.IGNORECASE)
#: The same of who gives the licence, which may hold a word that limits elsewhere.
_OF_HOLDER = regex(
    r"\W*(?:licentie(?:houder|gever)|(?:auteurs)?rechthebbende|licensors?|(?:copyright|licen[cs]e|rights) holders?) ?:",
    re.IGNORECASE,
)
#: The label of a field that follows what a clause says, as in `license: MIT` above `author: Jan`.
_NEXT = regex(
    rf"\s*\b(?:{_OF_WHOM}|title|titel|version|versie|date|datum|year|jaar|e-?mail|url|homepage|website|repository"
    r"|description|omschrijving|organi[sz]ation|organisatie|licen[cs]e|licentie) ?:$",
    re.IGNORECASE,
)


def telling(text: str) -> bool:
    """Whether a clause of a short notice holds a word that limits, or is of no harmless kind."""
    labelled = False
    for clause, behind in pairwise((*clauses(_untitled(_HOLDER.sub("", text))), "")):
        names, limiting, ends = bool(find_all(behind)), limits(clause), clause.endswith(":")
        is_field = _FIELD.fullmatch(clause) and (names or not limiting)
        is_label = is_field or _OF_HOLDER.fullmatch(clause) or (names and ends and not limiting)
        if not is_label and not (_gives(clause) and (names or not ends)):
            told = labelled or any(map(_is_told, (clause, _NEXT.sub("", clause))))
            if limiting or not told:
                return True
        labelled = bool(is_label)
    return False


def _untitled(text: str) -> str:
    """A text without the title of a page, which may be any name."""
    title = _TITLE.match(text)
    return text[title.end() :] if title and is_heading(title[1]) else text


def _is_told(clause: str) -> bool:
    return shows(clause) or _names_work(clause)


def _names_work(clause: str) -> bool:
    """Whether a clause names a licence, or is a label for the work before one."""
    return bool(find_all(clause) or (clause.endswith(":") and ABOUT_CODE.search(clause)))


def _gives(clause: str) -> bool:
    """Whether a clause has none but the words with which a work is given under a licence that it names."""
    bare = nameless(clause)
    if not (find_all(clause) or clause.endswith(":")) or _NOT_ALL.search(bare):
        return False
    bare = _OURS.sub(_unlimited, bare)
    return all(_GIVES.fullmatch(word) or (at and word[0].isupper()) for at, word in enumerate(_WORD.findall(bare)))


def _unlimited(found: re.Match[str]) -> str:
    """Nothing for what is ours, unless a word of it limits: then that has to be a word with which a work is given."""
    strict = any(not MILD.fullmatch(each.group()) for each in LIMITS.finditer(found.group()))
    return found.group() if strict else " "
