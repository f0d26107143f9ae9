"""Reports of made-up scans, as `report make` makes them, and made again as `report verify` does."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oss_scan.report import documents
from oss_scan.report.content.material import Errata, Material
from oss_scan.report.making import Wanted, material
from oss_scan.report.manifest import Made
from oss_scan.report.verifying import Remade, Verified, verify
from oss_scan.report.writing import blocks
from oss_scan.results import Scan
from oss_scan.rule import Rule
from oss_scan.store import Store
from oss_scan.texts import Lang

ALL = ("html", "csv", "json")


def written_from(scan: Scan, rules: Mapping[str, Rule], lang: Lang = "nl", **more: Any) -> Material:
    """The material of a report in which everything has its name."""
    how = {key: more.pop(key) for key in ("changed", "waiting", "since", "earlier") if key in more}
    return material(scan, rules, Wanted(lang=lang, **{"audience": "internal", **more}), **how)


def reported(
    scan: Scan, rules: Mapping[str, Rule], lang: Lang = "nl", forms: tuple[str, ...] = ALL, **more: Any
) -> dict[str, str]:
    """Each document of the report by its name."""
    made = documents(written_from(scan, rules, lang, **more), Made(forms=forms))
    return {name: content.decode() for name, content in made}


def put(folder: Path, texts: Mapping[str, str]) -> Path:
    """The documents in a folder."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def verified(folder: Path, store: Store, rules: Mapping[str, Rule], changed: tuple[str, ...] = ()) -> Verified:
    """What `report verify` finds."""

    def remake(_scan: Scan, manifest: dict[str, Any]) -> Remade:
        how = manifest["made"]
        scan, waiting = store.at_once(_scan.run.id)
        errata = Errata(how["supersedes"], how["errata"]) if how["supersedes"] else None
        words = {name: blocks(name, text) for name, text in how["words"].items()}
        since = store.scan(how["since"], facts=True) if how["since"] else None
        wanted = Wanted(
            lang=how["lang"],
            audience=how["audience"],
            final=how["final"],
            author=how["author"],
            errata=errata,
            words=words,
        )
        made = material(scan, rules, wanted, changed=changed, waiting=waiting, since=since)
        again = Made(forms=tuple(how["forms"]), since=how["since"], words=how["words"])
        return Remade(dict(documents(made, again)), changed)

    return verify(folder, store, remake)


def said(found: Verified) -> list[str]:
    """Each difference in English."""
    return [f"{one.document}: {one.text.in_('en', one.values)}" for one in found.differences]
