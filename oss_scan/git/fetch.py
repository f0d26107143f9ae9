"""Fetching all files of a repository from an address."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from oss_scan.errors import OssScanError, UnreadableError
from oss_scan.git.address import is_remote
from oss_scan.git.remote import open_remote
from oss_scan.texts import Reason
from oss_scan.tree import Tree

__all__ = ["fetched", "is_remote"]


@contextmanager
def fetched(url: str) -> Iterator[Path]:
    """A bare copy of the newest commit at `url`, gone afterwards. Raises OssScanError."""
    with ExitStack() as stack:
        try:
            opened = stack.enter_context(open_remote(url, _everything))
        except UnreadableError as error:
            reason = Reason(error.code, error.values)
            raise OssScanError(nl=reason.in_("nl"), en=reason.in_("en")) from error
        yield opened.path


def _everything(tree: Tree) -> None:
    for path in tree.paths():
        tree.read(path)
