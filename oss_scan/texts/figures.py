"""Why two figures do not compare, and what is left out of them."""

from collections.abc import Mapping

from oss_scan.texts.text import Text

REASONS: Mapping[str, Text] = {
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
    "left-out-by-inventory": Text("door de inventaris: {reason}", "by the inventory: {reason}"),
    "no-public-address": Text("er is geen openbaar adres bekend", "no public address is known"),
    "population-fork": Text("een fork, volgens het platform of register", "a fork, by the forge's or register's word"),
    "population-mirror": Text("een mirror, volgens het platform", "a mirror, by the forge's word"),
    "population-fork-based": Text(
        "een fork van {repository}: dat zegt isBasedOn in publiccode.yml, en de eerste commit is dezelfde",
        "a fork of {repository}: isBasedOn in its publiccode.yml says so, and the first commit is the same",
    ),
    "population-fork-inventory": Text(
        "een fork van {repository}, volgens de inventaris", "a fork of {repository}, by the inventory's word"
    ),
    "population-copy": Text("dezelfde laatste commit als {repository}", "the same latest commit as {repository}"),
    "population-copy-refs": Text(
        "dezelfde branches en tags als {repository}", "the same branches and tags as {repository}"
    ),
    "population-copy-within": Text(
        "alles wat hier staat, staat ook in {repository}: de laatste commit ligt daar op de hoofdlijn",
        "all that is here is in {repository} too: the latest commit lies on the main line there",
    ),
    "population-like-unnamed": Text(
        "een kopie of fork van een repository die niet genoemd mag worden",
        "a copy or fork of a repository that may not be named",
    ),
    "fork-unknown": Text(
        "deelt een eerste commit met {repository}: of het een fork daarvan is, het omgekeerde, of de een in de ander "
        "is opgenomen, zegt git niet; beide tellen mee. Noem een fork in de inventaris (forks), of in zijn "
        "publiccode.yml waarop hij is gebaseerd (isBasedOn)",
        "shares a first commit with {repository}: whether it is a fork of it, the other way round, or one was taken up "
        "in the other, git does not say; both count. Name a fork in the inventory (forks), or in its publiccode.yml "
        "what it is based on (isBasedOn)",
    ),
    "fork-unasked": Text(
        "deelt een eerste commit met {repository} en met zoveel andere dat niet is nagegaan welke alles van een andere "
        "bevat; alle tellen mee",
        "shares a first commit with {repository} and with so many others that nobody looked which holds all of "
        "another; all of them count",
    ),
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
    "organisation-not-measured": Text(
        "de inventaris kent geen bron van deze organisatie: zij is niet gemeten",
        "the inventory knows no source of this organisation: it is not measured",
    ),
}
