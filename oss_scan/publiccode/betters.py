"""Values and keys for which the table says what was plainly meant: each with its edit."""

from collections.abc import Iterable, Iterator, Mapping

from oss_scan.publiccode import edits, spdx
from oss_scan.publiccode.field import Field
from oss_scan.publiccode.forms import FORMS
from oss_scan.publiccode.mend import Change, Mend, clipped, line, shown
from oss_scan.publiccode.model import Profile
from oss_scan.publiccode.spots import Page, Path, Spot
from oss_scan.publiccode.views import below
from oss_scan.publiccode.vocabulary import nearest

#: What is said where true and false belong (YAML 1.1).
_BOOLEANS = {
    **dict.fromkeys(("yes", "on", "y", "true"), "true"),
    **dict.fromkeys(("no", "off", "n", "false"), "false"),
}


def betters(page: Page, profile: Profile) -> Iterator[Mend]:
    """A better value or key at one place each; none overlaps another."""
    if page.root is not None and page.root.kind == "map":
        yield from _Walk(page, profile).map("", (), page.root)


class _Walk:
    """One walk through a file along the table."""

    def __init__(self, page: Page, profile: Profile) -> None:
        self.page = page
        self.fields: Mapping[str, Mapping[str, Field]] = below(profile)

    def map(self, pattern: str, path: Path, node: Spot) -> Iterator[Mend]:
        known = self.fields.get(pattern, {})
        names = set(node.names())
        for key, value in node.entries():
            own = key.text if key.text in known and key.text not in ("*", "[]") else "*"
            field = known.get(own)
            better = _better_name(key.text, field, known) if own == "*" else None
            if better and better not in names:
                names.add(better)
                yield self._renamed(path, key, better)
            elif field is not None:
                yield from self.field(f"{pattern}.{own}" if pattern else own, (*path, key.text), field, value)

    def field(self, pattern: str, path: Path, field: Field, node: Spot, *, flow: bool = False) -> Iterator[Mend]:
        if node.kind == "map" and field.type == "map":
            yield from self.map(pattern, path, node)
        elif node.kind == "list" and field.type == "list":
            item = self.fields[pattern]["[]"]
            for number, one in enumerate(node.items):
                yield from self.field(f"{pattern}[]", (*path, number), item, one, flow=node.flow)
        elif node.scalar is not None and node.scalar.value() is not None:
            new = self._named(pattern, node, flow=flow) if field.type == "map" else self._scalar(pattern, field, node)
            if new is not None:
                change = Change(line(node), shown(path), "value", clipped(node.text), clipped(new))
                yield Mend(edits.replace(self.page, node, new), (path,), (change,))

    def _scalar(self, pattern: str, field: Field, node: Spot) -> str | None:
        """What should stand there, as YAML; None where it is well, or where nothing better is plain."""
        is_text = node.scalar is not None and isinstance(node.scalar.value(), str)
        if field.type == "boolean":
            return _BOOLEANS.get(node.text.strip().lower()) if is_text else None
        if field.type == "list":
            item = self.fields[pattern]["[]"]
            if field.single:
                return self._scalar(f"{pattern}[]", item, node)
            one = self._named(f"{pattern}[]", node, flow=True) if item.type == "map" else None
            one = edits.written(node.text, node.style) if item.type == "text" and node.text.strip() else one
            return f"[{one}]" if one else None
        if field.type != "text":
            return None
        better = _better(field, node.text)
        if better is not None and better != node.text:
            return edits.written(better, node.style)
        return None if is_text else edits.written(node.text, '"')

    def _named(self, pattern: str, node: Spot, *, flow: bool) -> str | None:
        """A text where a list wants keys, as the name among these."""
        if not pattern.endswith("[]") or "name" not in self.fields.get(pattern, {}) or not node.text.strip():
            return None
        said = f"name: {edits.written(node.text, node.style)}"
        return f"{{{said}}}" if flow else said

    def _renamed(self, path: Path, key: Spot, better: str) -> Mend:
        old, new = (*path, key.text), (*path, better)
        change = Change(line(key), shown(old), "rename", clipped(key.text), better)
        return Mend(edits.rename(self.page, key, better), (old, new), (change,))


def _better(field: Field, text: str) -> str | None:
    """What was plainly meant by a text, where the table says that it can be mended."""
    if field.fix is None:
        return None
    if field.values and text not in field.values:
        return nearest(text, field.values)
    fault = FORMS[field.form](text) if field.form else None
    if fault is None and field.form == "licence":  # ids count in any case, but the list has one
        known = spdx.listed(text)
        return known if known.casefold() == text.casefold() else None
    return fault.better if fault else None


def _better_name(name: str, field: Field | None, known: Iterable[str]) -> str | None:
    if field is not None:
        fault = FORMS[field.form](name) if field.form else None
        return fault.better if fault else None
    return nearest(name, (own for own in known if own not in ("*", "[]")))
