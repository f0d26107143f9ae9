"""Addresses of repositories in one canonical form: `https://host/path`, without user, `.git` or slash, and with a port
only where the web is served at another than the usual."""

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from oss_scan.regex import regex

#: The ports that an address means without naming them; that of ssh says nothing of where the web is served.
_USUAL = {"https": 443, "http": 80}
_PORT = regex(r"(https://[^/:]+):\d+(?=/)")
#: Hosts on which the path of a repository is the same in any case.
_CASELESS = ("github.com", "gitlab.com", "codeberg.org", "code.overheid.nl", "bitbucket.org")
_SCP = regex(r"(?:[\w.+-]+@)?([\w.-]+\.[a-z]{2,}):(?!//)(.+)", re.IGNORECASE)
_SCHEME = r"(?:[a-z][a-z0-9+.-]*:)?//"
#: What may be a password or a token: a user with one (which may hold a slash), whatever stands before the host of
#: what is not for ssh, and what looks as the tokens of forges do.
_SECRET = regex(
    rf"(?:{_SCHEME}[^/\s@]*:[^@]*@|(?!(?:git\+)?ssh:){_SCHEME}[^/\s@]*@|(?!mailto:)[^/\s@:]+:(?!//)[^\s@]*@"
    r"|(?!git@)[^/\s@:]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/"
    rf"|(?:{_SCHEME})?(?:(?:gh[opsur]_|github_pat_|gl(?:cbt|dt|oas|pat|ptt|rt)-)[^/\s@]*|[0-9a-f]{{40}})@).*",
    re.IGNORECASE | re.DOTALL,
)
#: The same in what is asked of a host; no repository has that in its address.
_ASKED = regex(r"[?&#;](?:\w{0,40}token|passw(?:or)?d|secret|\w{0,40}key)=.*", re.IGNORECASE | re.DOTALL)
_BEFORE = regex(rf"\A({_SCHEME})?.*@", re.IGNORECASE | re.DOTALL)


def holds_secret(address: str) -> bool:
    """Whether an address may hold a password or a token."""
    return _SECRET.fullmatch(address) is not None or asks_with_secret(address)


def asks_with_secret(address: str) -> bool:
    """Whether what an address asks of its host may hold a password or a token (`?private_token=`)."""
    return _ASKED.search(address) is not None


def masked(address: str) -> str:
    """What of a refused address may be shown: no token that it asks with, nor what stands before its last `@`."""
    return _BEFORE.sub(r"\1", _ASKED.sub("", address), count=1)


@lru_cache(maxsize=1 << 15)  # a report asks for the same ones again and again
def canonical(address: str) -> str | None:
    """The canonical form of a repository's public address; None for a local path or what is no address."""
    address = address.strip()
    port = ""
    scp = _SCP.fullmatch(address)
    if scp:
        host, path = scp[1], scp[2]
    else:
        try:
            parts = urlsplit(address.removeprefix("git+"))
            host, scheme = parts.hostname or "", parts.scheme.lower()
            if scheme in _USUAL and parts.port not in (None, _USUAL[scheme]):
                port = f":{parts.port}"
        except ValueError:
            return None
        if scheme not in ("https", "http", "ssh", "git") or "." not in host:
            return None
        path = unquote(parts.path)
    host = host.lower().removeprefix("www.")
    path = path.strip("/").removesuffix(".git").strip("/")
    if not path or any(character.isspace() for character in path):
        return None
    return f"https://{host}{port}/{path.lower() if host in _CASELESS else path}"


def without_port(address: str) -> str:
    """A canonical address as it is for whoever reaches it by ssh."""
    return _PORT.sub(r"\1", address)


def host_of(address: str) -> str:
    """The name of the machine in a canonical address."""
    return without_port(address).removeprefix("https://").partition("/")[0]
