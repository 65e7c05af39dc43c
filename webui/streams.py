"""Answers that are sent as they are made: very many rows neither wait nor fill the memory."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Response, request

from webui.site import current_site, language
from webui.tags import entity_tag, holds

if TYPE_CHECKING:
    from collections.abc import Iterable


def sent(pieces: Iterable[bytes], media_type: str) -> Response:
    """Answer with a body as it is made, or that the client has it already.

    The tag comes from what the body depends on, as the body itself is not there yet: the data, the
    day, as many answers are those of today, and what was asked for.

    Args:
        pieces: the body; what may fail must have been tried before the first piece.
        media_type: with its parameters.
    """
    version = current_site().reader.generation().version
    day = datetime.now(tz=UTC).date().isoformat()
    tag = entity_tag(version, day, request.full_path, media_type, language().code)
    if holds(request, tag):
        response = Response(b"", HTTPStatus.NOT_MODIFIED)
    else:
        response = Response(iter(()) if request.method == "HEAD" else pieces)
    response.set_etag(tag)
    response.headers["Content-Type"] = media_type
    return response
