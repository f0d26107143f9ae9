"""Judges a publiccode.yml against the table of fields: every fault in one run, each at its place."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

from oss_scan.positioned import BadYamlError, List, Map, Node, Scalar, parse
from oss_scan.publiccode import graphemes
from oss_scan.publiccode.fields import CONTACTS_FOR, CONTRACTORS_FOR, Field, table
from oss_scan.publiccode.forms import FORMS, Fault, nearest, repository_path
from oss_scan.publiccode.model import Item, ItemType, Profile, Report, Value, Verdict

_BOM = b"\xef\xbb\xbf"
_SHOWN = 200  # characters of a key or value that an item keeps
_MOST = 500  # faults after which a file is not read on
_PATHS = ("path", "reference-path")  # forms that name a file of the repository


def validate(data: bytes, profile: Profile = "standard", has_file: Callable[[str], bool] | None = None) -> Report:
    """Judge the bytes of a publiccode.yml by the text of the standard (https://yml.publiccode.tools/).

    The profile `reference` judges as its reference parser does. Where that asks more than the text, the profile
    `standard` gives a notice, since catalogues run the parser. `has_file` says whether the repository has a file at
    a path from its root; without it the files that are named (logo, screenshots) are not looked up.
    """
    try:
        root = parse(data)
    except BadYamlError as error:
        last = data.count(b"\n") + 1
        column = error.column if error.line <= last else 1
        values = {name: _shown(value) for name, value in error.values.items()}
        item = Item("error", "", min(error.line, last), column, f"yaml-{error.code}", values)
        return Report("invalid", (item,), ())
    if root is None or (isinstance(root, Scalar) and root.value() is None):
        return Report("invalid", (Item("error", "", 1, 1, "empty", {}),), ())
    if not isinstance(root, Map):
        return Report("invalid", (Item("error", "", root.line, root.column, "no-keys", {}),), ())
    items = _judge(data, root, profile, has_file)
    if profile == "standard":
        known = {(item.key, item.code) for item in items}
        items += [
            Item("notice", item.key, item.line, item.column, item.code, item.values, item.fix)
            for item in _judge(data, root, "reference", has_file)
            if item.type == "error" and (item.key, item.code) not in known
        ]
    items.sort(key=lambda item: (item.line, item.column, item.key, item.code))
    return Report(_verdict(items), tuple(items), tuple(_values("", root)))


def _verdict(items: list[Item]) -> Verdict:
    types = {item.type for item in items}
    return "invalid" if "error" in types else "valid_with_warnings" if "warning" in types else "valid"


def _judge(data: bytes, root: Map, profile: Profile, has_file: Callable[[str], bool] | None) -> list[Item]:
    version = root.get("publiccodeYmlVersion")
    judge = _Judge(profile, has_file)
    if profile == "reference":
        judge.encoding(data)
    if isinstance(version, Scalar) and isinstance(version.value(), str) and not version.text.startswith("0"):
        # By what rules a file of another major version stands is not known here.
        key = "publiccodeYmlVersion"
        judge.text(judge.fields[""][key], key, _key(root, key), version)
    else:
        with suppress(_EnoughError):
            judge.map("", "", root)
    return judge.items


class _EnoughError(Exception):
    """A file with so many faults that more of them help nobody."""


class _Judge:
    """One walk through a file by one profile; `items` is what it found."""

    def __init__(self, profile: Profile, has_file: Callable[[str], bool] | None) -> None:
        self.fields = table(profile)
        self.strict = profile == "standard"
        self.has_file = has_file
        self.items: list[Item] = []

    def say(
        self, key: str, at: Node, code: str, *, type_: ItemType = "error", fix: str | None = None, **values: str
    ) -> None:
        fix = fix if fix is None or len(fix) <= _SHOWN else None
        self.items.append(Item(type_, _shown(key), at.line, at.column, code, values, fix))
        if len(self.items) == _MOST:
            raise _EnoughError

    def encoding(self, data: bytes) -> None:
        """What the reference stumbles over, though YAML allows it."""
        at = Scalar("", True, 1, 1)
        if data.startswith(_BOM):
            self.say("", at, "byte-order-mark")
        if data.removeprefix(_BOM).startswith(b"%"):
            self.say("", at, "directive")

    def map(self, pattern: str, key: str, node: Map) -> None:
        known = self.fields.get(pattern, {})
        for name, value in node.items:
            field = known.get(name.text) or known.get("*")
            path = f"{key}.{name.text}" if key else name.text
            if field is None:
                self.unknown(path, name, known)
                continue
            below = name.text if name.text in known else "*"
            if below == "*":
                self.form(field, path, name, name)
            self.field(f"{pattern}.{below}" if pattern else below, field, path, name, value)
        for own, field in known.items():
            if field.presence == "mandatory" and own not in ("*", "[]") and node.get(own) is None:
                self.missing(f"{pattern}.{own}" if pattern else own, field, f"{key}.{own}" if key else own, node)
        if pattern == "description":
            self.languages(key, node)
        if pattern == "maintenance":
            self.maintenance(node)
        if pattern == "" and node.get("it") and node.get("IT"):
            self.say("it", _key(node, "it"), "italy-twice")

    def unknown(self, path: str, name: Scalar, known: Mapping[str, Field]) -> None:
        close = nearest(name.text, (own for own in known if own not in ("*", "[]")))
        self.say(path, name, "unknown-key", fix=f"{close}:" if close else None, found=_shown(name.text))

    def missing(self, pattern: str, field: Field, path: str, at: Node) -> None:
        """A key that must be there and is not, or is empty; of a section, the keys that it must have."""
        below = self.fields.get(pattern, {})
        if field.type == "map" and "*" not in below:
            self.map(pattern, path, Map((), at.line, at.column))
        else:
            self.say(path, at, "missing")

    def field(self, pattern: str, field: Field, path: str, at: Scalar | Node, node: Node) -> None:
        """What stands under one key (`at`), or is one item of a list."""
        if isinstance(node, Scalar) and node.value() is None:
            if field.presence != "optional" or (pattern.endswith("[]") and field.type == "map"):
                self.missing(pattern, field, path, at)
            return
        if field.deprecated and not (isinstance(node, Scalar) and not node.text):
            use = field.deprecated.use
            code = "deprecated-use" if use else "deprecated"
            values = {"since": field.deprecated.since, **({"use": use} if use else {})}
            self.say(path, at, code, type_="warning", **values)
        if isinstance(node, Scalar) and (field.type == "text" or (field.type == "list" and field.single)):
            single = self.fields[pattern]["[]"] if field.type == "list" else field
            self.text(single, path, at, node)
        elif isinstance(node, Scalar) and field.type == "boolean":
            self.boolean(path, at, node)
        elif isinstance(node, List) and field.type == "list":
            self.list(pattern, field, path, at, node)
        elif isinstance(node, Map) and field.type == "map":
            if len(node.items) < field.least:
                self.say(path, at, "missing")
            self.map(pattern, path, node)
        else:
            self.say(path, at, f"not-{field.type}")

    def list(self, pattern: str, field: Field, path: str, at: Node, node: List) -> None:
        if len(node.items) < field.least:
            self.say(path, at, "too-few", least=str(field.least))
        item = self.fields[pattern]["[]"]
        for number, value in enumerate(node.items):
            self.field(f"{pattern}[]", item, f"{path}[{number}]", value, value)

    def boolean(self, path: str, at: Node, node: Scalar) -> None:
        if not isinstance(node.value(), bool):
            meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(node.text.lower())
            meant = meant or (node.text.lower() if node.text.lower() in ("true", "false") else None)
            self.say(path, at, "not-boolean", fix=_line(path, meant), found=_shown(node.text))

    def text(self, field: Field, path: str, at: Node, node: Scalar) -> None:
        text = node.text
        unquoted = not isinstance(node.value(), str)
        if unquoted and field.form in ("version", "supported-version"):
            self.say(path, at, "not-quoted", fix=_line(path, f'"{text}"'), found=_shown(text))
        elif unquoted and self.strict:
            self.say(path, at, "number", type_="notice", fix=_line(path, f'"{text}"'), found=_shown(text))
        if not (text.strip() if self.strict else text) and field.presence != "optional":
            self.say(path, at, "missing")
            return
        if field.values and text not in field.values:
            better = nearest(text, field.values)
            allowed = ", ".join(field.values)
            self.say(path, at, "value", fix=_line(path, better), found=_shown(text), allowed=allowed)
        self.form(field, path, at, node)
        if field.most is not None:
            length = graphemes.count(text)
            if length > field.most:
                self.say(path, at, "too-long", found=str(length), most=str(field.most))
            if length < field.least:
                self.say(path, at, "too-short", found=str(length), least=str(field.least))

    def form(self, field: Field, path: str, at: Node, node: Scalar) -> None:
        fault: Fault | None = FORMS[field.form](node.text) if field.form else None
        if fault is None and field.form in _PATHS and self.is_absent(node.text):
            fault = Fault("file-absent")
        if fault:
            values = {"found": _shown(node.text), **fault.values}
            fix = f"{fault.better}:" if at is node and fault.better else _line(path, _quoted(fault.better))
            if path.endswith("]"):
                fix = _line(path, _quoted(fault.better))
            self.say(path, at, fault.code, type_=fault.type, fix=fix, **values)

    def is_absent(self, text: str) -> bool:
        """Whether the text names a path at which the repository has no file."""
        path = repository_path(text)
        return path is not None and self.has_file is not None and not self.has_file(path)

    def languages(self, key: str, node: Map) -> None:
        """The keys that must be there in one language at least."""
        described = [(name, below) for name, below in node.items if isinstance(below, Map)]
        for own, field in self.fields["description.*"].items():
            if field.presence != "one-language" or not described:
                continue
            if all(_is_empty(below.get(own)) for _, below in described):
                name, below = described[0]
                self.say(f"{key}.{name.text}.{own}", below, "missing")

    def maintenance(self, node: Map) -> None:
        """Contacts and contractors, which the type of maintenance asks for or forbids."""
        type_ = node.get("type")
        if not isinstance(type_, Scalar) or type_.text not in self.fields["maintenance"]["type"].values:
            return
        for own, wanted in (("contacts", CONTACTS_FOR), ("contractors", CONTRACTORS_FOR)):
            value = node.get(own)
            absent = value is None or (isinstance(value, Scalar) and value.value() is None)
            if type_.text in wanted and (absent or (self.strict and isinstance(value, List) and not value.items)):
                self.say(f"maintenance.{own}", node if value is None else _key(node, own), "wanted", type=type_.text)
        if type_.text not in CONTRACTORS_FOR and node.get("contractors") is not None:
            contractors = node.get("contractors")
            if not (isinstance(contractors, Scalar) and contractors.value() is None):
                # what is in a list that has to go is of no matter
                self.items = [item for item in self.items if not item.key.startswith("maintenance.contractors")]
                self.say("maintenance.contractors", _key(node, "contractors"), "unwanted", type=type_.text)


def _key(node: Map, own: str) -> Scalar:
    return next(name for name, _ in node.items if name.text == own)


def _is_empty(node: Node | None) -> bool:
    return node is None or (isinstance(node, Scalar) and node.value() in (None, ""))


def _line(path: str, value: str | None) -> str | None:
    """The corrected line: `key: value`, or `- value` in a list."""
    if value is None:
        return None
    return f"- {value}" if path.endswith("]") else f"{path.rpartition('.')[2]}: {value}"


def _quoted(value: str | None) -> str | None:
    return f'"{value}"' if value and Scalar(value, True, 1, 1).value() != value else value


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


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
