"""What was found and what belongs there, apart from the sentence: for machines and for editors."""

from collections.abc import Mapping

from oss_scan.publiccode.model import Item
from oss_scan.texts import Lang, Text

_YAML = Text("geldige YAML in UTF-8", "valid YAML in UTF-8")
_PATH = Text("een pad vanaf de bovenste map van de repository", "a path from the top folder of the repository")
_LISTED = Text("een waarde uit de lijst van de standaard", "a value from the standard's list")
_NOTHING = Text("niets: deze sleutel kan weg", "nothing: this key can go")
_ADDRESS = Text("een adres met https:// (of http://)", "an address with https:// (or http://)")
_COUNTRY = Text("een landcode van twee hoofdletters (ISO 3166-1)", "a country code of two capitals (ISO 3166-1)")

#: Code → what belongs there; a code without it says so in its sentence alone.
EXPECTED: Mapping[str, Text] = {
    "alias": _LISTED,
    "byte-order-mark": Text("UTF-8 zonder BOM", "UTF-8 without BOM"),
    "category": _LISTED,
    "country": _COUNTRY,
    "country-lower-case": Text("{better}", "{better}"),
    "date": Text("een bestaande datum als JJJJ-MM-DD", "an existing date as YYYY-MM-DD"),
    "deprecated": _NOTHING,
    "deprecated-use": Text("{use}", "{use}"),
    "directive": Text("geen regel met %", "no line with %"),
    "email": Text("een e-mailadres", "an e-mail address"),
    "empty": Text("sleutels (naam: waarde)", "keys (name: value)"),
    "file-absent": _PATH,
    "file-ending": Text("een van: {endings}", "one of: {endings}"),
    "http": _ADDRESS,
    "ipa": Text("een iPA-code", "an iPA code"),
    "italy-twice": _NOTHING,
    "language": Text("een BCP 47-code zoals nl of en-GB", "a BCP 47 tag such as nl or en-GB"),
    "licence": Text("een SPDX-expressie zoals EUPL-1.2", "an SPDX expression such as EUPL-1.2"),
    "media-type": Text("een mediatype zoals text/plain", "a media type such as text/plain"),
    "link-gone": Text("een adres waar iets is", "an address where something is"),
    "missing": Text("een waarde", "a value"),
    "no-keys": Text("sleutels (naam: waarde)", "keys (name: value)"),
    "not-boolean": Text("true of false", "true or false"),
    "not-list": Text("een lijst", "a list"),
    "not-map": Text("sleutels (naam: waarde)", "keys (name: value)"),
    "not-quoted": Text("een tekst tussen aanhalingstekens", "a text between quotes"),
    "not-text": Text("een tekst", "a text"),
    "number": Text("een tekst tussen aanhalingstekens", "a text between quotes"),
    "path-absolute": _PATH,
    "path-file": _PATH,
    "path-outside": _PATH,
    "phone": Text("een nummer zoals +31701234567 (E.164)", "a number such as +31701234567 (E.164)"),
    "removed": _NOTHING,
    "removed-use": Text("{use}", "{use}"),
    "scope": _LISTED,
    "too-few": Text("minstens {least} onderdelen", "at least {least} items"),
    "too-long": Text("hooguit {most} tekens", "at most {most} characters"),
    "too-short": Text("minstens {least} tekens", "at least {least} characters"),
    "unknown-key": Text("een sleutel van de standaard", "a key of the standard"),
    "unwanted": _NOTHING,
    "uri": Text("een URL of URN", "a URL or URN"),
    "url": Text("een volledige URL", "a complete URL"),
    "value": Text("een van: {allowed}", "one of: {allowed}"),
    "version": Text("een van: {known}", "one of: {known}"),
    "version-asks": Text("een waarde", "a value"),
    "version-asks-length": Text("minstens {least} tekens", "at least {least} characters"),
    "version-lacks": Text("versie {since} of hoger", "version {since} or higher"),
    "version-old": Text("{latest}, of 0 voor de nieuwste", "{latest}, or 0 for the newest"),
    "video": Text("een video op een bekende videosite (oEmbed)", "a video on a known video site (oEmbed)"),
    "wanted": Text("minstens een", "at least one"),
    "contract-ended": Text("een datum die nog komt", "a date to come"),
    "file-name": Text("publiccode.yml", "publiccode.yml"),
    "licence-differs": Text("{licence}", "{licence}"),
    "licence-unlisted": Text("de schrijfwijze van SPDX", "the spelling of SPDX"),
    "licence-not-open": Text("een opensourcelicentie", "an open source licence"),
    "not-in-dutch": Text("ook description.nl", "description.nl as well"),
    "organisation-absent": Text("een TOOI-URI of urn:nl:oin:…", "a TOOI URI or urn:nl:oin:…"),
    "organisation-other": Text("een TOOI-URI of urn:nl:oin:…", "a TOOI URI or urn:nl:oin:…"),
    "release-ahead": Text("een datum tot en met {today}", "a date up to {today}"),
    "release-old": Text("een datum in de laatste {days} dagen", "a date in the last {days} days"),
    "url-elsewhere": Text("{addresses}", "{addresses}"),
    "yaml-not-utf-8": Text("UTF-8", "UTF-8"),
    "yaml-utf-16": Text("UTF-8 zonder BOM", "UTF-8 without BOM"),
    "yaml-duplicate-key": Text("elke sleutel één keer", "each key once"),
    "yaml-several-documents": Text("één YAML-document", "one YAML document"),
    "yaml-too-large": Text("hooguit {limit} bytes", "at most {limit} bytes"),
    "yaml-too-deep": Text("hooguit {depth} niveaus", "at most {depth} levels"),
    "yaml-too-many-nodes": Text("hooguit {nodes} onderdelen", "at most {nodes} nodes"),
    "yaml-key-not-text": Text("een gewone tekst als sleutel", "a plain text as key"),
    "yaml-syntax": _YAML,
}
_KINDS: Mapping[str, Text] = {
    "list": Text("een lijst", "a list"),
    "map": Text("sleutels", "keys"),
    "text": Text("een tekst", "a text"),
}


def expected(item: Item, lang: Lang) -> str | None:
    """What belongs there, in one language, or None where only the sentence says it."""
    text = EXPECTED.get(item.code)
    return text.in_(lang, item.values) if text else None


def found(item: Item, lang: Lang) -> str | None:
    """What stands there: the value itself, or what kind of value it is; None where nothing does."""
    if item.values.get("found"):
        return item.values["found"]
    kind = _KINDS.get(item.values.get("kind", ""))
    return kind.in_(lang) if kind else None
