"""Connections are served from a thread of their own until the program is told to stop."""

from __future__ import annotations

import pytest
from waitress.adjustments import Adjustments
from waitress.parser import ParsingError

from luocdo.transport import Request, Transport


def read(first: bytes) -> Request:
    """Return a request as its first line says."""
    request = Request(Adjustments())
    request.parse_header(first + b"\r\nHost: a")
    return request


def test_plain_letters_in_an_address_are_their_escapes() -> None:
    """Both reach the same thing; the bytes are kept for a later look at their coding."""
    plain = read("GET /Đ?q=ệ HTTP/1.1".encode())
    escaped = read(b"GET /%C4%90?q=%E1%BB%87 HTTP/1.1")
    assert (plain.path, plain.query) == (escaped.path, escaped.query)


def test_an_address_that_is_none_is_refused() -> None:
    """It becomes an error of the request, not one of the server."""
    with pytest.raises(ParsingError):
        read(b"GET http://[ HTTP/1.1")


def test_what_is_not_given_has_its_default() -> None:
    """Without a proxy nobody's word on the client counts."""
    assert Transport(threads=1, body_bytes=1).trusted_proxy == ""
