"""Many files that are nearly right: no exception, no hang, and whatever is said lies in the file.

20,000 inputs here; `make soak` sets OSS_SCAN_SOAK to a million.
"""

import os
import random
import re
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.publiccode import SAMPLE
from oss_scan.positioned import BadYamlError, parse
from oss_scan.publiccode import Item, advise, validate
from oss_scan.publiccode.expected import expected, found
from oss_scan.publiccode.judge import MOST
from oss_scan.publiccode.messages import sentence
from oss_scan.publiccode.table import FIELDS, VERSIONS
from oss_scan.publiccode.versions import readiness
from tests.publiccode.files import VALID

INPUTS = int(os.environ.get("OSS_SCAN_SOAK", "20000"))
EACH = 50  # inputs made of one seed
TODAY = date(2026, 11, 23)
BREAKS = re.compile("\r\n?|\n")
KEYS = sorted({part for key in FIELDS for part in key.replace("[]", "").split(".")} - {"*", ""})
SIGNS = "\t \n \r\n # ... \ufeff \u2028 \0 \x85 [ ] { } ' \" null ~ yes NO 0 0.2 1e9 .nan [[[[ *a é 👩‍👧‍👦 e\u0301"
WORDS = """
    2024-02-30 2024-02-29T00:00:00Z nl NL nl_NL x-private https:// git@example.org:a/b alias:gdpr a@b.nl a@b
    mailto:a@b.nl ../x file:/x EUPL-1.2 WITH LicenseRef-x +31701234567 text/plain IT it
    urn:nl:oin:00000001003214345000
"""
PIECES = (
    *KEYS,
    *VERSIONS,
    *SIGNS.split(" "),
    *WORDS.split(),
    *(
        "  ",
        "- ",
        ": ",
        "---\n",
        "%YAML 1.2\n---\n",
        "&a ",
        "<<: *a",
        "!!str ",
        "? ",
        "| ",
        ">-\n",
        "{a: {a: ",
        "MIT OR (",
    ),
)


def mutated(dice: random.Random) -> bytes:
    """One of two valid files, with up to six pieces put in, taken out, repeated or moved."""
    text = dice.choice((VALID, VALID, VALID, SAMPLE.decode()))
    for _ in range(dice.randint(1, 6)):
        at = dice.randint(0, len(text))
        end = min(len(text), at + dice.choice((0, 0, 1, 2, 8, 40, 200)))
        lines = text.split("\n")
        match dice.randint(0, 5):
            case 0 | 1:
                text = text[:at] + dice.choice(PIECES) + text[end:]
            case 2:
                text = text[:at] + text[end:]
            case 3:
                text = text[:end] + text[at:]
            case 4:
                dice.shuffle(lines) if dice.random() < 0.1 else lines.insert(
                    dice.randrange(len(lines)), dice.choice(lines)
                )
                text = "\n".join(lines)
            case _:
                line = dice.randrange(len(lines))
                lines[line] = dice.choice(
                    (lines[line].lstrip(), f" {lines[line]}", lines[line].partition(":")[0] + ":")
                )
                text = "\n".join(lines)
    data = text.encode("utf-8", "replace")
    return data if dice.random() < 0.9 else bytes(byte ^ (dice.random() < 0.01) for byte in data)


def later(data: bytes) -> tuple[Item, ...]:
    try:
        return readiness(parse(data))
    except BadYamlError:
        return ()


def judge(data: bytes, more: tuple[Item, ...] | None = None) -> None:
    last = len(BREAKS.split(data.decode("utf-8", "replace")))
    report = validate(data)
    if more is not None:
        whole = validate(data, "reference")
        refused = {item.key for item in report.items if item.type == "error"}
        told = {(item.key, item.code) for item in report.items if item.only == "reference"}
        known = {(item.key, item.code) for item in report.items}
        errors = {(item.key, item.code) for item in whole.items if item.type == "error" and item.key not in refused}
        assert len(report.items) >= MOST or told == errors - (known - told)
    assert (report.verdict == "invalid") is any(item.type == "error" for item in report.items)
    for item in (*report.items, *advise(report, TODAY, name="publiccode.yaml"), *(more or ())):
        assert 1 <= item.line <= last
        assert item.column >= 1
        assert sentence(item, "nl")
        assert sentence(item, "en")
        assert expected(item, "nl") != ""
        assert found(item, "en") != ""


@given(st.integers(0, 2**64))
@settings(
    max_examples=max(1, INPUTS // EACH), deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
def test_files_that_are_nearly_right(seed: int) -> None:
    dice = random.Random(seed)
    for number in range(EACH):
        data = mutated(dice)
        judge(data, later(data) if number % 10 == 0 else None)
