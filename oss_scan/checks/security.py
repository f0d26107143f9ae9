"""Questions about security."""

from collections.abc import Sequence
from datetime import date, datetime

from oss_scan.checks import Answer, NoParams, Outcome, Place, check, failed, not_applicable, passed, unknown
from oss_scan.checks.documents import of_topic, organisation_wide, place, unread
from oss_scan.facts import Facts, NotLooked
from oss_scan.facts.automation import Spot
from oss_scan.facts.prose import LIMIT
from oss_scan.tree import LIMIT as BLOB_LIMIT


@check("security.contact", NoParams)
def contact(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether the repository says where a vulnerability is to be reported."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    tree = facts.tree.value
    policy = of_topic(tree.documents, "security")
    if policy:
        return passed(place(policy))
    for file in tree.security_txt:
        if file.contact:
            return passed(Place(file.path, blob=file.blob))
    for document in tree.documents:
        if document.contact:
            return passed(Place(document.path, document.contact, blob=document.blob))
    wide = organisation_wide(facts, "security")
    if wide.outcome is not Outcome.FAIL:
        return wide
    for document in tree.documents:
        if document.topic == "readme" and document.unread:
            return unread(document.unread, LIMIT, place(document))
    for file in tree.security_txt:
        if file.unread:
            return unread(file.unread, BLOB_LIMIT, Place(file.path, blob=file.blob))
    return wide


@check("security.securitytxt", NoParams, values=("path", "fault"))
def securitytxt(facts: Facts, _: NoParams, reference_date: date) -> Answer:
    """Whether each security.txt is valid and has not expired.

    `fault` is the code of what is wrong, or the field Expires.
    """
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    files = facts.tree.value.security_txt
    if not files:
        return not_applicable("no-security-txt")
    for file in files:
        for code, line in file.faults:
            return failed(Place(file.path, line, blob=file.blob), path=file.path, fault=code)
        if file.expires and datetime.fromisoformat(file.expires).date() < reference_date:
            spot = Place(file.path, file.expires_line, blob=file.blob)
            return failed(spot, path=file.path, fault=f"Expires: {file.expires[:10]}")
    for file in files:
        if file.unread:
            return unread(file.unread, BLOB_LIMIT, Place(file.path, blob=file.blob))
    return passed(*(Place(file.path, blob=file.blob) for file in files))


@check("security.updates", NoParams)
def updates(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether a service that keeps dependencies up to date is configured."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    return _any(facts.tree.value.automation.updates)


@check("security.sbom", NoParams)
def sbom(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether a bill of materials is committed, or made in CI."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    return _any(facts.tree.value.automation.sbom)


def _any(spots: Sequence[Spot]) -> Answer:
    """Passes on whatever was read; what could not be read might have been it."""
    known = [Place(spot.path, spot.line, blob=spot.blob) for spot in spots if spot.unread is None]
    if known:
        return passed(*known)
    for spot in spots:
        if spot.unread:
            return unread(spot.unread, spot.limit, Place(spot.path, blob=spot.blob))
    return failed()
