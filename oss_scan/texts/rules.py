"""Why a rule about a repository or a system is not settled."""

from collections.abc import Mapping

from oss_scan.texts.text import Text

REASONS: Mapping[str, Text] = {
    "rule-failed": Text("aan {rule} wordt niet voldaan", "{rule} is not met"),
    "rule-not-applicable": Text("{rule} is niet van toepassing", "{rule} does not apply"),
    "rule-unknown": Text("{rule} is niet vast te stellen", "{rule} could not be established"),
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
    "licence-modified": Text(
        "de tekst in {path} wijkt af van de licentie waarop hij lijkt; zet de tekst er ongewijzigd in",
        "the text in {path} differs from the licence that it resembles; put the text there unaltered",
    ),
    "licence-unrecognised": Text(
        "in {path} is geen bekende licentie herkend; zet er de volledige tekst van een standaardlicentie in",
        "no known licence was recognised in {path}; put the full text of a standard licence there",
    ),
    "licence-empty": Text(
        "{path}, bovenin de repository, is leeg",
        "{path}, at the top of the repository, is empty",
    ),
    "licence-apart": Text(
        "{found} geldt niet voor {folder}: een licentiebestand in die map geeft eigen voorwaarden",
        "{found} does not hold for {folder}: a licence file in that folder gives terms of its own",
    ),
    "licence-contradicted": Text(
        "in {path} noemt een regel bij de tekst een andere licentie; haal die regel weg, of zet er de goede tekst bij",
        "a line beside the text in {path} names another licence; remove that line, or put the right text beside it",
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
}
