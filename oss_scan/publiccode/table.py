"""The fields of publiccode.yml as one table: what may stand where, since when, until when, and how a fault is mended.

Versions 0.2 to 0.7, and the draft of 1.0: https://github.com/publiccodeyml/publiccode.yml, schema.core.rst at each tag
and on the branch 1.0-rc. Validating, mending, upgrading, docs/publiccode.md and the JSON Schema for editors all read
this table; `views` holds the questions that they ask of it.

In a key, `*` stands for a language tag and `[]` for each item of a list.
"""

from collections.abc import Mapping
from typing import Any

from oss_scan.publiccode.field import Deprecated, Earlier, Field, When

#: The newest version of the standard that this table describes, and the one that is being drafted.
LATEST = "0.7"
NEXT = "1.0"
#: Each version that the reference knows; `0` stands for the newest. 0.6 changed nothing, and the reference lacks it.
SUPPORTED = ("0", *(f"0.{minor}{patch}" for minor in "23457" for patch in ("", ".0")), "0.2.1", "0.2.2")
VERSIONS = (*SUPPORTED, "0.6", "0.6.0")

_MUST = Field(presence="mandatory")
_TEXT = Field()
_TEXTS = Field(type="list")
_LINK = Field(form="http", fix="address")
_IMAGES = (".svg", ".svgz", ".png")
_GONE = Deprecated(since="0.7")
_PLATFORMS = ("spid", "cie", "anpr", "pagopa", "io")


def _gone(since: str, use: str | None = None, *, empty: bool = False, **more: Any) -> dict[str, Any]:
    """What is deprecated goes in 1.0."""
    return {
        "deprecated": Deprecated(since=since, use=use, fix="move" if use else "drop", empty=empty),
        "removed": NEXT,
        **more,
    }


def _dependencies(key: str) -> dict[str, Field]:
    return {
        key: Field(type="list"),
        f"{key}[]": Field(type="map"),
        f"{key}[].name": _MUST,
        f"{key}[].versionMin": _TEXT,
        f"{key}[].versionMax": _TEXT,
        f"{key}[].version": _TEXT,
        f"{key}[].optional": Field(type="boolean", fix="boolean"),
    }


def _flag(alias: str | None, since: str) -> Field:
    """A flag of the Italian section, and the alias of `supports` that says the same."""
    if alias is None:
        return Field(type="boolean", fix="boolean", removed=NEXT)
    gone = Deprecated(since=since, fix="support", use="supports", as_=f"alias:{alias}")
    return Field(type="boolean", fix="boolean", removed=NEXT, deprecated=gone)


def _italian(key: str) -> dict[str, Field]:
    return {
        key: Field(type="map", deprecated=_GONE, removed=NEXT),
        f"{key}.countryExtensionVersion": Field(values=("0.2", "1.0"), fix="quote", removed=NEXT),
        f"{key}.conforme": Field(type="map", **_gone("0.5")),
        f"{key}.conforme.lineeGuidaDesign": _flag(None, "0.5"),
        f"{key}.conforme.modelloInteroperabilita": _flag(None, "0.5"),
        f"{key}.conforme.misureMinimeSicurezza": _flag(None, "0.5"),
        f"{key}.conforme.gdpr": _flag("gdpr", "0.5"),
        f"{key}.piattaforme": Field(type="map", removed=NEXT),
        **{f"{key}.piattaforme.{name}": _flag(name, "0.7") for name in _PLATFORMS},
        f"{key}.riuso": Field(type="map", removed=NEXT),
        f"{key}.riuso.codiceIPA": Field(
            form="ipa",
            removed=NEXT,
            deprecated=Deprecated(since="0.5", fix="move", use="organisation.uri", as_="urn:x-italian-pa:{}"),
        ),
    }


FIELDS: Mapping[str, Field] = {
    "": Field(type="map", presence="mandatory"),
    "publiccodeYmlVersion": Field(presence="mandatory", form="version", fix="quote"),
    "name": _MUST,
    "applicationSuite": _TEXT,
    "url": Field(presence="mandatory", form="url", fix="address"),
    "landingURL": _LINK,
    "isBasedOn": Field(type="list", single=True),
    "isBasedOn[]": Field(form="url", fix="address"),
    "softwareVersion": Field(fix="quote"),
    "releaseDate": Field(form="date", fix="date", earlier=Earlier(before="0.4", presence="mandatory")),
    "logo": Field(form="path", fix="path", endings=_IMAGES),
    "monochromeLogo": Field(form="path", fix="path", endings=_IMAGES, **_gone("0.3", "logo")),
    "organisation": Field(type="map", since="0.5"),
    "organisation.uri": Field(presence="mandatory", form="uri", fix="address", since="0.5"),
    "organisation.name": Field(since="0.5"),
    "inputTypes": Field(type="list", **_gone("0.3")),
    "inputTypes[]": Field(form="media-type", removed=NEXT),
    "outputTypes": Field(type="list", **_gone("0.3")),
    "outputTypes[]": Field(form="media-type", removed=NEXT),
    "platforms": Field(type="list", presence="mandatory", single=True, least=1, fix="list"),
    "platforms[]": _TEXT,
    "categories": Field(type="list", earlier=Earlier(before="0.5", presence="mandatory")),
    "categories[]": Field(form="category", fix="spelling"),
    "usedBy": _TEXTS,
    "usedBy[]": _TEXT,
    "fundedBy": Field(type="list", since="0.5"),
    "fundedBy[]": Field(type="map", since="0.5"),
    "fundedBy[].name": Field(presence="mandatory", since="0.5"),
    "fundedBy[].uri": Field(form="uri", fix="address", since="0.5"),
    "roadmap": _LINK,
    "developmentStatus": Field(
        presence="mandatory", values=("concept", "development", "beta", "stable", "obsolete"), fix="spelling"
    ),
    "softwareType": Field(
        presence="mandatory",
        values=(
            *(f"standalone/{kind}" for kind in ("mobile", "iot", "desktop", "web", "backend", "other")),
            "addon",
            "library",
            "configurationFiles",
        ),
        fix="spelling",
    ),
    "supports": Field(type="list", since="0.7"),
    "supports[]": Field(type="map", since="0.7"),
    "supports[].id": Field(presence="mandatory", form="support", fix="spelling", since="0.7"),
    "intendedAudience": Field(type="map"),
    "intendedAudience.countries": _TEXTS,
    "intendedAudience.countries[]": Field(form="country", fix="upper-case"),
    "intendedAudience.unsupportedCountries": _TEXTS,
    "intendedAudience.unsupportedCountries[]": Field(form="country", fix="upper-case"),
    "intendedAudience.scope": _TEXTS,
    "intendedAudience.scope[]": Field(form="scope", fix="spelling"),
    "description": Field(type="map", presence="mandatory", least=1),
    "description.*": Field(type="map", presence="mandatory", form="language", fix="spelling"),
    "description.*.localisedName": _TEXT,
    "description.*.genericName": Field(most=35, **_gone("0.3", earlier=Earlier(before="0.3", presence="mandatory"))),
    "description.*.shortDescription": Field(presence="mandatory", most=150),
    "description.*.longDescription": Field(
        presence="one-language",
        least=150,
        most=10_000,
        earlier=Earlier(before="0.3", presence="one-language", least=500),
    ),
    "description.*.documentation": _LINK,
    "description.*.apiDocumentation": _LINK,
    "description.*.features": Field(type="list", presence="one-language"),
    "description.*.features[]": _TEXT,
    "description.*.screenshots": _TEXTS,
    "description.*.screenshots[]": Field(form="path", fix="path", endings=(".png", ".jpg", ".jpeg")),
    "description.*.videos": _TEXTS,
    "description.*.videos[]": _LINK,
    "description.*.awards": _TEXTS,
    "description.*.awards[]": _TEXT,
    "legal": Field(type="map", presence="mandatory"),
    "legal.license": Field(presence="mandatory", form="licence", fix="spelling"),
    "legal.mainCopyrightOwner": _TEXT,
    "legal.repoOwner": Field(**_gone("0.5", "organisation.name", empty=True)),
    "legal.authorsFile": Field(form="path", fix="path", **_gone("0.4", empty=True)),
    "maintenance": Field(type="map", presence="mandatory"),
    "maintenance.type": Field(
        presence="mandatory", values=("internal", "contract", "community", "none"), fix="spelling"
    ),
    "maintenance.contractors": Field(type="list", when=When(key="maintenance.type", values=("contract",), only=True)),
    "maintenance.contractors[]": Field(type="map"),
    "maintenance.contractors[].name": _MUST,
    "maintenance.contractors[].until": Field(presence="mandatory", form="date", fix="date"),
    "maintenance.contractors[].email": Field(form="email"),
    "maintenance.contractors[].website": _LINK,
    "maintenance.contacts": Field(type="list", when=When(key="maintenance.type", values=("internal", "community"))),
    "maintenance.contacts[]": Field(type="map"),
    "maintenance.contacts[].name": _MUST,
    "maintenance.contacts[].email": Field(form="email"),
    "maintenance.contacts[].phone": Field(fix="quote"),
    "maintenance.contacts[].affiliation": _TEXT,
    "localisation": Field(type="map", presence="mandatory"),
    "localisation.localisationReady": Field(type="boolean", presence="mandatory", fix="boolean"),
    "localisation.availableLanguages": Field(type="list", presence="mandatory", least=1),
    "localisation.availableLanguages[]": Field(form="language", fix="spelling"),
    "dependsOn": Field(type="map"),
    **_dependencies("dependsOn.open"),
    **_dependencies("dependsOn.proprietary"),
    **_dependencies("dependsOn.hardware"),
    **_italian("IT"),
    **_italian("it"),
}

#: Where the reference (https://github.com/italia/publiccode-parser-go) asks otherwise than the text of the standard.
REFERENCE: Mapping[str, Mapping[str, Any]] = {
    **{
        key: {"form": f"reference-{field.form}"}
        for key, field in FIELDS.items()
        if field.form in ("url", "http", "uri", "support", "path")
    },
    "publiccodeYmlVersion": {"form": "supported-version"},
    "platforms": {"single": False},
    "fundedBy[].name": {"presence": "optional"},
    "fundedBy[].uri": {"presence": "mandatory", "form": "reference-uri"},
    "description.*.longDescription": {"presence": "mandatory"},
    "description.*.features": {"presence": "mandatory", "least": 1},
    "description.*.screenshots[]": {"form": "reference-path", "endings": (".png", ".jpg")},
    "description.*.videos[]": {"form": "video"},
    "IT": {"deprecated": None},
    **{f"{key}.piattaforme.{name}": {"deprecated": None} for key in ("IT", "it") for name in _PLATFORMS},
    "it": {"deprecated": Deprecated(since="0.5", use="IT", fix="rename")},
}

#: The keys at the top under which the reference refuses what the text allows; elsewhere it is as strict, or laxer.
STRICTER = ("publiccodeYmlVersion", "organisation", "platforms", "fundedBy", "supports", "description")

#: What the text asks, while the reference has a case of its own to hold that a file without it is valid.
LET_PASS = ("fundedBy[].name",)

#: What the draft of 1.0 asks otherwise, besides that what is deprecated is gone.
DRAFT: Mapping[str, Mapping[str, Any]] = {
    "publiccodeYmlVersion": {"form": None, "values": ("1", "1.0", "1.0.0")},
    "intendedAudience.countries[]": {"form": "upper-country"},
    "intendedAudience.unsupportedCountries[]": {"form": "upper-country"},
    "intendedAudience.scope[]": {"form": "draft-scope"},
    "maintenance.contacts[].phone": {"form": "phone"},
}
