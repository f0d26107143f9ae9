"""Files that are not YAML, or unsafe: one clear sentence, at the root of the trouble."""

from time import process_time

import pytest

from oss_scan.publiccode import validate
from oss_scan.publiccode.messages import MESSAGES, sentence
from tests.publiccode.files import VALID


def told(data: bytes) -> tuple[str, str, int, int]:
    report = validate(data)
    [item] = report.items
    assert (report.verdict, item.type, item.key) == ("invalid", "error", "")
    assert sentence(item, "nl") != sentence(item, "en") or item.code == "yaml-syntax"
    assert validate(data, "reference") == report
    return item.code, item.values.get("kind", ""), item.line, item.column


@pytest.mark.parametrize(
    ("text", "kind", "line", "column"),
    [
        ("a:\n\tb: 1\n", "tab", 2, 1),
        ("name: x\n\tb: y\n", "tab", 2, 1),
        ("a:\n  - x\n\t- y\n", "tab", 3, 1),
        ("a: b: c\n", "colon", 1, 5),
        ("a: 'x\nb: 1\n", "quote", 1, 4),
        ('b: 1\na: "x\n', "quote", 2, 4),
        ("a: [1, 2\nb: 1\n", "bracket", 1, 4),
        ("a: {x: 1\nb: 2\n", "bracket", 1, 4),
        ("a: ]\n", "stray", 1, 4),
        ("a: {x}}\n", "stray", 1, 7),
        ("a: @x\n", "character", 1, 4),
        ("a: `x`\n", "character", 1, 4),
        ("a: 'it's'\n", "after-quote", 1, 8),
        ('a: "x" y\n', "after-quote", 1, 8),
        ("a: 'x\nb: 'y'\nc: 1\n", "quote", 1, 4),
        ('a: 1\nb: "x\n\nc: 2\nd: "y"\n', "quote", 2, 4),
        ("a: 'x'\nb: 'it's'\n", "after-quote", 2, 8),
        ("a:\n  nl\n    b: 1\n", "no-colon", 2, 3),
        ("a:\n  - nl\n    b: 1\n", "indentation", 3, 6),
        ("a: > x\n", "block", 1, 6),
        ("a: - b\n", "list", 1, 4),
        ("a: 1\nnot a key\nb: 2\n", "no-colon", 2, 1),
        ("a: 1\n  b: 2\n", "indentation", 2, 4),
        ("  a: 1\nb: 2\n", "indentation", 2, 1),
        ("a: x\n- y\n", "indentation", 2, 1),
        ("a: *x\n", "alias", 1, 4),
        ("a: &x 1\nb: &x 2\n", "anchor", 2, 4),
        ('a: "\\q"\n', "escape", 1, 5),
        ("é: \x01\n", "control", 1, 4),
        ("%YAML 2.0\n---\na: 1\n", "version", 1, 1),
        ("%YAML 1.2\na: 1\n", "directive", 2, 1),
    ],
)
def test_syntax(text: str, kind: str, line: int, column: int) -> None:
    assert told(text.encode()) == ("yaml-syntax", kind, line, column)
    assert f"yaml-syntax-{kind}" in MESSAGES


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16(encoding: str) -> None:
    assert told(VALID.encode(encoding)) == ("yaml-utf-16", "", 1, 1)


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"name: caf\xe9\n", "yaml-not-utf-8", 1, 10),
        (b"url: {{ cookiecutter.url }}\n", "yaml-key-not-text", 1, 7),
        (b"name: a\nb: 1\nname: b\n", "yaml-duplicate-key", 3, 1),
        (b"name: a\n---\nname: b\n", "yaml-several-documents", 2, 1),
        (b"a: " + b"[" * 60 + b"]" * 60, "yaml-too-deep", 1, 53),
        (b"[" * 30_000, "yaml-too-deep", 1, 51),
        (b"a:\n" + b"".join(b" " * number + b"- \n" for number in range(1, 1_200)), "yaml-too-deep", 51, 51),
        (b"a: &a [a, *a]\n", "yaml-too-deep", 1, 4),
    ],
)
def test_what_is_refused(data: bytes, code: str, line: int, column: int) -> None:
    found = told(data)
    assert (found[0], *found[2:]) == (code, line, column)


def test_a_template_that_was_not_filled_in() -> None:
    [item] = validate(b"url: {{ cookiecutter.url }}\n").items
    assert sentence(item, "en") == "a template stands here that was not filled in; fill in the value"


def bombs() -> dict[str, bytes]:
    laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
    )
    return {
        "aliases": laughs.encode(),
        "merges": laughs.replace("[", "{<<: ").replace("]", "}").replace(", ", ", b: ").encode(),
        "brackets": b"{a: [" * 100_000,
        "dashes": b"- " * 200_000,
        "questions": b"? " * 200_000,
        "directives": b"%TAG ! !\n" * 60_000,
        "keys": b"".join(b"naam%d: 1\n" % number for number in range(30_000)),
        "letters": b"description: {nl: {shortDescription: " + "é".encode() * 400_000 + b"}}",
        "words": b"legal: {license: " + b"MIT OR " * 140_000 + b"}",
        "address": b"url: https://" + b"a." * 400_000,
        "videos": b"description: {nl: {videos: [https://www.reddit.com/r/" + b"comments/" * 80_000 + b"]}}",
        "mail": b"maintenance: {contacts: [{email: " + b"a.@" * 300_000 + b"}]}",
        "long key": b"x" * 1_000_000 + b": y\n",
        "long key of one word": b"a\n" + b"x" * 500_000 + b"\n  b: " + b"-" * 400_000 + b": y\n",
        "spaces before a quote": b"a: 'x\nb:" + b" " * 500_000 + b"y'z: " + b"- " * 200_000 + b"'\n",
        "colons": b"a: 'x\n" + b": " * 500_000 + b"'y'z\n",
        "phone": b"maintenance: {contacts: [{phone: " + b"(0) " * 200_000 + b"}]}",
    }


@pytest.mark.parametrize("name", sorted(bombs()))
def test_bombs_end_soon(name: str) -> None:
    begun = process_time()
    report = validate(bombs()[name])
    assert process_time() - begun < 10
    assert report.verdict == "invalid"
    assert len(report.items) <= 2_000
