"""Asks the addresses that a publiccode.yml names, and remembers the answers for a while."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from platformdirs import user_cache_path

from oss_scan.cli.replacing import replace
from oss_scan.publiccode import Item, Report
from oss_scan.publiccode.links import addresses, told
from oss_scan.sources.web import reach_all

_FILE = "links.json"
_MOST = 5000  # answers that are remembered
_LIMIT = 8 * 1024 * 1024  # bytes of what is remembered
#: Seconds that an answer is taken for true.
_LASTS = {"there": 86400.0, "gone": 3600.0, "unknown": 600.0}

_Held: TypeAlias = dict[str, tuple[str, str, float]]


def linked(report: Report, *, private: bool) -> tuple[Item, ...]:
    """What to say of the addresses in a file. With `private`, those inside the own network are asked too."""
    values = addresses(report)
    now = datetime.now(UTC).timestamp()
    path = user_cache_path("oss-scan") / _FILE
    held = _remembered(path, now)
    urls = dict.fromkeys(value.text for value in values)
    new = reach_all([url for url in urls if _key(url, private) not in held], private=private)
    if new:
        held |= {_key(url, private): (one.outcome, one.why, now) for url, one in new.items()}
        _remember(path, held)
    answers: Mapping[str, tuple[str, str]] = {url: held[_key(url, private)][:2] for url in urls}
    return tuple(told(values, answers))


def _key(url: str, private: bool) -> str:
    return f"private {url}" if private else url


def _remembered(path: Path, now: float) -> _Held:
    """The answers that still count; none where the file is not as it was written."""
    try:
        with path.open("rb") as file:
            held = json.loads(file.read(_LIMIT))
    except (OSError, ValueError, RecursionError):
        return {}
    found: _Held = {}
    for url, answer in held.items() if isinstance(held, dict) else ():
        match answer:
            case [str(outcome), str(why), float(at)] if 0 <= now - at < _LASTS.get(outcome, 0):
                found[url] = (outcome, why, at)
    return found


def _remember(path: Path, held: _Held) -> None:
    newest = sorted(held.items(), key=lambda pair: pair[1][2])[-_MOST:]
    with suppress(OSError):  # what cannot be remembered is asked again
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, json.dumps(dict(newest)).encode("ascii"))
