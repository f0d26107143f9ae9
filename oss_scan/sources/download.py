"""One document that the user names by its address."""

import requests

from oss_scan import __version__
from oss_scan.errors import OssScanError
from oss_scan.inert import printable
from oss_scan.sources.patience import by_proxy

_CONNECT, _READ = 10, 60  # seconds
_CHUNK = 64 * 1024


def download(url: str, limit: int) -> bytes:
    """The bytes at an `https://` address, `limit` at most. Raises OssScanError."""
    shown = printable(url)
    if not url.startswith("https://"):
        raise OssScanError(
            nl=f"{shown}: geef een adres dat met https:// begint, of een bestand",
            en=f"{shown}: give an address that begins with https://, or a file",
        )
    try:
        with requests.get(
            url, timeout=(_CONNECT, _READ), stream=True, headers={"User-Agent": f"oss-scan/{__version__}"}
        ) as response:
            response.raise_for_status()
            data = b""
            for chunk in response.iter_content(_CHUNK):
                data += chunk
                if len(data) > limit:
                    break
    except (requests.RequestException, OSError) as error:
        status = getattr(getattr(error, "response", None), "status_code", None)
        refused = by_proxy(error)
        detail = f"proxy: HTTP {refused}" if refused else printable(str(status or type(error).__name__))
        raise OssScanError(
            nl=f"{shown} kan niet worden opgehaald ({detail}); haal het bestand zelf op en noem dat",
            en=f"{shown} cannot be fetched ({detail}); fetch the file yourself and name that",
        ) from None
    return data
