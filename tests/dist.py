"""Builds what is shipped, and tries it where nothing of this checkout is in reach (`make dist`)."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.builder import Repo

ROOT = Path(__file__).parent.parent
#: Where a folder of the checkout lies in the wheel.
SHIPPED = {"rules/": "oss_scan/_data/rules/", "reports/": "oss_scan/_data/reports/", "oss_scan/": "oss_scan/"}


def run(*words: str | Path, cwd: Path = ROOT, expected: tuple[int, ...] = (0,)) -> str:
    """Run a command without this checkout on Python's path; what it printed."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "OSS_SCAN_LANG")}
    done = subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    if done.returncode not in expected:
        raise AssertionError(f"{' '.join(map(str, words))}: status {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def copy_of_the_checkout(folder: Path) -> Path:
    """The files that git knows or would know, so that building leaves nothing behind here."""
    for name in _known_to_git("."):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    return folder


def build(source: Path, output: Path, *kinds: str) -> Mapping[str, Path]:
    """Build `sdist` and `wheel` with what is installed; the file of each kind."""
    run(sys.executable, "-m", "build", "--no-isolation", *(f"--{kind}" for kind in kinds), "--outdir", output, source)
    ends = {"sdist": "*.tar.gz", "wheel": "*.whl"}
    return {kind: next(iter(output.glob(ends[kind]))) for kind in kinds}


def not_shipped(wheel: Path) -> tuple[str, ...]:
    """What git knows below the shipped folders and the wheel lacks."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    return tuple(
        name
        for folder, target in SHIPPED.items()
        for name in _known_to_git(folder)
        if target + name.removeprefix(folder) not in held
    )


def rules_of_the_checkout() -> int:
    """How many rules stand in the checkout."""
    return sum(name.count("/") > 2 for name in _known_to_git("rules/open-tenzij"))


def try_out(program: Path, folder: Path) -> None:
    """Run the installed program far from the checkout: versions, rules, and a check."""
    repo = Repo.make(folder / "somewhere")
    repo.commit({"README.md": "# Somewhere\n\nA small repository without a licence.\n"})
    run(program, "--version", cwd=folder)
    listed = run(program, "rules", "list", "--quiet", cwd=folder).splitlines()
    assert len(listed) == rules_of_the_checkout(), "rules list shows other rules than the checkout holds"
    run(program, "rules", "test", cwd=folder)
    told = run(program, "check", repo.path, "--format", "json", "--community", "none", cwd=folder, expected=(1,))
    assert '"licence/present"' in told


def _known_to_git(folder: str) -> tuple[str, ...]:
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=True)
    names = (os.fsdecode(name) for name in done.stdout.split(b"\0") if name)
    return tuple(sorted({name for name in names if (ROOT / name).is_file()}))


def _pins() -> str:
    """The versions of the lock without their hashes, as constraints."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.removesuffix("\\").strip() for line in lines if "==" in line and not line.startswith(" "))


def main() -> None:
    """Wheel from the sdist, in an empty environment in another folder."""
    output = ROOT / "dist"
    shutil.rmtree(output, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="oss-scan-dist-") as name:
        folder = Path(name)
        built = build(copy_of_the_checkout(folder / "source"), output, "sdist")
        shutil.unpack_archive(built["sdist"], folder / "unpacked", filter="data")
        wheel = build(next(iter((folder / "unpacked").iterdir())), output, "wheel")["wheel"]
        missing = not_shipped(wheel)
        assert not missing, f"the wheel lacks: {', '.join(missing)}"
        run(sys.executable, "-m", "venv", folder / "venv")
        (folder / "pins.txt").write_text(_pins(), encoding="utf-8")
        python = folder / "venv" / "bin" / "python"
        run(python, "-m", "pip", "install", "--quiet", "--constraint", folder / "pins.txt", wheel)
        try_out(python.with_name("oss-scan"), folder)
    sys.stdout.write(
        f"{built['sdist'].relative_to(ROOT)} and {wheel.relative_to(ROOT)}: installed elsewhere and tried\n"
    )


if __name__ == "__main__":
    main()
