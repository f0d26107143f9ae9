"""`report verify` notices whatever is changed in a report, also what no figure and no place tells."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from oss_scan import __version__
from oss_scan.errors import OssScanError
from oss_scan.inert import json_document
from oss_scan.report.verifying import Verified, verify
from oss_scan.results import Scan
from oss_scan.store import Store, open_store
from oss_scan.texts import Lang, Text
from tests.report.made_up import RULES, twelve
from tests.report.reported import put, reported, verified
from tests.store.test_store import _keep

Change = Callable[[str], str]


def _scan(version: str = __version__) -> Scan:
    scan = twelve()
    named = tuple(replace(one, organisation="Gemeente A") for one in scan.repositories[:6])
    return Scan(replace(scan.run, tool_version=version), (*named, *scan.repositories[6:]))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    kept = open_store(str(tmp_path_factory.mktemp("store") / "scans.db"))
    _keep(kept, _scan(), "one")
    _keep(kept, _scan("0.0.1"), "old")
    return kept


@pytest.fixture(scope="module")
def made(store: Store) -> Mapping[str, str]:
    return reported(store.scan("one"), RULES, "en")


def _verify(folder: Path, store: Store, changed: tuple[str, ...] = ()) -> Verified:
    return verified(folder, store, RULES, changed)


def _noticed(folder: Path, store: Store) -> list[str]:
    try:
        found = _verify(folder, store)
    except OssScanError as error:
        return [error.en.removeprefix(f"{folder}/")]
    assert found.notices == ()
    return [f"{one.document}: {one.text.in_('en', one.values)}" for one in found.differences]


def _table(change: Callable[[list[list[str]]], None]) -> Change:
    def changed(text: str) -> str:
        rows = list(csv.reader(io.StringIO(text, newline="")))
        change(rows)
        out = io.StringIO()
        csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
        return out.getvalue()

    return changed


def _cells(**cells: str) -> Change:
    """Other text in columns of every row."""

    def change(rows: list[list[str]]) -> None:
        for row in rows[1:]:
            for name, text in cells.items():
                row[rows[0].index(name)] = text

    return _table(change)


def _false_row(rows: list[list[str]]) -> None:
    rows.insert(1, list(rows[1]))
    rows[1][7] = "99"


def _titles(rows: list[list[str]]) -> None:
    rows[1][4], rows[5][4] = rows[5][4], rows[1][4]


def _json(change: Callable[[Any], object]) -> Change:
    """Another document, written as ours are, so that nothing but the change tells."""

    def changed(text: str) -> str:
        document = json.loads(text)
        change(document)
        return json_document(document)

    return changed


def _set(steps: str, **values: object) -> Change:
    def change(document: Any) -> None:
        for step in steps.split("."):
            document = document[int(step) if step.isdigit() else step]
        document.update(values)

    return _json(change)


def _second_figure(document: Any) -> None:
    document["figures"].insert(0, {**document["figures"][0], "numerator": 12, "percentage": 100.0})


def _second_member(document: Any) -> None:
    members = document["figures"][0]["members"]
    members.insert(0, {**members[0], "part": "not-met"})


def _work(document: Any) -> None:
    for one in document["work_lists"][0]["work"]:
        one["repositories"] = [{**mend, "key": "key-01", "clears": 99} for mend in one["repositories"]]


def _links(document: Any) -> None:
    for judged in document["repositories"]:
        for finding in judged["findings"]:
            for place in finding["places"]:
                place["link"] = "https://evil.example/"


def _sub(old: str, new: str | Callable[[re.Match[str]], str], count: int = 1) -> Change:
    def changed(text: str) -> str:
        other, number = re.subn(old, new, text, count=count, flags=re.DOTALL)
        assert number
        assert other != text
        return other

    return changed


def _cell(figure: str, what: str) -> str:
    """The cell of a number, up to its text."""
    return rf'(<td[^>]*data-figure="{figure} government: {what}"[^>]*>)'


def _again(match: re.Match[str]) -> str:
    return f"{match[0]}</td>{match[1]}99"


def _bare(match: re.Match[str]) -> str:
    return f'<td class="number">99</td><td hidden{match[1][3:]}'


def _moved(text: str) -> str:
    at = text.index('<details id="achter-licence-present-not-met"')
    row = re.search(r"<tr>(?:(?!<tr>).)*?project-0.*?</tr>\n?", text[at:], re.DOTALL)
    assert row
    text = text[:at] + text[at:].replace(row[0], "", 1)
    end = text.index("</tbody>", text.index('<details id="achter-licence-present-met"'))
    return text[:end] + row[0] + text[end:]


_OSI = "licence-present"
_CASES: tuple[tuple[str, str, Change, str], ...] = (
    ("no scan", "figures.csv", _cells(scan="", numerator="12", percentage="100.0"), "it does not say of which scan"),
    ("a false row before the true one", "figures.csv", _table(_false_row), "repositories government  stands in it twi"),
    ("titles", "figures.csv", _table(_titles), "line 2 says"),
    ("rules", "figures.csv", _cells(rules="publiccode/valid"), "line 2 says"),
    ("reference date", "figures.csv", _cells(reference_date="2020-01-01"), "2020-01-01"),
    ("status", "figures.csv", _cells(status="withheld"), "withheld"),
    ("no figures", "figures.csv", lambda text: text.partition("\n")[0] + "\n", "it does not say of which scan"),
    ("state", "states.csv", _cells(number="1"), "line 2 says"),
    ("part", "members.csv", _cells(part="met"), "says"),
    ("repository", "findings.csv", _cells(repository="other"), 'line 2 says “"key-01","other"'),
    ("organisation", "findings.csv", _cells(organisation="BZK"), '"BZK"'),
    ("column", "findings.csv", _cells(column="7"), "line 2 says"),
    ("level", "findings.csv", _cells(level="may"), '"may"'),
    ("reason", "findings.csv", _cells(reason="All well."), "All well."),
    ("explanation", "findings.csv", _cells(explanation="(x)"), "(x)"),
    ("correction", "findings.csv", _cells(correction="x"), "line 2 says"),
    ("link", "findings.csv", _cells(link="https://evil.example/"), "https://evil.example/"),
    ("order", "findings.csv", _table(lambda rows: rows.append(rows.pop(1))), "line 2 says"),
    ("reference date", "report.json", _set("scan", reference_date="2020-01-01"), '"2020-01-01"'),
    ("finished", "report.json", _set("scan", finished=None), '"finished": null'),
    ("started", "report.json", _set("scan", started="2020-01-01T00:00:00Z"), "2020-01-01T00:00:00Z"),
    ("rule sets", "report.json", _set("scan", rulesets=[]), '"rulesets": []'),
    ("analysers", "report.json", _set("scan", analysers={}), '"analysers": {}'),
    ("basis", "report.json", _set("scan", basis="reconstructed"), '"reconstructed"'),
    ("final", "report.json", _json(lambda document: document.update(final=True)), '"final": true'),
    ("audience", "report.json", _json(lambda document: document.update(audience="public")), '"public"'),
    ("language", "report.json", _json(lambda document: document.update(lang="nl")), "line "),
    ("title", "report.json", _set("figures.0", title="Other"), '"title": "Other"'),
    ("definition", "report.json", _set("figures.0", definition="x"), '"definition": "x"'),
    ("rules of a figure", "report.json", _set("figures.0", rules=["x"]), '"rules": ['),
    ("a false figure before the true one", "report.json", _json(_second_figure), "repositories government  stands in"),
    ("a member twice", "report.json", _json(_second_member), "key-01 stands in it twice"),
    ("why of a member", "report.json", _set("figures.0.members.0", reason="x"), '"reason": "x"'),
    ("withheld", "report.json", _set("figures.0", status="withheld"), '"withheld"'),
    ("status", "report.json", _set("repositories.0", status="unreadable"), '"unreadable"'),
    ("repository", "report.json", _set("repositories.0", repository="other"), '"repository": "other"'),
    ("organisation", "report.json", _set("repositories.0", organisation="BZK"), '"organisation": "BZK"'),
    ("level", "report.json", _set("repositories.0.findings.0", level="may"), '"level": "may"'),
    ("message", "report.json", _set("repositories.0.findings.0", message="All well."), "All well."),
    ("reason", "report.json", _set("repositories.0.findings.0", reason="x"), '"reason": "x"'),
    ("explanation", "report.json", _set("repositories.0.findings.0", explanation={"by": "x"}), '"explanation": {'),
    ("correction", "report.json", _set("repositories.0.findings.0", correction={"by": "x"}), '"correction": {'),
    ("work list", "report.json", _json(_work), '"clears": 99'),
    ("level of work", "report.json", _set("work_lists.0.work.0", level="may"), '"level": "may"'),
    ("links", "report.json", _json(_links), "https://evil.example/"),
    (
        "one name twice",
        "report.json",
        lambda text: text.replace('"numerator": 11,', '"numerator": 12, "numerator": 11,', 1),
        "numerator stands in it twice",
    ),
    ("a number", "report.html", _sub(_cell(_OSI, "numerator") + "8", r"\g<1>9"), "numerator is 9, but the store gives"),
    ("a share", "report.html", _sub(_cell(_OSI, "percentage") + "66", r"\g<1>67"), "percentage is 67.7, but the store"),
    ("a number twice", "report.html", _sub(_cell(_OSI, "numerator") + "8", _again), "numerator stands in it twice"),
    ("a cell without marks", "report.html", _sub(_cell(_OSI, "denominator"), _bare), "line "),
    ("a bar", "report.html", _sub(r'(<rect[^>]* width=")[0-9.]+', r"\g<1>719"), '"719'),
    ("conclusion", "report.html", _sub("the share lies between", "the share lies above"), "the share lies above"),
    ("reference date", "report.html", _sub("23 November 2026", "1 January 2020"), "1 January"),
    ("status", "report.html", _sub("concept", "final", 9), "final"),
    ("a repository moved to met", "report.html", _moved, "line "),
    ("repository", "report.html", _sub("/srv/project-02", "/srv/other", 99), "/srv/other"),
    ("commit", "report.html", _sub(r">0000000000<", ">1111111111<"), ">1111111111<"),
    ("message", "report.html", _sub(r"There is no licence\.", "All well."), "All well."),
    ("remark", "report.html", _sub("Dit volgt in maart", "Dit volgt nooit"), "Dit volgt nooit"),
    ("a script", "report.html", _sub("</body>", "<script>alert(1)</script></body>"), "<script>alert(1)</script>"),
    ("style", "report.html", _sub("</style>", "tr{display:none}</style>"), "tr{display:none}"),
    ("language", "report.html", _sub('<html lang="en"', '<html lang="nl"'), " says"),
    ("the last line", "report.html", lambda text: f"{text}<p>x</p>\n", "“<p>x</p>”, but the store gives “”"),
    ("cut off", "report.html", lambda text: text.removesuffix("</html>\n"), "says “”, but the store gives “</html>”"),
    ("a definition", "manifest.json", _set("definitions.0", counts=["unknown"]), '"unknown"'),
    ("a checksum", "manifest.json", _set("documents", **{"report.html": "sha256:" + "0" * 64}), "sha256:0"),
    ("who made it", "manifest.json", _set("program", version="0.0.1"), '"0.0.1"'),
    ("who it is for", "manifest.json", _set("made", audience="public"), "public"),
)


@pytest.mark.parametrize(
    ("name", "change", "said"), [case[1:] for case in _CASES], ids=[f"{case[1]}: {case[0]}" for case in _CASES]
)
def test_what_is_falsified_is_noticed(
    name: str, change: Change, said: str, store: Store, made: Mapping[str, str], tmp_path: Path
) -> None:
    other = change(made[name])
    assert other != made[name]
    found = _noticed(put(tmp_path, {**made, name: other}), store)
    assert [one for one in found if said in one and (one.startswith(name) or name == "manifest.json")], found
    assert all(len(one) < 400 for one in found)


@pytest.mark.parametrize("change", [_table(lambda _rows: None), _json(lambda _document: None)], ids=["csv", "json"])
def test_what_is_only_written_again_is_right(
    change: Change, store: Store, made: Mapping[str, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    names = ["report.json"] if "json" in request.node.name else ["figures.csv", "findings.csv"]
    assert _noticed(put(tmp_path, {**made, **{name: change(made[name]) for name in names}}), store) == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_other_line_ends_are_no_difference(lang: Lang, store: Store, tmp_path: Path) -> None:
    texts = reported(store.scan("one"), RULES, lang)
    for ends in ("\n", "\r\n"):
        put(tmp_path, {name: text.replace("\r\n", "\n").replace("\n", ends) for name, text in texts.items()})
        assert _noticed(tmp_path, store) == []


def _told(found: Verified) -> list[str]:
    return [f"{one.document}: {one.text.in_('en', one.values)}" for one in found.notices]


_CAUSES = (
    ("old", (), f"the scan was made by oss-scan 0.0.1 and this is {__version__}"),
    ("one", ("own",), "the rules have changed since the scan (own)"),
)


@pytest.mark.parametrize(("scan", "changed", "why"), _CAUSES)
def test_another_text_of_an_older_scan_proves_nothing_and_that_is_told(
    scan: str, changed: tuple[str, ...], why: str, store: Store, tmp_path: Path
) -> None:
    texts = reported(store.scan(scan), RULES, "en", changed=changed)
    folder = put(tmp_path, texts)
    found = _verify(folder, store, changed)
    assert (found.differences, found.notices) == ((), ())
    put(folder, {"report.html": texts["report.html"].replace("There is no licence.", "There is none.")})
    found = _verify(folder, store, changed)
    line = texts["report.html"][: texts["report.html"].index("There is no licence.")].count("\n") + 1
    assert [one.document for one in found.differences] == ["report.html"]  # its checksum
    said = f"report.html: the text cannot be compared: {why}. From line {line} it is not what this oss-scan makes now;"
    assert _told(found) == [f"{said} only the figures and the places were looked at"]
    put(folder, {"figures.csv": texts["figures.csv"].replace('"8","12"', '"9","12"', 1)})
    found = _verify(folder, store, changed)
    assert ("figures.csv", "9") in [(one.document, one.values.get("said")) for one in found.differences]


def test_the_document_cannot_say_by_itself_that_it_is_older(
    store: Store, made: Mapping[str, str], tmp_path: Path
) -> None:
    change = _set("scan", tool={"name": "oss-scan", "version": "0.0.1"}, rulesets_changed=["open-tenzij"])
    found = _noticed(put(tmp_path, {**made, "report.json": change(made["report.json"])}), store)
    assert [one for one in found if "rulesets_changed" in one]


def test_rules_that_are_not_here_are_told(store: Store, made: Mapping[str, str], tmp_path: Path) -> None:
    def remake(_scan: Scan, _manifest: dict[str, Any]) -> Any:
        raise OssScanError(nl="geen {regels}", en="no {rules}")

    found = verify(put(tmp_path, made), store, remake)
    assert (found.differences, len(found.notices)) == ((), len(made))
    assert "report.json: the text cannot be compared: no {rules}; only the figures and the places were looked at" in (
        _told(found)
    )
    assert isinstance(found.notices[0].text, Text)
    rows = made["findings.csv"].splitlines(keepends=True)
    lacking = "".join((*rows[:1], *rows[2:]))
    old, new = (sha256(text.encode()).hexdigest() for text in (made["findings.csv"], lacking))
    changed = {"findings.csv": lacking, "manifest.json": made["manifest.json"].replace(old, new)}
    found = verify(put(tmp_path, {**made, **changed}), store, remake)
    assert [one.document for one in found.differences] == ["findings.csv"]
    assert "geen {regels}" in found.notices[0].text.in_("nl", found.notices[0].values)
