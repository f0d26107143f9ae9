"""A reason as a sentence of its own."""

import pytest

from oss_scan.texts import REASONS, Lang, Reason, declared, figures, reading, rules, standards, targets


@pytest.mark.parametrize(
    ("reason", "lang", "said"),
    [
        (
            Reason("blob-link", {"path": "docs/x"}),
            "en",
            "docs/x is a symbolic link to something outside the repository",
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
