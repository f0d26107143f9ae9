"""Which figures stand where, and from which number what is said: data in `reports/parliament/layout.yaml`."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from oss_scan.report.wording import Wording, read_wording
from oss_scan.resources import data_folder
from oss_scan.strict import Strict
from oss_scan.texts import Lang, Text


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a chapter and the figures under it."""

    id: str
    title: Text
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """What is said of a share from so many percent on, up to the next one above it."""

    start: Decimal
    said: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The layout, with its thresholds in percent or percentage points."""

    headline: tuple[str, ...]
    departments: tuple[str, ...]
    sections: tuple[Section, ...]
    bands: tuple[Band, ...]
    bottleneck_below: Decimal
    bottleneck_above: Decimal
    unknown_from: Decimal
    change_from: Decimal
    policies: tuple[str, ...]

    def said(self, share: Decimal) -> Text:
        """The words for a share."""
        return next(band.said for band in self.bands if share >= band.start)


@cache
def layout() -> Layout:
    """What is shipped. Raises OssScanError."""
    file = Strict(data_folder("reports") / "parliament" / "layout.yaml")
    thresholds = Strict(file.path, file.keys("thresholds"))
    bands = [Strict(file.path, node) for node in file.items("bands")]
    return Layout(
        headline=tuple(file.texts("headline")),
        departments=tuple(file.texts("departments")),
        sections=tuple(_section(Strict(file.path, node)) for node in file.items("sections")),
        bands=tuple(Band(Decimal(one.text("from")), Text(one.text("nl"), one.text("en"))) for one in bands),
        bottleneck_below=Decimal(thresholds.text("bottleneck-below")),
        bottleneck_above=Decimal(thresholds.text("bottleneck-above")),
        unknown_from=Decimal(thresholds.text("unknown-from")),
        change_from=Decimal(thresholds.text("change-from")),
        policies=tuple(file.texts("policies")),
    )


def _section(entry: Strict) -> Section:
    return Section(entry.text("id"), entry.both("title"), tuple(entry.texts("figures")))


@cache
def wording(lang: Lang) -> Wording:
    """The texts of the report in one language. Raises OssScanError."""
    return read_wording(data_folder("reports") / "parliament" / "texts.yaml", lang)
