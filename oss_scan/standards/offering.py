"""Whether a description of an API shows that the API is offered to others than the program that it is part of.

The standards are for whoever offers an API. A program may describe the interface between its own parts as well, and
nothing in the paths tells the two apart. What does: that the description says whom outsiders may ask, and at which
address they find it.
"""

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

from oss_scan.standards.openapi.reading import Value

Offer = Literal["address", "version"]

_VERSIONED = re.compile(r"/v\d", re.IGNORECASE)
_RELATIVE = re.compile(r"/(?!/)")
#: What a machine that anybody can reach may be called: at least two parts, of which the last is no number.
_NAME = re.compile(r"(?:[^\W_](?:[^\W_]|-)*\.)+[^\W\d_](?:[^\W_]|-)+\.?")
#: Machines of one network, and what only pretends to be a server.
_NOWHERE = re.compile(
    r"virtserver\..*|.*mock.*|.*\.(local|localhost|localdomain|internal|intern|lan|home|corp|svc|cluster|test|invalid|example)",
    re.IGNORECASE,
)
#: A name that stands for one that is still to be filled in (RFC 2606 for some), with a version or without.
_THING = (
    "(api|app|application|backend|company|domain|domein|environment|gemeente|host|instance|omgeving"
    "|organi[sz]ati(on|e)|project|server|service|site|tenant|url|website)(-?name)?"
)
_INVENTED = re.compile(
    r".*(example|voorbeeld|placeholder|change-?me).*"
    rf"|(.*[.-])?(your|jouw|uw|some|any)-?{_THING}([.-].*)?"
    r"|(.*\.)?(your|jouw|some)-.*|(.*[.-])?add-?your.*"
    r"|(.*[.-])?(my|mijn)-?(server|domein|domain|host|company|organi[sz]ati(on|e)|site|api|app)([.-].*)?"
    r"|petstore\d*\.swagger\.io|.*\.tld"
    r"|(.*\.)?((api|base)?-?url|company|(host|server|domain)-?name|host|server|domain|domein|site|website|test|dummy"
    r"|some(where|thing)|nowhere|foo|bar|baz|foobar|todo|tbd|x{3,}|replace-?me)"
    r"\.[a-z]+|(.*\.)?(acme|contoso|fabrikam)\.com|(.*\.)?replace\.me",
    re.IGNORECASE,
)
_TO_FILL_IN = re.compile(r"\b(?:your|jouw|uw)[-_]?(?:user-?name|name|org|organi[sz]ation|company|domain|email)", re.I)


def offered(data: Value) -> Offer | None:
    """`address`: with somebody to ask, at an address that anybody can reach; `version`: with somebody to ask, at a
    path with a version, as software has that others install. None where the description does not say so."""
    if not isinstance(data, dict) or not _has_contact(data):
        return None
    addresses = list(_addresses(data))
    if any(map(is_somewhere, addresses)):
        return "address"
    if any(_RELATIVE.match(address) and _VERSIONED.search(address) for address in addresses):
        return "version"
    if any(not _RELATIVE.match(address) for address in addresses):
        return None  # the paths say nothing of where it is
    paths = data.get("paths")
    names = [name for name in paths if name.startswith("/")] if isinstance(paths, dict) else []
    return "version" if names and all(_VERSIONED.search(name) for name in names) else None


def is_somewhere(address: str) -> bool:
    """Whether an address names a machine that anybody can reach: not this one, nor an invented one."""
    host = (_host(address) or "").removesuffix(".")
    return bool(_NAME.fullmatch(host)) and not _NOWHERE.fullmatch(host) and not _INVENTED.fullmatch(host)


def _has_contact(data: dict[str, Value]) -> bool:
    """Whether it names an e-mail address or a page of whoever answers questions."""
    info = data.get("info")
    contact = info.get("contact") if isinstance(info, dict) else None
    return isinstance(contact, dict) and any(
        isinstance(said := contact.get(key), str) and _reaches(said.strip()) for key in ("email", "url")
    )


def _reaches(said: str) -> bool:
    """Whether somebody may be at an e-mail address or a page, since it is not invented nor still to be filled in."""
    address = said if "://" in said else f"//{said.rpartition('@')[2]}"
    return not _TO_FILL_IN.search(said) and is_somewhere(address)


def _addresses(data: dict[str, Value]) -> Iterator[str]:
    servers = data.get("servers")
    for server in servers if isinstance(servers, list) else ():
        url = server.get("url") if isinstance(server, dict) else None
        if isinstance(url, str):
            yield url.strip()
    host, base = data.get("host"), data.get("basePath")
    if isinstance(host, str) or isinstance(base, str):  # Swagger 2.0
        yield f"{'//' + host if isinstance(host, str) else ''}{base if isinstance(base, str) else ''}"


def _host(address: str) -> str | None:
    """The name of the machine, without port; None in a relative address, or what is none, as with a port that is no
    number."""
    try:
        parts = urlsplit(address)
        return parts.hostname if parts.scheme in ("", "http", "https") and parts.port != 0 else None
    except ValueError:
        return None
