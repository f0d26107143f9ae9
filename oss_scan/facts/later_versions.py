"""What a text of a licence leaves open, whether later versions hold or with which exception, as others say it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from oss_scan import licences
from oss_scan.facts.declarations import Declaration
from oss_scan.facts.grounds import Ground, of_declaration
from oss_scan.facts.headers import Headers

#: A project of .NET.
_DOTNET = re.compile(r"\.(?:nuspec|(?:cs|fs|vb)proj)$", re.IGNORECASE)


def settled(expression: str, declared: Sequence[Declaration], headers: Headers) -> tuple[str, Ground | None]:
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
        for one in headers.common() or headers.of_package()
        if expression not in plain or not licences.takes_in(one.expression, expression)
    ]
    for said in (manifests, [*of_headers, *(of_declaration("later", one) for one in readme)]):
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
    return [replace(of_declaration("later", one), expression=each) for one, each in plain]


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
