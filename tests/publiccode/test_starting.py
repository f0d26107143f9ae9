"""The text of a first publiccode.yml."""

from hypothesis import given, settings
from hypothesis import strategies as st

from oss_scan.positioned import Map, parse, plain
from oss_scan.publiccode import validate
from oss_scan.publiccode.starting import LANGUAGE, QUESTIONS, Answer, started, wrong

FULL = {
    "description.*": Answer("nl"),
    "name": Answer("Parkeren: voor iedereen"),
    "url": Answer("https://github.com/gemeente-voorbeeld/parkeren", "origin"),
    "softwareVersion": Answer("1.10", "tag v1.10"),
    "releaseDate": Answer("2026-01-02", "tag v1.10"),
    "organisation.uri": Answer("urn:nl:oin:00000001003214345000"),
    "organisation.name": Answer("Gemeente Voorbeeld"),
    "platforms": Answer(("web", "linux")),
    "developmentStatus": Answer("stable"),
    "softwareType": Answer("standalone/web"),
    "description.*.shortDescription": Answer("Vraag een parkeervergunning aan."),
    "description.*.longDescription": Answer("Met Parkeren vraagt u een vergunning aan. " * 5, "README.md"),
    "description.*.features": Answer(("Aanvragen", "Wijzigen # of niet")),
    "legal.license": Answer("EUPL-1.2"),
    "maintenance.type": Answer("internal"),
    "maintenance.contacts[].name": Answer("Team Parkeren"),
    "maintenance.contacts[].email": Answer("parkeren@voorbeeld.nl"),
    "localisation.localisationReady": Answer("true"),
    "localisation.availableLanguages": Answer(("nl", "no")),
}


def test_each_question_is_a_key_of_the_standard() -> None:
    assert FULL.keys() == {question.key for question in (LANGUAGE, *QUESTIONS)}


def test_all_answered() -> None:
    text = started(FULL, "nl")
    assert (
        text
        == """\
publiccodeYmlVersion: "0"
name: "Parkeren: voor iedereen"
url: https://github.com/gemeente-voorbeeld/parkeren  # uit origin; controleer dit
softwareVersion: "1.10"  # uit tag v1.10; controleer dit
releaseDate: 2026-01-02  # uit tag v1.10; controleer dit
organisation:
  uri: urn:nl:oin:00000001003214345000
  name: Gemeente Voorbeeld
platforms:
  - web
  - linux
developmentStatus: stable
softwareType: standalone/web
description:
  nl:
    shortDescription: Vraag een parkeervergunning aan.
    longDescription: >-  # uit README.md; controleer dit
      Met Parkeren vraagt u een vergunning aan. Met Parkeren vraagt u een vergunning aan. Met
      Parkeren vraagt u een vergunning aan. Met Parkeren vraagt u een vergunning aan. Met Parkeren
      vraagt u een vergunning aan.
    features:
      - Aanvragen
      - "Wijzigen # of niet"
legal:
  license: EUPL-1.2
maintenance:
  type: internal
  contacts:
    - name: Team Parkeren
      email: parkeren@voorbeeld.nl
localisation:
  localisationReady: true
  availableLanguages:
    - nl
    - "no"
"""
    )
    assert validate(text.encode()).items == ()


def test_what_nobody_knows_is_marked_and_not_valid() -> None:
    text = started({}, "en")
    assert "\nname:  # to fill in: the name of the software\n" in text
    assert "  type:  # to fill in: who maintains it (internal, contract, community, none)\n" in text
    report = validate(text.encode())
    assert {item.code for item in report.items} == {"missing"}
    needed = {question.key.replace("*", "en") for question in QUESTIONS if question.needed}
    assert {item.key for item in report.items} == needed | {"maintenance.contacts[0].name"}


def test_what_is_not_asked_for_is_left_out() -> None:
    text = started({"maintenance.type": Answer("none"), "organisation.name": Answer("X")}, "en")
    assert "contacts" not in text
    assert "  uri:  # to fill in: " in text


def test_answers_are_judged_as_the_file_will_be() -> None:
    held = {question.key: question for question in (LANGUAGE, *QUESTIONS)}
    assert wrong(held["legal.license"], "EUPL", "en") == (
        "legal.license is EUPL, which is no SPDX expression such as EUPL-1.2 (it goes wrong at EUPL)"
    )
    assert wrong(held["localisation.availableLanguages"], "Dutch", "nl")
    assert wrong(LANGUAGE, "nl_NL", "nl")
    assert wrong(held["localisation.localisationReady"], "ja", "nl") == "true of false: is zij te vertalen?"
    for key, answer in FULL.items():
        assert [wrong(held[key], item, "nl") for item in answer.items if wrong(held[key], item, "nl")] == []


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_answer_comes_out_as_it_went_in(name: str, feature: str, source: str) -> None:
    answers = {"name": Answer(name, source), "description.*.features": Answer((feature,), source)}
    root = parse(started(answers, "nl").encode("utf-8", "replace"))
    assert isinstance(root, Map)
    told = plain(root)
    assert isinstance(told, dict)
    assert told["name"] == name
    assert told["description"]["nl"]["features"] == [feature]
