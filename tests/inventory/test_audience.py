"""What the public may see: a search for names that may not be named."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from oss_scan.cli.inventory import command
from oss_scan.inventory.audience import public
from oss_scan.inventory.model import Publish, strictest
from tests.inventory.made_up import parts, whole

#: Two inventories full of names that begin with Geheim; what may be named holds Openbaar.
COUNTED = """
organisations:
  - {id: geheimdienst, name: Geheimdienst Een, abbreviation: GEHEIM1, kind: zbo, publish: %(publish)s,
     part_of: openbaar, sources: [{address: "github:GeheimOrg", publish: name}, /srv/geheim-map],
     tooi: "https://identifier.overheid.nl/tooi/id/zbo/zb999999"}
  - {id: openbaar, name: Openbaar Lichaam, kind: gemeente,
     sources: [github:Openbaar, {address: "gitlab:gitlab.com/geheim-groep", publish: %(publish)s}]}
left_out:
  - {repository: https://github.com/Openbaar/geheim-weg, reason: geheime reden, publish: %(publish)s}
"""
HIDDEN = """
systems:
  - id: geheimsysteem
    name: Geheimsysteem
    organisation: openbaar
    openness: partly
    publish: %(publish)s
    repositories: [https://github.com/Openbaar/geheim-deel]
    decision: {ground: woo-5.1-1-b, motivation: geheime motivering, parts: [geheim-onderdeel], by: Geheimrol,
               on: 2026-01-01, review_by: 2027-01-01, url: https://example.org/geheim}
  - {id: van-geheim, name: Vangeheim, organisation: geheimdienst, openness: open, publish: name,
     repositories: [https://git.example.org/vangeheim]}
  - id: gewoon
    name: Openbaar systeem
    organisation: openbaar
    openness: closed
    publish: name
    decision: {ground: ie-derden, motivation: "Net als Geheimsysteem.", parts: ["deel van GEHEIMSYSTEEM"],
               by: Geheimdienst Een, on: 2026-01-01, review_by: 2027-01-01}
explanations:
  - {about: "system:geheimsysteem", rule: openness/decision, reason: geheime uitleg,
     by: Geheimrol, on: 2026-01-01, until: 2026-12-31}
  - {about: https://github.com/Openbaar/geheim-weg, rule: a/b, reason: geheime uitleg,
     by: r, on: 2026-01-01, until: 2026-12-31}
  - {about: https://elders.example.org/geheim, rule: a/b, reason: geheime uitleg,
     by: r, on: 2026-01-01, until: 2026-12-31}
corrections:
  - {about: https://github.com/GeheimOrg/x, rule: a/b, evidence: geheim bewijs, by: r, on: 2026-01-01}
commons:
  - {id: geheim-goed, name: Geheimgoed, organisations: [openbaar],
     repositories: [https://github.com/Openbaar/geheim-goed], publish: %(publish)s}
  - {id: goed, name: Openbaar goed, organisations: [openbaar, geheimdienst],
     repositories: [https://github.com/Openbaar/goed], programme: met Geheimdienst Een}
commitments:
  - {id: geheim-motie, reference: geheim-1, text: geheime motie,
     source: https://example.org/geheim, figure: x, target: 1, publish: %(publish)s}
  - {id: motie, reference: m-1, text: Doe als Geheimdienst Een., source: https://example.org/m, target: 2,
     by_hand: {value: 1, evidence: zie github:GeheimOrg, by: Geheimdienst Een, on: 2026-01-01}}
"""


def run(folder: Path, publish: str, *words: str) -> Result:
    paths = []
    for name, text in (("een.yaml", COUNTED), ("twee.yaml", HIDDEN)):
        path = folder / name
        path.write_text(text % {"publish": publish}, encoding="utf-8")
        paths.append(str(path))
    return CliRunner().invoke(command, ["show", *paths, *words], standalone_mode=False, catch_exceptions=False)


@pytest.mark.parametrize("publish", ["count", "never"])
@pytest.mark.parametrize("words", [[], ["-v"], ["-q"], ["--lang", "en", "-v"], ["--format", "json"]])
def test_no_name_that_may_not_be_named_is_in_public_output(tmp_path: Path, publish: str, words: list[str]) -> None:
    done = run(tmp_path, publish, *words)
    assert "geheim" not in done.stdout.lower()
    assert "zb999999" not in done.stdout
    assert "geheim" in run(tmp_path, publish, "--audience", "internal", "--format", "json").stdout.lower()


def test_what_counts_is_counted_and_what_may_be_named_is(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "count", "--format", "json").stdout)
    assert found["coverage"]["all"] == {"with_source": 2, "not_measured": 0, "all": 2}
    assert [one["name"] for one in found["organisations"]] == [None, "Openbaar Lichaam"]
    assert [one["name"] for one in found["systems"]] == [None, None, "Openbaar systeem"]
    assert [one["organisation"] for one in found["systems"]] == ["openbaar", None, "openbaar"]
    assert found["systems"][0]["decision"]["ground"] == "woo-5.1-1-b"
    assert found["systems"][2]["decision"] == {
        "ground": "ie-derden",
        "motivation": None,
        "parts": [None],
        "by": None,
        "on": "2026-01-01",
        "review_by": "2027-01-01",
        "url": None,
    }
    assert [one["name"] for one in found["commons"]] == [None, "Openbaar goed"]
    assert found["commons"][1]["organisations"] == ["openbaar"]
    assert len(found["left_out"]) == 1
    assert len(found["explanations"]) == 3
    assert [one["target"] for one in found["commitments"]] == [1, 2]


def test_never_is_not_even_counted(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "never", "--format", "json").stdout)
    assert [one["name"] for one in found["organisations"]] == ["Openbaar Lichaam"]
    assert [one["name"] for one in found["systems"]] == ["Openbaar systeem"]
    assert len(found["organisations"][0]["sources"]) == 1
    assert (len(found["commons"]), len(found["commitments"]), found["left_out"]) == (1, 1, [])
    # about an address of which the inventory says nothing: it only counts
    assert [one["about"] for one in found["explanations"]] == [None]
    assert found["corrections"] == []


def test_a_name_in_the_text_of_another_is_warned_of() -> None:
    _, items = parts(COUNTED % {"publish": "count"}, HIDDEN % {"publish": "count"})
    warned = [(item.key, item.values["where"]) for item in items if item.code == "name-shown"]
    assert sorted(warned) == [
        ("commitments[1].by_hand", "a.yaml:4"),
        ("commitments[1].text", "a.yaml:3"),
        ("commons[1].programme", "a.yaml:3"),
        ("systems[2].decision.by", "a.yaml:3"),
        ("systems[2].decision.motivation", "b.yaml:3"),
        ("systems[2].decision.parts", "b.yaml:3"),
    ]


def test_what_is_all_public_stays_as_it_is() -> None:
    inventory, _ = parts(COUNTED % {"publish": "name"})
    view = public(inventory)
    assert view.left_out == inventory.left_out
    assert [one.name for one in view.organisations] == [one.name for one in inventory.organisations]
    assert public(whole()).commitments == whole().commitments


def test_the_strictest_wins() -> None:
    assert strictest(Publish.NAME, Publish.NEVER, Publish.COUNT) is Publish.NEVER
