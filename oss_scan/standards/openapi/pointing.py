"""References as they are written: which file, and which way in it (RFC 6901)."""

import posixpath
import re
from urllib.parse import unquote

from oss_scan.standards.openapi.reading import Value

_NUMBER = re.compile(r"[0-9]{1,9}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def is_elsewhere(file: str) -> bool:
    """Whether a reference leads out of the tree, such as to another host."""
    return _SCHEME.match(file) is not None


def file_of(name: str, file: str) -> str:
    """The path of the file that a reference in a file of a name leads to; an empty one is that file itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(file))) if file else name


def steps(pointer: str) -> list[str]:
    """The way that a pointer describes, without its first slash."""
    return [unquote(raw).replace("~1", "/").replace("~0", "~") for raw in pointer.split("/")]


def key_in(value: Value, step: str) -> str | int:
    """The key that a step stands for in a mapping or a list."""
    return int(step) if isinstance(value, list) and _NUMBER.fullmatch(step) else step
