"""Whatever stands in the file: no exception, and places that lie in the file."""

import re

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan.publiccode import validate
from oss_scan.publiccode.messages import sentence
from oss_scan.publiccode.table import FIELDS
from tests.publiccode.files import VALID

#: The end of a line, as git and editors count.
BREAKS = re.compile("\r\n?|\n")
KEYS = sorted({part for key in FIELDS for part in key.replace("[]", "").split(".")} - {"*", ""})
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=40), st.sampled_from(KEYS))
NODES = st.recursive(
    SCALARS,
    lambda below: st.one_of(
        st.lists(below, max_size=4), st.dictionaries(st.sampled_from([*KEYS, "nl", "x-y", "<<"]), below, max_size=6)
    ),
    max_leaves=30,
)


def judge(data: bytes) -> None:
    lines = BREAKS.split(data.decode("utf-8", "replace"))
    for profile in ("standard", "reference"):
        report = validate(data, "reference" if profile == "reference" else "standard")
        assert report == validate(data, "reference" if profile == "reference" else "standard")
        assert (report.verdict == "invalid") is any(item.type == "error" for item in report.items)
        for item in report.items:
            assert 1 <= item.line <= len(lines)
            assert item.column >= 1
            assert sentence(item, "nl")
            assert sentence(item, "en")


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes) -> None:
    judge(data)


@given(st.text(alphabet="abn0 :-[]{}&*!|>'\"%#\n\t\ufeff\u2028é", max_size=120))
@settings(max_examples=250, deadline=None)
def test_what_looks_like_yaml(text: str) -> None:
    judge(text.encode())


@given(NODES)
@settings(max_examples=250, deadline=None)
def test_any_values_under_known_keys(node: object) -> None:
    judge(yaml.safe_dump(node, allow_unicode=True).encode("utf-8", "replace"))


@given(st.integers(0, len(VALID)), st.integers(0, 40), st.text(max_size=20))
@settings(max_examples=250, deadline=None)
def test_the_valid_file_with_a_piece_replaced(at: int, length: int, new: str) -> None:
    judge((VALID[:at] + new + VALID[at + length :]).encode("utf-8", "replace"))
