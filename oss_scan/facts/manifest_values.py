"""What the readers of manifests share: a value as it is written, and the line on which it stands."""

import re
from collections.abc import Callable, Iterable

from oss_scan import licences

Found = tuple[str, int]  # what is written, and on which line
Reader = Callable[[bytes], list[Found]]

#: What says only that there is no public licence, or where it stands.
_NO_LICENCE = re.compile(
    r"(?i)^(unlicensed|see licen[cs]e\b.*|none|unknown|file[: ].*"
    r"|(\./)?(li[cs]en[cs]e|licentie|copying)(\.(txt|md|rst))?)$"
)


def said(values: Iterable[object], line: int) -> list[Found]:
    """The values that are texts and say something of a licence."""
    return [
        (value.strip(), line)
        for value in values
        if isinstance(value, str) and value.strip() and not _NO_LICENCE.match(value.strip())
    ]


def line_of(text: str, pattern: str) -> int:
    """The line of the first match; the first line where there is none."""
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def text_of(data: bytes) -> str:
    """The text of a manifest; bytes that are not UTF-8 become replacement signs."""
    return data.decode("utf-8-sig", "replace")


def meaning(written: str) -> str | None:
    """What a manifest means: an expression, a name or an address; `proprietary` is Composer's word for no licence."""
    plain = written.strip()
    if plain.lower() == "proprietary":
        return licences.RESERVED
    if re.match(r"https?://\S{1,300}$", plain):
        return licences.identify(plain.encode("utf-8", "surrogatepass")).expression
    return licences.meaning(written)
