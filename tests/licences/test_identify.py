"""Which licence a file holds or names."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan import licences
from oss_scan.licences import Match
from oss_scan.licences.index import references
from oss_scan.licences.spdx import family, texts
from oss_scan.licences.variants import up_to_end

_EUPL = sorted((Path(__file__).parents[3] / "shared" / "conformance" / "eupl").glob("EUPL-1.2.*.txt"))
_COMMON = (
    "EUPL-1.2",
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "GPL-3.0-only",
    "AGPL-3.0-or-later",
    "MPL-2.0",
)
_HOLDER = "Copyright (c) 2024 Gemeente Voorbeeld"


def _identify(text: str) -> Match:
    return licences.identify(text.encode())


def _answer(text: str) -> tuple[str | None, str]:
    match = _identify(text)
    return match.expression, match.kind


@pytest.mark.parametrize("licence", _COMMON)
def test_the_text_itself(licence: str) -> None:
    match = _identify(licences.text(licence))
    assert match.kind == "text"
    assert match.score == 1.0
    assert match.expression == (licence if "GPL" not in licence else family(licence)) or licence == "EUPL-1.2"


def test_every_text_that_is_long_enough_is_known() -> None:
    assert [licence for licence, text in texts().items() if _identify(text).kind != "text"] == []


def test_each_language_version_of_the_eupl() -> None:
    for path in _EUPL:
        text = path.read_text("utf-8")
        assert _identify(text) == Match("EUPL-1.2", "text", 1.0, 1, text.rstrip().count("\n") + 1), path.name


def test_the_italian_version_with_the_letters_that_its_headings_lack() -> None:
    headings = {
        "efinizioni": "Definizioni",
        "Cutori e": "Autori e",
        "Lessazione": "Cessazione",
        "3. Carie": "13. Varie",
    }
    for text in (path.read_text("utf-8") for path in _EUPL if path.stem.endswith(".it")):
        right = text
        for odd, each in headings.items():
            assert text.count(odd) == 1
            right = right.replace(odd, each)
        assert _answer(right) == ("EUPL-1.2", "text")
        assert _answer(right.replace("## ", "").replace(". D", " D").replace(". A", " A")) == ("EUPL-1.2", "text")


def test_each_language_version_below_a_notice_and_with_another_title() -> None:
    for path in _EUPL:
        text = path.read_text("utf-8").split("\n", 2)[2]
        found = _answer(f"# Licentie\n\n{_HOLDER}\nLicensed under the EUPL\n\n{text}")
        assert found == ("EUPL-1.2", "text"), path.name


def test_a_language_version_that_lacks_a_part() -> None:
    for path in _EUPL:
        lines = path.read_text("utf-8").splitlines()
        lines.remove(max(lines, key=len))
        assert _answer("\n".join(lines)) == (None, "modified"), path.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All rights reserved.\n", ("LicenseRef-all-rights-reserved", "notice")),
        (
            "# Licentie\n\n© Gemeente Voorbeeld 2026. Alle rechten voorbehouden.\n",
            ("LicenseRef-all-rights-reserved", "notice"),
        ),
        ("Copyright 2026 X. All rights reserved.\nLicensed under the terms of Y.\n", (None, "unknown")),
        ("Copyright 2026 X. All rights reserved.\n\nSee LICENSES/ for the terms.\n", (None, "unknown")),
        ("Copyright 2026 X. All rights reserved. " + "More is said here than that. " * 20, (None, "unknown")),
    ],
)
def test_a_text_that_reserves_all_rights(text: str, expected: tuple[str | None, str]) -> None:
    assert _answer(text) == expected


def test_two_languages_in_one_file() -> None:
    english = licences.text("EUPL-1.2")
    for path in _EUPL[:1]:
        both = f"# Licence\n\n{_HOLDER}\n\n## English\n\n{english}\n\n## Other\n\n{path.read_text('utf-8')}"
        assert _answer(both) == ("EUPL-1.2", "text")


def test_two_licences_in_one_file_both_bind() -> None:
    both = f"{licences.text('MIT')}\n\n{licences.text('Apache-2.0')}"
    assert _answer(both) == ("Apache-2.0 AND MIT", "text")


def test_two_licences_to_choose_from() -> None:
    both = f"Licensed under either of these, at your option:\n\n{licences.text('MIT')}\n\n{licences.text('Apache-2.0')}"
    assert _answer(both) == ("Apache-2.0 OR MIT", "text")


def test_a_notice_decides_whether_later_versions_are_allowed() -> None:
    notice = (
        "This program is free software: you can redistribute it and/or modify it under the terms of the GNU General "
        "Public License as published by the Free Software Foundation, either version 3 of the License, or (at your "
        "option) any later version.\n\nThis program is distributed in the hope that it will be useful, but WITHOUT ANY "
        "WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the "
        "GNU General Public License for more details.\n\nYou should have received a copy of the GNU General Public "
        "License along with this program. If not, see <https://www.gnu.org/licenses/>.\n\n"
    )
    assert _answer(f"{notice}{licences.text('GPL-3.0-only')}") == ("GPL-3.0-or-later", "text")
    assert _answer(notice) == ("GPL-3.0-or-later", "notice")
    assert _answer(licences.text("GPL-3.0-only")) == ("GPL-3.0", "text")


_RESTRICTIONS = (
    "The Software may not be sold.",
    "This software is for non-commercial use only.",
    "Deze software mag uitsluitend door gemeenten worden gebruikt.",
    "Gebruik door anderen dan gemeenten is uitgesloten.",
    "Commons Clause applies.",
    "You must ask the authors first.",
    "The licence ends on 31 December 2026.",
    "Deze licentie vervalt na een jaar.",
    "Display our logo on every page.",
    "Hosting as a service is reserved to the vendor.",
)


@pytest.mark.parametrize("licence", _COMMON)
@pytest.mark.parametrize("restriction", _RESTRICTIONS)
def test_a_restriction_beside_the_text(licence: str, restriction: str) -> None:
    text = licences.text(licence)
    assert _answer(f"{text}\n\n{restriction}\n")[0] is None
    assert _answer(f"{restriction}\n\n{text}")[0] is None
    assert _answer(f"{text.rstrip()} {restriction}")[0] is None


@pytest.mark.parametrize("licence", ["MIT", "ISC", "EUPL-1.2", "Apache-2.0"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Weapon makers keep away from it, please.",
        "This copy belongs to the city of Delft.",
        "Your right to it stops in 2028.",
        "De broncode blijft eigendom van de leverancier.",
        "Wie dit in productie neemt, meldt zich bij het ministerie.",
        "Die Nutzung ist auf Behörden beschränkt.",
    ],
)
def test_a_sentence_beside_the_text_that_may_say_anything(licence: str, sentence: str) -> None:
    text = licences.text(licence)
    for changed in (f"{text}\n\n{sentence}\n", f"{sentence}\n\n{text}"):
        match = licences.identify(changed.encode())
        assert (match.expression, match.kind) == (None, "modified")
        assert sentence in match.added


@pytest.mark.parametrize(
    "sentence",
    [
        "Ship's Log is written by the harbour of Zwolle.",
        "roads - a program that draws roads for you",
        "Some of it comes from the roads project.",
        "Anna de Vries <anna@example.org> Jan Jansen <jan@example.org>",
        "Hebt u vragen, mail ons dan.",
        "A service of the water board for distributing measurements.",
    ],
)
def test_where_the_work_is_from_changes_nothing(sentence: str) -> None:
    match = licences.identify(f"{sentence}\n\n{licences.text('MIT')}".encode())
    assert (match.expression, match.kind) == ("MIT", "text")


def test_a_restriction_in_a_copyright_line() -> None:
    assert _answer(f"{_HOLDER}, commercial use prohibited\n\n{licences.text('MIT')}") == (None, "modified")


@pytest.mark.parametrize(
    ("licence", "permission"),
    [
        ("MIT", "to use, copy, modify, merge, publish, distribute, sublicense, and/or sell"),
        ("EUPL-1.2", "use the Work in any circumstance and for all usage"),
        ("Apache-2.0", "perpetual, worldwide, non-exclusive, no-charge, royalty-free, irrevocable"),
    ],
)
def test_a_permission_taken_out_is_seen(licence: str, permission: str) -> None:
    text = " ".join(licences.text(licence).split())
    assert text.count(permission)
    assert _answer(text.replace(permission, ""))[0] is None


@pytest.mark.parametrize("link", ["", "See https://opensource.org/licenses/MIT\n\n"])
def test_an_altered_text_is_no_notice_of_the_licence_that_it_names(link: str) -> None:
    text = licences.text("MIT").replace("sublicense, and/or sell", "and/or sublicense")
    assert _answer(f"{link}{text}") == (None, "modified")


def test_a_word_that_turns_the_meaning() -> None:
    text = licences.text("BSD-3-Clause")
    assert _answer(text.replace("are permitted", "are not permitted"))[0] is None


@pytest.mark.parametrize(
    ("text", "expression", "kind"),
    [
        (f"{_HOLDER}\nLicensed under the EUPL-1.2\n", "EUPL-1.2", "notice"),
        ("In licentie gegeven krachtens de EUPL, versie 1.2 of hoger", "EUPL-1.2+", "notice"),
        ("Dit project valt onder de Openbare Licentie van de Europese Unie v. 1.2.", "EUPL-1.2", "notice"),
        (
            "The code is available under the [EUPL v1.2](https://eupl.eu/1.2/nl).\nThe documentation is CC0-1.0.",
            "EUPL-1.2",
            "notice",
        ),
        ("This is licensed under the Apache License, Version 2.0.", "Apache-2.0", "notice"),
        ("Released under the MIT license, or the Apache License 2.0, at your option.", "Apache-2.0 OR MIT", "notice"),
        ("SPDX-License-Identifier: EUPL-1.2\n", "EUPL-1.2", "reference"),
        ("EUPL-1.2\n", "EUPL-1.2", "reference"),
        ("https://opensource.org/licenses/MIT\n", "MIT", "link"),
        ("http://www.opensource.org/licenses/mit-license.php", "MIT", "link"),
        ("https://opensource.org/licenses/mit-license-of-ours", None, "link"),
        ("https://www.postgresql.org/about/licence", "PostgreSQL", "link"),
        ("Distributed under the EPL, either version 1.0 or (at your option) any later version.", "EPL-1.0+", "notice"),
        ("https://spdx.org/licenses/AGPL-3.0-or-later.html", "AGPL-3.0-or-later", "link"),
        ("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12", "EUPL-1.2", "link"),
        ("https://www.gnu.org/licenses/gpl-3.0.html", "GPL-3.0", "link"),
        ("https://creativecommons.org/licenses/by-nc-nd/4.0/", "CC-BY-NC-ND-4.0", "link"),
        ("https://creativecommons.org/licenses/by/3.0/nl/deed.nl", "CC-BY-3.0-NL", "link"),
        ("https://creativecommons.org/licenses/by/3.0/deed.nl", "CC-BY-3.0", "link"),
        ("Dit werk valt onder [CC](https://creativecommons.org/licenses/by-nd/3.0/nl).", None, "notice"),
        ("Available under CC BY-SA 3.0 Netherlands.", None, "notice"),
        ("Available under CC0 or Apache-2.0.", "Apache-2.0 OR CC0-1.0", "notice"),
        (f"{_HOLDER}\nLicensed under the EUPL\n", None, "notice"),
        ("Licensed under the MIT license and the Apache License 2.0.", "Apache-2.0 AND MIT", "notice"),
        ("licensed under EUPL-1.2 and MIT.", "EUPL-1.2 AND MIT", "notice"),
        ("Gelicentieerd onder EUPL-1.2 of MIT.", "EUPL-1.2 OR MIT", "notice"),
        ("The code is under the MIT license. Tests come under the ISC license.", None, "notice"),
        ("Licensed under the GNU General Public License version 2 only.", "GPL-2.0-only", "notice"),
        ("Licensed under the EUPL-1.2 or later.", "EUPL-1.2+", "notice"),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0", "reference"),
        (
            "SPDXVersion: SPDX-2.1\nDataLicense: CC0-1.0\nPackageLicenseConcluded: Apache-2.0\n",
            "Apache-2.0",
            "reference",
        ),
    ],
)
def test_short_texts_that_name_a_licence(text: str, expression: str | None, kind: str) -> None:
    assert _answer(text) == (expression, kind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "This project is not licensed under the MIT license.",
        "De EUPL-1.2 geldt niet voor deze code.",
        "Licensed under the MIT license for non-commercial use.",
        "Licensed under the MIT license. You may not use it in production.",
        "Onder de EUPL-1.2. Gebruik is alleen voor gemeenten.",
        "Parts of this software are licensed under the MIT license.",
        "Sommige bestanden vallen onder de MIT-licentie.",
        "Licensed under the EUPL-1.2. Use in production needs our prior written permission.",
        "De software is gebouwd met bibliotheken die onder meer de MIT-licentie hebben. " * 20,
        "Vroeger was dit project open. Voorheen gold de EUPL-1.2.",
        "%PDF-1.4 MIT License",
        "The MIT and Boston University made this.",
    ],
)
def test_what_names_none(text: str) -> None:
    assert _answer(text) == (None, "unknown")


def test_a_licence_in_an_appendix_does_not_count() -> None:
    # the appendix of the EUPL names the GPL, the MPL and others
    appendix = licences.text("EUPL-1.2").split("Appendix")[1]
    assert _answer(f"Onze eigen voorwaarden.\n\n{appendix}")[0] is None


_WHOLE = st.sampled_from(_COMMON)


@settings(max_examples=40, deadline=None)
@given(
    licence=_WHOLE,
    width=st.integers(50, 120),
    prefix=st.sampled_from(["", "// ", "# ", " * ", "> ", ";; "]),
    upper=st.booleans(),
    quote=st.sampled_from(
        ['"', "\N{RIGHT DOUBLE QUOTATION MARK}", "''", "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"]
    ),
    holder=st.sampled_from(["", _HOLDER, "Copyright © 2019-2024 Waterschap Voorbeeld. All rights reserved."]),
    ending=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_layout_makes_no_difference(
    licence: str, width: int, prefix: str, upper: bool, quote: str, holder: str, ending: str, encoding: str
) -> None:
    paragraphs = licences.text(licence).replace('"', quote).split("\n\n")
    lines = [
        line
        for part in paragraphs
        for line in (*textwrap.wrap(part, width, break_long_words=False, break_on_hyphens=False), "")
    ]
    text = ending.join(f"{prefix}{line}" for line in ([holder, ""] if holder else []) + lines)
    match = licences.identify((text.upper() if upper else text).encode(encoding))
    assert match.kind == "text"
    assert match.expression is not None
    assert family(match.expression) == family(licence)


@settings(max_examples=60, deadline=None)
@given(licence=_WHOLE, at=st.integers(0, 10_000))
def test_a_sentence_taken_out_changes_kind_or_score(licence: str, at: int) -> None:
    whole = licences.text(licence)
    sentences = next(iter(up_to_end(whole)), whole).split(". ")  # what says how to apply it below permits nothing
    long = [number for number, sentence in enumerate(sentences) if number and sum(map(str.isalpha, sentence)) > 40]
    del sentences[long[at % len(long)]]
    match = _identify(". ".join(sentences))
    assert match.kind != "text" or match.score < 1.0


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=2000))
def test_no_bytes_break_it(data: bytes) -> None:
    match = licences.identify(data)
    assert 0.0 <= match.score <= 1.0


def test_the_lesser_licence_without_the_general_one_is_its_whole_text() -> None:
    both = licences.text("LGPL-3.0-only")
    lesser = both[: both.index("GNU GENERAL PUBLIC LICENSE", 200)]
    for text in (lesser, f"Notes on this copy\n\n{lesser}"):
        found = licences.identify(text.encode())
        assert (found.expression, found.kind) == ("LGPL-3.0", "text")


def test_what_says_how_to_apply_a_licence_may_be_missing() -> None:
    for licence in ("Apache-2.0", "GPL-3.0-only", "LGPL-2.1-only"):
        text = licences.text(licence)
        for end in (text.index("END OF TERMS"), text.index("END OF TERMS") + len("END OF TERMS AND CONDITIONS")):
            assert licences.identify(text[:end].encode()).score == 1.0
            more = f"{text[:end]}\nYou may not sell this work.\n"
            assert licences.identify(more.encode()).expression is None


def test_the_eupl_1_1_in_other_languages() -> None:
    known = {text.codes for text in references().texts if text.licence == "EUPL-1.1"}
    assert len(known) >= 11  # English; and Dutch, German, French, Spanish and Italian with and without a footnote
