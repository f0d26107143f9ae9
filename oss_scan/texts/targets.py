"""Why a forge, a repository or a part of a scan could not be read, or not to the end."""

from collections.abc import Mapping

from oss_scan.texts.text import Text

REASONS: Mapping[str, Text] = {
    "forge-failed": Text(
        "{url} gaf ook na enkele pogingen geen bruikbaar antwoord ({detail}), en wat het niet opsomde is niet "
        "gescand; probeer het later opnieuw",
        "{url} gave no usable answer, also after several tries ({detail}), and what it did not list was not scanned; "
        "try again later",
    ),
    "forge-wait": Text(
        "{url} vraagt {seconds} seconden te wachten, en dat is te lang; zet een token in {variable}, of probeer het "
        "later opnieuw: wat al was opgesomd is onthouden",
        "{url} asks to wait for {seconds} seconds, which is too long; put a token in {variable}, or try again later: "
        "what was listed already is remembered",
    ),
    "forge-refused": Text(
        "{url} weigert te antwoorden (HTTP {status}); zet een token in {variable}, of kijk na of dat nog geldig is",
        "{url} refuses to answer (HTTP {status}); put a token in {variable}, or see whether it is still valid",
    ),
    "forge-gone": Text(
        "{url} is er niet (HTTP {status}): verwijderd, verkeerd gespeld, of alleen zichtbaar met een token",
        "{url} is not there (HTTP {status}): removed, misspelt, or visible with a token only",
    ),
    "forge-blocked": Text(
        "{url} is om juridische redenen geblokkeerd (HTTP {status})",
        "{url} is blocked for legal reasons (HTTP {status})",
    ),
    "forge-elsewhere": Text(
        "{url} verwijst door naar een andere server ({to}), en die wordt niet gevolgd",
        "{url} leads to another server ({to}), which is not followed",
    ),
    "source-refused": Text("{nl}", "{en}"),
    "folder-empty": Text("{nl}", "{en}"),
    "register-url": Text(
        "{register} noemt {url}, en dat is geen https-adres van een repository",
        "{register} names {url}, which is no https address of a repository",
    ),
    "not-a-repository": Text(
        "{path} is geen git-repository; wijs een werkkopie of een kale repository aan",
        "{path} is not a git repository; name a working copy or a bare repository",
    ),
    "folder-too-deep": Text(
        "{path} ligt {depth} mappen diep en is niet verder doorzocht: of er een repository in ligt is niet bekend; "
        "noem een map die dichterbij ligt",
        "{path} lies {depth} folders deep and was not looked through any further: whether a repository lies in it is "
        "not known; name a folder that is closer",
    ),
    "inside-repository": Text(
        "{path} is niet de bovenste map van een repository; bedoelt u {top}?",
        "{path} is not the top folder of a repository; do you mean {top}?",
    ),
    "head-missing": Text(
        "HEAD van {path} wijst naar de branch {branch}, en die bestaat niet; verwijs HEAD naar een bestaande branch",
        "HEAD of {path} points to the branch {branch}, which does not exist; let HEAD point to one that does",
    ),
    "no-worktree": Text(
        "{path} heeft geen werkmap om te beoordelen; laat --worktree weg, of noem een werkkopie",
        "{path} has no working tree to judge; leave out --worktree, or name a working copy",
    ),
    "worktree-unlisted": Text(
        "de bestanden in {path} konden niet worden opgesomd ({detail}); laat --worktree weg, of zie git status",
        "the files in {path} could not be listed ({detail}); leave out --worktree, or see git status",
    ),
    "too-many-files": Text(
        "{path} heeft meer dan {limit} bestanden en mappen in een commit, en dat wordt niet gelezen; kijk of dat klopt",
        "{path} has more than {limit} files and folders in one commit, which is not read; see whether that is right",
    ),
    "git-missing": Text(
        "voor {path} is git nodig, en dat is niet gevonden; installeer git",
        "{path} needs git, which was not found; install it",
    ),
    "git-too-old": Text(
        "git op deze machine is te oud om {url} op te halen ({detail}); installeer git 2.29 of nieuwer",
        "git on this machine is too old to fetch {url} ({detail}); install git 2.29 or newer",
    ),
    "no-such-path": Text(
        "{path} bestaat niet; wijs een bestaande map aan", "{path} does not exist; name an existing folder"
    ),
    "no-permission": Text(
        "{path} mag niet worden gelezen; geef leesrechten", "{path} may not be read; give read permission"
    ),
    "corrupt": Text(
        "{path} is beschadigd ({detail}); herstel de repository met git fsck of kloon haar opnieuw",
        "{path} is damaged ({detail}); repair the repository with git fsck, or clone it again",
    ),
    "unsupported": Text(
        "{path} kan niet worden gelezen ({detail}); kloon de repository opnieuw met een gewone git",
        "{path} cannot be read ({detail}); clone the repository again with plain git",
    ),
    "no-commit-then": Text("{path} had op {date} nog geen commit", "{path} had no commit yet on {date}"),
    "internal": Text(
        "interne fout bij {path}: {detail}; meld dit bij de makers van oss-scan",
        "internal error on {path}: {detail}; please report this to the makers of oss-scan",
    ),
    "not-judged-yet": Text(
        "de scan is niet voltooid en had deze repository nog niet bekeken; laat de scan afmaken",
        "the scan is not complete and had not looked at this repository yet; let the scan be completed",
    ),
    "worker-died": Text(
        "het beoordelen van {path} brak drie keer onverwacht af; meld dit bij de makers van oss-scan",
        "judging {path} broke off unexpectedly three times; please report this to the makers of oss-scan",
    ),
    "timed-out": Text(
        "{path} was na {seconds} seconden niet klaar en is afgekapt; scan de repository apart, of herstel haar",
        "{path} was not done after {seconds} seconds and was cut off; scan the repository by itself, or repair it",
    ),
    "remote-failed": Text(
        "{url} kan niet worden opgehaald ({detail}); controleer het adres en de toegang",
        "{url} cannot be fetched ({detail}); check the address and your access",
    ),
    "remote-away": Text(
        "{url} was niet te bereiken, of de verbinding brak steeds af ({detail}); scan later nog eens",
        "{url} could not be reached, or the connection broke off each time ({detail}); scan again later",
    ),
    "proxy-login": Text(
        "de proxy laat {url} niet door ({detail}): hij kent gebruiker en wachtwoord niet; zet ze in https_proxy, als "
        "http://GEBRUIKER:WACHTWOORD@PROXY:POORT",
        "the proxy does not let {url} through ({detail}): it does not know the user and password; put them in "
        "https_proxy, as http://USER:PASSWORD@PROXY:PORT",
    ),
    "proxy-refused": Text(
        "de proxy maakt geen verbinding met {url} ({detail}); vraag de beheerder van de proxy dit adres toe te staan, "
        "controleer https_proxy, of noem de host in no_proxy waar hij zonder proxy te bereiken is",
        "the proxy makes no connection with {url} ({detail}); ask who runs the proxy to allow this address, check "
        "https_proxy, or name the host in no_proxy where it can be reached without one",
    ),
    "host-busy": Text(
        "{host} had niet op tijd een beurt vrij: andere repository's van deze host duurden lang; scan nog eens, of "
        "geef er met --per-host meer tegelijk een beurt",
        "{host} had no turn free in time: other repositories of this host took long; scan again, or give more of them "
        "a turn at once with --per-host",
    ),
    "remote-timeout": Text(
        "{url} is niet binnen {seconds} seconden opgehaald; probeer het later opnieuw, of kloon de repository en scan "
        "de kloon",
        "{url} was not fetched within {seconds} seconds; try again later, or clone the repository and scan the clone",
    ),
    "remote-too-large": Text(
        "{url} stuurt meer dan {limit} bytes; kloon de repository en scan de kloon",
        "{url} sends more than {limit} bytes; clone the repository and scan the clone",
    ),
    "remote-head-missing": Text(
        "HEAD van {url} wijst naar een branch die niet bestaat; laat de beheerder een bestaande branch als "
        "standaardbranch kiezen",
        "HEAD of {url} points to a branch that does not exist; ask its owner to choose one that does as the default "
        "branch",
    ),
    "history-rewritten": Text(
        "de geschiedenis is herschreven: {commit}, die een eerdere scan beoordeelde, komt er niet meer in voor; wat "
        "over het verleden wordt gezegd kan daardoor afwijken van wat toen is gemeten",
        "the history was rewritten: {commit}, which an earlier scan judged, is no part of it any more; what is said of "
        "the past may differ from what was measured then",
    ),
    "past-shallow": Text(
        "{path} is een ondiepe kloon (shallow), en de commit van {date} is er niet; haal de volledige geschiedenis op "
        "met git fetch --unshallow --tags",
        "{path} is a shallow clone, and the commit of {date} is not there; fetch the whole history with "
        "git fetch --unshallow --tags",
    ),
    "created-later": Text(
        "{path} bestond op {date} nog niet: het platform zegt dat de repository op {created} is gemaakt",
        "{path} did not exist yet on {date}: its forge says that it was made on {created}",
    ),
}
