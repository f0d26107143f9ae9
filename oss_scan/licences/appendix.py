"""Words that were added to a licence, as the advice below it on how to apply it says: they may tell more."""

from oss_scan.licences.align import Hunk
from oss_scan.licences.bundled import of_part
from oss_scan.licences.names import find_all
from oss_scan.licences.spdx import families, family
from oss_scan.licences.statements import limiting
from oss_scan.licences.words import Words

#: Words of a name.
_FEW = 1
#: Licences of which the advice asks to tell what the program does.
_TOLD = ("GPL-", "LGPL-", "AGPL-")


def says_more(licence: str, words: Words, hunk: Hunk) -> bool:
    """Whether words are about a part of the work, name another licence, or limit what is permitted."""
    return divides(licence, words, hunk) or (not licence.startswith(_TOLD) and limiting(_said(words, hunk)))


def divides(licence: str, words: Words, hunk: Hunk) -> bool:
    """Whether words are about a part of the work, or name another licence."""
    said = _said(words, hunk) if hunk.to - hunk.at > _FEW else ""
    named = (each.expression for each in find_all(said) if each.expression)
    return of_part(said) or any(families(each) - {family(licence)} for each in named)


def _said(words: Words, hunk: Hunk) -> str:
    places = words.places((hunk.at, hunk.to - 1))
    start, end = places[hunk.at][0], places[hunk.to - 1][1]
    return words.text[start:end]
