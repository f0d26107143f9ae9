"""What a README or the like says in plain words, whatever markup it is in.

Everything here is linear in the text: no pattern may run over its own opening sign.
"""

import re
from collections.abc import Iterator
from itertools import islice

from oss_scan.regex import regex

#: Bytes of one document that are read at most.
LIMIT = 1024 * 1024

_WORD = regex(r"[^\W_]{2,}")
_FENCE = regex(r"\s{0,3}(```|~~~)")
_IMAGE = regex(r"!\[[^\[\]]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])?")
_LINK = regex(r"\[([^\[\]]*)\](?:\(([^()\s]*)(?:\s[^()\n]*)?\)|\[[^\[\]\n]*\])")
_RST_LINK = regex(r"`([^`<>\n]*)<([^<>`\n]*)>`_{1,2}")
_TAG = regex(r"</?[A-Za-z][^<>]*>")
_ITEM = regex(r"\s*(?:[-*+]|\d{1,3}[.)])\s")
_UNDERLINE = regex(r"\s*([=\-~^\"'#*+`:.])\1{2,}\s*")
_HEADING = regex(r"\s{0,3}(#{1,6}|={1,6})\s+\S")
_HTML_HEADING = regex(r"(?i)<h[1-6][^<>]*>[^<>]*</h[1-6]>")
# Lines that show no text: directives, images, substitutions and options (reStructuredText, AsciiDoc), link
# definitions (Markdown).
_MACHINERY = regex(r"\s{2,}:[\w-]+:|\s*(?:\.\. |image::|//|\[[^\[\]]*\]:\s|(?:\|[\w-]+\|\s*)+$)")
_FIRST = "To make it easy for you to get started with GitLab"
_LAST = "Choose a self-explaining name for your project"
_UNFILLED = "Use this section to tell people about how to report a vulnerability"

_SUBJECT = (
    r"kwetsbaarhe(?:id|den)|vulnerabilit(?:y|ies)|responsible disclosure|coordinated (?:vulnerability )?disclosure"
    r"|\bcvd\b|(?:beveiligings|veiligheids)-?(?:lek|probleem|problemen|issue|incident|fout|risico)"
    r"|security[- ](?:issue|problem|bug|flaw|incident|concern|leak|hole|weakness)"
)
_REPORTING = (
    r"(?<!\ba )(?<!\bthe )(?<!\been )(?<!\bscan )\breport(?:ed|ing)?\b|\bdisclos(?:e|ed|ing|ure)\b|\bnotify\b"
    r"|\bmeld(?:t|en|ing|ingen|punt)?\b|\bgemeld\b|\bdoorgeven\b|\bcontact|\be-?mail|\bmail(?:en|t)?\b|\bstuur\b|\bsend\b"
)
_ABOUT = regex(f"(?i)(?:{_SUBJECT})")
_ACT = regex(f"(?i)(?:{_REPORTING})")
_NEAR = 160  # characters between what is reported and the word for reporting
_EMAIL = regex(r"(?<![\w.+-])([\w.+-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})")
_OWN_MAILBOX = regex(r"(?i)security|secure|cvd|cert|csirt|beveilig|disclosure|kwetsbaar")
_URL = regex(r"https?://[^\s<>()\[\]\"'`\\]+")
_DESK = regex(
    r"(?i)kwetsbaar|vulnerab|disclos|cvd|security|beveilig|report|meld|contact|advisor|form"
    r"|//(?:[\w-]{1,63}\.){0,3}(?:hackerone|bugcrowd|intigriti|yeswehack|zerocopter)\.com"
)
# Pages about reporting in general, badges, and policies that need not exist.
_NO_DESK = regex(
    r"(?i)//(?:docs\.|help\.|img\.|badge|nvd\.|cve\.|github\.com/advisories"
    r"|[^/]*(?:shields\.io|snyk\.io|owasp|example\.|voorbeeld\.))"
    r"|/security/policy|security\.(?:md|rst|adoc)\b|badge|/wiki/"
)
_TXT = regex(r"(?i)security\.txt\b")
_TXT_OF_SITE = regex(r"(?i)https?://[^/]{1,255}/(?:\.well-known/)?security\.txt\b(?!/)")
#: Before the address of a security.txt: that one is sent there; and around it, that it only shows what one is.
_SENDS = regex(r"(?i)\b(?:see|zie|via|through|read|lees|contact|policy|beleid)\b(?:[^.!?]|\.(?=\S)){0,60}$")
_SHOWS = regex(r"(?i)example|voorbeeld|format|\brfc\b|\btest|\bcheck|controle")
_SECURITY = regex(rf"(?i)\bsecurity\b(?!\.txt)|beveilig|veiligheid|{_SUBJECT}")
_PLACEHOLDER = regex(r"(?i)\bexample\.|\bvoorbeeld\.")


def decoded(data: bytes) -> str:
    """The text of a document; bytes that are no text become replacement signs."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def words(text: str) -> int:
    """How many words a reader sees besides headings, badges, images, comments and front matter.

    An address is one word. A template that nobody filled in has none.
    """
    if _UNFILLED in text:
        return 0
    if _FIRST in text and _LAST in text:
        text = text[: text.index(_FIRST)]
    text = _HTML_HEADING.sub(" ", without_comments(_without_front_matter(text)))
    text = _TAG.sub(_lines_only, _URL.sub(" address ", text))
    return sum(len(_WORD.findall(_visible(line))) for line in _body(text.splitlines()))


def without_comments(text: str) -> str:
    """The text without the comments of HTML or XML, its lines kept; one that is never closed hides the rest."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start)
        end = len(text) if end < 0 else end + 3
        kept += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end
    return "".join([*kept, text[at:]])


def links(text: str) -> tuple[str, ...]:
    """The targets of the links in a text, without addresses of other sites."""
    found = [match[2] for match in _LINK.finditer(text) if match[2]]
    found += [match[2] for match in _RST_LINK.finditer(text)]
    return tuple(target for target in found if not re.match(r"[a-zA-Z][\w+.-]*:|#|//", target))


def contact(text: str) -> int | None:
    """The line (from 1) that says where a vulnerability is to be reported: an e-mail address or a reporting page."""
    for heading, block, line in _blocks(without_comments(text)):
        shown = _IMAGE.sub(_lines_only, block)
        near = _near(f"{heading}\n{shown}")
        for offset, part in enumerate(shown.split("\n")):
            mailboxes = [match for match in _EMAIL.finditer(part) if not _PLACEHOLDER.search(match[2])]
            if any(_OWN_MAILBOX.search(match[1]) for match in mailboxes) or (near and mailboxes):
                return line + offset
            if near and any(_is_desk(url[0]) for url in _URL.finditer(part)):
                return line + offset
        start = _sent_to_txt(heading, shown)
        if start is not None:
            return line + shown.count("\n", 0, start)
    return None


def about_reporting(text: str) -> bool:
    """Whether a text says that vulnerabilities are to be reported, and not only speaks of security."""
    return any(_near(f"{heading}\n{block}") for heading, block, _ in _blocks(without_comments(text)))


def addresses(text: str) -> bool:
    """Whether a text gives an e-mail address or the address of a page."""
    return _EMAIL.search(text) is not None or _URL.search(text) is not None


def _is_desk(url: str) -> bool:
    """Whether an address is one to report to; a security.txt is one where a site offers it, not among files."""
    if _NO_DESK.search(url) or not _DESK.search(url):
        return False
    return not _TXT.search(url) or _TXT_OF_SITE.match(url) is not None


def _sent_to_txt(heading: str, block: str) -> int | None:
    """Where a block on security sends a reader to the security.txt of a site, which says where to report."""
    for url in islice(_URL.finditer(block), 50):
        if _TXT_OF_SITE.match(url[0]) and _is_desk(url[0]):
            before, behind = block[max(0, url.start() - 100) : url.start()], block[url.end() : url.end() + 60]
            if _SENDS.search(before) and not _SHOWS.search(f"{before} {behind}"):
                return url.start() if _SECURITY.search(f"{heading}\n{_URL.sub(' ', block)}") else None
    return None


def _near(text: str) -> bool:
    text = _URL.sub(" ", text)  # `…/contact` is no request to report
    abouts = [match.start() for match in islice(_ABOUT.finditer(text), 200)]  # of most texts there are none
    acts = [match.start() for match in islice(_ACT.finditer(text), 200)] if abouts else []
    return any(abs(act - about) <= _NEAR for about in abouts for act in acts)


def _lines_only(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n") or " "


def _without_front_matter(text: str) -> str:
    for fence in ("---\n", "+++\n"):
        if text.startswith(fence):
            end = text.find(f"\n{fence.strip()}", len(fence) - 1)
            return text[end + 4 :] if end >= 0 else text
    return text


def _body(lines: list[str]) -> Iterator[str]:
    """The lines that are no heading, underlining or machinery."""
    fenced = False
    for at, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
            continue
        if fenced:
            yield line
            continue
        underlined = at + 1 < len(lines) and _UNDERLINE.fullmatch(lines[at + 1]) and line.strip()
        # A line above `---` is a heading only when it is short: after a paragraph the dashes are a rule or a table.
        if (
            underlined
            and len(line) <= 120
            and (at == 0 or not lines[at - 1].strip() or _UNDERLINE.match(lines[at - 1]))
        ):
            continue
        if not _HEADING.match(line) and not _UNDERLINE.fullmatch(line) and not _MACHINERY.match(line):
            yield line


def _visible(line: str) -> str:
    return _RST_LINK.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub(" ", line)))


def _blocks(text: str) -> Iterator[tuple[str, str, int]]:
    """Each paragraph or list item outside code: the heading above it, its text, and its first line."""
    heading, start, fenced = "", 1, False
    block: list[str] = []
    lines = text.split("\n")
    for at, line in enumerate(lines, 1):
        fence = _FENCE.match(line) is not None
        fenced ^= fence
        silent = fenced or fence or not line.strip()
        titled = not silent and (
            _HEADING.match(line) is not None
            or (not block and len(line) <= 120 and at < len(lines) and _UNDERLINE.fullmatch(lines[at]) is not None)
        )
        if block and (silent or titled or _ITEM.match(line)):
            yield heading, "\n".join(block), start
            block = []
        if titled:
            heading = line.strip("#= \t")
        elif not silent:
            start = start if block else at
            block.append(line)
    if block:
        yield heading, "\n".join(block), start
