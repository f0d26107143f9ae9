"""Which licence a text is, or names: a small library that would stand alone.

A text that several SPDX ids share answers with the plain one (`GPL-3.0`, although deprecated): the text alone does
not say whether later versions are allowed, and only a notice beside it can. A retired id with the text of a current one
answers with that (`StandardML-NJ` with `SMLNJ`); only four retired ids have a text of their own.

How an answer (`match`) comes about; `reading` goes through these stages, and stops at the first that settles it:

1. A text: `fold` decodes the bytes (`pdf` those of a PDF) and blanks markup; `layout`, `front_matter` and
   `copyrights` tell what is no word of a licence.
2. A known text and nothing else: `index` knows it by its digest. A file of nothing but comments: `comments`.
3. Known texts among other words: `parts`. `words` makes one character of each word, `regions` looks for places,
   `align` lays a known text beside one, `titles` takes a title off. `judge` weighs all differences, `weighing` each
   of them (`slips`, `vocabulary`, `formalities`, `variants`, `appendix`; `codes_only` for texts that are not
   shipped); `inserted` drops harmless paragraphs. Where that does not settle it, `patterns` (`matcher`, `widening`)
   says what its authors foresaw; `between` looks for notices between the texts.
4. What stands beside them (`settling`): `leftover` is what no text explains. `restricting` looks for words that may
   take a permission away, `statements` asks each clause: it must say what is harmless (`informing`, `plain`) and hold
   no word of `limits`, but for turns of phrase of `excused` (`asides`, `grants`, `described`), and none of `binding`.
   `told` lets a clause pass that only tells of the work, its makers or its past, or asks for help (`subjects`, `tales`,
   `invites`). `contrary` finds a label that names another licence, `further` one more that is given, `choices` a
   choice, `x11` a clause that makes MIT X11.
5. No known text: `gnu` knows the FSF's own words, `notices` reads what else a short text says. `names` finds licences
   by name (`known_names`, `beside`) and by address (`addresses`); `blanking` leaves out what is not said of the
   program, `telling` asks whether each clause is harmless or none but words that give it, `given` whether it is given
   and to the work itself (`whose`, `nouns`), to no part from elsewhere (`origins`), `doubts` what takes that back
   (`elsewhere`, `others`), `combining` joins several.
6. Nothing yet: `bundled` reads what stands above parts of others, `notices` that nobody has a licence, `disclaiming` a
   notice above a disclaimer.

`gnu_advice` adds to a text of GNU that later versions hold. `spdx` holds ids and expressions, `caseless` makes
patterns for any case, `phrases` one of hundreds of turns of phrase. Apart from the stages: `pointers` follows a file
that only names others, `scancode` (`scancode_process`) asks another engine, `refresh` writes the shipped data anew.
"""

from typing import TYPE_CHECKING

from oss_scan.licences.fold import LIMIT, decode
from oss_scan.licences.match import RESERVED, UNKNOWN, Kind, Match
from oss_scan.licences.reading import read, read_pdf
from oss_scan.licences.spdx import (
    agree,
    families,
    for_content,
    full_text,
    join,
    normalise,
    origin,
    osi_approved,
    other_version,
    takes_in,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "RESERVED",
    "REVISION",
    "Kind",
    "Match",
    "agree",
    "families",
    "followed",
    "for_content",
    "identify",
    "join",
    "may_mean",
    "meaning",
    "normalise",
    "osi_approved",
    "other_version",
    "takes_in",
    "text",
    "version",
]

#: Raised by one when the same bytes may get another answer.
REVISION = 11


def version() -> str:
    """The analyser's revision and the SPDX licence list that it knows, as `1 (SPDX 3.29.0)`."""
    return f"{REVISION} (SPDX {origin()['spdx']['version']})"


def text(licence: str) -> str:
    """The full text of an SPDX licence id; KeyError where there is none."""
    found = full_text(licence)
    if found is None:
        raise KeyError(licence)
    return found


def identify(data: bytes) -> Match:
    """What the bytes of a file say of a licence."""
    if data.startswith(b"%PDF") and len(data) <= LIMIT:
        return read_pdf(data)
    found = decode(data)
    return UNKNOWN if found is None else read(found)


def followed(data: bytes, match: Match, said: "Callable[[str], str | None]") -> Match:
    """The answer for a file that only names others beside it; `said` tells what the one of a name says."""
    from oss_scan.licences.pointers import followed as follow

    return follow(data, match, said)


def meaning(written: str) -> str | None:
    """The SPDX expression that a declaration stands for: one already, or a licence's name as people write it."""
    from oss_scan.licences.names import expression_of

    return expression_of(written)


def may_mean(text: str, expression: str) -> bool:
    """Whether a text that names a licence, perhaps without its version, may mean this one, and names no other."""
    from oss_scan.licences.others import leaves_open

    return leaves_open(text, expression)
