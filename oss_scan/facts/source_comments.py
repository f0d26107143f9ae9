"""The comments among the first lines of a source file, whatever its language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: Before a line of a comment.
_MARKS = re.compile(
    r"^[ \t]*(?:/?\*+(?!/)|//+!?|#+!?|!+|--+|;+|%+|\bREM\b|\bdnl\b|\.\.(?=[ \t]))?[ \t]?", re.IGNORECASE
)
_MARK = re.compile(r"[ \t]*(?:/?\*(?!/)|//|#|!|--|;|%|[cC][ \t*]|(?:REM|dnl|\.\.)[ \t])")
#: What a program that reads the file takes for more than a comment.
_NOT_ONE = re.compile(r"#!|#(?:include|define|if|ifdef|ifndef|pragma|endif|region|import)\b|--%|%%?\[")
#: A comment of several lines that may have no mark of their own: what may stand before it, what opens and closes it.
_OPENS = re.compile(
    r"[ \t]*(?:<\?php[ \t]*|<%[!@]?[ \t]*|@|\{\{-?[ \t]*)?[rRuU]?(/\*|<!--|<%--|\"\"\"|'''|\{-|\{#|\(\*|=begin\b|@\*)"
)
_CLOSES = {"/*": "*/", "<!--": "-->", "<%--": "--%>", "{-": "-}", "{#": "#}", "(*": "*)", "=begin": "=end", "@*": "*@"}
_QUOTES = ('"""', "'''", "`")
_HEREDOC = re.compile(r"<<[<~-]?[ \t]?[\"']?([A-Z][A-Z_]{1,20})[\"']?[ \t]*(?:>.{1,80}|\)?;?)?$")
#: Lines at the top in which a comment may follow on code: a package, a routine, what is imported.
_TOP = 12


@dataclass(frozen=True, slots=True)
class Comment:
    """The lines of a comment without their marks, the number (from 0) of the first, and whether it heads the file."""

    lines: tuple[str, ...]
    start: int
    leads: bool


def comments(lines: Sequence[str]) -> Iterator[Comment]:
    """The comments that begin at the start of a line, and not within a text of the program."""
    at, leads = 0, True
    while at < len(lines):
        opened = _OPENS.match(lines[at])
        if opened:
            found, end = _block(lines, at, opened)
        elif _MARK.match(lines[at]) and not _NOT_ONE.match(lines[at].lstrip()):
            found, end = _run(lines, at)
        else:
            closes = _closes_text(lines[at])
            leads = leads and (not lines[at].strip() or bool(_NOT_ONE.match(lines[at])) or lines[at].startswith("<?"))
            at = next((each + 1 for each in range(at + 1, len(lines)) if closes and closes in lines[each]), at + 1)
            continue
        yield Comment(tuple(found), at, leads or at < _TOP)
        at = end


def _block(lines: Sequence[str], at: int, opened: re.Match[str]) -> tuple[list[str], int]:
    """The lines of a comment up to what closes it, and the number of the line behind."""
    closes = _CLOSES.get(opened[1], opened[1])
    found: list[str] = []
    for number in range(at, len(lines)):
        line = lines[number][opened.end() :] if number == at else lines[number]
        inside, closed, _ = line.partition(closes)
        found.append(_MARKS.sub("", inside.lstrip("!*") if number == at else inside))
        if closed:
            return found, number + 1
    return found, len(lines)


def _run(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The lines from one with the mark of a comment on, as long as they have such or are empty."""
    end = at
    while end < len(lines) and (
        not lines[end].strip() or (_MARK.match(lines[end]) and not _NOT_ONE.match(lines[end].lstrip()))
    ):
        end += 1
    return [_MARKS.sub("", line) for line in lines[at:end]], end


def _closes_text(line: str) -> str:
    """What closes a text of several lines that opens on a line of code; "" where none does."""
    heredoc = _HEREDOC.search(line)
    return heredoc[1] if heredoc else next((each for each in _QUOTES if line.count(each) % 2), "")
