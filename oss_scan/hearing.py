"""What one organisation gets to answer before publication ('wederhoor'): its findings, its figures and its systems, and
a file in which it can explain or correct them, which is an inventory that adds to the first."""

import csv
import io
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from oss_scan.addresses import canonical
from oss_scan.attributing import addresses_of, attributed
from oss_scan.checks import Outcome
from oss_scan.figures import Measured, Scope, figures, measured
from oss_scan.figures.measured import names_of, without_names
from oss_scan.formats import render
from oss_scan.inert import csv_cell, printable, prose
from oss_scan.inventory.model import Inventory, Organisation
from oss_scan.inventory.places import places
from oss_scan.kinship import among
from oss_scan.population import split
from oss_scan.results import JudgedSystem, Scan, sentence
from oss_scan.rule import Rule
from oss_scan.systems import judge
from oss_scan.texts import Lang, Text

FIGURES = (
    "id",
    "numerator",
    "denominator",
    "not_met",
    "explained",
    "unknown",
    "not_applicable",
    "scan",
    "reference_date",
    "title",
)
SYSTEMS = ("key", "name", "openness", "ground", "review_by", "rule", "level", "outcome", "because", "message")
LEFT_OUT = ("repository", "reason")
_HEAD = Text(
    "Antwoord van {name} op de scan {scan}, peildatum {date}.\n"
    "Leg uit waarom aan een regel niet wordt voldaan (explanations, hooguit twee jaar), of zeg waar het programma\n"
    "zich vergist (corrections, met bewijs). Haal daarvoor het hekje weg en vul aan; laat weg wat klopt.\n"
    "Controleer het met: oss-scan inventory validate INVENTARIS DIT-BESTAND",
    "Answer of {name} to the scan {scan}, reference date {date}.\n"
    "Explain why a rule is not met (explanations, two years at most), or say where the program is wrong (corrections,\n"
    "with evidence). Remove the hash and fill it in; leave out what is right.\n"
    "Check it with: oss-scan inventory validate INVENTORY THIS-FILE",
)


def hearing(
    scan: Scan, inventory: Inventory, organisation: Organisation, rules: Mapping[str, Rule], lang: Lang
) -> Mapping[str, str]:
    """The files for one organisation by their names; nothing of another one is in them. What others keep from being
    counted does not count here either, so that the figures are those that will be published of this organisation."""
    judged = scan.systems if inventory == scan.inventory else judge(inventory, scan, rules.values())
    systems = [one for one in judged if one.organisation == organisation.id]
    public = measured(scan, inventory=inventory, systems=judged, audience="public")
    scan = _without_others(scan, inventory, organisation, {one.key for one in public.found})
    read = attributed(scan, inventory)
    own = tuple(one for one in among(read.scan.repositories, scan.alike) if one.organisation == organisation.id)
    seen = measured(scan, inventory=inventory, systems=judged)
    held = Scan(scan.run, own)  # without what is known of others
    where = places(inventory)
    out = {
        judged.repository: why.reason
        for judged, why in read.left_out
        if where.organisation(addresses_of(judged)) == organisation.id
    }
    for skipped in scan.skipped:
        if skipped.organisation == organisation.id:
            out[skipped.repository] = skipped.because.in_(lang) if skipped.because else skipped.reason
    mine = names_of(own)
    withheld = without_names(inventory, names_of(one for one in read.scan.repositories if one.key in public.hidden))
    for one, why in split(own, inventory.population).left_out:
        other = why.values.get("repository", "")
        theirs = {other, canonical(other)}.isdisjoint(mine)
        out[one.repository] = (withheld(why) if theirs else why).in_(lang)
    return {
        "findings.csv": render("csv", held, rules, lang),
        "figures.csv": _table(FIGURES, _figures(seen, organisation, lang)),
        "systems.csv": _table(SYSTEMS, _systems(systems, rules, lang)),
        "left-out.csv": _table(LEFT_OUT, sorted(out.items())),
        "answer.yaml": _answer(held, systems, organisation, rules, lang),
    }


def _without_others(scan: Scan, inventory: Inventory, organisation: Organisation, told: Collection[str]) -> Scan:
    """Without those of others that may not even be counted; what the inventory leaves out by name is still there."""
    read = attributed(scan, inventory).scan.repositories
    silent = {one.key for one in read if one.key not in told and one.organisation != organisation.id}
    return replace(scan, repositories=tuple(one for one in scan.repositories if one.key not in silent))


def _figures(seen: Measured, organisation: Organisation, lang: Lang) -> Iterator[Sequence[object]]:
    """The figures over this organisation, as they are counted for the report."""
    run, mine = seen.scan.run, Scope("organisation", organisation.id)
    for one in figures(seen):
        if one.scope == mine and one.measured:
            explained = sum(one.explained.values())
            row = (one.id, one.numerator, one.denominator, one.not_met, explained, one.unknown, one.not_applicable)
            yield (*row, run.id, run.reference_date, one.definition.title.in_(lang))


def _systems(systems: Iterable[JudgedSystem], rules: Mapping[str, Rule], lang: Lang) -> Iterator[Sequence[object]]:
    for one in systems:
        for finding in one.findings:
            because = finding.because.code if finding.because else ""
            said = prose(sentence(finding, rules[finding.rule], lang))
            row = (one.key, one.name or "", one.openness, one.ground or "", one.review_by or "")
            yield (*row, finding.rule, finding.level, finding.outcome, because, said)


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([csv_cell(str(cell)) for cell in row])
    return out.getvalue()


def _answer(
    scan: Scan, systems: Iterable[JudgedSystem], organisation: Organisation, rules: Mapping[str, Rule], lang: Lang
) -> str:
    values = {"name": organisation.name, "scan": scan.run.id, "date": str(scan.run.reference_date)}
    lines = [f"# {printable(line)}" for line in _HEAD.in_(lang, values).splitlines()]
    lines.append("explanations:")
    named = [(addresses_of(one)[:1], one.findings) for one in scan.repositories]
    named += [((one.key,), one.findings) for one in systems]
    for about, findings in named:
        for finding in findings:
            covered = finding.explained and finding.explained.counts
            if about and finding.outcome is Outcome.FAIL and not covered:
                lines += [
                    f"#  - about: {json.dumps(printable(about[0]), ensure_ascii=False)}",
                    f"#    rule: {finding.rule}",
                    f"#    # {printable(sentence(finding, rules[finding.rule], lang))}",
                    "#    reason:",
                    "#    by:",
                    "#    on:",
                    "#    until:",
                ]
    lines += ["corrections:", "#  - about:", "#    rule:", "#    evidence:", "#    by:", "#    on:"]
    return "\n".join(lines) + "\n"
