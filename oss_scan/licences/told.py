"""What a clause tells of the work, its makers and its past, or asks of who reads it for a talk: it binds no user.

Nobody foresees what people tell, but what takes a permission away has to name it: the licence and copies of the work,
what one does with them, who may, what it costs, or a duty. A clause that is no fragment and names none of these is
harmless; one about the past, or with the project, its makers or the program for its subject, may hold words that limit
in any other (`can`, `we`, `until`), and so may one that asks for help or a bug, and says where.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise

from oss_scan.licences.binding import BINDING
from oss_scan.licences.caseless import Caseless
from oss_scan.licences.described import without_subjects
from oss_scan.licences.excused import EXCUSED
from oss_scan.licences.invites import BEFORE, EXPLAINED, INVITES, LINKS, OF_ITSELF, THANKS
from oss_scan.licences.limits import LIMITS
from oss_scan.licences.names import find_all
from oss_scan.licences.subjects import HAS, NO_TALE, NOW, SUBJECT, WAS
from oss_scan.licences.tales import CHOICE, DENIED, GRANTS, LIGHT, MAKING, PAST, PEOPLE, TALK, TERMS
from oss_scan.regex import regex

#: Where a clause ends, but not after an initial: also at an empty line.
_ENDS = regex(r"(?<=[.!?;:])(?<!\b[A-Z]\.)(?<!\b[Ii]nc\.)(?<!\bv\.)\s+|\n\s*\n")
#: Words of a clause that is no fragment, characters of one that is told at most, and clauses of a text that are asked.
_FEWEST, _LONGEST, _MOST = 3, 400, 500


@lru_cache(maxsize=256)  # asked up to three times
def told(clause: str) -> bool:
    """Whether a clause tells of the work or its past, or invites to talk, and limits nothing."""
    if len(clause) > _LONGEST or BINDING.search(clause):
        return False
    if LINKS.fullmatch(clause):
        return True
    named = find_all(clause)
    for each in reversed(named):
        clause = f"{clause[: each.start]}{'X' * (each.end - each.start)}{clause[each.end :]}"
    bare = DENIED.sub(" X ", CHOICE.sub(" X ", EXCUSED.sub(" X ", without_subjects(clause))))
    words = [found.group() for found in LIMITS.finditer(bare)]
    if _frames(clause, words):
        return True
    if GRANTS.search(bare) or (named and not EXPLAINED.search(clause)):
        return False
    if INVITES.search(clause) and not BEFORE.search(clause) and _are_of(words, (TALK,)):
        return True
    if len(clause.split()) < _FEWEST:
        return False
    if not words:
        return not NO_TALE.search(bare)
    if not NOW.search(clause):
        of_past = (MAKING, PAST) if WAS.search(clause) else (MAKING,) if HAS.search(clause) else ()
        if of_past and _are_of(words, (LIGHT, *of_past)):
            return True
    return SUBJECT.search(clause) and _are_of(words, (LIGHT,))


def _frames(clause: str, words: Sequence[str]) -> bool:
    """Whether a clause thanks, answers where to ask, or says what it holds: then it may speak of people and terms."""
    if BEFORE.search(clause):
        return False
    more: tuple[Caseless, ...] = ()
    if OF_ITSELF.search(clause):
        more = (PEOPLE, TALK, TERMS)
    elif THANKS.search(clause):
        more = (PEOPLE, TALK)
    return bool(more) and _are_of(words, (LIGHT, *more))


def _are_of(words: Sequence[str], kinds: Sequence[Caseless]) -> bool:
    return all(any(kind.fullmatch(word) for kind in kinds) for word in words)


def without_told(text: str) -> str:
    """A text without such clauses among its first, and with as many lines."""
    edges = [0, *(found.end() for found in islice(_ENDS.finditer(text), _MOST)), len(text)]
    return "".join(_blank_if_told(text[start:end]) for start, end in pairwise(edges))


def _blank_if_told(part: str) -> str:
    return "\n" * part.count("\n") if len(part) <= 2 * _LONGEST and told(" ".join(part.split())) else part
