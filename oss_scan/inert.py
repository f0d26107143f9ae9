"""What an output's reader would act on, neutralised: each format owns one function here.

Texts and paths of scanned repositories are hostile. What is taken away stays visible, as an escape.
"""

import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from oss_scan.regex import regex

# C0, DEL and C1 controls; soft hyphen; bidi controls; zero-width characters; line separators; interlinear and
# tag characters; and surrogates, which stand for bytes that are not UTF-8 (PEP 383)
_UNSEEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_IN_LINES = regex(f"[{_UNSEEN}\r]")
_ON_ONE_LINE = regex(f"[{_UNSEEN}\t\n\r]")
# GitHub's runner obeys `::word` at the start of a line, blanks before it or not, and `##[word]` anywhere in it;
# Azure Pipelines and TeamCity obey `##word[`
_COMMAND = regex(r"(?:^|(?<=\s)):(?=:)|#(?=#\w*\[)")
_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
# Markdown's own marks, and what forges make links of once Markdown is done: mentions, references, emoji, addresses
_MARKUP = regex(r"[\\`*_\[\]{|~<>&$@#!%^]|:(?=[/\w+-])|(?<=[Ww]{3})\.|(?<=[Gg][Hh])-(?=\d)")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "$": "&#36;"}
_ESCAPED = "\\`*_[]{|~#!"
_BROKEN = "@#!%&$~^:-[{"
# What has a meaning at the start of a line only: lists, underlined headings, GitLab's quick actions
_START = regex(r"^(\d{1,9}(?=[.)])|)([-+=/.)])")
_BREAK = "&#8203;"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What Excel reads as a formula where `;` is its separator, as in Dutch, in spite of the quotes around the whole cell
_LATER_FORMULA = regex(r"(;[\s\"]*)(?=[=+\-@＝＋－＠])")
# What the fonts of our PDF have: Latin, Greek, Cyrillic, punctuation, currencies, and a few signs
_NOT_IN_FONT = regex(
    r"[^ -~\xa0-\xac\xae-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u052f\u1e00-\u1ef9"
    r"\u2000-\u200a\u2010-\u2027\u202f-\u205e\u2070\u2071\u2074-\u208e\u20a0-\u20bf\u2100-\u214f\u2190-\u2193\u2212"
    r"\u2248\u2260\u2264\u2265\u2713\u2717]"
)
_MARKS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
_NOT_BYTES = regex(r"[\ud800-\udc7f\udd00-\udfff]")


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if code <= 0xFF:
        return _SHORT.get(character) or f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def printable(text: str) -> str:
    """For terminals and logs: control, bidi, zero-width and undecodable characters as escapes, on one line.

    What a CI runner would take for a command is broken up as well. Wrap only at blanks.
    """
    return _COMMAND.sub(_visible, _ON_ONE_LINE.sub(_visible, text))


def prose(text: str) -> str:
    """For a sentence that may have been written over several lines: `printable`, with each blank a space."""
    return printable(re.sub(r"[ \t\r\n]+", " ", text).strip(" "))


def github_message(text: str) -> str:
    """For the part of a workflow command after `::`.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return printable(text).replace("%", "%25")


def github_property(text: str) -> str:
    """For a property of a workflow command, such as `file=`."""
    return github_message(text).replace(":", "%3A").replace(",", "%2C")


def markdown(text: str) -> str:
    """For Markdown as GitHub, GitLab and Forgejo read it: no markup, HTML, link, mention or reference arises.

    References are broken by a zero-width space, since forges look for them after Markdown's own escapes are gone.
    """
    shown = printable(text).strip(" ")
    return _START.sub(r"\1\\\2", _MARKUP.sub(_unmarked, shown))


def _unmarked(match: re.Match[str]) -> str:
    mark = match[0]
    if mark == ".":
        return f"{_BREAK}."  # an autolink may go on after `www.`, but not without it
    shown = _ENTITIES.get(mark, f"\\{mark}" if mark in _ESCAPED else mark)
    return f"{shown}{_BREAK}" if mark in _BROKEN else shown


def markdown_code(text: str) -> str:
    """For Markdown: a code span, in which nothing has a meaning; backticks and pipes become escapes."""
    shown = printable(text).strip(" ").replace("`", "\\x60").replace("|", "\\x7c")
    return f"`{shown}`" if shown else ""


def xml(text: str) -> str:
    """For XML 1.0, before its serialiser escapes markup: characters that it forbids, or that hide, as escapes."""
    return _IN_LINES.sub(_visible, text)


def html_text(text: str) -> str:
    """For HTML, before Jinja2 escapes markup: likewise."""
    return xml(text)


def pdf_text(text: str) -> str:
    """For a PDF: one line, with what its fonts lack as escapes, since a sign that cannot be drawn says nothing."""
    return _NOT_IN_FONT.sub(_visible, re.sub(r"[ \t\r\n]+", " ", text))


def csv_cell(text: str) -> str:
    """For a cell of a spreadsheet: one line, and `'` before what would be read as a formula, also after a `;` in it.

    https://owasp.org/www-community/attacks/CSV_Injection; quotes are left to the csv module.
    """
    shown = _LATER_FORMULA.sub(r"\1'", printable(text))
    guard = text.lstrip(" ").startswith(_FORMULA)
    return f"'{shown}" if guard else shown


def uri(path: str) -> str:
    """A path as a relative URI reference; bytes that are not UTF-8 are percent-encoded as they are."""
    return quote(_bytes(path), safe="/")


def url(address: str) -> str:
    """An address as a URI: what may not stand in one is percent-encoded."""
    return quote(_bytes(address), safe="/:?&=%@~+,;")


def _bytes(text: str) -> bytes:
    return _NOT_BYTES.sub(_visible, text).encode("utf-8", "surrogateescape")


def json_text(text: str) -> str:
    """For JSON, which escapes all else itself: lone surrogates cannot be encoded in UTF-8 and become visible."""
    return re.sub(r"[\ud800-\udfff]", _visible, text)


def json_document(value: Mapping[str, object]) -> str:
    """A JSON document whose keys are sorted; what is outside ASCII, and what HTML would act on, is escaped.

    A value may be an iterator: its items are made one by one, so that a large list is never there twice.
    """
    parts = (f" {_dumped(key, 1)}: {_member(value[key])}" for key in sorted(value))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _member(value: object) -> str:
    if not isinstance(value, Iterator):
        return _dumped(value, 1)
    items = ",\n".join(f"  {_dumped(item, 2)}" for item in value)
    return f"[\n{items}\n ]" if items else "[]"


def _dumped(value: object, depth: int) -> str:
    text = json.dumps(_encodable(value), sort_keys=True, indent=1).translate(_MARKS)
    return text.replace("\n", "\n" + depth * " ")  # no text in JSON holds a line end of its own


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return json_text(value)
    if isinstance(value, Mapping):
        return {json_text(key): _encodable(item) for key, item in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, list) else value


def sarif_message(text: str) -> str:
    """For SARIF's `message.text`, in which `[text](target)` is a link and `{0}` a placeholder (§3.11.5, §3.11.6)."""
    return re.sub(r"\{(?=\d)", "{ ", prose(text).replace("](", "] ("))
