"""The register of developer.overheid.nl: repositories at many forges, of which it says whether they are archived.

https://github.com/developer-overheid-nl/don-oss-register (api/openapi.json). A key for reading goes into
`OSS_SCAN_TOKEN_API_DEVELOPER_OVERHEID_NL`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from oss_scan.addresses import masked
from oss_scan.errors import UnreadableError
from oss_scan.git.address import is_remote
from oss_scan.inert import printable
from oss_scan.sources.asking import Client, Site
from oss_scan.sources.listed import Forge, Listed, flag, word
from oss_scan.texts import Reason

#: Where it is.
HOST = "api.developer.overheid.nl"
_KEYS = ("url", "archived", "forkType")
_HOLDER = ("url", "uri", "label", "organisation.uri", "organisation.label")


@dataclass(frozen=True, slots=True)
class Holder:
    """An organisation of the register, by its URI (of TOOI, as a rule) and label; `url` is where it keeps repositories,
    or empty."""

    uri: str
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Holders:
    """The organisations of the register, and the places where they keep repositories; `broken_off` is why there may be
    more."""

    organisations: tuple[Holder, ...] = ()
    places: tuple[Holder, ...] = ()
    broken_off: Reason | None = None


def site(forge: Forge) -> Site:
    """Where its API is."""
    return Site(forge.host, f"{forge.web}/oss-register/v1", header="X-Api-Key", scheme="")


def repositories(client: Client, forge: Forge) -> Iterator[Listed]:
    """All of them: those in use, and then the archived ones, which it lists apart."""
    for archived in ("false", "true"):
        for row in client.rows(f"/repositories?archived={archived}&page=1&perPage=100", keys=_KEYS):
            yield _listed(row, forge)


def holders(client: Client) -> Holders:
    """All that it knows of organisations. What it refuses is a result too."""
    organisations: list[Holder] = []
    places: list[Holder] = []
    try:
        for row in client.rows("/organisations?page=1&perPage=100", keys=_HOLDER):
            one = Holder(word(row, "uri") or "", word(row, "label") or "")
            organisations.append(one)
        for row in client.rows("/git-organisations?page=1&perPage=100", keys=_HOLDER):
            known = Holder(word(row, "organisation.uri") or "", word(row, "organisation.label") or "")
            places.append(replace(known, url=word(row, "url") or ""))
    except UnreadableError as error:
        return Holders(tuple(organisations), tuple(places), Reason(error.code, error.values))
    return Holders(tuple(organisations), tuple(places))


def _listed(row: Mapping[str, Any], forge: Forge) -> Listed:
    url = row.get("url")
    # people fill it in: what it names must lie on the web, except in a test of ours
    web = ("https://", "http://") if forge.web.startswith("http:") else ("https://",)
    if not isinstance(url, str) or not url.startswith(web) or "@" in url or not is_remote(url):
        shown = printable(masked(str(url)))[:200]
        return Listed(
            url=shown, source="register", reason=Reason("register-url", {"url": shown, "register": forge.web})
        )
    return Listed(
        url=url,
        source="register",
        archived=flag(row, "archived"),
        fork=True if row.get("forkType") in ("TECHNICAL_FORK", "VARIANT_FORK", "GIT_FORK") else None,
    )
