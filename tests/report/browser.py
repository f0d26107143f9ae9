"""Pages in a browser, and by the Nu HTML checker.

Needs Chromium, Node.js with npm, and Java; `make needs` installs them. The packages are those of
`page_checks/package-lock.json`, kept in the environment of the tests.
"""

import fcntl
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent / "page_checks"
BAD = _HERE / "bad.html"
#: The checker does not know that the policy allows style and script by their digest; and names are shown as they were
#: written.
_ACCEPTED = (
    "Inline style violates Content Security Policy",
    "Inline script violates Content Security Policy",
    "is not in Unicode Normalization Form C",
)
RUNS = (
    "<script>document.title='ran'</script>",
    '"><img src=x onerror="document.title=\'ran\'">',
    "'><svg onload=document.title='ran'>",
    "</title></style></main></td><script>document.title='ran'</script>",
    "javascript:document.title='ran'",
    "https://github.com/a/\"><script>document.title='ran'</script>",
    "https://github.com/a/b' onmouseover='document.title=1",
    "--><script>document.title='ran'</script><!--",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;document.title='ran'&lt;/script&gt;",
)


def installed() -> Path:
    """The folder in which the packages of the lock are installed."""
    folder = Path(sys.prefix) / "share" / "page_checks"
    folder.mkdir(parents=True, exist_ok=True)
    lock = (_HERE / "package-lock.json").read_bytes()
    with (folder / "busy").open("w") as busy:
        fcntl.flock(busy, fcntl.LOCK_EX)  # other processes of the same run wait here
        done = folder / "installed.json"
        if not done.exists() or done.read_bytes() != lock:
            for name in ("package.json", "package-lock.json"):
                shutil.copyfile(_HERE / name, folder / name)
            words = [program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
            subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=300)
            done.write_bytes(lock)
    return folder


def program(*names: str) -> str:
    """The first of these programs that is there."""
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"there is no {names[0]}; install it (Debian: apt install chromium nodejs npm default-jre-headless)"
    return found


def seen_in_browser(packages: Path, files: Sequence[Path]) -> dict[str, dict[str, list[str]]]:
    """What is wrong with each file, by kind of check."""
    for name in ("check.mjs", "more.mjs"):
        shutil.copyfile(_HERE / name, packages / name)
    words: list[str | Path] = [
        program("node"),
        packages / "check.mjs",
        program("chromium", "google-chrome"),
        packages,
        *files,
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=500)
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, list[str]]] = json.loads(done.stdout)
    return found


def nu(packages: Path, *pages: Path) -> list[tuple[str, str]]:
    """What the Nu HTML checker says: the file and the message."""
    jar = packages / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    words: list[str | Path] = [program("java"), "-jar", jar, "--format", "json", "--also-check-svg", *pages]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=200)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [(one["url"], one["message"]) for one in messages if not any(said in one["message"] for said in _ACCEPTED)]
