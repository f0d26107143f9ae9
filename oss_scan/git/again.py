"""What a network or a busy server broke off is tried again, ever later, and not for ever.

A host that has answered this process is waited for, about a minute; once it was in vain, not any more until it answers
again, so that a host that is gone does not hold up what is on it, one repository after another.
"""

import re

#: Seconds between one try and the next.
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_FEW = 3  # pauses for what may be no matter of time: a name that was never right
_SOME = 5  # for what may be so: a repository that breaks its server
_AWAY = re.compile(
    rb"couldn't connect|failed to connect|connection refused|could(n't| not) resolve|temporary failure in name"
    rb"|network is unreachable|no route to host|timed out|too slow"
    rb"|(recv|send) failure|empty reply|ssl_(read|error)|ssh: connect to host|kex_exchange_identification",
    re.IGNORECASE,
)
_CUT = re.compile(
    rb"connection closed|broken pipe|early eof|connect aborted|hung up unexpectedly|transfer closed|rpc failed"
    rb"|unexpected disconnect",
    re.IGNORECASE,
)
_REFUSED = re.compile(rb"remote error|not our ref|^remote: ", re.MULTILINE)

#: An HTTP status goes before any words: git says of every one that the RPC failed, and shows what the server wrote.
_STATUS = re.compile(rb"(?:HTTP|returned error:|from proxy:) ([45]\d\d)\b")
#: What curl says of a proxy that makes no connection, in its newer and its older versions.
_PROXY = re.compile(rb"(?:CONNECT tunnel failed, response|Received HTTP code) (\d{3})(?: from proxy.*)?")
#: Over plain HTTP a proxy answers itself; over https a 407 can only come from the other side.
_PLAIN = re.compile(rb"fatal: unable to access 'http://.*': The requested URL returned error: 407")
_AWAY_STATUS = {b"429", b"502", b"503", b"504"}
_CUT_STATUS = {b"500"}
_ADDRESS = re.compile(rb"'\w+://[^'\n]*'|\w+://\S+")  # its words decide nothing
_SERVER = re.compile(rb"^(?:fatal: )?remote(?: error)?: .*", re.MULTILINE)

_answered: set[str] = set()


def answered(host: str) -> None:
    """A host is there."""
    _answered.add(host)


def pause(host: str, said: bytes, tries: int) -> float | None:
    """Seconds until what failed so many times is tried again; None where that is no use. `said` is what git complained
    of."""
    away, cut = _kind(_ADDRESS.sub(b"", said))
    if not host or not (away or cut):
        return None
    known = len(PAUSES) if away else _SOME
    if tries <= (known if host in _answered else _FEW):
        return PAUSES[tries - 1]
    if away:
        _answered.discard(host)
    return None


def passes(said: bytes) -> bool:
    """Whether what git complained of may be over in a while."""
    return any(_kind(_ADDRESS.sub(b"", said)))


def by_proxy(detail: str) -> str | None:
    """The HTTP status with which a proxy refused a connection, by the line in which git says so."""
    line = detail.encode("utf-8", "surrogateescape")
    found = _PROXY.search(_ADDRESS.sub(b"", line)) if line.startswith(b"fatal: unable to access") else None
    if found:
        return found[1].decode()
    return "407" if _PLAIN.fullmatch(line) else None


def _kind(said: bytes) -> tuple[bool, bool]:
    """Whether the server is away, and whether it broke off."""
    status = _STATUS.search(_PROXY.sub(rb"from proxy: \1", _SERVER.sub(b"", said)))
    if status:
        return status[1] in _AWAY_STATUS, status[1] in _CUT_STATUS
    if _REFUSED.search(said):
        return False, False
    cut = _CUT.search(said) is not None
    return not cut and _AWAY.search(said) is not None, cut
