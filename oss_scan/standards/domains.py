"""The domains that a repository names, for a measurement of what only a deployed domain shows (internet.nl).

Nothing here says that a domain belongs to a government, except where the name itself, or what the owner declares in
publiccode.yml, shows it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from oss_scan.standards.detectors.spots import ending, is_comment, name_of, telling, tells, words

#: Where a name stands: an address in publiccode.yml or README, server configuration, an ingress, the hosts that an
#: application answers to, CNAME of a site, or the map of a site.
Kind = Literal["declared", "readme", "server", "ingress", "allowed-hosts", "cname", "sitemap"]
#: Why a domain is a government's: it ends so, was declared, or lies below the domain of a declared one; else named.
Owner = Literal["overheid.nl", "declared", "same-domain", "named"]

_MOST = 50  # names of one file
_HOST = re.compile(rb"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}", re.IGNORECASE)
_SERVER = re.compile(rb"^[ \t]*(?:server_name|ServerName|ServerAlias)[ \t]{1,40}([^;#\n]{1,1000})", re.MULTILINE)
_INGRESS = re.compile(
    rb"^[ \t]*-?[ \t]{0,40}(?:host|hostname)[ \t]{0,40}:[ \t]{0,40}[\"']?([^\s\"'#{}]{4,253})[\"']?[ \t]{0,40}\r?$",
    re.MULTILINE,
)
_ALLOWED = re.compile(
    rb"^[ \t]*(?:ALLOWED_HOSTS|CORS_ALLOWED_ORIGINS|CORS_ORIGIN_WHITELIST|CSRF_TRUSTED_ORIGINS)"
    rb"[ \t]{0,40}[:+]?=[ \t]{0,40}([\[(][^\])]{0,2000})",
    re.MULTILINE,
)
_LOCATION = re.compile(rb"<loc>[ \t]{0,40}https?://([^/<\s:]{4,253})")
_ADDRESS = re.compile(rb"https?://([^/\s\"'<>)\]:*`|]{4,253})")
_CONFIGURED = telling("nginx httpd apache vhost sites-available sites-enabled default.conf webserver proxy")
_DEPLOYED = telling("ingress httproute values k8s kubernetes helm deploy")
_CONFIG = words("conf template tpl j2 vhost")
#: Names that nobody can have, or that stand for one: RFC 2606, RFC 6761, and those of clusters and container networks.
_NOBODY = re.compile(
    r"(^|\.)(example|localhost|test|invalid|local|internal|lan|home|corp|intern|svc|cluster|localdomain|docker|kind|minikube)$"
    r"|(^|\.)example\.(com|net|org|nl)$|(^|\.)(voorbeeld|mijn-domein|domain|domein|your-domain|yourdomain|site|host)\.(nl|com)$"
    r"|\.(py|js|ts|md|json|yml|yaml|xml|html|css|svg|png|jar|conf|log|txt|sh|go|rs|toml|lock)$"
)  # fmt: skip
#: Domains below which everybody may have a name: the owner of one says nothing of the next.
_SHARED = words(
    "github.io github.com gitlab.io gitlab.com codeberg.page codeberg.org readthedocs.io netlify.app vercel.app"
    " herokuapp.com azurewebsites.net cloudfront.net amazonaws.com pages.dev web.app firebaseapp.com surge.sh"
    " bitbucket.io co.uk gov.uk"
)


#: Where code is, not where it runs.
_FORGES = words("github.com www.github.com gitlab.com codeberg.org bitbucket.org code.overheid.nl")


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A place where a host is named. `line` counts from 1."""

    host: str
    kind: Kind
    path: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Domain:
    """A host, why it is taken for a government's, and where it is named."""

    host: str
    owner: Owner
    places: tuple[Named, ...]


def wants(path: str) -> bool:
    """Whether a file may name the domains at which software runs, going by its path."""
    name = name_of(path)
    return (
        (ending(path) in _CONFIG and tells(path, _CONFIGURED))
        or (ending(path) in ("yaml", "yml") and tells(path, _DEPLOYED))
        or (name.startswith(("settings", "production", "base")) and name.endswith(".py"))
        or name in ("cname", "sitemap.xml", "robots.txt", ".htaccess")
        or ("/" not in path and name.startswith(("readme", "leesmij")))
    )


def named(path: str, data: bytes) -> Iterator[Named]:
    """The hosts in one file, each once."""
    seen: set[str] = set()
    for kind, raw, at in _raw(path, data):
        for match in _HOST.finditer(raw):
            host = match[0].decode("ascii").lower()
            if host not in seen and match[0] and not _NOBODY.search(host) and not is_comment(data, at):
                seen.add(host)
                yield Named(host, kind, path, data.count(b"\n", 0, at + match.start()) + 1)
            if len(seen) == _MOST:
                return


def _raw(path: str, data: bytes) -> Iterator[tuple[Kind, bytes, int]]:
    """The bytes that hold hosts, and where they begin."""
    name = name_of(path)
    if name == "cname":
        yield "cname", data[:300], 0
    elif name in ("sitemap.xml", "robots.txt"):
        yield from (("sitemap", match[1], match.start(1)) for match in _LOCATION.finditer(data))
    elif name.endswith(".py"):
        yield from (("allowed-hosts", match[1], match.start(1)) for match in _ALLOWED.finditer(data))
    elif name.startswith(("readme", "leesmij")):
        yield from (("readme", match[1], match.start(1)) for match in _ADDRESS.finditer(data))
    elif ending(path) in ("yaml", "yml"):
        yield from (("ingress", match[1], match.start(1)) for match in _INGRESS.finditer(data))
    else:
        yield from (("server", match[1], match.start(1)) for match in _SERVER.finditer(data))


def host_of(url: str) -> str | None:
    """The host of an address, in lower case; None where there is none."""
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        return None
    return host if host and _HOST.fullmatch(host.encode("ascii", "replace")) and not _NOBODY.search(host) else None


def domains(places: Iterable[Named], declared: Iterable[tuple[str, str, int | None]] = ()) -> tuple[Domain, ...]:
    """The domains, by name. `declared`: the addresses at which the owner says the software is (`landingURL`), each with
    path and line; the address of the code, at a forge, is none of these.

    What a README names is left out unless a government is shown to be its owner: it links to everything.
    """
    addresses = ((host_of(url), path, line) for url, path, line in declared)
    said = [Named(host, "declared", path, line) for host, path, line in addresses if host and host not in _FORGES]
    hosts = {one.host for one in said}
    roots = {root for host in hosts if (root := _root(host)) not in _SHARED}
    found: dict[str, list[Named]] = {}
    for one in sorted({*said, *places}, key=lambda one: (one.host, one.kind, one.path, one.line or 0)):
        found.setdefault(one.host, []).append(one)
    kept = ((host, _owner(host, hosts, roots), tuple(where)) for host, where in sorted(found.items()))
    return tuple(
        Domain(host, owner, where)
        for host, owner, where in kept
        if owner != "named" or any(one.kind != "readme" for one in where)
    )


def _owner(host: str, declared: set[str], roots: set[str]) -> Owner:
    if host == "overheid.nl" or host.endswith(".overheid.nl"):
        return "overheid.nl"
    if host in declared:
        return "declared"
    return "same-domain" if _root(host) in roots else "named"


def _root(host: str) -> str:
    """The second-level domain."""
    return ".".join(host.split(".")[-2:])
