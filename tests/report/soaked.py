"""`make soak`: a report over 10,000 repositories and ten years, in every form, within its time and memory.

    python -m tests.report.soaked [FORM FOLDER]

Each form is made in a process of its own; then the pages are opened in a browser.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from oss_scan.report.formats import files
from tests.report.browser import program
from tests.report.unusual_blocks import large

_FORMS = ("html", "pdf", "odt", "ods", "csv")
_SECONDS, _MEGABYTES = 60, 1000  # for a form
_OPENS = 10  # seconds in which a page has to be there


def make(form: str, folder: Path) -> None:
    """Make one form of the report, and say what that took, beside the report itself."""
    report = large(10_000, 10)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    size = 0
    for name, content in files(report, (form,)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        size += len(content)
    took, most = time.monotonic() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    click.echo(
        f"{form}: {took:.1f} s, {most // 1024} MB ({before // 1024} of it for the blocks), {size / 1e6:.1f} MB of files"
    )
    assert took < _SECONDS, form
    assert most // 1024 < _MEGABYTES, form


def opened(page: Path) -> float:
    """The seconds in which a browser has opened and drawn a page."""
    words = [program("chromium", "google-chrome"), "--headless", "--no-sandbox", "--disable-gpu"]
    start = time.monotonic()
    subprocess.run([*words, f"--screenshot={page}.png", page.as_uri()], check=True, capture_output=True, timeout=120)
    return time.monotonic() - start


def soak() -> None:
    """Make every form, and open the first page and the largest of the others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for form in _FORMS:
            subprocess.run([sys.executable, "-m", "tests.report.soaked", form, str(folder)], check=True)
        others = sorted((folder / "report").glob("*.html"), key=lambda one: one.stat().st_size)
        for page in (folder / "report.html", others[-1]):
            took = opened(page)
            click.echo(
                f"{page.name} ({page.stat().st_size / 1e6:.1f} MB) opens in {took:.1f} s; {len(others)} pages beside"
            )
            assert took < _OPENS, page.name


if __name__ == "__main__":
    if len(sys.argv) > 1:
        make(sys.argv[1], Path(sys.argv[2]))
    else:
        soak()
