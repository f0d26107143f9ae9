"""The text of a PDF, where the extra `pdf` is installed."""

import logging
import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from oss_scan.regex import regex

#: Pages that are read at most; bytes that one of their streams may hold, and steps to read it.
PAGES, STREAM, STEPS = 40, 4 * 1024 * 1024, 300_000


#: A figure, and pages on which a line stands again, but for its figures, that is no word of the text.
_FIGURE, _AGAIN = regex(r"\d+"), 3
#: Where the annex begins of the decision of the European Commission on the EUPL, and what that is known by.
_ANNEX = regex(r"^[ \t]{0,40}(?:ANNEXE?|BIJLAGE|ANHANG|ALLEGATO|ANEXO)[ \t]{0,40}$", re.MULTILINE)
_DECISION, _ABOVE = "2017/863", 8_000


class AbsentError(Exception):
    """The extra is not installed."""


class UnreadableError(Exception):
    """The PDF is broken, locked, or larger than a licence."""


def text_of(data: bytes) -> str:
    """The words of a PDF, page by page; raises AbsentError or UnreadableError."""
    try:
        from pypdf import Configuration, PdfReader, apply_configuration
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise AbsentError from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is broken is said once, by the caller
    bounds = Configuration(
        zlib_maximum_output_length=STREAM,
        lzw_maximum_output_length=STREAM,
        run_length_maximum_output_length=STREAM,
        array_based_stream_maximum_output_length=STREAM,
        stream_decoding_work_maximum_length=2 * STREAM,
        stream_parsing_work_maximum_count=STEPS,
    )
    try:
        with apply_configuration(bounds):
            reader = PdfReader(BytesIO(data))
            if len(reader.pages) > PAGES:
                raise UnreadableError(f"more than {PAGES} pages")
            return _enacted("\n".join(_without_running([page.extract_text() for page in reader.pages])))
    except (
        PyPdfError,
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        OSError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        # a broken file makes the library fail in all these ways
        raise UnreadableError(str(error)) from error


def _without_running(pages: Sequence[str]) -> list[str]:
    """Pages without the lines that run along their heads or feet, as with their numbers, and limit nothing."""
    from oss_scan.licences.statements import limits

    lines = [page.strip().split("\n") for page in pages]
    for at in (0, -1, 0, -1):
        ran = Counter(_FIGURE.sub("", each[at]) for each in lines)
        often = {line for line, times in ran.items() if times >= max(_AGAIN, len(pages) / 2) and not limits(line)}
        for each in lines:
            if len(each) > 1 and _FIGURE.sub("", each[at]) in often:
                del each[at]
    return ["\n".join(each) for each in lines]


def _enacted(text: str) -> str:
    """A text without the decision of the European Commission to which it is annexed."""
    annex = _ANNEX.search(text, 0, _ABOVE)
    return text[annex.end() :] if annex and _DECISION in text[: annex.start()] else text
