"""What is shipped: the wheel holds every rule and runs where nothing of this checkout is in reach."""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from oss_scan import __version__
from oss_scan.positioned import parse, plain
from tests.dist import ROOT, build, copy_of_the_checkout, not_shipped, run, try_out


def test_the_wheel_ships_everything_and_runs_elsewhere(tmp_path: Path) -> None:
    wheel = build(copy_of_the_checkout(tmp_path / "source"), tmp_path / "dist", "wheel")["wheel"]
    assert not_shipped(wheel) == ()
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv")
    packages = next((tmp_path / "venv" / "lib").iterdir()) / "site-packages"
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index")
    run(*pip, "--target", packages, wheel)
    # The dependencies come from the environment of the tests; oss_scan itself from the wheel, which goes first.
    (packages / "dependencies.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
    program = tmp_path / "venv" / "bin" / "oss-scan"
    program.write_text(
        f"#!{program.with_name('python')}\nimport sys\nfrom oss_scan.cli import main\nsys.exit(main())\n"
    )
    program.chmod(0o755)
    where = run(program.with_name("python"), "-c", "import oss_scan; print(oss_scan.__file__)", cwd=tmp_path)
    assert where.strip() == str(packages / "oss_scan" / "__init__.py")
    try_out(program, tmp_path)


def test_the_lock_holds_every_dependency_with_hashes_and_no_address() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = {pin.partition("==")[0]: rest for pin, rest in re.findall(r"^(\S+==\S+)(.*?)(?=^\S|\Z)", lock, re.M | re.S)}
    assert {canonicalize_name(Requirement(one).name) for one in named} - pins.keys() == set()
    assert [name for name, rest in pins.items() if "--hash=sha256:" not in rest] == []
    assert "://" not in lock
    assert "index-url" not in lock


def test_the_files_at_the_top_agree() -> None:
    metadata = plain(parse((ROOT / "publiccode.yml").read_bytes()))
    assert isinstance(metadata, dict)
    assert metadata.get("softwareVersion", __version__) == __version__
    assert metadata["legal"]["license"] == "EUPL-1.2"
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES" / "EUPL-1.2.txt").read_bytes()
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
