"""One file: what it holds, and where it is wrong."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from oss_scan.inventory import read
from oss_scan.inventory.items import MESSAGES
from oss_scan.inventory.model import Decision, Kind, Openness, Population, Publish, Source, Spot
from oss_scan.inventory.opening import File
from oss_scan.positioned import LIMIT, parse, plain
from oss_scan.schemas import schema
from tests.inventory.made_up import WHOLE, parts, told, whole

VALID = Draft202012Validator(json.loads(schema("inventory")), format_checker=Draft202012Validator.FORMAT_CHECKER)
ORGANISATION = "organisations: [{id: a, name: A, kind: overig}]\n"
SYSTEM = ORGANISATION + "systems: [{id: s, name: S, organisation: a, %s}]\n"


def test_one_of_everything() -> None:
    inventory = whole()
    assert parts(WHOLE)[1] == ()
    ministry, service = inventory.organisations
    assert (ministry.id, ministry.abbreviation, ministry.verified, ministry.publish) == (
        "minvb",
        "VB",
        True,
        Publish.NAME,
    )
    assert ministry.sources == (
        Source("github:MinVB", Publish.NAME, Spot("a.yaml", 15, 9)),
        Source("/srv/git/minvb", Publish.COUNT, Spot("a.yaml", 16, 9)),
    )
    assert (service.part_of, service.tooi, service.sources, service.verified) == ("minvb", None, (), None)
    assert [(one.id, one.openness, one.publish) for one in inventory.systems] == [
        ("loket", Openness.OPEN, Publish.NAME),
        ("toezicht", Openness.PARTLY, Publish.COUNT),
        ("register", Openness.CLOSED, Publish.NEVER),
    ]
    assert inventory.systems[1].decision == Decision(
        ground="woo-5.1-2-d",
        motivation="De regels voor selectie zijn niet openbaar.",
        parts=("selectieregels",),
        by="CIO",
        on=date(2026, 2, 1),
        review_by=date(2027, 2, 1),
        url="https://example.org/besluit/1",
        spot=Spot("a.yaml", 37, 7),
    )
    assert inventory.explanations[0].about == "https://github.com/minvb/loket"
    assert inventory.corrections[0].about == "system:toezicht"
    assert inventory.commons[0].organisations == ("minvb", "dienst")
    assert [(one.figure, one.target) for one in inventory.commitments] == [("digital-commons", 5), (None, 15)]
    assert inventory.origins[0].note is not None


def test_the_schema_takes_it_too() -> None:
    VALID.validate(plain(parse(WHOLE.encode())))


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("kind: ministerie", "kind: departement", "choice", "organisations[0].kind"),
        ("kind: ministerie", "soort: ministerie", "unknown-key", "organisations[0].soort"),
        ("name: Ministerie van Voorbeelden", "name: 2026", "text", "organisations[0].name"),
        ("name: Ministerie van Voorbeelden", "name: ' '", "text", "organisations[0].name"),
        ("- id: minvb", "- id: MinVB", "id", "organisations[0].id"),
        ("mnre0000", "", "tooi", "organisations[0].tooi"),
        ("verified: true", "verified: ja", "flag", "organisations[0].verified"),
        ("reason: een kopie van andermans software, ", "", "missing", "left_out[0].reason"),
        ("repository: https://github.com/MinVB/kopie", "repository: ../kopie", "url", "left_out[0].repository"),
        ("openness: open", "openness: ja", "choice", "systems[0].openness"),
        ("    openness: open\n", "", "missing", "systems[0].openness"),
        ("repositories: [https://github.com/MinVB/loket]", "repositories: loket", "list", "systems[0].repositories"),
        ("recorded: 2026-01-01", "recorded: 20260101", "text", "systems[0].recorded"),
        ("recorded: 2026-01-01", "recorded: 2026-02-30", "date", "systems[0].recorded"),
        ("recorded: 2026-01-01", "recorded: 2026-W01-1", "date", "systems[0].recorded"),
        ("ground: woo-5.1-2-d", "ground: omdat", "choice", "systems[1].decision.ground"),
        ("url: https://example.org/besluit/1", "url: http://example.org", "url", "systems[1].decision.url"),
        ("parts: [selectieregels]", "parts: selectieregels", "list", "systems[1].decision.parts"),
        ("by: productowner", "by: [productowner]", "text", "explanations[0].by"),
        ("    until: 2027-06-01\n", "", "missing", "explanations[0].until"),
        ("about: https://github.com/MinVB/loket", "about: loket", "url", "explanations[0].about"),
        ("repositories: [https://github.com/MinVB/samen]\n", "\n", "missing", "commons[0].repositories"),
        ("target: 5", "target: -5", "number", "commitments[0].target"),
        ("target: 5", "target: true", "number", "commitments[0].target"),
        ("    target: 5\n", "", "missing", "commitments[0].target"),
        ("    figure: digital-commons\n", "", "no-measure", "commitments[0]"),
        ("value: 3, ", "", "no-count", "commitments[1].by_hand"),
        ("by_hand: {", "figure: x\n    by_hand: {", "two-measures", "commitments[1].by_hand"),
        ("source: https://example.org/kst-00000-1", "source: kst", "url", "commitments[0].source"),
        ("openness: open", "openness: open\n    decision: {}", "open-with-decision", "systems[0].decision"),
        ("publish: never", "publish: nooit", "choice", "systems[2].publish"),
        ("date: 2026-11-01", "date: nu", "date", "origin.date"),
        ("note: {nl: Niet nagegaan., en: Not verified.}", "note: {nl: x}", "missing", "origin.note.en"),
        ("left_out:\n  -", "left_out:\n  ", "list", "left_out"),
        ("commons:\n  -", "gemeengoed:\n  -", "unknown-key", "gemeengoed"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(old: str, new: str, code: str, key: str) -> None:
    changed = WHOLE.replace(old, new, 1)
    assert changed != WHOLE
    errors = [(item.code, item.key) for item in parts(changed)[1] if item.type == "error"]
    assert (code, key) in errors
    assert not VALID.is_valid(plain(parse(changed.encode())))


def test_every_mistake_that_is_told_of_is_told_with_line_and_column() -> None:
    texts = [
        WHOLE.replace(old, new, 1)
        for test in (test_what_the_reader_refuses_the_schema_refuses, test_what_only_the_reader_can_see)
        for mark in test.pytestmark  # type: ignore[attr-defined]
        for old, new, _, _ in mark.args[1]
    ]
    texts += [SYSTEM % how for how in ("openness: open", "openness: closed", "openness: closed, decision: {}")]
    texts.append(SYSTEM % "openness: closed, repositories: [https://github.com/a/b]")
    texts += [
        "",
        "[",
        "x",
        "a: 1\na: 2\n",
        "a: 1\n---\na: 1\n",
        "[a]: 1\n",
        "[" * 60,
        "[" * 60 + "]" * 60,
        f"[{'1,' * 50_000}]",
        " " * LIMIT + "a",
        "organisations: [{id: a, sources: ['githup:a', 'gitlab:gitlab.com', '--upload-pack=x']}]",
        "explanations: [{rule: licence/none}]",
        "commitments: [{figure: x}]",
        "forks: [{repository: https://a.nl/b, upstream: https://a.nl/b}]",
    ]
    texts.append(f"{WHOLE}population: {{leave_out: [fork]}}\n")
    shown = "publish: name}\n  - {repository: https://a.nl/geheim, reason: Registersysteem, publish: name}"
    texts.append(WHOLE.replace("publish: name}", shown))
    shared = "organisations: [{id: a, name: A, kind: zbo, sources: [/a]}, {id: b, name: B, kind: zbo, sources: [/a]}]"
    found = [item for text in (*texts, shared) for item in parts(text)[1]]
    found += parts(texts[-2], "population: {leave_out: []}")[1]
    found += read([File("a.yaml", b"\xff")])[1]
    assert {item.code for item in found} == MESSAGES.keys()
    assert all(item.line >= 1 and item.column >= 1 and item.in_("nl") and item.in_("en") for item in found)


def test_closed_with_repositories() -> None:
    text = SYSTEM % "openness: closed, repositories: [https://github.com/a/b]"
    assert ("closed-with-repositories", "systems[0].repositories") in [one[:2] for one in told(text)]
    assert not VALID.is_valid(plain(parse(text.encode())))


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("until: 2027-06-01", "until: 2026-05-31", "order", "explanations[0].until"),
        ("until: 2027-06-01", "until: 2028-06-02", "too-long", "explanations[0].until"),
        ("review_by: 2027-02-01\n", "review_by: 2026-01-31\n", "order", "systems[1].decision.review_by"),
        ("part_of: minvb", "part_of: minxx", "no-such-organisation", "organisations[1].part_of"),
        ("part_of: minvb", "part_of: dienst", "part-of-itself", "organisations[1].part_of"),
        ("organisation: minvb", "organisation: minxx", "no-such-organisation", "systems[0].organisation"),
        (
            "organisations: [minvb, dienst]",
            "organisations: [minvb, x]",
            "no-such-organisation",
            "commons[0].organisations",
        ),
        ('about: "system:toezicht"', 'about: "system:x"', "no-such-system", "corrections[0].about"),
        ('about: "system:toezicht"', 'about: "system:"', "about", "corrections[0].about"),
        ("- id: toezicht", "- id: loket", "twice", "systems[1].id"),
        (
            "tooi: https://identifier.overheid.nl/tooi/id/ministerie/mnre0000",
            "tooi: https://identifier.overheid.nl/tooi/id/zbo/zb000000",
            "tooi-kind",
            "organisations[0].tooi",
        ),
        ("github:MinVB", "https://user:geheim@example.org/x", "secret", "organisations[0].sources[0]"),
        ("github:MinVB", "https://ghp_geheim@example.org/x", "secret", "organisations[0].sources[0]"),
    ],
)
def test_what_only_the_reader_can_see(old: str, new: str, code: str, key: str) -> None:
    changed = WHOLE.replace(old, new, 1)
    assert changed != WHOLE
    assert (code, key) in [(item.code, item.key) for item in parts(changed)[1] if item.type == "error"]


@pytest.mark.parametrize(
    "address",
    [
        "oauth2:s3cret@gitlab.com/groep",
        "oauth2:s3c/s3cret@gitlab.com/groep",
        "gitlab:s3cret@gitlab.com/groep",
        "ftp://s3cret@gitlab.com/groep",
        "//s3cret@gitlab.com/groep",
        "s3cret@gitlab.com/groep",
        "https://me:s3c/s3cret@gitlab.com/groep",
        "git+https://s3cret@gitlab.com/groep",
        "ssh://me:s3cret@gitlab.com/groep",
        "glpat-s3cret@gitlab.com:groep/x",
        "ssh://ghp_s3cret@gitlab.com/groep",
    ],
)
def test_what_may_be_a_token_is_told_nowhere(address: str) -> None:
    text = f"organisations:\n  - {{id: a, name: A, kind: overig, sources: ['{address}', {{address: '{address}'}}]}}\n"
    text += f"forks:\n  - {{repository: '{address}', upstream: '{address}'}}\norigin: {{source: x, url: '{address}'}}\n"
    items = parts(text)[1]
    assert [item.code for item in items if "address" in item.key or "sources[0]" in item.key] == ["secret"] * 2
    assert not [item for item in items if "s3cret" in item.in_("nl") + item.in_("en") + repr(item)]


@pytest.mark.parametrize(
    "address", ["mailto:open@gitlab.com", "open@gitlab.com", "x://a b@c", "https://a b@c/s3", "ftp:a b@s3"]
)
def test_what_stands_before_a_host_is_not_told(address: str) -> None:
    text = f"organisations:\n  - {{id: a, name: A, kind: overig, sources: ['{address}']}}\n"
    text += f"corrections:\n  - {{about: '{address}'}}\norigin: {{source: x, url: '{address}'}}\n"
    before = address.rpartition("@")[0].rpartition("/")[2]
    assert not [item for item in parts(text)[1] if before in item.in_("nl") + item.in_("en")]


@pytest.mark.parametrize(
    "address",
    ["git@gitlab.com:groep/x", "ssh://git@gitlab.com:22/x", "https://gitlab.com/a/@b", "./me:x@y", "/srv/a:b@c.nl/d"],
)
def test_an_at_is_no_secret_by_itself(address: str) -> None:
    assert not parts(f"organisations:\n  - {{id: a, name: A, kind: overig, sources: ['{address}']}}\n")[1]


def test_all_errors_are_told_in_one_run_each_at_its_place() -> None:
    text = "organisations:\n  - {id: a, name: A, kind: x}\n  - {id: b, kind: zbo}\nsystems:\n  - {id: s}\n"
    assert told(text) == [
        ("choice", "organisations[0].kind", 2, 28),
        ("missing", "organisations[1].name", 3, 5),
        ("missing", "systems[0].name", 5, 5),
        ("missing", "systems[0].openness", 5, 5),
        ("missing", "systems[0].organisation", 5, 5),
    ]


@pytest.mark.parametrize(
    ("how", "codes"),
    [
        ("openness: open", ["no-repositories"]),
        ("openness: closed", ["no-decision"]),
        ("openness: closed, decision: {ground: ie-derden, by: CIO}", ["decision-lacks"]),
        ("openness: closed, decision: {}", ["decision-lacks"]),
        ("openness: partly, repositories: [https://github.com/a/b]", ["no-decision"]),
    ],
)
def test_what_is_lacking_is_a_warning(how: str, codes: list[str]) -> None:
    _, items = parts(SYSTEM % how)
    assert [(item.type, item.code) for item in items] == [("warning", code) for code in codes]


def test_a_source_that_nobody_can_read_is_warned_of_at_its_place() -> None:
    good = "/srv/git, ./a, 'https://a.nl/b', 'ssh://git@a.nl/b', 'git@a.nl:b/c', 'file:///a', 'github:a', 'github:a/b'"
    good += (
        ", 'github:ghe.stad.nl/a', 'gitlab:a.nl/b/c', 'gitea:a.nl:8443/b', 'don:', 'don:a.nl', 'http://127.0.0.1:1/a'"
    )
    wrong = ("githup:a", "ftp://a.nl/b", "ext::sh -c id", "github:", "gitlab:a.nl", "gitea:a.nl", "http://a.nl/b", "-a")
    text = f"organisations:\n- id: a\n  name: A\n  kind: zbo\n  sources: [{good}]\n"
    assert told(text) == []
    text = "organisations:\n- id: a\n  name: A\n  kind: zbo\n  sources:\n" + "".join(f"  - '{one}'\n" for one in wrong)
    _, items = parts(text)
    assert [(one.type, one.code, one.values["found"], one.line, one.column) for one in items] == [
        ("warning", "source", one, line, 5) for line, one in enumerate(wrong, 6)
    ]


def test_a_rule_that_is_not_there_is_warned_of_at_its_place() -> None:
    text = WHOLE.replace("rule: ", "rule: licence/none #", 1)
    [item] = parts(text)[1]
    assert (item.type, item.code, item.key) == ("warning", "no-such-rule", "explanations[0].rule")
    assert text.splitlines()[item.line - 1][item.column - 1 :].startswith("licence/none")


def test_what_a_decision_lacks_is_named() -> None:
    _, items = parts(SYSTEM % "openness: closed, decision: {ground: ie-derden, by: CIO}")
    assert items[0].in_("nl") == "dit besluit telt niet: motivation, on, review_by ontbreekt"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", ("empty", 1, 1)),
        (b"[", ("yaml", 2, 1)),
        (b"a: 1\na: 2\n", ("yaml-duplicate-key", 2, 1)),
        (b"[" * 60, ("yaml", 2, 1)),
        (b"a: 1\n---\na: 1\n", ("yaml-several-documents", 2, 1)),
        (b"[" * 60 + b"]" * 60, ("yaml-too-deep", 1, 51)),
        (b"[a]: 1\n", ("yaml-key-not-text", 1, 1)),
        (b"- a\n", ("keys", 1, 1)),
        (b"x", ("keys", 1, 1)),
        (b"\xff", ("yaml-not-utf-8", 1, 1)),
        (b"organisations: [1]", ("keys", 1, 17)),
    ],
)
def test_what_is_no_inventory(data: bytes, told: tuple[str, int, int]) -> None:
    _, items = read([File("a.yaml", data)])
    assert told in [(item.code, item.line, item.column) for item in items]


def test_an_empty_one_is_empty() -> None:
    assert parts("organisations:\nsystems: []\n") == (whole_of_nothing(), ())


def whole_of_nothing() -> object:
    return read([])[0]


@given(st.binary(max_size=200))
def test_any_bytes_give_items_or_an_inventory(data: bytes) -> None:
    _, items = read([File("a.yaml", data)])
    for item in items:
        assert item.in_("nl")
        assert item.in_("en")


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["a", "", "2026-01-01", "https://x.example.org/y"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "kind", "sources", "decision", "by_hand", "note", "publish", "about", "on"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["origin", "organisations", "systems", "commons", "commitments"]), JUNK))
def test_what_the_schema_takes_the_reader_reads_and_what_it_refuses_is_told(given: dict[str, object]) -> None:
    _, items = read([File("a.yaml", json.dumps(given).encode())])
    if not VALID.is_valid(given):
        assert [item for item in items if item.type == "error"]
    for item in items:
        assert item.code in MESSAGES
        assert item.in_("nl")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("population: {leave_out: [private, fork, fork]}", []),
        ("population: {leave_out: []}", []),
        ("population: {}", [("missing", "population.leave_out", 1, 13)]),
        ("population: {leave_out: }", [("missing", "population.leave_out", 1, 25)]),
        ("population: {leave_out: fork}", [("list", "population.leave_out", 1, 25)]),
        ("population: {leave_out: [vork]}", [("choice", "population.leave_out[0]", 1, 26)]),
        ("population: {leave_out: [fork], only: [1]}", [("unknown-key", "population.only", 1, 33)]),
        ("population: [fork]", [("keys", "population", 1, 13), ("missing", "population.leave_out", 1, 13)]),
    ],
)
def test_which_repositories_count(text: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert told(text) == expected
    assert VALID.is_valid(plain(parse(text.encode()))) is (not expected)


def test_the_rule_of_which_repositories_count() -> None:
    assert parts("population: {leave_out: [private, fork]}")[0].population.leave_out == (Kind.FORK, Kind.PRIVATE)
    assert parts("organisations: []")[0].population == Population()
