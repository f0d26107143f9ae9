"""A command that is called wrongly says so in one sentence, in the language of the user."""

import pytest

from oss_scan.cli import main


@pytest.mark.parametrize(
    ("words", "nl", "en"),
    [
        (
            "rules list --format xml",
            "--format klopt niet: kies uit text, json",
            "--format is not right: choose from text, json",
        ),
        (
            "scan --as-of 2026-02-30",
            "--as-of klopt niet: geef een dag die bestaat, als 2026-12-31",
            "--as-of is not right: give a day that exists, as 2026-12-31",
        ),
        (
            "scan --jobs 0",
            "--jobs klopt niet: geef een geheel getal van minstens 1",
            "--jobs is not right: give a whole number of at least 1",
        ),
        ("scan --jobs many", "--jobs klopt niet: geef een geheel getal van", "give a whole number of at least 1"),
        (
            "report make --output x --logo nowhere.png",
            "--logo klopt niet: geef een bestaand, leesbaar bestand",
            "--logo is not right: give an existing, readable file",
        ),
        ("check --output .", "--output klopt niet: geef een bestand, geen map", "give a file, not a folder"),
        ("report make", "--output ontbreekt", "--output is missing"),
        ("licence identify", "PATH... ontbreekt", "PATH... is missing"),
        ("check --formt x", "er is geen optie --formt; bedoeld kan zijn: --format", "perhaps you mean: --format"),
        ("check --quiet=3", "--quiet krijgt geen waarde", "--quiet takes no value"),
        ("check --format", "bij --format hoort een waarde", "--format asks a value"),
        ("chek", "er is geen opdracht chek", "there is no command chek"),
        ("check a b c", "wat hier staat, is te veel: b c", "what stands here is too much: b c"),
    ],
)
def test_one_sentence(
    words: str, nl: str, en: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for lang, said, see in (("nl", nl, "; zie oss-scan"), ("en", en, "; see oss-scan")):
        monkeypatch.setenv("OSS_SCAN_LANG", lang)
        assert main(words.split()) == 2
        err = capsys.readouterr().err
        assert err.startswith("oss-scan: ")
        assert said in err
        assert see in err
        assert err.endswith(" --help\n")
        assert err.count("\n") == 1


def test_the_variable_is_named_that_held_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OSS_SCAN_SCAN_JOBS", "0")
    assert main(["scan"]) == 2
    assert capsys.readouterr().err.startswith("oss-scan: OSS_SCAN_SCAN_JOBS klopt niet: ")


def test_a_group_alone_shows_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["licence"]) == 2
    assert "identify" in capsys.readouterr().err
