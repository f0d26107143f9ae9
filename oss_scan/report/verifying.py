"""Whether a report still says what the store holds: every figure counted again, every document made again."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from oss_scan.errors import OssScanError
from oss_scan.figures import measured
from oss_scan.inert import csv_cell, html_text, json_text
from oss_scan.report import counting
from oss_scan.report.claimed import Claimed
from oss_scan.report.comparing import Difference, causes, compare, unmade
from oss_scan.report.content.material import Material
from oss_scan.report.manifest import NAME
from oss_scan.report.reading import read, read_manifest
from oss_scan.report.recounting import Counted, Numbers, Recount, part_of
from oss_scan.report.standing import Scope
from oss_scan.results import Scan
from oss_scan.store import Store
from oss_scan.store.mishaps import told
from oss_scan.store.schema import finding, member, place, question, repository, scan, state, subject
from oss_scan.texts import Text

_NUMBER = Text(
    "{figure}: {what} is {said}, maar de opslag geeft {counted}",
    "{figure}: {what} is {said}, but the store gives {counted}",
)
_NO_FIGURE = Text("het cijfer {figure} ontbreekt", "the figure {figure} is missing")
_OTHER_FIGURE = Text("het cijfer {figure} bestaat niet", "there is no figure {figure}")
_NO_SCAN = Text("de scan {scan} staat niet in de opslag", "the scan {scan} is not in the store")
_OTHER_SCAN = Text("dit document gaat over een andere scan ({scan})", "this document is about another scan ({scan})")
_PART = Text(
    "{figure}: {key} staat bij {said}, maar hoort bij {counted}",
    "{figure}: {key} is under {said}, but belongs under {counted}",
)
_ABSENT = Text("niet in de opslag: {what}", "not in the store: {what}")
_LACKING = Text("wel in de opslag, niet hier: {what}", "in the store, but not here: {what}")
_GONE = Text("dit document ontbreekt", "this document is missing")
_CHECKSUM = Text("het controlegetal klopt niet met manifest.json", "the checksum does not agree with manifest.json")
#: How each kind of document writes a name, so that its reader does not act on it.
_INERT: Mapping[str, Callable[[str], str]] = {"csv": csv_cell, "json": json_text}
_WORK = frozenset({"clears", "repositories", "explained"})
#: What is read from a cell and only follows from others.
_NOT_COUNTED = ("points",)


@dataclass(frozen=True, slots=True)
class Verified:
    """What differs, what could not be compared and why, and the documents that were looked at."""

    differences: tuple[Difference, ...]
    notices: tuple[Difference, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remade:
    """What this program makes now by a manifest: the material, and the documents by name; `changed` names the rule sets
    that are no longer those of the scan."""

    material: Material
    documents: Mapping[str, bytes]
    changed: tuple[str, ...]


#: Makes a report again as its manifest says, of the scan. Raises OssScanError.
Remake = Callable[[Scan, dict[str, Any]], Remade]
#: A place of a finding as the store holds it, by `claimed.COLUMNS`; less where there is none.
_Row = tuple[str | None, ...]


def verify(folder: Path, store: Store, remake: Remake) -> Verified:
    """Hold a report against the store: its figures counted another way, and its documents made again.

    Raises OssScanError where there is no report.
    """
    manifest = read_manifest(folder)
    named = str(manifest["scan"]["id"])
    with told(store.name), store.reading() as connection:
        row = connection.execute(select(scan.c.number, scan.c.reference_date).where(scan.c.id == named)).first()
    if row is None:
        return Verified((Difference(NAME, _NO_SCAN, {"scan": named}),), (), (NAME,))
    kept = store.scan(named)
    documents = list(read(folder, manifest["documents"]))
    found = [Difference(name, _GONE, {}) for name in manifest["documents"].keys() - {name for name, _, _ in documents}]
    try:
        remade: Remade | None = remake(kept, manifest)
        reason: tuple[str, str] | None = None
    except OssScanError as error:
        remade, reason = None, (error.nl, error.en)
    with told(store.name), store.reading() as connection:
        recount = Recount(
            connection, row.number, row.reference_date, manifest["made"]["audience"], manifest["platforms"]
        )
        counted = _recounted(recount, manifest["definitions"])
        held = tuple(_held(connection, row.number))
        # Of the store, so that places are looked at too where the documents cannot be made again
        seen = measured(kept, audience=manifest["made"]["audience"])
        shown = {one.key for one in seen.scan.repositories} - seen.hidden
        work = recount.work(shown)
        claims = [one for _, _, one in documents if one is not None]
        found += _differences(claims, named, counted, held, work, shown)
    notices: list[Difference] = []
    for name, content in (*((name, content) for name, content, _ in documents), (NAME, (folder / NAME).read_bytes())):
        wrong, maybe = None, None
        if remade is None:
            assert reason is not None
            maybe = unmade(name, *reason)
        else:
            why = tuple(causes(kept, remade.changed))
            wrong, maybe = compare(name, content, remade.documents.get(name, b""), why)
        if (wrong or maybe) and name != NAME and not _checks(content, manifest["documents"][name]):
            found.append(Difference(name, _CHECKSUM, {}))
        found += [wrong] if wrong else []
        notices += [maybe] if maybe else []
    return Verified(tuple(found), tuple(notices), (NAME, *(name for name, _, _ in documents)))


def _checks(content: bytes, checksum: str) -> bool:
    return f"sha256:{sha256(content).hexdigest()}" == checksum


_Recounted = Mapping[str, tuple[list[Counted] | None, Mapping[Scope, Numbers], dict[str, Any]]]


def _recounted(recount: Recount, definitions: Iterable[dict[str, Any]]) -> _Recounted:
    found = {}
    # Commitments last: they are measured by the others
    for definition in sorted(definitions, key=lambda one: str(one["by"]) == "commitments"):
        members = recount.population(definition)
        numbers = recount.numbers(definition, members)
        if members is not None:
            recount.whole[str(definition["id"])] = (numbers["government", ""], str(definition["better"]))
        found[str(definition["id"])] = (members, numbers, definition)
    return found


def _differences(
    claims: Sequence[Claimed],
    named: str,
    counted: _Recounted,
    held: tuple[_Row, ...],
    work: Mapping[tuple[str | None, str], Mapping[str, int]],
    shown: Collection[str],
) -> Iterator[Difference]:
    for one in claims:
        if one.scan not in ("", named):
            yield Difference(one.name, _OTHER_SCAN, {"scan": one.scan})
            continue
        yield from _figures(one, counted)
        if one.members is not None:
            yield from _members(one.name, one.members, counted)
        if one.rows is not None:
            inert = csv_cell if one.name == "findings.csv" else json_text
            rows = [tuple(cell and inert(cell) for cell in row) for row in held if row[0] in shown]
            yield from _rows(one.name, one.rows, rows)
        if one.work is not None:
            yield from _work(one, work)


def _figures(claimed: Claimed, counted: _Recounted) -> Iterator[Difference]:
    inert = _INERT.get(claimed.name.rpartition(".")[2], html_text)
    held = {
        (name, kind, inert(scope)): numbers
        for name, (_, every, _) in counted.items()
        for (kind, scope), numbers in every.items()
    }
    for (name, kind, scope), said in claimed.figures.items():
        title = name if kind == "government" else f"{name} ({kind} {scope})"
        if name not in counted:
            yield Difference(claimed.name, _OTHER_FIGURE, {"figure": title})
            continue
        numbers = held.get((name, kind, scope))
        yield from _numbers(claimed.name, title, said, _expected(numbers, said))
    if claimed.whole:
        for name, kind, scope in held.keys() - claimed.figures.keys():
            title = name if kind == "government" else f"{name} ({kind} {scope})"
            yield Difference(claimed.name, _NO_FIGURE, {"figure": title})


def _expected(numbers: Numbers | None, said: Mapping[str, str | None]) -> dict[str, str | None]:
    """What should stand for each number that is said. What is withheld is not compared: that it has to be follows from
    the document as it is made again."""
    found: dict[str, str | None] = {}
    for what, written in said.items():
        if what in _NOT_COUNTED or written == "x":
            found[what] = written
        elif numbers is None:
            found[what] = "."
        elif what == "percentage":
            tenths = counting.tenths(numbers["numerator"], numbers["denominator"])
            found[what] = None if tenths is None else f"{tenths // 10}.{tenths % 10}"
        else:
            found[what] = str(numbers.get(what, 0))
        if written == "." and numbers is not None and numbers["denominator"] == numbers["unknown"] > 0:
            found[what] = "."  # of nobody could anything be established
    return found


def _numbers(
    name: str, what: str, said: Mapping[str, str | None], expected: Mapping[str, str | None]
) -> Iterator[Difference]:
    for part in sorted(expected):
        if said.get(part) != expected[part]:
            values = {"figure": what, "what": part, "said": said.get(part) or "-", "counted": expected[part] or "-"}
            yield Difference(name, _NUMBER, values)


def _work(claimed: Claimed, counted: Mapping[tuple[str | None, str], Mapping[str, int]]) -> Iterator[Difference]:
    lacking = {(_visible(organisation), rule): numbers for (organisation, rule), numbers in counted.items()}
    for organisation, rule, said in claimed.work or ():
        numbers = lacking.pop((_visible(organisation), rule), None)
        what = f"{organisation or '-'}: {rule}"
        if numbers is None:
            yield Difference(claimed.name, _ABSENT, {"what": what})
        else:
            expected: dict[str, str | None] = {part: str(numbers[part]) for part in _WORK}
            yield from _numbers(claimed.name, what, said, expected)
    for organisation, rule in lacking:
        yield Difference(claimed.name, _LACKING, {"what": f"{organisation or '-'}: {rule}"})


def _visible(name: str | None) -> str | None:
    """An organisation's name as every document can write it."""
    return None if name is None else html_text(json_text(name))


def _members(name: str, claimed: Mapping[str, Mapping[str, str]], counted: _Recounted) -> Iterator[Difference]:
    """Those that are named stand under the part that they belong under; who may not be named is only counted."""
    for figure, said in claimed.items():
        members, _, definition = counted.get(figure, (None, {}, {}))
        if definition.get("over") not in ("repositories", "apis", "systems", "closed-systems"):
            continue
        counts = frozenset(definition["counts"])
        parts = {json_text(one.placed.key): part_of(one.placed.state, counts) for one in members or ()}
        for key, part in said.items():
            if parts.get(key) != part:
                values = {"figure": figure, "key": key, "said": part, "counted": parts.get(key, "-")}
                yield Difference(name, _PART, values)


def _rows(name: str, claimed: Iterable[_Row], held: Iterable[_Row]) -> Iterator[Difference]:
    said, kept = Counter(claimed), Counter(held)
    for text, rows in ((_ABSENT, said - kept), (_LACKING, kept - said)):
        for row in sorted(rows, key=repr):
            yield Difference(name, text, {"what": " ".join(cell for cell in row if cell)})


def _held(connection: Connection, number: int) -> Iterator[_Row]:
    columns = select(
        repository.c.key,
        state.c.commit,
        question.c.rule,
        func.coalesce(finding.c.outcome, "unknown"),
        finding.c.fingerprint,
        place.c.path,
        place.c.line,
    )
    source = (
        subject.join(repository)
        .join(state)
        .outerjoin(member, member.c.finding_set == state.c.finding_set)
        .outerjoin(finding, finding.c.number == member.c.finding)
        .outerjoin(question)
        .outerjoin(place, place.c.finding == finding.c.number)
    )
    for row in connection.execute(columns.select_from(source).where(subject.c.scan == number)):
        yield tuple(None if cell is None else str(cell) for cell in row)
