"""Whether a description of an API shows that the API is offered to others than the program that it is part of.

The standards are for whoever offers an API. A program may describe the interface between its own parts as well, and
nothing in the paths tells the two apart. What does: that the description says whom outsiders may ask, and at which
address they find it.
"""

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

from oss_scan.regex import regex
from oss_scan.standards.openapi.reading import Value

Offer = Literal["address", "version"]

_VERSIONED = regex(r"/v\d", re.IGNORECASE)
_RELATIVE = regex(r"/(?!/)")
#: What a machine that anybody can reach may be called: at least two parts, of which the last is no number. Only what
#: an owner adds before his own name may have an underscore.
_NAME = regex(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[^\W_]|-)*\.[^\W\d_](?:[^\W_]|-)+")
_LONGEST = 253  # characters in the name of a machine (RFC 1035)
#: Machines of one network, what only pretends to be a server, and names of nobody.
_NOWHERE = regex(
    r"virtserver\..*|.*mock.*|.*(placeholder|change-?me).*|petstore\d*\.swagger\.io"
    r"|(.*\.)?((acme|contoso|fabrikam)\.com|replace\.me|add-?your[^.]*\.re)"
    r"|.*\.(local|localhost|localdomain|internal|intern|lan|home|corp|svc|cluster|test|invalid|example|tld)",
    re.IGNORECASE,
)
#: What a name that is still to be filled in stands for.
_OURS = "(company|customer|domain|host|instance|org|organi[sz]ation|server|tenant)"
_THING = (
    f"({_OURS}|api|app|application|backend|bedrijf|domein|endpoint|environment|gateway|gemeente|omgeving|organi[sz]atie"
    "|project|provincie|service|site|stad|url|waterschap|website)(s?-?(name|naam))?"
)
_OWN = "(bedrijf|domein|domain|gemeente|host|organisatie|server|url)(s?-?(name|naam))?"
#: Names that stand for the one that somebody is to register. Owners of a real one may call a machine the same.
_INVENTED = regex(
    rf"(.*-)?your(-?{_THING}){{1,3}}|(jouw|uw)-?({_OWN}|api)|(jouw|uw)-(app|site|website)|some-?{_THING}"
    rf"|my-?({_OURS}|api|app|domein|organi[sz]atie|site)(-?name)?"
    r"|mijn-?(domein|domain)(naam)?|mijn-(api|app|bedrijf|host|organisatie|server|site)|any-?(company|domain|host|server)"
    rf"|((my|mijn|your|jouw|some)-?)?(example|voorbeeld)s?(-?{_THING})?\d*|(.*-)?(example|voorbeeld)(-.*)?"
    r"|(add|enter|insert)-?your.*|((api|base)-?)?url|company|(host|server|domain)-?name|domeinnaam|host|server|domain"
    r"|domein|site|website|test|dummy|some(where|thing)|nowhere|foo|bar|baz|foobar|todo|tbd|x{3,}|replace-?me",
    re.IGNORECASE,
)
#: What nobody calls a machine either.
_NOT_YET = regex(
    rf"example|voorbeeld|your-?{_OURS}(-?name)?|your-(api|app|project)(-?(host|id|name|url))?", re.IGNORECASE
)
_SHARED = ("co", "com", "net", "org")  # as in co.uk, under which names are registered
_TO_FILL_IN = regex(
    r"(?<![\w-])(?:your|jouw|uw)[-_.]?(?:name|(?:user|e-?mail|org|organi[sz]ation|company|domain)(?:[-_]?(?:name|address))?)"
    r"(?![\w-])",
    re.IGNORECASE,
)
#: An e-mail address from its @, or a page, in whatever is said about it.
_REACHED = regex(r"(?:https?:|(?<![\w:]))//[^\s<>()\"',;|]+|(?:@|\bwww\.)[^\s<>()\"',;|@]+", re.IGNORECASE)


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


def asked_at(data: Value) -> str | None:
    """The machine of the e-mail address at which outsiders may ask; None where none is named."""
    info = data.get("info") if isinstance(data, dict) else None
    contact = info.get("contact") if isinstance(info, dict) else None
    said = contact.get("email") if isinstance(contact, dict) else None
    machine = said.strip().rpartition("@")[2].lower() if isinstance(said, str) else ""
    return machine if is_somewhere(f"//{machine}") else None


def is_somewhere(address: str) -> bool:
    """Whether an address names a machine that anybody can reach: not this one, nor an invented one."""
    host = (_host(address) or "").removesuffix(".")
    if len(host) > _LONGEST or not _NAME.fullmatch(host) or _NOWHERE.fullmatch(host):
        return False
    labels = host.replace("_", "-").split(".")
    is_shared = len(labels) > 2 and labels[-2] in _SHARED and len(labels[-1]) == 2
    return not _INVENTED.fullmatch(labels[-3 if is_shared else -2]) and not any(map(_NOT_YET.fullmatch, labels))


def _has_contact(data: dict[str, Value]) -> bool:
    """Whether it names an e-mail address or a page of whoever answers questions."""
    info = data.get("info")
    contact = info.get("contact") if isinstance(info, dict) else None
    return isinstance(contact, dict) and any(
        isinstance(said := contact.get(key), str) and _reaches(said.strip()) for key in ("email", "url")
    )


def _reaches(said: str) -> bool:
    """Whether a text names an e-mail address or a page that is not invented nor still to be filled in."""
    if _TO_FILL_IN.search(said):
        return False
    found = _REACHED.findall(said) or [said]
    return any(is_somewhere(one if "//" in one else f"//{one.lstrip('@')}") for one in found)


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
