"""What YAML says of a licence: publiccode.yml, Helm charts, CITATION.cff, collections of Ansible, and interfaces."""

import re
from itertools import islice

from oss_scan.facts.manifest_values import Found, meaning, said, text_of
from oss_scan.positioned import BadYamlError, List, Map, Scalar, parse

_INFO, _LEGAL = (
    re.compile(rf"^[\"']?{key}[\"']?[ \t]*:[^\n]*\n(?:(?![^\s#])[^\n]*(?:\n|\Z))*", re.MULTILINE)
    for key in ("info", "legal")
)
_LONGEST = 64 * 1024  # characters of a part that is parsed apart
_IS_API = re.compile(r"^[\"']?(?:openapi|swagger)[\"']?[ \t]*:", re.MULTILINE)


def _scalar(root: object, *keys: str) -> Scalar | None:
    for key in keys:
        root = root.get(key) if isinstance(root, Map) else None
    return root if isinstance(root, Scalar) else None


def _yaml(data: bytes) -> object:
    try:
        return parse(data)
    except BadYamlError:
        return None


def _part(key: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What stands under a key, to be parsed apart; None where the key stands there twice, since neither counts then."""
    found = list(islice(key.finditer(text), 2))
    return found[0] if len(found) == 1 and len(found[0][0]) <= _LONGEST else None


def publiccode(data: bytes) -> list[Found]:
    """`legal.license`, also where the rest of the file is no YAML."""
    root, above = _yaml(data), 0
    if root is None:
        text = text_of(data)
        block = _part(_LEGAL, text)
        root = _yaml(block[0].encode()) if block else None
        above = text.count("\n", 0, block.start()) if block else 0
    licence = _scalar(root, "legal", "license")
    return said([licence.text], licence.line + above) if licence else []


def chart(data: bytes) -> list[Found]:
    """Helm (https://artifacthub.io/docs/topics/annotations/helm/), and the older form of Bitnami's charts."""
    root = _yaml(data)
    for keys in (("annotations", "artifacthub.io/license"), ("annotations", "licenses")):
        licence = _scalar(root, *keys)
        if licence:
            return said([licence.text], licence.line)
    return []


def citation(data: bytes) -> list[Found]:
    """CITATION.cff: a list is a choice (https://github.com/citation-file-format/citation-file-format)."""
    root = _yaml(data)
    licence = root.get("license") if isinstance(root, Map) else None
    if isinstance(licence, List):
        words = [item.text for item in licence.items if isinstance(item, Scalar)]
        return said([" OR ".join(words)], licence.line)
    return said([licence.text], licence.line) if isinstance(licence, Scalar) else []


def galaxy(data: bytes) -> list[Found]:
    """A collection of Ansible (https://docs.ansible.com/ansible/latest/dev_guide/collections_galaxy_meta.html)."""
    root = _yaml(data)
    licence = root.get("license") if isinstance(root, Map) else None
    items = licence.items if isinstance(licence, List) else [licence]
    return [found for each in items if isinstance(each, Scalar) for found in said([each.text], each.line)]


def openapi(data: bytes) -> list[Found]:
    """`info.license` of an OpenAPI document; only that part is parsed, since the rest may be very large."""
    text = text_of(data)
    block = _part(_INFO, text) if _IS_API.search(text) else None
    if block is None:
        return []
    info = _yaml(block[0].encode())
    above = text.count("\n", 0, block.start())
    written = [_scalar(info, "info", "license", key) for key in ("identifier", "name", "url")]
    there = [one for one in written if one]
    clear = [one for one in there if meaning(one.text)] or there
    return said([clear[0].text], clear[0].line + above) if clear else []
