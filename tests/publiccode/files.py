"""A publiccode.yml with all that is mandatory, and changes to it."""

VALID = """\
publiccodeYmlVersion: "0"
name: Parkeren
url: https://github.com/gemeente-voorbeeld/parkeren
platforms:
  - web
developmentStatus: stable
softwareType: standalone/web
description:
  nl:
    shortDescription: Vraag een parkeervergunning aan en betaal haar.
    longDescription: >-
      Met Parkeren vragen inwoners en bedrijven een parkeervergunning aan, wijzigen zij hun kenteken
      en betalen zij. Medewerkers van de gemeente zien de aanvragen en beslissen erover.
    features:
      - Vergunning aanvragen
legal:
  license: EUPL-1.2
maintenance:
  type: internal
  contacts:
    - name: Team Parkeren
localisation:
  localisationReady: false
  availableLanguages:
    - nl
"""


def changed(old: str, new: str) -> bytes:
    """The valid file with one change."""
    assert VALID.count(old) == 1
    return VALID.replace(old, new).encode()
