"""Addresses of repositories in one canonical form: `https://host/path`, without user, port, `.git` or slash."""

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

#: Hosts on which the path of a repository is the same in any case.
_CASELESS = ("github.com", "gitlab.com", "codeberg.org", "code.overheid.nl", "bitbucket.org")
_SCP = re.compile(r"(?:[\w.+-]+@)?([\w.-]+\.[a-z]{2,}):(?!//)(.+)", re.IGNORECASE)


@lru_cache(maxsize=1 << 15)  # a report asks for the same ones again and again
def canonical(address: str) -> str | None:
    """The canonical form of a repository's public address; None for a local path or what is no address."""
    address = address.strip()
    scp = _SCP.fullmatch(address)
    if scp:
        host, path = scp[1], scp[2]
    else:
        try:
            parts = urlsplit(address.removeprefix("git+"))
            host = parts.hostname or ""
        except ValueError:
            return None
        if parts.scheme.lower() not in ("https", "http", "ssh", "git") or "." not in host:
            return None
        path = unquote(parts.path)
    host = host.lower().removeprefix("www.")
    path = path.strip("/").removesuffix(".git").strip("/")
    if not path or any(character.isspace() for character in path):
        return None
    return f"https://{host}/{path.lower() if host in _CASELESS else path}"
