"""Texts in Dutch and English side by side, chosen when rendering; and the program's own words.

What a rule says stands in the rule; what a report says stands in `reports/`. Each module here holds the reasons of one
subject; `REASONS` is all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from oss_scan.texts import declared, figures, reading, rules, standards, targets
from oss_scan.texts.text import NO_VALUES, Lang, Text
from oss_scan.texts.words import BASES, KINDS, LEVELS, NONE, NOTHING, OUTCOMES, VALUES

__all__ = [
    "BASES",
    "KINDS",
    "LEVELS",
    "NONE",
    "NOTHING",
    "NO_VALUES",
    "OUTCOMES",
    "REASONS",
    "VALUES",
    "Lang",
    "Reason",
    "Text",
]

#: Reason codes, in kebab case. A code is never reused for something else.
REASONS: Mapping[str, Text] = {
    **declared.REASONS,
    **figures.REASONS,
    **reading.REASONS,
    **rules.REASONS,
    **standards.REASONS,
    **targets.REASONS,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something could not be established, does not apply or was not looked at: a code and its values.

    The sentence stands in `REASONS`, so that nothing that is kept holds a language.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def in_(self, lang: Lang) -> str:
        """The sentence in one language."""
        return REASONS[self.code].in_(lang, self.values)

    def opening(self, lang: Lang) -> str:
        """The sentence with a capital first, unless a name stands there: a path is another one with a capital."""
        said, text = self.in_(lang), REASONS[self.code]
        named = (text.nl if lang == "nl" else text.en).startswith("{")
        return said if named else f"{said[:1].upper()}{said[1:]}"
