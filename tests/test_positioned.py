"""YAML with positions, from friends and from enemies."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.positioned import BadYamlError, List, Map, Scalar, parse, plain


def test_values_follow_yaml_1_2() -> None:
    root = parse(b"a: yes\nb: true\nc: 010\nd: 0x1F\ne: 2020-01-01\nf: '1'\ng: ~\nh: 1.5e3\ni: .inf\nj: [1, 'x']\n")
    assert plain(root) == {
        "a": "yes",
        "b": True,
        "c": 10,
        "d": 31,
        "e": "2020-01-01",
        "f": "1",
        "g": None,
        "h": 1500.0,
        "i": float("inf"),
        "j": [1, "x"],
    }


def test_places_count_from_one() -> None:
    root = parse(b"\xef\xbb\xbfa: 1\nb:\n  - c: d\n")
    assert isinstance(root, Map)
    assert root.items[0] == (Scalar("a", True, 1, 1), Scalar("1", True, 1, 4))
    inner = root.get("b")
    assert isinstance(inner, List)
    assert (inner.items[0].line, inner.items[0].column) == (3, 5)
    assert root.get("z") is None


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"[" * 30_000, "too-deep", 1),
        (b"a: &a [*a]", "too-deep", 1),
        (b"a: 1\nb: 2\na: 3\n", "duplicate-key", 3),
        (b"a: 1\n---\nb: 2\n", "several-documents", 2),
        (b"x\n\xff\n", "not-utf-8", 2),
        (b"a: [1\nb: 2", "syntax", 2),
        (b"? [a]\n: b\n", "key-not-text", 1),
        (b"a: \x00", "syntax", 1),
        (b" " * (1024 * 1024 + 1), "too-large", 1),
    ],
)
def test_what_is_refused(data: bytes, code: str, line: int) -> None:
    with pytest.raises(BadYamlError) as caught:
        parse(data)
    assert (caught.value.code, caught.value.line) == (code, line)


def test_aliases_may_not_multiply() -> None:
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 10)]
    with pytest.raises(BadYamlError) as caught:
        parse(b"\n".join(lines))
    assert caught.value.code == "too-many-nodes"
    assert plain(parse(b"a: &x [1]\nb: *x\n")) == {"a": [1], "b": [1]}


def test_nothing() -> None:
    assert parse(b"") is None
    assert parse(b"# only a remark\n") is None


@given(st.binary(max_size=300) | st.text(alphabet="ab:-[]{}&*!|>'\"# \n\t%?,", max_size=80).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(BadYamlError):
        plain(parse(data))


def test_lines_are_those_of_editors() -> None:
    root = parse("a: é\u2028x\u0085y\r\nb: 1\rc: 2\n".encode())
    assert isinstance(root, Map)
    assert [(key.text, key.line, key.column) for key, _ in root.items] == [("a", 1, 1), ("b", 2, 1), ("c", 3, 1)]
    assert plain(root) == {"a": "é\u2028x\x85y", "b": 1, "c": 2}
