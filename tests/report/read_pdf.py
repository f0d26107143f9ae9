"""Reads a tagged PDF back: its structure, and the texts that belong to each element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

_CHARS = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_UNSEEN = str.maketrans("", "", "\xad\u200b\u2060")  # say only where a line may be broken


@dataclass
class Node:
    """An element of the structure; `scope` of a header cell, once."""

    name: str
    scope: str
    text: str
    kids: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *names: str) -> list["Node"]:
        return [one for one in self.walk() if one.name in names]

    def said(self) -> str:
        return " ".join("".join(one.text for one in self.walk()).translate(_UNSEEN).split())


def structure(content: bytes) -> Node:
    """The structure of a PDF that typst made."""
    with pikepdf.open(BytesIO(content)) as pdf:
        texts = {page.objgen: _marked(page) for page in pdf.pages}
        return _node(pdf.Root.StructTreeRoot, None, texts)


def nodes(element: Any) -> Iterator[Any]:
    """The elements of the structure as pikepdf has them."""
    yield element
    for kid in _list(element.get("/K")):
        if isinstance(kid, pikepdf.Dictionary):
            yield from nodes(kid)


def _node(element: Any, page: Any, texts: dict[Any, dict[int, str]]) -> Node:
    page = element.get("/Pg", page)
    node = Node(str(element.get("/S", "/Root"))[1:], _scope(element), "")
    for kid in _list(element.get("/K")):
        if isinstance(kid, int):
            node.kids.append(Node("", "", texts[page.objgen].get(int(kid), "")))
        elif "/MCID" in kid:
            node.kids.append(Node("", "", texts[kid.get("/Pg", page).objgen].get(int(kid.MCID), "")))
        elif "/S" in kid:
            node.kids.append(_node(kid, page, texts))
    return node


def _scope(element: Any) -> str:
    found = [str(one.Scope)[1:] for one in _list(element.get("/A")) if "/Scope" in one]
    return found[0] if len(found) == 1 else ""


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _marked(page: Any) -> dict[int, str]:
    """The text of each piece of marked content of a page."""
    fonts = {name: _signs(font) for name, font in page.resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    stack: list[tuple[int | None, bool]] = []  # which piece, and whether its text was given apart
    signs: dict[bytes, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operands: Any = step.operands
        name = str(step.operator)
        if name in ("BDC", "BMC"):
            about: Any = operands[1] if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else {}
            before, given = stack[-1] if stack else (None, False)
            piece = int(about["/MCID"]) if "/MCID" in about else before
            if "/ActualText" in about and piece is not None:
                texts[piece] = texts.get(piece, "") + str(about["/ActualText"])
                given = True
            stack.append((piece, given))
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            signs = fonts[str(operands[0])]
        elif name in ("Tj", "TJ") and stack:
            piece, given = stack[-1]
            if piece is not None and not given:
                shown = b"".join(bytes(one) for one in _list(operands[0]) if isinstance(one, pikepdf.String))
                codes = (shown[at : at + 2] for at in range(0, len(shown), 2))
                texts[piece] = texts.get(piece, "") + "".join(signs[code] for code in codes)
    return texts


def _signs(font: Any) -> dict[bytes, str]:
    """What each code of a font stands for."""
    found = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL):
        for code, sign in _CHARS.findall(part):
            found[bytes.fromhex(code.decode())] = bytes.fromhex(sign.decode()).decode("utf-16-be")
    return found
