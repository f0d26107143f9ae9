"""Judges a publiccode.yml against the table of fields: every fault in one run, each at its place."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from oss_scan.positioned import BadYamlError, List, Map, Node, Scalar, parse
from oss_scan.publiccode.judge import EnoughError, Judge
from oss_scan.publiccode.model import Item, Profile, Report, Value, Verdict
from oss_scan.publiccode.table import LET_PASS, STRICTER
from oss_scan.publiccode.told import key_of
from oss_scan.publiccode.unreadable import unreadable
from oss_scan.publiccode.versions import promised
from oss_scan.publiccode.views import pattern

_LATER = re.compile(r"v?[1-9]")
_BOM = b"\xef\xbb\xbf"


def validate(data: bytes, profile: Profile = "standard", has_file: Callable[[str], bool] | None = None) -> Report:
    """Judge the bytes of a publiccode.yml by the text of the standard (https://yml.publiccode.tools/).

    The profile `reference` judges as its reference parser does. Where that asks more than the text, the profile
    `standard` gives a notice, since catalogues run the parser. `has_file` says whether the repository has a file at
    a path from its root; without it the files that are named (logo, screenshots) are not looked up.
    """
    try:
        root = parse(data)
    except BadYamlError as error:
        return Report("invalid", (unreadable(data, error),), ())
    if root is None or (isinstance(root, Scalar) and root.value() is None):
        return Report("invalid", (Item("error", "", 1, 1, "empty", {}),), ())
    if not isinstance(root, Map):
        return Report("invalid", (Item("error", "", root.line, root.column, "no-keys", {}),), ())
    standard = _judge(data, root, "standard", has_file)
    only = STRICTER if profile == "standard" else None  # the walk need not be whole where only notices come of it
    reference = _judge(data, root, "reference", has_file, only)
    if profile == "standard":
        errors = [item for item in reference if item.type == "error"]
        items = [_let_pass(item, errors) for item in standard] + _only("reference", reference, standard)
        items += promised(root, {item.key for item in items})
    else:
        items = reference + _only("standard", standard, reference)
    items.sort(key=lambda item: (item.line, item.column, item.key, item.code))
    return Report(verdict(items), tuple(items), tuple(_values("", root)))


def _only(profile: Profile, stricter: list[Item], items: list[Item]) -> list[Item]:
    """A notice on each key of which one profile refuses the value and the other does not."""
    refused = {item.key for item in items if item.type == "error"}
    known = {(item.key, item.code) for item in items}
    return [
        replace(item, type="notice", only=profile)
        for item in stricter
        if item.type == "error" and item.key not in refused and (item.key, item.code) not in known
    ]


def _let_pass(item: Item, errors: list[Item]) -> Item:
    """The item, or a notice where the reference is known to let it pass, and refuses nothing else there."""
    if item.type != "error" or pattern(item.key) not in LET_PASS:
        return item
    section = item.key.rpartition(".")[0]
    refused = any(error.key.startswith(section) for error in errors)
    return item if refused else replace(item, type="notice", only="standard")


def verdict(items: list[Item]) -> Verdict:
    """What the items come to."""
    types = {item.type for item in items}
    return "invalid" if "error" in types else "valid_with_warnings" if "warning" in types else "valid"


def _judge(
    data: bytes,
    root: Map,
    profile: Profile,
    has_file: Callable[[str], bool] | None,
    only: Sequence[str] | None = None,
) -> list[Item]:
    judge = Judge(profile, has_file, only=only)
    if profile == "reference":
        _encoding(judge, data)
    version = root.get("publiccodeYmlVersion")
    if isinstance(version, Scalar) and isinstance(version.value(), str) and _LATER.match(version.text):
        # By what rules a file of another major version stands is not known here.
        key = "publiccodeYmlVersion"
        judge.text(judge.fields[""][key], key, key_of(root, key), version)
    else:
        with suppress(EnoughError):
            judge.map("", "", root)
    return judge.items


def _encoding(judge: Judge, data: bytes) -> None:
    """What the reference stumbles over, though YAML allows it."""
    at = Scalar("", True, 1, 1)
    if data.startswith(_BOM):
        judge.say("", at, "byte-order-mark")
    if data.removeprefix(_BOM).startswith(b"%"):
        judge.say("", at, "directive")


def _values(key: str, node: Node) -> Iterator[Value]:
    match node:
        case Map():
            for name, value in node.items:
                path = f"{key}.{name.text}" if key else name.text
                if key == "description":
                    yield Value(path, "", name.line, name.column)
                if isinstance(value, Scalar):
                    if value.value() is not None:
                        yield Value(path, value.text, name.line, name.column)
                else:
                    yield from _values(path, value)
        case List():
            for number, value in enumerate(node.items):
                if isinstance(value, Scalar):
                    yield Value(f"{key}[{number}]", value.text, value.line, value.column)
                else:
                    yield from _values(f"{key}[{number}]", value)
        case Scalar():
            return
