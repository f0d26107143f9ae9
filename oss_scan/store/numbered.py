"""Rows that are known by something: their numbers, and making them where they are not there."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert, select

Numbers = dict[Any, int]


def one(connection: Connection, table: Table, known_by: Mapping[str, object], **more: object) -> int:
    """The number of the row that is known by these columns, made where it is not there."""
    wanted = [table.c[name] == value for name, value in known_by.items()]
    found = connection.execute(select(table.c.number).where(*wanted)).scalar()
    if found is None:
        found = connection.execute(insert(table).returning(table.c.number), {**known_by, **more}).scalar_one()
    assert isinstance(found, int)
    return found


def each(connection: Connection, table: Table, known_by: str, wanted: Mapping[Any, Mapping[str, Any]]) -> Numbers:
    """The number of each row by what it is known by; made, with more columns, where it is not there."""
    found = there(connection, table, known_by, wanted)
    new = [{known_by: name, **more} for name, more in wanted.items() if name not in found]
    if new:
        made = connection.execute(insert(table).returning(table.c[known_by], table.c.number), new)
        found |= {name: number for name, number in made}  # noqa: C416 - rows, not tuples
    return found


def there(connection: Connection, table: Table, known_by: str, wanted: Collection[Any]) -> Numbers:
    """The numbers of the rows that are there, by what they are known by."""
    if not wanted:
        return {}
    column = table.c[known_by]
    found = connection.execute(select(column, table.c.number).where(column.in_(wanted)))
    return {name: number for name, number in found}  # noqa: C416 - rows, not tuples
