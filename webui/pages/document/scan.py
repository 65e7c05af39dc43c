"""The piece of a scan that words were read from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flask import make_response, request

from webui.facts.documents import text_digests
from webui.problems import Problem
from webui.site import addresses, current_site

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

_BOX: Final = re.compile(r"percent:" + ",".join([r"([0-9]{1,3}(?:\.[0-9]{1,2})?)"] * 4))
"""A box in per cent. Source: Media Fragments URI 1.0, section 4.2.2."""
_WHOLE: Final = 100.0


def cut_out(path: str) -> Response:
    """Answer with a piece of a scanned page as a JPEG.

    Raises:
        Problem: 404, no picture of the page is kept, or page or box are none.
    """
    found = _BOX.fullmatch(request.args.get("xywh", ""))
    page = request.args.get("page", "")
    if found is None or not page.isdecimal() or len(page) > 5:  # noqa: PLR2004 - no file has more
        raise Problem(404, "not-found")
    left, top, width, height = (min(float(side), _WHOLE) for side in found.groups())
    reader = current_site().reader
    for digest in text_digests(reader, addresses().iri(path)):
        piece = reader.cut_out(digest, int(page), (left, top, width, height))
        if piece is not None:
            answer = make_response(piece)
            answer.headers["Content-Type"] = "image/jpeg"
            answer.headers["Cache-Control"] = "public, max-age=86400"
            return answer
    raise Problem(404, "not-found")
