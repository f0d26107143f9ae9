"""Licences in PDF."""

import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan import licences
from oss_scan.licences import Match
from oss_scan.licences.pdf import PAGES, STREAM, _without_running


def _pdf(text: str, pages: int = 1) -> bytes:
    """A PDF of pages that each hold the text, a line under another."""
    lines = [line.replace("\\", "").replace("(", "").replace(")", "") for line in text.splitlines()]
    shown = "\n".join(f"({line}) Tj T*" for line in lines)
    stream = zlib.compress(f"BT /F1 9 Tf 12 TL 40 800 Td\n{shown}\nET".encode("cp1252", "replace"))
    kids = " ".join(f"{4 + number} 0 R" for number in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {4 + pages} 0 R >>".encode()
            for _ in range(pages)
        ),
        f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode() + stream + b"\nendstream",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return made + f"{tail}startxref\n{len(made)}\n%%EOF".encode()


def _unknown(reason: str) -> Match:
    return Match(None, "unknown", 0.0, reason=reason)  # type: ignore[arg-type] # the tests name them freely


def test_a_text_in_a_pdf() -> None:
    match = licences.identify(_pdf(licences.text("MIT")))
    assert (match.expression, match.kind, match.reason) == ("MIT", "text", None)


def _pages(*texts: str) -> str:
    """What is taken from a PDF with these pages."""
    return "\n".join(_without_running(texts))


def test_lines_that_run_along_the_pages_are_left_out() -> None:
    words = licences.text("MIT").splitlines()
    parts = ["\n".join(words[at : at + 8]) for at in range(0, len(words), 8)]
    run = [f"Official Journal L 128/{59 + at}\n{part}\nPage {at + 1}" for at, part in enumerate(parts)]
    assert _pages(*run) == "\n".join(part.strip() for part in parts)
    bound = [f"{part}\nFor internal use only - {at}" for at, part in enumerate(parts)]
    assert _pages(*bound).count("internal use only") == len(parts)
    assert _pages("MIT", "MIT") == "MIT\nMIT"


def test_the_decision_of_the_commission_above_its_annex() -> None:
    decision = "COMMISSION IMPLEMENTING DECISION (EU) 2017/863\nupdating the open source software licence EUPL"
    decision += "\nThe EUPL includes a list of other licences, which requires updates and must be used by members only."
    annexed = f"{decision}\nHAS DECIDED AS FOLLOWS:\nANNEX \n{licences.text('EUPL-1.2')}"
    assert licences.identify(_pdf(annexed)).expression == "EUPL-1.2"
    assert licences.identify(_pdf(annexed.replace("2017/863", "2018/1"))) == _unknown("pdf-unclear")


def test_what_settles_nothing() -> None:
    altered = licences.text("MIT").replace("free of charge", "for a fee")
    assert licences.identify(_pdf(altered)) == _unknown("pdf-unclear")
    assert licences.identify(_pdf("Jaarverslag 2024")) == _unknown("pdf-unclear")


@pytest.mark.parametrize("data", [b"%PDF-1.4\nMIT License", b"%PDF", _pdf("MIT", PAGES + 1), _pdf(" " * (STREAM + 1))])
def test_what_cannot_be_read(data: bytes) -> None:
    assert licences.identify(data).reason in ("pdf-unreadable", "pdf-unclear")
    assert licences.identify(data).expression is None


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert licences.identify(_pdf(licences.text("MIT"))) == _unknown("pdf-extra")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2000), st.binary(max_size=30))
def test_no_broken_pdf_breaks_it(at: int, junk: bytes) -> None:
    data = _pdf(licences.text("ISC"))
    assert 0.0 <= licences.identify(data[: at % len(data)] + junk + data[at % len(data) + len(junk) :]).score <= 1.0
