"""Reading OpenAPI files: places, faults that can be passed over, and what is unsafe."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.standards.openapi.reading import UnreadableError, read
from oss_scan.standards.openapi.resolving import Resolved
from oss_scan.standards.openapi.roles import classify

_YAML = b"""openapi: 3.0.3
info:
  title: Bomen # van de gemeente
  version: '1.0.0'
servers:
  - url: https://x.nl/v1
paths:
"""
_LAUGHS = b"a0: &a0 [x]\n" + b"".join(
    b"a%d: &a%d [%s]\n" % (at, at, b", ".join([b"*a%d" % (at - 1)] * 10)) for at in range(1, 9)
)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("openapi",), (1, 10)),
        (("info",), (2, 6)),
        (("info", "title"), (3, 10)),
        (("info", "contact", "name"), (2, 6)),
        (("servers", 0), (6, 5)),
        (("servers", 0, "url"), (6, 10)),
        (("paths",), (7, 7)),
    ],
)
def test_places_in_yaml(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert read(_YAML, "a.yaml").place(path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [((), (1, 1)), (("info",), (2, 9)), (("info", "a\"b"), (3, 13)), (("list", 1), (4, 14)), (("list", 9), (4, 9))],
)  # fmt: skip
def test_places_in_json(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    text = b'{\n "info": {\n   "a\\"b" : "x{,"},\n "list": [1, {}]}'
    assert read(text, "a.json").place(path) == place


def test_values_are_those_of_yaml_1_2() -> None:
    text = b"a: no\nb: 010\nc: 2020-01-01\n200: x\nd: &d {x: 1}\ne: {<<: *d, y: 2}\n"
    document = read(text, "a.yaml")
    assert document.data == {"a": "no", "b": 10, "c": "2020-01-01", "200": "x", "d": {"x": 1}, "e": {"x": 1, "y": 2}}
    assert [(fault.code, fault.line) for fault in document.faults] == [("key-not-text", 4)]


@pytest.mark.parametrize(("name", "text"), [("a.json", b'{"a": 1,\n "a": 2}'), ("a.yaml", b"a: 1\na: 2\n")])
def test_key_that_stands_twice_is_passed_over(name: str, text: bytes) -> None:
    document = read(text, name)
    assert document.data == {"a": 2}
    assert [(fault.code, fault.line) for fault in document.faults] == [("duplicate-key", 2)]


@pytest.mark.parametrize("own", ["{<<: *a, x: 2}", "{x: 2, <<: *a}", "{<<: [*a, *b], x: 2}"])
def test_a_key_goes_before_what_is_merged_and_stands_once(own: str) -> None:
    text = f"a: &a {{x: 1, y: 1}}\nb: &b {{y: 3}}\nc: {own}\n"
    document = read(text.encode(), "a.yaml")
    assert document.data == {"a": {"x": 1, "y": 1}, "b": {"y": 3}, "c": {"x": 2, "y": 1}}
    assert document.faults == ()
    assert document.place(("c", "x")) == (3, 4 + own.index("2"))


def test_a_key_that_stands_twice_beside_what_is_merged_is_told() -> None:
    document = read(b"a: &a {x: 1}\nb: {<<: *a, x: 2, x: 3}\n", "a.yaml")
    assert [(fault.code, fault.line) for fault in document.faults] == [("duplicate-key", 2)]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.yaml", b"\xff", "not-utf-8"),
        ("a.yaml", b"", "empty"),
        ("a.yaml", b"a: [", "syntax"),
        ("a.json", b"{{ .Naam }}", "syntax"),
        ("a.yaml", b"[" * 30_000, "too-deep"),
        ("a.yaml", b"- " * 30_000, "too-deep"),
        ("a.json", b"[" * 30_000 + b"]" * 30_000, "too-deep"),
        ("a.json", b"[" * 200 + b"]" * 200, "too-deep"),
        ("a.yaml", b"a: &a [*a]", "too-deep"),
        ("a.yaml", _LAUGHS, "too-many-nodes"),
        ("a.json", b'{"a": "\\ud800"}', "not-utf-8"),
        ("a.yaml", b"a" * (4 * 1024 * 1024 + 1), "too-large"),
    ],
)
def test_unsafe_or_unreadable(name: str, text: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(text, name)
    assert raised.value.code == code


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\r" + "? " * 300,
        "- \r" + "- " * 300,
        "a: &b\n\ufeff" + "- " * 300,
        "a:\n\u2028" + "- " * 300,
        'a: "\r' + "- " * 300 + '"\nb: ' + '["]", ' * 300,
        "a:\n" + " [ #]\n" * 300,
        "a: " + '!b ["\n]\n", ' * 300,
        "a: " + "{'}': " * 300,
    ],
)
def test_too_deep_is_seen_before_the_composer_goes_there(text: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(f"{text}]".encode(), "a.yaml")  # by its end each is no YAML
    assert raised.value.code == "too-deep"


def test_directives_after_any_line_break_are_counted() -> None:
    text = "".join(f"%TAG !a{number}! x\r" for number in range(200))
    with pytest.raises(UnreadableError):
        read(f"{text}---\ra: 1\n".encode(), "a.yaml")


@given(st.binary(max_size=200), st.sampled_from(["a.json", "a.yaml"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        document = read(data, name)
    except UnreadableError:
        return
    assert Resolved(document).loose == ()
    assert document.place(("a", 0, "b"))[0] >= 1
    classify([(name, "", data)])


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("\ufeff# bomen\na: 1\n", ("a",), (2, 3)),  # after a byte order mark the norm owner's tool is one early
        ("? a\n: b: 1\n", ("a",), (2, 1)),
        ("a: &x\n  b: 1\nc: *x\n", ("c", "b"), (3, 3)),
        ("a:\n- &x 1\n- *x\n", ("a", 1), (2, 1)),
        ("a: !!str b\nc: &d\n  e: 1\n", ("a",), (1, 10)),
        ("a:\n- !x\n  b: 1\n", ("a", 0), (3, 3)),
        ("a:\n  -\n  - b\n", ("a", 0), (1, 3)),
    ],
)
def test_places_of_what_is_written_oddly(text: str, path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert read(text.encode(), "x.yaml").place(path) == place


@pytest.mark.parametrize(
    ("text", "data", "place"),
    [
        ("a: 1\n---\nb: 2\n", {"a": 1}, (2, 1)),
        ("a: b\n\t\t \nc:\td\n", {"a": "b", "c": "d"}, (2, 1)),
        ('{"a": {"b": 1}\n "c": 2}\n', {"a": {"b": 1}, "c": 2}, (2, 2)),
        ("a:\n  - b: 1\n    url:SSS\n  - b: 2\n", {"a": [{"b": 1}, {"b": 2}]}, (4, 3)),
    ],
)
def test_small_slips_are_mended_where_that_is_asked(text: str, data: object, place: tuple[int, int]) -> None:
    with pytest.raises(UnreadableError):
        read(text.encode(), "x.yaml")
    document = read(text.encode(), "x.yaml", mended=True)
    assert document.data == data
    assert [(fault.code, fault.line, fault.column) for fault in document.faults] == [("syntax", *place)]


def test_what_is_no_json_or_no_utf_8_is_read_all_the_same_where_that_is_asked() -> None:
    document = read(b'{"a": [1,], "b": "\xe9"}', "x.json", mended=True)
    assert document.data == {"a": [1], "b": "\ufffd"}
    assert [fault.code for fault in document.faults] == ["not-utf-8", "syntax"]
    with pytest.raises(UnreadableError):
        read(b"{{ template }}: [", "x.yaml", mended=True)


def _merging(count: int) -> bytes:
    """Each mapping merges the one before it."""
    links = "".join(f"  a{at}: &a{at}\n    <<: *a{at - 1}\n    k{at}: 1\n" for at in range(1, count))
    return f"x:\n  a0: &a0 {{k: 1}}\n{links}".encode()


def test_what_is_merged_through_hundreds_of_others_has_its_place() -> None:
    assert read(_merging(500), "a.yaml").place(("x", "a499", "k")) == (2, 15)


def test_a_long_line_of_merges_is_refused_at_once() -> None:
    start = time.process_time()
    with pytest.raises(UnreadableError, match="too-many-nodes"):
        read(_merging(50_000), "a.yaml")
    assert time.process_time() - start < 10  # it took minutes


def test_many_merges_into_one_are_looked_into_once() -> None:
    count = 5000
    listed = ", ".join(f"*a{at}" for at in range(count))
    text = "x:\n" + "".join(f"  a{at}: &a{at} {{k{at}: 1}}\n" for at in range(count)) + f"  b: {{<<: [{listed}]}}\n"
    document = read(text.encode(), "a.yaml")
    start = time.process_time()
    assert {document.place(("x", "b", f"k{at}")) for at in range(count)}
    assert time.process_time() - start < 1.5
