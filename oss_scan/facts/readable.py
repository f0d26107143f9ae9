"""Files that are there to be read, or to keep the repository itself in order: a repository of nothing else is no
software."""

import re
from functools import lru_cache

_FOR_READERS = re.compile(
    r".*\.(md|markdown|mdx|rst|adoc|asciidoc|txt|text|org|tex|bib|pdf|odt|odp|odg|docx?|pptx?|png|jpe?g|gif|svg|webp|avif|bmp|tiff?|ico"
    r"|mp[34]|m4[av]|mov|avi|mkv|webm|og[gv]|wav|vtt|srt|drawio|puml"
    r"|plantuml|mmd|bpmn|archimate|eap|eapx|qea|vsdx?)"
    r"|(.*/)?(readme|licen[cs]e|licentie|copying|notice|authors|contributors|changelog|codeowners|cname|maintainers)([-._][^/]*)?"
    r"|(.*/)?\.(gitignore|gitattributes|gitkeep|nojekyll|editorconfig|mailmap|oss-scan\.ya?ml|readthedocs\.ya?ml|gitlab-ci\.yml|ds_store"
    r"|markdownlint[^/]*|pre-commit-config\.yaml)"
    r"|\.(github|gitlab|gitea|forgejo)/[^\n]*\.(md|ya?ml)|publiccode\.ya?ml"
    r"|(.*/)?(mkdocs\.ya?ml|_config\.yml|book\.toml)|LICENSES/[^/]*",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def for_readers(path: str) -> bool:
    """Whether a file is for readers, or keeps the repository in order, going by its name."""
    return _FOR_READERS.fullmatch(path) is not None
