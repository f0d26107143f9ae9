"""Made-up scans: one as a developer may see it, and one in which everything that can be hostile is."""

from datetime import UTC, date, datetime
from pathlib import Path

from oss_scan import licences
from oss_scan.checks import Answer, Check, NoParams, Outcome, Place, passed
from oss_scan.engine import Explained, Finding
from oss_scan.facts import Facts, Known, NotLooked, TreeFacts
from oss_scan.facts.automation import Automation
from oss_scan.facts.declared import Correction, Explanation
from oss_scan.facts.licensing import LicenceFile, Licensing, Reuse
from oss_scan.policy import Source
from oss_scan.results import Judged, Notice, RuleSetRef, Run, Scan
from oss_scan.rule import Level, Rule
from oss_scan.texts import Reason, Text

TODAY = date(2026, 11, 23)
SOURCE = Source("policy", "Open, tenzij", "BZK", "2020-04-17", "https://policy.example/open", True, None)
HOSTILE = (
    "line\nline\r\nline",
    "\x1b[2J\x1b]0;title\x07\x9b1m",
    "\u202egnp.exe\u2066\u200b\u2028",
    "::error file=x::taken",
    "\n  ::set-output name=x::y",
    "##[error]taken ##vso[task.complete]",
    "=cmd|' /C calc'!A0 \"quoted\", cell",
    "<script>alert(1)</script> & <img src=x onerror=y>",
    "[x](javascript:alert(1)) ![i](https://evil.example/i.png) @everyone #1 !2 ~label",
    "bytes \udcff\udc80 and \ud800",
    "]]> -->",
    "%0A%0D%25 {0} {found}",
    "`code` ``` | table | **bold** _x_",
    "http://evil.example www.evil.example a@evil.example GH-1 :tada: $x$",
    "# heading",
    "- item",
    "/close",
    "'; DROP TABLE",
    "\\",
    "",
    "e\u0301 \U0001f600 \ufffe\x00",
)


def made_rule(identifier: str, level: Level, nl: str, en: str, *, values: tuple[str, ...] = ()) -> Rule:
    """A rule whose message is given; `values` are its placeholders."""
    name = identifier.rpartition("/")[2]
    return Rule(
        id=identifier,
        title=Text(f"Het onderwerp {name} is in orde.", f"The subject {name} is in order."),
        message=Text(nl, en),
        remedy=Text(f"Zet {name} recht.", f"Put {name} right."),
        subject="repository",
        level=level,
        source=SOURCE,
        clause="1.2",
        since="2026.1",
        requires=(),
        check=Check("made.up", 1, NoParams, frozenset(values), lambda _facts, _params, _on: passed()),
        params=NoParams(),
        examples=(),
        path=Path("made-up.yaml"),
    )


_LISTED = (
    made_rule("documentation/changelog", Level.SHOULD, "Er is geen CHANGELOG.", "There is no CHANGELOG."),
    made_rule("documentation/contributing", Level.SHOULD, "Er is geen CONTRIBUTING.", "There is no CONTRIBUTING."),
    made_rule("documentation/readme", Level.MUST, "De README ontbreekt.", "The README is missing."),
    made_rule("documentation/support", Level.MAY, "Er is geen SUPPORT.", "There is no SUPPORT."),
    made_rule(
        "licence/osi-approved",
        Level.MUST,
        "De licentie {found} is niet door het Open Source Initiative goedgekeurd, zodat de code geen open source is.",
        "The licence {found} is not approved by the Open Source Initiative, so that the code is not open source.",
        values=("found",),
    ),
    made_rule("licence/preferred", Level.MAY, "De licentie is {found}.", "The licence is {found}.", values=("found",)),
    made_rule("maintenance/active", Level.SHOULD, "Er is niets gebeurd.", "Nothing happened."),
    made_rule("publiccode/current", Level.SHOULD, "De datum is oud.", "The date is old."),
    made_rule("publiccode/present", Level.MUST, "Er is geen publiccode.yml.", "There is no publiccode.yml."),
    made_rule("security/contact", Level.MUST, "Er is geen meldadres.", "There is no address for reports."),
)
RULES = {rule.id: rule for rule in _LISTED}


def made_finding(rule: Rule, answer: Answer, number: int = 0, **more: Explained | Correction | None) -> Finding:
    """The finding of a rule with the answer."""
    explained, correction = more.get("explained"), more.get("correction")
    return Finding(
        rule=rule.id,
        level=rule.level,
        outcome=answer.outcome,
        because=answer.because,
        values=answer.values,
        places=answer.places,
        explained=explained if isinstance(explained, Explained) else None,
        correction=correction if isinstance(correction, Correction) else None,
        asks="a" * 32,
        fingerprint=f"{number:032x}",
    )


def made_run() -> Run:
    """A run on a quiet evening."""
    return Run(
        id="20261123T200000Z-made-up",
        started=datetime(2026, 11, 23, 20, 0, tzinfo=UTC),
        finished=datetime(2026, 11, 23, 20, 1, 2, 345678, tzinfo=UTC),
        reference_date=TODAY,
        tool_version="2026.1",
        analysers={"licence": "1"},
        rulesets=(RuleSetRef("open-tenzij", "2026.1", "sha256:" + "0" * 64),),
    )


def made_facts(anchor: str | None, path: str = "LICENSE") -> Facts:
    """Facts with two licence files, one of which was not read."""
    files = (
        LicenceFile(path, "1" * 40, licences.Match("SSPL-1.0", "text", 0.98765)),
        LicenceFile("LICENSES/x.txt", "2" * 40, None),
    )
    tree = TreeFacts(
        files=3,
        anchor=anchor,
        submodules=(),
        documents=(),
        licensing=Licensing(files, (), Reuse(), "SSPL-1.0"),
        publiccode=(),
        security_txt=(),
        automation=Automation(),
    )
    part = NotLooked("history-not-looked")
    return Facts(tree=Known(tree, "git"), history=part, hosting=part, organisation=part, declared=part)


def explained(on: date, until: date, reason: str = "De leverancier past dit aan.", *, counts: bool) -> Explained:
    """The repository's own explanation."""
    given = Explanation("any", reason, "de architect", on, until, ".oss-scan.yaml", 3)
    return Explained(given, "repository", counts)


def everyday() -> Scan:
    """A repository with every outcome, explanations of each kind, a correction, and one that is unreadable."""
    valid = explained(date(2026, 1, 1), date(2027, 1, 1), counts=True)
    expired = explained(date(2025, 1, 1), date(2025, 12, 31), "Vorig jaar\nhad het geen haast.", counts=False)
    correction = Correction("any", "Het staat in de wiki.", "de beheerder", date(2026, 2, 1), ".oss-scan.yaml", 9)
    answers: dict[str, tuple[Answer, Explained | None, Correction | None]] = {
        "documentation/changelog": (Answer(Outcome.FAIL), valid, None),
        "documentation/contributing": (
            Answer(Outcome.UNKNOWN, because=Reason("organisation-not-looked")),
            None,
            None,
        ),
        "documentation/readme": (Answer(Outcome.PASS, (Place("README.md"),)), None, None),
        "documentation/support": (Answer(Outcome.FAIL), None, correction),
        "licence/osi-approved": (
            Answer(
                Outcome.FAIL,
                (Place("LICENSE", 1, 1, "1" * 40), *(Place(f"lib/part-{part}.js", part) for part in range(1, 7))),
                {"found": "SSPL-1.0"},
            ),
            None,
            None,
        ),
        "licence/preferred": (
            Answer(Outcome.NOT_APPLICABLE, because=Reason("rule-failed", {"rule": "licence/osi-approved"})),
            None,
            None,
        ),
        "maintenance/active": (Answer(Outcome.PASS), None, None),
        "publiccode/current": (
            Answer(Outcome.NOT_APPLICABLE, because=Reason("rule-failed", {"rule": "publiccode/present"})),
            None,
            None,
        ),
        "publiccode/present": (Answer(Outcome.FAIL), expired, None),
        "security/contact": (Answer(Outcome.PASS, (Place("SECURITY.md"),)), None, None),
    }
    findings = tuple(
        made_finding(RULES[rule], answer, number, explained=given, correction=wrong)
        for number, (rule, (answer, given, wrong)) in enumerate(answers.items(), 1)
    )
    notices = (
        Notice(Reason("worktree-differs", {"commit": "0123456789"})),
        Notice(
            Reason("explanation-expired", {"rule": "publiccode/present", "until": "2025-12-31"}),
            Place(".oss-scan.yaml", 3),
        ),
    )
    judged = Judged(
        key="git.example/voorbeeld",
        repository="https://git.example/voorbeeld",
        aliases=("/srv/voorbeeld",),
        status="scanned",
        commit="0123456789abcdef0123456789abcdef01234567",
        committed=datetime(2026, 8, 21, 10, 0, tzinfo=UTC),
        branch="main",
        facts=made_facts("README.md"),
        findings=findings,
        notices=notices,
    )
    return Scan(made_run(), (judged,))


def unreadable(reason: Reason | None = None) -> Judged:
    """A repository that could not be read."""
    told = reason or Reason("corrupt", {"path": "/srv/kapot", "detail": "object 1234 ontbreekt"})
    return Judged(key="root:kapot", repository="/srv/kapot", status="unreadable", reason=told)


def several() -> Scan:
    """The everyday repository, and one that could not be read."""
    scan = everyday()
    return Scan(scan.run, (*scan.repositories, unreadable()))


def hostile(text: str) -> tuple[Scan, dict[str, Rule]]:
    """A scan in which `text` stands wherever a scanned repository can put something."""
    told = made_rule("made/told", Level.MUST, "Gevonden: {found}", "Found: {found}", values=("found",))
    bare = made_rule("made/bare", Level.SHOULD, "{found} is fout.", "{found} is wrong.", values=("found",))
    doubt = made_rule("made/doubt", Level.MUST, "-", "-")
    path = text or "empty"
    fail = Answer(Outcome.FAIL, (Place(path, 2, 3),), {"found": text})
    given = explained(date(2026, 1, 1), date(2027, 1, 1), text, counts=True)
    correction = Correction("made/told", text, text, date(2026, 2, 1), path, 1)
    late = explained(date(2026, 12, 1), date(2027, 1, 1), text, counts=False)
    findings = (
        made_finding(told, fail, 1, correction=correction, explained=late),
        made_finding(bare, Answer(Outcome.FAIL, (), {"found": text}), 2, explained=given),
        made_finding(doubt, Answer(Outcome.UNKNOWN, because=Reason("blob-missing", {"path": path})), 3),
    )
    judged = Judged(
        key=text or "key",
        repository=text or "repository",
        aliases=(text,),
        status="scanned",
        commit="0" * 40,
        committed=datetime(2026, 8, 21, tzinfo=UTC),
        branch=text,
        facts=made_facts(path, path),
        findings=findings,
        notices=(Notice(Reason("declared-unread", {"path": path}), Place(path, 1)),),
    )
    broken = unreadable(Reason("corrupt", {"path": path, "detail": text}))
    rules = {rule.id: rule for rule in (told, bare, doubt)}
    return Scan(made_run(), (judged, broken)), rules
