"""How often and how long a forge is waited for, and what it is told of us."""

import re
from types import TracebackType
from typing import Self

import requests
from requests.auth import AuthBase
from urllib3 import BaseHTTPResponse
from urllib3.connectionpool import ConnectionPool
from urllib3.exceptions import InvalidHeader
from urllib3.util.retry import Retry

_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3})")
#: How long a forge may let us wait before a next try, in seconds.
LONGEST = 300
_EVER = 1 << 62  # urllib3 would make six hours of a longer one, and what is said would be wrong


class Patient(Retry):
    """Tries again what may go better the next time, and waits as the forge asks; not where it asks for too long."""

    RETRY_AFTER_STATUS_CODES = frozenset({403, 413, 429, 503})

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """The seconds that the forge asks for; None where it says nothing that can be read."""
        try:
            return super().get_retry_after(response)
        except (InvalidHeader, ValueError, OverflowError):
            return None

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> Self:
        """One try less, and none where the forge asks to wait for too long (its answer is then what there is), or a
        proxy refuses."""
        long = response is not None and (self.get_retry_after(response) or 0) > LONGEST
        refused = error is not None and (by_proxy(error) or "").startswith("4")
        spent = self.new(total=0) if long or refused else self
        return super(Patient, spent).increment(method, url, response, error, _pool, _stacktrace)


def by_proxy(error: Exception) -> str | None:
    """The HTTP status with which a proxy refused a connection."""
    found = _TUNNEL.search(str(error))
    return found[1] if found else None


def patient(tries: int) -> Patient:
    """So many tries more where a connection fails or a server is out of order, ever later."""
    made = Patient(
        total=tries,
        status_forcelist=(500, 502, 503, 504),
        allowed_methods=("GET",),
        backoff_factor=0.5,
        backoff_max=60,
        backoff_jitter=0.5,
        raise_on_status=False,
    )
    made.retry_after_max = _EVER
    return made


class Given(AuthBase):
    """Sends the token; without one nothing, not even what stands in .netrc."""

    def __init__(self, header: str, value: str | None) -> None:
        self._header = header
        self._value = value

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Put it in the header."""
        if self._value:
            request.headers[self._header] = self._value
        return request
