"""Links from a finding to the forge: the page of a commit, and that of a file at a line."""

from oss_scan import inert
from oss_scan.addresses import canonical, host_of
from oss_scan.checks import Place
from oss_scan.results import Judged

#: How a forge shows a file of a commit: what comes before the commit, and before the number of a line.
_SHAPES = {
    "github": ("blob/", "#L"),
    "gitlab": ("-/blob/", "#L"),
    "forgejo": ("src/commit/", "#L"),
    "bitbucket": ("src/", "#lines-"),
}
_HOSTS = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "codeberg.org": "forgejo",
    "code.overheid.nl": "forgejo",
    "bitbucket.org": "bitbucket",
}
#: What organisations call the host of their own.
_LABELS = {"github": "github", "gitlab": "gitlab", "forgejo": "forgejo", "gitea": "forgejo"}
#: Forges show these formatted, without lines, unless asked for the source.
_FORMATTED = (".md", ".markdown", ".mdown", ".rst", ".adoc", ".asciidoc", ".org")


def commit_link(judged: Judged) -> str:
    """The page of the commit on the forge, where the repository's canonical URL is one of the web; else empty.

    GitHub, Gitea and Forgejo have it at `commit/`, to which GitLab leads on as well; Bitbucket at `commits/`.
    """
    address = _address(judged)
    if not address or judged.commit is None:
        return ""
    page = "commits" if _forge(address) == "bitbucket" else "commit"
    return inert.url(f"{address}/{page}/{judged.commit}")


def place_link(judged: Judged, place: Place) -> str:
    """The page of a file at a line on the forge; empty where the forge is not known by its address."""
    address = _address(judged)
    forge = _forge(address)
    if not forge or judged.commit is None or not {"", ".", ".."}.isdisjoint(place.path.split("/")):
        return ""
    before, line = _SHAPES[forge]
    link = f"{inert.url(address)}/{before}{inert.url(judged.commit)}/{inert.uri(place.path)}"
    if place.line is None:
        return link
    asked = "?plain=1" if forge in ("github", "gitlab") and place.path.lower().endswith(_FORMATTED) else ""
    return f"{link}{asked}{line}{place.line}"


def _address(judged: Judged) -> str:
    return (canonical(judged.repository) or "") if judged.repository.startswith("https://") else ""


def _forge(address: str) -> str:
    host = host_of(address)
    return _HOSTS.get(host) or next((_LABELS[label] for label in host.split(".")[:-1] if label in _LABELS), "")
