"""JSON: its values, the keys that stand twice, and where each value begins."""

import json
import re
from bisect import bisect_right
from typing import TypeAlias

from oss_scan.standards.openapi.values import DEPTH, Fault, UnreadableError, Value

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)

Offset: TypeAlias = "tuple[int, dict[str | int, Offset] | None]"


def load(text: str) -> tuple[Value, tuple[Fault, ...]]:
    """The value of a JSON text, and the keys that stand in it twice. Raises UnreadableError."""
    repeated: list[str] = []

    def once(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
        found = dict(pairs)
        if len(found) < len(pairs):
            seen: set[str] = set()
            repeated.extend(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add gives None, which is false
        return found

    try:
        value = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise UnreadableError("syntax", error.lineno, error.colno) from None
    except (RecursionError, ValueError):
        raise UnreadableError("too-deep") from None
    _measure(value)
    faults = _duplicates(text) if repeated else ()
    return value, faults


def _measure(value: Value, depth: int = 0) -> None:
    if depth > DEPTH:
        raise UnreadableError("too-deep")
    if isinstance(value, dict):
        for inner in value.values():
            if isinstance(inner, dict | list):
                _measure(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict | list):
                _measure(inner, depth + 1)


def offsets(text: str) -> Offset:
    """The offset of each value of a JSON text that is known to be valid."""
    inside: dict[str | int, Offset] = {}
    top = inside
    stack: list[tuple[dict[str | int, Offset], bool, str | int]] = []
    listed, named = True, False  # the top is like a list of one
    step: str | int = 0
    after: int | None = None  # one past the end of the key before a value
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word in "{[":
            fresh: dict[str | int, Offset] = {}
            inside[step] = (match.start() if after is None else after, fresh)
            stack.append((inside, listed, step))
            inside, listed, named, step, after = fresh, word == "[", False, 0, None
        elif word in "}]":
            inside, listed, step = stack.pop()
            named = True
        elif word == ",":
            named = False
            if listed and isinstance(step, int):
                step += 1
        elif word == ":":
            continue
        elif not listed and not named:
            step, named, after = _key(word), True, match.end() + 1
        else:
            inside[step] = (match.start(), None)
            after = None
    return top[0]


def _key(word: str) -> str:
    return str(json.loads(word)) if "\\" in word else word[1:-1]


def _duplicates(text: str) -> tuple[Fault, ...]:
    found: list[Fault] = []
    stack: list[set[str] | None] = []
    before = ""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word in "{[":
            stack.append(set() if word == "{" else None)
        elif word in "}]":
            stack.pop()
        elif word[0] == '"' and before in ("{", ",") and stack and (keys := stack[-1]) is not None:
            key = _key(word)
            if key in keys:
                line = bisect_right(starts, match.start())
                found.append(Fault("duplicate-key", line, match.start() - starts[line - 1] + 1))
            keys.add(key)
        before = word
    return tuple(found)
