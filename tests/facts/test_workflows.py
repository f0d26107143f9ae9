"""What a workflow starts on, and what it takes from elsewhere."""

import pytest

from oss_scan.facts.workflows import from_elsewhere, runs_on_changes, scheduled_updates

WORKFLOW = ".github/workflows/a.yml"


@pytest.mark.parametrize(
    "text",
    [
        "on: push",
        "on: [workflow_dispatch, pull_request]",
        "on:\n  schedule:\n    - cron: 0 0 * * *\n  merge_group:",
        "'on': workflow_call",
        "on: {workflow_run: {workflows: [build]}}",
        "on: release",
        "on: something_new",
        "on:",
        "name: without",
        "on: [",
        "on: push\non: schedule",
        "- on: schedule",
        "on: \xff",
        "[" * 60_000,
    ],
)
def test_runs_on_changes_or_cannot_be_read(text: str) -> None:
    assert runs_on_changes(text.encode("latin-1"))


@pytest.mark.parametrize(
    "text",
    [
        "on: issues",
        "'on': [schedule, workflow_dispatch]",
        "on:\n  workflow_dispatch:\n  schedule:\n    - cron: 1 1 * * *",
    ],
)
def test_runs_on_no_change(text: str) -> None:
    assert not runs_on_changes(text.encode())


def updates(path: str, text: str) -> list[int]:
    return list(scheduled_updates(path, text.encode(), text.split("\n")))


@pytest.mark.parametrize(
    "command",
    [
        "npx projen upgrade",
        "npx npm-check-updates -u",
        "ncu --target minor -u",
        "cargo update",
        "pip-compile --upgrade requirements.in",
        "poetry update",
        "composer update --no-dev",
        "pre-commit autoupdate",
        "uv lock --upgrade",
    ],
)
@pytest.mark.parametrize(
    "proposal", ["uses: peter-evans/create-pull-request@v7", "run: gh pr create --fill", "run: glab mr create --fill"]
)
def test_updates_on_a_schedule_that_are_proposed(command: str, proposal: str) -> None:
    text = (
        f"on:\n  schedule: [{{cron: 0 0 * * *}}]\njobs:\n  a:\n    steps:\n      - run: {command}\n      - {proposal}"
    )
    assert updates(WORKFLOW, text) == [6]
    assert updates(WORKFLOW, text.replace("schedule", "push")) == []
    assert updates(WORKFLOW, text.replace(command, "make")) == []
    assert updates(WORKFLOW, text.replace(f"run: {command}", f"name: {command}")) == []
    assert updates(WORKFLOW, text.replace(f"- run: {command}", f"# {command}")) == []
    assert updates(WORKFLOW, text.replace(proposal, "run: git push")) == []


def test_what_only_reads_updates_nothing() -> None:
    for command in ("ncu", "pip-compile", "uv lock", "npm outdated"):
        text = f"on: schedule\njobs:\n  a:\n    - run: {command}\n    - run: gh pr create"
        assert updates(WORKFLOW, text) == []


def test_updates_on_a_schedule_of_gitlab() -> None:
    text = (
        "a:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == 'schedule'\n  script:\n    - cargo update\n    - glab mr create"
    )
    assert updates(".gitlab-ci.yml", text) == [5]
    assert updates(".gitlab-ci.yml", text.replace("schedule", "push")) == []
    assert updates(".gitlab-ci.yml", text.replace("if: $CI_PIPELINE_SOURCE == 'schedule'", "schedules")) == [5]
    assert updates("Jenkinsfile", text) == []


def elsewhere(path: str, text: str) -> list[tuple[int, str]]:
    return list(from_elsewhere(path, text.split("\n")))


def test_workflows_from_elsewhere() -> None:
    text = (
        "jobs:\n  a:\n    uses: ./.github/workflows/b.yml\n  # uses: x/y/.github/workflows/c.yml@v1\n  d:\n"
        "    steps:\n      - uses: actions/checkout@v4\n  e:\n    uses: 'city/ci/.github/workflows/e.yaml@main' # f"
    )
    assert elsewhere(WORKFLOW, text) == [(9, "city/ci/.github/workflows/e.yaml@main")]
    assert elsewhere("Jenkinsfile", text) == []


def test_includes_from_elsewhere() -> None:
    text = (
        "include:\n  - local: /a.yml\n  # - project: no/one\n  - project: 'city/ci'\n    file: /b.yml\n"
        "  - remote: https://city.example.org/c.yml\n  - template: Jobs/Build.gitlab-ci.yml\n"
        "  - component: city.example.org/ci/d@1\n  - https://city.example.org/e.yml\njob:\n  project: none"
    )
    assert elsewhere(".gitlab-ci.yml", text) == [
        (4, "city/ci"),
        (6, "https://city.example.org/c.yml"),
        (7, "Jobs/Build.gitlab-ci.yml"),
        (8, "city.example.org/ci/d@1"),
        (9, "https://city.example.org/e.yml"),
    ]
    assert elsewhere(".gitlab-ci.yml", "include: 'https://city.example.org/e.yml'") == [
        (1, "https://city.example.org/e.yml")
    ]
