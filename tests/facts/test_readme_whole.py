"""Of what a README says of licences, what is said of the work itself."""

import pytest

from oss_scan.facts.readmes import licence_said

_SHIELD = "https://img.shields.io/badge/License"


def _whole(text: str) -> list[str | None]:
    return [one.expression for one in licence_said(text) if one.whole]


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("## License\n\nMIT\n", "MIT"),
        ("## License\n\n[MIT](LICENSE)\n", "MIT"),
        ("## License\n\nMIT License (see [license.txt](license.txt))\n", "MIT"),
        ("## License\n\n[Apache-2.0](./LICENSE) © DataLab Voorbeeld\n", "Apache-2.0"),
        ("## License\n\nApache 2.0. See [LICENSE](https://example.nl/LICENSE).\n", "Apache-2.0"),
        (
            "## 📄 Licentie\n\nCopyright 2025, Gemeente Voorbeeld.\nLicensed under the EUPL 1.2.\n\nSee LICENSE.\n",
            "EUPL-1.2",
        ),
        ("## Licentie\n\n© Gemeente Voorbeeld. Gelicenseerd onder de EUPL v1.2\n", "EUPL-1.2"),
        ("## Licence\n\nThe software is available under the **MIT** license.\n", "MIT"),
        ("# Golf\n\n## Licence\n\nGolf is licensed under the GPL v3.\n", "GPL-3.0"),
        (
            "## License\n\nThis program and the accompanying materials are made available under the MIT License.\n",
            "MIT",
        ),
        (
            "## License\n\nLicensed under the EUPL v1.2.\nFor more, see the [EUPL 1.2](https://example.nl).\n",
            "EUPL-1.2",
        ),
        ("Dit project is gepubliceerd onder de EUPL v1.2.\n", "EUPL-1.2"),
        ("License: GPLv3 or later\n", "GPL-3.0-or-later"),
        (f"[![License: MIT]({_SHIELD}-MIT-blue.svg)](LICENSE)\n", "MIT"),
        (f"# X\n\n![ci](https://x.nl/ci.svg) [![l]({_SHIELD}-MIT-blue.svg)](LICENSE)\n", "MIT"),
        (f".. image:: {_SHIELD}-MIT-blue.svg\n   :target: LICENSE\n", "MIT"),
        ("# X\n\n## About this project\n\n### License\n\nMIT\n", "MIT"),
        ("# X\n\n## About\n\nThis project is licensed under the MIT License.\n", "MIT"),
        ("# X\n\n```\n# install\n```\n\n## License\n\nMIT\n", "MIT"),
        ("# Golf - waves\n\n## License\n\nGolf is licensed under the MIT License.\n", "MIT"),
        ("X\n=\n\nLicense\n-------\n\nMIT\n", "MIT"),
        ("# iRODS Golf Rules\n\n## License\n\nGolf Rules is licensed under the MIT License.\n", "MIT"),
        ("# DEPRECATED\n\n# Golf\n\n## Usage\n\n## License\n\nMIT\n", "MIT"),
        ("# Let op!\n\n# Golf\n\nLicense: MIT\n", "MIT"),
        (
            "Golf\n====\n\nLicense\n=======\n\nLicensed under the `MIT license`_.\n\n.. _`MIT license`: LICENSE\n",
            "MIT",
        ),
        ("Golf\n=\n\nLicence\n=\n\nThis project is licensed under the MIT_ license.\n\n.. _MIT: LICENSE\n", "MIT"),
        ("## Licentie\n\nDit project valt onder de EUPL-1.2.\n", "EUPL-1.2"),
        ("Deze software valt onder de European Union Public Licence 1.2.\n", "EUPL-1.2"),
        ("## License\n\nThis project falls under the MIT License.\n", "MIT"),
        ("## License\n\nWe use the EUPL-1.2 license.\n", "EUPL-1.2"),
        ("## Licentie\n\nWij gebruiken de EUPL 1.2.\n", "EUPL-1.2"),
        ("## Licentie\n\nOp deze software is de EUPL-1.2 van toepassing.\n", "EUPL-1.2"),
        ("## License\n\nThis project uses the GNU GPL version 3 or later.\n", "GPL-3.0-or-later"),
        (
            "## License\n\nX is licensed under the LGPLv2.1 or later, and this module has the same license.\n",
            "LGPL-2.1-or-later",
        ),
        ("## License\n\nX is under the MIT license; this project uses the same licence.\n", "MIT"),
        (
            "## Authors and license\n\nMade by A at B.\n\nThis software is licensed under the MIT License.\n",
            "MIT",
        ),
        ("# Golf\n\n## License\n\nGolf as a whole is licensed under the GNU GPL v3.0.\n", "GPL-3.0"),
        ("# Golf and Deining\n\n# License\n\nThe Golf source code is governed by the MIT License.\n", "MIT"),
    ],
)
def test_what_is_said_of_the_work(text: str, expression: str) -> None:
    assert _whole(text) == [expression]


@pytest.mark.parametrize(
    "text",
    [
        "## License\n\nThis project uses Leaflet, which is licensed under BSD-2-Clause.\n",
        "## License\n\nThis project includes software that is licensed under the MIT License.\n",
        "## Licenties\n\n* Leaflet: BSD-2-Clause\n",
        "## License\n\nMIT?\n",
        "## Licentie\n\nDeze software is gebaseerd op X, dat is gepubliceerd onder de MIT-licentie.\n",
        "## License\n\nThis is a fork of [X](https://x.nl), which is released under the MIT License.\n",
        "## License\n\nX is licensed under the MIT license. The fonts have the same licence.\n",
        "## License\n\nX is under the MIT license; this project does not use the same licence.\n",
        "## License\n\nWe use jQuery, which is under the MIT license.\n",
        "## License\n\nWe use the MIT license for the examples.\n",
        "## License\n\nThis project has an MIT licensed dependency.\n",
        "# Golf\n\n## Licentie\n\nDeining valt onder de MIT licentie.\n",
        "## Licentie\n\nDe lettertypen vallen onder de MIT licentie.\n",
        "## License\n\nThis repository was made with a template under the MIT license.\n",
        "## License\n\nX is licensed under the MIT license.\n",
        "## License\n\nThe theme is licensed under the MIT license.\n",
        "## License\n\nIcons by X, licensed under MIT.\n",
        "## License\n\nParts of this software are licensed under the MIT license.\n",
        "## License\n\nThis software was licensed under the GPL-3.0 until version 2.\n",
        "## License\n\nChoose MIT, Apache-2.0 or EUPL-1.2.\n",
        "## License\n\nMIT and GPL3 are common. For example:\n\n> This work is licensed under the MIT License.\n",
        "## License\n\nThese images likely contain software under other licenses such as GPL-2.0.\n",
        "## jQuery license\n\nLicensed under the MIT license.\n",
        "## License\n\nMIT\n\n## License\n\nApache-2.0\n",
        "## License\n\nLicensed under the MIT license. Not for commercial use.\n",
        "## License\n\nThis project is licensed under the MIT License.\n\nNot for resale.\n",
        "## License\n\nThis project is licensed under the MIT License.\n\nWe are fond of it.\n\nHarbours must pay.\n",
        "Zo ziet een README eruit:\n\n```\n## License\n\nMIT\n```\n",
        "```\nLicense: MIT\n```\n",
        "# X\n\n## Dependencies\n\nLicense: MIT\n",
        f"# X\n\n## Dependencies\n\nY ![l]({_SHIELD}-MIT-blue.svg)\n",
        "# X\n\n## Leaflet\n\nWe use it.\n\n### License\n\nBSD-2-Clause\n",
        "X\n=\n\nLeaflet\n-------\n\n### License\n\nBSD-2-Clause\n",
        "# X\n\n# Original README\n\n## License\n\nMIT\n",
        "# X\n\n## Credits\n\nIt uses Y. This package is released under the MIT License.\n",
        "# X\n\n> This project is licensed under the MIT License.\n",
        "# X\n\nAs in:\n\n    license: MIT\n",
        "# X\n\n<!--\nlicense: MIT\n-->\n",
        "# QGIS plugin Kaart\n\n## License\n\nQGIS is released under the GPL-2.0-only.\n",
        "## License\n\nThis project is to be released under the MIT License.\n",
        f"# X\n\nUses [Y](https://y.nl) ![l]({_SHIELD}-MIT-blue.svg)\n",
        "This package depends on X, which is released under the MIT License.\n",
        "Wij gebruiken X. The library is released under the MIT License.\n",
        "The code of X is released under the MIT License.\n",
        "\n" * 50 + f"![l]({_SHIELD}-MIT-blue.svg)\n",
    ],
)
def test_what_may_be_said_of_something_else(text: str) -> None:
    assert _whole(text) == []


def test_what_goes_on_with_some_of_the_work_is_not_said_of_it() -> None:
    for some in ("The files in src/vendor are copied from Y.", "Parts of this code were taken from Y."):
        assert licence_said(f"# X\n\n## License\n\n{some} They are released under the MIT License.\n") == ()
    made = "# X\n\n## License\n\nX is made by Y. It is released under the MIT License.\n"
    assert [each.expression for each in licence_said(made)] == ["MIT"]
