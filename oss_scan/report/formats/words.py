"""What the formats say themselves, besides what a report says."""

from functools import cache

from oss_scan.report.wording import Wording, read_wording
from oss_scan.resources import data_folder
from oss_scan.texts import Lang


@cache
def words_of(lang: Lang) -> Wording:
    """The words of `reports/blocks/words.yaml`. Raises OssScanError."""
    return read_wording(data_folder("reports") / "blocks" / "words.yaml", lang)
