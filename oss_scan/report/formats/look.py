"""How a report looks: neutral unless a theme says otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """An image that was checked: it runs and fetches nothing."""

    data: bytes
    kind: str  # "svg" or "png"
    width: int  # units of the image itself
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours as `#rrggbb`, own CSS for HTML, and a logo."""

    paper: str = "#ffffff"
    ink: str = "#1a1a1a"
    soft: str = "#f1f3f2"
    line: str = "#767c79"
    accent: str = "#0a5a66"
    alarm: str = "#8f2d11"
    style: str = ""
    logo: Logo | None = None


NEUTRAL = Look()
