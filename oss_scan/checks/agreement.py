"""Whether all that is said of the licence agrees."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from oss_scan import licences
from oss_scan.checks import Answer, NoParams, Place, check, failed, not_applicable, passed, unknown
from oss_scan.checks.licence import not_recognised, place_of, places_of
from oss_scan.facts import Facts, NotLooked
from oss_scan.facts.licensing import Declaration, Licensing

_SHOWN = 10  # places of one finding
_EUPL = re.compile(r"(?<![\w-])EUPL-1\.\d(?![\w+])")


@check("licence.consistent", NoParams, revision=7, values=("one", "at", "others"))
def consistent(facts: Facts, _params: NoParams, _: date) -> Answer:
    """Whether the licence file, the README, publiccode.yml, the manifests and most source files name the same licence.

    A part of the repository may have another one, where a licence file stands beside it.
    """
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    licensing = facts.tree.value.licensing
    said = list(_statements(licensing))
    parts = [*_parts(licensing), *_of_headers(licensing)]
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
        return not_recognised(licensing)
    unclear = [one for one in manifests if one.expression is None]
    if len(said) > 1 and (len(unclear) < len(manifests) or not unclear):
        return passed(*(place for _expression, place in said))
    for manifest in unclear:
        if said:
            place = Place(manifest.path, manifest.line, blob=manifest.blob)
            return unknown("licence-declaration-unclear", place, path=manifest.path, found=manifest.written)
    return not_applicable("licence-nothing-to-compare")


def _statements(licensing: Licensing) -> Iterator[tuple[str, Place]]:
    if licensing.expression:
        places = places_of(licensing, licensing.expression) or tuple(map(place_of, licensing.files[:1]))
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
    meant = [replace(one, expression=_in_prose(one.expression or "", found)) for one in readme]
    alike = [one for one in meant if licences.agree(one.expression or "", found)]
    if alike:
        return tuple(one for one in alike if one.whole)[:1]
    apart = [
        one
        for one in whole
        if licences.for_content(one.expression or "") == licences.for_content(found)
        and not _shared(one.expression or "", found)
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


def _of_headers(licensing: Licensing) -> Iterator[tuple[str, Place]]:
    """What most source files of the work say in their first lines, where that is no licence of the file at the top.

    Beside a licence for texts or data the code may have its own.
    """
    found, one = licensing.expression, licensing.headers.most
    if not (found and one) or licences.for_content(found) or licences.for_content(one.expression):
        return
    if not (licences.agree(_in_prose(one.expression, found), found) or _shared(one.expression, found)):
        yield one.expression, Place(one.path, one.line, blob=one.blob)


def _in_prose(said: str, found: str) -> str:
    """What a README or header says; of the EUPL with later versions, where only those make it agree.

    The European Commission's own words are "version 1.1 or subsequent versions", and few repeat them all.
    """
    later = _EUPL.sub(r"\g<0>+", said)
    return later if licences.agree(later, found) and not licences.agree(said, found) else said


def _shared(one: str, other: str) -> frozenset[str]:
    return licences.families(one) & licences.families(other)


def _is_of_bundle(licensing: Licensing, said: str) -> bool:
    """Whether one file gives the licences of all that is bundled, and this is one of them."""
    files = [one for one in licensing.grounds if one.code in ("text", "named")]
    return len(files) == 1 and licences.families(said) < licences.families(licensing.expression or "")


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}" if place.line else place.path


def _manifests(licensing: Licensing) -> list[Declaration]:
    """What speaks of the whole code: publiccode.yml and the manifests at the top."""
    return [one for one in licensing.declarations if one.about == "code" and one.source != "README"]
