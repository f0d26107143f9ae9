"""Why the expression for the code is what it is: each ground with its place."""

from dataclasses import dataclass

from oss_scan.facts.declarations import Declaration
from oss_scan.facts.licence_files import LicenceFile


@dataclass(frozen=True, slots=True)
class Ground:
    """Why the expression is what it is, and where that stands.

    `code`: `text` or `named` (a file at the top holds it, or names it), `folder` (a text in LICENSES/), `reuse` (REUSE
    gives it to files with code), `declared` (what says which of the texts in LICENSES/ it is), `later` (what says
    whether later versions are allowed), `choice` (what says that one may choose), `content` (a licence for texts or
    data, that stands beside the one of the code), `doubt` (why there is no expression).
    """

    code: str
    expression: str | None
    path: str
    blob: str
    line: int | None = None


def of_declaration(code: str, one: Declaration) -> Ground:
    """What a manifest or the README declares, as a ground."""
    return Ground(code, one.expression, one.path, one.blob, one.line)


def of_file(code: str, file: LicenceFile, expression: str | None = None) -> Ground:
    """A licence file as a ground, with an expression where it gives one."""
    return Ground(code, expression, file.path, file.blob, file.match.line if file.match else None)
