"""Whether a notice is one of documentation, data or images, and not of a program; or of the work of another."""

import re

from oss_scan import licences
from oss_scan.facts.readme_whole import mentions, subject_of
from oss_scan.licences.doubts import ABOUT_CODE, SENTENCE
from oss_scan.licences.fold import decode
from oss_scan.licences.names import find_all

#: What is no program, whatever it may be called with; and where it stands.
_MATTER = re.compile(
    r"\b(?:document(?:s|ation|atie|en)?|docs|data|datasets?|images?|photos?|media|icons?|fonts?|screenshots?|texts|videos?"
    r"|illustrations?|logos?|afbeeldingen|foto'?s|teksten|beelden)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|of|from|on|for|van|uit|voor|bij) (?:this|the|our|deze|dit|de|het|onze) \w+", re.IGNORECASE
)


def is_of_matter(data: bytes, expression: str | None) -> bool:
    """Whether a notice gives a licence for texts or data to nothing but such."""
    if expression is None or not licences.for_content(expression):
        return False
    naming = [each for each in SENTENCE.split(decode(data) or "") if find_all(each)]
    return bool(naming) and all(
        _MATTER.search(each) and not ABOUT_CODE.search(_PLACE.sub(" ", each)) for each in naming
    )


def is_of_another(data: bytes, readme: str) -> bool:
    """Whether a notice gives a licence to nothing but works with a name of which the README never speaks."""
    naming = [" ".join(each.split()) for each in SENTENCE.split(decode(data) or "") if find_all(each)]
    names = [subject_of(each) for each in naming]
    return bool(names and readme.strip()) and all(name and not mentions(readme, name) for name in names)
