"""Which addresses of a file are asked, and what is said of the answers."""

from oss_scan.publiccode import validate
from oss_scan.publiccode.links import MOST, addresses, told
from tests.publiccode.files import VALID

TEXT = VALID.replace(
    "legal:",
    """\
landingURL: http://a.example.org
roadmap: not an address
logo: img/logo.svg
isBasedOn: https://b.example.org/x
organisation: {uri: https://c.example.org}
usedBy: [https://d.example.org]
legal:""",
).replace("features:", "screenshots: [https://e.example.org/s.png, s.png]\n    features:")


def test_which_are_asked() -> None:
    assert [(value.key, value.text) for value in addresses(validate(TEXT.encode()))] == [
        ("url", "https://github.com/gemeente-voorbeeld/parkeren"),
        ("description.nl.screenshots[0]", "https://e.example.org/s.png"),
        ("landingURL", "http://a.example.org"),
        ("isBasedOn", "https://b.example.org/x"),
    ]


def test_no_more_than_so_many() -> None:
    many = "isBasedOn:\n" + "".join(f"  - https://a{number}.example.org\n" for number in range(500))
    assert len(addresses(validate((VALID + many).encode()))) == MOST


def test_what_is_said() -> None:
    values = addresses(validate(TEXT.encode()))
    urls = [value.text for value in values]
    answers = {urls[0]: ("there", ""), urls[1]: ("gone", "404"), urls[2]: ("unknown", "403")}
    assert [
        (item.type, item.key, item.line, item.code, item.values.get("status")) for item in told(values, answers)
    ] == [
        ("error", "description.nl.screenshots[0]", 14, "link-gone", "404"),
        ("notice", "landingURL", 17, "link-unknown", "403"),
        ("notice", "isBasedOn", 20, "link-unknown", None),
    ]
