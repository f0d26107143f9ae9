"""What `report make` and `report verify` share: a report from the store, as it is asked for now or was then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from oss_scan.cli.stores import rules_of
from oss_scan.errors import OssScanError
from oss_scan.texts import Lang

if TYPE_CHECKING:
    from oss_scan.figures import Audience
    from oss_scan.report.content.material import Errata, Material
    from oss_scan.report.manifest import Made
    from oss_scan.report.verifying import Remade, Remake
    from oss_scan.results import Scan
    from oss_scan.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a report is asked for; `words` are the writer's own, as Markdown by chapter."""

    lang: Lang
    audience: "Audience"
    final: bool
    author: str
    errata: "Errata | None"
    words: Mapping[str, str]
    forms: tuple[str, ...]
    compare: str | None = None  # a scan or a year
    earlier: Sequence[str] | None = None  # None: every complete scan of the series before this one
    look: Any = field(default=None)


def made(store: "Store", scan_id: str, asked: Asked, rulesets: Sequence[str]) -> tuple["Scan", list[tuple[str, bytes]]]:
    """The scan, and the documents of its report. Raises OssScanError."""
    from oss_scan.report import documents

    scan, waiting = store.at_once(scan_id)
    material, how, _ = _material(store, scan, waiting, asked, rulesets)
    return scan, list(documents(material, how))


def remaking(store: "Store", rulesets: Sequence[str]) -> "Remake":
    """Makes a report again as its manifest says."""

    def remake(scan: "Scan", manifest: dict[str, Any]) -> "Remade":
        from oss_scan.report import documents
        from oss_scan.report.content.material import Errata
        from oss_scan.report.verifying import Remade

        how = manifest["made"]
        asked = Asked(
            lang="en" if how["lang"] == "en" else "nl",
            audience="internal" if how["audience"] == "internal" else "public",
            final=bool(how["final"]),
            author=str(how["author"]),
            errata=Errata(str(how["supersedes"]), str(how["errata"])) if how["supersedes"] else None,
            words={str(name): str(text) for name, text in how["words"].items()},
            forms=tuple(how["forms"]),
            compare=how["since"],
            earlier=tuple(how["earlier"]),
            look=how["look"],
        )
        _, waiting = store.at_once(scan.run.id)
        material, made_, changed = _material(store, scan, waiting, asked, rulesets)
        return Remade(dict(documents(material, made_)), changed)

    return remake


def look_from(theme: Path | None, logo: Path | None, publication: Path | None) -> Any:
    """How the report looks and who publishes it, from the files that were named. Raises OssScanError."""
    from dataclasses import replace

    from oss_scan.report.formats.logos import read_logo
    from oss_scan.report.formats.look import NEUTRAL, kept
    from oss_scan.report.formats.publication import read_publication
    from oss_scan.report.formats.theme import read_theme

    look = read_theme(theme) if theme else NEUTRAL
    look = replace(look, logo=read_logo(logo)) if logo else look
    return kept(replace(look, publication=read_publication(publication)) if publication else look)


def errata_of(supersedes: str | None, errata: str | None) -> "Errata | None":
    """What was wrong in an earlier report, as text or from a file. Raises OssScanError where half of it is given."""
    from oss_scan.report.content.material import Errata

    if supersedes is None and errata is None:
        return None
    if not supersedes or not errata:
        raise OssScanError(
            nl="--supersedes en --errata horen bij elkaar: welk rapport wordt vervangen, en wat klopte er niet",
            en="--supersedes and --errata belong together: which report is replaced, and what was wrong in it",
        )
    path = Path(errata)
    try:
        text = path.read_text(encoding="utf-8") if len(errata) < 4096 and path.is_file() else errata
    except (OSError, ValueError) as error:
        raise OssScanError(
            nl=f"{errata} kan niet worden gelezen ({error}); geef een tekst, of een bestand in UTF-8",
            en=f"{errata} cannot be read ({error}); give a text, or a file in UTF-8",
        ) from None
    return Errata(supersedes, text.strip())


def _material(
    store: "Store", scan: "Scan", waiting: Sequence[str], asked: Asked, rulesets: Sequence[str]
) -> tuple["Material", "Made", tuple[str, ...]]:
    from oss_scan.report.making import Wanted, material
    from oss_scan.report.manifest import Made
    from oss_scan.report.writing import blocks

    rules, changed = rules_of(scan, rulesets)
    since, earlier = _compared(store, scan, asked)
    wanted = Wanted(
        lang=asked.lang,
        audience=asked.audience,
        final=asked.final,
        author=asked.author,
        errata=asked.errata,
        words={name: blocks(name, text) for name, text in asked.words.items()},
    )
    found = material(
        scan,
        rules,
        wanted,
        changed=changed,
        waiting=waiting,
        since=store.scan(since) if since else None,
        earlier=(store.scan(one) for one in earlier),
        with_facts=lambda name: store.scan(name, facts=True),
    )
    how = Made(
        forms=asked.forms,
        since=since,
        earlier=tuple(earlier),
        words=asked.words,
        look=asked.look,
    )
    return found, how, changed


def _compared(store: "Store", scan: "Scan", asked: Asked) -> tuple[str | None, list[str]]:
    """The ids of the scan to compare with, and of the others of the series."""
    if asked.compare is None:
        return None, []
    runs = [one.run for one in store.runs() if one.run.finished is not None and one.run.id != scan.run.id]
    before = [one for one in runs if one.reference_date < scan.run.reference_date and one.shard == scan.run.shard]
    named = [one for one in runs if one.id == asked.compare]
    if not named:
        of_year = sorted(
            (one for one in before if str(one.reference_date.year) == asked.compare), key=lambda one: one.reference_date
        )
        named = ([one for one in of_year if one.series and one.series == scan.run.series] or of_year)[-1:]
    if not named:
        raise OssScanError(
            nl=f"er is geen eerdere voltooide scan {asked.compare} in de opslag; geef een id of een jaar van"
            " oss-scan store list",
            en=f"there is no earlier complete scan {asked.compare} in the store; give an id or a year of oss-scan store"
            " list",
        )
    if asked.earlier is not None:
        others = [one for one in runs if one.id in asked.earlier]
    else:
        series = scan.run.series
        others = [one for one in before if series is not None and one.series == series and one != named[0]]
    return named[0].id, [one.id for one in others]
