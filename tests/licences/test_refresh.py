"""The shipped data, made from their sources."""

import gzip
import json
from pathlib import Path

import pytest

from oss_scan.licences import refresh
from oss_scan.licences.index import HEAD


def _sources(folder: Path) -> tuple[Path, Path]:
    bundle = folder / "bundle.json.gz"
    licence = "You may use this work in any way that you like, for ever and for free. " * 3
    entries = [
        {"licenseId": "MIT", "text": f"A Title\n\n{licence}"},
        {"licenseId": "GPL-3.0-only", "text": f"Other\n\n{licence} {licence}"},
        {"licenseId": "GPL-3.0-or-later", "text": f"Other\n\n{licence} {licence}"},
        {"licenseId": "GPL-3.0", "text": None},
        {"licenseId": "ISC", "text": f"Same\n\n{licence} {licence} {licence}"},
        {"licenseId": "Zlib", "text": f"Same\n\n{licence} {licence} {licence}"},
    ]
    listed = {"licenses": entries, "licenseListVersion": "9.9.9", "releaseDate": "2026-01-01T00:00:00Z"}
    bundle.write_bytes(gzip.compress(json.dumps(listed).encode()))
    eupl = folder / "eupl"
    eupl.mkdir()
    (eupl / "EUPL-1.2.nl.txt").write_text(f"LICENTIE v. 1.2\nEUPL © Europese Unie 2007, 2016\n{licence * 2}", "utf-8")
    return bundle, eupl


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    bundle, eupl = _sources(tmp_path)
    made = []
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        assert refresh.main(bundle, eupl, folder) == 0
        made.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    assert made[0] == made[1]
    assert list(made[0]) == ["index.json.gz", "origin.json", "texts.json.gz"]


def test_the_index_holds_digests_and_one_id_for_a_text(tmp_path: Path) -> None:
    bundle, eupl = _sources(tmp_path)
    assert refresh.main(bundle, eupl, tmp_path) == 0
    rows = json.loads(gzip.decompress((tmp_path / "index.json.gz").read_bytes()))
    assert {row[0] for row in rows} == {"MIT", "GPL-3.0", "EUPL-1.2"}
    assert b"youmayuse" not in json.dumps(rows).encode()
    assert all(length >= HEAD for _, length, _, _ in rows)
    origin = json.loads((tmp_path / "origin.json").read_text("utf-8"))
    assert origin["spdx"]["version"] == "9.9.9"
    assert origin["eupl"]["languages"] == ["nl"]


def test_a_source_without_texts_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle, _ = _sources(tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert refresh.main(bundle, empty, tmp_path) == 2
    assert "0 versions of the EUPL" in capsys.readouterr().err
