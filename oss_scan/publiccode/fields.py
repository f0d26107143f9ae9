"""The fields of publiccode.yml 0.7.0 as one table.

https://github.com/publiccodeyml/publiccode.yml/blob/main/docs/standard/schema.core.rst
In a key, `*` stands for a language tag and `[]` for each item of a list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from oss_scan.publiccode.model import Profile

Type = Literal["text", "boolean", "list", "map"]
#: `one-language`: mandatory in at least one of the languages of `description`.
Presence = Literal["optional", "mandatory", "one-language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecated:
    """Since which version a key is deprecated, and the key that took its place."""

    since: str
    use: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What may stand under a key.

    `form` names a function of `forms`; `values` are all that is allowed; `least` and `most` count the characters
    of a text or the items of a list; `single`: one value may stand where a list belongs.
    """

    type: Type = "text"
    presence: Presence = "optional"
    form: str | None = None
    values: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None
    single: bool = False
    deprecated: Deprecated | None = None


#: The newest version of the standard that this table describes.
LATEST = "0.7"
#: Each version that may be declared; `0` stands for the newest. The reference does not know 0.6.
SUPPORTED = ("0", *(f"0.{minor}{patch}" for minor in "23457" for patch in ("", ".0")), "0.2.1", "0.2.2")
VERSIONS = (*SUPPORTED, "0.6", "0.6.0")
#: `maintenance.type` that makes the key beside it mandatory; contractors may not stand beside another type.
CONTACTS_FOR = ("internal", "community")
CONTRACTORS_FOR = ("contract",)

_MUST = Field(presence="mandatory")
_TEXT = Field()
_TEXTS = Field(type="list")
_LINK = Field(form="http")
_GONE = Deprecated(since="0.7")


def _dependencies(key: str) -> dict[str, Field]:
    return {
        key: Field(type="list"),
        f"{key}[]": Field(type="map"),
        f"{key}[].name": _MUST,
        f"{key}[].versionMin": _TEXT,
        f"{key}[].versionMax": _TEXT,
        f"{key}[].version": _TEXT,
        f"{key}[].optional": Field(type="boolean"),
    }


def _italian(key: str) -> dict[str, Field]:
    flags = {
        "conforme": ("lineeGuidaDesign", "modelloInteroperabilita", "misureMinimeSicurezza", "gdpr"),
        "piattaforme": ("spid", "cie", "anpr", "pagopa", "io"),
    }
    return {
        key: Field(type="map", deprecated=_GONE),
        f"{key}.countryExtensionVersion": Field(values=("0.2", "1.0")),
        f"{key}.conforme": Field(type="map", deprecated=Deprecated(since="0.5")),
        f"{key}.piattaforme": Field(type="map"),
        f"{key}.riuso": Field(type="map"),
        f"{key}.riuso.codiceIPA": Field(form="ipa", deprecated=Deprecated(since="0.5", use="organisation.uri")),
        **{f"{key}.{group}.{name}": Field(type="boolean") for group, names in flags.items() for name in names},
    }


STANDARD: Mapping[str, Field] = {
    "": Field(type="map", presence="mandatory"),
    "publiccodeYmlVersion": Field(presence="mandatory", form="version"),
    "name": _MUST,
    "applicationSuite": _TEXT,
    "url": Field(presence="mandatory", form="url"),
    "landingURL": _LINK,
    "isBasedOn": Field(type="list", single=True),
    "isBasedOn[]": Field(form="url"),
    "softwareVersion": _TEXT,
    "releaseDate": Field(form="date"),
    "logo": Field(form="path"),
    "monochromeLogo": Field(form="path", deprecated=Deprecated(since="0.3", use="logo")),
    "organisation": Field(type="map"),
    "organisation.uri": Field(presence="mandatory", form="uri"),
    "organisation.name": _TEXT,
    "inputTypes": Field(type="list", deprecated=Deprecated(since="0.3")),
    "inputTypes[]": Field(form="media-type"),
    "outputTypes": Field(type="list", deprecated=Deprecated(since="0.3")),
    "outputTypes[]": Field(form="media-type"),
    "platforms": Field(type="list", presence="mandatory", single=True, least=1),
    "platforms[]": _TEXT,
    "categories": _TEXTS,
    "categories[]": Field(form="category"),
    "usedBy": _TEXTS,
    "usedBy[]": _TEXT,
    "fundedBy": Field(type="list"),
    "fundedBy[]": Field(type="map"),
    "fundedBy[].name": _MUST,
    "fundedBy[].uri": Field(form="uri"),
    "roadmap": _LINK,
    "developmentStatus": Field(presence="mandatory", values=("concept", "development", "beta", "stable", "obsolete")),
    "softwareType": Field(
        presence="mandatory",
        values=(
            *(f"standalone/{kind}" for kind in ("mobile", "iot", "desktop", "web", "backend", "other")),
            "addon",
            "library",
            "configurationFiles",
        ),
    ),
    "supports": Field(type="list"),
    "supports[]": Field(type="map"),
    "supports[].id": Field(presence="mandatory", form="support"),
    "intendedAudience": Field(type="map"),
    "intendedAudience.countries": _TEXTS,
    "intendedAudience.countries[]": Field(form="country"),
    "intendedAudience.unsupportedCountries": _TEXTS,
    "intendedAudience.unsupportedCountries[]": Field(form="country"),
    "intendedAudience.scope": _TEXTS,
    "intendedAudience.scope[]": Field(form="scope"),
    "description": Field(type="map", presence="mandatory", least=1),
    "description.*": Field(type="map", presence="mandatory", form="language"),
    "description.*.localisedName": _TEXT,
    "description.*.genericName": Field(most=35, deprecated=Deprecated(since="0.3")),
    "description.*.shortDescription": Field(presence="mandatory", most=150),
    "description.*.longDescription": Field(presence="one-language", least=150, most=10_000),
    "description.*.documentation": _LINK,
    "description.*.apiDocumentation": _LINK,
    "description.*.features": Field(type="list", presence="one-language"),
    "description.*.features[]": _TEXT,
    "description.*.screenshots": _TEXTS,
    "description.*.screenshots[]": Field(form="path"),
    "description.*.videos": _TEXTS,
    "description.*.videos[]": Field(form="http"),
    "description.*.awards": _TEXTS,
    "description.*.awards[]": _TEXT,
    "legal": Field(type="map", presence="mandatory"),
    "legal.license": Field(presence="mandatory", form="licence"),
    "legal.mainCopyrightOwner": _TEXT,
    "legal.repoOwner": Field(deprecated=Deprecated(since="0.5", use="organisation.name")),
    "legal.authorsFile": Field(form="path", deprecated=Deprecated(since="0.4")),
    "maintenance": Field(type="map", presence="mandatory"),
    "maintenance.type": Field(presence="mandatory", values=("internal", "contract", "community", "none")),
    "maintenance.contractors": Field(type="list"),
    "maintenance.contractors[]": Field(type="map"),
    "maintenance.contractors[].name": _MUST,
    "maintenance.contractors[].until": Field(presence="mandatory", form="date"),
    "maintenance.contractors[].email": Field(form="email"),
    "maintenance.contractors[].website": _LINK,
    "maintenance.contacts": Field(type="list"),
    "maintenance.contacts[]": Field(type="map"),
    "maintenance.contacts[].name": _MUST,
    "maintenance.contacts[].email": Field(form="email"),
    "maintenance.contacts[].phone": _TEXT,
    "maintenance.contacts[].affiliation": _TEXT,
    "localisation": Field(type="map", presence="mandatory"),
    "localisation.localisationReady": Field(type="boolean", presence="mandatory"),
    "localisation.availableLanguages": Field(type="list", presence="mandatory", least=1),
    "localisation.availableLanguages[]": Field(form="language"),
    "dependsOn": Field(type="map"),
    **_dependencies("dependsOn.open"),
    **_dependencies("dependsOn.proprietary"),
    **_dependencies("dependsOn.hardware"),
    **_italian("IT"),
    **_italian("it"),
}

#: Where the reference (https://github.com/italia/publiccode-parser-go) asks otherwise than the text of the standard.
REFERENCE: Mapping[str, Mapping[str, Any]] = {
    "publiccodeYmlVersion": {"form": "supported-version"},
    "logo": {"form": "reference-path"},
    "monochromeLogo": {"form": "reference-path"},
    "platforms": {"single": False},
    "fundedBy[].name": {"presence": "optional"},
    "fundedBy[].uri": {"presence": "mandatory"},
    "description.*.longDescription": {"presence": "mandatory"},
    "description.*.features": {"presence": "mandatory", "least": 1},
    "description.*.screenshots[]": {"form": "reference-path"},
    "description.*.videos[]": {"form": "video"},
    "legal.authorsFile": {"form": "reference-path"},
    "IT": {"deprecated": None},
    "it": {"deprecated": Deprecated(since="0.5", use="IT")},
}


@cache
def table(profile: Profile) -> Mapping[str, Mapping[str, Field]]:
    """The fields below each key: parent key → own name (`*` and `[]` among them) → field."""
    below: dict[str, dict[str, Field]] = {}
    for key, field in STANDARD.items():
        if profile == "reference":
            field = replace(field, **REFERENCE.get(key, {}))
        if key.endswith("[]"):
            below.setdefault(key.removesuffix("[]"), {})["[]"] = field
        elif key:
            parent, _, name = key.rpartition(".")
            below.setdefault(parent, {})[name] = field
    return below
