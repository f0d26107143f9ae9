"""Write `data/endings.txt` anew: `python -m oss_scan.standards.refresh LANGUAGES_YML COMMIT`.

LANGUAGES_YML is `lib/linguist/languages.yml` of https://github.com/github-linguist/linguist at COMMIT: the languages
that GitHub tells apart, with the endings of their files. The same input gives the same bytes.
"""

import sys
from pathlib import Path

from oss_scan.positioned import parse, plain
from oss_scan.standards.languages import DATA

_HEAD = (
    "# The endings of all languages in lib/linguist/languages.yml of https://github.com/github-linguist/linguist\n"
    "# at {}\n"
)


def main(languages: Path, commit: str, data: Path = DATA) -> int:
    """Read the languages and write `data`."""
    known = plain(parse(languages.read_bytes()))
    assert isinstance(known, dict)
    endings = {one.rpartition(".")[2].lower() for language in known.values() for one in language.get("extensions", ())}
    (data / "endings.txt").write_text(_HEAD.format(commit) + "".join(f"{one}\n" for one in sorted(endings)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
