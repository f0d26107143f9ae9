"""The text and Markdown as people see them. UPDATE_GOLDEN=1 writes what they are to be compared with."""

import os
from dataclasses import replace
from pathlib import Path

import click
import pytest

from oss_scan.checks import Answer, Outcome
from oss_scan.formats import Options, render
from oss_scan.results import Scan
from oss_scan.texts import Lang, Reason
from tests.formats.made_up import RULES, everyday, hostile, made_finding, several
from tests.test_inert import assert_inert_line

GOLDEN = Path(__file__).parent / "golden"
KNOWN = frozenset({f"{4:032x}", f"{5:032x}"})  # documentation/support and licence/osi-approved

CASES = [
    ("everyday", "text", "nl", Options()),
    ("everyday", "text", "en", Options()),
    ("verbose", "text", "nl", Options(verbose=True, width=72)),
    ("baseline", "text", "nl", Options(known=KNOWN)),
    ("several", "text", "nl", Options()),
    ("everyday", "markdown", "nl", Options()),
    ("everyday", "markdown", "en", Options(verbose=True)),
    ("baseline", "markdown", "nl", Options(known=KNOWN)),
    ("several", "markdown", "nl", Options()),
]


@pytest.mark.parametrize(("case", "name", "lang", "options"), CASES, ids=[f"{c[0]}-{c[1]}-{c[2]}" for c in CASES])
def test_golden(case: str, name: str, lang: Lang, options: Options) -> None:
    made = render(name, several() if case == "several" else everyday(), RULES, lang, options)
    file = GOLDEN / f"{case}.{lang}.{'md' if name == 'markdown' else 'txt'}"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


def test_no_line_is_wider_than_asked() -> None:
    made = render("text", everyday(), RULES, "nl", Options(width=60))
    prose, _, _ = made.partition("\n----")
    assert max(len(line) for line in prose.splitlines()[1:-1] if "·" not in line) <= 60


def test_colours_only_where_asked() -> None:
    plain = render("text", everyday(), RULES, "nl")
    coloured = render("text", everyday(), RULES, "nl", Options(colour=True))
    assert "\x1b" not in plain
    assert "\x1b[31m" in coloured
    assert click.unstyle(coloured) == plain


def test_all_four_outcomes_are_tallied_also_at_zero() -> None:
    scan = everyday()
    bare = Scan(scan.run, (scan.repositories[0],))
    assert (
        render("text", bare, RULES, "nl").splitlines()[-1]
        == "3 voldoet · 4 voldoet niet (waarvan 1 uitgelegd) · 2 niet van toepassing · 1 niet vast te stellen"
        " · correcties: 1"
    )
    assert (
        render("text", Scan(scan.run, ()), RULES, "en").splitlines()[-1]
        == "0 pass · 0 fail (0 of these explained) · 0 not applicable · 0 unknown"
    )
    assert (
        render("text", bare, RULES, "nl", Options(known=KNOWN))
        .splitlines()[-1]
        .endswith("· 2 nieuw en 2 bekend ten opzichte van de baseline")
    )


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_what_is_unknown_and_known_is_told(name: str) -> None:
    made = render(name, everyday(), RULES, "nl", Options(known=frozenset({f"{2:032x}"}), width=300))
    assert "of zeg --community none (bekend uit de baseline)." in made


@pytest.mark.parametrize("before", range(60, 100))
def test_no_line_is_broken_before_a_command(before: int) -> None:
    scan, rules = hostile(f"{'x' * before}::error::taken {'y' * before} ##[error]taken")
    for line in render("text", scan, rules, "nl", Options(width=80)).splitlines():
        assert_inert_line(line)


def test_findings_that_rest_on_one_reason_are_told_together() -> None:
    scan = everyday()
    judged = scan.repositories[0]
    doubt = Answer(Outcome.UNKNOWN, because=Reason("organisation-not-looked"))
    findings = tuple(
        made_finding(RULES[rule], doubt, number)
        for number, rule in enumerate(("documentation/support", "licence/preferred", "security/contact"))
    )
    made = render("text", Scan(scan.run, (replace(judged, findings=findings),)), RULES, "en")
    assert [line.split() for line in made.splitlines() if line.startswith("  m")] == [
        ["must", "security/contact"],
        ["may", "documentation/support"],
        ["may", "licence/preferred"],
    ]
    assert made.count("It has no file of its own") == 1
