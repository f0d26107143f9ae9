"""What shipped configuration of web servers, proxies and ingresses offers: versions of TLS, HSTS and IPv6.

That a setting is absent says nothing: TLS may end elsewhere. What a setting offers is read as its program reads it.
"""

import re
from collections.abc import Iterator

from oss_scan.regex import regex
from oss_scan.standards.detectors.spots import code, ending, name_of, spot, telling, tells, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

_TLS, _HSTS, _IPV6 = "tls", "https-en-hsts", "ipv6-en-ipv4"
_YEAR = 31_536_000  # seconds that HSTS asks for at least, as internet.nl measures it
_OBSOLETE = ("SSLv2", "SSLv3", "TLSv1", "TLSv1.0", "TLSv1.1")
_SERVED = telling(
    "nginx httpd apache vhost sites-available sites-enabled haproxy traefik caddy lighttpd ingress httproute"
    " /tls -tls _tls"
    " .tls /ssl -ssl _ssl hsts security-headers security_headers securityheaders default.conf webserver proxy"
)
_CONFIG = words("conf cfg template tpl j2 vhost yml yaml toml tmpl gotmpl erb inc htaccess ini")
_SETTINGS = telling("settings middleware security headers")
_CODE = words("py java kt cs go rb php js ts mjs")
_ENDINGS = _CONFIG | {"", "caddyfile"}
_NAMES = frozenset(("caddyfile", ".htaccess", "haproxy.cfg", "httpd.conf"))

# `ssl_protocols` of nginx, `ssl-protocols` of an ingress; `SSLProtocol` of Apache
_NGINX = regex(
    rb"\bssl[_-]protocols[\"']?[ \t]{0,40}:?[ \t]{0,40}[\"']?((?:[ \t]{0,40}(?:SSLv[23]|TLSv1(?:\.[0-3])?)\b)+)"
)
_APACHE = regex(
    rb"^[ \t]*SSLProtocol((?:[ \t]{1,40}[+-]?(?:all|SSLv[23]|TLSv1(?:\.[0-3])?))+)[ \t]{0,40}\r?$", re.M | re.I
)
_HAPROXY = regex(rb"\bssl-min-ver[ \t]{1,40}(SSLv3|TLSv1\.[0-3])\b")
_TRAEFIK = regex(rb"\bminVersion[\"']?[ \t]{0,40}[:=][ \t]{0,40}[\"']?VersionTLS(1[0-3])\b")
_LIGHTTPD = regex(rb"\"MinProtocol\"[ \t]{0,40}=>[ \t]{0,40}\"(SSLv3|TLSv1(?:\.[0-3])?)\"")
_CADDY = regex(rb"^[ \t]*protocols[ \t]{1,40}((?:tls1\.[0-3][ \t]{0,40})+)$", re.M)
_SPRING = regex(rb"\benabled-protocols[ \t]{0,40}[:=][ \t]{0,40}[\"']?((?:[ \t,+]*(?:SSLv3|TLSv1(?:\.[0-3])?)\b)+)")
_AGE = regex(rb"Strict-Transport-Security[\"'\]) \t,:=]{1,40}(?:always[ \t]{1,40})?[\"']?max-age=\"?(\d{1,12})", re.I)
_AGE_SET = regex(
    rb"\bstsSeconds[\"']?[ \t]{0,40}[:=][ \t]{0,40}(\d{1,12})"
    rb"|hsts_header[\"']?[ \t]{0,40}:[ \t]{0,40}[\"']?max-age=(\d{1,12})"
    rb"|^[ \t]*SECURE_HSTS_SECONDS[ \t]{0,40}=[ \t]{0,40}([0-9_]{1,15})[ \t]{0,40}(?:#[^\n]*)?$"
    rb"|\bhsts-max-age[\"']?[ \t]{0,40}:[ \t]{0,40}[\"']?(\d{1,12})",
    re.M,
)
_LISTEN = regex(rb"^[ \t]*listen[ \t]{1,40}\[::\]:(80|443)\b", re.M)
_DUAL = regex(rb"\bipFamilyPolicy[\"']?[ \t]{0,40}:[ \t]{0,40}[\"']?((?:Prefer|Require)DualStack)\b")
_ENCRYPTED = regex(
    rb"^[ \t]*(?:listen[ \t]{1,40}[^;#\n]{0,80}\bssl\b|ssl_certificate[ \t]|SSLEngine[ \t]{1,40}on"
    rb"|bind[ \t][^\n#]{0,200}\bssl[ \t]{1,40}crt)",
    re.M | re.I,
)
_SITE = regex(
    rb"^[ \t]*(?:server_name[ \t]|root[ \t]{1,40}/|DocumentRoot[ \t]|ServerName[ \t])|^kind:[ \t]{0,40}(?:Ingress"
    rb"|HTTPRoute)[ \t]{0,40}\r?$",
    re.M,
)


def _wants(path: str) -> bool:
    name = name_of(path)
    return name in _NAMES or (ending(path) in _CONFIG and tells(path, _SERVED))


def _wants_hsts(path: str) -> bool:
    return tells(path, _SETTINGS) if ending(path) in _CODE else _wants(path)


def _offered(path: str, data: bytes) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """Where versions are set, which, and by what setting."""
    for match in code(data, _NGINX, b"protocols"):
        yield match.start(), tuple(match[1].decode().split()), "ssl_protocols"
    for match in code(data, _APACHE):
        yield match.start(), _apache(match[1].decode().split()), "SSLProtocol"
    for match in code(data, _HAPROXY, b"ssl-min-ver"):
        yield match.start(), (match[1].decode(),), "ssl-min-ver"
    for match in code(data, _TRAEFIK, b"VersionTLS1"):
        yield match.start(), (f"TLSv1.{match[1].decode()[1]}",), "minVersion"
    for match in code(data, _LIGHTTPD, b"MinProtocol"):
        yield match.start(), (match[1].decode(),), "MinProtocol"
    if name_of(path).startswith("caddy"):
        for match in code(data, _CADDY, b"protocols"):
            yield match.start(), tuple(f"TLSv{one[3:]}" for one in match[1].decode().split()), "protocols"
    for match in code(data, _SPRING, b"enabled-protocols"):
        yield match.start(), tuple(re.split(r"[ \t,+]+", match[1].decode().strip(" \t,+"))), "enabled-protocols"


def _apache(words: list[str]) -> tuple[str, ...]:
    """What is left when Apache has read them from left to right; a word without sign begins anew."""
    everything = ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3")  # `all`, since OpenSSL is built without SSLv3
    called = {word.lower(): word for word in ("SSLv2", "SSLv3", *everything)}
    offered: list[str] = []
    for word in words:
        sign, bare = (word[0], word[1:]) if word[0] in "+-" else ("", word)
        named = everything if bare.lower() == "all" else (called.get(bare.lower(), bare),)
        if sign == "-":
            offered = [one for one in offered if one not in named]
        else:
            offered = [*(offered if sign == "+" else ()), *(one for one in named if sign == "" or one not in offered)]
    return tuple(offered)


def _tls(path: str, data: bytes) -> Iterator[Sighting]:
    for at, offered, setting in _offered(path, data):
        old = [version for version in offered if version in _OBSOLETE]
        if old:
            yield spot(_TLS, Sort.COUNTER, "server-tls", path, data, at, f"{setting}: {' '.join(old)}")
        elif offered:
            yield spot(_TLS, Sort.FOUND, "server-tls", path, data, at, f"{setting}: {' '.join(offered)}")


def _hsts(path: str, data: bytes) -> Iterator[Sighting]:
    matches = [*(code(data, _AGE) if b"ransport-" in data else ()), *code(data, _AGE_SET)]
    for match in matches:
        seconds = int(next(group for group in match.groups() if group is not None).replace(b"_", b"") or b"0")
        if seconds >= _YEAR:
            yield spot(_HSTS, Sort.FOUND, "server-hsts", path, data, match.start(), f"max-age={seconds}")
        elif seconds and ending(path) not in _CODE:  # 0 takes back what was set; code may set less for a trial
            yield spot(_HSTS, Sort.COUNTER, "server-hsts", path, data, match.start(), f"max-age={seconds}")


def _ipv6(path: str, data: bytes) -> Iterator[Sighting]:
    for match in code(data, _LISTEN, b"[::]"):
        yield spot(_IPV6, Sort.FOUND, "server-ipv6", path, data, match.start(), f"listen [::]:{match[1].decode()}")
    for match in code(data, _DUAL, b"ipFamilyPolicy"):
        yield spot(_IPV6, Sort.FOUND, "server-ipv6", path, data, match.start(), f"ipFamilyPolicy: {match[1].decode()}")


def _signals(path: str, data: bytes) -> Iterator[Sighting]:
    # `ssl_certificate` and the like: only configuration that offers encrypted connections bears on TLS
    for match in code(data, _ENCRYPTED):
        yield spot("server-configuration", Sort.SIGNAL, "server", path, data, match.start(), "tls-server")
        break
    for match in code(data, _SITE):
        yield spot("serves-site", Sort.SIGNAL, "server", path, data, match.start(), "site-configuration")
        break


SERVERS = (
    Detector("server-tls", 1, _wants, _tls, 512 * 1024, rank=0, endings=_ENDINGS, about=words("tls")),
    Detector(
        "server-hsts",
        1,
        _wants_hsts,
        _hsts,
        rank=1,
        limit=512 * 1024,
        endings=_ENDINGS | _CODE,
        about=words("https-en-hsts"),
    ),
    Detector("server-ipv6", 1, _wants, _ipv6, 512 * 1024, rank=0, endings=_ENDINGS, about=words("ipv6-en-ipv4")),
    Detector(
        "server",
        1,
        _wants,
        _signals,
        512 * 1024,
        rank=0,
        endings=_ENDINGS,
        about=words("server-configuration serves-site"),
    ),
)
