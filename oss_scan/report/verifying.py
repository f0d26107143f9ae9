"""Whether a report still says what the store holds: every figure counted again, every place looked up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from oss_scan.figures import catalogue
from oss_scan.inert import csv_cell, html_text, json_text
from oss_scan.report import OVERVIEW, counting, not_judged
from oss_scan.report.claimed import Claimed
from oss_scan.report.comparing import Difference, RulesOf, compare
from oss_scan.report.reading import read
from oss_scan.report.rows import shown_path
from oss_scan.store import Store
from oss_scan.store.keeping import whole
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
_SHARES = ("numerator", "denominator", "percentage")
_FIGURE = frozenset({*_SHARES, "not_met", "explained", "not_applicable", "unknown", "corrected", "left_out"})
_WORK = frozenset({"clears", "repositories", "explained"})
_WITH_WORK = ("report.json", "report.html")


@dataclass(frozen=True, slots=True)
class Verified:
    """What differs, what could not be compared and why, and the documents that were looked at."""

    differences: tuple[Difference, ...]
    notices: tuple[Difference, ...]
    documents: tuple[str, ...]


#: A place of a finding as the store holds it, by `claimed.COLUMNS`; less where there is none.
_Row = tuple[str | None, ...]


def verify(folder: Path, store: Store, rules_of: RulesOf) -> Verified:
    """Hold a report against the store: its figures counted another way, and its text made again.

    Raises OssScanError where there is no report.
    """
    claims = read(folder)
    names = tuple(one.name for one in claims)
    named = next(one.scan for one in claims if one.scan)
    with told(store.name), store.reading() as connection:
        number = connection.execute(select(scan.c.number).where(scan.c.id == named)).scalar()
        if number is None:
            return Verified((Difference(names[0], _NO_SCAN, {"scan": named}),), (), names)
        counted = tuple(_differences(claims, connection, named, number))
        kept, waiting = whole(connection, number)
    same = [one for one in claims if one.scan in ("", named)]
    changed, notices = compare(same, kept, rules_of, not_judged(waiting))
    return Verified((*counted, *changed), notices, names)


def _differences(claims: tuple[Claimed, ...], connection: Connection, named: str, number: int) -> Iterator[Difference]:
    counted = {
        one.id: counting.figure(connection, number, one.rules[0])
        for one in catalogue().definitions
        if one.id in OVERVIEW
    }
    work = counting.work(connection, number)
    held = tuple(_held(connection, number))
    for one in claims:
        if one.scan not in ("", named):
            yield Difference(one.name, _OTHER_SCAN, {"scan": one.scan})
            continue
        if one.scan:
            yield from _figures(one, counted)
        if one.name in _WITH_WORK:
            yield from _work(one, work)
        if one.members is not None:
            yield from _members(one.name, one.members, counted)
        if one.rows is not None:
            inert = csv_cell if one.name == "findings.csv" else json_text
            yield from _rows(one.name, one.rows, [tuple(cell and inert(cell) for cell in row) for row in held])
        yield from _shown(one, held)


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


def _figures(claimed: Claimed, counted: Mapping[str, counting.Counted]) -> Iterator[Difference]:
    for identifier, one in counted.items():
        said = claimed.figures.get(identifier)
        if said is None:
            yield Difference(claimed.name, _NO_FIGURE, {"figure": identifier})
            continue
        tenths = counting.tenths(one.numbers["numerator"], one.numbers["denominator"])
        expected: dict[str, str | None] = {name: str(value) for name, value in one.numbers.items()}
        expected["explained"] = str(one.numbers["inventory"] + one.numbers["own"])
        expected["percentage"] = None if tenths is None else f"{tenths // 10}.{tenths % 10}"
        yield from _numbers(claimed.name, identifier, _FIGURE, said, expected)
    for identifier in claimed.figures.keys() - counted.keys():
        yield Difference(claimed.name, _OTHER_FIGURE, {"figure": identifier})


def _numbers(
    name: str, what: str, needed: frozenset[str], said: Mapping[str, str | None], expected: Mapping[str, str | None]
) -> Iterator[Difference]:
    for part in sorted(needed.union(said)):
        if said.get(part) != expected.get(part):
            values = {"figure": what, "what": part, "said": said.get(part) or "-", "counted": expected.get(part) or "-"}
            yield Difference(name, _NUMBER, values)


def _work(claimed: Claimed, counted: Mapping[tuple[str | None, str], Mapping[str, int]]) -> Iterator[Difference]:
    lacking = {(_visible(organisation), rule): numbers for (organisation, rule), numbers in counted.items()}
    for organisation, rule, said in claimed.work:
        numbers = lacking.pop((_visible(organisation), rule), None)
        what = f"{organisation or '-'}: {rule}"
        if numbers is None:
            yield Difference(claimed.name, _ABSENT, {"what": what})
        else:
            yield from _numbers(claimed.name, what, _WORK, said, {part: str(value) for part, value in numbers.items()})
    for organisation, rule in lacking:
        yield Difference(claimed.name, _LACKING, {"what": f"{organisation or '-'}: {rule}"})


def _visible(name: str | None) -> str | None:
    """An organisation's name as every document can write it."""
    return None if name is None else html_text(json_text(name))


def _members(
    name: str, claimed: Mapping[str, Mapping[str, str]], counted: Mapping[str, counting.Counted]
) -> Iterator[Difference]:
    for figure, one in counted.items():
        parts = {json_text(key): part for key, part in one.parts.items()}
        said = claimed.get(figure, {})
        for key in sorted(parts.keys() | said.keys()):
            if said.get(key) != parts.get(key):
                values = {"figure": figure, "key": key, "said": said.get(key, "-"), "counted": parts.get(key, "-")}
                yield Difference(name, _PART, values)


def _rows(name: str, claimed: Iterable[_Row], held: Iterable[_Row]) -> Iterator[Difference]:
    said, kept = Counter(claimed), Counter(held)
    for text, rows in ((_ABSENT, said - kept), (_LACKING, kept - said)):
        for row in sorted(rows, key=repr):
            yield Difference(name, text, {"what": " ".join(cell for cell in row if cell)})


def _shown(claimed: Claimed, held: tuple[_Row, ...]) -> Iterator[Difference]:
    known = {
        (fingerprint, html_text(shown_path(path, line))) for *_, fingerprint, path, line in held if path is not None
    }
    for fingerprint, text in dict.fromkeys(claimed.shown):
        if (fingerprint, text) not in known:
            yield Difference(claimed.name, _ABSENT, {"what": f"{fingerprint} {text}"})
