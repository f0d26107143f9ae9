"""The code in a notebook (Jupyter, https://nbformat.readthedocs.io/): its cells, without what they showed."""

import json
from collections.abc import Iterator

_ENDINGS = {
    "python": "py",
    "r": "r",
    "javascript": "js",
    "typescript": "ts",
    "scala": "scala",
    "c#": "cs",
    "bash": "sh",
}


def cells(data: bytes) -> Iterator[tuple[str, int, bytes]]:
    """Of each cell of code the ending that files in its language have (empty where it is not known), where it begins in
    the file, and the code. A file that is no notebook is one cell in a language that is not known."""
    try:
        held = json.loads(data)
        language = _language(held["metadata"])
        sources = [cell["source"] for cell in held["cells"] if cell["cell_type"] == "code"]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        yield "", 0, data
        return
    at = 0
    for source in sources:
        lines = source if isinstance(source, list) else [source]
        first = next((line for line in lines if isinstance(line, str) and line.strip()), None)
        if first is None:
            continue
        at = max(data.find(json.dumps(first, ensure_ascii=False).encode("utf-8", "replace")), at)
        yield _ENDINGS.get(language, ""), at, "".join(filter(_is_text, lines)).encode("utf-8", "replace")


def _language(about: dict[str, dict[str, object]]) -> str:
    kernel = about.get("kernelspec", {})
    said = about.get("language_info", {}).get("name") or kernel.get("language") or kernel.get("name") or ""
    return str(said).lower().rstrip("0123456789")


def _is_text(line: object) -> bool:
    return isinstance(line, str)
