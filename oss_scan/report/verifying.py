"""Whether a report still says what the store holds: every figure counted again, every document made again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from oss_scan.errors import OssScanError
from oss_scan.figures import measured
from oss_scan.report.comparing import Difference, causes, compare, unmade
from oss_scan.report.differing import HeldRow, Recounted, differences
from oss_scan.report.manifest import NAME
from oss_scan.report.reading import read, read_manifest
from oss_scan.report.recounting import Recount
from oss_scan.results import Scan
from oss_scan.store import Store
from oss_scan.store.mishaps import told
from oss_scan.store.schema import finding, member, place, question, repository, scan, state, subject
from oss_scan.texts import Text

_NO_SCAN = Text("de scan {scan} staat niet in de opslag", "the scan {scan} is not in the store")
_GONE = Text("dit document ontbreekt", "this document is missing")
_CHECKSUM = Text("het controlegetal klopt niet met manifest.json", "the checksum does not agree with manifest.json")


@dataclass(frozen=True, slots=True)
class Verified:
    """What differs, what could not be compared and why, and the documents that were looked at."""

    differences: tuple[Difference, ...]
    notices: tuple[Difference, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remade:
    """What this program makes now by a manifest: the documents by name; `changed` names the rule sets that are no
    longer those of the scan."""

    documents: Mapping[str, bytes]
    changed: tuple[str, ...]


#: Makes a report again as its manifest says, of the scan. Raises OssScanError.
Remake = Callable[[Scan, dict[str, Any]], Remade]


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
        found += differences(claims, named, counted, held, work, shown)
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


def _recounted(recount: Recount, definitions: Iterable[dict[str, Any]]) -> Recounted:
    found = {}
    # Commitments last: they are measured by the others
    for definition in sorted(definitions, key=lambda one: str(one["by"]) == "commitments"):
        members = recount.population(definition)
        numbers = recount.numbers(definition, members)
        if members is not None:
            recount.whole[str(definition["id"])] = (numbers["government", ""], str(definition["better"]))
        found[str(definition["id"])] = (members, numbers, definition)
    return found


def _held(connection: Connection, number: int) -> Iterator[HeldRow]:
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
