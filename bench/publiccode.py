"""How long it takes to judge one publiccode.yml in process; at most 2 ms is wanted.

    python bench/publiccode.py [FILE...]

Without any FILE, a file with nearly every key is made, of the size that real files have (3 kB). Prints the best of 25
rounds, in milliseconds of processor time a file, so that other work on the machine hardly counts. Exit status 1 where
that is above the limit.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from oss_scan.publiccode import validate

ROUNDS = 25
LIMIT = 2.0  # milliseconds
_TEXT = "Met dit programma vragen inwoners en bedrijven een vergunning aan en volgen zij de behandeling. "
SAMPLE = f"""\
publiccodeYmlVersion: "0"
name: Parkeren
applicationSuite: Vergunningen
url: https://github.com/gemeente-voorbeeld/parkeren
landingURL: https://www.voorbeeld.nl/parkeren
isBasedOn: https://github.com/gemeente-ander/parkeren
softwareVersion: "2.1.0"
releaseDate: 2026-03-01
logo: img/logo.svg
organisation:
  uri: urn:nl:oin:00000001003214345000
  name: Gemeente Voorbeeld
platforms: [web, android, ios]
categories: [document-management, it-development, workflow-management]
usedBy: [Gemeente Voorbeeld, Gemeente Ander, Gemeente Derde]
fundedBy:
  - name: Ministerie van Voorbeelden
    uri: https://identifier.overheid.nl/tooi/id/ministerie/mnre1034
roadmap: https://github.com/gemeente-voorbeeld/parkeren/projects
developmentStatus: stable
softwareType: standalone/web
supports:
  - id: alias:gdpr
  - id: https://www.forumstandaardisatie.nl/open-standaarden/rest-api-design-rules
intendedAudience:
  countries: [NL, BE]
  scope: [local-authorities, transportation]
description:
  nl:
    localisedName: Parkeren
    shortDescription: Vraag een parkeervergunning aan en betaal haar.
    longDescription: >-
      {_TEXT * 5}
    documentation: https://docs.voorbeeld.nl/parkeren
    apiDocumentation: https://docs.voorbeeld.nl/parkeren/api
    features: [aanvragen, betalen, wijzigen, opzeggen, beslissen]
    screenshots: [img/een.png, img/twee.png]
    videos: [https://www.youtube.com/watch?v=voorbeeld]
  en:
    shortDescription: Ask for a parking permit and pay for it.
    longDescription: >-
      {_TEXT * 5}
    features: [ask, pay, change, end, decide]
legal:
  license: EUPL-1.2 OR MIT
  mainCopyrightOwner: Gemeente Voorbeeld
maintenance:
  type: contract
  contractors:
    - name: Voorbeeld BV
      until: 2028-01-01
      email: beheer@voorbeeld.nl
      website: https://www.voorbeeld.nl
  contacts:
    - name: Team Parkeren
      email: parkeren@voorbeeld.nl
      phone: "+31701234567"
localisation:
  localisationReady: true
  availableLanguages: [nl, en, fy]
dependsOn:
  open:
    - name: PostgreSQL
      versionMin: "14"
      optional: false
    - name: Redis
""".encode()


def measure(files: Sequence[bytes]) -> float:
    """Milliseconds a file, the best of all rounds; the first one fills the caches and does not count."""
    best = float("inf")
    for number in range(ROUNDS + 1):
        begun = process_time()
        for data in files:
            validate(data)
        if number:
            best = min(best, (process_time() - begun) * 1000 / len(files))
    return best


def main(words: Sequence[str]) -> int:
    """Measure what is named, and say whether it is fast enough."""
    files = [Path(word).read_bytes() for word in words] or [SAMPLE] * 20
    took = measure(files)
    size = sum(map(len, files)) / len(files)
    print(f"publiccode.validate: {took:.2f} ms a file of {size:.0f} bytes on average ({len(files)} files)")
    return 1 if took > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
