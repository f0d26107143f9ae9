"""What a repository shows of what a publiccode.yml asks: each answer with the file or the tag that it comes from."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from oss_scan.checks.publiccode import version_numbers
from oss_scan.errors import UnreadableError
from oss_scan.facts import prose
from oss_scan.facts.documents import collect_documents
from oss_scan.facts.licensing import collect_licensing
from oss_scan.facts.listing import Listing
from oss_scan.git import Repository, refs
from oss_scan.git.folder import folder_of
from oss_scan.git.objects import DamagedError, tagged
from oss_scan.publiccode.starting import LANGUAGE, QUESTIONS, Answer, wrong

_CODEOWNERS = ("CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_TEAM = re.compile(r"@[\w.-]{1,100}/[\w./-]{1,200}")
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6}|={1,6})[ \t]+(\S.{0,300})")
_ITEM = re.compile(r"[ \t]{0,3}[-*+][ \t]+(\S.{0,300})")
_FEATURES = re.compile(r"(?i)(key )?features|functies|functionaliteit(en)?|kenmerken|mogelijkheden")
_NO_PROSE = re.compile(r"[ \t]*([-*+>|#=<!`~]|\[!|\d{1,3}[.)][ \t]|:[\w-]+:|\.\. |//)|[ \t]{4}")
_MARKS = re.compile(
    r"!\[[^\[\]]{0,300}\](\([^()]{0,500}\))?|\[([^\[\]]{0,300})\](?:\([^()]{0,500}\)|\[[^\[\]]{0,100}\])"
    r"|[`*]|<[^<>]{0,300}>"
)
_SENTENCE = re.compile(r".+?[.!?](?=\s|$)")
_LANGUAGES = {
    "nl": re.compile(r"\b(de|het|een|van|en|voor|is|op|dat|met|deze|die|wordt|zijn)\b"),
    "en": re.compile(r"\b(the|a|of|and|for|is|to|in|that|with|this|are|be|by)\b"),
}
_LOCALE = re.compile(
    r"(?:^|/)(?:locales?|i18n|lang|languages?|translations)/(?:[\w-]{1,50}\.)?([a-z]{2})(?:[-_][A-Z]{2})?"
    r"(?:\.(?:json|ya?ml|po|ts|js|properties|php|xlf)$|/)"
)
_LONGEST = 2000  # characters of a long description
_MOST = 20  # features


def _found(repository: Repository, listing: Listing) -> Iterator[tuple[str, Answer]]:
    """Each answer, a better one for the same key after a lesser one."""
    if repository.addresses:
        yield "url", Answer(repository.addresses[0], "origin")
        yield "name", Answer(repository.addresses[0].rpartition("/")[2], "origin")
    licensing = collect_licensing(listing)
    if licensing.expression:
        source = licensing.files[0].path if licensing.files else "LICENSES/"
        yield "legal.license", Answer(licensing.expression, source)
    yield from _of_readme(listing)
    yield from _of_tags(repository)
    yield from _of_code(listing)
    yield from _of_owners(listing)


def guesses(repository: Repository) -> dict[str, Answer]:
    """The answers that the files, tags and address of a repository give; those that would be wrong are left out."""
    found = dict(_found(repository, Listing(repository.tree)))
    questions = {question.key: question for question in (LANGUAGE, *QUESTIONS)}
    return {
        key: answer
        for key, answer in found.items()
        if not any(wrong(questions[key], item, "en") for item in answer.items)
    }


def _of_readme(listing: Listing) -> Iterator[tuple[str, Answer]]:
    path = next((one.path for one in collect_documents(listing) if one.topic == "readme" and not one.unread), None)
    data = listing.read(path, prose.LIMIT) if path else b""
    if path is None or not isinstance(data, bytes):
        return
    lines = prose.decoded(data)[:100_000].split("\n")
    title = next((match[2] for line in lines[:50] if (match := _HEADING.fullmatch(line.rstrip(" #=")))), "")
    if 0 < len(_plain(title)) <= 60:
        yield "name", Answer(_plain(title), path)
    text = " ".join(_paragraphs(lines))
    sentence = _SENTENCE.match(text)
    if sentence and len(sentence[0]) <= 150:
        yield "description.*.shortDescription", Answer(sentence[0], path)
    if text:
        yield "description.*.longDescription", Answer(_cut(text), path)
        yield LANGUAGE.key, Answer(_language(text), path)
    features = tuple(_features(lines))
    if features:
        yield "description.*.features", Answer(features, path)


def _plain(text: str) -> str:
    """The words of a line of Markdown, without what cannot be printed."""
    said = _MARKS.sub(lambda match: match[2] or "", text)
    return " ".join("".join(one if one.isprintable() else " " for one in said).split())


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """The prose at the beginning, as far as the second heading."""
    headings, fenced = 0, False
    for number, line in enumerate(lines):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        below = lines[number + 1] if number + 1 < len(lines) else ""
        underlined = bool(line.strip()) and len(below.strip()) > 2 and not below.strip("=- ")
        headings += bool(_HEADING.match(line)) or underlined
        if headings > 1:
            return
        if not fenced and not underlined and line.strip("=- ") and not _NO_PROSE.match(line) and _plain(line):
            yield _plain(line)


def _cut(text: str) -> str:
    """No more than whole sentences of so many characters."""
    if len(text) <= _LONGEST:
        return text
    end = max(text.rfind(mark, 0, _LONGEST) for mark in (". ", "! ", "? "))
    return text[: end + 1] if end > 0 else text[:_LONGEST].rpartition(" ")[0]


def _language(text: str) -> str:
    lower = text.lower()
    return max(_LANGUAGES, key=lambda tag: len(_LANGUAGES[tag].findall(lower)))


def _features(lines: list[str]) -> Iterator[str]:
    """The first list below a heading that says features."""
    begun, number = False, 0
    for line in lines:
        heading = _HEADING.fullmatch(line.rstrip(" #="))
        if heading:
            if begun:
                return
            begun = bool(_FEATURES.fullmatch(_plain(heading[2]).rstrip(":")))
        item = _ITEM.fullmatch(line) if begun else None
        if item and _plain(item[1]) and number < _MOST:
            number += 1
            yield _plain(item[1])


def _of_tags(repository: Repository) -> Iterator[tuple[str, Answer]]:
    """The newest version, its date, and how far the software is by that."""
    tags = repository.history.tags if repository.history else ()
    named = [(numbers, tag) for tag in tags if (numbers := version_numbers(tag))]
    if not named:
        return
    numbers, tag = max(named)
    yield "softwareVersion", Answer(".".join(map(str, numbers)), f"tag {tag}")
    yield "developmentStatus", Answer("stable" if numbers[0] else "beta", f"tag {tag}")
    made = _made(repository, tag)
    if made is not None:
        yield "releaseDate", Answer(made.isoformat(), f"tag {tag}")


def _made(repository: Repository, tag: str) -> date | None:
    """The day on which a tag was made, where that can be told."""
    if repository.objects is None:
        return None
    try:
        oid = refs.names(folder_of(repository.path, ""), "refs/tags/").get(tag, "")
        return datetime.fromtimestamp(tagged(repository.objects, bytes.fromhex(oid)), UTC).date()
    except (UnreadableError, DamagedError, KeyError, ValueError, OverflowError, OSError):
        return None


def _of_code(listing: Listing) -> Iterator[tuple[str, Answer]]:
    """Platforms and kind, where files leave no doubt, and the languages that there are translations in."""
    names = listing.by_name
    phones = {"android": names.get("androidmanifest.xml", ()), "ios": names.get("project.pbxproj", ())}
    mobile = {name: paths[0] for name, paths in phones.items() if paths}
    page = next((path for path in ("index.html", "public/index.html", "src/index.html") if path in listing.paths), None)
    if mobile:
        source = next(iter(mobile.values()))
        yield "platforms", Answer(tuple(mobile), source)
        yield "softwareType", Answer("standalone/mobile", source)
    elif page and "package.json" in listing.paths:
        yield "platforms", Answer(("web",), page)
        yield "softwareType", Answer("standalone/web", page)
    spoken = {match[1]: path for path in listing.paths if (match := _LOCALE.search(path))}
    if len(spoken) > 1:
        source = next(iter(spoken.values()))
        yield "localisation.availableLanguages", Answer(tuple(sorted(spoken)), source)
        yield "localisation.localisationReady", Answer("true", source)


def _of_owners(listing: Listing) -> Iterator[tuple[str, Answer]]:
    """The team that CODEOWNERS names for everything, the last such line of which counts; a handle is no name."""
    path = next((path for path in _CODEOWNERS if path in listing.paths and listing.is_file(path)), None)
    data = listing.read(path, prose.LIMIT) if path else b""
    if path is None or not isinstance(data, bytes):
        return
    lines = [line.partition("#")[0].split() for line in prose.decoded(data)[:100_000].split("\n")]
    owners = next((words[1:] for words in reversed(lines) if words and words[0] == "*"), [])
    team = next((word for word in owners if _TEAM.fullmatch(word)), None)
    email = next((word for word in owners if _EMAIL.fullmatch(word)), None)
    if team:
        yield "maintenance.contacts[].name", Answer(team[1:], path)
    if email:
        yield "maintenance.contacts[].email", Answer(email, path)
