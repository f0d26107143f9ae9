"""Files in which something is to be seen, of our own making: what, where, and the bytes."""

from dataclasses import dataclass

from oss_scan.standards.evidence import Sort

FOUND, COUNTER, SIGNAL = Sort.FOUND, Sort.COUNTER, Sort.SIGNAL
A11Y = "digitoegankelijk-en-301-549-met-wcag-21"
PDF = b"%%PDF-%s\n1 0 obj\n<</Type/Catalog>>\nendobj\n%s\ntrailer\n%%%%EOF\n"
ZIP = b"PK\x03\x04\x14\x00\x00\x00\x00\x00" + b"\x00" * 20


@dataclass(frozen=True)
class Case:
    """One file, and what is seen in it."""

    about: str
    sort: Sort
    path: str
    data: bytes

    def __str__(self) -> str:
        return f"{self.about}-{self.sort}-{self.path}"


def zipped(mimetype: bytes) -> bytes:
    """The head of an OpenDocument file."""
    return ZIP + b"mimetype" + mimetype + b"PK\x03\x04"


DOCUMENTS = (
    Case("pdf-nen-iso", FOUND, "rapporten/jaar.pdf", PDF % (b"1.7", b"")),
    Case(
        "pdf-nen-iso",
        FOUND,
        "docs/jaar.pdf",
        PDF % (b"1.4", b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"),
    ),
    Case("pdf-nen-iso", FOUND, "jaar.pdf", PDF % (b"1.4", b"<rdf:Description pdfaid:part='1' />")),
    Case("pdfua", FOUND, "jaar.pdf", PDF % (b"1.7", b"<pdfuaid:part>1</pdfuaid:part>")),
    Case("publishes-pdf", SIGNAL, "jaar.pdf", PDF % (b"1.4", b"")),
    Case("odf", FOUND, "docs/nota.odt", zipped(b"application/vnd.oasis.opendocument.text")),
    Case("odf", COUNTER, "docs/nota.docx", ZIP + b"[Content_Types].xml....word/document.xml"),
    Case("odf", COUNTER, "nota.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 500),
    Case("editable-documents", SIGNAL, "nota.xlsx", ZIP + b"[Content_Types].xml....xl/workbook.xml"),
    Case(
        A11Y,
        FOUND,
        "src/shared/footer.mustache",
        b'<li><a href="https://www.toegankelijkheidsverklaring.nl/register/9216">Toegankelijkheid</a></li>\n',
    ),
    Case(
        A11Y,
        FOUND,
        "docs/over/toegankelijkheid.md",
        b"# Toegankelijkheid\n\n[verklaring](https://www.toegankelijkheidsverklaring.nl/register/28093)\n",
    ),
)

CASES = (
    Case("answers-requests", SIGNAL, "src/app/main.py", b"import os\nfrom fastapi import FastAPI\n"),
    Case("answers-requests", SIGNAL, "src/server.ts", b"import express from 'express';\n"),
    Case("answers-requests", SIGNAL, "src/index.js", b"const s = http.createServer(answer);\n"),
    Case("answers-requests", SIGNAL, "src/Bomen.java", b"import javax.ws.rs.GET;\n"),
    Case("answers-requests", SIGNAL, "cmd/main.go", b'\thttp.HandleFunc("/", answer)\n'),
    Case("answers-requests", SIGNAL, "src/main.rs", b"use axum::Router;\n"),
    Case("answers-requests", SIGNAL, "index.php", b"<?php echo $_GET['boom'];\n"),
    Case("answers-requests", SIGNAL, "Bomen.cs", b"public class Bomen : ApiController {\n"),
    Case("answers-requests", SIGNAL, "R/api.R", b"#* @get /bomen\nfunction() {}\n"),
    Case("answers-requests", SIGNAL, "src/web.cpp", b"  listen(fd, 5);\n"),
    Case("answers-requests", SIGNAL, "lib/web.rb", b"require 'sinatra'\n"),
    Case("answers-requests", SIGNAL, "lib/web.ex", b"plug Plug.Adapters.HTTP\n"),
    Case("answers-requests", SIGNAL, "deploy/docker-compose.yml", b"services: {}\n"),
    Case("answers-requests", SIGNAL, "pyproject.toml", b'[project]\ndependencies = ["flask>=3"]\n'),
    Case("tls", COUNTER, "docker/nginx/default.conf", b"server {\n  ssl_protocols TLSv1 TLSv1.1 TLSv1.2;\n}\n"),
    Case("tls", COUNTER, "httpd/ssl.conf", b"SSLProtocol all -SSLv3\n"),
    Case("tls", COUNTER, "haproxy.cfg", b"global\n  ssl-default-bind-options ssl-min-ver TLSv1.0\n"),
    Case("tls", COUNTER, "deploy/traefik.yml", b"tls:\n  options:\n    default:\n      minVersion: VersionTLS11\n"),
    Case("tls", COUNTER, "k8s/ingress-nginx.yaml", b'data:\n  ssl-protocols: "TLSv1.1 TLSv1.2"\n'),
    Case("tls", FOUND, "nginx.conf", b"ssl_protocols TLSv1.2 TLSv1.3;\n"),
    Case("tls", FOUND, "apache/site.conf", b"SSLProtocol -all +TLSv1.2 +TLSv1.3\n"),
    Case("tls", FOUND, "apache/site2.conf", b"SSLProtocol all -SSLv3 -TLSv1 -TLSv1.1\n"),
    Case("tls", FOUND, "Caddyfile", b"example.nl {\n  tls {\n    protocols tls1.2 tls1.3\n  }\n}\n"),
    Case("https-en-hsts", FOUND, "nginx.conf", b'add_header Strict-Transport-Security "max-age=31536000" always;\n'),
    Case("https-en-hsts", FOUND, "src/site/settings.py", b"SECURE_HSTS_SECONDS = 31_536_000  # a year\n"),
    Case("https-en-hsts", FOUND, "charts/traefik-middleware.yaml", b"headers:\n  stsSeconds: 31536000\n"),
    Case("https-en-hsts", COUNTER, "nginx.conf", b"add_header Strict-Transport-Security max-age=15768000;\n"),
    Case("ipv6-en-ipv4", FOUND, "nginx.conf", b"server {\n  listen [::]:443 ssl;\n}\n"),
    Case("server-configuration", SIGNAL, "nginx.conf", b"server {\n  listen 443 ssl;\n}\n"),
    Case("serves-site", SIGNAL, "helm/templates/ingress.yaml", b"apiVersion: v1\nkind: Ingress\n"),
    Case("serves-site", SIGNAL, "mkdocs.yml", b"site_name: x\n"),
    Case(
        "securitytxt",
        FOUND,
        "nginx/default.conf.template",
        b"location = ${BASE_PATH}/.well-known/security.txt {\n  return 302 https://example.nl/.well-known/security.txt;\n}\n",
    ),
    Case("securitytxt", FOUND, ".htaccess", b"Redirect 302 /.well-known/security.txt https://example.nl/s.txt\n"),
    Case("securitytxt", FOUND, "public/_redirects", b"/.well-known/security.txt https://example.nl/s.txt 302\n"),
    Case("securitytxt", FOUND, "src/urls.py", b'urlpatterns = [\n    path(".well-known/security.txt", view),\n]\n'),
    Case("securitytxt", FOUND, "src/server.js", b"app.get('/.well-known/security.txt', (req, res) => {})\n"),
    Case("securitytxt", FOUND, "next.config.js", b"{ source: '/.well-known/security.txt', permanent: false },\n"),
    Case(
        "authenticatie-standaarden",
        FOUND,
        "app/routers/oidc_router.py",
        b'@router.get("/.well-known/openid-configuration")\ndef discovery(): ...\n',
    ),
    Case(
        "authenticatie-standaarden",
        FOUND,
        "saml/templates/idp_metadata.xml.jinja",
        b'<md:EntityDescriptor entityID="{{ entity_id }}">\n<md:IDPSSODescriptor>\n</md:IDPSSODescriptor>\n',
    ),
    Case(
        "identity-provider",
        SIGNAL,
        "src/main/java/nl/x/saml/MetadataService.java",
        b"var b = (SAMLObjectBuilder<IDPSSODescriptor>) factory.getBuilder(N);\n",
    ),
    Case("identity-user", SIGNAL, "saml/sp_metadata.xml.jinja", b"<md:SPSSODescriptor>\n</md:SPSSODescriptor>\n"),
    Case("identity-user", SIGNAL, "package.json", b'{"dependencies": {"openid-client": "^5"}}'),
    Case("identity-user", SIGNAL, "requirements/base.in", b"django\nmozilla-django-oidc[x]\n"),
    Case(
        "identity-user",
        SIGNAL,
        "requirements/base.txt",
        b"#    pip-compile base.in\nmozilla-django-oidc==4.0\n    # via -r requirements/base.in\n",
    ),
    Case("identity-user", SIGNAL, "pyproject.toml", b'[project]\ndependencies = ["python3-saml>=1"]\n'),
    Case(
        "identity-user",
        SIGNAL,
        "pom.xml",
        b"<dependency>\n<groupId>io.quarkus</groupId>\n<artifactId>quarkus-oidc</artifactId>\n</dependency>\n",
    ),
    Case("identity-user", SIGNAL, "go.mod", b"require (\n\tgithub.com/coreos/go-oidc/v3 v3.6.0\n)\n"),
    Case("identity-user", SIGNAL, "build.gradle.kts", b'    implementation("io.quarkus:quarkus-oidc:3.1")\n'),
    Case("identity-user", SIGNAL, "Gemfile", b"gem 'ruby-saml', '~> 1'\n"),
    Case("identity-user", SIGNAL, "composer.json", b'{"require": {"onelogin/php-saml": "^4"}}'),
    Case(
        "identity-user",
        SIGNAL,
        "src/App.csproj",
        b'<PackageReference Include="Microsoft.AspNetCore.Authentication.OpenIdConnect" Version="8" />\n',
    ),
    Case("issues-tokens", SIGNAL, "pyproject.toml", b'[tool.poetry.dependencies]\ndjango-oauth-toolkit = "^2"\n'),
    Case("web-interface", SIGNAL, "package.json", b'{"dependencies": {"vue": "^3"}}'),
    Case("web-interface", SIGNAL, "templates/base.html", b'<!doctype html>\n<html lang="nl">\n<body></body></html>\n'),
    Case("geo-data", SIGNAL, "requirements.in", b"OWSLib\n"),
    Case("stix-en-taxii", FOUND, "pyproject.toml", b'[project]\ndependencies = ["stix2"]\n'),
    Case(
        "stix-en-taxii",
        FOUND,
        "src/threats/bundle.json",
        b'{"type": "bundle", "id": "bundle--44af6c39-c09b-49c5-9de2-394224b04982", "objects": []}',
    ),
    Case("ades-baseline-profiles", FOUND, "package.json", b'{"dependencies": {"xadesjs": "2"}}'),
    Case("ades-baseline-profiles", FOUND, "src/xades.py", b'NS = "http://uri.etsi.org/01903/v1.3.2#"\n'),
    Case("icalendar", FOUND, "requirements.txt", b"icalendar==6.0\n"),
    Case("icalendar", FOUND, "data/vergaderingen.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
    Case("ifc", FOUND, "modellen/brug.ifc", b"ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('IFC4'));\n"),
    Case("cmis", FOUND, "src/cmis/ns.py", b'NS = "http://docs.oasis-open.org/ns/cmis/core/200908/"\n'),
    Case("eml_nl", FOUND, "xsd/110a.xsd", b'<xs:schema xmlns="urn:oasis:names:tc:evs:schema:eml">\n'),
    Case("eml_nl", FOUND, "src/eml/write.rs", b'const NS: &str = "http://www.kiesraad.nl/extensions";\n'),
    Case("eml_nl", FOUND, "backend/Cargo.toml", b'[dependencies]\neml-nl = { version = "0.7" }\n'),
    Case("stuf", FOUND, "src/stuf/zaak.xml", b'<z:zakLk01 xmlns:z="http://www.egem.nl/StUF/sector/zkn/0310">\n'),
    Case("stuf", FOUND, "wsdl/bg.wsdl", b'<wsdl xmlns:s="http://www.stufstandaarden.nl/x">\n'),
    Case(
        "digikoppeling",
        FOUND,
        "cpa/partij.xml",
        b'<t:C xmlns:t="http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd">\n',
    ),
    Case(
        "digikoppeling",
        FOUND,
        "compose.yml",
        b"services:\n  inway:\n    image: federatedserviceconnectivity/inway:v2\n",
    ),
    Case("digikoppeling", FOUND, "src/fsc/Headers.kt", b'const val H = "Fsc-Grant-Hash"\n'),
    Case("geo-standaarden", FOUND, "src/output/gml32.py", b'NS = {"http://www.opengis.net/gml/3.2": "gml"}\n'),
    Case(
        "geo-standaarden",
        FOUND,
        "src/conformance.go",
        b'"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",\n',
    ),
    Case(
        "geo-standaarden",
        FOUND,
        "schemas/imgeo.xsd",
        b'<schema targetNamespace="http://www.geostandaarden.nl/imgeo/2.1" xmlns:g="http://www.opengis.net/gml/3.2">\n',
    ),
    Case("geo-standaarden", FOUND, "data/wijken.gpkg", b"SQLite format 3\x00" + b"\x00" * 52 + b"GPKG" + b"\x00" * 28),
    Case(
        "nlcius", FOUND, "src/ubl/invoice.py", b"C = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0'\n"
    ),
    Case(
        "nlcius",
        FOUND,
        "factuur.xml",
        b"<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0</cbc:CustomizationID>",
    ),
    Case("peppol-bis", FOUND, "src/peppol.ts", b'const id = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"\n'),
    Case("setu", FOUND, "src/setu/a.java", b'String NS = "http://ns.setu.nl/2019-01";\n'),
    Case("xbrl", FOUND, "rapport.xbrl", b'<xbrl xmlns="http://www.xbrl.org/2003/instance">\n'),
    Case("wdo-datamodel", FOUND, "xsd/wdo.xsd", b'<xs:schema targetNamespace="urn:wco:datamodel:WCO:DEC:1">\n'),
    Case("xbrl", FOUND, "src/xbrl.py", b"NS = 'http://www.nltaxonomie.nl/nt12/bzk/'\n"),
    Case("gwsw", FOUND, "queries/riool.rq", b"PREFIX gwsw: <http://data.gwsw.nl/1.6/totaal/>\n"),
    Case("sikb0101", FOUND, "src/DocumentXml.js", b'  "imsikb0101": ["http://www.sikb.nl/imsikb0101"],\n'),
    Case("eml_nl", FOUND, "src/lib.rs", b'const NS_EML: &str = "urn:oasis:names:tc:evs:schema:eml";\n'),
    Case("gwsw", FOUND, "data/riool.ttl", b"@prefix gwsw: <http://data.gwsw.nl/1.6/totaal/> .\n"),
    Case("sikb0101", FOUND, "xsd/a.xsd", b'<schema xmlns:i="http://www.sikb.nl/imsikb0101"><a type="i:b"/>\n'),
    Case("sikb0102", FOUND, "xsd/b.xsd", b'<schema xmlns:i="http://www.sikb.nl/sikb0102"><i:b/>\n'),
    Case("visi", FOUND, "raamwerk.xml", b'<visiXML_MessageSchema xmlns="http://www.visi.nl/schemas/20160331">\n'),
    Case("aquo-standaard", FOUND, "data/meting.ttl", b"@prefix aquo: <http://www.aquo.nl/id/> .\n"),
    Case(
        "skos",
        FOUND,
        "begrippen.ttl",
        b"@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<x> a skos:ConceptScheme .\n",
    ),
    Case(
        "dcat-ap-nl",
        FOUND,
        "catalogus.ttl",
        b"@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<x> a dcat:Dataset ;\n"
        b"  dct:conformsTo <https://docs.geostandaarden.nl/dcat/dcat-ap-nl30> .\n",
    ),
    Case(
        "nl-gov-profile-cloudevents",
        FOUND,
        "src/notificaties/event.py",
        b'EVENT = {"specversion": "1.0", "source": "urn:nld:oin:00000001823288444000:systeem:x"}\n',
    ),
    Case(
        "nl-gov-profile-cloudevents",
        FOUND,
        "src/event/Builder.kt",
        b'val specversion = "1.0"\nconst val EVENT_TYPE = "nl.vng.zaak.gewijzigd"\n',
    ),
    Case("bwb", FOUND, "src/wetten.json", b'{"ref": "jci1.3:c:BWBR0005537&artikel=3"}\n'),
    Case("refers-to-law", SIGNAL, "src/grondslag.ts", b'const wet = "BWBR0005537"\n'),
    Case("ecli", FOUND, "data/uitspraken.json", b'["ECLI:NL:HR:2019:2006"]\n'),
    Case("jcdr", FOUND, "data/regelingen.csv", b"CVDR123456,Verordening\n"),
    Case(A11Y, COUNTER, "templates/base.html", b"<!doctype html>\n<html>\n<body><main></main></body>\n</html>\n"),
)
