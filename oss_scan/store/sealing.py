"""The seal of a complete scan: the digest of what it says of which repositories, so that a change shows."""

from sqlalchemy import Connection, insert, select

from oss_scan.store.beside import seals
from oss_scan.store.codec import digest
from oss_scan.store.schema import repository, scan, scan_ruleset, sealed, state, subject


def seal(connection: Connection, number: int) -> None:
    """Seal a scan that has just been completed."""
    connection.execute(insert(sealed), {"scan": number, "digest": seal_of(connection, number)})


def seal_of(connection: Connection, number: int) -> bytes:
    """What the seal of a scan would be now."""
    run = connection.execute(select(scan).where(scan.c.number == number)).one()
    asked = select(scan_ruleset.c.name, scan_ruleset.c.version, scan_ruleset.c.digest)
    rulesets = connection.execute(asked.where(scan_ruleset.c.scan == number).order_by(scan_ruleset.c.ordinal))
    states = select(repository.c.key, state.c.digest).select_from(subject.join(repository).join(state))
    held = sorted((row.key, row.digest.hex()) for row in connection.execute(states.where(subject.c.scan == number)))
    times = [str(run.started), str(run.finished), str(run.reference_date)]
    said = [run.id, *times, run.tool_version, run.analysers or {}, [list(row) for row in rulesets], held]
    more = list(seals(connection, number))
    return digest([*said, more] if more else said)  # older scans have nothing more
