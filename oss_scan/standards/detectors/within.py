"""What reads as answering requests and stays within one browser or one machine: nobody outside is answered."""

import re

#: What only the service worker of a page has: it answers that page, in the browser.
_WORKER = re.compile(
    rb"\bskipWaiting\(|\bclients\.claim\(|\bServiceWorkerGlobalScope\b|[\"']\$service-worker[\"']|\b__WB_MANIFEST\b"
    rb"|addEventListener\(\s{0,20}[\"'](?:install|activate|push|notificationclick)[\"']"
)
#: What a service worker does with requests, as functions at the edge of a network do.
_ANSWERED = re.compile(rb"new[ ]Response\(|Response\.json\(|addEventListener\(|(?:async[ ])?fetch\b")
#: A response that is made to read what is in it: what a browser and its servers offer for streams.
_READ = re.compile(
    rb"\((?:[^()]|\((?:[^()]|\([^()]{0,200}\)){0,200}+\)){0,400}+\)\s{0,20}\.\s{0,20}"
    rb"(?:json|text|arrayBuffer|bytes|blob|formData|body)\b"
)
_LISTEN = re.compile(rb"\b[lL]isten\s{0,5}\(?$")
#: Sockets between programs of one machine, and those of a network.
_LOCAL = re.compile(rb"\bQLocalServer\b|\bQtLocalPeer\b|\b[AP]F_(?:UNIX|LOCAL)\b|\bsockaddr_un\b")
_NETWORK = re.compile(rb"\b[AP]F_INET|\bsockaddr_in|\bgetaddrinfo\b|\bQTcpServer\b|\bQHostAddress\b|\bINADDR_")
_UNIX = re.compile(rb"\(?\s{0,20}[\"'`]unix")


def stays_within(data: bytes, found: re.Match[bytes]) -> bool:
    """Whether what a sign found in a file answers nobody outside."""
    text = found[0].lstrip()
    if _ANSWERED.match(text):
        return _WORKER.search(data) is not None or (
            text.startswith(b"new") and _READ.match(data, found.end() - 1) is not None
        )
    if not _LISTEN.search(text):
        return False
    local = _LOCAL.search(data) is not None and _NETWORK.search(data) is None
    return local or _UNIX.match(data, found.end()) is not None
