"""Questions about licences, but for whether all that is said of them agrees (`agreement`)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from oss_scan import licences
from oss_scan.checks import Answer, NoParams, Place, check, failed, not_applicable, passed, unknown
from oss_scan.checks.documents import unread
from oss_scan.facts import Facts, NotLooked
from oss_scan.facts.licence_files import is_document
from oss_scan.facts.licensing import Declaration, LicenceFile, Licensing
from oss_scan.texts import Reason
from oss_scan.tree import LIMIT

_SHOWN = 10  # places of one finding
_NONE = "-"
_WRITTEN = 80  # characters that are shown of what is written


@dataclass(frozen=True, slots=True)
class Preferred:
    """The licences that are preferred, as SPDX ids; later versions and `-or-later` count as the same."""

    licences: tuple[str, ...]


@check("licence.present", NoParams, revision=5, values=("declared",))
def present(facts: Facts, _params: NoParams, _: date) -> Answer:
    """Whether a licence stands at the top or in LICENSES/; one that could not be read is there too."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    licensing = facts.tree.value.licensing
    there = [file for file in licensing.files if file.unread is None or file.unread.code not in _ELSEWHERE]
    if there:
        return passed(*map(place_of, there[:_SHOWN]))
    for file in licensing.files:
        if file.unread and file.unread.code == "blob-submodule":
            return unread(file.unread, LIMIT, place_of(file))
    named = [
        f"{one.path if one.about in ('part', 'api') else one.source}: {one.expression or one.written[:_WRITTEN]}"
        for one in _most_telling(licensing.declarations)
    ]
    named += [*(f"{one.path}: {one.expression}" for one in licensing.headers.common()[:1]), *licensing.below]
    declared = ", ".join(dict.fromkeys(named[:_SHOWN]))
    answer = failed(*map(place_of, licensing.files), *map(Place, licensing.empty), declared=declared or _NONE)
    vain = [Reason("blob-link", {"path": file.path}) for file in licensing.files]  # which lead nowhere
    vain += [Reason("licence-empty", {"path": path}) for path in licensing.empty]
    return replace(answer, because=next(iter(vain), None))


def _most_telling(declarations: Sequence[Declaration]) -> list[Declaration]:
    """What is said of the code, else of a folder at the top, of texts and data, of a folder below, or of an API."""
    near = [one for one in declarations if one.about != "part" or one.path.count("/") == 1]
    said = ([one for one in near if one.about == about] for about in ("code", "part", "content"))
    return next(filter(None, said), list(declarations))


@check("licence.osi-approved", NoParams, revision=3, values=("found",))
def approved(facts: Facts, _params: NoParams, _: date) -> Answer:
    """Whether the OSI approved every licence of the code."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    licensing = facts.tree.value.licensing
    found = licensing.expression
    if found is None:
        return not_recognised(licensing)
    places = places_of(licensing, found)
    if licences.osi_approved(found):
        return passed(*places, found=found)
    if _only_content(licensing, found):
        return not_applicable("licence-no-code", *places, found=found)
    return failed(*places, found=found)


@check("licence.full-text", NoParams, revision=2, values=("path",))
def full_text(facts: Facts, _params: NoParams, _: date) -> Answer:
    """Whether the text of every licence of the code stands in the repository, as plain text."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    licensing = facts.tree.value.licensing
    whole = [file for file in licensing.files if file.match and file.match.kind == "text" and file.match.expression]
    texts = [file for file in whole if not is_document(file)]
    if licensing.expression is None:
        if licensing.files and all(_named_only(file) for file in licensing.files):
            return failed(*map(place_of, licensing.files[:_SHOWN]), path=licensing.files[0].path)
        return not_recognised(licensing)
    held = {licence for file in texts if file.match for licence in licences.families(file.match.expression or "")}
    if licences.families(licensing.expression) <= held:
        return passed(*map(place_of, texts[:_SHOWN]))
    others = [file for file in licensing.files if file not in texts]
    return failed(*map(place_of, others[:_SHOWN]), path=(others or licensing.files)[0].path)


@check("licence.preferred", Preferred, revision=3, values=("found",))
def preferred(facts: Facts, params: Preferred, _: date) -> Answer:
    """Whether the code has, or may be used under, a preferred licence."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    licensing = facts.tree.value.licensing
    found = licensing.expression
    if found is None:
        return not_recognised(licensing)
    places = places_of(licensing, found)
    wanted = {family for licence in params.licences for family in licences.families(licence)}
    if licences.families(found) & wanted:
        return passed(*places, found=found)
    if _only_content(licensing, found):
        return not_applicable("licence-no-code", *places, found=found)
    return failed(*places, found=found)


@check("licence.reuse", NoParams, revision=2, values=("files", "licence", "holder"))
def reuse(facts: Facts, _params: NoParams, _: date) -> Answer:
    """Whether every file has a licence and a copyright holder, where the repository claims REUSE."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    found = facts.tree.value.licensing.reuse
    if found.config is None:
        return not_applicable("reuse-not-claimed")
    lacking = sorted({*found.without_licence, *found.without_holder})
    if lacking:
        return failed(
            *(Place(path) for path in lacking[:_SHOWN]),
            files=str(found.files),
            licence=str(found.without_licence_count),
            holder=str(found.without_holder_count),
        )
    if found.unread:
        return unread(found.unread[0], LIMIT, Place(found.unread[0].path))
    return passed(Place(found.config), files=str(found.files))


@check("licence.reuse-texts", NoParams, values=("missing", "unused"))
def reuse_texts(facts: Facts, _params: NoParams, _: date) -> Answer:
    """Whether LICENSES/ holds the text of each licence that files name, and no other, where REUSE is claimed."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    found = facts.tree.value.licensing.reuse
    if found.config is None:
        return not_applicable("reuse-not-claimed")
    if found.missing or (found.unused and not found.unread):
        unused = () if found.unread else found.unused
        places = [Place(path) for path in unused] or [Place(found.config)]
        return failed(*places[:_SHOWN], missing=_listed(found.missing), unused=_listed(unused))
    if found.unread:
        return unread(found.unread[0], LIMIT, Place(found.unread[0].path))
    return passed(Place(found.config))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) or _NONE


def standing(licensing: Licensing) -> str:
    """What may be said of the code in one word: `open-source`, `content` (a licence for texts or data, and no code),
    `not-approved` (a known licence without approval by the OSI), `published` (it can be read, and no open licence is
    given), `unclear` (a licence is said, and not established)."""
    found = licensing.expression
    if found is None:
        said = licensing.files or licensing.headers.said or any(one.about == "code" for one in licensing.declarations)
        return "unclear" if said else "published"
    if licences.osi_approved(found):
        return "open-source"
    if licences.RESERVED in licences.families(found):
        return "published"
    return "content" if _only_content(licensing, found) else "not-approved"


_ELSEWHERE = ("blob-link", "blob-submodule")


def place_of(file: LicenceFile) -> Place:
    """Where a file says its licence."""
    return Place(file.path, file.match.line if file.match else None, blob=file.blob)


def places_of(licensing: Licensing, expression: str) -> tuple[Place, ...]:
    """What holds or names one of the licences; a file that only points to others comes after these."""
    wanted = licences.families(expression)
    files = [file for file in licensing.files if file.match and licences.families(file.match.expression or "") & wanted]
    places = [place_of(file) for file in files if not file.points]
    if all(file.points or "/" in file.path for file in files):
        said = (one for one in licensing.reuse.shown if licences.families(one.expression) & wanted)
        places = [*(Place(one.path, one.line, blob=one.blob) for one in said), *places]
    return tuple([*places, *(place_of(file) for file in files if file.points)][:_SHOWN])


def _only_content(licensing: Licensing, expression: str) -> bool:
    """Whether the repository holds no program code, and its licence is one for texts or data."""
    return licensing.code_files == 0 and licences.for_content(expression)


def _named_only(file: LicenceFile) -> bool:
    """Whether a file names a licence without its text, or is no plain text."""
    if is_document(file):
        return True
    return bool(file.match and file.match.kind in ("notice", "reference", "link"))


def not_recognised(licensing: Licensing) -> Answer:
    """Why there is no one licence for the code: the first file that could not be read, was altered or is not known."""
    for file in licensing.files:
        if file.unread:
            return unread(file.unread, LIMIT, place_of(file))
    for kind, code in (("modified", "licence-modified"), ("unknown", "licence-unrecognised")):
        for file in licensing.files:
            if file.match and file.match.kind == kind:
                contradicted = file.match.reason == "contradicted"
                return unknown("licence-contradicted" if contradicted else code, place_of(file), path=file.path)
    for file in licensing.files:
        if file.match and file.match.expression is None:
            return unknown("licence-version-unstated", place_of(file), path=file.path)
    return unknown("licence-unclear", *map(place_of, licensing.files[:_SHOWN]))
