"""`report verify`: what was made is found to be right, and what was changed, here or in the store, is named."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oss_scan.errors import OssScanError
from oss_scan.figures import catalogue, figures, measured, percentage
from oss_scan.inventory.model import Inventory, Kind, Population, Spot
from oss_scan.report.content.data import numbers as of_figure
from oss_scan.report.counting import tenths
from oss_scan.report.document import NUMBERS, defined
from oss_scan.report.recounting import Recount
from oss_scan.results import Judged, Recognised, Run, Same, Scan
from oss_scan.rule import Rule
from oss_scan.store import Store, open_store
from oss_scan.store.beginning import begin
from oss_scan.store.todo import Todo
from oss_scan.texts import Lang, Reason
from oss_scan.worklist import work_lists
from tests.formats.made_up import HOSTILE, everyday, hostile, made_run, several
from tests.formats.made_up import RULES as EVERYDAY_RULES
from tests.postgres import Server
from tests.report.made_up import RULES, twelve
from tests.report.made_up_government import government
from tests.report.made_up_government import rules as government_rules
from tests.report.reported import ALL, put, reported, said, verified
from tests.store.test_store import _END, _keep
from tests.test_figures import _repositories


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "scans.db"))


def _report(store: Store, folder: Path, rules: dict[str, Rule], lang: Lang = "nl", *forms: str) -> Path:
    return put(folder, reported(store.scan(), rules, lang, forms or ALL))


def _said(folder: Path, store: Store) -> list[str]:
    return said(verified(folder, store, RULES))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("scan", "rules"),
    [
        (twelve(), RULES),
        (everyday(), EVERYDAY_RULES),
        (several(), EVERYDAY_RULES),
        *(hostile(text) for text in HOSTILE),
    ],
)
def test_what_was_made_is_right(scan: Scan, rules: dict[str, Rule], lang: Lang, both: Store, tmp_path: Path) -> None:
    named = tuple(replace(one, organisation=one.repository) for one in scan.repositories[:1])
    _keep(both, Scan(scan.run, (*named, *scan.repositories[1:])), "one")
    folder = _report(both, tmp_path / "report", rules, lang)
    found = verified(folder, both, rules)
    assert (found.differences, found.notices) == ((), ())
    assert {"report.json", "figures.csv", "findings.csv", "report.html", "manifest.json"} <= set(found.documents)


@pytest.mark.parametrize(("form", "names"), [("html", 2), ("csv", 9), ("json", 2)])
def test_each_form_is_verified_alone(form: str, names: int, store: Store, tmp_path: Path) -> None:
    _keep(store, twelve(), "one")
    found = verified(_report(store, tmp_path / "report", RULES, "nl", form), store, RULES)
    assert (found.differences, found.notices, len(found.documents)) == ((), (), names)


def test_figures_of_more_than_a_thousand_are_read_as_they_are_written(store: Store, tmp_path: Path) -> None:
    one = twelve().repositories[0]
    many = tuple(replace(one, key=f"key-{number}", findings=one.findings[:1]) for number in range(1234))
    _keep(store, Scan(made_run(), many), "one")
    for lang in ("nl", "en"):
        folder = _report(store, tmp_path / lang, RULES, "en" if lang == "en" else "nl")
        assert _said(folder, store) == []
        assert ("1.234" if lang == "nl" else "1,234") in (folder / "report.html").read_text(encoding="utf-8")


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def empty(request: pytest.FixtureRequest) -> Callable[[], Store]:
    """Makes new stores."""
    if request.param == "sqlite":
        return lambda: open_store("sqlite://")
    server: Server = request.getfixturevalue("postgres")
    return lambda: open_store(server.create())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, 12).flatmap(lambda size: st.tuples(*(_repositories(number + 1) for number in range(size)))),
    st.lists(st.sampled_from([None, "A", "B"]), min_size=12, max_size=12),
)
def test_sql_counts_what_the_figures_count(
    empty: Callable[[], Store], repositories: tuple[Judged, ...], names: list[str | None]
) -> None:
    given_ = tuple(replace(one, organisation=name) for one, name in zip(repositories, names, strict=False))
    store = empty()
    _keep(store, Scan(made_run(), given_), "one")
    scan = store.scan()
    counted = figures(measured(scan))
    with store.reading() as connection:
        recount = Recount(connection, 1, scan.run.reference_date, "internal", catalogue().platforms)
        for definition in catalogue().definitions:
            asked = defined(definition, "nl")
            members = recount.population(asked)
            numbers = recount.numbers(asked, members)
            mine = {(one.scope.kind, one.scope.id): one for one in counted if one.id == definition.id and one.measured}
            assert numbers.keys() == mine.keys()
            for scope, one in mine.items():
                given = dict(zip(NUMBERS, of_figure(one), strict=True))
                assert {name: numbers[scope][name] for name in NUMBERS if name != "percentage"} == {
                    name: value for name, value in given.items() if name != "percentage"
                }
                assert {f"state:{state}": number for state, number in one.states.items()}.items() <= (
                    numbers[scope].items()
                )
        assert recount.work({one.key for one in scan.repositories}) == {
            (listed.organisation, one.rule): {
                "clears": one.clears,
                "repositories": len(one.mends),
                "explained": one.explained,
            }
            for listed in work_lists(scan)
            for one in listed.work
        }


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_shares_in_whole_numbers_are_those_of_the_figures(part: int, more: int) -> None:
    share = percentage(part, part + more)
    assert tenths(part, part + more) == (None if share is None else int(share * 10))


def _edit(change: Callable[[Any], None]) -> Callable[[str], str]:
    def edited(text: str) -> str:
        document = json.loads(text)
        change(document)
        return json.dumps(document)

    return edited


def _set(path: str, value: object) -> Callable[[str], str]:
    def change(document: Any) -> None:
        *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
        for step in steps:
            document = document[step]
        document[last] = value

    return _edit(change)


def _swap(old: str, new: str) -> Callable[[str], str]:
    def swapped(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return swapped


_ROW = f'"key-01","https://git.example/org/project-01","","{1:040x}","LICENSE","1","","licence/present"'


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("report.json", _set("figures.0.numerator", 9), "repositories: numerator is 9, but the store gives 11"),
        ("report.json", _set("figures.1.numerator", 9), "repositories (category none): numerator is 9, but the store"),
        (
            "report.json",
            _set("figures.0.percentage", 42.0),
            "repositories: percentage is 42.0, but the store",
        ),
        ("report.json", _set("figures.0.percentage", None), "repositories: percentage is -, but the store gives 91.7"),
        ("report.json", _set("figures.0.explained", 1), "repositories: explained is 1, but the store gives 0"),
        ("report.json", _set("figures.0.states.read", 12), "repositories: state:read is 12, but the store gives 11"),
        ("report.json", _set("figures.0.id", "other"), "there is no figure other"),
        (
            "report.json",
            _set("figures.0.status", "not-measured"),
            "repositories: numerator is ., but the store",
        ),
        ("report.json", _set("figures", []), "the figure security-contact is missing"),
        ("report.json", _set("figures.0.left_out", 1), "repositories: left_out is 1, but the store gives 0"),
        (
            "report.json",
            _set("figures.0.members.0.part", "not-met"),
            "repositories: key-01 is under not-met, but belongs under met",
        ),
        ("report.json", _set("work_lists.0.work.0.clears", 11), "-: publiccode/present: clears is 11, but the store"),
        ("report.json", _set("work_lists", []), "in the store, but not here: -: publiccode/present"),
        ("report.json", _set("work_lists.0.work.0.rule", "a/b"), "not in the store: -: a/b"),
        (
            "report.json",
            _set("repositories.0.findings.0.places.0.line", 2),
            f"not in the store: key-01 {1:040x} licence/present pass {10:032x} LICENSE 2",
        ),
        (
            "report.json",
            _set("repositories.0.findings.0.places", []),
            f"in the store, but not here: key-01 {1:040x} licence/present pass {10:032x} LICENSE 1",
        ),
        (
            "report.json",
            _set("repositories.0.findings.0.outcome", "fail"),
            f"not in the store: key-01 {1:040x} licence/present fail {10:032x} LICENSE 1",
        ),
        (
            "report.json",
            _set("repositories.0.commit", "f" * 40),
            f"not in the store: key-01 {'f' * 40} licence/present",
        ),
        ("report.json", _set("scan.id", "another"), "this document is about another scan (another)"),
        ("manifest.json", _set("scan.id", "another"), "the scan another is not in the store"),
        ("figures.csv", _swap('"8","12"', '"9","12"'), "licence-present: numerator is 9, but the store gives 8"),
        ("figures.csv", _swap('"66.7"', '"66.8"'), "licence-present: percentage is 66.8, but the store gives 66.7"),
        ("figures.csv", _swap('"publiccode-valid"', '"x"'), "the figure publiccode-valid is missing"),
        (
            "findings.csv",
            _swap(_ROW, _ROW.replace('"1","",', '"7","",')),
            f"not in the store: key-01 {1:040x} licence/present",
        ),
        ("findings.csv", _swap('"key-02",', '"key-99",'), f"not in the store: key-99 {2:040x} licence/present pass"),
        ("report.html", _swap(">66,7%<", ">67,7%<"), "licence-present: percentage is 67.7, but the store gives 66.7"),
    ],
)
def test_what_was_changed_in_a_document_is_named(
    name: str, change: Callable[[str], str], said: str, store: Store, tmp_path: Path
) -> None:
    _keep(store, twelve(), "one")
    folder = _report(store, tmp_path / "report", RULES)
    path = folder / name
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    path.write_text(change(text), encoding="utf-8", newline="")
    found = _said(folder, store)
    where = "manifest.json" if said.startswith("the scan") else name
    assert [one for one in found if one.startswith(where) and said in one], found


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE finding SET outcome = 'fail' WHERE number = 1",
            "licence-present: numerator is 8, but the store gives 7",
        ),
        ("DELETE FROM subject WHERE repository = 1", "licence-present: denominator is 12, but the store gives 11"),
        ("UPDATE finding SET correction = NULL", "security-contact: corrected is 1, but the store gives 0"),
        ("UPDATE finding SET explained = NULL", "security-contact: explained is 2, but the store gives 0"),
        ("UPDATE place SET path = 'COPYING' WHERE finding = 1", "not in the store:"),
        ("UPDATE scan SET id = 'other'", "the scan one is not in the store"),
    ],
)
def test_what_was_changed_in_the_store_is_named(statement: str, said: str, both: Store, tmp_path: Path) -> None:
    _keep(both, twelve(), "one")
    folder = _report(both, tmp_path / "report", RULES)
    with both.writing() as connection:
        connection.exec_driver_sql(statement)
    found = _said(folder, both)
    assert [one for one in found if said in one], found
    names = {one.partition(":")[0] for one in found if said in one}
    assert names & {"report.json", "manifest.json"}, names


def test_what_a_scan_has_left_to_do_is_left_out_and_counted(store: Store, tmp_path: Path) -> None:
    run: Run = replace(twelve().run, id="begun", finished=None)
    begin(store, run, b"q", [Todo("/srv/a", "/srv/a", None), Todo("/srv/b", "/srv/b", None)])
    scan, waiting = store.at_once("begun")
    assert waiting == ("/srv/a", "/srv/b")
    put(tmp_path, reported(scan, RULES, waiting=waiting))
    assert _said(tmp_path, store) == []
    document = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert next(one for one in document["figures"] if one["id"] == "licence-present")["left_out"] == 2


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (None, "", "holds no report of oss-scan; make one with oss-scan report make"),
        ("manifest.json", "{", "manifest.json is no readable report of oss-scan (JSONDecodeError)"),
        (
            "manifest.json",
            '{"schema": "oss-scan/report/v2"}',
            "manifest.json is no readable report of oss-scan (Value",
        ),
        (
            "manifest.json",
            '{"schema": 1, "schema": 2}',
            "manifest.json is no readable report of oss-scan (schema",
        ),
        ("findings.csv", "a,b\nc\n", "findings.csv is no readable report of oss-scan (ValueError)"),
        ("figures.csv", "a,b\n1,2\n", "figures.csv is no readable report of oss-scan (KeyError)"),
        ("report.json", "{", "report.json is no readable report of oss-scan (JSONDecodeError)"),
        ("report.json", "[]", "report.json is no readable report of oss-scan (TypeError)"),
        ("report.json", "{}", "report.json is no readable report of oss-scan (KeyError)"),
        ("report.json", '{"schema": "oss-scan/scan/v1"}', "report.json is no readable report of oss-scan (ValueError)"),
    ],
)
def test_what_is_no_report_is_refused(name: str | None, text: str, said: str, store: Store, tmp_path: Path) -> None:
    if name:
        _keep(store, twelve(), "one")
        put(tmp_path, {**reported(store.scan(), RULES), name: text})
    with pytest.raises(OssScanError) as caught:
        verified(tmp_path, store, RULES)
    assert said in caught.value.en


@pytest.mark.parametrize(
    ("rule", "left_out"),
    [
        (None, {1, 2, 5, 11}),
        ((), set()),
        ((Kind.FORK,), {2, 11}),
        ((Kind.PRIVATE, Kind.COPY), {3, 5}),
    ],
)
def test_what_the_rule_of_the_inventory_leaves_out_is_in_no_figure(
    rule: tuple[Kind, ...] | None, left_out: set[int], store: Store, tmp_path: Path
) -> None:
    kinds = {1: Kind.ARCHIVED, 2: Kind.FORK, 3: Kind.PRIVATE, 11: Kind.FORK}
    unknown = (Kind.MIRROR, Kind.TEMPLATE, Kind.EMPTY)
    scan = twelve()
    repositories = tuple(
        replace(
            one, recognised=Recognised({kinds[at]: Reason(f"population-{kinds[at]}")} if at in kinds else {}, unknown)
        )
        for at, one in enumerate(scan.repositories, 1)
    )
    inventory = None if rule is None else Inventory(population=Population(leave_out=rule, spot=Spot("i.yaml", 1, 1)))
    store.begin(replace(scan.run, finished=None), inventory)
    for judged in repositories:
        store.add(scan.run.id, judged)
    store.finish(scan.run.id, _END, alike=[Same("key-05", Kind.COPY, "key-06")])
    folder = _report(store, tmp_path / "report", RULES)
    assert _said(folder, store) == []
    for one in json.loads((folder / "report.json").read_text(encoding="utf-8"))["figures"]:
        if "licence/present" not in one.get("rules", ()):
            continue
        assert one["denominator"] == 12 - len(left_out)
        members = {int(member["key"].rpartition("-")[2]) for member in one["members"]}
        assert members == set(range(1, 13)) - left_out
        assert {int(out["key"].rpartition("-")[2]) for out in one["left_out_of_it"]} == left_out


def test_the_made_up_government_is_counted_again_for_each_audience(both: Store, tmp_path: Path) -> None:
    _keep(both, government(), "one")
    for audience in ("public", "internal"):
        folder = put(tmp_path / audience, reported(both.scan(), government_rules(), audience=audience))
        found = verified(folder, both, government_rules())
        assert (said(found), found.notices) == ([], ())


def test_a_later_program_counts_by_the_definitions_of_the_report(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program that made the report knew a figure that this one does not know any more."""
    known = catalogue()
    gone = replace(known.definitions[1], id="of-then", rules=("licence/present", "publiccode/valid"))
    then = replace(known, definitions=(*known.definitions, gone))
    _keep(store, replace(twelve(), run=replace(twelve().run, tool_version="0.0.1")), "one")
    with monkeypatch.context() as patched:
        patched.setattr("oss_scan.report.making.catalogue", lambda: then)
        patched.setattr("oss_scan.report.making.figures", lambda seen: figures(seen, then))
        texts = reported(store.scan(), RULES, forms=("json", "csv"))
    found = verified(put(tmp_path, texts), store, RULES)
    assert said(found) == []
    assert {one.document for one in found.notices} >= {"report.json", "figures.csv", "manifest.json"}
    at = next(at for at, one in enumerate(json.loads(texts["report.json"])["figures"]) if one["id"] == "of-then")
    # 1, 2 and 9 pass both; 4, 5 have no licence, 3, 6, 8 and 10 no valid publiccode.yml; 7, 11 and 12 are unknown
    counted = json.loads(texts["report.json"])["figures"][at]
    assert [counted[name] for name in ("numerator", "not_met", "not_applicable", "unknown")] == [3, 6, 0, 3]
    put(tmp_path, {"report.json": _set(f"figures.{at}.numerator", 4)(texts["report.json"])})
    wrong = said(verified(tmp_path, store, RULES))
    assert "report.json: of-then: numerator is 4, but the store gives 3" in wrong
