"""The grounds on which a system may stay closed: those of the Wet open overheid, and three that follow from other law.

Berenschot (2022) advises to follow the Woo's grounds; the letters of article 5.1 were not checked against the law
itself (https://wetten.overheid.nl/BWBR0045754).
"""

from collections.abc import Mapping

from oss_scan.texts import Text

GROUNDS: Mapping[str, Text] = {
    "woo-5.1-1-a": Text("eenheid van de Kroon", "unity of the Crown"),
    "woo-5.1-1-b": Text("veiligheid van de Staat", "security of the State"),
    "woo-5.1-1-c": Text(
        "vertrouwelijk verstrekte bedrijfs- en fabricagegegevens", "business data that were given in confidence"
    ),
    "woo-5.1-1-d": Text(
        "bijzondere of strafrechtelijke persoonsgegevens", "special categories of personal data, or criminal data"
    ),
    "woo-5.1-1-e": Text("identificatienummers", "identification numbers"),
    "woo-5.1-2-a": Text(
        "betrekkingen met andere landen en internationale organisaties",
        "relations with other countries and international organisations",
    ),
    "woo-5.1-2-b": Text(
        "economische of financiële belangen van de Staat of andere bestuursorganen",
        "economic or financial interests of the State or other public bodies",
    ),
    "woo-5.1-2-c": Text("opsporing en vervolging van strafbare feiten", "detection and prosecution of offences"),
    "woo-5.1-2-d": Text("inspectie, controle en toezicht", "inspection, control and supervision"),
    "woo-5.1-2-e": Text("eerbiediging van de persoonlijke levenssfeer", "respect for privacy"),
    "woo-5.1-2-f": Text(
        "bescherming van andere concurrentiegevoelige gegevens", "protection of other competitively sensitive data"
    ),
    "woo-5.1-2-g": Text("bescherming van het milieu", "protection of the environment"),
    "woo-5.1-2-h": Text(
        "beveiliging van personen en bedrijven en het voorkomen van sabotage",
        "security of persons and companies, and prevention of sabotage",
    ),
    "woo-5.1-2-i": Text(
        "het goed functioneren van de Staat of andere bestuursorganen",
        "the good functioning of the State or other public bodies",
    ),
    "woo-5.2": Text("persoonlijke beleidsopvattingen voor intern beraad", "personal views for internal deliberation"),
    "ie-derden": Text(
        "intellectueel eigendom van derden, of niet alle rechten", "intellectual property of others, or not all rights"
    ),
    "wet-mo": Text(
        "economische activiteit in de zin van de Wet Markt en Overheid",
        "economic activity within the meaning of the Wet Markt en Overheid",
    ),
    "geen-eigenaar": Text(
        "geen bronhouder: een fork, of ingekochte standaardsoftware",
        "not the owner of the source: a fork, or standard software that was bought",
    ),
}
