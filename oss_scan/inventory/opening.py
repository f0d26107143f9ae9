"""From files to an inventory: by name, or the one that is shipped."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from oss_scan.errors import OssScanError
from oss_scan.inventory import entries, systems
from oss_scan.inventory.audience import names_shown
from oss_scan.inventory.items import Item
from oss_scan.inventory.joining import check, organisations, population
from oss_scan.inventory.model import Inventory, Spot
from oss_scan.inventory.reading import Entry, pointed
from oss_scan.positioned import LIMIT, BadYamlError, Node, parse

#: What names the inventory that is shipped, and its files in the order in which they are read.
SHIPPED = "nederland"
DATA = Path(__file__).parent / "data"
_FILES = ("organisations.yaml", "register.yaml")
_KEYS = (
    "origin",
    "organisations",
    "left_out",
    "systems",
    "explanations",
    "corrections",
    "commons",
    "commitments",
    "population",
    "forks",
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class File:
    """One file of an inventory: what it is called, and its bytes."""

    name: str
    data: bytes


def files(words: Sequence[str]) -> tuple[File, ...]:
    """The files that the words name. Raises OssScanError where one cannot be read."""
    return tuple(one for word in words for one in _named(word))


def read(given: Sequence[File]) -> tuple[Inventory, tuple[Item, ...]]:
    """All files as one inventory, and what is wrong with it; with an error it is not to be used."""
    items: list[Item] = []
    roots = [Entry(node, "", one.name, items) for one in given if (node := _root(one, items)) is not None]
    for root in roots:
        root.only(*_KEYS)
    inventory = Inventory(
        origins=tuple(entries.origin(inner) for root in roots if (inner := root.below("origin"))),
        organisations=organisations(_every(roots, "organisations", entries.organisation), items),
        left_out=_every(roots, "left_out", entries.left_out),
        systems=_every(roots, "systems", systems.system),
        explanations=_every(roots, "explanations", entries.explanation),
        corrections=_every(roots, "corrections", entries.correction),
        commons=_every(roots, "commons", entries.commons),
        commitments=_every(roots, "commitments", entries.commitment),
        forks=_every(roots, "forks", entries.fork),
        population=population(
            [entries.population(inner) for root in roots if (inner := root.below("population"))], items
        ),
    )
    check(inventory, items)
    items += names_shown(inventory)
    items = pointed(items, roots)
    order = {one.name: at for at, one in enumerate(given)}
    return inventory, tuple(sorted(items, key=lambda item: (order[item.spot.path], item.spot, item.type, item.key)))


def opened(words: Sequence[str]) -> Inventory:
    """The inventory in the files that the words name. Raises OssScanError for the first error, with their number."""
    inventory, items = read(files(words))
    errors = [item for item in items if item.type == "error"]
    if errors:
        first, more = errors[0], len(errors) - 1
        others = (
            f" (en nog {more}; zie oss-scan inventory validate)" if more else "",
            f" (and {more} more; see oss-scan inventory validate)" if more else "",
        )
        at = first.spot
        raise OssScanError(
            nl=f"{at.path}, regel {at.line}, kolom {at.column}: {first.in_('nl')}{others[0]}",
            en=f"{at.path}, line {at.line}, column {at.column}: {first.in_('en')}{others[1]}",
        )
    return inventory


def _named(word: str) -> Iterator[File]:
    path = Path(word)
    if word == SHIPPED and not path.exists():
        for name in _FILES:
            yield File(f"{SHIPPED}/{name}", (DATA / name).read_bytes())
        return
    try:
        with path.open("rb") as file:
            yield File(word, file.read(LIMIT + 1))
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise OssScanError(
            nl=f"{word} kan niet worden gelezen ({detail}); noem een bestand, of {SHIPPED} voor de meegeleverde "
            "inventaris",
            en=f"{word} cannot be read ({detail}); name a file, or {SHIPPED} for the inventory that is shipped",
        ) from None


def _root(file: File, items: list[Item]) -> Node | None:
    try:
        node = parse(file.data)
    except BadYamlError as error:
        code = "yaml" if error.code == "syntax" else f"yaml-{error.code}"
        values = {"found" if name == "key" else name: value for name, value in error.values.items()}
        items.append(Item("error", code, "", Spot(file.name, error.line, error.column), values))
        return None
    if node is None:
        items.append(Item("error", "empty", "", Spot(file.name, 1, 1)))
    return node


def _every(roots: Sequence[Entry], key: str, of: Callable[[Entry], T]) -> tuple[T, ...]:
    return tuple(of(entry) for root in roots for entry in root.entries(key))
