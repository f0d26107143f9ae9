"""What `oss-scan publiccode validate` says of one file, apart from its options."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from oss_scan import publiccode
from oss_scan.cli.validating import Judged, Said
from oss_scan.positioned import BadYamlError, parse
from oss_scan.publiccode import Item
from oss_scan.publiccode.advice import Around, advise
from oss_scan.publiccode.expected import expected, found
from oss_scan.publiccode.messages import sentence
from oss_scan.publiccode.versions import readiness
from oss_scan.texts import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of one call."""

    profile: publiccode.Profile
    today: date
    ready: bool
    lang: Lang
    links: Literal["no", "public", "private"] = "no"


def judge(data: bytes, path: Path, asked: Asked) -> Judged:
    """The verdict and the items, with the notices of the profile `standard`, and how ready it is for the next."""
    report = publiccode.validate(data, asked.profile)
    items = report.items
    if asked.profile == "standard":
        name = None if str(path) == "-" else path.name
        advice = advise(report, asked.today, name=name, around=_around(path) if report.values else None)
        items = tuple(sorted((*items, *advice), key=lambda item: (item.line, item.column, item.key, item.code)))
    verdict = report.verdict
    if asked.links != "no":
        from oss_scan.cli.publiccode_links import linked  # the network is slow to import

        answers = linked(report, private=asked.links == "private")
        items = tuple(sorted((*items, *answers), key=lambda item: (item.line, item.column, item.key, item.code)))
        verdict = "invalid" if any(item.type == "error" for item in answers) else verdict
    return Judged(
        verdict,
        tuple(_said(item, asked.lang) for item in items),
        tuple(_said(item, asked.lang) for item in _readiness(data, asked.profile)) if asked.ready else None,
    )


def _around(path: Path) -> Around | None:
    if str(path) == "-" or not (path.parent / ".git").exists():
        return None
    from oss_scan.cli.surroundings import around  # git and the licences are slow to import

    return around(path)


def _readiness(data: bytes, profile: publiccode.Profile) -> tuple[Item, ...]:
    try:
        return readiness(parse(data), profile)
    except BadYamlError:
        return publiccode.validate(data, profile).items


def _said(item: Item, lang: Lang) -> Said:
    more = {"found": found(item, lang), "expected": expected(item, lang), "only": item.only}
    return Said(item, sentence(item, lang), more)
