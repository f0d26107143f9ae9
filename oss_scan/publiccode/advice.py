"""Notices on a valid file too: what Dutch policy asks, what is out of date, and what the repository contradicts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from oss_scan.publiccode import spdx
from oss_scan.publiccode.model import Item, Report, Value

#: https://standaarden.overheid.nl/tooi and https://www.logius.nl/domeinen/toegang/organisatie-identificatienummer
TOOI = re.compile(r"https://identifier\.overheid\.nl/tooi/id/[a-z_]+/[a-z]{2,8}[0-9]{2,8}")
OIN = re.compile(r"urn:nl:oin:[0-9]{20}", re.IGNORECASE)
OLDEST = timedelta(days=730)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_END = re.compile(r"maintenance\.contractors\[[0-9]+\]\.until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known of the repository in whose root the file lies.

    `is_here` says whether a URL is an address of it, `agrees` whether a licence is that of its LICENSE (`licence`);
    each is None where that is not known.
    """

    is_here: Callable[[str], bool] | None = None
    addresses: str = ""
    agrees: Callable[[str], bool] | None = None
    licence: str = ""


def advise(report: Report, today: date, *, name: str | None = None, around: Around | None = None) -> tuple[Item, ...]:
    """The notices on a file that was read, in the order of the file; none on one that was not.

    `today` is the reference date, `name` the name of the file.
    """
    if not report.values:
        return ()
    values = {value.key: value for value in report.values}
    found = [
        *_named(name),
        *_organisation(values.get("organisation.uri")),
        *_dutch(report.values),
        *_released(values, today),
        *_ended(report.values, values.get("maintenance.type"), today),
        *_licence(values.get("legal.license"), around),
        *_url(values.get("url"), around),
    ]
    wrong = {item.key for item in report.items if item.type == "error"}
    return tuple(sorted((item for item in found if item.key not in wrong), key=lambda item: (item.line, item.column)))


def _notice(value: Value | None, key: str, code: str, *, fix: str | None = None, **values: str) -> Item:
    line, column = (value.line, value.column) if value else (1, 1)
    return Item("notice", key, line, column, code, values, fix)


def _named(name: str | None) -> Iterator[Item]:
    if name and name.lower() == "publiccode.yaml":
        yield _notice(None, "", "file-name", found=name)


def _organisation(uri: Value | None) -> Iterator[Item]:
    if uri is None:
        yield _notice(None, "organisation.uri", "organisation-absent")
    elif not TOOI.fullmatch(uri.text.strip()) and not OIN.fullmatch(uri.text.strip()):
        yield _notice(uri, "organisation.uri", "organisation-other", found=uri.text[:200])


def _dutch(values: tuple[Value, ...]) -> Iterator[Item]:
    tags = {value.key.removeprefix("description."): value for value in values if _is_language(value.key)}
    if tags and not any(re.split("[-_]", tag)[0].lower() in ("nl", "nld", "dut") for tag in tags):
        yield _notice(next(iter(tags.values())), "description", "not-in-dutch", found=", ".join(tags)[:200])


def _is_language(key: str) -> bool:
    return key.startswith("description.") and key.count(".") == 1


def _released(values: dict[str, Value], today: date) -> Iterator[Item]:
    released, status = values.get("releaseDate"), values.get("developmentStatus")
    day = _day(released)
    if day and day > today:
        yield _notice(released, "releaseDate", "release-ahead", found=day.isoformat(), today=today.isoformat())
    elif day and day < today - OLDEST and not (status and status.text == "obsolete"):
        yield _notice(released, "releaseDate", "release-old", found=day.isoformat(), days=str(OLDEST.days))


def _ended(values: tuple[Value, ...], type_: Value | None, today: date) -> Iterator[Item]:
    for value in values if type_ is None or type_.text == "contract" else ():
        day = _day(value) if _END.fullmatch(value.key) else None
        if day and day < today:
            yield _notice(value, value.key, "contract-ended", found=day.isoformat(), today=today.isoformat())


def _day(value: Value | None) -> date | None:
    try:
        return date.fromisoformat(value.text) if value and _DAY.fullmatch(value.text) else None
    except ValueError:
        return None


def _licence(licence: Value | None, around: Around | None) -> Iterator[Item]:
    if licence is None or spdx.wrong(licence.text) is not None:
        return
    if around and around.agrees and not around.agrees(licence.text):
        yield _notice(licence, "legal.license", "licence-differs", found=licence.text[:200], licence=around.licence)
    known = spdx.listed(licence.text)
    if known != licence.text:
        same = known.casefold() == licence.text.casefold()  # else it would say something else of later versions
        fix = f"license: {known}" if same and len(known) <= 200 else None
        yield _notice(licence, "legal.license", "licence-unlisted", fix=fix, found=licence.text[:200])
    closed = spdx.not_approved(licence.text)
    if closed:
        yield _notice(licence, "legal.license", "licence-not-open", found=closed)


def _url(url: Value | None, around: Around | None) -> Iterator[Item]:
    if url and around and around.is_here and not around.is_here(url.text):
        yield _notice(url, "url", "url-elsewhere", found=url.text[:200], addresses=around.addresses)
