"""What a forge answers: read up to a limit, and not trusted."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import requests

from oss_scan.errors import UnreadableError
from oss_scan.inert import printable

_BODY = 32 << 20  # bytes of one answer
_SECONDS = 120  # for the body of one answer


@dataclass(frozen=True, slots=True)
class Answer:
    """What a forge said. `body` is JSON, None where there is none; `url` is where it was found in the end."""

    status: int
    url: str
    body: Any = None
    next: str | None = None
    etag: str | None = None

    def rows(self) -> list[Mapping[str, Any]]:
        """The body as a list of objects; raises ValueError where it is something else."""
        if not isinstance(self.body, list) or not all(isinstance(row, dict) for row in self.body):
            raise ValueError("no list of objects")
        return self.body


def trimmed(row: Mapping[str, Any], keys: frozenset[str]) -> Mapping[str, Any]:
    """Of a row only these keys (`a.b` is one in a mapping); what lies below them is only said to be there."""
    found = {name: _plain(value) for name, value in row.items() if name in keys}
    for name in keys:
        outer, _, inner = name.partition(".")
        held = row.get(outer) if inner else None
        if isinstance(held, dict) and inner in held:
            found[name] = _plain(held[inner])
    return found


def _plain(value: object) -> object:
    return True if isinstance(value, dict | list) else value


def gone(url: str, status: int) -> UnreadableError:
    """What is no longer there, or was never."""
    shown = printable(url.partition("?")[0])
    return UnreadableError("forge-blocked" if status == 451 else "forge-gone", url=shown, status=str(status))


def answer_of(response: requests.Response) -> Answer:
    """What a response holds; raises what requests, urllib3 or json raise where it is damaged, or too much."""
    status, url = response.status_code, response.url
    if status != 200:
        return Answer(status, url)
    body = json.loads(_body(response))
    following = response.links.get("next", {}).get("url")
    return Answer(status, url, body, urljoin(url, following) if following else None, response.headers.get("ETag"))


def _body(response: requests.Response) -> bytes:
    """All of it, unless it is too much or too slow; what was cut short raises."""
    deadline = time.monotonic() + _SECONDS
    found = bytearray()
    while chunk := response.raw.read1(1 << 16, decode_content=True):
        found += chunk
        if len(found) > _BODY or time.monotonic() > deadline:
            raise TimeoutError
    return bytes(found)
