"""What every answer says to browsers, and requests that are refused before anything reads them."""

from __future__ import annotations

import gzip
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from flask import Flask, request

from webui.problems import Problem

if TYPE_CHECKING:
    from flask import Response

MAX_BODY_BYTES: Final = 2_000_000
"""Largest request body, in bytes: a query of some hundred kilobytes is ordinary work."""

MAX_ADDRESS_BYTES: Final = 16_000
"""Longest address with its parameters, in bytes."""

_SMALL: Final = 1_000  # bytes below which compressing costs more than it saves
_CONTENT_SECURITY_POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After, Link",
}
_PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST",
    "Access-Control-Allow-Headers": "Content-Type, Authorization, Accept",
    "Access-Control-Max-Age": "86400",
}
_COMPRESSED: Final = ("text/", "application/", "image/svg+xml")


def protect(app: Flask) -> None:
    """Let an application check every request and mark every answer."""
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MAX_BODY_BYTES
    app.before_request(refuse_unreadable)
    app.after_request(marked)


def refuse_unreadable() -> None:
    """Refuse addresses that are too long or are not UTF-8 once their escapes are read.

    Raises:
        Problem: 414 or 400.
    """
    raw = request.query_string
    path = request.environ.get("PATH_INFO", "").encode("latin-1")
    if len(raw) + len(path) > MAX_ADDRESS_BYTES:
        raise Problem(414, "address-too-long")
    try:
        unquote_to_bytes(raw).decode("utf-8")
        path.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(400, "bad-encoding") from error
    if b"\x00" in path or ".." in path.decode("utf-8").split("/"):
        raise Problem(400, "bad-request")


def marked(response: Response) -> Response:
    """Return the answer with the headers of safety, its entity tag, and smaller where asked."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.method == "OPTIONS":
        response.headers.update(_PREFLIGHT)
    response.headers.setdefault("Cache-Control", "no-cache")
    if response.status_code == HTTPStatus.OK and not response.is_streamed:
        response.add_etag()
        _compress(response)
        response.make_conditional(request)
    return response


def _compress(response: Response) -> None:
    """Compress the body of an answer where the client takes gzip (RFC 9110, 12.5.3)."""
    if not (response.mimetype or "").startswith(_COMPRESSED):
        return
    response.vary.add("Accept-Encoding")
    if request.accept_encodings.quality("gzip") <= 0 or "Content-Encoding" in response.headers:
        return
    body = response.get_data()
    if len(body) < _SMALL:
        return
    response.set_data(gzip.compress(body, 5, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    tag, _ = response.get_etag()
    response.set_etag(f"{tag}-gzip")
