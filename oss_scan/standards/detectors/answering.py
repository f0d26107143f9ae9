"""Signs that software answers requests over HTTP, or is run as a service: then it may offer an API.

They are taken widely: one of them only leaves open whether there is an API. That none is there counts where all code
was read, so code in a language that is not known here is a sign when it speaks of HTTP.
"""

import re
from collections.abc import Iterator, Mapping

from oss_scan.standards.detectors.spots import code, ending, name_of, spot, whole, words
from oss_scan.standards.evidence import Detector, Sighting, Sort

_ABOUT = "answers-requests"
_PYTHON = rb"""
    ^[ \t]{0,80}(?:from|import)[ \t]{1,20}
    (?:flask|fastapi|starlette|django|rest_framework|ninja|bottle|tornado|sanic|falcon|cherrypy|pyramid|quart|litestar|werkzeug|wsgiref|http\.server|BaseHTTPServer|SimpleHTTPServer|SocketServer|socketserver
    |uvicorn|gunicorn|hypercorn|waitress|connexion|hug|responder|blacksheep|robyn|streamlit|dash|gradio|shiny|panel
    |nicegui|grpc|spyne|zeep\.server|twisted|eve|apistar|chalice|mangum|azure\.functions|functions_framework|medallion
    |aws_lambda_powertools|odoo|frappe|plone|webob|web|strawberry|ariadne|mcp|socketio|websockets)\b
    |aiohttp(?:\.|\ import\ )web\b|\basyncio\.start_server\b|\.listen\(|wsgi|asgi
    |def\ (?:lambda_)?handler\(|apigateway|RestApi\b|HttpApi\b|http_trigger
"""
_SCRIPT = rb"""
    (?:from|require\(|import\(?)\s{0,20}["'`](?:express|fastify|koa|@?hapi|restify|@nestjs|next/|nuxt|h3|hono|polka|micro
    |(?:node:)?(?:http|https|http2|net)["'`]|connect["'`]|@sveltejs/kit|@remix-run|@apollo/server|apollo-server
    |graphql-yoga|@trpc/server|@azure/functions|firebase-functions|aws-lambda|serverless|ws["'`]|socket\.io["'`]
    |@adonisjs|sails|@feathersjs|loopback|@loopback|@strapi|meteor/|json-server|http-server|vite-plugin-ssr|astro:)
    |createServer\b|Deno\.serve|Bun\.serve|defineEventHandler|addEventListener\(\s{0,20}["']fetch["']
    |exports\.handler\b|export[ ](?:const|async[ ]function|function)[ ](?:handler|GET|POST|PUT|DELETE|loader)\b
    |APIGateway|apigateway|RestApi\b|HttpApi\b|\.listen\(
"""
_JVM = rb"""
    \b(?:javax|jakarta)\.(?:ws\.rs|servlet|jws|xml\.ws)\b|springframework\.(?:web|boot|ws|http\.server)
    |@(?:Rest)?Controller\b|HttpServlet|io\.(?:javalin|ktor\.server|vertx|micronaut|quarkus|undertow|helidon|netty)
    |org\.(?:http4k|http4s|apache\.(?:cxf|wicket|camel|catalina|struts)|eclipse\.jetty|glassfish|restlet|keycloak)
    |com\.(?:sun\.net\.httpserver|twitter\.finagle|vaadin)|spark\.Spark|play\.api\.mvc|akka\.http|ServerSocket
    |grails|@Path\(|HttpServer
"""
_GO = rb"""
    ServeHTTP|ListenAndServe|HandleFunc|\bhttp\.(?:Handle|Server|Serve|NewServeMux|ResponseWriter)\b|\bnet\.Listen\b
    |gin-gonic|labstack/echo|gofiber|go-chi|gorilla/mux|httprouter|valyala/fasthttp|grpc\.NewServer|go-restful|\bhuma\b
    |net/http/fcgi|net/http/cgi|aws-lambda-go|connectrpc|twirp
"""
_RUST = rb"\b(?:actix|axum|rocket|warp|hyper|tide|poem|tonic|salvo|gotham|iron|tiny_http|TcpListener|lambda_http)\b"
_RUBY = rb"\b(?:rails|sinatra|rack|grape|webrick|puma|hanami|roda|ApplicationController|TCPServer)\b"
_PHP = rb"""
    \$_(?:GET|POST|REQUEST|SERVER)\b|php://input|\bRoute\b|Controller\b|Symfony|Illuminate|Laravel|\bSlim\\|Laminas|Zend
    |CakePHP|Drupal|\b(?:WP|wp)_|\badd_(?:action|filter)\b|register_rest_route|ServerRequest|http_response_code|\bheader\(
    |ApiResource|OCP\\|Yii
"""
_DOTNET = rb"""
    AspNetCore|System\.Web\b|ApiController|HttpListener|WebApplication|\bMapGet\b|ServiceHost|CoreWCF|Nancy
    |ServiceContract|Azure\.Functions|TcpListener|IHttpHandler|Owin
"""
_R = rb"""
    \b(?:plumber|shiny|httpuv|Rook|opencpu|fiery|ambiorix|RestRserve|shinyApp|serverSocket)\b
    |[#]\*\s{0,5}@(?:get|post)
"""
_C = rb"""
    \blisten\s{0,5}\(|httplib|mongoose|microhttpd|MHD_|\bcrow\b|pistache|restbed|fcgi|FCGX|QUERY_STRING|REQUEST_METHOD
    |beast|QHttpServer|QTcpServer|drogon|cpprest|http_listener|evhttp|grpc
"""
_OTHER = rb"(?i:https?\b|tcpserver|listen)"
_LANGUAGES: Mapping[str, bytes] = {
    "py pyx pyw": _PYTHON,
    "js mjs cjs ts mts cts jsx tsx vue svelte astro coffee": _SCRIPT,
    "java kt kts scala groovy": _JVM,
    "go": _GO,
    "rs": _RUST,
    "rb rake ru erb": _RUBY,
    "php phtml inc": _PHP,
    "cs fs vb cshtml razor aspx asmx ashx": _DOTNET,
    "r rmd qmd": _R,
    "c cc cpp cxx h hpp m mm swift": _C,
    "ex exs erl clj cljs cljc edn lua dart pl pm cgi t tcl abap jl hs ml mli nim cr d pas bas cls jsp jspx cfm elm lisp"
    " scm rkt raku zig v apex trigger st sol wsgi xq xql xqm xquery": _OTHER,
}
_SIGNS = {
    last: re.compile(pattern, re.VERBOSE | re.MULTILINE)
    for names, pattern in _LANGUAGES.items()
    for last in names.split()
}
_CODE = frozenset(_SIGNS)
#: What makes a service of software, of others' too, and what configures a gateway or functions, by name.
_RUN = re.compile(
    r"(?:.*\.)?(?:dockerfile|containerfile)(?:\..*)?|(?:docker-)?compose(?:[.-].+)?\.ya?ml|procfile|chart\.ya?ml"
    r"|kustomization\.ya?ml|serverless\.(?:ya?ml|json|ts)|samconfig\.toml|krakend\.json|kong\.ya?ml|function\.json"
    r"|host\.json|app\.yaml|fly\.toml|render\.yaml|vercel\.json|wrangler\.toml|web\.xml|web\.config|mule-artifact\.json"
    r"|manage\.py|artisan|config\.ru|wsgi\.py|asgi\.py|flows\.json|.+\.(?:war|mpr|oml)"
)
_RUN_ENDINGS = words(
    "yml yaml json toml ts xml config py ru dockerfile containerfile procfile dev prod local base build api web backend"
    " frontend nginx alpine war mpr oml"
) | {""}
_IMAGE = re.compile(rb"^from[ \t]{1,20}(?:--\S{1,100}[ \t]{1,20})?(\S{1,300})", re.IGNORECASE | re.MULTILINE)
#: Images that hand out files, and answer nothing else by themselves.
_FILE_SERVER = re.compile(rb"(?:\S*/)?(?:nginx|httpd|caddy|lighttpd)(?:-[\w-]{1,40})?(?:[:@]\S*)?", re.IGNORECASE)
_SERVICE = re.compile(rb"^[ \t]{0,40}image:[ \t]{0,20}[\"']?([^\s\"'#]{1,300})", re.MULTILINE)
_LIMIT = 512 * 1024


def _wants_code(path: str) -> bool:
    return ending(path) in _CODE


def _see_code(path: str, data: bytes) -> Iterator[Sighting]:
    sign = _SIGNS.get(ending(path))
    if sign is None:
        return
    # what R shows may stand in its comments
    match = sign.search(data) if sign.pattern == _R else next(code(data, sign), None)
    if match:
        yield spot(_ABOUT, Sort.SIGNAL, "answering", path, data, match.start(), _shown(match[0]))


def _shown(found: bytes) -> str:
    return " ".join(found.decode("utf-8", "replace").split())[:40]


def _wants_run(path: str) -> bool:
    return _RUN.fullmatch(name_of(path)) is not None and "/." not in f"/{path}"


def _see_run(path: str, data: bytes) -> Iterator[Sighting]:
    if "compose" in name_of(path):  # what it builds has a description of its own
        images = _SERVICE.findall(data)
        decided = bool(images) or b"build" in data
    else:
        images = _IMAGE.findall(data)[-1:]  # the last is what is run
        decided = bool(images)
    if decided and all(map(_FILE_SERVER.fullmatch, images)):
        return
    yield whole(_ABOUT, Sort.SIGNAL, "run-as-service", path, name_of(path))


ANSWERING = (
    Detector("run-as-service", 1, _wants_run, _see_run, _LIMIT, rank=1, endings=_RUN_ENDINGS, about=words(_ABOUT)),
    Detector("answering", 1, _wants_code, _see_code, _LIMIT, rank=5, endings=_CODE, about=words(_ABOUT)),
)
