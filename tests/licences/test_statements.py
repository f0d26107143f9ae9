"""Statements that give code, documents and images each their own terms, and files that are kept out of the licence."""

import pytest

from oss_scan import licences

_CODE = "The work of this project is available under the EUPL/1.2 license.\n\n"


def _said(text: str) -> tuple[str | None, str]:
    found = licences.identify(text.encode())
    return found.expression, found.kind


@pytest.mark.parametrize(
    "about",
    [
        "The documents are released under the CC0 license. You must not imply that the State endorses these documents.",
        "The EUPL 1.2 and the CC0 do not apply to photos, videos or logos.",
        "It is not permitted to use the images, unless you have written permission of the ministry.",
        "The CC0 does not apply to:\n\n- Patent rights\n",
        "Some modules remain under their original licence (some may be released under the EUPL/1.2).",
        "## Beelden\n\nHergebruik is niet toegestaan.\n\n## Vragen\n\nMail ons.",
        "The icons are licensed under the MIT license.",
    ],
)
def test_terms_of_documents_and_images_say_nothing_of_the_code(about: str) -> None:
    assert _said(_CODE + about) == ("EUPL-1.2", "notice")


@pytest.mark.parametrize(
    "about",
    [
        "It is not permitted to use the software with images, unless you have written permission.",
        "Commercial use is prohibited.",
        "The source code of the images tool is not licensed under the EUPL 1.2.",
        "Modules are licensed under the MIT license.",
        "Some modules are not licensed under the EUPL 1.2; they remain under their original licence.",
        "## Gebruik\n\nHergebruik is niet toegestaan.",
        "## Images and documents\n\nThe software may not be sold.",
        "The images and everything else may not be sold.",
    ],
)
def test_terms_that_may_touch_the_code(about: str) -> None:
    expression, _ = _said(_CODE + about)
    assert expression is None


def test_a_text_that_speaks_of_documents_only() -> None:
    assert _said("The documents are licensed under CC-BY-4.0.\n")[0] == "CC-BY-4.0"


_OUT = (
    "The open source license does NOT apply to files in this directory.\n\nThese are proprietary assets to the city.\n"
)


@pytest.mark.parametrize("top", ["", "<!-- @license CC0-1.0 -->\n\n", "<!-- SPDX-License-Identifier: CC0-1.0 -->\n"])
def test_files_that_are_kept_out_of_the_licence(top: str) -> None:
    text = f"{top}# License\n\nCopyright (c) 2023 City. All rights reserved.\n\n{_OUT}"
    assert _said(text) == (licences.RESERVED, "notice")


@pytest.mark.parametrize("other", ["Licensed under the MIT license.\n", "See the licence in ../LICENSE\n"])
def test_files_that_are_kept_out_of_one_licence_and_given_another(other: str) -> None:
    assert _said(f"Copyright (c) 2023 City. All rights reserved.\n\n{_OUT}\n{other}")[0] is None


def test_a_dutch_notice_above_the_text() -> None:
    notice = (
        "Copyright (C) 2018 Gemeente\n\nIn licentie gegeven krachtens de EUPL. U kunt dit werk niet gebruiken behalve\n"
        "in overeenstemming met de licentie.\n\n"
    )
    found = licences.identify((notice + licences.text("EUPL-1.2")).encode())
    assert (found.expression, found.kind) == ("EUPL-1.2", "text")


def test_two_copies_of_one_licence_are_not_taken_for_a_longer_one() -> None:
    bsd = licences.text("BSD-3-Clause")
    other = bsd.replace("Neither the name of the copyright holder nor the names of its contributors", "The name of Bob")
    found = licences.identify(f"Copyright (c) 2014, Town\n{bsd}\n----\nTopo\n{other}".encode())
    assert (found.expression, found.kind) == (
        "BSD-3-Clause",
        "text",
    )  # not Sleepycat's, which holds the BSD licence twice


_ALSO = "This product also includes the following software:\n\nQR codes, by A. Maker.\n{}\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Licensed under the MIT license: http://www.opensource.org/licenses/mit-license.php", "Apache-2.0 AND MIT"),
        ("Licensed under the MIT license or the GPL-2.0-only.", "Apache-2.0"),  # that of the product itself
        ("Dual licensed, among others under the MIT license.", "Apache-2.0"),
        ("Licensed under the MIT license and the GPL.", "Apache-2.0"),
        ("Licensed under the MIT license for non-commercial use.", None),
    ],
)
def test_what_a_product_holds_besides(said: str, expected: str | None) -> None:
    assert _said(f"{licences.text('Apache-2.0')}\n\n{_ALSO.format(said)}")[0] == expected


def test_samples_that_are_waived_and_lists_of_parts() -> None:
    waived = "Copyright and related rights for sample code are waived via CC0.\n\nCC0: {}\n"
    address = "http://creativecommons.org/publicdomain/zero/1.0/"
    assert _said(f"{licences.text('MIT')}\n\n{waived.format(address)}") == ("CC0-1.0 AND MIT", "text")
    part = f"## {{}}\nLicense: MIT\nRepository: https://code.example/a/long/path-of/part-{{}}.git\n\n{licences.text('MIT')}\n"
    many = "".join(part.format(number, number) for number in range(40))
    assert _said(many) == ("MIT", "text")
    assert _said(f"{many}\n## last\nLicense: MIT\nRepository: may not be sold\n")[0] is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("end of terms and conditions", "MIT"),
        ("end of terms and conditions on 31 December", None),
        ("$File: LEGAL.NOTICE,v 1.15 2006/05/03 18:48:33 someone Exp $", "MIT"),
        ("$File: this is all that there was, for you and him, until he asks a fee $", None),
        (
            "D-SET pipeline, a template on the reports of 19 provinces, the Netherlands, 2020, 2021, 2022 to 2023",
            "MIT",
        ),
    ],
)
def test_lines_beside_a_text(line: str, expected: str | None) -> None:
    title, rest = licences.text("MIT").split("\n\n", 1)
    assert _said(f"{title}\n\n{line}\n\n{rest}")[0] == expected
    assert _said(f"{title}\n\n{rest}\n\n{line}\n")[0] == expected


def test_a_mark_of_copyright_before_each_line() -> None:
    text = licences.text("BSD-3-Clause").replace("SOFTWARE IS PROVIDED", "SOFTWARE IS NOW PROVIDED")
    marked = "\n".join(f"%%Copyright: {line}" for line in licences.text("BSD-3-Clause").splitlines())
    assert _said(marked) == ("BSD-3-Clause", "text")
    added = "%%Copyright: This software may not be sold."
    assert _said(f"{marked}\n{added}\n")[0] is None
    assert (
        _said("\n".join(f"%%Copyright: {line}" for line in text.replace("permitted", "prohibited").splitlines()))[0]
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "# CC-0 License\n\n[{0}/]({1}/)\n\n[{0}/legalcode]({1}/legalcode)\n",
        "# CC0 License\n\n{1}/\n",
        "# CC-0 License\n\nSee {1}/legalcode\n",
    ],
)
def test_a_heading_without_a_version_above_the_address_that_has_it(text: str) -> None:
    address = "creativecommons.org/publicdomain/zero/1.0"
    assert _said(text.format(address, f"https://{address}"))[0] == "CC0-1.0"


def test_words_of_an_address_that_is_no_licence_count() -> None:
    pages = "\n".join(f"https://example.nl/terms/of/use/of/part/{at}/of/this/work" for at in range(4))
    assert _said(f"https://creativecommons.org/publicdomain/zero/1.0/\n{pages}\n")[0] is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("This website is not sponsored or endorsed by the European Commission or any other body.", "EUPL-1.2"),
        ("This website is not sponsored by the Commission; it may not be used for sale.", None),
        ("Use that is not endorsed by the Commission ends the licence.", None),
    ],
)
def test_a_page_below_a_text_that_says_who_does_not_stand_behind_it(line: str, expected: str | None) -> None:
    assert _said(f"{licences.text('EUPL-1.2')}\n\n{line}\n")[0] == expected


_OWN_WORDS = """\
 * This program is free software: you can redistribute it and/or modify
 * it under the terms of the European Union Public Licence (EUPL),
 * version {0}.
 *
 * This program is distributed in the hope that it will be useful,
 * but WITHOUT ANY WARRANTY.
 *
 * You should have received a copy of the European Union Public Licence
 * along with this program. If not, see
 * http://www.osor.eu/eupl/european-union-public-licence-eupl-v.1.1
"""


@pytest.mark.parametrize(
    ("version", "expected"), [("1.1", "EUPL-1.1"), ("1.1 (or any later version)", "EUPL-1.1+"), ("2.7", None)]
)
@pytest.mark.parametrize("mark", [" * ", "# ", ""])
def test_the_words_of_the_gnu_notice_about_the_eupl(mark: str, version: str, expected: str | None) -> None:
    assert _said(_OWN_WORDS.format(version).replace(" * ", mark))[0] == expected


def test_what_is_not_licensed_stays_so() -> None:
    assert _said("You can redistribute it under the terms of the EUPL-1.2, but not the EUPL-1.1.\n")[0] is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("European Union Public Licence 1.2 (EUPL 1.2)", "EUPL-1.2"),
        ("MIT License (MIT)", "MIT"),
        ("GNU General Public License v3 (GPLv3)", "GPL-3.0"),
        ("GNU General Public License v3 or later (GPLv3+)", "GPL-3.0-or-later"),
        ("European Union Public Licence 1.1 (EUPL 1.2)", None),
        ("Apache License 2.0 or MIT License", None),
    ],
)
def test_a_name_with_its_short_form(written: str, meant: str | None) -> None:
    assert licences.meaning(written) == meant


_CLOSED = """\
Copyright (c) 2026 City

All rights reserved.

This software is proprietary and confidential. Unauthorized copying, distribution, modification, public display, or
public performance of this software is strictly prohibited.
"""


@pytest.mark.parametrize(
    ("also", "expected"),
    [
        ("", (licences.RESERVED, "notice")),
        ("Parts of it are licensed under terms of others.\n", (None, "modified")),
        ("The MIT license does not apply.\n", (None, "modified")),
    ],
)
def test_all_rights_reserved_above_the_disclaimer_of_a_licence(also: str, expected: tuple[str | None, str]) -> None:
    mit = licences.text("MIT")
    assert _said(f"{_CLOSED}\n{also}\n{mit[mit.index('THE SOFTWARE IS') :]}") == expected
    assert _said(f"{_CLOSED}\n{mit}")[0] is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Code contributed to this project is automatically licensed under the Apache License, Version 2.0.", None),
        ("## Licentie\n\nBijdragen worden beschikbaar gesteld onder de [EUPL-1.2](LICENSE) licentie.", None),
        ("This project is licensed under the EUPL-1.2. So are contributions.", "EUPL-1.2"),
        ("Licensed under the EUPL-1.2, for evaluation.", None),
    ],
)
def test_what_is_said_of_contributions_is_not_said_of_the_work(said: str, expected: str | None) -> None:
    assert licences.identify(said.encode()).expression == expected


@pytest.mark.parametrize(
    "said",
    [
        "This software is released under the MIT License. Production use requires a subscription.",
        "Licensed under the EUPL-1.2 for non-production use.",
        "Licensed under the MIT license for thirty days.",
        "Deze software valt onder de EUPL-1.2. Bedrijven betalen een vergoeding.",
        "/* Licensed under the MIT License */\n/* Commercial use prohibited. */\n/* foo, under the MIT License */",
    ],
)
def test_a_notice_that_takes_back_what_it_gives_is_none(said: str) -> None:
    assert licences.identify(said.encode()).expression is None


@pytest.mark.parametrize("licence", ["MIT", "EUPL-1.2"])
@pytest.mark.parametrize(
    "clause",
    [
        "Developed by the harbour, who bills each crane.",
        "Released under the MIT licence to partners of the harbour.",
        "See the price list before going live.",
        "Contains a clock that blocks it in 2031.",
        "The MIT licence ends with the pilot.",
        "Seats: five.",
        "For pilots.",
        "# Harbours pay",
        "Note: harbours have it on loan.",
        "Bevat een tijdslot dat de kraan in 2031 blokkeert.",
        "Zie de tarieven van de haven.",
        "Vrijgegeven aan leden van de havenbond.",
        "Ontwikkeld door de haven, die over verspreiding beslist.",
        "Geldig in de Benelux.",
        "Die Weitergabe regelt der Hafen.",
        "Bereitgestellt für Häfen.",
        "Distribué aux ports.",
        "Disponible contre rémunération.",
        "To be used by the harbour of Golf.",
        "This software is licensed to the harbour of Golf.",
        "Use is governed by terms published on https://golf.example/terms",
        "Please cite the harbour; sailing is not permitted.",
        "Please consider this code proprietary.",
        "If you moor here, please cite us, which is a condition.",
        "Contributors only.",
        "Contributions are required from all users.",
        "Pull requests must be made for all changes.",
        "Commits must be sent upstream.",
        "No fee is due for schools; others pay.",
        "De code is open, tenzij de haven bezwaar maakt.",
        "If the harbour is a non-profit organization, it is free.",
        "No derivatives.",
        "The logo of the harbour may not be removed.",
        "Commercial use is never permitted.",
        "You have to cite the harbour.",
        "Before you open an issue you must buy a licence.",
        "The police have no licence.",
        "Bedrijfsgeheim van Golf B.V.",
    ],
)
def test_a_clause_that_shows_what_it_is_and_limits_all_the_same(licence: str, clause: str) -> None:
    text = licences.text(licence).strip()
    first, rest = text.split("\n\n", 1)
    for changed in (f"{clause}\n\n{text}", f"{first}\n\n{clause}\n\n{rest}", f"{text}\n\n{clause}\n"):
        assert _said(changed) == (None, "modified")
    both = f"{text}\n\n{clause}\n\n{licences.text('ISC')}"
    assert _said(both) == (None, "modified")


@pytest.mark.parametrize(
    "clause",
    [
        "Harbour Log is a library for reading tide tables.",
        "tides -- reads tide tables",
        "Built by the harbour of Zwolle, with support from the Ministry of Infrastructure and Research.",
        "The icons were drawn by Anna de Vries and are available under CC0.",
        "For questions about tides, contact tides@harbour.example.",
        "This program comes without any warranty.",
        "Use at your own risk.",
        "All names are the property of their respective owners.",
        "A list of everyone who helped can be found in AUTHORS.md.",
        "Contact: Harbour Office, P.O. Box 12, 8000 AA Zwolle",
        "Ontwikkeld in opdracht van de haven van Zwolle.",
        "De haven is niet aansprakelijk voor schade door deze getijden.",
        "Zie AUTEURS.md voor een overzicht van iedereen die heeft meegewerkt.",
        "Tenzij anders vermeld valt alles onder deze licentie.",
        "Neem voor meer informatie contact op met de haven.",
        "Die Software wird ohne jede Gewährleistung bereitgestellt.",
        "Le texte intégral se trouve dans le fichier LICENSE.",
        "All files fall under this licence unless their header says otherwise.",
        "Names and logos are trademarks of their owners.",
        "The copyright of each chart belongs to the respective author.",
        "MIT license",
        "Following applies to:",
        "Einde van de licentietekst",
        "Please cite the chart if you use it in your research.",
        "If you moor here, we would love to hear about it.",
        "Wij stellen het op prijs als u verbeteringen met ons deelt.",
        "By contributing you agree that your contributions are licensed under the same terms.",
        "Pull requests must be signed off.",
        "Please report security issues to tides@harbour.example, not in a public issue.",
        "Golf is a non-profit organization.",
        "The copyright holders are the employees of Golf B.V.",
        'Gepubliceerd op grond van het beleid "open, tenzij".',
        "The rijkslogo is not covered by this licence.",
        "No registration is needed.",
        "Paid support and hosting are offered by Golf B.V.",
        "Requires Python 3.11 or later.",
        "To cite this software, see CITATION.cff.",
        "Commercial use is allowed.",
        "You retain copyright on your contributions.",
        "The vendored code in vendor/ remains under its own licences.",
        "Feedback and suggestions are welcome.",
        "Public money, public code.",
    ],
)
def test_a_clause_that_shows_that_it_is_harmless(clause: str) -> None:
    first, rest = licences.text("MIT").strip().split("\n\n", 1)
    for changed in (
        f"{clause}\n\n{first}\n\n{rest}",
        f"{first}\n\n{clause}\n\n{rest}",
        f"{first}\n\n{rest}\n\n{clause}",
    ):
        assert _said(changed) == ("MIT", "text")


def test_the_sections_of_a_page_on_something_else() -> None:
    page = "# Tides\n\nReads tide tables.\n\n## {}\n\nMail us first.\n\n## Licence\n\n{}\n"
    assert _said(page.format("Contact", licences.text("MIT"))) == ("MIT", "text")
    assert _said(page.format("Conditions of use", licences.text("MIT")))[0] is None
    assert _said(page.format("Contact", f"{licences.text('MIT')}\n\nFor harbours."))[0] is None


@pytest.mark.parametrize(
    "notice",
    [
        "This program is released under the MIT License. {}",
        "{}\n\nDeze software valt onder de EUPL-1.2.",
        "# Tides\n\n## Licence\n\nTides is available under the EUPL-1.2. {}",
        "SPDX-License-Identifier: MIT\n{}",
        "/*\n * {}\n * @license MIT\n */\n/* currents, under the MIT License */\n/* winds, under the MIT License */",
    ],
)
def test_a_short_notice_with_a_clause_that_limits(notice: str) -> None:
    for clause in ("Harbours owe us ten euros.", "De haven betaalt per jaar.", "Not on ships.", "Nur für Häfen."):
        assert licences.identify(notice.format(clause).encode()).expression is None
    for clause in ("Built by the harbour of Zwolle.", "Zie AUTEURS.md.", "Anna de Vries"):
        assert licences.identify(notice.format(clause).encode()).expression


def test_a_clause_between_the_holder_and_the_text() -> None:
    holder, rest = licences.text("MIT").strip().split("\n\n")[1], licences.text("MIT").strip().split("\n\n", 2)[2]
    for clause in ("Hands off, harbours.", "By ferry alone.", "Vietato ai porti."):
        assert _said(f"MIT License\n\n{holder}\n\n{clause}\n\n{rest}") == (None, "modified")


def test_what_has_a_pattern_and_no_id_of_spdx_is_no_expression() -> None:
    clause = (
        "The Software is provided to you by the Licensor under the License, as defined below, subject to the "
        "following condition. Without limiting other conditions in the License, the grant of rights under the "
        "License will not include, and the License does not grant to you, the right to Sell the Software. For "
        "purposes of the foregoing, “Sell” means practicing any or all of the rights granted to you under the "
        "License to provide to third parties, for a fee or other consideration (including without limitation "
        "fees for hosting or consulting/ support services related to the Software), a product or service "
        "whose value derives, entirely or substantially, from the functionality of the Software. Any license "
        "notice or attribution required by the License must also include this Commons Clause License "
        "Condition notice.\n"
    )
    assert _said(clause)[0] is None
    assert _said(f"{clause}\n{licences.text('MIT')}")[0] is None


def test_an_exception_in_a_name_limits_nothing() -> None:
    said = _said("Copyright Harbour\nSPDX-License-Identifier: EPL-2.0 WITH Classpath-exception-2.0\n")
    assert said == ("EPL-2.0 WITH Classpath-exception-2.0", "reference")


def test_free_and_open_source_limits_nothing() -> None:
    said = b"This project is free and open-source software licensed under the [EUPL v1.2](LICENSE.md).\n"
    assert licences.identify(said).expression == "EUPL-1.2"


@pytest.mark.parametrize(
    "clause",
    [
        "Exempted are the tide tables in the directory charts.",
        "Contains trade secrets of the harbour.",
        "The author is to be named on each quay.",
        "Name the authors on the home page.",
        "This software is for the harbour.",
        "For the Harbour of Zwolle",
        "This licence applies to the files in the folder tides.",
        "Forks of harbours are not approved.",
        "Quays are not part of it.",
        "Old licence",
        "This is the license for the documentation.",
        "Alleen de haven.",
        "Vermeld de bron.",
        "Freeware",
        "$Revision: only students may use it $",
        "$Author: students only $",
        "U mag de broncode vrij gebruiken, mits de gemeente toestemt.",
        "Je mag deze code vrij gebruiken, zolang de licentie betaald wordt.",
        "Bij publicatie is de volgende vermelding verplicht:",
    ],
)
def test_what_would_show_that_it_is_harmless_and_says_for_what_or_whom(clause: str) -> None:
    assert _said(f"{clause}\n\n{licences.text('MIT')}")[0] is None


@pytest.mark.parametrize(
    "clause",
    [
        "We are not affiliated with, endorsed by or sponsored by the harbour.",
        "This is not an official product of the port.",
        "Copyright remains with the contributors.",
        "De licentiegever is de haven van Zwolle.",
        "Licensor: Haven van Zwolle",
        "License text",
        "English version below.",
        "For questions, send an e-mail to tides@harbour.example.",
        "Thanks to everybody who helped with the tides.",
        "The project started in 2014 at the harbour of Zwolle.",
        "This program checks tide tables.",
        "De broncode is vrij beschikbaar.",
        "Every dependency has a licence of its own.",
        "$Id: LICENSE 1234 2009-08-01 12:00:00Z anna $",
        "$Revision: 1.6 $",
        "$Date: 2009-02-03 10:11:12 +0100 $",
        "$Author: anna $ $Rev$",
        "Je mag deze code vrij gebruiken, wijzigen en delen, zolang de licentietekst behouden blijft.",
        "U mag de broncode gebruiken, aanpassen en verspreiden, mits de copyrightvermelding blijft behouden.",
        "Men mag het programma vrij gebruiken, als de licentie wordt meegeleverd.",
        "Bij publicatie wordt de volgende vermelding aanbevolen:",
        "Attribution (optional)",
        "Kamer van Koophandel 12345678",
        "Wij publiceren onze code als open source.",
        "Maintainer: Ingrid Solberg <ingrid@harbour.no>",
    ],
)
def test_who_what_where_and_when_limit_nothing(clause: str) -> None:
    assert _said(f"{clause}\n\n{licences.text('MIT')}") == ("MIT", "text")


def test_a_choice_of_what_may_be_another_work() -> None:
    texts = f"{licences.text('MIT')}\n\n{licences.text('Apache-2.0')}"
    assert _said(f"Tides is dual-licensed.\n\n{texts}")[0] is None
    assert _said(f"# Tides\n\nTides is dual-licensed.\n\n{texts}")[0] == "Apache-2.0 OR MIT"
    assert _said(f"This software is dual-licensed.\n\n{texts}")[0] == "Apache-2.0 OR MIT"


def test_a_licence_of_the_documentation_is_none_of_the_code() -> None:
    title = "This is the license for the documentation."
    assert _said(f"{title}\n\n{licences.text('MIT')}")[0] is None
    assert _said(f"{title}\n\n{licences.text('CC-BY-4.0')}")[0] == "CC-BY-4.0"


_PAGE = """\
# Tides

Tides is a library for reading tide tables of the harbours along the coast. It was written in Python by the harbour of
Zwolle and reads the tables of the last forty years from plain text files. The tables are parsed in parallel.

## Getting started

You need an account, so ask us first. Without a key nothing is shown; students must register. Clone the repository and
run `make` in the top folder. The tables are found in the folder `data`.

## Licence

{}
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Tides is released under the MIT License.", "MIT"),
        ("Tides is released under the MIT License. You can use it freely.", "MIT"),
        ("Tides is released under the MIT License. This is for employees of the harbour.", None),
        ("Tides is released under the MIT License.\n\nDe licentie vervalt in 2031.", None),
        ("Harbours owe a fee. Tides is released under the MIT License.", None),
        ("Tides is released under the MIT License.\n\nIt is liked.\n\nHarbours must pay for each chart.", None),
        ("Tides, by its contributors, is released under the MIT License.\n\nNot for resale.", None),
        ("Tides is released under the MIT License.\n\nContributions must be signed off.", "MIT"),
        ("Tides is released under the MIT License.\n\n## Contact\n\nStudents must register.", "MIT"),
    ],
)
def test_a_longer_page_is_asked_where_it_names_its_licence(said: str, expected: str | None) -> None:
    assert licences.identify(_PAGE.format(said).encode()).expression == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The logo must remain visible in the program.", None),
        ("Het beeldmerk en het logo mogen niet worden verwijderd.", None),
        ("The logo may not be copied.", "EUPL-1.2"),
        ("Het logo van de haven valt niet onder deze licentie.", "EUPL-1.2"),
    ],
)
def test_what_is_said_of_a_logo_touches_the_program_where_it_is_to_stay(said: str, expected: str | None) -> None:
    assert _said(_CODE + said)[0] == expected


_AGENCY = """Het Archief heeft deze applicatie laten bouwen door een leverancier. De auteursrechten liggen bij de Staat.
Iedereen mag de code gebruiken, aanpassen en verder verspreiden{}.
Op deze software is de volgende licentie van toepassing:

"""


@pytest.mark.parametrize("limit", ["", " binnen de overheid", " op scholen", " na toestemming"])
def test_what_an_agency_writes_above_a_licence(limit: str) -> None:
    match = licences.identify((_AGENCY.format(limit) + licences.text("MIT")).encode())
    assert match.kind == ("modified" if limit else "text")


def test_what_a_pattern_reaches_over_may_not_limit() -> None:
    bsd, isc = licences.text("BSD-2-Clause"), licences.text("ISC")
    assert _said(bsd.replace("Redistribution", "Internal redistribution", 1))[0] is None
    assert _said(isc.replace("Permission", "Users have to report tides within a day.\n\nPermission", 1))[0] is None


@pytest.mark.parametrize("licence", ["MIT", "EUPL-1.2"])
@pytest.mark.parametrize(
    ("line", "harmless"),
    [
        ("Eigenaar: Haven van Zwolle", True),
        ("Laatst bijgewerkt: 1 januari 2024", True),
        ("Docs: CC-BY-4.0", True),
        ("Dependencies have their own licences.", True),
        ("Afhankelijkheden hebben hun eigen licentie.", True),
        ("Third-party components have their own licences.", True),
        ("Eigenaar: beslist wie het krijgt", False),
        ("License: SSPL", False),
        ("Licentie: gesloten", False),
        ("Verouderd", False),
    ],
)
def test_a_label_beside_a_text(licence: str, line: str, harmless: bool) -> None:
    for changed in (f"{line}\n\n{licences.text(licence)}", f"{licences.text(licence)}\n\n{line}\n"):
        assert _said(changed)[0] == (licence if harmless else None)


@pytest.mark.parametrize(
    "what", ["Blowfish block cipher for OpenBSD", "PNG image decoder for Java", "USB device driver for Linux"]
)
def test_what_a_work_is_above_whose_it_is(what: str) -> None:
    assert _said(f"{what}\nCopyright 1997 A. Person\n\n{licences.text('BSD-3-Clause')}") == ("BSD-3-Clause", "text")
    assert _said(f"{what.rpartition(' ')[0]} students\n\n{licences.text('BSD-3-Clause')}")[0] is None


@pytest.mark.parametrize("of", ["Dependencies", "Third-party code", "Some files", "Formerly", "Niet"])
def test_of_what_a_licence_is_stands_before_its_name(of: str) -> None:
    assert _said(f"{of}: MIT License\n")[0] is None
    assert _said(f"# License\n\n{of}: Apache License 2.0.\n")[0] is None
    assert _said("Code: MIT License\n")[0] == "MIT"


@pytest.mark.parametrize("to", ["alle bestanden in deze repository", "de broncode in dit project", "alle software"])
def test_a_licence_that_holds_for_all_in_dutch(to: str) -> None:
    assert _said(f"Deze licentie geldt voor {to}.\n\n{licences.text('MIT')}") == ("MIT", "text")
    assert _said(f"{licences.text('MIT')}\n\nDeze licentie is van toepassing op {to}.\n") == ("MIT", "text")


@pytest.mark.parametrize("to", ["alle gemeenten", "de bestanden in src", "alle bestanden tot 2023"])
def test_a_licence_that_holds_for_some_in_dutch(to: str) -> None:
    assert _said(f"{licences.text('MIT')}\n\nDeze licentie geldt voor {to}.\n")[0] is None
