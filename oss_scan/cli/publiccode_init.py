"""`oss-scan publiccode init`: a first publiccode.yml from what the repository shows."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oss_scan.cli.options import lang_option, loudness
from oss_scan.texts import Lang, Text

if TYPE_CHECKING:
    from oss_scan.git import Repository
    from oss_scan.publiccode.starting import Answer, Question

_NAME = "publiccode.yml"
_NAMES = ("publiccode.yml", "publiccode.yaml")
_HOW = Text(
    "Enter neemt over wat tussen haken staat, of slaat over; van een lijst staan komma's tussen de delen.",
    "Enter takes what stands between brackets, or skips; in a list, commas stand between the items.",
)
_GUESSED = Text("{key}: geraden uit {source}: {value}", "{key}: guessed from {source}: {value}")
_OPEN = Text("in te vullen: {keys}", "to fill in: {keys}")


@click.command("init")
@click.argument("path", default=".", metavar="[PATH]", type=click.Path(path_type=Path))
@click.option("--write", "write_", is_flag=True, help="Write it to PATH/publiccode.yml, if there is none.")
@lang_option
@loudness
def init(path: Path, *, write_: bool, lang: Lang, verbose: bool, quiet: bool) -> int:
    """Print a first publiccode.yml for the repository at PATH.

    What its README, licence, tags, address and CODEOWNERS show is filled in, each guess with where it is from. On a
    terminal the rest is asked. Elsewhere nothing is asked, and what is missing is marked in the file, which is not
    valid until it is filled in. A file that is there is never overwritten: see fix and upgrade.

    Exit status: 0 printed or written, 2 the repository cannot be read, or has a publiccode.yml.
    """
    from oss_scan.cli.options import write
    from oss_scan.cli.publiccode_guesses import guesses
    from oss_scan.cli.unreadable import as_error
    from oss_scan.errors import UnreadableError
    from oss_scan.git import is_working_copy, open_repository
    from oss_scan.publiccode.starting import started

    try:
        with open_repository(path, worktree=is_working_copy(path)) as repository:
            _refuse(path, repository, write_=write_)
            found = guesses(repository)
    except UnreadableError as error:
        raise as_error(error) from None
    answers = _ask(found, lang) if _on_a_terminal() else found
    text = started(answers, lang)
    if write_:
        _create(path / _NAME, text)
    else:
        write(text, None)
    if not quiet:
        _tell(text, answers, lang)
    return 0


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _refuse(path: Path, repository: "Repository", *, write_: bool) -> None:
    from oss_scan.errors import OssScanError
    from oss_scan.git import is_working_copy

    there = next((name for name in repository.tree.paths() if name.lower() in _NAMES), None)
    if there or os.path.lexists(path / _NAME):
        raise OssScanError(
            nl=f"{path} heeft al een {there or _NAME}; gebruik publiccode fix of upgrade",
            en=f"{path} has a {there or _NAME} already; use publiccode fix or upgrade",
        )
    if write_ and not is_working_copy(path):
        raise OssScanError(
            nl=f"{path} heeft geen werkkopie om in te schrijven; laat --write weg",
            en=f"{path} has no working copy to write to; leave out --write",
        )


def _create(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    from oss_scan.errors import OssScanError

    try:
        with path.open("xb") as file:
            try:
                file.write(text.encode("utf-8"))
                file.flush()
            except BaseException:
                path.unlink()
                raise
    except OSError as error:
        detail = error.strerror or str(error)
        raise OssScanError(
            nl=f"{path} kan niet worden geschreven ({detail}); kijk of u er mag schrijven",
            en=f"{path} cannot be written ({detail}); see whether you may write there",
        ) from None


def _ask(found: "Mapping[str, Answer]", lang: Lang) -> "dict[str, Answer]":
    """The answers after asking each; what is confirmed needs no source any more."""
    from oss_scan.publiccode.starting import CONTACTS_FOR, LANGUAGE, QUESTIONS

    click.echo(_HOW.in_(lang), err=True)
    answers: dict[str, Answer] = {}
    for question in (LANGUAGE, *QUESTIONS):
        type_ = answers.get("maintenance.type")
        if question.key.startswith("maintenance.contacts") and type_ and type_.value not in CONTACTS_FOR:
            continue
        answer = _asked(question, found.get(question.key), lang)
        if answer is not None:
            answers[question.key] = answer
    return answers


def _asked(question: "Question", guess: "Answer | None", lang: Lang) -> "Answer | None":
    from oss_scan.inert import printable
    from oss_scan.publiccode.starting import Answer, wrong

    default = ", ".join(guess.items) if guess else ""
    choices = f" ({', '.join(question.choices)})" if question.choices else ""
    prompt = printable(f"{question.asks.in_(lang)}{choices}" + (f" [{default}]" if default else ""))
    while True:
        text = click.prompt(prompt, default=default, show_default=False, err=True).strip()
        if text == default:
            return Answer(guess.value) if guess else None
        parts = tuple(part.strip() for part in text.split(",") if part.strip()) if question.many else (text,)
        fault = next((said for part in parts if (said := wrong(question, part, lang))), None)
        if fault is None and parts and text.isprintable():
            return Answer(parts if question.many else text)
        click.echo(printable(fault or question.asks.in_(lang)), err=True)


def _tell(text: str, answers: "Mapping[str, Answer]", lang: Lang) -> None:
    from oss_scan.inert import printable
    from oss_scan.publiccode import validate

    for key, answer in answers.items():
        if answer.source:
            value = ", ".join(answer.items)
            said = _GUESSED.in_(lang, {"key": key, "source": answer.source, "value": value[:100]})
            click.echo(printable(said), err=True)
    left = list(dict.fromkeys(item.key for item in validate(text.encode()).items if item.type == "error"))
    if left:
        click.echo(printable(_OPEN.in_(lang, {"keys": ", ".join(left)})), err=True)
