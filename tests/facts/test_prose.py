"""What counts as a word, and what says where to report a vulnerability."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.facts import prose

URL = "https://www.ncsc.nl/contact/kwetsbaarheid-melden"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("# Only a title\n", 0),
        ("Only a title\n============\n", 0),
        ("============\nOnly a title\n============\n", 0),
        ("= AsciiDoc title\n", 0),
        ("<h1 align='center'>Only a title</h1>\n", 0),
        ("[![build](https://ci.example.org/b.svg)](https://ci.example.org)\n", 0),
        (".. image:: https://ci.example.org/b.svg\n    :target: https://ci.example.org\n", 0),
        ("|build| |coverage|\n", 0),
        ("<p>\n  <img\n    src='logo.png'\n    alt='a long description of it'\n  />\n</p>\n", 0),
        ("<!-- a whole\nstory\n--># Title\n", 0),
        ("<!-- never closed: one two three", 0),
        ("---\ntitle: four words of metadata\n---\n# Title\n", 0),
        ("[home]: https://example.org\n", 0),
        ("# Title\n\nTwo words\n", 2),
        ("Two words\n", 2),
        ("A [link text](https://example.org) here\n", 3),
        ("See `the guide <guide.rst>`_\n", 3),
        ("- https://example.org/a\n- <https://example.org/b>\n", 2),
        ("```sh\nmake install\n```\n", 2),
        ("A paragraph that ends in a rule\nand goes on\n---\n", 8),
        ("| name | owner |\n| --- | --- |\n| parking | city |\n", 4),
        (
            "Word\nTo make it easy for you to get started with GitLab\nChoose a self-explaining name for your project",
            1,
        ),
        ("Use this section to tell people about how to report a vulnerability.\n", 0),
    ],
)
def test_words(text: str, count: int) -> None:
    assert prose.words(text) == count


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfTwo words\r\n", "Two words".encode("utf-16"), b"Two words \xff\xfe\r", b"Two\rwords"]
)
def test_any_encoding(data: bytes) -> None:
    assert prose.words(prose.decoded(data)) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"Kwetsbaarheden kunnen worden gemeld bij het NCSC via:\\\n{URL}\n", 2),
        (f"# App\n\nSecurity issues can be reported through\n<{URL}>.\n", 4),
        ("Report a vulnerability by mail to team@city.nl.\n", 1),
        ("Text.\n\nSecurity: security@city.nl\n", 3),
        ("## Responsible disclosure\n\nWrite to [us](mailto:team@city.nl).\n", 3),
        ("Responsible disclosure\n----------------------\n\nWrite to team@city.nl.\n", 4),
        ("```sh\nls\n```\n- Mail vulnerabilities to team@city.nl\n", 4),
        ("![a\nb](c.png) report a vulnerability\nto team@city.nl\n", 3),
        ("Report a vulnerability at https://github.com/city/app/security/advisories/new\n", 1),
        ("## Reporting vulnerabilities\n\nHow: see\nhttps://www.city.nl/.well-known/security.txt.\n", 4),
        ("Meld kwetsbaarheden volgens [onze security.txt](https://city.nl/security.txt).\n", 1),
        ("Report a vulnerability through [our programme](https://app.zerocopter.com/city).\n", 1),
        ("## Security\n\nSee\nhttps://www.city.nl/.well-known/security.txt.\n", 4),
        ("## Beveiliging\n\nZie onze [security.txt](https://www.city.nl/.well-known/security.txt).\n", 3),
        ("For security issues see https://city.nl/security.txt\n", 1),
        ("## Security\n\nHow to contact us: https://city.nl/.well-known/security.txt\n", 3),
    ],
)
def test_contact(text: str, line: int) -> None:
    assert prose.contact(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[![Known Vulnerabilities](https://snyk.io/test/badge.svg)](https://snyk.io/test)\n",
        "Report a vulnerability as described in [our policy](SECURITY.md).\n",
        "Report a vulnerability: https://github.com/city/app/blob/main/SECURITY.md\n",
        "Report a vulnerability: https://github.com/city/app/security/policy\n",
        "Report a vulnerability: https://github.com/city/app/blob/main/public/.well-known/security.txt\n",
        "Report a vulnerability: https://example.org/.well-known/security.txt\n",
        "## Security\n\nThe scanner fetches https://internet.nl/.well-known/security.txt.\n",
        "## Security\n\nIt is made as at GOV.UK, see https://www.gov.uk/.well-known/security.txt for an example.\n",
        "## Files\n\nFor [security.txt](https://securitytxt.org) see https://city.nl/.well-known/security.txt.\n",
        "- Repositories have [Private vulnerability reporting](https://docs.github.com/en/code-security) on.\n",
        "The scanner finds vulnerabilities and makes reports, see https://scanner.nl/contact.\n",
        "It makes a report of vulnerabilities, see https://scanner.nl/security.\n",
        "We use https for security. Questions? Mail team@city.nl.\n",
        "Report a vulnerability.\n\nQuestions about the map: team@city.nl\n",
        "```\nreport a vulnerability to security@city.nl\n```\n",
        "<!-- report a vulnerability to security@city.nl -->\n",
        "Report a vulnerability to security@example.org.\n",
    ],
)
def test_no_contact(text: str) -> None:
    assert prose.contact(text) is None


def test_a_page_about_reporting() -> None:
    assert prose.about_reporting("# Security\n\nPlease report vulnerabilities by mail.\n")
    assert not prose.about_reporting("# Security\n\nAll data is encrypted and access is logged.\n")


def test_links_stay_inside_the_repository() -> None:
    text = "[a](docs/a.md) [b](https://example.org) [c](#part) [d](mailto:x@example.org) `e <e.rst>`_ [f](//cdn.nl)\n"
    assert prose.links(text) == ("docs/a.md", "e.rst")


@given(st.text(alphabet="ab@.:/-#=![]()<>`\n |~_*kwetsbaarheid", max_size=200))
def test_anything_can_be_read(text: str) -> None:
    assert prose.words(text) >= 0
    line = prose.contact(text)
    assert line is None or 1 <= line <= text.count("\n") + 1
    assert prose.without_comments(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "unit", ["![", "[](a", "<a ", "<!--", "`a<", "a@b.", "http://", "|a", "# ", "a\n---\n", "- a\n"]
)
def test_long_hostile_texts_are_read_in_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    prose.words(text)
    prose.contact(text)
    prose.links(text)
    assert time.process_time() - start < 5
