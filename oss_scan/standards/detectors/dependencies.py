"""The direct dependencies that software needs when it runs, as each kind of manifest lists them, with their lines.

What only building, testing or formatting needs is left out, as is what other dependencies bring along.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from oss_scan import toml
from oss_scan.standards.detectors.spots import name_of

Reader = Callable[[str], Iterator[tuple[str, int | None]]]  # names, and offsets where they are known

_MOST = 2000
_REQUIREMENT = re.compile(
    r"^[ \t]*([A-Za-z0-9][A-Za-z0-9._-]{0,100})[ \t]{0,40}(?:\[[^\]\n]{0,200}\])?[ \t]{0,40}(?:[=<>!~;@ #\\].*)?$", re.M
)
_NOT_RUN = re.compile(r"dev|test|lint|doc|build|format|type|ci\b|local|tool|check|jenkins|quality", re.IGNORECASE)
_ARTEFACT = re.compile(
    r"<groupId>\s{0,20}([\w.-]{1,150})\s{0,20}</groupId>\s{0,40}<artifactId>\s{0,20}([\w.-]{1,150})\s{0,20}</artifactId>"
)
_GRADLE = re.compile(
    r"^[ \t]*(?:implementation|api|compile|runtimeOnly"
    r"|compileOnly)[ \t]{0,40}\(?[ \t]{0,40}(?:platform\()?[\"']([\w.-]{1,150}):([\w.-]{1,150})",
    re.M,
)
_GO = re.compile(
    r"^[ \t]*(?:require[ \t]{1,40})?([\w.-]{1,60}\.[a-z]{2,10}/[\w./-]{1,200})[ \t]{1,40}v\d[^\n]{0,100}$", re.M
)
_NUGET = re.compile(r"<PackageReference[^>\n]{0,200}?\bInclude=\"([\w.-]{1,150})\"")
_GEM = re.compile(r"^gem[ \t(]+[\"']([\w.-]{1,100})[\"']", re.M)


def reader_of(path: str) -> Reader | None:
    """The reader of a manifest, by the name of the file; None for any other file, and for what only builds or tests."""
    name = name_of(path)
    if name.endswith((".csproj", ".fsproj", ".vbproj")):
        return None if "test" in name else _nuget
    if re.fullmatch(r"(requirements?|base|production|prod|common)([._-][\w.-]{1,40})?\.(txt|in)", name):
        in_folder = name.startswith("requirement") or "requirements/" in path.lower()
        return _requirements if in_folder and not _NOT_RUN.search(name) else None
    return _READERS.get(name)


def _json(section: str) -> Reader:
    def read(text: str) -> Iterator[tuple[str, int | None]]:
        try:
            table = json.loads(text)
        except (ValueError, RecursionError):
            return
        held = table.get(section) if isinstance(table, dict) else None
        for name in list(held)[:_MOST] if isinstance(held, dict) else ():
            yield name, None

    return read


def _toml(*sections: str) -> Reader:
    def read(text: str) -> Iterator[tuple[str, int | None]]:
        try:
            table: object = toml.parse(text)
        except ValueError:
            return
        for section in sections:
            held = table
            for key in section.split("/"):
                held = held.get(key) if isinstance(held, dict) else None
            for item in list(held)[:_MOST] if isinstance(held, dict | list) else ():
                match = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]{0,100}", item) if isinstance(item, str) else None
                if match:
                    yield match[0], None

    return read


def place_of(text: str, name: str) -> int:
    """Where a dependency stands at the start of a line, and of a word in it; 0 where it stands nowhere so."""
    match = re.search(rf"^[ \t]*[\"']?{re.escape(name)}(?![\w.-])", text, re.M)
    return match.start() if match else max(text.find(f'"{name}'), 0)


def _requirements(text: str) -> Iterator[tuple[str, int | None]]:
    made = "pip-compile" in text[:2000] or "uv pip compile" in text[:2000]
    for count, match in enumerate(_REQUIREMENT.finditer(text)):
        if count == _MOST:
            return
        if not made or _is_direct(text, match):
            yield match[1], match.start(1)


def _is_direct(text: str, match: re.Match[str]) -> bool:
    """Whether a tool wrote after a requirement that a file of requirements asks for it, not only another package."""
    following = text[match.end() : match.end() + 2000]
    after = re.match(r"(?:\n[ \t]{1,40}[^\n]*)*", following)
    said = match[0] + (after[0] if after else "")
    return (
        "# via" not in said
        or re.search(r"#[^\n]*(?:-r |\.in\b|\(pyproject\.toml\)|\(setup\.(?:py|cfg)\))", said) is not None
    )


def _maven(text: str) -> Iterator[tuple[str, int | None]]:
    for count, match in enumerate(_ARTEFACT.finditer(text)):
        if count == _MOST:
            return
        before = text[max(0, match.start() - 40) : match.start()].rstrip()
        after = text[match.end() : match.end() + 400].partition("</dependency>")[0]
        if before.endswith("<dependency>") and not re.search(r"<scope>\s{0,9}(test|provided|import)", after):
            yield f"{match[1]}:{match[2]}", match.start()


def _gradle(text: str) -> Iterator[tuple[str, int | None]]:
    for count, match in enumerate(_GRADLE.finditer(text)):
        if count == _MOST:
            return
        yield f"{match[1]}:{match[2]}", match.start()


def _go(text: str) -> Iterator[tuple[str, int | None]]:
    for count, match in enumerate(_GO.finditer(text)):
        if count == _MOST:
            return
        if "// indirect" not in match[0]:
            yield match[1], match.start(1)


def _nuget(text: str) -> Iterator[tuple[str, int | None]]:
    for count, match in enumerate(_NUGET.finditer(text)):
        if count == _MOST:
            return
        yield match[1], match.start(1)


def _gems(text: str) -> Iterator[tuple[str, int | None]]:
    for count, match in enumerate(_GEM.finditer(text)):  # at the margin: one in a group is indented
        if count == _MOST:
            return
        yield match[1], match.start()


_READERS: Mapping[str, Reader] = {
    "package.json": _json("dependencies"),
    "composer.json": _json("require"),
    "pyproject.toml": _toml("project/dependencies", "tool/poetry/dependencies"),
    "pipfile": _toml("packages"),
    "cargo.toml": _toml("dependencies", "workspace/dependencies"),
    "pom.xml": _maven,
    "build.gradle": _gradle,
    "build.gradle.kts": _gradle,
    "go.mod": _go,
    "gemfile": _gems,
}
