"""`oss-scan licence identify`."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from oss_scan import licences
from oss_scan.cli import main
from oss_scan.schemas import schema


def _files(folder: Path) -> tuple[str, str]:
    known, other = folder / "LICENSE", folder / "eigen\x1b[31m.txt"
    known.write_text(licences.text("EUPL-1.2"), "utf-8")
    other.write_text("U mag hiermee doen wat redelijk is.\n", "utf-8")
    return str(known), str(other)


def _run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["licence", "identify", *words])
    out, err = capsys.readouterr()
    return status, out, err


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known, other = _files(tmp_path)
    status, out, err = _run(capsys, known, other, "--format", "json")
    rows = json.loads(out)
    Draft202012Validator(json.loads(schema("licence-identify"))).validate(rows)
    lines = licences.text("EUPL-1.2").rstrip().count("\n") + 1
    same = {"differences": [], "line": 1, "reason": None, "engine": None, "analyser": licences.version()}
    assert rows == [
        {"path": known, "expression": "EUPL-1.2", "kind": "text", "score": 1.0, "last_line": lines, **same},
        {"path": other, "expression": None, "kind": "unknown", "score": 0.0, "last_line": None, **same},
    ]
    assert out.index('"expression"') < out.index('"kind"') < out.index('"path"') < out.index('"score"')
    assert (status, err) == (3, "")


def test_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known, other = _files(tmp_path)
    status, out, _ = _run(capsys, known)
    assert status == 0
    assert out.splitlines()[-1].split()[1:] == ["EUPL-1.2", "volledige", "tekst", "1.000"]
    assert "\x1b" not in _run(capsys, other)[1]
    assert "full text" in _run(capsys, known, "--lang", "en")[1]
    assert len(_run(capsys, known, "--quiet")[1].splitlines()) == 1


def test_what_a_modified_text_lacks_and_has_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "LICENSE"
    text = licences.text("MIT").replace("to any person", "to any pupil of the school")
    path.write_text(f"{text}\n\nU mag het niet\x1b[31m verkopen.\n", "utf-8")
    status, out, _ = _run(capsys, str(path))
    assert status == 3
    assert out.splitlines()[-2:] == [
        f"{path}: ontbreekt: person; toegevoegd: pupil of the school",
        f"{path}: toegevoegd: U mag het niet\\x1b[31m verkopen.",
    ]
    rows = json.loads(_run(capsys, str(path), "--format", "json")[1])
    assert rows[0]["differences"][0] == {"removed": "person", "added": "pupil of the school"}


def test_a_pdf_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "LICENSE.pdf"
    path.write_bytes(b"%PDF-1.4\n")
    status, out, _ = _run(capsys, str(path), "--lang", "en")
    assert status == 3
    assert out.splitlines()[-1] == f"{path}: the PDF cannot be read"


@pytest.mark.parametrize(("lang", "said"), [("nl", "noemt een andere licentie"), ("en", "names another licence")])
def test_the_line_that_contradicts_a_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, said: str
) -> None:
    path = tmp_path / "LICENSE"
    path.write_text(f"{licences.text('MIT').rstrip()}\n\nLicense: GPL\n", "utf-8")
    status, out, _ = _run(capsys, str(path), "--lang", lang)
    at = path.read_text("utf-8").splitlines().index("License: GPL") + 1
    assert status == 3
    assert out.splitlines()[-1].startswith(f"{path}:{at}: ")
    assert said in out.splitlines()[-1]


def test_a_file_that_cannot_be_read_does_not_keep_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known, other = _files(tmp_path)
    status, out, err = _run(capsys, str(tmp_path / "weg"), str(tmp_path), other, known, "--format", "json")
    assert status == 2
    assert [row["path"] for row in json.loads(out)] == [other, known]
    assert len(err.splitlines()) == 2


def test_a_file_that_names_those_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pointer, apache = tmp_path / "LICENSE", tmp_path / "LICENSE.APACHE"
    pointer.write_text("Under either of the licences in LICENSE.APACHE or LICENSE-MIT.md.\n", "utf-8")
    apache.write_text(licences.text("Apache-2.0"), "utf-8")
    status, out, _ = _run(capsys, str(pointer), "--format", "json")
    assert (status, json.loads(out)[0]["expression"]) == (3, None)
    (tmp_path / "LICENSE-MIT.md").write_text(licences.text("MIT"), "utf-8")
    status, out, _ = _run(capsys, str(pointer), "--format", "json")
    assert (status, json.loads(out)[0]["expression"], json.loads(out)[0]["kind"]) == (
        0,
        "Apache-2.0 OR MIT",
        "reference",
    )


def test_it_needs_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(capsys)[0] == 2
