"""The tables of what scans that are not finished have to do, and of what places showed from outside."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from oss_scan.store.columns import TABLES, Hex, Json, Moment, Written

#: A scan that is not finished, and the digest of what was asked: the same again goes on with it.
running = Table(
    "running",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("question", LargeBinary, nullable=False, index=True),
)
#: What a scan that is not finished has to do; worker processes share it out among them.
claim = Table(
    "claim",
    TABLES,
    Column("scan", ForeignKey("scan.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("target", Written, nullable=False),
    Column("path", Written),  # where it lies on this machine; else
    Column("url", Written),  # where it is fetched from
    Column("key", Written),  # NULL until it was looked at, and told apart from the others
    Column("state", Text, nullable=False),  # waiting, leased, looked (at; waits for the others), done
    Column("worker", Written),
    Column("lease_until", Moment),
    Column("tries", Integer, nullable=False),
    Column("look", Json),  # what it showed from outside
    Column("copies", Json),  # other targets that are the same repository
    Column("reason", Json),  # why it cannot be read
    Column("hosted", Json),  # what the forge says that lists it
    Column("organisation", Written),  # whose source named it
    UniqueConstraint("scan", "key"),
    Index("ix_claim_state", "scan", "state", "ordinal"),
    sqlite_with_rowid=False,
)
#: What each place showed from outside when its facts were collected last. The facts are named by their digest and may
#: have been pruned: then they are collected again.
seen = Table(
    "seen",
    TABLES,
    Column("place", Written, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("key", Written, nullable=False),
    Column("facts", Hex, nullable=False),
    sqlite_with_rowid=False,
)
