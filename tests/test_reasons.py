"""A reason as a sentence of its own."""

import re
from pathlib import Path

import pytest

import oss_scan
from oss_scan.texts import REASONS, Lang, Reason, declared, figures, reading, rules, standards, targets


@pytest.mark.parametrize(
    ("reason", "lang", "said"),
    [
        (
            Reason("blob-link", {"path": "docs/x"}),
            "en",
            "docs/x is a symbolic link that leads to no file in the repository",
        ),
        (Reason("rule-unknown", {"rule": "licence/present"}), "nl", "licence/present is niet vast te stellen"),
        (Reason("rule-failed", {"rule": "licence/present"}), "nl", "Aan licence/present wordt niet voldaan"),
    ],
)
def test_a_name_at_the_beginning_gets_no_capital(reason: Reason, lang: Lang, said: str) -> None:
    assert reason.opening(lang) == said


def test_each_code_stands_in_one_module() -> None:
    parts = (declared, figures, reading, rules, standards, targets)

    assert sum(len(part.REASONS) for part in parts) == len(REASONS)


def test_each_code_that_is_given_has_a_text_in_both_languages() -> None:
    paths = Path(oss_scan.__file__).parent.rglob("*.py")
    # what reads API documents has codes of its own, for its own items
    source = "\n".join(path.read_text("utf-8") for path in paths if path.parent.name != "openapi")
    pattern = r'\b(?:NotLooked|Reason|Unread|UnreadableError|not_applicable|unknown)\(\s*"([^"]+)"'
    given = set(re.findall(pattern, source))
    assert {"blob-lfs", "head-missing", "licence-contradicted", "tree-unread"} <= given
    assert given - REASONS.keys() == set()
    for code, text in REASONS.items():
        names = [sorted(set(re.findall(r"{(\w+)}", said))) for said in (text.nl, text.en)]
        assert names[0] == names[1] or (text.nl, text.en) == ("{nl}", "{en}"), code
        assert all(said.strip() == said != "" for said in (text.nl, text.en)), code
