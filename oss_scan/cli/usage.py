"""What is wrong with how a command was called, in one sentence: click says it in four lines, and in English only."""

import re

import click
from click.core import ParameterSource

from oss_scan.errors import OssScanError

_TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)\.?", re.DOTALL)
_LONGEST = 200  # characters that are shown of what was written
#: What a path may be, by whether that is a folder: one that is there, and one that need not be.
_THERE = {
    True: ("geef een bestaande, leesbare map", "give an existing, readable folder"),
    False: ("geef een bestaand, leesbaar bestand", "give an existing, readable file"),
}
_PLAIN = {
    True: ("geef een map, geen bestand", "give a folder, not a file"),
    False: ("geef een bestand, geen map", "give a file, not a folder"),
}


def in_words(error: click.ClickException) -> OssScanError:
    """The same error in Dutch and English, with the help that says more."""
    nl, en = _said(error)
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "oss-scan"
    return OssScanError(nl=f"{nl}; zie {command} --help", en=f"{en}; see {command} --help")


def _said(error: click.ClickException) -> tuple[str, str]:
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        return _with_near(f"er is geen optie {error.option_name}", f"there is no option {error.option_name}", near)
    if isinstance(error, click.BadOptionUsage):
        return _of_option(error)
    if isinstance(error, click.MissingParameter) and error.param:
        name = _name(error.param, None)
        return f"{name} ontbreekt", f"{name} is missing"
    if isinstance(error, click.BadParameter) and error.param:
        name, (nl, en) = _name(error.param, error.ctx), _may_be(error.param.type, error.message)
        return f"{name} klopt niet: {nl}", f"{name} is not right: {en}"
    return _of_words(error)


def _of_words(error: click.ClickException) -> tuple[str, str]:
    """Of a command that does not exist, and of words that no command takes."""
    command = getattr(error, "command_name", None)  # of click 8.4 and later
    if command is not None:
        near = ", ".join(getattr(error, "possibilities", None) or ())
        return _with_near(f"er is geen opdracht {command}", f"there is no command {command}", near)
    too_much = _TOO_MUCH.fullmatch(error.format_message())
    if too_much:
        words = too_much[1][:_LONGEST]
        return f"wat hier staat, is te veel: {words}", f"what stands here is too much: {words}"
    plain = error.format_message().rstrip(".")
    return plain, plain


def _with_near(nl: str, en: str, near: str) -> tuple[str, str]:
    return (f"{nl}; bedoeld kan zijn: {near}", f"{en}; perhaps you mean: {near}") if near else (nl, en)


def _of_option(error: click.BadOptionUsage) -> tuple[str, str]:
    """Of an option without the value that it asks, or with one that it does not."""
    if "does not take a value" in error.message:  # click has the same error for both
        return f"{error.option_name} krijgt geen waarde", f"{error.option_name} takes no value"
    return f"bij {error.option_name} hoort een waarde", f"{error.option_name} asks a value"


def _name(param: click.Parameter, context: click.Context | None) -> str:
    """What a value is called where it was given: by an option, in the environment, or as a word of the command."""
    source = context.get_parameter_source(param.name) if context and param.name else None
    if source is ParameterSource.ENVIRONMENT and isinstance(param.envvar, str):
        return param.envvar
    return max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name


def _may_be(kind: object, message: str) -> tuple[str, str]:
    """What a value of this kind may be; of any other the message."""
    if isinstance(kind, click.Choice):
        choices = ", ".join(map(str, kind.choices))
        return f"kies uit {choices}", f"choose from {choices}"
    if isinstance(kind, click.IntRange) and kind.max is None:
        return f"geef een geheel getal van minstens {kind.min}", f"give a whole number of at least {kind.min}"
    if isinstance(kind, click.DateTime):
        return "geef een dag die bestaat, als 2026-12-31", "give a day that exists, as 2026-12-31"
    if isinstance(kind, click.Path) and kind.file_okay != kind.dir_okay:
        return (_THERE if kind.exists else _PLAIN)[kind.dir_okay]
    return message.rstrip("."), message.rstrip(".")
