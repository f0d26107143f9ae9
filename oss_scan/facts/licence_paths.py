"""Which files may hold the licence, by their names and the folders they stand in; none is read."""

import re

from oss_scan import licences
from oss_scan.facts.listing import Listing, of_paths
from oss_scan.facts.reuse import EMPTY
from oss_scan.regex import regex

_NAME = regex(
    r"(un)?li[cs]en[cs]e([-._ ].*)?|licentie(voorwaarden)?([-._ ].*)?|copying([-._ ].*|\d)?|eupl([-._ ].*)?"
    r"|(mit|isc|bsd|mpl|epl|eupl|cc0|apache|[al]?gpl)[-._0-9]{1,8}li[cs]en[cs]e(\..*)?",
    re.IGNORECASE,
)
_NO_TEXT = regex(
    r".*\.(py|pyi|js|mjs|cjs|ts|tsx|jsx|vue|go|rs|java|kt|cs|rb|php|c|h|cc|cpp|hpp|sh|bash|ps1|json|ya?ml|xml|toml|tmpl|tpl|template"
    r"|j2|hbs|spdx|license|css|scss|svg|png|jpe?g|gif|ini|cfg|csv|sql|meta|lock|lua|pl|swift|xsd|exe|dll|jar|zip)"
    r"|.*(header|third[-_ ]?part|3rd[-_ ]?part|dependenc|vendor|bundled|checker|template|report|whitelist|allowlist).*"
    r"|.*[-_. ](considerations?|rationale|choice|faq|explained|overwegingen|toelichting|keuze|uitleg)(\.\w{2,4})?"
    r"|.*[-_. ](old|oud|bak|backup|orig|original|previous|former)(\.(txt|md|rst))?",
    re.IGNORECASE,
)
#: Folders at the top that some use for the licence itself.
_FOLDERS = ("license/", "licence/", "licentie/", "licences/", "licenties/")
_GENERAL = regex(r"(li[cs]en[cs]e|licentie|copying|eupl.*)(\.(txt|md|rst|pdf|docx?|odt))?", re.IGNORECASE)
#: A name that may be the SPDX id of a licence, with its version; and one that may be a list of what others made.
_BY_ID = regex(r"[A-Z]+(-[A-Z]+)*-\d[\w.-]*", re.IGNORECASE)
_SEVERAL = regex(r"(li[cs]en[cs]es|licenties)(\.(txt|md|rst))?", re.IGNORECASE)


def is_licence_name(name: str) -> bool:
    """Whether a file of this name, without its folder, may hold a licence."""
    return bool(_NAME.fullmatch(name)) and not _NO_TEXT.fullmatch(name)


def is_licence(listing: Listing, path: str) -> bool:
    """Whether a file at the top may hold a licence."""
    return is_licence_name(path) and listing.is_file(path)


def at_top(listing: Listing) -> list[str]:
    """The files at the top that may hold a licence: by their names, or with an SPDX id for it, such as `CC-BY-4.0`."""
    return [path for path in listing.folder("") if is_licence(listing, path) or _is_id(listing, path)]


def several_at_top(listing: Listing) -> list[str]:
    """The files at the top that may as well be a list of what others made."""
    return [path for path in listing.folder("") if _SEVERAL.fullmatch(path) and listing.is_file(path)]


def in_licenses(listing: Listing) -> list[str]:
    """The licence texts in LICENSES/ (any case)."""
    folders = listing.folders_by_lower.get("licenses/", ())
    paths = (path for folder in folders for path in listing.folder(folder) if listing.is_file(path))
    return [path for path in paths if not path.endswith(".license")]


def in_named_folder(listing: Listing) -> list[str]:
    """The texts in LICENSE/ and the like: those whose name says that they are the licence of the whole."""
    folders = (folder for lower in _FOLDERS for folder in listing.folders_by_lower.get(lower, ()))
    paths = (path for folder in folders for path in listing.folder(folder) if listing.is_file(path))
    held = (path for path in paths if listing.tree.blob(path) not in EMPTY)
    return [path for path in held if _is_general(path[path.find("/") + 1 :])]


@of_paths
def folders_apart(paths: tuple[str, ...]) -> frozenset[str]:
    """The folders below the top that hold a licence file: what is in them may have its own licence."""
    cut = (path.rpartition("/") for path in paths)
    return frozenset(folder for folder, _, name in cut if folder and (is_licence_name(name) or _is_id_text(name)))


def stands_apart(path: str, folders: frozenset[str]) -> bool:
    """Whether one of these folders is that of a file, or one above it."""
    folder = path.rpartition("/")[0]
    while folder and folder not in folders:
        folder = folder.rpartition("/")[0]
    return bool(folder)


def stem(name: str) -> str:
    """A name without what shows that the file is a plain text."""
    return re.sub(r"\.(txt|md|rst)$", "", name)


def id_part(name: str) -> str:
    """What may be the SPDX id in a name: `CC-BY-4.0`, `MIT.txt`, `apache-2.0.LICENSE`."""
    return re.sub(r"\.license$", "", stem(name), flags=re.IGNORECASE)


def _is_id(listing: Listing, path: str) -> bool:
    """Whether a file has the SPDX id of a licence for its name, and is not what REUSE says of another file."""
    name = id_part(path)
    return _is_spdx_id(name) and listing.is_file(path) and (name == stem(path) or name not in listing.folder(""))


def _is_id_text(name: str) -> bool:
    """Whether a name is that of a text, and the SPDX id of a licence: `lgpl-3.0.txt`."""
    return stem(name) != name and _is_spdx_id(stem(name))


def _is_spdx_id(name: str) -> bool:
    return bool(_BY_ID.fullmatch(name)) and licences.normalise(name) is not None


def _is_general(name: str) -> bool:
    return bool(_GENERAL.fullmatch(name)) or licences.normalise(stem(name)) is not None
