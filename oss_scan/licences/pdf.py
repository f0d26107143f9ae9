"""The text of a PDF, where the extra `pdf` is installed."""

import logging
from io import BytesIO

#: Pages that are read at most; bytes that one of their streams may hold, and steps to read it.
PAGES, STREAM, STEPS = 40, 4 * 1024 * 1024, 300_000


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
            return "\n".join(page.extract_text() for page in reader.pages)
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
