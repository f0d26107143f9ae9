"""The formats that examples are held to: those of JSON Schema and of OpenAPI, as strictly as the norm owner's tool.

That tool asks no time zone of a `date-time`.
"""

import re
from collections.abc import Callable, Mapping

from oss_scan.regex import regex

_DATE = regex(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_TIME = regex(r"(\d\d):(\d\d):(\d\d)(\.\d+)?(z|[+-]\d\d(?::?\d\d)?)?", re.ASCII | re.IGNORECASE)
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SPLIT = regex(r"[tT\s]")
_UUID = regex(r"(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_BASE64 = regex(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_LOCAL = regex(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.IGNORECASE)
_LABEL = regex(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE)
_URL = regex(r"(?:https?|ftp)://(?:[^\s/@]*@)?([^\s/@:]+)(?::\d{2,5})?(?:/\S*)?", re.IGNORECASE)
_HOST = regex(r"[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]*[a-z0-9\u00a1-\uffff])?", re.IGNORECASE)
_TOP = regex(r"[a-z\u00a1-\uffff]{2,}", re.IGNORECASE)
_NUMBERS = regex(r"\d{1,3}(?:\.\d{1,3}){3}")


def _date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part) for part in found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 and leap else _DAYS[month])


def _time(text: str) -> bool:
    found = _TIME.fullmatch(text)
    if not found:
        return False
    hour, minute, second = (int(found[part]) for part in (1, 2, 3))
    return (hour <= 23 and minute <= 59 and second <= 59) or (hour, minute, second) == (23, 59, 60)


def _date_time(text: str) -> bool:
    parts = _SPLIT.split(text)
    return len(parts) == 2 and _date(parts[0]) and _time(parts[1])


def _email(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    labels = domain.split(".")
    return bool(at and _LOCAL.fullmatch(local)) and len(labels) > 1 and all(map(_LABEL.fullmatch, labels))


def _url(text: str) -> bool:
    found = _URL.fullmatch(text)
    if not found:
        return False
    labels = found[1].split(".")
    if _NUMBERS.fullmatch(found[1]):
        return all(int(label) < 256 for label in labels)
    return len(labels) > 1 and all(map(_HOST.fullmatch, labels)) and bool(_TOP.fullmatch(labels[-1]))


def _any(_text: str) -> bool:
    return True


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "date": _date,
    "time": _time,
    "date-time": _date_time,
    "email": _email,
    "uuid": lambda text: bool(_UUID.fullmatch(text)),
    "byte": lambda text: bool(_BASE64.fullmatch(text)),
    "url": _url,
    **dict.fromkeys(("idn-email", "idn-hostname", "iri", "iri-reference"), _any),
}

_MARK = r"(?:[a-z0-9\-._~!$&'\"()*+,;=:@]|%[0-9a-f]{2})"
_HOST_MARK = r"(?:[a-z0-9\-._~!$&'\"()*+,;=]|%[0-9a-f]{2})"
_AUTHORITY = rf"(?:{_HOST_MARK.replace('=', '=:')}*@)?(?:\[[0-9a-f:.]+\]|{_HOST_MARK}*)(?::\d*)?"
_TAIL = rf"(?:\?(?:{_MARK}|[/?])*)?(?:#(?:{_MARK}|[/?])*)?"
_WAY = rf"(?:/?/{_AUTHORITY}(?:/{_MARK}*)*|/(?:{_MARK}+(?:/{_MARK}*)*)?|{_MARK}+(?:/{_MARK}*)*)"
_REFERENCE = regex(rf"(?:[a-z][a-z0-9+\-.]*:)?{_WAY}?{_TAIL}", re.IGNORECASE | re.ASCII)
_URI = regex(rf"[a-z][a-z0-9+\-.]*:{_WAY}?{_TAIL}", re.IGNORECASE | re.ASCII)
#: The formats that a document is held to.
DOCUMENT_FORMATS: Mapping[str, Callable[[str], bool]] = {
    "email": _email,
    "uri": lambda text: bool(_URI.fullmatch(text)),
    "uri-reference": lambda text: bool(_REFERENCE.fullmatch(text)),
}
