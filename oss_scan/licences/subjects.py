"""What a clause is about that tells of the project or its past, by how it begins and by its verb."""

from oss_scan.licences.caseless import Caseless
from oss_scan.licences.limits import PROGRAM

#: Who or what a clause about the project has for its subject, and with what one about the past begins.
_OF_PROJECT = (
    rf"(?:{PROGRAM}|program\w*|demo|code|source|team|parser|model|results?|calculations?|design|tests?|documentation"
    r"|manual|paper|report|article|thesis|study|research"
    r"|(?:main |first |current |latest |new |old )?(?:version|branch|release|office|idea|name|choice|reason|list)"
    r"|website|site|forum|page|map|data(?: ?set)?|algorithm|method|framework|plugin|service|engine|client|script"
    r"|folder|council|steering committee|committee|board|city|municipality|ministry|province|university|community"
    r"|work|history|answer|antwoord|newsletter|nieuwsbrief|year|jaartal|line|meetings?|development|maintenance"
    r"|funding|logo|icons?|fonts?|examples?|feedback|contribution|text|broncode|bibliotheek|pakket|systeem|rekenhart"
    r"|uitkomsten|resultaten|ontwerp|handleiding|versie|naam|keuze|reden|lijst|kaart|gegevens|methode|gemeente"
    r"|gemeenteraad|stuurgroep|raad|stad|provincie|universiteit|ontwikkeling|geschiedenis|aanleiding|rapport|werk"
    r"|onderzoek|bijdrage|uitleg|tekst)"
)
#: What may stand before a subject.
_FIRST = (
    r"^\W*(?:(?:in|since|from|with|on|as of|sinds|met|vanaf|bij) [^,.;]{1,60}[,:] ?|(?:also|originally|currently|today"
    r"|now|nowadays|since then|meanwhile|tegenwoordig|sindsdien|here|there|later|ook|nu|by the way|hier|vandaag"
    r"|inmiddels|please note(?: that)?|note(?: that)?:?),? )?"
)
SUBJECT = Caseless(
    rf"{_FIRST}"
    r"(?:(?:our|onze|ons) (?:[\w'’-]+ ){1,3}?(?:is|are|was|were|can|has|have|needs?|uses?|will|zijn|heeft|hebben|kan"
    r"|staat|staan)\b|"
    rf"(?:the|this|our|an?|its|their|your|de|het|dit|deze|ons|onze|een) (?:[\w'’-]+ ){{0,3}}?{_OF_PROJECT}\b"
    r"|(?:it|we|he|she|wij|er|there|het)\b(?! (?:give|grant|lend|share|sell|want|ask|reserve|may|might|geven|kunnen"
    r"|mogen|can (?:end|stop)))"
    r"|(?:(?:older|old|newer|new|previous|all|our|oude(?:re)?|nieuwe) )?(?:releases|(?:bug )?reports|answers|names"
    r"|tests|icons|fonts"
    r"|contributions|results|downloads|tags|builds|version numbers|issues|pull requests)\b)",
    rf"{_FIRST}(?-i:[A-Z][\w.-]+) (?:is|was|has|had|(?<!s )(?:can|will|use)|uses|started"
    rf"|began|reads|runs|needs|stands|heeft|kan|wordt|werd)\b",
)
_DONE_THEN = (
    r"(?:ge(?!sloten|heim|bonden|reserveerd)\w+|begonnen|ontstaan|ontwikkeld|vastgesteld|overgedragen|overgenomen|betaald|verhuisd"
    r"|bedacht|\w+eerd|uitge\w+|opge\w+|over\w+n|been|become|\w+ed|written|built|made|grown|moved|begun|won)"
)
WAS = Caseless(
    r"\b(?:was|were|had|did|began|started|grew|moved|became|came|went|took|gave|made|wrote|built|left|led|won|chose"
    r"|used to"
    r"|paid for (?:the|this|it|its|most|all)|financed|financierde"
    r"|lived|sat|stood|drew|spoke|said|brought|thought|met|knew|saw|spent|taught|decided|took|bestond(?:en)?|ran"
    r"|joined|helped|lag|liep|nam|deed|deden|gaf|schreef|received|appeared"
    r"|learned"
    r"|was(?:sen)?|waren|werd(?:en)?|had(?:den)?|heette|kreeg|kwam|ging|begon|ontstond|besloot|vormde|maakte|koos"
    r"|schreven|bouwde|stond|viel)\b"
    r"|^\W*(?:paid(?: for)?|betaald|bekostigd) (?:by|from|door|uit) (?!(?:the |de |each |every |elke |iedere )?"
    r"(?:users?|hour|day|seat|copy|gebruikers?|afnemers?|uur)\b)",
)
HAS = Caseless(
    rf"\b(?:has|have|heeft|hebben|zijn|is(?! \w+ed\b))(?: [\w'’-]+){{0,6}}? {_DONE_THEN}\b"
    r"|^\W*(?:ge(?!sloten|heim|bonden|reserveerd)\w+[dtn]|ontstaan|ontwikkeld|begonnen|built|written)\b",
)
#: That a clause about the past says how things are too, or of what was given to whom.
NOW = Caseless(
    r"\b(?:is|are|has|have|zijn|heeft|hebben|wordt|worden)\b"
    rf"(?! (?:[\w'’-]+ ){{0,6}}?{_DONE_THEN}\b)"
    r"|\b(?:may|must|shall|can|will|cannot|do|does|mag|moet|zal|kan|blijft|geldt)\b"
    r"|\b(?:for|to|voor|aan) (?:\w+ )?(?:internal|private|personal|commercial|intern|eigen|persoonlijk|commercieel)"
    r"|\b(?:withdrawn|revoked|replaced|ingetrokken|vervangen|terminated|expired|verlopen|superseded|sold to"
    r"|limited to)\b"
    r"|\b(?:only|just|solely|alleen|slechts|uitsluitend) (?:for|to|by|voor|aan|door)\b"
    r"|\b(?:not|never|niet|nooit) (?:been )?(?:made|meant|intended|released|given|published|cleared|bedoeld"
    r"|vrijgegeven)\b",
)
#: How a clause begins that is a fragment on whom or what it is for, or a demand.
NO_TALE = Caseless(
    r"^\W*(?:(?:for|to|by|at|within|inside|outside|until|unless|only|not|no|if|when|before|after|while|during|as|once"
    r"|voor"
    r"|aan|door|binnen|buiten|tot|tenzij|alleen|niet|geen|als|wanneer|na|terwijl|tijdens|zodra|on|ter|under|onder|op"
    r"|in)\b"
    r"(?!.{1,80}\b(?:staat|staan|ligt|liggen|zit|zitten|vindt|is|are|stands|lies|was|were|moved|came|grew|began"
    r"|became|werd|werden|kwam|begon|verhuisde)\b(?! (?:for|voor|closed"
    r"|free|open)\b))"
    r"|(?:do|don['’]t|keep|leave|show|put|mention|name|credit|treat|handle|hold|return|give|take|look|touch|destroy"
    r"|delete"
    r"|remove|wait|obey|follow|respect|honou?r|houd|laat|toon|noem|geef|behandel|verwijder|vernietig|wacht|volg|zet|doe"
    r"|made|meant|intended|given|handed|bound|sealed|bedoeld|bestemd|gegeven)\b)",
)
