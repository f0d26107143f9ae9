"""TOML of a scanned repository takes no long time, whatever it holds."""

from time import process_time

import pytest

from oss_scan import toml


def test_a_table_is_read() -> None:
    assert toml.parse('project.name = "a"\n[tool.x."y.z"]\nb = "1.2.3"\n') == {
        "project": {"name": "a"},
        "tool": {"x": {"y.z": {"b": "1.2.3"}}},
    }


@pytest.mark.parametrize("part", ["www.", "a. ", '"a".', "1.0.", "'a'\t."])
def test_a_key_of_thousands_of_parts_takes_no_long_time(part: str) -> None:
    began = process_time()
    with pytest.raises(ValueError, match="too many parts"):
        toml.parse(part * (300_000 // len(part)))
    assert process_time() - began < 2  # it was a minute


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a", "a = ", "= 1"])
def test_what_is_no_toml(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        toml.parse(text)
