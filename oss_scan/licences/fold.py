"""Text made comparable: words in lower case without layout, punctuation, comment marks or copyright lines.

Follows the matching guidelines of SPDX (https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/).
"""

import re

from oss_scan.licences.copyrights import BEFORE, LINE, MARK, PROSE, is_copyright
from oss_scan.licences.layout import blanked, shown
from oss_scan.licences.vocabulary import IN_NAMES, forbids
from oss_scan.regex import regex

#: Bytes that are read at most; a longer file is a collection of texts, not a licence.
LIMIT = 1024 * 1024

#: Letters that some programs join to one.
_JOINED = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}

_QUICK = ("©", "(c)", "copyright", "copr.", "all rights reserved")  # the same, to be found at once
_RESERVED = regex(r"\W*all rights reserved\W*", re.IGNORECASE)
#: The end of a name in brackets that goes on below its line, as that of TNO does.
_REST = regex(
    r"\n[^\w\n]{0,12}(?:(?:[A-Z][\w.'&-]{0,40}|of|and|for|the|van|de|voor|en)[ ,]{1,3}){0,6}"
    r"[A-Z][\w.'&-]{0,40}\)[^\w\n]*$",
    re.MULTILINE,
)
#: Where a holder lives, below the line with the name: of names, figures and a postal code.
_LIVES = regex(
    r"\n[^\w\n]{0,12}(?!(?:19|20)\d\d, ?(?:19|20)\d\d)(?=[^\n,]{0,60},)(?=[^\n]{0,100}\b\d{4,6}\b)"
    r"(?:(?:\d{1,6}[a-z]?|[A-Z][\w'-]{0,30}|rue|avenue|place|de|la|van|der|den|str|street)[.,]? {1,3}){2,12}"
    r"[A-Z][\w'-]{0,30}\.?[^\w\n]*$",
    re.MULTILINE,
)
_NAME = regex(r"[^\W_]+")
#: A mark that may be that of a list, the one before it, and how many characters that may stand above.
_LISTED = regex(r"\(c\)\s+(?!copyright\b|by\b)[a-z]")
_LISTED_ABOVE, _ABOVE = regex(r"^[^\w\n]{0,20}\(b\)\s", re.MULTILINE), 1500
_TAG = regex(
    r"</?(?:p|br|li|ul|ol|div|span|a|h[1-6]|body|html|head|pre|b|i|u|em|strong|tt|code|kbd|title|meta|link|table|tr|td|th"
    r"|tbody|thead|hr|img|su[bp]|small|font|center|d[dlt]|blockquote|section|article|main|header|footer|nav|abbr|cite)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
#: What stands before each line of the licence of Adobe's character maps; more such lines say more than whose it is.
_OWNER_MARK, _OWNER_LINES = "%%Copyright:", 5
_EACH_LINE = regex(rf"^{_OWNER_MARK}(?=\s)", re.MULTILINE)
_COMMENT = regex(r"<!--|-->|<!DOCTYPE[^<>]{0,200}>", re.IGNORECASE)
_ENTITY = regex(
    r"&(?:nbsp|quot|apos|amp|lt|gt|[lr][sd]quo|[mn]dash|hellip|bull|sect|#\d{1,5}|#x[0-9a-f]{1,4});", re.IGNORECASE
)
#: How far an editor puts what follows from the margin, where it was copied along.
_INDENT = regex(r"\u3010\d{1,3}(?:[.,]\d{1,2})? ?(?:cm|mm|pt|px|in)\u3011")
_SPELLINGS = {
    "https": "http",
    "authorisation": "authorization",
    "authorised": "authorized",
    "favour": "favor",
    "fulfill": "fulfil",
    "organisation": "organization",
    "recognise": "recognize",
    "willful": "wilful",
    "initialise": "initialize",
    "sublicence": "sublicense",
    "merchantibility": "merchantability",
    "whilst": "while",
    "centre": "center",
    "labour": "labor",
    "programme": "program",
}
_TOP_LINE = regex(r"\s*([^\n]{0,120})(?:\n|\Z)")
_TITLE = regex(
    r"[^\w\n]*(?:(?:the|de|software|copyright|open|source|version|public|mit|expat|isc|bsd|new|simplified|modified(?=\W+bsd)|apache|x11|zlib"
    r"|[23]|clause|eupl|and|notice|licen[cs]e|licentie|information)\b[^\w\n]*){1,8}",
    re.IGNORECASE,
)
#: Words of a title of which one at least is not of each licence.
_NAMED = regex(
    r"\b(?:mit|expat|isc|bsd|apache|x11|zlib|eupl|new|simplified|modified|[23](?=[ -]clause)|clause)\b", re.IGNORECASE
)
_TITLES = 3
#: Words that are spelled in two ways (https://spdx.org/licenses/equivalentwords.txt) → the one that stands for both.
SPELLINGS = {one.encode(): other.encode() for one, other in _SPELLINGS.items()}
#: What one folds away: everything in ASCII that is no letter or figure; and capitals.
_LOWER = bytes(byte + 32 if 65 <= byte <= 90 else byte for byte in range(256))
_ASCII = bytes(range(128))
_MARKS = bytes(byte for byte in range(128) if not chr(byte).isalnum())


def decode(data: bytes) -> str | None:
    """The text in a file (UTF-8, UTF-16 with or without a mark, else Windows-1252); None where it holds none."""
    if len(data) > LIMIT or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _or_none(data, "utf-16")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    head = data[:2000]
    if b"\0" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        if odd > len(head) // 4 and not even:
            return _or_none(data, "utf-16-le")
        return _or_none(data, "utf-16-be") if even > len(head) // 4 and not odd else None
    text = _or_none(data, "utf-8")
    text = data.decode("cp1252", "replace") if text is None else text
    if not text.isascii():
        for joined, apart in _JOINED.items():
            text = text.replace(joined, apart)
    return text


def _or_none(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def without_markup(text: str) -> str:
    """The text with HTML's tags and entities, and a mark before each line, blanked: places stay."""
    if text.count(_OWNER_MARK) > _OWNER_LINES:
        text = _EACH_LINE.sub(_blank, text)
    if "<" in text:
        text = _TAG.sub(_blank, shown(text))
        text = _COMMENT.sub(_blank, text) if "<!" in text or "-->" in text else text
    if "\u3010" in text:
        text = _INDENT.sub(_blank, text)
    return _ENTITY.sub(_blank, text) if "&" in text else text


def without_copyright(text: str) -> str:
    """The text with the lines blanked that say whose it is: places stay."""
    parts: list[str] = []
    done = 0
    for at in _marks(text):
        if at < done:
            continue
        start = text.rfind("\n", max(0, at - LINE), at) + 1
        end = text.find("\n", at, at + LINE)
        if (not start and at > LINE) or (end < 0 and len(text) > at + LINE):
            continue  # the line is too long
        if len(text[start:at].split(None, BEFORE + 3)) > BEFORE + 2:  # too far on, also behind a comment mark or two
            continue
        end = len(text) if end < 0 else end
        if _is_listed(text, start, at):
            continue
        line = text[start:end].strip("\r")
        if is_copyright(line) or _RESERVED.fullmatch(line):
            end = _end_of_name(text, end, _REST if line.count("(") > line.count(")") else _LIVES)
            parts += (text[done:start], blanked(text[start:end]))
            done = end
    return "".join((*parts, text[done:])) if parts else text


def _end_of_name(text: str, end: int, below: re.Pattern[str]) -> int:
    """Where a name ends that a line leaves open, or the address of the holder: `below` it, if that says no more."""
    rest = below.match(text, end)
    if rest is None:
        return end
    words = _NAME.findall(rest.group().lower())
    limited = forbids(" ".join(word for word in words if word.encode() not in IN_NAMES))
    return end if limited or PROSE.search(rest.group()) else rest.end()


def _is_listed(text: str, start: int, at: int) -> bool:
    """Whether what stands at a place in a line is the mark of a list, below the one before it, and not of copyright."""
    if not _LISTED.match(text, at) or _NAME.search(text, start, at):
        return False
    return bool(_LISTED_ABOVE.search(text, max(0, start - _ABOVE), start))


def _marks(text: str) -> list[int]:
    """Where a text may say whose it is."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return [found.start() for found in MARK.finditer(text)]
    found = []
    for mark in _QUICK:
        at = lowered.find(mark)
        while at >= 0:
            found.append(at)
            at = lowered.find(mark, at + 1)
    return sorted(found)


def title_of(text: str) -> str:
    """The titles at the top of a text, such as `# MIT License`."""
    at = 0
    for _ in range(_TITLES):
        found = _TOP_LINE.match(text, at)
        if found is None or not _TITLE.fullmatch(found.group(1)):
            break
        at = found.end()
    return text[:at]


def is_title_of(title: str, licence: str) -> bool:
    """Whether the titles at the top of a text name no licence, or beyond doubt this one."""
    return all(each.lower() in licence.lower() for each in _NAMED.findall(title))


def is_title(line: str) -> bool:
    """Whether a line holds no more than the title of a licence."""
    return bool(_TITLE.fullmatch(line))


def fold(text: str) -> bytes:
    """The letters and figures of a text in lower case, one after another."""
    data = text.encode("utf-8", "surrogatepass") if text.isascii() else without_marks(text.lower())
    folded = data.translate(_LOWER, _MARKS).replace(b"licence", b"license")
    for one, other in SPELLINGS.items():
        folded = folded.replace(one, other)
    return folded


def without_marks(text: str) -> bytes:
    """A text in UTF-8 with a space for what is not of ASCII and is no letter or figure, perhaps also for `?`."""
    marks = marks_beyond_ascii(text)
    if marks is None:
        return text.encode("ascii", "replace").replace(b"?", b" ")
    for char in marks:  # one character for another: far sooner than in bytes, or for none
        text = text.replace(char, " ")
    return text.encode("utf-8", "surrogatepass")


def marks_beyond_ascii(text: str) -> list[str] | None:
    """The characters in a text beyond ASCII that are no letters or figures, each once; None where none is a letter."""
    others = set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    marks = [char for char in others if not char.isalnum()]
    return None if len(marks) == len(others) else marks


def _blank(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def line_of(text: str, offset: int) -> int:
    """The line, from 1, on which an offset lies."""
    return text.count("\n", 0, offset) + 1
