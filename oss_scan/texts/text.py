"""A text in Dutch and English side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Lang = Literal["nl", "en"]
NO_VALUES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages, with `{placeholders}`."""

    nl: str
    en: str

    def in_(self, lang: Lang, values: Mapping[str, str] = NO_VALUES) -> str:
        """The text in one language, its placeholders filled."""
        return (self.nl if lang == "nl" else self.en).format_map(values)
