"""What CI shows of a publiccode.yml with faults stands at the very line and column."""

import json

from click.testing import CliRunner

from oss_scan.cli.check import command
from tests.builder import Repo
from tests.publiccode.files import VALID

WRONG = VALID.replace("stable", "done").replace("EUPL-1.2", "EUPL").replace("Ready: false", "Ready: no")
PLACES = [(6, 1), (17, 3), (23, 3)]


def check(repo: Repo, form: str) -> str:
    words = [str(repo.path), "--format", form, "--community", "none", "--lang", "en"]
    return CliRunner().invoke(command, words, standalone_mode=False).stdout


def made(repo: Repo) -> Repo:
    repo.commit({"publiccode.yml": WRONG, "apps/a/publiccode.yml": WRONG})
    return repo


def test_sarif(repo: Repo) -> None:
    [run] = json.loads(check(made(repo), "sarif"))["runs"]
    for rule, path in (("publiccode/valid", "publiccode.yml"), ("publiccode/components", "apps/a/publiccode.yml")):
        found = [
            (place["artifactLocation"]["uri"], place["region"]["startLine"], place["region"]["startColumn"])
            for result in run["results"]
            if result["ruleId"].endswith(rule)
            for location in result["locations"]
            for place in [location["physicalLocation"]]
        ]
        assert found == [(path, *place) for place in PLACES]


def test_github(repo: Repo) -> None:
    lines = check(made(repo), "github").splitlines()
    found = [line.split(",title=")[0] for line in lines if "title=publiccode/valid" in line]
    assert found == ["::error file=publiccode.yml,line=6,col=1"]
    found = [line.split(",title=")[0] for line in lines if "title=publiccode/components" in line]
    assert found == ["::notice file=apps/a/publiccode.yml,line=6,col=1"]
