"""What a report says that the store does not hold, and what the store holds that it does not say."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from oss_scan.inert import csv_cell, html_text, json_text
from oss_scan.report import counting
from oss_scan.report.claimed import Claimed
from oss_scan.report.comparing import Difference
from oss_scan.report.recounting import Counted, Numbers, part_of
from oss_scan.report.standing import Scope
from oss_scan.texts import Text

_NUMBER = Text(
    "{figure}: {what} is {said}, maar de opslag geeft {counted}",
    "{figure}: {what} is {said}, but the store gives {counted}",
)
_NO_FIGURE = Text("het cijfer {figure} ontbreekt", "the figure {figure} is missing")
_OTHER_FIGURE = Text("het cijfer {figure} bestaat niet", "there is no figure {figure}")
_OTHER_SCAN = Text("dit document gaat over een andere scan ({scan})", "this document is about another scan ({scan})")
_PART = Text(
    "{figure}: {key} staat bij {said}, maar hoort bij {counted}",
    "{figure}: {key} is under {said}, but belongs under {counted}",
)
_ABSENT = Text("niet in de opslag: {what}", "not in the store: {what}")
_LACKING = Text("wel in de opslag, niet hier: {what}", "in the store, but not here: {what}")
#: How each kind of document writes a name, so that its reader does not act on it.
_INERT: Mapping[str, Callable[[str], str]] = {"csv": csv_cell, "json": json_text}
_WORK = frozenset({"clears", "repositories", "explained"})
#: What is read from a cell and only follows from others.
_NOT_COUNTED = ("points",)
#: A place of a finding as the store holds it, by `claimed.COLUMNS`; less where there is none.
HeldRow: TypeAlias = tuple[str | None, ...]
#: The members and numbers of each figure, and its definition.
Recounted: TypeAlias = Mapping[str, tuple[list[Counted] | None, Mapping[Scope, Numbers], dict[str, Any]]]


def differences(
    claims: Sequence[Claimed],
    named: str,
    counted: Recounted,
    held: tuple[HeldRow, ...],
    work: Mapping[tuple[str | None, str], Mapping[str, int]],
    shown: Collection[str],
) -> Iterator[Difference]:
    """What is claimed otherwise than it was counted or is held: figures, members, findings, work lists.

    `named` is the scan of the report, `shown` the keys of the repositories that it may name.
    """
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


def _figures(claimed: Claimed, counted: Recounted) -> Iterator[Difference]:
    inert = _INERT.get(claimed.name.rpartition(".")[2], html_text)
    held = {
        (name, kind, inert(scope)): numbers
        for name, (_, every, _) in counted.items()
        for (kind, scope), numbers in every.items()
    }
    for (name, kind, scope), said in claimed.figures.items():
        title = _titled(name, kind, scope)
        if name not in counted:
            yield Difference(claimed.name, _OTHER_FIGURE, {"figure": title})
            continue
        numbers = held.get((name, kind, scope))
        yield from _numbers(claimed.name, title, said, _expected(numbers, said))
    if claimed.whole:
        for missing in held.keys() - claimed.figures.keys():
            yield Difference(claimed.name, _NO_FIGURE, {"figure": _titled(*missing)})


def _titled(name: str, kind: str, scope: str) -> str:
    return name if kind == "government" else f"{name} ({kind} {scope})"


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


def _members(name: str, claimed: Mapping[str, Mapping[str, str]], counted: Recounted) -> Iterator[Difference]:
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


def _rows(name: str, claimed: Iterable[HeldRow], held: Iterable[HeldRow]) -> Iterator[Difference]:
    said, kept = Counter(claimed), Counter(held)
    for text, rows in ((_ABSENT, said - kept), (_LACKING, kept - said)):
        for row in sorted(rows, key=repr):
            yield Difference(name, text, {"what": " ".join(cell for cell in row if cell)})
