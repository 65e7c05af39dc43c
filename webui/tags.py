"""Entity tags: what an answer depends on, so that a client asks again only when that changes.

Source: RFC 9110, sections 8.8.3 and 13.1.2.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from flask import Request

_LENGTH: Final = 32
PACKED: Final = "-gzip"
"""What stands after the tag of an answer that is compressed."""


def entity_tag(*parts: str) -> str:
    """Return the tag of an answer that depends on these parts and on nothing else.

    >>> entity_tag("1", "text/csv") == entity_tag("1", "text/turtle")
    False
    """
    digest = sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded) + encoded)
    return digest.hexdigest()[:_LENGTH]


def holds(request: Request, tag: str) -> bool:
    """Tell whether the client has the answer of a tag already, compressed or not."""
    if request.method not in {"GET", "HEAD"}:
        return False
    known = request.if_none_match
    return known.contains_weak(tag) or known.contains_weak(tag + PACKED)
