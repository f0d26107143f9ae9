"""What forges said before, in a folder of the user's own: each page with its ETag, kept as soon as it was read.

So a listing that was broken off goes on where it was, and one of which nothing changed costs the forge nothing. Lost
files cost calls and nothing else; what is older than 30 days goes.
"""

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

#: Raised by one when what is kept of a page changes.
_FORM = 1
_KEPT = timedelta(days=30)
_GOES_ON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a listing: its rows, the address of the next page, and the ETag that the forge knows it by."""

    rows: Sequence[Mapping[str, Any]]
    next: str | None
    etag: str | None
    seen: str  # ISO 8601


class Pages:
    """The pages of one listing; `who` tells listings apart that differ in what may be seen. Without a folder nothing
    is kept."""

    def __init__(self, folder: Path | None, start: str, who: str, now: datetime) -> None:
        self._folder = folder
        self._who = who
        self._open = self._path(f"open {start}")
        self.goes_on_from: str | None = None
        if folder:
            with suppress(OSError):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _tidy(folder, now)
                self._begin(now)

    def recall(self, url: str) -> Page | None:
        """The page as it was."""
        path = self._path(url)
        if path is None:
            return None
        try:
            held = json.loads(path.read_bytes())
            page = Page(held["rows"], held["next"], held["etag"], held["seen"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        rows = isinstance(page.rows, list) and all(isinstance(row, dict) for row in page.rows)
        return page if rows and held.get("url") == url else None

    def is_fresh(self, page: Page) -> bool:
        """Whether the page belongs to this listing, which was broken off after it."""
        return self.goes_on_from is not None and page.seen >= self.goes_on_from

    def keep(self, url: str, page: Page) -> None:
        """Keep a page at once."""
        path = self._path(url)
        if path and self._folder:
            with suppress(OSError):
                _write(self._folder, path, {"url": url, **asdict(page)})

    def done(self) -> None:
        """The listing came to its end."""
        if self._open:
            self._open.unlink(missing_ok=True)

    def _begin(self, now: datetime) -> None:
        if self._folder is None or self._open is None:
            return
        with suppress(OSError, ValueError, TypeError):
            begun = json.loads(self._open.read_bytes())["seen"]
            if timedelta() <= now - datetime.fromisoformat(begun) <= _GOES_ON:
                self.goes_on_from = begun
                return
        _write(self._folder, self._open, {"seen": now.isoformat()})

    def _path(self, name: str) -> Path | None:
        digest = sha256(f"{_FORM}\n{self._who}\n{name}".encode()).hexdigest()[:40]
        return self._folder / f"{digest}.json" if self._folder else None


def _write(folder: Path, path: Path, value: Mapping[str, Any]) -> None:
    handle, name = tempfile.mkstemp(dir=folder, suffix=".new")  # for the user only
    with os.fdopen(handle, "w", encoding="ascii") as file:
        json.dump(value, file)
    Path(name).replace(path)


def _tidy(folder: Path, now: datetime) -> None:
    oldest = (now - _KEPT).timestamp()
    for path in folder.iterdir():
        with suppress(OSError):
            if path.suffix in (".json", ".new") and path.stat().st_mtime < oldest:
                path.unlink()
