"""An inventory with one of everything, and ways to change it."""

from oss_scan.inventory import Inventory, read
from oss_scan.inventory.items import Item
from oss_scan.inventory.opening import File

WHOLE = """
origin:
  source: Eigen opgave
  date: 2026-11-01
  url: https://example.org/opgave
  note: {nl: Niet nagegaan., en: Not verified.}
organisations:
  - id: minvb
    name: Ministerie van Voorbeelden
    abbreviation: VB
    kind: ministerie
    tooi: https://identifier.overheid.nl/tooi/id/ministerie/mnre0000
    verified: true
    sources:
      - github:MinVB
      - {address: /srv/git/minvb, publish: count}
  - id: dienst
    name: Dienst Proef
    kind: overige-overheidsorganisatie
    part_of: minvb
    publish: name
left_out:
  - {repository: https://github.com/MinVB/kopie, reason: een kopie van andermans software, publish: name}
systems:
  - id: loket
    name: Loket
    organisation: minvb
    openness: open
    repositories: [https://github.com/MinVB/loket]
    recorded: 2026-01-01
  - id: toezicht
    name: Toezichtsysteem
    organisation: dienst
    openness: partly
    repositories: [https://github.com/MinVB/toezicht-kern]
    decision:
      ground: woo-5.1-2-d
      motivation: De regels voor selectie zijn niet openbaar.
      parts: [selectieregels]
      by: CIO
      on: 2026-02-01
      review_by: 2027-02-01
      url: https://example.org/besluit/1
  - id: register
    name: Registersysteem
    organisation: dienst
    openness: closed
    publish: never
    decision: {ground: ie-derden, motivation: Standaardsoftware., by: CIO, on: 2026-02-01, review_by: 2027-02-01}
explanations:
  - about: https://github.com/MinVB/loket
    rule: publiccode/present
    reason: komt bij de volgende uitgave
    by: productowner
    on: 2026-06-01
    until: 2027-06-01
corrections:
  - {about: "system:toezicht", rule: openness/decision, evidence: het besluit geldt, by: architect, on: 2026-06-01}
commons:
  - id: samen
    name: Samen
    organisations: [minvb, dienst]
    repositories: [https://github.com/MinVB/samen]
    programme: Werkagenda
    since: 2025-01-01
commitments:
  - id: vijf
    reference: kst-00000-1
    text: Ten minste vijf digitale gemeenschapsgoederen.
    source: https://example.org/kst-00000-1
    due: 2027-01-01
    figure: digital-commons
    target: 5
  - id: deelname
    reference: kst-00000-2
    text: Alle departementen nemen deel.
    source: https://example.org/kst-00000-2
    target: 15
    by_hand: {value: 3, evidence: De ledenlijst., url: https://example.org/leden, by: beleidsmedewerker, on: 2026-10-01}
"""


def parts(*texts: str) -> tuple[Inventory, tuple[Item, ...]]:
    """Each text as a file: a.yaml, b.yaml and so on."""
    return read([File(f"{chr(97 + at)}.yaml", text.encode()) for at, text in enumerate(texts)])


def whole(*more: str) -> Inventory:
    """The inventory in the texts, which must be without errors."""
    inventory, items = parts(WHOLE, *more)
    assert [item for item in items if item.type == "error"] == []
    return inventory


def told(*texts: str) -> list[tuple[str, str, int, int]]:
    """What is wrong with the texts: code, key, line and column."""
    return [(item.code, item.key, item.line, item.column) for item in parts(*texts)[1]]
