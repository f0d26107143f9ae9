"""Questions about security."""

from collections.abc import Sequence
from datetime import date, datetime

from oss_scan.checks import Answer, NoParams, Outcome, Place, check, failed, not_applicable, passed, unknown
from oss_scan.checks.documents import of_topic, organisation_wide, place, unread
from oss_scan.facts import Facts, NotLooked
from oss_scan.facts.automation import Reused, Spot
from oss_scan.facts.prose import LIMIT
from oss_scan.facts.securitytxt import SecurityTxtFile
from oss_scan.facts.seen import Seen
from oss_scan.standards.evidence import Where
from oss_scan.tree import LIMIT as BLOB_LIMIT

#: The faults of a security.txt (standards/securitytxt.py) in signs: `missing` and `twice` depend on the field.
_FAULTS = {
    "html": "HTML",
    "empty": "0 bytes",
    "too-large": "> 32 KiB",
    "not-utf-8": "≠ UTF-8",
    "signature-broken": "PGP",
    "not-a-field": "≠ Name: value",
    "indented": "≠ Name: value",
    "empty-field": "≠ Name: value",
    "date-time": "Expires",
    "language": "Preferred-Languages",
    "contact": "Contact",
    "mailto": "mailto:",
    "tel": "tel:",
    "uri": "URI",
    "http": "http://",
}


@check("security.contact", NoParams, revision=2)
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
    if wide.outcome is Outcome.PASS:
        return wide
    for document in tree.documents:
        if document.topic == "readme" and document.unread:
            return unread(document.unread, LIMIT, place(document))
    for file in tree.security_txt:
        if file.unread:
            return unread(file.unread, BLOB_LIMIT, Place(file.path, blob=file.blob))
    places = [Place(file.path, blob=file.blob) for file in tree.security_txt]
    if wide.outcome is Outcome.FAIL:
        return failed(*places)
    if places and isinstance(facts.organisation, NotLooked) and facts.organisation.reason == "organisation-not-looked":
        return unknown("contact-not-in-security-txt", *places, path=places[0].path)
    return wide


@check("security.securitytxt", NoParams, revision=3, values=("path", "fault"))
def securitytxt(facts: Facts, _: NoParams, reference_date: date) -> Answer:
    """Whether each security.txt is valid and has not expired.

    `fault` shows what is wrong in signs that are the same in every language, such as `0 × Contact`.
    """
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    files = facts.tree.value.security_txt
    if not files:
        return _route(facts.tree.value.seen) or not_applicable("no-security-txt")
    for file in files:
        for code, line in file.faults:
            return failed(Place(file.path, line, blob=file.blob), path=file.path, fault=_shown(file, code))
        if file.expires and datetime.fromisoformat(file.expires).date() < reference_date:
            spot = Place(file.path, file.expires_line, blob=file.blob)
            return failed(spot, path=file.path, fault=f"Expires: {file.expires[:10]}")
    for file in files:
        if file.unread:
            return unread(file.unread, BLOB_LIMIT, Place(file.path, blob=file.blob))
    return passed(*(Place(file.path, blob=file.blob) for file in files))


def _route(seen: Seen | None) -> Answer | None:
    """That server configuration, or code, answers at the address of a security.txt, or leads on from there."""
    for one in seen.sightings if seen else ():
        if (one.detector, one.where) == ("security-txt-route", Where.OWN):
            return unknown("security-txt-route", Place(one.path, one.line, one.column), path=one.path)
    return None


def _shown(file: SecurityTxtFile, code: str) -> str:
    """A fault in signs; which field is missing follows from the others."""
    if code == "missing":
        both = [known for known, _ in file.faults].count("missing") > 1
        if both or file.expires:
            return "0 × Contact"
        return "0 × Expires" if file.contact else "0 × Contact | Expires"
    if code == "twice":
        return "2 × Preferred-Languages" if file.expires else "2 × Expires"
    return _FAULTS.get(code, code)


@check("security.updates", NoParams)
def updates(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether a service that keeps dependencies up to date is configured."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    return _any(facts.tree.value.automation.updates)


@check("security.sbom", NoParams, revision=3)
def sbom(facts: Facts, _: NoParams, __: date) -> Answer:
    """Whether a bill of materials is committed, or made in CI; what CI uses from elsewhere may make one too."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    automation = facts.tree.value.automation
    answer = _any(automation.sbom)
    reused = next((one for one in automation.elsewhere if not _own(facts, one)), None)
    if answer.outcome is Outcome.FAIL and reused:
        place = Place(reused.path, reused.line, blob=reused.blob)
        return unknown("sbom-elsewhere", place, path=reused.path, uses=reused.uses)
    return answer


def _own(facts: Facts, reused: Reused) -> bool:
    """Whether a workflow that is named in full is one of this repository itself, which was read. Where nobody knows the
    address of the repository, its own one of that name shows it."""
    addresses = () if isinstance(facts.hosting, NotLooked) else facts.hosting.value.addresses
    if not addresses:
        return reused.here
    owner = "/".join(reused.uses.split("/")[:2]).lower()
    return "@" in reused.uses and any(
        address.lower().removesuffix(".git").endswith(f"/{owner}") for address in addresses
    )


def _any(spots: Sequence[Spot]) -> Answer:
    """Passes on whatever was read; what could not be read might have been it."""
    known = [Place(spot.path, spot.line, blob=spot.blob) for spot in spots if spot.unread is None]
    if known:
        return passed(*known)
    for spot in spots:
        if spot.unread:
            return unread(spot.unread, spot.limit, Place(spot.path, blob=spot.blob))
    return failed()
