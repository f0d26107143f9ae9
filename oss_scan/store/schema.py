"""The tables of the store. Numbers join them; what is known by its content has a digest.

The state of a repository, its set of findings and each finding in it are kept once: a later scan that finds the same
costs one small row of `subject`.
No name or e-mail address of a commit's author has a column.
"""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from oss_scan.store.columns import TABLES, Hex, Json, Moment, Written
from oss_scan.store.schema_standards import verdict, verdict_member, verdict_set
from oss_scan.store.schema_work import claim, running, seen

# fmt: off
__all__ = [
    "TABLES", "VERSION", "alias", "claim", "facts", "finding", "finding_set", "inventory", "member", "meta", "place",
    "question", "repository", "running", "same", "scan", "scan_ruleset", "scan_source", "scan_system", "sealed",
    "seen", "skipped", "state", "subject", "system", "tombstone", "verdict", "verdict_member", "verdict_set",
]
# fmt: on

#: Raised by one with every change of the tables; a store of a newer version is refused.
VERSION = 4

meta = Table("meta", TABLES, Column("schema_version", Integer, primary_key=True))

#: A whole inventory as compressed canonical JSON (`codec.pack`), once for all scans that were made with it.
inventory = Table(
    "inventory",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
)

scan = Table(
    "scan",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("id", Written, nullable=False, unique=True),
    Column("started", Moment, nullable=False),
    Column("finished", Moment),  # NULL while it runs, and after it was broken off
    Column("reference_date", Date, nullable=False),
    Column("tool_version", Written, nullable=False),
    Column("analysers", Json),
    Column("basis", Text, nullable=False, server_default="measured"),  # or reconstructed, from history
    Column("series", Written),
    Column("shard", Written),  # i/n, where it judged only a part of the repositories; i may be several
    Column("whole", Text),  # of a shard: the digest of what was asked of all of them together
    Column("inventory", ForeignKey("inventory.number")),
)

scan_ruleset = Table(
    "scan_ruleset",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Written, nullable=False),
    Column("version", Written, nullable=False),
    Column("digest", Written, nullable=False),
)

repository = Table(
    "repository",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("key", Written, nullable=False, unique=True),
)

alias = Table(
    "alias",
    TABLES,
    Column("repository", ForeignKey("repository.number"), primary_key=True),
    Column("address", Written, primary_key=True),
    Column("first_seen", Date, nullable=False),
    Column("last_seen", Date, nullable=False),
    sqlite_with_rowid=False,
)

facts = Table(
    "facts",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", Hex, nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

question = Table(
    "question",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("rule", Written, nullable=False, index=True),
    Column("level", Text, nullable=False),
    Column("asks", Hex, nullable=False),
)

finding = Table(
    "finding",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("question", ForeignKey("question.number"), nullable=False),
    Column("outcome", Text, nullable=False),
    Column("fingerprint", Hex, nullable=False),
    Column("because", Json),
    Column("filled", Json),  # what fills the placeholders of its sentence
    Column("explained", Json),
    Column("correction", Json),
)

place = Table(
    "place",
    TABLES,
    Column("finding", ForeignKey("finding.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("path", Written, nullable=False),
    Column("line", Integer),
    Column("column", Integer),
    Column("blob", Hex),
    sqlite_with_rowid=False,
)

finding_set = Table(
    "finding_set",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
)

member = Table(
    "member",
    TABLES,
    Column("finding_set", ForeignKey("finding_set.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("finding", ForeignKey("finding.number"), nullable=False),
    sqlite_with_rowid=False,
)

state = Table(
    "state",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("target", Written, nullable=False),
    Column("aliases", Json),
    Column("organisation", Written),
    Column("status", Text, nullable=False),
    Column("reason", Json),
    Column("commit", Hex),
    Column("committed", Moment),
    Column("branch", Written),
    Column("facts", ForeignKey("facts.number")),
    Column("finding_set", ForeignKey("finding_set.number")),
    Column("notices", Json),
    Column("verdict_set", ForeignKey("verdict_set.number")),
    Column("recognised", Json),  # what kind of repository it is (`results.Recognised`)
)

subject = Table(
    "subject",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("repository", ForeignKey("repository.number"), primary_key=True),
    Column("state", ForeignKey("state.number"), nullable=False),
    sqlite_with_rowid=False,
)

#: Another repository of the scan at which the same software stands: what is known only once all were looked at.
same = Table(
    "same",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("repository", ForeignKey("repository.number"), primary_key=True),
    Column("kind", Text, primary_key=True),  # copy, fork
    Column("other", ForeignKey("repository.number"), nullable=False),
    sqlite_with_rowid=False,
)

#: A system as it was judged; its findings are kept as those of repositories are.
system = Table(
    "system",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("key", Written, nullable=False),
    Column("name", Written),
    Column("organisation", Written),
    Column("openness", Text, nullable=False),
    Column("ground", Text),
    Column("review_by", Date),
    Column("repositories", Json),
    Column("finding_set", ForeignKey("finding_set.number")),
)

scan_system = Table(
    "scan_system",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("system", ForeignKey("system.number"), nullable=False),
    sqlite_with_rowid=False,
)

#: What each source of the inventory gave.
scan_source = Table(
    "scan_source",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("organisation", Written, nullable=False),
    Column("address", Written, nullable=False),
    Column("repositories", Integer, nullable=False),
    Column("reason", Json),  # why there is nothing, or may be more
    sqlite_with_rowid=False,
)

#: A repository that was found and not judged, since the inventory leaves it out.
skipped = Table(
    "skipped",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("repository", Written, primary_key=True),
    Column("organisation", Written),
    Column("reason", Written, nullable=False),  # the inventory's own
    Column("because", Json),  # or that it was not there yet
    sqlite_with_rowid=False,
)

#: What is left of a scan that was pruned.
tombstone = Table(
    "tombstone",
    TABLES,
    Column("scan", Written, primary_key=True),  # the id that it had
    Column("started", Moment, nullable=False),
    Column("finished", Moment),
    Column("reference_date", Date, nullable=False),
    Column("repositories", Integer, nullable=False),
    Column("pruned", Moment, nullable=False),
)

#: The digest of a complete scan (`sealing.py`); scans of schema 1 have none.
sealed = Table(
    "sealed",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("digest", LargeBinary, nullable=False),
)
