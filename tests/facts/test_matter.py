"""Whether a notice is one of documentation, data or images, in any encoding."""

import pytest

from oss_scan.facts.matter import is_of_matter


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_notice_of_the_work_is_none_of_matter(encoding: str) -> None:
    assert not is_of_matter("This software is licensed under CC0 1.0.".encode(encoding), "CC0-1.0")
    assert is_of_matter("The documentation is licensed under CC0 1.0.".encode(encoding), "CC0-1.0")


def test_a_document_of_which_no_words_are_read_here_is_none_of_matter() -> None:
    assert not is_of_matter(b"%PDF-1.7", "CC0-1.0")
