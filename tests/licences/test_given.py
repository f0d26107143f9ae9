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
        "# viewer\n\nThe fonts in this app are available under the SIL Open Font License 1.1.",
        "# etl\n\nDe brongegevens van het CBS zijn beschikbaar onder CC BY 4.0.",
        "# etl\n\nThe source data come from Eurostat under CC-BY-4.0.",
        "# wiki\n\nText from Wikipedia is available under CC BY-SA 4.0.",
        "# paper\n\nThe article is published under CC-BY-4.0. Code will follow.",
        "| Tool | License | Language |\n|---|---|---|\n| golf | MIT | Go |\n| deining | AGPL-3.0 | Go |",
        "# credits\n\nWe are grateful to the Golf team (MIT license) for their work.",
        "# dank\n\nMet dank aan de makers van Golf (BSD-3-Clause).",
        "# plan\n\n- [ ] Licence: EUPL-1.2\n- [ ] CI",
        'Herkent uitdrukkingen zoals "MIT OR Apache-2.0".',
        "Golf valt onder GPL-2.0. Deze plugin breidt Golf uit.",
        "In deze container draait Golf, dat onder de BSD-3-Clause licentie valt.",
        "The `examples` directory contains a package that is licensed under the Apache License 2.0.",
        "Ga na of alle pakketten onder de EUPL-1.2 vallen.",
        "The folder fixtures holds files under MIT, ISC and BSD-2-Clause to test the reader.",
        "Texts by the curators are licensed under CC-BY-4.0.",
        "The city of Golf published its software under the AGPL-3.0.",
        "De stad Golf heeft haar software onder de AGPL-3.0 gepubliceerd.",
        "Zoek in de catalogus naar software met de licentie EUPL-1.2.",
        "Het verzoek om de code onder EUPL-1.2 vrij te geven is afgewezen.",
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
