"""The report in a browser: nothing in it runs, and axe-core and the Nu HTML checker accept it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from oss_scan.results import Judged, Scan
from oss_scan.rule import Rule
from tests.formats.made_up import HOSTILE, hostile, made_run
from tests.report.browser import RUNS, nu, seen_in_browser
from tests.report.made_up import RULES, twelve
from tests.report.made_up_government import government
from tests.report.made_up_government import rules as government_rules
from tests.report.reported import put, reported

_RULES = ("licence/present", "publiccode/valid", "security/contact")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The documents of a quiet scan in both languages, and of one in which everything is hostile."""
    folder = tmp_path_factory.mktemp("pages")
    scan, rules = _all_hostile()
    made = {
        "nl": reported(government(), government_rules(), "nl", ("html",), audience="public"),
        "en": reported(twelve(), RULES, "en", ("html",)),
        "hostile": reported(scan, rules, "nl"),
    }
    for name, files in made.items():
        put(folder / name, {file: text for file, text in files.items() if file != "manifest.json"})
    # What a browser takes for a page, whatever it is called
    shutil.copyfile(folder / "hostile" / "report.json", folder / "hostile" / "named-otherwise.htm")
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


def _all_hostile() -> tuple[Scan, dict[str, Rule]]:
    repositories: list[Judged] = []
    rules: dict[str, Rule] = {}
    for at, text in enumerate((*HOSTILE, *RUNS)):
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


def test_in_a_browser(packages: Path, pages: tuple[Path, ...]) -> None:
    found = seen_in_browser(packages, pages)
    assert {path: wrong for path, wrong in found.items() if any(wrong.values())} == {}
    assert len(found) == len(pages)


def test_by_the_nu_html_checker(packages: Path, pages: tuple[Path, ...]) -> None:
    html = [path for path in pages if path.suffix == ".html"]
    assert len(html) == 3
    assert nu(packages, *html) == []
