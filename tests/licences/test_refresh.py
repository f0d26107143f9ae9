"""The shipped data, made from their sources."""

import gzip
import json
from pathlib import Path

import pytest

from oss_scan.licences import index, refresh
from oss_scan.licences.fold import fold, without_markup
from oss_scan.licences.index import digest
from oss_scan.licences.spdx import DATA, texts
from oss_scan.licences.variants import written
from oss_scan.licences.words import split

_LICENCE = "You may use this work in any way that you like, for ever and for free. " * 3


def _sources(folder: Path) -> tuple[Path, Path, Path]:
    bundle = folder / "bundle.json.gz"
    entries = [
        {"licenseId": "MIT", "text": f"A Title\n\n{_LICENCE}"},
        {"licenseId": "GPL-3.0-only", "text": f"Other\n\n{_LICENCE} {_LICENCE}"},
        {"licenseId": "GPL-3.0-or-later", "text": f"Other\n\n{_LICENCE} {_LICENCE}"},
        {"licenseId": "GPL-3.0", "text": None},
        {"licenseId": "ISC", "text": f"Same\n\n{_LICENCE} {_LICENCE} {_LICENCE}"},
        {"licenseId": "Zlib", "text": f"Same\n\n{_LICENCE} {_LICENCE} {_LICENCE}"},
    ]
    listed = {"licenses": entries, "licenseListVersion": "9.9.9", "releaseDate": "2026-01-01T00:00:00Z"}
    bundle.write_bytes(gzip.compress(json.dumps(listed).encode()))
    eupl, xml = folder / "eupl", folder / "xml"
    eupl.mkdir()
    (eupl / "EUPL-1.2.nl.txt").write_text(f"LICENTIE v. 1.2\nEUPL © Europese Unie 2007, 2016\n{_LICENCE * 2}", "utf-8")
    xml.mkdir()
    (xml / "GPL-2.0-with-font-exception.xml").write_text(
        "<obsoletedBy>GPL-2.0 WITH Font-exception-2.0</obsoletedBy><text><p>insert GPL v2 license text here</p>"
        "<p>As an exception, a document that holds this font, or some part of it, does not for that reason alone "
        "come under the licence of this font.</p></text>",
        "utf-8",
    )
    return bundle, eupl, xml


def _listed(data: bytes) -> list[tuple[str, int]]:
    size = int.from_bytes(data[:4], "little")
    return [(name, length) for name, length in json.loads(data[4 : 4 + size])["texts"]]


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    sources = _sources(tmp_path)
    made = []
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        assert refresh.main(*sources, data=folder) == 0
        made.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    assert made[0] == made[1]
    assert list(made[0]) == ["digests.json.gz", "origin.json", "texts.bin", "words.bin.gz"]


def test_the_index_holds_one_id_for_a_text_and_no_text(tmp_path: Path) -> None:
    assert refresh.main(*_sources(tmp_path), data=tmp_path) == 0
    digests = json.loads(gzip.decompress((tmp_path / "digests.json.gz").read_bytes()))
    assert set(digests.values()) == {"MIT", "GPL-3.0", "EUPL-1.2", ""}  # the last for what they begin with
    assert digests[digest(fold(f"A Title\n\n{_LICENCE}"))] == "MIT"
    packed = gzip.decompress((tmp_path / "words.bin.gz").read_bytes())
    assert {name for name, _ in _listed(packed)} == {"MIT", "GPL-3.0", "EUPL-1.2", "WITH Font-exception-2.0"}
    assert b"work" not in packed
    origin = json.loads((tmp_path / "origin.json").read_text("utf-8"))
    assert origin["spdx"]["version"] == "9.9.9"
    assert origin["eupl"]["languages"] == ["nl"]


def test_a_source_without_texts_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle, _, xml = _sources(tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert refresh.main(bundle, empty, xml, data=tmp_path) == 2
    assert "0 versions of the EUPL" in capsys.readouterr().err


def test_other_forms_and_texts_without_their_advice(tmp_path: Path) -> None:
    bundle, eupl, xml = _sources(tmp_path)
    forms = tmp_path / "forms"
    forms.mkdir()
    terms = f"TERMS\n\n{_LICENCE}"
    advice = "How to Apply These Terms\n\nPut this at the top of each file."
    (forms / "GPL-2.0.gnu.txt").write_text(f"{terms}\nEND OF TERMS AND CONDITIONS\n\n{advice}", "utf-8")
    (forms / "LGPL-3.0.gnu.txt").write_text(
        f"LESSER {terms}\nEND OF TERMS AND CONDITIONS\n\n{advice}\n\nYou shall not sell it.", "utf-8"
    )
    assert refresh.main(bundle, eupl, xml, forms, data=tmp_path) == 0
    digests = json.loads(gzip.decompress((tmp_path / "digests.json.gz").read_bytes()))
    assert digests[digest(fold(terms))] == "GPL-2.0"
    assert digests[digest(fold(f"{terms} END OF TERMS AND CONDITIONS"))] == "GPL-2.0"
    assert digest(fold(f"LESSER {terms}")) not in digests  # what follows is more than advice
    packed = gzip.decompress((tmp_path / "words.bin.gz").read_bytes())
    assert {"GPL-2.0", "LGPL-3.0"} <= {name for name, _ in _listed(packed)}


def test_an_exception_of_its_own_is_known_without_its_title(tmp_path: Path) -> None:
    bundle, eupl, xml = _sources(tmp_path)
    words = "As an exception, parts that a compiler puts into what it makes come under no terms of this licence at all."
    (xml / "Some-exception.xml").write_text(
        '<exception licenseId="Some-exception" name="Some">'
        f"<text><titleText><p>An Exception to the Licence</p></titleText><p>{words}</p></text></exception>",
        "utf-8",
    )
    assert refresh.main(bundle, eupl, xml, data=tmp_path) == 0
    packed = gzip.decompress((tmp_path / "words.bin.gz").read_bytes())
    assert ("WITH Some-exception", len(split(words).codes)) in _listed(packed)
    names = json.loads((tmp_path / "origin.json").read_text("utf-8"))["exceptions"]["names"]
    assert names == ["Font-exception-2.0", "Some-exception"]


def test_texts_of_retired_ids_are_known_as_they_are_only(tmp_path: Path) -> None:
    retired = tmp_path / "spdx-full.json"
    retired.write_text(json.dumps({"Nunit": {"licenseText": f"{_LICENCE} Retired."}, "X": {"licenseText": "X " * 99}}))
    bundle, eupl, xml = _sources(tmp_path)
    assert refresh.main(bundle, eupl, xml, retired=retired, data=tmp_path) == 0
    digests = json.loads(gzip.decompress((tmp_path / "digests.json.gz").read_bytes()))
    assert digests[digest(fold(f"{_LICENCE} Retired."))] == "Nunit"
    assert "X" not in digests.values()
    packed = gzip.decompress((tmp_path / "words.bin.gz").read_bytes())
    assert "Nunit" not in {name for name, _ in _listed(packed)}
    assert json.loads((tmp_path / "origin.json").read_text("utf-8"))["retired"]["names"] == ["Nunit"]


def test_the_shipped_data_are_made_from_the_shipped_texts_as_texts_are_folded_now() -> None:
    known = {licence: [text, *written(licence, text)[1:]] for licence, text in texts().items()}
    shipped = json.loads(gzip.decompress((DATA / "digests.json.gz").read_bytes()))
    made = index.digests({licence: refresh.with_and_without_ends(each) for licence, each in known.items()})
    stale = sorted({licence for each, licence in made.items() if each not in shipped})
    codes = {text.codes for text in index.references().texts}
    rows = {one: split(without_markup(text)).codes for one, each in known.items() for text in each}
    lost = sorted(one for one, row in rows.items() if len(row) >= index.FEWEST_WORDS and row not in codes)
    assert (stale, lost) == ([], []), "run `python -m oss_scan.licences.refresh` on the sources that origin.json names"
