"""What people are asked to write, read or look at, and how a text thanks or says what it holds itself."""

from oss_scan.licences.caseless import Caseless
from oss_scan.regex import regex

#: What people are asked to come with, and how: to write, to read or to look.
_MATTER = (
    r"(?:questions?|ideas?|suggestions?|bugs?|mistakes?|errors?|typos?|problems?|issues?|feedback|help(?:ing)?"
    r"|comments?|remarks?|security|vulnerabilit\w+|(?:know|learn|read|more) (?:more|about)|contribut\w+|improvements?"
    r"|corrections?"
    r"|vragen|vraag|idee(?:ën|en)?|fout(?:en|je)?|probleem|\w{0,40}(?:problemen|fouten|vragen)|tips?|hulp|help(?:en)?"
    r"|opmerking\w*|kwetsbaarhe\w+|lek"
    r"|(?:meer )?(?:weten|informatie)|meedoen|meehelpen|meedenken|bijdragen|verbetering\w*|suggesties?|translat\w+"
    r"|verbeter\w*|vertal\w+|twijfel\w*|doubts?|unsure|stuck|like|enjoy"
    r"|useful|missing|mis(?:t|sen)?|interested|ge[iï]nteresseerd|leuk|understand|begrijpen)"
)
_ASKED = (
    r"(?:e-?mail|mail|call|write(?: to)?|contact|tell us|let us|drop us|see|look|check|visit|read|join|open"
    r"|use the form|go to"
    r"|have a look|take a look|ask|find|bel|kijk|lees|zie|meld|stuur|schrijf|bezoek|ga naar|neem|laat het"
    r"|horen|give it|(?:create|file|raise|make) an"
    r"|geef het|star|send|report)"
)
#: Where one may turn to.
_PLACE = (
    r"(?:us|ons|team|website|site|forum|wiki|chat|page|pagina|blog|manual|handleiding|docs|documentation|issues?"
    r"|tracker|stack ?overflow|slack|discord|gitter|matrix|irc|github|gitlab"
    r"|mailing list|readme|paper|guide|uitleg|report|rapport|file|bestand|folder|map|history|geschiedenis|how|hoe"
    r"|\S+\.(?:md|txt|rst)|[\d ()+-]{5,20}|\u2042)"
)
INVITES = Caseless(
    # a question; a condition and what is asked; only what is asked
    rf"^[^.!?]{{0,80}}\b{_MATTER}\b[^.!?]{{0,80}}\?\W*$"
    rf"|^\W*(?:if|when|als|wanneer|for|voor|bij|heb|hebt|do)\b[^.;:]{{0,80}}\b{_MATTER}\b[^.;:]{{0,80}}\b(?:{_ASKED}"
    rf"|you can|you will|kunt u|kun je)\b"
    rf"|^\W*(?:please |then |dan |just |gerust )?{_ASKED}\b(?! with\b)[^.;:]{{0,60}}(?<!\w){_PLACE}(?!\w)"
    # where one who reads it finds what
    r"|^\W*(?:you|users?|anyone|everyone|everybody|u|je|iedereen|gebruikers|bezoekers|ontwikkelaars|developers"
    r"|contributors)"
    r" (?:(?:of|van) (?:(?:the|het|de|an?) )?(?:[\w-]+ ){1,2})?"
    r"(?:(?:can|may|will|might|should|kunt|kan|kunnen|always|also|altijd|ook) ){0,3}"
    r"(?:find|reach|contact|like|ask (?:us|for help|questions)|help (?:us|to)|report|join|follow|read|vindt|vind"
    r"|vinden|ons"
    r" bereiken|terecht|stellen|volgen|melden|open an issue|contribute|(?:is|are|zijn|bent|is) (?:very "
    r"|always )?(?:welcome|welkom)"
    r" (?:in|at|to (?:join|help|contribute|attend)|op|om)"
    r")\b"
    r"|^\W*(?:op|in|on|at|via) [^.;:]{1,60} (?:leest|vindt|ziet|lees|vind|zie|kunt|kun|you (?:can |will )?(?:find"
    r"|read|see))"
    r" (?:u|je|you|how|hoe)\b"
    r"|^\W*(?:de|het|een|meer|more) [^.;:]{1,60} (?:vindt|leest|ziet) u (?:in|op|bij|via|onder|hier)\b"
    rf"|^\W*(?:[\w-]+ ){{0,2}}{_MATTER}\b[^.;:]{{0,60}}\b(?:reported|melden|gemeld|mailen|gemaild|sent|gestuurd|asked"
    rf"|gesteld)\b"
    r"|\b(?:helps?|helpt|can help) (?:you|u|je) (?:further|verder|out|graag|with)\b"
    r"|^\W*(?:with|met) (?:this|these|dit|deze) [\w-]+ (?:you can|kunt u|kun je|kan men) (?!use|gebruik)",
)
#: That a licence is named since it is explained.
EXPLAINED = Caseless(
    r"\b(?:explain\w*|explanation|means|meaning|faq|questions? about|drafted|opgesteld|in \d+ (?:talen|languages)"
    r"|equivalent|inhoudt|betekent|uitleg\w*|vragen over"
    r"|read more about"
    r"|background)\b",
)
#: Links and no more.
LINKS = regex(r"(?:[^\w\[\]()]{0,8}\[[^\]\[]{1,40}\]\([^)(\s]{1,80}\)){2,20}[^\w\[\]()]{0,8}")
THANKS = Caseless(
    r"^\W*(?:(?:we|wij|I|ik|the authors?|the team|de makers?|de auteurs?|special|many|our|with|met|onze|veel|heel"
    r"|hartelijk\w*"
    r"|are|am|zijn|is|also|ook|very|most|zeer|deeply|would like to|willen|graag) ){0,5}(?:thanks?|thank you|thanking"
    r"|grateful|gratitude|indebted|acknowledges?|dank|bedankt|bedanken|danken|dankbaar|erkentelijk)\b"
    r"|^\W*(?:we|I|wij|ik) (?:hope|hopen|hoop|wish (?:you|everyone|all)|wensen (?:u|je|iedereen))\b"
    # how something is made; what somebody asks; who finds what where
    r"|^\W*(?:to (?:build|compile|generate|test|install|make|develop|update|reproduce)|om [^.;:]{1,60} te (?:bouwen"
    r"|maken|testen))"
    r"\b[^.;:]{1,80}\b(?:run|type|see|do|follow|draait?|zie|volgt?)\b"
    r"|^\W*(?:what|wat|why|waarom|how|hoe|where|waar)\b[^.!?]{1,100}\?\W*$"
    r"|^[^.;:,]{1,60}\b(?:finds?|vinden|vindt|reads?|lezen|leest)\b[^.;:]{1,80}\b(?:in|on|at|op|bij|via"
    r"|under|onder)\b"
)
OF_ITSELF = Caseless(
    r"^\W*(?:meer weten|(?:want to )?(?:know|learn|read) more|questions?|vragen)\b[^.;:]*\?\W*$|"
    r"^\W*(?:hieronder|below|hier|here) (?:vindt u|vind je|leest u|staan?|you (?:will |can )?(?:find|read)|follows?"
    r"|is|are) "
    r"(?:de|the|het|an?|een)\b|"
    r"^\W*(?:(?:if|wie|als|anyone|those|people|with|met|voor|for|bij|any|all|more|meer|further|heeft|hebt|have|you|u"
    r"|je|who|de|the) ){0,5}(?:questions?|vragen|inquiries|enquiries)\b[^.;:]*\b(?:go to|mail|contact|ask|answered|sent"
    r"|directed|terecht|mailen|stellen|gesteld|beantwoord|welkom|welcome)\b"
    r"|\b(?:in|on|op|onder) (?:this|dit|deze) (?:document|file|page|text|bestand|pagina|tekst)\b[^.;:]*\b(?:you|u|je"
    r"|we|wij)\b"
    r"|^\W*(?:this|the|dit|deze|het|de) (?:document|file|page|text|bestand|pagina|tekst) (?:describes|explains|lists"
    r"|shows|tells"
    r"|gives|beschrijft|vertelt|legt|toont)\b",
)
#: Where it is a condition that one asks or reads.
BEFORE = Caseless(
    r"\b(?:before|voor(?:dat)?|until|after|tot|na) (?:you|u|je|use|going|each|any|live|gebruik|elke?)\b"
    r"|\b(?:first|eerst)\b(?<!read the paper first)(?!.{0,40}\b(?:understand|contribut\w+|begrijpen|bijdra\w+"
    r"|ontwikkelaars"
    r"|developers|guide|manual|handleiding|uitleg)\b)",
)
