"""What manifests in the root, publiccode.yml and the README declare the licence to be."""

import configparser
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from oss_scan import licences
from oss_scan.facts.listing import Listing
from oss_scan.positioned import BadYamlError, Map, Scalar, parse
from oss_scan.tree import Unread

_LIMIT = 1024 * 1024
_WRITTEN = 200  # characters that are kept of what is written
_SECTION_WORDS = 120

_HEADING = re.compile(r"(#{1,6}|=+|!+)[ \t]*(.*)|<h[1-6][^>]{0,200}>(.*)", re.IGNORECASE)
_UNDERLINE = re.compile(r"[=\-~^*]{3,}\s*")
_ABOUT = re.compile(r"\b(licen[cs]e|licen[cs]ing|licentie|licentiering)\b", re.IGNORECASE)
_NO_LICENCE = re.compile(r"(?i)^(unlicensed|see licen[cs]e\b.*|none|file[: ].*)$")


@dataclass(frozen=True, slots=True)
class Declaration:
    """A licence that a manifest, publiccode.yml or README declares; `expression` is None where it is not clear."""

    source: str  # publiccode.yml, package.json, pyproject.toml, …
    path: str
    blob: str
    line: int
    written: str
    expression: str | None


_Found = tuple[str, int]  # what is written, and on which line


def collect_declarations(listing: Listing) -> tuple[Declaration, ...]:
    """Every declaration of a licence in the root of the repository, in the order of the paths."""
    found: list[Declaration] = []
    for path in listing.folder(""):
        read = _READERS.get(path.lower()) or (_readme if _is_readme(path) else None)
        if read is None or not listing.is_file(path):
            continue
        data = listing.read(path, _LIMIT)
        if isinstance(data, Unread):
            continue
        for written, line in dict.fromkeys(read(data)):
            expression = _readme_meaning(written) if read is _readme else _meaning(written)
            if read is _readme and expression is None:
                continue
            source = "README" if read is _readme else path.replace(".yaml", ".yml")
            short = " ".join(written.split())[:_WRITTEN]
            found.append(Declaration(source, path, listing.tree.blob(path), line, short, expression))
    return tuple(found)


def _readme_meaning(section: str) -> str | None:
    match = licences.identify(section.encode("utf-8", "surrogatepass"))
    return match.expression if match.kind in ("notice", "reference", "link") else None


def _meaning(written: str) -> str | None:
    """What a manifest means; `proprietary` is Composer's word for no licence at all."""
    return licences.RESERVED if written.strip().lower() == "proprietary" else licences.meaning(written)


def _is_readme(path: str) -> bool:
    return re.fullmatch(r"readme(\.(md|markdown|rst|adoc|asciidoc|txt))?", path, re.IGNORECASE) is not None


def _line(text: str, pattern: str) -> int:
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _said(values: Iterator[object] | list[object], line: int) -> list[_Found]:
    """What is written, without what says only that there is no public licence or where it stands."""
    return [
        (value.strip(), line)
        for value in values
        if isinstance(value, str) and value.strip() and not _NO_LICENCE.match(value.strip())
    ]


def _publiccode(data: bytes) -> list[_Found]:
    try:
        root = parse(data)
    except BadYamlError:
        return []
    legal = root.get("legal") if isinstance(root, Map) else None
    licence = legal.get("license") if isinstance(legal, Map) else None
    return _said([licence.text], licence.line) if isinstance(licence, Scalar) else []


def _json(data: bytes) -> tuple[dict[str, object], int]:
    text = data.decode("utf-8-sig", "replace")
    try:
        table = json.loads(text)
    except (ValueError, RecursionError):
        return {}, 1
    return (table if isinstance(table, dict) else {}), _line(text, r'^[ \t]*"licen[cs]es?"[ \t]*:')


def _package_json(data: bytes) -> list[_Found]:
    table, line = _json(data)
    several = table.get("licenses")
    values = [table.get("license"), *(several if isinstance(several, list) else [])]
    return _said([value.get("type") if isinstance(value, dict) else value for value in values], line)


def _composer(data: bytes) -> list[_Found]:
    table, line = _json(data)
    value = table.get("license")
    if isinstance(value, list):  # a list is a choice (https://getcomposer.org/doc/04-schema.md#license)
        value = " OR ".join(item for item in value if isinstance(item, str))
    return _said([value], line)


def _toml(data: bytes) -> tuple[dict[str, object], str]:
    text = data.decode("utf-8", "replace")
    try:
        return tomllib.loads(text), text
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}, text


def _under(table: object, *keys: str) -> object:
    for key in keys:
        table = table.get(key) if isinstance(table, dict) else None
    return table


def _pyproject(data: bytes) -> list[_Found]:
    table, text = _toml(data)
    licence = _under(table, "project", "license")
    if isinstance(licence, dict):
        licence = licence.get("text")
    line = _line(text, r"^license\b")
    found = _said([licence, _under(table, "tool", "poetry", "license")], line)
    if found:
        return found
    classifiers = _under(table, "project", "classifiers")
    names = classifiers if isinstance(classifiers, list) else []
    of_licence = [name for name in names if isinstance(name, str) and name.startswith("License :: OSI Approved :: ")]
    written = [name.split(" :: ")[-1] for name in of_licence if licences.meaning(name.split(" :: ")[-1])]
    return _said(list(written), _line(text, r"License :: OSI Approved"))


def _cargo(data: bytes) -> list[_Found]:
    table, text = _toml(data)
    values = [_under(table, "package", "license"), _under(table, "workspace", "package", "license")]
    return _said(list(values), _line(text, r"^license\b"))


def _setup_cfg(data: bytes) -> list[_Found]:
    text = data.decode("utf-8", "replace")
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except configparser.Error:
        return []
    return _said([parser.get("metadata", "license", fallback=None)], _line(text, r"^license\b"))


def _pom(data: bytes) -> list[_Found]:
    text = data.decode("utf-8", "replace")
    block = re.search(r"<licenses>(.{0,5000}?)</licenses>", text, re.DOTALL)
    names = re.findall(r"<license>\s*<name>([^<]{1,200})</name>", block.group(1)) if block else []
    return _said(list(names), _line(text, r"<licenses>"))


def _description(data: bytes) -> list[_Found]:
    """The DESCRIPTION of an R package."""
    text = data.decode("utf-8", "replace")
    found = re.search(r"^License:([^\n]{0,200}(?:\n[ \t][^\n]{0,200}){0,3})", text, re.MULTILINE)
    written = re.sub(r"[+|] file [A-Z]+$", "", " ".join(found.group(1).split())) if found else ""
    choice = (_R_NAMES.get(name.strip(), name.strip()) for name in written.split("|"))
    return _said([" OR ".join(choice)], _line(text, r"^License:"))


_R_NAMES = {
    "Apache License (>= 2)": "Apache-2.0",
    "Apache License (== 2.0)": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD_2_clause": "BSD-2-Clause",
    "BSD_3_clause": "BSD-3-Clause",
    "GPL (>= 3)": "GPL-3.0-or-later",
    "GPL (>= 2)": "GPL-2.0-or-later",
    "GPL-3": "GPL-3.0-only",
    "GPL-2": "GPL-2.0-only",
    "LGPL (>= 3)": "LGPL-3.0-or-later",
    "LGPL-3": "LGPL-3.0-only",
    "LGPL-2.1": "LGPL-2.1-only",
    "AGPL (>= 3)": "AGPL-3.0-or-later",
    "AGPL-3": "AGPL-3.0-only",
}


def _readme(data: bytes) -> list[_Found]:
    """The section about the licence: its text, and the line of its heading."""
    lines = data.decode("utf-8", "replace").splitlines()
    for at, line in enumerate(lines):
        if _is_heading(lines, at) and _ABOUT.search(line) and len(line) < 100:
            words, body = 0, []
            for below in range(at + 1, min(len(lines), at + 80)):
                if _is_heading(lines, below):
                    break
                words += len(lines[below].split())
                if words > _SECTION_WORDS:
                    break
                if not _UNDERLINE.fullmatch(lines[below]):
                    body.append(lines[below])
            return [("\n".join(body), at + 1)] if any(body) else []
    return []


def _is_heading(lines: list[str], at: int) -> bool:
    if _HEADING.match(lines[at].lstrip()):
        return True
    return bool(lines[at].strip()) and at + 1 < len(lines) and bool(_UNDERLINE.fullmatch(lines[at + 1]))


_READERS: dict[str, Callable[[bytes], list[_Found]]] = {
    "publiccode.yml": _publiccode,
    "publiccode.yaml": _publiccode,
    "package.json": _package_json,
    "composer.json": _composer,
    "pyproject.toml": _pyproject,
    "cargo.toml": _cargo,
    "setup.cfg": _setup_cfg,
    "pom.xml": _pom,
    "description": _description,
}
