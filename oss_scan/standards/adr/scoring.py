"""The score that the public register of APIs gives a document, computed as it does: to compare, not to judge by.

Eight groups of rules of rule set 2.1 weigh alike; two of them cannot fail there, so that scores lie high
(https://github.com/developer-overheid-nl/don-tools-api, services/OasValidatorService.js).
"""

from collections.abc import Mapping

from oss_scan.standards.adr import lint
from oss_scan.standards.openapi.resolving import Resolved

RULESET = "adr-2.1"
#: The group of each code, without prefixes.
GROUPS: Mapping[str, str] = {
    "openapi3": "openapi3",
    "openapi-root-exists": "openapi-root-exists",
    "missing-version-header": "version-header",
    "missing-header": "version-header",
    "include-major-version-in-uri": "include-major-version-in-uri",
    "paths-no-trailing-slash": "paths-no-trailing-slash",
    "info-contact-fields-exist": "info-contact-fields-exist",
    "http-methods": "http-methods",
    "semver": "semver",
}
_ALL = len(set(GROUPS.values()))


def score(world: Resolved) -> int | None:
    """0 to 100; known faults of the rules count, as they do there. None where a reference that is never fetched may
    decide."""
    verdict = lint(world, RULESET, frozenset(GROUPS))
    if verdict.unknown:
        return None
    failed = {GROUPS[item.code] for item in verdict.items if item.level == "error" and item.code in GROUPS}
    return int((1 - len(failed) / _ALL) * 100 + 0.5)  # halves go up
