"""Small slips of the pen in YAML, passed over as the norm owner's tool does: what is read keeps its line and column."""

import re

import yaml

#: So many in one file at most; with more it is no YAML.
MENDS = 20
_COMMA = re.compile(r"did not find expected ',' or '[]}]'")


def mend(text: str, error: yaml.MarkedYAMLError) -> str | None:
    """The text without what is wrong there; None where that cannot be told.

    A second document, tabs for spaces, a comma that is missing between two lines, a line without its colon.
    """
    mark, problem = error.problem_mark, error.problem or ""
    if mark is None:
        return None
    lines = text.split("\n")
    if problem == "but found another document":
        return "\n".join(lines[: mark.line])
    if ("cannot start any token" in problem or "found a tab" in problem) and "\t" in text:
        return "\n".join(line.replace("\t", " ") if line.strip() else line.split("\t")[0] for line in lines)
    if _COMMA.fullmatch(problem):
        return _with_comma(lines, mark.line, mark.column)
    if problem == "could not find expected ':'" and error.context_mark is not None:
        lines[error.context_mark.line] = ""
        return "\n".join(lines)
    return None


def _with_comma(lines: list[str], line: int, column: int) -> str | None:
    head = lines[:line]
    while head and not head[-1].strip():
        head.pop()
    if not head or lines[line][:column].strip():  # on one line it would move what comes after
        return None
    before = head.pop().rstrip()
    return "\n".join([*head, before + ",", *lines[len(head) + 1 :]])
