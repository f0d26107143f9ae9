"""One expression for the code out of all that is said, with the grounds on which it rests."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from oss_scan import licences
from oss_scan.facts.declarations import Declaration
from oss_scan.facts.headers import Headers
from oss_scan.facts.licence_files import LicenceFile, is_document, of_code, of_folder
from oss_scan.facts.reuse import Reuse

_RUST = {"license-mit", "license-apache"}
#: The name of a licence that can be bought beside an open one, which it takes nothing from.
_DOTNET = re.compile(r"\.(?:nuspec|(?:cs|fs|vb)proj)$", re.IGNORECASE)
_FOR_SALE = re.compile(r"(?:^|(?<!non)(?<!not)(?<!no)(?<!niet)[-_.])commercial(?:[-_.]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why the expression is what it is, and where that stands.

    `code`: `text` or `named` (a file at the top holds it, or names it), `folder` (a text in LICENSES/), `reuse` (REUSE
    gives it to files with code), `declared` (what says which of the texts in LICENSES/ it is), `later` (what says
    whether later versions are allowed), `choice` (what says that one may choose), `content` (a licence for texts or
    data, that stands beside the one of the code), `doubt` (why there is no expression).
    """

    code: str
    expression: str | None
    path: str
    blob: str
    line: int | None = None


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
    doubtful = tuple(Ground("doubt", None, file.path, file.blob, _line(file)) for file in doubted)
    if not said or doubtful:
        return None, doubtful
    chosen = of_code(said)
    other = _software_elsewhere(chosen, declared) if headers.read else None
    of_matter = headers.read and all(file.of_matter for file in top if file.match and file.match.expression)
    if other or of_matter:
        doubts = (Ground("doubt", None, file.path, file.blob, _line(file)) for file in top)
        return None, (*doubts, other) if other else tuple(doubts)
    grounds = [
        Ground(
            "text" if file.match.kind == "text" else "named", file.match.expression, file.path, file.blob, _line(file)
        )
        for file in top
        if file.match and file.match.expression in chosen
    ]
    apart: list[str] = []
    for each in _narrowed(dict.fromkeys(chosen), all_hold=_all_hold(chosen, declared)):
        settled, ground = _settled(each, declared, headers)
        apart.append(settled)
        grounds += [ground] if ground else []
    widest = _one_of_versions(apart)
    if widest is None:
        return None, tuple(Ground("doubt", None, file.path, file.blob, _line(file)) for file in top)
    apart = widest
    names = {re.sub(r"(-2\.0)?(\.(txt|md))?$", "", file.path.lower()) for file in top}
    if names >= _RUST:
        return licences.join(apart, "OR"), tuple(grounds)
    pointer = next((file for file in top if file.points and file.match and _gives_choice(file, apart)), None)
    if pointer and pointer.match:
        expression = pointer.match.expression
        return expression, (*grounds, Ground("choice", expression, pointer.path, pointer.blob, _line(pointer)))
    choice = _choice(chosen, declared)
    if choice and choice.expression:
        return choice.expression, (*grounds, _ground("choice", choice))
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
    return next((_ground("doubt", one) for one in said if not licences.for_content(one.expression or "")), None)


def _of_folder_grounds(folder: Sequence[LicenceFile], reuse: Reuse, expression: str | None) -> tuple[Ground, ...]:
    if reuse.code:
        return tuple(Ground("reuse", one.expression, one.path, one.blob, one.line) for one in reuse.shown)
    if expression is None:
        return tuple(Ground("doubt", None, file.path, file.blob, _line(file)) for file in folder)
    return tuple(
        Ground("folder", expression, file.path, file.blob, _line(file))
        for file in folder
        if file.match and file.match.expression == expression
    )


def _declared_of(folder: Sequence[LicenceFile], declared: Sequence[Declaration]) -> Ground | None:
    """What says which of the texts in LICENSES/ holds for the code: the manifests, else the README."""
    held = {one for file in folder if file.match for one in licences.families(file.match.expression or "")}
    said = [one for one in declared if one.about == "code" and one.expression and one.expression != licences.RESERVED]
    chosen = [one for one in said if one.source != "README"] or [one for one in said if one.whole]
    agreed = {one.expression for one in chosen}
    if len(agreed) != 1 or not licences.families(chosen[0].expression or "") <= held:
        return None
    return _ground("declared", chosen[0])


def _content(
    files: Sequence[LicenceFile], reuse: Reuse, declared: Sequence[Declaration], expression: str | None
) -> tuple[str | None, tuple[Ground, ...]]:
    """The licences for texts and data that are said beside the one of the code."""
    if expression is None or licences.for_content(expression):
        return None, ()
    grounds = [
        Ground("content", file.match.expression, file.path, file.blob, _line(file))
        for file in files
        if file.match and file.match.expression and licences.for_content(file.match.expression)
    ]
    grounds += [_ground("content", one) for one in declared if one.about == "content"]
    said = [ground.expression for ground in grounds if ground.expression]
    used = [one for one, _ in reuse.content if licences.for_content(one)]
    return licences.join(used or said), tuple(grounds)


def _settled(expression: str, declared: Sequence[Declaration], headers: Headers) -> tuple[str, Ground | None]:
    """`GPL-3.0`, of which the text does not say whether later versions are allowed, as a manifest, the README or the
    headers of the source files say it, and any licence with the exception that they name; unsettled where they
    contradict each other, or headers what a README says of whatever part."""
    lesser = _lesser(expression, declared, headers)
    if lesser:
        return lesser.expression or expression, lesser
    manifests = _written(one for one in declared if one.about == "code" and one.source != "README") or _written(
        one for one in declared if _is_of_dotnet(one)
    )
    readme = [one for one in declared if one.source == "README" and one.whole]
    doubted = {one.expression for one in declared if one.source == "README" and one.about == "code"}
    plain = {one.expression for one in manifests}  # which an earlier version in headers does not tell more of
    of_headers = [
        Ground("later", _as_text(one.expression, expression), one.path, one.blob, one.line)
        for one in headers.common()
        if expression not in plain or not licences.takes_in(one.expression, expression)
    ]
    for said in (
        manifests,
        [*of_headers, *(_ground("later", one) for one in readme)],
    ):
        telling = [one for one in said if one.expression and _tells(one.expression, expression)]
        if telling:
            apart = {one.expression for one in telling}
            if any(one in of_headers for one in telling):
                apart |= {one for one in doubted if one and _tells(one, expression)}
            return (telling[0].expression or expression, telling[0]) if len(apart) == 1 else (expression, None)
    return expression, None


def _written(declared: Iterable[Declaration]) -> list[Ground]:
    """What manifests say, one licence each.

    The retired `GPL-3.0+` is `GPL-3.0-or-later`; behind the id of another licence a `+` is a tool's own word.
    """
    apart = ((one, each) for one in declared for each in (one.expression or "").split(" AND "))
    plain = ((one, licences.normalise(re.sub(r"\+$", "-or-later", each)) or "") for one, each in apart)
    return [replace(_ground("later", one), expression=each) for one, each in plain]


def _lesser(expression: str, declared: Sequence[Declaration], headers: Headers) -> Ground | None:
    """Where all headers name the LGPL 3: it adds to the GPL 3, of which the text then stands there for it."""
    said = [one for one in headers.common() if len(headers.said) == 1 and one.expression.startswith("LGPL-3.0")]
    others = (one for one in declared if one.about == "code" and one.expression)
    if expression != "GPL-3.0" or any(licences.families(one.expression or "") != {"LGPL-3.0"} for one in others):
        return None
    return next((Ground("later", one.expression, one.path, one.blob, one.line) for one in said), None)


def _is_of_dotnet(one: Declaration) -> bool:
    """Whether a manifest is that of a project of .NET, which seldom stands at the top, with no licence beside it."""
    return one.about == "part" and not one.apart and bool(_DOTNET.search(one.path))


def _as_text(said: str, text: str) -> str:
    """What is said, of the version of the text where that is a later one: `LGPL-2.1-or-later` beside the LGPL 3."""
    return licences.normalise(f"{text}-or-later") or said if licences.takes_in(said, text) else said


def _tells(said: str, text: str) -> bool:
    """Whether what is said is the licence of a text, and whether later versions are allowed or an exception to it."""
    forms = (f"{text}-only", f"{text}-or-later", f"{text}+")
    licence, _, exception = said.partition(" WITH ")
    return licence in forms or bool(exception and licence == text)


def _choice(apart: Sequence[str], declared: Sequence[Declaration]) -> Declaration | None:
    """What says that the licences, whose texts stand side by side, are there to choose from."""
    named = _families_of(apart)
    if len(named) < 2:
        return None
    ours = (one for one in declared if one.about == "code" and one.expression)
    return next((one for one in ours if _offers(one.expression or "", named)), None)


def _all_hold(apart: Sequence[str], declared: Sequence[Declaration]) -> bool:
    """Whether a manifest says that every licence of which a text stands there holds."""
    ours = (one.expression or "" for one in declared if one.about == "code" and one.source != "README")
    return any(" OR " not in one and licences.families(one) == _families_of(apart) for one in ours)


def _gives_choice(file: LicenceFile, apart: Sequence[str]) -> bool:
    """Whether a file at the top says that one may choose from the licences that stand beside it."""
    expression = file.match.expression if file.match else None
    return bool(expression) and _offers(expression or "", _families_of(apart))


def _offers(expression: str, named: frozenset[str]) -> bool:
    return " OR " in expression and " AND " not in expression and licences.families(expression) == named


def _ground(code: str, one: Declaration) -> Ground:
    return Ground(code, one.expression, one.path, one.blob, one.line)


def _line(file: LicenceFile) -> int | None:
    return file.match.line if file.match else None


def _is_doubt(file: LicenceFile) -> bool:
    """Whether a file at the top may hold a licence that was not recognised."""
    if is_document(file):
        return False
    return file.unread is not None or file.match is None or file.match.expression is None


def _is_for_sale(file: LicenceFile) -> bool:
    """Whether a file holds, as its name says, a licence for who does not want the open one."""
    return file.match is not None and bool(_FOR_SALE.search(file.path))


def _families_of(expressions: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(licences.families, expressions))


def _narrowed(expressions: dict[str, None], *, all_hold: bool) -> list[str]:
    """Each licence once: `GPL-3.0` beside `GPL-3.0-or-later` is the latter, and the LGPL 3 takes in the GPL 3 where
    not `all_hold`."""
    alone = frozenset(one for one in expressions if len(licences.families(one)) == 1)
    kept = [
        one for one in expressions if one in alone or " OR " in one or not _families_of(alone) >= licences.families(one)
    ]
    for one in [one for one in expressions if one in kept]:
        plainer = any(other in (f"{one}-only", f"{one}-or-later") for other in expressions)
        taken_in = one.startswith("GPL-3.0") and any(other.startswith("LGPL-3.0") for other in expressions)
        if plainer or (taken_in and not all_hold):
            kept.remove(one)
    return kept
