"""Routes for addresses below `/.well-known/`: a redirect or an answer in server configuration or in code.

Code that asks others for such an address (a scanner, a client) has no route.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from oss_scan.standards.detectors.spots import code, ending, name_of, spot, telling, tells, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

_CONFIG = words("conf cfg template tpl j2 vhost yml yaml toml tmpl gotmpl htaccess")
_CONFIGURED = telling(
    "nginx httpd apache vhost sites-available sites-enabled haproxy traefik caddy ingress httproute route default.conf"
    " webserver proxy wellknown well-known security"
)
_NAMES = frozenset(
    (
        "caddyfile",
        ".htaccess",
        "_redirects",
        "netlify.toml",
        "vercel.json",
        "staticwebapp.config.json",
        "firebase.json",
        "app.yaml",
    )
)
_CODE = words("py java kt cs go rs rb php js mjs ts tsx jsx ex")
_NAMED = telling("wellknown well_known well-known securitytxt security_txt security-txt oidc openid discovery")
_ROUTES = telling("url route server. controller app. main. index. views next.config nuxt.config web. startup program.")
_ENDINGS = _CONFIG | _CODE | {"", "caddyfile", "_redirects", "json"}
_PLACE = rb"/?\^?\\?/?\\?\.well-known/%s"
#: What stands before an address where it is a route: nginx, Apache, Caddy, Traefik and ingresses, Netlify.
_IN_CONFIG = (
    rb"^[ \t]*(?:location[ \t]{1,40}(?:[=~^*]{1,2}[ \t]{1,40})?[^\s]{0,80}?|(?:Redirect(?:Match)?"
    rb"|RedirectPermanent|Alias"
    rb"|RewriteRule)"
    rb"[ \t]{1,40}(?:\w{1,12}[ \t]{1,40})?[\"^]{0,2}|(?:redir|handle|respond|rewrite)[ \t]{1,40}|/?(?=/\.well-known/)"
    rb"|-?[ \t]{0,40}(?:path|source|value|from|route|rule|regex|\"source\""
    rb"|\"route\"|\"regex\")[\"']?[ \t]{0,40}[:=][^\n]{0,80}?)"
)
#: And in code: the routes of Django, Flask, FastAPI, Express, Spring, JAX-RS, ASP.NET, Symfony, Laravel, Go and Rails.
_IN_CODE = (
    rb"(?:\b(?:re_)?path\(|\burl\(|[@.](?:route|get|head|use|all|any|GetMapping|RequestMapping|MapGet|Path"
    rb"|HttpGet|Route)"
    rb"\(|\bRoute::\w{1,10}\(|#\[Route\(|\[Http(?:Get|Head)\(|\.(?:HandleFunc|Handle|GET|Get|Mount)\("
    rb"|^[ \t]*(?:get|match)[ \t]{1,40}"
    rb"|\bsource[\"']?[ \t]{0,40}:)[ \t]{0,40}(?:(?:value|path)[ \t]{0,40}=[ \t]{0,40})?[\[{(]?[ \t]{0,40}r?[\"'`]"
)


def _compiled(name: bytes) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    place = _PLACE % name
    return re.compile(_IN_CONFIG + place, re.M), re.compile(_IN_CODE + place, re.M)


_SECURITY = _compiled(rb"security\\?\.txt")
_DISCOVERY = _compiled(rb"openid-configuration")


def _is_config(path: str) -> bool:
    name = name_of(path)
    return name in _NAMES or (ending(path) in _CONFIG and tells(path, _CONFIGURED))


@lru_cache(maxsize=2)  # each path is asked for by one detector after the other
def _is_named(path: str) -> bool:
    return _is_config(path) or (ending(path) in _CODE and tells(path, _NAMED))


@lru_cache(maxsize=2)
def _may_route(path: str) -> bool:
    return ending(path) in _CODE and tells(name_of(path), _ROUTES) and not _is_named(path)


def _routes(path: str, data: bytes, signs: tuple[re.Pattern[bytes], re.Pattern[bytes]]) -> Iterator[int]:
    if b".well-known/" in data:
        for match in code(data, signs[0] if _is_config(path) else signs[1]):
            yield match.start()


def _security(path: str, data: bytes) -> Iterator[Sighting]:
    for at in _routes(path, data, _SECURITY):
        yield spot("securitytxt", Sort.FOUND, "security-txt-route", path, data, at, "route:/.well-known/security.txt")


def _discovery(path: str, data: bytes) -> Iterator[Sighting]:
    for at in _routes(path, data, _DISCOVERY):
        structure = "route:/.well-known/openid-configuration"
        yield spot("authenticatie-standaarden", Sort.FOUND, "openid-provider", path, data, at, structure)
        yield spot("identity-provider", Sort.SIGNAL, "openid-provider", path, data, at, structure)
        yield spot("issues-tokens", Sort.SIGNAL, "openid-provider", path, data, at, structure)


WELL_KNOWN = tuple(
    Detector(name, 1, wants, see, 512 * 1024, rank=rank, endings=_ENDINGS, about=words(about))
    for wants, rank in ((_is_named, 1), (_may_route, 3))
    for name, see, about in (
        ("security-txt-route", _security, "securitytxt"),
        ("openid-provider", _discovery, "authenticatie-standaarden identity-provider issues-tokens"),
    )
)
