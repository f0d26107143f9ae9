"""Keys that have to leave a file: dropped, renamed, or moved to what took their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from oss_scan.publiccode import edits
from oss_scan.publiccode.edits import Edit, Edits
from oss_scan.publiccode.field import Deprecated, Field
from oss_scan.publiccode.forms import FORMS
from oss_scan.publiccode.mend import Change, Mend, clipped, line, shown
from oss_scan.publiccode.spots import Page, Path, Spot
from oss_scan.publiccode.views import below

_OWNER = re.compile(r"(https?://[^/?#\s@]+)/+([^?#\s]+?)(?:\.git)?/*", re.IGNORECASE)

_DIRECTIVES = re.compile(r"(?:%[^\r\n]*(?:\r\n|\r|\n))+")
#: Said in the file itself, since what a program prints is soon gone.
_DERIVED = "  # derived from url; better: a URI that names the organisation, such as its TOOI URI"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a map, with the entries above it."""

    map_: Spot
    key: Spot
    value: Spot
    path: Path
    field: Field
    above: "_Entry | None"


def leaving(page: Page) -> Iterator[Mend]:
    """The deprecated keys, those inside a section before the section; to be applied one at a time.

    What moves to `organisation.uri` goes first, since a name may not stand there without it.
    """
    if page.root is None or page.root.kind != "map" or page.aliased:
        return
    entries = [(entry, entry.field.deprecated) for entry in _entries(page.root, "", (), None)]
    gone = [(entry, gone) for entry, gone in entries if gone and _is_said(entry.value, empty=gone.empty)]
    gone.sort(key=lambda pair: pair[1].use != "organisation.uri")
    for entry, deprecated in gone:
        mend = _leave(page, entry, deprecated)
        if mend is not None:
            yield mend


def directives(page: Page) -> Iterator[Mend]:
    """Lines such as `%YAML 1.2` before the file itself, which the reference takes for a file of their own."""
    match = _DIRECTIVES.match(page.text)
    if match:
        yield Mend((Edit(0, match.end(), ""),), (), (Change(1, "%YAML", "drop", clipped(match[0].strip())),))


def unwanted(page: Page, *, keep: bool) -> Iterator[Mend]:
    """Keys that may not stand beside another key's value: dropped where empty; where not, with `keep`, as comments."""
    if page.root is None or page.root.kind != "map" or page.aliased:
        return
    for entry in _entries(page.root, "", (), None):
        when = entry.field.when
        beside = entry.map_.get(when.key.rpartition(".")[2]) if when else None
        if when is None or not when.only or beside is None or beside.empty or beside.text in when.values:
            continue
        if beside.scalar is None or beside.text not in _allowed(when.key) or entry.value.scalar is not None:
            continue
        if entry.value.empty:
            found = edits.drop(page, entry.map_, entry.key.text)
        else:
            found = edits.comment(page, entry.key, entry.value) if keep and not entry.map_.flow else None
        if found is not None:
            change = Change(line(entry.key), shown(entry.path), "drop" if entry.value.empty else "comment")
            yield Mend(found, (entry.path,), (change,))


def _allowed(key: str) -> tuple[str, ...]:
    section, _, name = key.rpartition(".")
    return below()[section][name].values


def _entries(node: Spot, pattern: str, path: Path, above: _Entry | None) -> Iterator[_Entry]:
    known = below().get(pattern, {})
    for key, value in node.entries():
        own = key.text if key.text in known and key.text not in ("*", "[]") else "*"
        if own in known:
            entry = _Entry(node, key, value, (*path, key.text), known[own], above)
            if value.kind == "map":
                yield from _entries(value, f"{pattern}.{own}" if pattern else own, entry.path, entry)
            yield entry


def _is_said(value: Spot, *, empty: bool = False) -> bool:
    """Whether a deprecated key counts as used: an empty text only where `empty`, and null never."""
    return value.scalar is None or (bool(value.text or empty) and value.scalar.value() is not None)


def _leave(page: Page, entry: _Entry, gone: Deprecated) -> Mend | None:
    if gone.fix == "drop":
        return None if _holds_more(entry) else _dropped(page, entry, "drop")
    if entry.value.scalar is None:
        return None
    if gone.fix == "support":
        return _supported(page, entry, gone)
    return _moved(page, entry, gone)


def _holds_more(entry: _Entry) -> bool:
    """Whether something is below that must move elsewhere first."""
    if entry.value.kind != "map":
        return False
    pattern = ".".join(str(part) for part in entry.path)
    return any(
        inner.field.deprecated and inner.field.deprecated.fix in ("move", "support") and _is_said(inner.value)
        for inner in _entries(entry.value, pattern, entry.path, entry)
    )


def _dropped(page: Page, entry: _Entry, code: str, now: str = "", extra: tuple[Mend, ...] = ()) -> Mend | None:
    """The key goes, with sections that would be empty without it; what `extra` adds comes in its place."""
    top = entry
    while len(top.map_.keys) == 1 and top.above and top.above.field.presence == "optional":
        top = top.above
    found = edits.drop(page, top.map_, top.key.text)
    if found is None:
        return None
    change = Change(line(entry.key), shown(entry.path), "move" if code == "move" else "drop", _said(entry.value), now)
    touched = top.path if len(top.map_.keys) > 1 else top.path[:-1]
    return Mend(
        (*found, *(edit for mend in extra for edit in mend.edits)),
        (touched, *(path for mend in extra for path in mend.touched)),
        (change, *(one for mend in extra for one in mend.changes)),
    )


def _said(value: Spot) -> str:
    return clipped(value.text) if value.scalar else "…"


def _supported(page: Page, entry: _Entry, gone: Deprecated) -> Mend | None:
    """A flag of a country becomes an item of `supports`; one that is false says nothing."""
    flag = entry.value.scalar.value() if entry.value.scalar else None
    root = page.root
    if not isinstance(flag, bool) or root is None:
        return None
    supports = root.get("supports")
    ids = [] if supports is None else [one.get("id") for one in supports.items if one.kind == "map"]
    if not flag or any(one is not None and one.text == gone.as_ for one in ids):
        return _dropped(page, entry, "drop")
    if supports is None:
        found = edits.section(
            page, root, "supports", (f"- id: {gone.as_}",), f"[{{id: {gone.as_}}}]", _before(root, "supports")
        )
    elif supports.kind == "list" and supports.items:
        found = edits.append(page, supports, "id", gone.as_)
    else:
        return None
    return None if found is None else _dropped(page, entry, "move", "supports", (Mend(found, (("supports",),), ()),))


def _moved(page: Page, entry: _Entry, gone: Deprecated) -> Mend | None:
    root, use = page.root, gone.use
    if root is None or use is None:
        return None
    if entry.value.empty:
        return _dropped(page, entry, "drop")
    if entry.field.form and FORMS[entry.field.form](entry.value.text):
        return None
    section, _, name = use.rpartition(".")
    parent = root.get(section) if section else root
    target = parent.get(name) if parent is not None and parent.kind == "map" else None
    if target is not None and not target.empty:
        return _dropped(page, entry, "drop", use)
    if target is None and parent is entry.map_:
        change = Change(line(entry.key), shown(entry.path), "rename", entry.key.text, name)
        return Mend(edits.rename(page, entry.key, name), (entry.path, _path(use)), (change,))
    said = _as_written(page, entry.value, gone.as_)
    if target is not None:
        put = _mend(edits.replace(page, target, said), _path(use)) if target.scalar is not None else None
    elif parent is not None and parent.kind == "map" and parent.keys:
        put = _mend(edits.add(page, parent, name, said), _path(use))
    else:
        put = _with_section(page, root, entry, use, said) if parent is None or parent.empty else None
    return _dropped(page, entry, "move", use, (put,)) if put else None


def _path(use: str) -> Path:
    section, _, name = use.rpartition(".")
    return (section, name) if section else (name,)


def _mend(found: Edits | None, path: Path, *guess: Change) -> Mend | None:
    return None if found is None else Mend(found, (path,), guess)


def _as_written(page: Page, value: Spot, form: str) -> str:
    """What is to stand in the new place for a value: as it is written, where it may stand so anywhere."""
    said, raw = form.replace("{}", value.text), page.text[value.start : value.end]
    as_is = said == value.text and value.style not in ("|", ">") and not set(raw) & set("\r\n,[]{}")
    return raw if as_is else edits.written(said, value.style)


def _with_section(page: Page, root: Spot, entry: _Entry, use: str, said: str) -> Mend | None:
    """A section of its own for what moves there."""
    section, _, name = use.rpartition(".")
    lines: tuple[tuple[str, str], ...] = ((name, said),)
    guess: tuple[Change, ...] = ()
    if use == "organisation.name":  # which may not stand without an address
        owner = _owner(root)
        if owner is None:
            return None
        lines = (("uri", edits.written(owner) + ("" if root.flow else _DERIVED)), *lines)
        guess = (Change(line(entry.key), "organisation.uri", "guess", "url", owner),)
    return _mend(_new_section(page, root, section, lines, root.get(section)), (section,), *guess)


def _new_section(
    page: Page, root: Spot, name: str, lines: tuple[tuple[str, str], ...], held: Spot | None
) -> Edits | None:
    below_ = tuple(f"{own}: {value}" for own, value in lines)
    quote = root.keys[0].style if root.flow else ""
    flow = ", ".join(f"{edits.written(own, quote)}: {value}" for own, value in lines)
    if held is None:
        return edits.section(page, root, name, below_, f"{{{flow}}}", _before(root, name))
    return edits.replace(page, held, f"{{{flow}}}") if held.scalar or held.flow else None


def _before(root: Spot, name: str) -> str | None:
    """The key of the file after which a new one belongs, by the order of the standard."""
    order = list(below()[""])
    names = root.names()
    return next((one for one in reversed(order[: order.index(name)]) if one in names), None)


def _owner(root: Spot) -> str | None:
    """The address of whoever keeps the repository, which is above that of the repository."""
    url = root.get("url")
    match = _OWNER.fullmatch(url.text.strip()) if url is not None else None
    if match is None:
        return None
    group = match[2].strip("/").rpartition("/")[0].split("/")[0]
    found = f"{match[1]}/{group}" if group else match[1]
    return found if FORMS["uri"](found) is None else None
