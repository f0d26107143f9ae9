"""Whether several licences in one file may be chosen from or all hold, as the words beside them say."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.excused import EXCUSED
from oss_scan.licences.limits import LIMITS
from oss_scan.licences.names import Named, find_all
from oss_scan.licences.spdx import families, family, join
from oss_scan.regex import regex

#: Of versions, and of what was changed in the files of others: no choice of licences.
OF_VERSIONS = Caseless(
    r"\beither (?:version|case|way|event|party)\b"
    r"|\(?\bat your (?:option|choice|discretion)\)?,? (?:any|a) (?:later|newer)\b"
    r"|\b(?:modifications|changes)\b[^.]{0,60}\bdual[- ]licen[cs]ed\b"
)
_OFFERS = Caseless(
    r"\beither\b(?=[^.;]{0,80}\b(?:licen[cs]es?|terms|licenties?)\b)|\bunder \W?either\b"
    r"|\bwhichever\b(?! (?:of \w+ )?(?:is|are|applies)\b)"
    r"|\bat (?:your|the \w+(?:'s)?) (?:option|choice|discretion)\b|\byour choice of\b"
    r"|\b(?:dual|tri|triple|multi)[- ]licen[cs](?:ed?|ing)\b"
    r"|\b(?:under|with|to|choose|pick|select|use|terms of|conditions of) (?:any )?(?:any|one) of"
    r" (?:the|these|those|two|three|following)\b(?=[^.;]{0,40}\b(?:licen[cs]es?|terms)\b)"
    r"|\b(?:may|can|might) (?:\w+ )?(?:choose|pick|select|opt)\b|\bnaar (?:eigen )?keuze\b"
    r"|\bonder een van de\b(?=[^.;]{0,40}\blicenties?\b)",
)
#: The same in a sentence that names one.
_ALTERNATIVELY = regex(r"\balternatively\b|\bals alternatief\b", re.IGNORECASE)
#: That there are several, beside one that is known.
ONE_OF = regex(
    r"\b(?:either|any|one) of the(?:se)? (?:following )?(?:two |three )?licen[cs]es\b"
    r"|\bdual[- ]licen[cs]ed\W{1,6}and is also available\b|\bunder a dual[- ]licen[cs]e\b",
    re.IGNORECASE,
)
#: With what one offers it.
_TURNS = regex(
    r"\byou (?:may|can)(?: also| freely)? (?:choose|pick|select|use|copy|(?:re)?distribute)\b"
    r"(?: it\b| th(?:is|e) \w+)?(?: and/or modify it)?(?: (?:which|either)\b)?"
    r"|\b(?:may|can) be (?:used|(?:re)?distributed|licen[cs]ed)\b"
    r"|\bthat (?:best )?(?:suits|fits) (?:you\b|your (?:[\w-]+ )?needs\b)(?: best\b)?"
    r"|\b(?:the )?(?:terms(?: and conditions)?|conditions) of\b|\bfollowing (?:terms|conditions)\b|\byour choice of\b"
    r"|\bper-\w{1,20}\b|\b(?-i:(?:[A-Z][\w.-]* ){1,6}Licen[cs]e)\b",  # a name
    re.IGNORECASE,
)
_OF_LICENCES = Caseless(r"licen[cs]|licenti|\bterms\b")
#: Between ids, and on a line between two texts.
_CAPITALS = regex(r"(?:[\da-z)]|\b(?:MIT|ISC|BSD)) OR (?=[A-Z(])")
_ALONE = r"^[^\w\n]{0,20}(?:or|of)(?:,? (?:at your (?:option|choice)|naar keuze))?[^\w\n]{0,20}$"
_OR_ALONE = regex(_ALONE, re.IGNORECASE | re.MULTILINE)
_OR = regex(
    r"[\s,)\]`'\"*_]{1,6}(?:or|of)\s+(?:(?:the|de|under|onder|terms|of)\s+){0,4}[(\[`'\"*_]{0,3}", re.IGNORECASE
)
#: That the choice is refused; that it holds for some of the files or for what others send in; that others have none.
_DENIES = regex(
    r"\b(?:not|never|no longer|cannot|niet|geen)\b|\b(?:both|beide) (?:licen\w+ )?(?:apply|hold|are|gelden|zijn)\b",
    re.IGNORECASE,
)
_PARTLY = regex(
    r"\b(?:some|these|those|following|certain|other|individual) (?:[\w-]+ ){0,2}"
    r"(?:files|parts|components|libraries|modules)\b"
    r"|\bfiles (?:following|in|below|under)\b|\b(?:portions?|parts?) of\b|\bexamples\b|\bdocumentation\b"
    r"|\b(?:logos?|icons?|fonts?|images?)\b|^\W*[\w./-]+\.(?:c|h|cpp|js|ts|py|java|css)\b"
    r"|\bcontribut\w+|\b(?:each|every|respective(?:ly)?|depending)\b|\b(?:contains?|includes?|incorporates?|bevat) "
    r"|(?<!\ball )(?<!\balle )\b(?:modules|components|libraries|plug-?ins|onderdelen)\b(?!/)",
    re.IGNORECASE,
)
#: Between two names: that each is of something else, as in `the library under one, the tools under the other`.
_APART = regex(
    r"\b(?!(?:or|and|of|en|either|also|licen[cs]ed|available|distributed|released|published|used|it|others?)\b)"
    r"\w[\w./-]*,? (?:(?:is|are|zijn) )?(?:(?:licen[cs]ed|released|distributed) )?(?:under|onder|for|voor)\b",
    re.IGNORECASE,
)
_ELSEWHERE = regex(
    r"\bfiles\b[^.]{0,40}\b(?:under|have|has)\b[^.]{0,20}\bdifferent (?:terms|licen[cs]es?)\b", re.IGNORECASE
)
#: Where an empty line ends no sentence: below a colon or comma, and above the mark of a list.
_GOES_ON = regex(r"(?<=[:,])\s{0,40}\n\s{0,40}\n|\n\s{0,40}\n(?=[ \t]*(?:[-*•]|or\b|of\b))", re.IGNORECASE)
_SENTENCE = regex(r"(?<=[.!?])\s+(?=[A-Z\"'(*`_\[])|\n\s{0,40}\n")
_SPACE = regex(rf"(\n?{_ALONE}\n?)|[^\S\n]+|\n\s*(?:[*#;]+[^\S\n]+)?", re.IGNORECASE | re.MULTILINE)
#: What is offered, by a name: the work's own where it stands elsewhere too, in a title say.
_OF_A_NAME = regex(
    r"[^\w\n]*(?!(?:This|The|It|All|Everything|De|Het|Dit|Deze)\b)([A-Z][\w.-]*)(?: [A-Z][\w.-]*){0,3} (?:is|are) "
)
#: Behind the name of a licence that another is like.
_LIKE = regex(r"[- ](?:like|style)\b", re.IGNORECASE)
#: Licences that a sentence without a name in it can offer.
_TWO, _THREE, _THREE_WORD = 2, 3, regex(r"\b(?:three|tri|triple)\b", re.IGNORECASE)


def combined(licences: Sequence[str], left: str) -> str | None:
    """The expression of licences that one file gives; None where a choice is told of which it is not clear what it is.

    `left` is what stands around their texts and notices.
    """
    if len(licences) < _TWO:
        return join(licences)
    tags = {each.expression for each in find_all(left) if each.form == "tag"}
    tag = tags.pop() if len(tags) == 1 else None
    if tag and families(tag) == frozenset().union(*map(families, licences)):
        return tag
    offers = tuple(offering(left))
    if not offers:
        return join(licences)
    chosen = _chosen(licences, offers)
    if (
        chosen is None
        or (not _names_all(chosen, offers) and any(_of_another(each, left) for each in offers))
        or _ELSEWHERE.search(left)
        or any(map(_PARTLY.search, offers))
    ):
        return None
    rest = [each for each in licences if each not in chosen]
    return join([choice for choice in (join(chosen, "OR"), *rest) if choice])


def offering(left: str) -> Iterator[str]:
    """The sentences that offer a choice of licences."""
    return (plain for plain in map(_plain, _sentences(left)) if _offers(plain))


def without_offers(left: str) -> str:
    """What stands around texts without the sentences that do no more than offer a choice of them."""
    sentences = _sentences(left)
    kept = [sentence for sentence in sentences if not _only_offers(_plain(sentence))]
    return left if len(kept) == len(sentences) else "\n\n".join(kept)


def _sentences(left: str) -> list[str]:
    return _SENTENCE.split(_GOES_ON.sub("\n", left))


def _plain(sentence: str) -> str:
    return OF_VERSIONS.sub(" ", _SPACE.sub(lambda found: found[1] or " ", sentence))


def _offers(sentence: str) -> bool:
    if _CAPITALS.search(sentence) or _OR_ALONE.search(sentence) or _names_or(sentence):
        return True
    if _ALTERNATIVELY.search(sentence) and find_all(sentence):
        return True
    return _OF_LICENCES.search(sentence) and _OFFERS.search(sentence)


def _only_offers(sentence: str) -> bool:
    """Whether a sentence offers a choice and has no word that limits but in turns of phrase with which one offers."""
    return _offers(sentence) and not LIMITS.search(EXCUSED.sub(" ", _TURNS.sub(" ", sentence)))


def _names_or(sentence: str) -> bool:
    """Whether nothing but `or` stands between two licences that a sentence names."""
    named = find_all(sentence)
    return any(_OR.fullmatch(sentence, one.end, other.start) for one, other in pairwise(named))


def _chosen(licences: Sequence[str], offers: Sequence[str]) -> Sequence[str] | None:
    """Those of the licences that are offered; None where that is not clear."""
    if any(map(_DENIES.search, offers)) or any(map(_are_apart, offers)):
        return None
    named = tuple(each for sentence in offers for each in _named(sentence))
    ours = tuple(licence for licence in licences if any(_means(each, licence) for each in named))
    if any(not any(_means(each, licence) for licence in licences) for each in named):
        return None  # of something else
    if len(licences) == _TWO:
        return licences
    if not named and len(licences) == _THREE and any(map(_THREE_WORD.search, offers)):
        return licences
    return ours if len(ours) >= _TWO else None


def _names_all(licences: Sequence[str], offers: Sequence[str]) -> bool:
    """Whether one sentence offers each of the licences by its name."""
    return any(all(any(_means(name, each) for name in _named(sentence)) for each in licences) for sentence in offers)


def _of_another(sentence: str, left: str) -> bool:
    """Whether a sentence that names no licence offers what may be another work: its name stands there once."""
    named = _OF_A_NAME.match(sentence)
    return named is not None and left.count(named[1]) == 1 and not find_all(sentence)


def _are_apart(sentence: str) -> bool:
    """Whether a sentence gives each licence that it names to something else."""
    return any(_APART.search(sentence, one.end, other.start) for one, other in pairwise(find_all(sentence)))


def _named(sentence: str) -> Iterator[str]:
    """The licences that a sentence names, those without a version as they are written."""
    for each in find_all(sentence):
        if _LIKE.match(sentence, each.end):
            continue
        yield from families(each.expression) if each.expression else (_stem(sentence, each),)


def _stem(sentence: str, named: Named) -> str:
    return sentence[named.start : named.end].lower()


def _means(name: str, licence: str) -> bool:
    base = family(licence.partition(" WITH ")[0])
    return name == base or base.lower().lstrip("0").startswith(name)
