"""What a repository says of a standard in the `standards:` block of `.oss-scan.yaml`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from oss_scan.facts.entries import BadEntryError, day, period, texts
from oss_scan.positioned import List, Map, Node, Scalar

Says = Literal["applied", "partly", "explained", "not-applicable"]
SAYS: tuple[Says, ...] = ("applied", "partly", "explained", "not-applicable")
#: Days that an explanation, or that a standard does not apply, counts at most: two years.
LONGEST = 731

_MOST = 20  # paths of one entry
_OPTIONAL = ("version", "status", "evidence", "reason", "decision", "by", "on", "review_by")
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class DeclaredStandard:
    """One entry; `status` is None where it only names the standard. `evidence` are paths that are there; `decision` a
    path or an address. What needs a review counts from `on` to `review_by`, both included."""

    id: str
    version: str | None
    status: Says | None
    evidence: tuple[str, ...]
    reason: str | None
    decision: str | None
    by: str | None
    on: date | None
    review_by: date | None
    path: str
    line: int


def read_standard(entry: Map, path: str, has: Callable[[str], bool] | None) -> DeclaredStandard:
    """An entry; `has` says whether the repository has a path, where it can. Raises BadEntryError."""
    found = texts(entry, "id", optional=_OPTIONAL)
    status = found.get("status")
    if status is not None and status not in SAYS:
        raise BadEntryError("status", found=status, listed=", ".join(SAYS))
    if status in ("explained", "not-applicable"):
        for key in ("reason", "by", "on", "review_by"):
            if not found.get(key):
                raise BadEntryError("missing", key=key)
    on = day(found["on"], "on") if found.get("on") else None
    review_by = day(found["review_by"], "review_by") if found.get("review_by") else None
    if on and review_by:
        period(on, review_by, LONGEST)
    evidence = _evidence(entry.get("evidence"))
    decision = found.get("decision") or None
    named = (*evidence, *([decision] if decision and not _ADDRESS.fullmatch(decision) else []))
    for one in named:
        if has and not has(one):
            raise BadEntryError("path", found=one)
    return DeclaredStandard(
        id=found["id"],
        version=found.get("version") or None,
        status=status,
        evidence=evidence,
        reason=found.get("reason") or None,
        decision=decision,
        by=found.get("by") or None,
        on=on,
        review_by=review_by,
        path=path,
        line=entry.line,
    )


def _evidence(node: Node | None) -> tuple[str, ...]:
    """One path, or a list of them."""
    if node is None:
        return ()
    items = node.items if isinstance(node, List) else (node,)
    paths = [item.text.strip() for item in items if isinstance(item, Scalar) and item.text.strip()]
    if len(paths) != len(items) or len(paths) > _MOST:
        raise BadEntryError("evidence")
    return tuple(paths)
