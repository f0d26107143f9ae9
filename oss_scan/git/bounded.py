"""git against a server that is not trusted: bounded in time, in what it writes and in memory."""

import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import git

from oss_scan.errors import UnreadableError
from oss_scan.git.address import Address
from oss_scan.git.again import answered, by_proxy, passes, pause
from oss_scan.git.hosts import Turns, host_of, turn
from oss_scan.git.process import environment
from oss_scan.git.stopping import rest, stopping
from oss_scan.inert import printable

#: What reading a repository from an address may cost at most, in seconds and in bytes.
PATIENCE = 300.0
LIMIT_BYTES = 1 << 30
_SILENCE = 60.0  # seconds in which nothing comes, after which a connection is taken for lost
_MEMORY = 1 << 30
_LISTED = 64 << 20  # bytes of names of branches and tags
_LONGEST = 200
# The limits hold from the start and for the helpers of git too. Units are 512 bytes and kilobytes.
_LIMITED = 'ulimit -f "$1" 2>/dev/null; ulimit -d "$2" 2>/dev/null; out=$3; err=$4; shift 4; exec "$@" >"$out" 2>"$err"'
# A password goes through the environment to a helper that git asks for this one site only.
_HELPER = (
    '!f() { test "$1" = get || exit 0; '
    'printf \'username=%s\\npassword=%s\\n\' "$OSS_SCAN_GIT_USER" "$OSS_SCAN_GIT_PASSWORD"; }; f'
)
#: What git says of an option that it does not have.
_UNKNOWN = re.compile(rb"^error: unknown (?:option|switch) [`']?[\w-]{1,40}", re.MULTILINE)
_running: set["subprocess.Popen[bytes]"] = set()
_ADVICE = ("please make sure", "and the repository exists", "fatal: could not read from remote repository")


@dataclass(slots=True)
class Time:
    """Seconds that git may still take, and that may still be waited for a turn."""

    left: float
    wait: float


@dataclass(frozen=True, slots=True)
class Place:
    """A bare repository of ours that is filled from one address, for which git has so much patience in all; it calls
    on the host only when it has its turn."""

    folder: Path
    address: Address
    limit: int
    patience: float
    turns: Turns | None
    time: Time = field(compare=False)

    @property
    def repository(self) -> Path:
        """Where git writes."""
        return self.folder / "repository"

    @property
    def out(self) -> Path:
        """What git last printed."""
        return self.folder / "out"

    @property
    def err(self) -> Path:
        """What git last complained of."""
        return self.folder / "err"


def prepare(folder: Path, address: Address, limit: int, patience: float, turns: Turns | None = None) -> Place:
    """An empty bare repository, made without git so that no template comes with it."""
    place = Place(folder, address, limit, patience, turns, Time(patience, patience))
    for name in ("objects/pack", "refs/heads"):
        (place.repository / name).mkdir(parents=True)
    (place.repository / "HEAD").write_text("ref: refs/heads/head\n", encoding="ascii")
    configure(place, sha256=False)
    return place


def configure(place: Place, *, sha256: bool) -> None:
    """Write the configuration.

    That the remote is a promisor stands here, and not under `extensions`, which libgit2 would refuse.
    """
    lines = [
        "[core]",
        f"repositoryformatversion = {int(sha256)}",
        "bare = true",
        "hooksPath = /dev/null",
        "bigFileThreshold = 16m",
        "fsync = none",  # nobody finds it after a power cut
        *(["[extensions]", "objectformat = sha256"] if sha256 else []),
        '[remote "origin"]',
        f"url = {_quoted(place.address.url)}",
        "promisor = true",
        "partialclonefilter = blob:none",
        "[fetch]",
        "negotiationAlgorithm = noop",
        "unpackLimit = 1",
        "fsckObjects = false",
        "[protocol]",
        "version = 2",
        "[gc]",
        "auto = 0",
        "[maintenance]",
        "auto = false",
        "[http]",
        "lowSpeedLimit = 1",
        f"lowSpeedTime = {max(1, int(min(place.patience, _SILENCE)))}",
    ]
    if place.address.site:
        lines += [f"[credential {_quoted(place.address.site)}]", "helper =", f"helper = {_quoted(_HELPER)}"]
    text = "\n".join(lines) + "\n"
    (place.repository / "config").write_text(text, encoding="utf-8", errors="surrogateescape")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def run(place: Place, *words: str, given: bytes = b"") -> bool:
    """Run git in the repository of `place`, again where a network broke it off, and say whether it ended well; what it
    prints is in `out` and `err`.

    Raises UnreadableError when it takes too long or writes too much.
    """
    host, tries = host_of(place.address.url), 1
    while not _in_turn(place, words, given):
        wait = pause(host, place.err.read_bytes()[-65536:], tries)
        if wait is None or wait > place.time.left:
            return False
        place.time.left -= wait
        rest(wait)
        tidy(place)
        tries += 1
    answered(host)
    return True


def tidy(place: Place) -> None:
    """Remove what git left behind when it was cut off."""
    for file in (place.repository / "objects").rglob("tmp_*"):
        file.unlink(missing_ok=True)


def _in_turn(place: Place, words: Sequence[str], given: bytes) -> bool:
    start = time.monotonic()
    with turn(place.turns, place.address.url, place.time.wait):
        place.time.wait -= time.monotonic() - start
        return _once(place, words, given)


def _once(place: Place, words: Sequence[str], given: bytes) -> bool:
    rest()
    asked = place.folder / "in" if given else Path(os.devnull)
    if given:
        asked.write_bytes(given)
    room = max(0, place.limit - written(place.repository))
    limits = (str(-(-max(room, _LISTED if words[0] == "ls-remote" else 0) // 512)), str(_MEMORY // 1024))
    script = ("sh", "-c", _LIMITED, "sh", *limits, str(place.out), str(place.err))
    runner = git.cmd.Git(place.repository)
    runner.update_environment(**_environment(place))
    with asked.open("rb") as stdin:
        process = runner.execute(
            [*script, git.cmd.Git.GIT_PYTHON_GIT_EXECUTABLE or "git", *words],
            istream=stdin,
            as_process=True,
            start_new_session=True,  # so that git's own helpers can be ended with it
        )
        try:
            status = _waited(process.proc, place) if process.proc else 0
        finally:
            process.stdout.close()
            process.stderr.close()
    if status == 0:
        return True
    passed = _passed(place)
    if passed:
        raise UnreadableError("remote-too-large", url=place.address.shown, limit=str(passed))
    return False


def _environment(place: Place) -> dict[str, str]:
    return {
        **environment(),
        "GIT_ALLOW_PROTOCOL": place.address.protocols,
        "GIT_NO_LAZY_FETCH": "1",
        "SSH_ASKPASS_REQUIRE": "never",
        # a hook or a CI job that runs this program may point git elsewhere
        "GIT_DIR": str(place.repository),
        "GIT_OBJECT_DIRECTORY": str(place.repository / "objects"),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": "",
        "OSS_SCAN_GIT_USER": place.address.user,
        "OSS_SCAN_GIT_PASSWORD": place.address.password,
    }


def _waited(process: "subprocess.Popen[bytes]", place: Place) -> int:
    # a timer, since waiting with a time-out polls, and comes up to 50 ms late each time
    timer = threading.Timer(max(0.0, place.time.left), _end, (process,))
    start = time.monotonic()
    timer.start()
    _running.add(process)
    try:
        rest()
        status = process.wait()
    finally:
        timer.cancel()
        _running.discard(process)
        _end(process)
        place.time.left -= time.monotonic() - start
    if status and place.time.left <= 0:
        raise UnreadableError("remote-timeout", url=place.address.shown, seconds=f"{place.patience:g}")
    return status


@contextmanager
def ended() -> Iterator[None]:
    """What git does for other threads is ended, and as long as this lasts they begin nothing new."""
    with stopping():
        for process in tuple(_running):
            _end(process)
        yield


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End git with its helpers, if it still runs."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def written(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _passed(place: Place) -> int | None:
    """The limit that git ran into, in bytes."""
    if written(place.repository) >= place.limit:
        return place.limit
    if any(file.stat().st_size >= min(place.limit, _LISTED) for file in (place.out, place.err)):
        return min(place.limit, _LISTED)
    return _MEMORY if b"ut of memory" in place.err.read_bytes()[-65536:] else None


def failed(place: Place) -> UnreadableError:
    """What git last complained of, as a reason: its last line that says something, no password in it."""
    said = place.err.read_bytes()[-65536:]
    text = said.decode("utf-8", "surrogateescape")
    lines = [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]
    telling = [line for line in lines if not line.lower().startswith(_ADVICE)]
    old = _UNKNOWN.search(said)
    detail = place.address.hidden(old[0].decode() if old else (telling or lines or ["git"])[-1])
    status = by_proxy(detail)
    if status:
        code = "proxy-login" if status == "407" else "proxy-refused"
        return UnreadableError(code, url=place.address.shown, detail=f"HTTP {status}")
    code = "git-too-old" if old else "remote-away" if passes(said) else "remote-failed"
    return UnreadableError(code, url=place.address.shown, detail=printable(detail)[:_LONGEST])
