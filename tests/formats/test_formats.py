"""What holds for every format, whatever stands in the scanned repository."""

import importlib
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oss_scan.errors import OssScanError
from oss_scan.formats import FORMATS, Options, render
from oss_scan.results import Scan
from tests.formats.made_up import HOSTILE, RULES, everyday, hostile, made_run, several, unreadable
from tests.test_inert import ANYTHING, assert_inert_line, markdown_parser

LANGS = ("nl", "en")


def check_inert(name: str, text: str) -> None:
    """Whether a rendered text is what its reader expects, and nothing that it obeys."""
    text.encode()
    assert text.endswith("\n")
    match name:
        case "text":
            for line in text.splitlines():
                assert_inert_line(line)
        case "github":
            for line in text.splitlines():
                told = re.fullmatch(r"::(?:error|warning|notice) (?:\w+=[^,:]*,)*\w+=[^,:]*::((?:[^%]|%25)*)", line)
                assert_inert_line(told[1] if told else line)
        case "markdown":
            check_markdown(text)
        case "json" | "sarif" | "gitlab":
            json.dumps(json.loads(text), ensure_ascii=False).encode()  # no lone surrogate in any text
            assert text.isascii()


def check_markdown(text: str) -> None:
    """Only our own headings, tables and folds; no link, image or HTML of others."""
    tokens = markdown_parser().parse(text)
    assert all(token.content.strip() in OWN_HTML for token in tokens if token.type == "html_block")
    children = [child for token in tokens for child in token.children or []]
    assert {child.type for child in children} <= {
        *("text", "code_inline", "softbreak", "html_inline"),
        *("strong_open", "strong_close", "em_open", "em_close"),
    }
    assert {child.content for child in children if child.type == "html_inline"} <= {"<br>"}
    assert {token.type for token in tokens} <= BLOCKS
    seen = "".join(child.content for child in children if child.type == "text")
    assert not re.search(r"[@#!~%$&^]\w|://", seen)


OWN_HTML = (
    "</details>",
    *(
        f"<details><summary>{head} (1)</summary>"
        for head in ("Voldoet niet, uitgelegd", "Fail, explained", "Niet vast te stellen", "Unknown")
    ),
)
BLOCKS = {
    "inline",
    "html_block",
    *(
        f"{block}_{end}"
        for block in ("heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "bullet_list", "list_item")
        for end in ("open", "close")
    ),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", FORMATS)
def test_hostile_texts_are_inert(name: str, text: str, lang: str) -> None:
    scan, rules = hostile(text)
    check_inert(name, render(name, scan, rules, "en" if lang == "en" else "nl", Options(verbose=True)))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=ANYTHING, width=st.integers(0, 200), name=st.sampled_from(sorted(FORMATS)))
def test_any_text_is_inert(text: str, width: int, name: str) -> None:
    scan, rules = hostile(text)
    check_inert(name, render(name, scan, rules, "nl", Options(width=width)))


@pytest.mark.parametrize("name", FORMATS)
def test_an_unreadable_repository_is_shown_with_its_reason(name: str) -> None:
    found = render(name, several(), RULES, "nl")
    assert "/srv/kapot is beschadigd (object 1234 ontbreekt)" in found
    assert "object 1234 ontbreekt" in render(name, Scan(made_run(), (unreadable(),)), RULES, "nl")


@pytest.mark.parametrize("name", FORMATS)
def test_languages(name: str) -> None:
    dutch, english = render(name, everyday(), RULES, "nl"), render(name, everyday(), RULES, "en")
    assert "Er is geen CHANGELOG." in dutch
    assert "There is no CHANGELOG." in english
    assert "There is" not in dutch
    assert "Er is" not in english


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_scan_gives_the_same_bytes(name: str) -> None:
    assert render(name, several(), RULES, "nl") == render(name, several(), RULES, "nl")


@pytest.mark.parametrize("name", FORMATS)
def test_a_scan_without_repositories(name: str) -> None:
    check_inert(name, render(name, Scan(made_run(), ()), RULES, "nl"))


def test_formats_are_modules_with_render() -> None:
    assert all(callable(importlib.import_module(module).render) for module in FORMATS.values())


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(OssScanError, match="there is no format 'xlsx'; choose from text, json"):
        render("xlsx", everyday(), RULES, "nl")
