"""Short texts that name a licence: which of them give it to a work."""

import pytest

from oss_scan import licences


@pytest.mark.parametrize(
    "text",
    [
        "The charting widget is covered by the Apache License 2.0.",
        "GDAL wordt meegeleverd en valt onder de MIT-licentie.",
        "Zie de MIT-licentie van Golf voor dat onderdeel.",
        "This project links against Golf, available under the LGPL-3.0.",
        "This repository mirrors code under the MIT License.",
        "Compiled with GCC (GPL-3.0-or-later).",
        "The vendored sources are BSD-3-Clause.",
        "Legacy license: Apache-2.0",
        "Built with Golf, released under the MIT License.",
        "The source of the icons is MIT licensed.",
        "The MIT License applies to the plugins.",
        "Sample code: MIT License",
        "Target licence: EUPL-1.2",
        "Roadmap: relicense to MPL-2.0",
        "Stricter than the EUPL-1.2",
        'The header reads "Licensed under the EUPL-1.2".',
        "The checker reports 'MIT License' for this input.",
        "The article 'Why the MIT License works' is recommended reading.",
        "The translations are available under the GPL-2.0-or-later.",
        "A wrapper for Golf, which is licensed under the GPL version 3.",
        "Scanner for projects licensed under the EUPL-1.2.",
        "BSD 3-Clause w/nuclear disclaimer",
        "The import tool maps GPL-3.0 to category red.",
        "The old repository had an Apache License 2.0.",
        "Gemeenten geven hun code bij voorkeur vrij onder de EUPL-1.2.",
        "Common licences are MIT and Apache 2.0. For example:\n\n> This work is licensed under the MIT License.",
    ],
)
def test_a_licence_that_is_named_and_not_given(text: str) -> None:
    assert licences.identify(text.encode()).expression is None


@pytest.mark.parametrize(
    "text",
    [
        "MIT License",
        "Golf Kraan - MIT License",
        "golf-kraan is licensed under the MIT License.",
        "Golf Kraan was created by Jan and is released under the MIT License.\nThis code: MIT License.",
        "It was developed by Golf and is licensed under the MIT License.",
        "(c) 2020 Gemeente Voorbeeld, MIT License",
        "The software is released under the MIT License.",
        "The codebase is released under the MIT License, unless stated otherwise.",
        "The whole toolbox is licensed under the MIT License.",
        "The notebooks are available under the MIT License.",
        "De oplossing is uitgebracht onder de MIT License.",
        "The source of Golf is licensed under the MIT License.",
        "The source is MIT licensed.",
        "* Free software: MIT License",
        "- Code en handleiding: MIT License (tenzij anders vermeld).",
        "Developed by the city of Golf, released under the MIT License.",
        "Geschreven door Jan en uitgebracht onder de MIT License.",
        "De MIT License geldt.",
        "De applicatie valt onder de MIT-licentie.",
        "Licensed under the MIT License. See LICENSE.",
        "For the licence, see the MIT License.",
        "Golf by Jan de Vries, MIT License",
        "All files in this repository: MIT License",
        "Lizenziert unter der MIT License.",
        "project license: MIT License",
        "Toepasselijk: MIT License",
        "You may use this under the MIT License.",
    ],
)
def test_a_licence_that_is_given(text: str) -> None:
    assert licences.identify(text.encode()).expression == "MIT"
