"""One walk through a publiccode.yml by the table of fields: every fault at its own place."""

import posixpath
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from oss_scan.positioned import List, Map, Node, Scalar
from oss_scan.publiccode import graphemes
from oss_scan.publiccode.field import Deprecated, Field
from oss_scan.publiccode.forms import FORMS, repository_path
from oss_scan.publiccode.model import Fault, Item, ItemType, Profile
from oss_scan.publiccode.table import LATEST
from oss_scan.publiccode.told import is_empty, kept, key_of, line, quoted, shown
from oss_scan.publiccode.views import below, demands, number, split
from oss_scan.publiccode.vocabulary import nearest, vocabulary

MOST = 500  # faults after which a file is not read on
_PATHS = ("path", "reference-path")  # forms that name a file of the repository
#: Forms of items of a list of which none may be empty.
_WHOLE = ("category", "scope", "country", "upper-country", "draft-scope", "language", "media-type", "url",
          "reference-url", "http", "reference-http", "video")  # fmt: skip
_KINDS: Mapping[type[Node], str] = {List: "list", Map: "map", Scalar: "text"}
_ANY = ("*", "[]")
_SPECIAL = set("[]{},:#&*!|>'\"%@`")
_BOOLEANS = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


class EnoughError(Exception):
    """A file with so many faults that more of them help nobody."""


class Judge:
    """The walk by one profile and version; `items` is what it found. `only` are the keys at the top to look at."""

    def __init__(
        self,
        profile: Profile,
        has_file: Callable[[str], bool] | None = None,
        version: str = LATEST,
        *,
        only: Sequence[str] | None = None,
    ) -> None:
        self.only = only
        self.fields = below(profile, version)
        self.demands = demands(profile, version)
        self.strict = profile == "standard"
        self.has_file = has_file
        self.items: list[Item] = []

    def say(
        self, key: str, at: Node, code: str, *, type_: ItemType = "error", fix: str | None = None, **values: str
    ) -> None:
        """Note a fault. Raises EnoughError where there are too many."""
        self.items.append(Item(type_, shown(key), at.line, at.column, code, values, kept(fix)))
        if len(self.items) == MOST:
            raise EnoughError

    def map(self, pattern: str, key: str, node: Map) -> None:
        """The keys below one key: those that stand there, those that are missing, and those that depend on others."""
        known = self.fields.get(pattern, {})
        only = None if pattern else self.only
        there = {name.text for name, _ in node.items}
        for name, value in node.items:
            if only and name.text not in only:
                continue
            path = f"{key}.{name.text}" if key else name.text
            own = name.text if name.text in known and name.text not in _ANY else "*"
            field = known.get(own)
            if field is None:
                self.unknown(path, name, known, there)
                continue
            if own == "*":
                self.form(field, path, name, name)
            self.field(f"{pattern}.{own}" if pattern else own, field, path, name, value)
        for own, field in () if only else self.demands.get(pattern, ()):
            if field.presence == "mandatory" and own not in there:
                self.missing(f"{pattern}.{own}" if pattern else own, field, f"{key}.{own}" if key else own, node)
            if field.when:
                self.conditional(field, own, f"{key}.{own}", node)
        if pattern == "description":
            self.languages(key, node)
        if pattern == "" and not only and node.get("it") and node.get("IT"):
            self.say("it", key_of(node, "it"), "italy-twice")

    def unknown(self, path: str, name: Scalar, known: Iterable[str], there: Container[str]) -> None:
        """A key that the standard does not have, and the one that was probably meant, if it is not there as well."""
        if path == name.text and len(path) == 2 and path.upper() in vocabulary("countries"):
            self.say(path, name, "unknown-key", found=path, kind="country")
            return
        close = nearest(name.text, (own for own in known if own not in _ANY))
        self.say(
            path, name, "unknown-key", fix=f"{close}:" if close and close not in there else None, found=shown(name.text)
        )

    def missing(self, pattern: str, field: Field, path: str, at: Node) -> None:
        """A key that must be there and is not, or is empty; of a section, the keys that it must have."""
        under = self.fields.get(pattern, {})
        if field.type == "map" and "*" not in under:
            self.map(pattern, path, Map((), at.line, at.column))
        else:
            self.say(path, at, "missing")

    def field(self, pattern: str, field: Field, path: str, at: Scalar | Node, node: Node) -> None:
        """What stands under one key (`at`), or is one item of a list."""
        value = node.value() if isinstance(node, Scalar) else node
        if value is None:
            if field.presence != "optional" or (
                pattern.endswith("[]") and (field.type == "map" or field.form in _WHOLE)
            ):
                self.missing(pattern, field, path, at)
            return
        if field.deprecated and (field.deprecated.empty or not isinstance(node, Scalar) or node.text):
            self.deprecated(pattern, field.deprecated, path, at)
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
            self.wrong_type(pattern, field, path, at, node)

    def wrong_type(self, pattern: str, field: Field, path: str, at: Node, node: Node) -> None:
        """Another kind of value than belongs here: what it is, and a corrected line where one value can be listed."""
        fix = None
        if isinstance(node, Scalar) and node.plain and node.text.isprintable() and not set(node.text) & _SPECIAL:
            if field.type == "list":
                fix = line(path, f"[{node.text}]")
            elif path.endswith("]") and "name" in self.fields.get(pattern, {}):
                fix = line(path, f"name: {node.text}")
        found = shown(node.text) if isinstance(node, Scalar) else ""
        self.say(path, at, f"not-{field.type}", fix=fix, kind=_KINDS[type(node)], found=found)

    def deprecated(self, pattern: str, gone: Deprecated, path: str, at: Node) -> None:
        """A warning where a key is deprecated; below a deprecated section, only where that was so before."""
        above = self._above(pattern)
        if above and number(above.since) <= number(gone.since):
            return
        code = "deprecated-use" if gone.use else "deprecated"
        self.say(path, at, code, type_="warning", since=gone.since, **({"use": gone.use} if gone.use else {}))

    def _above(self, pattern: str) -> Deprecated | None:
        """What the nearest section around a pattern that is deprecated says of that."""
        while pattern:
            pattern, _ = split(pattern)
            above, name = split(pattern)
            field = self.fields.get(above, {}).get(name) if pattern else None
            if field and field.deprecated:
                return field.deprecated
        return None

    def list(self, pattern: str, field: Field, path: str, at: Node, node: List) -> None:
        """Each item of a list, and how many there are."""
        if len(node.items) < field.least:
            self.say(path, at, "too-few", least=str(field.least))
        item = self.fields[pattern]["[]"]
        for position, value in enumerate(node.items):
            self.field(f"{pattern}[]", item, f"{path}[{position}]", value, value)

    def boolean(self, path: str, at: Node, node: Scalar) -> None:
        """True or false as YAML 1.2 writes it."""
        if not isinstance(node.value(), bool):
            lower = node.text.strip().lower()
            meant = _BOOLEANS.get(lower) or (lower if lower in ("true", "false") else None)
            self.say(path, at, "not-boolean", fix=line(path, meant), found=shown(node.text))

    def text(self, field: Field, path: str, at: Node, node: Scalar) -> None:
        """One text: that it is one, its form, the values that it may have, and its length."""
        text = node.text
        unquoted = not isinstance(node.value(), str)
        if unquoted and field.form in ("version", "supported-version"):
            self.say(path, at, "not-quoted", fix=line(path, f'"{text}"'), found=shown(text))
        elif unquoted and self.strict:
            self.say(path, at, "number", type_="notice", fix=line(path, f'"{text}"'), found=shown(text))
        if not (text.strip() if self.strict else text) and field.presence != "optional":
            self.say(path, at, "missing")
            return
        if field.values and text not in field.values:
            better = nearest(text, field.values)
            allowed = ", ".join(field.values)
            self.say(path, at, "value", fix=line(path, better), found=shown(text), allowed=allowed)
        self.form(field, path, at, node)
        if field.most is not None:
            length = graphemes.count(text)
            if length > field.most:
                self.say(path, at, "too-long", found=str(length), most=str(field.most))
            if length < field.least:
                self.say(path, at, "too-short", found=str(length), least=str(field.least))

    def form(self, field: Field, path: str, at: Node, node: Scalar) -> None:
        """The form of a text, and whether the file that it names is there."""
        if field.form is None:
            return
        fault = FORMS[field.form](node.text)
        if fault is None and field.form in _PATHS:
            fault = self.file(field, node.text)
        if fault:
            values = {"found": shown(node.text), **fault.values}
            better = fault.better or fault.values.get("use")
            is_key = at is node and not path.endswith("]")
            fix = f"{better}:" if is_key and better else line(path, quoted(better))
            self.say(path, at, fault.code, type_=fault.type, fix=fix, **values)

    def file(self, field: Field, text: str) -> Fault | None:
        """What is wrong with a file of the repository that is named; the reference looks at none without one."""
        path = repository_path(text)
        if path is None or (self.has_file and not self.has_file(path)):
            return Fault("file-absent") if path else None
        ending = posixpath.splitext(path)[1].lower()
        if not ending or not field.endings or ending in field.endings or not (self.strict or self.has_file):
            return None
        return Fault("file-ending", None, {"endings": ", ".join(field.endings)}, "error" if self.has_file else "notice")

    def languages(self, key: str, node: Map) -> None:
        """The keys that must be there in one language at least."""
        described = [(name, under) for name, under in node.items if isinstance(under, Map)]
        for own, field in self.fields["description.*"].items():
            if field.presence != "one-language" or not described:
                continue
            if all(is_empty(under.get(own)) for _, under in described):
                name, under = described[0]
                self.say(f"{key}.{name.text}.{own}", under, "missing")

    def conditional(self, field: Field, own: str, path: str, node: Map) -> None:
        """A key that the value of the key beside it asks for or forbids; where that value is wrong, neither."""
        when = field.when
        beside = node.get(when.key.rpartition(".")[2]) if when else None
        section, name = split(when.key) if when else ("", "")
        if not when or not isinstance(beside, Scalar) or beside.text not in self.fields[section][name].values:
            return
        value = node.get(own)
        absent = value is None or (isinstance(value, Scalar) and value.value() is None)
        if beside.text in when.values:
            if absent or (self.strict and isinstance(value, List) and not value.items):
                self.say(path, node if value is None else key_of(node, own), "wanted", type=beside.text)
        elif when.only and not absent:
            # what is in a list that has to go is of no matter
            self.items = [item for item in self.items if not item.key.startswith(path)]
            self.say(path, key_of(node, own), "unwanted", type=beside.text)
