"""The texts of a report, read strictly, and numbers and dates as a reader of one language writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from oss_scan.positioned import Node
from oss_scan.strict import Strict
from oss_scan.texts import Lang, Text

NIL = "-"


@dataclass(frozen=True, slots=True)
class FigureText:
    """What a figure is called, and what it counts."""

    title: Text
    definition: Text


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's texts in one language."""

    lang: Lang
    words: Mapping[str, str]  # placeholders are not filled yet
    lists: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, FigureText]

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
    """Read the `texts.yaml` of a report. Raises OssScanError."""
    file = Strict(path)
    file.only("words", "not-said", "figures", "method")
    words = Strict(path, file.keys("words"))
    return Wording(
        lang,
        {key.text: _in(words.both(key.text), lang) for key, _ in words.root.items},
        {name: tuple(_in(_both(path, node), lang) for node in file.items(name)) for name in ("not-said", "method")},
        {key.text: _figure(Strict(path, node)) for key, node in file.keys("figures").items},
    )


def _in(text: Text, lang: Lang) -> str:
    return text.nl if lang == "nl" else text.en


def _both(path: Path, node: Node) -> Text:
    languages = Strict(path, node)
    languages.only("nl", "en")
    return Text(languages.text("nl"), languages.text("en"))


def _figure(entry: Strict) -> FigureText:
    entry.only("title", "definition")
    return FigureText(entry.both("title"), entry.both("definition"))
