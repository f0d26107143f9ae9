"""The figures that there are: data in `reports/figures.yaml`, read strictly. A figure over rules needs no Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from oss_scan.figures.model import Better, Definition
from oss_scan.positioned import Scalar
from oss_scan.resources import data_folder
from oss_scan.strict import Strict
from oss_scan.texts import Text

#: What a figure may be about, and by what its members may be told apart besides rules.
QUESTIONS: Mapping[str, str] = {
    "readable": "repositories",
    "archived": "repositories",
    "platform": "repositories",
    "openness": "systems",
    "ground": "closed-systems",
    "review": "closed-systems",
    "covered": "organisations",
    "publishing": "organisations",
    "declared": "commons",
    "verifiably-open": "commons",
    "active": "commons",
    "commitments": "commitments",
    "apis": "apis",
    "standard": "repositories",
}
_RULES = "rules"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every definition in its order, that of each standard, the names of states, and the hosts that are a platform of
    others."""

    definitions: tuple[Definition, ...]
    standard: Definition
    states: Mapping[str, Text]
    platforms: Mapping[str, str]


@cache
def catalogue(path: Path | None = None) -> Catalogue:
    """What is shipped, or the file. Raises OssScanError."""
    file = Strict(path or data_folder("reports") / "figures.yaml")
    file.only("platforms", "states", "standard", "figures")
    platforms = Strict(file.path, file.keys("platforms"))
    states = Strict(file.path, file.keys("states"))
    definitions = tuple(_definition(key.text, Strict(file.path, node)) for key, node in file.keys("figures").items)
    return Catalogue(
        definitions,
        _definition("standard", Strict(file.path, file.keys("standard"))),
        {key.text: states.both(key.text) for key, _ in states.root.items},
        {key.text: platforms.text(key.text) for key, _ in platforms.root.items},
    )


def _definition(name: str, entry: Strict) -> Definition:
    entry.only("over", "rules", "by", "counts", "better", "title", "definition")
    rules, by = tuple(entry.texts("rules")), _RULES
    if not rules:
        by = entry.text("by")
        if QUESTIONS.get(by) is None:
            known = ", ".join(QUESTIONS)
            entry.fail("by", nl=f"kies uit {known}; of noem rules", en=f"choose from {known}; or name rules")
    over = entry.text("over") if isinstance(entry.root.get("over"), Scalar) else QUESTIONS.get(by, "repositories")
    if over != QUESTIONS.get(by, "repositories"):
        entry.fail("over", nl="past niet bij by of rules", en="does not go with by or rules")
    counts = frozenset(entry.texts("counts") or ["met"])
    better = entry.text("better") if entry.root.get("better") else "higher"
    if better not in ("higher", "lower", "neither"):
        entry.fail("better", nl="kies higher, lower of neither", en="choose higher, lower or neither")
    return Definition(
        id=name,
        over=over,
        by=by,
        rules=rules,
        of="",
        counts=counts,
        better=cast("Better", better),
        title=entry.both("title"),
        definition=entry.both("definition"),
    )
