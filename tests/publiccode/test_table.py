"""The table of fields is whole, and what is asked of it."""

import pytest

from oss_scan.publiccode.field import Field
from oss_scan.publiccode.forms import FORMS
from oss_scan.publiccode.meanings import MEANINGS
from oss_scan.publiccode.table import DRAFT, FIELDS, LET_PASS, REFERENCE, VERSIONS
from oss_scan.publiccode.views import below, exists, fields, number, pattern, presence, split


@pytest.mark.parametrize("version", ["0.7", "1.0"])
@pytest.mark.parametrize("profile", ["standard", "reference"])
def test_each_view_names_forms_that_exist(profile: str, version: str) -> None:
    held = fields("reference" if profile == "reference" else "standard", version)
    assert {field.form for field in held.values() if field.form} <= FORMS.keys()


def test_each_key_has_a_parent_that_can_hold_it() -> None:
    for key in FIELDS:
        if key:
            above, name = split(key)
            assert FIELDS[above].type == ("list" if name == "[]" else "map")
    lists = {key for key, field in FIELDS.items() if field.type == "list"}
    assert lists == {key.removesuffix("[]") for key in FIELDS if key.endswith("[]")}


def test_each_field_has_a_meaning_in_two_languages() -> None:
    assert MEANINGS.keys() == FIELDS.keys() - {""}
    same = {key for key, meaning in MEANINGS.items() if meaning.nl == meaning.en or not meaning.nl}
    assert same == set()


def test_what_differs_is_about_fields_that_exist() -> None:
    assert REFERENCE.keys() | DRAFT.keys() | set(LET_PASS) <= FIELDS.keys()


def test_what_is_deprecated_says_where_its_value_goes() -> None:
    for key, field in FIELDS.items():
        gone = field.deprecated
        if gone is None:
            continue
        assert field.removed == "1.0", key
        assert number(gone.since) > number(field.since)
        assert (gone.use is None) == (gone.fix == "drop"), key
        assert gone.use is None or gone.use in FIELDS


def test_the_keys_of_each_version() -> None:
    """As many as the text of the standard has at each of its tags, and `description.*`; `supports` stays in 1.0."""
    core = [field for key, field in FIELDS.items() if key and not key.startswith(("IT", "it")) and "[]" not in key]
    versions = ("0.2", "0.4", "0.5", "0.7", "1.0")
    assert [sum(exists(field, version) for field in core) for version in versions] == [50, 50, 54, 55, 49]


@pytest.mark.parametrize(
    ("key", "before", "after", "wanted"),
    [
        ("releaseDate", "0.3", "0.4", ("mandatory", "optional")),
        ("categories", "0.4", "0.5", ("mandatory", "optional")),
        ("description.*.genericName", "0.2", "0.3", ("mandatory", "optional")),
        ("legal.license", "0.2", "0", ("mandatory", "mandatory")),
    ],
)
def test_presence_by_version(key: str, before: str, after: str, wanted: tuple[str, str]) -> None:
    assert (presence(FIELDS[key], before), presence(FIELDS[key], after)) == wanted


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("name", "name"),
        ("description.nl.features[0]", "description.*.features[]"),
        ("description.nl", "description.*"),
        ("dependsOn.open[12].name", "dependsOn.open[].name"),
        ("maintenance.contacts[0].nothing", None),
        ("naam", None),
        ("name.x", None),
        ("name[0]", None),
        ("", ""),
    ],
)
def test_the_pattern_of_a_key(key: str, found: str | None) -> None:
    assert pattern(key) == found


def test_versions_compare_by_number() -> None:
    assert [number(version) for version in ("0", "0.2.1", "0.6", "1.0")] == [(0, 7), (0, 2), (0, 6), (1, 0)]
    assert all(number(version) for version in VERSIONS)


def test_the_draft_of_1_0_drops_what_is_deprecated() -> None:
    gone = fields("standard", "0.7").keys() - fields("standard", "1.0").keys()
    assert {"legal.repoOwner", "IT", "description.*.genericName", "inputTypes[]"} <= gone
    assert "supports" not in gone
    assert below("standard", "1.0")["maintenance.contacts[]"]["phone"] == Field(fix="quote", form="phone")
