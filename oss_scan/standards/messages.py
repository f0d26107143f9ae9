"""What an item on a security.txt says, in Dutch and English: code → text."""

from collections.abc import Mapping

from oss_scan.standards.securitytxt import Item
from oss_scan.texts import Lang, Text

SECURITYTXT: Mapping[str, Text] = {
    "too-large": Text(
        "het bestand is groter dan {limit} bytes, en wordt dan niet gelezen",
        "the file is larger than {limit} bytes, and is then not read",
    ),
    "not-utf-8": Text("het bestand is geen UTF-8; sla het als UTF-8 op", "the file is not UTF-8; save it as UTF-8"),
    "html": Text(
        "dit is een webpagina; security.txt is gewone tekst met velden (Contact: …)",
        "this is a web page; security.txt is plain text with fields (Contact: …)",
    ),
    "empty": Text("het bestand is leeg", "the file is empty"),
    "byte-order-mark": Text(
        "het bestand begint met een byte order mark; sla het op als UTF-8 zonder BOM",
        "the file begins with a byte order mark; save it as UTF-8 without BOM",
    ),
    "signature-broken": Text(
        "de PGP-handtekening is niet compleet; onderteken het bestand opnieuw",
        "the PGP signature is not complete; sign the file again",
    ),
    "signature-unverified": Text(
        "het bestand is met PGP ondertekend; de handtekening is niet nagegaan",
        "the file is signed with PGP; the signature was not verified",
    ),
    "outside-signature": Text(
        "dit staat voor de ondertekende tekst en telt niet mee",
        "this stands before the signed text and does not count",
    ),
    "not-a-field": Text("een veld (Naam: waarde) hoort hier", "a field (Name: value) belongs here"),
    "indented": Text(
        "deze regel begint met een spatie; elk veld staat op één regel en begint vooraan",
        "this line begins with a space; each field is one line and begins at its start",
    ),
    "spacing": Text(
        "na de dubbele punt hoort een spatie, en ervoor niet",
        "a space belongs after the colon, and none before it",
    ),
    "empty-field": Text("{key} is leeg", "{key} is empty"),
    "missing": Text("{key} ontbreekt en is verplicht", "{key} is missing and mandatory"),
    "twice": Text("{key} mag er maar één keer staan", "{key} may stand here only once"),
    "template": Text(
        "{key} wordt nog ingevuld en is niet nagegaan", "{key} is yet to be filled in and was not checked"
    ),
    "unknown-field": Text(
        "het veld {key} is niet geregistreerd; lezers slaan het over",
        "the field {key} is not registered; readers pass over it",
    ),
    "slip": Text("het veld {key} bestaat niet; bedoelt u {better}?", "there is no field {key}; do you mean {better}?"),
    "date-time": Text(
        "{key} is {found}; een datum met tijd en zone hoort hier, zoals 2027-06-01T00:00:00Z",
        "{key} is {found}; a date with time and zone belongs here, such as 2027-06-01T00:00:00Z",
    ),
    "expired": Text("het bestand is verlopen op {found}; vernieuw het", "the file expired on {found}; renew it"),
    "far-ahead": Text(
        "het bestand verloopt pas op {found}; houd hooguit een jaar aan",
        "the file expires only on {found}; keep to a year at most",
    ),
    "language": Text(
        "{key}: {found} is geen taalcode; BCP 47-codes met komma's ertussen horen hier, zoals nl, en",
        "{key}: {found} is no language tag; BCP 47 tags with commas between them belong here, such as nl, en",
    ),
    "contact": Text(
        "{key} is {found}; een adres met mailto:, https:// of tel: hoort hier",
        "{key} is {found}; an address with mailto:, https:// or tel: belongs here",
    ),
    "mailto": Text(
        "{key} is {found}; na mailto: hoort een e-mailadres",
        "{key} is {found}; an e-mail address belongs after mailto:",
    ),
    "tel": Text(
        "{key} is {found}; na tel: hoort een nummer zonder spaties, zoals tel:+31-70-1234567",
        "{key} is {found}; a number without spaces belongs after tel:, such as tel:+31-70-1234567",
    ),
    "uri": Text("{key} is {found}; een volledige URI hoort hier", "{key} is {found}; a complete URI belongs here"),
    "http": Text(
        "{key} is {found}; een webadres moet met https:// beginnen",
        "{key} is {found}; a web address must begin with https://",
    ),
    "not-web": Text(
        "{key} is {found}; een webadres ligt hier voor de hand", "{key} is {found}; one expects a web address here"
    ),
}


def sentence(item: Item, lang: Lang) -> str:
    """What the item says, in one language, without a full stop."""
    return SECURITYTXT[item.code].in_(lang, {**item.values, "key": item.key})
