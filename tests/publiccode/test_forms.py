"""What may stand in a field."""

import pytest

from oss_scan.publiccode import graphemes, languages, spdx
from oss_scan.publiccode.forms import FORMS, repository_path
from oss_scan.publiccode.table import FIELDS, VERSIONS
from oss_scan.publiccode.vocabulary import nearest, vocabulary


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("date", "2024-02-29"),
        ("url", "https://git.example.org:8443/a/b.git"),
        ("url", "git://example.org/a"),
        ("url", "ssh://git@example.org/a"),
        ("http", "http://[2001:db8::1]/x"),
        ("http", "https://bücher.example.org/é"),
        ("uri", "urn:nl:oin:00000001003214345000"),
        ("uri", "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034"),
        ("support", "alias:gdpr"),
        ("support", "https://www.forumstandaardisatie.nl/open-standaarden/rest-api-design-rules"),
        ("email", "o'brien+x@sub.example.org"),
        ("email", "a@xn--bcher-kva.example.org"),
        ("email", "a@bücher.example"),
        ("email", "a@1.nl"),
        ("media-type", "application/vnd.oasis.opendocument.text"),
        ("country", "NL"),
        ("country", "XK"),
        ("category", "design-system"),
        ("scope", "local-authorities"),
        ("path", "img/logo.svg"),
        ("path", "https://example.org/logo.svg"),
        ("path", "https://example.org/../../../logo.svg"),
        ("path", "./img/../logo.svg"),
        ("path", "..logo.svg"),
        ("reference-path", "../logo.svg"),
        ("video", "https://www.youtube.com/watch?v=1"),
        ("video", "https://vimeo.com/1"),
        ("phone", "+31701234567"),
        ("upper-country", "NL"),
        ("draft-scope", "local-authorities"),
        ("ipa", "c_h501"),
        ("ipa", "istsc_AGIC82200R"),
        ("uri", "urn:example:a/b"),
        ("reference-url", "mailto:a@example.org"),
        ("reference-url", "https:///#a"),
        ("reference-url", "file:///a"),
        ("reference-url", "https://example.org/?a=%zz"),
        ("reference-http", "https://<host>/a b"),
        ("reference-uri", "urn:x-italian-pa:pcm"),
        ("reference-uri", "urn:nl:oin:00000001003214345000"),
        ("reference-support", "urn:x-italian-pa:no_such_pa"),
        ("reference-support", "alias:nis2"),
        ("version", "0.7.0"),
    ],
)
def test_good(form: str, text: str) -> None:
    assert FORMS[form](text) is None


@pytest.mark.parametrize(
    ("form", "text", "better"),
    [
        ("date", "2023-02-29", None),
        ("date", "2023-1-1", "2023-01-01"),
        ("date", "2023/12/31", "2023-12-31"),
        ("date", "31-12-2023", "2023-12-31"),
        ("date", "31.2.2023", None),
        ("date", "1-12-2023", None),  # in January, or in December?
        ("date", "٢٠٢٣-٠١-٠١", None),
        ("date", "2023-01-01 10:00", "2023-01-01"),
        ("date", "", None),
        ("url", "git@github.com:a/b.git", "https://github.com/a/b.git"),
        ("url", "github.com/a/b", None),
        ("http", "ftp://example.org", None),
        ("http", "https://", None),
        ("http", "https://a b.example.org", None),
        ("http", "https://example.org:x/", None),
        ("http", "https://example.org/%zz", None),
        ("http", "https://example.org\n", None),
        ("http", "www.example.org", "https://www.example.org"),
        ("uri", "00000001003214345000", "urn:nl:oin:00000001003214345000"),
        ("uri", "12345678003214345000", None),
        ("uri", "urn:nl:a%zz", None),
        ("uri", "urn:nl:a b", None),
        ("uri", "mailto:a@example.org", None),
        ("uri", "urn:nl", None),
        ("support", "alias:gdrp", "alias:gdpr"),
        ("support", "Digitoegankelijk", None),
        ("email", "a@localhost", None),
        ("email", "a.example.org", None),
        ("email", "a..b@example.org", None),
        ("email", "Team <a@example.org>", None),
        ("email", "a@example.org.", None),
        ("email", "a@exa_mple.org", None),
        ("email", "a@-example.org", None),
        ("email", "a@example.o1", None),
        ("email", "a@127.0.0.1", None),
        ("email", "@example.org", None),
        ("media-type", "text", None),
        ("country", "UK", "GB"),
        ("country", "Nl", None),
        ("country", "EU", None),
        ("category", "Design-System", "design-system"),
        ("scope", "municipality", None),
        ("path", "/logo.svg", "logo.svg"),
        ("path", "file:logo.svg", None),
        ("path", "..", None),
        ("path", "../logo.svg", None),
        ("path", "img/../../logo.svg", None),
        ("reference-path", "/logo.svg", "logo.svg"),
        ("supported-version", "0.6", "0"),
        ("phone", "0701234567", None),
        ("phone", "0031 70-123 45 67", "+31701234567"),
        ("upper-country", "nl", "NL"),
        ("draft-scope", "government", None),
        ("draft-scope", "Local-authorities", "local-authorities"),
        ("ipa", "no_such_pa", None),
        ("video", "https://video.example.org/1", None),
        ("video", "https://youtube.com/watch?v=1", None),
        ("video", "youtube", None),
        ("url", "mailto:a@example.org", None),
        ("url", "www.example.org/a", "https://www.example.org/a"),
        ("reference-url", "https:///a", None),
        ("reference-url", "https:/a", None),
        ("reference-url", "file:/", None),
        ("reference-url", "https://exa mple.org", None),
        ("reference-url", "https://example.org/%zz", None),
        ("reference-url", "git@github.com:a/b", "https://github.com/a/b"),
        ("reference-http", "git://example.org/a", None),
        ("reference-uri", "urn:example:a/b", None),
        ("reference-uri", "urn:urn:a", None),
        ("reference-uri", "urn:x-italian-pa:no_such_pa", None),
        ("reference-uri", "mailto:a@example.org", None),
        ("version", "0.1", "0"),
    ],
)
def test_wrong(form: str, text: str, better: str | None) -> None:
    fault = FORMS[form](text)
    assert fault is not None
    assert (fault.type, fault.better) == ("error", better)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("logo.svg", "logo.svg"),
        ("./img//x/../logo.svg", "img/logo.svg"),
        ("www.example.org/logo.svg", "www.example.org/logo.svg"),
        ("C:\\logo.svg", "C:\\logo.svg"),
        ("data:image/png;base64,iVBORw0KGgo=", "data:image/png;base64,iVBORw0KGgo="),
        ("https://example.org/logo.svg", None),
        ("/logo.svg", None),
        ("file:///logo.svg", None),
        ("../logo.svg", None),
        ("", None),
        (" ", None),
    ],
)
def test_paths_in_the_repository(text: str, path: str | None) -> None:
    assert repository_path(text) == path


def test_lower_case_countries_are_deprecated() -> None:
    fault = FORMS["country"]("nl")
    assert fault is not None
    assert (fault.type, fault.code, fault.better) == ("warning", "country-lower-case", "NL")


def test_an_older_version_is_a_warning() -> None:
    fault = FORMS["version"]("0.6")
    assert fault is not None
    assert (fault.type, fault.code, fault.values["use"]) == ("warning", "version-old", "0")


@pytest.mark.parametrize(
    "tag",
    ["nl", "NL", "en-GB", "nl-Latn-NL", "zh-cmn-Hans", "sl-IT-nedis", "de-1996", "nl-XX", "x-private", "i-klingon",
     "en-u-co-phonebk", "qaa", "fy", "pap", "es-419", "de-x-a"],
)  # fmt: skip
def test_language_tags(tag: str) -> None:
    assert languages.is_tag(tag)


@pytest.mark.parametrize(
    "tag",
    ["", "nl_NL", "nld", "eng", "xxx", "nederlands", "nl-", "-nl", "nl-Xxxx", "nl-ZY", "nl-nedisx", "en-u", "x", "n",
     "qb", "en-u-a-b", "nl\n", "nl " + "a" * 200],
)  # fmt: skip
def test_what_is_no_language_tag(tag: str) -> None:
    assert not languages.is_tag(tag)


@pytest.mark.parametrize(
    "text",
    ["EUPL-1.2", "eupl-1.2", "EUPL-1.2-or-later", "GPL-2.0+", "GPL-3.0", "MIT OR (Apache-2.0 AND BSD-3-Clause)",
     "GPL-2.0-only WITH Classpath-exception-2.0", "LicenseRef-Own", "DocumentRef-a:LicenseRef-b", "(MIT)"],
)  # fmt: skip
def test_licence_expressions(text: str) -> None:
    assert spdx.wrong(text) is None


@pytest.mark.parametrize(
    ("text", "word", "better"),
    [
        ("", "", None),
        ("EUPL", "EUPL", None),
        ("EUPL 1.2", "EUPL", "EUPL-1.2"),
        ("MIT or Apache-2.0", "or", "MIT OR Apache-2.0"),
        ("MIT/Apache-2.0", "MIT/Apache-2.0", None),
        ("MIT, Apache-2.0", "MIT,", None),
        ("The MIT License", "The", "MIT"),
        ("Apache License, Version 2.0", "Apache", "Apache-2.0"),
        ("Apache v2", "Apache", "Apache-2.0"),
        ("EUPL v1.2", "EUPL", "EUPL-1.2"),
        ("AGPLv3", "AGPLv3", None),
        ("MIT Apache-2.0", "Apache-2.0", None),
        ("MIT OR", "OR", None),
        ("(MIT", "MIT", None),
        ("MIT)", ")", None),
        ("()", ")", None),
        ("(MIT) WITH Classpath-exception-2.0", "WITH", None),
        ("MIT WITH nothing", "nothing", None),
        ("NOASSERTION", "NOASSERTION", None),
    ],
)
def test_what_is_no_licence_expression(text: str, word: str, better: str | None) -> None:
    assert (spdx.wrong(text), spdx.nearest(text)) == (word, better)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("abc\n", 4),
        ("a\r\n", 2),
        ("é", 1),
        ("e\u0301", 1),
        ("👩‍👧‍👦", 1),
        ("👍🏽", 1),
        ("🇳🇱🇧🇪", 2),
        ("베스핀", 3),
        ("\u1107\u1166", 1),
    ],
)
def test_characters_as_a_reader_counts_them(text: str, expected: int) -> None:
    assert graphemes.count(text) == expected


@pytest.mark.parametrize(
    ("text", "known", "meant"),
    [
        ("Stable", ("stable", "beta"), "stable"),
        ("developement", ("development", "beta"), "development"),
        ("feature", ("features", "awards"), "features"),
        ("standalone", ("standalone/web", "standalone/iot", "addon"), None),
        ("standalone/frontend", ("standalone/backend", "standalone/other", "standalone/desktop"), None),
        ("external", ("internal", "contract", "community", "none"), None),
        ("no-contract", ("internal", "contract", "community", "none"), None),
        ("unstable", ("concept", "development", "beta", "stable", "obsolete"), None),
        ("standalone/Api", ("standalone/iot", "standalone/web", "addon"), None),
        ("standalone-api", ("standalone/iot", "standalone/web", "addon"), None),
        ("StandaloneApi", ("standalone/iot", "standalone/web", "addon"), None),
        ("standalone web", ("standalone/iot", "standalone/web", "addon"), "standalone/web"),
        ("configuration files", ("configurationFiles", "library"), "configurationFiles"),
        ("web-development", ("it-development", "website-management"), None),
        ("x", ("stable",), None),
        ("", (), None),
    ],
)
def test_what_was_probably_meant(text: str, known: tuple[str, ...], meant: str | None) -> None:
    assert nearest(text, known) == meant


def test_the_lists_are_whole() -> None:
    sizes = {name: len(vocabulary(name)) for name in ("categories", "scopes", "aliases", "countries")}
    assert sizes == {"categories": 106, "scopes": 24, "aliases": 9, "countries": 250}


def test_the_table_names_forms_that_exist_and_has_a_parent_for_each_key() -> None:
    assert {field.form for field in FIELDS.values() if field.form} <= FORMS.keys()
    for key in FIELDS:
        parent = key.removesuffix("[]") if key.endswith("[]") else key.rpartition(".")[0]
        assert parent in FIELDS
    assert {"0", "0.2.2", "0.3.0", "0.7"} <= set(VERSIONS)
