"""One repository behind a figure: what was found, where, at which commit, and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from oss_scan import inert
from oss_scan.addresses import canonical
from oss_scan.checks import Place
from oss_scan.engine import Explained, Finding
from oss_scan.figures import Member
from oss_scan.report.wording import NIL, Wording
from oss_scan.results import Judged, sentence
from oss_scan.rule import Rule
from oss_scan.texts import OUTCOMES

_PLACES = 5  # that are named; the rest is counted
_LONGEST = 1000  # characters of one text


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `anchor` names the finding and is empty where there is none, `link` is empty where it leads nowhere."""

    anchor: str
    repository: str
    commit: str
    link: str
    message: str
    places: tuple[str, ...]
    remarks: tuple[str, ...]


def row(member: Member, judged: Judged, rule: Rule | None, wording: Wording) -> Row:
    """The row of one member of a figure."""
    finding = member.finding
    return Row(
        anchor=f"finding-{finding.fingerprint}" if finding else "",
        repository=judged.repository,
        commit=judged.commit[:10] if judged.commit else NIL,
        link=commit_link(judged),
        message=_clipped(_message(member, rule, wording)),
        places=tuple(_places(finding.places, wording)) if finding else (),
        remarks=tuple(_clipped(remark) for remark in _remarks(finding, wording)) if finding else (),
    )


def commit_link(judged: Judged) -> str:
    """The page of the commit on the forge, where the repository's canonical URL is one of the web; else empty.

    GitHub, Gitea and Forgejo have it at `commit/`, to which GitLab leads on as well; Bitbucket at `commits/`.
    """
    address = canonical(judged.repository) if judged.repository.startswith("https://") else None
    if address is None or judged.commit is None:
        return ""
    page = "commits" if address.startswith("https://bitbucket.org/") else "commit"
    return inert.url(f"{address}/{page}/{judged.commit}")


def _message(member: Member, rule: Rule | None, wording: Wording) -> str:
    if member.because is not None:
        because = member.because.in_(wording.lang)
        return f"{because[:1].upper()}{because[1:]}."
    if member.finding is None:
        return NIL
    return sentence(member.finding, rule, wording.lang) if rule else OUTCOMES[member.finding.outcome].in_(wording.lang)


def _places(places: tuple[Place, ...], wording: Wording) -> Iterator[str]:
    for place in places[:_PLACES]:
        yield _clipped(place.path if place.line is None else f"{place.path}:{place.line}")
    if len(places) > _PLACES:
        yield wording("more-places", number=wording.number(len(places) - _PLACES))


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
