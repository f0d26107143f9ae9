"""What is wrong with an inventory: a code, where, and what fills its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from oss_scan.inventory.model import Spot
from oss_scan.texts import Lang, Text

#: Sentences by code; `{key}` is named by whoever shows the item.
MESSAGES: Mapping[str, Text] = {
    "yaml": Text("dit is geen YAML ({detail})", "this is not YAML ({detail})"),
    "yaml-not-utf-8": Text("dit is geen UTF-8; sla het bestand zo op", "this is not UTF-8; save the file so"),
    "yaml-too-large": Text("het bestand is groter dan {limit} bytes", "the file is larger than {limit} bytes"),
    "yaml-too-deep": Text("dit ligt meer dan {depth} niveaus diep", "this is nested more than {depth} levels deep"),
    "yaml-too-many-nodes": Text(
        "het bestand heeft meer dan {nodes} onderdelen; verdeel het over meer bestanden",
        "the file has more than {nodes} parts; spread it over several files",
    ),
    "yaml-duplicate-key": Text(
        "de sleutel {found} staat er al, op regel {first}", "the key {found} is there already, on line {first}"
    ),
    "yaml-several-documents": Text(
        "hier begint een tweede document (---); zet dat in een bestand erbij",
        "a second document (---) begins here; put it into a further file",
    ),
    "yaml-key-not-text": Text("een sleutel is een gewone tekst", "a key is a plain text"),
    "empty": Text("het bestand is leeg", "the file is empty"),
    "keys": Text("hier horen sleutels", "keys belong here"),
    "list": Text("hier hoort een lijst", "a list belongs here"),
    "unknown-key": Text("onbekende sleutel {key}; kies uit {choices}", "unknown key {key}; choose from {choices}"),
    "missing": Text("{key} ontbreekt", "{key} is missing"),
    "text": Text("{key}: hier hoort een tekst", "{key}: a text belongs here"),
    "number": Text("{key}: hier hoort een heel getal van 0 of meer", "{key}: a whole number, 0 or more, belongs here"),
    "flag": Text("{key}: hier hoort true of false", "{key}: true or false belongs here"),
    "choice": Text("{key}: {found} kan niet; kies uit {choices}", "{key}: {found} is not known; choose from {choices}"),
    "date": Text(
        "{key}: {found} is geen datum (JJJJ-MM-DD)",
        "{key}: {found} is not a date (YYYY-MM-DD)",
    ),
    "url": Text("{key}: {found} is geen https-adres", "{key}: {found} is not an https address"),
    "secret": Text(
        "{key}: een adres bevat geen wachtwoord of token; geef dat met OSS_SCAN_TOKEN_<HOST>",
        "{key}: an address holds no password or token; give that with OSS_SCAN_TOKEN_<HOST>",
    ),
    "id": Text(
        "{key}: {found} kan niet; gebruik kleine letters, cijfers, punt en streepje, met vooraan een letter of cijfer",
        "{key}: {found} cannot be an id; use small letters, digits, dot and hyphen, beginning with a letter or digit",
    ),
    "tooi": Text(
        "{key}: {found} is geen TOOI-URI (https://identifier.overheid.nl/tooi/id/<soort>/<code>)",
        "{key}: {found} is not a TOOI URI (https://identifier.overheid.nl/tooi/id/<kind>/<code>)",
    ),
    "tooi-kind": Text(
        "{key}: deze TOOI-URI is van een {found}, maar kind zegt {kind}",
        "{key}: this TOOI URI is of a {found}, but kind says {kind}",
    ),
    "twice": Text(
        "{key}: {found} staat er al ({where})",
        "{key}: {found} is there already ({where})",
    ),
    "differs": Text(
        "{key}: {where} zegt iets anders over {found}; een volgend bestand vult aan en verandert niets",
        "{key}: {where} says otherwise of {found}; a further file adds, and changes nothing",
    ),
    "no-such-organisation": Text(
        "{key}: er is geen organisatie met id {found}", "{key}: there is no organisation with id {found}"
    ),
    "no-such-system": Text("{key}: er is geen systeem met id {found}", "{key}: there is no system with id {found}"),
    "no-such-figure": Text(
        "{key}: er is geen cijfer {found}; kies uit {choices}",
        "{key}: there is no figure {found}; choose from {choices}",
    ),
    "no-such-rule": Text(
        "{key}: de meegeleverde regels hebben geen {found} (zie oss-scan rules list); dit telt alleen bij een eigen "
        "regelset die deze regel heeft",
        "{key}: the shipped rules have no {found} (see oss-scan rules list); this only counts with a rule set of your "
        "own that has it",
    ),
    "source": Text(
        "{found} is geen bron die kan worden gescand; noem een map, een adres met https:// of ssh://, github:ORG, "
        "gitlab:HOST/GROEP, gitea:HOST/ORG of don:",
        "{found} is no source that can be scanned; name a folder, an address with https:// or ssh://, github:ORG, "
        "gitlab:HOST/GROUP, gitea:HOST/ORG or don:",
    ),
    "source-shared": Text(
        "{found} staat ook bij {first}: wat daar wordt gevonden telt bij die organisatie, niet bij deze",
        "{found} stands with {first} too: what is found there counts for that organisation, not for this one",
    ),
    "part-of-itself": Text(
        "{key}: {found} is zo een onderdeel van zichzelf", "{key}: {found} would be a part of itself"
    ),
    "own-fork": Text("{key}: dit is de repository zelf", "{key}: this is the repository itself"),
    "about": Text(
        "{key}: {found} is geen adres van een repository en geen system:ID",
        "{key}: {found} is not the address of a repository, nor system:ID",
    ),
    "order": Text("{key}: ligt voor {other}", "{key}: lies before {other}"),
    "too-long": Text("{key}: een uitleg geldt hooguit twee jaar", "{key}: an explanation holds for two years at most"),
    "open-with-decision": Text(
        "een systeem dat open is heeft geen besluit om het niet te openen; haal decision weg of zeg partly",
        "a system that is open has no decision not to open it; remove decision, or say partly",
    ),
    "closed-with-repositories": Text(
        "een gesloten systeem noemt geen repository's; zeg partly of open, of haal ze weg",
        "a closed system names no repositories; say partly or open, or remove them",
    ),
    "no-measure": Text(
        "zeg hoe dit wordt gemeten: figure met target, of by_hand",
        "say how this is measured: figure with target, or by_hand",
    ),
    "two-measures": Text(
        "kies een van beide: figure of by_hand",
        "choose one of the two: figure or by_hand",
    ),
    "no-count": Text("geef value of done", "give value or done"),
    "decision-lacks": Text(
        "dit besluit telt niet: {lacking} ontbreekt",
        "this decision does not count: {lacking} is missing",
    ),
    "no-decision": Text(
        "dit systeem is niet open en heeft geen besluit", "this system is not open, and has no decision"
    ),
    "no-repositories": Text(
        "noem de repository's; anders is niet vast te stellen of de bron open staat",
        "name the repositories; otherwise it cannot be established whether the source is open",
    ),
    "name-shown": Text(
        "hier staat de naam van iets dat niet genoemd mag worden ({where}); openbare uitvoer laat deze tekst weg",
        "this holds the name of something that may not be named ({where}); public output leaves this text out",
    ),
}


@dataclass(frozen=True, slots=True)
class Item:
    """An error (the inventory cannot be used) or a warning; `key` is the path to it: `systems[2].decision.ground`."""

    type: Literal["error", "warning"]
    code: str
    key: str
    spot: Spot
    values: Mapping[str, str] = field(default_factory=dict)
    fix: None = None

    @property
    def line(self) -> int:
        """From 1."""
        return self.spot.line

    @property
    def column(self) -> int:
        """From 1."""
        return self.spot.column

    def in_(self, lang: Lang) -> str:
        """The sentence in one language."""
        return MESSAGES[self.code].in_(lang, {"key": self.key.rpartition(".")[2], **self.values})
