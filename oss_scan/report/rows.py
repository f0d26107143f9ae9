"""One repository behind a figure: what was found, where, at which commit, and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from oss_scan.engine import Explained, Finding
from oss_scan.report.links import commit_link, place_link
from oss_scan.report.wording import NIL, Wording
from oss_scan.results import Judged, sentence
from oss_scan.rule import Rule
from oss_scan.texts import OUTCOMES, Reason

_PLACES = 5  # that are named; the rest is counted
_LONGEST = 1000  # characters of one text


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in words, and where it can be seen; the link is empty where that is not known."""

    text: str
    link: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `link` is empty where it leads nowhere."""

    repository: str
    commit: str
    link: str
    message: str
    places: tuple[Spot, ...]
    more: str  # how many places are not named; empty where all are
    remarks: tuple[str, ...]


def row(judged: Judged, finding: Finding | None, because: Reason | None, rule: Rule | None, wording: Wording) -> Row:
    """The row of one repository and what was found of it; `because` says why where nothing was."""
    places = finding.places if finding else ()
    rest = len(places) - _PLACES
    return Row(
        repository=named(judged.repository),
        commit=judged.commit[:10] if judged.commit else NIL,
        link=commit_link(judged),
        message=_clipped(_message(finding, because, rule, wording)),
        places=tuple(Spot(shown_path(place.path, place.line), place_link(judged, place)) for place in places[:_PLACES]),
        more=wording("more-places", number=wording.number(rest)) if rest > 0 else "",
        remarks=tuple(_clipped(remark) for remark in _remarks(finding, wording)) if finding else (),
    )


def named(name: str) -> str:
    """A name that can be seen: a dash where it is blank."""
    return name if name.strip() else NIL


def shown_path(path: str, line: int | str | None) -> str:
    """A place in words: the path, and the line where it is known."""
    return _clipped(path if line is None else f"{path}:{line}")


def _message(finding: Finding | None, because: Reason | None, rule: Rule | None, wording: Wording) -> str:
    if because is not None:
        return f"{because.opening(wording.lang)}."
    if finding is None:
        return NIL
    return sentence(finding, rule, wording.lang) if rule else OUTCOMES[finding.outcome].in_(wording.lang)


def _remarks(finding: Finding, wording: Wording) -> Iterator[str]:
    if finding.explained:
        yield _explained(finding.explained, wording)
    if finding.correction:
        one = finding.correction
        yield wording("correction", evidence=one.evidence, by=one.by, on=wording.day(one.on))


def _explained(explained: Explained, wording: Wording) -> str:
    one = explained.explanation
    return wording(
        "explanation" if explained.counts else "explanation-void",
        origin=wording(f"explained-{explained.origin}"),
        reason=one.reason,
        by=one.by,
        on=wording.day(one.on),
        until=wording.day(one.until),
    )


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
