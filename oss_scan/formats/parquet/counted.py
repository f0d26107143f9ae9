"""Rows of the figures of a scan, as the report gives them."""

from collections.abc import Iterator

from oss_scan.figures import Figure, figures
from oss_scan.formats.parquet.columns import Row
from oss_scan.formats.parquet.viewed import View


def rows(seen: View) -> Iterator[tuple[str, Row]]:
    """Each row with its table. No numbers where nobody looked, nor where they would tell of who may not be named."""
    for one in figures(seen.measured):
        status = "not-measured" if not one.measured else "withheld" if one.withheld else "given"
        scope = {"figure": one.id, "scope_kind": one.scope.kind, "scope": one.scope.id, "status": status}
        yield "figures", {**scope, "rules": list(one.definition.rules), **(_numbers(one) if status == "given" else {})}
        if one.scope.kind == "government" and status == "given":
            for member in one.members:
                if member.named:
                    answer = {"key": member.key, "part": str(one.part(member)), "state": member.state}
                    yield "members", {"figure": one.id, **answer}


def _numbers(one: Figure) -> Row:
    explained = one.explained
    return {
        "numerator": one.numerator,
        "denominator": one.denominator,
        "percentage": one.percentage,
        "not_met": one.not_met,
        "explained_inventory": explained["inventory"],
        "explained_repository": explained["repository"],
        "unknown": one.unknown,
        "not_applicable": one.not_applicable,
        "left_out": len(one.left_out),
        "corrected": one.corrected,
    }
