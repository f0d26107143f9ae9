"""Whether the major version stands in the address of an API.

The published rule looks at each server by itself, so that a mock server without a version beside a real one with it
deviates, and so does an API that has the version in its paths. `api lint` shows that, as its publisher's tool does;
where deviations are counted, the address as a whole decides.
"""

import re

from oss_scan.standards.offering import is_somewhere
from oss_scan.standards.openapi.reading import Value

#: The code of that rule, without prefix, and the clause of the standard that it asks.
ADDRESS, CLAUSE = "include-major-version-in-uri", "/core/uri-version"

_VERSIONED = re.compile(r"/v\d", re.IGNORECASE)


def is_versioned(data: Value) -> bool | None:
    """True where one server, or every path, has it; None where no server has a fixed address; else False."""
    if not isinstance(data, dict):
        return None
    servers = data.get("servers")
    held = servers if isinstance(servers, list) else []
    urls = [str(one.get("url", "")) for one in held if isinstance(one, dict)]
    if any(_VERSIONED.search(url) for url in urls):
        return True
    paths = data.get("paths")
    names = [name for name in paths if name.startswith("/")] if isinstance(paths, dict) else []
    if names and all(_VERSIONED.search(name) for name in names):
        return True
    return False if any(map(is_somewhere, urls)) else None
