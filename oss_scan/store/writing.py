"""Putting one repository of a scan into the tables: what is there already is only pointed at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select, update

from oss_scan.engine import Finding
from oss_scan.facts import REVISION
from oss_scan.results import Judged
from oss_scan.store import numbered, verdicts
from oss_scan.store.codec import digest, facts_digest, pack, to_plain
from oss_scan.store.schema import (
    alias,
    facts,
    finding,
    finding_set,
    member,
    place,
    question,
    repository,
    state,
    subject,
)

#: Numbers of questions, by (rule, level, asks).
Questions = dict[tuple[str, str, str], int]
#: Columns of `state` that those of older stores do not have.
_LATER = ("recognised", "verdict_set")


@dataclass(frozen=True, slots=True)
class Entry:
    """One repository to keep, with the digest of its facts where it is known."""

    judged: Judged
    facts: str | None = None


def add(connection: Connection, scan: int, day: date, entries: Sequence[Entry], questions: Questions) -> None:
    """Keep repositories of a scan that began on `day`, those that it has not got yet; `questions` remembers what is
    there."""
    known = numbered.each(connection, repository, "key", {one.judged.key: {} for one in entries})
    here = (subject.c.scan == scan) & subject.c.repository.in_(known.values())
    there = set(connection.execute(select(subject.c.repository).where(here)).scalars())
    new = [one for one in entries if known[one.judged.key] not in there]
    if not new:
        return
    addresses = {known[one.judged.key]: {one.judged.repository, *one.judged.aliases} for one in new}
    _seen(connection, addresses, day)
    states = _states(connection, new, questions)
    rows = [
        {"scan": scan, "repository": known[one.judged.key], "state": number}
        for one, number in zip(new, states, strict=True)
    ]
    connection.execute(insert(subject), rows)


def _states(connection: Connection, entries: Sequence[Entry], questions: Questions) -> list[int]:
    facts_numbers = _facts(connection, entries)
    of_sets = sets(connection, [one.judged.findings for one in entries], questions)
    of_verdicts = verdicts.keep(connection, [one.judged.standards for one in entries])
    rows: list[dict[str, Any]] = [
        {
            "target": one.judged.repository,
            "aliases": list(one.judged.aliases),
            "organisation": one.judged.organisation,
            "status": one.judged.status,
            "reason": to_plain(one.judged.reason) if one.judged.reason else None,
            "commit": one.judged.commit,
            "committed": _in_utc(one.judged.committed),
            "branch": one.judged.branch,
            "facts": of_facts,
            "finding_set": of_set,
            "notices": [to_plain(notice) for notice in one.judged.notices],
            "recognised": to_plain(one.judged.recognised) if one.judged.recognised else None,
            "verdict_set": of_verdict,
        }
        for one, of_facts, of_set, of_verdict in zip(entries, facts_numbers, of_sets, of_verdicts, strict=True)
    ]
    digests = [digest_of_state(row) for row in rows]
    found = numbered.each(connection, state, "digest", dict(zip(digests, rows, strict=True)))
    return [found[one] for one in digests]


def digest_of_state(row: Mapping[str, Any]) -> bytes:
    """What the state of a repository is known by; a column that came later counts only where it is filled."""
    return digest({name: value for name, value in row.items() if name not in _LATER or value})


def _in_utc(moment: datetime | None) -> datetime | None:
    """The same instant as it will be read back, so that the digest can be made again; the table refuses a bare one."""
    return moment.astimezone(UTC) if moment and moment.tzinfo else moment


def _seen(connection: Connection, addresses: Mapping[int, Iterable[str]], day: date) -> None:
    """Since when and until when repositories had their addresses, whatever the order in which scans are added."""
    held = connection.execute(select(alias).where(alias.c.repository.in_(addresses)))
    known = {(row.repository, row.address): row for row in held}
    new = []
    for number, address in ((number, address) for number, each in addresses.items() for address in sorted(each)):
        row = known.get((number, address))
        if row is None:
            new.append({"repository": number, "address": address, "first_seen": day, "last_seen": day})
        elif not row.first_seen <= day <= row.last_seen:
            here = (alias.c.repository == number) & (alias.c.address == address)
            seen = {"first_seen": min(row.first_seen, day), "last_seen": max(row.last_seen, day)}
            connection.execute(update(alias).where(here).values(**seen))
    if new:
        connection.execute(insert(alias), new)


def _facts(connection: Connection, entries: Sequence[Entry]) -> list[int | None]:
    digests = [one.facts or (facts_digest(one.judged.facts) if one.judged.facts else None) for one in entries]
    wanted = {known_by: one.judged.facts for known_by, one in zip(digests, entries, strict=True) if known_by}
    numbers = numbered.there(connection, facts, "digest", wanted)
    for known_by, value in wanted.items():
        if known_by not in numbers and value:
            new = {"digest": known_by, "revision": REVISION, "body": pack(value)}
            numbers[known_by] = connection.execute(insert(facts).returning(facts.c.number), new).scalar_one()
    return [numbers[known_by] if known_by else None for known_by in digests]


def sets(connection: Connection, each: Sequence[Sequence[Finding]], questions: Questions) -> list[int | None]:
    """The number of each set of findings; None for an empty one."""
    listed = [[digest(one) for one in findings] for findings in each]
    names = [sha256(b"".join(digests)).digest()[:16] if digests else None for digests in listed]
    numbers = numbered.there(connection, finding_set, "digest", {name for name in names if name})
    for name, digests, findings in zip(names, listed, each, strict=True):
        if name and name not in numbers:
            found = _findings(connection, dict(zip(digests, findings, strict=True)), questions)
            made = insert(finding_set).returning(finding_set.c.number)
            numbers[name] = connection.execute(made, {"digest": name}).scalar_one()
            rows = [
                {"finding_set": numbers[name], "ordinal": at, "finding": found[one]} for at, one in enumerate(digests)
            ]
            connection.execute(insert(member), rows)
    return [numbers[name] if name else None for name in names]


def _findings(connection: Connection, wanted: Mapping[bytes, Finding], questions: Questions) -> dict[bytes, int]:
    numbers = numbered.there(connection, finding, "digest", wanted)
    new = {known_by: one for known_by, one in wanted.items() if known_by not in numbers}
    if not new:
        return numbers
    rows = [_row(connection, known_by, one, questions) for known_by, one in new.items()]
    made = connection.execute(insert(finding).returning(finding.c.digest, finding.c.number), rows)
    numbers |= {row.digest: row.number for row in made}
    places = [
        {
            "finding": numbers[known_by],
            "ordinal": at,
            "path": spot.path,
            "line": spot.line,
            "column": spot.column,
            "blob": spot.blob,
        }
        for known_by, one in new.items()
        for at, spot in enumerate(one.places)
    ]
    if places:
        connection.execute(insert(place), places)
    return numbers


def _row(connection: Connection, known_by: bytes, one: Finding, questions: Questions) -> dict[str, Any]:
    asked = (one.rule, str(one.level), one.asks)
    if asked not in questions:
        questions[asked] = numbered.one(connection, question, dict(zip(("rule", "level", "asks"), asked, strict=True)))
    return {
        "digest": known_by,
        "question": questions[asked],
        "outcome": str(one.outcome),
        "fingerprint": one.fingerprint,
        "because": to_plain(one.because) if one.because else None,
        "filled": dict(one.values),
        "explained": to_plain(one.explained) if one.explained else None,
        "correction": to_plain(one.correction) if one.correction else None,
    }
