from dataclasses import replace

from oss_scan.checks import Answer, Outcome, Place
from oss_scan.formats import Options, render, step_summary
from oss_scan.formats.github import SUMMARY
from oss_scan.results import Scan
from oss_scan.rule import Level, Rule
from tests.formats.made_up import RULES, everyday, hostile, made_finding, made_rule


def annotations(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("::")]


def test_annotations_the_worst_first_then_the_whole_text() -> None:
    made = render("github", everyday(), RULES, "nl")
    message = (
        "De licentie SSPL-1.0 is niet door het Open Source Initiative goedgekeurd, zodat de code geen open source is. "
        "Zet osi-approved recht."
    )
    assert annotations(made) == [
        "::error file=LICENSE,line=1,col=1,title=licence/osi-approved::" + message,
        "::error file=README.md,line=1,title=publiccode/present::Er is geen publiccode.yml. Zet present recht.",
        "::notice file=README.md,line=1,title=documentation/support::Er is geen SUPPORT. Zet support recht.",
    ]
    assert made.partition("https://git.example/voorbeeld\n")[2] in render("text", everyday(), RULES, "nl")


def test_what_decides_the_status_is_annotated_also_when_unknown() -> None:
    unknown = [
        line
        for line in annotations(render("github", everyday(), RULES, "nl", Options(fail_on=Level.SHOULD)))
        if "contributing" in line
    ]
    assert len(unknown) == 1
    assert unknown[0].startswith(
        "::warning file=README.md,line=1,title=documentation/contributing::Niet vast te stellen: er is geen eigen"
    )
    assert "contributing" not in "".join(annotations(render("github", everyday(), RULES, "nl", Options(fail_on=None))))


def test_what_is_known_or_explained_is_not_annotated() -> None:
    known = frozenset({f"{4:032x}", f"{9:032x}"})
    made = annotations(render("github", everyday(), RULES, "nl", Options(known=known)))
    assert [line.partition("title=")[2].partition("::")[0] for line in made] == ["licence/osi-approved"]


def many(count: int, found: str) -> tuple[Scan, dict[str, Rule]]:
    rules = [
        made_rule(f"made/rule-{number:04}", Level.MUST, "{found}", "{found}", values=("found",))
        for number in range(count)
    ]
    answer = Answer(Outcome.FAIL, (Place("LICENSE"),), {"found": found})
    findings = tuple(made_finding(rule, answer, number) for number, rule in enumerate(rules))
    scan = everyday()
    return Scan(scan.run, (replace(scan.repositories[0], findings=findings),)), {rule.id: rule for rule in rules}


def test_at_most_ten_of_a_kind_and_all_in_the_text() -> None:
    scan, rules = many(12, "x")
    made = render("github", scan, rules, "nl")
    assert [line.partition("title=")[2].partition("::")[0] for line in annotations(made)] == [
        f"made/rule-{number:04}" for number in range(10)
    ]
    assert "  verplicht   made/rule-0011" in made.splitlines()


def test_properties_and_message_are_escaped() -> None:
    scan, rules = hostile("a,b:c%\n::error::d")
    assert annotations(render("github", scan, rules, "nl"))[0] == (
        "::error file=a%2Cb%3Ac%25\\n%3A%3Aerror%3A%3Ad,line=2,col=3,title=made/told::"
        "Gevonden: a,b:c%25 \\x3a:error::d Zet told recht."
    )


def test_the_summary_is_markdown() -> None:
    assert step_summary(everyday(), RULES, "nl") == render("markdown", everyday(), RULES, "nl")


def test_a_summary_that_is_too_large_is_cut_and_says_so() -> None:
    scan, rules = many(1100, "é" * 900)
    whole = render("markdown", scan, rules, "nl")
    made = step_summary(scan, rules, "nl")
    assert len(whole.encode()) > SUMMARY
    assert SUMMARY - 3000 < len(made.encode()) < 1024 * 1024
    assert made.endswith(
        "\n\n\n**Dit overzicht is hier afgekapt; het volledige staat in het logboek van deze stap.**\n"
    )
