"""Words by which a difference between two texts is weighed, in English and Dutch."""

from oss_scan.licences.limits import FORBIDS
from oss_scan.regex import regex


def _set(words: str) -> frozenset[bytes]:
    return frozenset(word.encode() for word in words.split())


#: Words that stand in a licence's place for a name, one of `SLOT` among them.
PARTY = _set("""
    the of and or its their any this that by in to for name names copyright holder holders owner owners author authors
    contributor contributors organization organizations company corporation corp inc ltd llc bv gmbh foundation project
    team regents university institute nor either neither license licensor software developers developer group committee
    committers individual individuals person persons original initial other parties party all rights reserved insert
    california berkeley development institution
""")
SLOT = _set("""
    copyright holder holders owner owners author authors contributor contributors organization company regents
    university california licensor insert name names foundation project berkeley
""")
#: Of these, those that stand for a name by themselves: `the copyright` is none. And whoever gets a permission.
NAMED = SLOT - _set("copyright")
WHOM = _set("person persons individual individuals party parties")
#: Words that a line on whose the work is leaves behind where it is broken in two.
HOLDER = SLOT | _set("of the inc year yyyy copyright all rights reserved free software")
#: Whom a licence speaks to, or of: no name of who made the work, unless others stand beside them.
ROLES = _set("you your user users licensee licensees recipient recipients distributor distributors purchaser customer")
#: Words of such a line that say when, and those of a sentence about copyright.
DATED = _set("year years yyyy reserved name")
ABOUT = _set("law laws means license licensed notice notices treaty work works use used this that which who per")
#: Words of the history that stands above the licences of Python; with others it may say more.
HISTORY = _set("""
    a abc above accessing according all also although and are as at author b became because been below beopen but by
    called centrum changes choice clause cnri com combine compatible conditions continued contributions core corporation
    created creations cwi definition derived development digital direction distribute distributing doesn don early
    footnotes for form formed foundation from gpl guido have has he his historically history however http https in
    includes incompatible initiatives intellectual is it its language law lawyer let license licenses make making many
    mathematisch may mean member modified most moved national netherlands nl no non not now october of on open
    opensource or org organization other others otherwise outside own owner possible principal profit property psf
    python pythonlabs re related release released releases remains research reston richard rossum s same see several
    software source specifically sponsoring stallman stichting successor summarizes t table team terms thanks that the
    these thru to told under unlike us using va van various version versions virginia volunteers was we where which who
    with without work worked www year yes you your zope starting examples recipes code documentation dual licensed zero
    bsd some incorporated into different listed falling
""")
#: Words of the addresses of the Free Software Foundation, which moved; and those that only go with them.
ADDRESS = _set("""
    59 51 675 31 temple place mass ave suite 330 franklin street floor boston cambridge 02111 1307 02110 1301 02139 gnu
    org milk 1335 united states
""")
ADDRESS_TOO = _set("st fifth 5th ma usa inc http www licenses fsf free software foundation write to the see if not")
#: Words that limit elsewhere, and not in a place for a name.
IN_NAMES = _set("nor neither research educational academic")
#: Words that some copies lack, and that some have more, and that change nothing: in disclaimers, and for what is named.
MAY_LACK = frozenset(
    {
        b"arising from",
        b"names of",
        b"and contributors",
        b"or contributors",
        b"whether in contract strict liability",
        b"this work is being provided by the copyright holders under the following",
    }
)
MAY_ADD = frozenset(
    {b"and its documentation", b"of the theme", b"appendix", b"of this software", b"or its contributors"}
    | {b"noninfringement", b"and noninfringement", b"and non infringement", b"non infringement"}
)
#: A word, one behind it that may lack or for which another may stand, and the other: of `and/or`, of `those notices`.
EITHER_WAY = frozenset(
    {(b"and", b"or"), (b"excluding", b"those", b"any")}
    | {(before, b"express", b"expressed") for before in (b"kind", b"any", b"either", b"without", b"all")}
)
#: Turns of phrase of which each may stand for the other.
SAME_SAID = frozenset(
    {(b"fail to", b"not"), (b"prior to", b"before"), (b"for example", b"for instance"), (b"upon", b"on")}
    | {(b"until", b"till"), (b"while", b"whilst"), (b"in addition", b"additionally")}
)
#: What a disclaimer may call the work, where the text says software.
WORK = _set("software theme program library package module")
#: Words that may be missing or doubled without a change of meaning.
FILLERS = _set("the an this that these those of to in is are it its his her their as by on at for please then")
#: Words that differ little from another, of which each has its own meaning.
COMMON = _set("""
    may my must not note now nor or for of off on in no non any and an all with within without is as if it its use used
    user sell sale shall will he the they then than that this these those you your our out one none own owner are be by
    modify modified notify do so to at can cannot could would should has have had licence license licensed licensee
    licensor make made new more most less free fee from form each such other author authors authority above about
""")
#: Two of them that are often taken for each other, and give or limit nothing.
CONFUSED = _set("form from")
#: Words that may be meant, and are left of one that gives or limits where a letter is lost.
OTHER_WORDS = _set("an ever very for fee end led mere either transit use uses sing cop copes coping een onder mis")
#: What is left of two words where they are written as one, since a letter alone is no word (don't).
CONTRACTED: dict[tuple[bytes, ...], tuple[bytes, ...]] = {
    (f"{word}n".encode(),): (word.encode(), b"not") for word in ("do", "does", "is", "are", "has", "have")
}
#: What turns the meaning of a word that it stands before.
TURNS = ("un", "non", "no", "in", "im", "ir", "dis", "on", "niet")
#: Words that say what one may do; and these in any form, with those that say how far that reaches.
_PERMITS = (
    r"use|copy|modify|merge|publish|(?:re)?distribut(?:e|ion)|sublicense|sell|reproduce|prepare|display|perform"
    r"|deal|make|import|transfer|transmit|execute|alter|lend|rent|communicate|convey|propagate|exploit|charge|offer|without"
)
GIVES = regex(
    rf"{_PERMITS}|use\w*|using|cop(?:ies|ying)|modif\w*|\w*distribut\w*|sublicens\w*|grant\w*|free\w*|irrevocable"
    r"|perpetual|worldwide|royalty|rights?|any|all|every|also|and|or|both|made|derivative|works|communicat\w*|available"
    r"|run|patents?|unlimited|source|binary|forms?|permit\w*"
)
_DOES = regex(_PERMITS)
#: Turns of phrase without which a permission is a smaller one.
_FREES = regex(r"\b(?:free of charge|without (?:fees?|restrictions?|limitation|charge|written agreement))\b")
#: Words that take a permission away, or attach a condition to it.
_FORBIDS = regex(
    rf"\b({'|'.join(FORBIDS.split())}"
    r"|no|can|neither|exclusive\w*|may|sold|sale|revo\w*|trade secrets?|classified|\w*geheim\w*|good|pay\w*"
    r"|academic|research|educational|internal\w*|personal\w*|written|prior|require\w*|limit\w*|subject|provided"
    r"|uitsluitend\w*|zonder|mag|mogen|ohne|außer|seulement|solo|solamente"
    r")\b"
)


def forbids(words: str) -> bool:
    """Whether words may take away a permission, or attach a condition to it."""
    return bool(_FORBIDS.search(words))


def frees(words: str) -> bool:
    """Whether words say that what one may do costs nothing, or has no limit."""
    return bool(_FREES.search(words))


def permits(word: str) -> bool:
    """Whether a word says what one may do: without it, one may not."""
    return bool(_DOES.fullmatch(word))
