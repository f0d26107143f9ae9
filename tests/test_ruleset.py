"""Rules are read strictly: each mistake gets one sentence with file, line and key."""

from pathlib import Path

import pytest

from oss_scan.errors import OssScanError
from oss_scan.examples import run
from oss_scan.rule import Level
from oss_scan.ruleset import load, load_all
from tests.rule_sets import HEAD, RULE, write


def refused(folder: Path) -> OssScanError:
    with pytest.raises(OssScanError) as caught:
        load(str(folder))
    return caught.value


def test_a_rule_set(tmp_path: Path) -> None:
    ruleset = load(str(write(tmp_path, {"one/two": RULE})))
    assert (ruleset.name, ruleset.version, ruleset.title.nl) == ("test", "1", "Proef")
    [rule] = ruleset.rules
    assert (rule.id, rule.level, rule.requires, rule.params.least) == ("one/two", Level.MUST, (), 2)
    assert rule.source.key == "spc"
    assert [example.name for example in rule.examples] == ["two", "one"]


@pytest.mark.parametrize(
    ("change", "line", "key", "words"),
    [
        (("remedy:", "remedie:"), 9, "remedie", "unknown key"),
        (("remedy: {nl: Voeg er een toe., en: Add one.}\n", ""), 1, "remedy", "keys belong here"),
        (("en: Add one.", "fr: Un."), 9, "fr", "unknown key"),
        ((", en: Add one.", ""), 9, "en", "is missing"),
        (("{found} files", "{fuond} files"), 8, "message", "gives no {fuond}; it gives: found"),
        (("{found} files", "{found files"), 8, "message", "wrong braces"),
        (("least: 2", "leest: 2"), 7, "with", "knows no leest; it knows: least, words"),
        (("least: 2", "least: two"), 7, "with", "least: the wrong kind of value"),
        (("least: 2", "least: true"), 7, "with", "least: the wrong kind of value"),
        (("least: 2", "words: [a]"), 7, "with", "least is missing"),
        (("least: 2", "least: 2, words: [1]"), 7, "with", "words: the wrong kind of value"),
        (("test.has-files", "test.has-file"), 6, "check", "there is no check 'test.has-file'"),
        (("must", "shall"), 3, "level", "choose must, should or may"),
        (("repository", "project"), 2, "subject", "choose from repository, system, organisation"),
        (("policy: spc", "policy: nowhere"), 4, "policy", "nowhere is not in data/sources.yaml"),
        (("outcome: fail", "outcome: pass"), 10, "examples", "an example with outcome fail is missing"),
        (("outcome: fail", "outcome: bad"), 12, "outcome", "choose from pass, fail, not-applicable, unknown"),
        (('files: {a: ""}', "files: {a: 1}"), 12, "files", "a text, {text-of: SPDX id}"),
        (("since:", "requires: [other]\nsince:"), 5, "requires", "there is no rule other"),
        (("since:", "requires: [one]\nsince:"), 5, "requires", "one in turn requires one"),
        (("since:", "title: x\nsince:"), 5, "duplicate-key", "not valid YAML"),
    ],
)
def test_mistakes(tmp_path: Path, change: tuple[str, str], line: int, key: str, words: str) -> None:
    assert change[0] in RULE
    folder = write(tmp_path, {"x/one": RULE.replace(*change).replace("[one]", "[x/one]")})
    error = refused(folder)
    assert error.en.startswith(f"{folder / 'x/one.yaml'}, line {line}, {key}: ")
    assert words.replace("one in turn requires one", "x/one in turn requires x/one") in error.en
    assert error.nl.startswith(f"{folder / 'x/one.yaml'}, regel {line}, {key}: ")


def test_levels_may_be_overridden(tmp_path: Path) -> None:
    folder = write(tmp_path, {"x/one": RULE}, HEAD + "levels: {x/one: may}\n")
    assert [rule.level for rule in load(str(folder)).rules] == [Level.MAY]
    write(tmp_path, {}, HEAD + "levels: {x/two: may}\n")
    assert "there is no rule x/two" in refused(folder).en


def test_two_sets_may_not_share_a_rule(tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"x/one": RULE})
    two = write(tmp_path / "two", {"x/one": RULE}, HEAD.replace("test", "other"))
    with pytest.raises(OssScanError) as caught:
        load_all((str(one), str(two)))
    assert caught.value.en == "the rule x/one stands in the rule sets test and other; leave one out"


def test_what_is_no_rule_set(tmp_path: Path) -> None:
    assert refused(tmp_path).en == f"{tmp_path} is not a rule set: name open-tenzij, or a folder with a ruleset.yaml"
    assert "open-tenzij" in refused(Path("../../etc")).en


def test_what_is_asked_changes_with_the_question_not_with_the_words(tmp_path: Path) -> None:
    def asks(text: str, other: str = RULE) -> str:
        needs = text.replace("since:", "requires: [x/other]\nsince:")
        rules = {rule.id: rule for rule in load(str(write(tmp_path, {"x/one": needs, "x/other": other}))).rules}
        return rules["x/one"].asks(rules)

    before = asks(RULE)
    assert asks(RULE.replace("Add one", "Add another")) == before
    assert asks(RULE.replace("must", "may")) == before
    assert asks(RULE.replace("least: 2", "least: 1")) != before
    assert asks(RULE, RULE.replace("least: 2", "least: 1")) != before


def test_the_digest_is_over_the_files(tmp_path: Path) -> None:
    before = load(str(write(tmp_path, {"x/one": RULE}))).digest
    assert before.startswith("sha256:")
    assert load(str(tmp_path)).digest == before
    assert load(str(write(tmp_path, {"x/one": RULE + "# remark\n"}))).digest != before


SYSTEM = """title: {nl: Open., en: Open.}
subject: system
level: must
source: {policy: spc, clause: "1"}
since: "2026.1"
requires: [x/one]
check: openness.decision
message: {nl: Gesloten., en: Closed.}
remedy: {nl: Open het., en: Open it.}
examples:
  - {name: a, outcome: pass, system: {openness: open, repositories: [https://a.example.org/b]},
     scanned: {"https://a.example.org/b": pass}}
  - {name: b, outcome: fail, because: decision-absent, system: {openness: closed}}
"""


def test_a_rule_about_systems(tmp_path: Path) -> None:
    rules = {rule.id: rule for rule in load(str(write(tmp_path, {"x/one": RULE, "x/two": SYSTEM}))).rules}
    rule = rules["x/two"]
    assert (rule.subject, rule.requires) == ("system", ("x/one",))
    assert [example.system.openness for example in rule.examples if example.system] == ["open", "closed"]
    assert [(one.stored, one.ok) for example in rule.examples for one in [run(rule, example, rules, stored=False)]] == [
        (False, True),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("change", "line", "key", "words"),
    [
        (
            ("openness.decision", "test.has-files"),
            7,
            "check",
            "test.has-files is about repository, this rule about system",
        ),
        (("subject: system", "subject: repository"), 7, "check", "openness.decision is about system, this rule about"),
        (("system: {openness: closed}", "system: {openness: dicht}"), 13, "system.openness", "dicht is not known"),
        (("system: {openness: closed}", "files: {}"), 13, "files", "unknown key"),
        (('b": pass', 'b": yes'), 12, "scanned", "choose from pass, fail"),
    ],
)
def test_mistakes_in_a_rule_about_systems(
    tmp_path: Path, change: tuple[str, str], line: int, key: str, words: str
) -> None:
    assert change[0] in SYSTEM
    error = refused(write(tmp_path, {"x/one": RULE, "x/two": SYSTEM.replace(*change)}))
    assert error.en.startswith(f"{tmp_path / 'x/two.yaml'}, line {line}, {key}: ")
    assert words in error.en


def test_a_rule_about_repositories_requires_none_about_systems(tmp_path: Path) -> None:
    rule = RULE.replace("since:", "requires: [x/two]\nsince:")
    error = refused(write(tmp_path, {"x/one": rule, "x/two": SYSTEM.replace("requires: [x/one]\n", "")}))
    assert "line 5, requires: x/two is about system, which a rule about repository cannot require" in error.en
