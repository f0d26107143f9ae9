"""What an item says, in Dutch and English: code → text. The values of the item fill it."""

from collections.abc import Mapping

from oss_scan.publiccode.model import Item, Profile
from oss_scan.publiccode.unreadable_messages import UNREADABLE
from oss_scan.texts import Lang, Text

MESSAGES: Mapping[str, Text] = {
    **UNREADABLE,
    # the file as a whole
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
    "unknown-key-country": Text(
        "de standaard kent geen deel voor {found}; gebruik supports en organisation",
        "the standard has no section for {found}; use supports and organisation",
    ),
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
    "removed": Text(
        "{key} bestaat niet meer in versie {version}", "{key} does not exist any more in version {version}"
    ),
    "removed-use": Text(
        "{key} bestaat niet meer in versie {version}; gebruik {use}",
        "{key} does not exist any more in version {version}; use {use}",
    ),
    "version-lacks": Text(
        "{key} bestaat pas sinds versie {since}, en het bestand noemt {version}; verhoog publiccodeYmlVersion",
        "{key} exists since version {since} only, and the file names {version}; raise publiccodeYmlVersion",
    ),
    "version-asks": Text(
        "{key} ontbreekt, en is verplicht in versie {version}, die het bestand noemt; in {before} niet meer",
        "{key} is missing, and mandatory in version {version}, which the file names; in {before} it is not",
    ),
    "version-asks-length": Text(
        "{key} telt {found} tekens; versie {version}, die het bestand noemt, vraagt er {least}, en {before} niet meer",
        "{key} has {found} characters; version {version}, which the file names, asks {least}, and {before} does not",
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
    "ipa": Text(
        "{key} is {found}; dat heeft niet de vorm van een iPA-code",
        "{key} is {found}, which does not have the form of an iPA code",
    ),
    "alias": Text(
        "{key} is {found}, maar die alias staat niet in de lijst van de standaard",
        "{key} is {found}, but that alias is not in the list of the standard",
    ),
    "email": Text("{key} is {found}; een e-mailadres hoort hier", "{key} is {found}; an e-mail address belongs here"),
    "phone": Text(
        "{key} is {found}; een nummer met landnummer hoort hier, zoals +31701234567 (E.164)",
        "{key} is {found}; a number with country code belongs here, such as +31701234567 (E.164)",
    ),
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
    "file-ending": Text(
        "{key} is {found}; een bestand met een van deze uitgangen hoort hier: {endings}",
        "{key} is {found}; a file with one of these endings belongs here: {endings}",
    ),
    "file-absent": Text(
        "{key} is {found}, en dat bestand staat niet in de repository; een pad vanaf de bovenste map hoort hier",
        "{key} is {found}, and the repository has no such file; a path from the top folder belongs here",
    ),
    "video": Text(
        "{key} is {found}; een video op een bekende videosite (oEmbed) hoort hier",
        "{key} is {found}; a video on a known video site (oEmbed) belongs here",
    ),
    # what Dutch policy asks, what is out of date, what the repository contradicts
    "file-name": Text(
        "het bestand heet {found}; catalogi vinden alleen publiccode.yml",
        "the file is named {found}; catalogues find publiccode.yml only",
    ),
    "organisation-absent": Text(
        "organisation.uri ontbreekt; noem hier de TOOI-URI of het OIN van de organisatie (urn:nl:oin:…)",
        "organisation.uri is missing; name the organisation's TOOI URI or OIN (urn:nl:oin:…) here",
    ),
    "organisation-other": Text(
        "{key} is {found}; de Nederlandse overheid noemt hier een TOOI-URI of een OIN (urn:nl:oin:…)",
        "{key} is {found}; Dutch government names a TOOI URI or an OIN (urn:nl:oin:…) here",
    ),
    "not-in-dutch": Text(
        "er is geen Nederlandse beschrijving (description.nl), alleen {found}",
        "there is no Dutch description (description.nl), only {found}",
    ),
    "release-old": Text(
        "{key} is {found}, meer dan {days} dagen geleden; werk haar bij, of zet developmentStatus op obsolete",
        "{key} is {found}, over {days} days ago; update it, or set developmentStatus to obsolete",
    ),
    "release-ahead": Text("{key} is {found}, na {today}", "{key} is {found}, after {today}"),
    "contract-ended": Text(
        "{key} is {found}: dit contract is op {today} al afgelopen",
        "{key} is {found}: on {today} this contract has ended",
    ),
    "licence-differs": Text(
        "{key} is {found}, maar volgens LICENSE is het {licence}", "{key} is {found}, but LICENSE says {licence}"
    ),
    "licence-unlisted": Text(
        "{key} is {found}, en staat zo niet in de lijst van SPDX", "{key} is {found}, which SPDX does not list so"
    ),
    "licence-not-open": Text(
        "{found} is geen licentie die OSI of FSF goedkeurt; de standaard vraagt een opensourcelicentie",
        "{found} is no licence that OSI or FSF approves; the standard asks for an open source licence",
    ),
    # what came of asking its addresses
    "link-gone": Text(
        "{key} is {found}, en daar is niets (antwoord {status})",
        "{key} is {found}, and nothing is there (answer {status})",
    ),
    **{
        f"link-unknown-{kind}": Text(
            f"{{key}} is {{found}}; of daar iets is, is niet vast te stellen: {why.nl}",
            f"{{key}} is {{found}}; whether something is there cannot be established: {why.en}",
        )
        for kind, why in {
            "status": Text("antwoord {status}", "answer {status}"),
            "timeout": Text("het duurde te lang", "it took too long"),
            "name": Text("de naam van de server is niet te vinden", "the name of the server cannot be found"),
            "private": Text("het adres ligt in het eigen netwerk", "the address lies inside the own network"),
            "scheme": Text("er wordt doorverwezen naar iets anders dan http(s)", "it leads on to other than http(s)"),
            "redirects": Text("er wordt te vaak doorverwezen", "it leads on too often"),
            "tls": Text("de beveiligde verbinding mislukt", "the secure connection fails"),
            "connection": Text("er komt geen verbinding", "no connection is made"),
        }.items()
    },
    "url-elsewhere": Text(
        "{key} is {found}, en deze repository is {addresses}", "{key} is {found}, and this repository is {addresses}"
    ),
}

#: Said after a notice on what one profile alone refuses.
_ONLY: Mapping[Profile, Text] = {
    "reference": Text(
        "; de standaard laat dit toe, maar het controleprogramma van de catalogi weigert het",
        "; the standard allows it, but the checker that catalogues use refuses it",
    ),
    "standard": Text(
        "; de standaard vraagt dit, maar het controleprogramma van de catalogi laat het door",
        "; the standard asks this, but the checker that catalogues use lets it pass",
    ),
}


def sentence(item: Item, lang: Lang) -> str:
    """What the item says, in one language, without a full stop."""
    closer = f"{item.code}-{item.values.get('kind', '')}"
    said = MESSAGES[closer if closer in MESSAGES else item.code].in_(
        lang, {**item.values, "key": item.values.get("key", item.key)}
    )
    return said + (_ONLY[item.only].in_(lang) if item.only and item.type == "notice" else "")
