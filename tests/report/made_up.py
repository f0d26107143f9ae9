"""Twelve made-up repositories, whose figures can be counted by hand."""

from datetime import UTC, date, datetime

from oss_scan.checks import Answer, Outcome, Place
from oss_scan.engine import Explained, Finding
from oss_scan.facts.declared import Correction, Explanation
from oss_scan.figures import Figure, figures, government, measured
from oss_scan.results import Judged, Scan
from oss_scan.rule import Level, Rule
from oss_scan.texts import Reason
from tests.formats.made_up import made_finding, made_rule, made_run

_LISTED = (
    made_rule("licence/present", Level.MUST, "Er is geen licentie.", "There is no licence."),
    made_rule("licence/osi-approved", Level.MUST, "De licentie is gesloten.", "The licence is closed."),
    made_rule("publiccode/present", Level.MUST, "Er is geen publiccode.yml.", "There is no publiccode.yml."),
    made_rule("publiccode/valid", Level.MUST, "Er zijn {errors} fouten.", "There are {errors} errors."),
    made_rule("security/contact", Level.MUST, "Er is geen meldadres.", "There is no address for reports."),
)
RULES: dict[str, Rule] = {rule.id: rule for rule in _LISTED}
_FILES = ("LICENSE", "LICENSE", "publiccode.yml", "publiccode.yml", "SECURITY.md")
_REQUIRED = ("", "licence/present", "", "publiccode/present", "")

#: Outcomes of the five rules: Pass, Fail, Unknown, Not applicable since the required rule is not met, and since there
#: is no code (X). `!` unreadable.
TWELVE = ("PPPPP", "PPPPF", "PFPFU", "FNFNF", "FNFNF", "PXFNU", "PUPUP", "UUFNP", "PPPPP", "PPFNF", "!", "PPUUP")


def _explained(origin: str, *, counts: bool = True) -> Explained:
    until = date(2027, 1, 1) if counts else date(2026, 2, 1)
    given = Explanation("any", "Dit volgt in maart.", "de architect", date(2026, 1, 1), until, ".oss-scan.yaml", 3)
    return Explained(given, "inventory" if origin == "inventory" else "repository", counts)


_EXPLAINED = {
    (2, "security/contact"): _explained("inventory"),
    (4, "licence/present"): _explained("repository"),
    (5, "licence/present"): _explained("repository", counts=False),
    (10, "security/contact"): _explained("repository"),
}
_CORRECTION = Correction("any", "Het staat in de wiki.", "de beheerder", date(2026, 2, 1), ".oss-scan.yaml", 9)
_CORRECTED = {(9, "security/contact"): _CORRECTION}


def _answer(letter: str, file: str, required: str) -> Answer:
    place = (Place(file, 1, None, "1" * 40),)
    match letter:
        case "P":
            return Answer(Outcome.PASS, place)
        case "F":
            return Answer(Outcome.FAIL, place if file.startswith("p") else (), {"errors": "2"})
        case "U":
            return Answer(Outcome.UNKNOWN, because=Reason("blob-missing", {"path": file}))
        case "N":
            return Answer(Outcome.NOT_APPLICABLE, because=Reason("rule-failed", {"rule": required}))
    return Answer(Outcome.NOT_APPLICABLE, because=Reason("licence-no-code", {"found": "CC0-1.0"}))


def judged(number: int, letters: str) -> Judged:
    """One repository; every second one has a public address."""
    key = f"key-{number:02}"
    repository = f"https://git.example/org/project-{number:02}" if number % 2 else f"/srv/project-{number:02}"
    if letters == "!":
        reason = Reason("corrupt", {"path": repository, "detail": "object 1234"})
        return Judged(key=key, repository=repository, status="unreadable", reason=reason)
    return Judged(
        key=key,
        repository=repository,
        status="scanned",
        commit=f"{number:040x}",
        committed=datetime(2026, 8, number, tzinfo=UTC),
        branch="main",
        findings=tuple(_findings(number, letters)),
    )


def _findings(number: int, letters: str) -> list[Finding]:
    return [
        made_finding(
            rule,
            _answer(letter, _FILES[at], _REQUIRED[at]),
            number * 10 + at,
            explained=_EXPLAINED.get((number, rule.id)),
            correction=_CORRECTED.get((number, rule.id)),
        )
        for at, (rule, letter) in enumerate(zip(_LISTED, letters, strict=True))
    ]


#: The figures over the rules of the twelve.
FIVE = ("licence-present", "licence-osi-approved", "publiccode-present", "publiccode-valid", "security-contact")


def five(scan: Scan) -> tuple[Figure, ...]:
    """The five over all that count."""
    counted = government(figures(measured(scan)))
    return tuple(counted[name] for name in FIVE)


def twelve() -> Scan:
    """The scan of the twelve."""
    return Scan(made_run(), tuple(judged(number, letters) for number, letters in enumerate(TWELVE, 1)))
