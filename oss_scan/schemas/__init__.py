"""The JSON Schemas (2020-12) of results, and of the files that users write. They are shipped, and tested."""

from pathlib import Path

from oss_scan.errors import OssScanError

_FOLDER = Path(__file__).parent


def names() -> tuple[str, ...]:
    """The name of every schema, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


def schema(name: str) -> str:
    """The text of a schema, which is JSON. Raises OssScanError where there is none of that name."""
    if name not in names():
        listed = ", ".join(names())
        raise OssScanError(
            nl=f"het schema {name!r} bestaat niet; kies uit {listed}",
            en=f"there is no schema {name!r}; choose from {listed}",
        )
    return (_FOLDER / f"{name}.json").read_text(encoding="utf-8")
