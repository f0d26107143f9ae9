"""Licence and copyright of every file, by the REUSE specification (https://reuse.software/spec-3.3/).

The specification is claimed by a `REUSE.toml` or `.reuse/dep5`; a `LICENSES/` folder alone claims nothing, since it
is also a plain place for licence texts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from oss_scan import licences
from oss_scan.facts.annotations import Annotation, Said, Where, of_dep5, of_toml
from oss_scan.facts.listing import Listing
from oss_scan.facts.tags import tags_in
from oss_scan.tree import Kind, Unread

#: What git calls an empty file (SHA-1, SHA-256): it says nothing, and needs no licence.
EMPTY = (
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
)
#: Paths of each sort that are kept; their number is kept whole.
KEPT = 50
_LONGEST = 1000  # characters of a path that is compared with patterns
_BUDGET = 5_000_000  # what comparing may cost in all; a comparison costs 1, and more where the path is long
_CONFIG_LIMIT = 1024 * 1024
_LICENCES = 20  # that are kept, the commonest first

_NOT_COVERED = re.compile(
    r"(LICEN[CS]E|COPYING)([-.].*)?|\.git|\.hgtags|.*\.license|REUSE\.toml|CAL-1\.0(-Combined-Work-Exception)?(\..+)?"
    r"|SHL-2\.1(\..+)?|.*\.spdx(\.(rdf|json|xml|ya?ml))?"
)
_FOLDERS = re.compile(r"(^|/)(LICENSES|\.reuse|\.git|\.hg|\.sl|subprojects/[^/]+)/")
_CODE = re.compile(
    r"\.(py|js|mjs|cjs|ts|mts|tsx|jsx|vue|svelte|java|kt|kts|scala|groovy|cs|fs|vb|go|rs|c|h|cc|cpp|hpp|cxx|m|mm|swift|rb|php|pl|pm|r"
    r"|sh|bash|ps1|psm1|sql|ex|exs|erl|hs|ml|clj|lua|jl|dart|f|f\d\d|for|ftn|ftn90|cob|cbl|abap|asm|s|zig|nim|xsl|xslt|xq|pas|tcl|gd|sol|tf|bicep"
    r"|cshtml|razor|jsp|erb|twig|blade|ipynb)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A place that gives files with program code their licence."""

    expression: str
    path: str
    blob: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Reuse:
    """What was found of the REUSE specification; `config` is None where it is not claimed.

    Of each at most `KEPT` are kept, the `..._count` say how many there are; `code` is the licences that files
    with program code have, with the number of these files, the commonest first; `shown` is for each of these licences
    the place that gives it to most of the files; `content` is the licences of the other files. `missing` is what
    files name and LICENSES/ holds no text of, `unused` the texts there that no file names.
    """

    config: str | None = None
    files: int = 0
    without_licence: tuple[str, ...] = ()
    without_holder: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    without_licence_count: int = 0
    without_holder_count: int = 0
    code: tuple[tuple[str, int], ...] = ()
    shown: tuple[Shown, ...] = ()
    content: tuple[tuple[str, int], ...] = ()
    missing: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tally:
    files: int = 0
    without_licence: list[str] = field(default_factory=list)
    without_holder: list[str] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    code: Counter[str] = field(default_factory=Counter)
    content: Counter[str] = field(default_factory=Counter)
    shown: dict[str, Counter[Where]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    cost: int = 0


def is_code(path: str) -> bool:
    """Whether a file holds program code, going by its ending."""
    return bool(_CODE.search(path))


def collect_reuse(listing: Listing) -> Reuse:
    """Read the licence and copyright of every file, where the repository claims REUSE."""
    known = frozenset(listing.paths)
    config = next((path for path in ("REUSE.toml", ".reuse/dep5") if path in known), None)
    if config is None:
        return Reuse()
    tables: dict[str, tuple[Annotation, ...]] = {}
    tally = _Tally()
    for path in (config, *listing.named(("reuse.toml",))):
        if path == config or (config == "REUSE.toml" and path.endswith("/REUSE.toml") and not _FOLDERS.search(path)):
            data = listing.read(path, _CONFIG_LIMIT)
            if isinstance(data, Unread):
                tally.unread.append(data)
                continue
            folder = "" if path == config else path.removesuffix("REUSE.toml")
            tables[folder] = tuple(of_dep5(data, path) if config == ".reuse/dep5" else of_toml(data, path))
    for path in listing.paths:
        if _is_covered(listing, path):
            companion = f"{path}.license"
            _judge(listing, path, companion if companion in known else path, tables, tally)
    code, content = _ranked(tally.code), _ranked(tally.content)
    return Reuse(
        config,
        tally.files,
        tuple(tally.without_licence[:KEPT]),
        tuple(tally.without_holder[:KEPT]),
        tuple(tally.unread[:KEPT]),
        len(tally.without_licence),
        len(tally.without_holder),
        code,
        tuple(_shown(listing, expression, tally.shown[expression]) for expression, _ in code),
        content,
        *_texts(listing, tally.used),
    )


def _texts(listing: Listing, used: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The licences without a text in LICENSES/, and the texts there without a use: paths."""
    texts: dict[str, str] = {}
    for path in listing.below("LICENSES/"):
        name = path[path.rfind("/") + 1 :]
        if listing.tree.kind(path) is Kind.FILE and not name.endswith(".license") and name != "REUSE.toml":
            texts.setdefault(name.rpartition(".")[0] or name, path)
    named = {licence for licence in used if licence not in texts}
    missing = (licence for licence in named if licence.removesuffix("+") not in texts)
    plain = {licence.removesuffix("+") for licence in used}
    unused = (path for licence, path in texts.items() if licence not in used | plain)
    return tuple(sorted(missing)[:KEPT]), tuple(sorted(unused)[:KEPT])


def _is_covered(listing: Listing, path: str) -> bool:
    name = path[path.rfind("/") + 1 :]
    if listing.tree.kind(path) is not Kind.FILE or _NOT_COVERED.fullmatch(name) or _FOLDERS.search(path):
        return False
    return listing.tree.blob(path) not in EMPTY


def _ranked(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_LICENCES])


def _shown(listing: Listing, expression: str, places: Counter[Where]) -> Shown:
    path, line = min(places, key=lambda where: (-places[where], where[0], where[1] or 0))
    return Shown(expression, path, listing.tree.blob(path), line)


def _judge(
    listing: Listing, path: str, source: str, tables: Mapping[str, tuple[Annotation, ...]], tally: _Tally
) -> None:
    """Add one file to the tally; `source` is the file itself, or the `.license` file that speaks for it."""
    closest = outside = Said()
    for folder in sorted(tables):
        if not path.startswith(folder):
            continue
        tally.cost += sum(one.patterns for one in tables[folder]) * (1 + len(path) ** 2 // 1000)
        if tables[folder] and (tally.cost > _BUDGET or len(path) > _LONGEST):
            tally.files += 1
            tally.unread.append(Unread("blob-left-out", path))
            return
        found = next((one for one in reversed(tables[folder]) if one.paths.fullmatch(path[len(folder) :])), None)
        if found is None:
            continue
        if found.precedence == "closest":
            closest = _either(found.said, closest)
        else:
            outside = _both(outside, found.said)
        if found.precedence == "override":
            _count(path, _both(outside, closest), tally)  # what stands in the file does not count
            return
    data = listing.read(source)
    if isinstance(data, Unread):
        if not (outside.holder and outside.licences) and not (closest.holder and closest.licences):
            tally.files += 1
            tally.unread.append(data)
            return
        data = b""
    _count(path, _both(outside, _either(tags_in(data, source), closest)), tally)


def _both(one: Said, other: Said) -> Said:
    where = (one if one.licences else other).where
    return Said((*one.licences, *other.licences), one.holder or other.holder, where)


def _either(first: Said, second: Said) -> Said:
    """What the first says, and of what it leaves open what the second says."""
    licensed = first if first.licences else second
    return Said(licensed.licences, first.holder or second.holder, licensed.where)


def _count(path: str, said: Said, tally: _Tally) -> None:
    tally.files += 1
    for written in said.licences:
        tally.used.update(_ids(licences.normalise(written) or written))
    if not said.licences:
        tally.without_licence.append(path)
    if not said.holder:
        tally.without_holder.append(path)
    joined = licences.join(expression for expression in map(licences.normalise, said.licences) if expression)
    if joined and is_code(path):
        tally.code[joined] += 1
        tally.shown.setdefault(joined, Counter())[said.where or (path, None)] += 1
    elif joined:
        tally.content[joined] += 1


def _ids(expression: str) -> Iterator[str]:
    """The licences and exceptions in an expression."""
    for word in re.split(r"[()\s]+", expression):
        if re.fullmatch(r"[A-Za-z0-9.+-]{1,100}", word) and word.upper() not in ("AND", "OR", "WITH"):
            yield word
