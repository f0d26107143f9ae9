"""Write `data/register.yaml` anew: `python -m oss_scan.inventory.refresh PUBLISHERS_JSON COMMIT DATE`.

PUBLISHERS_JSON is `publishers.json` of https://github.com/developer-overheid-nl/don-oss-register at COMMIT, whose date
is DATE: the seed list of the register of developer.overheid.nl. `data/organisations.yaml` is kept by hand. The same
input gives the same bytes.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oss_scan.inventory.model import TOOI_KINDS
from oss_scan.inventory.opening import DATA

_REPOSITORY = "https://github.com/developer-overheid-nl/don-oss-register"
_TOOI = re.compile(r"https://identifier\.overheid\.nl/tooi/id/([a-z_]+)/[a-z]{2,8}[0-9]{2,8}")
_HOST = re.compile(r"https://([^/\s]+)/([^\s\"\\]+?)/?")
_HEAD = """# Written by `python -m oss_scan.inventory.refresh`; change nothing by hand.
origin:
  source: publishers.json of the register of developer.overheid.nl
  url: {url}
  date: "{date}"
  note:
    nl: >-
      Namen, TOOI-URI's en adressen zijn overgenomen zoals het register ze geeft, en niet nagegaan in TOOI zelf.
    en: >-
      Names, TOOI URIs and addresses were taken as the register gives them, and were not checked against TOOI itself.
organisations:
"""


def main(publishers: Path, commit: str, date: str, data: Path = DATA) -> int:
    """Read the seed list and write `data`."""
    listed = json.loads(publishers.read_bytes())
    found = listed if isinstance(listed, list) else next(iter(listed.values()))
    active = [one for one in found if one.get("active", True)]
    entries = sorted(map(_entry, active))
    head = _HEAD.format(url=f"{_REPOSITORY}/blob/{commit}/publishers.json", date=date)
    (data / "register.yaml").write_text(head + "".join(text for _, text in entries), "utf-8")
    return 0


def identifier(name: str) -> str:
    """The id of an organisation, from its name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _entry(one: Mapping[str, Any]) -> tuple[str, str]:
    tooi = _TOOI.fullmatch(one.get("tooiUrl") or "")
    kinds = {theirs: ours for ours, theirs in TOOI_KINDS.items()}
    kind = kinds[tooi[1]] if tooi else "overig"
    name = f"Ministerie van {one['description']}" if kind == "ministerie" else one["description"]
    lines = [f"  - id: {identifier(name)}", f"    name: {json.dumps(name, ensure_ascii=False)}", f"    kind: {kind}"]
    if tooi:
        lines.append(f"    tooi: {tooi[0]}")
    lines += ["    verified: false", "    sources:"]
    for host in one["codeHosting"]:
        lines.append(f"      - {_source(host['url'])}")
    return identifier(name), "\n".join(lines) + "\n"


def _source(url: str) -> str:
    parts = _HOST.fullmatch(url)
    if parts is None:
        raise ValueError(f"no address of a forge: {url!r}")
    return f"github:{parts[2]}" if parts[1] == "github.com" else f"gitlab:{parts[1]}/{parts[2]}"


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: python -m oss_scan.inventory.refresh PUBLISHERS_JSON COMMIT DATE")
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
