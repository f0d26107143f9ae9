"""How a report looks, neutral unless a theme says otherwise; as data too, so that it can be made again."""

import base64
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

from oss_scan.report.formats.publication import Publication


@dataclass(frozen=True, slots=True)
class Logo:
    """An image that was checked: it runs and fetches nothing."""

    data: bytes
    kind: Literal["svg", "png"]
    width: int  # units of the image itself
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours as `#rrggbb`, own CSS for HTML, a logo, and who publishes the report."""

    paper: str = "#ffffff"
    ink: str = "#1a1a1a"
    soft: str = "#f1f3f2"
    line: str = "#767c79"
    accent: str = "#0a5a66"
    alarm: str = "#8f2d11"
    style: str = ""
    logo: Logo | None = None
    publication: Publication | None = None

    @property
    def colours(self) -> dict[str, Any]:
        """The colours by name."""
        return {name: getattr(self, name) for name in COLOURS}


COLOURS = tuple(one.name for one in fields(Look) if one.default and one.name not in ("style", "logo", "publication"))
NEUTRAL = Look()


def kept(look: Look) -> dict[str, Any] | None:
    """The look as JSON holds it; None for the neutral one."""
    if look == NEUTRAL:
        return None
    found = asdict(look)
    if look.logo:
        found["logo"] |= {"data": base64.b64encode(look.logo.data).decode()}
    return found


def look_of(found: Mapping[str, Any] | None) -> Look:
    """The look that was kept. Raises ValueError, TypeError or KeyError where it is none."""
    if found is None:
        return NEUTRAL
    logo, publication = found["logo"], found["publication"]
    return replace(
        Look(**{**found, "logo": None, "publication": None}),
        logo=logo and Logo(**{**logo, "data": base64.b64decode(logo["data"], validate=True)}),
        publication=publication and Publication(**publication),
    )
