"""The texts of a report, read strictly, and numbers and dates as a reader of one language writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from oss_scan.strict import Strict
from oss_scan.texts import Lang

NIL = "-"


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's texts in one language."""

    lang: Lang
    words: Mapping[str, str]  # placeholders are not filled yet
    lists: Mapping[str, tuple[str, ...]]

    def __call__(self, word: str, **values: str) -> str:
        """A text with its placeholders filled."""
        return self.words[word].format_map(values)

    def number(self, value: int) -> str:
        """A whole number, in groups of three digits; a dash for nil."""
        return f"{value:,}".replace(",", self._group) if value else NIL

    def count(self, value: int) -> str:
        """A whole number in running text, where nothing is 0."""
        return self.number(value) if value else "0"

    def share(self, value: Decimal | None) -> str:
        """A percentage with one decimal; a dash for nil, a word where there is none."""
        if value is None:
            return self("no-share")
        return f"{str(value).replace('.', self._point)}%" if value else NIL

    def percent(self, value: Decimal) -> str:
        """A percentage in running text, where nothing is 0."""
        return f"{self.decimal(value)}%"

    def decimal(self, value: Decimal) -> str:
        """A decimal number as it is."""
        return str(value).replace(".", self._point)

    def day(self, value: date) -> str:
        """A date with the name of the month."""
        return f"{value.day} {self('months').split()[value.month - 1]} {value.year}"

    def moment(self, value: datetime) -> str:
        """An instant in UTC, to the minute."""
        at = value.astimezone(UTC)
        return f"{self.day(at)}, {at:%H:%M} UTC"

    @property
    def _group(self) -> str:
        return "." if self.lang == "nl" else ","

    @property
    def _point(self) -> str:
        return "," if self.lang == "nl" else "."


def read_wording(path: Path, lang: Lang) -> Wording:
    """The words and lists of a file in one language. Raises OssScanError."""
    file = Strict(path)
    file.only("words", "lists")
    words, lists = (Strict(path, file.keys(name)) for name in ("words", "lists"))
    return Wording(
        lang,
        {key.text: getattr(words.both(key.text), lang) for key, _ in words.root.items},
        {
            key.text: tuple(Strict(path, node).text(lang) for node in lists.items(key.text))
            for key, _ in lists.root.items
        },
    )
