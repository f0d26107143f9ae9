"""Why a rule about an open standard, or an axis of one, is not settled."""

from collections.abc import Mapping

from oss_scan.texts.text import Text

REASONS: Mapping[str, Text] = {
    "standard-not-judged": Text(
        "de scan heeft niet naar de standaard {standard} gekeken", "the scan did not look at the standard {standard}"
    ),
    "standard-not-listed": Text(
        "de standaard stond op de peildatum niet op de lijst", "the standard was not on the list on the reference date"
    ),
    "standard-other-version": Text(
        "op de peildatum stond versie {version} op de lijst, en die wordt niet getoetst",
        "on the reference date version {version} was listed, and that is not tested",
    ),
    "standard-not-applicable": Text(
        "de eigenaar zegt dat de standaard niet geldt: {reason}",
        "the owner says that the standard does not apply: {reason}",
    ),
    "standards-not-looked": Text(
        "naar open standaarden is nog niet gekeken; scan opnieuw",
        "open standards were not looked at yet; scan again",
    ),
    "standards-gap": Text(
        "niet gelezen bestanden die dit kunnen tonen: {count}, zoals {path}",
        "files that could show this and were not read: {count}, such as {path}",
    ),
    "not-by-kind": Text(
        "naar haar aard ({kind}) valt de repository hier niet onder",
        "by its kind ({kind}) the repository does not come under this",
    ),
    "no-server-configuration": Text(
        "er is geen configuratie die versleutelde verbindingen aanbiedt (tests, voorbeelden en documentatie tellen "
        "niet mee)",
        "there is no configuration that offers encrypted connections (tests, examples and documentation do not count)",
    ),
    "tls-versions-unsaid": Text(
        "{path} biedt versleutelde verbindingen aan en noemt geen versies van TLS; dan beslist de server",
        "{path} offers encrypted connections and names no versions of TLS; the server then decides",
    ),
    "no-editable-documents": Text(
        "er staan geen bewerkbare kantoordocumenten in de repository",
        "there are no editable office documents in the repository",
    ),
    "statement-not-seen": Text(
        "er is een webinterface, en geen koppeling naar een verklaring in het register toegankelijkheidsverklaring.nl "
        "gezien; die kan ook op een andere pagina, in de redactie of in de instellingen staan",
        "there is a web interface, and no link to a statement in the register toegankelijkheidsverklaring.nl was seen; "
        "it may also stand on another page, in what editors write, or in settings",
    ),
    "web-interface-not-seen": Text(
        "of de repository een webapplicatie is, is niet vast te stellen (zeg het onder standards in .oss-scan.yaml)",
        "whether the repository is a web application cannot be established (say so under standards in .oss-scan.yaml)",
    ),
    "security-txt-route": Text(
        "{path} leidt /.well-known/security.txt door; of wat daar staat geldig is, toont broncode niet",
        "{path} leads /.well-known/security.txt elsewhere; whether what stands there is valid, source code does not "
        "show",
    ),
    "no-api-of-its-own": Text(
        "er is geen eigen OpenAPI-document; of de repository een API aanbiedt is zo niet vast te stellen (zeg het "
        "onder standards in .oss-scan.yaml)",
        "there is no OpenAPI document of its own; whether the repository offers an API cannot be established that way "
        "(say so under standards in .oss-scan.yaml)",
    ),
    "no-api-by-kind": Text(
        "er is geen eigen OpenAPI-document, en naar haar aard ({kind}) biedt de repository geen API aan",
        "there is no OpenAPI document of its own, and by its kind ({kind}) the repository offers no API",
    ),
    "no-api-seen": Text(
        "alle code is gelezen, en er is geen eigen beschrijving van een API en niets dat verzoeken over HTTP "
        "beantwoordt",
        "all code was read, and there is no description of an API of its own and nothing that answers requests over "
        "HTTP",
    ),
    "answers-requests": Text(
        "er is geen eigen OpenAPI-document, en {path} kan verzoeken over HTTP beantwoorden ({found}); of anderen een "
        "API wordt aangeboden is zo niet vast te stellen (zeg het onder standards in .oss-scan.yaml)",
        "there is no OpenAPI document of its own, and {path} may answer requests over HTTP ({found}); whether others "
        "are offered an API cannot be established that way (say so under standards in .oss-scan.yaml)",
    ),
    "code-unlisted": Text(
        "er is geen eigen OpenAPI-document, en {path} is misschien een programma, in een taal die hier niet wordt "
        "gelezen ({found}); of anderen een API wordt aangeboden is zo niet vast te stellen (zeg het onder standards in "
        ".oss-scan.yaml)",
        "there is no OpenAPI document of its own, and {path} may be a program, in a language that is not read here "
        "({found}); whether others are offered an API cannot be established that way (say so under standards in "
        ".oss-scan.yaml)",
    ),
    "code-unread": Text(
        "er is geen eigen OpenAPI-document, en niet alle code is gelezen (bestanden: {count}, zoals {path}); of "
        "anderen een API wordt aangeboden is zo niet vast te stellen (zeg het onder standards in .oss-scan.yaml)",
        "there is no OpenAPI document of its own, and not all code was read (files: {count}, such as {path}); whether "
        "others are offered an API cannot be established that way (say so under standards in .oss-scan.yaml)",
    ),
    "api-offer-unsaid": Text(
        "{path} toont niet dat de API aan anderen wordt aangeboden: daarvoor noemt het onder info een contact met "
        "e-mail of pagina, en onder servers het adres (zeg anders onder standards in .oss-scan.yaml of de standaard "
        "geldt)",
        "{path} does not show that the API is offered to others: for that it names a contact with an e-mail address or "
        "page under info, and the address under servers (or say under standards in .oss-scan.yaml whether the standard "
        "applies)",
    ),
    "api-of-a-client": Text(
        "van {path} worden hier de typen van een client gemaakt (package.json); of de API van de eigenaar van deze "
        "repository is, is niet vast te stellen (zeg het onder standards in .oss-scan.yaml)",
        "the types of a client are made of {path} here (package.json); whether the API is of the owner of this "
        "repository cannot be established (say so under standards in .oss-scan.yaml)",
    ),
    "api-fetched": Text(
        "{path} wordt van elders opgehaald, zegt een README, CONTRIBUTING, Makefile of script erbij; of de API van de "
        "eigenaar van deze repository is, is niet vast te stellen (zeg het onder standards in .oss-scan.yaml)",
        "{path} is fetched from elsewhere, says a README, CONTRIBUTING, Makefile or script with it; whether the API is "
        "of the owner of this repository cannot be established (say so under standards in .oss-scan.yaml)",
    ),
    "api-of-several": Text(
        "{path} staat tussen beschrijvingen van API's met elk een andere contactpersoon, als in een verzameling; "
        "of de API van de eigenaar van deze repository is, is niet vast te stellen (zeg het onder standards in "
        ".oss-scan.yaml)",
        "{path} stands among descriptions of APIs that each name another contact, as in a collection; whether the API "
        "is of the owner of this repository cannot be established (say so under standards in .oss-scan.yaml)",
    ),
    "api-untested": Text(
        "{path} kon niet worden getoetst: er is geen schema voor deze versie, een verwijzing leidt nergens heen of een "
        "sleutel staat er dubbel",
        "{path} could not be tested: there is no schema for its version, a reference leads nowhere, or a key stands "
        "twice",
    ),
    "api-newer": Text(
        "{path} is OpenAPI {found}; op de lijst staat {version}, en of een nieuwere is opgenomen is niet nagegaan",
        "{path} is OpenAPI {found}; the list has {version}, and whether a newer one was added was not checked",
    ),
    "api-unparsable": Text(
        "{path} zegt OpenAPI te zijn en kan niet worden gelezen (zie: oss-scan api lint {path})",
        "{path} says that it is OpenAPI and cannot be read (see: oss-scan api lint {path})",
    ),
    "api-address": Text(
        "{path} noemt geen vast adres; of de hoofdversie in het adres staat is zo niet vast te stellen",
        "{path} names no fixed address; whether the major version stands in it cannot be established that way",
    ),
    "api-remote": Text(
        "{path} verwijst naar een ander adres, en dat wordt niet opgehaald",
        "{path} refers to another address, which is not fetched",
    ),
    "applies-found": Text("de standaard zelf is aangetroffen", "the standard itself was found"),
    "applies-signal": Text("{signal}", "{signal}"),
    "applies-declared": Text("de eigenaar zegt dat het geldt", "the owner says that it applies"),
    "applies-not-declared": Text(
        "de eigenaar zegt dat het niet geldt: {reason}", "the owner says that it does not apply: {reason}"
    ),
    "applies-absent": Text("wat eronder valt is er niet", "there is nothing of what it is about"),
    "applies-unknown": Text("geen signaal besliste", "no signal decided"),
    "applies-unread": Text("niet alles is gelezen", "not everything was read"),
    "no-security-txt": Text("er is geen security.txt", "there is no security.txt"),
}
