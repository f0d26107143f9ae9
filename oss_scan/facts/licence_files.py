"""The files that hold or name a licence: at the top of the repository, and in LICENSES/."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from oss_scan import licences
from oss_scan.facts.licence_paths import (
    at_top,
    id_part,
    in_licenses,
    in_named_folder,
    is_licence,
    is_licence_name,
    several_at_top,
    stem,
)
from oss_scan.facts.listing import Listing
from oss_scan.facts.matter import is_of_another, is_of_matter
from oss_scan.facts.prose import decoded
from oss_scan.facts.readmes import NAME as README
from oss_scan.facts.reuse import EMPTY, Reuse
from oss_scan.licences.fold import decode
from oss_scan.regex import regex
from oss_scan.tree import Unread

#: How documents end that are no plain text; beside the text they are another form of it.
DOCUMENT = (".pdf", ".docx", ".doc", ".odt", ".rtf")

#: Of so many files with code one may have a licence for content, as settings often do, and is left aside.
_FEW = 20
#: Files at the top, and in LICENSES/, that are read at most.
_MOST = 40
#: Bytes of a file that may only point to others, and of the stub of an R package.
_SHORT, _SHORT_STUB = 5000, 2000
#: The files and the folder that show a licence as REUSE has it.
_REUSE = ("REUSE.toml", ".reuse/dep5", "LICENSES/", "LICENSES")
#: Answers that are remembered: many repositories hold the same text, and a file may be asked of more than once.
_README = 1024 * 1024
_REMEMBERED = 256

_TARGET = regex(r"\]\(\s*<?([^)\s>#]{1,300})|(?<![\w/.(\[])((?:\./)?LICENSES/[\w.+/-]{0,200})")
_ABOUT_CONTENT = regex(
    r"\b(document\w*|docs|content|data|images?|photos?|media|video'?s?|afbeeldingen|foto'?s|teksten|inhoud|\w*logo'?s?|fonts?"
    r"|rijkshuisstijl|huisstijl|illustrati\w*)\b",
    re.IGNORECASE,
)
_STUB = regex(r"(YEAR:[ \t]*\d[\d\s,\u2013-]{0,60}(present)?|(COPYRIGHT HOLDERS?|ORGANI[SZ]ATION):[ \t]*\S.{0,300})\s*")
#: That it is no licence of data, and where that is.
_NOT_OF_DATA = regex(
    r"\W*(?:(?:the|this) )?licen[cs]e (?:does not (?:apply to|extend to|cover)|for|of) (?:(?:a|an|any|the|each) )?"
    r"(?:(?:specific|individual|external|included) )?(?:data|datasets?|data sets?|images|figures)\b"
    r"(?:(?!\b(?:code|software|package|program|use[ds]?|only|without)\b)[^.;]){0,100}[.]?",
    re.IGNORECASE,
)
_NO_HOLDER = regex(
    r"\b(not|no|non|none|nor|only|must|without|except\w*|prohibit\w*|permi\w*|restrict\w*|licen[cs]\w*|terms|conditions?"
    r"|niet|geen|alleen|uitsluitend|mits|tenzij|verboden|toestemming|voorwaarden|licenti\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LicenceFile:
    """A file that holds or names a licence, at the top of the repository or in LICENSES/.

    `points` says that the file answers with what others hold: they, or REUSE, show the licence. `of_matter` says that
    it names a licence for documentation, data or images only.
    """

    path: str
    blob: str
    match: licences.Match | None  # None where it was not read
    unread: Unread | None = None
    points: bool = False
    of_matter: bool = False


def licence_files(
    listing: Listing, reuse: Reuse, stub: str | None
) -> tuple[tuple[LicenceFile, ...], tuple[LicenceFile, ...]]:
    """The files at the top, and those in LICENSES/ or, where there are neither, in a folder that is named for it.

    `stub` is what the DESCRIPTION of an R package declares.
    """
    folder = _read_all(listing, in_licenses(listing))
    read = (file for file in _read_all(listing, at_top(listing)) if file.blob not in EMPTY)
    found = (file for file in read if is_licence_name(file.path) or _is_text_of_its_name(file))
    followed = (_followed(listing, file, folder, reuse) for file in found)
    top = tuple(_of_stub(listing, file, stub) for file in followed)
    if not top and not folder:
        top = tuple(file for file in _read_all(listing, several_at_top(listing)) if _is_one_text(file))
    if not top and not folder:
        folder = _read_all(listing, in_named_folder(listing))
    return top, folder


def _is_text_of_its_name(file: LicenceFile) -> bool:
    match = file.match
    named = licences.families(licences.normalise(id_part(file.path)) or "")
    return bool(match and match.kind == "text" and licences.families(match.expression or "") == named)


def _is_one_text(file: LicenceFile) -> bool:
    """Whether a file holds the text of one licence and nothing else."""
    match = file.match
    if match is None or match.kind != "text" or match.score < 1.0:
        return False
    return len(licences.families(match.expression or "")) == 1


def _read_all(listing: Listing, paths: Sequence[str]) -> tuple[LicenceFile, ...]:
    """What the files say; where there are too many, one of those beyond stands for them all, unread."""
    beyond = [
        LicenceFile(path, listing.tree.blob(path), None, Unread("blob-left-out", path)) for path in paths[_MOST:][:1]
    ]
    return (*(_read(listing, path) for path in paths[:_MOST]), *beyond)


def _read(listing: Listing, path: str) -> LicenceFile:
    blob = listing.tree.blob(path)
    data = listing.read(path)
    if isinstance(data, Unread):
        return LicenceFile(path, blob, None, data)
    match = identified(data)
    name = stem(path.rsplit("/", 1)[-1])
    if match.expression in (None, licences.RESERVED) and name.startswith("LicenseRef-") and "/" in path:
        match = licences.Match(licences.normalise(name), "text", 1.0)
    if "/" not in path and match.expression and match.kind in ("notice", "reference"):
        match = replace(match, expression=None, kind="unknown") if is_of_another(data, _readme(listing)) else match
    return LicenceFile(path, blob, match, of_matter=match.kind != "text" and is_of_matter(data, match.expression))


def _readme(listing: Listing) -> str:
    """The READMEs at the top, one behind the other."""
    paths = [path for path in listing.folder("") if README.fullmatch(path) and listing.is_file(path)]
    read = (listing.read(path, _README) for path in paths)
    return "\n".join(decoded(data) for data in read if isinstance(data, bytes))


_answers: dict[bytes, licences.Match] = {}


def identified(data: bytes) -> licences.Match:
    """What the bytes of a file say of a licence."""
    key = sha256(data).digest()
    match = _answers.get(key)
    if match is None:
        match = licences.identify(data)
        if len(_answers) >= _REMEMBERED:  # all at once: another thread may be at it too
            _answers.clear()
        _answers[key] = match
    return match


def _followed(listing: Listing, file: LicenceFile, folder: Sequence[LicenceFile], reuse: Reuse) -> LicenceFile:
    """A file that only points to others answers with what they hold."""
    match = file.match
    if match is None or match.expression or match.kind == "modified":
        return file
    data = listing.read(file.path)
    beside = licences.followed(data, match, partial(_said, listing)) if isinstance(data, bytes) else match
    if beside is not match:
        return replace(file, match=beside, points=True)
    text = _short_text(data, _SHORT)
    pointed = tuple(_pointed_at(listing, file, folder, text))
    expressions = [expression for _, expression in pointed]
    of_reuse = next((number for number, path, _ in _targets(text) if path in _REUSE), None)
    expression = licences.join(of_code(expressions)) or (of_folder(folder, reuse) if of_reuse else None)
    score = 1.0
    if expression is None and match.kind in ("notice", "reference"):  # it leaves the version to the text in LICENSES/
        expression, score = of_folder(folder, reuse), 0.9
        if expression and not licences.may_mean(text, expression):
            return file
    if expression is None:
        return file
    line = pointed[-1][0] if pointed else of_reuse or match.line
    return replace(file, match=licences.Match(expression, "reference", score, line), points=True)


def _short_text(data: bytes | Unread, shorter: int) -> str:
    """What a file of fewer bytes says, as `licences.identify` reads it; nothing where it is longer or was not read."""
    return decode(data) or "" if isinstance(data, bytes) and len(data) < shorter else ""


def _pointed_at(
    listing: Listing, file: LicenceFile, folder: Sequence[LicenceFile], text: str
) -> Iterator[tuple[int, str]]:
    """The licences of the files that a text points to: the line that does, and what the other says."""
    by_path = {each.path: each for each in folder}
    known = frozenset(listing.paths)
    for number, path, sentence in _targets(text):
        other = by_path.get(path)
        if other is None and path in known and path != file.path and is_licence(listing, path):
            other = _read(listing, path)
        if other and other.match and other.match.expression and not _ABOUT_CONTENT.search(sentence):
            yield number, other.match.expression


def _targets(text: str) -> Iterator[tuple[int, str, str]]:
    """The paths to which a text points: the number of the line, the path, and the line."""
    for number, line in enumerate(text.splitlines(), 1):
        for linked, named in _TARGET.findall(line):
            yield number, (linked or named).removeprefix("./"), line


def _said(listing: Listing, name: str) -> str | None:
    """What the file of this name at the top says."""
    read = _read(listing, name) if name in listing.paths and is_licence(listing, name) else None
    return read.match.expression if read and read.match else None


def _of_stub(listing: Listing, file: LicenceFile, declared: str | None) -> LicenceFile:
    """R's LICENSE beside `License: MIT + file LICENSE` in DESCRIPTION holds only a year and a holder.

    https://cran.r-project.org/doc/manuals/r-release/R-exts.html#Licensing
    """
    if declared is None or file.match is None or file.match.expression or file.match.kind != "unknown":
        return file
    data = listing.read(file.path)
    text = _short_text(data, _SHORT_STUB)
    said = [line for line in text.splitlines() if line.strip()]
    lines = [line for line in said if not all(map(_NOT_OF_DATA.fullmatch, re.split(r"(?<=[.]) ", line.strip())))]
    if not lines or not all(_STUB.fullmatch(line) and not _NO_HOLDER.search(line) for line in lines):
        return file
    return replace(file, match=licences.Match(declared, "notice", 1.0))


def of_code(expressions: Iterable[str]) -> list[str]:
    """The licences of the code among several: those for texts and data, or none, count where there is no other."""
    given = list(expressions)
    return [each for each in given if not licences.for_content(each) and each != licences.RESERVED] or given


def is_document(file: LicenceFile) -> bool:
    """Whether a file is a PDF or the like: another form of the text beside it, and no doubt where it is not read."""
    return file.path.lower().endswith(DOCUMENT)


def _is_unsure(file: LicenceFile) -> bool:
    return not is_document(file) and (file.match is None or file.match.expression is None)


def of_folder(folder: Sequence[LicenceFile], reuse: Reuse) -> str | None:
    """The licence of the code where the texts stand in LICENSES/: what its files say, else the only text for code."""
    if reuse.code:
        files = sum(number for _, number in reuse.code)
        most = (one for one, number in reuse.code if number * _FEW >= files or not licences.for_content(one))
        return licences.join(most)
    said = [file.match.expression for file in folder if file.match and file.match.expression]
    apart = narrowed(dict.fromkeys(of_code(said)))
    unsure = any(_is_unsure(file) for file in folder)
    return apart[0] if len(apart) == 1 and not unsure else None


def families_of(expressions: Iterable[str]) -> frozenset[str]:
    """The licences in several expressions."""
    return frozenset().union(*map(licences.families, expressions))


def narrowed(expressions: dict[str, None], *, all_hold: bool = False) -> list[str]:
    """Each licence once: `GPL-3.0` beside `GPL-3.0-or-later` is the latter, and the LGPL 3 takes in the GPL 3 where
    not `all_hold`."""
    alone = frozenset(one for one in expressions if len(licences.families(one)) == 1)
    kept = [
        one for one in expressions if one in alone or " OR " in one or not families_of(alone) >= licences.families(one)
    ]
    for one in [one for one in expressions if one in kept]:
        plainer = any(other in (f"{one}-only", f"{one}-or-later") for other in expressions)
        taken_in = one.startswith("GPL-3.0") and any(other.startswith("LGPL-3.0") for other in expressions)
        if plainer or (taken_in and not all_hold):
            kept.remove(one)
    return kept
