"""What in a program shows that it may answer requests over HTTP, by its language.

The signs are taken widely: one of them only leaves open whether there is an API.
"""

import re
from collections.abc import Mapping

PYTHON_NAMES = rb"""
    (?:flask|fastapi|starlette|django|quart|sanic|falcon|tornado|wagtail)(?:_\w{1,40})?|rest_framework|ninja|bottle|cherrypy|pyramid|litestar|werkzeug|wsgiref|http\.server|BaseHTTPServer|SimpleHTTPServer|SocketServer|socketserver
    |uvicorn|gunicorn|hypercorn|waitress|connexion|hug|responder|blacksheep|robyn|streamlit|dash|gradio|shiny|panel
    |nicegui|grpc|spyne|zeep\.server|twisted|eve|apistar|chalice|mangum|azure\.functions|functions_framework|medallion
    |aws_lambda_powertools|odoo|frappe|plone|webob|web|strawberry|ariadne|mcp|socketio|websockets|microdot|bentoml|muffin
    |xmlrpc\.server|granian|emmett|masonite|pycsw|pygeoapi|ckan|kserve|litserve|esmerald|morepath|zope|turbogears|gluon
    |voila|solara|taipy|reflex|pywebio|fasthtml|chainlit|bokeh\.server|daphne|channels|jsonrpcserver
"""
_PYTHON = rb"""
    (?:(?:^|[;:])[ \t]{0,80}(?:from[ \t]{1,20}|import[ \t](?:(?:[\w.,\ \t]|\\\r?\n){0,200}[,\ \t])?)
    |(?:__import__|import_module)\(\s{0,20}["'])
    (?:%(names)s)\b
    |from\ http\ import\ [^\n]{0,80}\bserver\b|from\ ray\ import\ [^\n]{0,80}\bserve\b|\bserve_forever\b
    |HTTPServer\b|XMLRPCServer\b|\bcgi\.FieldStorage\b
    |aiohttp(?:\.|\ import\ )web\b|\basyncio\.start_server\b|\.listen\(|wsgi|asgi
    |def\ (?:lambda_)?handler\(|apigateway|RestApi\b|HttpApi\b|http_trigger
""" % {b"names": PYTHON_NAMES}
SCRIPT_NAMES = rb"""
    express|fastify|koa|@?hapi|restify|@nestjs|next/|nuxt|h3|hono|polka|micro
    |(?:node:)?(?:http|https|http2|net)["'`]|connect["'`]|@sveltejs/kit|@remix-run|@apollo/server|apollo-server
    |graphql-yoga|@trpc/server|@azure/functions|firebase-functions|aws-lambda|serverless|ws["'`]|socket\.io["'`]
    |@adonisjs|sails|@feathersjs|loopback|@loopback|@strapi|meteor/|json-server|http-server|vite-plugin-ssr|astro:
    |@std/http|http/server|oak|@oak|bun["'`]|elysia|moleculer|payload["'`]|actionhero|uWebSockets|@netlify/functions
    |@vercel/node|itty-router|@tsed|@foal|@marblejs|routing-controllers|tsoa|nitropack|directus|@keystone|node-red
"""
_SCRIPT = rb"""
    (?:from|require\(|import\(?)\s{0,20}["'`](?:npm:|jsr:|https://(?:esm\.sh|deno\.land/(?:std|x)[^/"'`]{0,20})/)?(?:%(names)s)
    |createServer\b|Deno\.serve|Bun\.serve|defineEventHandler|addEventListener\(\s{0,20}["']fetch["']
    |exports\.handler\b|export[ ](?:const|let|var|async[ ]function|function)[ ](?:handler|GET|POST|PUT|DELETE|loader)\b
    |export[ ]?\{[^{}]{0,200}\b(?:handler|GET|POST|PUT|DELETE|loader)\b
    |export[ ]default[ ](?:define\w{0,20})?[eE]ventHandler\b|\bdefineCachedEventHandler\b
    |\bnew[ ]Response\(|\bNextResponse\b|\bVercelRe(?:quest|sponse)\b
    |APIGateway|apigateway|RestApi\b|HttpApi\b|\.listen\(|\bResponse\.json\(|WebSocketServer
    |exports\.routes\b|^[ \t]{0,80}(?:async[ ])?fetch\s{0,5}\([^)\n]{0,100}\)\s{0,5}(?::[^{\n]{1,80})?\{
    |export[ ]default\s[^;]{0,200}\bfetch\b
    |\(\s{0,20}req(?:uest)?\s{0,20}(?::[^,()]{1,80})?,\s{0,20}res(?:ponse)?\b
""" % {b"names": SCRIPT_NAMES}
_JVM = rb"""
    \bj(?:avax|akarta)\.(?:ws\.rs|servlet|jws|xml\.ws)\b|springframework\.(?:web|boot|ws|http\.server)
    |@(?:Rest)?Controller\b|HttpServlet|io\.(?:javalin|ktor\.server|vertx|micronaut|quarkus|undertow|helidon|netty)
    |org\.(?:http4k|http4s|apache\.(?:cxf|wicket|camel|catalina|struts)|eclipse\.jetty|glassfish|restlet|keycloak)
    |com\.(?:sun\.net\.httpserver|twitter\.fina(?:gle|tra)|vaadin|linecorp\.armeria|liferay|google\.cloud\.functions)
    |com\.(?:amazonaws\.(?:services\.lambda|serverless)|microsoft\.azure\.functions)|springframework\.(?:data\.rest|cloud\.function)
    |org\.apache\.(?:axis2?|pekko\.http|sling|tomcat|tapestry)\b|io\.(?:jooby|dropwizard|grpc|activej\.http|finch)\b|ratpack\.
    |NanoHTTPD|spark\.Spark|\bplay\.(?:api\.)?mvc\b|akka\.http|\b(?:SSL|Asynchronous|Nio|Oio|Epoll|KQueue|IoUring)?ServerSocket|zio\.http|sttp\.tapir|\bcask\.|scalatra
    |grails|@Path\(|Http(?:Server|Function|Trigger|Handler)|WebServer\b|\bRequestHandler\b|RestController|RequestMapping
"""
_GO = rb"""
    ServeHTTP|ListenAndServe|HandleFunc|\bhttp\.(?:Handle|Handler|HandlerFunc|Server|Serve|NewServeMux|ResponseWriter)\b|\bnet\.Listen\b
    |gin-gonic|labstack/echo|gofiber|go-chi|gorilla/mux|httprouter|valyala/fasthttp|grpc\.NewServer|go-restful|\bhuma\b
    |net/http/fcgi|net/http/cgi|aws-lambda-go|connectrpc|twirp|kataras/iris|go-fuego|beego|revel/revel|pocketbase
    |functions-framework-go|cloudwego/hertz|gogf/gf|goravel|gobuffalo|go-zero|go-kratos|go-micro|\.Listen\(
"""
_RUST = rb"""
    \b(?:actix|axum|rocket|warp|hyper|tide|poem|tonic|salvo|gotham|iron|tiny_http|lambda|ntex|loco|rouille|spin_sdk|dropshot
    |nickel|thruster|viz|pavex|trillium|shuttle|jsonrpsee|async_graphql|juniper|utoipa)(?:_\w{1,40})?\b
    |\bTcpListener\b|\bworker::|http_component|start_server
"""
_RUBY = rb"""
    (?i:\b(?:rails|sinatra|rack|grape|webrick|puma|hanami|roda|padrino|agoo|iodine|falcon)\b)
    |\b(?:ApplicationController|ActionController|TCPServer)\b
"""
_PHP = rb"""
    \$_(?:GET|POST|REQUEST|SERVER)\b|php://input|\bRoute\b|Controller\b|Symfony|Illuminate|Laravel|\bSlim\\|Laminas|Zend
    |CakePHP|Drupal|\b(?:WP|wp)_|\badd_(?:action|filter)\b|register_rest_route|ServerRequest|http_response_code|\bheader\(
    |ApiResource|OCP\\|Yii|\bINPUT_(?:GET|POST|REQUEST|SERVER|COOKIE)\b|\$(?:router|routes|app)->|TYPO3|CodeIgniter|\bCI_
    |\b(?:required|optional)_param\(|\b(?:echo|print|die|exit)\b[^;\n]{0,80}\bjson_encode\(|Joomla|Magento|Phalcon|Swoole
    |Psr\\Http\\Server|Concrete\\|MediaWiki|Craft\\|\bexternal_api\b
"""
_DOTNET = rb"""
    AspNetCore|System\.Web\b|ApiController|HttpListener|WebApplication|\bMapGet\b|ServiceHost|CoreWCF|Nancy
    |ServiceContract|Azure\.Functions|TcpListener|IHttpHandler|Owin|ControllerBase|IActionResult|FastEndpoints|ServiceStack
    |\[(?:Http(?:Get|Post|Put|Delete|Patch)|Route|WebMethod)\b|\bMap(?:Post|Put|Delete|Patch|Group|Controllers|Hub)\b
    |HttpTrigger|\bGrpc\.|Giraffe|Suave|\bSaturn\b|EmbedIO|UseKestrel|Umbraco|Sitecore
"""
_R = rb"""
    \b(?:plumber|shiny|httpuv|Rook|opencpu|fiery|ambiorix|RestRserve|Rserve|beakr|faucet|shinyApp|serverSocket)\b
    |[#]\*\s{0,5}@(?:get|post)
"""
_C = rb"""
    \blisten\s{0,5}\(|httplib|mongoose|microhttpd|MHD_|\bcrow\b|pistache|restbed|fcgi|FCGX|QUERY_STRING|REQUEST_METHOD
    |Vapor\b|Hummingbird|NIOHTTP|Kitura|beast|QHttpServer|QTcpServer|drogon|cpprest|http_listener|evhttp|grpc
    |civetweb|\bmg_start\b|\bonion_listen\b|ulfius|\bacceptor\b|oatpp|HTTPServer|HttpServer|\bWt/|gsoap|soap_serve
    |libwebsockets|\blws_|\buWS\b|cgicc|ap_hook_|ngx_|GCDWebServer|Swifter|restinio|userver|proxygen
"""
_SHELL = rb"""
    (?i:http[._-]?server|httplistener|\bdeno[ ]serve|\bphp[ ]-S|\bflask[ ]run|uvicorn|gunicorn|hypercorn|waitress|daphne
    |runserver|\brails[ ]s|bundle[ ]exec[ ](?:rails|puma|thin)|rackup|plumber|runApp|\bnc(?:at)?[ ]-\w{0,5}l
    |\bsocat\b|\bpode|polaris|new-udendpoint|universaldashboard|tcplistener|REQUEST_METHOD|QUERY_STRING
    |(?:echo|printf|write-\w{1,10})[ ]{1,5}.?Content-Type:)
"""
_SQL = rb"""
    (?i:\b(?:ords|htp|htf|owa|owa_util|wpg_docload|apex_rest|apex_web_service)\s{0,5}\.|postgrest|\bpgrst|\bweb_anon\b
    |create\s{1,20}endpoint\b)
"""
_CLOUD = rb"""
    (?i:api_?gateway|api_?management|function_?url|cloud_?run|cloud_?functions|function_?app|app_?service|web_?app
    |container_?app|container_?group|ecs_|fargate|app_engine|kubernetes_|helm_release|load_?balancer|aws_lb|aws_alb
    |Microsoft\.Web|Microsoft\.App\b|Microsoft\.ContainerInstance)
"""
_NIX = rb"\b(?:services|systemd)\."
_XSL = rb"(?i:xslweb|armatiek|exist-db|exist\.sourceforge|cocoon|orbeon|xproc|marklogic)"
_FORTRAN = rb"(?i:\b(?:socket|listen|cgi|fastcgi|http_server)\b)"
# The address of a page, in a string or a text, answers nobody.
_OTHER = rb"""
    (?i:http(?!s?://[\w-]{1,60}\.[\w.-]{0,200}[a-z])|tcp|socket|\blisten|\bserve|\brout(?:e|ing)|\brequest|endpoint
    |cgi\b|\bweb|phoenix|\bplug\b|psgi|plack|mojo|dancer
    |catalyst|starman|cowboy|\bngx\b|lapis|\bdream\b|opium|kemal|\blucky\b|jetty|compojure|\bring\.|reitit|pedestal
    |\bservant\b|\bwai\b|\bwarp\b|yesod|\brest:|restxq|\bif_rest|\bcl_rest|\brestresource\b)
"""
_LANGUAGES: Mapping[str, bytes] = {
    "py pyx pyw smk": _PYTHON,
    "js mjs cjs ts mts cts jsx tsx vue svelte astro coffee cjsx ajs": _SCRIPT,
    "java kt kts scala groovy bsh": _JVM,
    "go": _GO,
    "rs": _RUST,
    "rb rake ru erb": _RUBY,
    "php php3 php4 php5 php7 php8 phps phtml inc module theme install profile": _PHP,
    "cs fs vb cshtml razor aspx asmx ashx asax": _DOTNET,
    "r rmd qmd rnw": _R,
    "c cc cpp cxx h hh hpp hxx ino m mm swift": _C,
    "sh bash zsh ksh csh fish envsh bat cmd ps1 psm1 psd1": _SHELL,
    "sql pks pkb pls plsql pck": _SQL,
    "tf tfvars bicep": _CLOUD,
    "nix": _NIX,
    "xsl xslt": _XSL,
    "f f77 f90 f95 f03 f08 for ftn ftn90": _FORTRAN,
    "ex exs erl clj cljs cljc edn lua dart pl pm cgi t tcl abap jl hs ml mli nim cr d pas bas cls jsp jspx cfm elm lisp"
    " scm rkt raku zig v apex trigger st sol wsgi xq xql xqm xquery dpr lpr drl adb"
    " ads asm jspf": _OTHER,
}
#: What to look for in a language of which it is only known that it is one.
OTHER = re.compile(_OTHER, re.VERBOSE)
#: What to look for in a file with this ending.
SIGNS: Mapping[str, re.Pattern[bytes]] = {
    last: re.compile(pattern, re.VERBOSE | re.MULTILINE)
    for names, pattern in _LANGUAGES.items()
    for last in names.split()
}
