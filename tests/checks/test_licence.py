"""Questions about licences, asked of small trees; the examples in the rules ask the rest."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from jsonschema import validate

from oss_scan import licences, schemas
from oss_scan.checks import Answer, Outcome, Place, find
from oss_scan.checks.licence import standing
from oss_scan.engine import evaluate
from oss_scan.facts import Facts, Known, NotLooked, collect
from oss_scan.facts.licensing import LicenceFile, Licensing, Reuse
from oss_scan.formats.json import _licence
from oss_scan.results import Judged, sentence
from oss_scan.ruleset import DEFAULT, load
from oss_scan.texts import REASONS, Reason
from oss_scan.tree import LIMIT, Kind, Link, MemoryTree, Unread

_NAMES = ("present", "osi-approved", "full-text", "preferred", "consistent", "reuse", "reuse-texts")
_EUPL = licences.text("EUPL-1.2")


class _Partial(MemoryTree):
    """A tree of which the blobs at some paths are missing."""

    def __init__(self, files: dict[str, bytes | Link], missing: tuple[str, ...]) -> None:
        super().__init__(files)
        self._missing = missing

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        return Unread("blob-missing", path) if path in self._missing else super().read(path, limit)


class _WithSubmodule(MemoryTree):
    """A tree in which `vendor` is a submodule."""

    def kind(self, path: str) -> Kind:
        return Kind.SUBMODULE if path == "vendor" else super().kind(path)


def _facts(tree: MemoryTree) -> Facts:
    nothing = NotLooked("history-not-looked")
    return Facts(
        tree=Known(collect(tree), "git"), history=nothing, hosting=nothing, organisation=nothing, declared=nothing
    )


def _ask(name: str, facts: Facts) -> Answer:
    check = find(f"licence.{name}")
    params = check.params(licences=("EUPL-1.2",)) if name == "preferred" else check.params()
    answer = check.ask(facts, params, date(2026, 11, 23))
    if answer.outcome is Outcome.FAIL:
        assert check.values <= answer.values.keys()
    if answer.because:
        assert answer.because.in_("nl")
        assert answer.because.code in REASONS
    return answer


def _on(name: str, files: dict[str, str | bytes | Link]) -> Answer:
    ready = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
    return _ask(name, _facts(MemoryTree(ready)))


@pytest.mark.parametrize("name", _NAMES)
def test_a_tree_that_nobody_looked_at(name: str) -> None:
    nothing = NotLooked("tree-empty")
    answer = _ask(name, Facts(tree=nothing, history=nothing, hosting=nothing, organisation=nothing, declared=nothing))
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.UNKNOWN, "tree-empty")


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("present", Outcome.PASS),
        ("osi-approved", Outcome.UNKNOWN),
        ("full-text", Outcome.UNKNOWN),
        ("preferred", Outcome.UNKNOWN),
        ("consistent", Outcome.UNKNOWN),
    ],
)
def test_a_licence_that_is_missing_from_the_object_store(name: str, outcome: Outcome) -> None:
    tree = _Partial({"LICENSE": _EUPL.encode(), "package.json": b'{"license": "MIT"}'}, ("LICENSE",))
    answer = _ask(name, _facts(tree))
    assert answer.outcome is outcome
    if answer.because:
        assert (answer.because.code, answer.because.values) == ("blob-missing", {"path": "LICENSE"})


def test_a_licence_that_is_too_large_says_the_limit() -> None:
    answer = _on("osi-approved", {"LICENSE": b"x" * (LIMIT + 1)})
    assert answer.because is not None
    assert answer.because.values == {"path": "LICENSE", "limit": str(LIMIT)}


def test_a_link_into_a_submodule_is_not_known() -> None:
    tree = _WithSubmodule({"LICENSE": Link("vendor"), "vendor": b""})
    answer = _ask("present", _facts(tree))
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.UNKNOWN, "blob-submodule")


def test_a_file_that_is_empty_is_told() -> None:
    answer = _on("present", {"LICENSE": "", "package.json": '{"license": "MIT"}'})
    assert (answer.outcome, answer.because) == (Outcome.FAIL, Reason("licence-empty", {"path": "LICENSE"}))
    assert answer.values == {"declared": "package.json: MIT"}
    assert [place.path for place in answer.places] == ["LICENSE"]
    for whole in ("COPYING", "LICENSES/EUPL-1.2.txt"):
        assert _on("present", {"LICENSE": "", whole: _EUPL}).outcome is Outcome.PASS


@pytest.mark.parametrize("target", ["../LICENSE", "LICENSE", "lost.txt"])
def test_a_link_that_leads_nowhere_is_told(target: str) -> None:
    answer = _on("present", {"LICENSE": Link(target), "package.json": '{"license": "MIT"}'})
    assert (answer.outcome, answer.because) == (Outcome.FAIL, Reason("blob-link", {"path": "LICENSE"}))
    assert answer.values == {"declared": "package.json: MIT"}


def test_where_no_licence_is_the_declarations_are_named() -> None:
    answer = _on("present", {"package.json": '{"license": "EUPL-1.2"}', "setup.cfg": "[metadata]\nlicense = EUPL\n"})
    assert answer.values == {"declared": "package.json: EUPL-1.2, setup.cfg: EUPL"}
    assert _on("present", {"a": "x"}).values == {"declared": "-"}


def test_where_no_licence_is_what_speaks_of_a_folder_is_named() -> None:
    files: dict[str, str | bytes | Link] = {
        "pkg/DESCRIPTION": "Package: a\nLicense: EUPL\n",
        "b/LICENSE": _EUPL,
        "vendor/LICENSE": _EUPL,
        "b/c/LICENSE": "x",
    }
    assert _on("present", files).values == {"declared": "pkg/DESCRIPTION: EUPL, b/LICENSE"}
    assert _on("present", {**files, "setup.cfg": "[metadata]\nlicense = MIT\n"}).values == {
        "declared": "setup.cfg: MIT, b/LICENSE"
    }


def test_places_lead_to_the_licence() -> None:
    answer = _on("osi-approved", {"LICENSE": f"Copyright 2026 Gemeente\n\n{licences.text('CC-BY-4.0')}", "a.py": "x"})
    assert answer.outcome is Outcome.FAIL
    assert answer.values == {"found": "CC-BY-4.0"}
    assert [(place.path, place.line) for place in answer.places] == [("LICENSE", 3)]


_REUSE = '[[annotations]]\npath = "**"\nSPDX-License-Identifier = "EUPL-1.2"\n'


@pytest.mark.parametrize("name", ["osi-approved", "preferred"])
def test_places_lead_to_what_shows_the_licence_and_then_to_what_points_there(name: str) -> None:
    files: dict[str, str | bytes | Link] = {
        "LICENSE.md": "# Licence\n\nSee [REUSE.toml](REUSE.toml).\n",
        "LICENSES/EUPL-1.2.txt": _EUPL,
        "LICENSES/CC0-1.0.txt": licences.text("CC0-1.0"),
        "REUSE.toml": _REUSE,
        "a.py": "x",
    }
    shown = [("REUSE.toml", 3), ("LICENSES/EUPL-1.2.txt", 1)]
    answer = _on(name, files)
    assert answer.outcome is Outcome.PASS
    assert [(place.path, place.line) for place in answer.places] == [*shown, ("LICENSE.md", 3)]
    assert all(place.blob for place in answer.places)
    del files["LICENSE.md"]
    assert [(place.path, place.line) for place in _on(name, files).places] == shown


def test_places_are_the_text_at_the_top_where_it_stands_there() -> None:
    answer = _on("osi-approved", {"LICENSE": _EUPL, "REUSE.toml": _REUSE, "a.py": "x"})
    assert [(place.path, place.line) for place in answer.places] == [("LICENSE", 1)]


def test_both_sides_of_a_disagreement_are_named() -> None:
    answer = _on("consistent", {"LICENSE": _EUPL, "package.json": '{\n "license": "ISC"}'})
    assert answer.values == {"one": "EUPL-1.2", "at": "LICENSE:1", "others": "package.json:2: ISC"}
    assert [(place.path, place.line) for place in answer.places] == [("package.json", 2), ("LICENSE", 1)]


def test_several_licences_without_a_word_on_which_binds() -> None:
    files: dict[str, str | bytes | Link] = {f"LICENSES/{one}.txt": licences.text(one) for one in ("MIT", "EUPL-1.2")}
    answer = _on("osi-approved", files)
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.UNKNOWN, "licence-unclear")


def test_one_of_two_texts_is_not_there() -> None:
    answer = _on("full-text", {"LICENSE-MIT": licences.text("MIT"), "LICENSE-APACHE": "Apache-2.0\n"})
    assert (answer.outcome, answer.values) == (Outcome.FAIL, {"path": "LICENSE-APACHE"})


def test_reuse_names_the_files() -> None:
    answer = _on("reuse", {"REUSE.toml": "version = 1\n", "a.py": "x", "b.py": "# SPDX-License-Identifier: MIT\n"})
    assert answer.values == {"files": "2", "licence": "1", "holder": "2"}
    assert answer.places == (Place("a.py"), Place("b.py"))


def test_reuse_of_a_file_that_cannot_be_read() -> None:
    answer = _ask("reuse", _facts(_Partial({"REUSE.toml": b"version = 1\n", "a.py": b"x"}, ("a.py",))))
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.UNKNOWN, "blob-missing")


def test_all_that_disagree_are_named() -> None:
    files: dict[str, str | bytes | Link] = {
        "LICENSE": _EUPL,
        "package.json": '{"license": "ISC"}',
        "publiccode.yml": "legal:\n  license: EUPL-1.2\n",
        "pyproject.toml": '[project]\nlicense = "MIT"\n',
    }
    answer = _on("consistent", files)
    others = "package.json:1: ISC; pyproject.toml:2: MIT"
    assert answer.values == {"one": "EUPL-1.2", "at": "LICENSE:1", "others": others}
    assert [place.path for place in answer.places] == ["package.json", "pyproject.toml", "LICENSE"]


def test_a_manifest_need_not_name_what_the_licence_file_says_of_bundled_parts() -> None:
    bundled = f"{licences.text('Apache-2.0')}\n\n{licences.text('MIT')}"
    files: dict[str, str | bytes | Link] = {"LICENSE.txt": bundled, "setup.cfg": "[metadata]\nlicense = Apache-2.0\n"}
    assert _on("osi-approved", files).values == {"found": "Apache-2.0 AND MIT"}
    assert _on("consistent", files).outcome is Outcome.PASS
    files["package.json"] = '{"license": "ISC"}'
    assert _on("consistent", files).values["others"] == "package.json:1: ISC"
    apart: dict[str, str | bytes | Link] = {"LICENSE.MIT": licences.text("MIT"), "LICENSE.EUPL": _EUPL}
    assert _on("consistent", {**apart, "package.json": '{"license": "MIT"}'}).outcome is Outcome.FAIL


def test_parts_that_disagree_are_counted_where_there_are_many() -> None:
    files: dict[str, str | bytes | Link] = {f"packages/{at:02}/package.json": '{"license": "ISC"}' for at in range(12)}
    answer = _on("consistent", {"LICENSE": _EUPL, "package.json": '{"license": "EUPL-1.2"}', **files})
    assert answer.outcome is Outcome.FAIL
    assert answer.values["others"].startswith("packages/00/package.json:1: ISC; packages/01/package.json:1: ISC; ")
    assert answer.values["others"].endswith("packages/09/package.json:1: ISC; + 2")
    assert len(answer.places) == 11


@pytest.mark.parametrize(
    "files",
    [
        {"LICENSE": _EUPL, "part/package.json": '{"license": "MIT"}', "part/LICENSE": "MIT License"},
        {"LICENSE": _EUPL, "a/b/package.json": '{"license": "MIT"}', "a/COPYING.md": "MIT License"},
        {"LICENSE": _EUPL, "packages/button-docs/package.json": '{"license": "CC0-1.0"}'},
        {"LICENSE": _EUPL, "charts/a/Chart.yaml": "annotations:\n  licenses: Apache-2.0\n"},
        {"LICENSE": _EUPL, "openapi.yaml": "openapi: 3.0.0\ninfo:\n  license: {name: CC-BY-4.0}\n"},
        {"LICENSE": _EUPL, "README.md": "## License\n\nIcons by X, licensed under MIT.\n"},
        {"LICENSE": _EUPL, "README.md": "License: CC-BY-4.0\n"},
        {"LICENSE": _EUPL, "README.md": "License: MIT\n\nThis software is licensed under the Apache License 2.0.\n"},
        {
            "LICENSE": _EUPL,
            "README.md": "License: MIT\n\n## Licence\n\nX: EUPL-1.2\n",
        },
        {"LICENSE": _EUPL, "a.py": "# SPDX-License-Identifier: MIT\n"},
    ],
)
def test_what_does_not_speak_of_the_whole_code_is_not_compared(files: dict[str, str | bytes | Link]) -> None:
    answer = _on("consistent", files)
    assert (answer.outcome, answer.because and answer.because.code) == (
        Outcome.NOT_APPLICABLE,
        "licence-nothing-to-compare",
    )


@pytest.mark.parametrize(
    ("readme", "outcome"),
    [
        ("## License\n\n[MIT](LICENSE)\n", Outcome.FAIL),
        ("License: MIT\n", Outcome.FAIL),
        ("# X\n\n## Licentie\n\nDeze software is beschikbaar onder de EUPL v1.2.\n", Outcome.PASS),
    ],
)
def test_a_readme_is_compared_with_the_licence_file(readme: str, outcome: Outcome) -> None:
    answer = _on("consistent", {"LICENSE": _EUPL, "README.md": readme})
    assert answer.outcome is outcome
    line = readme[: max(0, readme.find("## Licen"))].count("\n") + 1
    assert {(place.path, place.line) for place in answer.places} == {("LICENSE", 1), ("README.md", line)}


def test_a_readme_that_names_one_of_two_licences_does_not_disagree() -> None:
    both = f"{licences.text('MIT')}\n\n{licences.text('ISC')}"
    answer = _on("consistent", {"LICENSE": both, "README.md": "## License\n\n[MIT](LICENSE)\n"})
    assert answer.outcome is Outcome.NOT_APPLICABLE
    assert _on("consistent", {"LICENSE": both, "README.md": "License: EUPL-1.2\n"}).outcome is Outcome.FAIL


def test_a_readme_settles_no_manifest_that_names_no_version() -> None:
    readme = "## License\n\nEUPL-1.2\n"
    files: dict[str, str | bytes | Link] = {
        "LICENSE": _EUPL,
        "README.md": readme,
        "package.json": '{"license": "EUPL"}',
    }
    answer = _on("consistent", files)
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.UNKNOWN, "licence-declaration-unclear")


@pytest.mark.parametrize(
    ("paths", "outcome"),
    [
        (["index.md", "check.sh"], Outcome.NOT_APPLICABLE),
        (["index.md", "check.sh", "build.bat"], Outcome.NOT_APPLICABLE),
        (["index.md", "check.sh", "a.sh", "b.sh"], Outcome.FAIL),
        (["index.md", "check.sh", "a.py"], Outcome.FAIL),
    ],
)
def test_a_shell_script_beside_documents_is_no_program(paths: list[str], outcome: Outcome) -> None:
    files: dict[str, str | bytes | Link] = dict.fromkeys(paths, "x")
    assert _on("osi-approved", {"LICENSE": licences.text("CC-BY-4.0"), **files}).outcome is outcome


def test_where_no_licence_is_what_packages_deeper_down_say_is_named() -> None:
    packages: dict[str, str | bytes | Link] = {f"packages/{name}/package.json": '{"license": "ISC"}' for name in "ab"}
    declared = "packages/a/package.json: ISC, packages/b/package.json: ISC"
    assert _on("present", packages).values == {"declared": declared}
    assert _on("present", {**packages, "app/package.json": '{"license": "MIT"}'}).values == {
        "declared": "app/package.json: MIT"
    }
    api = "openapi: 3.0.0\ninfo: {title: a, version: '1', license: {name: EUPL-1.2}}\npaths: {}\n"
    assert _on("present", {"docs/v1/openapi.yaml": api}).values == {"declared": "docs/v1/openapi.yaml: EUPL-1.2"}


def test_where_no_licence_is_what_the_sources_say_is_named() -> None:
    files: dict[str, str | bytes | Link] = {
        "part/package.json": '{"license": "MIT"}',
        "a.py": "# SPDX-License-Identifier: ISC\n",
    }
    assert _on("present", files).values == {"declared": "part/package.json: MIT, a.py: ISC"}
    others: dict[str, str | bytes | Link] = dict.fromkeys((f"{at}.py" for at in "bcde"), "x")
    assert _on("present", {**files, **others}).values == {"declared": "part/package.json: MIT"}
    content = "## Licentie\n\nDe inhoud van deze repository is beschikbaar onder CC-BY-4.0.\n"
    assert _on("present", {"README.md": content}).values == {"declared": "README: CC-BY-4.0"}


@pytest.mark.parametrize("sign", ["pyvenv.cfg", "conda-meta/history"])
def test_what_is_installed_in_an_environment_of_python_is_not_the_work(sign: str) -> None:
    files: dict[str, str | bytes | Link] = {
        "LICENSE": licences.text("CC0-1.0"),
        f"mijn-env/{sign}": "",
        "mijn-env/share/x/package.json": '{"license": "MIT"}',
        "mijn-env/lib/python3.11/a.py": "x",
    }
    assert _on("consistent", files).outcome is Outcome.NOT_APPLICABLE
    assert _on("osi-approved", files).outcome is Outcome.NOT_APPLICABLE
    del files[f"mijn-env/{sign}"]
    assert _on("consistent", files).outcome is Outcome.FAIL
    assert _on("osi-approved", files).outcome is Outcome.FAIL


def test_x11_is_called_mit_in_manifests() -> None:
    files: dict[str, str | bytes | Link] = {"LICENSE": licences.text("X11"), "setup.cfg": "[metadata]\nlicense = MIT\n"}
    assert _on("consistent", files).outcome is Outcome.PASS


@pytest.mark.parametrize(
    ("files", "word"),
    [
        ({"LICENSE": _EUPL, "a.py": "x"}, "open-source"),
        ({"LICENSE-MIT": licences.text("MIT"), "LICENSE-APACHE": licences.text("Apache-2.0")}, "open-source"),
        ({"LICENSE": licences.text("CC-BY-4.0"), "a.md": "x"}, "content"),
        ({"LICENSE": licences.text("CC-BY-4.0"), "a.py": "x"}, "not-approved"),
        ({"LICENSE": licences.text("PolyForm-Noncommercial-1.0.0"), "a.py": "x"}, "not-approved"),
        ({"LICENSE": "Alle rechten voorbehouden.\n", "a.py": "x"}, "published"),
        ({"README.md": "De broncode is openbaar gemaakt vanwege een Woo-verzoek.\n", "a.py": "x"}, "published"),
        ({"a.py": "x"}, "published"),
        ({"LICENSE": "U mag hiermee doen wat redelijk is.\n", "a.py": "x"}, "unclear"),
        ({"package.json": '{"license": "MIT"}'}, "unclear"),
        ({"a.py": "# SPDX-License-Identifier: MIT\n"}, "unclear"),
    ],
)
def test_one_word_for_what_may_be_said(files: dict[str, str | bytes | Link], word: str) -> None:
    ready = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
    facts = collect(MemoryTree(ready))
    assert standing(facts.licensing) == word


def test_texts_that_reuse_misses_are_named() -> None:
    files: dict[str, str | bytes | Link] = {
        "REUSE.toml": _REUSE,
        "LICENSES/MIT.txt": licences.text("MIT"),
        "a.py": "x",
    }
    answer = _on("reuse-texts", files)
    assert (answer.outcome, answer.values) == (Outcome.FAIL, {"missing": "EUPL-1.2", "unused": "LICENSES/MIT.txt"})
    assert answer.places == (Place("LICENSES/MIT.txt"),)


def test_what_reuse_does_not_use_is_not_known_where_a_file_is_missing() -> None:
    files: dict[str, bytes | Link] = {"REUSE.toml": b"version = 1\n", "LICENSES/MIT.txt": b"x", "a.py": b"x"}
    answer = _ask("reuse-texts", _facts(_Partial(files, ("a.py",))))
    assert (answer.outcome, answer.because and answer.because.code) == (Outcome.UNKNOWN, "blob-missing")


def test_a_finding_calls_reserved_rights_by_their_words() -> None:
    rules = load(DEFAULT).rules
    facts = _facts(MemoryTree({"LICENSE": b"Alle rechten voorbehouden.\n", "a.py": b"x"}))
    found = next(
        one for one in evaluate(facts, rules, date(2026, 11, 23), key="x") if one.rule == "licence/osi-approved"
    )
    rule = next(rule for rule in rules if rule.id == found.rule)
    assert found.values == {"found": licences.RESERVED}
    assert sentence(found, rule, "nl") == (
        "Voor de code geldt ‘alle rechten voorbehouden’; dat is geen licentie die het OSI heeft goedgekeurd."
    )
    assert sentence(found, rule, "en") == (
        "The code is under ‘all rights reserved’, which is not a licence that the OSI approved."
    )


def test_a_finding_calls_them_so_among_other_words_too() -> None:
    rules = load(DEFAULT).rules
    facts = _facts(MemoryTree({"LICENSE": _EUPL.encode(), "composer.json": b'{"license": "proprietary"}'}))
    said = {one.rule: one for one in evaluate(facts, rules, date(2026, 11, 23), key="x")}["licence/consistent"]
    rule = next(rule for rule in rules if rule.id == said.rule)
    assert sentence(said, rule, "en") == (
        "LICENSE:1 names EUPL-1.2, and this is something else: composer.json:1: ‘all rights reserved’."
    )


def test_the_result_tells_every_place() -> None:
    files: dict[str, bytes | Link] = {
        "LICENSE": _EUPL.encode(),
        "package.json": b'{\n"license": "EUPL-1.2"}',
        "README.md": b"# X\n\nDe broncode is openbaar gemaakt vanwege een Woo-verzoek.\n",
        "a.py": b"# SPDX-License-Identifier: EUPL-1.2\n",
    }
    judged = Judged(key="x", repository="x", status="scanned", facts=_facts(MemoryTree(files)))
    told = _licence(judged)
    assert told is not None
    assert (told["expression"], told["standing"], told["content"]) == ("EUPL-1.2", "open-source", None)
    places = {
        name: [(one["path"], one["line"], one["expression"]) for one in cast("list[dict[str, object]]", told[name])]
        for name in ("declarations", "headers", "grounds")
    }
    assert places == {
        "declarations": [("package.json", 2, "EUPL-1.2")],
        "headers": [("a.py", 1, "EUPL-1.2")],
        "grounds": [("LICENSE", 1, "EUPL-1.2")],
    }
    assert cast("dict[str, object]", told["disclosure"])["line"] == 3
    described = json.loads((Path(schemas.__file__).parent / "scan.json").read_text("utf-8"))
    validate(told, {"$ref": "#/$defs/licence", "$defs": described["$defs"]})


def _of_files(*paths: str) -> Facts:
    """Facts in which each file holds the whole text of the EUPL, as when PDFs can be read."""
    match = licences.Match("EUPL-1.2", "text", 1.0)
    files = tuple(LicenceFile(path, "0" * 40, match) for path in paths)
    tree = replace(collect(MemoryTree({})), licensing=Licensing(files, (), Reuse(), "EUPL-1.2"))
    nothing = NotLooked("history-not-looked")
    return Facts(tree=Known(tree, "git"), history=nothing, hosting=nothing, organisation=nothing, declared=nothing)


def test_a_pdf_that_was_read_is_no_plain_text() -> None:
    answer = _ask("full-text", _of_files("LICENSE.pdf"))
    assert (answer.outcome, answer.values) == (Outcome.FAIL, {"path": "LICENSE.pdf"})
    assert _ask("full-text", _of_files("LICENSE.pdf", "LICENSE.txt")).places == (
        Place("LICENSE.txt", 1, blob="0" * 40),
    )
    assert _ask("osi-approved", _of_files("LICENSE.pdf")).outcome is Outcome.PASS


def test_a_finding_says_in_words_that_there_is_none() -> None:
    rules = load(DEFAULT).rules
    facts = _facts(MemoryTree({"a.py": b"x"}))
    said = {one.rule: one for one in evaluate(facts, rules, date(2026, 11, 23), key="x")}["licence/present"]
    rule = next(rule for rule in rules if rule.id == said.rule)
    assert said.values == {"declared": "-"}
    assert sentence(said, rule, "nl") == "Bovenin de repository staat geen licentiebestand (elders genoemd: geen)."
    assert sentence(said, rule, "en") == "No licence file stands at the top of the repository (named elsewhere: none)."
