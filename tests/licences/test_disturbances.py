"""Texts as people copy them: each of twenty-five licences in fourteen ways."""

import html
import random
import re
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from oss_scan import licences
from oss_scan.licences.spdx import families

_NL = Path(__file__).parents[3] / "shared" / "conformance" / "eupl" / "EUPL-1.2.nl.txt"
_IDS = (
    "AGPL-3.0-only Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0 CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 EPL-1.0"
    " EPL-2.0 EUPL-1.1 EUPL-1.2 GPL-2.0-only GPL-3.0-only ISC LGPL-2.1-only LGPL-3.0-only MIT MPL-2.0 OFL-1.1 Unlicense"
    " W3C-20150513 Zlib"
)


def _paragraphs(text: str) -> list[str]:
    return re.split(r"\n\s*\n", text)


def _lines(text: str, prefix: str) -> str:
    return "\n".join(prefix + line for line in text.split("\n"))


def _page(text: str) -> str:
    body = "\n".join(f"<p>{html.escape(part)}</p>" for part in _paragraphs(text))
    return f"<!DOCTYPE html>\n<html><head><title>Licence</title></head><body>\n{body}\n</body></html>"


def _mistyped(text: str) -> str:
    """Two letters change places in one word of 250."""
    chance = random.Random(3)
    words = re.split(r"(\s+)", text)
    long = [at for at, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    for at in chance.sample(long, max(1, len(text.split()) // 250)):
        word, place = words[at], chance.randrange(1, len(words[at]) - 2)
        words[at] = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return "".join(words)


def _in_pages(text: str) -> str:
    """As a PDF becomes text: a number below each page."""
    lines = text.split("\n")
    return "\n".join(
        f"{line}\n\nPagina {at // 40} van 9\n\f" if at % 40 == 39 else line for at, line in enumerate(lines)
    )


_WAYS: Mapping[str, Callable[[str], str]] = {
    "other line ends": lambda text: text.replace("\n", "\r\n"),
    "slashes": lambda text: _lines(text, "// "),
    "hashes": lambda text: _lines(text, "# "),
    "a comment": lambda text: f"/*\n{_lines(text, ' * ')}\n */",
    "one line": lambda text: " ".join(text.split()),
    "narrow": lambda text: "\n\n".join(textwrap.fill(part, 50) for part in _paragraphs(text)),
    "a Dutch heading": lambda text: f"Copyright (c) 2024 Gemeente Voorbeeld\n\nDeze broncode valt hieronder.\n\n{text}",
    "Markdown": lambda text: "# Licentie\n\n" + "\n\n".join(f"**{part}**" for part in _paragraphs(text)),
    "HTML": _page,
    "curly quotes": lambda text: text.replace('"', "”").replace("'", "’").replace("-", "–"),
    "slips": _mistyped,
    "cut off": lambda text: text[: int(len(text) * 0.97)],
    "a README": lambda text: f"# Voorbeeld\n\nVoor gemeenten.\n\n## Licentie\n\n{text}\n\n## Contact\n\nMail ons.\n",
    "a batch file": lambda text: _lines(text, "REM "),
    "m4": lambda text: _lines(text, "dnl "),
    "numbered lines": lambda text: "\n".join(f"{at:4d} {line}" for at, line in enumerate(text.split("\n"), 1)),
    "pages": _in_pages,
    "a site": lambda text: _page(text).replace("<body>", "<body><nav><a>Home</a> <a>Over ons</a></nav>"),
    "joined letters": lambda text: text.replace("ffi", "\ufb03").replace("fi", "\ufb01"),
    "UTF-16": lambda text: text,
}


def _texts() -> dict[str, str]:
    found = {licence: licences.text(licence) for licence in _IDS.split()}
    if _NL.exists():
        found["EUPL-1.2 nl"] = _NL.read_text("utf-8")
    return found


@pytest.mark.parametrize("way", _WAYS)
def test_each_text_is_still_known(way: str) -> None:
    missed = []
    for name, text in _texts().items():
        disturbed = _WAYS[way](text).encode("utf-16" if way == "UTF-16" else "utf-8")
        match = licences.identify(disturbed)
        if match.kind != "text" or families(match.expression or "") != families(name.split()[0]):
            missed.append((name, match))
    assert missed == []


@pytest.mark.parametrize("licence", ["GPL-2.0-only", "AGPL-3.0-or-later", "LGPL-3.0-only"])
def test_a_tag_above_a_text_says_no_more_than_which_versions(licence: str) -> None:
    said = f"SPDX-FileCopyrightText: 2024 Voorbeeld\nSPDX-License-Identifier: {licence}\n\n{licences.text(licence)}"
    match = licences.identify(said.encode())
    assert (match.expression, match.kind) == (licence, "text")


@pytest.mark.parametrize("licence", ["CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-NC-ND-2.5"])
def test_what_creative_commons_says_around_a_licence_may_be_missing(licence: str) -> None:
    text = licences.text(licence)
    begins = re.search(r"By exercising the Licensed Rights|THE WORK \(AS DEFINED BELOW\)", text)
    assert begins
    alone = text[begins.start() : text.rindex("Creative Commons is not a party to")]
    match = licences.identify(alone.encode())
    assert (match.expression, match.kind) == (licence, "text")
    assert match.score < 1.0
    assert licences.identify(alone.replace("worldwide, ", "", 1).encode()).kind == "modified"
