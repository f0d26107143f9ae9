"""What a repository's OpenAPI files are, and what the own ones show when they are tested."""

from dataclasses import dataclass

from oss_scan.tree import Unread

#: The offer of a description that lies among those of other organisations: it may be of any of them.
OF_SEVERAL = "several"
#: That of one of which the repository makes the types of a client: it may be of somebody else.
OF_A_CLIENT = "client"
#: That of one that is fetched from elsewhere: it may be of somebody else.
FETCHED = "fetched"
_OF_ANYBODY = (OF_SEVERAL, OF_A_CLIENT, FETCHED)


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file; `path` is another file than the document where a reference leads there."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """What one question of a rule set found in a document: how often, and the first places. `rule` is the clause of the
    standard; None for what any reader of the file would refuse."""

    rule: str | None
    code: str
    level: str  # error, warning
    count: int
    places: tuple[At, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """An own document by the official schema (`valid`: None where there is none for its version, or a part could not be
    read) and by a rule set: the clauses that were tested and what was found. `unknown`: codes of questions that need a
    reference which is never fetched. `score`: as the public register of APIs computes it, 0 to 100."""

    valid: bool | None
    ruleset: str
    clauses: tuple[str, ...]
    deviations: tuple[Deviation, ...]
    unknown: tuple[str, ...]
    score: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """A file that says it is OpenAPI: its role and the reason (`standards.openapi.files.ApiFile`); `tested` for own
    ones of a version that can be; `offer` what shows of own ones that the API is offered to others
    (`standards.offering`), or that nothing shows whose it is."""

    path: str
    blob: str
    role: str
    reason: str
    other: str | None = None
    version: str | None = None
    title: str | None = None
    release: str | None = None
    tested: Tested | None = None
    offer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Apis:
    """Every OpenAPI file, in the order of their paths. `unread` holds the first of the files that may be one and were
    not read, `left_out` counts them all."""

    files: tuple[Api, ...] = ()
    unread: tuple[Unread, ...] = ()
    left_out: int = 0

    @property
    def own(self) -> tuple[Api, ...]:
        """Those that describe an API of the repository's own."""
        return tuple(file for file in self.files if file.role == "own")

    @property
    def offered(self) -> tuple[Api, ...]:
        """Own ones that show that the API is offered to others."""
        return tuple(file for file in self.own if file.offer and file.offer not in _OF_ANYBODY)

    @property
    def judged(self) -> tuple[Api, ...]:
        """Those that are held against a standard, where it applies: what is offered; where none shows that, all own."""
        return self.offered or self.own
