"""The domains at which what a repository holds may run, by its own files."""

from collections.abc import Iterable, Iterator

from oss_scan.facts.listing import Listing, of_paths
from oss_scan.facts.publiccode import PubliccodeFile
from oss_scan.standards.domains import Domain, Named, domains, named, wants
from oss_scan.standards.evidence import Where
from oss_scan.standards.where import where_of
from oss_scan.tree import Unread

_FILES = 60
_LIMIT = 256 * 1024
_RANK = 3


def collect_domains(listing: Listing, publiccode: Iterable[PubliccodeFile]) -> tuple[Domain, ...]:
    """The domains that server configuration, ingresses, settings, a CNAME, a sitemap and the README name, beside the
    `landingURL` of publiccode.yml."""
    values = [(file.path, value) for file in publiccode if (value := file.value("landingURL"))]
    return domains(_named(listing), [(value.text, path, value.line) for path, value in values])


@of_paths
def _chosen(paths: tuple[str, ...]) -> tuple[str, ...]:
    wanted = sorted((path for path in paths if wants(path)), key=lambda path: (path.count("/"), path))
    return tuple(path for path in wanted if where_of(path) is Where.OWN or "/" not in path)


def _named(listing: Listing) -> Iterator[Named]:
    for path in _chosen(listing)[:_FILES]:
        data = listing.seek(path, _RANK, _LIMIT)
        if not isinstance(data, Unread):
            yield from named(path, data)
