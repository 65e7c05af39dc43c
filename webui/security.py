"""What every answer says to browsers, and requests that are refused before anything reads them."""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from flask import Flask, request

from webui.problems import Problem
from webui.tags import PACKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flask import Response

_CONTROL: Final = re.compile(rb"[\x00-\x1f\x7f]")
_UPWARDS: Final = re.compile(rb"(?:^|[/\\])\.\.(?:[/\\]|$)")
_LEVEL: Final = 5
_GZIP: Final = 31  # window bits that mean a gzip header and trailer


def policy(styles: str = "'self'") -> str:
    """Return the Content Security Policy of a page: nothing from elsewhere, no inline script.

    Args:
        styles: where styles may stand.
    """
    return (
        f"default-src 'self'; style-src {styles}; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )


_HEADERS: Final = {
    "Content-Security-Policy": policy(),
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
_SMALLER: Final = ("text/", "application/json", "application/sparql-results+json")
"""What is compressed whole, and what while it is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestBounds:
    """What a request may be at most.

    Args:
        body: bytes of its body; a query of some hundred kilobytes is ordinary work.
        address: bytes of its address with the parameters.
    """

    body: int = 2_000_000
    address: int = 16_000


def protect(app: Flask, bounds: RequestBounds) -> None:
    """Let an application check every request and mark every answer."""
    app.config["MAX_CONTENT_LENGTH"] = bounds.body
    app.config["MAX_FORM_MEMORY_SIZE"] = bounds.body
    app.before_request(partial(refuse_unreadable, bounds.address))
    app.after_request(marked)


def refuse_unreadable(longest: int) -> None:
    """Refuse addresses that are too long or are not UTF-8 once their escapes are read.

    Args:
        longest: bytes that an address may have.

    Raises:
        Problem: 414 or 400.
    """
    raw = request.query_string
    path = request.environ.get("PATH_INFO", "").encode("latin-1")
    if len(raw) + len(path) > longest:
        raise Problem(414, "address-too-long", limit=longest)
    try:
        unquote_to_bytes(raw).decode("utf-8")
        path.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(400, "bad-encoding") from error
    if _CONTROL.search(path) or _UPWARDS.search(unquote_to_bytes(path)):
        raise Problem(400, "bad-request")


def marked(response: Response) -> Response:
    """Return the answer with the headers of safety, its entity tag, and smaller where asked."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.method == "OPTIONS":
        response.headers.update(_PREFLIGHT)
    response.headers.setdefault("Cache-Control", "no-cache")
    if response.status_code == HTTPStatus.NOT_MODIFIED:
        response.vary.add("Accept-Encoding")
    if response.status_code == HTTPStatus.OK and not response.is_streamed:
        response.add_etag()
        _compress(response)
        response.make_conditional(request)
    elif response.is_streamed and (response.mimetype or "").startswith(_SMALLER):
        _compress_pieces(response)
    return response


def _compress(response: Response) -> None:
    """Compress the body of an answer where the client takes gzip (RFC 9110, 12.5.3)."""
    if (response.mimetype or "").startswith(_COMPRESSED) and _takes_gzip(response):
        response.set_data(gzip.compress(response.get_data(), _LEVEL, mtime=0))


def _compress_pieces(response: Response) -> None:
    """Compress the body of an answer that is sent as it is made; a file of ours stays whole."""
    if not response.direct_passthrough and _takes_gzip(response):
        pieces = response.iter_encoded()
        response.response = _squeezed(pieces)


def _takes_gzip(response: Response) -> bool:
    """Tell whether the client takes gzip, and say in the answer that it gets it."""
    response.vary.add("Accept-Encoding")
    if request.accept_encodings.quality("gzip") <= 0 or "Content-Encoding" in response.headers:
        return False
    response.headers["Content-Encoding"] = "gzip"
    if tag := response.get_etag()[0]:
        response.set_etag(f"{tag}{PACKED}")
    return True


def _squeezed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    for piece in pieces:
        if packed := squeeze.compress(piece):
            yield packed
    yield squeeze.flush()
