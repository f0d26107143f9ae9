"""A theme: the colours and style of an organisation, read strictly, with colours that can be told apart."""

import re
from dataclasses import replace
from pathlib import Path

from oss_scan.report.formats.look import COLOURS, NEUTRAL, Look
from oss_scan.strict import Strict

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_MOST = 100_000  # bytes of a style
#: What a style may not have: an end of its element, and whatever is fetched.
_FETCHES = re.compile(r"<|@import|\burl\(\s*[\"']?(?!data:)|\\", re.IGNORECASE)
#: Which colours must differ how much (WCAG 2.2, 1.4.3 and 1.4.11).
_CONTRASTS = (
    *(("ink", "paper", 4.5), ("ink", "soft", 4.5), ("accent", "paper", 4.5), ("accent", "soft", 4.5)),
    *(("line", "paper", 3.0), ("alarm", "paper", 3.0)),
)


def read_theme(folder: Path) -> Look:
    """Read `theme.yaml` of a folder: `colours`, and the name of a file with CSS. Raises OssScanError with the line."""
    path = folder / "theme.yaml"
    file = Strict(path)
    file.only("colours", "style")
    colours = Strict(path, file.keys("colours", optional=True))
    colours.only(*COLOURS)
    given = {key.text: colours.text(key.text) for key, _ in colours.root.items}
    for name, colour in given.items():
        if not _COLOUR.fullmatch(colour):
            colours.fail(name, nl="hier hoort een kleur als #1a2b3c", en="a colour such as #1a2b3c belongs here")
    look = Look(**(NEUTRAL.colours | {name: colour.lower() for name, colour in given.items()}))
    for one, other, least in _CONTRASTS:
        found = contrast(getattr(look, one), getattr(look, other))
        if found < least:
            told = f"{found:.1f}", f"{least:.1f}"
            colours.fail(
                one if one in given else other,
                nl=f"het contrast van {one} met {other} is {told[0]}:1; er is ten minste {told[1]}:1 nodig",
                en=f"the contrast of {one} with {other} is {told[0]}:1; at least {told[1]}:1 is needed",
            )
    return look if file.root.get("style") is None else replace(look, style=_style(file, folder))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _style(file: Strict, folder: Path) -> str:
    name = file.text("style")
    path = folder / name
    if Path(name).name != name:
        file.fail(
            "style",
            nl="hier hoort de naam van een bestand in deze map",
            en="the name of a file in this folder belongs here",
        )
    try:
        style = path.read_bytes()[: _MOST + 1].decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        file.fail("style", nl=f"{name} kan niet worden gelezen ({error})", en=f"{name} cannot be read ({error})")
    if len(style) > _MOST:
        file.fail("style", nl=f"{name} is groter dan 100 kB", en=f"{name} is larger than 100 kB")
    for number, line in enumerate(style.splitlines(), 1):
        if found := _FETCHES.search(line):
            Strict(path, file.root).fail_at(
                number,
                found[0].strip(),
                nl="mag niet in een stijl staan: een rapport haalt niets op",
                en="may not stand in a style: a report fetches nothing",
            )
    return style
