"""Names that may not be named, looked for in texts: whole words, in any case; of an abbreviation of two or three signs
in its own, since it may be a word too."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from oss_scan.inventory.model import Inventory, Publish, Spot, strictest
from oss_scan.inventory.places import on_the_web

_WORD = re.compile(r"\w+")
_SHORT = 3
#: Ids that are shorter say too little to look for in texts, and of abbreviations a single letter does.
_TELLING, _LETTERS = 4, 2
#: What the name of a repository has that is no word of the language: a sign or a capital within, or many letters.
_OWN_NAME = re.compile(r".*\w[-_.\d].*|.*[a-z][A-Z].*|.{12,}")
#: Words that are so too, and tell of no repository: a name that is not here stays hidden, since what was told cannot be
#: taken back. Without the signs between their parts.
_ORDINARY = frozenset(
    _WORD.findall(
        """
    accessibility administratie administration applications architecture architectuur authenticatie authentication
    authorisation authorization backend backoffice classificatie classification collaboration communicatie communication
    configuratie configuraties configuration configurations contributing documentatie documentation email experimenten
    frontend frontoffice gebruikersonderzoek gegevensmodel handleidingen identificatie identification implementatie
    implementation informatiebeveiliging informatiehuishouding informatiemodel infrastructure infrastructuur
    integrations interoperabiliteit interoperability modernisering notificaties notifications ontwikkeling opendata
    opensource organisation organization presentaties presentations publications recommendations registraties
    requirements samenwerking selfservice softwareontwikkeling specificatie specificaties specification specifications
    standaardisatie standardisation standardization statistieken toegankelijkheid translations transparantie
    transparency visualisatie visualisaties visualisation visualization voorzieningen webapp webapplicatie
    webapplication website
    """
    )
)


class Names:
    """Hidden names, each with where its entry stands; found by their rarest word, so that thousands cost little."""

    def __init__(self, names: Iterable[tuple[str, Spot]]) -> None:
        every = [(name, spot, _WORD.findall(name.lower())) for name, spot in dict(names).items()]
        common = Counter(word for _, _, words in every for word in set(words))
        self._by_word: dict[str, list[tuple[re.Pattern[str], Spot]]] = {}
        for name, spot, words in every:
            if words:
                rarest = min(words, key=lambda word: (common[word], word))
                case = 0 if len(name) <= _SHORT and name.isupper() else re.IGNORECASE
                pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", case)
                self._by_word.setdefault(rarest, []).append((pattern, spot))

    def within(self, text: str) -> Spot | None:
        """Where the entry stands whose name the text holds."""
        for word in dict.fromkeys(_WORD.findall(text.lower())):
            for pattern, spot in self._by_word.get(word, ()):
                if pattern.search(text):
                    return spot
        return None


def hidden_names(inventory: Inventory, systems: Mapping[str, Publish]) -> Iterator[tuple[str, Spot]]:
    """What names the entries that may not be named, each with where its entry stands; `systems` says what holds for
    each system."""
    found: list[tuple[str | None, Spot]] = []
    for one in inventory.organisations:
        if one.publish is not Publish.NAME:
            found += [(text, one.spot) for text in (one.name, one.tooi)]
            found += [(one.id, one.spot)] if len(one.id) >= _TELLING else []
            found += [(one.abbreviation, one.spot)] if len(one.abbreviation or "") >= _LETTERS else []
        for source in one.sources:
            if strictest(source.publish, one.publish) is not Publish.NAME:
                place = (on_the_web(source.address) or "").removeprefix("https://")
                found += [(text, source.spot) for text in (source.address, place)]
    for system in inventory.systems:
        if systems[system.id] is not Publish.NAME:
            found.append((system.name, system.spot))
            found += [(text, system.spot) for address in system.repositories for text in _called(address)]
            found += [(system.id, system.spot)] if len(system.id) >= _TELLING else []
    for left in inventory.left_out:
        if left.publish is not Publish.NAME:
            found += [(text, left.spot) for text in _called(left.repository)]
    found += [(one.name, one.spot) for one in inventory.commons if one.publish is not Publish.NAME]
    return ((text, spot) for text, spot in found if text)


def _called(address: str) -> Iterator[str]:
    """What people write for a repository: its address with or without what stands before its owner, or its name."""
    *_, owner, name = ("", *address.split("/"))
    yield f"{owner}/{name}"
    if _OWN_NAME.fullmatch(name) and re.sub(r"[-_.]", "", name.lower()) not in _ORDINARY:
        yield name
