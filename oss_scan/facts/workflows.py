"""What a workflow (GitHub, Forgejo, Gitea) or a pipeline (GitLab, Azure) starts on, and takes from elsewhere."""

import re
from collections.abc import Iterator, Sequence

from oss_scan.positioned import BadYamlError, List, Map, Scalar, parse

WORKFLOWS = (".github/workflows/", ".forgejo/workflows/", ".gitea/workflows/")
#: Events that follow from no change to the code:
#: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
_NO_CHANGE = frozenset(
    (
        *("schedule", "workflow_dispatch", "issues", "issue_comment", "label", "milestone", "discussion"),
        *("discussion_comment", "watch", "fork", "gollum", "member", "public", "branch_protection_rule"),
    )
)
#: What says that a pipeline of Azure does something, and when it runs: such a file may have any name.
#: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/pipeline
_AZURE_WORK, _AZURE_START = ("stages", "jobs", "steps", "extends"), ("trigger", "pr")
_AZURE_NAMED = re.compile(r"azure|pipeline|devops|ci[-_]?cd", re.IGNORECASE)
_COMMENT = re.compile(r"\s*(#|$)")
_NAME = re.compile(r"\s*(?:-\s*)?name:")
_LONGEST = 2000  # characters of a line that is looked at

_UPDATE = re.compile(
    r"(?i)\bprojen upgrade\b|\bnpm-check-updates\b|\bncu\b.*\s(-u|--upgrade)\b|\bcargo update\b|\bpoetry update\b"
    r"|\bcomposer update\b|\bpre-commit autoupdate\b|\b(?:pip-compile|uv lock)\b.*\s(-U|--upgrade)\b"
)
_PROPOSAL = re.compile(
    r"(?i)\bpeter-evans/create-pull-request\b|\bgh pr create\b|\bglab mr create\b|\bmerge_request\.create\b"
)
# GitLab keeps the schedule itself on the platform; the file says only what runs then.
_SCHEDULED_ON_GITLAB = re.compile(r"CI_PIPELINE_SOURCE\s*==\s*['\"]schedule['\"]|^\s*-\s*['\"]?schedules['\"]?\s*$")

_REUSED = re.compile(r"\s*(?:-\s*)?uses:\s*['\"]?([\w.-]{1,100}/[\w./-]{1,300}\.ya?ml@[^\s'\"#]{1,200})")
_REMOTE = re.compile(
    r"(?:include:)?[\s-]*(?:(?:remote|template|component|project):\s*['\"]?([^\s'\"#]{1,500})"
    r"|['\"]?(https?://[^\s'\"#]{1,500}))"
)


def is_workflow(path: str) -> bool:
    """Whether a path lies where workflows lie."""
    return path.startswith(WORKFLOWS)


def runs_on_changes(data: bytes) -> bool:
    """Whether a workflow starts on a change to the code; one that cannot be read as such may."""
    events = _events(data)
    return not events or not events <= _NO_CHANGE


def may_be_azure(path: str) -> bool:
    """Whether a path, with its folders, is such as people give to a pipeline of Azure."""
    return path.lower().endswith((".yml", ".yaml")) and _AZURE_NAMED.search(path) is not None


def is_azure_on_changes(data: bytes) -> bool:
    """Whether a file is a pipeline of Azure that says itself on which changes it starts."""
    try:
        root = parse(data)
    except BadYamlError:
        return False
    if not isinstance(root, Map) or not any(root.get(key) for key in _AZURE_WORK):
        return False
    starts = [found for key in _AZURE_START if (found := root.get(key))]
    return any(not isinstance(found, Scalar) or found.text.strip() not in ("", "none") for found in starts)


def scheduled_updates(path: str, data: bytes, lines: Sequence[str]) -> Iterator[int]:
    """The lines that update dependencies, where the same file runs on a schedule and proposes what it changed."""
    shown = [(number, line) for number, line in _shown(lines) if not _NAME.match(line)]
    if not any(_PROPOSAL.search(line) for _, line in shown):
        return
    if is_workflow(path):
        scheduled = "schedule" in _events(data)
    else:
        scheduled = path.startswith(".gitlab") and any(_SCHEDULED_ON_GITLAB.search(line) for _, line in shown)
    if scheduled:
        yield from (number for number, line in shown if _UPDATE.search(line))


def may_be_called(data: bytes) -> bool:
    """Whether a workflow is there for others to call."""
    return b"workflow_call" in data and "workflow_call" in _events(data)


def from_elsewhere(path: str, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The definitions that are taken from another place, which no one reads: the line, and the name there."""
    if is_workflow(path):
        yield from ((number, match[1]) for number, line in _shown(lines) if (match := _REUSED.match(line)))
    elif path.startswith(".gitlab"):
        yield from _includes(lines)


def _includes(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(lines, 1):
        inside = line.startswith("include:") or (inside and line.startswith((" ", "-", "#")))
        match = _REMOTE.match(line) if inside and len(line) <= _LONGEST else None
        if match:
            yield number, match[1] or match[2]


def _shown(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    numbered = enumerate(lines, 1)
    return ((number, line) for number, line in numbered if len(line) <= _LONGEST and not _COMMENT.match(line))


def _events(data: bytes) -> frozenset[str]:
    """The events under `on`; none where they cannot be read."""
    try:
        root = parse(data)
    except BadYamlError:
        return frozenset()
    match root.get("on") if isinstance(root, Map) else None:
        case Scalar(text=text):
            return frozenset((text,))
        case List(items=items):
            return frozenset(item.text for item in items if isinstance(item, Scalar))
        case Map(items=items):
            return frozenset(key.text for key, _ in items)
    return frozenset()
