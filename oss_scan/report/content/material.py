"""What a report is written from, and how its numbers are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, cast

from oss_scan.figures import GOVERNMENT, NOBODY, Audience, Catalogue, Definition, Figure, Measured, Part, Scope
from oss_scan.figures.change import Development
from oss_scan.inventory.model import KINDS
from oss_scan.report.blocks import Block, Cell, Column, Inline, Paragraph, Span
from oss_scan.report.content.layout import Layout
from oss_scan.report.wording import NIL, Wording
from oss_scan.results import Judged, Scan
from oss_scan.rule import Rule

Kind = Literal["text", "number", "date"]
#: Nobody looked.
NOT_MEASURED = "."
#: What is no number where nothing could be established of anybody.
_ANSWERS = ("numerator", "not_met", "explained", "not_applicable")
#: Withheld, since it would tell of who may not be named.
WITHHELD = "x"


@dataclass(frozen=True, slots=True)
class Errata:
    """The report that this one takes the place of, and what was wrong there."""

    supersedes: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Material:
    """All that the content is made of; the same material gives the same report."""

    measured: Measured
    counted: tuple[Figure, ...]
    catalogue: Catalogue
    layout: Layout
    wording: Wording
    rules: Mapping[str, Rule]
    changed: tuple[str, ...] = ()  # rule sets that are no longer those of the scan
    audience: Audience = "public"
    final: bool = False
    author: str = ""
    errata: Errata | None = None
    words: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)  # the writer's, by chapter
    development: Development | None = None

    @cached_property
    def _by_id(self) -> Mapping[tuple[str, Scope], Figure]:
        return {(one.id, one.scope): one for one in self.counted}

    @cached_property
    def repositories(self) -> Mapping[str, Judged]:
        """Every repository of the scan by its key."""
        return {one.key: one for one in self.measured.scan.repositories}

    @cached_property
    def named_scan(self) -> Scan:
        """The scan with only what may be named."""
        scan, hidden = self.measured.scan, self.measured.hidden
        return replace(scan, repositories=tuple(one for one in scan.repositories if one.key not in hidden))

    @cached_property
    def _subjects(self) -> Mapping[str, str]:
        inventory = self.measured.inventory
        found = {one.key: one.name or "" for one in self.measured.systems or ()}
        for one in inventory.organisations if inventory else ():
            found[f"organisation:{one.id}"] = one.name
        for common in inventory.commons if inventory else ():
            found[f"commons:{common.id}"] = common.name
        for promise in inventory.commitments if inventory else ():
            found[f"commitment:{promise.id}"] = promise.reference
        return found

    def subject_name(self, key: str) -> str:
        """What a system, organisation, digital commons or commitment is called."""
        return self._subjects.get(key, key)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What organisations are called, by id."""
        inventory = self.measured.inventory
        return {one.id: one.name or one.id for one in inventory.organisations} if inventory else {}

    def figure(self, name: str, scope: Scope = GOVERNMENT) -> Figure:
        """One figure over one scope."""
        return self._by_id[name, scope]

    def scopes(self, kind: str) -> tuple[Scope, ...]:
        """Every scope of a kind, in its order."""
        found = dict.fromkeys(one.scope for one in self.counted if one.scope.kind == kind)
        return tuple(sorted(found, key=lambda one: self.scope_name(one).lower()))

    def scope_name(self, scope: Scope) -> str:
        """What a scope is called."""
        if scope.kind == "government":
            return self.wording("government")
        if scope.kind == "category":
            return self.wording(f"kind-{scope.id}") if scope.id in (*KINDS, NOBODY) else scope.id
        return self.names.get(scope.id, scope.id)

    def title(self, name: str) -> str:
        """What a figure is called."""
        return self._definition(name).title.in_(self.wording.lang)

    def definition(self, name: str) -> str:
        """What a figure counts, in words."""
        return self._definition(name).definition.in_(self.wording.lang)

    def state(self, state: str) -> str:
        """What a state is called."""
        text = self.catalogue.states.get(state)
        return text.in_(self.wording.lang) if text else state

    def number(self, figure: Figure, what: str) -> Cell:
        """A number of a figure: numerator, denominator, not_met, not_applicable, unknown, explained, left_out,
        corrected, or `state:NAME`."""
        if not figure.measured:
            return Cell(say(NOT_MEASURED), None, reference(figure, what))
        if figure.withheld:
            return Cell(say(WITHHELD), None, reference(figure, what))
        if what in _ANSWERS and figure.denominator and figure.unknown == figure.denominator:
            return Cell(say(NOT_MEASURED), None, reference(figure, what))
        value = number_of(figure, what)
        return Cell(say(self.wording.number(value)), value, reference(figure, what))

    def share(self, figure: Figure) -> Cell:
        """The percentage of a figure."""
        if not figure.measured:
            return Cell(say(NOT_MEASURED), None, reference(figure, "percentage"))
        if figure.withheld:
            return Cell(say(WITHHELD), None, reference(figure, "percentage"))
        if figure.denominator and figure.unknown == figure.denominator:
            return Cell(say(NOT_MEASURED), None, reference(figure, "percentage"))
        return Cell(say(self.wording.share(figure.percentage)), figure.percentage, reference(figure, "percentage"))

    def said(self, figure: Figure) -> str:
        """A figure in running text: how many of how many, and the share where there is one."""
        if not figure.measured:
            return self.wording("said-not-measured")
        numbers = {
            "numerator": self.wording.count(figure.numerator),
            "denominator": self.wording.count(figure.denominator),
        }
        if figure.percentage is None:
            return self.wording("said-of", **numbers)
        return self.wording("said-share", share=self.wording.percent(figure.percentage), **numbers)

    def paragraphs(self, name: str) -> tuple[Paragraph, ...]:
        """A list of the texts as paragraphs."""
        return tuple(Paragraph(say(text)) for text in self.wording.lists[name])

    def _definition(self, name: str) -> Definition:
        return self._by_id[name, GOVERNMENT].definition


def number_of(figure: Figure, what: str) -> int:
    """A number of a figure by its name."""
    kind, _, state = what.partition(":")
    if kind == "state":
        return figure.states.get(state, 0)
    if what == "explained":
        return sum(figure.explained.values())
    if what == "left_out":
        return len(figure.left_out)
    value = getattr(figure, what)
    assert isinstance(value, int)
    return value


def reference(figure: Figure, what: str) -> str:
    """What a cell shows, so that a reader (and `report verify`) can find it in the data: figure, scope and number."""
    return f"{figure.id} {figure.scope.kind}:{figure.scope.id} {what}"


def say(text: str, *, link: str | None = None, code: bool = False) -> Inline:
    """One run of text."""
    return (Span(text, link=link, code=code),)


def columns(words: Wording, heads: Sequence[str], kinds: Sequence[Kind] = ()) -> tuple[Column, ...]:
    """The columns of a table by the names of their words; text where no kind is given."""
    rest = cast("tuple[Kind, ...]", ("text",) * (len(heads) - len(kinds)))
    given = (*kinds, *rest)
    return tuple(Column(words(head), kind) for head, kind in zip(heads, given, strict=True))


def paragraph(text: str) -> Paragraph:
    """A plain paragraph."""
    return Paragraph(say(text))


def text_cell(text: str, link: str | None = None) -> Cell:
    """A cell of text, a dash where it is blank."""
    shown = text if text.strip() else NIL
    return Cell(say(shown, link=link), text)


def day_cell(value: date | None, wording: Wording) -> Cell:
    """A cell of a date."""
    return Cell(say(wording.day(value)), value) if value else Cell(say(""), None)


def row_of(material: Material, head: Sequence[Cell], figure: Figure, columns: Sequence[str]) -> tuple[Cell, ...]:
    """A row of a table of figures."""
    cells = [material.share(figure) if what == "percentage" else material.number(figure, what) for what in columns]
    return (*head, *cells)


def points(value: Decimal, wording: Wording) -> str:
    """A difference in percentage points, with its sign."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return wording("points", number=f"{sign}{wording.decimal(abs(value))}")


PARTS = (Part.MET, Part.NOT_MET, Part.NOT_APPLICABLE, Part.UNKNOWN)
