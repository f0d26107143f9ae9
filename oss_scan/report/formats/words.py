"""What the formats say themselves, besides what a report says."""

from functools import cache

from oss_scan.report.wording import Wording
from oss_scan.resources import data_folder
from oss_scan.strict import Strict
from oss_scan.texts import Lang


@cache
def words_of(lang: Lang) -> Wording:
    """The words of `reports/blocks/words.yaml`. Raises OssScanError."""
    path = data_folder("reports") / "blocks" / "words.yaml"
    file = Strict(path)
    file.only("words", "lists")
    words = Strict(path, file.keys("words"))
    lists = {}
    for key, _ in file.keys("lists").items:
        kept = [Strict(path, node) for node in Strict(path, file.keys("lists")).items(key.text)]
        lists[key.text] = tuple(one.text(lang) for one in kept)
    return Wording(lang, {key.text: getattr(words.both(key.text), lang) for key, _ in words.root.items}, lists, {})
