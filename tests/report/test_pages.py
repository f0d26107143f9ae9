"""The report in a browser: nothing in it runs, axe-core and the Nu HTML checker accept it, and each refuses a bad page.

Needs Chromium, Node.js with npm, and Java; `.ci/run` installs them. The packages are those of
`page_checks/package-lock.json`, kept in the environment of the tests.
"""

import fcntl
import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from oss_scan.report import documents
from oss_scan.results import Judged, Scan
from oss_scan.rule import Rule
from tests.formats.made_up import HOSTILE, hostile, made_run
from tests.report.made_up import RULES, twelve

_HERE = Path(__file__).parent / "page_checks"
_BAD = _HERE / "bad.html"
#: The checker does not know that the policy allows the style by its digest; and names are shown as they were written.
_ACCEPTED = ("Inline style violates Content Security Policy", "Text run is not in Unicode Normalization Form C")
_RULES = ("licence/present", "publiccode/valid", "security/contact")
_RUNS = (
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


@pytest.fixture(scope="session")
def packages() -> Path:
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
            words = [_program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
            subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=300)
            done.write_bytes(lock)
    return folder


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The documents of a quiet scan in both languages, and of one in which everything is hostile."""
    folder = tmp_path_factory.mktemp("pages")
    scan, rules = _all_hostile()
    made = {
        "nl": documents(twelve(), RULES, "nl", ("html",)),
        "en": documents(twelve(), RULES, "en", ("html",)),
        "hostile": documents(scan, rules, "nl", ("html", "csv", "json")),
    }
    for name, files in made.items():
        (folder / name).mkdir()
        for file, text in files:
            (folder / name / file).write_text(text, encoding="utf-8", newline="")
    # What a browser takes for a page, whatever it is called
    shutil.copyfile(folder / "hostile" / "report.json", folder / "hostile" / "named-otherwise.htm")
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


def _all_hostile() -> tuple[Scan, dict[str, Rule]]:
    repositories: list[Judged] = []
    rules: dict[str, Rule] = {}
    for at, text in enumerate((*HOSTILE, *_RUNS)):
        scan, asked = hostile(text)
        first, broken = scan.repositories
        findings = tuple(
            replace(one, rule=rule, fingerprint=f"{at * 10 + number:032x}")
            for number, (one, rule) in enumerate(zip(first.findings, _RULES, strict=True))
        )
        rules |= {rule: replace(old, id=rule) for rule, old in zip(_RULES, asked.values(), strict=True)}
        organisation = text if at % 2 else None
        repositories.append(replace(first, key=f"{text}{at}", organisation=organisation, findings=findings))
        repositories.append(replace(broken, key=f"broken {at}", repository=text))
    return Scan(made_run(), tuple(repositories)), rules


def _program(*names: str) -> str:
    """The first of these programs that is there."""
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"there is no {names[0]}; install it (Debian: apt install chromium nodejs npm default-jre-headless)"
    return found


def test_in_a_browser(packages: Path, pages: tuple[Path, ...]) -> None:
    shutil.copyfile(_HERE / "check.mjs", packages / "check.mjs")
    words: list[str | Path] = [
        _program("node"),
        packages / "check.mjs",
        _program("chromium", "google-chrome"),
        packages,
        *pages,
        _BAD,
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=400)
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, list[str]]] = json.loads(done.stdout)
    bad = found.pop(str(_BAD))
    assert {path: wrong for path, wrong in found.items() if any(wrong.values())} == {}
    assert len(found) == 7
    assert {"script ran", "script element", "link to javascript:"} <= set(bad["active"])
    assert {"320: axe image-alt (img)", "1280: axe html-has-lang (html)"} <= set(bad["readable"])
    assert any(one.startswith("320: wider than the window") for one in bad["readable"])
    assert bad["keyboard"]
    assert bad["paper"]


def _nu(packages: Path, *pages: Path) -> list[dict[str, Any]]:
    jar = packages / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    words: list[str | Path] = [_program("java"), "-jar", jar, "--format", "json", "--also-check-svg", *pages]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=200)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [one for one in messages if not one["message"].startswith(_ACCEPTED)]


def test_by_the_nu_html_checker(packages: Path, pages: tuple[Path, ...]) -> None:
    html = [path for path in pages if path.suffix == ".html"]
    assert len(html) == 3
    assert [(one["url"], one["message"]) for one in _nu(packages, *html)] == []
    refused = {one["message"] for one in _nu(packages, _BAD) if one["type"] == "error"}
    assert "Element “head” is missing a required instance of child element “title”." in refused
