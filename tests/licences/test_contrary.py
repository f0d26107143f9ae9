"""A title, a label or a tag beside the text of a licence, and names as people write them."""

import pytest

from oss_scan import licences

MIT, BSD, GPL, EUPL = (licences.text(each) or "" for each in ("MIT", "BSD-3-Clause", "GPL-3.0-only", "EUPL-1.2"))
BODY = MIT[MIT.index("Permission is") :]


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("Apache License 2.0", BODY),
        ("GNU General Public License", BODY),
        ("# BSD License", MIT),
        ("ISC License", BODY),
        ("ISC", MIT),
        ("Creative Commons BY 4.0", BODY),
        ("BSD/MIT", MIT),
        ("License: GPL", MIT),
        ("Licentie: EUPL", MIT),
        ("Lizenz: GPL", MIT),
        ("SPDX-License-Identifier: MIT AND Foo-1.0", MIT),
        ("SPDX-License-Identifier: (MIT OR Foo)", MIT),
        ("MIT AND BSD-3-Clause", MIT),
        ("MIT License", BSD),
        ("BSD 2-Clause License", BSD[BSD.index("Redistribution") :]),
        ("EUPL-1.1", EUPL),
        ("GNU Lesser General Public License", GPL),
    ],
)
def test_a_title_of_another_licence_is_no_answer(above: str, text: str) -> None:
    match = licences.identify(f"{above}\n\n{text}".encode())
    assert (match.expression, match.reason, match.line) == (None, "contradicted", 1)


@pytest.mark.parametrize(
    "below",
    [
        "License: GPL",
        "Dual licensed under MIT and GPL.",
        "Dit werk valt onder de GPL.",
        "This software is released under the GNU General Public License.",
        "SPDX-License-Identifier: Foo",
        "Released under the Golf Licence",
        "This software is licensed under the Golf Public License.",
    ],
)
def test_nor_is_one_that_is_named_below_the_text(below: str) -> None:
    match = licences.identify(f"{MIT}\n{below}\n".encode())
    assert (match.expression, match.reason) == (None, "contradicted")
    assert match.line == MIT.count("\n") + 2


@pytest.mark.parametrize(
    ("above", "text", "expression"),
    [
        ("The Expat licence", BODY, "MIT"),
        ("X11 License", BODY, "MIT"),
        ("License: MIT", MIT, "MIT"),
        ("New BSD License", BSD[BSD.index("Redistribution") :], "BSD-3-Clause"),
        ("BSD", BSD, "BSD-3-Clause"),
        ("SPDX-License-Identifier: BSD", BSD, "BSD-3-Clause"),
        ("GPLv3", GPL, "GPL-3.0"),
        ("European Union Public Licence", EUPL, "EUPL-1.2"),
        ("JBar 0.0.* was released under the GNU LGPL.", BSD, "BSD-3-Clause"),
    ],
)
def test_a_title_of_the_same_licence_says_nothing_else(above: str, text: str, expression: str) -> None:
    assert licences.identify(f"{above}\n\n{text}".encode()).expression == expression


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("MIT (c) 2020 Jan Jansen", "MIT"),
        ("MIT/Expat", "MIT"),
        ("license: MIT\nauthor: Jan", "MIT"),
        ("name: foo\nversion: 1.0\nlicense: MIT\ndate: 2020-01-01", "MIT"),
        ("license: MIT\nterritory: Belgium", None),
        ("Feel free to use this under the MIT license.", "MIT"),
        ("CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0"),
        ("`MIT`", "MIT"),
        ("ASL 2.0", "Apache-2.0"),
        ("BSD-3", "BSD-3-Clause"),
        ("BSD (2-clause)", "BSD-2-Clause"),
        ("revised BSD license", "BSD-3-Clause"),
        ("GPL (>= 3)", "GPL-3.0-or-later"),
        ("GNU General Public License (GPL) version 2 and later", "GPL-2.0-or-later"),
        ("Creative Commons Naamsvermelding-GelijkDelen 4.0", "CC-BY-SA-4.0"),
        ("zlib license", "Zlib"),
        ("Artistic License 2.0", "Artistic-2.0"),
        ("MIT for code and CC-BY 4.0 for docs", "MIT"),
        ("GPL-2.0 with Classpath exception", "GPL-2.0 WITH Classpath-exception-2.0"),
        ("Licensed under apache-2.0 with llvm-exception", "Apache-2.0 WITH LLVM-exception"),
        ("Apache-2.0 with no warranty", "Apache-2.0"),
        ("MIT licence, clear and simple", "MIT"),
        ("MIT licence, extended docs", "MIT"),
        ("Third-party licenses\n\n- a: MIT\n\n# License\n\nEUPL-1.2", "EUPL-1.2"),
        ("GPL-3.0 + exception", None),
        ("GPL-3.0 with foo exception", None),
        ("Apache-2.0-WITH-LLVM", None),
        ("BSD-3-Clause-Foo", None),
        ("MIT licence, extended with a clause", None),
        ("CC0 / MIT", None),
        ("MIT or GPL", None),
        ("MIT or similar", None),
        ("MIT and friends", None),
        ("EUPL-1.2 and so on", "EUPL-1.2"),
        ("MIT / Foo", None),
        ("License: MIT and others", None),
        ("Ask us for an MIT licence.", None),
        ("Foo-996 license + MIT", None),
        ("Licenses:\n\n1. MIT\n2. Apache-2.0", None),
        ("backend: MIT, frontend: Apache-2.0", None),
        ("(MIT)(Apache)", None),
        ("MIT; see also GPL", None),
        ("Wordt EUPL-1.2", None),
        ("De EUPL 1.2 is een goede licentie", None),
        ("Bevat code onder de MIT-licentie.", None),
        ("Third-party licenses:\n- lodash: MIT\n- jquery: MIT", None),
    ],
)
def test_a_name_as_people_write_it(words: str, expression: str | None) -> None:
    assert licences.identify(words.encode()).expression == expression


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("It uses kraan which is licensed under the Apache License.", "MIT"),
        ("It includes code from kraan, that is released under the BSD license.", "MIT"),
        ("This library, which is licensed under the Apache License, is nice.", None),
        ("This library is licensed under the Apache License.", None),
    ],
)
def test_the_licence_of_what_is_used_denies_nothing(below: str, expected: str | None) -> None:
    assert licences.identify(f"{MIT}\n{below}\n".encode()).expression == expected
