"""A made-up government: ten organisations, 300 repositories with known faults, closed systems, commons, commitments.

Small enough to count by hand: `HAND` says what every figure over government has to be, with the sums.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from string import Formatter

from oss_scan.attributing import light, placed
from oss_scan.checks import Answer, Outcome, Place
from oss_scan.engine import Finding
from oss_scan.facts import Facts, Hosting, Known, NotLooked
from oss_scan.inventory.model import Inventory
from oss_scan.inventory.opening import File, read
from oss_scan.results import Judged, JudgedSystem, Scan
from oss_scan.rule import Rule
from oss_scan.ruleset import load
from oss_scan.systems import judge
from oss_scan.texts import Reason
from oss_scan.verdicts import Applicability, Evidence, Explained, Spot, StandardVerdict, Status
from tests.formats.made_up import made_facts, made_finding, made_run
from tests.verdicts.made import said

INVENTORY = """
population: {leave_out: [fork, mirror, copy]}
organisations:
  - {id: min-a, name: Ministerie A, kind: ministerie, sources: ["https://git.example/min-a"]}
  - {id: zbo-a1, name: Dienst A1, kind: zbo, part_of: min-a, sources: ["https://git.example/zbo-a1"]}
  - {id: raad-a2, name: Raad A2, kind: overige-overheidsorganisatie, part_of: zbo-a1}
  - {id: min-b, name: Ministerie B, kind: ministerie, sources: ["github:min-b"]}
  - {id: zbo-b1, name: Dienst B1, kind: zbo, part_of: min-b, publish: count, sources: ["https://git.example/zbo-b1"]}
  - {id: gem-c, name: Gemeente C, kind: gemeente, sources: ["gitlab:gitlab.com/gem-c"]}
  - {id: gem-d, name: Gemeente D, kind: gemeente}
  - {id: prov-e, name: Provincie E, kind: provincie, sources: ["https://git.example/prov-e"]}
  - {id: ws-f, name: Waterschap F, kind: waterschap, sources: ["https://git.example/ws-f"]}
  - {id: geheim-g, name: Dienst Geheim, kind: overig, publish: never, sources: ["https://git.example/geheim-g"]}
left_out:
  - {repository: "https://gitlab.com/gem-c/230", reason: een cursus, publish: name}
  - {repository: "https://gitlab.com/gem-c/231", reason: een cursus, publish: name}
  - {repository: "https://gitlab.com/gem-c/232", reason: een cursus, publish: name}
  - {repository: "https://gitlab.com/gem-c/233", reason: een cursus, publish: name}
  - {repository: "https://gitlab.com/gem-c/234", reason: een cursus, publish: name}
explanations:
  - {about: "https://git.example/min-a/51", rule: licence/present, reason: Wacht op Dienst Geheim., by: CIO,
     "on": 2026-01-10, until: 2027-01-10}
corrections:
  - {about: "https://git.example/min-a/52", rule: licence/present, evidence: Staat bij Onbenoemd Stelsel., by: CIO,
     "on": 2026-01-10}
systems:
  - {id: loket, name: Loket, organisation: min-a, openness: open, publish: name,
     repositories: ["https://git.example/min-a/1", "https://git.example/min-a/2"]}
  - {id: kluis, name: Kluis, organisation: min-b, openness: open, publish: name,
     repositories: ["https://github.com/min-b/121"]}
  - id: toezicht
    name: Toezicht
    organisation: min-a
    openness: closed
    publish: name
    decision: {ground: woo-5.1-2-d, motivation: Besloten., by: CIO, on: 2026-01-15, review_by: 2027-01-15}
  - {id: archief, name: Archief, organisation: zbo-a1, openness: closed, publish: name}
  - id: belasting
    name: Belasting
    organisation: gem-c
    openness: closed
    publish: name
    decision: {ground: ie-derden, motivation: De rechten liggen elders., by: CIO, on: 2025-01-15, review_by: 2026-11-22}
  - id: water
    name: Water
    organisation: prov-e
    openness: partly
    publish: name
    repositories: ["https://git.example/prov-e/235"]
    decision:
      {ground: woo-5.1-1-b, motivation: Sleutels., parts: [sleutels], by: CIO, on: 2026-01-15, review_by: 2027-01-15}
  - id: onbenoemd
    name: Onbenoemd Stelsel
    organisation: zbo-b1
    openness: closed
    publish: count
    decision: {ground: ie-derden, motivation: De rechten liggen elders., by: CIO, on: 2026-01-15, review_by: 2027-01-15}
  - {id: nooit, name: Nooit Genoemd, organisation: min-a, openness: closed, publish: never}
  - {id: pompen, name: Pompen, organisation: ws-f, openness: open, publish: name}
  - id: grens
    name: Grens
    organisation: min-b
    openness: partly
    publish: name
    repositories: ["https://github.com/min-b/122"]
    decision:
      {ground: woo-5.1-2-h, motivation: Sabotage., parts: [kern], by: CIO, on: 2026-01-15, review_by: 2027-01-15}
commons:
  - {id: kaart, name: Kaart, organisations: [min-a, gem-c], publish: name,
     repositories: ["https://git.example/min-a/1"]}
  - {id: post, name: Post, organisations: [min-b], repositories: ["https://github.com/min-b/123"], publish: name}
  - {id: rooster, name: Rooster, organisations: [gem-d], publish: name,
     repositories: ["https://git.example/elders/rooster"]}
  - {id: stil, name: Stil Goed, organisations: [min-a], publish: never,
     repositories: ["https://git.example/elders/stil"]}
commitments:
  - {id: vijf, reference: kst-1, text: Ten minste vijf digitale gemeenschapsgoederen., source: "https://example.org/1",
     figure: digital-commons, target: 5, publish: name}
  - {id: meedoen, reference: kst-2, text: Alle ministeries doen mee., source: "https://example.org/2", publish: name,
     by_hand: {done: true, evidence: Brief., by: CIO, on: 2026-10-01}}
  - {id: licenties, reference: kst-3, text: Tweehonderd met een licentie., source: "https://example.org/3",
     figure: licence-present, target: 200, publish: name}
  - {id: geteld, reference: kst-4, text: "Meer PubHubs, ook bij Dienst B1.", source: "https://example.org/4",
     publish: name, by_hand: {value: 3, evidence: Brief., by: CIO, on: 2026-10-01}}
"""


@dataclass(frozen=True)
class Group:
    """Repositories that are alike. The letters are outcomes of `ASKED`: Pass, Fail, Unknown, Not applicable since the
    required rule fails, X since there is no code; `!` unreadable."""

    organisation: str
    number: int
    letters: str
    address: str  # of the folder that they lie in
    standard: str  # what is said of the REST API Design Rules, by the letters of `_STATUSES`; empty where unreadable
    visibility: str = "public"  # empty where nobody told
    archived: bool = False


ASKED = (
    "licence/present",
    "licence/osi-approved",
    "licence/preferred",
    "publiccode/present",
    "publiccode/file-name",
    "publiccode/valid",
    "security/contact",
    "documentation/code-of-conduct",
    "maintenance/active",
)
_REQUIRED = {
    "licence/osi-approved": "licence/present",
    "licence/preferred": "licence/present",
    "publiccode/file-name": "publiccode/present",
    "publiccode/valid": "publiccode/present",
}
GROUPS = (
    Group("min-a", 50, "PPPPPPPPP", "https://git.example/min-a", "A"),  # 1-50: all well
    Group("min-a", 20, "FNNPPPFFP", "https://git.example/min-a", "P"),  # 51-70: no licence, contact or code of conduct
    Group("zbo-a1", 40, "PPFFNNPPP", "https://git.example/zbo-a1", "D"),  # 71-110: MIT, no publiccode.yml
    Group("zbo-a1", 10, "!", "https://git.example/zbo-a1", ""),  # 111-120: unreadable
    Group("min-b", 50, "PFFPFFPFF", "https://github.com/min-b", "E"),  # 121-170: a closed licence, .yaml, asleep
    Group("zbo-b1", 2, "PPPPPPPPP", "https://git.example/zbo-b1", "A", "private"),  # 171-172: counted, not named
    Group("", 34, "PXXFNNFFP", "/srv/los", "N", ""),  # 173-206: texts, of nobody, without an address
    Group("gem-c", 23, "PPPPPPPPP", "https://gitlab.com/gem-c", "F", archived=True),  # 207-229: archived
    Group("gem-c", 5, "FNNFNNFFF", "https://gitlab.com/gem-c", "F"),  # 230-234: left out
    Group("prov-e", 40, "UUUUUUUUU", "https://git.example/prov-e", "U", ""),  # 235-274: nothing can be established
    Group("ws-f", 9, "PPPPPPPPP", "https://git.example/ws-f", "V"),  # 275-283: all well, and fewer than ten
    Group("gem-c", 7, "PPPPPPPPP", "https://gitlab.com/gem-c", "F", archived=True),  # 284-290: archived
    Group("geheim-g", 10, "FNNFNNFFF", "https://git.example/geheim-g", "A", "private"),  # 291-300: not even counted
)

#: Of each figure over government, for the public: numerator, denominator, not met, not applicable, unknown.
#: 300 less 10 that may not be counted and 5 that are left out is 285. Groups by their first number:
#: 1:50 51:20 71:40 111:10 121:50 171:2 173:34 207+284:30 235:40 275:9. Unknown nearly everywhere: 10 + 40.
HAND: dict[str, tuple[int, int, int, int, int]] = {
    "repositories": (275, 285, 0, 0, 10),
    "licence-present": (215, 285, 20, 0, 50),  # all but the 20 of 51
    "licence-osi-approved": (131, 285, 70, 34, 50),  # 50 + 40 + 2 + 30 + 9; not: 20 + 50
    "licence-eupl": (91, 285, 110, 34, 50),  # 50 + 2 + 30 + 9; not: 20 + 40 + 50
    "publiccode-present": (161, 285, 74, 0, 50),  # 50 + 20 + 50 + 2 + 30 + 9; not: 40 + 34
    "publiccode-findable": (111, 285, 124, 0, 50),  # the same less 50; not: 40 + 34 + 50
    "publiccode-valid": (111, 285, 124, 0, 50),
    "security-contact": (181, 285, 54, 0, 50),  # 50 + 40 + 50 + 2 + 30 + 9; not: 20 + 34
    "guideline-3-1": (91, 285, 144, 0, 50),  # 50 + 2 + 30 + 9; not: 20 + 40 + 50 + 34
    "active": (185, 285, 50, 0, 50),  # not: the 50 of 121
    "archived": (30, 285, 171, 0, 84),  # unknown: 10 + 40 + 34
    "own-platform": (171, 285, 80, 0, 34),  # 70 + 50 + 2 + 40 + 9; foreign: 50 + 30; without an address: 34
    "apis-without-deviations": (52, 201, 60, 0, 89),  # A; deviations: P and D; unknown: E, F and V
    "systems-open": (1, 9, 6, 0, 2),  # loket; unknown: water, pompen
    "systems-closed-ground": (2, 9, 5, 0, 2),  # toezicht, onbenoemd
    "systems-closed-no-ground": (2, 9, 5, 0, 2),  # archief, belasting
    "systems-no-open-licence": (2, 9, 5, 0, 2),  # kluis, grens
    "decisions": (4, 6, 2, 0, 0),  # toezicht, water, onbenoemd, grens; not: archief, belasting
    "decisions-past-review": (1, 6, 5, 0, 0),  # belasting
    "organisations-covered": (7, 9, 2, 0, 0),  # not: raad-a2, gem-d
    "organisations-publishing": (5, 9, 1, 0, 3),  # min-a zbo-a1 min-b gem-c ws-f; not: zbo-b1; prov-e raad-a2 gem-d?
    "digital-commons": (3, 3, 0, 0, 0),
    "digital-commons-open": (1, 3, 1, 0, 1),  # kaart; not: post; rooster was not scanned
    "digital-commons-active": (1, 3, 1, 0, 1),
    "commitments": (2, 4, 1, 0, 1),  # meedoen, licenties (215 of 200); not: vijf (3 of 5); geteld has no target
}
#: The same for each standard. Not shown is what is not met, less the 50 that are explained: 20 partly, 40 deviations,
#: 9 that are only declared.
HAND_STANDARDS: dict[str, tuple[int, int, int, int, int]] = {
    "standard-dnssec": (0, 285, 0, 0, 285),  # source code does not show it
    "standard-rest-api-design-rules": (82, 285, 119, 34, 50),  # A 50 + 2, F 30; E 50 + P 20 + D 40 + V 9; N; 10 + U 40
}
#: The same for one figure over other scopes: licence-osi-approved.
HAND_SCOPES: dict[tuple[str, str], tuple[int, int, int, int, int]] = {
    ("government", ""): (131, 285, 70, 34, 50),
    ("category", "none"): (0, 34, 0, 34, 0),
    ("category", "gemeente"): (30, 30, 0, 0, 0),
    ("category", "ministerie"): (50, 120, 70, 0, 0),  # min-a 70, min-b 50
    ("category", "provincie"): (0, 40, 0, 0, 40),
    ("category", "waterschap"): (9, 9, 0, 0, 0),
    ("category", "zbo"): (42, 52, 0, 0, 10),  # zbo-a1 50, zbo-b1 2
    ("department", "min-a"): (90, 120, 20, 0, 10),  # min-a 70, zbo-a1 50
    ("department", "min-b"): (0, 50, 50, 0, 0),  # whose zbo-b1 may not be named
    ("organisation", "min-a"): (50, 70, 20, 0, 0),
    ("organisation", "zbo-a1"): (40, 50, 0, 0, 10),
    ("organisation", "min-b"): (0, 50, 50, 0, 0),
    ("organisation", "gem-c"): (30, 30, 0, 0, 0),
    ("organisation", "prov-e"): (0, 40, 0, 0, 40),
    ("organisation", "ws-f"): (9, 9, 0, 0, 0),
}
#: Where nobody looked.
NOT_MEASURED = {("category", "overige-overheidsorganisatie"), ("organisation", "raad-a2"), ("organisation", "gem-d")}


@cache
def rules() -> dict[str, Rule]:
    """The rules that are shipped."""
    return {rule.id: rule for rule in load("open-tenzij").rules}


@cache
def inventory() -> Inventory:
    """The inventory, which holds no error."""
    found, items = read((File("government.yaml", INVENTORY.encode()),))
    assert not [item for item in items if item.type == "error"], items
    return found


def repositories(groups: tuple[Group, ...] = GROUPS) -> tuple[Judged, ...]:
    """Every repository, numbered from 1."""
    of_each = [group for group in groups for _ in range(group.number)]
    return tuple(_judged(number, group) for number, group in enumerate(of_each, 1))


@cache
def scan() -> Scan:
    """The scan of all 300."""
    return Scan(made_run(), repositories())


@cache
def systems() -> tuple[JudgedSystem, ...]:
    """The systems, judged beside the scan."""
    return judge(inventory(), scan(), rules().values())


@cache
def government() -> Scan:
    """The scan as it is kept: with its inventory and systems."""
    by = light(inventory())
    told = tuple(placed(one, by, scan().run.reference_date) for one in scan().repositories)
    return replace(scan(), repositories=told, inventory=inventory(), systems=systems())


def _judged(number: int, group: Group) -> Judged:
    repository = f"{group.address}/{number}"
    known = {"key": f"key-{number:03}", "repository": repository, "organisation": group.organisation or None}
    if group.letters == "!":
        reason = Reason("corrupt", {"path": repository, "detail": "object 1234"})
        return Judged(**known, status="unreadable", reason=reason)  # type: ignore[arg-type]
    return Judged(
        **known,  # type: ignore[arg-type]
        status="scanned",
        commit=f"{number:040x}",
        committed=datetime(2026, 8, 1, tzinfo=UTC),
        branch="main",
        facts=_facts(group, repository),
        standards=(_verdict("dnssec", "X"), _verdict("rest-api-design-rules", group.standard)),
        findings=tuple(
            made_finding(rules()[rule], _answer(letter, rule), number * 10 + at)
            for at, (rule, letter) in enumerate(zip(ASKED, group.letters, strict=True))
        ),
    )


_STATUSES = {
    "A": (Status.APPLIED, Applicability.APPLIES, Evidence.TESTED),
    "P": (Status.PARTLY, Applicability.APPLIES, Evidence.TESTED),
    "D": (Status.DEVIATION, Applicability.APPLIES, Evidence.TESTED),
    "E": (Status.EXPLAINED, Applicability.APPLIES, Evidence.NONE),
    "F": (Status.FOUND, Applicability.APPLIES, Evidence.FOUND),
    "V": (Status.DECLARED, Applicability.APPLIES, Evidence.DECLARED),
    "N": (Status.NOT_APPLICABLE, Applicability.DOES_NOT, Evidence.NONE),
    "U": (Status.APPLICABILITY_UNKNOWN, Applicability.UNKNOWN, Evidence.NONE),
    "X": (Status.NOT_VISIBLE, Applicability.UNKNOWN, Evidence.NOT_VISIBLE),
}


def _verdict(standard: str, letter: str) -> StandardVerdict:
    deviates, explained = letter == "D", letter == "E"
    return replace(
        said(standard, *_STATUSES[letter]),
        counter=(Spot("openapi.yaml", 7, 3, "/pets/"),) if deviates else (),
        explained=Explained.PRESENT if explained else Explained.NONE,
        explanation="Volgt in 2027." if explained else None,
        places=(Spot("openapi.yaml", 1, 1, "openapi 3.0.3"),) if letter in "APF" else (),
    )


def _facts(group: Group, address: str) -> Facts:
    facts = made_facts("README.md")
    if not group.visibility:
        return facts
    hosting = Hosting(
        addresses=(address,),
        archived=Known(group.archived, "forge"),
        visibility=Known(group.visibility, "forge"),
        fork=Known(False, "forge"),
    )
    assert isinstance(facts.history, NotLooked)
    return Facts(
        tree=facts.tree,
        history=facts.history,
        hosting=Known(hosting, "forge"),
        organisation=facts.organisation,
        declared=facts.declared,
    )


def _answer(letter: str, rule: str) -> Answer:
    place = (Place("LICENSE" if rule.startswith("licence") else "publiccode.yml", 1, None, "1" * 40),)
    match letter:
        case "P":
            return Answer(Outcome.PASS, place)
        case "F":
            said = {name: "SSPL-1.0" for _, name, _, _ in Formatter().parse(rules()[rule].message.nl) if name}
            return Answer(Outcome.FAIL, (), said)
        case "U":
            return Answer(Outcome.UNKNOWN, because=Reason("blob-missing", {"path": place[0].path}))
        case "N":
            return Answer(Outcome.NOT_APPLICABLE, because=Reason("rule-failed", {"rule": _REQUIRED[rule]}))
    return Answer(Outcome.NOT_APPLICABLE, because=Reason("licence-no-code", {"found": "CC0-1.0"}))


def findings(judged: Judged) -> dict[str, Finding]:
    """The findings of a repository by rule."""
    return {finding.rule: finding for finding in judged.findings}
