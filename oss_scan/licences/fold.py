"""Text made comparable: words in lower case without layout, punctuation, comment marks or copyright lines.

Follows the matching guidelines of SPDX (https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/).
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

#: `plain`: every word. `bare`: without copyright lines. `loose`: also without addresses, list marks and headings of
#: one or two words, in which copies of one text differ.
Mode = Literal["plain", "bare", "loose"]
MODES: tuple[Mode, ...] = ("bare", "plain", "loose")

#: Bytes that are read at most; a longer file is a collection of texts, not a licence.
LIMIT = 1024 * 1024

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"©|\(c\)|\bcopyright\b|\bcopr\.|&copy;", re.IGNORECASE)
_DATED = re.compile(r"\b(19|20)\d\d\b|[<\[{]\s*(year|yyyy|jaar)|\byyyy\b", re.IGNORECASE)
_OWNER = re.compile(r"\W*(portions |all )?(copyright\s*(\(c\)|©|:|by\b|[A-Z<\[{])|(\(c\)|©)\s*[\w<\[{])", re.ASCII)
# words of a sentence *about* copyright, as it stands in the licences themselves
_PROSE = re.compile(
    r"\b(notices?|licen[cs]\w*|licenti\w*|permission|law|holders?|shall|must|may|you|this|that|which|under|applies|use\w*"
    r"|not?|only|except|commercial\w*|prohibit\w*|restrict\w*|niet|geen|alleen|verboden|toestemming|gebruik\w*)\b",
    re.IGNORECASE,
)
# what a licence leaves open, such as <copyright holder>
_BLANK = re.compile(r"[<\[{](?:\s|copyright|holders?|owners?|name|of|the|year|yyyy|full|author)+[>\]}]", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.|wiki\.)[^\s<>()\[\]]+", re.IGNORECASE)
_LIST_MARK = re.compile(r"\W*(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s", re.IGNORECASE)
_SPELLINGS = {
    "https": "http",
    "authorisation": "authorization",
    "authorised": "authorized",
    "favour": "favor",
    "fulfil": "fulfill",
    "organisation": "organization",
    "recognise": "recognize",
    "wilful": "willful",
    "initialise": "initialize",
    "sublicence": "sublicense",
    "whilst": "while",
    "quot": "",
    "lt": "",
    "gt": "",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text as UTF-8, where each of its words begins in it, and where in the text that was folded."""

    data: bytes
    starts: tuple[int, ...]
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the original text that stands at these bytes, which begin and end with a word."""
        return self.offsets[bisect_left(self.starts, start)], self.ends[bisect_left(self.starts, end) - 1]


def decode(data: bytes) -> str | None:
    """The text in a file (UTF-8, UTF-16 with or without a mark, else Windows-1252); None where it holds none."""
    if len(data) > LIMIT or data.startswith((b"%PDF", b"PK\x03\x04")):
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _or_none(data, "utf-16")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    head = data[:2000]
    if b"\0" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        if odd > len(head) // 4 and not even:
            return _or_none(data, "utf-16-le")
        return _or_none(data, "utf-16-be") if even > len(head) // 4 and not odd else None
    text = _or_none(data, "utf-8")
    return data.decode("cp1252", "replace") if text is None else text


def _or_none(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def is_copyright(line: str) -> bool:
    """Whether a line says no more than whose the work is: no part of any licence."""
    if len(line) > 200 or not _MARK.search(line) or len(line.split()) > 20:
        return False
    if _PROSE.search(_BLANK.sub("", line)):
        return False
    return bool(_DATED.search(line) or _OWNER.match(line))


def fold(text: str, mode: Mode = "plain") -> Folded:
    """Fold a text."""
    parts: list[bytes] = []
    starts: list[int] = []
    offsets: list[int] = []
    ends: list[int] = []
    at = base = 0
    for line in text.splitlines(keepends=True):
        for found in _words(line, mode):
            word = found.group().lower()
            word = _SPELLINGS.get(word, word)
            if "licence" in word:
                word = word.replace("licence", "license")
            encoded = word.encode("utf-8", "surrogatepass")
            if encoded:
                parts.append(encoded)
                starts.append(at)
                offsets.append(base + found.start())
                ends.append(base + found.end())
                at += len(encoded)
        base += len(line)
    return Folded(b"".join(parts), tuple(starts), tuple(offsets), tuple(ends))


def _words(line: str, mode: Mode) -> list[re.Match[str]]:
    if mode == "plain":
        return list(_WORD.finditer(line))
    if is_copyright(line):
        return []
    if mode == "bare":
        return list(_WORD.finditer(line))
    mark = _LIST_MARK.match(line)
    blanked = _ADDRESS.sub(lambda found: " " * len(found.group()), line)
    words = [found for found in _WORD.finditer(blanked, mark.end() if mark else 0) if len(found.group()) > 1]
    return words if len(words) > 2 else []


def line_of(text: str, offset: int) -> int:
    """The line, from 1, on which an offset lies."""
    return text.count("\n", 0, offset) + 1
