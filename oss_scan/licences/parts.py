"""The licence texts and notices inside a file: found by alignment, and by patterns where that does not settle it."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from oss_scan.licences.align import Hunk, Region, aligned, shares
from oss_scan.licences.appendix import divides
from oss_scan.licences.between import FEWEST_TOLD, alone, embedding, linking, told
from oss_scan.licences.caseless import Caseless
from oss_scan.licences.index import FEWEST_WORDS, references
from oss_scan.licences.inserted import without_inserted
from oss_scan.licences.judge import Difference, Judgement, judge, reference_words
from oss_scan.licences.leftover import unexplained
from oss_scan.licences.patterns import WHOLE, Pattern, allows, around, own
from oss_scan.licences.regions import regions
from oss_scan.licences.restricting import restrictions, says_so
from oss_scan.licences.slips import is_misread
from oss_scan.licences.spdx import family
from oss_scan.licences.statements import statements
from oss_scan.licences.titles import below_title
from oss_scan.licences.vocabulary import forbids, frees, permits
from oss_scan.licences.widening import reach
from oss_scan.licences.words import Words, split_bare
from oss_scan.regex import regex

#: Characters between known texts in which another one is looked for.
_PIECE = 200
#: Part of an altered text that is so little the same that it may be no such text, but a notice.
_HARDLY = 0.5
#: Words of a text without any known text in which patterns are looked for: in a longer one a notice settles nothing.
_MOST_PATTERN = 2500
#: What every licence and notice says that there is a pattern for.
_ENGLISH = Caseless(
    r"licen[cs]e|permi|distribut|warrant|hereby|may(?<=\bmay)\b|public domain|copying|you want"
    r"|use(?<=\buse)\b|code(?<=\bcode)\b|https?:"
)
#: The part of an aligned place that the pattern of a licence covers at least to settle it; what lies outside is judged
#: as text around it. And how much less of the words it may explain than the aligned text does.
_COVERS, _LESS_LIKE = 0.6, 0.06
#: A translation that is less like than this may be one of another version, of which the texts are not known.
_OTHER_VERSION = 0.93
#: Additions that are tried on a pattern at most.
_MOST_TRIED = 12
#: Words of a text for which another is looked for that is nearer.
_LONGEST = 1000
#: How far a text may be longer or shorter than the one that seemed likeliest, how alike it is at least, and the words
#: around that place in which it is looked for.
_AS_LONG, _ALIKE, _AROUND = 0.15, 0.85, 10
_ALL = 0.85  # of its words, where others stand between them
_WORD = regex(r"[^\W_]")
#: Words left out, of which none may permit anything; more are a part that a pattern knows may be left out.
_SENTENCE = 40
#: What a text permits to use.
_THINGS = frozenset((b"software", b"documentation", b"files", b"program", b"work", b"code", b"materials"))
#: Words of a text for which a pattern is quickly asked, also where the alignment might do.
_SHORT = 600


@dataclass(frozen=True, slots=True)
class Part:
    """A licence's text in a file, or (not `whole`) a notice that applies it, and its place in characters.

    `likeness`: which part of the words is the same, 1.0 where none differs. `differences`: those that may give it
    another meaning; `altered` says that it has, or may have.
    """

    licence: str
    start: int
    end: int
    whole: bool = True
    likeness: float = 1.0
    differences: tuple[Difference, ...] = ()
    altered: bool = False


def parts(text: str, bare: str) -> tuple[Part, ...]:
    """Every licence text and notice in a text without markup, in order and apart; `bare` lacks its copyright lines."""
    words = split_bare(bare)
    found = [below_title(words, one) for one in regions(words.codes)] if len(words.codes) >= FEWEST_WORDS else []
    if not found:
        likely = len(words.codes) <= _MOST_PATTERN and _ENGLISH.search(text)
        return tuple(_as_part(text, each) for each in alone(text)) if likely else ()
    places = words.places(edge for region in found for edge in (region.start, region.end - 1))
    judged = [(region, judge(words, region), (places[region.start][0], places[region.end - 1][1])) for region in found]
    patterns = around(text, (place for region, judgement, place in judged if not _is_settled(region, judgement)))
    spans = cache(words.spans)
    tried = (_settled(text, words, spans, region, judgement, place, patterns) for region, judgement, place in judged)
    settled = [part for part in tried if part]
    settled = sorted((*settled, *_linking(text, settled)), key=lambda part: part.start)
    if all(part.altered and part.likeness < _HARDLY for part in settled):
        notices = told(text, 0, len(text)) if len(words.codes) <= _MOST_PATTERN else ()
        if notices:
            return tuple(_as_part(text, each) for each in notices)
    between = (
        _as_part(text, each)
        for start, end in gaps(len(text), settled)
        if end - start >= _PIECE and len(words.text[start:end].split()) >= FEWEST_TOLD
        for each in told(text, start, end)
    )
    return tuple(sorted((*settled, *between), key=lambda part: part.start))


def _linking(text: str, found: Sequence[Part]) -> list[Part]:
    """The exceptions that no text or pattern has: for linking as GCC's libraries have it, where others give it, and for
    what a compiler embeds."""
    tried = (
        ("WITH GCC-exception-2.0", "GPL-", linking),
        ("WITH fmt-exception", "MIT", embedding),
    )
    given = [(each, find(text)) for each, to, find in tried if any(part.licence.startswith(to) for part in found)]
    return [
        Part(each, *place, likeness=0.99)
        for each, place in given
        if place and not any(part.start < place[1] and part.end > place[0] for part in found)
    ]


def gaps(length: int, found: Sequence[Part]) -> list[tuple[int, int]]:
    """What lies around the parts."""
    edges = [0, *(edge for part in found for edge in (part.start, part.end)), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end > start]


def _is_settled(region: Region, judged: Judgement) -> bool:
    """Whether what a text is follows from how it differs: no pattern is to be asked."""
    length = len(region.reference.codes)
    if judged.same or region.reference.licence.startswith("WITH "):
        return True
    return judged.near(length) and (length > _SHORT or judged.words == 0)


def _settled(
    text: str,
    words: Words,
    spans: Callable[[], Sequence[tuple[int, int]]],
    region: Region,
    judged: Judgement,
    place: tuple[int, int],
    patterns: Sequence[Pattern],
) -> Part | None:
    """What an aligned text is, at its place; None where it is no more than a part of an exception."""
    licence, likeness = region.reference.licence, 1.0 if judged.same else min(0.999, region.likeness)
    differ = judged.differences
    if differ:
        judged = without_inserted(text, words, spans, judged)
    near = judged.near(len(region.reference.codes))
    if _is_settled(region, judged):
        return Part(licence, *place, likeness=likeness) if judged.same or near else None
    over = [each for each in patterns if each.start < place[1] and each.end > place[0]]
    pattern = _pattern(over, region, spans()) if over else None
    if pattern and not judged.other_version and (family(pattern.licence) != family(licence) or not near):
        foreseen = _foreseen(text, words, spans(), region, differ, _own(text, spans(), region, pattern))
        if foreseen:
            return foreseen
    other = None if near else _rival(text, words, spans, region)
    if other:
        return Part(other.reference.licence, *place, likeness=min(0.999, other.likeness))
    whole = judged.seen or likeness >= _OTHER_VERSION
    return Part(licence, *place, whole, likeness, judged.differences, altered=not near)


def _own(text: str, spans: Sequence[tuple[int, int]], region: Region, pattern: Pattern) -> Pattern:
    """A pattern as `own` has it, which need not be asked where no word stands between its start and the place."""
    if bisect_left(spans, (pattern.start, 0)) == region.start:
        return pattern
    return own(text, pattern)


def _rival(text: str, words: Words, spans: Callable[[], Sequence[tuple[int, int]]], region: Region) -> Region | None:
    """Another known text about as long, from which a place does not differ in what matters: the most alike."""
    length = len(region.reference.codes)
    if length > _LONGEST:
        return None
    start, end = max(0, region.start - _AROUND), region.end + _AROUND
    tried = (
        aligned(each, words.codes, start, end)
        for each in references().texts
        if each is not region.reference
        and not each.licence.startswith("WITH ")
        and abs(len(each.codes) - length) <= length * _AS_LONG
        and shares(each, words.codes[start:end], _ALIKE)
    )
    ended = (each for each in tried if each and (each.end + 1 >= len(words.codes) or not each.is_cut))
    like = (each for each in ended if each.likeness >= _ALIKE or each.same >= _ALL * len(each.reference.codes))
    alike = (below_title(words, one) for one in sorted(like, key=lambda each: -each.likeness))
    weighed = ((each, without_inserted(text, words, spans, judge(words, each))) for each in alike)
    return next((each for each, said in weighed if said.seen and said.near(len(each.reference.codes))), None)


def _pattern(patterns: Sequence[Pattern], region: Region, spans: Sequence[tuple[int, int]]) -> Pattern | None:
    """The licence of which the pattern covers most of the words of a place."""

    def covered(each: Pattern) -> int:
        start, end = bisect_left(spans, (each.start, 0)), bisect_left(spans, (each.end, 0))
        return min(end, region.end) - max(start, region.start)

    ours = family(region.reference.licence)
    best = max(patterns, key=lambda each: (covered(each), family(each.licence) == ours), default=None)
    return best if best and covered(best) >= _COVERS * (region.end - region.start) else None


def _between(hunk: Hunk, start: int, end: int, best: Region) -> bool:
    """Whether words stand within the bounds of a pattern, but not of its text."""
    return start <= hunk.at < best.start or best.end <= hunk.at < end


def _foreseen(
    text: str,
    words: Words,
    spans: Sequence[tuple[int, int]],
    region: Region,
    differ: Sequence[Difference],
    pattern: Pattern,
) -> Part | None:
    """The text for which a pattern stands, where the pattern itself has what was added, and all but an ending."""
    start, end = bisect_left(spans, (pattern.start, 0)), bisect_left(spans, (pattern.end, 0))
    texts = [each for each in references().texts if family(each.licence) == family(pattern.licence)]
    tried = [each for each in (aligned(each, words.codes, start, end) for each in texts) if each]
    best = max(tried, key=lambda each: each.likeness, default=None)
    if best is None or end - start < WHOLE * len(best.reference.codes):
        return None
    known = best.same / (end - start) >= region.same / (region.end - region.start) - _LESS_LIKE
    if not known and family(pattern.licence) != family(region.reference.licence):
        return None
    judgement = judge(words, best)
    judged = judgement.differences
    beside = (each for each in differ if _between(each.hunk, start, end, best))
    ours = best.reference.licence
    added = [each.hunk for each in (*judged, *beside) if _tells(text, spans, each) or _adds(ours, words, each)]
    added += [each.hunk for each in judged if _is_of_thing(best, each) and each.hunk not in added]
    kept = {word for each in judged for word in each.added.split()}
    short = [each for each in judged if each.hunk.start and each.hunk.end - each.hunk.start <= _SENTENCE]
    lost = {word for each in short for word in each.removed.split()} - kept
    if len(added) > _MOST_TRIED or any(map(permits, lost)) or any(frees(each.removed) for each in short):
        return None
    misread = judgement.renamed or any(
        is_misread(each.removed.encode().split(), each.added.encode().split()) for each in judged
    )
    if judgement.renamed or misread:
        return None
    if not allows(text, pattern, ((spans[each.at][0], spans[each.to - 1][1]) for each in added)):
        return None
    return Part(pattern.licence, *reach(text, *_inner(spans, region, differ, pattern), pattern), likeness=0.99)


def _tells(text: str, spans: Sequence[tuple[int, int]], difference: Difference) -> bool:
    return forbids(difference.added) or says_so(difference.added) or _is_clause(text, spans, difference)


def _adds(licence: str, words: Words, difference: Difference) -> bool:
    return not difference.removed and divides(licence, words, difference.hunk)


def _is_of_thing(region: Region, found: Difference) -> bool:
    """Whether words stand right before or for what a text permits to use: they say of which of them."""
    known = reference_words(region.reference.licence, region.reference.codes) or ()
    return bool(found.added) and not _THINGS.isdisjoint(known[found.hunk.start : found.hunk.end + 1])


def _is_clause(text: str, spans: Sequence[tuple[int, int]], difference: Difference) -> bool:
    """Whether what was added has lines of its own, and says there what may limit."""
    if difference.removed or not difference.added:
        return False
    start, end = spans[difference.hunk.at][0], spans[difference.hunk.to - 1][1]
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end) % (len(text) + 1)
    alone = not _WORD.search(text, first, start) and not _WORD.search(text, end, last)
    return alone and any(statements(text[first:last]))


def _inner(
    spans: Sequence[tuple[int, int]], region: Region, differ: Sequence[Difference], pattern: Pattern
) -> tuple[int, int]:
    """The aligned place, without what lies beyond the pattern where that is another licence's or differs there."""
    start, end = spans[region.start][0], spans[region.end - 1][1]
    places = [spans[min(each.hunk.at, len(spans) - 1)][0] for each in differ]
    beyond = any(not pattern.start <= place <= pattern.end for place in places)
    if beyond or family(pattern.licence) != family(region.reference.licence):
        return max(start, pattern.start), min(end, pattern.end)
    return start, end


def _as_part(text: str, found: Pattern) -> Part:
    """A pattern as a part: altered where a notice has words in a gap of its pattern that restrict."""
    altered = not found.whole and not _is_notice(text, found)
    return Part(found.licence, found.start, found.end, found.whole, 0.99, altered=altered)


def _is_notice(text: str, found: Pattern) -> bool:
    """Whether all that restricts in a notice stands in the licence itself, or in the pattern of its notice."""
    lines = restrictions(unexplained([text[found.start : found.end]], [found.licence]))
    places = ((text.find(line, found.start, found.end), len(line)) for line in lines[:_MOST_TRIED])
    return allows(text, found, ((at, at + length) for at, length in places if at >= 0))


def exceptions(found: Sequence[Part]) -> Iterator[str]:
    """The exceptions among the parts."""
    return (part.licence.removeprefix("WITH ") for part in found if part.licence.startswith("WITH "))
