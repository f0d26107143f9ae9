"""The register of developer.overheid.nl: repositories at many forges, of which it says whether they are archived.

https://github.com/developer-overheid-nl/don-oss-register (api/openapi.json). A key for reading goes into
`OSS_SCAN_TOKEN_API_DEVELOPER_OVERHEID_NL`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from oss_scan.git.address import is_remote
from oss_scan.inert import printable
from oss_scan.sources.asking import Client, Site
from oss_scan.sources.listed import Forge, Listed, flag
from oss_scan.texts import Reason

#: Where it is.
HOST = "api.developer.overheid.nl"
_KEYS = ("url", "archived", "forkType")


def site(forge: Forge) -> Site:
    """Where its API is."""
    return Site(forge.host, f"{forge.web}/oss-register/v1", header="X-Api-Key", scheme="")


def repositories(client: Client, forge: Forge) -> Iterator[Listed]:
    """All of them: those in use, and then the archived ones, which it lists apart."""
    for archived in ("false", "true"):
        for row in client.rows(f"/repositories?archived={archived}&page=1&perPage=100", keys=_KEYS):
            yield _listed(row, forge)


def _listed(row: Mapping[str, Any], forge: Forge) -> Listed:
    url = row.get("url")
    # people fill it in: what it names must lie on the web, except in a test of ours
    web = ("https://", "http://") if forge.web.startswith("http:") else ("https://",)
    if not isinstance(url, str) or not url.startswith(web) or "@" in url or not is_remote(url):
        shown = printable(str(url))[:200]
        return Listed(
            url=shown, source="register", reason=Reason("register-url", {"url": shown, "register": forge.web})
        )
    return Listed(
        url=url,
        source="register",
        archived=flag(row, "archived"),
        fork=True if row.get("forkType") in ("TECHNICAL_FORK", "VARIANT_FORK", "GIT_FORK") else None,
    )
