"""Several files as one inventory."""

from pathlib import Path

import pytest

from oss_scan.errors import OssScanError
from oss_scan.inventory import coverage, opened
from oss_scan.inventory.measuring import met, value
from oss_scan.inventory.model import Kind, Publish, Spot
from oss_scan.inventory.places import places, within
from tests.inventory.made_up import parts, told, whole

BASE = "organisations: [{id: a, name: A, kind: zbo, sources: ['github:a']}, {id: b, name: B, kind: gemeente}]\n"


def test_a_second_file_adds() -> None:
    more = (
        "organisations:\n"
        "  - {id: a, abbreviation: AA, part_of: b, publish: count, sources: ['gitlab:gitlab.com/a', 'github:a']}\n"
        "  - {id: c, name: C, kind: overig}\n"
        "systems: [{id: s, name: S, organisation: b, openness: closed, decision: {}}]\n"
    )
    inventory, items = parts(BASE, more)
    assert [item.code for item in items] == ["decision-lacks"]
    first, _, third = inventory.organisations
    assert (first.name, first.abbreviation, first.part_of, first.publish) == ("A", "AA", "b", Publish.COUNT)
    assert [source.address for source in first.sources] == ["github:a", "gitlab:gitlab.com/a"]
    assert (third.id, first.spot.path, third.spot.path) == ("c", "a.yaml", "b.yaml")


@pytest.mark.parametrize("change", ["name: Anders", "kind: gemeente"])
def test_a_second_file_changes_nothing(change: str) -> None:
    assert told(BASE, f"organisations:\n  - {{id: a, {change}}}\n") == [
        ("differs", f"organisations[0].{change.split(':')[0]}", 2, 19)
    ]


def test_the_same_word_twice_in_different_files_is_no_contradiction() -> None:
    assert told(BASE, "organisations: [{id: a, name: A, kind: zbo}]\n") == []


def test_one_file_names_an_organisation_once() -> None:
    text = "organisations:\n  - {id: a, name: A, kind: zbo}\n  - {id: a, name: A, kind: zbo}\n"
    assert told(text) == [("twice", "organisations[1].id", 3, 10)]


def test_two_organisations_cannot_have_one_uri() -> None:
    uri = "tooi: https://identifier.overheid.nl/tooi/id/zbo/zb000000"
    text = f"organisations:\n  - {{id: a, name: A, kind: zbo, {uri}}}\n  - {{id: b, name: B, kind: zbo, {uri}}}\n"
    assert told(text) == [("twice", "organisations[1].tooi", 3, 39)]


def test_a_source_of_two_organisations_is_warned_of() -> None:
    text = (
        "organisations:\n  - {id: a, name: A, kind: zbo, sources: ['github:Org', /srv/a]}\n"
        "  - {id: b, name: B, kind: zbo, sources: ['https://github.com/org', /srv/b]}\n"
    )
    _, items = parts(text, "organisations: [{id: b, sources: [/srv/a]}]\n")
    assert [(one.type, one.code, one.spot, one.values["first"]) for one in items] == [
        ("warning", "source-shared", Spot("a.yaml", 3, 43), "a"),
        ("warning", "source-shared", Spot("b.yaml", 1, 35), "a"),
    ]


def test_a_figure_that_is_not_there_is_warned_of() -> None:
    text = (
        "commitments:\n"
        "  - {id: a, reference: r, text: t, source: 'https://x.example.org/', figure: digital-commons, target: 1}\n"
        "  - {id: b, reference: r, text: t, source: 'https://x.example.org/', figure: digital-comons, target: 1}\n"
        "  - {id: c, reference: r, text: t, source: 'https://x.example.org/', figure: standard-rest-api-design-rules, "
        "target: 1}\n"
    )
    _, items = parts(text)
    assert [(one.type, one.code, one.key, one.line, one.column) for one in items] == [
        ("warning", "no-such-figure", "commitments[1].figure", 3, 78)
    ]
    assert "digital-commons" in items[0].in_("nl")


LEFT = "left_out: [{repository: https://x.example.org/%s, reason: weg}]\n"
SYSTEM = "systems: [{id: %s, name: S, organisation: a, openness: open, repositories: ['https://x.example.org/r']}]\n"
WORD = "[{about: https://x.example.org/r, rule: licence/present, by: ik, on: 2026-01-01, %s}]\n"
EXPLAINED = "explanations: " + WORD % "reason: %s, until: 2026-12-31"
CORRECTED = "corrections: " + WORD % "evidence: %s"
COMMONS = "commons: [{id: %s, name: C, organisations: [a], repositories: ['https://x.example.org/r']}]\n"
PROMISE = (
    "commitments: [{id: %s, reference: r, text: t, source: 'https://x.nl/', figure: digital-commons, target: 1}]\n"
)
FORK = "forks: [{repository: https://x.example.org/%s, upstream: https://x.example.org/r}]\n"
ORIGIN = "origin: {source: %s, date: 2026-01-01}\n"


@pytest.mark.parametrize(
    ("kind", "entry", "once"),
    [
        ("left_out", LEFT, True),
        ("systems", SYSTEM, True),
        ("commons", COMMONS, True),
        ("commitments", PROMISE, True),
        ("forks", FORK, True),
        ("explanations", EXPLAINED, False),
        ("corrections", CORRECTED, False),
        ("origins", ORIGIN, False),
    ],
)
def test_each_kind_of_entry_of_a_further_file_is_added(kind: str, entry: str, once: bool) -> None:
    inventory, items = parts(BASE + entry % "one", entry % "two")
    assert [item.code for item in items] == []
    assert [one.spot.path for one in getattr(inventory, kind)] == ["a.yaml", "b.yaml"]
    again = [(item.code, item.spot.path) for item in parts(BASE + entry % "one", entry % "one")[1]]
    assert again == ([("twice", "b.yaml")] if once else [])


def test_the_rule_of_the_population_is_said_once_or_the_same() -> None:
    rule = "population: {leave_out: [%s]}\n"
    assert parts(BASE, rule % "fork")[0].population.leave_out == (Kind.FORK,)
    assert told(rule % "fork", rule % "fork") == []
    assert [one[0] for one in told(rule % "fork", rule % "copy")] == ["differs"]


def test_a_circle_of_parts_is_told_and_ends() -> None:
    text = "organisations:\n  - {id: a, name: A, kind: zbo, part_of: b}\n  - {id: b, name: B, kind: zbo, part_of: a}\n"
    assert told(text) == [
        ("part-of-itself", "organisations[0].part_of", 2, 42),
        ("part-of-itself", "organisations[1].part_of", 3, 42),
    ]


def test_errors_stand_by_their_file() -> None:
    _, items = parts("organisations: [{id: a}]\n", "systems: 1\n")
    assert [(item.spot.path, item.code) for item in items] == [
        ("a.yaml", "missing"),
        ("a.yaml", "missing"),
        ("b.yaml", "list"),
    ]


def test_an_error_stops_who_needs_the_inventory(tmp_path: Path) -> None:
    path = tmp_path / "i.yaml"
    path.write_text("organisations:\n  - {id: a, kind: zbo}\nsysteem: []\n", encoding="utf-8")
    with pytest.raises(OssScanError) as caught:
        opened([str(path)])
    assert caught.value.nl == (f"{path}, regel 2, kolom 5: name ontbreekt (en nog 1; zie oss-scan inventory validate)")
    assert caught.value.en.endswith("line 2, column 5: name is missing (and 1 more; see oss-scan inventory validate)")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OssScanError, match="cannot be read"):
        opened([str(tmp_path / "none.yaml")])


def test_without_a_source_an_organisation_is_not_measured() -> None:
    covered = coverage(whole())
    assert ([one.id for one in covered.measured], [one.id for one in covered.not_measured]) == (["minvb"], ["dienst"])
    assert covered.all == 2
    assert coverage(whole(), "ministerie").all == 1


def test_commitments_are_measured_where_the_inventory_can() -> None:
    five, take_part = whole().commitments
    assert (value(five, whole()), met(five, whole())) == (1, False)
    assert (value(take_part, whole()), met(take_part, whole())) == (3, False)
    text = (
        "commitments:\n"
        "  - {id: a, reference: r, text: t, source: https://x.example.org, figure: licence-present, target: 3}\n"
        "  - id: b\n    reference: r\n    text: t\n    source: https://x.example.org\n"
        "    by_hand: {done: true, evidence: gezien, by: rol, on: 2026-01-01}\n"
    )
    inventory, items = parts(text)
    assert items == ()
    figure, done = inventory.commitments
    assert (value(figure, inventory), met(figure, inventory)) == (None, None)
    assert (value(done, inventory), met(done, inventory)) == (None, True)


@pytest.mark.parametrize(
    ("address", "place", "is_within"),
    [
        ("https://github.com/minvb/loket", "github:MinVB", True),
        ("https://github.com/minvb/loket", "github:MinVB/loket", True),
        ("https://github.com/minvb2/loket", "github:MinVB", False),
        ("https://gitlab.com/a/b/c", "gitlab:gitlab.com/a/b", True),
        ("https://git.example.org/a/b", "gitea:git.example.org/a", True),
        ("https://git.example.org/A/b", "https://git.example.org/a", False),
        ("https://git.example.org/a/b", "https://git.example.org/a/b.git", True),
        ("https://git.example.org/a/b", "/srv/git", False),
        ("https://git.example.org/a/b", "don:", False),
        ("/srv/git/a", "/srv/git", True),
        ("/srv/git/a", "/srv//git/../git/a/", True),
        ("/srv/git", "/", True),
        ("/srv/gitter/a", "/srv/git", False),
        ("a", "/", False),
        ("https://git.example.org/a/b", "/", False),
    ],
)
def test_what_lies_below_a_source(address: str, place: str, is_within: bool) -> None:
    assert within(address, place) is is_within


def test_whose_a_repository_is() -> None:
    found = places(whole()).organisation
    assert found(("https://github.com/minvb/toezicht-kern",)) == "dienst"  # a system names it
    assert found(("https://github.com/minvb/anders",)) == "minvb"  # it lies below a source
    assert found(("https://github.com/anders/x",)) is None
    assert found(()) is None


def test_the_longest_source_tells_whose_a_repository_is() -> None:
    inventory, _ = parts(
        "organisations:\n"
        "  - {id: a, name: A, kind: zbo, sources: ['gitlab:git.example/groep', 'https://git.example/groep/b/c']}\n"
        "  - {id: b, name: B, kind: zbo, sources: ['gitlab:git.example/groep/b', 'https://git.example/groep/b/c']}\n"
    )
    found = places(inventory).organisation
    assert [found((f"https://git.example/{path}",)) for path in ("groep", "groep/x", "groep/b/x", "groepen/x")] == [
        "a",
        "a",
        "b",
        None,
    ]
    assert found(("https://git.example/groep/b/c",)) == "a"  # both name it: the first holds


def test_what_is_left_out() -> None:
    found = places(whole()).out(("https://github.com/minvb/kopie",))
    assert found is not None
    assert found.reason == "een kopie van andermans software"
    assert places(whole()).out(("https://github.com/minvb/loket",)) is None


def test_the_shipped_inventory() -> None:
    inventory = opened(["nederland"])
    covered = coverage(inventory)
    assert (len(covered.measured), covered.all) == (48, 124)
    assert all(one.verified is False for one in inventory.organisations)
    assert all(source.publish is Publish.NAME for one in inventory.organisations for source in one.sources)
    assert sum(len(one.sources) for one in inventory.organisations) == 79
    by_id = {one.id: one for one in inventory.organisations}
    bzk = by_id["ministerie-van-binnenlandse-zaken-en-koninkrijksrelaties"]
    assert (bzk.abbreviation, bzk.tooi) == ("BZK", "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034")
    assert by_id["logius"].part_of == bzk.id
    assert coverage(inventory, "waterschap").measured == ()


def test_a_further_file_does_not_change_which_repositories_count() -> None:
    rule = "population: {leave_out: [fork]}"
    inventory, items = parts(rule, "organisations: []", rule)
    assert (inventory.population.leave_out, items) == ((Kind.FORK,), ())
    inventory, items = parts(rule, "population: {leave_out: [copy]}")
    assert [(item.code, item.spot, item.values["where"]) for item in items] == [
        ("differs", Spot("b.yaml", 1, 25), "a.yaml:1")
    ]
    assert inventory.population.leave_out == (Kind.FORK,)
