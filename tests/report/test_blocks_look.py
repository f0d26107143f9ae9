"""Themes and logos: read strictly, inert, in each format; and kept, so that a report can be made again."""

import base64
import json
import re
import struct
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from oss_scan.errors import OssScanError
from oss_scan.report.formats import files
from oss_scan.report.formats.logos import read_logo
from oss_scan.report.formats.look import NEUTRAL, Look, kept, look_of
from oss_scan.report.formats.publication import CC0, Publication, read_publication
from oss_scan.report.formats.theme import contrast, read_theme
from tests.report.made_up_blocks import made
from tests.report.read_pdf import structure

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:ink="urn:editor" viewBox="0 0 40 20" ink:version="1">'
    '<ink:view x="1"/><title>Boom</title><defs><linearGradient id="g"><stop offset="0" stop-color="#123"/>'
    '</linearGradient></defs><g fill="url(#g)"><path d="M0 0h40v20z"/></g></svg>'
)


def png(width: int = 4, height: int = 2, *, extra: bytes = b"", damage: bool = False) -> bytes:
    rows = b"".join(b"\0" + b"\x10\x80\x40" * width for _ in range(height))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"tEXt", extra),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
    content = b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
    return content.replace(b"IDAT", b"IDAX") if damage else content


def theme(folder: Path, text: str, style: str | None = None) -> Path:
    (folder / "theme.yaml").write_text(text)
    if style is not None:
        (folder / "own.css").write_text(style)
    return folder


def themed(tmp_path: Path) -> Look:
    (tmp_path / "logo.svg").write_text(_SVG)
    look = read_theme(theme(tmp_path, 'colours: {accent: "#7A1E5B"}\nstyle: own.css\n', "h1 { letter-spacing: 1px; }"))
    return replace(look, logo=read_logo(tmp_path / "logo.svg"))


def test_a_theme_is_in_each_format(tmp_path: Path) -> None:
    look = themed(tmp_path)
    assert look.accent == "#7a1e5b"
    found = dict(files(made(), ("html", "pdf", "odt", "ods"), look))
    page = found["report.html"].decode()
    assert "--accent: #7a1e5b;" in page
    assert "h1 { letter-spacing: 1px; }" in page
    assert 'alt="Logo van CIO Rijk"' in page
    assert found["report.pdf"] != dict(files(made(), ("pdf",)))["report.pdf"]
    with ZipFile(BytesIO(found["report.odt"])) as file:
        assert b"#7a1e5b" in file.read("styles.xml")
        assert file.read("Pictures/logo.svg").startswith(b"<svg ")


def test_a_logo_of_pixels_is_in_each_format(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    look = replace(NEUTRAL, logo=read_logo(tmp_path / "logo.png"))
    assert look.logo
    found = dict(files(made(), ("html", "pdf", "odt"), look))
    assert f"data:image/png;base64,{base64.b64encode(look.logo.data).decode()}" in found["report.html"].decode()
    assert len(structure(found["report.pdf"]).all("Figure")) == 4


def test_a_look_is_kept_and_made_again(tmp_path: Path) -> None:
    whole = replace(
        themed(tmp_path),
        publication=Publication(
            "https://a.example", "A", "B", "b@a.example", "https://a.example", "https://a.example/", "https://c.example"
        ),
    )
    assert look_of(json.loads(json.dumps(kept(whole)))) == whole
    assert kept(NEUTRAL) is None
    assert look_of(None) == NEUTRAL


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('colours: {accent: "blue"}', "theme.yaml, line 1, accent: a colour such as #1a2b3c belongs here"),
        (
            'colours:\n  accent: "#cccccc"',
            "theme.yaml, line 2, accent: the contrast of accent with paper is 1.6:1",
        ),
        ('colours:\n  paper: "#777777"', "theme.yaml, line 2, paper: the contrast of ink with paper is"),
        ("colour: {}", "theme.yaml, line 1, colour: unknown key"),
        ("colours: {pink: x}", "theme.yaml, line 1, pink: unknown key"),
        ("style: ../own.css", "theme.yaml, line 1, style: the name of a file in this folder belongs here"),
        ("style: other.css", "theme.yaml, line 1, style: other.css cannot be read"),
    ],
)
def test_a_theme_is_read_strictly(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(OssScanError) as error:
        read_theme(theme(tmp_path, text, ""))
    assert said in error.value.en


@pytest.mark.parametrize(
    "line",
    [
        "</style><script>x</script>",
        '@import "https://evil.example/x.css";',
        "a { background: url(https://evil.example/x) }",
        "a { background: url('//evil.example') }",
        "a { background: u\\72l(x) }",
    ],
)
def test_a_style_fetches_nothing(line: str, tmp_path: Path) -> None:
    with pytest.raises(OssScanError, match=r"own.css, line 2, .*may not stand in a style"):
        read_theme(theme(tmp_path, "style: own.css", f"a {{ color: red }}\n{line}"))


def test_what_the_documentation_shows_can_be_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "report.md").read_text(encoding="utf-8")
    shown, published = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert read_theme(theme(tmp_path, shown, "h1 {}")) == replace(NEUTRAL, style="h1 {}")
    (tmp_path / "publication.yaml").write_text(published, encoding="utf-8")
    assert read_publication(tmp_path / "publication.yaml").licence == CC0


def test_own_colours_can_be_told_apart() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast(NEUTRAL.accent, NEUTRAL.soft) > 4.5
    assert contrast(NEUTRAL.line, NEUTRAL.paper) > 3


def test_a_logo_is_written_anew(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(_SVG)
    logo = read_logo(tmp_path / "logo.svg")
    assert (logo.kind, logo.width, logo.height) == ("svg", 40, 20)
    assert b"editor" not in logo.data
    assert b"<title>Boom</title>" in logo.data
    (tmp_path / "logo.png").write_bytes(png(extra=b"Author\0somebody"))
    assert b"somebody" not in read_logo(tmp_path / "logo.png").data


_BODY = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_BODY.format("<script>x</script>"), "the element script is not allowed"),
        (_BODY.format('<g onload="x"/>'), "the attribute onload is not allowed"),
        (_BODY.format('<use x:href="https://evil.example/#a"/>'), "is not allowed: a logo fetches nothing"),
        (_BODY.format('<path fill="url(https://evil.example)"/>'), "the attribute fill is not allowed"),
        (_BODY.format('<path style="fill: url( &quot;//x&quot;)"/>'), "the attribute style is not allowed"),
        (_BODY.format("<foreignObject/>"), "the element foreignObject is not allowed"),
        (_BODY.format('<image href="x.png"/>'), "the element image is not allowed"),
        (_BODY.format("<style>@import 'x'</style>"), "the element style is not allowed"),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + _BODY.format("&a;"), "may not have a DOCTYPE"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "is no SVG with a viewBox"),
        ("<svg", "is no SVG or PNG"),
        ("<html/>", "is no SVG with a viewBox"),
        (_BODY.format("<g>" * 100 + "</g>" * 100), "is nested too deeply"),
        (png(damage=True), "is not a whole PNG"),
        (png(5000, 1), "is not a whole PNG"),
        (png()[:-4], "is not a whole PNG"),
        (b"x" * 500_001, "is larger than 500 kB"),
    ],
)
def test_a_bad_logo_is_refused(content: str | bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "logo"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(OssScanError) as error:
        read_logo(path)
    assert said in error.value.en
    with pytest.raises(OssScanError, match="cannot be read"):
        read_logo(tmp_path / "absent")
