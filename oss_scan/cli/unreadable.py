"""A repository that the user named and that cannot be read, as an error of the command line."""

from oss_scan.errors import OssScanError, UnreadableError
from oss_scan.texts import Reason


def as_error(error: UnreadableError) -> OssScanError:
    """The sentence in both languages; status 2."""
    reason = Reason(error.code, error.values)
    return OssScanError(nl=reason.in_("nl"), en=reason.in_("en"))
