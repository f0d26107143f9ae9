"""Whether a web address answers: within bounds of time, hops and bytes, and not inside the own network.

Addresses come from scanned files, so they may be made to reach what only this machine can (CWE-918). Names are
resolved here and the connection goes to the very address that was judged. Behind a proxy, the proxy resolves them.
"""

import ipaddress
import queue
import socket
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

CONNECT, READ, WHOLE = 5.0, 10.0, 30.0  # seconds: to connect, between two bytes, and for one address in all
HOPS = 5  # redirects that are followed
_AT_ONCE = 8
_AGENT = "oss-scan (link check)"
_GONE = (404, 410)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # IPv4 within IPv6, RFC 6052


@dataclass(frozen=True, slots=True)
class Reached:
    """What came of asking an address.

    `gone`: its server says that nothing is there. `unknown`: that could not be established; `why` is the status,
    `timeout`, `name`, `private`, `scheme`, `redirects`, `tls` or `connection`.
    """

    outcome: Literal["there", "gone", "unknown"]
    why: str = ""


class _RefusedError(Exception):
    """An address that is not asked, and why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def reach(url: str, *, private: bool = False, whole: float = WHOLE) -> Reached:
    """Ask one address; with `private`, inside the own network too."""
    return reach_all([url], private=private, whole=whole)[url]


def reach_all(urls: Iterable[str], *, private: bool = False, whole: float = WHOLE) -> Mapping[str, Reached]:
    """Ask addresses, several at once. `whole` is the time for each; what takes longer is left to end by itself."""
    waiting = list(dict.fromkeys(urls))
    found: dict[str, Reached] = {}
    while waiting:
        some, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
        answers: queue.SimpleQueue[tuple[str, Reached]] = queue.SimpleQueue()
        threads = [threading.Thread(target=_put, args=(answers, url, private), daemon=True) for url in some]
        for thread in threads:
            thread.start()
        timer = threading.Event()
        alarm = threading.Timer(whole, timer.set)
        alarm.daemon = True
        alarm.start()
        for thread in threads:
            while thread.is_alive() and not timer.is_set():
                thread.join(0.05)
        alarm.cancel()
        while not answers.empty():
            url, reached = answers.get()
            found[url] = reached
        for url in some:
            found.setdefault(url, Reached("unknown", "timeout"))
    return found


def _put(answers: "queue.SimpleQueue[tuple[str, Reached]]", url: str, private: bool) -> None:
    answers.put((url, _ask(url, private)))


def _ask(url: str, private: bool) -> Reached:
    try:
        with _session(private) as session:
            for _ in range(HOPS + 1):
                url = _asked(url, private)
                with session.get(url, stream=True, allow_redirects=False, timeout=(CONNECT, READ)) as answer:
                    if not answer.is_redirect:
                        return _judged(answer.status_code)
                    url = urljoin(url, answer.headers["location"])
        return Reached("unknown", "redirects")
    except _RefusedError as refused:
        return Reached("unknown", refused.why)
    except requests.Timeout:
        return Reached("unknown", "timeout")
    except requests.exceptions.SSLError:
        return Reached("unknown", "tls")
    except (requests.RequestException, UnicodeError, ValueError) as error:
        return Reached("unknown", _cause(error))


def _cause(error: BaseException) -> str:
    """Why a connection failed, which lies below the library's own errors."""
    seen: BaseException | None = error
    for _ in range(10):
        if isinstance(seen, _RefusedError):
            return seen.why
        if isinstance(seen, TimeoutError):
            return "timeout"
        if isinstance(seen, socket.gaierror):
            return "name"
        inner = getattr(seen, "reason", None) or (seen.args[0] if seen is not None and seen.args else None)
        seen = inner if isinstance(inner, BaseException) else seen and (seen.__cause__ or seen.__context__)
    return "connection"


def _judged(status: int) -> Reached:
    if 200 <= status < 300:
        return Reached("there")
    return Reached("gone" if status in _GONE else "unknown", str(status))


def _asked(url: str, private: bool) -> str:
    """The address without user, password and fragment. Raises _RefusedError for one that is not asked at all."""
    parts = urlsplit(url)
    host = parts.hostname
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise _RefusedError("scheme")
    if not private and (host.lower().rstrip(".") == "localhost" or not _may(host)):
        raise _RefusedError("private")
    netloc = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))


def _may(host: str) -> bool:
    """Whether a host is a name, or an address outside the own network."""
    try:
        address: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return True
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _NAT64:
            inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inside is not None:
            return inside.is_global and not inside.is_multicast
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _session(private: bool) -> requests.Session:
    session = requests.Session()
    session.headers["User-Agent"] = _AGENT
    session.auth = _nobody  # else a password from ~/.netrc would be sent to whoever asks for it
    session.mount("http://", _Adapter(private))
    session.mount("https://", _Adapter(private))
    return session


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _connect(connection: HTTPConnection) -> socket.socket:
    """A connection to the first address of the host that may be asked."""
    port = connection.port or connection.default_port
    found = socket.getaddrinfo(connection.host.strip("[]"), port, type=socket.SOCK_STREAM)
    allowed = [one for one in found if _may(str(one[4][0]))]
    if not allowed:
        raise _RefusedError("private")
    last: OSError = OSError("no address")
    for family, kind, protocol, _, address in allowed[:2]:
        made = socket.socket(family, kind, protocol)
        made.settimeout(CONNECT)
        try:
            made.connect(address)
        except OSError as error:
            made.close()
            last = error
            continue
        return made
    raise last


class _Plain(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _connect(self)


class _Secure(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _connect(self)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class _Adapter(HTTPAdapter):
    """Connects to public addresses only, unless told otherwise."""

    def __init__(self, private: bool) -> None:
        self._private = private
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        if not self._private:
            self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}
