"""The forms of addresses: URLs, URNs, and what an address was meant to be where it is none.

The forms of the reference are Go's `net/url` and github.com/leodido/go-urn, which are laxer here and stricter there.
"""

import re
from dataclasses import dataclass
from functools import cache

from oss_scan.publiccode.model import Fault
from oss_scan.publiccode.vocabulary import nearest, vocabulary
from oss_scan.regex import regex

_URI = regex(r"([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^?#]*)([^#]*)(.*)", re.DOTALL)
_HOST = regex(r"[^\s<>\"\\^`{|}\[\]:%]+|\[[0-9A-Fa-f:.]+\]")
_GO_HOST = regex(r"[^\s\\^`{|}\[\]:%@#/?]+|\[[0-9A-Fa-f:.]+\]")
_CONTROL = regex(r"[\x00-\x1f\x7f]")
_BAD_ESCAPE = regex(r"%(?![0-9A-Fa-f]{2})")
_SCP = regex(r"[\w.-]+@([\w.-]+):(?!/)([^\s:]+)")
# RFC 8141 §2: the name of the namespace, and what stands in it
_URN = regex(r"urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[a-z0-9()+,.:=@;$_!*'%/?#&~-]+", re.IGNORECASE)
# RFC 2141 §2, which knows no `/`
_GO_URN = regex(r"urn:(?!urn:)[a-z0-9][a-z0-9-]{0,31}:([a-z0-9()+,.:=@;$_!*'-]|%[a-z0-9]{2})+", re.IGNORECASE)
_IPA = regex(r"urn:x-italian-pa:(.*)", re.IGNORECASE | re.DOTALL)
#: The forms of the 23,735 codes that the register of Italian administrations had in 2026 (https://indicepa.gov.it):
#: of a school, of three parts, and all others. A code of such a form need not be in the register.
_CODE = regex(r"istsc_[a-z0-9]{10}|[a-z]{2}_[a-z]_[a-z]{2}|(?=.{1,11}$)[a-z0-9]+(_[a-z0-9-]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Parts:
    scheme: str
    host: str | None  # None where there is no authority
    path: str
    fragment: str


def _parts(text: str, host: re.Pattern[str] = _HOST) -> _Parts | None:
    """An absolute URI in parts, or None; a bad escape in the query is no fault to Go."""
    match = _URI.fullmatch(text)
    if match is None or _CONTROL.search(text) or _BAD_ESCAPE.search(match[3]) or _BAD_ESCAPE.search(match[5]):
        return None
    if match[2] is None:
        return _Parts(match[1].lower(), None, match[3], match[5][1:])
    name, colon, port = match[2].rpartition("@")[2], "", ""
    if not name.endswith("]"):
        name, colon, port = name.partition(":")
    if (colon and port and not (port.isascii() and port.isdigit())) or (name and not host.fullmatch(name)):
        return None
    return _Parts(match[1].lower(), name.lower(), match[3], match[5][1:])


def _better(text: str) -> str | None:
    """The address that was plainly meant by one for git, by one without a scheme, or by a bare OIN."""
    if re.fullmatch(r"0{7}[1-9][0-9]{12}", text, re.ASCII):
        return f"urn:nl:oin:{text}"
    scp = _SCP.fullmatch(text)
    if scp:
        return f"https://{scp[1]}/{scp[2]}"
    meant = f"https://{text}"
    return meant if re.match(r"www\.[\w-]+\.", text) and _parts(meant) else None


def url(text: str) -> Fault | None:
    """A complete URL of any scheme."""
    parts = _parts(text)
    if parts and parts.host and text.isprintable():
        return None
    return Fault("url", _better(text))


def http(text: str) -> Fault | None:
    """A URL that a browser opens."""
    parts = _parts(text)
    if parts and parts.host and parts.scheme in ("http", "https") and text.isprintable():
        return None
    return Fault("http", _better(text))


def uri(text: str) -> Fault | None:
    """A URL or a URN."""
    parts = _parts(text)
    if parts is None or not text.isprintable():
        return Fault("uri", _better(text))
    whole = _URN.fullmatch(text) and not _BAD_ESCAPE.search(text) if parts.scheme == "urn" else parts.host
    return None if whole else Fault("uri")


def support(text: str) -> Fault | None:
    """An alias of the standard, or a URI."""
    return _alias(text) if text.startswith("alias:") else uri(text)


def reference_url(text: str) -> Fault | None:
    """As `url` of github.com/go-playground/validator."""
    parts = _parts(text, _GO_HOST)
    if parts is None:
        return Fault("url", _better(text))
    if parts.scheme == "file":
        whole = parts.path not in ("", "/")
    else:
        opaque = parts.host is None and bool(parts.path) and not parts.path.startswith("/")
        whole = bool(parts.host or opaque or parts.fragment)
    return None if whole else Fault("url")


def reference_http(text: str) -> Fault | None:
    """As its `http_url`."""
    parts = _parts(text, _GO_HOST)
    if parts and parts.host and parts.scheme in ("http", "https"):
        return None
    return Fault("http", _better(text))


def reference_uri(text: str) -> Fault | None:
    """As the reference has it: of Italian administrations, a code that its register may hold."""
    parts = _parts(text.partition("#")[0], _GO_HOST)
    if parts is None:
        return Fault("uri", _better(text))
    if parts.scheme != "urn":
        return None if parts.host else Fault("uri")
    code = _IPA.fullmatch(text)
    if not _GO_URN.fullmatch(text):
        return Fault("uri")
    return Fault("ipa") if code and not _CODE.fullmatch(code[1]) else None


def reference_support(text: str) -> Fault | None:
    """As the reference has it."""
    if text.startswith("alias:"):
        return _alias(text)
    fault = reference_uri(text)
    return None if fault and fault.code == "ipa" else fault


def video(text: str) -> Fault | None:
    """A video at an address that the reference knows how to show."""
    fault = reference_http(text)
    if fault:
        return fault
    return None if any(_pattern(known).fullmatch(text) for known in vocabulary("videos")) else Fault("video")


def ipa(text: str) -> Fault | None:
    """A code of an Italian administration."""
    return None if not text or _CODE.fullmatch(text) else Fault("ipa")


def _alias(text: str) -> Fault | None:
    known = vocabulary("aliases")
    name = text.removeprefix("alias:")
    close = nearest(name, known)
    return None if name in known else Fault("alias", f"alias:{close}" if close else None)


@cache
def _pattern(known: str) -> re.Pattern[str]:
    return re.compile(re.escape(known).replace(r"\*", ".*"))
