"""For GitHub Actions (and Forgejo's, which prints them): annotations, then everything as plain text.

GitHub shows the first ten annotations of each kind in a step and drops the rest silently, so the worst come first,
no more than ten of a kind are written, and the text after them holds all.
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from oss_scan.checks import Outcome
from oss_scan.formats import Options, markdown, text
from oss_scan.formats.shown import Shown, anchored, shown, why
from oss_scan.inert import github_message, github_property, prose
from oss_scan.results import Judged, Scan, at_or_above
from oss_scan.rule import Level, Rule
from oss_scan.texts import Lang, Text

SHOWN = 10  # annotations of one kind in one step
SUMMARY = 900_000  # bytes; GitHub drops a step summary above 1 MiB as a whole
_KINDS = {Level.MUST: "error", Level.SHOULD: "warning", Level.MAY: "notice"}

_CUT = Text(
    "Dit overzicht is hier afgekapt; het volledige staat in het logboek van deze stap.",
    "This summary is cut off here; the log of this step holds the whole.",
)


def render(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options) -> str:
    """The annotations of the scan, and its text."""
    seen: Counter[str] = Counter()
    lines = []
    for judged in scan.repositories:
        for kind, line in _annotations(judged, scan, rules, lang, options):
            seen[kind] += 1
            if seen[kind] <= SHOWN:
                lines.append(f"::{kind} {line}\n")
    return "".join(lines) + text.render(scan, rules, lang, options)


def summary(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options) -> str:
    """The step summary: Markdown of at most `SUMMARY` bytes, which says so where it is cut."""
    whole = markdown.render(scan, rules, lang, options)
    raw = whole.encode()
    if len(raw) <= SUMMARY:
        return whole
    kept = raw[:SUMMARY].rpartition(b"\n")[0].decode()
    # what is open at the cut is closed, or the sentence would be folded away with it
    closing = "\n</details>\n" if kept.count("<details>") > kept.count("</details>") else "\n"
    return f"{kept}\n{closing}\n**{_CUT.in_(lang)}**\n"


def _annotations(
    judged: Judged, scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options
) -> Iterator[tuple[str, str]]:
    """Kind and rest of each command: what fails and is new, then what is unknown where that decides the status."""
    unread = why(judged, lang)
    if unread is not None:
        yield "error", f"title={github_property(judged.repository)}::{github_message(prose(unread))}"
    for one in shown(judged, rules, lang, scan.run.reference_date, options):
        if one.open:
            yield _KINDS[one.finding.level], _command(one, judged, f"{one.message} {one.remedy}")
        elif (
            one.finding.outcome is Outcome.UNKNOWN
            and not one.known
            and options.fail_on is not None
            and at_or_above(one.finding.level, options.fail_on)
        ):
            yield "warning", _command(one, judged, one.message)


def _command(one: Shown, judged: Judged, message: str) -> str:
    place, anchor = anchored(one.finding, judged)
    properties = []
    if place:
        properties.append(f"file={github_property(place.path)}")
        properties.append(f"line={place.line or 1}")
        if place.column is not None and not anchor:
            properties.append(f"col={place.column}")
    properties.append(f"title={github_property(one.finding.rule)}")
    return f"{','.join(properties)}::{github_message(prose(message))}"
