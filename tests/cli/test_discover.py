"""`oss-scan inventory discover`: what the sources and a register have that the inventory or a scan has not."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from oss_scan.cli import main
from oss_scan.inventory import read
from oss_scan.inventory.model import Spot
from oss_scan.inventory.opening import File
from oss_scan.results import Judged, Scan
from oss_scan.scan.discovering import Gone, discovered
from oss_scan.schemas import schema
from oss_scan.sources import Target
from oss_scan.sources.listed import Listed
from oss_scan.sources.register import Holder, Holders
from oss_scan.texts import Reason
from tests.forge import forge, host
from tests.formats.made_up import made_run
from tests.git_server import Reply
from tests.sweeps import repository

README = {"README.md": "# Demo\n\nThis program counts the trees along the roads of a municipality.\n"}
TOOI = "https://identifier.overheid.nl/tooi/id"


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_what_is_new_and_what_the_register_has_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with forge(tmp_path / "forge") as made:
        made.organisations = (
            (f"{TOOI}/ministerie/mnre0001", "Zaken"),
            (f"{TOOI}/gemeente/gm0001", "Gemeente Proef"),
            ("https://elders.example/x", 'Stichting "X"\n- id: kwaad'),
            (f"{TOOI}/provincie/pv21", "Provincie Nergens"),
        )
        made.places = (
            ("https://github.com/Zaken", f"{TOOI}/ministerie/mnre0001", "Zaken"),
            ("https://github.com/zaken-nieuw", f"{TOOI}/ministerie/mnre0001", "Zaken"),
            ("https://gitlab.com/proef/groep", f"{TOOI}/gemeente/gm0001", "Gemeente Proef"),
            ("https://git.proef.example/groep", f"{TOOI}/gemeente/gm0001", "Gemeente Proef"),
            ("https://codeberg.org/x", "https://elders.example/x", 'Stichting "X"\n- id: kwaad'),
        )
        made.add("org/een", README)
        inventory = tmp_path / "i.yaml"
        inventory.write_text(
            "organisations:\n"
            f"  - {{id: zaken, name: Zaken, kind: ministerie, tooi: '{TOOI}/ministerie/mnre0001',"
            f" sources: ['gitea:{host(made)}/org', {tmp_path / 'geen'}]}}\n"
            "  - {id: anders, name: Anders, kind: zbo, sources: ['https://github.com/zaken']}\n",
            encoding="utf-8",
        )
        store = ["--store", str(tmp_path / "s.db")]
        assert main(["scan", f"gitea:{host(made)}/org", *store, "--jobs", "1", "--quiet"]) == 0
        capsys.readouterr()
        made.add("org/twee", README, fork=True)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
        words = ["inventory", "discover", str(inventory), *store, "--register", f"don:{host(made)}"]
        assert main([*words, "--format", "json"]) == 3  # one source is no repository
        said = capsys.readouterr()
        found = json.loads(said.out)
        Draft202012Validator(json.loads(schema("inventory-discover"))).validate(found)
        first, second = found["organisations"]
        assert [one["repository"] for one in first["new"]] == [f"{made.web}/org/twee.git", str(tmp_path / "geen")]
        assert (first["new"][0]["fork"], first["gone"]) == (True, [])
        assert [(one["repositories"], one["reason_code"]) for one in first["sources"]] == [
            (2, None),
            (0, "no-such-path"),
        ]
        assert second["id"] == "anders"
        assert [(one["url"], one["source"], one["known_as"]) for one in found["register"]["places"]] == [
            ("https://github.com/zaken-nieuw", "github:zaken-nieuw", "zaken"),
            ("https://gitlab.com/proef/groep", "gitlab:gitlab.com/proef/groep", None),
            ("https://git.proef.example/groep", None, None),
            ("https://codeberg.org/x", "gitea:codeberg.org/x", None),
        ]
        assert [one["label"] for one in found["register"]["organisations"]] == ["Provincie Nergens"]
        assert main([*words, "--lang", "en"]) == 3
        text = capsys.readouterr().out
    added = read([File("i.yaml", inventory.read_bytes()), File("more.yaml", text.encode())])
    assert [item for item in added[1] if item.type == "error"] == []
    kept = {one.id: one for one in added[0].organisations}
    assert list(kept) == ["zaken", "anders", "gemeente-proef", "stichting-x-id-kwaad"]
    assert kept["zaken"].sources[-1].address == "github:zaken-nieuw"
    proef = kept["gemeente-proef"]
    assert (proef.kind, proef.tooi, proef.verified) == ("gemeente", f"{TOOI}/gemeente/gm0001", False)
    assert [one.address for one in proef.sources] == ["gitlab:gitlab.com/proef/groep"]
    assert (kept["stichting-x-id-kwaad"].kind, kept["stichting-x-id-kwaad"].tooi) == ("overig", None)
    assert "# https://git.proef.example/groep" in text.replace("      ", "")
    assert "# Zaken: new: " in text


def test_a_register_that_refuses_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "i.yaml").write_text("organisations: []\n", encoding="utf-8")
    with forge(tmp_path / "forge") as made:
        made.fails("/organisations", *[Reply(403)] * 3)
        words = ["inventory", "discover", str(tmp_path / "i.yaml"), "--lang", "en", "--register"]
        assert main([*words, f"don:{host(made)}"]) == 3
        said = capsys.readouterr()
        assert "# the register was not (wholly) read: " in said.out
        assert "OSS_SCAN_TOKEN_" in said.out
        assert said.out.splitlines()[-1] == "organisations: []"
        assert said.err == "? new, 0 no longer listed, 0 places of the register without a source in the inventory.\n"
        assert main([*words, f"gitea:{host(made)}/org"]) == 2
        assert main([*words, "none", "--quiet"]) == 0


def test_a_repository_on_this_machine_that_is_left_out_is_not_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path / "git" / "een", README, "https://git.example/org/een")
    repository(tmp_path / "git" / "twee", {**README, "x": "y"}, "https://git.example/org/twee")
    inventory = tmp_path / "i.yaml"
    inventory.write_text(
        f"organisations: [{{id: a, name: A, kind: zbo, sources: [{tmp_path}/git]}}]\n"
        "left_out: [{repository: https://git.example/org/twee, reason: x}]\n"
    )
    store = ["--store", str(tmp_path / "s.db")]
    assert main(["scan", "--inventory", str(inventory), *store, "--jobs", "1", "--quiet"]) == 0
    repository(tmp_path / "git" / "drie", {**README, "z": "y"})
    capsys.readouterr()
    assert main(["inventory", "discover", str(inventory), *store, "--register", "none", "--format", "json"]) == 0
    [found] = json.loads(capsys.readouterr().out)["organisations"]
    assert [one["repository"] for one in found["new"]] == [f"{tmp_path}/git/drie"]
    assert found["gone"] == []


def _target(path: str, key: str = "", word: str = "github:org") -> Target:
    url = f"https://github.com/{path}"
    return Target(url, url=url, listed=Listed(url=url, key=key), words=(word,))


def test_what_is_no_longer_listed() -> None:
    inventory, _ = read(
        [
            File(
                "i.yaml",
                b"organisations: [{id: a, name: A, kind: zbo, sources: ['github:org', 'github:half']}]\n"
                b"left_out: [{repository: https://github.com/org/weg, reason: x}]\n"
                b"systems:\n"
                b"  - {id: s, name: S, organisation: a, openness: open, repositories: [https://github.com/org/er]}\n"
                b"  - {id: t, name: T, organisation: a, openness: open, repositories: [https://github.com/half/x]}\n",
            )
        ]
    )
    before = Scan(
        made_run(),
        tuple(
            Judged(key=key, repository=f"https://github.com/org/{name}", status="scanned")
            for key, name in (("k1", "er"), ("k2", "oude-naam"), ("k3", "verwijderd"))
        ),
    )
    listed = (
        _target("org/er", "k1"),
        _target("org/nieuwe-naam", "k2"),
        _target("org/nieuw", "k9"),
        Target("github:half", reason=before.repositories[0].reason, stands_for_more=True, words=("github:half",)),
    )
    broken = Target("github:half", reason=_reason(), stands_for_more=True, words=("github:half",))
    [found] = discovered(inventory, (*listed[:3], broken), before, Holders()).organisations
    assert found.new is not None
    assert [one.text for one in found.new] == ["https://github.com/org/nieuw"]
    assert found.gone == (
        Gone("https://github.com/org/weg", Spot("i.yaml", 2, 12)),
        Gone("https://github.com/org/verwijderd"),
    )
    assert discovered(inventory, listed[:3], None, Holders()).organisations[0].new is None


def _reason() -> Reason:
    return Reason("forge-gone", {"url": "u", "status": "404"})


def test_the_register_knows_what_the_inventory_has() -> None:
    text = f"organisations: [{{id: a, name: A, kind: zbo, tooi: '{TOOI}/zbo/zb000001'}}]"
    inventory, _ = read([File("i.yaml", text.encode())])
    known = Holders((Holder(f"{TOOI}/zbo/zb000001", "A"), Holder("", "zonder")), (Holder("u", "x", "geen adres"),))
    found = discovered(inventory, (), None, known)
    assert (found.places, found.absent, found.organisations) == ((), (), ())
