"""What each field is for, in Dutch and English: for the documentation, and for editors."""

from collections.abc import Mapping

from oss_scan.texts import Text

_DEPENDENCY: Mapping[str, Text] = {
    "": Text("wat er geïnstalleerd moet zijn", "what must be installed"),
    "[]": Text("één afhankelijkheid", "one dependency"),
    "[].name": Text("de naam, zoals PostgreSQL", "its name, such as PostgreSQL"),
    "[].versionMin": Text("de oudste versie die werkt", "the oldest version that works"),
    "[].versionMax": Text("de nieuwste versie die werkt", "the newest version that works"),
    "[].version": Text("de enige versie die werkt", "the only version that works"),
    "[].optional": Text("of het ook zonder kan", "whether the software works without it"),
}
_ITALIAN: Mapping[str, Text] = {
    "": Text(
        "het Italiaanse deel; gebruik supports en organisation", "the Italian section; use supports and organisation"
    ),
    ".countryExtensionVersion": Text("de versie van het Italiaanse deel", "the version of the Italian section"),
    ".conforme": Text("waaraan de software in Italië voldoet", "what the software complies with in Italy"),
    ".conforme.lineeGuidaDesign": Text("de Italiaanse ontwerprichtlijnen", "the Italian design guidelines"),
    ".conforme.modelloInteroperabilita": Text("het Italiaanse koppelmodel", "the Italian interoperability model"),
    ".conforme.misureMinimeSicurezza": Text("de Italiaanse basisbeveiliging", "the Italian minimum security measures"),
    ".conforme.gdpr": Text("de AVG; gebruik supports", "the GDPR; use supports"),
    ".piattaforme": Text("met welke Italiaanse voorzieningen zij werkt", "which Italian platforms it works with"),
    ".piattaforme.spid": Text("SPID (inloggen); gebruik supports", "SPID (login); use supports"),
    ".piattaforme.cie": Text("CIE (identiteitskaart); gebruik supports", "CIE (identity card); use supports"),
    ".piattaforme.anpr": Text("ANPR (bevolking); gebruik supports", "ANPR (population); use supports"),
    ".piattaforme.pagopa": Text("pagoPA (betalen); gebruik supports", "pagoPA (payments); use supports"),
    ".piattaforme.io": Text("IO (de dienstenapp); gebruik supports", "IO (the services app); use supports"),
    ".riuso": Text("over hergebruik in Italië", "on reuse in Italy"),
    ".riuso.codiceIPA": Text("de iPA-code van de organisatie", "the iPA code of the organisation"),
}

MEANINGS: Mapping[str, Text] = {
    "publiccodeYmlVersion": Text(
        "de versie van de standaard, tussen aanhalingstekens; 0 is de nieuwste 0.x",
        "the version of the standard, between quotes; 0 is the newest 0.x",
    ),
    "name": Text("de naam waaronder mensen de software kennen", "the name by which people know the software"),
    "applicationSuite": Text("het pakket waar de software bij hoort", "the suite that the software belongs to"),
    "url": Text("het adres van de repository met de broncode", "the address of the repository with the source code"),
    "landingURL": Text("de pagina voor wie de software zoekt", "the page for those who look for the software"),
    "isBasedOn": Text("de repository waarvan dit een variant is", "the repository that this is a variant of"),
    "isBasedOn[]": Text("het adres van een van die repository's", "the address of one of these repositories"),
    "softwareVersion": Text("de nieuwste stabiele versie", "the newest stable version"),
    "releaseDate": Text("de dag waarop die versie uitkwam", "the day on which that version came out"),
    "logo": Text("het logo: SVG, SVGZ of PNG in de repository", "the logo: SVG, SVGZ or PNG in the repository"),
    "monochromeLogo": Text("het logo in zwart", "the logo in black"),
    "organisation": Text("de organisatie die de software publiceert", "the organisation that publishes the software"),
    "organisation.uri": Text(
        "wie dat is; in Nederland de TOOI-URI of het OIN (urn:nl:oin:…)",
        "who that is; in the Netherlands its TOOI URI or OIN (urn:nl:oin:…)",
    ),
    "organisation.name": Text("hoe die organisatie heet", "what that organisation is called"),
    "inputTypes": Text("mediatypen die de software leest", "media types that the software reads"),
    "inputTypes[]": Text("een mediatype", "a media type"),
    "outputTypes": Text("mediatypen die de software schrijft", "media types that the software writes"),
    "outputTypes[]": Text("een mediatype", "a media type"),
    "platforms": Text("waarop gebruikers met de software werken", "what users run the software on"),
    "platforms[]": Text(
        "web, windows, mac, linux, ios, android of een andere naam",
        "web, windows, mac, linux, ios, android or another name",
    ),
    "categories": Text("wat voor software het is", "what kind of software it is"),
    "categories[]": Text("een categorie van de standaard", "a category of the standard"),
    "usedBy": Text("overheden die de software gebruiken", "public administrations that use the software"),
    "usedBy[]": Text("de naam van een gebruiker", "the name of one user"),
    "fundedBy": Text("organisaties die de ontwikkeling betalen", "organisations that fund the development"),
    "fundedBy[]": Text("één van die organisaties", "one of these organisations"),
    "fundedBy[].name": Text("hoe zij heet", "what it is called"),
    "fundedBy[].uri": Text("wie zij is: een URL of URN", "who it is: a URL or URN"),
    "roadmap": Text("een openbare planning", "a public roadmap"),
    "developmentStatus": Text("hoe ver de ontwikkeling is", "how far the development is"),
    "softwareType": Text("hoe de software wordt gebruikt", "how the software is used"),
    "supports": Text(
        "standaarden en regels waaraan de software voldoet", "standards and regulations that the software complies with"
    ),
    "supports[]": Text("één standaard of regel", "one standard or regulation"),
    "supports[].id": Text(
        "een alias van de standaard (alias:gdpr), of een URL of URN",
        "an alias of the standard (alias:gdpr), or a URL or URN",
    ),
    "intendedAudience": Text("voor wie de software bedoeld is", "whom the software is meant for"),
    "intendedAudience.countries": Text("landen waarvoor zij gemaakt is", "countries that it is made for"),
    "intendedAudience.countries[]": Text("een landcode in hoofdletters", "a country code in capitals"),
    "intendedAudience.unsupportedCountries": Text("landen waarvoor zij niet deugt", "countries that it does not serve"),
    "intendedAudience.unsupportedCountries[]": Text("een landcode in hoofdletters", "a country code in capitals"),
    "intendedAudience.scope": Text("het terrein waarop zij werkt", "the field that it works in"),
    "intendedAudience.scope[]": Text("een terrein uit de lijst van de standaard", "a field of the standard's list"),
    "description": Text("de software beschreven, per taal", "the software described, by language"),
    "description.*": Text("de beschrijving in één taal, zoals nl", "the description in one language, such as nl"),
    "description.*.localisedName": Text("de naam in deze taal", "its name in this language"),
    "description.*.genericName": Text("de soort software, in een paar woorden", "the kind of software, in a few words"),
    "description.*.shortDescription": Text(
        "één zin die zegt wat de software doet", "one sentence that says what the software does"
    ),
    "description.*.longDescription": Text("wat de software doet, voor gebruikers", "what the software does, for users"),
    "description.*.documentation": Text("de handleiding voor gebruikers", "the documentation for users"),
    "description.*.apiDocumentation": Text("de documentatie van de API", "the documentation of the API"),
    "description.*.features": Text("wat gebruikers ermee kunnen", "what users can do with it"),
    "description.*.features[]": Text("één mogelijkheid", "one feature"),
    "description.*.screenshots": Text("schermbeelden", "screenshots"),
    "description.*.screenshots[]": Text("een PNG of JPG in de repository", "a PNG or JPG in the repository"),
    "description.*.videos": Text("video's die laten zien hoe het werkt", "videos that show how it works"),
    "description.*.videos[]": Text("een video op een videosite", "a video on a video site"),
    "description.*.awards": Text("gewonnen prijzen", "awards that were won"),
    "description.*.awards[]": Text("één prijs", "one award"),
    "legal": Text("de licentie en wie de rechten heeft", "the licence and who holds the rights"),
    "legal.license": Text(
        "de licentie als SPDX-expressie, zoals EUPL-1.2", "the licence as an SPDX expression, such as EUPL-1.2"
    ),
    "legal.mainCopyrightOwner": Text("wie de meeste auteursrechten heeft", "who holds most of the copyright"),
    "legal.repoOwner": Text("van wie de repository is", "whose repository it is"),
    "legal.authorsFile": Text("het bestand met de makers", "the file that lists the authors"),
    "maintenance": Text("wie de software onderhoudt", "who maintains the software"),
    "maintenance.type": Text("hoe zij wordt onderhouden", "how it is maintained"),
    "maintenance.contractors": Text("wie onder contract onderhoudt", "who maintains it by contract"),
    "maintenance.contractors[]": Text("één opdrachtnemer", "one contractor"),
    "maintenance.contractors[].name": Text("hoe de opdrachtnemer heet", "what the contractor is called"),
    "maintenance.contractors[].until": Text("de dag waarop het contract eindigt", "the day on which the contract ends"),
    "maintenance.contractors[].email": Text("een e-mailadres", "an e-mail address"),
    "maintenance.contractors[].website": Text("een website", "a website"),
    "maintenance.contacts": Text("wie vragen over de techniek beantwoordt", "who answers technical questions"),
    "maintenance.contacts[]": Text("één aanspreekpunt", "one contact"),
    "maintenance.contacts[].name": Text("de naam", "the name"),
    "maintenance.contacts[].email": Text("een e-mailadres", "an e-mail address"),
    "maintenance.contacts[].phone": Text(
        "een telefoonnummer met landnummer, tussen aanhalingstekens", "a phone number with country code, between quotes"
    ),
    "maintenance.contacts[].affiliation": Text(
        "de organisatie waar zij bij horen", "the organisation that they belong to"
    ),
    "localisation": Text("in welke talen de software er is", "which languages the software is available in"),
    "localisation.localisationReady": Text("of zij meer talen aankan", "whether it can be translated"),
    "localisation.availableLanguages": Text("de talen die er nu zijn", "the languages that are there now"),
    "localisation.availableLanguages[]": Text("een taalcode, zoals nl", "a language tag, such as nl"),
    "dependsOn": Text("wat er bij gebruik moet draaien", "what must run beside it"),
    **{
        f"dependsOn.{kind}{key}": text
        for kind in ("open", "proprietary", "hardware")
        for key, text in _DEPENDENCY.items()
    },
    **{f"{code}{key}": text for code in ("IT", "it") for key, text in _ITALIAN.items()},
}
