"""SAML of a provider: metadata in which the software offers to identify users, as a template or built by code.

The metadata of somebody else's provider, or code that reads it, is of a user of one.
"""

import re
from collections.abc import Iterator

from oss_scan.standards.detectors.spots import code, ending, spot, telling, tells, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

_NAMED = telling("saml idp metadata identity")
_ENDINGS = words("xml jinja jinja2 j2 twig erb tmpl tpl ftl java kt rb py cs go php ts js")
_ELEMENT = re.compile(rb"<(?:[\w.-]{1,20}:)?(IDP|SP)SSODescriptor\b")
_FILLED_IN = re.compile(rb"\{\{|\{%|<%|\$\{|#\{")
#: Code that makes a descriptor: OpenSAML, libsaml, and builders of the like.
_BUILT = re.compile(
    rb"SAMLObjectBuilder<IDPSSODescriptor>|\bbuild\w{0,20}\(\s{0,20}IDPSSODescriptor\.DEFAULT_ELEMENT_NAME"
    rb"|\bIDPSSODescriptor\.new\b|\bnew IDPSSODescriptor\b|&saml\.IDPSSODescriptor\{"
    rb"|idp_?sso_?descriptor\s{0,3}=\s{0,3}\w*\.?IDPSSODescriptor"
)
_SHOWN = words("authenticatie-standaarden identity-provider identity-user")
_MARKUP = words("xml jinja jinja2 j2 twig erb tmpl tpl ftl")


def _wants(path: str) -> bool:
    return ending(path) in _ENDINGS and tells(path, _NAMED)


def _see(path: str, data: bytes) -> Iterator[Sighting]:
    if b"SSODescriptor" not in data:
        return
    if ending(path) in _MARKUP:
        for match in code(data, _ELEMENT):
            if match[1] == b"SP":
                yield spot("identity-user", Sort.SIGNAL, "saml", path, data, match.start(), "SPSSODescriptor")
            elif _FILLED_IN.search(data):
                yield from _provider(path, data, match.start())
        return
    for match in code(data, _BUILT):
        yield from _provider(path, data, match.start())


def _provider(path: str, data: bytes, at: int) -> Iterator[Sighting]:
    yield spot("authenticatie-standaarden", Sort.FOUND, "saml", path, data, at, "IDPSSODescriptor")
    yield spot("identity-provider", Sort.SIGNAL, "saml", path, data, at, "IDPSSODescriptor")


IDENTITY = (Detector("saml", 1, _wants, _see, 512 * 1024, rank=1, endings=_ENDINGS, about=_SHOWN),)
