"""What makes many small objects without circles, in which a collector of garbage looks in vain, pauses it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection of garbage while one document is read or judged, or a scan taken out of the store."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
