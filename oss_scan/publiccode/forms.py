"""What the text of a field may look like: dates, addresses, codes. Each form gives what is wrong, or None."""

import posixpath
import re
from collections.abc import Callable, Mapping
from datetime import date

from oss_scan.publiccode import languages, spdx, uris
from oss_scan.publiccode.model import Fault
from oss_scan.publiccode.table import LATEST, SUPPORTED, VERSIONS
from oss_scan.publiccode.vocabulary import nearest, vocabulary

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[Tt ].{0,40})?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
# RFC 6838 §4.2
_MEDIA_TYPE = re.compile(r" *[A-Za-z0-9][A-Za-z0-9!#$&^_-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126} *")
_LOCAL = re.compile(r"[^\s@<>()\[\],;:\"\\]+")
#: The begin of an absolute URL; `C:\\logo.svg` is none.
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/")
#: E.164, https://www.itu.int/rec/T-REC-E.164
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")
# A label of a domain, in any script; the last one begins and ends with a letter
_LABEL = re.compile(r"[^\W_](?:[^\W_]|[-~]){0,61}[^\W_]|[^\W_]")
_LAST = re.compile(r"[^\W\d_](?:[^\W_]|[-~]){0,61}[^\W\d_]|[^\W\d_]")


def _date(text: str) -> Fault | None:
    if _DATE.fullmatch(text) and _is_day(text):
        return None
    return Fault("date", _meant_day(text))


def _meant_day(text: str) -> str | None:
    """The day that a text means beyond doubt; day and month the other way round are told apart only above 12."""
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        year, month, day = found.groups()
    else:
        found = _DAY_FIRST.fullmatch(text)
        if not found or int(found[1]) <= 12:
            return None
        day, month, year = found.groups()
    meant = f"{year}-{int(month):02}-{int(day):02}"
    return meant if _is_day(meant) else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _email(text: str) -> Fault | None:
    local, at, domain = text.rpartition("@")
    *labels, last = domain.split(".")
    dotted = local.startswith(".") or local.endswith(".") or ".." in local
    whole = at and labels and _LOCAL.fullmatch(local) and not dotted and _LAST.fullmatch(last)
    if whole and all(map(_LABEL.fullmatch, labels)):
        return None
    return Fault("email")


def _media_type(text: str) -> Fault | None:
    return None if _MEDIA_TYPE.fullmatch(text) else Fault("media-type")


def _country(text: str) -> Fault | None:
    upper = text.upper()
    if upper not in vocabulary("countries") or text not in (upper, text.lower()):
        return Fault("country", "GB" if upper == "UK" else None)
    return None if text == upper else Fault("country-lower-case", upper, {"better": upper}, "warning")


def _upper_country(text: str) -> Fault | None:
    fault = _country(text)
    return Fault("country", fault.better) if fault else None


def _listed(name: str, code: str) -> Callable[[str], Fault | None]:
    def form(text: str) -> Fault | None:
        known = vocabulary(name)
        return None if text in known else Fault(code, nearest(text, known))

    return form


def _language(text: str) -> Fault | None:
    return None if languages.is_tag(text) else Fault("language", languages.nearest(text))


def _draft_scope(text: str) -> Fault | None:
    return Fault("scope") if text == "government" else FORMS["scope"](text)


def _phone(text: str) -> Fault | None:
    meant = re.sub(r"[\s().-]|^00(?=[1-9])", lambda match: "+" if match[0] == "00" else "", text)
    return None if _PHONE.fullmatch(text) else Fault("phone", meant if _PHONE.fullmatch(meant) else None)


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


def _version(known: tuple[str, ...]) -> Callable[[str], Fault | None]:
    def form(text: str) -> Fault | None:
        if text not in known:
            return Fault("version", "0", {"known": ", ".join(known)})
        newest = text == "0" or text.startswith(LATEST)
        # no `better`, since `fix` leaves the version be; `upgrade` raises it
        return None if newest else Fault("version-old", None, {"latest": LATEST, "use": "0"}, "warning")

    return form


FORMS: Mapping[str, Callable[[str], Fault | None]] = {
    "category": _listed("categories", "category"),
    "country": _country,
    "date": _date,
    "draft-scope": _draft_scope,
    "email": _email,
    "http": uris.http,
    "ipa": uris.ipa,
    "language": _language,
    "licence": _licence,
    "media-type": _media_type,
    "path": _path,
    "phone": _phone,
    "reference-http": uris.reference_http,
    "reference-path": _reference_path,
    "reference-support": uris.reference_support,
    "reference-uri": uris.reference_uri,
    "reference-url": uris.reference_url,
    "scope": _listed("scopes", "scope"),
    "support": uris.support,
    "supported-version": _version(SUPPORTED),
    "upper-country": _upper_country,
    "uri": uris.uri,
    "url": uris.url,
    "version": _version(VERSIONS),
    "video": uris.video,
}


def repository_path(text: str) -> str | None:
    """The path from the root that a `path` names, without `./`; None for a URL, a path outside, or no text."""
    if not text.strip() or text.startswith("/") or _ABSOLUTE.match(text):
        return None
    path = posixpath.normpath(text)
    return None if _leaves(path) else path
