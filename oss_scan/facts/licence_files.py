"""The files that hold or name a licence: at the top of the repository, and in LICENSES/."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from oss_scan import licences
from oss_scan.facts.listing import Listing, of_paths
from oss_scan.facts.matter import is_of_matter
from oss_scan.facts.reuse import EMPTY, Reuse
from oss_scan.tree import Unread

#: How documents end that are no plain text; beside the text they are another form of it.
DOCUMENT = (".pdf", ".docx", ".doc", ".odt", ".rtf")

#: Of so many files with code one may have a licence for content, as settings often do, and is left aside.
_FEW = 20
#: Files at the top, and in LICENSES/, that are read at most.
_MOST = 40
#: Answers that are remembered: many repositories hold the same text, and a file may be asked of more than once.
_REMEMBERED = 256

_NAME = re.compile(
    r"(un)?li[cs]en[cs]e([-._ ].*)?|licentie(voorwaarden)?([-._ ].*)?|copying([-._ ].*|\d)?|eupl([-._ ].*)?"
    r"|(mit|isc|bsd|mpl|epl|eupl|cc0|apache|[al]?gpl)[-._0-9]{1,8}li[cs]en[cs]e(\..*)?",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(
    r".*\.(py|pyi|js|mjs|cjs|ts|tsx|jsx|vue|go|rs|java|kt|cs|rb|php|c|h|cc|cpp|hpp|sh|bash|ps1|json|ya?ml|xml|toml|tmpl|tpl|template"
    r"|j2|hbs|spdx|license|css|scss|svg|png|jpe?g|gif|ini|cfg|csv|sql|meta|lock|lua|pl|swift|xsd|exe|dll|jar|zip)"
    r"|.*(header|third[-_ ]?part|3rd[-_ ]?part|dependenc|vendor|bundled|checker|template|report|whitelist|allowlist).*"
    r"|.*[-_. ](old|oud|bak|backup|orig|original|previous|former)(\.(txt|md|rst))?",
    re.IGNORECASE,
)
_TARGET = re.compile(r"\]\(\s*<?([^)\s>#]{1,300})|(?<![\w/.(\[])((?:\./)?LICENSES/[\w.+/-]{0,200})")
_ABOUT_CONTENT = re.compile(
    r"\b(document\w*|docs|content|data|images?|photos?|media|video'?s?|afbeeldingen|foto'?s|teksten|inhoud|\w*logo'?s?|fonts?"
    r"|rijkshuisstijl|huisstijl|illustrati\w*)\b",
    re.IGNORECASE,
)
_STUB = re.compile(
    r"(YEAR:[ \t]*\d[\d\s,\u2013-]{0,60}(present)?|(COPYRIGHT HOLDERS?|ORGANI[SZ]ATION):[ \t]*\S.{0,300})\s*"
)
#: That it is no licence of data, and where that is.
_NOT_OF_DATA = re.compile(
    r"\W*(?:(?:the|this) )?licen[cs]e (?:does not (?:apply to|extend to|cover)|for|of) (?:(?:a|an|any|the|each) )?"
    r"(?:(?:specific|individual|external|included) )?(?:data|datasets?|data sets?|images|figures)\b"
    r"(?:(?!\b(?:code|software|package|program|use[ds]?|only|without)\b)[^.;]){0,100}[.]?",
    re.IGNORECASE,
)
_NO_HOLDER = re.compile(
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


#: Folders at the top that some use for the licence itself.
_FOLDERS = ("license/", "licence/", "licentie/", "licences/", "licenties/")
_GENERAL = re.compile(r"(li[cs]en[cs]e|licentie|copying|eupl.*)(\.(txt|md|rst|pdf|docx?|odt))?", re.IGNORECASE)
#: A name that may be the SPDX id of a licence, with its version; and one that may be a list of what others made.
_BY_ID = re.compile(r"[A-Z]+(-[A-Z]+)*-\d[\w.-]*", re.IGNORECASE)
_SEVERAL = re.compile(r"(li[cs]en[cs]es|licenties)(\.(txt|md|rst))?", re.IGNORECASE)


def licence_files(
    listing: Listing, reuse: Reuse, stub: str | None
) -> tuple[tuple[LicenceFile, ...], tuple[LicenceFile, ...]]:
    """The files at the top, and those in LICENSES/ or, where there are neither, in a folder that is named for it.

    `stub` is what the DESCRIPTION of an R package declares.
    """
    folder = _read_all(listing, _in_licenses(listing))
    paths = [path for path in listing.folder("") if _is_licence(listing, path) or _is_id(listing, path)]
    found = [file for file in _read_all(listing, paths) if is_licence_name(file.path) or _is_text_of_its_name(file)]
    followed = (_followed(listing, file, folder, reuse) for file in found if file.blob not in EMPTY)
    top = tuple(_of_stub(listing, file, stub) for file in followed)
    if not top and not folder:
        several = [path for path in listing.folder("") if _SEVERAL.fullmatch(path) and listing.is_file(path)]
        top = tuple(file for file in _read_all(listing, several) if _is_one_text(file))
    if not top and not folder:
        folder = _read_all(listing, _in_named_folder(listing))
    return top, folder


def _is_id(listing: Listing, path: str) -> bool:
    """Whether a file has the SPDX id of a licence for its name, such as `CC-BY-4.0`."""
    return bool(_BY_ID.fullmatch(_stem(path))) and listing.is_file(path) and licences.normalise(_stem(path)) is not None


def _is_id_text(name: str) -> bool:
    """Whether a name is that of a text, and the SPDX id of a licence: `lgpl-3.0.txt`."""
    stem = _stem(name)
    return stem != name and bool(_BY_ID.fullmatch(stem)) and licences.normalise(stem) is not None


def _is_text_of_its_name(file: LicenceFile) -> bool:
    match = file.match
    named = licences.families(licences.normalise(_stem(file.path)) or "")
    return bool(match and match.kind == "text" and licences.families(match.expression or "") == named)


def _is_one_text(file: LicenceFile) -> bool:
    """Whether a file holds the text of one licence and nothing else."""
    match = file.match
    if match is None or match.kind != "text" or match.score < 1.0:
        return False
    return len(licences.families(match.expression or "")) == 1


def _in_named_folder(listing: Listing) -> list[str]:
    """The texts in LICENSE/ and the like: those whose name says that they are the licence of the whole."""
    paths = [
        path
        for lower in _FOLDERS
        for folder in listing.folders_by_lower.get(lower, ())
        for path in listing.folder(folder)
    ]
    named = (path for path in paths if listing.is_file(path) and listing.tree.blob(path) not in EMPTY)
    return [path for path in named if _is_general(path[path.find("/") + 1 :])]


def _is_general(name: str) -> bool:
    return bool(_GENERAL.fullmatch(name)) or licences.normalise(_stem(name)) is not None


def _stem(name: str) -> str:
    return re.sub(r"\.(txt|md|rst)$", "", name)


def is_licence_name(name: str) -> bool:
    """Whether a file of this name, without its folder, may hold a licence."""
    return bool(_NAME.fullmatch(name)) and not _NO_TEXT.fullmatch(name)


@of_paths
def folders_apart(paths: tuple[str, ...]) -> frozenset[str]:
    """The folders below the top that hold a licence file: what is in them may have its own licence."""
    cut = (path.rpartition("/") for path in paths)
    return frozenset(folder for folder, _, name in cut if folder and (is_licence_name(name) or _is_id_text(name)))


def stands_apart(path: str, folders: frozenset[str]) -> bool:
    """Whether one of these folders is that of a file, or one above it."""
    folder = path.rpartition("/")[0]
    while folder and folder not in folders:
        folder = folder.rpartition("/")[0]
    return bool(folder)


def _is_licence(listing: Listing, path: str) -> bool:
    return is_licence_name(path) and listing.is_file(path)


def _in_licenses(listing: Listing) -> Sequence[str]:
    """The licence texts in LICENSES/ (any case)."""
    folders = listing.folders_by_lower.get("licenses/", ())
    paths = (path for folder in folders for path in listing.folder(folder) if listing.is_file(path))
    return [path for path in paths if not path.endswith(".license")]


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
    match = _identified(data, path)
    stem = _stem(path.rsplit("/", 1)[-1])
    if match.expression in (None, licences.RESERVED) and stem.startswith("LicenseRef-") and "/" in path:
        match = licences.Match(licences.normalise(stem), "text", 1.0)
    return LicenceFile(path, blob, match, of_matter=match.kind != "text" and is_of_matter(data, match.expression))


_answers: dict[tuple[str, bytes], licences.Match] = {}


def _identified(data: bytes, path: str) -> licences.Match:
    """What the bytes at a path say of a licence."""
    key = path, sha256(data).digest()
    match = _answers.get(key)
    if match is None:
        match = licences.identify(data, path)
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
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) and len(data) < 5000 else ""
    by_path = {each.path: each for each in folder}
    known = frozenset(listing.paths)
    found: list[str] = []
    whole, line = False, match.line
    for number, sentence in enumerate(text.splitlines(), 1):
        for target in (one or other for one, other in _TARGET.findall(sentence)):
            path = target.removeprefix("./")
            pointed = by_path.get(path)
            if pointed is None and path in known and path != file.path and _is_licence(listing, path):
                pointed = _read(listing, path)
            if not whole and path in ("REUSE.toml", ".reuse/dep5", "LICENSES/", "LICENSES"):
                whole, line = True, line if found else number
            if pointed and pointed.match and pointed.match.expression and not _ABOUT_CONTENT.search(sentence):
                found.append(pointed.match.expression)
                line = number
    expression = licences.join(of_code(found)) or (of_folder(folder, reuse) if whole else None)
    score = 1.0
    if expression is None and match.kind in ("notice", "reference"):  # it leaves the version to the text in LICENSES/
        expression, score = of_folder(folder, reuse), 0.9
        if expression and not licences.may_mean(text, expression):
            return file
    if expression is None:
        return file
    return replace(file, match=licences.Match(expression, "reference", score, line), points=True)


def _said(listing: Listing, name: str) -> str | None:
    """What the file of this name at the top says."""
    read = _read(listing, name) if name in listing.paths and _is_licence(listing, name) else None
    return read.match.expression if read and read.match else None


def _of_stub(listing: Listing, file: LicenceFile, declared: str | None) -> LicenceFile:
    """R's LICENSE beside `License: MIT + file LICENSE` in DESCRIPTION holds only a year and a holder.

    https://cran.r-project.org/doc/manuals/r-release/R-exts.html#Licensing
    """
    if declared is None or file.match is None or file.match.expression or file.match.kind != "unknown":
        return file
    data = listing.read(file.path)
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) and len(data) < 2000 else ""
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
    apart = tuple(dict.fromkeys(of_code(said)))
    unsure = any(_is_unsure(file) for file in folder)
    return apart[0] if len(apart) == 1 and not unsure else None
