"""Where in a file something stands, and what is no structure although it matches: comments and prose."""

import re
from collections.abc import Iterator

from oss_scan.standards.evidence import Sighting, Sort

_COMMENT = re.compile(
    rb"[ \t]{0,40}(?:#(?!\[|define|include)|//|/?\*|<!--|--[ \t]|;|%[ \t]|\{#|@\*|\"\"\"|'''|REM\b|rem\b)"
)
_LONGEST = 20_000  # bytes of a line that are looked at: longer ones are data or minified
#: Sightings that one detector gives of one file; who asks for more learns nothing new.
MOST = 50


def line_of(data: bytes, at: int) -> bytes:
    """The line that holds an offset, from at most 20,000 bytes before it to as many after."""
    start = max(data.rfind(b"\n", max(0, at - _LONGEST), at) + 1, at - _LONGEST, 0)
    end = data.find(b"\n", at, at + _LONGEST)
    return data[start : end if end >= 0 else at + _LONGEST]


def is_comment(data: bytes, at: int) -> bool:
    """Whether the line of an offset begins as a comment does, or the offset comes after `<!--` on its line."""
    start = max(data.rfind(b"\n", max(0, at - _LONGEST), at) + 1, at - _LONGEST, 0)
    before = data[start:at]
    if _COMMENT.match(data, start, at + 1):
        return True
    return before.rfind(b"<!--") > before.rfind(b"-->") or b" // " in before


def spot(about: str, sort: Sort, detector: str, path: str, data: bytes, at: int, structure: str) -> Sighting:
    """A sighting at an offset of a file."""
    line = data.count(b"\n", 0, at) + 1
    start = data.rfind(b"\n", 0, at) + 1
    column = len(data[start:at].decode("utf-8", "replace")) + 1
    return Sighting(about, sort, detector, path, line, column, structure)


def whole(about: str, sort: Sort, detector: str, path: str, structure: str) -> Sighting:
    """A sighting that is the file as such."""
    return Sighting(about, sort, detector, path, None, None, structure)


def code(data: bytes, sign: re.Pattern[bytes], literal: bytes = b"") -> Iterator[re.Match[bytes]]:
    """Where a sign matches outside comments; `literal` is part of every match, and is looked for first."""
    if literal and literal not in data:
        return
    count = 0
    for match in sign.finditer(data):
        if not is_comment(data, match.start()):
            yield match
            count += 1
            if count == MOST:
                return


def words(text: str) -> frozenset[str]:
    """The words of a text: endings of names, mostly."""
    return frozenset(text.split())


def tells(path: str, telling: tuple[str, ...]) -> bool:
    """Whether one of these words, in lower case, stands in the last 200 characters of a path."""
    tail = "/" + path[-200:].lower()
    for word in telling:  # noqa: SIM110 - a third faster than `any`, and this is asked of every path
        if word in tail:
            return True
    return False


def telling(text: str) -> tuple[str, ...]:
    """The words of a text, for `tells`."""
    return tuple(text.split())


def name_of(path: str) -> str:
    """The name of a file, in lower case."""
    return path[path.rfind("/") + 1 :].lower()


def ending(path: str) -> str:
    """What stands after the last dot of a file's name, in lower case; empty where there is none."""
    name = name_of(path)
    return name[name.rfind(".") + 1 :] if "." in name else ""
