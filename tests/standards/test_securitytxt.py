"""What is found in a security.txt, and where."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan.standards.messages import SECURITYTXT, sentence
from oss_scan.standards.securitytxt import LIMIT, read, validate

DAY = date(2026, 11, 23)
GOOD = "Contact: mailto:security@gemeente.example.org\nExpires: 2027-06-01T00:00:00Z\n"

MORE = """\
Contact: tel:+31-70-1234567
Preferred-Languages: nl, en-GB
Encryption: dns:k._openpgpkey.example.org?type=OPENPGPKEY
Acknowledgments: https://example.org/a
Policy: https://example.org/p
Hiring: https://example.org/h
Canonical: https://example.org/.well-known/security.txt
CSAF: https://example.org/provider-metadata.json
"""

Told = tuple[str, str, str, int, int]


def told(text: str | bytes, day: date = DAY) -> list[Told]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(one.type, one.key, one.code, one.line, one.column) for one in validate(data, day)]


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace("\n", "\r\n"),
        f"# ours\n\n{GOOD}",
        "contact: https://www.example.org/cvd\nEXPIRES: 2027-01-01t01:00:00.123+02:00",
        GOOD + MORE,
        f"---\npermalink: /.well-known/security.txt\n---\n{GOOD}",
    ],
)
def test_valid(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("error", "", "empty", 1, 1)]),
        ("<!DOCTYPE html>\n<html></html>", [("error", "", "html", 1, 1)]),
        (b"Contact: \xff\n", [("error", "", "not-utf-8", 1, 10)]),
        (b"#" * (LIMIT + 1), [("error", "", "too-large", 1, 1)]),
        (f"\ufeff{GOOD}", [("warning", "", "byte-order-mark", 1, 1)]),
        ("Expires: 2027-06-01T00:00:00Z", [("error", "Contact", "missing", 1, 1)]),
        ("Contact: mailto:a@example.org", [("error", "Expires", "missing", 1, 1)]),
        (f"{GOOD}Expires: 2027-06-01T00:00:00Z", [("error", "Expires", "twice", 3, 1)]),
        (f"{GOOD}preferred-languages: nl\nPreferred-Languages: en", [("error", "Preferred-Languages", "twice", 4, 1)]),
        (f"{GOOD}Preferred-Languages: nl, no such", [("error", "Preferred-Languages", "language", 3, 22)]),
        (f"{GOOD}Contact: security@example.org", [("error", "Contact", "contact", 3, 10)]),
        (f"{GOOD}Contact: mailto:security", [("error", "Contact", "mailto", 3, 10)]),
        (f"{GOOD}Contact: tel:070 1234567", [("error", "Contact", "contact", 3, 10)]),
        (f"{GOOD}Contact: http://example.org", [("error", "Contact", "http", 3, 10)]),
        (f"{GOOD}Policy:", [("error", "Policy", "empty-field", 3, 1)]),
        (f"{GOOD}Policy: http://example.org", [("error", "Policy", "http", 3, 9)]),
        (f"{GOOD}Policy: /policy", [("error", "Policy", "uri", 3, 9)]),
        (f"{GOOD}Canonical: ftp://example.org", [("warning", "Canonical", "not-web", 3, 12)]),
        (f"{GOOD}Policy:https://example.org", [("warning", "Policy", "spacing", 3, 1)]),
        (f"{GOOD}Acknowledgements: https://example.org", [("warning", "Acknowledgements", "slip", 3, 1)]),
        (f"{GOOD}Team: blue", [("notice", "Team", "unknown-field", 3, 1)]),
        (f"{GOOD}Please mail us", [("error", "", "not-a-field", 3, 1)]),
        (f"{GOOD} https://example.org", [("error", "", "indented", 3, 1)]),
        (f"{GOOD}Policy: https://{{{{ host }}}}/p", [("notice", "Policy", "template", 3, 9)]),
    ],
)
def test_what_is_wrong(text: str | bytes, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "expires",
    [
        "2027-06-01",
        "2027-06-01T00:00:00",
        "2027-13-01T00:00:00Z",
        "01-06-2027",
        "Tue, 1 Jun 2027 00:00:00 +0000",
        "soon",
    ],
)
def test_a_date_that_is_not_one(expires: str) -> None:
    data = f"Contact: mailto:a@example.org\nExpires: {expires}\n".encode()
    assert told(data) == [("error", "Expires", "date-time", 2, 10)]
    assert read(data).expires is None


@pytest.mark.parametrize(
    ("found", "fix"),
    [
        ("Expires: 2027-06-01", "Expires: 2027-06-01T00:00:00Z"),
        ("Expires: 2027-06-01T10:00", "Expires: 2027-06-01T10:00:00Z"),
        ("Expires: 2027-02-30", None),
        ("Contact: a@example.org", "Contact: mailto:a@example.org"),
        ("Contact: http://example.org", "Contact: https://example.org"),
        ("Hiring: www.example.org", "Hiring: https://www.example.org"),
        ("Expire: 2027-06-01T10:00:00Z", "Expires: 2027-06-01T10:00:00Z"),
    ],
)
def test_the_corrected_line(found: str, fix: str | None) -> None:
    items = [item for item in read(found.encode()).items if item.code != "missing"]
    assert [item.fix for item in items] == [fix]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 6, 1), []),
        (date(2027, 6, 2), [("error", "Expires", "expired", 2, 1)]),
        (date(2026, 5, 31), []),
        (date(2026, 5, 30), [("warning", "Expires", "far-ahead", 2, 1)]),
    ],
)
def test_only_what_depends_on_the_date_changes_with_it(day: date, expected: list[Told]) -> None:
    assert told(GOOD, day) == expected
    assert read(GOOD.encode()).items == ()


def test_what_a_file_says_apart_from_any_date() -> None:
    reading = read(b"Contact: x\nContact: tel:+31701234567\nExpires: 2027-06-01T01:00:00+02:00\n")
    assert (reading.expires, reading.expires_line) == (datetime(2027, 5, 31, 23, tzinfo=UTC), 3)
    assert (reading.contact, reading.template) == (True, False)
    assert not read(b"Contact: x\n").contact
    assert read(b"Contact: mailto:a@example.org\nExpires: {{ site.expires }}\n").template


BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----"
SIGNED = f"""\
{BEGIN}
Hash: SHA512

{GOOD}- -- not a field
-----BEGIN PGP SIGNATURE-----

aGFsbG8=
-----END PGP SIGNATURE-----
"""


def test_a_signed_file() -> None:
    signed = SIGNED.replace("- -- not a field\n", "")
    assert told(signed) == [("notice", "", "signature-unverified", 1, 1)]
    assert told(signed.replace("\n", "\r\n")) == told(signed)
    reading = read(signed.encode())
    assert (reading.contact, reading.expires_line) == (True, 5)
    assert told(SIGNED)[1:] == [("error", "", "not-a-field", 6, 1)]


def test_a_signature_that_is_cut_off() -> None:
    cut = SIGNED.replace("- -- not a field\n", "").partition("-----END")[0]
    assert told(cut) == [("error", "", "signature-broken", 1, 1)]


def test_what_stands_before_the_signed_text() -> None:
    text = "Policy: https://example.org\n" + SIGNED.replace("- -- not a field\n", "")
    assert told(text)[0] == ("warning", "", "outside-signature", 1, 1)


def test_sentences() -> None:
    [item] = validate(GOOD.encode(), date(2027, 7, 1))
    assert sentence(item, "nl") == "het bestand is verlopen op 2027-06-01; vernieuw het"
    assert sentence(item, "en") == "the file expired on 2027-06-01; renew it"
    assert all(text.nl and text.en for text in SECURITYTXT.values())


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(alphabet="aZ09:- \t\r\n#@/.+%{}é\u2028", max_size=120).map(str.encode),
        st.lists(
            st.tuples(
                st.sampled_from(["Contact", "Expires", "Policy", "Preferred-Languages", BEGIN]),
                st.text(max_size=30),
            ),
            max_size=6,
        ).map(lambda rows: "\n".join(f"{name}: {value}" for name, value in rows).encode("utf-8", "replace")),
    )
)
@settings(max_examples=300, deadline=None)
def test_any_bytes(data: bytes) -> None:
    lines = data.count(b"\n") + 1
    for item in validate(data, DAY):
        assert 1 <= item.line <= lines
        assert item.column >= 1
        assert sentence(item, "nl")
        assert sentence(item, "en")
