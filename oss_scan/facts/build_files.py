"""What build files say of a licence. Those that are programs are read as text; nothing is run."""

import re
from collections.abc import Iterable
from itertools import islice

from oss_scan.facts.manifest_values import Found, line_of, meaning, said, text_of
from oss_scan.facts.prose import without_comments

_WORD = re.compile(r"[a-z]{2,}")
_OF_LICENCE = "License :: "
_CLASSIFIER = f"{_OF_LICENCE}OSI Approved :: "
#: How those begin that take nothing from an open licence.
_OPEN = (f"{_OF_LICENCE}OSI Approved", f"{_OF_LICENCE}DFSG", f"{_OF_LICENCE}CC0", f"{_OF_LICENCE}Public Domain")
_CLASSIFIERS = 20  # that are looked into
_BLOCK = 5000  # characters of a list of licences
_LISTS = 5  # of licences in a pom.xml that are looked at
_OF_OTHERS = ("dependencies", "dependencyManagement", "build", "profiles", "reporting")


def of_classifiers(names: Iterable[object]) -> list[str]:
    """The licences of Python's classifiers, where each is one (`GNU General Public License (GPL)` is not).

    One that is no open licence (`License :: Other/Proprietary License`) leaves them unclear.
    """
    of_licence = [name for name in names if isinstance(name, str) and name.startswith(_OF_LICENCE)]
    if not all(name.startswith(_OPEN) for name in of_licence):
        return []
    written = [name.rpartition(" :: ")[2] for name in of_licence[:_CLASSIFIERS] if name.startswith(_CLASSIFIER)]
    return [name for name in written if meaning(name)]


def clearest(named: list[Found], classified: list[Found]) -> list[Found]:
    """What a manifest names, else its classifiers; these too where it names no version (`Apache`), and nothing else."""
    if any(meaning(written) for written, _ in named):
        return named
    words = {word for written, _ in classified for word in _WORD.findall(written.lower())} - {"license", "licence"}
    alike = all(words.intersection(_WORD.findall(written.lower())) for written, _ in named)
    return classified if classified and alike else named


def classifiers_line(text: str) -> int:
    """The line of the first classifier about the licence."""
    return line_of(text, re.escape(_CLASSIFIER))


def setup_py(data: bytes) -> list[Found]:
    """`license=` (or `licence=`, as distutils has it too) with a literal text, else the classifiers; what is computed
    is not known."""
    text = text_of(data)
    found = re.search(
        r"^(?:[^#\n]*[ \t(,])?licen[cs]e[ \t]*=[ \t]*(?P<q>[\"'])(?P<said>[^\"'\n]{1,200})(?P=q)", text, re.M
    )
    named = said([found["said"]], text.count("\n", 0, found.start("said")) + 1) if found else []
    names = re.findall(r"^[^#\n]{0,200}?[\"'](License :: [^\"'\n]{1,100})[\"']", text, re.M)
    return clearest(named, said(of_classifiers(names), classifiers_line(text)))


def pom(data: bytes) -> list[Found]:
    """The names in `licenses` of Maven."""
    text = without_comments(text_of(data))
    starts = (found.start() for found in islice(re.finditer("<licenses>", text), _LISTS))
    start = next((each for each in starts if not _inside_others(text, each)), -1)
    end = text.find("</licenses>", start)
    if start < 0 or not start < end < start + _BLOCK:
        return []
    names = re.findall(r"<license>[^<]{0,200}<name>([^<]{1,200})</name>", text[start:end])
    return said(names, text.count("\n", 0, start) + 1)


def _inside_others(text: str, start: int) -> bool:
    """Whether a place lies in an element of Maven on others, or on the tools with which a work is built."""
    return any(text.count(f"<{each}>", 0, start) > text.count(f"</{each}>", 0, start) for each in _OF_OTHERS)


def gradle(data: bytes) -> list[Found]:
    """The `licenses { license { name = "…" } }` of a publication, in Groovy or Kotlin."""
    text = text_of(data)
    block = re.search(r"\blicenses[ \t]*\{(.{0,3000})", text, re.DOTALL)
    if not block:
        return []
    name = re.search(
        r"\blicense[ \t]*\{[^{}]{0,500}?\bname(?:\.set)?[ \t]*[=(]?[ \t]*[\"']([^\"'\n]{1,200})", block.group(1)
    )
    return said([name.group(1)], text.count("\n", 0, block.start(1) + name.start(1)) + 1) if name else []


def msbuild(data: bytes) -> list[Found]:
    """`PackageLicenseExpression` (https://learn.microsoft.com/nuget/reference/msbuild-targets#pack-target), else the
    address that older packages give."""
    return _element(data, "PackageLicenseExpression") or _address(data, "PackageLicenseUrl")


def nuspec(data: bytes) -> list[Found]:
    """`license` of the type `expression`, else the address that older packages give; the type `file` only names a
    file."""
    opening = r'license\s[^<>]{0,200}?type\s*=\s*["\']expression["\'][^<>]{0,200}'
    return _element(data, opening, "license") or _address(data, "licenseUrl")


def _address(data: bytes, name: str) -> list[Found]:
    """An address that is known to be that of a licence; any other may be a page about it."""
    return [found for found in _element(data, name) if meaning(found[0])]


def _element(data: bytes, opening: str, name: str = "") -> list[Found]:
    text = without_comments(text_of(data))
    found = re.search(rf"<{opening}>([^<]{{1,300}})</{name or opening}>", text)
    return said([found.group(1)], text.count("\n", 0, found.start()) + 1) if found else []


def description(data: bytes) -> list[Found]:
    """The DESCRIPTION of an R package."""
    text = text_of(data)
    found = re.search(r"^License:([^\n]{0,200}(?:\n[ \t][^\n]{0,200}){0,3})", text, re.MULTILINE)
    written = re.sub(r"[+|] file [A-Z]+$", "", " ".join(found.group(1).split())) if found else ""
    choice = (_R_NAMES.get(name.strip(), name.strip()) for name in written.split("|"))
    return said([" OR ".join(choice)], line_of(text, r"^License:"))


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
