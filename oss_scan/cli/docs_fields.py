"""The page on publiccode.yml, written from the table of fields."""

from collections.abc import Iterator, Mapping

from oss_scan.docs import cell, code, escaped
from oss_scan.publiccode.field import Field
from oss_scan.publiccode.meanings import MEANINGS
from oss_scan.publiccode.table import DRAFT, FIELDS, LATEST, NEXT, REFERENCE, SUPPORTED

_PRESENCE: Mapping[str, str] = {"mandatory": "mandatory", "optional": "optional", "one-language": "in one language"}
_FORMS: Mapping[str, str] = {
    "category": "one of the standard's categories",
    "country": "ISO 3166-1, capitals",
    "date": "YYYY-MM-DD",
    "draft-scope": "one of the standard's scopes, without `government`",
    "email": "e-mail address",
    "http": "https:// or http://",
    "ipa": "iPA code",
    "language": "BCP 47",
    "licence": "SPDX expression",
    "media-type": "RFC 6838",
    "path": "path in the repository, or a URL",
    "phone": "E.164, such as +31701234567",
    "reference-http": "URL as Go's validator reads it",
    "reference-path": "path, also outside the repository",
    "reference-support": "alias or URI; URN by RFC 2141",
    "reference-uri": "URL or URN by RFC 2141; of `urn:x-italian-pa:` a code of the right form",
    "reference-url": "URL as Go's validator reads it",
    "scope": "one of the standard's scopes",
    "support": "alias of the standard, or a URI",
    "supported-version": "one of " + ", ".join(SUPPORTED),
    "upper-country": "ISO 3166-1, capitals only",
    "uri": "URL or URN",
    "url": "URL",
    "version": "0, or 0.2 to 0.7",
    "video": "a video site that the reference knows",
}
_FIXES: Mapping[str, str] = {
    "quote": "quotes",
    "boolean": "true or false",
    "upper-case": "capitals",
    "spelling": "the nearest that is listed",
    "date": "the day only",
    "address": "https",
    "path": "no leading slash",
    "list": "a list",
}


def page() -> str:
    """The page, as Markdown."""
    parts = [
        f"# publiccode.yml {LATEST}",
        "",
        "Written by `make docs` from `oss_scan/publiccode/table.py`; change that, not this page. The same table drives",
        "`oss-scan publiccode validate`, `fix` and `upgrade`, and the JSON Schema for editors:",
        "`oss-scan schema publiccode`, or `oss_scan/schemas/publiccode.json`. In an editor that knows YAML schemas:",
        "",
        "```yaml",
        "# yaml-language-server: $schema=publiccode.schema.json",
        "```",
        "",
        "In a key, `*` is a language tag, and `[]` each item of a list.",
        "",
        "## Fields",
        "",
        "| key | what · wat | type | presence | allowed | versions | mended to |",
        "|---|---|---|---|---|---|---|",
        *(_row(key, field) for key, field in FIELDS.items() if key and not key.startswith("it")),
        "",
        "`it` is an older spelling of `IT`, with the same keys.",
        "",
        "## Where the reference differs",
        "",
        "`--profile reference` judges as https://github.com/italia/publiccode-parser-go does, apart from the network;",
        "`--profile standard` gives a notice where that refuses more. Besides the fields below, the reference refuses",
        "a byte order mark and a line with `%YAML`, and it lets pass an empty list where one contact or contractor at",
        "least is asked. It looks Italian iPA codes up in a register; here only their form is judged.",
        "",
        "| key | in the reference |",
        "|---|---|",
        *(f"| {code(key)} | {cell(_changes(changes))} |" for key, changes in REFERENCE.items() if _told(key)),
        "",
        f"## What the draft of {NEXT} changes",
        "",
        f"`oss-scan publiccode validate --ready-for {NEXT} FILE` says what a file must change. What is deprecated",
        "goes, and so does the Italian section.",
        "",
        "| key | in the draft |",
        "|---|---|",
        *(f"| {code(key)} | {cell(_changes(changes))} |" for key, changes in DRAFT.items()),
    ]
    return "\n".join(parts) + "\n"


def _told(key: str) -> bool:
    return not key.startswith(("IT.piattaforme", "it."))


def _row(key: str, field: Field) -> str:
    meaning = MEANINGS[key]
    what = f"{escaped(meaning.en)} · {escaped(meaning.nl)}"
    kind = f"{field.type}, or one value" if field.single else field.type
    cells = (
        code(key),
        what,
        kind,
        _presence(field),
        _allowed(field),
        _versions(field),
        _FIXES.get(field.fix or "", ""),
    )
    return f"| {' | '.join(map(cell, cells))} |"


def _presence(field: Field) -> str:
    when = field.when
    if when is None:
        return _PRESENCE[field.presence]
    values = " or ".join(map(code, when.values))
    return f"mandatory where {code(when.key)} is {values}" + (", else it may not be there" if when.only else "")


def _allowed(field: Field) -> str:
    return "; ".join(_limits(field))


def _limits(field: Field) -> Iterator[str]:
    if field.form:
        yield _FORMS[field.form]
    if field.values:
        yield ", ".join(map(code, field.values))
    if field.endings:
        yield " ".join(map(code, field.endings))
    if field.least:
        yield f"at least {field.least}"
    if field.most:
        yield f"at most {field.most}"


def _versions(field: Field) -> str:
    said = [f"since {field.since}"] if field.since != "0.2" else []
    if field.earlier:
        least = f" with at least {field.earlier.least}" if field.earlier.least else ""
        said.append(f"{_PRESENCE[field.earlier.presence]}{least} before {field.earlier.before}")
    if field.deprecated:
        use = f", use {code(field.deprecated.use)}" if field.deprecated.use else ""
        said.append(f"deprecated since {field.deprecated.since}{use}")
    if field.removed:
        said.append(f"gone in {field.removed}")
    return "; ".join(said)


def _changes(changes: Mapping[str, object]) -> str:
    return "; ".join(_change(name, value) for name, value in changes.items() if (name, value) != ("form", None))


def _change(name: str, value: object) -> str:
    match name:
        case "form":
            return _FORMS[str(value)]
        case "values" | "endings" if isinstance(value, tuple):
            return ", ".join(map(code, value))
        case "presence":
            return _PRESENCE[str(value)]
        case "single":
            return "a list only"
        case "least":
            return f"at least {value}"
        case _:
            return "deprecated since 0.5, use `IT`" if value else "not deprecated"
