"""What a database refuses, in one sentence; and what is done again where the connection was lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError

from oss_scan.errors import OssScanError

P = ParamSpec("P")
T = TypeVar("T")

_TIMES = 3  # each waits until there is a connection again, or there is none for a minute
#: PostgreSQL's codes for what may go well the next time: it goes down or comes up, or ended one of two that waited for
#: each other.
_PASSING = ("57P", "08", "40")


class LostError(OssScanError):
    """The connection was lost halfway: whether it was done, nobody knows."""


@contextmanager
def told(name: str) -> Iterator[None]:
    """What the database itself refuses, in one sentence: a damaged file, no rights, a full disk, a long wait."""
    try:
        yield
    except DBAPIError as error:
        detail = str(error.orig).splitlines()[0] if str(error.orig) else type(error.orig).__name__
        code = getattr(error.orig, "sqlstate", None)
        if error.connection_invalidated or str(code).startswith(_PASSING):
            raise LostError(
                nl=f"de verbinding met {name} ging verloren ({detail}); geef dezelfde opdracht opnieuw",
                en=f"the connection to {name} was lost ({detail}); give the same command again",
            ) from error
        if hasattr(error.orig, "sqlstate") and code is None:  # no answer of a server: there was none
            raise OssScanError(
                nl=f"{name} is niet te bereiken ({detail}); kijk of de database draait en geef dezelfde opdracht "
                "opnieuw: wat bewaard was, is er nog",
                en=f"{name} cannot be reached ({detail}); see whether the database runs and give the same command "
                "again: what was kept is still there",
            ) from error
        raise OssScanError(
            nl=f"{name} kan niet als opslag worden gebruikt ({detail}); wijs een andere --store aan of herstel deze",
            en=f"{name} cannot be used as a store ({detail}); name another --store, or repair this one",
        ) from error


def patient(method: Callable[P, T]) -> Callable[P, T]:
    """Do it again where the connection was lost: only for what may be done twice."""

    @wraps(method)
    def again(*args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(_TIMES):
            with suppress(LostError):
                return method(*args, **kwargs)
        return method(*args, **kwargs)

    return again
