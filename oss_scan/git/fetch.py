"""Fetching a repository from an address."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import git

from oss_scan.errors import OssScanError
from oss_scan.git.process import environment
from oss_scan.inert import printable

#: What a fetch may cost at most, in seconds.
PATIENCE = 300
_REMOTE = re.compile(
    r"(?:https|ssh)://(?!-)(?:[^\s/@]+@)?(?!-)[\w.:\[\]-]+/[^\s]+"
    r"|file:///[^\s]+"
    r"|http://(?:[^\s/@]+@)?(?:127\.0\.0\.1|localhost)(?::\d+)?/[^\s]+"
    r"|\w[\w.-]*@\w[\w.-]*:[^\s]+"
)


def is_remote(target: str) -> bool:
    """Whether a target is an address that git can fetch from: https, ssh or file; http on this machine only."""
    return _REMOTE.fullmatch(target) is not None


@contextmanager
def fetched(url: str) -> Iterator[Path]:
    """A shallow bare copy of the default branch at `url`, gone afterwards. Raises OssScanError."""
    shown = printable(re.sub(r"//[^/@]*@", "//", url))
    if not is_remote(url):
        raise OssScanError(
            nl=f"{shown} is geen adres dat wordt opgehaald; gebruik https://, ssh:// of file://",
            en=f"{shown} is not an address that is fetched; use https://, ssh:// or file://",
        )
    with tempfile.TemporaryDirectory(prefix="oss-scan-") as name:
        runner = git.cmd.Git(name)
        runner.update_environment(**environment())
        try:
            runner.clone(
                "--bare", "--depth=1", "--no-tags", "--quiet", "--", url, f"{name}/copy", kill_after_timeout=PATIENCE
            )
        except (git.exc.GitCommandError, git.exc.GitCommandNotFound) as error:
            lines = str(error.stderr).replace("stderr: '", "").strip("' \n").splitlines()
            detail = printable(next((line for line in lines if line.startswith("fatal:")), (lines or ["git"])[-1]))
            raise OssScanError(
                nl=f"{shown} kan niet worden opgehaald ({detail}); controleer het adres en de toegang",
                en=f"{shown} cannot be fetched ({detail}); check the address and your access",
            ) from error
        yield Path(name, "copy")
