"""What the text of a field may look like: dates, addresses, codes. Each form gives what is wrong, or None."""

import difflib
import json
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from oss_scan.publiccode import languages, spdx
from oss_scan.publiccode.fields import LATEST, SUPPORTED, VERSIONS
from oss_scan.publiccode.model import ItemType


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text; `better` is what was plainly meant."""

    code: str
    better: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    type: ItemType = "error"


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_URI = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?(.*)")
_HOST = re.compile(r"[^\s<>\"\\^`{|}\[\]:%]+|\[[0-9A-Fa-f:.]+\]")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SCP = re.compile(r"[\w.-]+@([\w.-]+):(?!/)([^\s:]+)")
# RFC 2141 §2: the name of the namespace, and what stands in it
_URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{1,31}:[a-z0-9()+,.:=@;$_!*'%/?#-]+", re.IGNORECASE)
# RFC 6838 §4.2
_MEDIA_TYPE = re.compile(r" *[A-Za-z0-9][A-Za-z0-9!#$&^_-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126} *")
_LOCAL = re.compile(r"[^\s@<>()\[\],;:\"\\]+")
#: The begin of an absolute URL; `C:\\logo.svg` is none.
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/")
_LABEL = re.compile(r"[^\s@<>()\[\],;:\"\\./_]{1,63}")


def _date(text: str) -> Fault | None:
    if _DATE.fullmatch(text) and _is_day(text):
        return None
    head = text[:10]
    meant = head if text[10:11] in ("T", " ", "t") and _DATE.fullmatch(head) and _is_day(head) else None
    return Fault("date", meant)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _parts(text: str) -> tuple[str, str, str] | None:
    """Scheme, host (empty where there is none) and the rest of an absolute URI, or None."""
    match = _URI.fullmatch(text)
    if match is None or not text.isprintable() or _BAD_ESCAPE.search(text):
        return None
    scheme, authority, rest = match[1].lower(), match[2], match[3]
    if authority is None:
        return scheme, "", rest
    host, colon, port = authority.rpartition("@")[2], "", ""
    if not host.endswith("]"):
        host, colon, port = host.partition(":")
    if (colon and port and not (port.isascii() and port.isdigit())) or (host and not _HOST.fullmatch(host)):
        return None
    return scheme, host.lower(), rest


def _url(text: str) -> Fault | None:
    parts = _parts(text)
    if parts and (parts[1] or parts[2]):
        return None
    scp = _SCP.fullmatch(text)
    return Fault("url", f"https://{scp[1]}/{scp[2]}" if scp else None)


def _http(text: str) -> Fault | None:
    parts = _parts(text)
    if parts and parts[0] in ("http", "https") and parts[1]:
        return None
    meant = f"https://{text}" if re.match(r"www\.[\w-]+\.", text) else None
    return Fault("http", meant if meant and _http(meant) is None else None)


def _video(text: str) -> Fault | None:
    fault = _http(text)
    if fault:
        return fault
    host = "." + (_parts(text) or ("", "", ""))[1]
    return None if any(host.endswith(f".{known}") for known in vocabulary("video-hosts")) else Fault("video")


def _uri(text: str) -> Fault | None:
    parts = _parts(text)
    if parts is None or (parts[0] != "urn" and not parts[1]):
        return Fault("uri")
    return None if parts[0] != "urn" or _URN.fullmatch(text) else Fault("uri")


def _support(text: str) -> Fault | None:
    if not text.startswith("alias:"):
        return _uri(text)
    known = vocabulary("aliases")
    name = text.removeprefix("alias:")
    close = nearest(name, known)
    return None if name in known else Fault("alias", f"alias:{close}" if close else None)


def _email(text: str) -> Fault | None:
    local, at, domain = text.rpartition("@")
    labels = domain.split(".")
    dotted = local.startswith(".") or local.endswith(".") or ".." in local
    if at and _LOCAL.fullmatch(local) and not dotted and len(labels) > 1:
        whole = all(_LABEL.fullmatch(label) and label.strip("-") == label for label in labels)
        if whole and not labels[-1].isdigit():
            return None
    return Fault("email")


def _media_type(text: str) -> Fault | None:
    return None if _MEDIA_TYPE.fullmatch(text) else Fault("media-type")


def _country(text: str) -> Fault | None:
    upper = text.upper()
    if upper not in vocabulary("countries") or text not in (upper, text.lower()):
        return Fault("country", "GB" if upper == "UK" else None)
    return None if text == upper else Fault("country-lower-case", upper, {"better": upper}, "warning")


def _listed(name: str, code: str) -> Callable[[str], Fault | None]:
    def form(text: str) -> Fault | None:
        known = vocabulary(name)
        return None if text in known else Fault(code, nearest(text, known))

    return form


def _language(text: str) -> Fault | None:
    return None if languages.is_tag(text) else Fault("language", languages.nearest(text))


def _licence(text: str) -> Fault | None:
    word = spdx.wrong(text)
    return None if word is None else Fault("licence", spdx.nearest(text), {"word": word})


def _path(text: str) -> Fault | None:
    fault = _reference_path(text)
    if fault or _ABSOLUTE.match(text):
        return fault
    return Fault("path-outside") if _leaves(posixpath.normpath(text)) else None


def _leaves(path: str) -> bool:
    return path == ".." or path.startswith("../")


def _reference_path(text: str) -> Fault | None:
    if text.startswith("/"):
        return Fault("path-absolute", text.lstrip("/") or None)
    return Fault("path-file") if text.startswith("file:") else None


def _ipa(text: str) -> Fault | None:
    return None if re.fullmatch(r"[A-Za-z0-9_]*", text) else Fault("ipa")


def _version(known: tuple[str, ...]) -> Callable[[str], Fault | None]:
    def form(text: str) -> Fault | None:
        if text not in known:
            return Fault("version", "0", {"known": ", ".join(known)})
        newest = text == "0" or text.startswith(LATEST)
        return None if newest else Fault("version-old", "0", {"latest": LATEST}, "warning")

    return form


FORMS: Mapping[str, Callable[[str], Fault | None]] = {
    "category": _listed("categories", "category"),
    "country": _country,
    "date": _date,
    "email": _email,
    "http": _http,
    "ipa": _ipa,
    "language": _language,
    "licence": _licence,
    "media-type": _media_type,
    "path": _path,
    "reference-path": _reference_path,
    "scope": _listed("scopes", "scope"),
    "support": _support,
    "supported-version": _version(SUPPORTED),
    "uri": _uri,
    "url": _url,
    "version": _version(VERSIONS),
    "video": _video,
}


def repository_path(text: str) -> str | None:
    """The path from the root that a `path` names, without `./`; None for a URL, a path outside, or no text."""
    if not text.strip() or text.startswith("/") or _ABSOLUTE.match(text):
        return None
    path = posixpath.normpath(text)
    return None if _leaves(path) else path


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The one of the known texts that was probably meant."""
    lower = text.strip().lower()[:100]
    by_lower = {one.lower(): one for one in sorted(known)}
    if lower in by_lower:
        return by_lower[lower]
    close = difflib.get_close_matches(lower, by_lower, n=1, cutoff=0.75)
    return by_lower[close[0]] if close else None


@cache
def vocabulary(name: str) -> frozenset[str]:
    """A controlled list: `categories`, `scopes`, `aliases`, `countries` or `video-hosts` (https://oembed.com)."""
    held = json.loads(files("oss_scan.publiccode").joinpath("data/vocabularies.json").read_bytes())
    return frozenset(" ".join(held[name]).split())
