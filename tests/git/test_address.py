"""Addresses in parts: what git gets to see, what may be shown, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oss_scan.errors import OssScanError
from oss_scan.git.address import Address, is_remote, parse, with_login_of, with_token


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://example.org/one.git", Address("https://example.org/one.git")),
        (
            "https://me:a%40b@example.org:8443/x",
            Address("https://example.org:8443/x", "https://example.org:8443", "me", "a@b"),
        ),
        ("https://t0ken@[::1]/x", Address("https://[::1]/x", "https://[::1]", "t0ken")),
        ("http://me:pw@localhost:80/x", Address("http://localhost:80/x", "http://localhost:80", "me", "pw")),
        ("ssh://git:pw@example.org:22/x", Address("ssh://git@example.org:22/x")),
        ("ssh://example.org/x", Address("ssh://example.org/x")),
        ("git@example.org:one/two.git", Address("git@example.org:one/two.git")),
        ("file:///srv/a@b:c/one", Address("file:///srv/a@b:c/one")),
    ],
)
def test_parts(target: str, expected: Address) -> None:
    assert parse(target) == expected


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("ssh://git@example.org/a/b", "ssh://git@example.org/a/b"),
        ("git@example.org:a/b", "git@example.org:a/b"),
        ("ssh://Xq7rP0aV2@example.org:22/a/b", "ssh://example.org:22/a/b"),
        ("ssh://Xq7rP0aV2:Xq7rP0aV2@example.org/a/b", "ssh://example.org/a/b"),
        ("file:///srv/Xq7rP@example.org/b", "file:///srv/Xq7rP@example.org/b"),
    ],
)
def test_of_ssh_only_the_user_that_all_have_is_shown(target: str, shown: str) -> None:
    address = parse(target)
    assert address.shown == shown
    assert "Xq7rP0aV2" not in repr(address)
    assert address.hidden("Xq7rP0aV2@example.org: Permission denied") == (
        "***@example.org: Permission denied" if "Xq7rP0aV2" in target else "Xq7rP0aV2@example.org: Permission denied"
    )


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("https://git@github.com/a/b", "github.com: not found"),
        ("https://Xq7rP0aV2@github.com/a/b", "***@github.com: ***"),
        ("https://git:Xq7rP0aV2@github.com/a/b", "git:***@github.com: ***"),
    ],
)
def test_what_git_says_is_told_without_what_is_secret(target: str, said: str) -> None:
    assert parse(target).hidden(said.replace("***", "Xq7rP0aV2")) == said


@pytest.mark.parametrize("user", ["glpat-geheim", "%67hp_geheim", "ghp_geheim:x-oauth-basic", f"{'0a' * 20}"])
def test_a_token_does_not_go_with_ssh(user: str) -> None:
    with pytest.raises(OssScanError, match="has a token for its user") as refused:
        parse(f"ssh://{user}@example.org/a/b")
    assert user.partition(":")[0] not in refused.value.en + refused.value.nl


@pytest.mark.parametrize("asked", ["?private_token=geheim", "?a=b&access_token=geheim", "#key=geheim"])
@pytest.mark.parametrize("scheme", ["https", "ssh"])
def test_a_token_that_an_address_asks_with_is_refused_and_not_shown(asked: str, scheme: str) -> None:
    with pytest.raises(OssScanError, match="asks with a password or token") as refused:
        parse(f"{scheme}://example.org/o/r{asked}")
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "protocols"),
    [
        ("https://example.org/x", "https:ssh"),
        ("git@example.org:x", "https:ssh"),
        ("file:///x", "file"),
        ("http://127.0.0.1/x", "http"),
    ],
)
def test_what_git_may_speak(url: str, protocols: str) -> None:
    assert parse(url).protocols == protocols


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1.example.org/x",
        "http://localhost@example.org/x",
        "https://-evil/x",
        "https://u@-evil/x",
        "https://example.org",
        "https://example.org/a b",
        "https://example.org/a\nb",
        "https://a\x1b[2Jb@example.org/x",
        "file://host/x",
        "fd::3",
    ],
)
def test_what_is_refused(target: str) -> None:
    assert not is_remote(target)
    with pytest.raises(OssScanError):
        parse(target)


def test_a_password_with_a_line_break_is_refused() -> None:
    with pytest.raises(OssScanError) as caught:
        parse("https://me:s3cret%0ahost=evil@example.org/x")
    assert caught.value.en.startswith("the user name or the password in https://example.org/x")
    assert "s3cret" not in caught.value.en + caught.value.nl


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.sampled_from(["", "s3c", "1/", "1/s3c"]))
def test_a_password_is_never_shown(word: str, start: str) -> None:
    secret = f"{start}{word}re7t"
    assert secret not in _told(f"https://me:{secret}@example.org/x")


def _told(target: str) -> str:
    try:
        address = parse(target)
    except OssScanError as error:
        return error.en + error.nl
    return address.shown + repr(address)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1))
def test_a_token_comes_out_as_it_went_in(token: str) -> None:
    address = parse(with_token("https://git.example:8443/a/b.git", token))
    assert address == Address("https://git.example:8443/a/b.git", "https://git.example:8443", "oauth2", token)


@pytest.mark.parametrize(
    "url", ["https://me@git.example/a", "ssh://git.example/a", "file:///a", "http://git.example/a", "git@git.example:a"]
)
def test_a_token_is_for_https_without_a_user(url: str) -> None:
    assert with_token(url, "t0ken") == url


def test_a_login_stays_on_its_server() -> None:
    given = "https://me:p%40w@git.example/a.git"
    assert with_login_of(given, "https://git.example/b.git") == "https://me:p%40w@git.example/b.git"
    for other in (
        "https://git.example:444/b",
        "https://evil.example/b",
        "https://you@git.example/b",
        "ssh://git.example/b",
    ):
        assert with_login_of(given, other) == other
    assert with_login_of("https://git.example/a", "https://git.example/b") == "https://git.example/b"
