"""How fast licences are identified, beside the engines that are installed.

    python bench/licences.py [FOLDER...]

The files in the folders are read, each as one licence file; without any, the licence files of the packages in this
environment and those that Debian keeps in /usr/share/common-licenses. Prints of each engine, in a process of its own,
files a second on one core (after one round to warm up, the best of three) and the peak of memory; of this program also
milliseconds for a fresh process, and the slowest file.
"""

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
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
    size = sum(path.stat().st_size for path in paths) / max(1, len(paths))
    print(f"{len(paths)} files, {size / 1000:.1f} kB each")
    measured = {name: _apart(identify, paths) for name, (module, identify) in ENGINES.items() if find_spec(module)}
    for name, (rate, peak, _) in measured.items():
        print(f"{name:20} {rate:8.0f} files/s, {peak:.0f} MB at most")
    for name, command in _commands().items():
        start = perf_counter()
        subprocess.run([*command, *map(str, paths)], capture_output=True, check=False)  # noqa: S603 - known programs
        print(f"{name:20} {len(paths) / (perf_counter() - start):8.0f} files/s, with its start")
    known, other = _cold(licences.text("EUPL-1.2")), _cold(licences.text("MIT").replace("merge", "merg"))
    print(f"a fresh process: {known:.0f} ms for a text that is known by its digest, {other:.0f} ms for another")
    spent, slowest = max(zip(measured["oss-scan"][2], paths, strict=True))
    print(f"slowest: {slowest}, {slowest.stat().st_size / 1000:.0f} kB, {spent * 1000:.0f} ms")


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


def _apart(identify: Callable[[bytes], object], paths: Sequence[Path]) -> tuple[float, float, Sequence[float]]:
    """What `_measured` gives, in a process of its own: this program makes the parts of others that it uses faster."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(_measured, identify, paths).result()


def _measured(identify: Callable[[bytes], object], paths: Sequence[Path]) -> tuple[float, float, Sequence[float]]:
    """Files a second, MB at most, and the seconds for each file in the first round."""
    data = [path.read_bytes() for path in paths]
    spent = [_spent(identify, each) for each in data]
    best = min(sum(_spent(identify, each) for each in data) for _ in range(ROUNDS))
    return len(data) / best, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, spent


def _licenseclassifier(data: bytes) -> object:
    from licenseclassifier import identify_license

    return identify_license(decode(data) or "")


def _askalono(data: bytes) -> object:
    import pyaskalono

    return pyaskalono.identify(decode(data) or "")


#: The engines that can be called from here, and the module that each is in.
ENGINES: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "oss-scan": ("oss_scan", licences.identify),
    "licenseclassifier": ("licenseclassifier", _licenseclassifier),
    "askalono": ("pyaskalono", _askalono),
}


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
