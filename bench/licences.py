"""How fast licences are identified, beside the engines that are installed.

    python bench/licences.py [FOLDER...]

The files in the folders are read, each as one licence file; without any, the licence files of the packages in this
environment and those that Debian keeps in /usr/share/common-licenses. Prints files a second on one core (after one
round to warm up, the best of three), milliseconds for a fresh process, the peak of memory, and the slowest file.
"""

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time

from oss_scan import licences
from oss_scan.licences.fold import decode

ROUNDS = 3
DEBIAN = Path("/usr/share/common-licenses")
NAMES = ("LICEN", "COPYING", "NOTICE")


def main(folders: Sequence[str]) -> None:
    """Measure and print."""
    paths = _files([Path(folder) for folder in folders])
    data = [path.read_bytes() for path in paths]
    size = sum(map(len, data)) / max(1, len(data))
    print(f"{len(data)} files, {size / 1000:.1f} kB each")
    spent = [_spent(licences.identify, each) for each in data]
    slowest = max(range(len(data)), key=spent.__getitem__)
    engines: dict[str, Callable[[bytes], object]] = {"oss-scan": licences.identify, **_others()}
    for name, identify in engines.items():
        print(f"{name:20} {_rate(identify, data):8.0f} files/s")
    for name, command in _commands().items():
        start = perf_counter()
        subprocess.run([*command, *map(str, paths)], capture_output=True, check=False)  # noqa: S603 - known programs
        print(f"{name:20} {len(paths) / (perf_counter() - start):8.0f} files/s, with its start")
    known, other = _cold(licences.text("EUPL-1.2")), _cold(licences.text("MIT").replace("merge", "merg"))
    print(f"a fresh process: {known:.0f} ms for a text that is known by its digest, {other:.0f} ms for another")
    print(f"slowest: {paths[slowest]}, {len(data[slowest]) / 1000:.0f} kB, {spent[slowest] * 1000:.0f} ms")
    print(f"peak of memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (all engines)")


def _files(folders: Sequence[Path]) -> list[Path]:
    if folders:
        return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    packages = Path(licences.__file__).parents[2] / ".venv"
    found = [path for path in packages.rglob("*.dist-info/**/*") if path.name.upper().startswith(NAMES)]
    return sorted(path for path in (*found, *(DEBIAN.iterdir() if DEBIAN.is_dir() else ())) if path.is_file())


def _spent(identify: Callable[[bytes], object], data: bytes) -> float:
    start = process_time()
    identify(data)
    return process_time() - start


def _rate(identify: Callable[[bytes], object], data: Sequence[bytes]) -> float:
    return len(data) / min(sum(_spent(identify, each) for each in data) for _ in range(ROUNDS))


def _others() -> dict[str, Callable[[bytes], object]]:
    """The engines that can be called from here."""
    from licenseclassifier import identify_license

    found: dict[str, Callable[[bytes], object]] = {
        "licenseclassifier": lambda data: identify_license(decode(data) or "")
    }
    try:
        import pyaskalono
    except ImportError:
        return found
    return {**found, "askalono": lambda data: pyaskalono.identify(decode(data) or "")}


def _commands() -> dict[str, list[str]]:
    """The engines that are programs, each given all files at once."""
    known = {"licensecheck": ["licensecheck", "--machine"], "scancode": ["scancode", "--license", "--json", "-"]}
    return {name: command for name, command in known.items() if shutil.which(command[0])}


def _cold(text: str) -> float:
    """Milliseconds of a process that does nothing else, the best of three."""
    code = "import sys; from oss_scan import licences; licences.identify(sys.stdin.buffer.read())"
    spent = []
    for _ in range(ROUNDS):
        start = perf_counter()
        subprocess.run([sys.executable, "-c", code], input=text.encode(), check=True)  # noqa: S603 - this Python
        spent.append(perf_counter() - start)
    return min(spent) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
