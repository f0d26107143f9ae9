"""Values that are kept as a code, and the word that a reader gets."""

from collections.abc import Mapping

from oss_scan.texts.text import Text

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

#: A value of a finding that says of something that it is not there, and how it is shown.
NOTHING = "-"
NONE = Text("geen", "none")

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
