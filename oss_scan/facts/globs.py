"""The patterns of REUSE.toml and of Debian copyright files, as regular expressions that never backtrack for long.

A star takes as little as will do and never gives it back, which is right since every later star can take the rest;
so matching costs at most the square of the path's length.
"""

import re

_WORD = re.compile(r"\\.|\*\*+/?|\*|[^\\*]+|\\", re.DOTALL)


def toml_glob(pattern: str) -> str:
    """A pattern of REUSE.toml: `*` stops at a slash, `**` does not, a backslash escapes."""
    parts: list[list[str | None]] = [[]]  # split at each `**`; None is a `*`
    for word in _WORD.findall(pattern):
        if word.startswith("**"):
            parts.append([])
        elif word == "*":
            parts[-1].append(None)
        else:
            _add(parts[-1], word[1:] if word.startswith("\\") and len(word) > 1 else word)
    return _joined(parts, "[^/]*")


def dep5_glob(pattern: str) -> str:
    """A pattern of a Debian copyright file: `*` is any text, `?` any character."""
    parts: list[list[str | None]] = [[]]
    for word in re.findall(r"\*+|[^*]+", pattern):
        if word.startswith("*"):
            parts.append([])
        else:
            _add(parts[-1], word)
    return _joined(parts, "").replace(r"\?", ".")


def _add(part: list[str | None], text: str) -> None:
    last = part[-1] if part else None
    if last is None:
        part.append(text)
    else:
        part[-1] = last + text


def _joined(parts: list[list[str | None]], star: str) -> str:
    first, *others = parts
    found = _part(first, star, last=not others)
    for at, part in enumerate(others):
        last = at == len(others) - 1
        body = _part(part[1:] if part[:1] == [None] else part, star, last=last)  # `***` is `**`
        found += f".*{body}" if last else f"(?>.*?{body})"
    return found


def _part(tokens: list[str | None], star: str, *, last: bool) -> str:
    """Texts and single stars between two `**`; the end of the last part is the end of the path."""
    found = ""
    for at, word in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if word is not None:
            found += re.escape(word) if at == 0 or tokens[at - 1] is not None else ""
        elif after is None:
            found += star if last else ""  # a star before `**` adds nothing
        elif last and at + 2 == len(tokens):
            found += f"{star}{re.escape(after)}"
        else:
            found += f"(?>{star}?{re.escape(after)})"
    return found
