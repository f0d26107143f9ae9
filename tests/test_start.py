"""Starting is light: what only scanning needs is not imported to show help or a version."""

import json
import signal
import subprocess
import sys

import pytest

from oss_scan.scan.looking import bounded

_HEAVY = ("pygit2", "git", "sqlalchemy", "requests", "yaml", "jinja2", "tabulate", "licenseclassifier")
_SCRIPT = """\
import contextlib, io, json, sys
from oss_scan.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    status = main(sys.argv[1:])
print(json.dumps([status, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["check", "--help"], ["rules", "test", "--help"]], ids=" ".join
)
def test_help_and_version_import_nothing_heavy(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT, *words], capture_output=True, text=True, check=True)
    status, imported = json.loads(done.stdout)
    assert status == 0
    assert [name for name in _HEAVY if name in imported] == []


def test_the_origin_of_workers_does_not_hear_the_terminal() -> None:
    script = (
        "from oss_scan.origin import get_ready; get_ready(); from multiprocessing import forkserver;"
        "print(open(f'/proc/{forkserver._forkserver._forkserver_pid}/status').read())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    [blocked] = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("SigBlk:")]
    assert int(blocked, 16) >> (signal.SIGINT - 1) & 1


def test_workers_get_ready_before_anything_heavy_is_imported() -> None:
    script = (
        "import json, sys; from oss_scan.cli import scan; from oss_scan.origin import get_ready; get_ready();"
        "from multiprocessing import forkserver; print(json.dumps([sorted(sys.modules),"
        "forkserver._forkserver._forkserver_pid is not None]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    imported, runs = json.loads(done.stdout)
    assert runs
    assert [name for name in _HEAVY if name in imported] == []


def test_a_scan_of_what_is_on_this_machine_needs_no_git() -> None:
    script = (
        "import json, sys; import oss_scan.scan.loop, oss_scan.scan.process; print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "git" not in json.loads(done.stdout)


@pytest.mark.parametrize(
    ("error", "code"),
    [(ImportError("Bad git executable"), "git-missing"), (ModuleNotFoundError("x", name="x"), "internal")],
)
def test_where_there_is_no_git_it_is_said(error: ImportError, code: str) -> None:
    def work() -> None:
        raise error

    reason = bounded("https://git.example/x", work)
    assert reason is not None
    assert reason.code == code
