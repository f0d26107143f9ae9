"""One YAML mapping of ours read strictly: each failure names file, line and key."""

from datetime import date
from pathlib import Path
from typing import NoReturn

from oss_scan.errors import OssScanError
from oss_scan.positioned import BadYamlError, List, Map, Node, Scalar, parse
from oss_scan.texts import Text


class Strict:
    """A mapping whose keys are known beforehand; `OssScanError` wherever it is otherwise."""

    def __init__(self, path: Path, root: Node | None = None) -> None:
        self.path = path
        if root is None:
            try:
                root = parse(path.read_bytes())
            except OSError as error:
                detail = error.strerror or str(error)
                self.fail_at(1, "-", nl=f"kan niet worden gelezen ({detail})", en=f"cannot be read ({detail})")
            except BadYamlError as error:
                detail = error.values.get("detail") or error.values.get("key") or ""
                self.fail_at(error.line, error.code, nl=f"geen geldige YAML {detail}", en=f"not valid YAML {detail}")
        if not isinstance(root, Map):
            self.fail_at(root.line if root else 1, "-", nl="hier horen sleutels", en="keys belong here")
        self.root = root

    def fail_at(self, line: int, key: str, *, nl: str, en: str) -> NoReturn:
        """Raise the error that names file, line and key."""
        raise OssScanError(nl=f"{self.path}, regel {line}, {key}: {nl}", en=f"{self.path}, line {line}, {key}: {en}")

    def fail(self, key: str, *, nl: str, en: str) -> NoReturn:
        """Raise the error at the place of a key, or of the mapping where the key is missing."""
        line = next((name.line for name, _ in self.root.items if name.text == key), self.root.line)
        self.fail_at(line, key, nl=nl, en=en)

    def only(self, *keys: str) -> None:
        """Refuse every other key."""
        for key, _ in self.root.items:
            if key.text not in keys:
                listed = ", ".join(keys)
                self.fail_at(
                    key.line,
                    key.text,
                    nl=f"onbekende sleutel; kies uit {listed}",
                    en=f"unknown key; choose from {listed}",
                )

    def node(self, key: str) -> Node:
        """The node under a key that must be there."""
        node = self.root.get(key)
        if node is None:
            self.fail(key, nl="ontbreekt", en="is missing")
        return node

    def text(self, key: str) -> str:
        """The text under a key that must be there."""
        node = self.node(key)
        if not isinstance(node, Scalar) or not node.text.strip():
            self.fail(key, nl="hier hoort een tekst", en="a text belongs here")
        return node.text

    def day(self, key: str, default: date) -> date:
        """The date under a key, or the default."""
        if self.root.get(key) is None:
            return default
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            self.fail(key, nl="hier hoort een datum (JJJJ-MM-DD)", en="a date belongs here (YYYY-MM-DD)")

    def keys(self, key: str, *, optional: bool = False) -> Map:
        """The mapping under a key."""
        node = self.root.get(key)
        if node is None and optional:
            return Map((), self.root.line, self.root.column)
        if not isinstance(node, Map):
            self.fail(key, nl="hier horen sleutels", en="keys belong here")
        return node

    def items(self, key: str) -> tuple[Node, ...]:
        """The list under a key."""
        node = self.root.get(key)
        if not isinstance(node, List):
            self.fail(key, nl="hier hoort een lijst", en="a list belongs here")
        return node.items

    def texts(self, key: str) -> list[str]:
        """The texts in a list; empty where the key is missing."""
        if self.root.get(key) is None:
            return []
        return [item.text for item in self.items(key) if isinstance(item, Scalar)]

    def both(self, key: str) -> Text:
        """The text in both languages."""
        languages = Strict(self.path, self.keys(key))
        languages.only("nl", "en")
        return Text(languages.text("nl"), languages.text("en"))
