"""Whether a security.txt is valid, and what is wrong with it (https://www.rfc-editor.org/rfc/rfc9116).

A signature (OpenPGP cleartext) is recognised, and not verified.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

LIMIT = 32 * 1024  # what RFC 9116 §5.4 advises a parser to read at most
NAME = "security.txt"

_BOM = b"\xef\xbb\xbf"
_SHOWN = 200  # characters of a value that an item keeps
_LONGEST = 100  # items of one file
_YEAR = 366  # days ahead that a file may expire before it is said to be far
_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_END = "-----END PGP SIGNATURE-----"
_FIELD = re.compile(r"([!-9;-~]+)([ \t]*):(.*)")
# What programs that make sites and configuration fill in
_FILLED_IN = re.compile(r"\{\{|\{%|<%|\$\{|\$\(|%[A-Z_]+%|@[A-Z_]+@")
# RFC 3339 §5.6; `T` and `Z` in any case
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}):([0-9]{2})(?:\.[0-9]{1,30})?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_URI = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):([^\s<>\"{}|\\^`]+)")
_MAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}")
_PHONE = re.compile(r"[+0-9().*#a-dA-D-][0-9().*#a-dA-D;=:+-]*")
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}|[xX](-[A-Za-z0-9]{1,8}){1,8}")
# Fields that may stand more than once, besides Expires and Preferred-Languages; in lower case
_URI_FIELDS = ("acknowledgments", "canonical", "contact", "encryption", "hiring", "policy")
_WEB_FIELDS = ("acknowledgments", "canonical", "hiring", "policy")
_ONCE = ("expires", "preferred-languages")
# Registered after the RFC: https://www.iana.org/assignments/security-txt-fields
_LATER = ("csaf", "bug-bounty")
_SLIPS = {"acknowledgements": "Acknowledgments", "acknowledgement": "Acknowledgments", "expire": "Expires"}


@dataclass(frozen=True, slots=True)
class Item:
    """One fault or remark: where (from 1), which (`code`), and what fills its sentence."""

    type: Literal["error", "warning", "notice"]
    key: str
    line: int
    column: int
    code: str
    values: Mapping[str, str]
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says apart from any date: its faults, when it expires, and whether it names a contact."""

    items: tuple[Item, ...]
    expires: datetime | None
    expires_line: int | None
    contact: bool
    template: bool  # its date of expiry, or all of it, is yet to be filled in by a program


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    value: str
    line: int
    column: int  # of the value
    spaced: bool = True  # a space after the colon, and none before it

    @property
    def template(self) -> bool:
        return _FILLED_IN.search(self.value) is not None


def read(data: bytes) -> Reading:
    """Read the bytes of a security.txt; nothing here depends on today's date."""
    found = _refused(data)
    if found:
        return Reading((found,), None, None, contact=False, template=False)
    text = data.removeprefix(_BOM).decode("utf-8")
    items: list[Item] = []
    if data.startswith(_BOM):
        items.append(_item("warning", "", "byte-order-mark"))
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    start, end, signed = _frame(lines, items)
    fields = list(_fields(lines, start, end, signed, items))
    items += _together(fields)
    for field in fields:
        items += _field(field)
    expires = [(moment, field.line) for field in fields if (moment := _expires(field))]
    contact = any(field.name.lower() == "contact" and not list(_contact(field)) for field in fields)
    items.sort(key=lambda item: (item.line, item.column, item.key, item.code))
    only = expires[0] if len(expires) == 1 else (None, None)
    template = any(field.template and field.name.lower() == "expires" for field in fields)
    return Reading(tuple(items[:_LONGEST]), only[0], only[1], contact=contact, template=template)


def validate(data: bytes, reference_date: date) -> tuple[Item, ...]:
    """What is wrong with a security.txt at a date: an expired one is wrong too."""
    reading = read(data)
    items = list(reading.items)
    if reading.expires and reading.expires_line:
        expires, line = reading.expires.date(), reading.expires_line
        if expires < reference_date:
            items.append(Item("error", "Expires", line, 1, "expired", {"found": expires.isoformat()}))
        elif (expires - reference_date).days > _YEAR:
            items.append(Item("warning", "Expires", line, 1, "far-ahead", {"found": expires.isoformat()}))
    return tuple(sorted(items, key=lambda item: (item.line, item.column, item.key, item.code)))


def _item(type_: Literal["error", "warning", "notice"], key: str, code: str, line: int = 1, column: int = 1) -> Item:
    return Item(type_, key, line, column, code, {})


def _refused(data: bytes) -> Item | None:
    """Why the file is not read as fields at all."""
    if len(data) > LIMIT:
        return Item("error", "", 1, 1, "too-large", {"limit": str(LIMIT)})
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _item("error", "", "not-utf-8", line, error.start - data.rfind(b"\n", 0, error.start))
    if text.lstrip().startswith("<"):
        return _item("error", "", "html")
    return None if text.strip() else _item("error", "", "empty")


def _frame(lines: list[str], items: list[Item]) -> tuple[int, int, bool]:
    """Where the signed text (RFC 4880 §7), or else the file without front matter, begins and ends."""
    stripped = [line.strip() for line in lines]
    if _SIGNED not in stripped:
        if stripped[0] == "---" and "---" in stripped[1:]:  # for a program that makes a site, which takes it away
            return stripped.index("---", 1) + 1, len(lines), False
        return 0, len(lines), False
    at = stripped.index(_SIGNED)
    blank = next((number for number in range(at, len(lines)) if not stripped[number]), len(lines))
    end = next((number for number in range(blank, len(lines)) if stripped[number] == _SIGNATURE), len(lines))
    if end == len(lines) or _END not in stripped[end:]:
        items.append(_item("error", "", "signature-broken", at + 1))
    else:
        items.append(_item("notice", "", "signature-unverified", at + 1))
    before = next((number for number in range(at) if stripped[number] and not stripped[number].startswith("#")), None)
    if before is not None:
        items.append(_item("warning", "", "outside-signature", before + 1))
    return min(blank + 1, len(lines)), end, True


def _fields(lines: list[str], start: int, end: int, signed: bool, items: list[Item]) -> Iterator[_Field]:
    for number in range(start, end):
        line = lines[number]
        dashed = signed and line.startswith("- ")
        text = line[2:] if dashed else line
        if not text.strip() or text.startswith("#"):
            continue
        match = _FIELD.fullmatch(text.rstrip())
        if match is None:
            indented = text[0] in " \t"
            items.append(_item("error", "", "indented" if indented else "not-a-field", number + 1))
            continue
        raw = match[3]
        column = 1 + 2 * dashed + match.start(3) + len(raw) - len(raw.lstrip())
        spaced = not match[2] and raw[:1] in ("", " ")
        yield _Field(match[1], raw.strip(), number + 1, column, spaced)


def _together(fields: list[_Field]) -> Iterator[Item]:
    """What is wrong with the fields together: missing, or too many."""
    names = [field.name.lower() for field in fields]
    for wanted in ("Contact", "Expires"):
        if wanted.lower() not in names:
            yield _item("error", wanted, "missing")
    for once in _ONCE:
        for field in [field for field in fields if field.name.lower() == once][1:]:
            yield _item("error", field.name, "twice", field.line)


def _field(field: _Field) -> Iterator[Item]:
    """What is wrong with one field."""
    name = field.name.lower()
    if not field.spaced:
        fix = f"{field.name}: {field.value}"
        yield Item("warning", field.name, field.line, 1, "spacing", {}, fix)
    if not field.value:
        yield _item("error", field.name, "empty-field", field.line)
    elif field.template:
        yield _item("notice", field.name, "template", field.line, field.column)
    elif name == "expires":
        if _expires(field) is None:
            yield _wrong(field, "date-time", _moment_meant(field.value))
    elif name == "preferred-languages":
        tags = [tag.strip() for tag in field.value.split(",")]
        for tag in tags:
            if not _TAG.fullmatch(tag):
                yield Item("error", field.name, field.line, field.column, "language", {"found": tag[:_SHOWN]})
    elif name == "contact":
        yield from _contact(field)
    elif name in _URI_FIELDS:
        yield from _uri(field, web=name in _WEB_FIELDS)
    elif name in _SLIPS:
        fix = f"{_SLIPS[name]}: {field.value}"
        yield Item("warning", field.name, field.line, 1, "slip", {"better": _SLIPS[name]}, fix)
    elif name not in _LATER:
        yield _item("notice", field.name, "unknown-field", field.line)


def _wrong(field: _Field, code: str, better: str | None = None) -> Item:
    fix = f"{field.name}: {better}" if better else None
    return Item("error", field.name, field.line, field.column, code, {"found": field.value[:_SHOWN]}, fix)


def _contact(field: _Field) -> Iterator[Item]:
    match = _URI.fullmatch(field.value)
    scheme = match[1].lower() if match else ""
    if match is None or scheme not in ("mailto", "tel", "https", "http"):
        meant = f"mailto:{field.value}" if _MAIL.fullmatch(field.value) and ":" not in field.value else None
        yield _wrong(field, "contact", meant)
    elif scheme == "mailto" and not _MAIL.fullmatch(match[2].partition("?")[0]):
        yield _wrong(field, "mailto")
    elif scheme == "tel" and not _PHONE.fullmatch(match[2]):
        yield _wrong(field, "tel")
    elif scheme in ("http", "https"):
        yield from _uri(field, web=True)


def _uri(field: _Field, *, web: bool) -> Iterator[Item]:
    match = _URI.fullmatch(field.value)
    scheme = match[1].lower() if match else ""
    if match is None:
        meant = f"https://{field.value}" if field.value.startswith("www.") else None
        yield _wrong(field, "uri", meant)
    elif scheme == "http":
        yield _wrong(field, "http", f"https{field.value[4:]}")
    elif scheme == "https" and not re.match(r"//[^/?#]", match[2]):
        yield _wrong(field, "uri")
    elif web and scheme != "https":
        yield Item("warning", field.name, field.line, field.column, "not-web", {"found": field.value[:_SHOWN]})


def _expires(field: _Field) -> datetime | None:
    match = _MOMENT.fullmatch(field.value) if field.name.lower() == "expires" else None
    if match is None:
        return None
    second = min(int(match[3]), 59) if match[3] == "60" else match[3]  # a leap second
    zone = "+00:00" if match[4] in "Zz" else match[4]
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}:{second}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _moment_meant(value: str) -> str | None:
    """A date alone, or a time without a zone, as RFC 3339 wants it."""
    match = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)\S{0,10})?", value)
    if match is None:
        return None
    meant = f"{match[1]}T{((match[2] or '') + ':00')[:8] if match[2] else '00:00:00'}Z"
    return meant if _expires(_Field("Expires", meant, 1, 1)) else None
