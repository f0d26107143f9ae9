"""What manifests, the README and source headers say of the licence."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan import licences
from oss_scan.facts.headers import SAMPLE
from oss_scan.facts.licensing import Licensing, collect_licensing
from oss_scan.facts.listing import Listing
from oss_scan.facts.manifests import reader_of
from oss_scan.tree import Link, MemoryTree


def _collect(files: dict[str, str]) -> Licensing:
    ready: dict[str, bytes | Link] = {path: data.encode() for path, data in files.items()}
    return collect_licensing(Listing(MemoryTree(ready)))


_SETUP = 'import x\n# license="MIT"\nsetup(\n    name="x",\n    license="Mozilla Public License 2.0",\n)\n'
_GRADLE = "publishing {\n  pom {\n    licenses {\n      license {\n        name = 'EUPL-1.2'\n      }\n    }\n  }\n}\n"
_KOTLIN = 'pom {\n  licenses {\n    license {\n      name.set("Apache License, Version 2.0")\n    }\n  }\n}\n'
_OPENAPI = "openapi: 3.0.2\ninfo:\n  title: X\n  license:\n    name: EUPL 1.2\n    url: https://x.example\npaths: {}\n"


_CLASSIFIER = "License :: OSI Approved ::"


@pytest.mark.parametrize(
    ("path", "text", "line", "expression", "about"),
    [
        ("setup.py", _SETUP, 5, "MPL-2.0", "code"),
        ("setup.py", "setup(license='MIT')\n", 1, "MIT", "code"),
        ("setup.py", 'setup(classifiers=[\n "License :: OSI Approved :: MIT License",\n])\n', 2, "MIT", "code"),
        (
            "pyproject.toml",
            "[project]\nclassifiers = [\n'License :: OSI Approved :: European Union Public Licence 1.2 (EUPL 1.2)']\n",
            3,
            "EUPL-1.2",
            "code",
        ),
        ("setup.cfg", "[metadata]\nclassifiers =\n  License :: OSI Approved :: MIT License\n", 3, "MIT", "code"),
        ("build.gradle", _GRADLE, 5, "EUPL-1.2", "code"),
        ("build.gradle.kts", _KOTLIN, 4, "Apache-2.0", "code"),
        ("Example.csproj", "<Project>\n<PackageLicenseExpression>MIT</PackageLicenseExpression>\n", 2, "MIT", "code"),
        ("Directory.Build.props", "<PackageLicenseExpression>MIT</PackageLicenseExpression>\n", 1, "MIT", "code"),
        ("x.nuspec", '<metadata>\n<license type="expression">EUPL-1.2</license>\n', 2, "EUPL-1.2", "code"),
        ("x.nuspec", "<licenseUrl>https://opensource.org/licenses/MIT</licenseUrl>\n", 1, "MIT", "code"),
        (
            "x.csproj",
            "<PackageLicenseUrl>https://spdx.org/licenses/EUPL-1.2</PackageLicenseUrl>",
            1,
            "EUPL-1.2",
            "code",
        ),
        ("Chart.yaml", "name: x\nannotations:\n  artifacthub.io/license: Apache-2.0\n", 3, "Apache-2.0", "code"),
        ("Chart.yaml", "annotations:\n  licenses: EUPL-1.2\n", 2, "EUPL-1.2", "code"),
        ("CITATION.cff", "title: x\nlicense: EUPL-1.2\n", 2, "EUPL-1.2", "code"),
        ("CITATION.cff", "license:\n  - MIT\n  - Apache-2.0\n", 2, "MIT OR Apache-2.0", "code"),
        ("galaxy.yml", "name: harbour\nlicense:\n- EUPL-1.2\nlicense_file: ''\n", 3, "EUPL-1.2", "code"),
        ("galaxy.yml", "license: MIT\n", 1, "MIT", "code"),
        ("codemeta.json", '{\n"license": "https://spdx.org/licenses/EUPL-1.2"\n}', 2, "EUPL-1.2", "code"),
        ("openapi.yaml", _OPENAPI, 5, "EUPL-1.2", "api"),
        ("openapi.yml", '# x\n"openapi": 3.1.0\ninfo:\n  license: {identifier: MIT}\n', 4, "MIT", "api"),
        (
            "openapi.json",
            '{"openapi": "3.1.0",\n"info": {\n"license": {"name": "CC-BY 4.0 license"}}}',
            3,
            "CC-BY-4.0",
            "api",
        ),
        (
            "setup.py",
            f"setup(license='EUPL',\nclassifiers=['{_CLASSIFIER} European Union Public Licence 1.2 (EUPL 1.2)'])",
            2,
            "EUPL-1.2",
            "code",
        ),
        ("setup.py", "setup(\n  licence='EUPL-1.2',\n)", 2, "EUPL-1.2", "code"),
        ("setup.py", "setup(license='GNU GPL (https://www.gnu.org/licenses/gpl-3.0.html)')", 1, "GPL-3.0", "code"),
        ("setup.py", "setup(license='MIT (https://example.nl/x/LICENSE)')", 1, "MIT", "code"),
        ("debian/copyright", "Files: *\nLicense: Expat\n Words of it.\n", 2, "MIT", "code"),
        ("package/debian/copyright", "Files: *.c *\nLicense: GPL-3+\n", 2, "GPL-3.0-or-later", "code"),
        ("backend/package.json", '{"license": "MIT"}', 1, "MIT", "part"),
        ("charts/x/Chart.yaml", "annotations:\n  licenses: EUPL-1.2\n", 2, "EUPL-1.2", "part"),
        ("src/X/X.csproj", "<PackageLicenseExpression>MIT</PackageLicenseExpression>", 1, "MIT", "part"),
        ("packages/contest/package.json", '{"license": "MIT"}', 1, "MIT", "part"),
        ("publiccode.yaml", "legal:\n  license: EUPL-1.2\n", 2, "EUPL-1.2", "code"),
        ("publiccode.yml", "name: x\nlegal:\n  license: EUPL-1.2\ndependsOn:\n\t- x\n", 3, "EUPL-1.2", "code"),
    ],
)
def test_each_manifest(path: str, text: str, line: int, expression: str, about: str) -> None:
    found = _collect({path: text}).declarations
    assert [(one.path, one.line, one.expression, one.about) for one in found] == [(path, line, expression, about)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("setup.py", "setup(license=read('LICENSE'))\n"),
        ("setup.py", '# license="MIT"\n'),
        ("setup.py", "setup(license='LICENSE.txt')\n"),
        ("setup.py", 'setup(classifiers=["License :: OSI Approved :: GNU General Public License (GPL)"])'),
        ("build.gradle", "dependencies { implementation 'x:license:1' }\n"),
        ("build.gradle", "licenses {\n"),
        ("x.csproj", "<!-- <PackageLicenseExpression>MIT</PackageLicenseExpression> -->\n"),
        ("x.csproj", "<PackageLicenseFile>LICENSE</PackageLicenseFile>\n"),
        ("x.nuspec", '<license type="file">LICENSE</license>\n'),
        ("x.nuspec", "<licenseUrl>https://aka.ms/deprecateLicenseUrl</licenseUrl>\n"),
        ("x.csproj", "<PackageLicenseUrl>https://example.nl/licentie</PackageLicenseUrl>\n"),
        ("pom.xml", "<!-- <licenses><license><name>MIT</name></license></licenses> -->"),
        ("pom.xml", f"<licenses>{' ' * 6000}</licenses>"),
        ("pom.xml", "<build><licenses><license><name>MIT License</name></license></licenses></build>"),
        (
            "pyproject.toml",
            '[project]\nclassifiers = ["License :: OSI Approved :: MIT License", "License :: Freeware"]',
        ),
        (
            "setup.py",
            "classifiers=['License :: OSI Approved :: MIT License',\n'License :: Free for non-commercial use']",
        ),
        ("openapi.yaml", "info:\n  license: {name: MIT}\n"),
        ("openapi.yaml", "openapi: 3.0.0\ninfo: [\n"),
        ("openapi.json", '{"info": {"license": {"name": "MIT"}}}'),
        ("openapi.yaml", "openapi: 3.0.0\ninfo:\n  license: {name: MIT}\ninfo:\n  license: {name: EUPL-1.2}\n"),
        ("publiccode.yml", "legal:\n  license: MIT\n'legal':\n  license: EUPL-1.2\n"),
        ("Chart.yaml", "license: MIT\n"),
        ("CITATION.cff", "license: {a: b}\n"),
        ("galaxy.yml", "license: {a: b}\n"),
        ("debian/copyright", "Files: lib/*\nLicense: MIT\n"),
        ("debian/copyright", "Files: *\nLicense: EUPL\n"),
        ("debian/copyright", "This package was made by A, under the MIT License.\n"),
        ("boefjes/debian/copyright", "Files: *\nLicense: MIT\n"),
        ("node_modules/x/package.json", '{"license": "MIT"}'),
        ("e2e-tests/package.json", '{"license": "MIT"}'),
        ("packages/e2e/package.json", '{"license": "ISC"}'),
        ("demo/package.json", '{"license": "MIT"}'),
        ("tests/fixtures/package.json", '{"license": "MIT"}'),
        ("docs/README.md", "## Licence\n\nMIT License\n"),
    ],
)
def test_what_says_nothing(path: str, text: str) -> None:
    assert _collect({path: text}).declarations == ()


def test_what_a_classifier_does_not_make_clear() -> None:
    setup = "setup(license='Commercial', classifiers=['License :: OSI Approved :: MIT License'])"
    assert [one.expression for one in _collect({"setup.py": setup}).declarations] == [None]


def test_only_so_many_manifests_below_the_top_are_read() -> None:
    files = {f"p{number:03}/package.json": '{"license": "MIT"}' for number in range(200)}
    assert len(_collect(files).declarations) == 100


@pytest.mark.parametrize(
    ("text", "line", "expression"),
    [
        ("# X\n\n## License\n\nLicensed under the EUPL-1.2.\n", 3, "EUPL-1.2"),
        ("# X\n\n## Licenties\n\nDe code valt onder de MIT-licentie.\n", 3, "MIT"),
        ("X\n=\n\nLicentie\n--------\n\nLicensed under the EUPL_\n\n.. _EUPL: LICENSE.md\n", 4, None),
        (":License: EUPL-1.2\n", 1, "EUPL-1.2"),
        ("License: MIT\n", 1, "MIT"),
        ("Dit project is gepubliceerd onder de Mozilla Public License 2.0.\n", 1, "MPL-2.0"),
        ("This software is released under the Apache License, Version 2.0.\n", 1, "Apache-2.0"),
        ("![l](https://img.shields.io/badge/license-MPL%202.0-blue.svg)\n", 1, "MPL-2.0"),
        ("[![l](https://img.shields.io/badge/License-EUPL--1.2-blue)](LICENSE)\n", 1, "EUPL-1.2"),
        (f"# X\n\n# License\n\n{licences.text('MIT')}\n", 3, "MIT"),
        ("## License\n\nLicensed under the MIT license. For proprietary assets, ask first.\n", 1, "MIT"),
        ("* Free software: GNU General Public License v3\n", 1, "GPL-3.0"),
        ("- **License**: EUPL-1.2\n", 1, "EUPL-1.2"),
        ("## Public domain\n\nRelated rights are waived worldwide through CC0 1.0 Universal.\n", 1, "CC0-1.0"),
        ("### License\n[MIT][mit]\n\n[mit]: https://x.example/LICENSE.txt\n", 1, "MIT"),
        ("## Licensing\n\nReleased under the [EUPL][8].\n\n[8]: ./LICENSES/EUPL-1.2.txt\n", 1, "EUPL-1.2"),
        ("Deze software is door de stad gemaakt en\ngepubliceerd onder de\nEUPL-1.2.\n", 1, "EUPL-1.2"),
        ("# X\n\n# Gebruik\n\nZo.\n\n# Licentie\n\nDeze code valt onder de EUPL-1.2.\n", 7, "EUPL-1.2"),
        ("# X\n\n## Licentie\n\n© Gemeente Voorbeeld. Alle rechten voorbehouden.\n", 3, licences.RESERVED),
    ],
)
def test_what_a_readme_says(text: str, line: int, expression: str | None) -> None:
    found = _collect({"README.md": text}).declarations
    assert [(one.source, one.line, one.expression) for one in found] == [("README", line, expression)]


@pytest.mark.parametrize(
    "text",
    [
        "De bibliotheek X is gepubliceerd onder de MIT-licentie.\n",
        "## Licenties van derden\n\nMIT License\n",
        "## Third-party licenses\n\nMIT License\n",
        "![l](https://img.shields.io/github/license/x/y)\n",
        "## Licence\n\n" + "woord " * 400 + "MIT License\n",
        "This project is not licensed under the MIT license.\n",
    ],
)
def test_a_readme_that_speaks_of_something_else(text: str) -> None:
    assert _collect({"README.md": text}).declarations == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "# X\n\n## Licence\n\nThis project is licensed under the EUPL-1.2. Docs are licensed under CC-BY-4.0.\n",
            [("EUPL-1.2", 3, "code"), ("CC-BY-4.0", 5, "content")],
        ),
        (
            "## Licentie\n\nDe informatie is beschikbaar onder CC-BY-4.0.\nDe code staat elders.\n",
            [("CC-BY-4.0", 3, "content")],
        ),
        ("## Licence\n\nCC-BY-4.0\n", [("CC-BY-4.0", 1, "code")]),
    ],
)
def test_a_readme_tells_texts_and_data_from_code(text: str, said: list[tuple[str, int, str]]) -> None:
    found = _collect({"README.md": text, "LICENSE": licences.text("EUPL-1.2")})
    assert [(one.expression, one.line, one.about) for one in found.declarations] == said
    assert found.content == ("CC-BY-4.0" if "content" in said[-1] else None)


@pytest.mark.parametrize(
    ("sentence", "licence"),
    [
        ("The Dike Watch documentation is released under CC-BY-4.0.", "CC-BY-4.0"),
        ("Dike Watch's data are available under CC0-1.0.", "CC0-1.0"),
        ("De documentatie van Dike Watch valt onder CC-BY-4.0.", "CC-BY-4.0"),
        ("Our datasets are licensed under ODbL-1.0.", "ODbL-1.0"),
        ("The jQuery documentation is licensed under CC-BY-4.0.", None),
        ("De documentatie van Drupal valt onder CC-BY-4.0.", None),
    ],
)
def test_texts_and_data_of_the_work_by_its_name(sentence: str, licence: str | None) -> None:
    text = f"# Dike Watch\n\nWatches dikes.\n\n## Licence\n\n{sentence}\n"
    said = [(one.expression, one.line, one.about) for one in _collect({"README.md": text}).declarations]
    assert said == ([(licence, 7, "content")] if licence else [])


@pytest.mark.parametrize(
    "line", ["This project is licensed under X", "## Licence", "License: MIT", "De docs: CC-BY-4.0. " * 50]
)
def test_no_readme_takes_long(line: str) -> None:
    text = f"## Licence\n{line}\n" * 20_000
    start = process_time()
    assert len(_collect({"README.md": text[:900_000]}).declarations) <= 60
    assert process_time() - start < 5  # it takes a tenth of a second


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("De broncode is openbaar gemaakt vanwege een Woo-verzoek.\n", 1),
        ("# X\n\nThis source code has been disclosed under the Dutch Open Government Act.\n", 3),
        ("Het Woo-platform wordt ontwikkeld als open source. De broncode staat hier.\n", None),
        ("Dit platform publiceert documenten volgens de Woo.\n", None),
    ],
)
def test_source_that_the_law_made_public(text: str, line: int | None) -> None:
    found = _collect({"README.md": text}).disclosure
    assert (found and found.line) == line


_GPL = (
    " * This program is free software: you can redistribute it and/or modify\n"
    " * it under the terms of the GNU General Public License as published by\n"
    " * the Free Software Foundation, {} of the License{}.\n"
)


@pytest.mark.parametrize(
    ("text", "line", "expression"),
    [
        ("# SPDX-License-Identifier: EUPL-1.2\n", 1, "EUPL-1.2"),
        ("<?php\n/* SPDX-License-Identifier: MIT */\n", 2, "MIT"),
        (
            "/*\n" + _GPL.format("either version 3", ", or\n * (at your option) any later version") + " */\n",
            3,
            "GPL-3.0-or-later",
        ),
        ("/*\n" + _GPL.format("version 2", "") + " */\n", 3, "GPL-2.0-only"),
        ("// Copyright 2026\n// Licensed under the EUPL-1.2\n\npackage x\n", 2, "EUPL-1.2"),
        ("// A `name\n// Licensed under the MIT License\n", 2, "MIT"),
        ("x = `ls`\n# Licensed under the MIT License\n", 2, "MIT"),
    ],
)
def test_what_a_header_says(text: str, line: int, expression: str) -> None:
    found = _collect({"src/a.go": text}).headers
    assert found.read == 1
    assert [(one.expression, one.files, one.path, one.line) for one in found.said] == [
        (expression, 1, "src/a.go", line)
    ]


@pytest.mark.parametrize(
    "later",
    [
        "(or later)",
        "and later",
        "or higher",
        "or newer",
        "or any newer version",
        "and above",
        "(or, at your option, any later version)",
        "or, if you prefer, any later version",
    ],
)
@pytest.mark.parametrize("by", ["", ", as published by the Free Software Foundation,"])
def test_later_versions_in_a_header_however_they_are_written(later: str, by: str) -> None:
    text = f"# This program is distributed under the GNU General Public License{by} version 2 {later}.\n"
    assert [one.expression for one in _collect({"a.py": text}).headers.said] == ["GPL-2.0-or-later"]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("This program will be", ""),
        ("Until 2020 this program is", ""),
        ("Parts of this program are", ""),
        ("It is not true that this program is", ""),
        ("This program is", " for non-commercial use only"),
        ("This program is", " with the classpath exception"),
        ("This program is", ".\n# As a special exception, you may link it with anything"),
        ("This program is", ". Do with it what you like.\n# It may not be sold"),
    ],
)
@pytest.mark.parametrize("by", ["", ", as published by the Free Software Foundation,"])
@pytest.mark.parametrize("later", ["", " or later"])
def test_a_header_that_says_more_than_the_words_of_the_fsf(before: str, behind: str, by: str, later: str) -> None:
    text = f"# {before} distributed under the GNU General Public License{by} version 2{later}{behind}.\n"
    assert _collect({"a.py": text}).headers.said == ()


@pytest.mark.parametrize("other", ["or version 3", "or the MIT License"])
def test_a_header_with_a_choice_does_not_mean_one_version_only(other: str) -> None:
    text = f"# This program is distributed under the GNU General Public License version 2 {other}.\n"
    said = [one.expression for one in _collect({"a.py": text}).headers.said]
    assert said == ([] if "version" in other else ["GPL-2.0 OR MIT"])


@pytest.mark.parametrize(
    "text",
    [
        'x = "Licensed under the EUPL-1.2"\n',
        'HEAD = """\n# Licensed under the EUPL-1.2\n"""\n',
        "HEAD = '''\n/* Licensed under the MIT License */\n'''\n",
        "# This file uses Golf, which is licensed under the MIT License.\n",
        "# Licensed under the EUPL\n",
        "\n" * 100 + "# SPDX-License-Identifier: MIT\n",
        "const banner = `/*!\n * Licensed under the MIT License\n */`;\n",
        "cat > out.c <<'EOF'\n// Licensed under the MIT License\nEOF\n",
        "$text = <<<EOT\n# Licensed under the MIT License\nEOT;\n",
    ],
)
def test_a_header_that_says_nothing(text: str) -> None:
    assert _collect({"a.py": text}).headers.said == ()


_GNU_NOTICE = "# This program is distributed under the GNU General Public License version 3.\n"


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("# This file is part of Tides.\n", "", "GPL-3.0-only"),
        ("# Part of Tides, which reads tables\n#\n", "", "GPL-3.0-only"),
        ("", "# It may be copied only by written permission of the harbour.\n", None),
        ("# The code is to be released:\n", "", None),
    ],
)
def test_what_takes_a_notice_back_takes_back_a_header(above: str, below: str, expected: str | None) -> None:
    said = _collect({"a.py": f"{above}{_GNU_NOTICE}{below}x = 1\n"}).headers.said
    assert [one.expression for one in said] == ([expected] if expected else [])


def test_a_sample_of_the_headers_is_read() -> None:
    files = {
        f"src/{number:03}.py": f"# SPDX-License-Identifier: {'MIT' if number % 2 else 'ISC'}\n" for number in range(99)
    }
    found = _collect({**files, "vendor/a.py": "# SPDX-License-Identifier: 0BSD\n"}).headers
    assert found.read == SAMPLE
    assert sorted((one.expression, one.files) for one in found.said) == [("ISC", 14), ("MIT", 16)]


_NAMES = (
    *("setup.py", "build.gradle", "x.csproj", "x.nuspec", "Chart.yaml", "openapi.yaml", "openapi.json", "CITATION.cff"),
    *("codemeta.json", "README.md", "a.py", "a.js", "LICENSE/EUPL.txt"),
)
_PIECES = (
    *(
        "license",
        "licenses {",
        "<license type=",
        "name",
        "=",
        '"',
        "'",
        "<!--",
        "-->",
        "info:",
        "openapi: 3",
        "\n",
        " ",
    ),
    *(
        "SPDX-License-Identifier:",
        "EUPL-1.2",
        "# ",
        "## Licence",
        "GNU General Public License",
        "version 3",
        "[",
        "{",
        "é",
    ),
)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(_NAMES), st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)))
def test_no_content_breaks_it(files: dict[str, str]) -> None:
    _collect(files)


@pytest.mark.parametrize(
    "path", ["setup.py", "build.gradle", "x.csproj", "x.nuspec", "pom.xml", "openapi.yaml", "setup.cfg"]
)
@pytest.mark.parametrize(
    "piece", ["license ", " ", "<license ", "licenses {license {", "info:\n", "<!--", "openapi: 1\n", "(license"]
)
def test_no_manifest_takes_long(path: str, piece: str) -> None:
    read = reader_of(path)
    assert read is not None
    start = process_time()
    assert read((piece * (200_000 // len(piece))).encode()) == []
    assert process_time() - start < 5
