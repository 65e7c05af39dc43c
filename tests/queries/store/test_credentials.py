"""A store is told who asks as it wants to be told; real servers are asked in `test_remote.py`."""

from __future__ import annotations

from hashlib import md5
from urllib.request import Request, parse_http_list, parse_keqv_list

from queries.store.credentials import Credentials

ADDRESS = "http://127.0.0.1/sparql"
DIGEST = (
    'Digest realm="SPARQL", nonce="abc", opaque="x", stale="false", qop="auth", algorithm="MD5"'
)


def said(credentials: Credentials) -> str | None:
    """Return the header of a request."""
    request = Request(ADDRESS, data=b"x")
    credentials.sign(request)
    return request.get_header("Authorization")


def test_nothing_is_told_before_it_is_asked() -> None:
    """And nothing at all by who has no name, or in a way that is not known."""
    credentials = Credentials("lan", "mật khẩu")
    assert said(credentials) is None
    assert not credentials.learn("Negotiate", ADDRESS)
    assert not Credentials("", "").learn("Basic", ADDRESS)
    assert credentials.learn('Basic realm="x"', ADDRESS)
    assert said(credentials) == "Basic bGFuOm3huq10IGto4bqpdQ=="


def test_a_digest_never_tells_the_password() -> None:
    """The answer is the hash that RFC 7616, section 3.4, prescribes, with a new count each time."""
    credentials = Credentials("dba", "secret")
    assert credentials.learn(DIGEST, ADDRESS)
    counts = []
    for _ in range(2):
        words = (said(credentials) or "").removeprefix("Digest ")
        assert "secret" not in words
        part = parse_keqv_list(parse_http_list(words))
        first = md5(b"dba:SPARQL:secret").hexdigest()  # noqa: S324 - what the scheme prescribes
        second = md5(b"POST:/sparql").hexdigest()  # noqa: S324 - as above
        whole = f"{first}:abc:{part['nc']}:{part['cnonce']}:auth:{second}"
        assert part["response"] == md5(whole.encode()).hexdigest()  # noqa: S324 - as above
        counts.append(part["nc"])
    assert counts == ["00000001", "00000002"]
