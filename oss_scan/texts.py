"""Texts in Dutch and English side by side, chosen when rendering; and the program's own words.

What a rule says stands in the rule; what a report says stands in `reports/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something could not be established, does not apply or was not looked at: a code and its values.

    The sentence stands in `REASONS`, so that nothing that is kept holds a language.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def in_(self, lang: Lang) -> str:
        """The sentence in one language."""
        return REASONS[self.code].in_(lang, self.values)

    def opening(self, lang: Lang) -> str:
        """The sentence with a capital first, unless a name stands there: a path is another one with a capital."""
        said, text = self.in_(lang), REASONS[self.code]
        named = (text.nl if lang == "nl" else text.en).startswith("{")
        return said if named else f"{said[:1].upper()}{said[1:]}"


#: Of a scan.
BASES: Mapping[str, Text] = {
    "measured": Text("gemeten", "measured"),
    "reconstructed": Text("gereconstrueerd", "reconstructed"),
}
OUTCOMES: Mapping[str, Text] = {
    "pass": Text("voldoet", "pass"),
    "fail": Text("voldoet niet", "fail"),
    "not-applicable": Text("niet van toepassing", "not applicable"),
    "unknown": Text("niet vast te stellen", "unknown"),
}

LEVELS: Mapping[str, Text] = {
    "must": Text("verplicht", "must"),
    "should": Text("aanbevolen", "should"),
    "may": Text("optioneel", "may"),
}

#: Values of findings that are no name that a reader knows, as they are shown.
VALUES: Mapping[str, Text] = {
    "LicenseRef-all-rights-reserved": Text("‘alle rechten voorbehouden’", "‘all rights reserved’"),
}

#: Kinds of repository (`inventory.model.Kind`), as more than one is called.
KINDS: Mapping[str, Text] = {
    "fork": Text("forks", "forks"),
    "mirror": Text("mirrors", "mirrors"),
    "copy": Text("kopieën van een andere", "copies of another one"),
    "archived": Text("gearchiveerde", "archived ones"),
    "empty": Text("lege", "empty ones"),
    "template": Text("sjablonen", "templates"),
    "documentation": Text("alleen documentatie", "documentation only"),
    "private": Text("niet openbare", "those that are not public"),
}
#: Reason codes, in kebab case. A code is never reused for something else.
REASONS: Mapping[str, Text] = {
    # a required rule
    "rule-failed": Text("aan {rule} wordt niet voldaan", "{rule} is not met"),
    "rule-not-applicable": Text("{rule} is niet van toepassing", "{rule} does not apply"),
    "rule-unknown": Text("{rule} is niet vast te stellen", "{rule} could not be established"),
    # parts of the facts that nobody looked at
    "history-not-looked": Text(
        "de geschiedenis van de repository is niet bekeken", "the history of the repository was not looked at"
    ),
    "hosting-not-looked": Text(
        "het platform waarop de repository staat is niet geraadpleegd, en kan haar als gearchiveerd kennen",
        "the platform that hosts the repository was not consulted, and may know it as archived",
    ),
    "hosting-now": Text(
        "de repository is nu gearchiveerd, maar het platform zegt niet sinds wanneer",
        "the repository is archived now, but its forge does not say since when",
    ),
    "hosting-silent": Text(
        "het platform waarop de repository staat zegt dit niet",
        "the platform that hosts the repository does not say so",
    ),
    "organisation-unreadable": Text(
        "er is geen eigen bestand, en de bestanden van de organisatie (de repository .github) konden niet worden "
        "gelezen; scan opnieuw",
        "it has no file of its own, and the organisation-wide files (its .github repository) could not be read; "
        "scan again",
    ),
    "address-unknown": Text(
        "het openbare adres van de repository is niet bekend: zij heeft geen remote origin met zo'n adres",
        "the public address of the repository is not known: it has no remote origin with such an address",
    ),
    "organisation-not-looked": Text(
        "er is geen eigen bestand, en de bestanden van de organisatie (de repository .github) zijn niet bekeken; "
        "wijs die aan met --community, of zeg --community none",
        "it has no file of its own, and the organisation-wide files (its .github repository) were not looked at; "
        "name them with --community, or say --community none",
    ),
    "declared-not-looked": Text(".oss-scan.yaml is niet bekeken", ".oss-scan.yaml was not looked at"),
    "tree-empty": Text("de repository heeft nog geen commit", "the repository has no commit yet"),
    "tree-unread": Text("de repository kon niet worden gelezen", "the repository could not be read"),
    # what could not be read
    "blob-missing": Text(
        "{path} ontbreekt in de objectopslag (gedeeltelijke kloon?); haal het op met git en scan opnieuw",
        "{path} is missing from the object store (a partial clone?); fetch it with git and scan again",
    ),
    "blob-not-fetched": Text(
        "{path} is niet opgehaald, want er is meer te doorzoeken dan --blob-budget toelaat",
        "{path} was not fetched, since there is more to look into than --blob-budget allows",
    ),
    "blobs-not-fetched": Text(
        "{count} bestanden zijn niet opgehaald, zoals {path}, want er is meer te doorzoeken dan --blob-budget toelaat; "
        "verhoog dat, of scan een kloon op deze machine",
        "{count} files were not fetched, such as {path}, since there is more to look into than --blob-budget allows; "
        "raise it, or scan a clone on this machine",
    ),
    "blob-too-large": Text(
        "{path} is groter dan {limit} bytes en is niet gelezen",
        "{path} is larger than {limit} bytes and was not read",
    ),
    "blob-corrupt": Text(
        "{path} is beschadigd in de objectopslag; herstel de repository met git fsck",
        "{path} is damaged in the object store; repair the repository with git fsck",
    ),
    "blob-link": Text(
        "{path} is een symbolische link naar iets buiten de repository",
        "{path} is a symbolic link to something outside the repository",
    ),
    "blob-submodule": Text(
        "{path} ligt in een submodule, en die is niet bekeken",
        "{path} lies in a submodule, which was not looked at",
    ),
    "shallow": Text(
        "de kloon is ondiep (shallow); haal de volledige geschiedenis op met git fetch --unshallow --tags",
        "the clone is shallow; fetch the whole history with git fetch --unshallow --tags",
    ),
    "break-to-measured": Text("toen gereconstrueerd, nu gemeten", "then reconstructed, now measured"),
    "break-to-reconstructed": Text("toen gemeten, nu gereconstrueerd", "then measured, now reconstructed"),
    "break-definition": Text("het cijfer telt nu iets anders", "the figure counts something else now"),
    "break-rule": Text("de regel {rule} vraagt nu iets anders", "the rule {rule} asks something else now"),
    "break-rule-one": Text(
        "de regel {rule} is bij een van beide metingen niet gevraagd",
        "the rule {rule} was not asked in one of the two measurements",
    ),
    "break-analyser": Text("het analyseonderdeel {name} is gewijzigd", "the analyser {name} has changed"),
    "break-population": Text("de regel voor de populatie is gewijzigd", "the rule for the population has changed"),
    "standard-not-judged": Text(
        "de scan heeft niet naar de standaard {standard} gekeken", "the scan did not look at the standard {standard}"
    ),
    "left-out-by-inventory": Text("door de inventaris: {reason}", "by the inventory: {reason}"),
    "no-public-address": Text("er is geen openbaar adres bekend", "no public address is known"),
    # what kind of repository it is
    "population-fork": Text("een fork, volgens het platform of register", "a fork, by the forge's or register's word"),
    "population-mirror": Text("een mirror, volgens het platform", "a mirror, by the forge's word"),
    "population-copy": Text("dezelfde laatste commit als {repository}", "the same latest commit as {repository}"),
    "population-archived": Text(
        "gearchiveerd, volgens het platform of register", "archived, by the forge's or register's word"
    ),
    "population-not-archived": Text(
        "niet gearchiveerd, volgens het platform of register", "not archived, by the forge's or register's word"
    ),
    "population-template": Text("een sjabloon, volgens het platform", "a template, by the forge's word"),
    "population-private": Text("niet openbaar, volgens het platform", "not public, by the forge's word"),
    "population-empty": Text("zonder bestanden", "without files"),
    "population-documentation": Text(
        "alleen documentatie: de {files} bestanden zijn teksten en afbeeldingen, of houden de repository op orde",
        "documentation only: the {files} files are texts and pictures, or keep the repository in order",
    ),
    # a forge or register that cannot be asked, or not to the end
    "forge-failed": Text(
        "{url} gaf ook na enkele pogingen geen bruikbaar antwoord ({detail}), en wat het niet opsomde is niet "
        "gescand; probeer het later opnieuw",
        "{url} gave no usable answer, also after several tries ({detail}), and what it did not list was not scanned; "
        "try again later",
    ),
    "forge-wait": Text(
        "{url} vraagt {seconds} seconden te wachten, en dat is te lang; zet een token in {variable}, of probeer het "
        "later opnieuw: wat al was opgesomd is onthouden",
        "{url} asks to wait for {seconds} seconds, which is too long; put a token in {variable}, or try again later: "
        "what was listed already is remembered",
    ),
    "forge-refused": Text(
        "{url} weigert te antwoorden (HTTP {status}); zet een token in {variable}, of kijk na of dat nog geldig is",
        "{url} refuses to answer (HTTP {status}); put a token in {variable}, or see whether it is still valid",
    ),
    "forge-gone": Text(
        "{url} is er niet (HTTP {status}): verwijderd, verkeerd gespeld, of alleen zichtbaar met een token",
        "{url} is not there (HTTP {status}): removed, misspelt, or visible with a token only",
    ),
    "forge-blocked": Text(
        "{url} is om juridische redenen geblokkeerd (HTTP {status})",
        "{url} is blocked for legal reasons (HTTP {status})",
    ),
    "forge-elsewhere": Text(
        "{url} verwijst door naar een andere server ({to}), en die wordt niet gevolgd",
        "{url} leads to another server ({to}), which is not followed",
    ),
    "source-refused": Text("{nl}", "{en}"),
    "register-url": Text(
        "{register} noemt {url}, en dat is geen https-adres van een repository",
        "{register} names {url}, which is no https address of a repository",
    ),
    "organisation-not-measured": Text(
        "de inventaris kent geen bron van deze organisatie: zij is niet gemeten",
        "the inventory knows no source of this organisation: it is not measured",
    ),
    # a repository that cannot be read
    "not-a-repository": Text(
        "{path} is geen git-repository; wijs een werkkopie of een kale repository aan",
        "{path} is not a git repository; name a working copy or a bare repository",
    ),
    "inside-repository": Text(
        "{path} is niet de bovenste map van een repository; bedoelt u {top}?",
        "{path} is not the top folder of a repository; do you mean {top}?",
    ),
    "head-missing": Text(
        "HEAD van {path} wijst naar de branch {branch}, en die bestaat niet; verwijs HEAD naar een bestaande branch",
        "HEAD of {path} points to the branch {branch}, which does not exist; let HEAD point to one that does",
    ),
    "no-worktree": Text(
        "{path} heeft geen werkmap om te beoordelen; laat --worktree weg, of noem een werkkopie",
        "{path} has no working tree to judge; leave out --worktree, or name a working copy",
    ),
    "worktree-unlisted": Text(
        "de bestanden in {path} konden niet worden opgesomd ({detail}); laat --worktree weg, of zie git status",
        "the files in {path} could not be listed ({detail}); leave out --worktree, or see git status",
    ),
    "too-many-files": Text(
        "{path} heeft meer dan {limit} bestanden en mappen in een commit, en dat wordt niet gelezen; kijk of dat klopt",
        "{path} has more than {limit} files and folders in one commit, which is not read; see whether that is right",
    ),
    "git-missing": Text(
        "voor {path} is git nodig, en dat is niet gevonden; installeer git",
        "{path} needs git, which was not found; install it",
    ),
    "no-such-path": Text(
        "{path} bestaat niet; wijs een bestaande map aan", "{path} does not exist; name an existing folder"
    ),
    "no-permission": Text(
        "{path} mag niet worden gelezen; geef leesrechten", "{path} may not be read; give read permission"
    ),
    "corrupt": Text(
        "{path} is beschadigd ({detail}); herstel de repository met git fsck of kloon haar opnieuw",
        "{path} is damaged ({detail}); repair the repository with git fsck, or clone it again",
    ),
    "unsupported": Text(
        "{path} kan niet worden gelezen ({detail}); kloon de repository opnieuw met een gewone git",
        "{path} cannot be read ({detail}); clone the repository again with plain git",
    ),
    "no-commit-then": Text("{path} had op {date} nog geen commit", "{path} had no commit yet on {date}"),
    "internal": Text(
        "interne fout bij {path}: {detail}; meld dit bij de makers van oss-scan",
        "internal error on {path}: {detail}; please report this to the makers of oss-scan",
    ),
    # .oss-scan.yaml, or the file named by --explain-file
    "declared-unread": Text(
        "{path} kon niet worden gelezen en telt niet mee", "{path} could not be read and does not count"
    ),
    "declared-yml": Text(
        "{path} is gelezen; noem het bestand .oss-scan.yaml", "{path} was read; name the file .oss-scan.yaml"
    ),
    "declared-yaml": Text(
        "{path} is geen geldige YAML ({detail}) en telt niet mee",
        "{path} is not valid YAML ({detail}) and does not count",
    ),
    "declared-shape": Text(
        "{path} moet sleutels hebben (explanations, corrections, standards)",
        "{path} must have keys (explanations, corrections, standards)",
    ),
    "declared-key": Text(
        "de sleutel {key} is onbekend; wat eronder staat telt niet mee",
        "the key {key} is unknown; what stands under it does not count",
    ),
    "declared-list": Text("hier hoort een lijst; dit telt niet mee", "a list belongs here; this does not count"),
    "declared-entry": Text(
        "dit onderdeel moet sleutels hebben; het telt niet mee",
        "this entry must have keys; it does not count",
    ),
    "declared-missing": Text(
        "{key} ontbreekt of is leeg; dit onderdeel telt niet mee",
        "{key} is missing or empty; this entry does not count",
    ),
    "declared-date": Text(
        "{key}: {found} is geen datum (JJJJ-MM-DD); dit onderdeel telt niet mee",
        "{key}: {found} is not a date (YYYY-MM-DD); this entry does not count",
    ),
    "declared-order": Text(
        "until ({until}) ligt voor on ({on}); deze uitleg telt niet mee",
        "until ({until}) lies before on ({on}); this explanation does not count",
    ),
    "declared-too-long": Text(
        "een uitleg geldt hooguit twee jaar (on {on}, until {until}); zij telt niet mee",
        "an explanation holds for two years at most (on {on}, until {until}); it does not count",
    ),
    "declared-status": Text(
        "status {found} is onbekend; kies uit {listed}; dit onderdeel telt niet mee",
        "status {found} is unknown; choose from {listed}; this entry does not count",
    ),
    "declared-evidence": Text(
        "evidence: hier horen hooguit twintig paden; dit onderdeel telt niet mee",
        "evidence: at most twenty paths belong here; this entry does not count",
    ),
    "declared-path": Text(
        "{found} staat niet in de repository; dit onderdeel telt niet mee",
        "{found} is not in the repository; this entry does not count",
    ),
    # what a reader of the results should know besides the findings
    "standard-unlisted": Text(
        "de standaard {standard} staat niet in de lijst van oss-scan (zie oss-scan standards list)",
        "the standard {standard} is not in the list of oss-scan (see oss-scan standards list)",
    ),
    "standard-expired": Text(
        "wat over de standaard {standard} is verklaard, is verlopen op {until} en telt niet meer mee; besluit opnieuw",
        "what was declared of the standard {standard} expired on {until} and no longer counts; decide again",
    ),
    "standard-later": Text(
        "wat over de standaard {standard} is verklaard, geldt pas vanaf {on} en telt nog niet mee",
        "what was declared of the standard {standard} holds from {on} only and does not count yet",
    ),
    # rules about standards of the list
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
        "{count} bestanden die dit kunnen tonen zijn niet gelezen, zoals {path}",
        "{count} files that could show this were not read, such as {path}",
    ),
    "not-by-kind": Text(
        "naar haar aard ({kind}) valt de repository hier niet onder",
        "by its kind ({kind}) the repository does not come under this",
    ),
    "no-server-configuration": Text(
        "er is geen configuratie die versleutelde verbindingen aanbiedt",
        "there is no configuration that offers encrypted connections",
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
        "er is een webinterface, en geen koppeling naar een toegankelijkheidsverklaring gezien; die kan ook in de "
        "redactie of de instellingen staan",
        "there is a web interface, and no link to an accessibility statement was seen; it may also stand in what "
        "editors write, or in settings",
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
    # why a standard of the list applies or not
    "applies-found": Text("de standaard zelf is aangetroffen", "the standard itself was found"),
    "applies-signal": Text("{signal}", "{signal}"),
    "applies-declared": Text("de eigenaar zegt dat het geldt", "the owner says that it applies"),
    "applies-not-declared": Text(
        "de eigenaar zegt dat het niet geldt: {reason}", "the owner says that it does not apply: {reason}"
    ),
    "applies-absent": Text("wat eronder valt is er niet", "there is nothing of what it is about"),
    "applies-unknown": Text("geen signaal besliste", "no signal decided"),
    "applies-unread": Text("niet alles is gelezen", "not everything was read"),
    "explanation-expired": Text(
        "de uitleg bij {rule} is verlopen op {until} en telt niet meer mee; los het op of besluit opnieuw",
        "the explanation of {rule} expired on {until} and no longer counts; mend it or decide again",
    ),
    "explanation-later": Text(
        "de uitleg bij {rule} geldt pas vanaf {on} en telt nog niet mee",
        "the explanation of {rule} holds only from {on} and does not count yet",
    ),
    "explanation-rule": Text(
        "de uitleg noemt {rule}, maar die regel bestaat niet; zie oss-scan rules list",
        "the explanation names {rule}, but there is no such rule; see oss-scan rules list",
    ),
    "correction-rule": Text(
        "de correctie noemt {rule}, maar die regel bestaat niet; zie oss-scan rules list",
        "the correction names {rule}, but there is no such rule; see oss-scan rules list",
    ),
    "worktree-differs": Text(
        "de werkmap wijkt af van {commit}; die commit is beoordeeld. Met --worktree gelden de bestanden zelf",
        "the working tree differs from {commit}; that commit was judged. Use --worktree for the files as they lie",
    ),
    # what was looked for and is not there
    "no-security-txt": Text("er is geen security.txt", "there is no security.txt"),
    "blob-left-out": Text(
        "{path} is niet gelezen, want er zijn te veel van zulke bestanden",
        "{path} was not read, since there are too many of such files",
    ),
    # publiccode.yml
    "publiccode-absent": Text("er is geen publiccode.yml", "there is no publiccode.yml"),
    "publiccode-no-components": Text(
        "er staat geen publiccode.yml in een map onder de bovenste", "no folder below the root has a publiccode.yml"
    ),
    "publiccode-not-yaml": Text(
        "{path} is geen leesbare YAML; oss-scan publiccode validate zegt waar het misgaat",
        "{path} is not readable YAML; oss-scan publiccode validate says where it goes wrong",
    ),
    "publiccode-obsolete": Text(
        "developmentStatus zegt dat de software niet meer wordt onderhouden (obsolete)",
        "developmentStatus says that the software is no longer maintained (obsolete)",
    ),
    "publiccode-nothing-to-compare": Text(
        "{path} noemt geen releaseDate, einddatum van een contract of softwareVersion die te vergelijken is",
        "{path} names no releaseDate, end of a contract or softwareVersion that can be compared",
    ),
    # licences
    "licence-modified": Text(
        "de tekst in {path} wijkt af van de licentie waarop hij lijkt; zet de tekst er ongewijzigd in",
        "the text in {path} differs from the licence that it resembles; put the text there unaltered",
    ),
    "licence-unrecognised": Text(
        "in {path} is geen bekende licentie herkend; zet er de volledige tekst van een standaardlicentie in",
        "no known licence was recognised in {path}; put the full text of a standard licence there",
    ),
    "licence-version-unstated": Text(
        "{path} zegt niet welke licentie, of welke versie ervan, het is",
        "{path} does not say which licence, or which version of it, it is",
    ),
    "licence-unclear": Text(
        "er staan verscheidene licenties, en niet welke voor de code geldt",
        "there are several licences, and nothing says which of them holds for the code",
    ),
    "licence-no-code": Text(
        "er staat geen programmacode in de repository, en {found} is een licentie voor teksten of gegevens",
        "the repository holds no program code, and {found} is a licence for texts or data",
    ),
    "licence-nothing-to-compare": Text(
        "de licentie staat op minder dan twee plaatsen (licentiebestand, publiccode.yml, manifest in de hoofdmap)",
        "the licence stands in fewer than two places (licence file, publiccode.yml, manifest at the top)",
    ),
    "licence-declaration-unclear": Text(
        "welke licentie {path} bedoelt met {found} is niet duidelijk; schrijf de SPDX-aanduiding",
        "which licence {path} means by {found} is not clear; write the SPDX identifier",
    ),
    "reuse-not-claimed": Text(
        "de repository zegt niet dat zij REUSE volgt (REUSE.toml of .reuse/dep5)",
        "the repository does not say that it follows REUSE (REUSE.toml or .reuse/dep5)",
    ),
    "rule-not-asked": Text(
        "de scan heeft {rule} niet beoordeeld; die regel staat niet in de gebruikte regelset",
        "the scan did not judge {rule}; that rule is not in the rule set that was used",
    ),
    # what was found that does not settle it, and what was not looked at
    "inactive-hosting-not-looked": Text(
        "de laatste commit is van {date}, meer dan {days} dagen voor de peildatum; "
        "het platform is niet geraadpleegd, en kan de repository als gearchiveerd kennen",
        "the last commit is of {date}, more than {days} days before the reference date; "
        "the platform was not consulted, and may know the repository as archived",
    ),
    "contact-not-in-security-txt": Text(
        "{path} noemt geen geldig Contact, en de bestanden van de organisatie (de repository .github) zijn niet "
        "bekeken; wijs die aan met --community, of zeg --community none",
        "{path} names no valid Contact, and the organisation-wide files (its .github repository) were not looked at; "
        "name them with --community, or say --community none",
    ),
    "sbom-elsewhere": Text(
        "CI gebruikt in {path} een definitie van elders ({uses}), en die is niet bekeken",
        "CI uses a definition from elsewhere in {path} ({uses}), which was not looked at",
    ),
    # a system, by the inventory
    "decision-absent": Text(
        "het systeem is niet (geheel) open, en er is geen besluit dat zegt waarom",
        "the system is not open, or not all of it, and there is no decision that says why",
    ),
    "decision-lacks": Text(
        "het besluit om het systeem niet (geheel) te openen telt niet, want dit ontbreekt: {lacking}",
        "the decision not to open the system, or not all of it, does not count, since this is missing: {lacking}",
    ),
    "decision-later": Text(
        "het besluit om het systeem niet (geheel) te openen geldt pas vanaf {on}",
        "the decision not to open the system, or not all of it, holds only from {on}",
    ),
    "decision-expired": Text(
        "het besluit om het systeem niet (geheel) te openen had uiterlijk op {review_by} herzien moeten zijn",
        "the decision not to open the system, or not all of it, should have been reviewed by {review_by}",
    ),
    "system-not-licensed": Text(
        "de broncode staat openbaar, maar zonder open licentie: {found}",
        "the source is published, but without an open licence: {found}",
    ),
    "system-no-repositories": Text(
        "de inventaris noemt geen repository van dit systeem; noem die, zodat te zien is of de broncode open staat",
        "the inventory names no repository of this system; name it, so that it can be seen whether the source is open",
    ),
    "system-repository-not-scanned": Text(
        "de repository {found} is niet gescand; neem die op in de scan",
        "the repository {found} was not scanned; let the scan have it",
    ),
    "system-repository-unreadable": Text(
        "de repository {found} kon niet worden gelezen",
        "the repository {found} could not be read",
    ),
    "system-repository-undecided": Text(
        "of de licentie van {found} open is, is niet vast te stellen",
        "whether the licence of {found} is open could not be established",
    ),
    # work that was broken off
    "not-judged-yet": Text(
        "de scan is niet voltooid en had deze repository nog niet bekeken; laat de scan afmaken",
        "the scan is not complete and had not looked at this repository yet; let the scan be completed",
    ),
    "worker-died": Text(
        "het beoordelen van {path} brak drie keer onverwacht af; meld dit bij de makers van oss-scan",
        "judging {path} broke off unexpectedly three times; please report this to the makers of oss-scan",
    ),
    "timed-out": Text(
        "{path} was na {seconds} seconden niet klaar en is afgekapt; scan de repository apart, of herstel haar",
        "{path} was not done after {seconds} seconds and was cut off; scan the repository by itself, or repair it",
    ),
    # a repository at an address
    "remote-failed": Text(
        "{url} kan niet worden opgehaald ({detail}); controleer het adres en de toegang",
        "{url} cannot be fetched ({detail}); check the address and your access",
    ),
    "remote-timeout": Text(
        "{url} is niet binnen {seconds} seconden opgehaald; probeer het later opnieuw, of kloon de repository en scan "
        "de kloon",
        "{url} was not fetched within {seconds} seconds; try again later, or clone the repository and scan the clone",
    ),
    "remote-too-large": Text(
        "{url} stuurt meer dan {limit} bytes; kloon de repository en scan de kloon",
        "{url} sends more than {limit} bytes; clone the repository and scan the clone",
    ),
    "remote-head-missing": Text(
        "HEAD van {url} wijst naar een branch die niet bestaat; laat de beheerder een bestaande branch als "
        "standaardbranch kiezen",
        "HEAD of {url} points to a branch that does not exist; ask its owner to choose one that does as the default "
        "branch",
    ),
    "history-rewritten": Text(
        "de geschiedenis is herschreven: {commit}, die een eerdere scan beoordeelde, komt er niet meer in voor; wat "
        "over het verleden wordt gezegd kan daardoor afwijken van wat toen is gemeten",
        "the history was rewritten: {commit}, which an earlier scan judged, is no part of it any more; what is said of "
        "the past may differ from what was measured then",
    ),
    "past-shallow": Text(
        "{path} is een ondiepe kloon (shallow), en de commit van {date} is er niet; haal de volledige geschiedenis op "
        "met git fetch --unshallow --tags",
        "{path} is a shallow clone, and the commit of {date} is not there; fetch the whole history with "
        "git fetch --unshallow --tags",
    ),
    "created-later": Text(
        "{path} bestond op {date} nog niet: het platform zegt dat de repository op {created} is gemaakt",
        "{path} did not exist yet on {date}: its forge says that it was made on {created}",
    ),
}
