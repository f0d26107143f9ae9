"""Questions about documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from oss_scan.checks import Answer, Outcome, Place, check, failed, passed, unknown
from oss_scan.facts import Facts, NotLooked
from oss_scan.facts.documents import Document
from oss_scan.facts.prose import LIMIT
from oss_scan.tree import Unread


@dataclass(frozen=True, slots=True)
class Readme:
    """How many words make more than a title."""

    words: int


@dataclass(frozen=True, slots=True)
class Topic:
    """Which document; with `organisation`, one for the whole organisation will do."""

    topic: str
    organisation: bool = False


@check("documents.readme", Readme, values=("words", "minimum"))
def readme(facts: Facts, params: Readme, _: date) -> Answer:
    """Whether there is a README at the top with more than a title."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    found = [document for document in facts.tree.value.documents if document.topic == "readme"]
    full = next((document for document in found if document.words >= params.words), None)
    if full:
        return passed(place(full))
    for document in found:
        if document.unread:
            return unread(document.unread, LIMIT, place(document))
    words = max((document.words for document in found), default=0)
    return failed(*map(place, found), words=str(words), minimum=str(params.words))


@check("documents.present", Topic, revision=2)
def present(facts: Facts, params: Topic, _: date) -> Answer:
    """Whether there is such a document, and something stands in it."""
    if isinstance(facts.tree, NotLooked):
        return unknown(facts.tree.reason)
    found = of_topic(facts.tree.value.documents, params.topic)
    if found:
        return passed(place(found))
    answer = organisation_wide(facts, params.topic) if params.organisation else failed()
    empty = next((one for one in facts.tree.value.documents if one.topic == params.topic), None)
    if empty and answer.outcome is Outcome.FAIL:
        return failed(place(empty), because="document-empty", path=empty.path)
    return answer


def of_topic(documents: Sequence[Document], topic: str) -> Document | None:
    """The first document on a topic; one without a word does not count, one that was not read does."""
    return next((one for one in documents if one.topic == topic and (one.words or one.unread)), None)


def organisation_wide(facts: Facts, topic: str) -> Answer:
    """The answer where the repository has none of its own: the organisation's document holds for it too."""
    if isinstance(facts.organisation, NotLooked):
        return unknown(facts.organisation.reason)
    found = of_topic(facts.organisation.value.documents, topic)
    return passed(organisation=found.path) if found else failed()


def place(document: Document) -> Place:
    """Where a document lies."""
    return Place(document.path, blob=document.blob)


def unread(found: Unread, limit: int, *places: Place) -> Answer:
    """The answer that a file could not be read, of which `limit` bytes are read at most."""
    if found.code == "blob-too-large":
        return unknown(found.code, *places, path=found.path, limit=str(limit))
    return unknown(found.code, *places, path=found.path)
