"""User interfaces: the link to the accessibility statement, the language of pages, and signs of pages."""

import re
from collections.abc import Iterator

from oss_scan.standards.detectors.spots import code, ending, name_of, spot, telling, tells, whole, words
from oss_scan.standards.evidence import Detector, Sighting, Sort, Where

_ABOUT = "digitoegankelijk-en-301-549-met-wcag-21"
_PAGES = words(
    "html htm xhtml j2 jinja jinja2 twig mustache hbs handlebars ejs erb haml slim ftl ftlh cshtml razor jsp"
    " jspx gohtml tmpl php"
    " vue svelte tsx jsx astro askama pug liquid"
)
_TEXTS = _PAGES | words("ts js mjs json xml yaml yml md mdx markdown resx strings xcstrings properties sql")
_LAYOUTS = frozenset(
    ("base", "layout", "master", "main", "index", "app", "document", "root", "default", "page", "basis")
)
_STATED = telling("toegankelijk accessib a11y footer voet colofon strings.xml docusaurus.config mkdocs.yml")
#: Pages that are no pages of a site: mail, what is printed, and parts.
_NOT_A_PAGE = telling(
    "mail newsletter nieuwsbrief pdf print report rapport letter brief partial snippet fragment widget error/"
    " -old. _old. swagger redoc fake dummy"
)
#: Where pages are kept as data, unless they are what pages are made of.
_KEPT = telling(
    "/data/ /dataset/ /datasets/ /corpus/ /corpora/ /raw/ /scraped/ /scraper/ /scrapers/ /crawl/ /crawled/ /crawler/"
    " /responses/ /cache/ /dump/ /dumps/ /saved/ /wayback/ /warc/ /webarchive/ /webarchief/ /input/ /inputs/ /output/"
    " /outputs/ _files/"
)
_MADE_OF = telling("/templates/ /template/ /layouts/ /_layouts/ /views/")
_WHOLE = words("html htm xhtml")
_LINK = re.compile(rb"https?://(?:www\.)?toegankelijkheidsverklaring\.nl/register/\d{1,7}")
_SEPARATOR = re.compile(r"[._-]+")
_HTML = re.compile(
    rb"^[ \t]*(?:<![Dd][Oo][Cc][Tt][Yy][Pp][Ee][^>\n]{0,200}>\s{0,20})?(<(?:html|HTML)(?=[\s>])([^>]{0,600})>)",
    re.MULTILINE,
)
#: What sets the language when it makes the page, what only leads elsewhere, what a program saved of another site, and
#: what only shows a description of an API or a model.
_NO_PAGE = re.compile(
    rb"respec|http-equiv=[\"']?refresh|saved from url|mirrored from|saved with singlefile|savepage-|file archived on"
    rb"|web(?:-static)?\.archive\.org/_static|<title>\s{0,20}(?:swagger[ -]?ui|redoc|jsdoc)\b|[\"'/]ea\.css",
    re.IGNORECASE,
)
_FILLED_IN = re.compile(rb"\{|<|\$|%|@|\?|\[lang\]|th:|:lang")
_LANG = re.compile(rb"(?:^|[\s\[:\"'])(?:xml:)?lang\b", re.IGNORECASE)
_MARKED = re.compile(
    rb"<(?:header|main|nav|footer|form|body|router-outlet|slot)\b|\{% ?block|id=[\"'](?:root|app)", re.I
)
_HREF = re.compile(rb"href=[\"']([^\"'\n]{1,300})")
_FILE = re.compile(rb"\.(?:ttl|rdf|xml|xsd|json|jsonld|csv|zip|gz|gml|owl|txt|pdf|ifc|nc)$", re.IGNORECASE)
_LISTED = 10  # links from which a page of nothing but files is a list of them
#: The settings of programs that make a site.
_STATIC = words(
    "mkdocs.yml mkdocs.yaml docusaurus.config.js docusaurus.config.ts _config.yml hugo.toml gatsby-config.js"
    " gatsby-config.ts eleventy.config.js .eleventy.js astro.config.mjs"
)


def _stated(path: str) -> bool:
    last = ending(path)
    return last in _TEXTS and (tells(path, _STATED) or (last in _PAGES and is_layout(path)))


def is_layout(path: str) -> bool:
    """Whether a page is one that others are made of, or the first of a site, going by its name."""
    name = name_of(path)
    parts = _SEPARATOR.split(name)[:-1]
    # `index.html.twig` is no layout for its `html`, nor `my-html-texts.html`; `html.html.twig` and `html.tpl.php` are
    return not _LAYOUTS.isdisjoint(parts) or (len(parts) > 0 and name.startswith("html."))


def _statement(path: str, data: bytes) -> Iterator[Sighting]:
    for match in code(data, _LINK, b"toegankelijkheidsverklaring.nl/register/"):
        yield spot(_ABOUT, Sort.FOUND, "accessibility-statement", path, data, match.start(), "statement-link")


def _page(path: str) -> bool:
    return ending(path) in _PAGES and is_layout(path) and not tells(path, _NOT_A_PAGE) and not _is_kept(path)


def _is_kept(path: str) -> bool:
    return ending(path) in _WHOLE and tells(path, _KEPT) and not tells(path, _MADE_OF)


def _language(path: str, data: bytes) -> Iterator[Sighting]:
    for match in _HTML.finditer(data) if b"<html" in data or b"<HTML" in data else ():
        if not _MARKED.search(data) or _NO_PAGE.search(data) or _is_file_list(data):
            return
        yield spot("web-interface", Sort.SIGNAL, "pages", path, data, match.start(1), "page-layout")
        if not _LANG.search(match[2]) and not _FILLED_IN.search(match[2]):
            yield spot(_ABOUT, Sort.COUNTER, "pages", path, data, match.start(1), "html-without-lang")
        return


def _is_file_list(data: bytes) -> bool:
    """Whether a page does no more than list the files of a folder, as a program writes it."""
    links = _HREF.findall(data)
    return len(links) >= _LISTED and sum(_FILE.search(link) is not None for link in links) >= 0.9 * len(links)


def _generator(path: str, data: bytes) -> Iterator[Sighting]:
    if data.strip() and "/." not in f"/{path}".rpartition("/")[0]:
        yield whole("serves-site", Sort.SIGNAL, "site-generator", path, name_of(path))


INTERFACE = (
    Detector(
        "accessibility-statement", 2, _stated, _statement, 512 * 1024, rank=1, endings=_TEXTS, about=words(_ABOUT),
        own=frozenset((Where.OWN, Where.DOCUMENTATION)),
    ),
    Detector("pages", 3, _page, _language, 512 * 1024, endings=_PAGES, about=words(f"{_ABOUT} web-interface")),
    Detector(
        "site-generator", 1, lambda path: name_of(path) in _STATIC, _generator, about=words("serves-site"),
        endings=words("yml yaml js ts toml mjs"),
    ),
)  # fmt: skip
