"""What the commands below `oss-scan standards` show, apart from their options."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from oss_scan.cli.options import write
from oss_scan.cli.stores import opened
from oss_scan.cli.unreadable import as_error
from oss_scan.errors import OssScanError, UnreadableError
from oss_scan.facts import Known
from oss_scan.facts.domains import collect_domains
from oss_scan.facts.listing import Listing
from oss_scan.facts.publiccode import collect_publiccode
from oss_scan.git import open_repository
from oss_scan.inert import json_text, printable
from oss_scan.standards.domains import Domain
from oss_scan.standards.exported import LIMIT, Change, compare, read_export
from oss_scan.standards.listed import Listed, StandardsList, Status, standards_list
from oss_scan.texts import Lang, Text
from oss_scan.verdicts.wording import MEASURES

_STATUSES: Mapping[str, Text] = {
    "mandatory": Text("verplicht", "mandatory"),
    "recommended": Text("aanbevolen", "recommended"),
    "in-procedure": Text("in procedure", "in procedure"),
    "unknown": Text("status onbekend", "status unknown"),
}
_HEAD = Text(
    "De lijst zoals zij op {day} te lezen was; ? staat bij wat niet bij de bron is gelezen.",
    "The list as it could be read on {day}; ? marks what was not read at the source.",
)
_APPLIES = Text("geldt waar", "applies where")
_FOUND = Text("de standaard zelf is aangetroffen", "the standard itself was found")
_UNDECIDED = Text("geen signaal beslist", "no signal decides")
_PARAPHRASE = Text("omschrijving", "paraphrase")
_CHANGES: Mapping[str, Text] = {
    "new": Text("nieuw op de lijst", "new on the list"),
    "gone": Text("niet in de export", "not in the export"),
    "version": Text("andere versie: hier {here}, daar {there}", "another version: here {here}, there {there}"),
    "scope": Text("toepassingsgebied: {there}", "scope: {there}"),
}
_SAME = Text("De export is gelijk aan de meegeleverde lijst.", "The export is the same as the list that is shipped.")
_WIDTH = 100


def show_list(form: str, lang: Lang, *, verbose: bool) -> None:
    """Print the list."""
    known = standards_list()
    if form == "json":
        write(json.dumps(_as_json(known, lang), indent=2, sort_keys=True, ensure_ascii=False), None)
        return
    lines = [_HEAD.in_(lang, {"day": known.taken.isoformat()})]
    for domain, title in known.domains.items():
        lines += ["", title.in_(lang)]
        for one in known.standards.values():
            if one.domain == domain:
                lines += _lines(one, known, lang, verbose=verbose)
    write("\n".join(lines), None)


def _lines(one: Listed, known: StandardsList, lang: Lang, *, verbose: bool) -> Iterator[str]:
    def mark(field: str) -> str:
        return "" if field in one.verified else "?"

    version = one.versions[-1].version + mark("version") if one.versions else ""
    status = _STATUSES[one.status].in_(lang) + mark("status")
    yield f"  {one.name}{mark('name')}" + (f" {version}" if version else "") + f" ({one.id}{mark('slug')}): {status}"
    scope = one.scope if one.literal else f"{_PARAPHRASE.in_(lang)}: {one.scope}"
    yield from textwrap.wrap(scope + mark("scope"), _WIDTH, initial_indent="      ", subsequent_indent="      ")
    if one.visible:
        texts = [_FOUND.in_(lang) if name == "found" else known.signals[name].text.in_(lang) for name in one.when]
        said = f"{_APPLIES.in_(lang)}: {'; '.join(texts)}" if texts else _UNDECIDED.in_(lang)
    else:
        said = MEASURES[one.measure or "organisation"].in_(lang)
    yield from textwrap.wrap(said, _WIDTH, initial_indent="      ", subsequent_indent="      ")
    if verbose:
        for key in one.sources:
            source = known.sources[key]
            on = f", {source.on.isoformat()}" if source.on else ""
            yield f"      · {source.title}{on}" + (f" <{source.url}>" if source.url else "")
        if one.note:
            yield f"      · {one.note.in_(lang)}"


def _as_json(known: StandardsList, lang: Lang) -> dict[str, object]:
    return {
        "schema": "oss-scan/standards/v1",
        "taken": known.taken.isoformat(),
        "complete": known.complete,
        "digest": f"sha256:{known.digest}",
        "sources": {
            key: {"title": one.title, "url": one.url, "on": one.on.isoformat() if one.on else None}
            for key, one in known.sources.items()
        },
        "standards": [
            {
                "id": one.id,
                "name": one.name,
                "page": one.page,
                "domain": known.domains[one.domain].in_(lang),
                "status": one.status,
                "versions": [
                    {"version": held.version, "from": held.since.isoformat() if held.since else None}
                    for held in one.versions
                ],
                "scope": one.scope,
                "literal": one.literal,
                "verified": list(one.verified),
                "sources": list(one.sources),
                "applies": {
                    "when": list(one.when),
                    "doubt": list(one.doubt),
                    "unless": list(one.unless),
                    "open": list(one.open),
                    "closed": one.closed,
                },
                "visible": one.visible,
                "measure": one.measure,
                "note": one.note.in_(lang) if one.note else None,
            }
            for one in known.standards.values()
        ],
    }


def show_changes(source: str, status: str, form: str, lang: Lang) -> None:
    """Print what an export has otherwise. Raises OssScanError."""
    wanted: Status = (
        "mandatory" if status == "mandatory" else "recommended" if status == "recommended" else "in-procedure"
    )
    day = datetime.now(UTC).date()
    changes = compare(read_export(_bytes(source), printable(source)), standards_list(), wanted, day)
    if form == "json":
        rows = [
            {
                "what": one.what,
                "standard": json_text(one.standard),
                "here": one.here,
                "there": one.there and json_text(one.there),
            }
            for one in changes
        ]
        write(json.dumps(rows, indent=2, sort_keys=True, ensure_ascii=False), None)
        return
    write("\n".join(_change(one, lang) for one in changes) or _SAME.in_(lang), None)


def _change(one: Change, lang: Lang) -> str:
    said = _CHANGES[one.what].in_(lang, {"here": one.here or "-", "there": printable(one.there or "-")})
    return f"{printable(one.standard)}: {said}"


def _bytes(source: str) -> bytes:
    if "://" in source:
        from oss_scan.sources.download import download  # requests is slow to import

        return download(source, LIMIT)
    try:
        with Path(source).open("rb") as file:
            return file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        shown, detail = printable(source), getattr(error, "strerror", None) or str(error)
        raise OssScanError(
            nl=f"{shown} kan niet worden gelezen ({detail}); noem een bestaand bestand of een adres",
            en=f"{shown} cannot be read ({detail}); name an existing file or an address",
        ) from None


def show_domains(target: Path, scan: str | None, store: str | None, form: str, *, verbose: bool) -> None:
    """Print the domains that a repository, or each of a scan, names. Raises OssScanError."""
    found = _of_scan(scan, store) if scan else [(printable(str(target)), _of_repository(target))]
    if form == "json":
        rows = [{"repository": json_text(name), "domains": [_domain(one) for one in held]} for name, held in found]
        write(json.dumps(rows, indent=2, sort_keys=True, ensure_ascii=False), None)
        return
    write("\n".join(_said(found, verbose=verbose)), None)


def _said(found: Iterable[tuple[str, tuple[Domain, ...]]], *, verbose: bool) -> Iterator[str]:
    if not verbose:
        yield from sorted({one.host for _, held in found for one in held if one.owner != "named"})
        return
    for name, held in found:
        yield name
        for one in held:
            yield f"  {one.host} ({one.owner})"
            for place in one.places:
                line = f":{place.line}" if place.line else ""
                yield f"    {printable(place.path)}{line} ({place.kind})"


def _domain(one: Domain) -> dict[str, object]:
    places = [{"path": json_text(place.path), "line": place.line, "kind": place.kind} for place in one.places]
    return {"host": one.host, "owner": one.owner, "places": places}


def _of_repository(target: Path) -> tuple[Domain, ...]:
    try:
        with open_repository(target) as repository:
            listing = Listing(repository.tree)
            return collect_domains(listing, collect_publiccode(listing))
    except UnreadableError as error:
        raise as_error(error) from error


def _of_scan(scan: str, store: str | None) -> list[tuple[str, tuple[Domain, ...]]]:
    held = opened(store, create=False).scan(scan, facts=True)
    return [
        (printable(judged.repository), judged.facts.tree.value.domains)
        for judged in held.repositories
        if judged.facts and isinstance(judged.facts.tree, Known)
    ]
