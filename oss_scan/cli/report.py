"""`oss-scan report`: what the figures of a scan say, as a report, and whether one still says what the store holds."""

from collections.abc import Sequence
from pathlib import Path

import click

from oss_scan.cli.options import lang_option, loudness, ruleset_option, store_option, unwritable
from oss_scan.texts import Lang, Text

_WHICH = "Which scan; latest is the complete one that was begun last."
_UNFINISHED = Text(
    "Let op: de scan {id} is niet voltooid; het rapport zegt dat ook.",
    "Mind: the scan {id} is not complete; the report says so too.",
)
_PARTIAL = Text(
    "Let op: de scan {id} is deel {shard}; het rapport zegt dat ook. Voeg de delen samen met oss-scan store merge.",
    "Mind: the scan {id} is part {shard}; the report says so too. Bring the parts together with oss-scan store merge.",
)
_WHERE = Text("Het rapport staat in {path}", "The report is in {path}")
_SAME = Text(
    "{path}: alles klopt met de opslag ({documents}).",
    "{path}: all of it agrees with the store ({documents}).",
)
_FIGURES = Text(
    "{path}: de cijfers en de vindplaatsen kloppen met de opslag ({documents}).",
    "{path}: the figures and the places agree with the store ({documents}).",
)
_BESIDES = Text(
    "Let op: in {path} staat nog {names}; dat hoort niet bij dit rapport. Haal het weg of maak het opnieuw.",
    "Mind: {path} still holds {names}; that is no part of this report. Remove it or make it again.",
)
#: What documents of a report are called, those in the folder of its pages too.
_DOCUMENTS = ("report.*", "*.csv", "*.csv-metadata.json", "dcat.jsonld", "report/*.html")
_NAMED = 8


@click.group("report")
def command() -> None:
    """Make a report of what was kept, and verify one."""


@command.command("make")
@store_option
@click.option("--scan", "scan_id", metavar="ID|latest", default="latest", show_default=True, help=_WHICH)
@click.option(
    "--compare",
    metavar="ID|YEAR",
    help="An earlier scan of the same series to compare with, by its id or by the year of its reference date.",
)
@click.option(
    "--format",
    "forms",
    type=click.Choice(["html", "pdf", "odt", "ods", "csv", "json"]),
    multiple=True,
    default=["html"],
    show_default=True,
    help="Form of the report; may be given more than once.",
)
@click.option(
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder in which the report is put; made where it is not there.",
)
@click.option(
    "--audience",
    type=click.Choice(["public", "internal"]),
    default="public",
    show_default=True,
    help="public: what may not be named is only counted, or not even that; internal: everything has its name.",
)
@click.option("--final", is_flag=True, help="Not a concept: refused where the scan is not complete.")
@click.option("--author", metavar="NAME", default="", help="Who makes the report.")
@click.option(
    "--words",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the writer's own words: a Markdown file for each chapter, such as samenvatting.md.",
)
@click.option("--supersedes", metavar="ID", help="The report that this one takes the place of; needs --errata.")
@click.option("--errata", metavar="TEXT|FILE", help="What was wrong in the report that this one takes the place of.")
@click.option(
    "--theme",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with theme.yaml: colours for all forms, and a file with CSS for html.",
)
@click.option(
    "--logo",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A logo (svg or png) that you may use.",
)
@click.option(
    "--publication",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Who publishes the report and where; adds dcat.jsonld, a description by DCAT-AP-NL for data.overheid.nl.",
)
@ruleset_option
@lang_option
@loudness
def make(
    store: str | None,
    scan_id: str,
    compare: str | None,
    forms: tuple[str, ...],
    output: Path,
    audience: str,
    final: bool,
    author: str,
    words: Path | None,
    supersedes: str | None,
    errata: str | None,
    theme: Path | None,
    logo: Path | None,
    publication: Path | None,
    rulesets: tuple[str, ...],
    lang: Lang,
    verbose: bool,
    quiet: bool,
) -> None:
    """Make the progress report of one scan.

    html: report.html, one page that stands alone; of a large scan, details are on pages in report/. pdf: PDF/A-2a and
    PDF/UA-1 (needs oss-scan[pdf]). odt: the text, to work on. ods: the data, a sheet a table. csv: a table for each
    kind of data, with its description as CSV on the Web. json: report.json (`oss-scan schema report`). manifest.json
    says how it was made, with a checksum of each document.
    """
    from oss_scan.cli.reporting import Asked, errata_of, look_from, made
    from oss_scan.cli.stores import opened
    from oss_scan.inert import printable
    from oss_scan.report.writing import words_in

    asked = Asked(
        lang=lang,
        audience="internal" if audience == "internal" else "public",
        final=final,
        author=author,
        errata=errata_of(supersedes, errata),
        words=words_in(words) if words else {},
        forms=forms,
        compare=compare,
        look=look_from(theme, logo, publication),
    )
    scan, documents = made(opened(store, create=False), scan_id, asked, rulesets)
    _write(output, documents)
    _tell_besides(output, [name for name, _ in documents], lang)
    if scan.run.finished is None:
        click.echo(_UNFINISHED.in_(lang, {"id": printable(scan.run.id)}), err=True)
    if scan.run.shard:
        click.echo(_PARTIAL.in_(lang, {"id": printable(scan.run.id), "shard": scan.run.shard}), err=True)
    if not quiet:
        where = ", ".join(printable(str(output / name)) for name, _ in documents)
        click.echo(_WHERE.in_(lang, {"path": where}), err=True)


@command.command("verify")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@store_option
@ruleset_option
@lang_option
@loudness
def verify(folder: Path, store: str | None, rulesets: tuple[str, ...], lang: Lang, verbose: bool, quiet: bool) -> int:
    """Count every figure of the report in DIR again from the store, and compare its documents with what is made now.

    Each difference is named and gives status 1; status 2 where DIR holds no report of this program. Give the --ruleset
    that the report was made with. Where the program or the rules have changed since the scan, another text proves
    nothing: that is told, and only figures and places count. They are counted by the definitions in manifest.json, so
    that a later program verifies an earlier report.
    """
    from oss_scan.cli.options import write
    from oss_scan.cli.reporting import remaking
    from oss_scan.cli.stores import opened
    from oss_scan.inert import printable
    from oss_scan.report.verifying import verify
    from oss_scan.ruleset import load_all

    if rulesets:
        load_all(rulesets)  # what the user names has to be there
    kept = opened(store, create=False)
    found = verify(folder, kept, remaking(kept, rulesets))
    _tell_besides(folder, found.documents, lang)
    for one in found.notices:
        click.echo(printable(f"{one.document}: {one.text.in_(lang, one.values)}"), err=True)
    if found.differences:
        lines = (printable(f"{one.document}: {one.text.in_(lang, one.values)}") for one in found.differences)
        write("\n".join(lines), None)
    elif not quiet:
        values = {"path": printable(str(folder)), "documents": ", ".join(found.documents)}
        click.echo((_FIGURES if found.notices else _SAME).in_(lang, values), err=True)
    return 1 if found.differences else 0


def _tell_besides(folder: Path, documents: Sequence[str], lang: Lang) -> None:
    """Tell of documents that an earlier report left in its folder: their figures are of another scan or day."""
    from oss_scan.inert import printable

    there = {path.relative_to(folder).as_posix() for pattern in _DOCUMENTS for path in folder.glob(pattern)}
    left = sorted(there.difference(documents), key=lambda name: (not name.startswith("report."), name))
    if left:
        names = ", ".join(left[:_NAMED]) + (", …" if len(left) > _NAMED else "")
        click.echo(_BESIDES.in_(lang, {"path": printable(str(folder)), "names": printable(names)}), err=True)


def _write(folder: Path, documents: Sequence[tuple[str, bytes]]) -> None:
    """Put the documents in their places at once: a folder holds the report of before or the new one, not of both."""
    from oss_scan.cli.replacing import replace_all

    contents = {folder / name: content for name, content in documents}
    try:
        for place in {path.parent for path in contents}:
            place.mkdir(parents=True, exist_ok=True)
        replace_all(contents)
    except OSError as error:
        raise unwritable(folder, error) from None
