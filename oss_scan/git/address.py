"""Addresses that git may fetch from, and what of them may be shown."""

import re
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from oss_scan.addresses import asks_with_secret, holds_secret, masked
from oss_scan.errors import OssScanError
from oss_scan.inert import printable

_USER = r"(?:[^\s/@\x00-\x1f\x7f]+@)?"
_HOST = r"(?!-)(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?"
_PATH = r"/[^\s\x00-\x1f\x7f]+"
# user:123/word@host is no host with a port, but a password with a slash in it
_NO_SLASH = r"(?![^/@\s]*:\d+/[^\s]*@)"
_REMOTE = re.compile(
    rf"(?:https|ssh)://(?!-){_NO_SLASH}{_USER}{_HOST}{_PATH}"
    rf"|file://{_PATH}"
    rf"|http://{_USER}(?:127\.0\.0\.1|localhost)(?::\d{{1,5}})?{_PATH}"
    r"|\w[\w.-]*@\w[\w.-]*:[^\s\x00-\x1f\x7f]+"
)
_PARTS = re.compile(r"(https?|ssh)://(?:([^/@]+)@)?(([^/]+)/.+)")
_SCP = re.compile(r"([^/@:]+)@(.+)")
_EVERYBODY = "git"  # as forges have it; any other user may be a person, or a token
# An address on the web must not lead elsewhere: a redirection to plain http is not followed. https and ssh go
# together, since people let git replace the one by the other (insteadOf).
_PROTOCOLS = {"http": "http", "file": "file"}


def is_remote(target: str) -> bool:
    """Whether a target is an address that git can fetch from: https, ssh or file; http on this machine only."""
    return _REMOTE.fullmatch(target) is not None


@dataclass(frozen=True, slots=True)
class Address:
    """An address in parts: `url` is what git gets to see, without user and password; with the user for ssh, which has
    no `site`."""

    url: str = field(repr=False)  # of ssh with the user
    site: str | None = None  # scheme and host for which the user and the password hold
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """For messages and the store: without a user, unless that is everybody's."""
        hidden = f"{self.user}@" if self.user and not self.site else ""
        return printable(self.url.replace(hidden, "", 1))

    def hidden(self, said: str) -> str:
        """What git says, without what nobody else may see."""
        user = _apart(self.user)
        secret = self.password or (user if self.site else "")
        said = said.replace(secret, "***") if secret else said
        return said.replace(f"{user}@", "***@") if user else said

    @property
    def protocols(self) -> str:
        """What git may speak to fetch it, redirections included."""
        return _PROTOCOLS.get(self.url.partition("://")[0], "https:ssh")


def parse(target: str) -> Address:
    """The parts of an address. Raises OssScanError for what is not fetched."""
    parts = _PARTS.fullmatch(target) if is_remote(target) else None
    if parts is None:
        scp = _SCP.fullmatch(target) if is_remote(target) and not target.startswith("file:") else None
        if is_remote(target) and not holds_secret(target):
            return Address(target, user=_apart(scp[1]) if scp else "")
        shown = printable(masked(target))
        raise OssScanError(
            nl=f"{shown} is geen adres dat wordt opgehaald; gebruik https://, ssh:// of file://",
            en=f"{shown} is not an address that is fetched; use https://, ssh:// or file://",
        )
    scheme, held, rest, host = parts.groups()
    if asks_with_secret(rest):
        shown = printable(masked(target))
        raise OssScanError(
            nl=f"het adres {shown} vraagt met een wachtwoord of token; haal dat weg en gebruik OSS_SCAN_TOKEN_<HOST>",
            en=f"the address {shown} asks with a password or token; remove it and use OSS_SCAN_TOKEN_<HOST>",
        )
    user, _, password = (held or "").partition(":")
    if scheme == "ssh":
        # whatever is in an address for ssh stands in the arguments of a program, which all on the machine can see
        if holds_secret(f"ssh://{unquote(user)}@{rest}"):
            shown = printable(masked(target))
            raise OssScanError(
                nl=f"het adres {shown} heeft een token als gebruiker, en dat kan niet met ssh; gebruik https:// en "
                "OSS_SCAN_TOKEN_<HOST>",
                en=f"the address {shown} has a token for its user, which does not go with ssh; use https:// and "
                "OSS_SCAN_TOKEN_<HOST>",
            )
        return Address(f"ssh://{user}@{rest}" if user else target, user=_apart(user))
    user, password = unquote(user), unquote(password)
    if re.search(r"[\x00-\x1f\x7f]", user + password):
        shown = printable(masked(target))
        raise OssScanError(
            nl=f"de gebruikersnaam of het wachtwoord in {shown} bevat een stuurteken; haal dat weg",
            en=f"the user name or the password in {shown} has a control character; remove it",
        )
    return Address(f"{scheme}://{rest}", f"{scheme}://{host}" if held else None, user, password)


def _apart(user: str) -> str:
    """The user that is not to be shown."""
    return "" if user == _EVERYBODY else user


def with_token(url: str, token: str) -> str:
    """An https address with a token, for git only; any user will do for the forges. As it was where it has a user."""
    scheme, _, rest = url.partition("://")
    if scheme not in ("https", "http") or "@" in rest.partition("/")[0] or not is_remote(url):
        return url
    return f"{scheme}://oauth2:{quote(token, safe='')}@{rest}"


def with_login_of(url: str, other: str) -> str:
    """The other address, with the user and the password of the first where both are on one server."""
    first, second = _PARTS.fullmatch(url), _PARTS.fullmatch(other)
    if first and second and first[2] and not second[2] and (first[1], first[4]) == (second[1], second[4]):
        return f"{second[1]}://{first[2]}@{second[3]}"
    return other
