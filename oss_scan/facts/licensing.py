"""Every place where a repository says a licence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from oss_scan import licences
from oss_scan.facts.declarations import Declaration, collect_declarations
from oss_scan.facts.listing import Listing
from oss_scan.facts.reuse import Reuse, collect_reuse, is_code
from oss_scan.tree import Unread

__all__ = ["Declaration", "LicenceFile", "Licensing", "Reuse", "collect_licensing"]

#: What git calls an empty file (SHA-1, SHA-256): it holds no licence.
_EMPTY = (
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
)
#: Files at the top, and in LICENSES/, that are read at most.
_MOST = 40

_NAME = re.compile(
    r"(un)?licen[cs]e([-._ ].*)?|licentie([-._ ].*)?|copying([-._ ].*|\d)?|eupl([-._ ].*)?", re.IGNORECASE
)
_NO_TEXT = re.compile(
    r".*\.(py|pyi|js|mjs|cjs|ts|tsx|jsx|vue|go|rs|java|kt|cs|rb|php|c|h|cc|cpp|hpp|sh|bash|ps1|json|ya?ml|xml|toml|tmpl|tpl|template"
    r"|j2|hbs|spdx|license|css|scss|svg|png|jpe?g|gif|ini|cfg|csv|sql|lock|lua|pl|swift|xsd|exe|dll|jar|zip)"
    r"|.*(header|third[-_ ]?part|3rd[-_ ]?part|dependenc|vendor|bundled|checker|template|report|whitelist|allowlist).*",
    re.IGNORECASE,
)
_TARGET = re.compile(r"\]\(\s*<?([^)\s>#]{1,300})|(?<![\w/.(\[])((?:\./)?LICENSES/[\w.+/-]{0,200})")
_ABOUT_CONTENT = re.compile(
    r"\b(document\w*|docs|content|data|images?|photos?|media|video'?s?|afbeeldingen|foto'?s|teksten|inhoud|\w*logo'?s?|fonts?"
    r"|rijkshuisstijl|huisstijl|illustrati\w*)\b",
    re.IGNORECASE,
)
_RUST = {"license-mit", "license-apache"}
_STUB = re.compile(
    r"(YEAR:[ \t]*\d[\d\s,\u2013-]{0,60}(present)?|(COPYRIGHT HOLDERS?|ORGANI[SZ]ATION):[ \t]*\S.{0,300})\s*"
)
_NO_HOLDER = re.compile(
    r"\b(not|no|non|none|nor|only|must|without|except\w*|prohibit\w*|permi\w*|restrict\w*|licen[cs]\w*|terms|conditions?"
    r"|niet|geen|alleen|uitsluitend|mits|tenzij|verboden|toestemming|voorwaarden|licenti\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LicenceFile:
    """A file that holds or names a licence, at the top of the repository or in LICENSES/.

    `points` says that the file answers with what others hold: they, or REUSE, show the licence.
    """

    path: str
    blob: str
    match: licences.Match | None  # None where it was not read
    unread: Unread | None = None
    points: bool = False


@dataclass(frozen=True, slots=True)
class Licensing:
    """All that is said of licences, and one expression for the code where it is clear.

    `code_files` is the number of files with program code: without any, a licence for texts or data is in its place.
    """

    files: tuple[LicenceFile, ...]
    declarations: tuple[Declaration, ...]
    reuse: Reuse
    expression: str | None
    code_files: int = 0


def collect_licensing(listing: Listing) -> Licensing:
    """Find every place where a licence is said."""
    reuse = collect_reuse(listing)
    folder = _read_all(listing, _in_licenses(listing))
    found = _read_all(listing, [path for path in listing.folder("") if _is_licence(listing, path)])
    declarations = collect_declarations(listing)
    stub = next((one.expression for one in declarations if one.path == "DESCRIPTION"), None)
    followed = (_followed(listing, file, folder, reuse) for file in found if file.blob not in _EMPTY)
    top = tuple(_of_stub(listing, file, stub) for file in followed)
    return Licensing(
        files=(*top, *folder),
        declarations=declarations,
        reuse=reuse,
        expression=_expression(top, folder, reuse, declarations),
        code_files=sum(map(is_code, listing.paths)),
    )


def _is_licence(listing: Listing, path: str) -> bool:
    return bool(_NAME.fullmatch(path)) and not _NO_TEXT.fullmatch(path) and listing.is_file(path)


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
    match = licences.identify(data, path)
    stem = re.sub(r"\.(txt|md|rst)$", "", path.rsplit("/", 1)[-1])
    if match.expression in (None, licences.RESERVED) and stem.startswith("LicenseRef-") and "/" in path:
        match = licences.Match(licences.normalise(stem), "text", 1.0)
    return LicenceFile(path, blob, match)


def _followed(listing: Listing, file: LicenceFile, folder: Sequence[LicenceFile], reuse: Reuse) -> LicenceFile:
    """A file that only points to others answers with what they hold."""
    match = file.match
    if match is None or match.expression or match.kind == "modified":
        return file
    data = listing.read(file.path)
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
    expression = licences.join(_of_code(found)) or (_of_folder(folder, reuse) if whole else None)
    score = 1.0
    if expression is None and match.kind in ("notice", "reference"):  # it leaves the version to the text in LICENSES/
        expression, score = _of_folder(folder, reuse), 0.9
        if expression and not licences.may_mean(text, expression):
            return file
    if expression is None:
        return file
    return replace(file, match=licences.Match(expression, "reference", score, line), points=True)


def _of_stub(listing: Listing, file: LicenceFile, declared: str | None) -> LicenceFile:
    """R's LICENSE beside `License: MIT + file LICENSE` in DESCRIPTION holds only a year and a holder.

    https://cran.r-project.org/doc/manuals/r-release/R-exts.html#Licensing
    """
    if declared is None or file.match is None or file.match.expression or file.match.kind != "unknown":
        return file
    data = listing.read(file.path)
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) and len(data) < 2000 else ""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or not all(_STUB.fullmatch(line) and not _NO_HOLDER.search(line) for line in lines):
        return file
    return replace(file, match=licences.Match(declared, "notice", 1.0))


def _of_code(expressions: Sequence[str]) -> list[str]:
    """The licences of the code among several: those for texts and data, or none, count where there is no other."""
    code = [each for each in expressions if not licences.for_content(each) and each != licences.RESERVED]
    return code or list(expressions)


def _of_folder(folder: Sequence[LicenceFile], reuse: Reuse) -> str | None:
    """The licence of the code where the texts stand in LICENSES/: what its files say, else the only text for code."""
    if reuse.code:
        return licences.join(expression for expression, _ in reuse.code)
    said = [file.match.expression for file in folder if file.match and file.match.expression]
    apart = tuple(dict.fromkeys(_of_code(said)))
    unsure = any(file.match is None or file.match.expression is None for file in folder)
    return apart[0] if len(apart) == 1 and not unsure else None


def _expression(
    top: Sequence[LicenceFile], folder: Sequence[LicenceFile], reuse: Reuse, declared: Sequence[Declaration]
) -> str | None:
    said = [file.match.expression for file in top if file.match and file.match.expression]
    if not top or (reuse.code and said and all(map(licences.for_content, said))):
        return _of_folder(folder, reuse)
    if not said or any(_is_doubt(file) for file in top):
        return None
    apart = [_settled(each, declared) for each in _narrowed(dict.fromkeys(_of_code(said)))]
    names = {re.sub(r"(-2\.0)?(\.(txt|md))?$", "", file.path.lower()) for file in top}
    return licences.join(apart, "OR" if names >= _RUST else "AND")


def _settled(expression: str, declared: Sequence[Declaration]) -> str:
    """`GPL-3.0`, of which the text does not say whether later versions are allowed, as a declaration says it."""
    if licences.normalise(f"{expression}-or-later") is None:
        return expression
    said = {one.expression for one in declared if one.expression in (f"{expression}-only", f"{expression}-or-later")}
    return said.pop() or expression if len(said) == 1 else expression


def _is_doubt(file: LicenceFile) -> bool:
    """Whether a file at the top may hold a licence that was not recognised; a PDF is another form of the text."""
    if file.path.lower().endswith((".pdf", ".docx", ".doc", ".odt", ".rtf")):
        return False
    return file.unread is not None or file.match is None or file.match.expression is None


def _narrowed(expressions: dict[str, None]) -> list[str]:
    """Each licence once: `GPL-3.0` beside `GPL-3.0-or-later` is the latter, and the LGPL 3 takes in the GPL 3."""
    kept = list(expressions)
    for one in expressions:
        plainer = any(other in (f"{one}-only", f"{one}-or-later") for other in expressions)
        if plainer or (one.startswith("GPL-3.0") and any(other.startswith("LGPL-3.0") for other in expressions)):
            kept.remove(one)
    return kept
