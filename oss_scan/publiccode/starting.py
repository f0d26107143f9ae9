"""A first publiccode.yml: what it asks, and its text from what was guessed or answered."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from oss_scan.inert import printable
from oss_scan.positioned import Scalar
from oss_scan.publiccode.edits import written
from oss_scan.publiccode.judge import Judge
from oss_scan.publiccode.messages import sentence
from oss_scan.publiccode.views import fields
from oss_scan.texts import Lang, Text

_WIDTH = 100  # characters of a line of prose
_FROM = Text("uit {source}; controleer dit", "from {source}; check this")
_MISSING = Text("in te vullen: {asks}", "to fill in: {asks}")


@dataclass(frozen=True, slots=True)
class Answer:
    """One value, or the items of a list, and where it was found; without source somebody gave it."""

    value: str | tuple[str, ...]
    source: str = ""

    @property
    def items(self) -> tuple[str, ...]:
        """The value as a list."""
        return (self.value,) if isinstance(self.value, str) else self.value


@dataclass(frozen=True, slots=True)
class Question:
    """What a key asks; `*` in the key is the language of the description. `needed`: the file is not valid without."""

    key: str
    asks: Text
    needed: bool = True

    @property
    def choices(self) -> tuple[str, ...]:
        """All that may be answered; empty where that is free."""
        return fields()[self.key].values

    @property
    def many(self) -> bool:
        """Whether it is a list."""
        return fields()[self.key].type == "list"


#: In the order of the file. The language of the description goes first, since other keys hang on it.
LANGUAGE = Question("description.*", Text("de taal van de beschrijving, zoals nl", "its language, such as nl"))
QUESTIONS = (
    Question("name", Text("de naam van de software", "the name of the software")),
    Question("url", Text("het adres van de repository", "the address of the repository")),
    Question("softwareVersion", Text("de nieuwste versie", "the newest version"), needed=False),
    Question("releaseDate", Text("de datum daarvan, JJJJ-MM-DD", "its date, YYYY-MM-DD"), needed=False),
    Question(
        "organisation.uri",
        Text(
            "de TOOI-URI of het OIN (urn:nl:oin:…) van de organisatie",
            "the TOOI URI or OIN (urn:nl:oin:…) of the organisation",
        ),
        needed=False,
    ),
    Question("organisation.name", Text("de naam van de organisatie", "the name of the organisation"), needed=False),
    Question("platforms", Text("web, windows, mac, linux, ios of android", "web, windows, mac, linux, ios or android")),
    Question("developmentStatus", Text("hoe ver de software is", "how far the software is")),
    Question("softwareType", Text("wat voor software het is", "what kind of software it is")),
    Question(
        "description.*.shortDescription",
        Text(
            "een zin van hooguit 150 tekens over wat zij doet", "what it does, in a sentence of at most 150 characters"
        ),
    ),
    Question(
        "description.*.longDescription",
        Text("wat zij doet en voor wie, in 150 tekens of meer", "what it does and for whom, in 150 characters or more"),
    ),
    Question("description.*.features", Text("wat u ermee kunt", "what one can do with it")),
    Question("legal.license", Text("de licentie, zoals EUPL-1.2 (SPDX)", "the licence, such as EUPL-1.2 (SPDX)")),
    Question("maintenance.type", Text("wie het onderhoudt", "who maintains it")),
    Question(
        "maintenance.contacts[].name", Text("de naam van een persoon of team", "the name of a person or team"), False
    ),
    Question("maintenance.contacts[].email", Text("het e-mailadres daarvan", "their e-mail address"), False),
    Question(
        "localisation.localisationReady",
        Text("true of false: is zij te vertalen?", "true or false: can it be translated?"),
    ),
    Question(
        "localisation.availableLanguages",
        Text("de talen die zij spreekt, zoals nl", "the languages it speaks, such as nl"),
    ),
)

_CONTACTS = fields()["maintenance.contacts"].when
#: The kinds of maintenance that ask for a contact.
CONTACTS_FOR = _CONTACTS.values if _CONTACTS else ()


def wrong(question: Question, text: str, lang: Lang) -> str | None:
    """What is wrong with an answer to a question (for a list: with one item), or None."""
    field = fields()[f"{question.key}[]" if question.many else question.key]
    if field.type == "boolean":
        return None if text in ("true", "false") else question.asks.in_(lang)
    judge = Judge("standard")
    node = Scalar(text, False, 1, 1)
    if question is LANGUAGE:
        judge.form(field, text, node, node)
    else:
        judge.text(field, question.key.replace("*", "nl").replace("[]", ""), node, node)
    return next((sentence(item, lang) for item in judge.items if item.type == "error"), None)


def started(answers: Mapping[str, Answer], lang: Lang) -> str:
    """The text of a first file; what nobody knows stands in it without a value, with what to fill in beside it.

    Keys of `answers` are those of the questions, `description.*` being the language.
    """
    language = answers.get(LANGUAGE.key)
    tag = language.items[0] if language and language.items else lang
    lines = ['publiccodeYmlVersion: "0"']
    open_: list[str] = []
    for question in QUESTIONS:
        answer = answers.get(question.key)
        if answer is None and not _stands(question, answers):
            continue
        *above, own = question.key.replace("[]", ".-").replace("*", tag).split(".")
        for depth, name in enumerate(above):
            if open_[: depth + 1] != above[: depth + 1]:
                open_ = above[: depth + 1]
                if name != "-":
                    lines.append(f"{'  ' * depth}{written(name)}:")
        open_ = open_[: len(above)] if above else []
        lines += _entry(question, answer, _indent(above, lines), own, lang)
    return "\n".join((*lines, ""))


def _stands(question: Question, answers: Mapping[str, Answer]) -> bool:
    """Whether a key without an answer stands in the file all the same."""
    if question.key == "maintenance.contacts[].name":
        type_ = answers.get("maintenance.type")
        return type_ is None or type_.value in CONTACTS_FOR or "maintenance.contacts[].email" in answers
    if question.key == "organisation.uri":
        return "organisation.name" in answers
    return question.needed


def _indent(above: list[str], lines: list[str]) -> str:
    blanks = "  " * len(above)
    if "-" in above:
        opened = any(line.startswith(f"{blanks[:-2]}- ") for line in lines)
        return blanks if opened else f"{blanks[:-2]}- "
    return blanks


def _entry(question: Question, answer: Answer | None, indent: str, own: str, lang: Lang) -> Iterator[str]:
    blanks = " " * len(indent)
    if answer is None:
        asks = question.asks.in_(lang)
        choices = f" ({', '.join(question.choices)})" if question.choices else ""
        yield f"{indent}{own}:  # {_MISSING.in_(lang, {'asks': asks + choices})}"
        return
    note = f"  # {_FROM.in_(lang, {'source': printable(answer.source)})}" if answer.source else ""
    if question.many:
        yield f"{indent}{own}:{note}"
        yield from (f"{blanks}  - {written(item)}" for item in answer.items)
    elif fields()[question.key].type == "boolean":
        yield f"{indent}{own}: {answer.items[0]}{note}"
    elif question.key == "description.*.longDescription":
        yield f"{indent}{own}: >-{note}"
        text = " ".join(answer.items[0].split())
        yield from textwrap.wrap(
            text, _WIDTH, initial_indent=f"{blanks}  ", subsequent_indent=f"{blanks}  ",
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    else:
        yield f"{indent}{own}: {written(answer.items[0])}{note}"
