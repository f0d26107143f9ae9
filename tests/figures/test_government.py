"""Every figure over a made-up government equals what was counted by hand."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan.figures import Figure, Measured, Part, figures, government, measured
from oss_scan.inventory.model import Kind
from oss_scan.report.content.standards import COUNTS, count
from oss_scan.results import Scan
from oss_scan.systems import judge
from tests.report.made_up_government import (
    GROUPS,
    HAND,
    HAND_SCOPES,
    HAND_STANDARDS,
    NOT_MEASURED,
    Group,
    inventory,
    repositories,
    rules,
    scan,
    systems,
)


def _numbers(figure: Figure) -> tuple[int, int, int, int, int]:
    return (figure.numerator, figure.denominator, figure.not_met, figure.not_applicable, figure.unknown)


def _public() -> Measured:
    return measured(scan(), inventory=inventory(), systems=systems(), audience="public")


def test_every_figure_over_government_is_what_was_counted_by_hand() -> None:
    counted = government(figures(_public()))
    assert {name: _numbers(one) for name, one in counted.items()} == {**HAND, **HAND_STANDARDS}
    standard = counted["standard-rest-api-design-rules"]
    assert {name: count(standard, name) for name in COUNTS} == {
        "shown": 82,
        "explained": 50,
        "not-shown": 69,
        "partly": 20,
        "deviation": 40,
        "declared": 9,
        "unknown": 50,
        "not-visible": 0,
        "not-applicable": 34,
    }


def test_a_figure_over_each_scope_is_what_was_counted_by_hand() -> None:
    counted = [one for one in figures(_public()) if one.id == "licence-osi-approved"]
    told = {(one.scope.kind, one.scope.id): _numbers(one) for one in counted if one.measured}
    assert told == HAND_SCOPES
    assert {(one.scope.kind, one.scope.id) for one in counted if not one.measured} == NOT_MEASURED


def test_what_is_left_out_is_named_with_its_reason() -> None:
    left = government(figures(_public()))["licence-present"].left_out
    assert [(one.key, one.why.in_("nl")) for one in left] == [
        (f"https://gitlab.com/gem-c/{number}", "door de inventaris: een cursus") for number in range(230, 235)
    ]


def test_inside_everything_counts_and_has_a_name() -> None:
    inside = government(figures(measured(scan(), inventory=inventory(), systems=systems())))
    assert _numbers(inside["licence-present"]) == (215, 295, 30, 0, 50)
    assert _numbers(inside["systems-closed-no-ground"]) == (3, 10, 5, 0, 2)
    assert all(member.named for figure in inside.values() for member in figure.members)


def test_without_an_inventory_nobody_looked_at_systems() -> None:
    counted = government(figures(measured(scan())))
    assert {one.definition.over for one in counted.values() if not one.measured} == {
        "systems",
        "closed-systems",
        "organisations",
        "commons",
        "commitments",
    }
    licence = counted["licence-present"]
    assert (licence.denominator, len(licence.left_out)) == (270, 30)  # by the usual rule without what is archived
    assert (counted["archived"].numerator, counted["archived"].denominator) == (30, 300)
    assert counted["archived"].left_out == ()  # which are in its total


def test_parts_of_what_is_archived_add_up_where_nothing_else_counts() -> None:
    kinds = measured(scan()).kinds
    archived = [one for one in scan().repositories if Kind.ARCHIVED in kinds[one.key].kinds]
    nobodys = tuple(replace(one, organisation=None) for one in archived)
    counted = figures(measured(replace(scan(), repositories=nobodys)))
    scopes = {one.scope.kind: one for one in counted if one.id == "archived"}
    assert (scopes["government"].denominator, scopes["category"].denominator) == (30, 30)
    assert government(counted)["licence-present"].denominator == 0
    apis = government(counted)["apis-without-deviations"]
    assert (apis.measured, apis.denominator) == (True, 0)


def test_a_number_over_one_or_two_who_may_not_be_named_is_withheld_and_so_is_what_tells_it() -> None:
    assert not [one for one in figures(_public()) if one.withheld]  # of whom zbo-b1 is, is not told at all
    told = replace(
        inventory(),
        systems=tuple(
            replace(one, organisation="min-a") if one.id == "onbenoemd" else one for one in inventory().systems
        ),
    )
    of_a = judge(told, scan(), rules().values())
    counted = figures(measured(scan(), inventory=told, systems=of_a, audience="public"))
    hushed = {(one.scope.kind, one.scope.id) for one in counted if one.withheld and one.id == "systems-open"}
    # min-a has one that may not be named; zbo-a1 and min-b would tell it by subtraction, and so would the kind zbo,
    # which holds zbo-a1 alone, and then the other kind
    assert hushed == {
        ("category", "ministerie"),
        ("category", "zbo"),
        ("organisation", "min-a"),
        ("organisation", "min-b"),
        ("organisation", "zbo-a1"),
        ("department", "min-a"),
        ("department", "min-b"),
    }
    assert not [one for one in counted if one.withheld and one.definition.over == "repositories"]


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_repositories_does_not_matter(rng: random.Random) -> None:
    mixed = list(scan().repositories)
    rng.shuffle(mixed)
    other = measured(Scan(scan().run, tuple(mixed)), inventory=inventory(), systems=systems(), audience="public")
    one, two = ({(f.id, f.scope): _numbers(f) for f in figures(each)} for each in (_public(), other))
    assert one == two


def test_parts_add_up_in_every_scope_and_categories_to_the_whole() -> None:
    counted = figures(_public())
    for one in counted:
        assert one.numerator + one.not_met + one.not_applicable + one.unknown == one.denominator
        assert sum(one.states.values()) == one.denominator
    for name, whole in government(counted).items():
        if whole.definition.over in ("commons", "commitments"):
            continue  # a commons is of several
        of_kind = [one for one in counted if one.id == name and one.scope.kind == "category"]
        for part in Part:
            assert sum(one.count(part) for one in of_kind) == whole.count(part), name


def test_one_more_repository_changes_only_the_figures_that_it_should() -> None:
    more = Group("ws-f", 1, "PPFPPPPPP", "https://git.example/ws-f", "A")
    other = measured(
        Scan(scan().run, repositories((*GROUPS, more))), inventory=inventory(), systems=systems(), audience="public"
    )
    before = {(f.id, f.scope): _numbers(f) for f in figures(_public())}
    after = {(f.id, f.scope): _numbers(f) for f in figures(other)}
    changed = {key for key in before if before[key] != after[key]}
    scopes = {("government", ""), ("category", "waterschap"), ("organisation", "ws-f")}
    assert {(scope.kind, scope.id) for _, scope in changed} == scopes
    whole = government(figures(_public()))
    over = {name for name, one in whole.items() if one.definition.over in ("repositories", "apis")}
    assert {name for name, _ in changed} == over
    assert after["licence-eupl", next(s for _, s in changed if s.id == "ws-f")] == (9, 10, 1, 0, 0)
