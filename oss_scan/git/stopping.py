"""Threads that call on servers give up at once where the program is broken off: none waits on, none begins again."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

_over = Event()


@contextmanager
def stopping() -> Iterator[None]:
    """As long as this lasts. Whoever breaks it off once more leaves it so."""
    _over.set()
    yield
    _over.clear()


def rest(seconds: float = 0) -> None:
    """Wait, unless the program is broken off: raises KeyboardInterrupt as soon as it is."""
    if _over.wait(seconds):
        raise KeyboardInterrupt
