"""What defines CI, keeps dependencies up to date, or is a bill of materials."""

import pytest

from oss_scan.facts.automation import FILES, LIMIT, Automation, Reused, Spot, aside, collect_automation
from oss_scan.facts.listing import Listing
from oss_scan.tree import LIMIT as BLOB_LIMIT
from oss_scan.tree import Link, MemoryTree, Unread

JOBS = b"on: push\njobs:\n  test: {}\n"
CYCLONEDX = b'{"$schema": "x", "bomFormat" : "CycloneDX", "components": []}'


def collect(files: dict[str, bytes | Link]) -> Automation:
    return collect_automation(Listing(MemoryTree(files)))


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/ci.yml",
        ".github/workflows/ci.yaml",
        ".forgejo/workflows/ci.yml",
        ".gitea/workflows/ci.yml",
        ".gitlab-ci.yml",
        ".gitlab/ci/test.yml",
        ".woodpecker.yml",
        ".woodpecker/test.yaml",
        ".travis.yml",
        ".circleci/config.yml",
        ".drone.yml",
        ".tekton/push.yaml",
        ".teamcity/settings.kts",
        ".azure-pipelines/build.yml",
        "azure-pipelines.yml",
        "deploy/azure-pipelines-release.yml",
        "Jenkinsfile",
        "ci/Jenkinsfile.release",
        "bitbucket-pipelines.yml",
        "appveyor.yml",
        "cloudbuild.yaml",
        "buildspec.yml",
    ],
)
def test_ci(path: str) -> None:
    assert [spot.path for spot in collect({path: JOBS}).ci] == [path]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        (".github/workflows/README.md", JOBS),
        (".github/workflows/old/ci.yml", JOBS),
        (".github/workflows/ci.yml", b"# jobs:\n#   test: {}\n"),
        (".github/workflows/ci.yml", b""),
        (".github/workflows/ci.yml", b"on: {schedule: [], workflow_dispatch: }\njobs:\n  test: {}\n"),
        (".gitlab-ci.yml", b"# nothing yet\n"),
        ("apps/server/.travis.yml", JOBS),
        ("node_modules/lib/azure-pipelines.yml", JOBS),
        ("{{cookiecutter.slug}}/Jenkinsfile", JOBS),
        ("docs/jenkinsfiles.md", JOBS),
    ],
)
def test_no_ci(path: str, data: bytes) -> None:
    assert collect({path: data}).ci == ()


AZURE = b"trigger: {branches: {include: [main]}}\nstages: [{stage: build}]\n"


@pytest.mark.parametrize(
    ("path", "data"),
    [
        (".devops/build-pipeline.yml", AZURE),
        ("cicd/azure-api-release.yaml", b"trigger: none\npr: [main]\nsteps: [{script: make}]\n"),
        ("pipelines/tests.yml", b"trigger: none\n\npr:\n  - main\n\nextends:\n  template: ./templates/tests.yml\n"),
        ("Bouw-Pipeline.yml", b"trigger:\n- main\npool: {vmImage: ubuntu-latest}\nsteps: [{script: make}]\n"),
    ],
)
def test_a_pipeline_of_azure_may_have_any_name(path: str, data: bytes) -> None:
    assert [spot.path for spot in collect({path: data}).ci] == [path]


def test_a_name_may_be_as_long_as_it_likes() -> None:
    """Git allows it, and a pattern that goes over it again and again would take an hour."""
    assert collect({"-azure-pipelines" * 60_000: b"", "a/" + "azure" * 200_000: b""}).ci == ()


@pytest.mark.parametrize(
    ("path", "data"),
    [
        (
            "pipelines/nightly.yml",
            b"trigger: none\npr: none\nschedules: [{cron: 0 0 * * *}]\nsteps: [{script: make}]\n",
        ),
        ("pipelines/sync.yml", b"jobs: [{job: sync}]\n"),
        ("pipelines/ml.yml", b"type: pipeline\njobs: {train: {}}\ntrigger: \n"),
        ("pipelines/schedule.yml", b"name: x\ntrigger: {type: cron}\ncreate_job: azureml:x\n"),
        ("pipelines/list.yml", b"- trigger\n- steps\n"),
        ("pipelines/broken.yml", b"trigger: [\n"),
        ("pipelines/templates/build.yml", AZURE),
        ("config/automation.yml", AZURE),
    ],
)
def test_what_no_change_starts_or_is_no_pipeline(path: str, data: bytes) -> None:
    assert collect({path: data}).ci == ()


@pytest.mark.parametrize(
    ("path", "data", "line"),
    [
        (".github/dependabot.yml", b"version: 2\nupdates:\n  - package-ecosystem: pip\n", 3),
        (".github/dependabot.yaml", b"version: 2\nupdates: [{package-ecosystem: npm}]\n", 2),
        ("renovate.json", b"{}", None),
        (".github/renovate.json5", b"{extends: []}", None),
        (".renovaterc", b"{}", None),
        ("package.json", b'{"renovate": {}}', None),
        (".pyup.yml", b"schedule: every week\n", None),
        (".scala-steward.conf", b"updates.limit = 5\n", None),
        (".github/workflows/u.yml", b"jobs:\n  a:\n    - uses: renovatebot/github-action@v1\n", 3),
        (".github/workflows/m.yml", b"jobs:\n  a:\n    - uses: dependabot/fetch-metadata@v2\n", 3),
        (".gitlab-ci.yml", b"r:\n  image:\n    name: proxy/renovate/renovate:41\n", 3),
        (
            ".github/workflows/u.yml",
            b"on: schedule\njobs:\n  a:\n    - run: cargo update\n    - run: gh pr create\n",
            4,
        ),
    ],
)
def test_updates(path: str, data: bytes, line: int | None) -> None:
    assert [(spot.path, spot.line) for spot in collect({path: data}).updates] == [(path, line)]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        (".github/dependabot.yml", b"version: 2\nupdates: []\n"),
        (".github/dependabot.yml", b"updates: {pip: daily}\n"),
        (".github/dependabot.yml", b"updates:\n  - directory: /\n"),
        (".github/dependabot.yml", b"updates: [\n"),
        (".github/dependabot.yml", b"[" * 60_000),
        ("dependabot.yml", b"updates:\n  - package-ecosystem: pip\n"),
        ("renovate.json", b'{"enabled": false}'),
        ("renovate.json", b" \n"),
        ("package.json", b'{"name": "renovate"}'),
        ("package.json", b"[" * 100_000),
        ("package.json", b"not json"),
        ("sub/renovate.json", b"{}"),
        (".github/workflows/u.yml", b"jobs:\n  # renovatebot/github-action\n"),
    ],
)
def test_no_updates(path: str, data: bytes) -> None:
    assert collect({path: data}).updates == ()


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("sbom.json", CYCLONEDX),
        ("dist/app.cdx.json", CYCLONEDX),
        ("bom.xml", b'<bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1"/>'),
        ("app-sbom.yaml", b"bomFormat: CycloneDX\n"),
        ("app.spdx", b"SPDXVersion: SPDX-2.3\nPackageName: app\n"),
        ("app.spdx.json", b'{"spdxVersion": "SPDX-2.3", "packages": [{"versionInfo": "1"}]}'),
        ("LICENSE.spdx", b"SPDXVersion: SPDX-2.3\nPackageName: app\nPackageName: lib\n"),
    ],
)
def test_committed_bills_of_materials(path: str, data: bytes) -> None:
    assert [(spot.path, spot.line) for spot in collect({path: data}).sbom] == [(path, None)]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("sbom.json", b"{}"),
        ("LICENSE.spdx", b"SPDXVersion: SPDX-2.3\nPackageName: app\n"),
        ("app.spdx", b"SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\n"),
        ("tests/bom.json", CYCLONEDX),
        ("data.json", CYCLONEDX),
        ("bombay.json", CYCLONEDX),
    ],
)
def test_no_bills_of_materials(path: str, data: bytes) -> None:
    assert collect({path: data}).sbom == ()


@pytest.mark.parametrize(
    "line",
    [
        "- uses: anchore/sbom-action@v0",
        "- uses: CycloneDX/gh-gomod-generate-sbom@v2",
        "- run: syft . -o spdx-json",
        "- run: bom generate .",
        "- run: trivy fs --format cyclonedx .",
        "- run: trivy fs --format spdx-json .",
        "  format: 'spdx-json'",
        "  sbom: true",
        "- run: docker buildx build --sbom=true .",
        "- run: docker build --sbom .",
        "- run: npm sbom",
        "- run: gh api repos/a/b/dependency-graph/sbom",
        "- template: Jobs/Dependency-Scanning.gitlab-ci.yml",
    ],
)
def test_bills_of_materials_made_in_ci(line: str) -> None:
    found = collect({".github/workflows/ci.yml": f"jobs:\n  a:\n    {line}\n".encode()}).sbom
    assert [(spot.path, spot.line) for spot in found] == [(".github/workflows/ci.yml", 3)]


@pytest.mark.parametrize(
    "line",
    ["# syft .", "- name: cyclonedx", "name: syft", "sbom: false", "- run: ./check_spdx.py", "--no-sboms", "x" * 3000],
)
def test_nothing_made_in_ci(line: str) -> None:
    assert collect({".github/workflows/ci.yml": f"jobs:\n  a:\n    {line}\n".encode()}).sbom == ()


def test_included_files_are_read_but_are_no_definitions() -> None:
    files: dict[str, bytes | Link] = {
        ".gitlab-ci.yml": b"include:\n  - local: '/deploy/**.yml'\n  - 'more.yml'\n  - no.yml\ntest:\n  - other.yml\n",
        "deploy/jobs/a.yml": b"a:\n  script: syft .\n",
        "more.yml": b"b:\n  image: renovate/renovate\n",
        "other.yml": b"c:\n  script: syft .\n",
    }
    found = collect(files)
    assert [spot.path for spot in found.ci] == [".gitlab-ci.yml"]
    assert [(spot.path, spot.line) for spot in found.sbom] == [("deploy/jobs/a.yml", 2)]
    assert [spot.path for spot in found.updates] == ["more.yml"]


def test_what_comes_from_elsewhere() -> None:
    text = b"on: push\njobs:\n  a:\n    uses: city/ci/.github/workflows/a.yml@v1\n"
    tree = MemoryTree({".github/workflows/ci.yml": text, ".gitlab-ci.yml": b"include:\n  - project: city/ci\n"})
    assert collect_automation(Listing(tree)).elsewhere == (
        Reused(
            ".github/workflows/ci.yml", tree.blob(".github/workflows/ci.yml"), 4, "city/ci/.github/workflows/a.yml@v1"
        ),
        Reused(".gitlab-ci.yml", tree.blob(".gitlab-ci.yml"), 2, "city/ci"),
    )


def test_a_workflow_that_is_called_in_full_may_be_here() -> None:
    calls = b"on: push\njobs:\n  a:\n    uses: city/ci/%s@v1\n"
    called = b"on:\n  workflow_call:\njobs:\n  a:\n    steps: []\n"
    build, test = ".github/workflows/build.yml", ".github/workflows/test.yml"
    files: dict[str, bytes | Link] = {
        ".github/workflows/a.yml": calls % build.encode(),
        ".github/workflows/b.yml": calls % test.encode(),
        build: called,
        test: b"on: push\njobs:\n  a:\n    steps: []\n",
    }
    found = collect_automation(Listing(MemoryTree(files))).elsewhere
    assert [(one.uses, one.here) for one in found] == [(f"city/ci/{build}@v1", True), (f"city/ci/{test}@v1", False)]


def test_a_workflow_that_uses_one_of_its_own_name_uses_that_of_another_repository() -> None:
    build, test = ".github/workflows/build.yml", ".github/workflows/test.yml"
    calls = b"on:\n  push:\n  workflow_call:\njobs:\n  a:\n    uses: %s@v1\n"
    files: dict[str, bytes | Link] = {
        ".github/workflows/a.yml": calls % f"City/ci/{test}".encode(),
        ".github/workflows/b.yml": calls % f"city/app/{test}".encode(),
        build: calls % f"city/ci/{build}".encode(),
        test: b"on:\n  workflow_call:\njobs:\n  a:\n    steps: []\n",
    }
    found = collect_automation(Listing(MemoryTree(files))).elsewhere
    assert [(one.uses.split("/.")[0], one.here) for one in found] == [
        ("City/ci", False),
        ("city/app", True),
        ("city/ci", False),
    ]


def test_what_cannot_be_read_is_said() -> None:
    files: dict[str, bytes | Link] = {
        ".github/workflows/big.yml": b"#" * (LIMIT + 1),
        "renovate.json": Link("../renovate.json"),
        "sbom.json": b" " * (BLOB_LIMIT + 1),
        "package.json": Link("../package.json"),
    }
    tree = MemoryTree(files)
    found = collect_automation(Listing(tree))
    big = ".github/workflows/big.yml"
    assert found.ci == (Spot(big, tree.blob(big)),)
    assert found.updates == (
        Spot(
            "renovate.json", tree.blob("renovate.json"), unread=Unread("blob-link", "renovate.json"), limit=BLOB_LIMIT
        ),
    )
    assert [(spot.path, spot.unread, spot.limit) for spot in found.sbom] == [
        ("sbom.json", Unread("blob-too-large", "sbom.json"), BLOB_LIMIT),
        (big, Unread("blob-too-large", big), LIMIT),
    ]


def test_too_many_definitions_are_left_out_and_said() -> None:
    found = collect({f".github/workflows/{number:04}.yml": JOBS for number in range(FILES + 2)})
    assert len(found.ci) == FILES + 2
    assert [spot.unread and spot.unread.code for spot in found.sbom] == ["blob-left-out", "blob-left-out"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("vendor/a.yml", True),
        ("src/Tests/a.yml", True),
        ("{{ cookiecutter.x }}/a.yml", True),
        ("src/a.yml", False),
        ("contest/a.yml", False),
        ("tests.yml", False),
    ],
)
def test_what_lies_aside(path: str, *, expected: bool) -> None:
    assert aside(path) is expected
