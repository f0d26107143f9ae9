"""Questions about licences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from oss_scan import licences
from oss_scan.checks import Answer, NoParams, Place, check, failed, not_applicable, passed, unknown
from oss_scan.checks.documents import unread
from oss_scan.facts import Facts, NotLooked
from oss_scan.facts.licence_files import is_document
from oss_scan.facts.licensing import Declaration, LicenceFile, Licensing
from oss_scan.tree import LIMIT

_SHOWN = 10  # places of one finding
_NONE = "-"
_WRITTEN = 80  # characters that are shown of what is written


@dataclass(frozen=True, slots=True)
class Preferred:
    """The licences that are preferred, as SPDX ids; later versions and `-or-later` count as the same."""

    licences: tuple[str, ...]


@check("licence.present", NoParams, revision=3, values=("declared",))
def present(facts: Facts, _params: NoParams, _: date) -> Answer:
    """Whether a licence stands at the top or in LICENSES/; one that could not be read is there too."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    licensing = facts.tree.value.licensing
    there = [file for file in licensing.files if file.unread is None or file.unread.code not in _ELSEWHERE]
    if there:
        return passed(*map(_place, there[:_SHOWN]))
    for file in licensing.files:
        if file.unread and file.unread.code == "blob-submodule":
            return unread(file.unread, LIMIT, _place(file))
    named = [
        f"{one.source}: {one.expression or one.written[:_WRITTEN]}" for one in _most_telling(licensing.declarations)
    ]
    named += [f"{one.path}: {one.expression}" for one in licensing.headers.common()[:1]]
    declared = ", ".join(dict.fromkeys(named[:_SHOWN]))
    return failed(*map(_place, licensing.files), declared=declared or _NONE)


def _most_telling(declarations: Sequence[Declaration]) -> list[Declaration]:
    """What is said of the code, else of texts and data."""
    of_code = [one for one in declarations if one.about == "code"]
    return of_code or [one for one in declarations if one.about == "content"]


@check("licence.osi-approved", NoParams, revision=3, values=("found",))
def approved(facts: Facts, _params: NoParams, _: date) -> Answer:
    """Whether the OSI approved every licence of the code."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    licensing = facts.tree.value.licensing
    found = licensing.expression
    if found is None:
        return _not_recognised(licensing)
    places = _places_of(licensing, found)
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
            return failed(*map(_place, licensing.files[:_SHOWN]), path=licensing.files[0].path)
        return _not_recognised(licensing)
    held = {licence for file in texts if file.match for licence in licences.families(file.match.expression or "")}
    if licences.families(licensing.expression) <= held:
        return passed(*map(_place, texts[:_SHOWN]))
    others = [file for file in licensing.files if file not in texts]
    return failed(*map(_place, others[:_SHOWN]), path=(others or licensing.files)[0].path)


@check("licence.preferred", Preferred, revision=3, values=("found",))
def preferred(facts: Facts, params: Preferred, _: date) -> Answer:
    """Whether the code has, or may be used under, a preferred licence."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    licensing = facts.tree.value.licensing
    found = licensing.expression
    if found is None:
        return _not_recognised(licensing)
    places = _places_of(licensing, found)
    wanted = {family for licence in params.licences for family in licences.families(licence)}
    if licences.families(found) & wanted:
        return passed(*places, found=found)
    if _only_content(licensing, found):
        return not_applicable("licence-no-code", *places, found=found)
    return failed(*places, found=found)


@check("licence.consistent", NoParams, revision=6, values=("one", "at", "others"))
def consistent(facts: Facts, _params: NoParams, _: date) -> Answer:
    """Whether the licence file, the README, publiccode.yml and the manifests name the same licence.

    A part of the repository may have another one, where a licence file stands beside it.
    """
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    licensing = facts.tree.value.licensing
    said = list(_statements(licensing))
    parts = list(_parts(licensing))
    for number, (one, at) in enumerate(said):
        apart = [each for each in (*said[number + 1 :], *parts) if not licences.agree(one, each[0])]
        others = [each for each in apart if one != licensing.expression or not _is_of_bundle(licensing, each[0])]
        if others:
            shown = [f"{_at(place)}: {other}" for other, place in others[:_SHOWN]]
            beyond = [f"+ {len(others) - _SHOWN}"] if len(others) > _SHOWN else []
            return failed(
                *(place for _, place in others[:_SHOWN]), at, one=one, at=_at(at), others="; ".join(shown + beyond)
            )
    manifests = _manifests(licensing)
    if licensing.files and licensing.expression is None and manifests:
        return _not_recognised(licensing)
    unclear = [one for one in manifests if one.expression is None]
    if len(said) > 1 and (len(unclear) < len(manifests) or not unclear):
        return passed(*(place for _expression, place in said))
    for manifest in unclear:
        if said:
            place = Place(manifest.path, manifest.line, blob=manifest.blob)
            return unknown("licence-declaration-unclear", place, path=manifest.path, found=manifest.written)
    return not_applicable("licence-nothing-to-compare")


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


def _place(file: LicenceFile) -> Place:
    return Place(file.path, file.match.line if file.match else None, blob=file.blob)


def _places_of(licensing: Licensing, expression: str) -> tuple[Place, ...]:
    """What holds or names one of the licences; a file that only points to others comes after these."""
    wanted = licences.families(expression)
    files = [file for file in licensing.files if file.match and licences.families(file.match.expression or "") & wanted]
    places = [_place(file) for file in files if not file.points]
    if all(file.points or "/" in file.path for file in files):
        said = (one for one in licensing.reuse.shown if licences.families(one.expression) & wanted)
        places = [*(Place(one.path, one.line, blob=one.blob) for one in said), *places]
    return tuple([*places, *(_place(file) for file in files if file.points)][:_SHOWN])


def _only_content(licensing: Licensing, expression: str) -> bool:
    """Whether the repository holds no program code, and its licence is one for texts or data."""
    return licensing.code_files == 0 and licences.for_content(expression)


def _named_only(file: LicenceFile) -> bool:
    """Whether a file names a licence without its text, or is no plain text."""
    if is_document(file):
        return True
    return bool(file.match and file.match.kind in ("notice", "reference", "link"))


def _not_recognised(licensing: Licensing) -> Answer:
    """Why there is no one licence for the code: the first file that could not be read, was altered or is not known."""
    for file in licensing.files:
        if file.unread:
            return unread(file.unread, LIMIT, _place(file))
    for kind, code in (("modified", "licence-modified"), ("unknown", "licence-unrecognised")):
        for file in licensing.files:
            if file.match and file.match.kind == kind:
                return unknown(code, _place(file), path=file.path)
    for file in licensing.files:
        if file.match and file.match.expression is None:
            return unknown("licence-version-unstated", _place(file), path=file.path)
    return unknown("licence-unclear", *map(_place, licensing.files[:_SHOWN]))


def _statements(licensing: Licensing) -> Iterator[tuple[str, Place]]:
    if licensing.expression:
        places = _places_of(licensing, licensing.expression) or tuple(map(_place, licensing.files[:1]))
        for place in places[:1]:
            yield licensing.expression, place
    for one in (*_manifests(licensing), *_of_readme(licensing)):
        if one.expression:
            yield one.expression, Place(one.path, one.line, blob=one.blob)


def _of_readme(licensing: Licensing) -> tuple[Declaration, ...]:
    """What a README says of the whole: what agrees with the licence; else what differs, where it says one thing.

    One that names some of several licences says less, and nothing else.
    """
    readme = [one for one in licensing.declarations if one.source == "README" and one.expression]
    whole = [one for one in readme if one.whole and one.about == "code"]
    found = licensing.expression
    if found is None:
        return ()
    alike = [one for one in readme if licences.agree(one.expression or "", found)]
    if alike:
        return tuple(one for one in alike if one.whole)[:1]
    apart = [
        one
        for one in whole
        if licences.for_content(one.expression or "") == licences.for_content(found)
        and not licences.families(one.expression or "") & licences.families(found)
    ]
    same = len({licences.families(one.expression or "") for one in apart}) == 1
    return tuple(apart[:1]) if same and len(apart) == len(readme) else ()


def _parts(licensing: Licensing) -> Iterator[tuple[str, Place]]:
    """What manifests below the top say, where nothing shows that their part is licensed apart.

    Charts package what others made; a package of documents or data has a licence for such.
    """
    for one in licensing.declarations:
        said = one.about == "part" and not one.apart and one.source != "Chart.yaml" and one.expression
        if said and not licences.for_content(said):
            yield said, Place(one.path, one.line, blob=one.blob)


def _is_of_bundle(licensing: Licensing, said: str) -> bool:
    """Whether one file gives the licences of all that is bundled, and this is one of them."""
    files = [one for one in licensing.grounds if one.code in ("text", "named")]
    return len(files) == 1 and licences.families(said) < licences.families(licensing.expression or "")


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}" if place.line else place.path


def _manifests(licensing: Licensing) -> list[Declaration]:
    """What speaks of the whole code: publiccode.yml and the manifests at the top."""
    return [one for one in licensing.declarations if one.about == "code" and one.source != "README"]
