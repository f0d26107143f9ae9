"""What the formats have in common: the order of findings, what is said of each, and the tally."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from oss_scan.checks import Outcome, Place
from oss_scan.engine import Explained, Finding
from oss_scan.formats import Options
from oss_scan.results import Judged, Notice, blocks, sentence
from oss_scan.rule import Level, Rule
from oss_scan.texts import Lang, Reason, Text

Status = Literal["valid", "expired", "later"]

LEVELS = (Level.MUST, Level.SHOULD, Level.MAY)
_CLIP = 1000  # characters of one sentence that people are shown; JSON holds the whole

EXPLANATION: Mapping[Status, Text] = {
    "valid": Text("uitleg", "explanation"),
    "expired": Text("verlopen uitleg, telt niet meer", "expired explanation, no longer counts"),
    "later": Text("uitleg die nog niet geldt", "explanation that does not hold yet"),
}
#: Reasons that stand for another rule's outcome: `because` is then that rule.
_OTHER_RULE = ("rule-failed", "rule-not-applicable", "rule-unknown")
UNREADABLE = Text("niet leesbaar", "unreadable")
KNOWN = Text("bekend uit de baseline", "known from the baseline")
CORRECTION = Text("correctie", "correction")
BY = Text("{reason} ({by}, {on} tot en met {until})", "{reason} ({by}, {on} to {until})")
CORRECTED = Text("{evidence} ({by}, {on})", "{evidence} ({by}, {on})")
_SUM = Text(
    "{pass} voldoet · {fail} voldoet niet (waarvan {explained} uitgelegd) · {not_applicable} niet van toepassing"
    " · {unknown} niet vast te stellen",
    "{pass} pass · {fail} fail ({explained} of these explained) · {not_applicable} not applicable · {unknown} unknown",
)
_SUM_CORRECTED = Text(" · correcties: {corrected}", " · corrections: {corrected}")
_SUM_BASELINE = Text(
    " · {new} nieuw en {known} bekend ten opzichte van de baseline", " · {new} new and {known} known to the baseline"
)
_SUM_UNREADABLE = Text(" · repository's niet leesbaar: {unreadable}", " · repositories unreadable: {unreadable}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One finding with what is said of it, as written: the format makes it inert.

    `brief` is the message without the outcome, for where that stands above it.
    """

    finding: Finding
    rule: Rule
    message: str
    brief: str
    remedy: str
    explained: Status | None
    known: bool

    @property
    def open(self) -> bool:
        """A failure that nothing covers: no valid explanation, and not in the baseline."""
        return blocks(self.finding) and not self.known


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each outcome was found; of the failures, `explained` counts those that a valid explanation covers,
    `known` those that the baseline already had; `corrected` counts the findings that somebody calls wrong."""

    outcomes: Mapping[Outcome, int]
    explained: int
    known: int
    corrected: int

    @property
    def new(self) -> int:
        """Failures that the baseline did not have, explained or not."""
        return self.outcomes[Outcome.FAIL] - self.known


def shown(judged: Judged, rules: Mapping[str, Rule], lang: Lang, reference_date: date, options: Options) -> list[Shown]:
    """The findings of one repository, the worst first."""
    ready = [
        Shown(
            finding=finding,
            rule=rules[finding.rule],
            message=clipped(sentence(finding, rules[finding.rule], lang)),
            brief=_brief(finding, rules[finding.rule], lang, options),
            remedy=rules[finding.rule].remedy.in_(lang),
            explained=status(finding.explained, reference_date),
            known=finding.fingerprint in (options.known or ()),
        )
        for finding in judged.findings
    ]
    order = {Outcome.FAIL: 0, Outcome.UNKNOWN: 1, Outcome.NOT_APPLICABLE: 2, Outcome.PASS: 3}
    return sorted(
        ready,
        key=lambda one: (
            order[one.finding.outcome],
            not one.open,
            one.known,
            LEVELS.index(one.finding.level),
            one.finding.rule,
        ),
    )


def _brief(finding: Finding, rule: Rule, lang: Lang, options: Options) -> str:
    if finding.because is None:
        return clipped(sentence(finding, rule, lang))
    known = finding.outcome is Outcome.UNKNOWN and finding.fingerprint in (options.known or ())
    return f"{clipped(finding.because.opening(lang))}{f' ({KNOWN.in_(lang)})' if known else ''}."


def status(explained: Explained | None, reference_date: date) -> Status | None:
    """Whether an explanation counts, and if not, whether it is too old or too new."""
    if explained is None:
        return None
    if explained.counts:
        return "valid"
    return "later" if reference_date < explained.explanation.on else "expired"


def explanation(one: Shown, lang: Lang) -> tuple[str, str] | None:
    """What kind of explanation there is, and its text as written."""
    if one.explained is None or one.finding.explained is None:
        return None
    given = one.finding.explained.explanation
    values = {"reason": given.reason, "by": given.by, "on": str(given.on), "until": str(given.until)}
    return capital(EXPLANATION[one.explained].in_(lang)), clipped(BY.in_(lang, values))


def correction(one: Shown, lang: Lang) -> tuple[str, str] | None:
    """That somebody says that the program is wrong here, and the text as written."""
    given = one.finding.correction
    if given is None:
        return None
    values = {"evidence": given.evidence, "by": given.by, "on": str(given.on)}
    return capital(CORRECTION.in_(lang)), clipped(CORRECTED.in_(lang, values))


def tally(findings: Iterable[Shown]) -> Tally:
    """Count findings; every outcome is there, also at zero."""
    listed = list(findings)
    counted = Counter(one.finding.outcome for one in listed)
    failing = [one for one in listed if one.finding.outcome is Outcome.FAIL]
    return Tally(
        {outcome: counted[outcome] for outcome in Outcome},
        sum(one.explained == "valid" for one in failing),
        sum(one.known for one in failing),
        sum(one.finding.correction is not None for one in listed),
    )


def anchored(finding: Finding, judged: Judged) -> tuple[Place | None, bool]:
    """Where a format that needs one place puts the finding, and whether that is only an anchor."""
    if finding.places:
        return finding.places[0], False
    return (Place(judged.anchor, 1), True) if judged.anchor is not None else (None, False)


def spot(place: Place) -> str:
    """A place as `path:line:column`, as far as it is known; the path as it is."""
    return ":".join([place.path, *(str(number) for number in (place.line, place.column) if number is not None)])


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def clipped(text: str) -> str:
    """At most 1000 characters, for people; the dots show that there is more."""
    return text if len(text) <= _CLIP else f"{text[: _CLIP - 1]}…"


def why(judged: Judged, lang: Lang) -> str | None:
    """Why a repository could not be read, as written; None where it was."""
    if judged.status == "scanned":
        return None
    return clipped(judged.reason.in_(lang)) if judged.reason else UNREADABLE.in_(lang)


def because(reason: Reason | None) -> str | None:
    """The required rule on which an outcome rests, or else the code of the reason."""
    if reason is None:
        return None
    return reason.values["rule"] if reason.code in _OTHER_RULE else reason.code


def summed(found: Tally, unreadable: int, lang: Lang, options: Options) -> str:
    """The tally in one line: always all four outcomes and what is explained."""
    values = {outcome.name.lower(): str(number) for outcome, number in found.outcomes.items()}
    line = _SUM.in_(lang, {**values, "explained": str(found.explained)})
    if found.corrected:
        line += _SUM_CORRECTED.in_(lang, {"corrected": str(found.corrected)})
    if options.known is not None:
        line += _SUM_BASELINE.in_(lang, {"new": str(found.new), "known": str(found.known)})
    if unreadable:
        line += _SUM_UNREADABLE.in_(lang, {"unreadable": str(unreadable)})
    return line


def notice_keys(notice: Notice, lang: Lang) -> dict[str, object]:
    """A notice in a JSON document."""
    return {
        "code": notice.reason.code,
        "message": notice.reason.in_(lang),
        "path": notice.place.path if notice.place else None,
        "line": notice.place.line if notice.place else None,
    }
