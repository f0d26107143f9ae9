"""A made-up report with every kind of block."""

from datetime import date
from decimal import Decimal
from typing import Literal

from oss_scan.report.blocks import (
    Bullets,
    Cell,
    Chapter,
    Chart,
    Column,
    DataColumn,
    DataTable,
    Folded,
    Heading,
    Inline,
    Paragraph,
    Point,
    Report,
    Series,
    Span,
    Table,
)


def say(text: str) -> Inline:
    return (Span(text),)


def number(written: str, value: int | str | None, figure: str | None = None) -> Cell:
    return Cell(say(written), Decimal(value) if isinstance(value, str) else value, figure)


_LINKED: Inline = (
    Span("De wet staat op "),
    Span("wetten.example", link="https://wetten.example/BWBR0036795?a=1&b=2#Hoofdstuk"),
    Span(" en in "),
    Span("the explanatory note", lang="en", strong=True),
    Span(" bij "),
    Span("LICENSE", code=True),
    Span("; zie ook "),
    Span("de tabel", link="#per-department"),
    Span(". Financiële gegevens: € 1.000, ë ï ü é."),
)
TABLE = Table(
    "per-department",
    "Repository's met een licentie, per departement",
    (
        Column("Departement"),
        Column("met licentie", "number"),
        Column("van", "number"),
        Column("aandeel", "number"),
        Column("op", "date"),
    ),
    (
        (
            Cell(say("Binnenlandse Zaken"), "BZK"),
            number("1.012", 1012, "licence:bzk"),
            number("1.200", 1200),
            number("84,3%", "84.3"),
            Cell(say("1 maart 2026"), date(2026, 3, 1)),
        ),
        (
            Cell(say("Financiën"), "FIN"),
            number("9", 9, "licence:fin"),
            number("12", 12),
            number("75,0%", "75.0"),
            Cell(say("2 januari 2026"), date(2026, 1, 2)),
        ),
        (
            Cell(say("Defensie"), "DEF"),
            number(".", None, "licence:def"),
            number(".", None),
            number(".", None),
            Cell(say(".")),
        ),
        (
            Cell(say("Justitie en Veiligheid"), "JV"),
            number("-", 0, "licence:jv"),
            number("8", 8),
            number("", None),
            Cell(say("5 mei 2025"), date(2025, 5, 5)),
        ),
    ),
    "Verklaring: . niet gemeten, - nihil; bij minder dan 10 geen percentage.",
)
BARS = Chart(
    "bars",
    "Aandeel met een licentie, per departement",
    "Binnenlandse Zaken 84,3%, Financiën 75,0%, Defensie niet gemeten.",
    "bars",
    "%",
    (
        Series(
            "met licentie",
            (
                Point("Binnenlandse Zaken", Decimal("84.3"), "84,3%"),
                Point("Financiën", Decimal("75.0"), "75,0%"),
                Point("Defensie", None, "niet gemeten"),
            ),
        ),
    ),
)
_STACKED = Chart(
    "stacked",
    "Systemen: open, gesloten met grond, gesloten zonder grond",
    "Van de systemen is bij BZK 60 open; bij FIN 9.",
    "stacked",
    "systemen",
    tuple(
        Series(
            name, (Point("Binnenlandse Zaken", Decimal(one), str(one)), Point("Financiën", Decimal(other), str(other)))
        )
        for name, one, other in (
            ("open", 60, 9),
            ("gesloten met grond", 25, 14),
            ("gesloten zonder grond", 10, 2),
            ("niet vast te stellen", 5, 1),
            ("anders", 4, 30),
            ("n.v.t.", 8, 8),
        )
    ),
)
_LINE = Chart(
    "line",
    "Ontwikkeling van het aandeel met een licentie",
    "Van 12,0% in 2021 (gereconstrueerd) naar 61,5% in 2026; in 2024 verandert de regel.",
    "line",
    "%",
    (
        Series(
            "met licentie",
            (
                Point("2021", Decimal("12.0"), "12,0%", reconstructed=True),
                Point("2022", Decimal("18.0"), "18,0%", reconstructed=True),
                Point("2023", Decimal("30.2"), "30,2%"),
                Point("2024", Decimal("55.0"), "55,0%", breaks="de regel telt ook REUSE"),
                Point("2025", None, "."),
                Point("2026", Decimal("61.5"), "61,5%"),
            ),
        ),
        Series(
            "EUPL", tuple(Point(str(year), Decimal(year - 2019), f"{year - 2019},0%") for year in range(2021, 2027))
        ),
    ),
)
_DETAIL = Folded(
    "De 1.012 repository's met een licentie",
    (
        Paragraph(say("Elke rij noemt de commit en de regel.")),
        Table(
            "detail-table",
            "Repository's",
            (Column("Repository"), Column("Vindplaats"), Column("Datum", "date")),
            (
                (
                    Cell(say("org/een")),
                    Cell((Span("LICENSE:1", link="https://forge.example/org/een/blob/0a/LICENSE#L1"),)),
                    Cell(say("3 maart 2026"), date(2026, 3, 3)),
                ),
            ),
        ),
        Folded("Nog dieper", (Paragraph(say("Uitleg.")),), "deeper"),
    ),
    "detail",
)
CHAPTERS = (
    Chapter(
        "summary",
        "1",
        "Managementsamenvatting",
        (
            Paragraph(_LINKED),
            Paragraph(say("Het aandeel met een licentie steeg met 6,5 procentpunt."), "conclusion"),
            Paragraph(say("Het aandeel EUPL bleef gelijk."), "conclusion"),
            Paragraph(say("Defensie is niet gemeten."), "warning"),
            Heading(2, "Kerncijfers", "key-figures"),
            Bullets((say("Eén"), _LINKED)),
            Bullets((say("Eerst"), say("Daarna")), numbered=True),
            TABLE,
            _DETAIL,
        ),
    ),
    Chapter(
        "development",
        "2",
        "Ontwikkeling",
        (
            Heading(2, "Over de jaren", "years"),
            _LINE,
            Heading(3, "Per departement", "departments"),
            BARS,
            _STACKED,
            Paragraph(say("Gereconstrueerd: uit de historie."), "method"),
            Paragraph(say("Wij zijn hier tevreden over."), "written"),
        ),
    ),
    Chapter("repositories", "A", "Repository's", (Paragraph(say("Elke repository op een regel.")),)),
)
DATA = (
    DataTable(
        "figures",
        "Cijfers",
        "Alle cijfers van het rapport.",
        (
            DataColumn("figure", "Cijfer", "Kenmerk van het cijfer", "string"),
            DataColumn("numerator", "Teller", "Hoeveel", "integer"),
            DataColumn("percentage", "Percentage", "Aandeel", "decimal"),
            DataColumn("final", "Definitief", "Of het vaststaat", "boolean"),
            DataColumn("on", "Peildatum", "Wanneer", "date"),
            DataColumn("at", "Begonnen", "Wanneer", "dateTime"),
            DataColumn("page", "Pagina", "Waar", "anyURI"),
        ),
        (
            (
                "licence/osi-approved",
                1012,
                Decimal("84.3"),
                True,
                "2026-03-01",
                "2026-03-01T10:00:00Z",
                "https://forge.example/",
            ),
            ("licence/eupl", None, None, False, "2026-03-01", None, None),
        ),
        ("figure",),
    ),
    DataTable(
        "repositories",
        "Repository's",
        "Een rij per repository.",
        (DataColumn("repository", "Repository", "Naam", "string"),),
        (("org/een",), ("org/twee",)),
    ),
)


def made(lang: Literal["nl", "en"] = "nl", *, final: bool = False) -> Report:
    """A small report with every kind of block."""
    return Report(
        title="Voortgang open, tenzij 2026",
        subtitle="Rapportage aan de Tweede Kamer",
        lang=lang,
        status="publicatieversie" if final else "concept",
        final=final,
        reference_date=date(2026, 3, 1),
        author="CIO Rijk",
        identifier="oss-scan:2026-03-01:0a1b2c",
        about=(("Peildatum", "1 maart 2026"), ("Opsteller", "CIO Rijk"), ("Programma", "oss-scan 1.0")),
        chapters=CHAPTERS,
        data=DATA,
    )
