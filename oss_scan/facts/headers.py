"""What the first lines of source files say of their licence: SPDX tags and notices.

Where REUSE is claimed every file is read for it; else a sample, spread evenly over the files with program code.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from oss_scan import licences
from oss_scan.facts.header_said import gives, names_another, names_any, said
from oss_scan.facts.licence_paths import folders_apart
from oss_scan.facts.listing import Listing
from oss_scan.facts.prevailing import Seen, is_generated, prevailing
from oss_scan.facts.source_comments import comments
from oss_scan.facts.tags import bare
from oss_scan.tree import Kind, Unread

#: Files that are read at most, and bytes and lines of each that are looked at.
SAMPLE = 30
_SOME = 3
_BYTES = 6000
_LINES = 60
_LIMIT = 1024 * 1024

_NOT_OWN = re.compile(
    r"(?:^|/)(?:node_modules|bower_components|vendor\w*|third[-_]?part(?:y|ies)|extern(?:al|als)?|libs?|dist|build|target|static"
    r"|assets|public|fixtures?|tests?|tst|__tests__|test[-_]?data|dependencies|docs?|[\w-]+[-_]\d{1,4}(?:[._]\d{1,4}){1,3}|\.[^/]*)/"
    r"|\.min\.|\.ipynb$",
    re.IGNORECASE,
)
_OF_PACKAGE = re.compile(r"(?:src/)?[^/]+/__init__\.py")
_TAG = re.compile(r"SPDX-License-Identifier:[ \t]*([^\r\n]{1,200})")


@dataclass(frozen=True, slots=True)
class Header:
    """A licence that source files name in their first lines: in how many of those read, and where it stands first.

    `among` is the number of files read with an ending that one of them has.
    """

    expression: str
    files: int
    path: str
    blob: str
    line: int
    among: int = 0


@dataclass(frozen=True, slots=True)
class Headers:
    """What the headers of source files say, the commonest first; `read` is the number of files that were looked at.

    `most` is what most files say that are beyond doubt the work's own (`prevailing`).
    """

    read: int = 0
    said: tuple[Header, ...] = ()
    most: Header | None = None

    def common(self) -> tuple[Header, ...]:
        """What is said by most files of their kind, and no few: what fewer say may have come with what others made.

        Where headers name one licence only, it is enough that each third file of its kind has it.
        """
        alone = len(self.said) == 1
        return tuple(
            one
            for one in self.said
            if (2 * one.files >= one.among and 4 * one.files >= self.read)
            or (alone and one.files >= _SOME and 3 * one.files >= max(one.among, self.read))
        )

    def of_package(self) -> tuple[Header, ...]:
        """The only licence that headers name, where it stands in the file that speaks for a package of Python."""
        return self.said if len(self.said) == 1 and _OF_PACKAGE.fullmatch(self.said[0].path) else ()


def collect_headers(listing: Listing, code: tuple[str, ...]) -> Headers:
    """Look at the headers of a sample of the files with program code."""
    own = [path for path in _own(code) if listing.tree.kind(path) is Kind.FILE]
    chosen = own if len(own) <= SAMPLE else [own[at * len(own) // SAMPLE] for at in range(SAMPLE)]
    known: dict[str, str | None] = {}
    seen: list[Seen] = []
    for path in chosen:
        data = listing.read(path, _LIMIT)
        if not isinstance(data, Unread):
            expression, line = _in_header(data, known) or (None, 0)
            seen.append(Seen(path, expression, line, expression is not None and is_generated(data[:_BYTES])))
    most = prevailing(seen, folders_apart(listing))
    return Headers(len(seen), _ranked(listing, seen), _ranked(listing, most)[0] if most else None)


def _ranked(listing: Listing, seen: Sequence[Seen]) -> tuple[Header, ...]:
    """Each licence that is named, the commonest first."""
    endings = Counter(one.ending for one in seen)
    of: dict[str, list[Seen]] = {}
    for one in seen:
        if one.expression:
            of.setdefault(one.expression, []).append(one)
    ranked = sorted(of.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Header(
            expression,
            len(those),
            those[0].path,
            listing.tree.blob(those[0].path),
            those[0].line,
            sum(endings[each] for each in {one.ending for one in those}),
        )
        for expression, those in ranked
    )


@lru_cache(maxsize=1)  # a remote tree is gone through again once more of its files are here
def _own(code: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(path for path in code if not _NOT_OWN.search(path))


def _in_header(data: bytes, known: dict[str, str | None]) -> tuple[str, int] | None:
    """The licence that a header names, and the line."""
    head = data[:_BYTES]
    if not (b"licen" in head.lower() or any(each in head for each in (b"EUPL", b"SPDX-", b"GPL"))):
        return None
    lines = head.decode("utf-8", "replace").splitlines()[:_LINES]
    for number, line in enumerate(lines, 1):
        tag = _TAG.search(line)
        if tag:
            expression = licences.normalise(bare(tag[1]))
            return (expression, number) if expression else None
    told: tuple[str, int] | None = None
    for comment in comments(lines):
        at = gives(comment.lines, leads=comment.leads)
        text = "\n".join(comment.lines)
        if at is None:
            continue
        if told:
            if names_another(text, told[0]):
                return None
        elif names_any(text):
            if text not in known:
                known[text] = said(text)
            expression = known[text]
            if expression is None:
                return None
            told = (expression, comment.start + at + 1)
    return told
