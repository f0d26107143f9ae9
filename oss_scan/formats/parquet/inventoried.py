"""Rows of what the inventory holds, as the audience may see it: organisations, sources, systems, promises."""

from collections.abc import Iterator
from dataclasses import replace

from oss_scan.attributing import covered
from oss_scan.formats.inventoried import measured
from oss_scan.formats.parquet.columns import Row, reason_json
from oss_scan.formats.parquet.found import of_finding
from oss_scan.formats.parquet.viewed import View
from oss_scan.inventory.model import Commitment


def rows(seen: View) -> Iterator[tuple[str, Row]]:
    """Each row with its table."""
    yield from _organisations(seen)
    yield from _systems(seen)
    for left in (*seen.measured.left_out, *seen.measured.other_kinds):
        if left.named:
            why = reason_json(left.why)
            yield "left_out", {"repository": left.key, "organisations": list(left.organisations), "reason": why}
    for one in seen.inventory.commons:
        if one.id:
            yield (
                "commons",
                {
                    "commons": one.id,
                    "name": one.name,
                    "organisations": list(one.organisations),
                    "repositories": list(one.repositories),
                    "programme": one.programme,
                    "since": one.since,
                },
            )
    for promise in seen.inventory.commitments:
        if promise.id:
            yield "commitments", _commitment(promise)


def _organisations(seen: View) -> Iterator[tuple[str, Row]]:
    shown = {one.id: one for one in seen.inventory.organisations if one.id}
    for one in covered(replace(seen.scan, repositories=seen.measured.found)):
        known = shown.get(one.organisation.id)
        if known is None:
            continue
        yield "organisations", {"organisation": known.id, **measured(known, one)}
        named = {source.address for source in known.sources}
        for source in one.sources:
            if source.address in named:
                why = reason_json(source.reason)
                # how many it gave tells of what is not to be counted: `organisations` has the number that is
                given = source.repositories if seen.audience == "internal" or not source.repositories else None
                gave = {"address": source.address, "repositories": given, "reason": why}
                yield "sources", {"organisation": known.id, **gave}


def _systems(seen: View) -> Iterator[tuple[str, Row]]:
    decisions = {f"system:{one.id}": one.decision for one in seen.inventory.systems if one.id}
    for one in seen.systems:
        given = decisions.get(one.key)
        yield (
            "systems",
            {
                "key": one.key,
                "name": one.name,
                "organisation": one.organisation,
                "openness": one.openness,
                "repositories": list(one.repositories),
                "ground": one.ground,
                "motivation": given.motivation if given else None,
                "parts": list(given.parts) if given else None,
                "by": given.by if given else None,
                "on": given.on if given else None,
                "review_by": one.review_by,
                "url": given.url if given else None,
            },
        )
        for finding in one.findings:
            yield from of_finding(finding, one.key)


def _commitment(one: Commitment) -> Row:
    hand = one.by_hand
    return {
        "commitment": one.id,
        "reference": one.reference,
        "text": one.text,
        "source": one.source,
        "due": one.due,
        "figure": one.figure,
        "target": one.target,
        "value": hand.value if hand else None,
        "done": hand.done if hand else None,
        "evidence": hand.evidence if hand else None,
        "by": hand.by if hand else None,
        "on": hand.on if hand else None,
    }
