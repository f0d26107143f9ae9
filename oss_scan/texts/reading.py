"""Why something in a repository was not read or not looked at."""

from collections.abc import Mapping

from oss_scan.texts.text import Text

REASONS: Mapping[str, Text] = {
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
    "document-empty": Text(
        "{path} is er, maar bevat geen tekst naast koppen en badges",
        "{path} is there, but has no text besides headings and badges",
    ),
    "address-port": Text(
        "de poort in {found} is een andere dan die waarvan de repository komt ({expected}); of daar dezelfde staat, is "
        "niet vast te stellen",
        "the port in {found} is another than the one that the repository comes from ({expected}); whether the same is "
        "there cannot be established",
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
    "blob-missing": Text(
        "{path} ontbreekt in de objectopslag (gedeeltelijke kloon?); haal het op met git en scan opnieuw",
        "{path} is missing from the object store (a partial clone?); fetch it with git and scan again",
    ),
    "blob-not-fetched": Text(
        "{path} is niet opgehaald, want er is meer te doorzoeken dan --blob-budget toelaat",
        "{path} was not fetched, since there is more to look into than --blob-budget allows",
    ),
    "blobs-not-fetched": Text(
        "niet opgehaalde bestanden: {count}, zoals {path}, want er is meer te doorzoeken dan --blob-budget toelaat; "
        "verhoog dat, of scan een kloon op deze machine",
        "files that were not fetched: {count}, such as {path}, since there is more to look into than --blob-budget "
        "allows; raise it, or scan a clone on this machine",
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
        "{path} is een symbolische link die naar geen bestand in de repository leidt",
        "{path} is a symbolic link that leads to no file in the repository",
    ),
    "blob-submodule": Text(
        "{path} ligt in een submodule, en die is niet bekeken",
        "{path} lies in a submodule, which was not looked at",
    ),
    "blob-lfs": Text(
        "{path} wordt bewaard in Git LFS, en wat daar staat is niet opgehaald",
        "{path} is kept in Git LFS, and what is there was not fetched",
    ),
    "shallow": Text(
        "de kloon is ondiep (shallow); haal de volledige geschiedenis op met git fetch --unshallow --tags",
        "the clone is shallow; fetch the whole history with git fetch --unshallow --tags",
    ),
    "blob-left-out": Text(
        "{path} is niet gelezen, want er zijn te veel van zulke bestanden",
        "{path} was not read, since there are too many of such files",
    ),
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
}
