"""Addresses in one form, by which repositories are told apart."""

import pytest

from oss_scan.addresses import canonical, host_of, without_port


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("https://git.example.org:8443/A/b.git", "https://git.example.org:8443/A/b"),
        ("https://me@GIT.example.org:8443/A/b/", "https://git.example.org:8443/A/b"),
        ("http://git.example.org:3000/a/b", "https://git.example.org:3000/a/b"),
        ("https://git.example.org:443/a/b", "https://git.example.org/a/b"),
        ("http://git.example.org:80/a/b", "https://git.example.org/a/b"),
        ("https://GitHub.com:443/A/B", "https://github.com/a/b"),
        ("ssh://git@git.example.org:2222/a/b.git", "https://git.example.org/a/b"),
        ("git@git.example.org:a/b.git", "https://git.example.org/a/b"),
        ("https://git.example.org:port/a/b", None),
        ("https://git.example.org:99999/a/b", None),
    ],
)
def test_a_port_tells_two_servers_of_one_machine_apart(given: str, found: str | None) -> None:
    assert canonical(given) == found


def test_the_machine_of_an_address() -> None:
    assert host_of("https://git.example.org:8443/a:1/b") == host_of("https://git.example.org/a") == "git.example.org"
    assert without_port("https://git.example.org:8443/a:1/b") == "https://git.example.org/a:1/b"
