"""The exact word patterns of `licenseclassifier`, for texts that differ from SPDX's in allowed ways only.

That package is young, so that only its one public function is used, and only here.
"""

import re
from collections import Counter

from oss_scan.licences.fold import fold
from oss_scan.licences.index import Region
from oss_scan.licences.spdx import family, texts

#: Percent of a text that the patterns cover at least.
COVERAGE = 75.0
#: Below this part of the full text it is a notice that applies the licence; from this part on it is the text.
NOTICE, WHOLE = 0.5, 0.8
#: Characters of a text that the patterns are tried on at most: beyond lie collections of licences.
LONGEST = 200_000

_LIMIT = re.compile(r"\b(?:not?|nor|non|never|only|solely|except|prohibited|commercial\w*|without|unless|sell|sold)\b")
_APPENDIX = re.compile(r"how to apply th(ese|is) (terms|license)", re.IGNORECASE)


def regions(text: str, offset: int = 0, coverage: float = COVERAGE) -> tuple[Region, ...]:
    """The licences whose patterns match, in order; `offset` is added to their places."""
    if len(text) > LONGEST:
        return ()
    from licenseclassifier import identify_license

    found = [
        _region(match.id, text[match.start : match.end], match.start + offset)
        for match in identify_license(text, coverage)
    ]
    return tuple(region for region in found if not _inside_appendix(region, found, text, offset))


def _region(licence: str, part: str, start: int) -> Region:
    known = full_text(licence)
    if known is None:
        return Region(licence, start, start + len(part), exact=False)
    share = len(fold(part, "bare").data) / max(1, len(fold(known, "bare").data))
    # the patterns leave room for names and leave out endings: neither may hide a restriction or half the text
    altered = share >= NOTICE and (share < WHOLE or bool(_limits(part) - _limits(known)))
    return Region(licence, start, start + len(part), share >= NOTICE, exact=False, altered=altered)


def _limits(text: str) -> Counter[str]:
    return Counter(_LIMIT.findall(text.lower()))


def full_text(licence: str) -> str | None:
    """The text of an id, or of another id with the same text."""
    known = texts()
    plain = family(licence)
    return next((known[name] for name in (licence, plain, f"{plain}-only", f"{plain}-or-later") if name in known), None)


def _inside_appendix(region: Region, found: list[Region], text: str, offset: int) -> bool:
    """Whether this is the model notice below a licence's own text, which says nothing of this work."""
    if region.whole:
        return False
    above = [
        one for one in found if one.whole and one.end <= region.start and family(one.licence) == family(region.licence)
    ]
    return any(_APPENDIX.search(text, one.start - offset, region.start - offset) for one in above)
