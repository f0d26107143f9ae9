"""Names that may not be named, looked for in texts: whole words, in any case."""

import re
from collections import Counter
from collections.abc import Iterable

from oss_scan.inventory.model import Spot

_WORD = re.compile(r"\w+")


class Names:
    """Hidden names, each with where its entry stands; found by their rarest word, so that thousands cost little."""

    def __init__(self, names: Iterable[tuple[str, Spot]]) -> None:
        every = [(name, spot, _WORD.findall(name.lower())) for name, spot in dict(names).items()]
        common = Counter(word for _, _, words in every for word in set(words))
        self._by_word: dict[str, list[tuple[re.Pattern[str], Spot]]] = {}
        for name, spot, words in every:
            if words:
                rarest = min(words, key=lambda word: (common[word], word))
                pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
                self._by_word.setdefault(rarest, []).append((pattern, spot))

    def within(self, text: str) -> Spot | None:
        """Where the entry stands whose name the text holds."""
        for word in dict.fromkeys(_WORD.findall(text.lower())):
            for pattern, spot in self._by_word.get(word, ()):
                if pattern.search(text):
                    return spot
        return None
