"""One expression for the code out of all that is said, with the grounds on which it rests."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oss_scan import licences
from oss_scan.facts.declarations import Declaration
from oss_scan.facts.grounds import Ground, of_declaration, of_file
from oss_scan.facts.headers import Headers
from oss_scan.facts.later_versions import settled
from oss_scan.facts.licence_files import LicenceFile, families_of, is_document, narrowed, of_code, of_folder
from oss_scan.facts.reuse import Reuse

_RUST = {"license-mit", "license-apache"}
#: The name of a licence that can be bought beside an open one, which it takes nothing from.
_FOR_SALE = re.compile(r"(?:^|(?<!non)(?<!not)(?<!no)(?<!niet)[-_.])commercial(?:[-_.]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The expression of the code (None where it is not clear), that of texts and data beside it, and the grounds."""

    expression: str | None
    content: str | None
    grounds: tuple[Ground, ...]


def resolve(
    top: Sequence[LicenceFile],
    folder: Sequence[LicenceFile],
    reuse: Reuse,
    declared: Sequence[Declaration],
    headers: Headers,
) -> Resolved:
    """Weigh what the files at the top, LICENSES/, REUSE, manifests and source headers say."""
    expression, grounds = _expression(top, folder, reuse, declared, headers)
    content, beside = _content((*top, *folder), reuse, declared, expression)
    return Resolved(expression, content, (*grounds, *beside))


def _expression(
    top: Sequence[LicenceFile],
    folder: Sequence[LicenceFile],
    reuse: Reuse,
    declared: Sequence[Declaration],
    headers: Headers,
) -> tuple[str | None, tuple[Ground, ...]]:
    said = [file.match.expression for file in top if file.match and file.match.expression]
    if not top or (reuse.code and said and all(map(licences.for_content, said))):
        expression = of_folder(folder, reuse)
        named = _declared_of(folder, declared) if expression is None else None
        if named:
            return named.expression, (*_of_folder_grounds(folder, reuse, named.expression), named)
        return expression, _of_folder_grounds(folder, reuse, expression)
    doubted = [file for file in top if _is_doubt(file) and not (said and _is_for_sale(file))]
    doubtful = tuple(of_file("doubt", file) for file in doubted)
    if not said or doubtful:
        return None, doubtful
    chosen = of_code(said)
    other = _software_elsewhere(chosen, declared) if headers.read else None
    of_matter = headers.read and all(file.of_matter for file in top if file.match and file.match.expression)
    if other or of_matter:
        doubts = (of_file("doubt", file) for file in top)
        return None, (*doubts, other) if other else tuple(doubts)
    grounds = [
        of_file("text" if file.match.kind == "text" else "named", file, file.match.expression)
        for file in top
        if file.match and file.match.expression in chosen
    ]
    apart: list[str] = []
    for each in narrowed(dict.fromkeys(chosen), all_hold=_all_hold(chosen, declared)):
        said_of, ground = settled(each, declared, headers)
        apart.append(said_of)
        grounds += [ground] if ground else []
    widest = _one_of_versions(apart)
    if widest is None:
        return None, tuple(of_file("doubt", file) for file in top)
    apart = widest
    names = {re.sub(r"(-2\.0)?(\.(txt|md))?$", "", file.path.lower()) for file in top}
    if names >= _RUST:
        return licences.join(apart, "OR"), tuple(grounds)
    pointer = next((file for file in top if file.points and file.match and _gives_choice(file, apart)), None)
    if pointer and pointer.match:
        expression = pointer.match.expression
        return expression, (*grounds, of_file("choice", pointer, expression))
    choice = _choice(chosen, declared)
    if choice and choice.expression:
        return choice.expression, (*grounds, of_declaration("choice", choice))
    return licences.join(apart), tuple(grounds)


def _one_of_versions(apart: list[str]) -> list[str] | None:
    """The licences, of versions of the same one the first that takes in the later; None where none does.

    Two texts of the GPL do not say which version holds, and that both do is seldom meant.
    """
    others = {one: [other for other in apart if licences.other_version(one, other)] for one in apart}
    wide = [one for one in apart if others[one] and all(licences.takes_in(one, other) for other in others[one])]
    if any(others[one] and one not in wide and not set(wide) & set(others[one]) for one in apart):
        return None
    return [one for one in apart if not others[one] or one in wide]


def _software_elsewhere(chosen: Sequence[str], declared: Sequence[Declaration]) -> Ground | None:
    """Where the README gives the software another licence than the file at the top, which is one for texts or data."""
    if not all(map(licences.for_content, chosen)):
        return None
    said = (one for one in declared if one.source == "README" and one.about == "code" and one.expression)
    return next((of_declaration("doubt", one) for one in said if not licences.for_content(one.expression or "")), None)


def _of_folder_grounds(folder: Sequence[LicenceFile], reuse: Reuse, expression: str | None) -> tuple[Ground, ...]:
    if reuse.code:
        return tuple(Ground("reuse", one.expression, one.path, one.blob, one.line) for one in reuse.shown)
    if expression is None:
        return tuple(of_file("doubt", file) for file in folder)
    return tuple(
        of_file("folder", file, expression) for file in folder if file.match and file.match.expression == expression
    )


def _declared_of(folder: Sequence[LicenceFile], declared: Sequence[Declaration]) -> Ground | None:
    """What says which of the texts in LICENSES/ holds for the code: the manifests, else the README."""
    held = {one for file in folder if file.match for one in licences.families(file.match.expression or "")}
    said = [one for one in declared if one.about == "code" and one.expression and one.expression != licences.RESERVED]
    chosen = [one for one in said if one.source != "README"] or [one for one in said if one.whole]
    agreed = {one.expression for one in chosen}
    if len(agreed) != 1 or not licences.families(chosen[0].expression or "") <= held:
        return None
    return of_declaration("declared", chosen[0])


def _content(
    files: Sequence[LicenceFile], reuse: Reuse, declared: Sequence[Declaration], expression: str | None
) -> tuple[str | None, tuple[Ground, ...]]:
    """The licences for texts and data that are said beside the one of the code."""
    if expression is None or licences.for_content(expression):
        return None, ()
    grounds = [
        of_file("content", file, file.match.expression)
        for file in files
        if file.match and file.match.expression and licences.for_content(file.match.expression)
    ]
    grounds += [of_declaration("content", one) for one in declared if one.about == "content"]
    said = [ground.expression for ground in grounds if ground.expression]
    used = [one for one, _ in reuse.content if licences.for_content(one)]
    return licences.join(used or said), tuple(grounds)


def _choice(apart: Sequence[str], declared: Sequence[Declaration]) -> Declaration | None:
    """What says that the licences, whose texts stand side by side, are there to choose from."""
    named = families_of(apart)
    if len(named) < 2:
        return None
    ours = (one for one in declared if one.about == "code" and one.expression)
    return next((one for one in ours if _offers(one.expression or "", named)), None)


def _all_hold(apart: Sequence[str], declared: Sequence[Declaration]) -> bool:
    """Whether a manifest says that every licence of which a text stands there holds."""
    ours = (one.expression or "" for one in declared if one.about == "code" and one.source != "README")
    return any(" OR " not in one and licences.families(one) == families_of(apart) for one in ours)


def _gives_choice(file: LicenceFile, apart: Sequence[str]) -> bool:
    """Whether a file at the top says that one may choose from the licences that stand beside it."""
    expression = file.match.expression if file.match else None
    return bool(expression) and _offers(expression or "", families_of(apart))


def _offers(expression: str, named: frozenset[str]) -> bool:
    return " OR " in expression and " AND " not in expression and licences.families(expression) == named


def _is_doubt(file: LicenceFile) -> bool:
    """Whether a file at the top may hold a licence that was not recognised."""
    if is_document(file):
        return False
    return file.unread is not None or file.match is None or file.match.expression is None


def _is_for_sale(file: LicenceFile) -> bool:
    """Whether a file holds, as its name says, a licence for who does not want the open one."""
    return file.match is not None and bool(_FOR_SALE.search(file.path))
