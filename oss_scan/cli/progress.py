"""How far a scan is, on standard error: a bar on a terminal, a line for each repository elsewhere."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import click

from oss_scan.checks import Outcome
from oss_scan.inert import printable
from oss_scan.scan.work import Compared, Done, Event, Looked, Settled
from oss_scan.store.todo import Progress
from oss_scan.texts import OUTCOMES, Lang, Text

_LOOKING = Text("bekijken", "looking")
_COMPARING = Text("vergelijken", "comparing")
_COMPARED = Text("vergeleken met wat dezelfde eerste commit heeft", "compared with what has the same first commit")
_JUDGING = Text("beoordelen", "judging")


@contextmanager
def shown(progress: Progress, lang: Lang, *, quiet: bool, lines: bool) -> Iterator[Callable[[Event], None]]:
    """What is to be told of each event; `lines` also on a terminal."""
    if quiet:
        yield lambda _event: None
    elif not lines and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        yield from _bars(progress, lang)
    else:
        yield _lines(progress, lang)


def _lines(progress: Progress, lang: Lang) -> Callable[[Event], None]:
    total = progress.unlooked + progress.looked + progress.left + progress.done
    number = progress.done

    def line(at: int, of: int, repository: str, said: str) -> None:
        with suppress(OSError):  # whoever read along is gone; the scan goes on
            click.echo(f"[{at}/{of}] {printable(repository)}: {printable(said)}", err=True)

    def tell(event: Event) -> None:
        nonlocal number, total
        if isinstance(event, Settled):
            total = event.repositories
        elif isinstance(event, Done):
            number += 1
            line(number, total, event.repository, _sentence(event, lang))
        elif isinstance(event, Compared):
            line(event.number, event.total, event.repository, _COMPARED.in_(lang))

    return tell


def _sentence(done: Done, lang: Lang) -> str:
    if done.reason:
        return done.reason.in_(lang)
    return ", ".join(f"{done.outcomes.get(outcome, 0)} {OUTCOMES[outcome].in_(lang)}" for outcome in Outcome)


def _bars(progress: Progress, lang: Lang) -> Iterator[Callable[[Event], None]]:
    total = progress.unlooked + progress.looked + progress.left + progress.done
    # looking is quick on this machine, and takes its time where repositories are elsewhere: both count
    with click.progressbar(length=2 * total, label=_LOOKING.in_(lang), file=sys.stderr, show_pos=False) as bar:
        bar.update(progress.looked + progress.left + 2 * progress.done)

        def tell(event: Event) -> None:
            if isinstance(event, Looked | Done):
                bar.update(1)
            elif isinstance(event, Compared):
                bar.label = f"{_COMPARING.in_(lang)} {event.number}/{event.total}"
                bar.render_progress()
            else:
                bar.label = _JUDGING.in_(lang)

        yield tell
        bar.update(2 * total)
