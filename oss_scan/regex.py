"""Regular expressions that are made when they are first asked.

A module may know many of which a run asks few, and making one takes longer than a thousand times asking it.
"""

import re
from typing import Any, AnyStr, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def regex(pattern: AnyStr, flags: int = 0) -> "re.Pattern[AnyStr]":
    """The same as `re.compile` gives, to be asked by its methods; what is wrong with it shows when it is asked."""
    return cast("re.Pattern[AnyStr]", _Unmade(pattern, flags))


class _Made:
    """Has the methods of its pattern."""

    __slots__ = (*_ASKED, "flags", "pattern")


class _Unmade(_Made):
    """Becomes the above as soon as it is asked for one of them."""

    __slots__ = ()

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        made = re.compile(self.pattern, self.flags)
        for each in _ASKED:
            setattr(self, each, getattr(made, each))
        self.__class__ = _Made  # type: ignore[assignment]
        return getattr(made, name)
