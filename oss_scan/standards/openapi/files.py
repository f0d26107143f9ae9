"""The files that say they are OpenAPI, each with its role."""

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "own", "internal", "fragment", "duplicate", "consumed", "fixture", "archive", "example", "template", "unparsable"
]


@dataclass(frozen=True, slots=True)
class ApiFile:
    """A file that says it is OpenAPI: `version` as it says (`3.0.1`, `2.0`), `title` and `release` from its `info`.

    `reason`: `own`, `folder` (with `other`: which folder or name), `title`, `no-paths`, `no-fixed-path` (whoever offers
    it chooses the address: a webhook, or a service that a caller asks for), `generated-client`, `placeholders`, a code
    of `UnreadableError`, or the file that counts in `other`: `same-content`, `same-api`, `made-of`, `older-version`.
    """

    path: str
    blob: str
    role: Role
    reason: str
    other: str | None = None
    version: str | None = None
    title: str | None = None
    release: str | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """A file with a digest of what it says, and the paths that it describes."""

    file: ApiFile
    digest: str
    paths: frozenset[str]
