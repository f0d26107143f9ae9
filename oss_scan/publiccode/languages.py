"""Whether a text is a language tag whose parts are registered (BCP 47, RFC 5646 §2.1)."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_LONGEST = 100
_SUBTAG = re.compile(r"[a-z0-9]{1,8}")
_VARIANT = re.compile(r"[a-z0-9]{5,8}|[0-9][a-z0-9]{3}")
# Codes of three letters that are often written where the registry has one of two
_SHORTER = {"nld": "nl", "dut": "nl", "fry": "fy", "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr"}


def is_tag(text: str) -> bool:
    """Whether the text is a well-formed tag of registered parts, in any case."""
    if len(text) > _LONGEST:
        return False
    text = text.lower()
    codes = _registry()
    if text in codes["grandfathered"]:
        return True
    parts = text.split("-")
    if not all(_SUBTAG.fullmatch(part) for part in parts):
        return False
    if parts[0] == "x":
        return len(parts) > 1
    private = len(parts[0]) == 3 and "qaa" <= parts[0] <= "qtz"
    if parts[0] not in codes["languages"] and not private:
        return False
    rest = parts[1:]
    if rest and rest[0] in codes["extended"]:
        rest = rest[1:]
    if rest and len(rest[0]) == 4 and rest[0].isalpha():
        if rest[0] not in codes["scripts"] and not "qaaa" <= rest[0] <= "qabx":
            return False
        rest = rest[1:]
    if rest and (len(rest[0]) == 2 or (len(rest[0]) == 3 and rest[0].isdigit())):
        if rest[0] not in codes["regions"] and not _private_region(rest[0]):
            return False
        rest = rest[1:]
    while rest and _VARIANT.fullmatch(rest[0]):
        if rest[0] not in codes["variants"]:
            return False
        rest = rest[1:]
    return _are_extensions(rest)


def nearest(text: str) -> str | None:
    """The tag that was plainly meant (`nl` for `nld`, `en-GB` for `en_GB`)."""
    for meant in (_SHORTER.get(text.lower()), text.strip().replace("_", "-")):
        if meant and is_tag(meant):
            return meant
    return None


def _private_region(code: str) -> bool:
    return len(code) == 2 and ("qm" <= code <= "qz" or "xa" <= code <= "xz")


def _are_extensions(parts: list[str]) -> bool:
    """Whether these are extensions (`u-co-phonebk`), and private parts (`x-…`) after them."""
    while parts:
        if len(parts[0]) != 1 or len(parts) == 1:
            return False
        if parts[0] == "x":
            return True
        if len(parts[1]) == 1:
            return False
        parts = parts[1:]
        while parts and len(parts[0]) > 1:
            parts = parts[1:]
    return True


@cache
def _registry() -> Mapping[str, frozenset[str]]:
    held = json.loads(files("oss_scan.publiccode").joinpath("data/languages.json").read_bytes())
    return {name: frozenset(" ".join(lines).split()) for name, lines in held.items() if name != "origin"}
