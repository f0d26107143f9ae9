"""Write the data of this package anew: `python -m oss_scan.licences.refresh BUNDLE EUPL [XML [FORMS [RETIRED]]]`.

BUNDLE is a gzipped JSON file of the SPDX licence list with texts (keys `licenses`, `licenseListVersion`,
`releaseDate`), as the Python package licenseid holds it; EUPL is a folder with the official language versions as
`EUPL-1.2.<language>.txt`, and those of other versions likewise; XML one with SPDX's XML of exceptions
(`LLVM-exception.xml`) and of the ids that stand for a licence with one (`GPL-2.0-with-….xml`); FORMS one with other
forms in which texts are in use (`GPL-2.0.gnu.txt`); RETIRED is the file `spdx-full.json` of the npm package
spdx-license-list, for texts of retired ids, which BUNDLE lacks. Of the last four only digests and codes are kept. The
same input gives the same bytes; `origin.json` says what it was. Needed too when texts are folded otherwise.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import unescape
from pathlib import Path

from oss_scan.licences.fold import without_markup
from oss_scan.licences.index import digests, packed
from oss_scan.licences.spdx import DATA, packed_texts
from oss_scan.licences.variants import up_to_end, written
from oss_scan.licences.words import split
from oss_scan.regex import regex

#: Retired ids with a text of their own. They are known by digests only, so that no other text is taken for one.
_RETIRED = ("Net-SNMP", "Nunit", "bzip2-1.0.5", "eCos-2.0")


def main(
    bundle: Path,
    eupl: Path,
    xml: Path | None = None,
    forms: Path | None = None,
    retired: Path | None = None,
    *,
    data: Path = DATA,
) -> int:
    """Read the sources and write `data`: 0, or 2 where texts or language versions lack."""
    listed = json.loads(gzip.decompress(bundle.read_bytes()))
    texts = {entry["licenseId"]: entry["text"] for entry in listed["licenses"] if entry.get("text")}
    versions = sorted(eupl.glob("EUPL-1.?.??.txt"))
    if not texts or not versions:
        sys.stderr.write(f"{bundle}: {len(texts)} texts; {eupl}: {len(versions)} versions of the EUPL; need both\n")
        return 2
    in_use = sorted(forms.glob("*.*.txt")) if forms else []
    known = {licence: [text] for licence, text in texts.items()}
    for path in (*versions, *in_use):
        known.setdefault(path.stem.rpartition(".")[0], []).append(path.read_text("utf-8"))
    for licence, text in texts.items():
        known[licence] += written(licence, text)[1:]
    listed_full = json.loads(retired.read_bytes()) if retired else {}
    gone = {name: [listed_full[name]["licenseText"]] for name in _RETIRED if name in listed_full}
    whole = {name: with_and_without_ends(each) for name, each in known.items()}
    codes = {licence: {split(without_markup(text)).codes for text in each} for licence, each in known.items()}
    for name, text in _exceptions(xml):
        codes.setdefault(f"WITH {name}", set()).add(split(text).codes)
    (data / "texts.bin").write_bytes(packed_texts(texts))
    _write(data / "digests.json.gz", _json(digests({**gone, **whole})))
    _write(data / "words.bin.gz", packed(codes))
    origin = {
        "retired": {
            "names": sorted(gone),
            "source": "https://github.com/sindresorhus/spdx-license-list",
            "sha256": _sha256(retired),
            "licence": "CC0-1.0",
            "holds": "digests.json.gz, as digests only",
        },
        "spdx": {
            "source": "https://github.com/spdx/license-list-data",
            "sha256": _sha256(bundle),
            "version": listed["licenseListVersion"],
            "released": listed["releaseDate"][:10],
            "licence": "CC0-1.0",
            "holds": "texts.bin, digests.json.gz, words.bin.gz",
        },
        "eupl": {
            "source": "Commission Implementing Decision (EU) 2017/863, OJ L 128, 19.5.2017, p. 59",
            "sha256": _sha256(*versions),
            "version": "1.2",
            "released": "2017-05-19",
            "languages": _languages(versions, "EUPL-1.2"),
            "languages of 1.1": _languages(versions, "EUPL-1.1"),
            "holds": "digests.json.gz and words.bin.gz, as digests and codes only",
        },
        "exceptions": {
            "names": sorted(one.removeprefix("WITH ") for one in codes if one.startswith("WITH ")),
            "source": "https://github.com/spdx/license-list-XML",
            "sha256": _sha256(*sorted(xml.glob("*.xml") if xml else ())),
            "holds": "words.bin.gz, as codes only",
        },
        "forms": {
            "names": [path.stem for path in in_use],
            "sha256": _sha256(*in_use),
            "holds": "digests.json.gz and words.bin.gz, as digests and codes only",
        },
    }
    (data / "origin.json").write_text(json.dumps(origin, indent=2, sort_keys=True) + "\n", "utf-8")
    return 0


def _languages(versions: Sequence[Path], of: str) -> list[str]:
    return sorted(path.name.split(".")[-2] for path in versions if path.name.startswith(of))


def _sha256(*sources: Path | None) -> str:
    """By which the sources are known again: of their bytes, in order of name."""
    return sha256(b"".join(path.read_bytes() for path in sources if path)).hexdigest()


def _exceptions(folder: Path | None) -> Iterator[tuple[str, str]]:
    """The exceptions, and those that deprecated ids stand for: their own id and text."""
    for path in sorted(folder.glob("*.xml")) if folder else ():
        xml = path.read_text("utf-8")
        named, text = _NAMED.search(xml), _TEXT.search(xml)
        exception = None if named else _EXCEPTION.search(xml)
        if named and text:
            yield named[1], _INSERT.sub("", unescape(_TAG.sub(" ", text[1])))
        elif exception and text:
            yield exception[1], unescape(_TAG.sub(" ", _TITLE.sub(" ", text[1])))


_NAMED = regex(r"<obsoletedBy[^>]*>[^<]+ WITH ([^<\s]+)</obsoletedBy>")
_EXCEPTION = regex(r'<exception\b[^>]*\blicenseId="([^"]+)"')
_TITLE = regex(r"<titleText>.*?</titleText>", re.DOTALL)
_TEXT = regex(r"<text>(.*)</text>", re.DOTALL)
_TAG = regex(r"<[^>]+>")
_INSERT = regex(r"insert GPL v\d license text here")


def with_and_without_ends(texts: list[str]) -> list[str]:
    """Each text, also without what says below it how to apply it; and, but the first, without two lines of title."""
    heads = [head for text in texts for head in up_to_end(text)]
    return [*texts, *heads, *(text.split("\n", 2)[-1] for text in texts[1:])]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


if __name__ == "__main__":
    if len(sys.argv) not in range(3, 7):
        sys.exit("usage: python -m oss_scan.licences.refresh BUNDLE EUPL [XML [FORMS [RETIRED]]]")
    sys.exit(main(*map(Path, sys.argv[1:])))
