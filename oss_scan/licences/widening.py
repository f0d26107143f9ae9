"""How far a known text reaches: with what the pattern of its own licence has around it besides."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from oss_scan.licences.names import find_all
from oss_scan.licences.patterns import Pattern, allows, around
from oss_scan.licences.restricting import restrictions
from oss_scan.licences.spdx import families, family
from oss_scan.licences.statements import statements
from oss_scan.regex import regex

if TYPE_CHECKING:
    from oss_scan.licences.parts import Part

#: Lines that are tried on a pattern at most.
_MOST_TRIED = 12
_LINE = regex(r"[^\n]*[^\W_][^\n]*")


def widened(text: str, found: "Sequence[Part]") -> "tuple[Part, ...]":
    """The same parts, each with what the pattern of its own licence has around it besides."""
    patterns = around(text, ((part.start, part.end) for part in found))
    wider = []
    for number, part in enumerate(found):
        before = found[number - 1].end if number else 0
        after = found[number + 1].start if number + 1 < len(found) else len(text)
        for each in patterns:
            if family(each.licence) == family(part.licence) and each.start < part.end and each.end > part.start:
                start, end = reach(text, part.start, part.end, each)
                part = replace(part, start=max(before, start), end=min(after, end))
        wider.append(part)
    return tuple(wider)


def reach(text: str, start: int, end: int, pattern: Pattern) -> tuple[int, int]:
    """A place made wider by what a pattern itself has around it, where that names no other licence."""

    def same(one: int, other: int) -> bool:
        named = (each.expression for each in find_all(text[one:other]) if each.expression)
        if any(families(each) != {family(pattern.licence)} for each in named):
            return False
        lines = [(text.find(line, one, other), len(line)) for line in restrictions(text[one:other])]
        if len(lines) > _MOST_TRIED or any(at < 0 for at, _ in lines):
            return False
        strange = (each for each in _LINE.finditer(text, one, other) if any(statements(each.group().replace("_", " "))))
        lines += [(each.start(), len(each.group())) for each in islice(strange, _MOST_TRIED)]
        return allows(text, pattern, ((at, at + length) for at, length in lines))

    if pattern.start < start and same(pattern.start, start):
        start = pattern.start
    if pattern.end > end and same(end, pattern.end):
        end = pattern.end
    return start, end
