"""How a README is laid out: its headings and what they are of, what is no more than an example, and where links lead.

Lines are counted from 0.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from oss_scan.facts.readme_whole import TOP, is_about_work, is_standing

_HEADING = re.compile(r"(#{1,6}|=+(?=[ \t])|!+)[ \t]*(.*)|<h[1-6][^>]{0,200}>(.*)", re.IGNORECASE)
_LEVEL = re.compile(r"#{1,6}|=+(?=[ \t])|!+(?=[ \t])|<h([1-6])", re.IGNORECASE)
#: The line below a heading that is underlined.
UNDERLINE = re.compile(r"(?:=+|[=\-~^*]{3,})\s*")
#: What Markdown lets stand elsewhere: `[EUPL][1]` and `[1]: LICENSES/EUPL-1.2.txt`.
_DEFINED = re.compile(r"[ ]{0,3}\[([^\]\n]{1,60})\]:\s{1,8}<?([^\s>]{1,300})")
_REFERENCE = re.compile(r"(?<!!)\[([^\[\]\n]{1,100})\]\[([^\[\]\n]{0,60})\]")
#: The same of reStructuredText, where it leads to a file.
_DEFINED_RST = re.compile(r"\.\. _(?:`[^`\n]{1,100}`|[^`:\n]{1,100}):[ \t]+(?!\w{1,10}://)\S{1,300}[ \t]*")


def linked(lines: Sequence[str]) -> list[str]:
    """The lines with the addresses that Markdown lets stand elsewhere moved beside the words of their links."""
    lines = ["" if _DEFINED_RST.fullmatch(line) else line for line in lines]
    to = {found[1].lower(): found[2] for found in map(_DEFINED.match, lines) if found}
    if not to:
        return lines
    used = {(found[2] or found[1]).lower() for line in lines for found in _REFERENCE.finditer(line)}
    return ["" if _is_used(line, used) else _REFERENCE.sub(lambda found: _link(found, to), line) for line in lines]


def _is_used(line: str, used: Collection[str]) -> bool:
    found = _DEFINED.match(line)
    return found is not None and found[1].lower() in used


def _link(found: re.Match[str], to: Mapping[str, str]) -> str:
    address = to.get((found[2] or found[1]).lower())
    return f"[{found[1]}]({address})" if address else found[0]


def is_at_top(lines: Sequence[str], at: int, aside: frozenset[int]) -> bool:
    """Whether a line stands below no other heading than the title, near the top and where it is no example."""
    if at >= TOP or at in aside:
        return False
    above = [each for each in range(at) if is_heading(lines, each)]
    return above == _titles(lines, above)


def lines_aside(lines: Sequence[str]) -> frozenset[int]:
    """The lines (from 0) of blocks of code, of quotations and of what is not shown."""
    found: set[int] = set()
    fence, hidden = "", False
    for at, line in enumerate(lines):
        bare = line.lstrip()
        if fence or bare.startswith(("```", "~~~")):
            found.add(at)
            closes = bare.startswith(fence) if fence else False
            fence = "" if closes else fence or bare[:3]
            continue
        hidden = hidden or "<!--" in line
        if hidden or bare.startswith(">") or (line.startswith(("    ", "\t")) and bare[:1] != "<"):
            found.add(at)
        hidden = hidden and "-->" not in line[line.rfind("<!--") + 1 :]
    return frozenset(found)


def is_below_another(lines: Sequence[str], at: int, aside: frozenset[int]) -> bool:
    """Whether a heading stands below one on something in particular: it speaks of that only."""
    level = _level(lines, at)
    headings = _headings_above(lines, at, aside)
    for each in reversed(headings):
        if _level(lines, each) < level:
            level = _level(lines, each)
            if each not in _titles(lines, headings) and not is_about_work(lines[each]):
                return True
    return False


def _headings_above(lines: Sequence[str], at: int, aside: frozenset[int]) -> list[int]:
    return [each for each in range(at) if each not in aside and is_heading(lines, each)]


def _titles(lines: Sequence[str], headings: list[int]) -> list[int]:
    """The headings that are the title: the first, and the one behind it where that says how the work stands."""
    return headings[: 2 if headings and is_standing(lines[headings[0]]) else 1]


def is_on_work(lines: Sequence[str], at: int, aside: frozenset[int]) -> bool:
    """Whether the heading above a line is the title, or speaks of the work as a whole."""
    headings = _headings_above(lines, at, aside)
    return headings == _titles(lines, headings) or is_about_work(lines[headings[-1]])


def _level(lines: Sequence[str], at: int) -> int:
    """How deep a heading is: 1 for a title."""
    marked = _LEVEL.match(lines[at].lstrip())
    if marked:
        return int(marked[1] or 0) or len(marked[0].rstrip())
    return 1 if lines[at + 1].startswith("=") else 2


def is_heading(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a heading in Markdown, reStructuredText, AsciiDoc or HTML, marked or underlined."""
    underlined = lines[at].strip() and at + 1 < len(lines) and UNDERLINE.fullmatch(lines[at + 1])
    return bool(underlined or _HEADING.match(lines[at].lstrip()))
