"""The draft check: paste or choose a draft, see what to look at; nothing of it is kept.

The form changes nothing and needs no session, so it carries no token; few drafts an address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import make_response, render_template, request

from webui.limits import Limit
from webui.marking import Mark, marked_text
from webui.pages.route import Page, Route
from webui.ports import Upload
from webui.problems import Problem
from webui.sent_files import shown_name
from webui.site import current_site, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkzeug.wrappers import Response

    from webui.ports import DraftDesk, DraftReading

LARGEST: Final = 300_000
"""Bytes of a draft."""
TRIES: Final = Limit(name="drafts", most=12, seconds=300)
"""How many drafts one address may send."""
_FORM_BYTES: Final = 2_000


def show() -> Response:
    """Answer with the form."""
    _desk()
    return _page(None, "", 200)


def check() -> Response:
    """Answer with what was found in a draft.

    Raises:
        Problem: 429 after too many drafts, 413 for one that is too large.
    """
    desk = _desk()
    request.max_content_length = LARGEST + _FORM_BYTES
    request.max_form_memory_size = LARGEST + _FORM_BYTES
    TRIES.count()
    upload = _sent()
    if upload is None:
        return _page(None, "", 400, problem="draft.nothing")
    reading = desk.check(upload, language().code)
    return _page(reading, upload.name, 422 if reading.refusal else 200)


def _desk() -> DraftDesk:
    """Return who looks through drafts.

    Raises:
        Problem: 404 where nobody does.
    """
    desk = current_site().drafts
    if desk is None:
        raise Problem(404, "not-found")
    return desk


def _sent() -> Upload | None:
    """Return the chosen file, else the pasted words; None where there are neither."""
    file = request.files.get("file")
    if file is not None and file.filename:
        return Upload(name=shown_name(file.filename) or "draft", content=file.read())
    words = request.form.get("words", "")
    if not words.strip():
        return None
    return Upload(name="draft.txt", content=words.encode("utf-8", "replace"))


def _marks(reading: DraftReading) -> Iterator[Mark]:
    """Give the marks of the words that were remarked on."""
    for number, remark in enumerate(reading.remarks, 1):
        yield Mark(
            start=remark.start,
            end=remark.end,
            kind="citation" if remark.severity == "warning" else "statement",
            fact=f"remark-{number}",
            label=str(number),
            title=remark.said,
        )


def _page(reading: DraftReading | None, name: str, status: int, *, problem: str = "") -> Response:
    response = make_response(
        render_template(
            "pages/draft/template.html",
            reading=reading,
            name=name,
            text=marked_text(reading.text, _marks(reading)) if reading else "",
            words=request.form.get("words", ""),
            problem=problem,
            kilobytes=LARGEST // 1000,
        ),
        status,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


PAGE = Page(
    routes=(
        Route(rule="/draft", endpoint="draft", view=show),
        Route(rule="/draft/check", endpoint="check_draft", view=check, methods=("POST",)),
    )
)
