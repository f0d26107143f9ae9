"""From stored scans to what a report is written from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from oss_scan.errors import OssScanError
from oss_scan.figures import Audience, LeftOut, catalogue, figures, measured
from oss_scan.figures.again import is_stale, judged_again
from oss_scan.figures.change import Measurement, development, measurement
from oss_scan.report.blocks import Block
from oss_scan.report.content.layout import layout, wording
from oss_scan.report.content.material import Errata, Material
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.texts import Lang, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a report is asked for."""

    lang: Lang = "nl"
    audience: Audience = "public"
    final: bool = False
    author: str = ""
    errata: Errata | None = None
    words: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)


def material(
    scan: Scan,
    rules: Mapping[str, Rule],
    wanted: Wanted,
    *,
    changed: Sequence[str] = (),
    waiting: Sequence[str] = (),
    since: Scan | None = None,
    earlier: Iterable[Scan] = (),
    with_facts: Callable[[str], Scan] | None = None,
) -> Material:
    """What a report of a scan is written from. `waiting` was not judged yet; `since` is compared with, and `earlier`
    (which may be read one by one) are drawn. One that was asked otherwise is judged again, from the facts that it has
    or that `with_facts` gets by its id. Raises OssScanError where a final report is asked for of what is not whole.
    """
    if wanted.final:
        _refuse_partial(scan, waiting)
    left_out = tuple(LeftOut(target, Reason("not-judged-yet")) for target in waiting)
    seen = measured(scan, left_out=left_out, audience=wanted.audience)
    counted = figures(seen)
    developed = None
    if since is not None:
        past = _Past(rules, wanted.audience, with_facts)
        drawn = tuple(past.measurement(one, drawn=True) for one in earlier)
        developed = development(drawn, past.measurement(since), measurement(seen, counted))
    return Material(
        measured=seen,
        counted=counted,
        catalogue=catalogue(),
        layout=layout(),
        wording=wording(wanted.lang),
        rules=rules,
        changed=tuple(changed),
        audience=wanted.audience,
        final=wanted.final,
        author=wanted.author,
        errata=wanted.errata,
        words=wanted.words,
        development=developed,
    )


@dataclass(frozen=True, slots=True)
class _Past:
    """How earlier scans are counted."""

    rules: Mapping[str, Rule]
    audience: Audience
    with_facts: Callable[[str], Scan] | None

    def measurement(self, scan: Scan, *, drawn: bool = False) -> Measurement:
        """An earlier scan, judged by today's rules where it was asked otherwise and its facts are there."""
        again = False
        if is_stale(scan, self.rules):
            held = self.with_facts(scan.run.id) if self.with_facts else scan
            scan, again = judged_again(held, self.rules)
        seen = measured(scan, audience=self.audience)
        return measurement(seen, figures(seen), judged_again=again, drawn=drawn)


def _refuse_partial(scan: Scan, waiting: Sequence[str]) -> None:
    run = scan.run
    if run.finished is None or waiting:
        raise OssScanError(
            nl=f"de scan {run.id} is niet voltooid; een definitief rapport kan alleen over een voltooide scan gaan:"
            " laat de scan afmaken, of laat --final weg",
            en=f"the scan {run.id} is not complete; a final report can only be about a complete scan: let the scan be"
            " completed, or leave out --final",
        )
    if run.shard is not None:
        raise OssScanError(
            nl=f"de scan {run.id} is deel {run.shard} van een meting; voeg de delen eerst samen (oss-scan store merge)",
            en=f"the scan {run.id} is part {run.shard} of a measurement; merge the parts first (oss-scan store merge)",
        )
