"""Which domains a repository names, and which are shown to be a government's."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan.facts.domains import collect_domains
from oss_scan.facts.listing import Listing
from oss_scan.facts.publiccode import collect_publiccode
from oss_scan.standards.domains import Named, domains, host_of, named, wants
from oss_scan.tree import MemoryTree

PUBLICCODE = (
    b"publiccodeYmlVersion: '0.4'\nname: x\nurl: https://github.com/x/y\nlandingURL: https://mijn.nijmegen.nl/start\n"
)


@pytest.mark.parametrize(
    ("path", "data", "hosts"),
    [
        ("docker/nginx.conf", b"  server_name mijn.gemeente.nl gemeente.nl;\n", ["mijn.gemeente.nl", "gemeente.nl"]),
        ("apache/vhost.conf", b"ServerName a.waterschap.nl\nServerAlias b.nl\n", ["a.waterschap.nl", "b.nl"]),
        ("helm/templates/ingress.yaml", b"rules:\n  - host: app.gemeente.nl\n", ["app.gemeente.nl"]),
        ("src/settings.py", b'ALLOWED_HOSTS = ["api.gemeente.nl", "localhost"]\n', ["api.gemeente.nl"]),
        ("public/CNAME", b"docs.gemeente.nl\n", ["docs.gemeente.nl"]),
        ("public/sitemap.xml", b"<url><loc>https://www.gemeente.nl/a</loc></url>", ["www.gemeente.nl"]),
        ("README.md", b"Zie [de site](https://www.gemeente.nl/x).\n", ["www.gemeente.nl"]),
    ],
)  # fmt: skip
def test_hosts_are_read_where_software_says_where_it_runs(path: str, data: bytes, hosts: list[str]) -> None:
    assert wants(path)
    assert [one.host for one in named(path, data)] == hosts


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("nginx.conf", b"# server_name mijn.gemeente.nl;\nserver_name localhost _ example.com;\n"),
        ("helm/values.yaml", b"host: {{ .Values.host }}\nhost: db.svc\nhost: postgres\nhost: app.cluster.local\n"),
        ("settings.py", b'ALLOWED_HOSTS = ["*", "127.0.0.1"]\n# ALLOWED_HOSTS = ["a.gemeente.nl"]\n'),
        ("src/client.py", b'URL = "https://api.gemeente.nl"\n'),
        ("docs/readme.md", b"https://www.gemeente.nl\n"),
    ],
)
def test_what_is_no_domain_or_no_such_place_is_left_out(path: str, data: bytes) -> None:
    assert [one.host for one in named(path, data)] == [] or not wants(path)


def place(host: str, kind: str = "server") -> Named:
    return Named(host, kind, "x", 1)  # type: ignore[arg-type]  # a literal, made up


def test_ownership_is_said_only_where_it_is_shown() -> None:
    found = domains(
        [place("a.overheid.nl"), place("nieuws.nijmegen.nl"), place("nijmegen.nl.evil.com"), place("notoverheid.nl")],
        [("https://mijn.nijmegen.nl/", "publiccode.yml", 4)],
    )
    assert {one.host: one.owner for one in found} == {
        "a.overheid.nl": "overheid.nl",
        "mijn.nijmegen.nl": "declared",
        "nieuws.nijmegen.nl": "same-domain",
        "nijmegen.nl.evil.com": "named",
        "notoverheid.nl": "named",
    }


def test_a_shared_domain_makes_nobody_an_owner() -> None:
    found = domains([place("other.github.io")], [("https://mine.github.io/x", "publiccode.yml", 4)])
    assert {one.host: one.owner for one in found} == {"mine.github.io": "declared", "other.github.io": "named"}


def test_a_forge_is_no_domain_of_its_users() -> None:
    assert domains([], [("https://github.com/ICTU/x", "publiccode.yml", 4)]) == ()


def test_what_a_readme_links_to_is_named_only_where_a_government_owns_it() -> None:
    found = domains([place("docs.python.org", "readme"), place("wetten.overheid.nl", "readme")])
    assert [one.host for one in found] == ["wetten.overheid.nl"]


def test_over_a_tree() -> None:
    files = {
        "publiccode.yml": PUBLICCODE,
        "README.md": b"https://api.nijmegen.nl en https://github.com/x\n",
        "nginx/default.conf": b"server_name iets.nl;\n",
        "tests/nginx.conf": b"server_name test.nijmegen.nl;\n",
    }
    listing = Listing(MemoryTree(files))
    found = collect_domains(listing, collect_publiccode(listing))
    assert [(one.host, one.owner, one.places[0].path, one.places[0].line) for one in found] == [
        ("api.nijmegen.nl", "same-domain", "README.md", 1),
        ("iets.nl", "named", "nginx/default.conf", 1),
        ("mijn.nijmegen.nl", "declared", "publiccode.yml", 4),
    ]


@pytest.mark.parametrize(
    "url", ["", "x", "https://", "https://localhost/", "https://[::1", "https://a_b.nl", "mailto:x@y.nl"]
)
def test_what_has_no_host(url: str) -> None:
    assert host_of(url) is None


@settings(deadline=None)
@given(
    st.sampled_from(["nginx.conf", "README", "settings.py", "CNAME", "sitemap.xml", "k8s/a.yaml"]),
    st.binary(),
    st.text(),
)
def test_any_bytes_are_survived(path: str, data: bytes, url: str) -> None:
    domains(named(path, data), [(url, "publiccode.yml", 1)])


def test_time_is_linear() -> None:
    for path in ("nginx.conf", "README", "settings.py", "CNAME", "sitemap.xml", "k8s/ingress.yaml"):
        for begin in (
            b"server_name ",
            b"a.",
            b"a-",
            b"host: ",
            b"<loc>http://",
            b"https://a.nl ",
            b"ALLOWED_HOSTS = [",
            b" ",
        ):
            start = time.process_time()
            list(named(path, (begin * 65536)[:65536]))
            list(named(path, b"server_name host: ALLOWED_HOSTS = [<loc>https://" + (begin * 65536)[:65536]))
            assert time.process_time() - start < 1, (path, begin)
