"""The tables of what was said of open standards."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from oss_scan.store.columns import TABLES, Json, Written

#: What was said of one standard: the axes as columns, the rest as JSON. Kept once, as findings are.
verdict = Table(
    "verdict",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("standard", Written, nullable=False, index=True),
    Column("version", Written),
    Column("listed", Text, nullable=False),  # mandatory, …: its status on the list
    Column("applicability", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("explained", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("passed", Integer),
    Column("tested", Integer),
    Column("counter", Integer, nullable=False),  # places that speak against it
    Column("body", Json, nullable=False),
)

verdict_set = Table(
    "verdict_set",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
)

verdict_member = Table(
    "verdict_member",
    TABLES,
    Column("verdict_set", ForeignKey("verdict_set.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("verdict", ForeignKey("verdict.number"), nullable=False),
    sqlite_with_rowid=False,
)
