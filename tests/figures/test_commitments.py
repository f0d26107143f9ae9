"""What was promised, and what an organisation or a digital commons is said to be, follows only from what is known."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from oss_scan.figures import figures, measured
from oss_scan.figures import government as over_government
from oss_scan.inventory.model import Commitment, Publish, Spot
from oss_scan.report.content import content
from oss_scan.results import ListedSource, Scan
from oss_scan.store import open_store
from tests.report.made_up_government import government, inventory, rules
from tests.report.reported import put, reported, said, verified, written_from
from tests.store.test_store import _keep

_YEAR_LATER = date(government().run.reference_date.year + 1, 1, 1)
#: What is promised of which figure, and what follows.
_PROMISED = [
    ("licence-present", 215, "reached"),  # 215, and 50 unknown
    ("licence-present", 216, "unknown"),
    ("licence-present", 265, "unknown"),
    ("licence-present", 266, "not-reached"),
    ("systems-closed-no-ground", 4, "reached"),  # fewer is better: 2, and 2 unknown
    ("systems-closed-no-ground", 3, "unknown"),
    ("systems-closed-no-ground", 1, "not-reached"),
    ("standard-rest-api-design-rules", 82, "reached"),  # 82, and 50 unknown
    ("standard-dnssec", 1, "unknown"),  # of nobody is anything known
    ("commitments", 0, "unknown"),  # not of itself
    ("of-no-catalogue", 1, "unknown"),
]


def _promised(figure: str, target: int) -> Commitment:
    return Commitment(
        id=f"{figure}-{target}",
        reference="kst-9",
        text="Beloofd.",
        source="https://example.org/9",
        due=None,
        figure=figure,
        target=target,
        by_hand=None,
        publish=Publish.NAME,
        spot=Spot("", 0, 0),
    )


def _promising(*promises: tuple[str, int]) -> Scan:
    return replace(government(), inventory=replace(inventory(), commitments=tuple(_promised(*one) for one in promises)))


def _states(scan: Scan, figure: str) -> list[str]:
    counted = figures(measured(scan, audience="public"))
    return [member.state for member in over_government(counted)[figure].members]


def test_a_target_is_reached_or_not_only_where_what_is_not_known_cannot_change_it(tmp_path: Path) -> None:
    scan = _promising(*((figure, target) for figure, target, _ in _PROMISED))
    expected = [state for _, _, state in _PROMISED]
    assert _states(scan, "commitments") == expected
    store = open_store(str(tmp_path / "scans.db"))
    given = scan.inventory
    assert given is not None
    later = replace(given.commons[0], id="later", since=_YEAR_LATER)
    listed = (ListedSource("zbo-b1", "https://git.example/zbo-b1", 2),)
    _keep(store, replace(scan, inventory=replace(given, commons=(*given.commons, later)), sources=listed), "one")
    folder = put(tmp_path / "report", reported(store.scan(), rules(), forms=("json", "csv"), audience="public"))
    assert said(verified(folder, store, rules())) == []  # each is counted again alike


def test_where_nobody_looked_nothing_is_said_of_a_target() -> None:
    scan = _promising(("apis-without-deviations", 1))
    bare = tuple(replace(one, standards=()) for one in scan.repositories)
    assert _states(replace(scan, repositories=bare), "commitments") == ["unknown"]


def test_what_was_noted_later_says_nothing_of_the_reference_date() -> None:
    on = government().run.reference_date
    hand = next(one for one in inventory().commitments if one.id == "meedoen")
    assert hand.by_hand is not None
    for noted, state in ((on, "reached"), (_YEAR_LATER, "unknown")):
        given = replace(inventory(), commitments=(replace(hand, by_hand=replace(hand.by_hand, on=noted)),))
        assert _states(replace(government(), inventory=given), "commitments") == [state]


def test_a_figure_that_does_not_exist_is_said() -> None:
    text = str(content(written_from(_promising(("of-no-catalogue", 1)), rules(), "en")))
    assert "there is no figure ‘of-no-catalogue’ in this report" in text


def test_a_digital_commons_that_began_later_was_none_yet() -> None:
    on = government().run.reference_date
    first, *others = inventory().commons
    for since, number in ((on, 3), (_YEAR_LATER, 2)):
        given = replace(inventory(), commons=(replace(first, since=since), *others))
        assert len(_states(replace(government(), inventory=given), "digital-commons")) == number


def test_an_organisation_whose_repositories_count_elsewhere_is_not_said_to_publish_nothing() -> None:
    mine = next(one for one in inventory().organisations if one.id == "gem-c")
    kept = tuple(one for one in government().repositories if one.organisation != "gem-c")
    for repositories, state in ((2, "unknown"), (0, "not-publishing")):
        listed = (ListedSource("gem-c", mine.sources[0].address, repositories),)
        scan = replace(government(), repositories=kept, sources=listed)
        counted = over_government(figures(measured(scan)))["organisations-publishing"]
        assert [one.state for one in counted.members if one.key == "organisation:gem-c"] == [state]
