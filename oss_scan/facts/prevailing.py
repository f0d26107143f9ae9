"""What most source files of the work itself say of their licence.

A part with a licence file of its own, a library that was copied, generated code and the scripts of a build tool say
what others chose; where those may be what speaks, nothing does.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from os.path import commonpath

from oss_scan.facts.licence_paths import stands_apart

#: Files that speak for the others, at least.
_SOME = 5
#: Of so many files one may lie outside the folder of those that speak: more, and that folder is a part.
_ONE_IN = 10
#: Scripts that build tools put beside the work, with a licence of their own.
_SCRIPT = re.compile(
    r"(?:^|/)(?:(?:gradle|grails|mvn|mill|sbt)w?(?:\.(?:bat|cmd|sh|ps1))?|MavenWrapperDownloader\.java|activator"
    r"|dotnet-install\.(?:sh|ps1)|wait-for(?:-it)?\.sh|versioneer\.py|ez_setup\.py|get-pip\.py"
    r"|config(?:ure|\.guess|\.sub|\.rpath)|ltmain\.sh|install-sh|depcomp|missing)$"
)
_GENERATED = re.compile(
    rb"\b(?:generated|gegenereerd)[ \t]+(?:by|with|from|using|automatically|door|met|uit|vanuit)\b|@generated\b"
    rb"|\b(?:automatically|automatisch|auto)[- \t]?(?:generated|gegenereerd)\b(?! (?:catch|constructor|method))"
    rb"|\bDO NOT (?:EDIT|MODIFY|CHANGE)\b|swagger[- ]?codegen|openapi[- ]?generator",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A source file that was read, and what its header names: None and 0 where that is nothing."""

    path: str
    expression: str | None
    line: int
    generated: bool = False

    @property
    def ending(self) -> str:
        """What its name ends with."""
        return self.path[self.path.rfind(".") :].lower()


def is_generated(head: bytes) -> bool:
    """Whether the first lines say that a program wrote the file."""
    return bool(_GENERATED.search(head))


def prevailing(seen: Sequence[Seen], apart: frozenset[str]) -> tuple[Seen, ...]:
    """The files that name the licence which most of the work's own files name; none where they may be of a part.

    `apart` are the folders that hold a licence file of their own.
    """
    own = [one for one in seen if not (one.generated or _SCRIPT.search(one.path) or stands_apart(one.path, apart))]
    named = Counter(one.expression for one in own if one.expression)
    for expression, files in named.most_common(1):
        those = tuple(one for one in own if one.expression == expression)
        folders = {one.path.rpartition("/")[0] for one in those}
        spread = len(folders) > 1 or len({one.ending for one in those}) > 1
        within = commonpath(folders)
        outside = sum(1 for one in own if within and not one.path.startswith(f"{within}/"))
        if files >= _SOME and 2 * files > len(own) and spread and _ONE_IN * outside <= len(own):
            return those
    return ()
