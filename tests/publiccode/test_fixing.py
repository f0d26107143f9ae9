"""What is mended in a publiccode.yml, and that everything else in it stays."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan.positioned import BadYamlError, parse, plain
from oss_scan.publiccode import validate
from oss_scan.publiccode.fixing import fix, upgrade
from oss_scan.publiccode.mend import Change
from oss_scan.publiccode.table import FIELDS
from tests.publiccode.files import VALID, changed

SUITE = Path(__file__).parents[2].parent / "shared" / "conformance" / "publiccode" / "v0"
#: Deprecated keys whose values cannot move, since they are wrong in a way that nobody can mend unasked.
STUCK = ("it_riuso_codiceIPA_invalid.yml", "monochromeLogo_wrong_type.yml")


def fixed(text: str) -> str:
    return fix(text.encode()).data.decode()


@pytest.mark.parametrize(
    ("old", "new", "better"),
    [
        ('"0"', "0.7", '"0.7"'),
        ('"0"', "0", '"0"'),
        ('"0"', '"0.4"', '"0"'),
        ('"0"', "'0.2.2'", "'0'"),
        ('"0"', '"0.1"', '"0"'),
        ("Ready: false", "Ready: no", "Ready: false"),
        ("Ready: false", "Ready: Yes # ready", "Ready: true # ready"),
        ("Ready: false", "Ready: 'on'", "Ready: true"),
        ("EUPL-1.2", "eupl 1.2", "EUPL-1.2"),
        ("EUPL-1.2", "eupl-1.2", "EUPL-1.2"),
        ("EUPL-1.2", "'MIT or Apache-2.0'", "'MIT OR Apache-2.0'"),
        ("EUPL-1.2", ">\n    EUPL 1.2\n  # why", "EUPL-1.2\n  # why"),
        ("stable\n", '"Stable"\n', '"stable"\n'),
        ("stable\n", "stable\nreleaseDate: 2024-01-02T10:00:00Z\n", "stable\nreleaseDate: 2024-01-02\n"),
        ("stable\n", "stable\nsoftwareVersion: 1.10\n", 'stable\nsoftwareVersion: "1.10"\n'),
        ("stable\n", "stable\nlogo: '/img/logo.svg'\n", "stable\nlogo: 'img/logo.svg'\n"),
        ("https://github.com/", "git@github.com:", "https://github.com/"),
        ("\n  - web\n", " web\n", " [web]\n"),
        ("\n  - web\n", " 'web, or so'\n", " ['web, or so']\n"),
        ("    - nl\n", "    - nl_NL\n", "    - nl-NL\n"),
        ("  nl:\n", "  nl_NL:\n", "  nl-NL:\n"),
        ("platforms:", "Platforms:", "platforms:"),
        ("stable\n", "stable\nfundedBy:\n  - Voorbeeld # us\n", "stable\nfundedBy:\n  - name: Voorbeeld # us\n"),
        ("stable\n", "stable\nfundedBy: [A, 'B: c']\n", "stable\nfundedBy: [{name: A}, {name: 'B: c'}]\n"),
        ("- name: Team Parkeren", "Team Parkeren", "[{name: Team Parkeren}]"),
        ("stable\n", "stable\nintendedAudience: {countries: [nl, no, 'be']}\n",
         "stable\nintendedAudience: {countries: [NL, \"NO\", 'BE']}\n"),
    ],
)  # fmt: skip
def test_one_value(old: str, new: str, better: str) -> None:
    assert fixed(changed(old, new).decode()) == VALID.replace(old, better)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("EUPL-1.2", "EUPL"),
        ("stable\n", "stable\nreleaseDate: 1-2-2024\n"),
        ("stable\n", "finished\n"),
        ("Ready: false", "Ready: misschien"),
        ("  contacts:", "  contact: [x]\n  contacts:"),  # the key that was meant is there already
        ("type: internal\n", "type: internal\n  contractors:\n    - name: B\n      until: 2020-01-01\n"),
    ],
)
def test_what_only_its_author_knows_stays(old: str, new: str) -> None:
    data = changed(old, new)
    assert fix(data).data == data
    assert validate(data).verdict == "invalid"


def test_deprecated_keys_go() -> None:
    text = VALID.replace("    shortD", "    # a name\n    genericName: Parkeren # of its kind\n    shortD").replace(
        "legal:", "inputTypes:\n  - text/plain\noutputTypes: [text/csv]\n# the law\nlegal:\n  authorsFile: A.md"
    )
    better = VALID.replace("    shortD", "    # a name\n    shortD").replace("legal:", "# the law\nlegal:")
    assert fixed(text) == better
    assert [(change.line, change.key, change.code) for change in fix(text.encode()).changes] == [
        (11, "description.nl.genericName", "drop"),
        (18, "inputTypes", "drop"),
        (20, "outputTypes", "drop"),
        (23, "legal.authorsFile", "drop"),
    ]


def test_the_owner_moves_to_an_organisation_that_is_there() -> None:
    there = "organisation:\n    uri: urn:nl:oin:00000001003214345000 # us\nlegal:"
    text = VALID.replace("legal:", there).replace("EUPL-1.2\n", "EUPL-1.2\n  repoOwner: 'De gemeente: wij'\n")
    assert fixed(text) == VALID.replace("legal:", there.replace("# us\n", "# us\n    name: 'De gemeente: wij'\n"))


def test_the_owner_moves_to_an_organisation_that_must_be_made() -> None:
    text = VALID.replace("EUPL-1.2\n", "EUPL-1.2\n  repoOwner: Gemeente Voorbeeld\n")
    done = fix(text.encode())
    address = "https://github.com/gemeente-voorbeeld"
    note = "# derived from url; better: a URI that names the organisation, such as its TOOI URI"
    assert done.data.decode() == VALID.replace(
        "platforms:", f"organisation:\n  uri: {address}  {note}\n  name: Gemeente Voorbeeld\nplatforms:"
    )
    assert done.changes == (
        Change(18, "legal.repoOwner", "move", "Gemeente Voorbeeld", "organisation.name"),
        Change(18, "organisation.uri", "guess", "url", address),
    )
    assert validate(done.data, "reference").verdict == "valid"


def test_without_an_address_the_owner_stays() -> None:
    text = VALID.replace("EUPL-1.2\n", "EUPL-1.2\n  repoOwner: B\n").replace("https://", "ftp://")
    assert fixed(text) == text


def test_where_both_are_there_the_old_one_goes() -> None:
    text = VALID.replace("legal:", "organisation: {uri: 'urn:nl:oin:00000001003214345000', name: A}\nlegal:")
    assert fixed(text.replace("EUPL-1.2\n", "EUPL-1.2\n  repoOwner: B\n")) == text


@pytest.mark.parametrize("key", ["repoOwner", "authorsFile"])
def test_an_empty_one_goes(key: str) -> None:
    assert fixed(VALID.replace("EUPL-1.2\n", f'EUPL-1.2\n  {key}: ""\n')) == VALID


def test_a_monochrome_logo_is_a_logo() -> None:
    assert fixed(VALID.replace("platforms:", "monochromeLogo: a.svg\nplatforms:")) == VALID.replace(
        "platforms:", "logo: a.svg\nplatforms:"
    )


def test_the_italian_section_becomes_what_all_countries_have() -> None:
    italy = (
        "it:\n  countryExtensionVersion: 1.0\n  conforme:\n    gdpr: true\n    lineeGuidaDesign: yes\n"
        "  riuso:\n    codiceIPA: pcm\n  piattaforme: {spid: true, cie: false}\n"
    )
    done = fix((VALID + italy).encode())
    assert done.data.decode() == VALID.replace(
        "platforms:", "organisation:\n  uri: urn:x-italian-pa:pcm\nplatforms:"
    ).replace("description:\n", "supports:\n  - id: alias:gdpr\n  - id: alias:spid\ndescription:\n")
    assert validate(done.data, "reference").verdict == "valid"


def test_upgrade_states_the_newest_version_and_keeps_as_comment_what_may_not_stay() -> None:
    text = VALID.replace('"0"', "0.2").replace(
        "type: internal\n", "type: internal\n  contractors:\n    - name: B # them\n\n      until: 2020-01-01\n"
    )
    done = upgrade(text.encode())
    assert done.data.decode() == VALID.replace('"0"', '"0.7"').replace(
        "type: internal\n",
        "type: internal\n  # contractors:\n  #   - name: B # them\n\n  #     until: 2020-01-01\n",
    )
    assert validate(done.data, "standard").verdict == "valid"
    assert validate(done.data, "reference").verdict == "valid"
    assert upgrade(done.data) == type(done)(done.data, ())
    assert upgrade(text.replace("\n", "\r\n").encode()).data == done.data.replace(b"\n", b"\r\n")


def test_upgrade_leaves_the_newest_version() -> None:
    for version in ('"0"', '"0.7"', '"0.7.0"'):
        data = VALID.replace('"0"', version).encode()
        assert upgrade(data).data == data


def test_files_in_one_line() -> None:
    text = (
        '{"publiccodeYmlVersion": 0.7, "url": "https://a.example.org/b/c", '
        '"legal": {"repoOwner": "X"}, "inputTypes": []}'
    )
    assert fixed(text) == (
        '{"publiccodeYmlVersion": "0.7", "url": "https://a.example.org/b/c", '
        '"organisation": {"uri": https://a.example.org/b, "name": "X"}, "legal": {}}'
    )


def test_line_endings_byte_order_mark_and_a_last_line_without_end() -> None:
    text = VALID.replace("EUPL-1.2\n", "EUPL-1.2\n  repoOwner: X\n").replace('"0"', '"0.4"').replace("\n", "\r\n")
    data = b"\xef\xbb\xbf" + text.rstrip().encode()
    done = fix(data).data
    assert done.startswith(b"\xef\xbb\xbfpublic")
    assert done.endswith(b"- nl")
    assert done.count(b"\n") == done.count(b"\r\n") == data.count(b"\n") + 2
    assert fix(b"name: a\nurl: https://a.example.org/b/c\nlegal:\n  repoOwner: X").data.endswith(b"  name: X\nlegal:\n")


def test_shared_values_are_mended_where_that_harms_none() -> None:
    both = "stable\nintendedAudience:\n  countries: &all [nl]\n  unsupportedCountries: *all\n"
    assert fixed(VALID.replace("stable\n", both)) == VALID.replace("stable\n", both.replace("nl", "NL"))
    other = "stable\nintendedAudience:\n  countries: [&one nl]\nusedBy: [*one]\n"
    assert fixed(VALID.replace("stable\n", other)) == VALID.replace("stable\n", other)


def test_a_directive_goes() -> None:
    done = fix(b"%YAML 1.2\n# c\n---\n" + VALID.encode())
    assert done.data == b"# c\n---\n" + VALID.encode()
    assert done.changes == (Change(1, "%YAML", "drop", "%YAML 1.2"),)
    tagged = b"%TAG !e! tag:example.org,2026:\n---\nname: !e!x a\n"
    assert fix(tagged).data == tagged


@pytest.mark.parametrize("data", [b"", b"\n", b"[1]", b"x", b"null"])
def test_what_has_no_keys_stays(data: bytes) -> None:
    assert fix(data).data == upgrade(data).data == data


@pytest.mark.parametrize("data", [b"\xff\xfea\x00", b"a: [", b"a: 1\na: 2\n", b"[" * 60])
def test_what_is_no_yaml_is_refused(data: bytes) -> None:
    with pytest.raises(BadYamlError):
        fix(data)


def test_many_faults_take_no_hour() -> None:
    start = time.monotonic()
    countries = "publiccodeYmlVersion: 0.4\nintendedAudience:\n  countries:\n" + "    - nl\n" * 5000
    assert fixed(countries).count("NL") == 5000
    names = "description:\n" + "".join(f"  x-a{number}: {{genericName: a}}\n" for number in range(1000))
    assert "genericName" not in fixed(names)
    assert time.monotonic() - start < 30


def test_the_suite_of_the_reference() -> None:
    """Mended, no file has a fault left that can be mended, nor one that it did not have."""
    for path in sorted(SUITE.glob("*/*.yml")):
        data = path.read_bytes()
        for mend in (fix, upgrade):
            try:
                done = mend(data).data
            except BadYamlError:
                continue
            assert mend(done) == type(mend(done))(done, ()), path.name
            for profile in ("standard", "reference"):
                known = {(item.key, item.code) for item in validate(data, profile).items}
                left = validate(done, profile).items
                assert [item for item in left if item.fix] == [], path.name
                new = {item.key for item in left if item.type == "error" and (item.key, item.code) not in known}
                assert new <= {"publiccodeYmlVersion"}, path.name
                if path.name not in STUCK:
                    assert not [item for item in left if item.code.startswith("deprecated")], path.name


FAULTS = {
    '"0"': ["0.4", "0", '"0.2"', "'0.3.0'"],
    "Ready: false": ["Ready: no", "Ready: 'yes'"],
    "EUPL-1.2\n": ["eupl 1.2\n", "EUPL-1.2\n  repoOwner: Gemeente\n", "EUPL-1.2\n  authorsFile: A\n"],
    "stable\n": ["Stable\n", "stable\ninputTypes:\n  - text/plain\n", "stable\nmonochromeLogo: /a.svg\n"],
    "    shortD": ["    genericName: x\n    shortD"],
    "\n  - web\n": [" web\n"],
    "    - nl\n": ["    - nl_NL\n"],
}


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[str]]:
    """The valid file with faults, and with comments and blank lines where they may stand; and those comments."""
    text = VALID
    for old, new in FAULTS.items():
        text = text.replace(old, draw(st.sampled_from([old, *new])), 1)
    lines: list[str] = []
    comments: list[str] = []
    for line in text.splitlines():
        in_text = line.startswith("      ") and ":" not in line and "-" not in line[:8]
        inside = line.startswith("  - text/plain")
        if not in_text and not inside and draw(st.booleans()):
            blanks = len(line) - len(line.lstrip(" "))
            comments.append(f"# {len(comments)} {draw(st.text('é 😀:-#[x', max_size=5))}".rstrip())
            lines.append(" " * blanks + comments[-1])
        lines.append(line)
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return ending.join([*lines, ""]), comments


@given(files())
@settings(max_examples=60, deadline=None)
def test_comments_and_layout_survive(drawn: tuple[str, list[str]]) -> None:
    text, comments = drawn
    for mend in (fix, upgrade):
        done = mend(text.encode()).data.decode()
        assert mend(done.encode()).data.decode() == done
        for profile in ("standard", "reference"):
            assert validate(done.encode(), profile).verdict == "valid"
        assert [line.strip() for line in done.splitlines() if line.strip().startswith("#")] == comments
        kept = {line for line in text.split("\n") if line.strip("\r") in VALID.splitlines()}
        assert kept <= set(done.split("\n"))


@given(st.text(alphabet="abn0 :-[]{}&*!|>'\"%#\n\t\ufeff\u2028é", max_size=80), st.integers(0, len(VALID)))
@settings(max_examples=100, deadline=None)
def test_any_text(piece: str, at: int) -> None:
    data = (VALID[:at] + piece + VALID[at:]).replace('"0"', "0.4").encode()
    try:
        done = fix(data).data
    except BadYamlError:
        return
    assert fix(done).data == done


DEPRECATED = [key for key, field in FIELDS.items() if field.deprecated]
SAMPLES = {"text": "voorbeeld", "boolean": True, "list": ["text/plain"], "map": {"countryExtensionVersion": "1.0"}}


@pytest.mark.parametrize("key", DEPRECATED)
def test_every_deprecated_key_of_the_table_can_go(key: str) -> None:
    root = plain(parse(VALID.encode()))
    assert isinstance(root, dict)
    *above, name = key.replace("*", "nl").split(".")
    below = root
    for one in above:
        below = below.setdefault(one, {})
    below[name] = SAMPLES[FIELDS[key].type] if not key.endswith("conforme") else {"gdpr": False}
    data = yaml.safe_dump(root, allow_unicode=True, sort_keys=False).encode()
    assert any(item.code.startswith("deprecated") for item in validate(data).items)
    for mend in (fix, upgrade):
        for profile in ("standard", "reference"):
            assert validate(mend(data).data, profile).verdict == "valid"
