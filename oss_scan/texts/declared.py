"""What is said of a declaration of the owner: `.oss-scan.yaml`, or the file named by --explain-file."""

from collections.abc import Mapping

from oss_scan.texts.text import Text

REASONS: Mapping[str, Text] = {
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
    "declared-twice": Text(
        "{path} telt niet mee, want .oss-scan.yaml staat er ook; houd één bestand",
        "{path} does not count, since .oss-scan.yaml is there too; keep one file",
    ),
    "declared-not-utf-8": Text(
        "{path} is niet in UTF-8 en telt niet mee; bewaar het bestand als UTF-8",
        "{path} is not in UTF-8 and does not count; save the file as UTF-8",
    ),
    "declared-too-large": Text(
        "{path} is groter dan {limit} bytes en telt niet mee", "{path} is larger than {limit} bytes and does not count"
    ),
    "declared-too-deep": Text(
        "{path} is meer dan {depth} niveaus diep genest en telt niet mee",
        "{path} is nested more than {depth} levels deep and does not count",
    ),
    "declared-too-many-nodes": Text(
        "{path} heeft meer dan {nodes} onderdelen en telt niet mee",
        "{path} has more than {nodes} nodes and does not count",
    ),
    "declared-duplicate-key": Text(
        "de sleutel {key} staat er twee keer in, eerst op regel {first}; {path} telt niet mee tot er een weg is",
        "the key {key} stands here twice, first on line {first}; {path} does not count until one is gone",
    ),
    "declared-several-documents": Text(
        "er begint een tweede YAML-document (---); {path} telt niet mee zolang dat er staat",
        "a second YAML document begins (---); {path} does not count while it is there",
    ),
    "declared-key-not-text": Text(
        "een sleutel moet een gewone tekst zijn; {path} telt niet mee",
        "a key must be a plain text; {path} does not count",
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
    "explanation-expired": Text(
        "de uitleg bij {rule} is verlopen op {until} en telt niet meer mee; los het op of besluit opnieuw",
        "the explanation of {rule} expired on {until} and no longer counts; mend it or decide again",
    ),
    "explanation-later": Text(
        "de uitleg bij {rule} geldt pas vanaf {on} en telt nog niet mee",
        "the explanation of {rule} holds only from {on} and does not count yet",
    ),
    "explanation-needless": Text(
        "de uitleg bij {rule} is niet nodig, want aan die regel wordt voldaan of hij geldt hier niet; haal haar weg",
        "the explanation of {rule} is not needed, since that rule is met or does not apply here; remove it",
    ),
    "explanation-second": Text(
        "de uitleg bij {rule} telt niet mee, want die op regel {line} van {path} gaat voor; houd er één",
        "the explanation of {rule} does not count, since the one on line {line} of {path} comes first; keep one",
    ),
    "explanation-rule": Text(
        "de uitleg noemt {rule}, maar zo'n regel geldt hier niet: hij bestaat niet, of gaat over iets anders; zie "
        "oss-scan rules list",
        "the explanation names {rule}, but no such rule is asked here: there is none, or it is about something else; "
        "see oss-scan rules list",
    ),
    "correction-rule": Text(
        "de correctie noemt {rule}, maar zo'n regel geldt hier niet: hij bestaat niet, of gaat over iets anders; zie "
        "oss-scan rules list",
        "the correction names {rule}, but no such rule is asked here: there is none, or it is about something else; "
        "see oss-scan rules list",
    ),
    "worktree-differs": Text(
        "de werkmap wijkt af van {commit}; die commit is beoordeeld. Met --worktree gelden de bestanden zelf",
        "the working tree differs from {commit}; that commit was judged. Use --worktree for the files as they lie",
    ),
}
