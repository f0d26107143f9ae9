"""With what a forge is asked: tokens, a folder for what it said before, and how long to wait."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from oss_scan.errors import OssScanError
from oss_scan.git.address import with_token

#: What the environment variables with tokens begin with.
PREFIX = "OSS_SCAN_TOKEN_"
_HOST = re.compile(r"[a-z0-9.-]+(:\d+)?")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A token for each host, by the last part of the name of its variable; they are shown nowhere."""

    held: Mapping[str, str] = field(default_factory=dict, repr=False)

    def of(self, host: str) -> str | None:
        """The token for a host (`git.example:8443`)."""
        return self.held.get(variable(host).removeprefix(PREFIX)) if _HOST.fullmatch(host.lower()) else None

    def on(self, url: str) -> str | None:
        """The address with the token of its host, for git only; None where there is none, or it has one already."""
        host = _host(url)
        token = self.of(host) if host else None
        return with_token(url, token) if token else None


def variable(host: str) -> str:
    """The name of the variable with the token for a host.

    A hyphen is two underscores: `code-x.nl` is another host than `code.x.nl`, and may belong to somebody else.
    """
    return PREFIX + re.sub(r"[.:]", "_", host.replace("-", "__")).upper()


def tokens(environment: Mapping[str, str]) -> Tokens:
    """The tokens in `OSS_SCAN_TOKEN_<HOST>`, and in the files that `OSS_SCAN_TOKEN_<HOST>_FILE` name.

    Raises OssScanError for a file that cannot be read, and for what cannot be a token.
    """
    held = {}
    for name, value in environment.items():
        if name.startswith(PREFIX) and value.strip():
            found = value.strip()
            if name.endswith("_FILE"):
                found, name = _read(name, found), name.removesuffix("_FILE")
            if not re.fullmatch(r"[\x21-\x7e]+", found):
                raise OssScanError(
                    nl=f"{name} bevat tekens die in geen token voorkomen; kijk hem na",
                    en=f"{name} has characters that no token has; look it over",
                )
            held[name.removeprefix(PREFIX)] = found
    return Tokens(held)


def _read(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise OssScanError(
            nl=f"het bestand dat {name} noemt ({path}) kan niet worden gelezen; kijk pad en rechten na",
            en=f"the file that {name} names ({path}) cannot be read; look over its path and permissions",
        ) from error


def _host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.netloc.lower() if parts.scheme in ("https", "http") and "@" not in parts.netloc else None


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Access:
    """How forges are asked. `cache` is None where nothing is to be kept."""

    tokens: Tokens = field(default_factory=Tokens)
    cache: Path | None = None
    clock: Callable[[], datetime] = _now
    sleep: Callable[[float], None] = time.sleep
