"""What a report was made of and how, with the checksum of each document: enough to make it again, and to count its
figures by the definitions that it was made with."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from oss_scan import __version__
from oss_scan.figures import GOVERNMENT
from oss_scan.in_json import rulesets
from oss_scan.inert import json_document
from oss_scan.report.content.material import Material
from oss_scan.report.document import defined
from oss_scan.report.formats.look import look_of

NAME = "manifest.json"
SCHEMA = "oss-scan/report-manifest/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a report was asked for, besides the store: what is needed to make it again. `words` are the writer's own, as
    Markdown by chapter; `look` is the layout's, by `look.kept`."""

    forms: tuple[str, ...]
    since: str | None = None
    earlier: tuple[str, ...] = ()
    words: Mapping[str, str] | None = None
    look: Any = None


def manifest(material: Material, made: Made, documents: Sequence[tuple[str, bytes]]) -> bytes:
    """The manifest of the documents."""
    run, lang = material.measured.scan.run, material.wording.lang
    return json_document(
        {
            "schema": SCHEMA,
            "program": {"name": "oss-scan", "version": __version__},
            "scan": {
                "id": run.id,
                "reference_date": run.reference_date.isoformat(),
                "tool": run.tool_version,
                "rulesets": rulesets(run),
            },
            "made": {
                "lang": lang,
                "audience": material.audience,
                "final": material.final,
                "author": material.author,
                "supersedes": material.errata.supersedes if material.errata else None,
                "errata": material.errata.text if material.errata else None,
                "forms": list(made.forms),
                "since": made.since,
                "earlier": list(made.earlier),
                "words": dict(made.words or {}),
                "look": made.look,
            },
            "definitions": [defined(one.definition, lang) for one in material.counted if one.scope == GOVERNMENT],
            "platforms": dict(material.catalogue.platforms),
            "documents": {name: f"sha256:{sha256(content).hexdigest()}" for name, content in documents},
        }
    ).encode()


def parsed(content: bytes) -> dict[str, Any]:
    """A manifest; raises ValueError, TypeError or KeyError where it is none."""
    from oss_scan.report.claimed import once

    found: dict[str, Any] = json.loads(content, object_pairs_hook=once)
    if found["schema"] != SCHEMA:
        raise ValueError("another schema")
    look_of(found["made"]["look"])
    return found
