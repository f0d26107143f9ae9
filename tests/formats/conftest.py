"""The published schemas that formats are validated by, fetched where no package carries them."""

import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import etree


@pytest.fixture(scope="session")
def junit_schema() -> etree.XMLSchema:
    """Jenkins' junit-10.xsd, out of the source distribution of the pytest that runs; kept in the environment."""
    kept = Path(sys.prefix) / "share" / "oss-scan-tests" / f"junit-10-pytest-{pytest.__version__}.xsd"
    if not kept.is_file():
        with TemporaryDirectory() as folder:
            _download(Path(folder))
            kept.parent.mkdir(parents=True, exist_ok=True)
            ready = Path(folder) / "ready.xsd"
            with tarfile.open(next(Path(folder).glob("pytest-*.tar.gz"))) as archive:
                member = next(name for name in archive.getnames() if name.endswith("/example_scripts/junit-10.xsd"))
                file = archive.extractfile(member)
                assert file
                ready.write_bytes(file.read())
            with TemporaryDirectory(dir=kept.parent) as near:  # so that workers never read half a file
                moved = Path(near) / kept.name
                moved.write_bytes(ready.read_bytes())
                moved.replace(kept)
    return etree.XMLSchema(etree.parse(kept))


def _download(folder: Path) -> None:
    words = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    words += ["--no-binary", "pytest", "--dest", str(folder), f"pytest=={pytest.__version__}"]
    subprocess.run(words, check=True)
