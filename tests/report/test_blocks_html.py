"""A report as HTML: inert, accessible, and each check of that refuses a bad page."""

from pathlib import Path

import pytest

from oss_scan.report.formats import files
from tests.formats.made_up import HOSTILE
from tests.report.browser import BAD, RUNS, nu, seen_in_browser
from tests.report.made_up_blocks import made
from tests.report.unusual_blocks import all_hostile, large

_KINDS = {
    "nl": made("nl"),
    "en": made("en", final=True),
    "hostile": all_hostile([text for text in (*HOSTILE, *RUNS) if text]),
    "large": large(250, 4),
}


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("blocks")
    for kind, report in _KINDS.items():
        for name, content in files(report, ("html",)):
            path = folder / kind / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return tuple(sorted(folder.rglob("*.html")))


def test_in_a_browser(packages: Path, written: tuple[Path, ...]) -> None:
    looked = [one for one in written if one.parent.name != "report" or one.name == "folded-0.html"]
    assert len(looked) == 5
    found = seen_in_browser(packages, looked)
    assert {path: wrong for path, wrong in found.items() if any(wrong.values())} == {}


def test_bad_page_is_refused(packages: Path) -> None:
    bad = seen_in_browser(packages, [BAD])[str(BAD)]
    assert {"script ran", "script element", "link to javascript:"} <= set(bad["active"])
    assert {"320: axe image-alt (img)", "1280: axe html-has-lang (html)"} <= set(bad["readable"])
    assert any(one.startswith("320: wider than the window") for one in bad["readable"])
    assert {one.split(":")[0] for one in bad["keyboard"]} >= {"focus is not shown", "focus goes back"}
    assert bad["paper"]
    assert any("cut off with more room in the text: <p" in one for one in bad["spaced"])
    assert {one.split(":")[0] for one in bad["operated"]} == {
        "Enter does not fold",
        "Space does not fold",
        "aria-sort is not set",
        "not sorted",
        "what is not known does not stand last",
    }
    assert {one.split(": ")[1] for one in bad["charts"]} == {
        "chart without words",
        "shape does not stand out",
        "text is pale",
        "text leaves the chart",
        "text over text",
        "only colour tells parts of a legend apart",
    }


def test_by_the_nu_html_checker(packages: Path, written: tuple[Path, ...]) -> None:
    assert nu(packages, *written) == []
    refused = {message for _, message in nu(packages, BAD)}
    assert "Element “head” is missing a required instance of child element “title”." in refused
