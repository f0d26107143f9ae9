"""What runs by itself around a repository: CI, dependency updates, a bill of materials."""

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import islice

from oss_scan.facts.listing import Listing
from oss_scan.facts.workflows import (
    WORKFLOWS,
    from_elsewhere,
    is_azure_on_changes,
    is_workflow,
    may_be_azure,
    may_be_called,
    runs_on_changes,
    scheduled_updates,
)
from oss_scan.positioned import BadYamlError, List, Map, Scalar, parse
from oss_scan.regex import regex
from oss_scan.tree import LIMIT as BLOB_LIMIT
from oss_scan.tree import Unread

#: Files that define CI which are read at most, and bytes of each.
FILES = 100
LIMIT = 256 * 1024
LIKELY = 20  # files whose content says whether they define it
REUSED = 20  # definitions from elsewhere that are kept of one file


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file; with `unread`, a file that may be such a place but could not be read."""

    path: str
    blob: str
    line: int | None = None
    unread: Unread | None = None
    limit: int = LIMIT  # bytes that were read at most


@dataclass(frozen=True, slots=True)
class Reused:
    """Where CI uses a definition by its full name, as of another repository, which is not read; `here` says that one of
    the same name may be called in this repository."""

    path: str
    blob: str
    line: int
    uses: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Automation:
    """Where automation is defined; `ci` holds what runs on changes."""

    ci: tuple[Spot, ...] = ()
    updates: tuple[Spot, ...] = ()
    sbom: tuple[Spot, ...] = ()
    elsewhere: tuple[Reused, ...] = ()


_CI_FOLDERS = (".circleci/", ".woodpecker/", ".tekton/", ".gitlab/ci/", ".azure-pipelines/", ".azuredevops/")
_CI_ROOT = regex(
    r"\.gitlab-ci\.ya?ml|\.woodpecker\.ya?ml|\.travis\.ya?ml|bitbucket-pipelines\.ya?ml|\.drone\.(ya?ml|star)"
    r"|\.?appveyor\.ya?ml|cloudbuild\.(ya?ml|json)|buildspec\.ya?ml|\.cirrus\.(ya?ml|star)|\.build\.ya?ml"
)
_CI_ANYWHERE = regex(r"jenkinsfile([.-].*)?|(.*[.-])?azure-pipelines?([.-].*)?\.ya?ml")
#: Folders that hold what others made, or what is only shown or tested.
_ASIDE = regex(
    r"(?i)(^|/)(node_modules|vendor(ed)?|third[_-]?party|externals?|tests?|testdata|test[_-]?data|__tests__|fixtures?"
    r"|cassettes|mocks?|examples?|voorbeelden|samples?|templates?|site-packages|[^/]*\{\{[^/]*)/"
)
_COMMENT = regex(r"\s*(#|//|\*|$)")
_INCLUDE = regex(r"(?:include:)?[\s-]*(?:local:)?\s*['\"]?/?([\w./*-]{1,300}\.ya?ml)['\"]?\s*$")

_RENOVATE = ("renovate.json", "renovate.json5", ".renovaterc", ".renovaterc.json", ".renovaterc.json5")
_UPDATES = {
    ".github/dependabot.yml",
    ".github/dependabot.yaml",
    *(folder + name for folder in ("", ".github/", ".gitlab/", ".forgejo/", ".gitea/") for name in _RENOVATE),
    ".pyup.yml",
    "pyup.yml",
    ".scala-steward.conf",
    ".github/.scala-steward.conf",
    "package.json",
}
#: A run of Renovate; or a step that only works on what Dependabot proposes, which can be on without a file.
_UPDATES_IN_CI = regex(
    r"(?i)dependabot/fetch-metadata|renovatebot/|\brenovate/renovate\b|\bnpx (--yes |-y )?renovate\b|scala-steward-org/"
)
#: What such a run holds at least: few definitions do, and to look at every line takes long. So of the next.
_UPDATES_WORDS = ("dependabot/", "renovate", "scala-steward")

_SBOM_IN_CI = regex(
    r"(?i)^(?!\s*(?:-\s*)?name:).*"  # what a step is called says nothing
    r"(?:cyclonedx|\bcdxgen\b|\bsyft\b|anchore/sbom-action|sbom-generator|\bbom generate\b|\bsbom-tool\b"
    r"|\bformat[:= ]\s*['\"]?spdx|\bsbom:\s*['\"]?(true|generator=)|--sbom(=true|=generator|\s|$)"
    r"|\b(npm|pnpm|cargo|docker|docker scout) sbom\b|dependency-graph/sbom|dependency-scanning(\.\w+)?\.gitlab-ci\.yml)"
)
_SBOM_WORDS = ("cyclonedx", "cdxgen", "syft", "sbom", "bom generate", "spdx", "dependency-scann")
_SBOM_FILE = regex(
    r".*\.cdx\.(json|xml)|(.*[._-])?s?bom([._-].*)?\.(json|xml|ya?ml|spdx)|.*\.spdx(\.(json|ya?ml|rdf))?"
)
_CYCLONEDX = regex(
    rb'"bomFormat"\s*:\s*"CycloneDX"|["\']https?://cyclonedx\.org/schema/bom|^bomFormat:\s*["\']?CycloneDX', re.M
)
_SPDX = regex(rb'"spdxVersion"\s*:\s*"SPDX-|^SPDXVersion:\s*SPDX-|^spdxVersion:\s*["\']?SPDX-|spdx\.org/rdf/', re.M)
_SPDX_PACKAGE = regex(
    rb'^PackageName:|"versionInfo"|^\s*-?\s*versionInfo:|"downloadLocation"|software_Package|:Package\b', re.M
)


def collect_automation(listing: Listing) -> Automation:
    """Find the files that define automation; what may be one and could not be read is a spot with `unread`."""
    ci: list[Spot] = []
    updates = list(_updates(listing))
    sbom = list(_committed(listing))
    elsewhere: list[Reused] = []
    called: set[str] = set()
    own = sorted({*_definitions(listing), *_by_content(listing)})
    seen = dict.fromkeys(own)
    queue = list(seen)
    for count, path in enumerate(queue):
        spot = Spot(path, listing.tree.blob(path))
        data = listing.read(path, LIMIT) if count < FILES else Unread("blob-left-out", path)
        if isinstance(data, Unread):
            sbom.append(Spot(path, spot.blob, unread=data))
            ci += [spot] if count < len(own) else []
            continue
        text = data.decode("utf-8", "replace")
        lines, folded = text.splitlines(), text.casefold()
        if not _does_something(path, lines):
            continue
        if is_workflow(path) and may_be_called(data):
            called.add(path)
        if count < len(own) and (not is_workflow(path) or runs_on_changes(data)):
            ci.append(spot)
        if any(word in folded for word in _SBOM_WORDS):
            sbom += islice(_marked(spot, lines, _SBOM_IN_CI), 1)
        if any(word in folded for word in _UPDATES_WORDS):
            updates += islice(_marked(spot, lines, _UPDATES_IN_CI), 1)
        updates += islice((Spot(path, spot.blob, line) for line in scheduled_updates(path, data, lines)), 1)
        elsewhere += (Reused(path, spot.blob, *reused) for reused in islice(from_elsewhere(path, lines), REUSED))
        if path.lower().startswith(".gitlab"):
            added = [other for other in _included(listing, lines) if other not in seen]
            seen.update(dict.fromkeys(added))
            queue += added
    return Automation(tuple(ci), tuple(updates), tuple(sbom), tuple(_here(elsewhere, called)))


def _here(elsewhere: Sequence[Reused], called: Collection[str]) -> Iterator[Reused]:
    """What is used by its full name, with whether it may be here: no workflow uses itself, so that one of its own name
    shows another repository."""
    named = [(one, *_repository_and_path(one.uses)) for one in elsewhere]
    others = {repository for one, repository, path in named if path == one.path}
    for one, repository, path in named:
        yield replace(one, here=path in called and repository not in others)


def _repository_and_path(uses: str) -> tuple[str, str]:
    owner, _, rest = uses.partition("@")[0].partition("/")
    name, _, path = rest.partition("/")
    return f"{owner}/{name}".lower(), path


def _definitions(listing: Listing) -> Iterator[str]:
    for folder in WORKFLOWS:
        yield from (path for path in listing.folder(folder) if _yaml(path) and listing.is_file(path))
    for folder in _CI_FOLDERS:
        yield from (path for path in listing.below(folder) if _yaml(path) and listing.is_file(path))
    yield from (path for path in listing.below(".teamcity/") if path.endswith((".kts", ".xml")))
    for path in listing.folder(""):
        if _CI_ROOT.fullmatch(path.lower()) and listing.is_file(path):
            yield path
    for name, paths in listing.by_name.items():
        if len(name) <= 255 and _CI_ANYWHERE.fullmatch(name):
            yield from (path for path in paths if not aside(path) and listing.is_file(path))


def _by_content(listing: Listing) -> Iterator[str]:
    """Pipelines of Azure, which may have any name; one that could not be read may be such."""
    likely = (path for path in listing.paths if may_be_azure(path) and not aside(path) and listing.is_file(path))
    for path in sorted(likely, key=lambda path: (path.count("/"), path))[:LIKELY]:
        data = listing.read(path, LIMIT)
        if isinstance(data, Unread) or is_azure_on_changes(data):
            yield path


def aside(path: str) -> bool:
    """Whether a path lies in a folder of others' work, of tests, examples or templates."""
    return _is_aside(path[: path.rfind("/") + 1])


@lru_cache(maxsize=4096)
def _is_aside(folder: str) -> bool:
    return _ASIDE.search(folder) is not None


def _yaml(path: str) -> bool:
    return path.lower().endswith((".yml", ".yaml"))


def _does_something(path: str, lines: list[str]) -> bool:
    """Whether a definition is more than comments; a workflow has jobs."""
    if is_workflow(path):
        return any(line.startswith(("jobs:", '"jobs":', "'jobs':", "{")) for line in lines)
    return any(not _COMMENT.match(line) for line in lines)


def _marked(spot: Spot, lines: list[str], sign: re.Pattern[str]) -> Iterator[Spot]:
    for number, line in enumerate(lines, 1):
        if len(line) <= 2000 and sign.search(line) and not _COMMENT.match(line):
            yield Spot(spot.path, spot.blob, number)


def _included(listing: Listing, lines: list[str]) -> Iterator[str]:
    """The files of the same repository that a GitLab definition includes, by a path or a pattern."""
    known = set(listing.paths)
    inside = False
    for line in lines:
        inside = line.startswith("include:") or (inside and line.startswith((" ", "-", "#")))
        match = _INCLUDE.match(line) if inside else None
        if match is None:
            continue
        folder = match[1].split("*")[0].rpartition("/")[0]
        paths = listing.below(f"{folder}/" if folder else "") if "*" in match[1] else (match[1],)
        yield from (path for path in paths if fnmatchcase(path, match[1]) and path in known and listing.is_file(path))


def _updates(listing: Listing) -> Iterator[Spot]:
    for path in listing.paths:
        lower = path.lower()
        if lower not in _UPDATES or not listing.is_file(path):
            continue
        found = _update(Spot(path, listing.tree.blob(path)), lower, listing.read(path, BLOB_LIMIT))
        if found:
            yield found


def _update(spot: Spot, lower: str, data: bytes | Unread) -> Spot | None:
    """The place of a file, by its path in lower case, that asks for updates; None where it does not."""
    if isinstance(data, Unread):
        return None if lower == "package.json" else replace(spot, unread=data, limit=BLOB_LIMIT)
    if lower.startswith(".github/dependabot"):
        line = _dependabot(data)
        return replace(spot, line=line) if line else None
    if lower == "package.json":
        return spot if isinstance(_object(data).get("renovate"), dict) else None
    return spot if data.strip() and _object(data).get("enabled") is not False else None


def _dependabot(data: bytes) -> int | None:
    """The line of what is kept up to date; None where it says nothing of the kind."""
    try:
        root = parse(data)
    except BadYamlError:
        return None
    listed = root.get("updates") if isinstance(root, Map) else None
    if not isinstance(listed, List):
        return None
    return next((item.line for item in listed.items if isinstance(item, Map) and _ecosystem(item)), None)


def _ecosystem(item: Map) -> bool:
    named = item.get("package-ecosystem")
    return isinstance(named, Scalar) and bool(named.text.strip())


def _object(data: bytes) -> dict[str, object]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _committed(listing: Listing) -> Iterator[Spot]:
    """Bills of materials among the files: by content, never by name alone."""
    names = sorted(name for name in listing.by_name if len(name) <= 255 and _SBOM_FILE.fullmatch(name))
    candidates = (path for name in names for path in listing.by_name[name] if not aside(path) and listing.is_file(path))
    for path in islice(candidates, FILES):
        data = listing.read(path, BLOB_LIMIT)
        spot = Spot(path, listing.tree.blob(path))
        if isinstance(data, Unread):
            yield Spot(path, spot.blob, unread=data, limit=BLOB_LIMIT)
        elif _CYCLONEDX.search(data) or (_SPDX.search(data) and _lists_packages(path, data)):
            yield spot


def _lists_packages(path: str, data: bytes) -> bool:
    """Whether an SPDX document lists packages; LICENSE.spdx, which declares one, must list others as well."""
    declares = path.rpartition("/")[2].lower().startswith(("license", "licence", "licentie", "copying"))
    return sum(1 for _ in islice(_SPDX_PACKAGE.finditer(data), 2)) > declares
