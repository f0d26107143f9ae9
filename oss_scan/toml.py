"""TOML of a scanned repository, which may be made to take long."""

import tomllib

from oss_scan.regex import regex

#: A key in forty parts with dots between them: many more take a time that grows with the square of their number.
_LONG_KEY = regex(r"""(?:\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*){40}""")


def parse(text: str) -> dict[str, object]:
    """The table that a text holds; ValueError where it is no TOML, or has a key with too many parts."""
    if _LONG_KEY.search(text):
        raise ValueError("a key with too many parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deep") from None
