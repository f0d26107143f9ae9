"""Who publishes a report and where: what a description for a catalogue needs, and no scan can know."""

import re
from dataclasses import dataclass
from pathlib import Path

from oss_scan.strict import Strict

#: Public domain, as Dutch government publishes such data.
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
_WEB = re.compile(r"https://[^\s/@]+(/\S*)?")
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


@dataclass(frozen=True, slots=True)
class Publication:
    """`publisher` is the URI of an organisation, such as that of TOOI; `base` is the address of the folder."""

    publisher: str
    publisher_name: str
    contact_name: str
    contact: str  # an e-mail address, or the address of a page
    page: str
    base: str
    licence: str


def read_publication(path: Path) -> Publication:
    """Read a file that says who publishes. Raises OssScanError with the line."""
    file = Strict(path)
    file.only("publisher", "contact", "page", "base", "licence")
    publisher = Strict(path, file.keys("publisher"))
    publisher.only("uri", "name")
    contact = Strict(path, file.keys("contact"))
    contact.only("name", "email", "page")
    if contact.root.get("email") is None:
        reached = _web(contact, "page")
    else:
        reached = contact.text("email")
        if not _MAIL.fullmatch(reached):
            contact.fail("email", nl="hier hoort een e-mailadres", en="an e-mail address belongs here")
    return Publication(
        publisher=_web(publisher, "uri", plain=True),
        publisher_name=publisher.text("name"),
        contact_name=contact.text("name"),
        contact=reached,
        page=_web(file, "page"),
        base=_web(file, "base").rstrip("/") + "/",
        licence=CC0 if file.root.get("licence") is None else _web(file, "licence"),
    )


def _web(entry: Strict, key: str, *, plain: bool = False) -> str:
    """An address; `plain` allows the http:// of URIs that are names."""
    text = entry.text(key)
    if not _WEB.fullmatch(re.sub("^http://", "https://", text) if plain else text):
        entry.fail(
            key,
            nl="hier hoort een adres dat begint met https://",
            en="an address that begins with https:// belongs here",
        )
    return text
