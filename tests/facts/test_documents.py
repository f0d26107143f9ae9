"""Which files count as README, CONTRIBUTING and the like."""

import pytest

from oss_scan.facts.documents import Document, collect_documents
from oss_scan.facts.listing import Listing
from oss_scan.tree import Kind, Link, MemoryTree, Unread


def collect(files: dict[str, bytes | Link]) -> tuple[Document, ...]:
    return collect_documents(Listing(MemoryTree(files)))


@pytest.mark.parametrize(
    ("path", "topic"),
    [
        ("README.md", "readme"),
        ("readme", "readme"),
        ("README.nl.md", "readme"),
        ("README-NL.rst", "readme"),
        ("LEESMIJ.txt", "readme"),
        ("CONTRIBUTING.adoc", "contributing"),
        (".github/Contributing.md", "contributing"),
        (".GitHub/CONTRIBUTING.md", "contributing"),
        ("docs/CONTRIBUTING.nl.md", "contributing"),
        ("BIJDRAGEN.md", "contributing"),
        ("CODE_OF_CONDUCT.md", "code-of-conduct"),
        ("code-of-conduct.en.md", "code-of-conduct"),
        (".gitlab/CODE_OF_CONDUCT", "code-of-conduct"),
        ("GEDRAGSCODE.md", "code-of-conduct"),
        ("CHANGES.rst", "changelog"),
        ("HISTORY", "changelog"),
        ("RELEASE_NOTES.md", "changelog"),
        ("ReleaseNotes.md", "changelog"),
        ("docs/changelog-nl.rst", "changelog"),
        ("docs/changelog.qmd", "changelog"),
        ("doc/changelog.rst", "changelog"),
        ("documentation/release-notes.md", "changelog"),
        ("NEWS.Rmd", "changelog"),
        ("Versielog.md", "changelog"),
        ("docs/whats-new.rst", "changelog"),
        ("PROJECT_GOVERNANCE.md", "governance"),
        (".forgejo/SUPPORT.md", "support"),
        ("SECURITY.MD", "security"),
        (".github/security.md", "security"),
        ("docs/SECURITY.md", "security"),
        ("docs/SECURITY.nl.md", "security"),
        ("SECURITY-POLICY.md", "security"),
        ("docs/contributing/index.md", "contributing"),
        ("docs/Governance/README.rst", "governance"),
        ("docs/code_of_conduct/index.nl.md", "code-of-conduct"),
        ("docs/manual/release_notes.md", "changelog"),
        ("docs/manual/api/CHANGELOG.rst", "changelog"),
        ("docs/manual/release-notes/index.md", "changelog"),
    ],
)
def test_names(path: str, topic: str) -> None:
    assert [(one.topic, one.path) for one in collect({path: b"Some text"})] == [(topic, path)]


@pytest.mark.parametrize(
    "path",
    [
        "src/README.md",
        "docs/README.md",
        ".github/README.md",
        "README.go",
        "README-developer.md",
        "changelog.sh",
        "changelog.d/1.md",
        ".security.md",
        "-readme.md",
        "__README.md",
        "packages/lib/CHANGELOG.md",
        ".github/CHANGELOG.md",
        "docs/news.md",
        "docs/sub/SECURITY.md",
        "docs/sub/README.md",
        "docs/sub/contributing/index.md",
        "docs/contributing/setup.md",
        "docs/contributing/index.js",
        "docs/support/README.md",
        "docs/security/index.md",
        "docs/readme/index.md",
        "docs/history/index.md",
        "docs/city/history.md",
        "docs/city/changes.md",
        "docs/a/b/c/changelog.md",
        "docs/examples/changelog.md",
        "docs/changelog.md.d/index.md",
        "doc/manual/changelog.md",
        "src/docs/manual/changelog.md",
        "docs/security.md",
        "security.md",
        "docs/Support.md",
        ".claude/rules/security.md",
        "templates/SECURITY.md",
        "security.txt",
        "security-rig.pptx",
        "contributing-pilot.md",
        "x" * 300 + ".md",
        ".md",
        "-nl.md",
    ],
)
def test_false_friends(path: str) -> None:
    assert collect({path: b"Some text about features"}) == ()


def test_lower_case_security_is_judged_by_content() -> None:
    assert collect({"security.md": b"# Security considerations\n\nThe connection is encrypted."}) == ()
    assert [one.path for one in collect({"Security.md": b"Report vulnerabilities by mail."})] == ["Security.md"]


def test_lower_case_in_docs_is_judged_by_content() -> None:
    found = collect({"docs/security.md": b"Report vulnerabilities by mail.", "docs/support.rst": b"Mail help@city.nl"})
    assert [one.topic for one in found] == ["support", "security"]
    assert collect({"docs/support.rst": b"All browsers are supported."}) == ()


def test_a_folder_in_docs_is_judged_by_content_too() -> None:
    files: dict[str, bytes | Link] = {
        "docs/security/README.md": b"Report vulnerabilities by mail.",
        "docs/support/index.rst": b"Mail help@city.nl",
    }
    assert [one.path for one in collect(files)] == ["docs/support/index.rst", "docs/security/README.md"]


def test_order_is_by_topic_then_place_then_language_then_ending() -> None:
    paths = ["docs/CONTRIBUTING.md", "CONTRIBUTING.md", "README.txt", "README.nl.md", "README.rst", "README.md"]
    found = collect(dict.fromkeys(paths, b"Some text"))
    assert [one.path for one in found] == [
        "README.md",
        "README.rst",
        "README.txt",
        "README.nl.md",
        "CONTRIBUTING.md",
        "docs/CONTRIBUTING.md",
    ]


def test_words_contact_and_blob() -> None:
    tree = MemoryTree({"README.md": b"# Title\n\nReport a vulnerability to team@city.nl\n"})
    assert collect_documents(Listing(tree)) == (
        Document("readme", "README.md", tree.blob("README.md"), words=6, contact=3),
    )


def test_contact_is_looked_for_in_readmes_only() -> None:
    (found,) = collect({"CONTRIBUTING.md": b"Report a vulnerability to team@city.nl\n"})
    assert found.contact is None


@pytest.mark.parametrize(
    "pointer", [Link("docs/start.md"), b"docs/start.md", b"# App\n\nSee [the docs](docs/start.md#top).\n"]
)
def test_pointers_are_followed(pointer: bytes | Link) -> None:
    (found,) = collect({"README.md": pointer, "docs/start.md": b"one two three four five six\n" * 4})
    assert (found.path, found.words, found.unread) == ("README.md", 24, None)


@pytest.mark.parametrize("pointer", [b"README.md", b"docs/none.md", b"../up.md", b"a\0b.md", b"docs/app.bin"])
def test_pointers_to_nothing_are_words(pointer: bytes) -> None:
    (found,) = collect({"README.md": pointer, "docs/app.bin": b"one two three four five six"})
    assert found.words <= 3


def test_what_cannot_be_read_is_said() -> None:
    (link,) = collect({"README.md": Link("../elsewhere.md")})
    assert link.unread == Unread("blob-link", "README.md")
    (large,) = collect({"README.md": b"a" * (1024 * 1024 + 1)})
    assert (large.words, large.unread) == (0, Unread("blob-too-large", "README.md"))


def test_a_submodule_is_no_document() -> None:
    class WithSubmodule(MemoryTree):
        def kind(self, path: str) -> Kind:
            return Kind.SUBMODULE if path == "support" else super().kind(path)

    assert collect_documents(Listing(WithSubmodule({"support": b""}))) == ()


def test_no_more_than_twenty_on_a_topic_are_read() -> None:
    names = [f"{'README'[:n].lower()}{'README'[n:]}{end}" for n in range(6) for end in (".md", ".rst", ".txt", ".org")]
    assert len(collect(dict.fromkeys(names, b"Some text"))) == 20


def test_names_that_are_not_utf_8() -> None:
    assert collect({"README\udcff.md": b"text", "docs/\udce9.md": b"text"}) == ()


@pytest.mark.parametrize(
    ("path", "text", "topics"),
    [
        ("handbook/release-notes/v1.2.0.md", b"Faster forms for everyone.", ["changelog"]),
        ("docs/source/changelog/1.rst", b"Faster forms for everyone.", ["changelog"]),
        ("node_modules/x/changelogs/1.md", b"Faster forms for everyone.", []),
        ("src/release-notes/make.py", b"print()", []),
        (".gitlab/issue_templates/Security issue.md", b"Mail security vulnerabilities to a@example.org.", ["security"]),
        (".github/ISSUE_TEMPLATE/security.md", b"Describe the security feature that you want.", []),
    ],
)
def test_folders_of_release_notes_and_issue_templates(path: str, text: bytes, topics: list[str]) -> None:
    assert [document.topic for document in collect({path: text})] == topics
