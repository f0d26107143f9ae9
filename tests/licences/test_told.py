"""What a clause beside a text tells of the work, its makers and its past, and what binds who uses it all the same."""

import time

import pytest

from oss_scan import licences
from oss_scan.licences.restricting import restricts
from oss_scan.licences.statements import statements
from oss_scan.licences.told import told


def _is_refused(clause: str) -> bool:
    return restricts(clause) or any(statements(clause))


@pytest.mark.parametrize(
    "clause",
    [
        "It grew out of a student project at the harbour.",
        "We started this in 2016, after a long discussion in the council.",
        "Until 2019 this program was closed source.",
        "In earlier years this was a commercial product of Kraan BV.",
        "During the flood of 2021 the team was enlarged.",
        "De eerste versie is gemaakt tijdens een stage.",
        "De ontwikkeling is betaald door de haven.",
        "Three harbours work together on this code.",
        "The application runs on any server with Docker.",
        "The library can read and write tide tables.",
        "We will move to another language next year.",
        "The tool does not collect personal data.",
        "This version has only been tested on Linux.",
        "The manual is only available in Dutch.",
        "De handleiding is er alleen in het Nederlands.",
        "The licence was chosen by the steering committee.",
        "We chose this licence because our partners know it.",
        "De keuze voor deze licentie is uitgelegd in het besluit.",
        "If you find a mistake, tell us.",
        "Do you have ideas? Mail them to tides@harbour.example.",
        "Wil je meehelpen? Lees dan eerst de uitleg voor ontwikkelaars.",
        "Vragen? Stuur een bericht naar tides@harbour.example.",
        "You can reach the team at tides@harbour.example.",
        "Gebruikers van het programma vinden de handleiding op de website.",
        "Op de wiki leest u hoe dat werkt.",
        "Wie vragen heeft over de licentie kan terecht bij de haven.",
        "We are grateful to the library staff for scanning 400 old charts.",
        "In dit document leest u onder welke voorwaarden wij de broncode met iedereen delen.",
        "To build the manual, run the script in docs.",
        "Postal address: P.O. Box 12, 8000 AA Zwolle",
        "A mention in your acknowledgements is appreciated, not required.",
        "You may also use the software commercially.",
        "Hergebruik door andere overheden wordt aangemoedigd.",
        "Deze broncode mag door iedereen worden gebruikt, ook door bedrijven.",
        "The software costs nothing.",
        "De rechten op deze code berusten bij de haven.",
        "Private set intersection in Rust",
        "Toelichting bij de licentie:",
        "De EUPL is opgesteld door de Europese Commissie en bestaat in 23 talen.",
        "We wish everyone a lot of fun with it.",
        "See README for usage.",
        "Old bug reports can be searched at bugs.harbour.example.",
        "Harbours can use it, too, of course.",
        "De kapitein helpt je verder.",
        "LICENSE for libtide",
        "[install](install.md) · [usage](usage.md) · [licence](LICENSE)",
        "Please open an issue first to discuss what you would like to add.",
        "Although not required, we appreciate it when you send your improvements back.",
        "Het melden van gebruik is niet verplicht, maar wordt gewaardeerd.",
        "The test data refers to no real person.",
        "Need help? Ask on Stack Overflow.",
        "Python 3.9 or newer is required.",
        "To run the tests you need Docker and a database.",
        "Interfaces may still change before version 1.0.",
        "You are free to use, study, share and improve this software.",
        "Nothing in this notice limits the rights given to you by the licence.",
        "It is customary, but not an obligation, to mention the authors in a presentation.",
        "De Nederlandse tekst heeft dezelfde rechtskracht als de Engelse.",
        "Voor ondersteuning kunt u terecht bij uw eigen leverancier.",
        "U hoeft geen toestemming te vragen om de software te gebruiken.",
        "Iedereen mag meedoen aan het maandelijkse overleg.",
        "Inhoudsopgave\nInstallatie\nGebruik\nLicentie",
        "Project lead: Kraan BV",
        "The first commit dates from 9 June 2017.",
        "The province paid for the first version.",
        "If the build fails, remove the folder and try again.",
        "Het project won in 2021 een prijs voor digitaal erfgoed.",
        "Status: in ontwikkeling",
    ],
)
def test_what_a_clause_tells_limits_nothing(clause: str) -> None:
    assert not _is_refused(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "We would rather not see this in weapons.",
        "We expect a copy of your changes.",
        "We made this for our own students.",
        "We opened the code so that you can check it.",
        "We may withdraw this grant.",
        "Our written word is needed for anything else.",
        "It was free until 2020.",
        "It is open to members.",
        "It runs on one machine at a time.",
        "It needs a key from the harbour.",
        "This version is for testing.",
        "This software was lent to us in confidence.",
        "This tool is for people with a badge.",
        "The code is closed after 2027.",
        "The harbour says who may join.",
        "Until 2030 the code is closed.",
        "After one year the grant lapses.",
        "While the war lasts, exports to Russia are off.",
        "Want to use it at work? Mail us first.",
        "Questions about fees? Mail us.",
        "If you make money with it, share it with us.",
        "If you like it, please buy a licence.",
        "You can use it in the classroom.",
        "You can look, you can learn, but you can't ship it.",
        "Users with more than ten seats call sales.",
        "Contact us to use it.",
        "Send us your changes.",
        "Did you improve it? Send us the changes.",
        "Join the association to get it.",
        "Het aantal installaties is gelimiteerd tot één per huishouden.",
        "Het ligt voor de hand dat bedrijven eerst contact opnemen.",
        "We hebben liever niet dat dit commercieel wordt gebruikt.",
        "Wij tonen de code, meer niet.",
        "De software kan door gemeenten worden gebruikt.",
        "Deze code is bedoeld voor scholen.",
        "Bedoeld voor onderwijs.",
        "It also uses a paid service.",
        "De bibliotheek gebruikt een betaalde dienst.",
        "Open an issue first to get our approval.",
        "Although not required, a payment is due.",
        "Hoewel dat niet verplicht is, verwachten wij een vergoeding.",
        "To run the tests you need a licence key from the harbour.",
        "Features may change before version 2.0; after that a fee is due.",
        "Nothing in this licence limits the rights of the licensor to withdraw the software.",
        "Although not required, we appreciate it when you do not use this in weapons.",
        "You are free to use, study and share this software at home.",
        "U hoeft geen toestemming te vragen om de software te gebruiken binnen uw eigen haven.",
        "Iedereen mag meedoen die lid is van de vereniging.",
        "The name, the logo and the source code are not covered by this licence.",
        "Gebruik: alleen havens",
        "Shielded.",
        "Sealed",
        "On loan from the harbour.",
        "Commons Clause applies.",
        "The fonts and the cloud service are a different matter.",
        "We take misuse seriously and may act against it.",
    ],
)
def test_what_binds_a_user_is_no_tale(clause: str) -> None:
    assert _is_refused(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "Mail us all modifications.",
        "Return every improvement to the ministry.",
        "Geef verbeteringen terug aan de stad.",
        "Check with the harbour.",
        "Bespreek de inzet met de gemeente.",
        "We gave this to schools.",
        "Wij hebben dit voor scholen gemaakt.",
        "The program was made so that only schools run it.",
        "The source was put here for audit.",
        "De bron is hier om te lezen.",
        "Thanks for keeping the logo in the footer.",
        "Bedankt voor het laten staan van ons logo.",
        "Het team kan dit op elk moment stoppen.",
        "In 2025 the source went private.",
        "Deze licentie is alleen voor scholen gekozen.",
    ],
)
def test_plain_words_bind_in_some_turns(clause: str) -> None:
    assert _is_refused(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "In 2017 the project moved to another forge.",
        "Deze applicatie helpt inwoners bij het aanvragen van een parkeervergunning.",
        "De licentie is in 2021 door de gemeenteraad vastgesteld als standaard.",
        "For a plain-language summary of these terms, visit https://harbour.example.",
        "Wij gebruiken deze licentie voor al onze projecten.",
        "Thanks for reporting bugs and for translating the manual.",
        "We gave talks about this in schools.",
        "We hope that you enjoy it.",
    ],
)
def test_what_only_looks_like_it_does_not(clause: str) -> None:
    assert not _is_refused(clause)


def test_both_beside_a_text() -> None:
    mit = licences.text("MIT").strip()
    for clause, said in (("It grew out of a student project.", "MIT"), ("It is open to members.", None)):
        for text in (f"{clause}\n\n{mit}", f"{mit}\n\n{clause}\n"):
            assert licences.identify(text.encode()).expression == said


def test_a_long_clause_is_told_in_no_time() -> None:
    began = time.process_time()
    for text in (
        "a_" * 200,
        "[a](b) " * 57,
        "what " * 80,
        "the of " * 57,
        "is ge" * 80,
        "_" * 400,
        "we can " * 57 + "?",
        "send us the all your " * 20,
        "here so that a b " * 24,
        "gave it to all so " * 22,
    ):
        told(text[:400])
    assert time.process_time() - began < 2


@pytest.mark.parametrize("said", ["Het is een lening.", "Het is een geheim", "Het is een lening"])
def test_a_line_that_is_known_but_for_its_last_word_may_limit(said: str) -> None:
    """`Het is een` stands in the Dutch EUPL: what ends here is a sentence, not the text."""
    assert licences.identify(f"{licences.text('EUPL-1.2')}\n\n{said}\n".encode()).expression is None
