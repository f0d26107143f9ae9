"""Facts made up for verdicts."""

from dataclasses import replace
from datetime import date

from oss_scan.facts import Facts, Known, NotLooked, TreeFacts, collect
from oss_scan.facts.apis import Api, Apis, At, Deviation, Tested
from oss_scan.facts.declared import parse_declared
from oss_scan.facts.kind import RepositoryKind
from oss_scan.facts.seen import Gap, Seen
from oss_scan.standards.evidence import Sighting, Sort, Where
from oss_scan.standards.listed import standards_list
from oss_scan.texts import Reason
from oss_scan.tree import MemoryTree
from oss_scan.verdicts import Applicability, Evidence, Explained, StandardVerdict, Status
from oss_scan.verdicts.judging import judge

TODAY = date(2026, 11, 23)
CLAUSES = ("/core/doc-openapi-contact", "/core/uri-version", "/core/semver")


def sighting(about: str, sort: Sort = Sort.FOUND, where: Where = Where.OWN, path: str = "a.xml") -> Sighting:
    return Sighting(about, sort, "made-up", path, 1, 1, "xmlns", where)


def document(
    path: str = "openapi.yaml",
    *,
    wrong: tuple[str, ...] = (),
    valid: bool | None = True,
    version: str = "3.0.3",
    ruleset: str = "adr-2.0",
    offer: str | None = "address",
) -> Api:
    deviations = tuple(
        Deviation(rule=rule, code=rule[1:], level="error", count=2, places=(At(path, 7, 3),)) for rule in wrong
    )
    if valid is False:
        schema = Deviation(rule=CLAUSES[0], code="oas3-schema", level="error", count=1, places=(At(path, 2, 1),))
        deviations = (*deviations, schema)
    tested = Tested(
        valid=valid, ruleset=ruleset, clauses=CLAUSES, deviations=deviations, unknown=(), score=100 if valid else None
    )
    return Api(path=path, blob="0" * 40, role="own", reason="own", version=version, tested=tested, offer=offer)


def facts(
    *sightings: Sighting,
    apis: tuple[Api, ...] = (),
    kind: RepositoryKind | None = None,
    declared: str = "",
    left_out: int = 0,
    files: dict[str, bytes] | None = None,
) -> Facts:
    tree: TreeFacts = collect(MemoryTree(files or {"main.py": b"print()\n"}))
    tree = replace(
        tree,
        apis=Apis(files=apis, left_out=left_out),
        seen=Seen(
            sightings=sightings,
            gaps=tuple(Gap(about, "blob-left-out", left_out, "a.xml") for about in ("tls", "odf") if left_out),
        ),
        kind=kind or RepositoryKind(),
    )
    return Facts(
        tree=Known(tree, "git"),
        history=NotLooked("tree-empty"),
        hosting=NotLooked("hosting-not-looked"),
        organisation=NotLooked("organisation-not-looked"),
        declared=Known(parse_declared(declared.encode(), ".oss-scan.yaml"), "git"),
    )


def verdict(standard: str, known: Facts, day: date = TODAY) -> StandardVerdict:
    (found,) = (one for one in judge(known, standards_list(), day) if one.standard == standard)
    return found


def said(standard: str, status: Status, applicability: Applicability, evidence: Evidence) -> StandardVerdict:
    """A verdict without place or explanation, on a mandatory standard of software with an API of its own."""
    return StandardVerdict(
        standard=standard,
        version=None,
        listed="mandatory",
        applicability=applicability,
        because=Reason("applies-signal", {"signal": "own-api"}),
        evidence=evidence,
        tally=None,
        counter=(),
        explained=Explained.NONE,
        explanation=None,
        until=None,
        agreement=None,
        status=status,
        places=(),
    )
