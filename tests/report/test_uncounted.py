"""What counts of copies where the one that would count may not: `figures` and the recount of `report verify` agree."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from oss_scan.inventory.model import Kind, Population
from oss_scan.kinship import alike, among, with_same
from oss_scan.population import known, split
from oss_scan.report.counting import Row
from oss_scan.report.uncounted import uncounted
from oss_scan.results import Judged, Recognised
from oss_scan.store.codec import to_plain
from oss_scan.texts import Reason

_DAYS = [datetime(2024, 1, day, tzinfo=UTC) for day in (1, 2, 3)]


@st.composite
def _repositories(draw: st.DrawFn) -> list[Judged]:
    made = []
    for at in range(draw(st.integers(2, 7))):
        commit = draw(st.integers(0, 3))
        kinds = {kind: Reason(f"population-{kind}") for kind in draw(st.sets(st.sampled_from(["fork", "archived"])))}
        recognised = Recognised(
            kinds,
            created=draw(st.sampled_from([None, *_DAYS])),
            refs=draw(st.sampled_from([None, "r", "s"])),
            roots=("0" * 40,),
        )
        made.append(
            Judged(
                key=f"k{at}",
                repository=f"https://git.example/{9 - at}",
                status="scanned" if commit else "unreadable",
                commit=str(commit) * 40 if commit else None,
                committed=_DAYS[commit - 1] if commit else None,
                recognised=recognised,
            )
        )
    return made


@given(_repositories(), st.data())
def test_both_countings_agree_on_which_copies_count(repositories: list[Judged], data: st.DataObject) -> None:
    keys = [one.key for one in repositories]
    within = {key: frozenset(data.draw(st.sets(st.sampled_from(keys), max_size=2))) - {key} for key in keys}
    told = alike(repositories, within)
    there = [one for one in repositories if data.draw(st.booleans())]
    rule = Population(leave_out=tuple(data.draw(st.sets(st.sampled_from([Kind.COPY, Kind.FORK, Kind.ARCHIVED])))))
    rows = [
        Row(one.key, (one.repository,), None, one.status == "scanned", to_plain(known(one)), one.committed)
        for one in there
    ]
    edges = [(one.key, one.kind, one.other) for one in told]
    stay = {one.key for one in there}
    found = among([one for one in with_same(repositories, told) if one.key in stay], told)
    assert {one.key for one, _ in split(found, rule).left_out} == uncounted(rows, edges, rule.leave_out)
    names = {one.repository for one in found}
    copied = [known(one).kinds[Kind.COPY] for one in found if Kind.COPY in known(one).kinds]
    if len(found) == len(repositories):
        assert found == with_same(repositories, told)
    missing = {one.repository for one in repositories} - names
    assert all(why.values["repository"] in names | missing for why in copied)
