"""Which web addresses a publiccode.yml names, and what to say of those that do not answer."""

from collections.abc import Iterator, Mapping

from oss_scan.publiccode.model import Item, Report, Value
from oss_scan.publiccode.views import fields, pattern

MOST = 200  # addresses that are asked of one file
_FORMS = ("url", "http", "path")

#: URL → what came of it (`there`, `gone` or `unknown`), and why.
Answers = Mapping[str, tuple[str, str]]


def addresses(report: Report) -> tuple[Value, ...]:
    """The values that lead somewhere on the web, in the order of the file; what only identifies is left out."""
    wrong = {item.key for item in report.items if item.type == "error"}
    found = (value for value in report.values if value.key not in wrong and _leads(value))
    return tuple(value for value, _ in zip(found, range(MOST), strict=False))


def _leads(value: Value) -> bool:
    known = pattern(value.key)
    field = fields().get(known) if known else None
    if field is not None and field.type == "list" and field.single:
        field = fields()[f"{known}[]"]
    return field is not None and field.form in _FORMS and value.text.lower().startswith(("http://", "https://"))


def told(values: tuple[Value, ...], answers: Answers) -> Iterator[Item]:
    """An error where a server says that nothing is there, and a notice where that could not be established.

    Refusals (403), too many questions (429) and time-outs say nothing of the address.
    """
    for value in values:
        outcome, why = answers.get(value.text, ("unknown", "connection"))
        said = {"found": value.text[:200]}
        if outcome == "gone":
            yield Item("error", value.key, value.line, value.column, "link-gone", {**said, "status": why})
        elif outcome == "unknown":
            more = {"kind": "status", "status": why} if why.isdigit() else {"kind": why}
            yield Item("notice", value.key, value.line, value.column, "link-unknown", {**said, **more})
