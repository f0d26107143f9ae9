"""A logo: an SVG of shapes only, or a PNG; written anew from what was checked, so that nothing else comes along."""

import re
import struct
import zlib
from pathlib import Path
from typing import NoReturn
from xml.etree import ElementTree

from oss_scan.errors import OssScanError
from oss_scan.report.formats.look import Logo

_MOST = 500_000  # bytes
_DEEPEST = 50
_SIDE = 4000  # pixels of a PNG
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_SHAPES = frozenset(
    [
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "linearGradient"),
        *("radialGradient", "stop", "clipPath", "mask", "use", "symbol", "title", "desc"),
    ]
)
_REFUSED = frozenset(
    [
        *("script", "foreignObject", "image", "feImage", "style", "text", "a"),
        *("animate", "set", "animateTransform", "animateMotion"),
    ]
)
_OUTSIDE = re.compile(r"url\(\s*[\"']?(?!#)|javascript:|\\|@import", re.IGNORECASE)
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")


def read_logo(path: Path) -> Logo:
    """Read and check a logo. Raises OssScanError."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
    except OSError as error:
        detail = error.strerror or str(error)
        _fail(path, nl=f"kan niet worden gelezen ({detail})", en=f"cannot be read ({detail})")
    if len(data) > _MOST:
        _fail(path, nl="is groter dan 500 kB", en="is larger than 500 kB")
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _svg(path, data)
    found = _png(data)
    if found is None:
        _fail(path, nl="is geen hele PNG van hoogstens 4000 bij 4000", en="is not a whole PNG of at most 4000 by 4000")
    return found


def _png(data: bytes) -> Logo | None:
    """The image of a whole PNG, with only what is drawn."""
    kept, packed, at = [data[:8]], b"", 8
    width = height = 0
    while at + 12 <= len(data):
        (size,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        chunk = data[at : at + 12 + size]
        if len(chunk) < 12 + size or struct.unpack(">I", chunk[-4:])[0] != zlib.crc32(chunk[4:-4]):
            return None
        if kind in _KEPT:
            kept.append(chunk)
        if kind == b"IHDR" and size == 13:
            width, height = struct.unpack(">II", chunk[8:16])
        if kind == b"IDAT":
            packed += chunk[8:-4]
        if kind == b"IEND":
            good = 0 < width <= _SIDE and 0 < height <= _SIDE and _unpacks(packed, width * height * 8 + height)
            return Logo(b"".join(kept), "png", width, height) if good else None
        at += 12 + size
    return None


def _unpacks(packed: bytes, most: int) -> bool:
    unpacking = zlib.decompressobj()
    try:
        return len(unpacking.decompress(packed, most + 1)) <= most and unpacking.eof
    except zlib.error:
        return False


def _svg(path: Path, data: bytes) -> Logo:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<!doctype" in data:
        _fail(path, nl="mag geen DOCTYPE hebben", en="may not have a DOCTYPE")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - without a DOCTYPE there are no entities
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        _fail(path, nl=f"is geen SVG of PNG ({error})", en=f"is no SVG or PNG ({error})")
    box = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))]
    if root.tag != f"{_SVG}svg" or len(box) != 4 or min(box[2:]) < 1:
        _fail(path, nl="is geen SVG met een viewBox", en="is no SVG with a viewBox")
    clean = _cleaned(path, root)
    clean.set("width", f"{box[2]:g}")
    clean.set("height", f"{box[3]:g}")
    ElementTree.register_namespace("", _SVG[1:-1])
    return Logo(ElementTree.tostring(clean), "svg", round(box[2]), round(box[3]))


def _cleaned(path: Path, element: ElementTree.Element, depth: int = 0) -> ElementTree.Element:
    """The element with its shapes; what editors add is left out, what runs or fetches is refused."""
    if depth > _DEEPEST:
        _fail(path, nl="is te diep genest", en="is nested too deeply")
    made = ElementTree.Element(element.tag)
    for name, value in element.attrib.items():
        if name.lower().startswith("on") or _OUTSIDE.search(value) or (name in _HREF and not value.startswith("#")):
            _fail(
                path,
                nl=f"het attribuut {name} mag niet: een logo haalt niets op",
                en=f"the attribute {name} is not allowed: a logo fetches nothing",
            )
        if name in _HREF:
            made.set("href", value)
        elif not name.startswith("{"):
            made.set(name, value)
    if element.tag.removeprefix(_SVG) in ("title", "desc"):
        made.text = element.text
    for child in element:
        name = child.tag.removeprefix(_SVG)
        if name in _REFUSED:
            _fail(
                path,
                nl=f"het element {name} mag niet; zet tekst om in vormen en laat weg wat beweegt of iets ophaalt",
                en=f"the element {name} is not allowed; turn text into shapes, and leave out what moves or fetches",
            )
        if name in _SHAPES:
            made.append(_cleaned(path, child, depth + 1))
    return made


def _fail(path: Path, *, nl: str, en: str) -> NoReturn:
    raise OssScanError(nl=f"{path} {nl}", en=f"{path} {en}")
