"""The tags of SPDX in a file, as the REUSE specification reads them (https://reuse.software/spec-3.3/)."""

import re

from oss_scan.facts.annotations import Said

_LONGEST = 1000  # characters of a line before a tag that are looked at
_COMMENT_END = re.compile(r"\s*(?:\*/|-->|\*\)|#\}|%>|--\}\}|\"\s*/?>|'\s*/?>|\]\s*::).*$")
_LICENCE = re.compile(rb"SPDX-License-Identifier:[ \t]*([^\r\n]{1,300})")
_HOLDER = re.compile(rb"SPDX-(?:File|Snippet)CopyrightText:[ \t]*[^\s]|Copyright(?:[ \t]|\([Cc]\))|\xc2\xa9")
_IGNORED = re.compile(rb"REUSE-IgnoreStart.*?(?:REUSE-IgnoreEnd|\Z)", re.DOTALL)


def bare(written: str) -> str:
    """An expression without what closes the comment around it."""
    return _COMMENT_END.sub("", written).strip()


def tags_in(data: bytes, path: str) -> Said:
    """What the tags in a file say of its licence and its holder."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    elif b"\0" in data[:2048]:
        return Said()
    elif b"\xa9" in data and not _is_utf8(data):
        data = data.decode("cp1252", "replace").encode()  # its © is a single byte
    if b"REUSE-IgnoreStart" in data:
        data = _IGNORED.sub(lambda match: b"\n" * match[0].count(b"\n"), data)  # the lines keep their numbers
    found = [match for match in _LICENCE.finditer(data) if not _is_holder(data, match.start())]
    said = tuple(dict.fromkeys(filter(None, (bare(match.group(1).decode("utf-8", "replace")) for match in found))))
    where = (path, data.count(b"\n", 0, found[0].start()) + 1) if said else None
    return Said(said, bool(_HOLDER.search(data)), where)


def _is_holder(data: bytes, at: int) -> bool:
    """Whether the line says a copyright before this place: the rest of it is the holder's name."""
    start = max(0, at - _LONGEST)
    start = max(data.rfind(b"\n", start, at), data.rfind(b"\r", start, at), start - 1)
    return bool(_HOLDER.search(data, start + 1, at))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
