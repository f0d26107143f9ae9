"""From a scan of two inventories to what the public sees: what may not be named is named in no document."""

import csv
import json
from pathlib import Path

import pytest
from pyarrow import parquet

from oss_scan.cli import main
from tests.sweeps import repository

EUPL = (Path(__file__).parents[2] / "LICENSE").read_text(encoding="utf-8")

GIT = "https://git.example/"
#: What has `publish: count` or `never`, or follows what has.
HIDDEN = (
    "Dienst Verborgen",
    "dienst-verborgen",
    "Dienst Stilte",
    "dienst-stilte",
    "Kluisdeur",
    "kluisdeur",
    "Nachtuil",
    "nachtuil",
    "verborgen/geheim",
    "stilte/onbekend",
    "open/weggelaten",
    "Wegens onderzoek",
    "Volgt na de verhuizing",
    "Stille Gemeenschap",
    "kst-verborgen",
    "Alleen op aanvraag",
    "hulp-van",
)
INVENTORY = f"""
organisations:
  - {{id: open, name: Dienst Open, kind: zbo, sources: [FOLDER/open, {{address: KNOWN, publish: name}}]}}
  - {{id: dienst-verborgen, name: Dienst Verborgen, kind: zbo, publish: count, sources: [FOLDER/verborgen]}}
left_out: [{{repository: {GIT}open/weggelaten, reason: Wegens onderzoek}}]
systems:
  - {{id: loket, name: Loket, organisation: open, openness: open, repositories: [{GIT}open/een]}}
  - {{id: kluisdeur, name: Kluisdeur, organisation: open, openness: closed}}
  - id: deels
    name: Deels
    organisation: open
    openness: partly
    publish: name
    repositories: [{GIT}open/een]
    decision: {{ground: woo-5.2, motivation: met hulp-van Nachtuil, parts: [p], by: CIO, on: 2026-01-01,
               review_by: 2099-01-01}}
explanations:
  - {{about: {GIT}verborgen/geheim, rule: licence/present, reason: Volgt na de verhuizing, by: ik, on: 2026-01-01,
      until: 2027-12-01}}
commons:
  - {{id: hoorbaar, name: Hoorbare Gemeenschap, organisations: [open], repositories: [{GIT}stilte/onbekend]}}
  - {{id: stil, name: Stille Gemeenschap, organisations: [open], repositories: [{GIT}open/een], publish: never}}
commitments:
  - {{id: v, reference: kst-verborgen, text: Alleen op aanvraag, source: https://example.org/k,
      figure: digital-commons, target: 2, publish: count}}
forks: [{{repository: {GIT}open/vork, upstream: {GIT}stilte/onbekend}}]
"""
MORE = f"""
organisations:
  - {{id: dienst-stilte, name: Dienst Stilte, kind: zbo, publish: never, sources: [FOLDER/stilte]}}
systems:
  - {{id: nachtuil, name: Nachtuil, organisation: dienst-stilte, openness: open, publish: never,
      repositories: [{GIT}stilte/onbekend]}}
"""


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    folder = tmp_path / "bron-hulp-van"
    files = {"README.md": "# Demo\n\nThis program counts the trees along the roads of a town.\n", "m.py": "1\n"}
    for at, name in enumerate(("open/een", "open/weggelaten", "verborgen/geheim", "stilte/onbekend")):
        repository(folder / name, {**files, "n.py": f"{at}\n"}, f"{GIT}{name}")
    # a copy and a fork that may be named, of what may not
    known = tmp_path / "bekend"
    repository(known / "kopie", {**files, "n.py": "2\n"}, f"{GIT}zoals/dat")
    repository(known / "vork", {**files, "n.py": "vork\n"}, f"{GIT}open/vork")
    for name, text in (("i.yaml", INVENTORY), ("more.yaml", MORE)):
        (tmp_path / name).write_text(text.replace("FOLDER", str(folder)).replace("KNOWN", str(known)), encoding="utf-8")
    return ["--inventory", str(tmp_path / "i.yaml"), "--inventory", str(tmp_path / "more.yaml")]


def _report(folder: Path, store: list[str], audience: str) -> dict[str, str]:
    forms = ["--format", "html", "--format", "csv", "--format", "json", "--audience", audience, "--quiet"]
    assert main(["report", "make", *store, "--output", str(folder), *forms]) == 0
    assert main(["report", "verify", str(folder), *store]) == 0
    return {path.name: path.read_bytes().decode() for path in folder.rglob("*") if path.is_file()}


def test_what_may_not_be_named_is_in_no_public_output(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(tmp_path / "s.db")]
    assert main(["scan", *words, *store, "--jobs", "1", "--format", "json"]) == 0
    inside = capsys.readouterr().out
    assert [name for name in HIDDEN if name not in inside] == [
        *("Stille Gemeenschap", "kst-verborgen", "Alleen op aanvraag")  # the scan says nothing of these
    ]
    texts = _report(tmp_path / "public", store, "public")
    assert len(texts) > 4
    for command in (["show", words[1], words[3]], ["judge", *store], ["judge", words[1], words[3], *store]):
        for form in ("text", "json"):
            assert main(["inventory", *command, "--format", form]) == 0
            texts[" ".join((*command, form))] = capsys.readouterr().out
    assert main(["store", "export", *store, "--format", "parquet", "--output", str(tmp_path / "tables")]) == 0
    for path in (tmp_path / "tables").iterdir():
        texts[path.name] = str(parquet.read_table(path).to_pylist())
    found = {(name, where) for where, text in texts.items() for name in HIDDEN if name in text}
    assert found == set()
    assert any("Loket" in text for text in texts.values())
    report = texts["report.html"]
    for name in ("zoals/dat", "open/vork"):
        after = report.partition(f"{GIT}{name}")[2]
        assert "een kopie of fork van een repository die niet genoemd mag worden" in after[:200]
    assert main(["inventory", "hearing", "--organisation", "open", *store, "--output", str(tmp_path / "h"), "-q"]) == 0
    heard = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "h").iterdir())
    assert [name for name in ("verborgen/geheim", "stilte/onbekend") if name in heard] == []  # those of others
    assert heard.count("een kopie of fork van een repository die niet genoemd mag worden") == 2
    internal = "".join(_report(tmp_path / "internal", store, "internal").values())
    assert [name for name in HIDDEN if name not in internal] == ["hulp-van"]  # no document says a motivation or path


ELSEWHERE = "https://a.example/"  # sorts first, so that of copies these count
COPIES = """
organisations:
  - {id: open, name: Dienst Open, kind: zbo, sources: [{address: FOLDER/open, publish: name}]}
  - {id: dienst-half, name: Dienst Halfom, kind: zbo, publish: count, sources: [FOLDER/half]}
  - {id: dienst-stil, name: Dienst Stilte, kind: zbo, publish: never, sources: [FOLDER/stil]}
"""
#: Address, which content, and whether there is a licence: two that may not be told with two copies each, and others.
SOFTWARE = {
    "stil": [(f"{ELSEWHERE}stil/kluis", 1, True), (f"{ELSEWHERE}stil/alleen", 2, True)],
    "half": [(f"{ELSEWHERE}half/deur", 3, False)],
    "open": [
        *((f"{GIT}open/een", 1, True), (f"{GIT}open/een-kopie", 1, True)),  # copies of stil/kluis
        (f"{GIT}open/deur-kopie", 3, False),
        (f"{GIT}open/eigen", 4, False),
    ],
}


def test_a_copy_of_what_may_not_be_counted_counts_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By hand: the public is told of three softwares: een (een-kopie is its copy), deur (which has a copy that may be
    named) and eigen; one has a licence. Inside it is four: kluis, alleen, deur and eigen; two have a licence."""
    for folder, held in SOFTWARE.items():
        for address, content, licensed in held:
            files = {"README.md": "# Demo\n\nThis program counts the trees along the roads of a town.\n"}
            files["m.py"] = f"{content}\n"
            repository(
                tmp_path / "bron" / folder / address.rpartition("/")[2],
                files | ({"LICENSE": EUPL} if licensed else {}),
                address,
            )
    (tmp_path / "i.yaml").write_text(COPIES.replace("FOLDER", str(tmp_path / "bron")), encoding="utf-8")
    store = ["--store", str(tmp_path / "s.db")]
    inventory = ["--inventory", str(tmp_path / "i.yaml")]
    assert main(["scan", *inventory, *store, "--jobs", "1", "--quiet"]) == 0
    capsys.readouterr()
    told = {}
    for audience in ("public", "internal"):
        texts = _report(tmp_path / audience, store, audience)
        tables = tmp_path / f"{audience}-tables"
        form = ["--format", "parquet", "--audience", audience]
        assert main(["store", "export", *store, *form, "--output", str(tables), "-q"]) == 0
        rows = {path.stem: parquet.read_table(path).to_pylist() for path in tables.iterdir()}
        figure = next(
            one
            for one in json.loads(texts["report.json"])["figures"]
            if one["id"] == "licence-osi-approved" and one["scope"]["kind"] == "government"
        )
        again = next(
            one
            for one in rows["figures"]
            if one["figure"] == "licence-osi-approved" and one["scope_kind"] == "government"
        )
        numbers = [figure[name] for name in ("numerator", "denominator", "left_out")]
        assert numbers == [again[name] for name in ("numerator", "denominator", "left_out")]
        counted = {one["repository"].rpartition("/")[2]: one["kinds"] for one in rows["repositories"] if one["counted"]}
        told[audience] = (numbers, counted)
        if audience == "public":
            everything = "".join([*texts.values(), *map(str, rows.values())])
            assert [name for name in ("stil", "Stilte", "half", "Halfom", "a.example") if name in everything] == []
            assert "dezelfde laatste commit als https://git.example/open/een" in texts["report.html"]
    assert told == {
        "public": ([1, 3, 2], {"een": [], "eigen": []}),
        "internal": ([2, 4, 3], {"kluis": [], "alleen": [], "deur": [], "eigen": []}),
    }
    heard = tmp_path / "heard"
    assert main(["inventory", "hearing", "--organisation", "open", *store, "--output", str(heard), "-q"]) == 0
    with (heard / "left-out.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            ["repository", "reason"],
            [f"{GIT}open/deur-kopie", "een kopie of fork van een repository die niet genoemd mag worden"],
            [f"{GIT}open/een-kopie", "dezelfde laatste commit als https://git.example/open/een"],
        ]
    with (heard / "figures.csv").open(encoding="utf-8", newline="") as file:
        [mine] = [row for row in csv.DictReader(file) if row["id"] == "licence-osi-approved"]
    assert (mine["numerator"], mine["denominator"]) == ("1", "2")  # een and eigen, as it will be published
    assert "kluis" not in "".join(path.read_text(encoding="utf-8") for path in heard.iterdir())
