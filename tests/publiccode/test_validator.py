"""What is found in a publiccode.yml, and where."""

import pytest

from oss_scan.publiccode import Item, Profile, validate
from oss_scan.publiccode.messages import sentence
from tests.publiccode.files import VALID, changed

PROFILES: tuple[Profile, ...] = ("standard", "reference")
Told = tuple[str, str, str, int, int]


def told(data: bytes, profile: Profile = "standard") -> list[Told]:
    return [(one.type, one.key, one.code, one.line, one.column) for one in validate(data, profile).items]


def only(data: bytes, profile: Profile = "standard") -> Item:
    [item] = validate(data, profile).items
    return item


@pytest.mark.parametrize("profile", ["standard", "reference"])
def test_all_that_is_mandatory(profile: Profile) -> None:
    report = validate(VALID.encode(), profile)
    assert (report.verdict, report.items) == ("valid", ())


def test_the_values_with_their_places() -> None:
    values = {value.key: (value.text, value.line, value.column) for value in validate(VALID.encode()).values}
    assert values["legal.license"] == ("EUPL-1.2", 17, 3)
    assert values["description.nl"] == ("", 9, 3)
    assert values["platforms[0]"] == ("web", 5, 5)
    assert values["localisation.localisationReady"] == ("false", 23, 3)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: Parkeren\n", "", ("error", "name", "missing", 1, 1)),
        ("name: Parkeren\n", "name:\n", ("error", "name", "missing", 2, 1)),
        ("name: Parkeren\n", "name: []\n", ("error", "name", "not-text", 2, 1)),
        ("name: Parkeren\n", 'name: "  "\n', ("error", "name", "missing", 2, 1)),
        ("name: Parkeren\n", "name: Parkeren\nroadmap: soon\n", ("error", "roadmap", "http", 3, 1)),
        ("name: Parkeren\n", "name: Parkeren\nreleaseDate: 2026-02-30\n", ("error", "releaseDate", "date", 3, 1)),
        ("name: Parkeren\n", "name: Parkeren\nlogo: /logo.svg\n", ("error", "logo", "path-absolute", 3, 1)),
        ("name: Parkeren\n", "name: Parkeren\nnl: {}\n", ("error", "nl", "unknown-key", 3, 1)),
        ("name: Parkeren\n", "name: Parkeren\nusedBy: Utrecht\n", ("error", "usedBy", "not-list", 3, 1)),
        ("name: Parkeren\n", "name: Parkeren\nsoftwareVersion: 1.10\n", ("notice", "softwareVersion", "number", 3, 1)),
        ('Version: "0"', 'Version: "0.5"', ("warning", "publiccodeYmlVersion", "version-old", 1, 1)),
        ('Version: "0"', "Version: 0.7", ("error", "publiccodeYmlVersion", "not-quoted", 1, 1)),
        ('Version: "0"', 'Version: "2"', ("error", "publiccodeYmlVersion", "version", 1, 1)),
        ("  - web\n", "", ("error", "platforms", "missing", 4, 1)),
        ("  - web\n", "  []\n", ("error", "platforms", "too-few", 4, 1)),
        ("stable", "ready", ("error", "developmentStatus", "value", 6, 1)),
        ("  nl:", "  nl_NL:", ("error", "description.nl_NL", "language", 9, 3)),
        ("EUPL-1.2", "EUPL", ("error", "legal.license", "licence", 17, 3)),
        ("type: internal", "type: none", None),
        ("type: internal", "type: contract", ("error", "maintenance.contractors", "wanted", 19, 3)),
        ("name: Team", "email: a@example.org #", ("error", "maintenance.contacts[0].name", "missing", 21, 7)),
        ("false", "no", ("error", "localisation.localisationReady", "not-boolean", 23, 3)),
        ("    - nl\n", "    - dutch\n", ("error", "localisation.availableLanguages[0]", "language", 25, 7)),
    ],
)  # fmt: skip
def test_one_fault(old: str, new: str, expected: Told | None) -> None:
    assert told(changed(old, new)) == ([expected] if expected else [])


def test_a_section_that_is_missing_tells_what_it_must_hold() -> None:
    assert told(changed("legal:\n  license: EUPL-1.2\n", "")) == [("error", "legal.license", "missing", 1, 1)]


def test_every_fault_in_one_run_and_none_because_of_a_neighbour() -> None:
    data = VALID.replace("name: Parkeren", "name: {}").replace("stable", "[]").replace("EUPL-1.2", "nope")
    data = data.replace("type: internal", "type: volunteers").replace("    features:", "    feature:")
    assert told(data.encode()) == [
        ("error", "name", "not-text", 2, 1),
        ("error", "developmentStatus", "not-text", 6, 1),
        ("error", "description.nl.features", "missing", 10, 5),
        ("error", "description.nl.feature", "unknown-key", 14, 5),
        ("error", "legal.license", "licence", 17, 3),
        ("error", "maintenance.type", "value", 19, 3),
    ]


@pytest.mark.parametrize(("version", "others"), [('"latest"', 1), ('"0.1"', 1), ("~", 1), ('"1.0"', 0), ('"v2"', 0)])
def test_by_an_unknown_version_the_rest_is_judged_unless_it_is_a_later_major(version: str, others: int) -> None:
    data = changed("stable", "ready").replace(b'Version: "0"', f"Version: {version}".encode())
    found = [item.key for item in validate(data).items]
    assert found == ["publiccodeYmlVersion", "developmentStatus"][: 1 + others]


def test_contractors_where_there_is_no_contract_are_not_looked_into() -> None:
    data = changed("  contacts:\n", "  contractors:\n    - name: Voorbeeld BV\n  contacts:\n")
    assert told(data) == [("error", "maintenance.contractors", "unwanted", 20, 3)]


def test_a_second_language_may_be_shorter_by_the_standard_only() -> None:
    data = changed("legal:\n", "  en:\n    shortDescription: Ask for a parking permit.\nlegal:\n")
    wanted = [("description.en.features", 17, 5), ("description.en.longDescription", 17, 5)]
    assert told(data) == [("notice", key, "missing", line, column) for key, line, column in wanted]
    assert validate(data).verdict == "valid"
    assert told(data, "reference") == [("error", key, "missing", line, column) for key, line, column in wanted]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  - web\n", "  web\n", "not-list"),
        ('Version: "0"', 'Version: "0.6"', "version"),
        ("name: Parkeren\n", "name: Parkeren\nfundedBy:\n  - name: BZK\n", "missing"),
        (
            "legal:\n",
            "    videos:\n      - https://video.example.org/1\nlegal:\n",
            "video",
        ),
        ("publiccodeYmlVersion", "\ufeffpubliccodeYmlVersion", "byte-order-mark"),
        ("publiccodeYmlVersion", "%YAML 1.2\n---\npubliccodeYmlVersion", "directive"),
    ],
)
def test_what_the_reference_alone_refuses_is_a_notice(old: str, new: str, code: str) -> None:
    data = changed(old, new)
    report = validate(data)
    assert report.verdict != "invalid"
    assert [item.code for item in report.items if item.type == "notice"] == [code]
    assert validate(data, "reference").verdict == "invalid"


def test_what_the_standard_alone_refuses() -> None:
    data = changed("    - name: Team Parkeren\n", "    []\n")
    assert told(data) == [("error", "maintenance.contacts", "wanted", 20, 3)]
    [item] = validate(data, "reference").items
    assert (item.type, item.key, item.code, item.only) == ("notice", "maintenance.contacts", "wanted", "standard")
    assert validate(data, "reference").verdict == "valid"


def test_what_the_text_asks_and_the_reference_says_in_so_many_words_that_it_does_not() -> None:
    data = changed("name: Parkeren\n", "name: Parkeren\nfundedBy:\n  - uri: https://example.org\n")
    for profile in PROFILES:
        [item] = validate(data, profile).items
        assert (item.type, item.key, item.code, item.only) == ("notice", "fundedBy[0].name", "missing", "standard")
        assert validate(data, profile).verdict == "valid"
    data = changed("name: Parkeren\n", "name: Parkeren\nfundedBy:\n  - uri: nobody\n")
    assert told(data) == [("error", "fundedBy[0].name", "missing", 4, 5), ("error", "fundedBy[0].uri", "uri", 4, 5)]


@pytest.mark.parametrize(
    ("section", "keys"),
    [
        ("IT:\n  piattaforme: {spid: true}\n", ["IT"]),
        ("IT:\n  conforme: {gdpr: true}\n", ["IT", "IT.conforme"]),
        ("IT:\n  riuso: {codiceIPA: c_h501}\n", ["IT", "IT.riuso.codiceIPA"]),
    ],
)
def test_a_deprecated_section_is_told_once_and_what_was_so_before(section: str, keys: list[str]) -> None:
    assert [item.key for item in validate(changed("legal:\n", f"{section}legal:\n")).items] == keys


@pytest.mark.parametrize(
    ("new", "keys"),
    [
        ('  repoOwner: ""\n', ["legal.repoOwner"]),
        ('  authorsFile: ""\n', ["legal.authorsFile"]),
        ("  repoOwner:\n  authorsFile: ~\n", []),
        ('monochromeLogo: ""\n', []),
        ("inputTypes: []\n", ["inputTypes"]),
    ],
)
def test_a_deprecated_key_without_a_value(new: str, keys: list[str]) -> None:
    data = VALID.replace("legal:\n", f"legal:\n{new}" if new.startswith(" ") else f"{new}legal:\n").encode()
    for profile in PROFILES:
        assert [(item.type, item.key) for item in validate(data, profile).items] == [("warning", key) for key in keys]


@pytest.mark.parametrize(
    ("new", "key"),
    [
        ("categories: [~]\n", "categories[0]"),
        ("isBasedOn: ['https://example.org', ]\ninputTypes: []\n", None),
        ("isBasedOn:\n  -\n", "isBasedOn[0]"),
        ("intendedAudience:\n  countries:\n    - NL\n    -\n", "intendedAudience.countries[1]"),
        ("usedBy: [~]\n", None),
    ],
)
def test_an_empty_item_of_a_list(new: str, key: str | None) -> None:
    for profile in PROFILES:
        errors = [
            item for item in validate(changed("legal:\n", f"{new}legal:\n"), profile).items if item.type == "error"
        ]
        assert [(item.key, item.code) for item in errors] == ([(key, "missing")] if key else [])


def test_a_country_section_is_no_misspelling() -> None:
    [item] = validate(changed("legal:\n", "nl:\n  a: 1\nlegal:\n")).items
    assert (item.key, item.code, item.fix) == ("nl", "unknown-key", None)
    assert sentence(item, "nl") == "de standaard kent geen deel voor nl; gebruik supports en organisation"


def test_what_is_deprecated_is_a_warning() -> None:
    data = changed("legal:\n", "inputTypes: [text/plain]\nIT:\n  conforme: {gdpr: true}\nlegal:\n  repoOwner: BZK\n")
    assert told(data) == [
        ("warning", "inputTypes", "deprecated", 16, 1),
        ("warning", "IT", "deprecated", 17, 1),
        ("warning", "IT.conforme", "deprecated", 18, 3),
        ("warning", "legal.repoOwner", "deprecated-use", 20, 3),
    ]
    assert validate(data).verdict == "valid_with_warnings"
    assert [key for _, key, *_ in told(data, "reference")] == ["inputTypes", "IT.conforme", "legal.repoOwner"]


@pytest.mark.parametrize(
    ("old", "new", "fix"),
    [
        ('Version: "0"', "Version: 0.7", 'publiccodeYmlVersion: "0.7"'),
        ('Version: "0"', 'Version: "0.4"', 'publiccodeYmlVersion: "0"'),
        ("url: https://github.com/", "url: git@github.com:", "url: https://github.com/gemeente-voorbeeld/parkeren"),
        ("developmentStatus: stable", "developmentStatus: Stable", "developmentStatus: stable"),
        ("  nl:", "  nld:", "nl:"),
        ("EUPL-1.2", "EUPL-1.2 or MIT", "license: EUPL-1.2 OR MIT"),
        ("false", "yes", "localisationReady: true"),
        ("    - nl\n", "    - en_GB\n", "- en-GB"),
        ("softwareType", "softwaretype", "softwareType:"),
        ("name: Parkeren\n", "name: Parkeren\nreleaseDate: 2026-01-02T03:04:05Z\n", "releaseDate: 2026-01-02"),
        ("name: Parkeren\n", "name: Parkeren\nusedBy: Utrecht\n", "usedBy: [Utrecht]"),
        ("name: Parkeren\n", "name: Parkeren\nfundedBy: [Utrecht]\n", "- name: Utrecht"),
        ("name: Parkeren\n", "name: Parkeren\nintendedAudience: {countries: [be]}\n", "- BE"),
    ],
)
def test_the_corrected_line(old: str, new: str, fix: str) -> None:
    fixes = [item.fix for item in validate(changed(old, new)).items]
    assert fix in fixes


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"", "empty", 1, 1),
        (b"# nothing\n", "empty", 1, 1),
        (b"- name: x\n", "no-keys", 1, 1),
        (b"name: [\n", "yaml-syntax", 2, 1),
        (b"name: a\nname: b\n", "yaml-duplicate-key", 2, 1),
        (b"name: a\n---\nname: b\n", "yaml-several-documents", 2, 1),
        (b"name: \xff\n", "yaml-not-utf-8", 1, 7),
        (b"[" * 30_000, "yaml-too-deep", 1, 51),
        (b"#" * (1024 * 1024 + 1), "yaml-too-large", 1, 1),
    ],
)
def test_what_cannot_be_read(data: bytes, code: str, line: int, column: int) -> None:
    item = only(data)
    assert (item.type, item.key, item.code, item.line, item.column) == ("error", "", code, line, column)
    assert validate(data).verdict == "invalid"


def test_a_flood_of_faults_ends() -> None:
    report = validate(b"".join(b"key%d: 1\n" % number for number in range(20_000)))
    assert (report.verdict, len(report.items)) == ("invalid", 500)


NAMES_FILES = changed("name: Parkeren\n", "name: Parkeren\nlogo: ./img/logo.svg\nmonochromeLogo: black.svg\n").replace(
    b"    features:\n", b"    screenshots:\n      - gone.png\n      - https://example.org/gone.png\n    features:\n"
)


def test_files_that_the_repository_does_not_have() -> None:
    report = validate(NAMES_FILES, has_file=lambda path: path == "img/logo.svg")
    assert report.verdict == "invalid"
    absent = [item for item in report.items if item.type == "error"]
    assert absent == [
        Item("error", "monochromeLogo", 4, 1, "file-absent", {"found": "black.svg"}),
        Item("error", "description.nl.screenshots[0]", 17, 9, "file-absent", {"found": "gone.png"}),
    ]
    keys = [item.key for item in validate(NAMES_FILES, "reference", lambda _: False).items if item.type == "error"]
    assert keys == ["logo", "monochromeLogo", "description.nl.screenshots[0]"]


@pytest.mark.parametrize(
    ("new", "standard", "reference"),
    [
        ("logo: logo.SVG\n", None, None),
        ("logo: logo.jpg\n", "error", "error"),
        ("logo: logo\n", None, None),
        ("logo: https://example.org/logo.jpg\n", None, None),
        ("x.png", None, None),
        ("x.jpeg", "notice", "error"),
        ("x.gif", "error", "error"),
    ],
)
def test_the_ending_of_a_file(new: str, standard: str | None, reference: str | None) -> None:
    shots = f"    screenshots: [{new}]\n    features:\n"
    data = (
        changed("name: Parkeren\n", f"name: Parkeren\n{new}")
        if new.endswith("\n")
        else changed("    features:\n", shots)
    )
    for profile, type_ in (("standard", standard), ("reference", reference)):
        items = validate(data, "reference" if profile == "reference" else "standard", lambda _: True).items
        assert [(item.type, item.code) for item in items] == ([(type_, "file-ending")] if type_ else [])
    alone = [item.type for item in validate(data).items]
    assert alone == (["notice"] if standard == "error" else [])
    assert validate(data, "reference").items == ()


def test_without_a_repository_no_file_is_looked_up() -> None:
    assert validate(NAMES_FILES).verdict == "valid_with_warnings"


def test_a_path_outside_the_repository_is_said_once() -> None:
    data = changed("name: Parkeren\n", "name: Parkeren\nlogo: ../logo.svg\n")
    item = only(data)
    assert (item.type, item.code, item.line) == ("error", "path-outside", 3)
    assert validate(data, has_file=lambda _: False).items == (item,)
    [item] = validate(data, "reference").items
    assert (item.type, item.code, item.only) == ("notice", "path-outside", "standard")
