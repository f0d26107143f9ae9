"""What repositories are told apart by, for each standard by itself: the word that follows from its three axes."""

from collections.abc import Iterator, Mapping

from oss_scan.figures.measured import Measured
from oss_scan.figures.model import Definition, Member
from oss_scan.figures.repositories import member
from oss_scan.standards.listed import standards_list
from oss_scan.texts import Reason, Text
from oss_scan.verdicts import Applicability, Status

#: The standard of the figure about APIs.
API = "rest-api-design-rules"
#: What is not shown, besides `not-shown` itself, and is also counted by itself.
NOT_SHOWN = (Status.PARTLY, Status.DEVIATION, Status.DECLARED)


def definitions(measured: Measured, template: Definition) -> Iterator[Definition]:
    """A definition for each standard of which the scan says something."""
    found = {one.standard for judged in measured.scan.repositories for one in judged.standards}
    listed = standards_list().standards
    for name in sorted(found):
        values = {"name": listed[name].name if name in listed else name}
        yield Definition(
            id=f"standard-{name}",
            over=template.over,
            by=template.by,
            rules=(),
            of=name,
            counts=template.counts,
            better=template.better,
            title=_filled(template.title, values),
            definition=_filled(template.definition, values),
        )


def by_standard(measured: Measured, standard: str) -> Iterator[Member]:
    """What can be said of a standard in each repository."""
    for judged in measured.scan.repositories:
        verdict = measured.verdicts[judged.key].get(standard)
        if verdict is None:
            because = judged.reason or Reason("standard-not-judged", {"standard": standard})
            yield member(measured, judged, "unknown", because=because)
        else:
            yield member(measured, judged, str(verdict.status), verdict=verdict)


def apis(measured: Measured) -> Iterator[Member]:
    """Whether each repository with an API of its own follows every rule that could be tested."""
    for judged in measured.scan.repositories:
        verdict = measured.verdicts[judged.key].get(API)
        if verdict is None or verdict.applicability is not Applicability.APPLIES:
            continue
        if verdict.status is Status.APPLIED:
            state = "no-deviations"
        else:
            state = "deviations" if verdict.status in (Status.PARTLY, Status.DEVIATION) else "unknown"
        yield member(measured, judged, state, verdict=verdict)


def looked(measured: Measured) -> bool:
    """Whether the scan looked at standards at all."""
    return any(judged.standards for judged in measured.found)


def _filled(text: Text, values: Mapping[str, str]) -> Text:
    return Text(text.in_("nl", values), text.in_("en", values))
