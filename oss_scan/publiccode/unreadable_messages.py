"""What an item says of a file that is not YAML, or that is unsafe to read: code, and `-` with its kind, → text."""

from collections.abc import Mapping

from oss_scan.texts import Text

UNREADABLE: Mapping[str, Text] = {
    "yaml-not-utf-8": Text("geen UTF-8; sla het bestand als UTF-8 op", "not UTF-8; save the file as UTF-8"),
    "yaml-too-large": Text("het bestand is groter dan {limit} bytes", "the file is larger than {limit} bytes"),
    "yaml-utf-16": Text(
        "het bestand is UTF-16; sla het op als UTF-8 zonder BOM", "the file is UTF-16; save it as UTF-8 without BOM"
    ),
    "yaml-syntax": Text("geen geldige YAML: {detail}", "not valid YAML: {detail}"),
    "yaml-syntax-tab": Text(
        "hier staat een tab; YAML springt in met spaties", "there is a tab here; YAML indents with spaces"
    ),
    "yaml-syntax-character": Text(
        "een waarde mag niet met {character} beginnen; zet haar tussen aanhalingstekens",
        "a value may not begin with {character}; put it between quotes",
    ),
    "yaml-syntax-colon": Text(
        "hier staat nog een dubbele punt; zet een tekst met een dubbele punt tussen aanhalingstekens",
        "another colon stands here; put a text with a colon between quotes",
    ),
    "yaml-syntax-no-colon": Text(
        "op deze regel ontbreekt de dubbele punt na de sleutel", "this line lacks the colon after its key"
    ),
    "yaml-syntax-indentation": Text(
        "deze regel springt anders in dan de regels ervoor, of op de regel ervoor ontbreekt een dubbele punt",
        "this line is indented otherwise than the lines before it, or the line before it lacks a colon",
    ),
    "yaml-syntax-list": Text(
        "een lijst begint op een nieuwe regel, niet achter de sleutel",
        "a list begins on a new line, not after its key",
    ),
    "yaml-syntax-bracket": Text("deze haak wordt niet gesloten", "this bracket is not closed"),
    "yaml-syntax-stray": Text(
        "hier staat een {character} te veel; zet een tekst die zo begint tussen aanhalingstekens",
        "there is a {character} too many here; put a text that begins so between quotes",
    ),
    "yaml-syntax-quote": Text("dit aanhalingsteken wordt niet gesloten", "this quote is not closed"),
    "yaml-syntax-after-quote": Text(
        "na het laatste aanhalingsteken staat nog tekst; zet de hele waarde tussen aanhalingstekens",
        "there is text after the last quote; put the whole value between quotes",
    ),
    "yaml-syntax-block": Text(
        "na > of | begint de tekst op een nieuwe regel", "after > or | the text begins on a new line"
    ),
    "yaml-syntax-alias": Text(
        "een * verwijst naar iets dat er niet staat; zet de tekst tussen aanhalingstekens",
        "a * refers to what is not there; put the text between quotes",
    ),
    "yaml-syntax-anchor": Text(
        "deze naam met & staat er al; zet een tekst die met & begint tussen aanhalingstekens",
        "this name with & stands here already; put a text that begins with & between quotes",
    ),
    "yaml-syntax-tag": Text(
        "wat met ! begint is hier onbekend; zet de tekst tussen aanhalingstekens",
        "what begins with ! is not known here; put the text between quotes",
    ),
    "yaml-syntax-version": Text(
        "deze YAML-versie bestaat niet; haal de regel met %YAML weg",
        "there is no such version of YAML; remove the line with %YAML",
    ),
    "yaml-syntax-directive": Text(
        "na een regel met % hoort een regel met ---; haal de regel met % weg",
        "a line with --- belongs after a line with %; remove the line with %",
    ),
    "yaml-syntax-control": Text(
        "hier staat een onzichtbaar stuurteken; haal het weg", "there is an invisible control character here; remove it"
    ),
    "yaml-syntax-escape": Text(
        "na \\ staat hier een onbekend teken; gebruik enkele aanhalingstekens, of schrijf \\\\",
        "an unknown character follows \\ here; use single quotes, or write \\\\",
    ),
    "yaml-too-deep": Text("meer dan {depth} niveaus diep genest", "nested more than {depth} levels deep"),
    "yaml-too-many-nodes": Text("meer dan {nodes} onderdelen", "more than {nodes} nodes"),
    "yaml-duplicate-key": Text(
        "de sleutel {key} staat er twee keer in, eerst op regel {first}; haal er een weg",
        "the key {key} stands here twice, first on line {first}; remove one",
    ),
    "yaml-several-documents": Text(
        "er begint een tweede YAML-document (---); een bestand beschrijft één project",
        "a second YAML document begins (---); one file describes one project",
    ),
    "yaml-key-not-text": Text("een sleutel moet een gewone tekst zijn", "a key must be a plain text"),
    "yaml-key-not-text-template": Text(
        "hier staat een sjabloon dat niet is ingevuld; vul de waarde in",
        "a template stands here that was not filled in; fill in the value",
    ),
}
