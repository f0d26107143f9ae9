"""What direct dependencies say: a library for one standard, one by which users log in elsewhere, a front end."""

import re
from collections.abc import Iterator, Mapping

from oss_scan.standards.detectors.dependencies import place_of, reader_of
from oss_scan.standards.detectors.spots import MOST, spot, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

#: What a dependency shows → the names, in lower case. A name that ends in `*` stands for all that begin so.
# fmt: off
_SHOWN: Mapping[tuple[str, Sort], str] = {
    ("identity-user", Sort.SIGNAL):
        "mozilla-django-oidc mozilla-django-oidc-db django-digid-eherkenning python3-saml djangosaml2 passport-saml"
        " @node-saml/passport-saml @node-saml/node-saml openid-client oidc-client-ts oidc-client"
        " react-oidc-context next-auth"
        " keycloak-js keycloak-angular angular-oauth2-oidc angular-auth-oidc-client express-openid-connect"
        " passport-openidconnect @auth/sveltekit org.springframework.boot:spring-boot-starter-oauth2-client"
        " org.springframework.security:spring-security-oauth2-client"
        " org.springframework.security:spring-security-saml2-service-provider io.quarkus:quarkus-oidc onelogin/php-saml"
        " jumbojett/openid-connect-php drenso/symfony-oidc-bundle minvws/openid-connect-php-laravel"
        " 24slides/laravel-saml2"
        " microsoft.aspnetcore.authentication.openidconnect sustainsys.saml2* github.com/coreos/go-oidc*"
        " omniauth_openid_connect omniauth-saml ruby-saml openidconnect",
    ("identity-provider", Sort.SIGNAL):
        "oidc-provider django-oidc-provider pyop"
        " org.springframework.security:spring-security-oauth2-authorization-server"
        " org.springframework.boot:spring-boot-starter-oauth2-authorization-server identityserver4"
        " duende.identityserver"
        " openiddict* doorkeeper-openid_connect saml_idp",
    ("issues-tokens", Sort.SIGNAL):
        "django-oauth-toolkit doorkeeper league/oauth2-server laravel/passport github.com/ory/fosite oauth2orize"
        " oidc-provider django-oidc-provider org.springframework.security:spring-security-oauth2-authorization-server",
    ("web-interface", Sort.SIGNAL):
        "react-dom vue svelte @sveltejs/kit @angular/core next nuxt preact solid-js",
    ("geo-data", Sort.SIGNAL):
        "django-gisserver owslib pygeoapi org.geotools:gt-wfs-ng org.geotools:gt-wms",
    ("answers-requests", Sort.SIGNAL):
        "flask fastapi django djangorestframework starlette tornado bottle sanic falcon pyramid connexion uvicorn"
        " gunicorn express fastify koa @hapi/hapi @nestjs/core next nuxt @sveltejs/kit hono"
        " org.springframework.boot:spring-boot-starter-web org.springframework.boot:spring-boot-starter-webflux"
        " io.quarkus:quarkus-rest* io.javalin:javalin io.micronaut:* io.ktor:ktor-server*"
        " laravel/framework symfony/framework-bundle api-platform/* slim/slim laminas/laminas-mvc"
        " microsoft.aspnetcore* swashbuckle.aspnetcore* github.com/gin-gonic/gin github.com/labstack/echo*"
        " github.com/gofiber/fiber* github.com/go-chi/chi* github.com/gorilla/mux rails sinatra axum actix-web rocket",
    ("stix-en-taxii", Sort.FOUND): "stix2 taxii2-client medallion",
    ("ades-baseline-profiles", Sort.FOUND): "eu.europa.ec.joinup.sd-dss:* xadesjs",
    ("eml_nl", Sort.FOUND): "eml-nl",
    ("cmis", Sort.FOUND): "cmislib org.apache.chemistry.opencmis:*",
    ("icalendar", Sort.FOUND): "icalendar ical-generator ics org.mnode.ical4j:ical4j spatie/icalendar-generator"
    " ical.net",
    ("ifc", Sort.FOUND): "ifcopenshell web-ifc",
}
# fmt: on
_EXACT: dict[str, list[tuple[str, Sort]]] = {}
_BEGINS: list[tuple[str, tuple[str, Sort]]] = []
for shown, names in _SHOWN.items():
    for dependency in names.split():
        if dependency.endswith("*"):
            _BEGINS.append((dependency[:-1], shown))
        else:
            _EXACT.setdefault(dependency, []).append(shown)
_ENDINGS = words("json toml txt in xml gradle kts mod csproj fsproj vbproj") | {""}
#: Folders of what helps to make the software, and is none of it.
_TOOLS = re.compile(
    r"(^|/)(tools?|tooling|scripts?|ci|\.[^/]+|bench(marks?)?|storybook|generators?|linter)/", re.IGNORECASE
)


def _wants(path: str) -> bool:
    return reader_of(path) is not None and not _TOOLS.search(path)


def _see(path: str, data: bytes) -> Iterator[Sighting]:
    reader = reader_of(path)
    text = data.decode("utf-8", "replace")
    clean = text.encode()
    count = 0
    for name, at in reader(text) if reader else ():
        lower = name.lower()
        shown = [*_EXACT.get(lower, ()), *(what for begin, what in _BEGINS if lower.startswith(begin))]
        for about, sort in shown:
            offset = len(text[: place_of(text, name) if at is None else at].encode())
            yield spot(about, sort, "dependencies", path, clean, offset, f"dependency:{lower}")
            count += 1
        if count >= MOST:
            return


DEPENDENCIES = (
    Detector("dependencies", 2, _wants, _see, rank=1, endings=_ENDINGS, about=frozenset(about for about, _ in _SHOWN)),
)
