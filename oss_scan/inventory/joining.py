"""Several files made one inventory: a further file adds to what those before it say, and changes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from oss_scan.inventory.items import Item
from oss_scan.inventory.model import Inventory, Organisation, Part, Population, Publish, Source, Spot, strictest
from oss_scan.inventory.places import shared
from oss_scan.resources import data_folder
from oss_scan.strict import Strict


def organisations(parts: Sequence[Part], items: list[Item]) -> tuple[Organisation, ...]:
    """The organisations in the order in which they are first named; what contradicts or lacks is noted."""
    by_id: dict[str, list[Part]] = {}
    for part in parts:
        before = by_id.setdefault(part.id, [])
        if part.id and any(one.spot.path == part.spot.path for one in before):
            items.append(_error("twice", part, "id", found=part.id, where=_where(before[0].spot)))
        before.append(part)
    found = tuple(_joined(given, items) for name, given in by_id.items() if name)
    _once(((one.tooi, one.spot) for one in found), "organisations", "tooi", items)
    _check_above({one.id: one for one in found}, items)
    return found


def population(given: Sequence[Population], items: list[Item]) -> Population:
    """The one rule of which repositories count: a further file may only say the same."""
    for other in given[1:]:
        if other.leave_out != given[0].leave_out and other.spot and given[0].spot:
            values = {"found": "population", "where": _where(given[0].spot)}
            items.append(Item("error", "differs", "population.leave_out", other.spot, values))
    return given[0] if given else Population()


def check(inventory: Inventory, items: list[Item]) -> None:
    """Note every id that stands twice, and every one that is named and is not there."""
    _once(((one.id, one.spot) for one in inventory.systems), "systems", "id", items)
    _once(((one.id, one.spot) for one in inventory.commons), "commons", "id", items)
    _once(((one.id, one.spot) for one in inventory.commitments), "commitments", "id", items)
    _once(((one.repository, one.spot) for one in inventory.left_out), "left_out", "repository", items)
    _once(((one.repository, one.spot) for one in inventory.forks), "forks", "repository", items)
    for source, first, _ in shared(inventory):
        values = {"found": source.address, "first": first.id}
        items.append(Item("warning", "source-shared", "sources", source.spot, values))
    _check_figures(inventory, items)
    _check_rules(inventory, items)
    known = {one.id for one in inventory.organisations}
    for system in inventory.systems:
        _known(system.organisation, known, system.spot, "organisation", items)
    for one in inventory.commons:
        for name in one.organisations:
            _known(name, known, one.spot, "organisations", items)
    systems = {one.id for one in inventory.systems}
    said = [(one.about, one.spot) for one in inventory.explanations]
    said += [(one.about, one.spot) for one in inventory.corrections]
    for about, spot in said:
        if about.startswith("system:") and about.removeprefix("system:") not in systems:
            values = {"found": about.removeprefix("system:")}
            items.append(Item("error", "no-such-system", "about", spot, values))


def _check_figures(inventory: Inventory, items: list[Item]) -> None:
    """Note every figure that this version does not have: their ids are data. A report says that it is not there, and
    all else can be used: hence no error."""
    asked = [one for one in inventory.commitments if one.figure]
    if not asked:
        return
    known = {name.text for name, _ in Strict(data_folder("reports") / "figures.yaml").keys("figures").items}
    for one in asked:
        if one.figure not in known and not (one.figure or "").startswith("standard-"):  # one for each that is judged
            values = {"found": one.figure or "", "choices": ", ".join(sorted(known))}
            items.append(Item("warning", "no-such-figure", "commitments.figure", one.spot, values))


def _check_rules(inventory: Inventory, items: list[Item]) -> None:
    """Note every rule that the shipped rule set does not have; one of a rule set of the user's own is no error."""
    said = [(one.rule, one.spot) for one in inventory.explanations]
    said += [(one.rule, one.spot) for one in inventory.corrections]
    folder = data_folder("rules") / "open-tenzij"
    known = {str(file.relative_to(folder).with_suffix("")) for file in folder.glob("*/*.yaml")} if said else set()
    for rule, spot in said:
        if rule and rule not in known:
            items.append(Item("warning", "no-such-rule", "rule", spot, {"found": rule}))


def _joined(parts: Sequence[Part], items: list[Item]) -> Organisation:
    first = parts[0]
    given: dict[str, object] = {}
    for key in ("name", "abbreviation", "kind", "tooi", "part_of", "verified", "publish"):
        said = [(getattr(part, key), part) for part in parts if getattr(part, key) is not None]
        for value, part in said[1:]:
            if value != said[0][0]:
                where = _where(said[0][1].spot)
                items.append(_error("differs", part, key, found=first.id, where=where))
        given[key] = said[0][0] if said else None
    noted = {item.key for item in items}  # a value that was refused is not missing
    wanted = [needed for needed in ("name", "kind") if given[needed] is None]
    items += [_error("missing", first, one) for one in wanted if not noted & {f"{part.key}.{one}" for part in parts}]
    sources: dict[str, Source] = {}
    for source in (source for part in parts for source in part.sources):
        held = sources.setdefault(source.address, source)
        sources[source.address] = replace(held, publish=strictest(held.publish, source.publish))
    return Organisation(
        id=first.id,
        name=str(given["name"] or ""),
        abbreviation=_text(given["abbreviation"]),
        kind=str(given["kind"] or ""),
        tooi=_text(given["tooi"]),
        part_of=_text(given["part_of"]),
        verified=given["verified"] if isinstance(given["verified"], bool) else None,
        publish=Publish(str(given["publish"] or Publish.NAME)),
        sources=tuple(sources.values()),
        spot=first.spot,
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _check_above(found: Mapping[str, Organisation], items: list[Item]) -> None:
    for one in found.values():
        seen, above = {one.id}, one.part_of
        while above is not None:
            if above not in found:
                if above == one.part_of:
                    _known(above, found.keys(), one.spot, "part_of", items)
                break
            if above in seen:
                items.append(Item("error", "part-of-itself", "part_of", one.spot, {"found": one.id}))
                break
            seen.add(above)
            above = found[above].part_of


def _known(name: str, known: Iterable[str], spot: Spot, key: str, items: list[Item]) -> None:
    if name and name not in known:
        items.append(Item("error", "no-such-organisation", key, spot, {"found": name}))


def _once(named: Iterable[tuple[str | None, Spot]], part: str, key: str, items: list[Item]) -> None:
    seen: dict[str, Spot] = {}
    for name, spot in named:
        if name and name in seen:
            values = {"found": name, "where": _where(seen[name])}
            items.append(Item("error", "twice", f"{part}.{key}", spot, values))
        elif name:
            seen[name] = spot


def _error(code: str, part: Part, key: str, **values: str) -> Item:
    return Item("error", code, f"{part.key}.{key}", part.spot, values)


def _where(spot: Spot) -> str:
    return f"{spot.path}:{spot.line}"
