"""What an item says, in Dutch and English: code → text. The values of the item fill it."""

from collections.abc import Mapping

from oss_scan.publiccode.model import Item
from oss_scan.texts import Lang, Text

MESSAGES: Mapping[str, Text] = {
    # the file as a whole
    "yaml-not-utf-8": Text("geen UTF-8; sla het bestand als UTF-8 op", "not UTF-8; save the file as UTF-8"),
    "yaml-too-large": Text("het bestand is groter dan {limit} bytes", "the file is larger than {limit} bytes"),
    "yaml-syntax": Text("geen geldige YAML: {detail}", "not valid YAML: {detail}"),
    "yaml-too-deep": Text("meer dan {depth} niveaus diep genest", "nested more than {depth} levels deep"),
    "yaml-too-many-nodes": Text("meer dan {nodes} onderdelen", "more than {nodes} nodes"),
    "yaml-duplicate-key": Text(
        "de sleutel {key} staat er twee keer in, eerst op regel {first}; haal er een weg",
        "the key {key} stands here twice, first on line {first}; remove one",
    ),
    "yaml-several-documents": Text(
        "er begint een tweede YAML-document (---); een bestand beschrijft één project",
        "a second YAML document begins (---); one file describes one project",
    ),
    "yaml-key-not-text": Text("een sleutel moet een gewone tekst zijn", "a key must be a plain text"),
    "byte-order-mark": Text(
        "het bestand begint met een byte order mark; sla het op als UTF-8 zonder BOM",
        "the file begins with a byte order mark; save it as UTF-8 without BOM",
    ),
    "directive": Text(
        "het bestand begint met een YAML-directive (%); haal die regel weg",
        "the file begins with a YAML directive (%); remove that line",
    ),
    "empty": Text("het bestand is leeg", "the file is empty"),
    "no-keys": Text("het bestand moet uit sleutels bestaan (naam: waarde)", "the file must hold keys (name: value)"),
    # keys
    "missing": Text("{key} ontbreekt of is leeg", "{key} is missing or empty"),
    "unknown-key": Text("de sleutel {key} bestaat niet in de standaard", "the standard has no key {key}"),
    "wanted": Text(
        "{key} ontbreekt, en is verplicht bij maintenance.type {type}",
        "{key} is missing, and mandatory with maintenance.type {type}",
    ),
    "unwanted": Text(
        "{key} mag er niet staan bij maintenance.type {type}, alleen bij contract",
        "{key} may not stand here with maintenance.type {type}, only with contract",
    ),
    "italy-twice": Text("IT staat er ook al in; haal it weg", "IT stands here as well; remove it"),
    "deprecated": Text(
        "{key} is sinds versie {since} verouderd en kan weg", "{key} is deprecated since version {since}; drop it"
    ),
    "deprecated-use": Text(
        "{key} is sinds versie {since} verouderd; gebruik {use}",
        "{key} is deprecated since version {since}; use {use}",
    ),
    # types
    "not-text": Text("bij {key} hoort een tekst", "{key} must be a text"),
    "not-list": Text("bij {key} hoort een lijst (regels met -)", "{key} must be a list (lines with -)"),
    "not-map": Text("onder {key} horen sleutels (naam: waarde)", "{key} must hold keys (name: value)"),
    "not-boolean": Text("{key} is {found}; kies true of false", "{key} is {found}; choose true or false"),
    "not-quoted": Text("zet {key} tussen aanhalingstekens: {found}", "put {key} between quotes: {found}"),
    "number": Text(
        "{key} is {found} zonder aanhalingstekens, en geldt dan niet als tekst",
        "{key} is {found} without quotes, which does not count as a text",
    ),
    # lengths
    "too-few": Text("{key} heeft te weinig onderdelen; minstens {least}", "{key} has too few items; at least {least}"),
    "too-long": Text(
        "{key} telt {found} tekens; hooguit {most} mag", "{key} has {found} characters; {most} are allowed at most"
    ),
    "too-short": Text(
        "{key} telt {found} tekens; minstens {least} moet", "{key} has {found} characters; at least {least} are needed"
    ),
    # values
    "value": Text("{key} is {found}; kies uit {allowed}", "{key} is {found}; choose from {allowed}"),
    "version": Text(
        "{key} {found} bestaat niet of wordt niet meer ondersteund; kies uit {known}",
        "{key} {found} does not exist or is no longer supported; choose from {known}",
    ),
    "version-old": Text(
        "{key} {found} is niet de nieuwste versie ({latest}); het bestand wordt als {latest} gelezen",
        "{key} {found} is not the newest version ({latest}); the file is read as {latest}",
    ),
    "date": Text(
        "{key} is {found}; een bestaande datum als JJJJ-MM-DD hoort hier",
        "{key} is {found}; an existing date as YYYY-MM-DD belongs here",
    ),
    "url": Text("{key} is {found}; een volledige URL hoort hier", "{key} is {found}; a complete URL belongs here"),
    "http": Text(
        "{key} is {found}; een adres met https:// (of http://) hoort hier",
        "{key} is {found}; an address with https:// (or http://) belongs here",
    ),
    "uri": Text("{key} is {found}; een URL of URN hoort hier", "{key} is {found}; a URL or URN belongs here"),
    "ipa": Text("{key} is {found}; dat is geen iPA-code", "{key} is {found}, which is no iPA code"),
    "alias": Text(
        "{key} is {found}, maar die alias staat niet in de lijst van de standaard",
        "{key} is {found}, but that alias is not in the list of the standard",
    ),
    "email": Text("{key} is {found}; een e-mailadres hoort hier", "{key} is {found}; an e-mail address belongs here"),
    "media-type": Text(
        "{key} is {found}; een mediatype zoals text/plain hoort hier",
        "{key} is {found}; a media type such as text/plain belongs here",
    ),
    "country": Text(
        "{key} is {found}; een landcode van twee letters hoort hier, zoals NL (ISO 3166-1)",
        "{key} is {found}; a country code of two letters belongs here, such as NL (ISO 3166-1)",
    ),
    "country-lower-case": Text(
        "{key} is {found}; landcodes in kleine letters zijn verouderd, schrijf {better}",
        "{key} is {found}; country codes in lower case are deprecated, write {better}",
    ),
    "category": Text(
        "{key} is {found}; die categorie staat niet in de lijst van de standaard",
        "{key} is {found}, which is not in the standard's list of categories",
    ),
    "scope": Text(
        "{key} is {found}; dat toepassingsgebied staat niet in de lijst van de standaard",
        "{key} is {found}, which is not in the standard's list of scopes",
    ),
    "language": Text(
        "{key}: {found} is geen taalcode; een BCP 47-code zoals nl of en-GB hoort hier",
        "{key}: {found} is no language tag; a BCP 47 tag such as nl or en-GB belongs here",
    ),
    "licence": Text(
        "{key} is {found}; dat is geen SPDX-expressie zoals EUPL-1.2 (het gaat mis bij {word})",
        "{key} is {found}, which is no SPDX expression such as EUPL-1.2 (it goes wrong at {word})",
    ),
    "path-absolute": Text(
        "{key} is {found}; een pad vanaf de bovenste map hoort hier, zonder / ervoor",
        "{key} is {found}; a path from the top folder belongs here, without / before it",
    ),
    "path-file": Text(
        "{key} is {found}; een pad in de repository of een https-adres hoort hier",
        "{key} is {found}; a path in the repository or an https address belongs here",
    ),
    "path-outside": Text(
        "{key} is {found}, buiten de repository; een pad vanaf de bovenste map hoort hier",
        "{key} is {found}, outside the repository; a path from the top folder belongs here",
    ),
    "file-absent": Text(
        "{key} is {found}, en dat bestand staat niet in de repository; een pad vanaf de bovenste map hoort hier",
        "{key} is {found}, and the repository has no such file; a path from the top folder belongs here",
    ),
    "video": Text(
        "{key} is {found}; een video op een bekende videosite (oEmbed) hoort hier",
        "{key} is {found}; a video on a known video site (oEmbed) belongs here",
    ),
}

#: Said after a notice that is an error for the reference alone.
_REFERENCE = Text(
    "; de standaard laat dit toe, maar het controleprogramma van de catalogi weigert het",
    "; the standard allows it, but the checker that catalogues use refuses it",
)


def sentence(item: Item, lang: Lang) -> str:
    """What the item says, in one language, without a full stop."""
    said = MESSAGES[item.code].in_(lang, {**item.values, "key": item.values.get("key", item.key)})
    refused = item.type == "notice" and item.code != "number"
    return said + (_REFERENCE.in_(lang) if refused else "")
