"""What a file says of a licence: the answer."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "notice", "reference", "link", "modified", "unknown"]


@dataclass(frozen=True, slots=True)
class Match:
    """What a file says of a licence: an SPDX expression or None, how it says it, and from which line to which.

    `score` is the part of the file's words that the known text or notice covers, at most 0.99 where not each of its
    words was compared; for a name or address it is 1.0 when that is exact, 0.9 when it is written freely; for an
    altered text it is the part that was recognised, 0.0 where that was not measured. Of a modified text, `removed` and
    `added` are the words that it lacks and those that it has more, pair by pair ("" where there are none). `reason`
    says why a PDF is unknown, or that the line contradicts the text. `engine` is who said it; None for this program.
    """

    expression: str | None
    kind: Kind
    score: float
    line: int = 1
    last_line: int | None = None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    reason: Literal["pdf-extra", "pdf-unreadable", "pdf-unclear", "contradicted"] | None = None
    engine: str | None = None


UNKNOWN = Match(None, "unknown", 0.0)
#: What a short text says that gives nobody a licence ("all rights reserved"): no SPDX id, and no licence.
RESERVED = "LicenseRef-all-rights-reserved"
