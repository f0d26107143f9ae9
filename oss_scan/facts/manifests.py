"""What package manifests declare the licence to be: each reader gives what is written, and on which line."""

import configparser
import json
import re

from oss_scan import toml
from oss_scan.facts import annotations, build_files, yaml_manifests
from oss_scan.facts.manifest_values import Found, Reader, line_of, meaning, said, text_of

#: What Debian says of a package that is made here, whole.
DEBIAN = re.compile(r"(?:packag(?:e|es|ing)/)?debian/copyright")


def reader_of(path: str) -> Reader | None:
    """The reader of a manifest, by the name of the file."""
    if DEBIAN.fullmatch(path):
        return _debian
    name = path[path.rfind("/") + 1 :].lower()
    return _BY_NAME.get(name) or _BY_ENDING.get(name[name.rfind(".") :] if "." in name else "")


def _under(table: object, *keys: str) -> object:
    for key in keys:
        table = table.get(key) if isinstance(table, dict) else None
    return table


def _json(data: bytes) -> tuple[dict[str, object], int]:
    text = text_of(data)
    try:
        table = json.loads(text)
    except (ValueError, RecursionError):
        return {}, 1
    return (table if isinstance(table, dict) else {}), line_of(text, r'^[ \t]*"licen[cs]es?"[ \t]*:')


def _openapi_json(data: bytes) -> list[Found]:
    table, line = _json(data)
    licence = _under(table, "info", "license")
    if not isinstance(licence, dict) or not (table.get("openapi") or table.get("swagger")):
        return []
    values = [licence.get(key) for key in ("identifier", "name", "url")]
    there = [value for value in values if isinstance(value, str)]
    clear = [value for value in there if meaning(value)]
    return said((clear or there)[:1], line)


def _package_json(data: bytes) -> list[Found]:
    table, line = _json(data)
    return said([_choice(table.get("license")), _choice(table.get("licenses"))], line)


def _composer(data: bytes) -> list[Found]:
    table, line = _json(data)
    return said([_choice(table.get("license"))], line)


def _choice(value: object) -> str:
    """A text, or an object with a `type` as old packages of npm have it; a list of these is a choice.

    https://docs.npmjs.com/cli/configuring-npm/package-json#license, https://getcomposer.org/doc/04-schema.md#license
    """
    items = value if isinstance(value, list) else [value]
    named = [item.get("type") if isinstance(item, dict) else item for item in items]
    return " OR ".join(one for one in named if isinstance(one, str))


def _codemeta(data: bytes) -> list[Found]:
    table, line = _json(data)
    value = table.get("license")
    return said(value if isinstance(value, list) else [value], line)


def _toml(data: bytes) -> tuple[dict[str, object], str]:
    text = text_of(data)
    try:
        return toml.parse(text), text
    except ValueError:
        return {}, text


def _pyproject(data: bytes) -> list[Found]:
    table, text = _toml(data)
    licence = _under(table, "project", "license")
    if isinstance(licence, dict):
        licence = licence.get("text")
    found = said([licence, _under(table, "tool", "poetry", "license")], line_of(text, r"^license\b"))
    classifiers = _under(table, "project", "classifiers")
    names = classifiers if isinstance(classifiers, list) else []
    return build_files.clearest(found, said(build_files.of_classifiers(names), build_files.classifiers_line(text)))


def _debian(data: bytes) -> list[Found]:
    """What is said of all files, where that is clear: a name may stand there that is told further on."""
    of_all = (one.said for one in annotations.of_dep5(data, "") if one.paths.fullmatch("any/file.of-it"))
    told = (("MIT" if name == "Expat" else name, one.where) for one in of_all for name in one.licences)
    return [(name, where[1] or 1) for name, where in told if where and meaning(name)][:1]


def _cargo(data: bytes) -> list[Found]:
    table, text = _toml(data)
    values = [_under(table, "package", "license"), _under(table, "workspace", "package", "license")]
    return said(values, line_of(text, r"^license\b"))


def _setup_cfg(data: bytes) -> list[Found]:
    text = text_of(data)
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except configparser.Error:
        return []
    found = said([parser.get("metadata", "license", fallback=None)], line_of(text, r"^license\b"))
    classifiers = parser.get("metadata", "classifiers", fallback="").split("\n")
    names = build_files.of_classifiers(map(str.strip, classifiers))
    return build_files.clearest(found, said(names, build_files.classifiers_line(text)))


#: Descriptions of an interface: their licence is that of the interface, not of the code.
OF_API = {
    "openapi.yaml": yaml_manifests.openapi,
    "openapi.yml": yaml_manifests.openapi,
    "openapi.json": _openapi_json,
    "swagger.yaml": yaml_manifests.openapi,
    "swagger.yml": yaml_manifests.openapi,
    "swagger.json": _openapi_json,
}
_BY_NAME: dict[str, Reader] = {
    "publiccode.yml": yaml_manifests.publiccode,
    "publiccode.yaml": yaml_manifests.publiccode,
    "package.json": _package_json,
    "composer.json": _composer,
    "codemeta.json": _codemeta,
    "citation.cff": yaml_manifests.citation,
    "galaxy.yml": yaml_manifests.galaxy,
    "pyproject.toml": _pyproject,
    "cargo.toml": _cargo,
    "setup.cfg": _setup_cfg,
    "setup.py": build_files.setup_py,
    "pom.xml": build_files.pom,
    "build.gradle": build_files.gradle,
    "build.gradle.kts": build_files.gradle,
    "description": build_files.description,
    "chart.yaml": yaml_manifests.chart,
    "chart.yml": yaml_manifests.chart,
    "directory.build.props": build_files.msbuild,
    **OF_API,
}
_BY_ENDING: dict[str, Reader] = {
    ".csproj": build_files.msbuild,
    ".fsproj": build_files.msbuild,
    ".vbproj": build_files.msbuild,
    ".nuspec": build_files.nuspec,
}
