"""Signs that software answers requests over HTTP, or is run as a service: then it may offer an API.

They are taken widely: one of them only leaves open whether there is an API. That none is there counts where all code
was read, so a program in a language that is not known here is a sign by itself.
"""

import re
from collections.abc import Iterator

from oss_scan.standards.detectors.glances import may_match
from oss_scan.standards.detectors.interface import is_layout
from oss_scan.standards.detectors.notebooks import cells
from oss_scan.standards.detectors.signs import OTHER, SIGNS
from oss_scan.standards.detectors.spots import code, ending, name_of, spot, whole, words
from oss_scan.standards.detectors.within import stays_within
from oss_scan.standards.evidence import Detector, Sighting, Sort
from oss_scan.standards.languages import NO_PROGRAM, inner, known_endings, may_be_program

_ABOUT = "answers-requests"
#: What makes a service of software, of others' too, and what configures a gateway or functions, by name.
_RUN = re.compile(
    r"(?:.*\.)?(?:dockerfile|containerfile)(?:\..*)?|(?:docker-)?compose(?:[.-].+)?\.ya?ml|procfile|chart\.ya?ml"
    r"|kustomization\.ya?ml|serverless\.(?:ya?ml|json|ts)|samconfig\.toml|krakend\.json|kong\.ya?ml|function\.json"
    r"|host\.json|app\.yaml|fly\.toml|render\.yaml|vercel\.json|wrangler\.toml|web\.xml|web\.config|mule-artifact\.json"
    r"|manage\.py|artisan|config\.ru|wsgi\.py|asgi\.py|flows\.json|.+\.(?:war|ear|mpr|oml|psgi|cgi|fcgi|service)"
)
_RUN_ENDINGS = words(
    "yml yaml json toml ts xml config py ru dockerfile containerfile procfile dev prod local base build api web backend"
    " frontend nginx alpine war ear mpr oml psgi cgi fcgi service"
) | {""}
_IMAGE = re.compile(rb"^from[ \t]{1,20}(?:--\S{1,100}[ \t]{1,20})?(\S{1,300})", re.IGNORECASE | re.MULTILINE)
#: Images that hand out files, and answer nothing else by themselves.
_FILE_SERVER = re.compile(rb"(?:\S*/)?(?:nginx|httpd|caddy|lighttpd)(?:-[\w-]{1,40})?(?:[:@]\S*)?", re.IGNORECASE)
_SERVICE = re.compile(rb"^[ \t]{0,40}image:[ \t]{0,20}[\"']?([^\s\"'#]{1,300})", re.MULTILINE)
_LIMIT = 512 * 1024
_CODE_LIMIT = 2 * 1024 * 1024  # notebooks hold their pictures, and one file that is not read leaves all open
_HEAD = 8000  # bytes that show whether a file is text
_DIGITS = [b"%d" % digit for digit in range(10)]
_NOTEBOOK = "ipynb"
#: Code in what looks like a page.
_IN_A_PAGE = re.compile(rb"<(?:\?(?!xml)|%|cf)", re.IGNORECASE)
#: Pages, those that a server always goes through first, and what it then runs in them.
_HTML, _SERVED = words("html htm xhtml"), words("shtml shtm stm")
_RUN_IN_A_PAGE = re.compile(rb"<\?(?:php\b|=)|<!--#(?:exec|include[ \t]{1,10}virtual=[\"']?/?cgi-bin)\b", re.IGNORECASE)
_INTERPRETERS = (
    dict.fromkeys((b"bash", b"zsh", b"dash", b"ksh", b"csh", b"tcsh", b"fish", b"sh", b"pwsh"), "sh")
    | {
        b"python": "py",
        b"pypy": "py",
        b"uv": "py",
        b"node": "js",
        b"deno": "ts",
        b"bun": "ts",
        b"tsx": "ts",
        b"ts-node": "ts",
        b"ruby": "rb",
        b"php": "php",
        b"perl": "pl",
        b"Rscript": "r",
        b"tclsh": "tcl",
        b"wish": "tcl",
        b"expect": "tcl",
        b"lua": "lua",
        b"luajit": "lua",
        b"julia": "jl",
        b"elixir": "exs",
        b"escript": "erl",
        b"groovy": "groovy",
        b"scala": "scala",
        b"swift": "swift",
    }
    | dict.fromkeys((b"awk", b"gawk", b"mawk", b"sed", b"make", b"jq"), "sh")
)
#: What only starts the interpreter that is named after it.
_STARTERS = frozenset((b"env", b"busybox", b"npx"))
_SHEBANG = 256  # bytes, which is as much of it as Linux reads
_ANSWERING = "answering"
_SERVICES = "meta-inf/services/"
#: The detector's name for what is in a language of which no sign is known.
UNLISTED = "unlisted"


def _wants_code(path: str) -> bool:
    name = inner(name_of(path))
    listed = "/." in f"/{path}" or _SERVICES in path.lower()  # what is hidden, and names of classes of Java
    return ending(name) in SIGNS or (may_be_program(name) and not listed)


def _see_code(path: str, data: bytes) -> Iterator[Sighting]:
    last = ending(inner(name_of(path)))
    if last == _NOTEBOOK:
        for language, at, text in cells(data):
            sign = SIGNS.get(language, OTHER)
            if may_match(sign, text) and (match := next(_outward(text, sign), None)):
                yield spot(_ABOUT, Sort.SIGNAL, _ANSWERING, path, data, at, _shown(match[0]))
                return
        return
    if last not in SIGNS and (last or not data.startswith(b"#!")):
        if not last or _is_data(data):
            return
        if last not in known_endings():
            yield whole(_ABOUT, Sort.SIGNAL, UNLISTED, path, f".{last}")
            return
    if not last:
        first = data[:_SHEBANG].partition(b"\n")[0]
        named = _INTERPRETERS.get(_run_by(first))
        if not named:
            yield whole(_ABOUT, Sort.SIGNAL, UNLISTED, path, _shown(first))
            return
        last = named
    sign = SIGNS.get(last, OTHER)
    if not may_match(sign, data):
        return
    # what R shows may stand in its comments
    match = sign.search(data) if sign is SIGNS["r"] else next(_outward(data, sign), None)
    if match:
        yield spot(_ABOUT, Sort.SIGNAL, _ANSWERING, path, data, match.start(), _shown(match[0]))


def _outward(data: bytes, sign: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    return (match for match in code(data, sign) if not stays_within(data, match))


def _run_by(shebang: bytes) -> bytes:
    """The interpreter, without its version; folders may be called like one."""
    for word in shebang[2:].split():
        name = word.rpartition(b"/")[2]
        if name not in _STARTERS and not word.startswith(b"-") and b"=" not in word:
            return name.rstrip(b"0123456789.-")
    return b""


def _is_data(data: bytes) -> bool:
    """Whether it is no text, a pointer to what is kept elsewhere, XML, or a table of numbers."""
    head = data[:_HEAD]
    if head.startswith(b"version https://git-lfs"):
        return True
    begin = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"\0" in head or (begin.startswith(b"<") and not _IN_A_PAGE.match(begin)):
        return True
    written = sum(head.count(letter) for letter in _DIGITS)
    return not head.strip() or written > len(head) // 3


def _shown(found: bytes) -> str:
    return " ".join(found.decode("utf-8", "replace").split())[:40]


def _wants_run(path: str) -> bool:
    return _RUN.fullmatch(name_of(path)) is not None and "/." not in f"/{path}"


def _see_run(path: str, data: bytes) -> Iterator[Sighting]:
    if path.endswith(".service") and b"Type=oneshot" in data:
        return
    if "compose" in name_of(path):  # what it builds has a description of its own
        images = _SERVICE.findall(data)
        decided = bool(images) or b"build" in data
    else:
        images = _IMAGE.findall(data)[-1:]  # the last is what is run
        decided = bool(images)
    if decided and all(map(_FILE_SERVER.fullmatch, images)):
        return
    yield whole(_ABOUT, Sort.SIGNAL, "run-as-service", path, name_of(path))


def _wants_page(path: str) -> bool:
    return ending(path) in _SERVED or (ending(path) in _HTML and is_layout(path))


def _see_page(path: str, data: bytes) -> Iterator[Sighting]:
    if match := _RUN_IN_A_PAGE.search(data):
        yield spot(_ABOUT, Sort.SIGNAL, "code-in-a-page", path, data, match.start(), _shown(match[0]))


# Of pages those are looked into that are read anyway: it claims nothing of the others, hence no `about`.
ANSWERING = (
    Detector("code-in-a-page", 1, _wants_page, _see_page, _LIMIT, rank=1, endings=_HTML | _SERVED),
    Detector("run-as-service", 2, _wants_run, _see_run, _LIMIT, rank=1, endings=_RUN_ENDINGS, about=words(_ABOUT)),
    Detector("answering", 8, _wants_code, _see_code, _CODE_LIMIT, rank=5, never=NO_PROGRAM, about=words(_ABOUT)),
)
