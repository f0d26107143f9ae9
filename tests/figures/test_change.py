"""What changed between two measurements, counted by hand; where they did not ask the same, a break that says why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from oss_scan.checks import Outcome
from oss_scan.engine import evaluate
from oss_scan.figures import GOVERNMENT, Part, figures, measured
from oss_scan.figures.again import is_stale, judged_again
from oss_scan.figures.change import Change, Measurement, Moved, development, measurement
from oss_scan.figures.model import Better
from oss_scan.inventory.model import Population
from oss_scan.report.blocks import Chart
from oss_scan.report.content import content
from oss_scan.report.content.front import conclusions
from oss_scan.report.document import moves
from oss_scan.results import Judged, Run, Scan
from tests.report.made_up_government import (
    GROUPS,
    Group,
    government,
    inventory,
    repositories,
    rules,
    scan,
)
from tests.report.reported import written_from

#: A year before: the 20 without a licence had one; the 40 of the MIT licence had none; the last 9 were not there, and
#: 3 were that are gone.
_THEN = (
    *(replace(one, letters="PPPPPPPPP") if one.letters == "FNNPPPFFP" else one for one in GROUPS[:2]),
    replace(GROUPS[2], letters="FNNFNNPPP"),
    *GROUPS[3:10],
)


def then(**run: object) -> Scan:
    """The scan of a year before."""
    made: Run = replace(government().run, id="then", reference_date=date(2025, 11, 23), **run)  # type: ignore[arg-type]
    found = [one for one in repositories(_THEN) if not one.repository.startswith("https://git.example/ws-f")]
    gone = repositories((Group("ws-f", 3, "FNNPPPPPP", "https://git.example/oud", "A"),))
    kept = (*found, *(replace(one, key=f"gone-{one.key}", organisation="ws-f") for one in gone))
    return replace(government(), run=made, repositories=kept)


def _measured(one: Scan, *, again: bool = False) -> Measurement:
    seen = measured(one, audience="public")
    return measurement(seen, figures(seen), judged_again=again)


def _changes(before: Scan, after: Scan) -> dict[str, Change]:
    one, two = _measured(before), _measured(after)
    found = development((), one, two)
    assert [each.id for each in found.measurements] == [before.run.id, after.run.id]
    return {name: change for (name, scope), change in found.changes.items() if scope == GOVERNMENT}


def test_the_change_of_a_figure_is_what_was_counted_by_hand() -> None:
    change = _changes(then(), government())["licence-present"]
    # Then: 50 + 20 + 50 + 2 + 34 + 23 with a licence; 40 + 3 without; 10 + 40 unknown. Five are left out, ten not even
    # counted.
    assert (change.before.numerator, change.before.denominator) == (179, 272)
    assert (change.before.not_met, change.before.unknown) == (43, 50)
    assert change.points == change.after.percentage - change.before.percentage  # type: ignore[operator]
    assert len(change.gained) == 40  # the MIT licence came
    assert len(change.lost) == 20  # a licence went
    assert {one.key for one in change.left} == {"gone-key-001", "gone-key-002", "gone-key-003"}
    assert len(change.appeared) == 9 + 7  # ws-f, and the last seven of gem-c
    assert change.breaks == ()


def test_who_is_or_was_unknown_has_not_changed_for_all_one_knows() -> None:
    def unknown(judged: Judged) -> Judged:
        found = (
            replace(one, outcome=Outcome.UNKNOWN) if one.rule == "licence/present" else one for one in judged.findings
        )
        return replace(judged, findings=tuple(found))

    now = government()
    blank = replace(now, repositories=(*map(unknown, now.repositories[:100]), *now.repositories[100:]))
    blanked = {one.key for one in now.repositories[:100]}
    for change in (_changes(blank, now)["licence-present"], _changes(now, blank)["licence-present"]):
        assert {one.key for one in change.unsure} <= blanked
        assert all((one.before is Part.UNKNOWN) is not (one.after is Part.UNKNOWN) for one in change.unsure)
        assert len(change.unsure) > 50
        assert (change.gained, change.lost, change.appeared, change.left) == ((), (), (), ())


@pytest.mark.parametrize(("better", "said"), [("higher", ["a", "b"]), ("lower", ["b", "a"]), ("neither", [])])
def test_a_figure_says_whether_more_is_better(better: Better, said: list[str]) -> None:
    figure = _changes(then(), government())["licence-present"].after
    figure = replace(figure, definition=replace(figure.definition, better=better))
    moved = (Moved("a", Part.NOT_MET, Part.MET, True), Moved("b", Part.MET, Part.NOT_APPLICABLE, True))
    found = moves(Change(figure, figure, None, (), moved))
    assert [one.key for name in ("improved", "worsened") for one in found[name]] == said
    assert [one.key for name in ("gained", "lost") for one in found[name]] == ["a", "b"]


@pytest.mark.parametrize(
    ("change", "code", "figure"),
    [
        (lambda one: replace(one, run=replace(one.run, basis="reconstructed")), "break-to-measured", "systems-open"),
        (lambda one: replace(one, run=replace(one.run, analysers={"licence": "0"})), "break-analyser", "licence-eupl"),
        (lambda one: replace(one, run=replace(one.run, analysers={"new": "1"})), "break-analyser", "publiccode-valid"),
        (lambda one: _asked_otherwise(one, "security/contact"), "break-rule", "security-contact"),
        (lambda one: _asked_otherwise(one, "security/contact"), "break-rule", "guideline-3-1"),
        (lambda one: _not_asked(one, "security/contact"), "break-rule-one", "security-contact"),
        (
            lambda one: replace(one, inventory=replace(inventory(), population=Population(leave_out=()))),
            "break-population",
            "licence-present",
        ),
    ],
)
def test_what_asks_otherwise_is_a_break_that_says_why(change: Callable[[Scan], Scan], code: str, figure: str) -> None:
    found = _changes(change(then()), government())[figure]
    assert code in [one.code for one in found.breaks]
    assert (found.points, found.moved) == (None, ())


def test_an_analyser_bears_only_on_what_it_serves() -> None:
    other = then(analysers={"licence": "0"})
    found = _changes(other, government())
    assert [one.code for one in found["licence-present"].breaks] == ["break-analyser"]
    assert found["publiccode-valid"].breaks == ()
    assert found["systems-open"].breaks == ()


def _asked_otherwise(one: Scan, rule: str) -> Scan:
    def other(judged: Judged) -> Judged:
        findings = (replace(each, asks="b" * 32) if each.rule == rule else each for each in judged.findings)
        return replace(judged, findings=tuple(findings))

    return replace(one, repositories=tuple(map(other, one.repositories)))


def test_nil_is_not_drawn_where_nothing_was_established() -> None:
    blank = _not_asked(then(), "security/contact")
    told = _measured(blank).told
    assert (told["security-contact"].measured, told["licence-present"].measured) == (False, True)


def _not_asked(one: Scan, rule: str) -> Scan:
    def without(judged: Judged) -> Judged:
        return replace(judged, findings=tuple(each for each in judged.findings if each.rule != rule))

    return replace(one, repositories=tuple(map(without, one.repositories)))


def test_what_nobody_measured_then_or_now_is_no_break() -> None:
    before = replace(then(basis="reconstructed"), inventory=None, systems=())
    changes = _changes(before, replace(government(), inventory=None, systems=()))
    assert [one.code for one in changes["licence-present"].breaks] == ["break-to-measured"]
    assert changes["systems-open"].breaks == changes["organisations-covered"].breaks == ()


def test_kept_facts_are_judged_by_the_rules_of_now() -> None:
    stale = _asked_otherwise(scan(), "licence/present")
    assert is_stale(stale, rules())
    again, whole = judged_again(stale, rules())
    assert not is_stale(again, rules())
    assert whole
    for before, after in zip(stale.repositories, again.repositories, strict=True):
        if before.facts is None or before.status == "unreadable":
            assert after == before
        else:
            expected = evaluate(before.facts, rules().values(), stale.run.reference_date, key=before.key)
            assert after.findings == expected
    known = {rule.asks(rules()) for rule in rules().values()}
    assert {one.asks for judged in again.repositories for one in judged.findings} <= known


def test_without_facts_nothing_is_judged_again() -> None:
    bare = replace(scan(), repositories=tuple(replace(one, facts=None) for one in scan().repositories))
    assert judged_again(bare, rules()) == (bare, False)


def test_the_report_says_what_changed_and_draws_the_break() -> None:
    broken = then(analysers={"licence": "0"})
    made = written_from(government(), rules(), "nl", audience="public")
    now = measurement(made.measured, made.counted)
    long_ago = then()
    first = replace(long_ago, run=replace(long_ago.run, id="first", reference_date=date(2024, 11, 23)))
    drawn = measurement(measured(first, audience="public"), figures(measured(first, audience="public")), drawn=True)
    assert (drawn.counted, drawn.names) == ((), {})
    found = replace(made, development=development((drawn,), _measured(broken), now))
    chapter = next(one for one in content(found).chapters if one.id == "ontwikkeling")
    text = repr(chapter.blocks)
    assert (
        "Breuk: het analyseonderdeel licence is gewijzigd. De cijfers van toen en nu zijn niet te vergelijken." in text
    )
    assert "nulmeting" in text
    chart = next(one for one in chapter.blocks if isinstance(one, Chart))
    lines = {one.name: [point.breaks for point in one.points] for one in chart.series}
    why = "het analyseonderdeel licence is gewijzigd"
    assert lines["Heeft een goedgekeurde opensourcelicentie"] == ["", why, why]
    assert lines["Heeft een geldige publiccode.yml"] == ["", "", ""]


def test_points_are_those_of_the_shares_that_are_shown() -> None:
    found = _changes(then(), government())["licence-present"]
    assert found.points is not None
    assert found.points == Decimal("75.4") - Decimal("65.8")


@pytest.mark.parametrize(
    ("unknown", "said"),
    [(0, "is sinds 23 november 2025 met 14,1 procentpunt toegenomen."), (40, "daaruit volgt niets.")],
)
def test_growth_that_the_unknown_could_explain_is_not_called_growth(unknown: int, said: str) -> None:
    made = written_from(government(), rules(), "nl", audience="public")
    after = next(one for one in made.counted if (one.id, one.scope) == ("licence-osi-approved", GOVERNMENT))
    states = {after.part(one): one.state for one in after.members}
    met = [one for one in after.members if after.part(one) is Part.MET][:40]
    fewer = {one.key: states[Part.UNKNOWN if at < unknown else Part.NOT_MET] for at, one in enumerate(met)}
    before = replace(after, members=tuple(replace(one, state=fewer.get(one.key, one.state)) for one in after.members))
    old, now = _measured(then()), measurement(made.measured, made.counted)
    change = Change(before, after, after.percentage - before.percentage, (), ())  # type: ignore[operator]
    grown = development((), old, now)
    found = replace(made, development=replace(grown, changes={(after.id, after.scope): change}))
    assert said in list(conclusions(found, after))[-1]
