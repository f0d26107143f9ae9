"""Questions about publiccode.yml."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from oss_scan.addresses import canonical, without_port
from oss_scan.checks import Answer, NoParams, Place, check, failed, not_applicable, passed, unknown
from oss_scan.checks.documents import unread
from oss_scan.facts import Facts, NotLooked
from oss_scan.facts.publiccode import COMPONENT, ITEMS, NAMES, PubliccodeFile
from oss_scan.publiccode import Item, Value
from oss_scan.publiccode.advice import OIN, TOOI
from oss_scan.tree import LIMIT

_LISTED = 5  # keys that a message names
_LONGEST = 200  # characters of a value or tag that are looked at
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_END = re.compile(r"maintenance\.contractors\[[0-9]+\]\.until")
#: A released version, as a tag or as softwareVersion; not a release candidate, nor one component of several.
_VERSION = re.compile(r"(?:release|version|versie)?[/_ -]?v?\.?(\d{1,9}(?:\.\d{1,9}){1,5})", re.IGNORECASE)
_YEAR = 1900  # from here on a version's first number is a year


@check("publiccode.present", NoParams)
def present(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether there is a publiccode.yml or publiccode.yaml in the root."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    files = facts.tree.value.publiccode
    return passed(*(_file(file) for file in files)) if files else failed()


@check("publiccode.file-name", NoParams, values=("path",))
def file_name(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether it has the one name that catalogues look for."""
    return _ask(facts, lambda file: passed(_file(file)) if file.path == NAMES[0] else _misnamed(file), unread_too=True)


@check("publiccode.valid", NoParams, values=("path", "number", "keys"))
def valid(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether it has no errors by the standard; warnings pass."""

    def ask(file: PubliccodeFile) -> Answer:
        errors = [item for item in file.items if item.type == "error"]
        if not errors:
            return passed(_file(file))
        keys = list(dict.fromkeys(_key(item) for item in errors))
        number = f"{len(errors)}{'+' if len(errors) == ITEMS < file.total else ''}"
        listed = ", ".join(keys[:_LISTED]) + (", …" if len(keys) > _LISTED else "")
        places = (Place(file.path, item.line, item.column, file.blob) for item in errors)
        return failed(*places, path=file.path, number=number, keys=listed)

    return _ask(facts, ask)


@check("publiccode.components", NoParams, values=("number", "keys"))
def components(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether each publiccode.yml in a folder below the root has no errors; `keys` names each file with its first."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    files = facts.tree.value.components
    if not files:
        return not_applicable("publiccode-no-components")
    wrong = [(file, [item for item in file.items if item.type == "error"]) for file in files]
    wrong = [(file, errors) for file, errors in wrong if errors]
    if wrong:
        listed = [f"{file.path} ({_key(errors[0])})" for file, errors in wrong]
        said = "; ".join(listed[:_LISTED]) + ("; …" if len(listed) > _LISTED else "")
        places = (Place(file.path, item.line, item.column, file.blob) for file, errors in wrong for item in errors)
        return failed(*places, number=str(len(wrong)), keys=said)
    for file in files:
        if file.unread:
            return unread(file.unread, COMPONENT, _file(file))
    return passed(*(_file(file) for file in files))


@dataclass(frozen=True, slots=True)
class Current:
    """How many days ago the last release may be."""

    days: int


@check("publiccode.current", Current, revision=2, values=("path", "stale", "days"))
def current(facts: Facts, params: Current, reference_date: date) -> Answer:
    """Whether no release date is too old, no contract has ended, and no tag is newer than the version.

    Where none of these can be compared it does not apply. `stale` names each key with its value, and a version with
    the newest tag. The software may say that it is obsolete.
    """

    def ask(file: PubliccodeFile) -> Answer:
        if not _has_keys(file):
            return _no_keys(file)
        status = file.value("developmentStatus")
        if status and status.text.strip() == "obsolete":
            return not_applicable("publiccode-obsolete", _at(file, status))
        tags = () if isinstance(facts.history, NotLooked) else facts.history.value.tags
        oldest = reference_date - timedelta(days=params.days)
        judged = [*_dates(file, oldest, reference_date), *_versions(file, tags)]
        found = [(value, said) for value, said in judged if said]
        if found:
            stale = "; ".join(said for _, said in found)
            places = (_at(file, value) for value, _ in found)
            return failed(*places, path=file.path, stale=stale, days=str(params.days))
        return passed(_file(file)) if judged else _nothing_compared(facts, file)

    return _ask(facts, ask)


@check("publiccode.url", NoParams, revision=3, values=("path", "found", "expected"))
def url(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether its `url` is an address of this repository."""

    def ask(file: PubliccodeFile) -> Answer:
        if not _has_keys(file):
            return _no_keys(file)
        given = () if isinstance(facts.hosting, NotLooked) else facts.hosting.value.addresses
        addresses = [known for address in given if (known := canonical(address))]
        if not addresses:
            return unknown("address-unknown")
        stated = file.value("url")
        if stated is None:
            return failed(_file(file), path=file.path, found="-", expected=addresses[0])
        found = canonical(stated.text)
        here = [address.casefold() for address in addresses]
        if found and found.casefold() in here:
            return passed(_at(file, stated))
        if found and without_port(found.casefold()) in map(without_port, here):
            return unknown("address-port", _at(file, stated), found=found, expected=addresses[0])
        shown = found or stated.text[:_LONGEST] or "-"
        return failed(_at(file, stated), path=file.path, found=shown, expected=addresses[0])

    return _ask(facts, ask)


@check("publiccode.organisation", NoParams, revision=2, values=("path", "found"))
def organisation(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether `organisation.uri` is a TOOI URI or an OIN as a URN."""

    def ask(file: PubliccodeFile) -> Answer:
        if not _has_keys(file):
            return _no_keys(file)
        stated = file.value("organisation.uri")
        if stated is None:
            return failed(_file(file), path=file.path, found="-")
        text = stated.text.strip()
        if TOOI.fullmatch(text) or OIN.fullmatch(text):
            return passed(_at(file, stated))
        return failed(_at(file, stated), path=file.path, found=text[:_LONGEST] or "-")

    return _ask(facts, ask)


@dataclass(frozen=True, slots=True)
class Described:
    """The language that a description is wanted in (the first part of a BCP 47 tag)."""

    language: str


@check("publiccode.described", Described, revision=2, values=("path", "found"))
def described(facts: Facts, params: Described, _: date) -> Answer:
    """Whether it has a description in a language; `found` names the languages that it has."""

    def ask(file: PubliccodeFile) -> Answer:
        if not _has_keys(file):
            return _no_keys(file)
        tags = {value.key.removeprefix("description."): value for value in file.values if _is_language(value)}
        for tag, value in tags.items():
            if re.split("[-_]", tag)[0].lower() == params.language:
                return passed(_at(file, value))
        places = [_at(file, value) for value in tags.values()] or [_file(file)]
        return failed(*places, path=file.path, found=", ".join(tags) or "-")

    return _ask(facts, ask)


def _ask(facts: Facts, ask: Callable[[PubliccodeFile], Answer], *, unread_too: bool = False) -> Answer:
    """The answer on the file that catalogues would take; that there is one is another rule's question."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    for file in facts.tree.value.publiccode:
        if file.unread and not unread_too:
            return unread(file.unread, LIMIT, _file(file))
        return ask(file)
    return not_applicable("publiccode-absent")


def _misnamed(file: PubliccodeFile) -> Answer:
    return failed(_file(file), path=file.path)


def _key(item: Item) -> str:
    """The key that an error is at, with the file that is absent, since validating the file alone does not show it."""
    return f"{item.key} ({item.values['found']})" if item.code == "file-absent" else item.key or item.code


def _has_keys(file: PubliccodeFile) -> bool:
    """Whether it could be read as YAML with keys; where not, nothing is known of its values."""
    return not any(item.key == "" and item.type == "error" for item in file.items)


def _no_keys(file: PubliccodeFile) -> Answer:
    return unknown("publiccode-not-yaml", _file(file), path=file.path)


def _file(file: PubliccodeFile) -> Place:
    return Place(file.path, blob=file.blob)


def _at(file: PubliccodeFile, value: Value) -> Place:
    return Place(file.path, value.line, value.column, file.blob)


def _is_language(value: Value) -> bool:
    return value.key.startswith("description.") and value.key.count(".") == 1


def _nothing_compared(facts: Facts, file: PubliccodeFile) -> Answer:
    version = file.value("softwareVersion")
    if version and version_numbers(version.text):
        if isinstance(facts.history, NotLooked):
            return unknown(facts.history.reason, _at(file, version))
        if facts.history.value.shallow:
            return unknown("shallow", _at(file, version))
    return not_applicable("publiccode-nothing-to-compare", _file(file), path=file.path)


def _dates(file: PubliccodeFile, oldest: date, today: date) -> Iterator[tuple[Value, str | None]]:
    """Each date, and what to say of it where it is too long ago."""
    type_ = file.value("maintenance.type")
    contract = type_ is None or type_.text.strip() == "contract"
    for value in file.values:
        is_end = contract and _END.fullmatch(value.key)
        day = _day(value.text) if is_end or value.key == "releaseDate" else None
        if day:
            yield value, f"{value.key} {day.isoformat()}" if day < (today if is_end else oldest) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _versions(file: PubliccodeFile, tags: Iterable[str]) -> Iterator[tuple[Value, str | None]]:
    """softwareVersion where tags name versions, and what to say where one is newer in as many numbers as it gives."""
    value = file.value("softwareVersion")
    stated = version_numbers(value.text) if value else None
    if value is None or stated is None:
        return
    named = [(numbers, tag) for tag in tags if (numbers := version_numbers(tag))]
    # a year (2026.1) and a number (1.4) are two ways of counting, of which neither is newer
    alike = [one for one in named if (one[0][0] >= _YEAR) == (stated[0] >= _YEAR)]
    newest = max(alike, default=None)
    if newest:
        old = newest[0][: len(stated)] > stated
        yield value, f"{value.key} {value.text.strip()[:_LONGEST]} < {newest[1]}" if old else None


def version_numbers(text: str) -> tuple[int, ...] | None:
    """The numbers of a released version, as a tag or as softwareVersion; None for any other text."""
    match = _VERSION.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return tuple(int(part) for part in match[1].split(".")) if match else None
