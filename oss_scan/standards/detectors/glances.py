"""Whether a sign can stand in a file at all, which is asked before the sign itself is looked for.

A glance matches wherever the sign of its language does, and at times where that does not: it has no word boundaries,
and each of its choices begins with a character of its own, which makes it five to ten times as fast.
"""

import re
from collections.abc import Mapping

from oss_scan.standards.detectors.signs import PYTHON_NAMES, SCRIPT_NAMES, SIGNS

_PYTHON = rb"""
    from[ \t]{1,20}(?:%(names)s)|import[ \t](?:(?:[\w.,\ \t]|\\\r?\n){0,200}[,\ \t])?(?:%(names)s)
    |__import__\(\s{0,20}["'](?:%(names)s)|import_module\(\s{0,20}["'](?:%(names)s)
    |from\ http\ import|from\ ray\ import|serve_forever|HTTPServer|XMLRPCServer|cgi\.FieldStorage
    |aiohttp(?:\.|\ import\ )web|asyncio\.start_server|\.listen\(|wsgi|asgi|def\ (?:lambda_)?handler\(
    |apigateway|RestApi|HttpApi|http_trigger
""" % {b"names": PYTHON_NAMES}
#: What is imported, by the quote before its name; and the rest.
_IMPORTED = rb"""
    ["'`](?:npm:|jsr:|https://(?:esm\.sh|deno\.land/(?:std|x)[^/"'`]{0,20})/)?(?:%(names)s)
""" % {b"names": SCRIPT_NAMES}
_SCRIPT = rb"""
    createServer|Deno\.serve|Bun\.serve|defineEventHandler|defineCachedEventHandler
    |addEventListener\(\s{0,20}["']fetch
    |exports\.(?:handler|routes)
    |export[ ](?:const|let|var|async[ ]function|function)[ ](?:handler|GET|POST|PUT|DELETE|loader)
    |export[ ]?\{[^{}]{0,200}(?:handler|GET|POST|PUT|DELETE|loader)
    |export[ ]default[ ](?:define\w{0,20})?[eE]ventHandler|export[ ]default\s[^;]{0,200}fetch
    |new[ ]Response\(|NextResponse|VercelRe(?:quest|sponse)|APIGateway|apigateway|RestApi|HttpApi|\.listen\(
    |Response\.json\(|WebSocketServer
    |fetch\s{0,5}\([^)\n]{0,100}\)\s{0,5}(?::[^{\n]{1,80})?\{
    |\(\s{0,20}req(?:uest)?\s{0,20}(?::[^,()]{1,80})?,\s{0,20}res
"""
_XSL = rb"xslweb|armatiek|exist-db|exist\.sourceforge|cocoon|orbeon|xproc|marklogic"
_FORTRAN = rb"socket|listen|cgi|http_server"
#: By the ending of a language: what of it is enough to look for, and whether in small letters.
_GLANCES: Mapping[str, tuple[tuple[bytes, ...], bool]] = {
    "py": ((_PYTHON,), False),
    "js": ((_IMPORTED, _SCRIPT), False),
    "xsl": ((_XSL,), True),
    "f": ((_FORTRAN,), True),
    **{last: ((SIGNS[last].pattern.replace(rb"\b", b""),), False) for last in ("java", "go", "c", "cs")},
}
#: The same, by the sign.
_OF: Mapping[re.Pattern[bytes], tuple[tuple[re.Pattern[bytes], ...], bool]] = {
    SIGNS[last]: (tuple(re.compile(one, re.VERBOSE) for one in patterns), small)
    for last, (patterns, small) in _GLANCES.items()
}


def may_match(sign: re.Pattern[bytes], data: bytes) -> bool:
    """False where a sign surely matches nowhere."""
    glances, small = _OF.get(sign, ((), False))
    if small:
        data = data.lower()
    return not glances or any(glance.search(data) for glance in glances)
