"""`oss-scan publiccode fix` and `upgrade`: mend publiccode.yml files with the least edits."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from oss_scan.cli.options import lang_option, loudness
from oss_scan.texts import Lang, Text

if TYPE_CHECKING:
    from oss_scan.publiccode.fixing import Mended
    from oss_scan.publiccode.mend import Change

F = TypeVar("F", bound=Callable[..., object])

_NAME = "publiccode.yml"
_OTHER = ("publiccode.yml", "publiccode.yaml")
_CHANGES = {
    "value": Text("{key}: {was} wordt {now}", "{key}: {was} becomes {now}"),
    "rename": Text("{key}: heet nu {now}", "{key}: is now called {now}"),
    "drop": Text("{key}: weggehaald ({was})", "{key}: dropped ({was})"),
    "move": Text("{key}: verhuisd naar {now} ({was})", "{key}: moved to {now} ({was})"),
    "guess": Text(
        "{key}: {now} is afgeleid van {was}; controleer het, en kies liever de TOOI-URI van de organisatie",
        "{key}: {now} is derived from {was}; check it, and prefer the TOOI URI of the organisation",
    ),
    "comment": Text(
        "{key}: mag er niet meer staan en is commentaar geworden; controleer het",
        "{key}: may no longer stand here and has become a comment; check it",
    ),
}
_NAMED = Text(
    "heet voortaan {name}, want alleen zo vinden catalogi het",
    "is called {name} from now on, since catalogues look for that",
)
_TAKEN = Text("houdt zijn naam, want er is al een {name}", "keeps its name, since there is a {name} already")
_LEFT = Text(
    "fouten die niet vanzelf te herstellen zijn: {number}; publiccode validate noemt ze",
    "errors that nobody can mend unasked: {number}; publiccode validate names them",
)


def _options(function: F) -> F:
    function = loudness(lang_option(function))
    function = click.option("--diff", is_flag=True, help="Print the difference instead of the changed text.")(function)
    function = click.option("--write", "write_", is_flag=True, help="Change the files; print nothing but --diff.")(
        function
    )
    paths = click.Path(path_type=Path)
    return click.argument("files", nargs=-1, required=True, metavar="FILE...", type=paths)(function)


@click.command("fix")
@_options
def fix(files: tuple[Path, ...], *, write_: bool, diff: bool, lang: Lang, verbose: bool, quiet: bool) -> int:
    """Mend what has one plain remedy in each FILE; all else stays byte for byte.

    Values get the quotes or the spelling that was meant, deprecated keys go or move to what took their place, and
    publiccode.yaml gets the name publiccode.yml. Without --write nothing is changed: the changed text is printed.
    What was done, and what is left, is said on standard error.

    Exit status: 0 also where faults are left, 2 a named file cannot be read or is no YAML.
    """
    from oss_scan.publiccode import fixing

    return _mend(files, fixing.fix, write_=write_, diff=diff, lang=lang, quiet=quiet)


@click.command("upgrade")
@_options
def upgrade(files: tuple[Path, ...], *, write_: bool, diff: bool, lang: Lang, verbose: bool, quiet: bool) -> int:
    """Mend each FILE, and bring it to the newest version of the standard.

    As fix, and more: the version is raised, and what the newest version forbids becomes a comment.

    Exit status: 0 also where faults are left, 2 a named file cannot be read or is no YAML.
    """
    from oss_scan.publiccode import fixing

    return _mend(files, fixing.upgrade, write_=write_, diff=diff, lang=lang, quiet=quiet)


def _mend(
    files: tuple[Path, ...],
    mend: "Callable[[bytes], Mended]",
    *,
    write_: bool,
    diff: bool,
    lang: Lang,
    quiet: bool,
) -> int:
    """Mend one file after another; what is no YAML is told, and the others are still done."""
    from oss_scan.cli.options import write
    from oss_scan.cli.validating import read
    from oss_scan.errors import OssScanError
    from oss_scan.positioned import LIMIT, BadYamlError

    if write_ and any(str(path) == "-" for path in files):
        raise OssScanError(
            nl="standaardinvoer kan niet worden gewijzigd; laat --write weg",
            en="standard input cannot be changed; leave out --write",
        )
    status = 0
    for path in files:
        data = read(path, LIMIT)
        try:
            done = mend(data)
        except BadYamlError:
            _say(path, 1, _no_yaml(data, lang))
            status = 2
            continue
        target = _target(path)
        if diff:
            text = _difference(path, target, data, done.data)
            if text:
                write(_shown(text), None)
        elif not write_:
            head = f"==> {path} <==\n" if len(files) > 1 else ""
            write(_shown(head + done.data.decode("utf-8")), None)
        if write_:
            _write(path, target, data, done.data)
        if not quiet:
            _tell(path, target, done, lang)
    return status


def _no_yaml(data: bytes, lang: Lang) -> str:
    from oss_scan.publiccode import validate
    from oss_scan.publiccode.messages import sentence

    return sentence(validate(data).items[0], lang)


def _shown(text: str) -> str:
    """On a terminal, without what would steer it."""
    from oss_scan.inert import printable

    if not sys.stdout.isatty():
        return text
    return "".join(f"{printable(line)}\n" for line in text.split("\n"))


def _target(path: Path) -> Path:
    """The path with the name that catalogues look for, where it has another; the path itself where that is taken."""
    other = path.with_name(_NAME) if path.name else path
    if path.name == _NAME or path.name.lower() not in _OTHER:
        return path
    return path if other.exists() and not other.samefile(path) else other


def _difference(path: Path, target: Path, before: bytes, after: bytes) -> str:
    import difflib

    if before == after and path == target:
        return ""
    old, new = (re.findall(r"[^\n]*\n|[^\n]+", data.decode("utf-8")) for data in (before, after))
    found = list(difflib.unified_diff(old, new, f"a/{path}", f"b/{target}"))
    found = found or [f"--- a/{path}\n", f"+++ b/{target}\n"]
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in found)


def _write(path: Path, target: Path, before: bytes, after: bytes) -> None:
    from oss_scan.cli.replacing import replace
    from oss_scan.errors import OssScanError

    try:
        if before != after:
            replace(path, after)
        if target != path:
            path.rename(target)
    except OSError as error:
        detail = error.strerror or str(error)
        raise OssScanError(
            nl=f"{path} kan niet worden gewijzigd ({detail}); kijk of u er mag schrijven",
            en=f"{path} cannot be changed ({detail}); see whether you may write there",
        ) from None


def _tell(path: Path, target: Path, done: "Mended", lang: Lang) -> None:
    from oss_scan.publiccode import validate

    for change in done.changes:
        _say(path, change.line, _told(change, lang))
    if target != path:
        _say(path, 1, _NAMED.in_(lang, {"name": _NAME}))
    elif path.name != _NAME and path.name.lower() in _OTHER:
        _say(path, 1, _TAKEN.in_(lang, {"name": _NAME}))
    errors = sum(item.type == "error" for item in validate(done.data).items)
    if errors:
        _say(path, 1, _LEFT.in_(lang, {"number": str(errors)}))


def _told(change: "Change", lang: Lang) -> str:
    values = {"key": change.key, "was": change.was or "…", "now": change.now}
    return _CHANGES[change.code].in_(lang, values)


def _say(path: Path, line: int, text: str) -> None:
    from oss_scan.inert import printable

    click.echo(f"{printable(str(path))}:{line}: {printable(text)}", err=True)
