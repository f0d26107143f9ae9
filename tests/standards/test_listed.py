"""The list of the Forum as data: strict, dated, and honest about what was not read."""

from datetime import date
from pathlib import Path

import pytest

from oss_scan.errors import OssScanError
from oss_scan.standards.adr.rulesets import rule_sets
from oss_scan.standards.detectors import DETECTORS
from oss_scan.standards.listed import FOUND, STATUSES, VERIFIABLE, read_list, standards_list
from oss_scan.verdicts.testing import TESTS

TODAY = date(2026, 11, 23)
SMALL = """taken: "2026-11-23"
complete: false
sources: {tree: {title: Beslisboom, url: "https://example.org", "on": "2026-10-09"}}
domains: {internet: {nl: Internet, en: Internet}}
signals: {serves-site: {by: detectors, nl: er is een site, en: there is a site}}
standards:
  tls:
    name: TLS
    domain: internet
    status: mandatory
    listed: [{version: "1.2", from: "2018-01-01"}, {version: "1.3", from: "2021-01-01"}]
    scope: {literal: Transport}
    verified: [name]
    source: [tree]
    applies: {when: [serves-site, found]}
"""


def read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "standards.yaml"
    path.write_text(text)
    read_list(path)


def test_what_nobody_looks_for_is_not_said_to_have_been_looked_for() -> None:
    looked_for = {*TESTS, *(about for one in DETECTORS for about in one.about)}
    for one in standards_list().standards.values():
        assert one.id in looked_for or not one.visible, one.id


def test_every_standard_says_what_was_read_where() -> None:
    known = standards_list()
    assert known.taken <= TODAY
    assert not known.complete  # the export itself was not read
    for one in known.standards.values():
        assert one.status in STATUSES
        assert one.sources
        assert set(one.verified) <= set(VERIFIABLE)
        assert "scope" not in one.verified or one.literal
        assert bool(one.measure) is not one.visible
        assert set(one.when) | set(one.unless) <= {*known.signals, FOUND}
        assert one.domain in known.domains


def test_what_is_mandatory_is_about_what_was_counted_in_2024() -> None:
    mandatory = [one.id for one in standards_list().standards.values() if one.status == "mandatory"]
    assert 40 <= len(mandatory) <= 48
    assert {"rest-api-design-rules", "openapi-specification", "tls", "odf", "digikoppeling", "dnssec"} <= set(mandatory)


def test_the_version_that_is_judged_goes_with_the_date() -> None:
    adr = standards_list().standards["rest-api-design-rules"]
    assert not adr.is_listed_on(date(2020, 7, 8))
    assert [adr.version_on(date(year, 12, 31)) for year in (2020, 2024, 2025)] == ["1.0", "1.0", "2.0"]
    assert standards_list().standards["dnssec"].is_listed_on(date(2000, 1, 1))  # it is not known since when


def test_the_rule_set_that_is_judged_by_is_that_of_the_listed_version() -> None:
    known = rule_sets()
    listed = standards_list().standards["rest-api-design-rules"].version_on(TODAY)
    assert known.sets[known.listed].version == listed


def test_a_small_list(tmp_path: Path) -> None:
    read(tmp_path, SMALL)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("domain: internet", "domain: water", "line 9, domain: water is unknown"),
        ("status: mandatory", "status: law", "line 10, status"),
        ("verified: [name]", "verified: [all]", "line 13, verified: all is unknown"),
        ("source: [tree]", "source: [me]", "line 14, source: me is unknown"),
        ("[serves-site, found]", "[serves-pizza]", "line 15, when: serves-pizza is unknown"),
        ("2021-01-01", "2017-01-01", "line 11, listed: put the oldest version first"),
        ("2021-01-01", "soon", "a date belongs here"),
        ("literal:", "words:", "unknown key"),
        ("complete: false", "complete: maybe", "line 2, complete"),
        ("    name: TLS\n", "", "name: is missing"),
        ("by: detectors", "by: magic", "choose detectors or facts"),
        ("applies: {when", "applies: {absent: yes, when", "choose unknown or does-not-apply"),
        ("source: [tree]", "source: [tree]\n    visible: false", "measure: is missing"),
    ],
)
def test_a_wrong_list_is_refused_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in SMALL
    with pytest.raises(OssScanError) as error:
        read(tmp_path, SMALL.replace(old, new, 1))
    assert told in error.value.en
