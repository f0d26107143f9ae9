"""What packages have around their licences: parts under another one, heads and summaries, advice that is filled in."""

import pytest

from oss_scan import licences

_MIT = licences.text("MIT").replace("<year> <copyright holders>", "2020 Kadaster")
_APACHE, _MPL, _GPL = licences.text("Apache-2.0"), licences.text("MPL-2.0"), licences.text("GPL-2.0-only")
_BSD, _NCSA = licences.text("BSD-3-Clause"), licences.text("NCSA")
_DISCLAIMER = _MIT[_MIT.index("THE SOFTWARE IS") :]
_LINUX = """\
Valid-License-Identifier: MIT
SPDX-URL: https://spdx.org/licenses/MIT.html
Usage-Guide:
  To use the MIT License put the following SPDX tag/value pair into a
  comment according to the placement guidelines in the licensing rules
  documentation:
    SPDX-License-Identifier: MIT
License-Text:

"""
_DEED = """\
As a work of the United States Government, this project is in the public domain within the United States.

Additionally, we waive copyright and related rights in the work worldwide through the CC0 1.0 Universal public domain
dedication.

## CC0 1.0 Universal Summary

This is a human-readable summary of the [Legal Code (read the full text)](https://creativecommons.org/publicdomain/zero/1.0/legalcode).

### No Copyright

The person who associated a work with this deed has dedicated the work to the public domain by waiving all of his or her
rights to the work worldwide under copyright law, including all related and neighboring rights, to the extent allowed by
law.

You can copy, modify, distribute and perform the work, even for commercial purposes, all without asking permission.

### Other Information

In no way are the patent or trademark rights of any person affected by CC0, nor are the rights that other persons may
have in the work or in how the work is used, such as publicity or privacy rights.

Unless expressly stated otherwise, the person who associated a work with this deed makes no warranties about the work,
and disclaims liability for all uses of the work, to the fullest extent permitted by applicable law. When using or
citing the work, you should not imply endorsement by the author or the affirmer.
"""
_GENERATED = "The generated files are not subject to the terms of the Mozilla Public License."
_OBTAINED = "NOTICE: The code under ./ep is derived from Deep. The original code was obtained from:\nhttps://deep.org\n"
_PYTHON = (
    "Dike is licensed under the MIT license; see the file LICENSE for details.\n\n{} includes code from Apache.\n\n"
    "It is included below:"
)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (f"Files under tools/*, scripts/* are MIT licensed.\n\n{_APACHE}", None),  # of which the text is, is not clear
        (f"{_APACHE}\nFiles under tools/*, scripts/* are MIT licensed.", "Apache-2.0 AND MIT"),
        (f"{_APACHE}\nThe files in tools/ are proprietary.", None),
        (f"{_APACHE}\nFiles under tools/ are MIT licensed or under the GPL.", None),
        (f"{_APACHE}\nFiles under tools/ are MIT licensed, those under web/ under the MPL-2.0.", None),
        (
            f"{_OBTAINED}This code is licensed under the MIT License.\nThe rest is under Apache-2.0.\n\n{_APACHE}",
            "Apache-2.0 AND MIT",
        ),
        (f"{_PYTHON.format('Dike')}\n\n{_APACHE}", "Apache-2.0 AND MIT"),
        (f"{_PYTHON.format('Another')}\n\n{_APACHE}", None),
        (_LINUX + _MIT, "MIT"),
        (_LINUX.replace(": MIT", ": GPL-2.0") + "Only the tests may be used.\n\n" + _MIT, None),
        (f"{_MIT}\n== dependency license: dike ==\n{_MIT}", "MIT"),
        (f"LICENSE for the original parser file:\n\n{_MIT}", "MIT"),
        (f"License for students:\n\n{_MIT}", None),
        (f"another limited license\n\n{_MIT}", None),
        (
            f"{_GENERATED} They are your own work and you can license them under any terms you choose.\n\n{_MPL}",
            "MPL-2.0",
        ),
        (f"The source files are not subject to the terms of the Mozilla Public License.\n\n{_MPL}", None),
        (_APACHE.replace("excluding those notices", "excluding any notices"), "Apache-2.0"),
        (_APACHE.replace("excluding those notices", "excluding no notices"), None),
        (_DEED, "CC0-1.0"),
        (_DEED.replace("even for commercial", "except for commercial"), None),
        ("MIT License\n\nCopyright (c) 2020 Kadaster\n\n" + _MIT[_MIT.index("Perm") : _MIT.index("The above")], None),
        (
            "Released as open source by Dike (https://dike.nl) part of Dam Group (https://dam.nl)\n\nLicense: AGPL3",
            "AGPL-3.0",
        ),
        (f"Licensed under the MIT license.\n\nhttps://opensource.org/licenses/mit\n\n{_DISCLAIMER}", "MIT"),
        (f"Dike is released under the BSD 3-Clause license.\n\n{_DISCLAIMER}", "BSD-3-Clause"),
        (f"MIT License\n\n{_DISCLAIMER}", None),
        (f"Licensed under the MIT license for non-commercial use.\n\n{_DISCLAIMER}", None),
        (f"Licensed under the MIT license.\n\n{_MIT[_MIT.index('The above') :]}", None),
        (
            "You are free to download, reuse and modify dike under the terms of either the GPL-2.0 or MIT.",
            "GPL-2.0 OR MIT",
        ),
        (_BSD.replace("PARTICULAR PURPOSE ARE", "PARTICULAR PURPOSE AND NONINFRINGEMENT ARE"), "BSD-3-Clause"),
        (f"Developed by: Dike (https://dike.nl)\n\n{_NCSA[_NCSA.index('Permission') :]}", "NCSA"),
        (f"dike 0.2 and above\n\n{_MIT}", "MIT"),
        (f"See the NOTICE file for important details of how it applies to the code.\n\n{_MIT}", "MIT"),
        (
            f"For instructions on how to use the license please see: [CONTRIBUTING.md](CONTRIBUTING.md).\n\n{_MIT}",
            "MIT",
        ),
        (f"See CONTRIBUTING.md for how to apply this licence.\n\n{_MIT}", "MIT"),
        (f"Zie CONTRIBUTING.md voor het gebruik van deze licentie.\n\n{_MIT}", "MIT"),
        (f"For permission on how to use the license please ask us.\n\n{_MIT}", None),
        (f"For instructions on how to use the license key please see: SHOP.md.\n\n{_MIT}", None),
        (f"For instructions on how to use it commercially please see: SHOP.md.\n\n{_MIT}", None),
        ("This software is licensed under the EUPL licence version 1.2.\n", "EUPL-1.2"),
        ("De broncode is beschikbaar onder de EUPL-licentie (versie 1.2).\n", "EUPL-1.2"),
        ("De broncode is beschikbaar onder de GNU GPL licentie versie 3.\n", "GPL-3.0"),
        ("This software is licensed under the MPL license v2.0.\n", "MPL-2.0"),
        ("This software is licensed under the GPL license 2 days after release.\n", None),
        ("This software is licensed under the EUPL licence; version 1.2 of the tool.\n", None),
        ("You may use only under the MIT license", None),
        ("You may modify binaries under the terms of the MIT license", None),
    ],
)
def test_around_a_text(text: str, expression: str | None) -> None:
    assert licences.identify(text.encode()).expression == expression


@pytest.mark.parametrize(
    ("title", "holder", "expression"),
    [
        ("one line to give the program's name and an idea of what it does.", "yyyy name of author", "GPL-2.0"),
        ("one line to give the program's name and an idea of what it does.", "2020 Kadaster", "GPL-2.0"),
        ("<program>", "2020 Kadaster", "GPL-2.0"),
        ("Dike, a register.", "<year> <name of author>", "GPL-2.0"),
        ("dike", "2020 Kadaster / dikes", "GPL-2.0"),
        ("Dike, a register.", "2020 Kadaster <info@kadaster.nl>", "GPL-2.0-or-later"),
    ],
)
def test_advice_that_is_filled_in_is_the_notice_of_the_work(title: str, holder: str, expression: str) -> None:
    text = _GPL.replace("one line to give the program's name and an idea of what it does.", f"{title}\n")
    text = text.replace("yyyy name of author", f"{holder}\n")
    assert licences.identify(text.encode()).expression == expression
    assert licences.identify(text.replace("either version 2", "either version 3").encode()).expression in (
        None,
        "GPL-2.0",
    )
