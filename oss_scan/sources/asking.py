"""Asking a forge over HTTP: as often and as long as it likes, up to limits that are reported. It is not trusted."""

import re
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from oss_scan import __version__
from oss_scan.addresses import masked
from oss_scan.errors import UnreadableError
from oss_scan.inert import printable
from oss_scan.sources.access import Access, variable
from oss_scan.sources.answers import Answer, answer_of, gone, trimmed
from oss_scan.sources.pages import Page, Pages
from oss_scan.sources.patience import LONGEST, Given, by_proxy, patient

#: How long a whole listing may take, in seconds.
PATIENCE = 7200
#: Pages of one listing.
PAGES = 5000
_CONNECT, _READ = 10, 60  # seconds
_TRIES = 4
_HOPS = 5
_GOES_ELSEWHERE = (301, 302, 307, 308)
_BUSY = (403, 429)


@dataclass(frozen=True, slots=True)
class Site:
    """Where a forge's API is: `base` without a slash at its end, and the header (with its scheme) for the token."""

    host: str
    base: str
    header: str = "Authorization"
    scheme: str = "Bearer "
    accept: str = "application/json"


class Client:
    """One forge and how it is asked. What cannot be asked is an UnreadableError with its reason."""

    def __init__(self, site: Site, access: Access) -> None:
        self.site = site
        self._access = access
        self._deadline = time.monotonic() + PATIENCE
        self._token = access.tokens.of(site.host)
        retry = patient(_TRIES)
        self._session = requests.Session()
        self._session.mount("https://", HTTPAdapter(max_retries=retry))
        self._session.mount("http://", HTTPAdapter(max_retries=retry))
        self._session.headers.update({"User-Agent": f"oss-scan/{__version__}", "Accept": site.accept})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def get(self, path: str, etag: str | None = None) -> Answer:
        """Ask, and follow within the forge; the answer has the status 200, 304, 404, 409, 410 or 451.

        Raises UnreadableError for every other, for what takes too long and for an answer that stays damaged.
        """
        url = path if "://" in path else f"{self.site.base}{path}"
        why = "-"
        for attempt in range(_TRIES):
            if time.monotonic() > self._deadline:
                raise UnreadableError("forge-failed", url=self.site.base, detail=f"{PATIENCE} s")
            with self._reach(url, etag) as response:
                wait = self._wait(response, attempt)
                if wait is None:
                    try:
                        return answer_of(response)
                    except (HTTPError, OSError, ValueError, RecursionError) as error:  # cut short, slow, or no JSON
                        why, wait = type(error).__name__, float(2**attempt)
                else:
                    why = f"HTTP {response.status_code}"
            if attempt < _TRIES - 1:
                self._access.sleep(wait)
        raise UnreadableError("forge-failed", url=self.site.base, detail=printable(why))

    def rows(self, *paths: str, keys: Collection[str]) -> Iterator[Mapping[str, Any]]:
        """The rows of a listing, of each only these keys; what lies below them is only said to be there.

        Of several paths the first that the forge knows. Raises UnreadableError, `forge-gone` where it knows none.
        """
        for path in paths:
            begun = False
            try:
                for page in self._pages(path, frozenset(keys)):
                    begun = True
                    yield from page.rows
                return
            except UnreadableError as error:
                if begun or error.code != "forge-gone" or path == paths[-1]:
                    raise

    def _pages(self, path: str, keys: frozenset[str]) -> Iterator[Page]:
        """Every page, from what is kept where it is still so; each is kept before the next is asked."""
        url: str | None = f"{self.site.base}{path}"
        who = " ".join(("token" if self._token else "", *sorted(keys)))
        pages = Pages(self._access.cache, f"{url}", who, self._access.clock())
        asked: set[str] = set()
        while url:
            if url in asked or len(asked) >= PAGES:
                raise UnreadableError("forge-failed", url=self.site.base, detail=f"{len(asked)} pages")
            asked.add(url)
            page = self._page(url, pages, keys)
            yield page
            url = page.next
        pages.done()

    def _page(self, url: str, pages: Pages, keys: frozenset[str]) -> Page:
        kept = pages.recall(url)
        if kept and pages.is_fresh(kept):
            return kept
        answer = self.get(url, kept.etag if kept else None)
        seen = self._access.clock().isoformat()
        if answer.status == 304 and kept:
            page = replace(kept, seen=seen)
        elif answer.status == 200:
            try:
                rows = [trimmed(row, keys) for row in answer.rows()]
                page = Page(rows, self._inside(answer.next), answer.etag, seen)
            except ValueError as error:
                raise UnreadableError("forge-failed", url=self.site.base, detail=str(error)) from error
        elif answer.status in (404, 410, 451):
            pages.done()
            raise gone(url, answer.status)
        else:
            raise UnreadableError("forge-failed", url=self.site.base, detail=f"HTTP {answer.status}")
        pages.keep(url, page)
        return page

    def _reach(self, url: str, etag: str | None) -> requests.Response:
        for _ in range(_HOPS):
            try:
                response = self._session.get(
                    url,
                    headers={"If-None-Match": etag} if etag else None,
                    auth=Given(self.site.header, f"{self.site.scheme}{self._token}" if self._token else None),
                    timeout=(_CONNECT, _READ),
                    allow_redirects=False,
                    stream=True,
                )
            except requests.exceptions.ProxyError as error:
                status = by_proxy(error)
                code = "proxy-login" if status == "407" else "proxy-refused"
                detail = f"HTTP {status}" if status else "ProxyError"
                raise UnreadableError(code, url=self.site.base, detail=detail) from error
            except (requests.RequestException, HTTPError) as error:  # after several tries
                detail = printable(f"{type(error).__name__}")
                raise UnreadableError("forge-failed", url=self.site.base, detail=detail) from error
            to = response.headers.get("Location")
            if response.status_code not in _GOES_ELSEWHERE or not to:
                return response
            response.close()
            url = self._inside(urljoin(url, to)) or url
        raise UnreadableError("forge-failed", url=self.site.base, detail=f"{_HOPS} redirections")

    def _inside(self, url: str | None) -> str | None:
        """The address, which must be of the same server: the token is for that one only."""
        if url is not None:
            base, given = urlsplit(self.site.base), urlsplit(url)
            if (base.scheme, base.netloc) != (given.scheme, given.netloc):
                raise UnreadableError("forge-elsewhere", url=self.site.base, to=printable(masked(url))[:200])
        return url

    def _wait(self, response: requests.Response, attempt: int) -> float | None:
        """How long to wait before trying once more; None where the answer can be used.

        Raises UnreadableError where the forge refuses, or asks for more than `LONGEST` seconds.
        """
        status = response.status_code
        if status in (200, 304, 404, 409, 410, 451):
            return None
        if status >= 500:  # after several tries
            raise UnreadableError("forge-failed", url=self.site.base, detail=f"HTTP {status}")
        name = variable(self.site.host)
        if status in _BUSY and "Retry-After" in response.headers:  # waited for several times, too long, or unreadable
            after = patient(0).get_retry_after(response.raw)
            if after is None:
                raise UnreadableError("forge-failed", url=self.site.base, detail=f"HTTP {status}")
            raise UnreadableError("forge-wait", url=self.site.base, seconds=str(int(after)), variable=name)
        seconds = self._reset(response) if status in _BUSY else None
        if seconds is not None and seconds > LONGEST:
            raise UnreadableError("forge-wait", url=self.site.base, seconds=str(int(seconds)), variable=name)
        if seconds is not None:
            return seconds
        if status == 429:
            return float(15 * 2**attempt)
        raise UnreadableError("forge-refused", url=self.site.base, status=str(status), variable=name)

    def _reset(self, response: requests.Response) -> float | None:
        """The seconds until the forge will answer again, where it says that it will not before."""
        for prefix in ("X-RateLimit-", "RateLimit-"):
            reset = response.headers.get(f"{prefix}Reset", "")
            if response.headers.get(f"{prefix}Remaining") == "0" and re.fullmatch(r"\d{1,12}", reset):
                return max(1.0, int(reset) - self._access.clock().timestamp())
        return None
